#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "houvast/base/estimate.hpp"
#include "scoring/mean_share.hpp"

/// What the answers of all groups together say of the share of each.
namespace houvast::inline v0_1::stats::detail {

struct Pooled {
  double share = 0;
  Interval interval;
  double own_weight = 0;  ///< of the group's own share
};

/// @param groups every one with an answer @param questions of which the share is the mean
/// @return one per group
[[nodiscard]] std::vector<Pooled> pooled(std::span<const MeanShare> groups, std::size_t questions, double level);

}  // namespace houvast::inline v0_1::stats::detail
