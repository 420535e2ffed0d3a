#include "houvast/graph/communities.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <utility>

#include "graph/estimates.hpp"
#include "graph/leiden.hpp"
#include "graph/partition.hpp"
#include "houvast/base/error.hpp"
#include "houvast/base/random.hpp"

namespace houvast::graph {
namespace {

constexpr const char* kModularitySource =
    "Newman (2006), PNAS 103(23), 8577-8582; directed: Leicht & Newman (2008), PRL 100, 118703";

void check_resolution(double resolution) {
  if (resolution >= 0 && std::isfinite(resolution)) return;
  throw ValueError({"HV-302", "resolution", detail::text_of(resolution), "0 or more", {}});
}

double modularity_value(const detail::FlowNetwork& network, const std::vector<std::int32_t>& labels, std::int64_t count,
                        double resolution) {
  std::vector<double> inside(static_cast<std::size_t>(count)), sent(inside.size()), received(inside.size());
  for (std::size_t node = 0; node < labels.size(); ++node) {
    const auto group = static_cast<std::size_t>(labels[node]);
    sent[group] += network.sent[node];
    received[group] += network.received[node];
    for (std::size_t i = network.offsets[node]; i < network.offsets[node + 1]; ++i) {
      // Each tie is seen from both ends with the strengths of both directions.
      if (labels[static_cast<std::size_t>(network.heads[i])] == labels[node]) inside[group] += network.strengths[i] / 2;
    }
  }
  double value = 0;
  for (std::size_t group = 0; group < inside.size(); ++group) {
    value +=
        inside[group] / network.total - resolution * (sent[group] / network.total) * (received[group] / network.total);
  }
  return value;
}

Estimate modularity_of(const Graph& graph, const detail::FlowNetwork& network, const std::vector<std::int32_t>& labels,
                       std::int64_t count, double resolution) {
  const std::string definition = graph.directed() ? "modularity of a directed graph" : "modularity";
  if (!(network.total > 0)) {
    return undefined_estimate(definition, kModularitySource, graph.ties(), "there are no ties with a weight");
  }
  Estimate result = detail::estimate_of(definition, kModularitySource, graph.ties(),
                                        modularity_value(network, labels, count, resolution));
  result.provenance.options = {{"resolution", detail::text_of(resolution)},
                               {"weighted", graph.weighted() ? "true" : "false"}};
  return result;
}

}  // namespace

Estimate modularity(const Graph& graph, std::span<const std::int32_t> labels, double resolution) {
  check_resolution(resolution);
  detail::check_weights(graph);
  const detail::Partition partition = detail::partition_of(labels, graph.nodes(), {}, detail::Groupless::kRefused);
  return modularity_of(graph, detail::flow_network(graph), partition.group, partition.count(), resolution);
}

Communities communities(const Graph& graph, const CommunityOptions& options) {
  check_resolution(options.resolution);
  detail::check_at_least("attempts", options.attempts, 1);
  detail::check_at_least("rounds", options.rounds, 1);
  detail::check_weights(graph);
  const detail::FlowNetwork network = detail::flow_network(graph);
  Communities best;
  for (std::int64_t attempt = 0; attempt < options.attempts; ++attempt) {
    Random random(options.seed, static_cast<std::uint64_t>(attempt));
    std::vector<std::int32_t> labels = detail::leiden(network, options.resolution, options.rounds, random);
    const std::int64_t count = labels.empty() ? 0 : *std::max_element(labels.begin(), labels.end()) + 1;
    Estimate value = modularity_of(graph, network, labels, count, options.resolution);
    if (attempt > 0 && !(value.value > best.modularity.value)) continue;
    best = {std::move(labels), count, std::move(value)};
  }
  best.modularity.provenance.seed = options.seed;
  best.modularity.provenance.options["attempts"] = std::to_string(options.attempts);
  best.modularity.provenance.options["rounds"] = std::to_string(options.rounds);
  return best;
}

}  // namespace houvast::graph
