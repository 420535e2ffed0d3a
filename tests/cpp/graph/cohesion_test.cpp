#include "houvast/graph/cohesion.hpp"

#include <gtest/gtest.h>

#include <limits>
#include <string>
#include <utility>
#include <vector>

#include "graph/oracle_paths.hpp"
#include "graph/shapes.hpp"

namespace {

using houvast::Graph;
using namespace houvast::graph;
using oracle::Doubles;
using oracle::IntMatrix;
using oracle::kFar;
using oracle::Longs;
using oracle::Small;
using shapes::code_of;

const std::vector<std::pair<std::string, std::string>> kMeasuredTies{
    {"tc_indiana_TCcoll", "tc_indiana_TCcoll_by_agency_cat"}, {"dhhs_collaboration", "dhhs_by_agency"}};

TEST(Cohesion, CoresEqualBruteForce) {
  houvast::Random random(31);
  for (std::int64_t i = 0; i < shapes::rounds(10000) && !HasFailure(); ++i) {
    const Small small = oracle::random_small(random, i % 2 == 1);
    const Graph graph = small.graph(false);
    const Small undirected = small.symmetrized();
    EXPECT_EQ(core_numbers(graph), oracle::cores(small.n, [&](int a, int b) { return undirected.tie[a][b]; }));
    if (!small.directed) {
      EXPECT_EQ(core_numbers(graph, CoreTies::kIn), core_numbers(graph));
      continue;
    }
    EXPECT_EQ(core_numbers(graph, CoreTies::kAll),
              oracle::cores(small.n, [&](int a, int b) { return small.tie[a][b] + small.tie[b][a]; }));
    EXPECT_EQ(core_numbers(graph, CoreTies::kIn),
              oracle::cores(small.n, [&](int a, int b) { return small.tie[b][a]; }));
    EXPECT_EQ(core_numbers(graph, CoreTies::kOut),
              oracle::cores(small.n, [&](int a, int b) { return small.tie[a][b]; }));
  }
}

TEST(Cohesion, ConnectivityEqualsAllCuts) {
  houvast::Random random(32);
  for (std::int64_t i = 0; i < shapes::rounds(4000) && !HasFailure(); ++i) {
    const Small small = oracle::random_small(random, i % 2 == 1);
    const Graph graph = small.graph(false);
    const IntMatrix cuts = oracle::cuts(small);
    int least = kFar;
    for (int a = 0; a < small.n; ++a) {
      for (int b = 0; b < small.n; ++b) least = a == b ? least : std::min(least, cuts[a][b]);
    }
    EXPECT_EQ(edge_connectivity(graph).defined(), small.n > 1);
    if (small.n > 1) {
      EXPECT_EQ(edge_connectivity(graph).value, least);
    }
    if (small.directed) {
      EXPECT_EQ(code_of([&] { return lambda_sets(graph); }), "HV-303");
      continue;
    }
    const LambdaSets sets = lambda_sets(graph);
    const Longs matrix = sets.matrix();
    std::vector<bool> occurs(oracle::kMost, false);
    for (int a = 0; a < small.n; ++a) {
      for (int b = 0; b < small.n; ++b) {
        const int wanted = a == b ? 0 : cuts[a][b];
        EXPECT_EQ(sets.between(a, b), wanted);
        EXPECT_EQ(matrix[static_cast<std::size_t>(a * small.n + b)], wanted);
        occurs[static_cast<std::size_t>(wanted)] = true;
      }
    }
    Longs levels;
    for (int k = oracle::kMost - 1; k > 0; --k) {
      if (occurs[static_cast<std::size_t>(k)]) levels.push_back(k);
    }
    EXPECT_EQ(sets.levels, levels);
    for (int k = 1; k < oracle::kMost; ++k) {
      EXPECT_EQ(sets.sets(k), oracle::labels(small.n, [&](int a, int b) { return cuts[a][b] >= k; }));
    }
  }
}

TEST(Cohesion, CliquesEqualAllSubsets) {
  houvast::Random random(33);
  for (std::int64_t i = 0; i < shapes::rounds(5000) && !HasFailure(); ++i) {
    const Small small = oracle::random_small(random, false);
    std::vector<Longs> wanted = oracle::cliques(small);
    EXPECT_EQ(maximal_cliques(small.graph(false)), wanted);
    std::erase_if(wanted, [](const Longs& clique) { return clique.size() < 3; });
    EXPECT_EQ(maximal_cliques(small.graph(false), {.min_size = 3}), wanted);
  }
}

TEST(Cohesion, CliquesAreNeverASilentPart) {
  // A complete graph of 3 * 6 nodes without the ties inside each three: 3^6 cliques (Moon and Moser 1965).
  std::vector<std::pair<int, int>> ties;
  for (int a = 0; a < 18; ++a) {
    for (int b = a + 1; b < 18; ++b) {
      if (a / 3 != b / 3) ties.emplace_back(a, b);
    }
  }
  const Graph graph = shapes::of(18, ties);
  EXPECT_EQ(maximal_cliques(graph, {.limit = 729}).size(), 729U);
  EXPECT_EQ(code_of([&] { return maximal_cliques(graph, {.limit = 728}); }), "HV-302");
  EXPECT_EQ(code_of([&] { return maximal_cliques(graph, {.min_size = 0}); }), "HV-302");
  EXPECT_EQ(code_of([&] { return maximal_cliques(graph, {.limit = 0}); }), "HV-302");
  EXPECT_EQ(code_of([] { return maximal_cliques(shapes::path(3, true)); }), "HV-303");
}

TEST(Cohesion, ClusteringEqualsTripleLoop) {
  houvast::Random random(34);
  for (std::int64_t i = 0; i < shapes::rounds(10000) && !HasFailure(); ++i) {
    const Small small = oracle::random_small(random, i % 2 == 1);
    const Graph graph = small.graph(false);
    const Small undirected = small.symmetrized();
    Doubles zeros, nans;
    int closed = 0, paths = 0, counted = 0;
    double sum = 0;
    for (int v = 0; v < small.n; ++v) {
      int mine = 0, open = 0;
      for (int a = 0; a < small.n; ++a) {
        for (int b = 0; b < a; ++b) {
          if (undirected.tie[v][a] == 0 || undirected.tie[v][b] == 0) continue;
          ++open;
          mine += undirected.tie[a][b];
        }
      }
      closed += mine;
      paths += open;
      zeros.push_back(open > 0 ? static_cast<double>(mine) / open : 0.0);
      nans.push_back(open > 0 ? zeros.back() : std::numeric_limits<double>::quiet_NaN());
      sum += zeros.back();
      counted += open > 0 ? 1 : 0;
    }
    shapes::expect_near(clustering(graph), zeros, 0.0, "clustering");
    shapes::expect_near(clustering(graph, TooFew::kNan), nans, 0.0, "clustering, nan");
    const auto global = transitivity(graph);
    EXPECT_EQ(global.defined(), paths > 0);
    EXPECT_EQ(global.n, paths);
    if (paths > 0) {
      EXPECT_DOUBLE_EQ(global.value, static_cast<double>(closed) / paths);
      EXPECT_EQ(global.details.at("triangles"), closed / 3);
    }
    EXPECT_EQ(average_clustering(graph).n, small.n);
    if (small.n > 0) {
      EXPECT_NEAR(average_clustering(graph).value, sum / small.n, 1e-15);
    }
    EXPECT_EQ(average_clustering(graph, TooFew::kNan).n, counted);
    if (counted > 0) {
      EXPECT_NEAR(average_clustering(graph, TooFew::kNan).value, sum / counted, 1e-15);
    }
  }
}

TEST(Cohesion, DensityEqualsItsDefinition) {
  houvast::Random random(35);
  for (std::int64_t i = 0; i < shapes::rounds(2000) && !HasFailure(); ++i) {
    const Small small = oracle::random_small(random, i % 2 == 1);
    int ties = 0;
    for (int a = 0; a < small.n; ++a) {
      for (int b = 0; b < small.n; ++b) ties += small.tie[a][b];
    }
    const auto found = density(small.graph(false));
    EXPECT_EQ(found.defined(), small.n > 1);
    if (small.n > 1) {
      EXPECT_DOUBLE_EQ(found.value, ties / (small.n * (small.n - 1.0)));
    }
  }
}

TEST(Cohesion, OfMeasuredNetworks) {
  for (const auto& [name, key] : kMeasuredTies) {
    const Graph graph = shapes::measured(name);
    const auto wanted = shapes::reference(key);
    EXPECT_NEAR(density(graph).value, wanted.at("density").get<double>(), 1e-9);
    EXPECT_EQ(density(graph).details.at("ties"), wanted.at("m").get<double>());
    EXPECT_NEAR(transitivity(graph).value, wanted.at("transitivity_global").get<double>(), 1e-9);
    EXPECT_NEAR(average_clustering(graph).value, wanted.at("transitivity_local_mean").get<double>(), 1e-9);
    EXPECT_EQ(core_numbers(graph), wanted.at("coreness").get<Longs>());
  }
  EXPECT_NEAR(density(shapes::measured("emon_texas")).value,
              shapes::reference("emon_texas_by_sponsorship").at("density").get<double>(), 1e-9);
}

TEST(Cohesion, LoopsCountNowhere) {  // trap 11
  const Graph graph = shapes::of(3, {{0, 0}, {0, 1}, {1, 2}, {0, 2}, {2, 2}});
  EXPECT_EQ(density(graph).value, 1.0);
  EXPECT_EQ(core_numbers(graph), (Longs{2, 2, 2}));
  EXPECT_EQ(edge_connectivity(graph).value, 2.0);
  EXPECT_EQ(transitivity(graph).value, 1.0);
}

TEST(Cohesion, SymmetrizingIsTheCallersChoice) {  // trap 18
  const Graph graph = shapes::measured("emon_texas");
  const double directed = density(graph).value, either = density(graph.symmetrized()).value,
               both = density(graph.symmetrized(true)).value;
  EXPECT_NEAR(either, 129.0 / 300.0, 1e-12);
  EXPECT_NEAR(both, 57.0 / 300.0, 1e-12);
  EXPECT_NEAR(directed, (either + both) / 2, 1e-12);
}

TEST(Cohesion, LambdaSetsOfTwoCliquesAndATie) {
  std::vector<std::pair<int, int>> ties{{0, 4}};
  for (int a = 0; a < 4; ++a) {
    for (int b = a + 1; b < 4; ++b) {
      ties.emplace_back(a, b);
      ties.emplace_back(a + 4, b + 4);
    }
  }
  const LambdaSets sets = lambda_sets(shapes::of(9, ties));
  EXPECT_EQ(sets.levels, (Longs{3, 1}));
  EXPECT_EQ(sets.sets(3), (Longs{0, 0, 0, 0, 1, 1, 1, 1, 2}));
  EXPECT_EQ(sets.sets(1), (Longs{0, 0, 0, 0, 0, 0, 0, 0, 1}));
  EXPECT_EQ(sets.between(1, 6), 1);
  EXPECT_EQ(code_of([&] { return sets.sets(0); }), "HV-302");
  EXPECT_EQ(code_of([&] { return sets.between(0, 9); }), "HV-302");
}

TEST(Cohesion, FlowsAgreeWithTheTreeOnLargerGraphs) {
  // Connectivity asks for n flows, the tree for n - 1 others: the least must be the same.
  for (std::uint64_t seed = 1; seed <= 5; ++seed) {
    const Graph graph = shapes::random(60, 300, seed);
    const LambdaSets sets = lambda_sets(graph);
    const Longs matrix = sets.matrix();
    std::int64_t least = kFar;
    for (std::int64_t a = 0; a < 60; ++a) {
      for (std::int64_t b = 0; b < 60; ++b) {
        if (a == b) continue;
        least = std::min(least, matrix[static_cast<std::size_t>(60 * a + b)]);
        const auto most = std::min(graph.neighbours(a).size(), graph.neighbours(b).size());
        ASSERT_LE(sets.between(a, b), static_cast<std::int64_t>(most));
      }
    }
    EXPECT_EQ(edge_connectivity(graph).value, static_cast<double>(least));
  }
}

TEST(Cohesion, AMillionNodesInARow) {
  const Graph graph = shapes::path(1000000);
  EXPECT_EQ(core_numbers(graph), Longs(1000000, 1));
  EXPECT_EQ(transitivity(graph).value, 0.0);
}

TEST(Cohesion, UndefinedValuesSayWhy) {
  EXPECT_EQ(reason_text(density(shapes::of(1, {}))), "fewer than two nodes");
  EXPECT_EQ(reason_text(edge_connectivity(Graph{})), "fewer than two nodes");
  EXPECT_EQ(reason_text(transitivity(shapes::of(2, {{0, 1}}))), "no node has two neighbours");
  EXPECT_EQ(reason_text(average_clustering(shapes::of(2, {{0, 1}}), TooFew::kNan)), "no node has two neighbours");
  EXPECT_EQ(average_clustering(shapes::of(2, {{0, 1}})).value, 0.0);
  EXPECT_TRUE(core_numbers(Graph{}).empty());
  EXPECT_TRUE(maximal_cliques(Graph{}).empty());
  EXPECT_EQ(lambda_sets(Graph{}).nodes(), 0);
}

}  // namespace
