#pragma once

#include <cstdint>
#include <vector>

#include "graph/detail_rows.hpp"
#include "houvast/graph/graph.hpp"

namespace houvast::inline v0_1::graph::detail {

/// A graph with its nodes renumbered in breadth-first order (direction ignored), so that nodes near each other in the
/// network are near each other in memory and a batch of sources in a row shares most of its way.
struct Relabelled {
  std::vector<std::int32_t> old_id;  ///< by new id
  std::vector<std::uint32_t> out_offsets;
  std::vector<std::int32_t> out;
  std::vector<std::uint32_t> in_offsets;  ///< empty when undirected
  std::vector<std::int32_t> in;

  [[nodiscard]] ArcRows rows() const;
};

/// @param direction kOut: the graph itself, kIn: every arc turned round, kAll: direction ignored
/// @complexity O(nodes + ties)
[[nodiscard]] Relabelled relabelled(const Graph& graph, Direction direction);

/// New ids of the given old ids. @complexity O(nodes)
[[nodiscard]] std::vector<std::int32_t> new_ids(const Relabelled& graph, const std::vector<std::int64_t>& old_ids);

}  // namespace houvast::inline v0_1::graph::detail
