#pragma once

#include <span>
#include <vector>

namespace houvast::inline v0_1::stats::detail {

/// x - y of the pairs that have both.
/// @throws ValueError HV-301 when the lengths differ, HV-302 on an infinite value
[[nodiscard]] std::vector<double> differences_of(std::span<const double> x, std::span<const double> y);

}  // namespace houvast::inline v0_1::stats::detail
