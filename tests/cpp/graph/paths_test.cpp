#include "houvast/graph/paths.hpp"

#include <gtest/gtest.h>

#include <limits>
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
using shapes::code_of;

constexpr double kInfinity = std::numeric_limits<double>::infinity();

struct PairSums {
  std::int64_t reached = 0, unreached = 0, sum = 0, longest = 0;
};

PairSums pairs_of(const IntMatrix& d, int n) {
  PairSums result;
  for (int a = 0; a < n; ++a) {
    for (int b = 0; b < n; ++b) {
      if (a == b) continue;
      if (d[a][b] == kFar) {
        ++result.unreached;
        continue;
      }
      ++result.reached;
      result.sum += d[a][b];
      result.longest = std::max<std::int64_t>(result.longest, d[a][b]);
    }
  }
  return result;
}

void expect_pairs(const Graph& graph, const PathOptions& options, const PairSums& pairs, bool both_ways) {
  const std::int64_t ways = both_ways ? 2 : 1, unreached = pairs.unreached / ways;
  for (const auto& found : {diameter(graph, options), average_path_length(graph, options)}) {
    EXPECT_EQ(found.n, pairs.reached / ways);
    EXPECT_EQ(found.details.at("unreachable_pairs"), static_cast<double>(unreached));
    EXPECT_EQ(found.defined(), pairs.reached > 0);
  }
  if (pairs.reached == 0) return;
  EXPECT_EQ(diameter(graph, options).value, static_cast<double>(pairs.longest));
  EXPECT_DOUBLE_EQ(average_path_length(graph, options).value,
                   static_cast<double>(pairs.sum) / static_cast<double>(pairs.reached));
}

TEST(Paths, EqualBruteForce) {
  houvast::Random random(21);
  for (std::int64_t i = 0; i < shapes::rounds(15000) && !HasFailure(); ++i) {
    const oracle::Small small = oracle::random_small(random, i % 2 == 1);
    const Graph graph = small.graph(true);
    for (const Direction direction : {Direction::kOut, Direction::kIn, Direction::kAll}) {
      oracle::Small facing = direction == Direction::kIn ? small.turned() : small;
      if (direction == Direction::kAll) facing = small.symmetrized();
      const IntMatrix steps = oracle::distances(facing, false);
      if (direction == Direction::kAll) {  // the shorter of two opposite arcs
        for (int a = 0; a < small.n; ++a) {
          for (int b = 0; b < small.n; ++b) {
            if (small.tie[a][b] != 0 && small.tie[b][a] != 0) {
              facing.weight[a][b] = std::min(small.weight[a][b], small.weight[b][a]);
            }
          }
        }
      }
      const IntMatrix lengths = oracle::distances(facing, true);
      const Distances found_steps = distances(graph, {.direction = direction});
      const Distances found_lengths = distances(graph, {.direction = direction, .weights = WeightMeaning::kDistance});
      for (int a = 0; a < small.n; ++a) {
        for (int b = 0; b < small.n; ++b) {
          EXPECT_EQ(found_steps.at(a, b), steps[a][b] == kFar ? kInfinity : steps[a][b]);
          EXPECT_EQ(found_lengths.at(a, b), lengths[a][b] == kFar ? kInfinity : lengths[a][b]);
        }
      }
      const bool both_ways = !small.directed || direction == Direction::kAll;
      expect_pairs(graph, {.direction = direction}, pairs_of(steps, small.n), both_ways);
      expect_pairs(graph, {.direction = direction, .weights = WeightMeaning::kDistance}, pairs_of(lengths, small.n),
                   both_ways);
      for (int k = 0; k < 4; ++k) {
        Doubles wanted;
        for (int a = 0; a < small.n; ++a) {
          int count = 0;
          for (int b = 0; b < small.n; ++b) count += a != b && steps[a][b] <= k ? 1 : 0;
          wanted.push_back(small.n > 1 ? count / (small.n - 1.0) : std::numeric_limits<double>::quiet_NaN());
        }
        shapes::expect_near(reach(graph, k, {.direction = direction}), wanted, 1e-15, "reach");
      }
    }
  }
}

TEST(Paths, StrengthIsNotDistance) {  // trap 19
  // 0 and 2 are strongly tied to 1 and weakly to each other.
  const Longs sources{0, 1, 0}, targets{1, 2, 2};
  const Doubles strengths{4, 4, 1}, lengths{0.25, 0.25, 1};
  const Graph strong(3, sources, targets, strengths);
  EXPECT_EQ(distances(strong).at(0, 2), 1.0);  // weights play no part unless they are said to be lengths
  const Graph far(3, sources, targets, lengths);
  EXPECT_EQ(distances(far, {.weights = WeightMeaning::kDistance}).at(0, 2), 0.5);     // over 1
  EXPECT_EQ(distances(strong, {.weights = WeightMeaning::kDistance}).at(0, 2), 1.0);  // the mistake: the weak tie
  EXPECT_EQ(diameter(far).provenance.options.at("weights"), "ignored");
  EXPECT_EQ(diameter(far, {.weights = WeightMeaning::kDistance}).provenance.options.at("weights"), "distance");
}

TEST(Paths, OfMeasuredNetworks) {
  for (const auto& [name, key] : {std::pair{"tc_indiana_TCcoll", "tc_indiana_TCcoll_by_agency_cat"},
                                  std::pair{"dhhs_collaboration", "dhhs_by_agency"}}) {
    const Graph graph = shapes::measured(name);
    const auto wanted = shapes::reference(key);
    EXPECT_NEAR(average_path_length(graph).value, wanted.at("average_path_length").get<double>(), 1e-9);
    EXPECT_EQ(diameter(graph).value, wanted.at("diameter").get<double>());
  }
}

TEST(Paths, SeveralSourcesInTheirOrder) {
  const Graph graph = shapes::path(5);
  const Distances found = distances(graph, {.sources = Longs{4, 0}});
  EXPECT_EQ(found.sources, (Longs{4, 0}));
  EXPECT_EQ(found.values, (Doubles{4, 3, 2, 1, 0, 0, 1, 2, 3, 4}));
  EXPECT_TRUE(distances(graph, {.sources = Longs{}}).values.empty());
}

TEST(Paths, ThreadsChangeNothing) {
  const Graph graph = shapes::random(700, 2500, 5, true);
  for (const int threads : {2, 8}) {
    EXPECT_EQ(distances(graph, {.threads = 1}).values, distances(graph, {.threads = threads}).values);
    EXPECT_EQ(average_path_length(graph).value, average_path_length(graph, {.threads = threads}).value);
    EXPECT_EQ(reach(graph, 3), reach(graph, 3, {.threads = threads}));
  }
}

TEST(Paths, AMillionStepsNeedNoStack) {
  const Graph graph = shapes::path(1000000);
  EXPECT_EQ(distances(graph, {.sources = Longs{0}}).at(0, 999999), 999999.0);
}

TEST(Paths, UndefinedValuesSayWhy) {
  const Graph alone = shapes::of(3, {});
  EXPECT_EQ(reason_text(diameter(alone)), "no node reaches another");
  EXPECT_EQ(average_path_length(alone).details.at("unreachable_pairs"), 3.0);
  EXPECT_FALSE(diameter(Graph{}).defined());
}

TEST(Paths, RefuseWhatCannotBe) {
  const Graph graph = shapes::star(4);
  EXPECT_EQ(code_of([&] { return distances(graph, {.sources = Longs{4}}); }), "HV-302");
  EXPECT_EQ(code_of([&] { return distances(graph, {.sources = Longs{-1}}); }), "HV-302");
  EXPECT_EQ(code_of([&] { return reach(graph, -1); }), "HV-302");
  EXPECT_EQ(code_of([&] { return diameter(graph, {.threads = -1}); }), "HV-302");
  const Longs one{0}, two{1};
  const Doubles negative{-1};
  const Graph odd(2, one, two, negative);
  EXPECT_EQ(code_of([&] { return diameter(odd, {.weights = WeightMeaning::kDistance}); }), "HV-302");
  EXPECT_EQ(code_of([&] { return distances(odd, {.weights = WeightMeaning::kDistance}); }), "HV-302");
  EXPECT_EQ(diameter(odd).value, 1.0);
}

}  // namespace
