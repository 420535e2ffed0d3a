#include "houvast/graph/communities.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <utility>

#include "base/index.hpp"
#include "graph/canonical.hpp"
#include "graph/estimates.hpp"
#include "graph/leiden.hpp"
#include "graph/partition.hpp"
#include "houvast/base/error.hpp"
#include "houvast/base/random.hpp"

namespace houvast::inline v0_1::graph {
using houvast::detail::as_size;
using houvast::detail::at;
namespace {

constexpr const char* kModularitySource = "source.modularity";

constexpr std::int64_t kFewNodes = 500, kManyAttempts = 100, kFewAttempts = 10;
constexpr std::int64_t kFirstRounds = 3;
constexpr std::size_t kFurthest = 5;

void check_resolution(double resolution) {
  if (resolution >= 0 && std::isfinite(resolution)) return;
  throw ValueError(
      {"HV-302", argument("resolution"), detail::text_of(resolution), {"problem.expected.at_least", {{"low", 0}}}});
}

double modularity_value(const detail::FlowNetwork& network, const std::vector<std::int32_t>& labels, std::int64_t count,
                        double resolution) {
  std::vector<double> inside(as_size(count)), sent(inside.size()), received(inside.size());
  for (std::size_t node = 0; node < labels.size(); ++node) {
    const auto group = as_size(labels[node]);
    sent[group] += network.sent[node];
    received[group] += network.received[node];
    for (std::size_t i = network.offsets[node]; i < network.offsets[node + 1]; ++i) {
      // Each tie is seen from both ends with the strengths of both directions.
      if (at(labels, network.heads[i]) == labels[node]) inside[group] += network.strengths[i] / 2;
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
  const Claim definition{graph.directed() ? "method.modularity_directed" : "method.modularity"};
  if (!(network.total > 0)) {
    return undefined_estimate(definition, {kModularitySource}, graph.ties(), {"reason.no_weighted_ties"});
  }
  Estimate result = defined_estimate(definition, {kModularitySource}, graph.ties(),
                                     modularity_value(network, labels, count, resolution));
  result.provenance.options = {{"resolution", detail::text_of(resolution)},
                               {"weighted", graph.weighted() ? "true" : "false"}};
  return result;
}

// The division of the best of several searches. Each takes a few rounds; those that have come furthest go on until
// nothing changes.
std::vector<std::int32_t> best_division(const detail::FlowNetwork& network, const CommunityOptions& options,
                                        std::int64_t count) {
  struct Attempt {
    detail::LeidenSearch search;
    double modularity;
  };
  const auto value_of = [&](const detail::LeidenSearch& search) {
    return modularity_value(network, search.labels(), network.nodes(), options.resolution);
  };
  std::vector<Attempt> attempts;
  const std::int64_t first_rounds = std::min(options.rounds, kFirstRounds);
  for (std::int64_t attempt = 0; attempt < count; ++attempt) {
    detail::LeidenSearch search(network, options.resolution, Random(options.seed, static_cast<std::uint64_t>(attempt)));
    search.go_on(first_rounds);
    const double value = value_of(search);
    attempts.push_back({std::move(search), value});
  }
  const auto falls = [](const Attempt& a, const Attempt& b) { return a.modularity > b.modularity; };
  std::stable_sort(attempts.begin(), attempts.end(), falls);
  if (attempts.size() > kFurthest) attempts.erase(attempts.begin() + kFurthest, attempts.end());
  for (Attempt& attempt : attempts) {
    attempt.search.go_on(options.rounds - first_rounds);
    attempt.modularity = value_of(attempt.search);
  }
  return std::min_element(attempts.begin(), attempts.end(), falls)->search.labels();
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
  const std::int64_t attempts = options.attempts.value_or(graph.nodes() <= kFewNodes ? kManyAttempts : kFewAttempts);
  detail::check_at_least(argument("attempts"), attempts, 1);
  detail::check_at_least(argument("rounds"), options.rounds, 1);
  detail::check_weights(graph);
  const detail::Canonical canonical(graph);
  const detail::FlowNetwork network = detail::flow_network(canonical.graph());
  const std::vector<std::int32_t> found = best_division(network, options, attempts);
  Communities best;
  best.labels = canonical.given_order(found);
  best.count = detail::renumber(best.labels);
  best.modularity = modularity_of(graph, network, found, best.count, options.resolution);
  best.modularity.provenance.seed = options.seed;
  best.modularity.provenance.options["attempts"] = std::to_string(attempts);
  best.modularity.provenance.options["rounds"] = std::to_string(options.rounds);
  return best;
}

}  // namespace houvast::inline v0_1::graph
