#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "houvast/base/random.hpp"
#include "houvast/graph/graph.hpp"

namespace houvast::graph::detail {

/// A graph as the search for communities sees it: strengths a_ij + a_ji between nodes, and what nodes send and receive.
///
/// Nodes may stand for several nodes of the graph; ties within such a node do not matter for where it moves.
struct FlowNetwork {
  std::vector<std::size_t> offsets;
  std::vector<std::int32_t> heads;
  std::vector<double> strengths;
  std::vector<double> sent;      // per node
  std::vector<double> received;  // per node
  double total = 0;              // of all that is sent

  [[nodiscard]] std::int32_t nodes() const { return static_cast<std::int32_t>(sent.size()); }
};

/// Undirected ties count as sent both ways.
[[nodiscard]] FlowNetwork flow_network(const Graph& graph);

/// One search for the division with the highest modularity.
/// @param rounds most times that moving, refining and aggregating start again from the division found so far
/// @return one label per node; every community is connected
/// @source Traag, Waltman & van Eck (2019), Scientific Reports 9, 5233
[[nodiscard]] std::vector<std::int32_t> leiden(const FlowNetwork& network, double resolution, std::int64_t rounds,
                                               Random& random);

}  // namespace houvast::graph::detail
