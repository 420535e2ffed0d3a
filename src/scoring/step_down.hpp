#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

namespace houvast::detail {

/// Fills in the p-values that one random relabelling gives.
using DrawAgain = std::function<void(std::span<double>)>;

/// P-values corrected for all of them together: the share of relabellings whose smallest is as small.
///
/// Stops as soon as nothing can reach `alpha`; then all are 1.
/// @param observed p-values (or any number that is smaller, the stronger), one per comparison
/// @source Westfall & Young (1993), algorithm 2.8; early end: Besag & Clifford (1991)
[[nodiscard]] std::vector<double> step_down(std::span<const double> observed, const DrawAgain& draw, std::int64_t draws,
                                            double alpha);

}  // namespace houvast::detail
