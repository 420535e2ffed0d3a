#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "houvast/scoring/reliability.hpp"
#include "scoring/support.hpp"

/// What alpha, omega and polychoric alpha share.
namespace houvast::inline v0_1::stats::detail {

/// The options that change a reliability, for the provenance; they have been checked (item_moments does).
[[nodiscard]] Options options_of(const ReliabilityOptions& options);

/// Why there are too few answers, or nothing.
[[nodiscard]] std::optional<Claim> too_few_answers(const ItemMoments& moments);

/// Which item has no variance, or nothing.
[[nodiscard]] std::optional<Claim> constant_item(const ItemMoments& moments);

[[nodiscard]] double correlation(const ItemMoments& moments, std::int64_t i, std::int64_t j);
/// Mean over all pairs of different items.
[[nodiscard]] double mean_correlation(const ItemMoments& moments);
/// Alpha of `items` standardised items, or nothing when their sum has no variance.
[[nodiscard]] std::optional<double> alpha_of_mean_correlation(double mean, std::int64_t items);

/// Whether an alpha is above 1: only covariances of different respondents can give that.
[[nodiscard]] constexpr bool contradicts(double alpha) {
  return alpha > 1 + 1e-12;
}

// An alpha that only rounding brings above one is one: above it, its interval would turn round.
[[nodiscard]] constexpr double without_rounding(double alpha) {
  return alpha > 1 && !contradicts(alpha) ? 1 : alpha;
}

inline constexpr const char* kContradiction = "reason.contradiction";
inline constexpr const char* kOpposedItems = "reason.standardized_sum_constant";

}  // namespace houvast::inline v0_1::stats::detail
