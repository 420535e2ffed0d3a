#pragma once

#include <cstdint>
#include <vector>

#include "houvast/graph/cohesion.hpp"

namespace houvast::inline v0_1::graph::detail {

/// Core numbers and the order in which nodes were peeled off, least connected first.
struct Peeling {
  std::vector<std::int32_t> core;
  std::vector<std::int32_t> order;
};

/// @complexity O(nodes + ties)
[[nodiscard]] Peeling peel(const Graph& graph, CoreTies ties);

}  // namespace houvast::inline v0_1::graph::detail
