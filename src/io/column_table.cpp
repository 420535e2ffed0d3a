#include "houvast/io/column_table.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <cstring>
#include <functional>

#include "base/index.hpp"
#include "houvast/base/stop.hpp"
#include "houvast/base/text.hpp"
#include "io/csv_reader.hpp"
#include "text/number_text.hpp"

namespace houvast::inline v0_1 {
using houvast::detail::as_size;
namespace {

template <class T>
T loaded(const char* from) {
  T value;
  std::memcpy(&value, from, sizeof value);
  return value;
}

detail::WordMark mark_of(std::string_view text) {
  const char* const first = text.data();
  const char* const last = first + text.size();
  if (text.size() > 16) return {std::hash<std::string_view>{}(text), loaded<std::uint64_t>(last - 8), text.size()};
  if (text.size() >= 8) return {loaded<std::uint64_t>(first), loaded<std::uint64_t>(last - 8), text.size()};
  if (text.size() >= 4) return {loaded<std::uint32_t>(first), loaded<std::uint32_t>(last - 4), text.size()};
  const auto byte = [&text](std::size_t at) { return std::uint64_t{static_cast<unsigned char>(text[at])}; };
  return {byte(0) | byte(text.size() / 2) << 8 | byte(text.size() - 1) << 16, 0, text.size()};
}

}  // namespace

ColumnCoder::ColumnCoder(std::string name, std::int64_t rows) {
  column_.name = std::move(name);
  column_.codes.reserve(as_size(rows));
  recent_.fill(CodedColumn::kEmpty);
}

void ColumnCoder::push_number(double number) {
  constexpr double kWhole = 1e15;  // from here on the shortest text is no longer all digits
  if (std::isnan(number)) {
    push_empty();
  } else if (number == std::floor(number) && std::abs(number) < kWhole) {
    push(std::to_string(std::llround(number)));
  } else {
    push(detail::text_of(number));
  }
}

void ColumnCoder::push_day(std::int64_t days) {
  using std::chrono::sys_days, std::chrono::year;
  constexpr std::int64_t kFirst = sys_days(year(0) / 1 / 1).time_since_epoch().count();
  constexpr std::int64_t kLast = sys_days(year(9999) / 12 / 31).time_since_epoch().count();
  if (days < kFirst || days > kLast) return push(std::to_string(days));
  const std::chrono::year_month_day day{sys_days(std::chrono::days(days))};
  push(detail::padded_text(static_cast<int>(day.year()), 4) + "-" +
       detail::padded_text(static_cast<int>(static_cast<unsigned>(day.month())), 2) + "-" +
       detail::padded_text(static_cast<int>(static_cast<unsigned>(day.day())), 2));
}

std::int32_t ColumnCoder::word(std::string_view text) {
  if (text.empty()) return CodedColumn::kEmpty;
  const detail::WordMark mark = mark_of(text);
  if (last_ >= 0 && is(last_, mark, text)) return last_;
  std::int32_t& recent = recent_[(mark.begin * 0x9E3779B97F4A7C15U + mark.end * 0xC2B2AE3D27D4EB4FU + mark.size) >> 56];
  if (recent < 0 || !is(recent, mark, text)) recent = found(mark, text);
  return last_ = recent;
}

std::int32_t ColumnCoder::found(detail::WordMark mark, std::string_view text) {
  const std::uint64_t hash = spread_bits((mark.begin + mark.size) * 0x9E3779B97F4A7C15U ^ mark.end);
  const std::int32_t code = numbering_.number(hash, [&](std::int32_t known) { return is(known, mark, text); });
  if (as_size(code) == marks_.size()) {
    column_.words.emplace_back(text);
    marks_.push_back(mark);
  }
  return code;
}

namespace {

enum class Blank { kNo, kYes, kPerhaps };

// White space beyond ASCII is a matter for the reader that explains.
Blank blank(const std::vector<std::string_view>& cells) {
  Blank result = Blank::kYes;
  for (const std::string_view cell : cells) {
    for (const char c : cell) {
      if (c > ' ' && c < 0x7F) return Blank::kNo;
      if (std::string_view(" \t\r\n\v\f").find(c) == std::string_view::npos) result = Blank::kPerhaps;
    }
  }
  return result;
}

std::string_view stripped(std::string_view text) {
  constexpr std::string_view kSpace = " \t\r\n\v\f";
  const std::size_t begin = text.find_first_not_of(kSpace);
  return begin == std::string_view::npos ? "" : text.substr(begin, text.find_last_not_of(kSpace) - begin + 1);
}

// One column per cell of the header; none when one holds more than plain letters.
std::vector<ColumnCoder> columns_of(const std::vector<std::string_view>& header, std::int64_t rows) {
  std::vector<ColumnCoder> columns;
  for (const std::string_view cell : header) {
    if (std::any_of(cell.begin(), cell.end(), [](char c) { return static_cast<unsigned char>(c) > 0x7E; })) return {};
    columns.emplace_back(std::string(stripped(cell)), rows);
  }
  return columns;
}

// Notes where the next row stands; line by line only from the first that does not follow the one before.
void number_row(ColumnTable& table, std::int64_t line) {
  if (table.rows == 0) table.first_row = line;
  if (table.row_numbers.empty() && line != table.first_row + table.rows) {
    for (std::int64_t row = 0; row < table.rows; ++row) table.row_numbers.push_back(table.first_row + row);
  }
  if (!table.row_numbers.empty()) table.row_numbers.push_back(line);
  ++table.rows;
}

void push_row(std::vector<ColumnCoder>& columns, std::vector<std::string_view>& cells, ColumnTable& table) {
  if (cells.size() != columns.size()) table.ragged.emplace_back(table.rows, cells.size());
  cells.resize(columns.size());
  for (std::size_t i = 0; i < columns.size(); ++i) columns[i].push(cells[i]);
}

}  // namespace

std::optional<ColumnTable> columns_from_csv(std::string_view text, std::string name, std::string file, char delimiter) {
  if (!is_utf8(text)) return std::nullopt;
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  ColumnTable table;
  table.name = std::move(name);
  table.file = std::move(file);
  const auto lines = static_cast<std::int64_t>(std::count(text.begin(), text.end(), '\n'));
  std::vector<ColumnCoder> columns;
  std::vector<std::string_view> cells;
  detail::CsvReader reader(text, delimiter);
  StopPoints looked(1024);
  while (!reader.at_end()) {
    looked();
    const std::int64_t line = reader.line();
    if (!reader.row(cells)) return std::nullopt;
    const Blank is_blank = blank(cells);
    if (is_blank == Blank::kPerhaps) return std::nullopt;
    if (is_blank == Blank::kYes) continue;
    if (columns.empty()) {
      columns = columns_of(cells, lines);
      if (columns.empty()) return std::nullopt;
      continue;
    }
    push_row(columns, cells, table);
    number_row(table, line);
  }
  if (columns.empty()) return std::nullopt;
  for (ColumnCoder& column : columns) table.columns.push_back(std::move(column).build());
  return table;
}

ColumnTable columns_from_texts(const TextTable& table) {
  ColumnTable result{table.name, table.file,        {}, static_cast<std::int64_t>(table.rows.size()),
                     2,          table.row_numbers, {}};
  for (std::size_t i = 0; i < table.rows.size(); ++i) {
    const auto cells = static_cast<std::int64_t>(table.rows[i].size());
    if (table.rows[i].size() != table.columns.size()) result.ragged.emplace_back(i, cells);
  }
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    ColumnCoder column(table.columns[i], result.rows);
    stop_point();
    for (const auto& row : table.rows) column.push(i < row.size() ? std::string_view(row[i]) : std::string_view());
    result.columns.push_back(std::move(column).build());
  }
  return result;
}

}  // namespace houvast::inline v0_1
