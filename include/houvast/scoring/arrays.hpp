#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "houvast/api.hpp"

/// The plain arrays that the statistics of houvast::stats take. NaN means "no usable answer"; infinities are refused.
namespace houvast::inline v0_1::stats {

/// Declared lowest and highest code of a scale; never taken from the data.
struct Bounds {
  double low = 0;
  double high = 0;

  friend bool operator==(const Bounds&, const Bounds&) = default;
};

/// Answers of respondents (rows) to items (columns), row after row; NaN = missing.
struct Items {
  std::span<const double> values;
  std::int64_t items = 0;  ///< number of columns

  [[nodiscard]] std::int64_t rows() const noexcept {
    return items > 0 ? static_cast<std::int64_t>(values.size()) / items : 0;
  }
  [[nodiscard]] double at(std::int64_t row, std::int64_t item) const noexcept {
    return values[static_cast<std::size_t>(row * items + item)];
  }
};

/// The same answers as one byte each, item after item (question-major), `missing` marking no answer.
struct ItemCodes {
  std::span<const std::uint8_t> values;
  std::int64_t items = 0;  ///< number of columns
  std::uint8_t missing = 255;

  [[nodiscard]] std::int64_t rows() const noexcept {
    return items > 0 ? static_cast<std::int64_t>(values.size()) / items : 0;
  }
};

/// Who belongs together: one code per respondent, -1 = no group, else an index into `labels`.
struct Grouping {
  std::span<const std::int32_t> codes;
  std::span<const std::string> labels;

  [[nodiscard]] std::int64_t groups() const noexcept { return static_cast<std::int64_t>(labels.size()); }
};

/// What to do with respondents who skipped some items.
enum class Missing {
  kPairwise,  ///< every number uses all who answered what it needs
  kListwise,  ///< only those who answered every item
};

/// "pairwise" or "listwise". @throws ValueError HV-303
[[nodiscard]] HOUVAST_API Missing missing_of(std::string_view name);

/// Which tail a test looks at.
enum class Alternative { kTwoSided, kLess, kGreater };

/// "two-sided", "less" or "greater". @throws ValueError HV-303
[[nodiscard]] HOUVAST_API Alternative alternative_of(std::string_view name);

/// How a test gets its p-value.
enum class TestMethod {
  kAuto,        ///< exact up to 50 observations, asymptotic beyond
  kExact,       ///< conditional permutation distribution, ties and zeros included
  kAsymptotic,  ///< normal approximation with tie correction
};

/// "auto", "exact" or "asymptotic". @throws ValueError HV-303
[[nodiscard]] HOUVAST_API TestMethod test_method_of(std::string_view name);

}  // namespace houvast::inline v0_1::stats
