#include "io/record_table.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "base/index.hpp"
#include "base/json_reader.hpp"
#include "houvast/base/text.hpp"
#include "houvast/instrument/scale.hpp"
#include "houvast/text/say.hpp"
#include "text/number_text.hpp"

namespace houvast::inline v0_1::detail {
namespace {

// White space as fold_label knows it, in UTF-8: of one byte, of two, and of three bytes each.
constexpr std::string_view kShortSpaces = " \t\n\v\f\r", kNoBreak = "\xC2\xA0";
constexpr std::string_view kLongSpaces =
    "\xE1\x9A\x80\xE2\x80\x80\xE2\x80\x81\xE2\x80\x82\xE2\x80\x83\xE2\x80\x84\xE2\x80\x85\xE2\x80\x86\xE2\x80\x87"
    "\xE2\x80\x88\xE2\x80\x89\xE2\x80\x8A\xE2\x80\xAF\xE2\x81\x9F\xE3\x80\x80";

// Whether this is one white space.
bool is_space(std::string_view bytes) {
  if (bytes.size() == 1) return kShortSpaces.find(bytes) != std::string_view::npos;
  if (bytes.size() == 2) return bytes == kNoBreak;
  for (std::size_t i = 0; i < kLongSpaces.size(); i += 3) {
    if (kLongSpaces.substr(i, 3) == bytes) return true;
  }
  return false;
}

// Length of the white space at an end, of which `at(n)` gives n bytes; 0 when there is none.
template <class At>
std::size_t space_length(std::size_t size, const At& at) {
  for (std::size_t n = 1; n <= std::min<std::size_t>(size, 3); ++n) {
    if (is_space(at(n))) return n;
  }
  return 0;
}

}  // namespace

std::string trimmed(std::string_view text) {
  const auto first = [&text](std::size_t n) { return text.substr(0, n); };
  const auto last = [&text](std::size_t n) { return text.substr(text.size() - n); };
  while (const std::size_t n = space_length(text.size(), first)) text.remove_prefix(n);
  while (const std::size_t n = space_length(text.size(), last)) text.remove_suffix(n);
  return std::string(text);
}

RecordTable::RecordTable(const ColumnTable& table, std::string json_pointer, std::vector<Issue>& issues)
    : table_(&table), pointer_(std::move(json_pointer)), issues_(&issues) {
  for (const CodedColumn& column : table.columns) {
    names_.push_back(column.name);
    by_name_.emplace(column.name, &column);
  }
  if (table.ragged.empty()) return;
  whole_.assign(as_size(table.rows), true);
  for (const auto& [row, cells] : table.ragged) whole_[as_size(row)] = false;
}

const CodedColumn* RecordTable::column(std::string_view name) const {
  const auto found = by_name_.find(name);
  return found == by_name_.end() ? nullptr : found->second;
}

bool RecordTable::has(std::string_view column) const {
  return this->column(column) != nullptr;
}

Where RecordTable::where(std::int64_t row) const {
  if (pointer_.empty()) return {table_->file, place(row), "", ""};
  return {table_->file, std::nullopt, "", pointer_ + "/" + std::to_string(row)};
}

Where RecordTable::where(std::int64_t row, std::string_view column) const {
  Where place = where(row);
  if (place.pointer.empty()) {
    place.column = std::string(column);
  } else {
    place.pointer += "/" + escaped_pointer(column);
  }
  return place;
}

void RecordTable::problem(std::string code, Claim subject, Found value, Claim expected, std::int64_t row,
                          std::string_view column, std::string near) {
  issues_->push_back({std::move(code), std::move(subject), std::move(value), std::move(expected), where(row, column),
                      std::move(near)});
}

std::vector<std::string> RecordTable::begin_check(const std::vector<TableField>& fields) {
  const Where file{table_->file, std::nullopt, "", pointer_};
  for (const TableField& field : fields) {
    if (field.required && !has(field.name) && !(table_->rows == 0 && !pointer_.empty())) {
      issues_->push_back({"HV-112", {"problem.subject.column"}, field.name, {"problem.expected.this_column"}, file});
      complete_ = false;
    }
  }
  std::set<std::string> seen;
  for (const std::string& name : names_) {
    if (!seen.insert(name).second)
      issues_->push_back({"HV-114", {"problem.subject.column"}, name, {"problem.expected.column_once"}, file});
  }
  check_cells();
  return {seen.begin(), seen.end()};
}

void RecordTable::check_cells() {
  std::vector<std::vector<bool>> garbled;  // per column and word
  bool any = !table_->ragged.empty();
  for (const CodedColumn& column : table_->columns) {
    auto& words = garbled.emplace_back();
    for (const std::string& word : column.words) words.push_back(!is_utf8(word));
    any = any || std::find(words.begin(), words.end(), true) != words.end();
  }
  auto ragged = table_->ragged.begin();
  for (std::int64_t row = 0; any && row < size(); ++row) {
    if (ragged != table_->ragged.end() && ragged->first == row) {
      issues_->push_back({"HV-113",
                          {"problem.subject.row_with_cells", {{"n", ragged->second}}},
                          "",
                          {"problem.expected.cells_of_columns", {{"n", names_.size()}}},
                          where(row)});
      ++ragged;
    }
    for (std::size_t i = 0; i < garbled.size(); ++i) {
      const std::int32_t code = table_->columns[i].codes[as_size(row)];
      if (code >= 0 && garbled[i][as_size(code)])
        issues_->push_back({"HV-103", {"problem.subject.text"}, "", {"problem.expected.utf_8"}, where(row, names_[i])});
    }
  }
}

void RecordTable::unknown_column(const std::string& name, const std::vector<TableField>& known) {
  std::vector<std::string> names;
  for (const TableField& field : known) names.push_back(field.name);
  const std::string near = nearest(name, names);
  issues_->push_back({"HV-111",
                      {"problem.subject.unknown_column"},
                      name,
                      {near.empty() ? "problem.expected.column_of_format_or_own" : "problem.expected.column_of_format"},
                      {table_->file, std::nullopt, name, pointer_},
                      near});
}

std::string RecordTable::raw(std::int64_t row, std::string_view column) const {
  const CodedColumn* found = this->column(column);
  return found == nullptr ? std::string() : std::string(found->at(row));
}

std::string RecordTable::text(std::int64_t row, std::string_view column) const {
  return trimmed(raw(row, column));
}

std::vector<std::string> RecordTable::list(std::int64_t row, std::string_view column) const {
  std::vector<std::string> parts;
  const std::string cell = raw(row, column);
  std::size_t from = 0;
  while (from <= cell.size()) {
    const std::size_t to = std::min(cell.find(';', from), cell.size());
    if (std::string part = trimmed(std::string_view(cell).substr(from, to - from)); !part.empty()) {
      parts.push_back(std::move(part));
    }
    from = to + 1;
  }
  return parts;
}

namespace {

// Whether a folded word says yes or no: in a language that houvast speaks, or as files and programs write it.
std::optional<bool> flag_of(const std::string& word) {
  static const std::map<std::string, bool> known = [] {
    std::map<std::string, bool> words = {{"yes", true}, {"true", true},   {"1", true},
                                         {"no", false}, {"false", false}, {"0", false}};
    for (const char* const flag : {"yes", "no"}) {
      for (const std::string& said : in_every_language({{"workbook.flag", {{"flag", flag}}}}).readings()) {
        words.emplace(fold_label(said), words.at(flag));
      }
    }
    return words;
  }();
  const auto found = known.find(word);
  return found == known.end() ? std::nullopt : std::optional(found->second);
}

}  // namespace

std::optional<bool> RecordTable::flag(std::int64_t row, std::string_view column) {
  const std::string word = fold_label(text(row, column));
  if (word.empty() || state_of_label(word)) return std::nullopt;  // "weet niet" is not a no
  if (const auto flag = flag_of(word)) return flag;
  problem("HV-108", {"problem.subject.in_column", {{"column", std::string(column)}}}, "",
          {"problem.expected.yes_or_no"}, row, column);
  return std::nullopt;
}

std::optional<double> RecordTable::number(std::int64_t row, std::string_view column) {
  const std::string cell = text(row, column);
  if (cell.empty()) return std::nullopt;
  const std::optional<double> value = parsed_number(cell);
  if (!value)
    problem("HV-108", {"problem.subject.in_column", {{"column", std::string(column)}}}, "",
            {"problem.expected.number_or_empty"}, row, column);
  return value;
}

}  // namespace houvast::inline v0_1::detail
