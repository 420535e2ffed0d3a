// Small graphs of every kind from arrays, sound or not, and every metric of them.
#include <algorithm>
#include <cmath>

#include "bytes.hpp"
#include "houvast/graph/centrality.hpp"
#include "houvast/graph/cohesion.hpp"
#include "houvast/graph/communities.hpp"
#include "houvast/graph/components.hpp"
#include "houvast/graph/dyads.hpp"
#include "houvast/graph/ego.hpp"
#include "houvast/graph/groups.hpp"
#include "houvast/graph/new_ties.hpp"
#include "houvast/graph/paths.hpp"
#include "houvast/graph/permutation.hpp"
#include "houvast/graph/robustness.hpp"

namespace {

using namespace houvast;
using fuzz::accepted;
using fuzz::Bytes;
using fuzz::must;

Graph drawn(Bytes& bytes) {
  const auto nodes = static_cast<std::int64_t>(bytes.below(12));
  const bool wild = bytes.chance(16), weighted = bytes.chance(3), directed = bytes.chance(2);
  const GraphOptions options{directed, static_cast<Duplicates>(bytes.below(3))};
  std::vector<std::int64_t> sources, targets;
  std::vector<double> weights;
  for (std::size_t ties = bytes.below(40); ties > 0 && (nodes > 0 || wild); --ties) {
    const auto end = [&] {
      return wild ? static_cast<std::int64_t>(bytes.below(300)) - 100
                  : static_cast<std::int64_t>(bytes.below(static_cast<std::size_t>(nodes)));
    };
    sources.push_back(end());
    targets.push_back(end());
    if (weighted) weights.push_back(bytes.number());
  }
  return {nodes, sources, targets, weights, options};
}

void all_of(const Graph& graph, const std::vector<std::int32_t>& groups) {
  const auto n = static_cast<std::size_t>(graph.nodes());
  for (const Direction direction : {Direction::kAll, Direction::kIn, Direction::kOut}) {
    (void)graph::degree(graph, direction);
    (void)graph::strength(graph, direction);
  }
  accepted([&] {
    const std::vector<double> values = graph::betweenness(graph);
    for (const double value : values) must(value >= -1e-9 && std::isfinite(value));
  });
  for (const double value : graph::harmonic(graph)) must(value >= 0);
  accepted([&] { (void)graph::closeness(graph); });
  accepted([&] { (void)graph::eigenvector(graph); });
  accepted([&] { (void)graph::pagerank(graph); });
  for (const auto of : {graph::Centrality::kDegree, graph::Centrality::kInDegree, graph::Centrality::kBetweenness}) {
    accepted([&] { (void)graph::centralization(graph, of); });
  }
  (void)graph::density(graph);
  (void)graph::core_numbers(graph);
  accepted([&] { (void)graph::edge_connectivity(graph); });
  accepted([&] { (void)graph::lambda_sets(graph).matrix(); });
  accepted([&] { (void)graph::maximal_cliques(graph); });
  (void)graph::transitivity(graph);
  for (const double value : graph::clustering(graph)) must(value >= 0 && value <= 1);
  accepted([&] { must(graph::communities(graph, {.attempts = 2}).labels.size() == n); });
  accepted([&] { (void)graph::core_periphery(graph, {.attempts = 2}); });
  accepted([&] { (void)graph::continuous_coreness(graph); });
  accepted([&] { (void)graph::reciprocity(graph); });
  (void)graph::dyad_census(graph);
  accepted([&] { (void)graph::triad_census(graph); });
  accepted([&] { (void)graph::krackhardt(graph); });
  accepted([&] { (void)graph::ego_measures(graph); });
  accepted([&] { (void)graph::ei_index(graph, groups, {.permutations = 9}); });
  accepted([&] { (void)graph::group_density(graph, groups); });
  accepted([&] { (void)graph::assortativity_nominal(graph, groups); });
  accepted([&] { (void)graph::assortativity(graph); });
  accepted([&] { (void)graph::brokerage(graph, groups); });
  accepted([&] { (void)graph::modularity(graph, groups); });
  accepted([&] { (void)graph::distances(graph); });
  (void)graph::diameter(graph);
  (void)graph::average_path_length(graph);
  accepted([&] { (void)graph::best_new_ties(graph, 1); });
  (void)graph::knockout(graph);
  accepted([&] { (void)graph::knockout_groups(graph, groups); });
}

// Parts and cuts, each found in two ways.
void cuts_agree(const Graph& graph) {
  const graph::Components parts = graph::components(graph);
  std::int64_t nodes = 0;
  for (const std::int64_t size : parts.sizes) nodes += size;
  must(nodes == graph.nodes());
  std::vector<std::int64_t> cutting;
  for (const graph::CutNode& cut : graph::cut_nodes(graph)) {
    cutting.push_back(cut.node);
    must(cut.cut_off == graph::cut_off(graph, std::vector<std::int64_t>{cut.node}));
  }
  must(cutting == graph::articulation_points(graph));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  Bytes bytes(data, size);
  accepted([&] {
    const Graph graph = drawn(bytes);
    std::vector<std::int32_t> groups(static_cast<std::size_t>(graph.nodes()) + (bytes.chance(32) ? 1 : 0));
    for (std::int32_t& group : groups) group = static_cast<std::int32_t>(bytes.below(5)) - 1;
    all_of(graph, groups);
    cuts_agree(graph);
    const auto n = static_cast<std::size_t>(graph.nodes());
    const std::vector<double> a = bytes.numbers(n * n), b = bytes.numbers(n * n);
    accepted([&] {
      (void)graph::qap_correlation({graph.nodes(), a}, {graph.nodes(), b}, {.permutations = 9, .directed = true});
    });
  });
  return 0;
}
