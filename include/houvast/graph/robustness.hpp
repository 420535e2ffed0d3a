#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "houvast/api.hpp"
#include "houvast/base/table.hpp"
#include "houvast/graph/graph.hpp"

namespace houvast::inline v0_1::graph {

/// What happens when one node leaves, for every node in turn; direction is ignored.
///
/// Columns: `node`; `components` and `largest`: number of components and size of the largest one after it left;
/// `cut_off`: remaining nodes that lose the largest remaining part of their component; `pairs_lost`: pairs of remaining
/// nodes that were connected and no longer are.
/// @complexity O(nodes + ties) for all nodes together
/// @source own definition; parts by low-link numbers, Hopcroft & Tarjan (1973), Communications of the ACM 16(6)
[[nodiscard]] HOUVAST_API Table knockout(const Graph& graph);

/// What happens when a set of nodes leaves together (an organisation, a role), for each set in turn.
///
/// Columns as above, with `set` (position in `sets`) instead of `node`, and `removed`: number of different nodes in it.
/// @throws ValueError HV-302 when an id is out of range
/// @complexity O(nodes + ties) per set
/// @source own definition
[[nodiscard]] HOUVAST_API Table knockout(const Graph& graph, std::span<const std::vector<std::int64_t>> sets);

/// What happens when each group of nodes leaves together, for each group in turn.
///
/// Columns as for sets, with `group` (its label) instead of `set`; nodes without a group never leave.
/// @param groups one code per node, 0 or more, or -1 for a node without a group
/// @param labels names by code, or empty to use the codes
/// @throws ValueError HV-301 wrong length, HV-302 a code below -1 or without a label
/// @complexity O(nodes + ties) per group
/// @source own definition
[[nodiscard]] HOUVAST_API Table knockout_groups(const Graph& graph, std::span<const std::int32_t> groups,
                                                std::span<const std::string> labels = {});

/// Who becomes unreachable when some nodes leave together: the remaining nodes that lose the largest remaining part of
/// their component, in increasing order; of parts of the same size the one with the lowest node counts as the largest.
///
/// Direction is ignored. The number of them is the column `cut_off` of `knockout`.
/// @throws ValueError HV-302 when an id is out of range
/// @complexity O(nodes + ties)
/// @source own definition
[[nodiscard]] HOUVAST_API std::vector<std::int64_t> cut_off(const Graph& graph, std::span<const std::int64_t> leaving);

/// A node that holds others together, and whom it would cut off by leaving.
struct CutNode {
  std::int32_t node = 0;
  std::vector<std::int64_t> cut_off;  ///< as `cut_off` tells for it alone
};

/// Every articulation point, in increasing order, with whom it would cut off.
/// @complexity O(nodes + ties) and the length of the result
/// @source own definition; Hopcroft & Tarjan (1973), Communications of the ACM 16(6)
[[nodiscard]] HOUVAST_API std::vector<CutNode> cut_nodes(const Graph& graph);

/// What is left while nodes leave one after another in a given order; direction is ignored.
///
/// Rows 0 (nobody has left) to order.size(). Columns: `removed`; `node`: who left last, missing in row 0; `components`;
/// `largest`; `pairs_connected`: pairs of remaining nodes that are connected.
/// @param order ids of different nodes
/// @throws ValueError HV-302 when an id is out of range, HV-304 when a node leaves twice
/// @complexity O((nodes + ties) α(nodes)): union-find run backwards
/// @source own definition; Newman & Ziff (2001), Physical Review E 64, for the way back
[[nodiscard]] HOUVAST_API Table knockout_curve(const Graph& graph, std::span<const std::int64_t> order);

}  // namespace houvast::inline v0_1::graph
