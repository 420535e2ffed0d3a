#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

namespace houvast::inline v0_1::detail {

/// Fills in the p-values that one random relabelling gives.
using DrawAgain = std::function<void(std::span<double>)>;

/// P-values corrected for all of them together: the share of relabellings whose smallest is as small.
///
/// Stops as soon as nothing more can reach `alpha`; what cannot is 1 then.
/// @param observed p-values (or any number that is smaller, the stronger), one per comparison
/// @param sure of each comparison whether no relabelling finds it, so that nothing has to be drawn for it; empty: of
/// none
/// @source Westfall & Young (1993), algorithm 2.8; early end: Besag & Clifford (1991)
[[nodiscard]] std::vector<double> step_down(std::span<const double> observed, const DrawAgain& draw, std::int64_t draws,
                                            double alpha, const std::vector<bool>& sure = {});

/// Whether no relabelling of so many people finds as small a p-value. Of few people nothing is sure, since chance can
/// deal them all alike.
[[nodiscard]] bool is_sure(double p, double people);

}  // namespace houvast::inline v0_1::detail
