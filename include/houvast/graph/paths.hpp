#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "houvast/api.hpp"
#include "houvast/base/estimate.hpp"
#include "houvast/graph/graph.hpp"

namespace houvast::inline v0_1::graph {

/// What a tie's weight says about the way across it. Strength is not distance: a strong tie is a short way, so convert
/// strengths first (for example distance = 1 / strength) and build a graph with those.
enum class WeightMeaning {
  kIgnored,   ///< every tie is one step
  kDistance,  ///< the weight is the length of the tie, at least 0
};

struct PathOptions {
  Direction direction = Direction::kOut;
  WeightMeaning weights = WeightMeaning::kIgnored;
  int threads = 1;  ///< 0 = as many as the machine has; never changes a bit of the result
};

/// Lengths of shortest paths: one row per source, one column per node; infinity where there is no path.
struct Distances {
  std::vector<std::int64_t> sources;
  std::int64_t nodes = 0;
  std::vector<double> values;  ///< row after row

  [[nodiscard]] double at(std::int64_t row, std::int64_t node) const {
    return values.at(static_cast<std::size_t>(row * nodes + node));
  }
};

struct DistanceOptions {
  std::optional<std::vector<std::int64_t>> sources = std::nullopt;  ///< ids to start from; nothing = from every node
  Direction direction = Direction::kOut;                            ///< kOut: along the arcs, kIn: against them
  WeightMeaning weights = WeightMeaning::kIgnored;
  int threads = 1;  ///< 0 = as many as the machine has; never changes a bit of the result
};

/// How far every node is from every other, or from some.
/// @throws ValueError HV-302 when an id is out of range or a length negative
/// @complexity O(nodes + ties) per source, O((nodes + ties) log nodes) with lengths
/// @source breadth-first search; with lengths Dijkstra (1959), Numerische Mathematik 1
[[nodiscard]] HOUVAST_API Distances distances(const Graph& graph, DistanceOptions options = {});

/// The longest shortest path, over the pairs that can reach each other.
///
/// Undefined when no node reaches another.
/// @return `n` = reachable pairs (ordered when directed); details "unreachable_pairs"
/// @complexity O(nodes * (nodes + ties) / 512) word operations in practice; with lengths as `distances`
/// @source Wasserman & Faust (1994), chapter 4.3
[[nodiscard]] HOUVAST_API Estimate diameter(const Graph& graph, PathOptions options = {});

/// The mean length of shortest paths, over the pairs that can reach each other.
///
/// Undefined when no node reaches another.
/// @return `n` = reachable pairs (ordered when directed); details "unreachable_pairs"
/// @complexity as `diameter`
/// @source Watts & Strogatz (1998), Nature 393; unreachable pairs left out and counted, as igraph does
[[nodiscard]] HOUVAST_API Estimate average_path_length(const Graph& graph, PathOptions options = {});

struct ReachOptions {
  Direction direction = Direction::kOut;
  int threads = 1;  ///< 0 = as many as the machine has; never changes a bit of the result
};

/// For each node the share of the other nodes that it reaches within some steps; NaN when there are no others.
/// @param steps at least 0
/// @throws ValueError HV-302 when `steps` is negative
/// @complexity as `diameter`
/// @source Borgatti (2006), Computational & Mathematical Organization Theory 12, "m-reach"
[[nodiscard]] HOUVAST_API std::vector<double> reach(const Graph& graph, std::int64_t steps, ReachOptions options = {});

}  // namespace houvast::inline v0_1::graph
