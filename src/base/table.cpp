#include "houvast/base/table.hpp"

#include <cmath>
#include <set>
#include <type_traits>

#include "base/index.hpp"
#include "houvast/base/error.hpp"
#include "houvast/text/say.hpp"

namespace houvast::inline v0_1 {
using houvast::detail::at;

std::int64_t Column::size() const {
  return std::visit([](const auto& values) { return static_cast<std::int64_t>(values.size()); }, data);
}

std::string Column::describe() const {
  return say(meaning, Language::kEn);
}

Column Column::at_rows(std::span<const std::int64_t> rows) const {
  Column taken{name, {}, {}, meaning, titles};
  taken.data = std::visit(
      [rows](const auto& values) -> Data {
        std::decay_t<decltype(values)> some;
        some.reserve(rows.size());
        for (const std::int64_t row : rows) some.push_back(at(values, row));
        return some;
      },
      data);
  bool gaps = false;
  for (const std::int64_t row : rows) gaps = gaps || !is_valid(row);
  if (gaps) {
    for (const std::int64_t row : rows) taken.valid.push_back(is_valid(row));
  }
  return taken;
}

namespace {

template <class T>
bool same_cell(const T& a, const T& b) {
  if constexpr (std::is_same_v<T, double>) {
    if (std::isnan(a) && std::isnan(b)) return true;
  }
  return a == b;
}

}  // namespace

bool operator==(const Column& a, const Column& b) {
  if (a.name != b.name || a.meaning != b.meaning || a.titles != b.titles || a.data.index() != b.data.index()) {
    return false;
  }
  if (a.size() != b.size()) return false;
  return std::visit(
      [&](const auto& mine) {
        const auto& other = std::get<std::decay_t<decltype(mine)>>(b.data);
        for (std::size_t i = 0; i < mine.size(); ++i) {
          const auto row = static_cast<std::int64_t>(i);
          if (a.is_valid(row) != b.is_valid(row)) return false;
          if (a.is_valid(row) && !same_cell<typename std::decay_t<decltype(mine)>::value_type>(mine[i], other[i])) {
            return false;
          }
        }
        return true;
      },
      a.data);
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

Table Table::at_rows(std::span<const std::int64_t> rows) const {
  for (const std::int64_t row : rows) {
    if (row < 0 || row >= rows_) {
      throw ValueError(
          {"HV-302", {"problem.subject.row"}, std::to_string(row), {"problem.expected.row_below", {{"rows", rows_}}}});
    }
  }
  std::vector<Column> taken;
  for (const Column& column : columns_) taken.push_back(column.at_rows(rows));
  return {title_, std::move(taken), provenance_};
}

Table Table::with_columns(std::span<const std::string> names) const {
  std::vector<Column> taken;
  for (const std::string& name : names) taken.push_back(column(name));
  return {title_, std::move(taken), provenance_};
}

Table Table::with_titles(std::map<std::string, std::map<std::string, LocalizedText>> titles) && {
  for (Column& column : columns_) {
    if (auto found = titles.find(column.name); found != titles.end()) column.titles = std::move(found->second);
  }
  return std::move(*this);
}

}  // namespace houvast::inline v0_1
