#include "base/index.hpp"
#include "graph/estimates.hpp"
#include "houvast/graph/centrality.hpp"
#include "houvast/graph/cohesion.hpp"

namespace houvast::inline v0_1::graph {
using houvast::detail::as_size;
using houvast::detail::at;

std::vector<std::int64_t> degree(const Graph& graph, Direction direction) {
  std::vector<std::int64_t> result(as_size(graph.nodes()), 0);
  if (!graph.directed() || direction != Direction::kIn) {
    for (std::size_t node = 0; node < result.size(); ++node) {
      result[node] = static_cast<std::int64_t>(graph.neighbours(static_cast<std::int64_t>(node)).size());
    }
  }
  if (graph.directed() && direction != Direction::kOut) {
    for (const std::int32_t target : graph.neighbours()) ++at(result, target);
  }
  return result;
}

std::vector<double> strength(const Graph& graph, Direction direction) {
  if (!graph.weighted()) {
    const std::vector<std::int64_t> ties = degree(graph, direction);
    return {ties.begin(), ties.end()};
  }
  std::vector<double> result(as_size(graph.nodes()), 0.0);
  const bool at_source = !graph.directed() || direction != Direction::kIn;
  const bool at_target = graph.directed() && direction != Direction::kOut;
  for (std::size_t node = 0; node < result.size(); ++node) {
    for (std::size_t arc = graph.offsets()[node]; arc < graph.offsets()[node + 1]; ++arc) {
      if (at_source) result[node] += graph.weights()[arc];
      if (at_target) at(result, graph.neighbours()[arc]) += graph.weights()[arc];
    }
  }
  return result;
}

Estimate density(const Graph& graph) {
  const Claim definition{"method.density"};
  const Claim source{"source.density"};
  const std::int64_t nodes = graph.nodes();
  const std::int64_t possible = nodes * (nodes - 1) / (graph.directed() ? 1 : 2);
  if (nodes < 2) return undefined_estimate(definition, source, 0, {"reason.one_node"});
  Estimate result =
      defined_estimate(definition, source, possible, static_cast<double>(graph.ties()) / static_cast<double>(possible));
  result.details["ties"] = static_cast<double>(graph.ties());
  return result;
}

}  // namespace houvast::inline v0_1::graph
