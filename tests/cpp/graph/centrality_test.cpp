#include "houvast/graph/centrality.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <numeric>
#include <string>
#include <utility>
#include <vector>

#include "graph/oracle_paths.hpp"
#include "graph/shapes.hpp"

namespace {

using houvast::Direction;
using houvast::Graph;
using namespace houvast::graph;
using oracle::Doubles;
using oracle::IntMatrix;
using oracle::kFar;
using oracle::Longs;
using oracle::Small;
using shapes::code_of;
using shapes::expect_near;

constexpr double kNan = std::numeric_limits<double>::quiet_NaN();
constexpr Direction kDirections[] = {Direction::kOut, Direction::kIn, Direction::kAll};

const std::vector<std::pair<std::string, std::string>> kMeasured{
    {"tc_indiana_TCcoll", "tc_indiana_TCcoll_by_agency_cat"}, {"dhhs_collaboration", "dhhs_by_agency"}};

Small facing(const Small& small, Direction direction) {
  if (direction == Direction::kAll) return small.symmetrized();
  return direction == Direction::kIn ? small.turned() : small;
}

TEST(Centrality, DegreeAndStrengthEqualRowSums) {
  houvast::Random random(41);
  for (std::int64_t i = 0; i < shapes::rounds(5000) && !HasFailure(); ++i) {
    const Small small = oracle::random_small(random, i % 2 == 1);
    Longs out, in, all;
    Doubles strong;
    for (int a = 0; a < small.n; ++a) {
      int row = 0, column = 0, weights = 0;
      for (int b = 0; b < small.n; ++b) {
        row += small.tie[a][b];
        column += small.tie[b][a];
        weights += small.weight[b][a];
      }
      out.push_back(row);
      in.push_back(column);
      all.push_back(small.directed ? row + column : row);
      strong.push_back(weights);
    }
    const Graph graph = small.graph(true);
    EXPECT_EQ(degree(graph), all);
    EXPECT_EQ(degree(graph, Direction::kOut), out);
    EXPECT_EQ(degree(graph, Direction::kIn), in);
    EXPECT_EQ(strength(graph, Direction::kIn), strong);
    EXPECT_EQ(strength(small.graph(false), Direction::kOut), Doubles(out.begin(), out.end()));
  }
}

TEST(Centrality, BetweennessEqualsBruteForce) {
  houvast::Random random(42);
  for (std::int64_t i = 0; i < shapes::rounds(15000) && !HasFailure(); ++i) {
    const Small small = oracle::random_small(random, i % 2 == 1);
    const Graph graph = small.graph(false);
    Doubles wanted = oracle::betweenness(small);
    expect_near(betweenness(graph), wanted, 1e-12, "betweenness");
    const double pairs = (small.n - 1.0) * (small.n - 2.0) / (small.directed ? 1 : 2);
    if (small.n < 3) continue;
    for (double& value : wanted) value /= pairs;
    expect_near(betweenness(graph, {.normalized = true}), wanted, 1e-12, "normalized");
  }
}

TEST(Centrality, ClosenessAndHarmonicEqualBruteForce) {
  houvast::Random random(43);
  for (std::int64_t i = 0; i < shapes::rounds(10000) && !HasFailure(); ++i) {
    const Small small = oracle::random_small(random, i % 2 == 1);
    const Graph graph = small.graph(false);
    for (const Direction direction : kDirections) {
      const IntMatrix d = oracle::distances(facing(small, direction), false);
      Doubles faust, component, reciprocal, sums, normalized;
      for (int a = 0; a < small.n; ++a) {
        double reached = 0, far = 0, sum = 0;
        for (int b = 0; b < small.n; ++b) {
          if (a == b || d[a][b] == kFar) continue;
          ++reached;
          far += d[a][b];
          sum += 1.0 / d[a][b];
        }
        faust.push_back(reached > 0 ? reached / (small.n - 1) * reached / far : 0);
        component.push_back(reached > 0 ? reached / far : kNan);
        reciprocal.push_back(reached > 0 ? 1 / far : kNan);
        sums.push_back(sum);
        normalized.push_back(small.n > 1 ? sum / (small.n - 1) : kNan);
      }
      expect_near(closeness(graph, {.direction = direction}), faust, 1e-14, "Wasserman & Faust");
      expect_near(closeness(graph, {.variant = ClosenessVariant::kComponent, .direction = direction}), component, 1e-14,
                  "component");
      expect_near(closeness(graph, {.variant = ClosenessVariant::kReciprocalSum, .direction = direction}), reciprocal,
                  1e-14, "reciprocal");
      expect_near(harmonic(graph, {.direction = direction}), sums, 1e-14, "harmonic");
      expect_near(harmonic(graph, {.normalized = true, .direction = direction}), normalized, 1e-14, "normalized");
    }
  }
}

TEST(Centrality, PagerankEqualsElimination) {
  houvast::Random random(44);
  for (std::int64_t i = 0; i < shapes::rounds(4000) && !HasFailure(); ++i) {
    const Small small = oracle::random_small(random, i % 2 == 1);
    const Graph graph = small.graph(true);
    expect_near(pagerank(graph), oracle::pagerank(small, false, 0.85), 1e-12, "pagerank");
    expect_near(pagerank(graph, {.damping = 0.5, .weighted = true}), oracle::pagerank(small, true, 0.5), 1e-12,
                "weighted");
  }
}

TEST(Centrality, EigenvectorIsOne) {
  houvast::Random random(45);
  for (std::int64_t i = 0; i < shapes::rounds(4000) && !HasFailure(); ++i) {
    const Small small = oracle::random_small(random, false);
    const bool weighted = i % 2 == 0;
    const auto vector_of = [&](EigenvectorScale scale) {
      return eigenvector(small.graph(true), {.scale = scale, .weighted = weighted});
    };
    const Doubles found = vector_of(EigenvectorScale::kMaximum), scaled = vector_of(EigenvectorScale::kLength);
    double largest = 0, product = 0, squares = 0, length = 0;
    Doubles image;
    for (int a = 0; a < small.n; ++a) {
      const auto place = static_cast<std::size_t>(a);
      image.push_back(0);
      for (int b = 0; b < small.n; ++b) {
        image.back() += (weighted ? small.weight[a][b] : small.tie[a][b]) * found[static_cast<std::size_t>(b)];
      }
      largest = std::max(largest, found[place]);
      product += image.back() * found[place];
      squares += found[place] * found[place];
      length += scaled[place] * scaled[place];
      EXPECT_FALSE(found[place] < 0);
    }
    if (small.n == 0) continue;
    if (found[0] != found[0]) {  // no tie that counts
      EXPECT_EQ(
          std::accumulate(image.begin(), image.end(), 0.0, [](double a, double b) { return a + (b == b ? b : 0); }),
          0.0);
      continue;
    }
    EXPECT_DOUBLE_EQ(largest, 1.0);
    EXPECT_NEAR(length, 1.0, 1e-12);
    for (int a = 0; a < small.n; ++a) {
      const auto place = static_cast<std::size_t>(a);
      EXPECT_NEAR(image[place], product / squares * found[place], 1e-9);
    }
  }
}

TEST(Centrality, EigenvectorOfParts) {
  // Two pairs of ties of nearly the same strength: the stronger has all, however little it is stronger.
  const Longs from{0, 1, 3}, to{1, 2, 4};
  const Graph near(5, from, to, Doubles{1, 1, 1.41421356}, {});
  expect_near(eigenvector(near, {.weighted = true}), {std::sqrt(0.5), 1, std::sqrt(0.5), 0, 0}, 1e-12, "path");
  // A star of four and a circle of four both have 2: along the vectors a vector of ones is 3/4 and 1 of their maxima.
  const Graph same = shapes::of(10, {{0, 1}, {0, 2}, {0, 3}, {0, 4}, {5, 6}, {6, 7}, {7, 8}, {8, 5}});
  expect_near(eigenvector(same), {1, .5, .5, .5, .5, 2.0 / 3, 2.0 / 3, 2.0 / 3, 2.0 / 3, 0}, 1e-11, "star and circle");
  EXPECT_EQ(eigenvector(shapes::of(4, {{0, 1}, {2, 3}})), (Doubles{1, 1, 1, 1}));
}

TEST(Centrality, EigenvectorOfArcs) {
  // 0 -> 1 -> 2 -> 0 and 2 -> 3: the circle feeds 3 as much as each other.
  expect_near(eigenvector(shapes::of(4, {{0, 1}, {1, 2}, {2, 0}, {2, 3}}, true)), {1, 1, 1, 1}, 1e-9, "circle");
  for (const double value : eigenvector(shapes::path(4, true))) EXPECT_TRUE(std::isnan(value));
  for (const double value : eigenvector(shapes::of(3, {}))) EXPECT_TRUE(std::isnan(value));
  // A pair that feeds another pair: the share of the first goes to 0 as 1 / iterations.
  const Graph slow = shapes::of(4, {{0, 1}, {1, 0}, {1, 2}, {2, 3}, {3, 2}}, true);
  EXPECT_EQ(code_of([&] { return eigenvector(slow, {.max_iterations = 1000}); }), "HV-306");
}

TEST(Centrality, OfMeasuredNetworks) {
  for (const auto& [name, key] : kMeasured) {
    const Graph graph = shapes::measured(name);
    const auto wanted = shapes::reference(key);
    EXPECT_EQ(degree(graph), wanted.at("degree").get<Longs>());
    expect_near(betweenness(graph), wanted.at("betweenness").get<Doubles>(), 1e-9, "betweenness");
    expect_near(harmonic(graph), wanted.at("harmonic").get<Doubles>(), 1e-9, "harmonic");
    EXPECT_NEAR(centralization(graph, Centrality::kDegree).value, wanted.at("degree_centralization").get<double>(),
                1e-9);
    EXPECT_NEAR(centralization(graph, Centrality::kBetweenness).value,
                wanted.at("betweenness_centralization").get<double>(), 1e-9);
    const Longs degrees = degree(graph);
    EXPECT_NEAR(std::accumulate(degrees.begin(), degrees.end(), 0.0) / static_cast<double>(graph.nodes()),
                wanted.at("average_degree").get<double>(), 1e-9);
  }
  const Graph emon = shapes::measured("emon_texas");
  const auto wanted = shapes::reference("emon_texas_by_sponsorship");
  EXPECT_EQ(degree(emon, Direction::kIn), wanted.at("in_degree").get<Longs>());
  EXPECT_EQ(degree(emon, Direction::kOut), wanted.at("out_degree").get<Longs>());
  expect_near(betweenness(emon), wanted.at("betweenness_directed").get<Doubles>(), 1e-9, "directed");
  EXPECT_NEAR(centralization(emon, Centrality::kInDegree).value, wanted.at("in_degree_centralization").get<double>(),
              1e-9);
  EXPECT_NEAR(centralization(emon, Centrality::kOutDegree).value, wanted.at("out_degree_centralization").get<double>(),
              1e-9);
}

constexpr Centrality kAllCentralities[] = {Centrality::kDegree,      Centrality::kInDegree,  Centrality::kOutDegree,
                                           Centrality::kBetweenness, Centrality::kCloseness, Centrality::kEigenvector};

TEST(Centrality, CentralizationOfAStarIsOne) {  // trap 11
  for (const std::int64_t nodes : {3, 4, 5, 10, 100}) {
    const auto ties = shapes::star(nodes).edges();
    auto with_loops = ties;
    for (std::int64_t i = 0; i < nodes; ++i) {
      with_loops.sources.push_back(i);
      with_loops.targets.push_back(i);
    }
    const Graph star(nodes, ties.sources, ties.targets), loops(nodes, with_loops.sources, with_loops.targets);
    for (const Centrality of : kAllCentralities) {
      EXPECT_NEAR(centralization(star, of).value, 1.0, 1e-9);
      EXPECT_EQ(centralization(star, of).value, centralization(loops, of).value);
    }
    const Graph out(nodes, ties.sources, ties.targets, {}, {.directed = true});
    EXPECT_NEAR(centralization(out, Centrality::kOutDegree).value, 1.0, 1e-12);
    EXPECT_NEAR(centralization(out.transpose(), Centrality::kInDegree).value, 1.0, 1e-12);
    auto both = ties;
    both.sources.insert(both.sources.end(), ties.targets.begin(), ties.targets.end());
    both.targets.insert(both.targets.end(), ties.sources.begin(), ties.sources.end());
    const Graph mutual(nodes, both.sources, both.targets, {}, {.directed = true});
    EXPECT_NEAR(centralization(mutual, Centrality::kDegree).value, 1.0, 1e-12);
    EXPECT_NEAR(centralization(mutual, Centrality::kBetweenness).value, 1.0, 1e-12);
  }
}

TEST(Centrality, CentralizationOfEqualsIsZero) {
  std::vector<std::pair<int, int>> ring;
  for (int i = 0; i < 7; ++i) ring.emplace_back(i, (i + 1) % 7);
  for (const Centrality of : kAllCentralities) EXPECT_NEAR(centralization(shapes::of(7, ring), of).value, 0.0, 1e-12);
}

TEST(Centrality, CentralizationSaysWhyNot) {
  EXPECT_EQ(reason_text(centralization(shapes::path(2), Centrality::kDegree)), "fewer than three nodes");
  EXPECT_EQ(reason_text(centralization(shapes::of(4, {{0, 1}, {2, 3}}), Centrality::kCloseness)),
            "not every node reaches every other");
  EXPECT_EQ(reason_text(centralization(shapes::of(4, {}), Centrality::kEigenvector)), "no ties");
  EXPECT_FALSE(centralization(shapes::path(4, true), Centrality::kCloseness).defined());
  // One tie and isolates: the largest sum that eigenvector centralities can have.
  EXPECT_NEAR(centralization(shapes::of(9, {{0, 1}}), Centrality::kEigenvector).details.at("relative_to_maximum"), 1.0,
              1e-9);
}

TEST(Centrality, RefuseWhatCannotBe) {
  const Graph graph = shapes::star(5);
  EXPECT_EQ(code_of([&] { return betweenness(graph, {.threads = -1}); }), "HV-302");
  EXPECT_EQ(code_of([&] { return sampled_harmonic(graph, {.samples = 0}); }), "HV-302");
  EXPECT_EQ(code_of([&] { return sampled_harmonic(graph, {.confidence = 1.0}); }), "HV-302");
  EXPECT_EQ(code_of([&] { return sampled_betweenness(graph, {.confidence = kNan}); }), "HV-302");
  EXPECT_EQ(code_of([] { return sampled_closeness(shapes::of(4, {{0, 1}})); }), "HV-305");
  EXPECT_EQ(code_of([] { return sampled_closeness(shapes::path(4, true)); }), "HV-305");
  EXPECT_EQ(code_of([] { return sampled_closeness(Graph{}); }), "HV-305");
  EXPECT_EQ(code_of([&] { return pagerank(graph, {.damping = 1.0}); }), "HV-302");
  EXPECT_EQ(code_of([&] { return pagerank(graph, {.damping = kNan}); }), "HV-302");
  EXPECT_EQ(code_of([&] { return pagerank(graph, {.tolerance = 0.0}); }), "HV-302");
  EXPECT_EQ(code_of([&] { return pagerank(graph, {.max_iterations = 1}); }), "HV-306");
  EXPECT_EQ(code_of([&] { return eigenvector(graph, {.max_iterations = 0}); }), "HV-302");
  const Longs one{0}, two{1};
  const Doubles negative{-1};
  const Graph odd(2, one, two, negative);
  EXPECT_EQ(code_of([&] { return pagerank(odd, {.weighted = true}); }), "HV-302");
  EXPECT_EQ(code_of([&] { return eigenvector(odd, {.weighted = true}); }), "HV-302");
  EXPECT_EQ(code_of([&] { return eigenvector(odd); }), "none");
}

TEST(Centrality, TooManyPathsAreRefused) {
  // 1,100 diamonds in a row: 2^1100 shortest paths from end to end.
  std::vector<std::pair<int, int>> ties;
  for (int i = 0; i < 1100; ++i) {
    for (const int side : {1, 2}) {
      ties.emplace_back(3 * i, 3 * i + side);
      ties.emplace_back(3 * i + side, 3 * i + 3);
    }
  }
  const Graph graph = shapes::of(3301, ties);
  EXPECT_EQ(code_of([&] { return betweenness(graph); }), "HV-302");
  EXPECT_EQ(code_of([&] { return harmonic(graph); }), "none");
}

TEST(Centrality, OfTinyGraphs) {
  EXPECT_TRUE(betweenness(Graph{}).empty());
  EXPECT_TRUE(closeness(Graph{}).empty());
  EXPECT_TRUE(harmonic(Graph{}).empty());
  EXPECT_TRUE(pagerank(Graph{}).empty());
  EXPECT_TRUE(eigenvector(Graph{}).empty());
  EXPECT_TRUE(sampled_betweenness(Graph{}).values.empty());
  EXPECT_TRUE(sampled_harmonic(Graph{}).values.empty());
  EXPECT_EQ(betweenness(shapes::of(1, {})), Doubles{0});
  EXPECT_EQ(closeness(shapes::of(1, {})), Doubles{0});
  EXPECT_EQ(pagerank(shapes::of(1, {})), Doubles{1});
}

}  // namespace
