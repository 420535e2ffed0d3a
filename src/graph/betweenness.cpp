#include <cmath>

#include "graph/detail_dependencies.hpp"
#include "graph/detail_sample.hpp"
#include "graph/detail_sweep_driver.hpp"
#include "graph/detail_weighted.hpp"
#include "houvast/base/error.hpp"
#include "houvast/graph/centrality.hpp"

namespace houvast::inline v0_1::graph {
namespace {

// What a sum over ordered pairs is multiplied by.
double scale_of(const Graph& graph, bool normalized) {
  const auto nodes = static_cast<double>(graph.nodes());
  if (normalized && nodes > 2) return 1.0 / ((nodes - 1.0) * (nodes - 2.0));
  return graph.directed() ? 1.0 : 0.5;
}

std::vector<double> scaled(std::vector<double> values, double scale) {
  for (double& value : values) {
    if (!std::isfinite(value)) {
      throw ValueError({"HV-302",
                        {"problem.subject.shortest_paths"},
                        Claim{"problem.value.too_many_paths"},
                        {"problem.expected.fewer_ways"}});
    }
    value *= scale;
  }
  return values;
}

}  // namespace

std::vector<double> betweenness(const Graph& graph, BetweennessOptions options) {
  const double scale = scale_of(graph, options.normalized);
  if (options.weights == WeightMeaning::kDistance) {
    return scaled(detail::weighted_dependencies(graph, options.threads), scale);
  }
  return scaled(detail::dependencies(graph, detail::all_nodes(graph), {.threads = options.threads}), scale);
}

SampledCentrality sampled_betweenness(const Graph& graph, SampleOptions options) {
  const std::vector<std::int64_t> sources = detail::draw_nodes(graph, options);
  const auto drawn = static_cast<std::int64_t>(sources.size());
  const auto nodes = static_cast<double>(graph.nodes());
  const double scale = scale_of(graph, options.normalized);
  const double range = std::max(nodes - 2.0, 0.0);
  const double error = nodes * scale * detail::mean_error(drawn, graph.nodes(), range, options.confidence);
  SampledCentrality result =
      detail::with_error(scaled(detail::dependencies(graph, sources, {.threads = options.threads}),
                                drawn == 0 ? scale : scale * nodes / static_cast<double>(drawn)),
                         error, std::max(nodes - 1.0, 0.0) * range * scale);
  detail::describe(result, {"method.sampled_betweenness"}, {"source.brandes_pich_2007"}, drawn, options);
  return result;
}

}  // namespace houvast::inline v0_1::graph
