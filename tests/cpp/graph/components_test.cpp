#include "houvast/graph/components.hpp"

#include <gtest/gtest.h>

#include <utility>
#include <vector>

#include "graph/oracle_paths.hpp"
#include "graph/shapes.hpp"

namespace {

using houvast::Graph;
using houvast::graph::articulation_points;
using houvast::graph::bridges;
using houvast::graph::components;
using houvast::graph::isolates;
using oracle::kFar;
using oracle::Longs;
using Pairs = std::vector<std::pair<std::int64_t, std::int64_t>>;

Longs sizes_of(const Longs& labels) {
  Longs sizes;
  for (const std::int64_t label : labels) {
    if (label >= static_cast<std::int64_t>(sizes.size())) sizes.push_back(0);
    ++sizes[static_cast<std::size_t>(label)];
  }
  return sizes;
}

TEST(Components, EqualBruteForce) {
  houvast::Random random(11);
  for (std::int64_t i = 0; i < shapes::rounds(20000) && !HasFailure(); ++i) {
    const oracle::Small small = oracle::random_small(random, i % 2 == 1);
    const Graph graph = small.graph(i % 4 < 2);
    const oracle::Small undirected = small.symmetrized();
    const auto d = oracle::distances(small, false), both = oracle::distances(undirected, false);
    const unsigned everybody = (1U << small.n) - 1U;
    const std::size_t before = oracle::component_sets(small, everybody).size();

    const Longs weak = oracle::labels(small.n, [&](int a, int b) { return both[a][b] < kFar; });
    const Longs strong = oracle::labels(small.n, [&](int a, int b) { return d[a][b] < kFar && d[b][a] < kFar; });
    EXPECT_EQ(components(graph).labels, weak);
    EXPECT_EQ(components(graph).sizes, sizes_of(weak));
    EXPECT_EQ(components(graph, true).labels, strong);
    EXPECT_EQ(components(graph, true).sizes, sizes_of(strong));
    EXPECT_EQ(components(graph).count(), static_cast<std::int64_t>(before));

    Longs alone, cuts;
    Pairs needed;
    for (int a = 0; a < small.n; ++a) {
      bool tied = false;
      for (int b = 0; b < small.n; ++b) tied = tied || undirected.tie[a][b] != 0;
      if (!tied) alone.push_back(a);
      if (oracle::component_sets(small, everybody & ~(1U << a)).size() > before) cuts.push_back(a);
      for (int b = a + 1; b < small.n; ++b) {
        oracle::Small less = undirected;
        less.tie[a][b] = less.tie[b][a] = 0;
        if (oracle::component_sets(less, everybody).size() > before) needed.emplace_back(a, b);
      }
    }
    EXPECT_EQ(isolates(graph), alone);
    EXPECT_EQ(articulation_points(graph), cuts);
    EXPECT_EQ(bridges(graph), needed);
  }
}

TEST(Components, OfMeasuredNetworks) {
  for (const char* key : {"tc_indiana_TCcoll", "dhhs_collaboration"}) {
    const Graph graph = shapes::measured(key);
    const auto wanted = shapes::reference(key == std::string("dhhs_collaboration") ? "dhhs_by_agency"
                                                                                   : "tc_indiana_TCcoll_by_agency_cat");
    EXPECT_EQ(components(graph).count(), wanted.at("components").get<std::int64_t>());
    EXPECT_EQ(components(graph).sizes.front(), wanted.at("largest_component").get<std::int64_t>());
    EXPECT_EQ(static_cast<std::int64_t>(isolates(graph).size()), wanted.at("isolates").get<std::int64_t>());
    EXPECT_EQ(static_cast<std::int64_t>(bridges(graph).size()), wanted.at("bridges").get<std::int64_t>());
    const auto& points = wanted.at("articulation_points");
    EXPECT_EQ(articulation_points(graph), points.is_array() ? points.get<Longs>() : Longs{points.get<std::int64_t>()});
  }
  const Graph emon = shapes::measured("emon_texas");
  const auto wanted = shapes::reference("emon_texas_by_sponsorship");
  EXPECT_EQ(components(emon).count(), wanted.at("weak_components").get<std::int64_t>());
  EXPECT_EQ(components(emon, true).count(), wanted.at("strong_components").get<std::int64_t>());
}

TEST(Components, LoopsMakeNoTie) {
  const Graph graph = shapes::of(2, {{0, 0}});
  EXPECT_EQ(isolates(graph), (Longs{0, 1}));
  EXPECT_EQ(components(graph).count(), 2);
}

TEST(Components, OppositeArcsAreOneTie) {
  const Graph graph = shapes::of(2, {{0, 1}, {1, 0}}, true);
  EXPECT_EQ(bridges(graph), (Pairs{{0, 1}}));
  EXPECT_TRUE(bridges(shapes::of(3, {{0, 1}, {1, 2}, {2, 0}}, true)).empty());
}

TEST(Components, AMillionNodesInARowNeedNoStack) {
  constexpr std::int64_t kNodes = 1000000;
  const Graph graph = shapes::path(kNodes);
  EXPECT_EQ(components(graph).count(), 1);
  EXPECT_EQ(static_cast<std::int64_t>(articulation_points(graph).size()), kNodes - 2);
  EXPECT_EQ(static_cast<std::int64_t>(bridges(graph).size()), kNodes - 1);
  const Graph arcs = shapes::path(kNodes, true);
  EXPECT_EQ(components(arcs).count(), 1);
  EXPECT_EQ(components(arcs, true).count(), kNodes);
  EXPECT_EQ(static_cast<std::int64_t>(bridges(arcs).size()), kNodes - 1);
}

TEST(Components, EmptyGraph) {
  EXPECT_EQ(components(Graph{}).count(), 0);
  EXPECT_TRUE(isolates(Graph{}).empty());
  EXPECT_TRUE(articulation_points(Graph{}).empty());
  EXPECT_TRUE(bridges(Graph{}).empty());
}

}  // namespace
