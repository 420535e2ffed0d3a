#include "houvast/graph/graph.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <limits>
#include <memory>
#include <thread>
#include <vector>

#include "base/threads.hpp"
#include "graph/oracle_paths.hpp"
#include "graph/shapes.hpp"

namespace {

using houvast::Duplicates;
using houvast::Graph;
using oracle::Doubles;
using oracle::Longs;
using shapes::code_of;

std::vector<std::int32_t> row(const Graph& graph, std::int64_t node) {
  const auto found = graph.neighbours(node);
  return {found.begin(), found.end()};
}

void expect_equal(const Graph& graph, const oracle::Small& small, bool weighted) {
  ASSERT_EQ(graph.nodes(), small.n);
  ASSERT_EQ(graph.directed(), small.directed);
  std::int64_t ties = 0;
  for (int i = 0; i < small.n; ++i) {
    for (int j = 0; j < small.n; ++j) {
      ties += small.tie[i][j];
      const double weight = weighted ? small.weight[i][j] : 1.0;
      ASSERT_EQ(graph.has_tie(i, j), small.tie[i][j] != 0) << i << " " << j;
      ASSERT_EQ(graph.weight(i, j), small.tie[i][j] != 0 ? std::optional<double>(weight) : std::nullopt);
    }
    const auto neighbours = graph.neighbours(i);
    ASSERT_TRUE(std::is_sorted(neighbours.begin(), neighbours.end()));
  }
  EXPECT_EQ(graph.ties(), small.directed ? ties : ties / 2);
  EXPECT_EQ(graph.loops(), static_cast<std::int64_t>(small.loops.size()));
  EXPECT_EQ(graph.weighted(), weighted);
}

TEST(Graph, EmptyGraphHasNothing) {
  const Graph graph;
  EXPECT_EQ(graph.nodes(), 0);
  EXPECT_EQ(graph.ties(), 0);
  EXPECT_EQ(graph.offsets().size(), 1U);
  EXPECT_TRUE(graph.neighbours().empty());
  EXPECT_EQ(graph.transpose().nodes(), 0);
  EXPECT_EQ(graph.symmetrized().nodes(), 0);
  EXPECT_TRUE(graph.edges().sources.empty());
}

TEST(Graph, RowsAreSortedAndUndirectedTiesStandInBoth) {
  const Longs sources{3, 0, 2}, targets{1, 3, 3};
  const Graph graph(4, sources, targets);
  EXPECT_EQ(row(graph, 3), (std::vector<std::int32_t>{0, 1, 2}));
  EXPECT_EQ(row(graph, 1), (std::vector<std::int32_t>{3}));
  EXPECT_EQ(graph.ties(), 3);
  EXPECT_TRUE(graph.has_tie(1, 3));
  EXPECT_TRUE(graph.has_tie(3, 1));
  EXPECT_FALSE(graph.has_tie(0, 1));
  EXPECT_EQ(graph.edges().sources, (Longs{0, 1, 2}));
  EXPECT_EQ(graph.edges().targets, (Longs{3, 3, 3}));
  EXPECT_EQ(graph.edges().weights, (Doubles{1, 1, 1}));
}

TEST(Graph, LoopsAreKeptApart) {  // trap 11
  const Longs sources{0, 1, 1}, targets{1, 1, 2};
  const Graph graph(3, sources, targets);
  EXPECT_EQ(graph.ties(), 2);
  EXPECT_EQ(graph.loops(), 1);
  EXPECT_EQ(graph.loop_nodes()[0], 1);
  EXPECT_EQ(row(graph, 1), (std::vector<std::int32_t>{0, 2}));
  EXPECT_FALSE(graph.has_tie(1, 1));
  EXPECT_EQ(graph.weight(1, 1), std::nullopt);
}

TEST(Graph, EqualsItsMatrixOnRandomGraphs) {
  houvast::Random random(1);
  for (std::int64_t i = 0; i < shapes::rounds(20000) && !HasFailure(); ++i) {
    const oracle::Small small = oracle::random_small(random, i % 2 == 1);
    const bool weighted =
        i % 4 < 2 && std::any_of(&small.tie[0][0], &small.tie[0][0] + 64, [](int t) { return t != 0; });
    const Graph graph = small.graph(weighted);
    expect_equal(graph, small, weighted);
    expect_equal(graph.transpose(), small.turned(), weighted);
    expect_equal(graph.transpose().transpose(), small, weighted);
    for (const bool mutual : {false, true}) {
      if (small.directed) expect_equal(graph.symmetrized(mutual), small.symmetrized(mutual), weighted);
    }
    const auto ties = graph.edges();
    const Graph again(graph.nodes(), ties.sources, ties.targets, ties.weights, {.directed = graph.directed()});
    EXPECT_EQ(again.ties(), graph.ties());
    EXPECT_TRUE(std::equal(again.neighbours().begin(), again.neighbours().end(), graph.neighbours().begin()));
  }
}

TEST(Graph, WithoutRenumbersWhatIsLeft) {
  houvast::Random random(2);
  for (std::int64_t i = 0; i < shapes::rounds(5000) && !HasFailure(); ++i) {
    const oracle::Small small = oracle::random_small(random, i % 2 == 1);
    const auto removed = std::make_unique<bool[]>(8);
    oracle::Small left;
    left.directed = small.directed;
    std::vector<int> kept;
    for (int node = 0; node < small.n; ++node) {
      removed[static_cast<std::size_t>(node)] = random.chance(0.3);
      if (!removed[static_cast<std::size_t>(node)]) kept.push_back(node);
    }
    left.n = static_cast<int>(kept.size());
    for (int a = 0; a < left.n; ++a) {
      const int old = kept[static_cast<std::size_t>(a)];
      if (std::count(small.loops.begin(), small.loops.end(), old) > 0) left.loops.push_back(a);
      for (int b = 0; b < left.n; ++b) left.tie[a][b] = small.tie[old][kept[static_cast<std::size_t>(b)]];
    }
    expect_equal(small.graph(false).without({removed.get(), static_cast<std::size_t>(small.n)}), left, false);
  }
  EXPECT_EQ(code_of([] { return shapes::star(4).without({}); }), "HV-301");
}

TEST(Graph, SameTieTwiceIsRefusedOrJoined) {
  const Longs sources{0, 1, 2, 1}, targets{1, 2, 1, 2};
  const Doubles weights{1, 2, 7, 4};
  for (const bool directed : {false, true}) {
    EXPECT_EQ(code_of([&] { return Graph(3, sources, targets, weights, {.directed = directed}); }), "HV-304");
  }
  try {
    const Graph graph(3, sources, targets);
    FAIL() << "accepted " << graph.ties();
  } catch (const houvast::ValueError& error) {
    EXPECT_EQ(error.subject(), "tie");
    EXPECT_EQ(error.value(), "1 - 2 (ties 1 and 2, counted from 0)");
  }
  const Graph largest(3, sources, targets, weights, {.duplicates = Duplicates::kKeepMax});
  EXPECT_EQ(largest.ties(), 2);
  EXPECT_EQ(largest.weight(1, 2), 7.0);
  EXPECT_EQ(largest.weight(2, 1), 7.0);
  const Graph summed(3, sources, targets, weights, {.duplicates = Duplicates::kSum});
  EXPECT_EQ(summed.weight(1, 2), 13.0);
  EXPECT_EQ(summed.weight(2, 1), 13.0);
  const Graph directed(3, sources, targets, weights, {.directed = true, .duplicates = Duplicates::kSum});
  EXPECT_EQ(directed.ties(), 3);
  EXPECT_EQ(directed.weight(1, 2), 6.0);
  EXPECT_EQ(directed.weight(2, 1), 7.0);
  const Graph counted(3, sources, targets, {}, {.duplicates = Duplicates::kSum});
  EXPECT_EQ(counted.weight(1, 2), 3.0);
  EXPECT_FALSE(Graph(3, sources, targets, {}, {.duplicates = Duplicates::kKeepMax}).weighted());
}

TEST(Graph, SameLoopTwiceIsRefusedOrJoined) {
  const Longs loops{1, 1};
  EXPECT_EQ(code_of([&] { return Graph(2, loops, loops); }), "HV-304");
  EXPECT_EQ(Graph(2, loops, loops, {}, {.duplicates = Duplicates::kKeepMax}).loops(), 1);
}

TEST(Graph, RefusesWhatCannotBe) {
  const Longs none, one{0}, two{0, 1}, far{2}, negative{-1};
  const Doubles weight{1}, infinite{std::numeric_limits<double>::infinity()},
      missing{std::numeric_limits<double>::quiet_NaN()};
  EXPECT_EQ(code_of([&] { return Graph(-1, none, none); }), "HV-302");
  EXPECT_EQ(code_of([&] { return Graph(std::int64_t{1} << 31, none, none); }), "HV-302");
  EXPECT_EQ(code_of([&] { return Graph(2, one, two); }), "HV-301");
  EXPECT_EQ(code_of([&] { return Graph(2, two, two, weight); }), "HV-301");
  EXPECT_EQ(code_of([&] { return Graph(2, one, far); }), "HV-302");
  EXPECT_EQ(code_of([&] { return Graph(2, negative, one); }), "HV-302");
  EXPECT_EQ(code_of([&] { return Graph(0, one, one); }), "HV-302");
  EXPECT_EQ(code_of([&] { return Graph(2, one, one, infinite); }), "HV-302");
  EXPECT_EQ(code_of([&] { return Graph(2, one, one, missing); }), "HV-302");
  EXPECT_EQ(code_of([] { return shapes::star(3).has_tie(0, 3); }), "HV-302");
  EXPECT_EQ(code_of([] { return shapes::star(3).weight(-1, 0); }), "HV-302");
}

TEST(Graph, SymmetrizingTwoWaysDiffers) {  // trap 18
  const Graph graph = shapes::measured("emon_texas");
  const auto census = shapes::reference("emon_texas_by_sponsorship").at("dyad_census");
  const auto mutual = census.at(0).get<std::int64_t>(), one_way = census.at(1).get<std::int64_t>();
  EXPECT_EQ(graph.ties(), 2 * mutual + one_way);
  EXPECT_EQ(graph.symmetrized().ties(), mutual + one_way);
  EXPECT_EQ(graph.symmetrized(true).ties(), mutual);
  EXPECT_FALSE(graph.symmetrized().directed());
}

TEST(Graph, TransposeIsSharedByThreads) {
  if (!houvast::detail::kThreads) GTEST_SKIP() << "no threads here";
  const Graph graph = shapes::random(2000, 20000, 3, true);
  std::vector<const std::int32_t*> rows(8);
  std::vector<std::thread> threads;
  for (auto& place : rows) threads.emplace_back([&] { place = graph.transpose().neighbours().data(); });
  for (std::thread& thread : threads) thread.join();
  for (const auto* place : rows) EXPECT_EQ(place, rows.front());
  EXPECT_EQ(shapes::star(4).transpose().ties(), 3);
}

}  // namespace
