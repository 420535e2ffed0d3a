#pragma once

#include <cstdint>
#include <initializer_list>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "houvast/api.hpp"
#include "houvast/base/estimate.hpp"
#include "houvast/text/claim.hpp"
#include "houvast/text/localized_text.hpp"

namespace houvast::inline v0_1 {

/// A whole number that may pass 64 bits, as the number of threes in a network of millions of nodes does.
__extension__ using WideInteger = __int128;

/// One column of a result: its values, which of them are there, and what they mean.
struct HOUVAST_API Column {
  using Data = std::variant<std::vector<std::int64_t>, std::vector<double>, std::vector<std::string>, std::vector<bool>,
                            std::vector<WideInteger>>;

  std::string name;
  Data data;
  std::vector<bool> valid{};                      ///< empty = every value is there; else one flag per row
  Claim meaning{};                                ///< with unit and range, in one sentence: a message "column.…"
  std::map<std::string, LocalizedText> titles{};  ///< what ids among its values are called, to be shown beside them

  [[nodiscard]] std::int64_t size() const;
  /// What it means, in English.
  [[nodiscard]] std::string describe() const;
  [[nodiscard]] bool is_valid(std::int64_t row) const { return valid.empty() || valid[static_cast<std::size_t>(row)]; }

  /// The cells of these rows, in this order.
  [[nodiscard]] Column at_rows(std::span<const std::int64_t> rows) const;

  /// The same name, meaning and cells; what has no value is equal to what has none, and NaN to NaN.
  friend HOUVAST_API bool operator==(const Column& a, const Column& b);
};

/// A result of several columns: tidy, ordered, immutable once made.
class HOUVAST_API Table {
 public:
  Table() = default;
  /// @throws ValueError HV-301 when columns differ in length, HV-304 when two share a name
  Table(Claim title, std::vector<Column> columns, Provenance provenance = {});

  [[nodiscard]] const Claim& title() const noexcept { return title_; }
  [[nodiscard]] const std::vector<Column>& columns() const noexcept { return columns_; }
  [[nodiscard]] const Provenance& provenance() const noexcept { return provenance_; }
  [[nodiscard]] std::int64_t rows() const noexcept { return rows_; }

  /// @throws KeyError HV-504 when there is no such column
  [[nodiscard]] const Column& column(std::string_view name) const;

  /// These rows, in this order.
  /// @param rows each from 0 to rows() - 1; a row may come more than once
  /// @throws ValueError HV-302 when there is no such row
  [[nodiscard]] Table at_rows(std::span<const std::int64_t> rows) const;
  /// These columns, in this order.
  /// @throws KeyError HV-504 when there is no such column; ValueError HV-304 when one comes twice
  [[nodiscard]] Table with_columns(std::span<const std::string> names) const;
  /// The same with what ids are called, by column.
  [[nodiscard]] Table with_titles(std::map<std::string, std::map<std::string, LocalizedText>> titles) &&;

  friend bool operator==(const Table&, const Table&) = default;

 private:
  Claim title_;
  std::vector<Column> columns_;
  Provenance provenance_;
  std::int64_t rows_ = 0;
};

/// Collects optional values into a column.
template <class T>
class ColumnBuilder {
 public:
  ColumnBuilder(std::string name, Claim meaning) : name_(std::move(name)), meaning_(std::move(meaning)) {}

  void push(T value) {
    values_.push_back(std::move(value));
    valid_.push_back(true);
  }
  void push_missing() {
    values_.emplace_back();
    valid_.push_back(false);
    some_missing_ = true;
  }
  void push(std::optional<T> value) {
    if (value) {
      push(std::move(*value));
    } else {
      push_missing();
    }
  }

  [[nodiscard]] Column build() && {
    return {std::move(name_), std::move(values_), some_missing_ ? std::move(valid_) : std::vector<bool>{},
            std::move(meaning_)};
  }

 private:
  std::string name_;
  Claim meaning_;
  std::vector<T> values_;
  std::vector<bool> valid_;
  bool some_missing_ = false;
};

}  // namespace houvast::inline v0_1
