#include <algorithm>
#include <limits>

#include "base/index.hpp"
#include "graph/detail_dijkstra.hpp"
#include "graph/detail_sample.hpp"
#include "graph/detail_sweep_driver.hpp"
#include "graph/detail_weighted.hpp"
#include "houvast/base/error.hpp"
#include "houvast/base/parallel.hpp"
#include "houvast/graph/centrality.hpp"
#include "houvast/graph/components.hpp"

namespace houvast::inline v0_1::graph {
using houvast::detail::as_size;
using houvast::detail::at;
namespace {

constexpr double kNan = std::numeric_limits<double>::quiet_NaN();

// Distances from a node are gathered by searches against the arcs, and the other way round.
Direction search_direction(Direction direction) {
  if (direction == Direction::kAll) return Direction::kAll;
  return direction == Direction::kOut ? Direction::kIn : Direction::kOut;
}

double closeness_of(double reached, double farness, double others, ClosenessVariant variant) {
  if (variant == ClosenessVariant::kWassermanFaust) {
    return reached == 0 ? 0.0 : reached / others * (reached / farness);
  }
  if (reached == 0) return kNan;
  return variant == ClosenessVariant::kComponent ? reached / farness : 1.0 / farness;
}

void check_connected(const Graph& graph, Direction direction) {
  if (graph.nodes() < 2) {
    throw ValueError({"HV-305",
                      {"problem.subject.graph"},
                      Claim{"problem.value.nodes", {{"n", graph.nodes()}}},
                      {"problem.expected.two_nodes"}});
  }
  const bool strong = graph.directed() && direction != Direction::kAll;
  const std::int64_t count = components(graph, strong).count();
  if (count == 1) return;
  throw ValueError({"HV-305",
                    {"problem.subject.graph"},
                    Claim{strong ? "problem.value.strong_components" : "problem.value.components", {{"n", count}}},
                    {"problem.expected.connected_graph"}});
}

}  // namespace

namespace {

std::vector<double> closeness_by_length(const Graph& graph, const ClosenessOptions& options) {
  detail::require_lengths(graph);
  const detail::LengthGraph lengths(graph, options.direction);
  std::vector<double> result(as_size(graph.nodes()));
  parallel_for(graph.nodes(), options.threads, [&](std::int64_t node) {
    std::vector<double> row(result.size());
    lengths.distances_from(node, row);
    double reached = -1, farness = 0;  // not counting the node itself
    for (const double length : row) {
      if (length == std::numeric_limits<double>::infinity()) continue;
      ++reached;
      farness += length;
    }
    at(result, node) = closeness_of(reached, farness, static_cast<double>(graph.nodes() - 1), options.variant);
  });
  return result;
}

}  // namespace

std::vector<double> closeness(const Graph& graph, ClosenessOptions options) {
  if (options.weights == WeightMeaning::kDistance) return closeness_by_length(graph, options);
  const detail::SweepResult sweep = detail::sweep(
      graph, detail::all_nodes(graph), {.direction = search_direction(options.direction), .threads = options.threads});
  std::vector<double> result;
  result.reserve(sweep.totals.size());
  const auto others = static_cast<double>(graph.nodes() - 1);
  for (const detail::SweepTotals& total : sweep.totals) {
    result.push_back(
        closeness_of(static_cast<double>(total.reached), static_cast<double>(total.farness), others, options.variant));
  }
  return result;
}

std::vector<double> harmonic(const Graph& graph, HarmonicOptions options) {
  const detail::SweepResult sweep = detail::sweep(
      graph, detail::all_nodes(graph), {.direction = search_direction(options.direction), .threads = options.threads});
  std::vector<double> result;
  result.reserve(sweep.totals.size());
  const double others = graph.nodes() > 1 ? static_cast<double>(graph.nodes() - 1) : kNan;
  for (const detail::SweepTotals& total : sweep.totals) {
    result.push_back(options.normalized ? total.harmonic / others : total.harmonic);
  }
  return result;
}

SampledCentrality sampled_harmonic(const Graph& graph, SampleOptions options) {
  const std::vector<std::int64_t> sources = detail::draw_nodes(graph, options);
  const auto drawn = static_cast<std::int64_t>(sources.size());
  const detail::SweepResult sweep =
      detail::sweep(graph, sources, {.direction = search_direction(options.direction), .threads = options.threads});
  const auto nodes = static_cast<double>(graph.nodes());
  const double scale = options.normalized ? 1.0 / (nodes > 1 ? nodes - 1.0 : kNan) : 1.0;
  std::vector<double> values;
  values.reserve(sweep.totals.size());
  for (const detail::SweepTotals& total : sweep.totals) {
    values.push_back(scale * nodes * total.harmonic / static_cast<double>(drawn));
  }
  const double error = scale * nodes * detail::mean_error(drawn, graph.nodes(), 1.0, options.confidence);
  SampledCentrality result = detail::with_error(std::move(values), error, scale * (nodes - 1.0));
  detail::describe(result, {"method.sampled_harmonic"}, {"source.sampled_harmonic"}, drawn, options);
  return result;
}

SampledCentrality sampled_closeness(const Graph& graph, SampleOptions options) {
  const std::vector<std::int64_t> sources = detail::draw_nodes(graph, options);
  check_connected(graph, options.direction);
  const auto drawn = static_cast<std::int64_t>(sources.size());
  const Direction direction = search_direction(options.direction);
  const detail::SweepResult sweep = detail::sweep(graph, sources, {.direction = direction, .threads = options.threads});
  std::vector<std::int32_t> way_back = sweep.farthest;
  if (graph.directed() && direction != Direction::kAll) {
    way_back = detail::sweep(graph, sources, {.direction = options.direction, .threads = options.threads}).farthest;
  }
  // No two nodes are further apart than the way over one node of the sample.
  std::int64_t range = std::numeric_limits<std::int64_t>::max();
  for (std::size_t i = 0; i < sources.size(); ++i) {
    range = std::min<std::int64_t>(range, std::int64_t{sweep.farthest[i]} + way_back[i]);
  }
  SampledCentrality result;
  result.error = detail::mean_error(drawn, graph.nodes(), static_cast<double>(range), options.confidence);
  const auto nodes = static_cast<double>(graph.nodes());
  const double least = (nodes - 1.0) / nodes;  // everybody one step away
  for (const detail::SweepTotals& total : sweep.totals) {
    const double mean = static_cast<double>(total.farness) / static_cast<double>(drawn);
    result.values.push_back(least / std::max(mean, least));
    result.low.push_back(least / std::max(mean + result.error, least));
    result.high.push_back(least / std::max(mean - result.error, least));
  }
  detail::describe(result, {"method.sampled_closeness"}, {"source.eppstein_wang_2004"}, drawn, options);
  return result;
}

}  // namespace houvast::inline v0_1::graph
