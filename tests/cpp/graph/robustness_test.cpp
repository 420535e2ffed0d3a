#include "houvast/graph/robustness.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "graph/oracle_paths.hpp"
#include "graph/shapes.hpp"

namespace {

using houvast::Graph;
using houvast::Table;
using namespace houvast::graph;
using oracle::Longs;
using oracle::Small;
using shapes::code_of;

const Longs& column(const Table& table, const char* name) {
  return std::get<Longs>(table.column(name).data);
}

struct Wanted {
  std::int64_t components = 0, largest = 0, cut_off = 0, pairs_lost = 0, pairs = 0;
};

// What is left of a small graph without a set of nodes, straight from the definitions.
Wanted left_without(const Small& small, unsigned gone) {
  const unsigned everybody = (1U << small.n) - 1U;
  Wanted wanted;
  for (const unsigned part : oracle::component_sets(small, everybody & ~gone)) {
    const std::int64_t size = oracle::bits_of(part);
    ++wanted.components;
    wanted.largest = std::max(wanted.largest, size);
    wanted.pairs += size * (size - 1) / 2;
  }
  for (const unsigned whole : oracle::component_sets(small, everybody)) {
    std::int64_t left = oracle::bits_of(whole & ~gone), largest = 0, pairs = 0;
    for (const unsigned part : oracle::component_sets(small, whole & ~gone)) {
      const std::int64_t size = oracle::bits_of(part);
      largest = std::max(largest, size);
      pairs += size * (size - 1) / 2;
    }
    wanted.cut_off += left - largest;
    wanted.pairs_lost += left * (left - 1) / 2 - pairs;
  }
  return wanted;
}

void expect_row(const Table& table, std::size_t row, const Wanted& wanted) {
  EXPECT_EQ(column(table, "components")[row], wanted.components);
  EXPECT_EQ(column(table, "largest")[row], wanted.largest);
  EXPECT_EQ(column(table, "cut_off")[row], wanted.cut_off);
  EXPECT_EQ(column(table, "pairs_lost")[row], wanted.pairs_lost);
}

TEST(Robustness, EqualsBruteForce) {
  houvast::Random random(51);
  for (std::int64_t i = 0; i < shapes::rounds(10000) && !HasFailure(); ++i) {
    const Small small = oracle::random_small(random, i % 2 == 1);
    const Graph graph = small.graph(false);
    const Table single = knockout(graph);
    ASSERT_EQ(single.rows(), small.n);
    for (int node = 0; node < small.n; ++node) {
      EXPECT_EQ(column(single, "node")[static_cast<std::size_t>(node)], node);
      expect_row(single, static_cast<std::size_t>(node), left_without(small, 1U << node));
    }

    std::vector<Longs> sets;
    std::vector<unsigned> bits;
    Longs order;
    for (int set = 0; set < 3; ++set) {
      sets.emplace_back();
      bits.push_back(0);
      for (int node = 0; node < small.n; ++node) {
        if (!random.chance(0.4)) continue;
        sets.back().push_back(node);
        if (random.chance(0.2)) sets.back().push_back(node);  // twice is once
        bits.back() |= 1U << node;
      }
    }
    const Table together = knockout(graph, sets);
    for (std::size_t set = 0; set < sets.size(); ++set) {
      EXPECT_EQ(column(together, "removed")[set], oracle::bits_of(bits[set]));
      expect_row(together, set, left_without(small, bits[set]));
    }

    for (int node = 0; node < small.n; ++node) {
      if (random.chance(0.8)) order.push_back(node);
    }
    random.shuffle(std::span(order));
    const Table curve = knockout_curve(graph, order);
    ASSERT_EQ(curve.rows(), static_cast<std::int64_t>(order.size()) + 1);
    unsigned gone = 0;
    for (std::size_t row = 0; row <= order.size(); ++row) {
      if (row > 0) gone |= 1U << order[row - 1];
      const Wanted wanted = left_without(small, gone);
      EXPECT_EQ(column(curve, "removed")[row], static_cast<std::int64_t>(row));
      EXPECT_EQ(curve.column("node").is_valid(static_cast<std::int64_t>(row)), row > 0);
      if (row > 0) {
        EXPECT_EQ(column(curve, "node")[row], order[row - 1]);
      }
      EXPECT_EQ(column(curve, "components")[row], wanted.components);
      EXPECT_EQ(column(curve, "largest")[row], wanted.largest);
      EXPECT_EQ(column(curve, "pairs_connected")[row], wanted.pairs);
    }
  }
}

TEST(Robustness, TheThreeAgreeOnLargerGraphs) {
  for (const std::uint64_t seed : {1, 2, 3}) {
    const Graph graph = shapes::random(500, 550, seed);
    std::vector<Longs> sets;
    for (std::int64_t node = 0; node < 500; ++node) sets.push_back({node});
    const Table single = knockout(graph), together = knockout(graph, sets);
    for (const char* name : {"components", "largest", "cut_off", "pairs_lost"}) {
      EXPECT_EQ(column(single, name), column(together, name)) << name;
    }
    Longs order{3, 14, 15, 92, 65, 35, 89, 79, 323, 84};
    const Table curve = knockout_curve(graph, order), all = knockout(graph, std::vector<Longs>{order});
    EXPECT_EQ(column(curve, "components").back(), column(all, "components")[0]);
    EXPECT_EQ(column(curve, "largest").back(), column(all, "largest")[0]);
  }
}

TEST(Robustness, HubOfAStar) {
  const Table table = knockout(shapes::star(6));
  EXPECT_EQ(column(table, "components"), (Longs{5, 1, 1, 1, 1, 1}));
  EXPECT_EQ(column(table, "largest"), (Longs{1, 5, 5, 5, 5, 5}));
  EXPECT_EQ(column(table, "cut_off"), (Longs{4, 0, 0, 0, 0, 0}));
  EXPECT_EQ(column(table, "pairs_lost"), (Longs{10, 0, 0, 0, 0, 0}));
}

TEST(Robustness, AMillionNodesInARowNeedNoStack) {
  constexpr std::int64_t kNodes = 1000000;
  const Graph graph = shapes::path(kNodes);
  const Table single = knockout(graph);
  EXPECT_EQ(column(single, "largest")[250000], 749999);
  EXPECT_EQ(column(single, "cut_off")[250000], 250000);
  const Table curve = knockout_curve(graph, Longs{500000, 250000});
  EXPECT_EQ(column(curve, "components"), (Longs{1, 2, 3}));
}

TEST(Robustness, RefuseWhatCannotBe) {
  const Graph graph = shapes::star(4);
  EXPECT_EQ(code_of([&] { return knockout(graph, std::vector<Longs>{{4}}); }), "HV-302");
  EXPECT_EQ(code_of([&] { return knockout(graph, std::vector<Longs>{{-1}}); }), "HV-302");
  EXPECT_EQ(code_of([&] { return knockout_curve(graph, Longs{4}); }), "HV-302");
  EXPECT_EQ(code_of([&] { return knockout_curve(graph, Longs{1, 2, 1}); }), "HV-304");
  EXPECT_EQ(knockout(Graph{}).rows(), 0);
  EXPECT_EQ(knockout(graph, std::vector<Longs>{}).rows(), 0);
  EXPECT_EQ(knockout_curve(Graph{}, Longs{}).rows(), 1);
}

}  // namespace
