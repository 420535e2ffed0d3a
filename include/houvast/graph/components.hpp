#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "houvast/api.hpp"
#include "houvast/graph/graph.hpp"

namespace houvast::inline v0_1::graph {

/// Which nodes hang together.
struct Components {
  std::vector<std::int64_t> labels;  ///< one per node, 0, 1, 2 ... in order of first appearance
  std::vector<std::int64_t> sizes;   ///< nodes per component, by label

  [[nodiscard]] std::int64_t count() const noexcept { return static_cast<std::int64_t>(sizes.size()); }
};

/// The parts of the network that have no tie between them.
/// @param strong in a directed graph: nodes belong together only when each can reach the other along arcs (strong
///        components); otherwise the direction is ignored (weak components). Makes no difference when undirected
/// @complexity O(nodes + ties), without recursion; weak components O((nodes + ties) α(nodes))
/// @source Tarjan (1972), SIAM Journal on Computing 1(2), for strong components; Sutton, Ben-Nun & Barak (2018), IPDPS,
///         for weak ones
[[nodiscard]] HOUVAST_API Components components(const Graph& graph, bool strong = false);

/// The nodes without any tie to another node, in increasing order; a loop is no tie.
/// @complexity O(nodes + ties)
/// @source own definition
[[nodiscard]] HOUVAST_API std::vector<std::int64_t> isolates(const Graph& graph);

/// The nodes whose departure would split their component, in increasing order; direction is ignored.
/// @complexity O(nodes + ties), without recursion
/// @source Hopcroft & Tarjan (1973), Communications of the ACM 16(6), algorithm 447
[[nodiscard]] HOUVAST_API std::vector<std::int64_t> articulation_points(const Graph& graph);

/// The ties whose loss would split their component, as pairs (lower id, higher id) in increasing order.
///
/// Direction is ignored: two arcs in opposite directions are one tie.
/// @complexity O(nodes + ties), without recursion
/// @source Tarjan (1974), Information Processing Letters 2(6)
[[nodiscard]] HOUVAST_API std::vector<std::pair<std::int64_t, std::int64_t>> bridges(const Graph& graph);

}  // namespace houvast::inline v0_1::graph
