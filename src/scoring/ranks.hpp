#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "houvast/scoring/arrays.hpp"

/// Ranks with ties, and the exact distributions of rank sums.
namespace houvast::inline v0_1::stats::detail {

/// The most observations for which counts of arrangements still fit a double.
inline constexpr std::int64_t kMostExact = 1000;

struct Ranks {
  std::vector<std::int64_t> doubled;  ///< twice the midrank, in the order of the values
  double tie_sum = 0;                 ///< Σ t³ - t over groups of t equal values
  bool ties = false;
};

/// Ranks from 1; equal values share their mean rank. No NaN.
[[nodiscard]] Ranks ranks_of(std::span<const double> values);

struct Tails {
  double at_most = 1;   ///< P(sum <= observed)
  double at_least = 1;  ///< P(sum >= observed)

  [[nodiscard]] double p_value(Alternative alternative) const noexcept;
};

/// Each rank counts with probability one half: distribution of the sum, at `observed`. @complexity O(n × Σ ranks)
[[nodiscard]] Tails signed_sum_tails(std::span<const std::int64_t> ranks, std::int64_t observed);

/// `chosen` of the ranks are drawn without replacement: distribution of their sum, at `observed`.
/// @throws ValueError HV-302 when that is too much work
[[nodiscard]] Tails chosen_sum_tails(std::span<const std::int64_t> ranks, std::int64_t chosen, std::int64_t observed);

}  // namespace houvast::inline v0_1::stats::detail
