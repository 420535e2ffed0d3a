#pragma once

#include <cstdint>
#include <vector>

#include "houvast/graph/graph.hpp"

namespace houvast::inline v0_1::graph::detail {

/// One depth-first search through an undirected graph. Everything is by position in preorder.
struct LowLink {
  std::vector<std::int32_t> node;    ///< the node at this position
  std::vector<std::int32_t> parent;  ///< position of the parent, -1 for a root
  std::vector<std::int32_t> low;     ///< smallest position that the subtree touches by one tie that is not in the tree

  /// Whether the subtree at `position`, not a root, falls off when its parent leaves.
  [[nodiscard]] bool falls_off(std::size_t position) const { return low[position] >= parent[position]; }
};

/// @param graph undirected
/// @complexity O(nodes + ties), without recursion
[[nodiscard]] LowLink low_link(const Graph& graph);

}  // namespace houvast::inline v0_1::graph::detail
