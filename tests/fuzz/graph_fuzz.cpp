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
  const bool large = bytes.rare(8);
  const auto nodes = static_cast<std::int64_t>(bytes.below(large ? 12 : 7));
  const bool wild = bytes.chance(16), weighted = bytes.chance(3), directed = bytes.chance(2);
  const GraphOptions options{directed, static_cast<Duplicates>(bytes.below(3))};
  std::vector<std::int64_t> sources, targets;
  std::vector<double> weights;
  for (std::size_t ties = bytes.below(large ? 40 : 16); ties > 0 && (nodes > 0 || wild); --ties) {
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

using Groups = std::vector<std::int32_t>;

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

// What can be asked of a graph; groups are one for every node, and now and then one too many.
using Question = void (*)(const Graph&, const Groups&, Bytes&);
const std::vector<Question>& questions_to_ask() {
  static const std::vector<Question> kAll = {
      [](const Graph& graph, const Groups&, Bytes&) {
        for (const Direction direction : {Direction::kAll, Direction::kIn, Direction::kOut}) {
          (void)graph::degree(graph, direction);
          (void)graph::strength(graph, direction);
        }
      },
      [](const Graph& graph, const Groups&, Bytes&) {
        for (const double value : graph::betweenness(graph)) must(value >= -1e-9 && std::isfinite(value));
      },
      [](const Graph& graph, const Groups&, Bytes&) {
        for (const double value : graph::harmonic(graph)) must(value >= 0);
      },
      [](const Graph& graph, const Groups&, Bytes&) { (void)graph::closeness(graph); },
      [](const Graph& graph, const Groups&, Bytes&) { (void)graph::eigenvector(graph); },
      [](const Graph& graph, const Groups&, Bytes&) { (void)graph::pagerank(graph); },
      [](const Graph& graph, const Groups&, Bytes&) {
        for (const auto of :
             {graph::Centrality::kDegree, graph::Centrality::kInDegree, graph::Centrality::kBetweenness}) {
          accepted([&] { (void)graph::centralization(graph, of); });
        }
      },
      [](const Graph& graph, const Groups&, Bytes&) {
        (void)graph::density(graph);
        (void)graph::transitivity(graph);
        (void)graph::dyad_census(graph);
      },
      [](const Graph& graph, const Groups&, Bytes&) { (void)graph::core_numbers(graph); },
      [](const Graph& graph, const Groups&, Bytes&) { (void)graph::edge_connectivity(graph); },
      [](const Graph& graph, const Groups&, Bytes&) { (void)graph::lambda_sets(graph).matrix(); },
      [](const Graph& graph, const Groups&, Bytes&) { (void)graph::maximal_cliques(graph); },
      [](const Graph& graph, const Groups&, Bytes&) {
        for (const double value : graph::clustering(graph)) must(value >= 0 && value <= 1);
      },
      [](const Graph& graph, const Groups&, Bytes&) {
        must(std::ssize(graph::communities(graph, {.attempts = 2}).labels) == graph.nodes());
      },
      [](const Graph& graph, const Groups&, Bytes&) { (void)graph::core_periphery(graph, {.attempts = 2}); },
      [](const Graph& graph, const Groups&, Bytes&) { (void)graph::continuous_coreness(graph); },
      [](const Graph& graph, const Groups&, Bytes&) { (void)graph::reciprocity(graph); },
      [](const Graph& graph, const Groups&, Bytes&) { (void)graph::triad_census(graph); },
      [](const Graph& graph, const Groups&, Bytes&) { (void)graph::krackhardt(graph); },
      [](const Graph& graph, const Groups&, Bytes&) { (void)graph::ego_measures(graph); },
      [](const Graph& graph, const Groups& groups, Bytes&) {
        (void)graph::ei_index(graph, groups, {.permutations = 9});
      },
      [](const Graph& graph, const Groups& groups, Bytes&) { (void)graph::group_density(graph, groups); },
      [](const Graph& graph, const Groups& groups, Bytes&) { (void)graph::assortativity_nominal(graph, groups); },
      [](const Graph& graph, const Groups&, Bytes&) { (void)graph::assortativity(graph); },
      [](const Graph& graph, const Groups& groups, Bytes&) { (void)graph::brokerage(graph, groups); },
      [](const Graph& graph, const Groups& groups, Bytes&) { (void)graph::modularity(graph, groups); },
      [](const Graph& graph, const Groups&, Bytes&) {
        (void)graph::distances(graph);
        (void)graph::diameter(graph);
        (void)graph::average_path_length(graph);
      },
      [](const Graph& graph, const Groups&, Bytes&) { (void)graph::best_new_ties(graph, 1); },
      [](const Graph& graph, const Groups&, Bytes&) { (void)graph::knockout(graph); },
      [](const Graph& graph, const Groups& groups, Bytes&) { (void)graph::knockout_groups(graph, groups); },
      [](const Graph& graph, const Groups&, Bytes&) { cuts_agree(graph); },
      [](const Graph& graph, const Groups&, Bytes& bytes) {
        const auto n = static_cast<std::size_t>(graph.nodes());
        const std::vector<double> a = bytes.numbers(n * n), b = bytes.numbers(n * n);
        (void)graph::qap_correlation({graph.nodes(), a}, {graph.nodes(), b}, {.permutations = 9, .directed = true});
      },
  };
  return kAll;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  Bytes bytes(data, size);
  const fuzz::Asked asked(bytes, questions_to_ask().size());
  accepted([&] {
    const Graph graph = drawn(bytes);
    Groups groups(static_cast<std::size_t>(graph.nodes()) + (bytes.chance(32) ? 1 : 0));
    for (std::int32_t& group : groups) group = static_cast<std::int32_t>(bytes.below(5)) - 1;
    asked.of(questions_to_ask(), graph, groups, bytes);
  });
  return 0;
}
