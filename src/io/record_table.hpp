#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/index.hpp"
#include "houvast/base/error.hpp"
#include "houvast/io/column_table.hpp"
#include "houvast/study/tables.hpp"

namespace houvast::inline v0_1::detail {

/// A text table read by column name, that knows the place of every cell and gathers what is wrong.
class RecordTable {
 public:
  /// @param json_pointer when the table stands inside a JSON file: the pointer of its array; else empty
  RecordTable(const ColumnTable& table, std::string json_pointer, std::vector<Issue>& issues);

  /// Reports absent (HV-112), unknown (HV-111, with the nearest) and doubled columns (HV-114), ragged rows (HV-113) and
  /// cells that are not UTF-8 (HV-103). `accepts` says which further columns are fine.
  /// @return whether every required column is there, so that rows can be read
  template <class Accepts>
  [[nodiscard]] bool check_columns(const std::vector<TableField>& fields, const Accepts& accepts) {
    for (const std::string& name : begin_check(fields)) {
      const auto is_it = [&name](const TableField& field) { return field.name == name; };
      if (!accepts(name) && std::none_of(fields.begin(), fields.end(), is_it)) unknown_column(name, fields);
    }
    return complete_;
  }

  [[nodiscard]] std::int64_t size() const noexcept { return table_->rows; }
  /// Whether the row has one cell per column; the cells of any other row may stand under the wrong heading.
  [[nodiscard]] bool is_whole(std::int64_t row) const noexcept { return whole_.empty() || at(whole_, row); }
  [[nodiscard]] const std::vector<std::string>& columns() const noexcept { return names_; }
  /// The column itself, or nothing; the first of that name.
  [[nodiscard]] const CodedColumn* column(std::string_view name) const;
  [[nodiscard]] bool has(std::string_view column) const;
  [[nodiscard]] Where where(std::int64_t row) const;
  [[nodiscard]] Where where(std::int64_t row, std::string_view column) const;
  /// The row as places count: its number in the file, or its index in a JSON array.
  [[nodiscard]] std::int64_t place(std::int64_t row) const {
    if (!pointer_.empty()) return row;
    return table_->row_numbers.empty() ? table_->first_row + row : at(table_->row_numbers, row);
  }
  /// JSON pointer of the table's array; empty for a table in a file of its own.
  [[nodiscard]] const std::string& pointer() const noexcept { return pointer_; }
  [[nodiscard]] const std::string& file() const noexcept { return table_->file; }

  /// The cell, ends trimmed; empty when there is no such column.
  [[nodiscard]] std::string text(std::int64_t row, std::string_view column) const;
  /// The cell as it stands.
  [[nodiscard]] std::string raw(std::int64_t row, std::string_view column) const;
  /// Parts between ';', each trimmed, empty ones dropped.
  [[nodiscard]] std::vector<std::string> list(std::int64_t row, std::string_view column) const;
  /// yes/no, ja/nee, true/false, 1/0; nothing when empty (HV-108 otherwise).
  [[nodiscard]] std::optional<bool> flag(std::int64_t row, std::string_view column);
  /// A number with a decimal point; nothing when empty (HV-108 otherwise).
  [[nodiscard]] std::optional<double> number(std::int64_t row, std::string_view column);

  void problem(std::string code, Claim subject, Found value, Claim expected, std::int64_t row, std::string_view column,
               std::string near = "");

 private:
  [[nodiscard]] std::vector<std::string> begin_check(const std::vector<TableField>& fields);
  void check_cells();
  void unknown_column(const std::string& name, const std::vector<TableField>& known);

  const ColumnTable* table_;
  std::vector<std::string> names_;
  std::unordered_map<std::string_view, const CodedColumn*> by_name_;  // the first of every name
  std::vector<bool> whole_;                                           // empty: every row is
  std::string pointer_;
  std::vector<Issue>* issues_;
  bool complete_ = true;
};

/// White space at both ends removed, that of Unicode included.
[[nodiscard]] std::string trimmed(std::string_view text);

}  // namespace houvast::inline v0_1::detail
