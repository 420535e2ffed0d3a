#include "houvast/graph/paths.hpp"

#include <algorithm>
#include <limits>
#include <optional>
#include <string>

#include "base/index.hpp"
#include "graph/detail_dijkstra.hpp"
#include "graph/detail_sweep_driver.hpp"
#include "graph/estimates.hpp"
#include "houvast/base/parallel.hpp"

namespace houvast::inline v0_1::graph {
using houvast::detail::as_size;
using houvast::detail::at;
namespace {

constexpr double kUnreachable = std::numeric_limits<double>::infinity();

Graph facing(const Graph& graph, Direction direction) {
  if (direction == Direction::kAll) return graph.symmetrized();
  return direction == Direction::kIn ? graph.transpose() : graph;
}

void count_steps(const Graph& graph, std::int64_t source, std::span<double> row) {
  std::fill(row.begin(), row.end(), kUnreachable);
  std::vector<std::int32_t> queue{static_cast<std::int32_t>(source)};
  at(row, source) = 0.0;
  for (std::size_t i = 0; i < queue.size(); ++i) {
    const double next = at(row, queue[i]) + 1.0;
    for (const std::int32_t other : graph.neighbours(queue[i])) {
      if (at(row, other) != kUnreachable) continue;
      at(row, other) = next;
      queue.push_back(other);
    }
  }
}

// Sums over ordered pairs of different nodes that reach each other.
struct PairTotals {
  std::int64_t pairs = 0;
  double sum = 0.0;
  double longest = 0.0;
};

PairTotals totals_of_steps(const Graph& graph, const PathOptions& options) {
  const Direction direction = options.direction == Direction::kAll ? Direction::kAll : Direction::kOut;
  const detail::SweepResult sweep =
      detail::sweep(graph, detail::all_nodes(graph), {.direction = direction, .threads = options.threads});
  std::int64_t farness = 0;
  PairTotals result;
  for (const detail::SweepTotals& total : sweep.totals) {
    result.pairs += total.reached;
    farness += total.farness;
  }
  result.sum = static_cast<double>(farness);
  for (const std::int32_t farthest : sweep.farthest) result.longest = std::max<double>(result.longest, farthest);
  return result;
}

PairTotals totals_of_lengths(const Graph& graph, const PathOptions& options) {
  const detail::LengthGraph lengths(graph, options.direction);
  std::vector<PairTotals> parts(as_size(graph.nodes()));
  parallel_for(graph.nodes(), options.threads, [&](std::int64_t source) {
    std::vector<double> row(parts.size());
    lengths.distances_from(source, row);
    PairTotals& part = at(parts, source);
    for (std::size_t node = 0; node < row.size(); ++node) {
      if (row[node] == kUnreachable || static_cast<std::int64_t>(node) == source) continue;
      ++part.pairs;
      part.sum += row[node];
      part.longest = std::max(part.longest, row[node]);
    }
  });
  PairTotals result;
  for (const PairTotals& part : parts) {
    result.pairs += part.pairs;
    result.sum += part.sum;
    result.longest = std::max(result.longest, part.longest);
  }
  return result;
}

Estimate over_pairs(const Graph& graph, const PathOptions& options, Claim definition, Claim source, bool mean) {
  const PairTotals totals =
      options.weights == WeightMeaning::kDistance ? totals_of_lengths(graph, options) : totals_of_steps(graph, options);
  const std::int64_t ways = graph.directed() && options.direction != Direction::kAll ? 1 : 2;
  const std::int64_t unreachable = (graph.nodes() * (graph.nodes() - 1) - totals.pairs) / ways;
  Estimate result = totals.pairs == 0
                        ? undefined_estimate(std::move(definition), std::move(source), 0, {"reason.unreachable"})
                        : defined_estimate(std::move(definition), std::move(source), totals.pairs / ways,
                                           mean ? totals.sum / static_cast<double>(totals.pairs) : totals.longest);
  result.details["unreachable_pairs"] = static_cast<double>(unreachable);
  result.provenance.options["weights"] = options.weights == WeightMeaning::kDistance ? "distance" : "ignored";
  result.provenance.options["direction"] = options.direction == Direction::kAll ? "all" : "along arcs";
  return result;
}

}  // namespace

Distances distances(const Graph& graph, DistanceOptions options) {
  Distances result{options.sources ? std::move(*options.sources) : detail::all_nodes(graph), graph.nodes(), {}};
  for (const std::int64_t source : result.sources) {
    if (source >= 0 && source < graph.nodes()) continue;
    throw ValueError({"HV-302",
                      argument("source"),
                      std::to_string(source),
                      {"problem.expected.node_below", {{"nodes", graph.nodes()}}}});
  }
  const auto nodes = as_size(graph.nodes());
  result.values.resize(result.sources.size() * nodes);
  const auto row_of = [&](std::int64_t i) {
    return std::span<double>(result.values.data() + as_size(i) * nodes, nodes);
  };
  const auto rows = static_cast<std::int64_t>(result.sources.size());
  if (options.weights == WeightMeaning::kDistance) {
    const detail::LengthGraph lengths(graph, options.direction);
    parallel_for(rows, options.threads,
                 [&](std::int64_t i) { lengths.distances_from(at(result.sources, i), row_of(i)); });
  } else {
    const Graph turned = facing(graph, options.direction);
    parallel_for(rows, options.threads, [&](std::int64_t i) { count_steps(turned, at(result.sources, i), row_of(i)); });
  }
  return result;
}

Estimate diameter(const Graph& graph, PathOptions options) {
  return over_pairs(graph, options, {"method.diameter"}, {"source.diameter"}, false);
}

Estimate average_path_length(const Graph& graph, PathOptions options) {
  return over_pairs(graph, options, {"method.average_path_length"}, {"source.watts_strogatz_1998"}, true);
}

std::vector<double> reach(const Graph& graph, std::int64_t steps, ReachOptions options) {
  detail::check_at_least(argument("steps"), steps, 0);
  // Searches against the arcs gather at a node what it can reach.
  const Direction search = options.direction == Direction::kAll  ? Direction::kAll
                           : options.direction == Direction::kIn ? Direction::kOut
                                                                 : Direction::kIn;
  const detail::SweepResult sweep = detail::sweep(
      graph, detail::all_nodes(graph), {.direction = search, .most_steps = steps, .threads = options.threads});
  std::vector<double> result;
  result.reserve(sweep.totals.size());
  const double others =
      graph.nodes() > 1 ? static_cast<double>(graph.nodes() - 1) : std::numeric_limits<double>::quiet_NaN();
  for (const detail::SweepTotals& total : sweep.totals) result.push_back(static_cast<double>(total.reached) / others);
  return result;
}

}  // namespace houvast::inline v0_1::graph
