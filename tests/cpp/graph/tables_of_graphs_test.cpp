#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "houvast/base/random.hpp"
#include "houvast/graph/centrality.hpp"
#include "houvast/graph/cohesion.hpp"
#include "houvast/graph/communities.hpp"
#include "houvast/graph/components.hpp"
#include "houvast/graph/dyads.hpp"
#include "houvast/graph/ego.hpp"
#include "houvast/graph/graph.hpp"
#include "houvast/graph/groups.hpp"
#include "houvast/graph/new_ties.hpp"
#include "houvast/graph/paths.hpp"
#include "houvast/graph/permutation.hpp"
#include "houvast/graph/robustness.hpp"
#include "known_tables.hpp"

// Every measure of graphs, of graphs that are drawn, beside what it was. The other tests of this room and
// tests/python/graph hold the same functions against networkx, igraph and sna.
namespace houvast {
namespace {

using testing::KnownLines;

struct DrawnGraph {
  std::string name;
  Graph graph;
  std::vector<std::int32_t> groups;
};

/// Ties are more frequent within three groups than between them; weights are 1 to 4.
DrawnGraph drawn_graph(const std::string& name, std::uint64_t seed, std::int64_t nodes, std::uint64_t sparse,
                       bool directed) {
  Random random(seed);
  std::vector<std::int64_t> sources, targets;
  std::vector<double> weights;
  std::vector<std::int32_t> groups;
  for (std::int64_t i = 0; i < nodes; ++i) groups.push_back(static_cast<std::int32_t>(random.below(3)));
  for (std::int64_t i = 0; i < nodes; ++i) {
    for (std::int64_t j = directed ? 0 : i + 1; j < nodes; ++j) {
      const bool alike = groups[static_cast<std::size_t>(i)] == groups[static_cast<std::size_t>(j)];
      if (i == j || random.below(alike ? sparse : sparse * 3) != 0) continue;
      sources.push_back(i);
      targets.push_back(j);
      weights.push_back(static_cast<double>(1 + random.below(4)));
    }
  }
  return {name, Graph(nodes, sources, targets, weights, {.directed = directed}), std::move(groups)};
}

std::vector<DrawnGraph> graphs() {
  std::vector<DrawnGraph> all;
  all.push_back(drawn_graph("pairs", 1, 24, 4, false));
  all.push_back(drawn_graph("arcs", 2, 22, 4, true));
  all.push_back(drawn_graph("sparse pairs", 3, 30, 9, false));
  all.push_back(drawn_graph("sparse arcs", 4, 30, 9, true));
  all.push_back(drawn_graph("many arcs", 5, 150, 12, true));
  return all;
}

TEST(DrawnGraphs, HaveTheCentralNodesThatTheyHad) {
  KnownLines lines;
  for (const auto& [name, of, groups] : graphs()) {
    lines.add(name + ", strength", graph::strength(of));
    for (const auto weights : {graph::WeightMeaning::kIgnored, graph::WeightMeaning::kDistance}) {
      lines.add(name + ", betweenness", graph::betweenness(of, {.normalized = true, .weights = weights}));
      for (const auto variant : {graph::ClosenessVariant::kWassermanFaust, graph::ClosenessVariant::kComponent,
                                 graph::ClosenessVariant::kReciprocalSum}) {
        for (const auto direction : {Direction::kOut, Direction::kIn}) {
          lines.add(name + ", closeness", graph::closeness(of, {variant, direction, 1, weights}));
        }
      }
      lines.add(name + ", diameter", graph::diameter(of, {.weights = weights}));
      lines.add(name + ", path", graph::average_path_length(of, {.direction = Direction::kIn, .weights = weights}));
      const std::vector<std::int64_t> sources{0, 3, 7};
      lines.add(name + ", distances", graph::distances(of, {.sources = sources, .weights = weights}).values);
    }
    lines.add(name + ", harmonic", graph::harmonic(of, {.normalized = true, .direction = Direction::kIn}));
    lines.add(name + ", pagerank", graph::pagerank(of));
    lines.add(name + ", coarse pagerank", graph::pagerank(of, {.tolerance = 1e-3}));
    lines.add(name + ", weighted pagerank", graph::pagerank(of, {.damping = 0.6, .weighted = true}));
    for (const auto which : {graph::Centrality::kDegree, graph::Centrality::kInDegree, graph::Centrality::kOutDegree,
                             graph::Centrality::kBetweenness, graph::Centrality::kCloseness}) {
      lines.add(name + ", centralization", graph::centralization(of, which));
    }
    if (!of.directed()) {
      lines.add(name + ", eigenvector", graph::eigenvector(of));
      lines.add(name + ", eigenvector of weights",
                graph::eigenvector(of, {.scale = graph::EigenvectorScale::kLength, .weighted = true}));
    }
    for (const std::int64_t steps : {1, 2, 3}) lines.add(name + ", reach", graph::reach(of, steps));
    if (graph::components(of, true).count() == 1) {
      const auto near = graph::sampled_closeness(of, {.samples = 9});
      lines.add(name + ", sampled closeness", near.values);
      lines.add(name + ", within", near.error);
    }
    const auto sampled = graph::sampled_betweenness(of, {.samples = 9, .seed = 4});
    lines.add(name + ", sampled", sampled.values);
    lines.add(name + ", from", sampled.low);
    lines.add(name + ", to", sampled.high);
    lines.add(name + ", sampled harmonic", graph::sampled_harmonic(of, {.samples = 9, .normalized = true}).high);
  }
  lines.expect_in("drawn/centrality.txt");
}

TEST(DrawnGraphs, HoldTogetherAsBefore) {
  KnownLines lines;
  for (const auto& [name, of, groups] : graphs()) {
    lines.add(name + ", density", graph::density(of));
    for (const auto ties :
         {graph::CoreTies::kSymmetrized, graph::CoreTies::kAll, graph::CoreTies::kIn, graph::CoreTies::kOut}) {
      lines.add(name + ", cores", graph::core_numbers(of, ties));
    }
    lines.add(name + ", connectivity", graph::edge_connectivity(of));
    if (!of.directed()) {
      const graph::LambdaSets sets = graph::lambda_sets(of);
      lines.add(name + ", flow", sets.matrix());
      for (const std::int64_t level : sets.levels) lines.add(name + ", sets", sets.sets(level));
      for (const auto& clique : graph::maximal_cliques(of, {.min_size = 3})) lines.add(name + ", clique", clique);
    }
    lines.add(name + ", transitivity", graph::transitivity(of));
    lines.add(name + ", clustering", graph::clustering(of, graph::TooFew::kNan));
    lines.add(name + ", average", graph::average_clustering(of));
    for (const bool strong : {false, true}) lines.add(name + ", component", graph::components(of, strong).labels);
    lines.add(name + ", isolates", graph::isolates(of));
    lines.add(name + ", cuts", graph::articulation_points(of));
    for (const auto& [a, b] : graph::bridges(of)) lines.add(name + ", bridge", std::vector<std::int64_t>{a, b});
    for (const char* definition : {"edgewise", "dyadic"}) {
      if (of.directed()) lines.add(name + ", reciprocity", graph::reciprocity(of, definition));
    }
    lines.add(name + ", dyads", graph::dyad_census(of));
    lines.add(name + ", triads", graph::triad_census(of));
    if (of.nodes() < 100) lines.add(name + ", triads of nodes", graph::node_triad_census(of));
    const graph::Krackhardt shape = graph::krackhardt(of);
    for (const Estimate& each : {shape.connectedness, shape.hierarchy, shape.efficiency, shape.lubness}) {
      lines.add(name + ", chain of command", each);
    }
    for (const bool weighted : {false, true}) {
      lines.add(name + ", egos", graph::ego_measures(of, {.weighted = weighted}));
    }
    lines.add(name + ", knockout", graph::knockout(of));
    lines.add(name + ", groups leave", graph::knockout_groups(of, groups));
    const std::vector<std::int64_t> leaving{1, 2, 5, 8};
    lines.add(name + ", cut off", graph::cut_off(of, leaving));
    lines.add(name + ", curve", graph::knockout_curve(of, leaving));
    for (const auto& cut : graph::cut_nodes(of)) lines.add(name + ", cuts off", cut.cut_off);
  }
  lines.expect_in("drawn/cohesion.txt");
}

TEST(DrawnGraphs, HaveTheGroupsThatTheyHad) {
  KnownLines lines;
  for (const auto& [name, of, groups] : graphs()) {
    lines.add(name + ", E-I", graph::ei_index(of, groups, {.permutations = 50}));
    lines.add(name + ", blocks", graph::group_density(of, groups));
    lines.add(name + ", assortativity", graph::assortativity_nominal(of, groups));
    lines.add(name + ", of degrees", graph::assortativity(of));
    lines.add(name + ", of in-degrees", graph::assortativity(of, {.source = "in", .target = "in"}));
    if (of.nodes() < 100) lines.add(name + ", brokers", graph::brokerage(of, groups));
    lines.add(name + ", brokerage", graph::brokerage_totals(of, groups));
    lines.add(name + ", modularity", graph::modularity(of, groups, 0.7));
    for (const double resolution : {0.5, 1.0, 1.5}) {
      const auto found = graph::communities(of, {.resolution = resolution, .attempts = 3});
      lines.add(name + ", communities", found.labels);
      lines.add(name + ", modularity", found.modularity);
    }
    if (of.nodes() > 100) continue;
    for (const char* between : {"absent", "present", "missing"}) {
      const auto core = graph::core_periphery(of, {.between = between, .attempts = 4});
      lines.add(name + ", core", std::vector<int>(core.core.begin(), core.core.end()));
      lines.add(name + ", correlation", core.correlation);
    }
    const auto coreness = graph::continuous_coreness(of);
    lines.add(name + ", coreness", coreness.values);
    lines.add(name + ", fit", coreness.fit);
    const std::vector<std::int64_t> targets{0, 4};
    for (const auto goal : {graph::TieGoal::kGroupPairs, graph::TieGoal::kReachAny, graph::TieGoal::kReachEvery,
                            graph::TieGoal::kArticulationPoints, graph::TieGoal::kPairsSeparated}) {
      for (const std::int64_t count : {1, 2}) {  // one: all are tried; two: greedily
        const auto ties =
            graph::best_new_ties(of, count, {.goal = goal, .groups = groups, .targets = targets, .combinations = 500});
        lines.add(name + ", new ties", ties.table);
        lines.add(name + ", gain",
                  std::vector<std::int64_t>{ties.before, ties.after, ties.candidates, ties.exact ? 1 : 0});
      }
    }
  }
  lines.expect_in("drawn/groups.txt");
}

TEST(DrawnGraphs, KeepTheirWeightsWhenNodesGo) {
  const Graph of = drawn_graph("pairs", 1, 24, 4, false).graph;
  std::array<bool, 24> removed{};
  removed[2] = removed[7] = true;
  const TieList left = of.without(removed).edges();
  ASSERT_FALSE(left.weights.empty());
  for (std::size_t i = 0; i < left.weights.size(); ++i) {
    const auto before = [](std::int64_t id) { return id + (id >= 2 ? 1 : 0) + (id >= 6 ? 1 : 0); };
    EXPECT_EQ(of.weight(before(left.sources[i]), before(left.targets[i])), left.weights[i]);
  }
}

// Two triangles that hang together by one tie, with two ties or more at every node.
TEST(DrawnGraphs, AreSeparatedByFewerTiesThanANodeHas) {
  const std::vector<std::int64_t> sources{0, 0, 1, 2, 3, 3, 4}, targets{1, 2, 2, 3, 4, 5, 5};
  EXPECT_EQ(graph::edge_connectivity(Graph(6, sources, targets)).value, 1.0);
}

// Two hubs that are tied, and their leaves: one pair is possible within the core.
TEST(DrawnGraphs, ACoreOfTwoHasADensity) {
  const std::vector<std::int64_t> sources{0, 0, 0, 0, 1, 1, 1}, targets{1, 2, 3, 4, 5, 6, 7};
  const auto found = graph::core_periphery(Graph(8, sources, targets));
  EXPECT_EQ(found.correlation.details.at("core_size"), 2.0);
  EXPECT_EQ(found.correlation.details.at("core_density"), 1.0);
}

TEST(DrawnGraphs, CompareAsBefore) {
  KnownLines lines;
  for (const bool directed : {true, false}) {
    constexpr std::int64_t kNodes = 14;
    Random random(8);
    std::array<std::vector<double>, 3> cells;
    for (auto& matrix : cells) {
      matrix.assign(kNodes * kNodes, 0);
      for (std::int64_t i = 0; i < kNodes; ++i) {
        for (std::int64_t j = directed ? 0 : i + 1; j < kNodes; ++j) {
          if (i == j) continue;
          const auto value = static_cast<double>(random.below(5));
          matrix[static_cast<std::size_t>(i * kNodes + j)] = value;
          if (!directed) matrix[static_cast<std::size_t>(j * kNodes + i)] = value;
        }
      }
    }
    const graph::SquareMatrix y{kNodes, cells[0]};
    const std::vector<graph::SquareMatrix> x{{kNodes, cells[1]}, {kNodes, cells[2]}};
    lines.add("QAP", graph::qap_correlation(y, x[0], {.permutations = 200, .directed = directed}));
    lines.add("MRQAP", graph::mrqap(y, x, {.permutations = 200, .directed = directed}));
  }
  lines.expect_in("drawn/permutations.txt");
}

}  // namespace
}  // namespace houvast
