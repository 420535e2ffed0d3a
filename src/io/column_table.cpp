#include "houvast/io/column_table.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <chrono>
#include <cmath>
#include <cstring>
#include <functional>
#include <list>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

#include "houvast/base/stop.hpp"
#include "houvast/base/text.hpp"
#include "text/number_text.hpp"

namespace houvast {
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
  column_.codes.reserve(static_cast<std::size_t>(rows));
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
  if (static_cast<std::size_t>(code) == marks_.size()) {
    column_.words.emplace_back(text);
    marks_.push_back(mark);
  }
  return code;
}

namespace {

constexpr std::size_t kLongestCell = 131072;  // longer ones go to the reader that explains

// The places of what may end a cell (delimiter, quote, line feed, carriage return), found for 64 bytes at a time.
class Stops {
 public:
  Stops(std::string_view text, char delimiter) : text_(text), stops_{delimiter, '"', '\n', '\r'} { mark(); }

  // The first stop at or after a place that is no earlier than the one asked before; the text's size when there is
  // none.
  std::size_t next(std::size_t from) {
    while (from - block_ >= kBlock) {
      block_ += kBlock;
      mark();
    }
    std::uint64_t rest = marks_ >> (from - block_);
    while (rest == 0) {
      from = block_ += kBlock;
      if (from >= text_.size()) return text_.size();
      mark();
      rest = marks_;
    }
    return from + static_cast<std::size_t>(std::countr_zero(rest));
  }

 private:
  static constexpr std::size_t kBlock = 64;

  void mark() {
    const std::size_t left = block_ < text_.size() ? text_.size() - block_ : 0;
    if (left >= kBlock) {
      mark(text_.data() + block_);
    } else {
      std::array<char, kBlock> tail{};  // zeros are no stops
      std::copy_n(text_.data() + text_.size() - left, left, tail.data());
      mark(tail.data());
    }
  }

#if defined(__SSE2__)
  void mark(const char* block) {
    const auto sixteen = [&](const char* from) {
      const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(from));
      __m128i found = _mm_cmpeq_epi8(bytes, _mm_set1_epi8(stops_[0]));
      for (std::size_t i = 1; i < stops_.size(); ++i) {
        found = _mm_or_si128(found, _mm_cmpeq_epi8(bytes, _mm_set1_epi8(stops_[i])));
      }
      return static_cast<std::uint64_t>(_mm_movemask_epi8(found));
    };
    marks_ = sixteen(block) | sixteen(block + 16) << 16 | sixteen(block + 32) << 32 | sixteen(block + 48) << 48;
  }
#else
  void mark(const char* block) {
    marks_ = 0;
    for (std::size_t i = 0; i < kBlock; ++i) {
      const bool found = std::find(stops_.begin(), stops_.end(), block[i]) != stops_.end();
      marks_ |= std::uint64_t{found} << i;
    }
  }
#endif

  std::string_view text_;
  std::array<char, 4> stops_;
  std::size_t block_ = 0;
  std::uint64_t marks_ = 0;  // bit i: a stop at block_ + i
};

// Reads rows of cells; a cell without doubled quotes is a view on the text.
class CsvReader {
 public:
  CsvReader(std::string_view text, char delimiter) : text_(text), delimiter_(delimiter), stops_(text, delimiter) {}

  [[nodiscard]] bool at_end() const noexcept { return at_ == text_.size(); }
  [[nodiscard]] std::int64_t line() const noexcept { return line_; }

  // The next row; false when it is not sound.
  bool row(std::vector<std::string_view>& cells) {
    cells.clear();
    unquoted_.clear();
    while (true) {
      std::string_view cell;
      if (!at_end() && text_[at_] == '"') {
        if (!quoted(cell)) return false;
      } else {
        cell = plain();
      }
      if (cell.size() > kLongestCell) return false;
      cells.push_back(cell);
      if (at_end()) return true;
      const char c = text_[at_++];
      if (c == delimiter_) continue;
      if (c == '\r' && !at_end() && text_[at_] == '\n') ++at_;
      ++line_;
      return true;
    }
  }

 private:
  std::string_view plain() {
    const std::size_t begin = at_;
    do {
      at_ = stops_.next(at_ == begin ? at_ : at_ + 1);
    } while (!at_end() && text_[at_] == '"');
    return text_.substr(begin, at_ - begin);
  }

  // Whether a character that was just passed ends a line; a carriage return before a line feed leaves that to it.
  [[nodiscard]] bool is_end_of_line(char c) const noexcept {
    return c == '\n' || (c == '\r' && (at_end() || text_[at_] != '\n'));
  }

  // Stops at the cell's end. Lines end within quotes too.
  bool quoted(std::string_view& cell) {
    std::size_t begin = ++at_;
    std::string* text = nullptr;
    while (true) {
      at_ = stops_.next(at_);
      if (at_end()) return false;
      const char c = text_[at_++];
      if (c != '"') {
        line_ += is_end_of_line(c) ? 1 : 0;
        continue;
      }
      const std::string_view part = text_.substr(begin, at_ - 1 - begin);
      const bool doubled = !at_end() && text_[at_] == '"';
      if (doubled && text == nullptr) text = &unquoted_.emplace_back();
      if (text != nullptr) text->append(part).append(doubled ? "\"" : "");
      if (!doubled) {
        cell = text != nullptr ? std::string_view(*text) : part;
        return at_end() || text_[at_] == delimiter_ || text_[at_] == '\n' || text_[at_] == '\r';
      }
      begin = ++at_;
    }
  }

  std::string_view text_;
  char delimiter_;
  Stops stops_;
  std::size_t at_ = 0;
  std::int64_t line_ = 1;
  std::list<std::string> unquoted_;
};

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
  CsvReader reader(text, delimiter);
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

}  // namespace houvast
