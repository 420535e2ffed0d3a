#include "houvast/io/column_table.hpp"

#include <algorithm>
#include <functional>
#include <list>

#include "houvast/base/text.hpp"

namespace houvast {

ColumnCoder::ColumnCoder(std::string name, std::int64_t rows) : slots_(64, -1) {
  column_.name = std::move(name);
  column_.codes.reserve(static_cast<std::size_t>(rows));
}

std::int32_t ColumnCoder::word(std::string_view text) {
  if (text.empty()) return CodedColumn::kEmpty;
  if (last_ != CodedColumn::kEmpty && column_.words[static_cast<std::size_t>(last_)] == text) return last_;
  const std::size_t hash = std::hash<std::string_view>{}(text);
  std::size_t at = hash & (slots_.size() - 1);
  for (; slots_[at] >= 0; at = (at + 1) & (slots_.size() - 1)) {
    const auto code = static_cast<std::size_t>(slots_[at]);
    if (hashes_[code] == hash && column_.words[code] == text) return last_ = slots_[at];
  }
  last_ = static_cast<std::int32_t>(column_.words.size());
  slots_[at] = last_;
  column_.words.emplace_back(text);
  hashes_.push_back(hash);
  if (column_.words.size() * 2 > slots_.size()) grow();
  return last_;
}

void ColumnCoder::grow() {
  slots_.assign(slots_.size() * 4, -1);
  for (std::size_t code = 0; code < hashes_.size(); ++code) {
    std::size_t at = hashes_[code] & (slots_.size() - 1);
    while (slots_[at] >= 0) at = (at + 1) & (slots_.size() - 1);
    slots_[at] = static_cast<std::int32_t>(code);
  }
}

namespace {

constexpr std::size_t kLongestCell = 131072;  // longer ones go to the reader that explains

// Reads rows of cells; a cell without quotes is a view on the text.
class CsvReader {
 public:
  CsvReader(std::string_view text, char delimiter) : rest_(text), delimiter_(delimiter) {}

  [[nodiscard]] bool at_end() const noexcept { return rest_.empty(); }
  [[nodiscard]] std::int64_t line() const noexcept { return line_; }

  // The next row; false when it is not sound.
  bool row(std::vector<std::string_view>& cells) {
    cells.clear();
    unquoted_.clear();
    while (true) {
      std::string_view cell;
      if (!(rest_.starts_with('"') ? quoted(cell) : plain(cell)) || cell.size() > kLongestCell) return false;
      cells.push_back(cell);
      if (rest_.empty()) return true;
      const char c = rest_.front();
      rest_.remove_prefix(1);
      if (c == delimiter_) continue;
      if (c == '\r' && rest_.starts_with('\n')) rest_.remove_prefix(1);
      ++line_;
      return true;
    }
  }

 private:
  bool plain(std::string_view& cell) {
    std::size_t end = 0;
    while (end < rest_.size() && rest_[end] != delimiter_ && rest_[end] != '\n' && rest_[end] != '\r') ++end;
    cell = rest_.substr(0, end);
    rest_.remove_prefix(end);
    return true;
  }

  bool quoted(std::string_view& cell) {
    rest_.remove_prefix(1);
    std::string* text = nullptr;
    while (true) {
      const std::size_t end = rest_.find('"');
      if (end == std::string_view::npos) return false;
      const std::string_view part = rest_.substr(0, end);
      line_ += std::count(part.begin(), part.end(), '\n');
      for (std::size_t i = 0; i < part.size(); ++i) {
        if (part[i] == '\r' && (i + 1 == part.size() || part[i + 1] != '\n')) ++line_;
      }
      rest_.remove_prefix(end + 1);
      const bool doubled = rest_.starts_with('"');
      if (doubled && text == nullptr) text = &unquoted_.emplace_back();
      if (text != nullptr) text->append(part).append(doubled ? "\"" : "");
      if (!doubled) {
        cell = text != nullptr ? std::string_view(*text) : part;
        return rest_.empty() || rest_.front() == delimiter_ || rest_.front() == '\n' || rest_.front() == '\r';
      }
      rest_.remove_prefix(1);
    }
  }

  std::string_view rest_;
  char delimiter_;
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
  while (!reader.at_end()) {
    const std::int64_t line = reader.line();
    if (!reader.row(cells)) return std::nullopt;
    const Blank is_blank = blank(cells);
    if (is_blank == Blank::kPerhaps) return std::nullopt;
    if (is_blank == Blank::kYes) continue;
    if (columns.empty()) {
      for (const std::string_view cell : cells) {
        if (std::any_of(cell.begin(), cell.end(), [](char c) { return static_cast<unsigned char>(c) > 0x7E; })) {
          return std::nullopt;
        }
        columns.emplace_back(std::string(stripped(cell)), lines);
      }
      continue;
    }
    if (cells.size() != columns.size()) table.ragged.emplace_back(table.rows, cells.size());
    cells.resize(columns.size());
    for (std::size_t i = 0; i < columns.size(); ++i) columns[i].push(cells[i]);
    if (table.row_numbers.empty() && line != table.first_row + table.rows) {
      if (table.rows == 0) {
        table.first_row = line;
      } else {
        for (std::int64_t row = 0; row < table.rows; ++row) table.row_numbers.push_back(table.first_row + row);
      }
    }
    if (!table.row_numbers.empty()) table.row_numbers.push_back(line);
    ++table.rows;
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
    for (const auto& row : table.rows) column.push(i < row.size() ? std::string_view(row[i]) : std::string_view());
    result.columns.push_back(std::move(column).build());
  }
  return result;
}

}  // namespace houvast
