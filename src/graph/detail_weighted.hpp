#pragma once

#include <vector>

#include "houvast/graph/graph.hpp"

namespace houvast::inline v0_1::graph::detail {

/// @throws ValueError HV-302 when a weight is no length above 0
void require_lengths(const Graph& graph);

/// For each node the ordered pairs of others whose shortest paths run through it, weights being lengths; ways of
/// exactly the same length are all shortest.
/// @throws ValueError HV-302 when a weight is no length above 0
/// @source Brandes (2001), Journal of Mathematical Sociology 25(2)
[[nodiscard]] std::vector<double> weighted_dependencies(const Graph& graph, int threads);

}  // namespace houvast::inline v0_1::graph::detail
