#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "houvast/base/choice.hpp"
#include "houvast/base/error.hpp"
#include "houvast/base/estimate.hpp"
#include "houvast/base/table.hpp"
#include "houvast/base/text.hpp"
#include "houvast/scoring/arrays.hpp"
#include "text/number_text.hpp"

/// What the statistics share: naming results, checking arrays, reading option names.
namespace houvast::inline v0_1::stats::detail {

using Options = std::map<std::string, std::string>;

/// Name and source of a statistic, as keys of their messages; written once per function.
struct Definition {
  const char* name;
  const char* source;
};

using houvast::detail::text_of;

[[nodiscard]] Provenance provenance_of(const Definition& definition, Options options = {},
                                       std::optional<std::uint64_t> seed = std::nullopt);
[[nodiscard]] Estimate estimate_of(const Definition& definition, std::int64_t n, double value, Options options = {});
[[nodiscard]] Estimate undefined(const Definition& definition, std::int64_t n, Claim reason, Options options = {});
/// A variant of a method with where it comes from, fit for a paper.
[[nodiscard]] Claim cited(Claim method, const Definition& definition);

[[noreturn]] void fail(const char* code, Claim subject, Found value, Claim expected);

/// @throws ValueError HV-302 unless 0 < level < 1
void require_level(double level);
/// @throws ValueError HV-302 unless low < high and both are finite
void require_bounds(const Bounds& bounds);
/// @throws ValueError HV-301 when the lengths differ
void require_same_length(std::int64_t size, std::int64_t expected, const char* subject, const char* other);
/// @throws ValueError HV-302 on an infinite value, with its row
void require_finite(std::span<const double> values, const char* subject);
/// @throws ValueError HV-301 when the values do not fill whole rows
void require_rows(const Items& items);
/// @throws ValueError HV-301 when the values do not fill whole rows, HV-302 on an infinite value
void require_items(const Items& items);
/// @throws ValueError HV-302 when a value lies outside the bounds (its row and column, never the answer)
void require_within(const Items& items, const Bounds& bounds);
/// @throws ValueError HV-302 when a value is not a whole number or lies outside the bounds
void require_codes(std::span<const double> values, const Bounds& bounds, const char* subject);
/// @throws ValueError HV-301 when there is not one code per row, HV-302 when a code has no label
void require_groups(const Grouping& groups, std::int64_t rows);

/// One flag per item: is it to be turned round?
/// @throws ValueError HV-302 for an index out of range, or `reverse` without declared bounds
[[nodiscard]] std::vector<bool> reversed_items(std::int64_t items, std::span<const std::int64_t> reverse,
                                               const std::optional<Bounds>& bounds);

/// The values that are there, in order.
[[nodiscard]] std::vector<double> present(std::span<const double> values);

/// How often each code from low to high occurs. @throws ValueError HV-302 as require_codes
[[nodiscard]] std::vector<std::int64_t> counts_of(std::span<const double> values, const Bounds& bounds,
                                                  const char* subject);

/// The number of categories that whole-numbered bounds declare. @throws ValueError HV-302
[[nodiscard]] std::int64_t categories_of(const Bounds& bounds);

/// Quantile of sorted values with linear interpolation (Hyndman & Fan type 7).
[[nodiscard]] double quantile_of_sorted(std::span<const double> sorted, double p);

/// Sum with Neumaier's compensation.
[[nodiscard]] double exact_sum(std::span<const double> values);

}  // namespace houvast::inline v0_1::stats::detail
