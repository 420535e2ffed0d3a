#pragma once

#include <cstdint>
#include <vector>

#include "houvast/ecosystem/network.hpp"

namespace houvast::inline v0_1::detail {

/// Per position: how many open dyads there are from it and towards it; the same when there is no direction.
struct OpenCounts {
  std::vector<std::int64_t> out;
  std::vector<std::int64_t> in;
};

/// @complexity O(parties) for a network of parties, O(groups²) for one of groups
[[nodiscard]] OpenCounts open_counts(const Network& network);

/// Some of the open dyads, which connect everybody whom all of them connect; whoever has an open dyad is among them.
/// @complexity as open_counts
[[nodiscard]] std::vector<Told::Dyad> open_dyads_that_join(const Network& network);

/// Pairs of which both dyads are observed.
[[nodiscard]] std::int64_t pairs_observed_both_ways(const Network& network);

}  // namespace houvast::inline v0_1::detail
