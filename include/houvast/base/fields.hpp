#pragma once

#include <cstdint>
#include <functional>
#include <iterator>
#include <optional>
#include <span>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include "houvast/base/table.hpp"

namespace houvast::inline v0_1 {

namespace detail {

template <class Value>
struct Known {
  using Type = Value;
};
template <class Value>
struct Known<std::optional<Value>> {
  using Type = Value;
};
/// The type of what is there, when something is.
template <class Value>
using KnownType = typename Known<Value>::Type;

/// What a value is in a column: ids and choices are text, a statistic is its value, missing when it has none.
template <class Value>
[[nodiscard]] auto cell_of(const Value& value) {
  if constexpr (std::is_same_v<Value, bool>) {
    return value;
  } else if constexpr (std::is_enum_v<Value>) {
    return std::string(to_string(value));
  } else if constexpr (std::is_integral_v<Value>) {
    return static_cast<std::int64_t>(value);
  } else if constexpr (std::is_floating_point_v<Value>) {
    return static_cast<double>(value);
  } else if constexpr (std::is_same_v<Value, Estimate>) {
    return value.defined() ? std::optional(value.value) : std::nullopt;
  } else if constexpr (requires { value.str(); }) {
    return value.str();
  } else {
    return std::string(value);
  }
}

template <class Value>
[[nodiscard]] auto cell_of(const std::optional<Value>& value) {
  using Cell = KnownType<decltype(cell_of(*value))>;
  return value ? std::optional<Cell>(cell_of(*value)) : std::nullopt;
}

[[nodiscard]] inline std::optional<Interval> interval_of(const Estimate& estimate) {
  return estimate.defined() ? estimate.interval : std::nullopt;
}
[[nodiscard]] inline std::optional<Interval> interval_of(const std::optional<Estimate>& estimate) {
  return estimate ? interval_of(*estimate) : std::nullopt;
}
[[nodiscard]] inline std::optional<Interval> interval_of(const std::optional<Interval>& interval) {
  return interval;
}

}  // namespace detail

/// One column of the tables whose rows are of one type: its name, what it means, and where a row has its value.
///
/// The fields of a row type, in order, are the only place where its columns are named.
template <class Row>
class Field {
 public:
  /// @param value a member of the row, or a function of a row; where it is optional the column can have gaps
  template <class Value>
  Field(std::string name, Claim meaning, Value value)
      : name_(std::move(name)), meaning_(std::move(meaning)), fill_(filler(std::move(value))) {}

  [[nodiscard]] Column column(std::span<const Row> rows) const { return fill_(*this, rows); }

 private:
  using Fill = std::function<Column(const Field&, std::span<const Row>)>;

  template <class Value>
  static Fill filler(Value value) {
    return [value = std::move(value)](const Field& field, std::span<const Row> rows) {
      using Cell = decltype(detail::cell_of(std::invoke(value, std::declval<const Row&>())));
      ColumnBuilder<detail::KnownType<Cell>> column(field.name_, field.meaning_);
      for (const Row& row : rows) column.push(detail::cell_of(std::invoke(value, row)));
      return std::move(column).build();
    };
  }

  std::string name_;
  Claim meaning_;
  Fill fill_;
};

template <class Row>
using Fields = std::vector<Field<Row>>;

/// One end of an interval of a row, missing when there is none.
/// @param interval an interval or a statistic, optional or not: a member of the row or a function of it
template <class Row, class Get>
[[nodiscard]] auto end_of(Get interval, double Interval::*end) {
  return [interval, end](const Row& row) {
    const std::optional<Interval> found = detail::interval_of(std::invoke(interval, row));
    return found ? std::optional((*found).*end) : std::nullopt;
  };
}

/// What a statistic and the ends of its interval mean.
struct IntervalMeaning {
  Claim value;
  Claim low{"column.bound_low"};
  Claim high{"column.bound_high"};
};

/// A statistic with its interval: name, name_low and name_high.
/// @param statistic an Estimate, optional or not: a member of the row or a function of it
template <class Row, class Get>
[[nodiscard]] Fields<Row> interval_fields(const std::string& name, const IntervalMeaning& meaning, Get statistic) {
  return {{name, meaning.value, statistic},
          {name + "_low", meaning.low, end_of<Row>(statistic, &Interval::low)},
          {name + "_high", meaning.high, end_of<Row>(statistic, &Interval::high)}};
}

/// What a cell says that lists several things: a semicolon between them.
/// @param text what is said of an item: a member of it or a function of it
template <class Item, class Text = std::identity>
[[nodiscard]] std::string listed(const std::vector<Item>& items, Text text = {}) {
  std::string all;
  for (const Item& item : items) all += (all.empty() ? "" : ";") + detail::cell_of(std::invoke(text, item));
  return all;
}

/// The fields after each other.
template <class Row>
void append(Fields<Row>& fields, Fields<Row> more) {
  fields.insert(fields.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

/// One column per field, in their order.
template <class Row>
[[nodiscard]] std::vector<Column> columns_of(const std::vector<Row>& rows, const Fields<Row>& fields) {
  std::vector<Column> columns;
  columns.reserve(fields.size());
  for (const Field<Row>& field : fields) columns.push_back(field.column(rows));
  return columns;
}

}  // namespace houvast::inline v0_1
