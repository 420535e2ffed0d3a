#pragma once

#include <cstdint>
#include <memory>
#include <span>

#include "houvast/graph/paths.hpp"

namespace houvast::inline v0_1::graph::detail {

/// Shortest paths in a graph whose weights are lengths.
/// @source Dijkstra (1959), Numerische Mathematik 1, as Boost.Graph has it
class LengthGraph {
 public:
  /// @throws ValueError HV-302 when a length is negative
  LengthGraph(const Graph& graph, Direction direction);
  ~LengthGraph();
  LengthGraph(const LengthGraph&) = delete;
  LengthGraph& operator=(const LengthGraph&) = delete;

  /// Fills `row` (one per node) with distances from `source`, infinity where there is no path. May run in parallel.
  void distances_from(std::int64_t source, std::span<double> row) const;

 private:
  struct Boost;
  std::unique_ptr<const Boost> boost_;
};

}  // namespace houvast::inline v0_1::graph::detail
