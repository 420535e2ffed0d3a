#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "houvast/base/random.hpp"
#include "houvast/graph/graph.hpp"

namespace houvast::inline v0_1::graph::detail {

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

/// Gives labels of 0 or more the numbers 0 to count - 1 in order of first appearance; returns count.
std::int32_t renumber(std::vector<std::int32_t>& labels);

/// Undirected ties count as sent both ways.
[[nodiscard]] FlowNetwork flow_network(const Graph& graph);

/// A search for the division with the highest modularity, starting with every node alone.
///
/// Every community it has found is connected.
/// @source Traag, Waltman & van Eck (2019), Scientific Reports 9, 5233
class LeidenSearch {
 public:
  LeidenSearch(const FlowNetwork& network, double resolution, Random random);

  /// Moves, refines and aggregates from the division found so far, again and again until nothing changes.
  /// @param rounds most times
  void go_on(std::int64_t rounds);

  [[nodiscard]] bool settled() const noexcept { return settled_; }
  /// One label per node.
  [[nodiscard]] const std::vector<std::int32_t>& labels() const noexcept { return labels_; }

 private:
  const FlowNetwork* network_;
  double resolution_;
  Random random_;
  std::vector<std::int32_t> labels_;
  bool settled_ = false;
};

}  // namespace houvast::inline v0_1::graph::detail
