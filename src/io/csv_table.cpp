#include "io/csv_table.hpp"

#include <algorithm>
#include <array>

#include "houvast/base/stop.hpp"
#include "houvast/base/text.hpp"
#include "io/csv_reader.hpp"
#include "io/record_table.hpp"

namespace houvast::inline v0_1::detail {
namespace {

// The most frequent in the first line that is not blank.
char delimiter_of(std::string_view text) {
  text.remove_prefix(std::min(text.find_first_not_of("\r\n"), text.size()));
  const std::string_view heading = text.substr(0, text.find('\n'));
  constexpr std::array<char, 3> kKnown = {',', ';', '\t'};
  const auto times = [&](char c) { return std::count(heading.begin(), heading.end(), c); };
  return *std::max_element(kKnown.begin(), kKnown.end(), [&](char a, char b) { return times(a) < times(b); });
}

[[noreturn]] void refuse(const char* code, const char* subject, Claim expected, const std::string& file,
                         std::optional<std::int64_t> row) {
  throw ParseError(Issue{code, {subject}, "", std::move(expected), {file, row, "", ""}});
}

// No character of UTF-8 stands on two lines.
void must_be_utf8(std::string_view text, const std::string& file) {
  if (is_utf8(text)) return;
  std::int64_t row = 1;
  while (true) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    if (!is_utf8(text.substr(0, end))) refuse("HV-103", "problem.subject.text", {"problem.expected.utf_8"}, file, row);
    text.remove_prefix(end + 1);
    ++row;
  }
}

Claim reason_of(CsvFault fault) {
  switch (fault) {
    case CsvFault::kOpenQuote:
      return {"problem.csv.open_quote"};
    case CsvFault::kLongCell:
      return {"problem.csv.long_cell"};
    default:
      return {"problem.csv.after_quote"};
  }
}

bool is_blank(const std::vector<std::string_view>& cells) {
  return std::all_of(cells.begin(), cells.end(), [](std::string_view cell) { return trimmed(cell).empty(); });
}

// Reads what columns_from_csv does not take for plain sound CSV: slower, and it tells what is wrong.
TextTable texts_of(std::string_view text, const std::string& name, const std::string& file, char delimiter) {
  must_be_utf8(text, file);
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  TextTable table{name, file, {}, {}, {}};
  std::vector<std::string_view> cells;
  CsvReader reader(text, delimiter);
  StopPoints looked(1024);
  while (!reader.at_end()) {
    looked();
    const std::int64_t row = reader.line();
    if (!reader.row(cells)) {
      const Claim expected{"problem.expected.csv", {{"reason", reason_of(reader.fault())}}};
      refuse("HV-116", "problem.subject.table", expected, file, row);
    }
    if (is_blank(cells)) continue;
    if (table.columns.empty()) {
      for (const std::string_view cell : cells) table.columns.push_back(trimmed(cell));
    } else {
      table.rows.emplace_back(cells.begin(), cells.end());
      table.row_numbers.push_back(row);
    }
  }
  if (table.columns.empty()) {
    refuse("HV-102", "problem.subject.file", {"problem.expected.filled_table"}, file, std::nullopt);
  }
  return table;
}

}  // namespace

ColumnTable csv_table(std::string_view bytes, const std::string& name, const std::string& file) {
  const char delimiter = delimiter_of(bytes);
  if (auto plain = columns_from_csv(bytes, name, file, delimiter)) return *std::move(plain);
  return columns_from_texts(texts_of(bytes, name, file, delimiter));
}

}  // namespace houvast::inline v0_1::detail
