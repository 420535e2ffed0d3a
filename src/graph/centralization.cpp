#include <algorithm>
#include <cmath>
#include <numeric>
#include <string>

#include "graph/estimates.hpp"
#include "houvast/graph/centrality.hpp"
#include "houvast/graph/components.hpp"

namespace houvast::graph {
namespace {

const char* name_of(Centrality of) {
  switch (of) {
    case Centrality::kDegree:
      return "degree";
    case Centrality::kInDegree:
      return "in-degree";
    case Centrality::kOutDegree:
      return "out-degree";
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
std::string reason_against(const Graph& graph, Centrality of) {
  if (graph.nodes() < 3) return "fewer than three nodes";
  const bool needs_ties_both_ways = of == Centrality::kCloseness || of == Centrality::kEigenvector;
  if (needs_ties_both_ways && graph.directed()) return "defined for undirected graphs: symmetrize it first";
  if (of == Centrality::kCloseness && components(graph).count() > 1) return "not every node reaches every other";
  if (of == Centrality::kEigenvector && graph.ties() == 0) return "no ties";
  return {};
}

}  // namespace

Estimate centralization(const Graph& graph, Centrality of, CentralizationOptions options) {
  std::string definition = std::string(name_of(of)) + " centralization relative to a star, loops left out";
  std::string source = of == Centrality::kEigenvector ? "own definition, after Freeman (1978), Social Networks 1(3)"
                                                      : "Freeman (1978), Social Networks 1(3), eq. 3 to 5";
  if (std::string reason = reason_against(graph, of); !reason.empty()) {
    return undefined_estimate(std::move(definition), std::move(source), graph.nodes(), std::move(reason));
  }
  const std::vector<double> values = values_of(graph, of, options.threads);
  const double most = *std::max_element(values.begin(), values.end());
  const double sum = std::accumulate(values.begin(), values.end(), 0.0,
                                     [&](double total, double value) { return total + (most - value); });
  const double star = star_of(graph, of);
  Estimate result = detail::estimate_of(std::move(definition), std::move(source), graph.nodes(), sum / star);
  result.details["sum"] = sum;
  result.details["sum_in_star"] = star;
  if (of == Centrality::kEigenvector) {
    result.details["relative_to_maximum"] = sum / (static_cast<double>(graph.nodes()) - 2.0);
  }
  return result;
}

}  // namespace houvast::graph
