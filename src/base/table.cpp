#include "houvast/base/table.hpp"

#include <set>

#include "houvast/base/error.hpp"
#include "houvast/text/say.hpp"

namespace houvast {

std::int64_t Column::size() const {
  return std::visit([](const auto& values) { return static_cast<std::int64_t>(values.size()); }, data);
}

std::string Column::describe() const {
  return say(meaning, Language::kEn);
}

Table::Table(Claim title, std::vector<Column> columns, Provenance provenance)
    : title_(std::move(title)), columns_(std::move(columns)), provenance_(std::move(provenance)) {
  if (columns_.empty()) return;
  rows_ = columns_.front().size();
  std::set<std::string> names;
  for (const Column& column : columns_) {
    if (column.size() != rows_) {
      throw ValueError(
          {"HV-301", {"problem.subject.column"}, column.name, {"problem.expected.values", {{"n", rows_}}}});
    }
    if (!column.valid.empty() && static_cast<std::int64_t>(column.valid.size()) != rows_) {
      throw ValueError(
          {"HV-301", {"problem.subject.validity_of_column"}, column.name, {"problem.expected.flags", {{"n", rows_}}}});
    }
    if (!names.insert(column.name).second) {
      throw ValueError({"HV-304", {"problem.subject.column"}, column.name, {"problem.expected.name_once"}});
    }
  }
}

const Column& Table::column(std::string_view name) const {
  for (const Column& column : columns_) {
    if (column.name == name) return column;
  }
  std::string known;
  for (const Column& column : columns_) known += (known.empty() ? "" : ", ") + column.name;
  throw KeyError(
      {"HV-504", {"problem.subject.column"}, std::string(name), {"problem.expected.one_of", {{"choices", known}}}});
}

}  // namespace houvast
