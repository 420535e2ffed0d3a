#include <algorithm>
#include <cmath>
#include <numeric>
#include <string>

#include "graph/estimates.hpp"
#include "houvast/graph/centrality.hpp"
#include "houvast/graph/components.hpp"

namespace houvast::inline v0_1::graph {
namespace {

const char* name_of(Centrality of) {
  switch (of) {
    case Centrality::kDegree:
      return "degree";
    case Centrality::kInDegree:
      return "in_degree";
    case Centrality::kOutDegree:
      return "out_degree";
    case Centrality::kBetweenness:
      return "betweenness";
    case Centrality::kCloseness:
      return "closeness";
    case Centrality::kEigenvector:
      return "eigenvector";
  }
  return "";
}

std::vector<double> values_of(const Graph& graph, Centrality of, int threads) {
  const auto degrees = [&](Direction direction) {
    const std::vector<std::int64_t> counts = degree(graph, direction);
    return std::vector<double>(counts.begin(), counts.end());
  };
  switch (of) {
    case Centrality::kDegree:
      return degrees(Direction::kAll);
    case Centrality::kInDegree:
      return degrees(Direction::kIn);
    case Centrality::kOutDegree:
      return degrees(Direction::kOut);
    case Centrality::kBetweenness:
      return betweenness(graph, {.threads = threads});
    case Centrality::kCloseness:
      return closeness(graph, {.variant = ClosenessVariant::kComponent, .threads = threads});
    case Centrality::kEigenvector:
      return eigenvector(graph);
  }
  return {};
}

// The sum of differences in a star of n nodes.
double star_of(const Graph& graph, Centrality of) {
  const auto n = static_cast<double>(graph.nodes());
  const double ways = graph.directed() ? 2.0 : 1.0;
  switch (of) {
    case Centrality::kDegree:
      return ways * (n - 1.0) * (n - 2.0);
    case Centrality::kInDegree:
    case Centrality::kOutDegree:
      return graph.directed() ? (n - 1.0) * (n - 1.0) : (n - 1.0) * (n - 2.0);
    case Centrality::kBetweenness:
      return ways * (n - 1.0) * (n - 1.0) * (n - 2.0) / 2.0;
    case Centrality::kCloseness:
      return (n - 1.0) * (n - 2.0) / (2.0 * n - 3.0);
    case Centrality::kEigenvector:
      return n - 1.0 - std::sqrt(n - 1.0);
  }
  return 1.0;
}

// Why there is no value, or nothing.
std::optional<Claim> reason_against(const Graph& graph, Centrality of) {
  if (graph.nodes() < 3) return Claim{"reason.two_nodes"};
  const bool needs_ties_both_ways = of == Centrality::kCloseness || of == Centrality::kEigenvector;
  if (needs_ties_both_ways && graph.directed()) return Claim{"reason.directed"};
  if (of == Centrality::kCloseness && components(graph).count() > 1) return Claim{"reason.not_connected"};
  if (of == Centrality::kEigenvector && graph.ties() == 0) return Claim{"reason.no_tie"};
  return std::nullopt;
}

}  // namespace

Estimate centralization(const Graph& graph, Centrality of, CentralizationOptions options) {
  Claim definition{"method.centralization", {{"of", name_of(of)}}};
  Claim source{of == Centrality::kEigenvector ? "source.after_freeman_1978" : "source.freeman_1978"};
  if (std::optional<Claim> reason = reason_against(graph, of)) {
    return undefined_estimate(std::move(definition), std::move(source), graph.nodes(), *std::move(reason));
  }
  const std::vector<double> values = values_of(graph, of, options.threads);
  const double most = *std::max_element(values.begin(), values.end());
  const double sum = std::accumulate(values.begin(), values.end(), 0.0,
                                     [&](double total, double value) { return total + (most - value); });
  const double star = star_of(graph, of);
  Estimate result = defined_estimate(std::move(definition), std::move(source), graph.nodes(), sum / star);
  result.details["sum"] = sum;
  result.details["sum_in_star"] = star;
  if (of == Centrality::kEigenvector) {
    result.details["relative_to_maximum"] = sum / (static_cast<double>(graph.nodes()) - 2.0);
  }
  return result;
}

}  // namespace houvast::inline v0_1::graph
