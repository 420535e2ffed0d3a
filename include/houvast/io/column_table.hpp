#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "houvast/api.hpp"
#include "houvast/base/numbering.hpp"
#include "houvast/io/study_io.hpp"

namespace houvast::inline v0_1 {

/// A column of texts that keeps each distinct text once: what a million answers need is a few hundred words.
struct CodedColumn {
  static constexpr std::int32_t kEmpty = -1;

  std::string name;
  std::vector<std::string> words;   ///< the distinct texts
  std::vector<std::int32_t> codes;  ///< one per row: index into words, or kEmpty

  /// The text of a row; empty when there is none. @param row in [0, rows)
  [[nodiscard]] std::string_view at(std::int64_t row) const {
    const std::int32_t code = codes[static_cast<std::size_t>(row)];
    return code == kEmpty ? std::string_view() : words[static_cast<std::size_t>(code)];
  }
};

/// A table of texts in columns, before its meaning is known.
struct ColumnTable {
  std::string name;  ///< "parties", "answers", "ties", "assessments", "goals" or "matrix"
  std::string file;  ///< file or table name for messages
  std::vector<CodedColumn> columns{};
  std::int64_t rows = 0;
  std::int64_t first_row = 2;               ///< place of the first row, for messages
  std::vector<std::int64_t> row_numbers{};  ///< place of each row; empty: first_row, first_row + 1, …
  std::vector<std::pair<std::int64_t, std::int64_t>> ragged{};  ///< row → its cells, where that is not one per column
};

namespace detail {

/// What is compared in place of a text: of 1 to 16 bytes it is the text itself, of more its hash and its end.
struct WordMark {
  std::uint64_t begin, end, size;
  friend bool operator==(const WordMark&, const WordMark&) = default;
};

}  // namespace detail

/// Builds a coded column cell by cell.
class HOUVAST_API ColumnCoder {
 public:
  explicit ColumnCoder(std::string name, std::int64_t rows = 0);

  /// Appends a row with a text. @complexity O(length), each distinct text is stored once
  void push(std::string_view text) { column_.codes.push_back(word(text)); }
  /// Appends a row with a number as text, a whole one without a point; NaN is no text.
  void push_number(double number);
  /// Appends a row with a day as text (2024-05-31). Days outside the years 0 to 9999 stay a number, which is no day.
  /// @param days since 1970-01-01
  void push_day(std::int64_t days);
  /// Appends a row without one.
  void push_empty() { column_.codes.push_back(CodedColumn::kEmpty); }
  /// Appends a row with a code that `word` gave.
  void push_code(std::int32_t code) { column_.codes.push_back(code); }
  /// Appends rows, to be filled with codes that `word` gave. @return their codes, valid until the next row
  [[nodiscard]] std::span<std::int32_t> push_rows(std::int64_t rows) {
    const std::size_t before = column_.codes.size();
    column_.codes.resize(before + static_cast<std::size_t>(rows));
    return std::span(column_.codes).subspan(before);
  }
  /// The code of a text; a new one when it was not seen before. An empty text is kEmpty.
  [[nodiscard]] std::int32_t word(std::string_view text);

  [[nodiscard]] CodedColumn build() && { return std::move(column_); }

 private:
  [[nodiscard]] bool is(std::int32_t code, detail::WordMark mark, std::string_view text) const {
    const auto index = static_cast<std::size_t>(code);
    return marks_[index] == mark && (mark.size <= 16 || column_.words[index] == text);
  }
  [[nodiscard]] std::int32_t found(detail::WordMark mark, std::string_view text);

  CodedColumn column_;
  Numbering numbering_;
  std::vector<detail::WordMark> marks_;   // per word
  std::array<std::int32_t, 256> recent_;  // by a few bits of a mark: the word met last, or kEmpty
  std::int32_t last_ = CodedColumn::kEmpty;
};

/// Reads CSV text (UTF-8, any line ending, cells perhaps in quotes) into columns; blank lines are skipped and every row
/// keeps the number of the line that it starts on.
/// @param delimiter ',' ';' or tab
/// @return nothing when the text is not plain sound CSV: not UTF-8, a stray quote, no heading
/// @complexity O(length)
[[nodiscard]] HOUVAST_API std::optional<ColumnTable> columns_from_csv(std::string_view text, std::string name,
                                                                      std::string file, char delimiter);

/// The same table in columns; rows with too few or too many cells are marked.
[[nodiscard]] HOUVAST_API ColumnTable columns_from_texts(const TextTable& table);

/// Builds a study from its `study.json` and tables in columns; the same rules and errors as study_from_tables.
/// @throws as study_from_tables
[[nodiscard]] HOUVAST_API Study study_from_columns(std::string_view study_json, const std::vector<ColumnTable>& tables,
                                                   std::string_view file = "study.json");

}  // namespace houvast::inline v0_1
