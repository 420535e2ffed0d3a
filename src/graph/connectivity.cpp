#include <algorithm>
#include <functional>
#include <limits>
#include <string>

#include "base/index.hpp"
#include "graph/detail_flow.hpp"
#include "graph/estimates.hpp"
#include "houvast/base/error.hpp"
#include "houvast/base/stop.hpp"
#include "houvast/graph/centrality.hpp"
#include "houvast/graph/cohesion.hpp"
#include "houvast/graph/components.hpp"

namespace houvast::inline v0_1::graph {
using houvast::detail::as_size;
using houvast::detail::at;

Estimate edge_connectivity(const Graph& graph) {
  const Claim definition{graph.directed() ? "method.edge_connectivity_directed" : "method.edge_connectivity"};
  const Claim source{"source.edge_connectivity"};
  const std::int64_t nodes = graph.nodes();
  if (nodes < 2) return undefined_estimate(definition, source, nodes, {"reason.one_node"});
  // Any node can be cut off by its own ties.
  std::int64_t least = nodes;
  for (const Direction direction : {Direction::kOut, Direction::kIn}) {
    for (const std::int64_t ties : degree(graph, direction)) least = std::min(least, ties);
  }
  if (components(graph, true).count() > 1) least = 0;
  if (least <= 1) return defined_estimate(definition, source, nodes, static_cast<double>(least));
  detail::UnitFlow flow(graph);
  // Every cut separates two nodes that follow each other in a round; without direction one fixed end is enough.
  for (std::int64_t i = graph.directed() ? 0 : 1; i < nodes; ++i) {
    stop_point();
    const std::int64_t from = graph.directed() ? i : 0;
    const std::int64_t to = graph.directed() ? (i + 1) % nodes : i;
    least = std::min(least, flow.between(from, to, least));
  }
  return defined_estimate(definition, source, nodes, static_cast<double>(least));
}

LambdaSets lambda_sets(const Graph& graph) {
  if (graph.directed()) {
    throw ValueError({"HV-303", {"problem.subject.graph"}, "directed", {"problem.expected.undirected_graph"}});
  }
  const auto nodes = as_size(graph.nodes());
  LambdaSets result{std::vector<std::int64_t>(nodes, 0), std::vector<std::int64_t>(nodes, 0), {}};
  detail::UnitFlow flow(graph);
  for (std::size_t node = 1; node < nodes; ++node) {
    stop_point();
    const std::int64_t parent = result.parent[node];
    result.flow[node] = flow.between(static_cast<std::int64_t>(node), parent);
    for (std::size_t later = node + 1; later < nodes; ++later) {
      if (result.parent[later] == parent && flow.on_source_side(later)) {
        result.parent[later] = static_cast<std::int64_t>(node);
      }
    }
  }
  for (const std::int64_t value : result.flow) {
    if (value > 0) result.levels.push_back(value);
  }
  std::sort(result.levels.begin(), result.levels.end(), std::greater<>());
  result.levels.erase(std::unique(result.levels.begin(), result.levels.end()), result.levels.end());
  return result;
}

std::int64_t LambdaSets::between(std::int64_t u, std::int64_t v) const {
  for (const std::int64_t id : {u, v}) {
    if (id >= 0 && id < nodes()) continue;
    throw ValueError({"HV-302",
                      {"problem.subject.node"},
                      std::to_string(id),
                      {"problem.expected.node_up_to", {{"last", nodes() - 1}}}});
  }
  if (u == v) return 0;
  // A parent has a lower id than its children, so the higher of the two always climbs.
  std::int64_t least = std::numeric_limits<std::int64_t>::max();
  while (u != v) {
    std::int64_t& climber = u > v ? u : v;
    least = std::min(least, at(flow, climber));
    climber = at(parent, climber);
  }
  return least;
}

std::vector<std::int64_t> LambdaSets::matrix() const {
  const std::size_t count = parent.size();
  std::vector<std::int64_t> values(count * count, 0);
  for (std::size_t node = 1; node < count; ++node) {
    const auto up = as_size(parent[node]);
    for (std::size_t earlier = 0; earlier < node; ++earlier) {
      const std::int64_t lambda = earlier == up ? flow[node] : std::min(flow[node], values[up * count + earlier]);
      values[node * count + earlier] = values[earlier * count + node] = lambda;
    }
  }
  return values;
}

std::vector<std::int64_t> LambdaSets::sets(std::int64_t level) const {
  detail::check_at_least(argument("level"), level, 1);
  std::vector<std::int64_t> labels(parent.size());
  std::int64_t count = 0;
  for (std::size_t node = 0; node < labels.size(); ++node) {
    const bool joins = node > 0 && flow[node] >= level;
    labels[node] = joins ? at(labels, parent[node]) : count++;
  }
  return labels;
}

}  // namespace houvast::inline v0_1::graph
