#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <vector>

#include "graph/detail_dependencies.hpp"
#include "graph/detail_sweep_driver.hpp"
#include "graph/oracle_paths.hpp"
#include "graph/shapes.hpp"
#include "houvast/graph/centrality.hpp"
#include "houvast/graph/paths.hpp"

// The kernels behind betweenness and closeness: same result by every way, and samples within their bounds.
namespace {

using houvast::Direction;
using houvast::Graph;
using namespace houvast::graph;
using oracle::Doubles;
using oracle::Longs;
using shapes::expect_near;

constexpr Direction kTieDirections[] = {Direction::kOut, Direction::kIn, Direction::kAll};

std::vector<Graph> larger_graphs() {
  return {shapes::random(600, 1500, 1),
          shapes::random(600, 3000, 2, true),
          shapes::random(1300, 1400, 3),
          shapes::random(700, 700, 4, true),
          shapes::grid(24),
          shapes::path(600),
          shapes::star(600),
          shapes::random(100, 3000, 5)};
}

TEST(Kernels, EveryKernelGivesTheSame) {
  using detail::InstructionSet;
  for (const Graph& graph : larger_graphs()) {
    const auto everybody = detail::all_nodes(graph);
    const Doubles plain = detail::dependencies(graph, everybody, {.method = detail::Method::kOneByOne});
    const Doubles base =
        detail::dependencies(graph, everybody, {.method = detail::Method::kBatches, .set = InstructionSet::kBase});
    ASSERT_EQ(plain.size(), base.size());
    for (std::size_t i = 0; i < plain.size(); ++i) {
      EXPECT_NEAR(base[i], plain[i], 1e-12 * std::max(1.0, plain[i]));
    }
    const auto search = [&](detail::SweepMethod method, InstructionSet set) {
      return detail::sweep(graph, everybody, {.direction = Direction::kIn, .method = method, .set = set});
    };
    const auto one = search(detail::SweepMethod::kOneByOne, InstructionSet::kBase);
    for (const auto set : {InstructionSet::kBase, InstructionSet::kAvx2, InstructionSet::kAvx512}) {
      if (detail::has_dependency_kernel(set)) {
        EXPECT_EQ(detail::dependencies(graph, everybody, {.method = detail::Method::kBatches, .set = set}), base);
      }
      if (!detail::has_sweep_kernel(set)) continue;
      const auto many = search(detail::SweepMethod::kBatches, set);
      EXPECT_EQ(many.farthest, one.farthest);
      for (std::size_t i = 0; i < one.totals.size(); ++i) {
        EXPECT_EQ(many.totals[i].reached, one.totals[i].reached);
        EXPECT_EQ(many.totals[i].farness, one.totals[i].farness);
        EXPECT_NEAR(many.totals[i].harmonic, one.totals[i].harmonic, 1e-11 * (1 + one.totals[i].harmonic));
      }
    }
  }
}

TEST(Kernels, FarthestIsInTheOrderOfSources) {
  const Graph graph = shapes::random(300, 700, 6, true);
  Longs sources = detail::all_nodes(graph);
  houvast::Random(7).shuffle(std::span(sources));
  for (const Direction direction : kTieDirections) {
    const auto found = detail::sweep(graph, sources, {.direction = direction});
    const Distances rows = distances(graph, {.sources = sources, .direction = direction});
    for (std::size_t i = 0; i < sources.size(); ++i) {
      double farthest = 0;
      for (std::int64_t node = 0; node < 300; ++node) {
        const double steps = rows.at(static_cast<std::int64_t>(i), node);
        if (std::isfinite(steps)) farthest = std::max(farthest, steps);
      }
      EXPECT_EQ(found.farthest[i], farthest);
    }
  }
}

TEST(Kernels, MemoryIsCleanFromBatchToBatch) {
  constexpr std::int64_t kNodes = 40000;  // more batches than chunks, so that several share their memory
  const Graph star = shapes::star(kNodes);
  Doubles wanted(kNodes, (kNodes - 1.0) / (2.0 * kNodes - 3.0));
  wanted[0] = 1.0;
  EXPECT_EQ(closeness(star, {.variant = ClosenessVariant::kComponent}), wanted);
  Doubles sums(kNodes, 1.0 + (kNodes - 2.0) / 2.0);
  sums[0] = kNodes - 1.0;
  expect_near(harmonic(star), sums, 1e-9, "harmonic");
}

TEST(Kernels, ThreadsChangeNothing) {
  for (const Graph& graph : larger_graphs()) {
    for (const int threads : {2, 8, 0}) {
      EXPECT_EQ(betweenness(graph), betweenness(graph, {.threads = threads}));
      EXPECT_EQ(closeness(graph), closeness(graph, {.threads = threads}));
      EXPECT_EQ(harmonic(graph), harmonic(graph, {.threads = threads}));
      EXPECT_EQ(sampled_betweenness(graph, {.samples = 90}).values,
                sampled_betweenness(graph, {.samples = 90, .threads = threads}).values);
      EXPECT_EQ(sampled_harmonic(graph, {.samples = 90}).values,
                sampled_harmonic(graph, {.samples = 90, .threads = threads}).values);
    }
  }
}

void expect_within(const SampledCentrality& sampled, const Doubles& exact) {
  ASSERT_EQ(sampled.values.size(), exact.size());
  for (std::size_t i = 0; i < exact.size(); ++i) {
    EXPECT_LE(sampled.low[i], sampled.values[i] + 1e-12);
    EXPECT_GE(sampled.high[i], sampled.values[i] - 1e-12);
    EXPECT_LE(sampled.low[i], exact[i] + 1e-9);
    EXPECT_GE(sampled.high[i], exact[i] - 1e-9);
  }
}

TEST(Kernels, SamplesAreWithinTheirBounds) {
  for (const bool directed : {false, true}) {
    const Graph graph = shapes::random(400, 4000, 9, directed);
    for (const std::uint64_t seed : {1, 2, 3, 4, 5}) {
      for (const bool normalized : {false, true}) {
        const SampleOptions options{.samples = 50, .seed = seed, .normalized = normalized};
        expect_within(sampled_betweenness(graph, options), betweenness(graph, {.normalized = normalized}));
        expect_within(sampled_harmonic(graph, options), harmonic(graph, {.normalized = normalized}));
      }
      for (const Direction direction : kTieDirections) {
        expect_within(sampled_closeness(graph, {.samples = 50, .seed = seed, .direction = direction}),
                      closeness(graph, {.direction = direction}));
      }
    }
  }
}

TEST(Kernels, SampleOfAllIsExact) {
  const Graph graph = shapes::random(150, 900, 10);
  const SampleOptions options{.samples = 1000};
  EXPECT_EQ(sampled_betweenness(graph, options).values, betweenness(graph));
  EXPECT_EQ(sampled_betweenness(graph, options).error, 0.0);
  EXPECT_EQ(sampled_betweenness(graph, options).samples, 150);
  EXPECT_EQ(sampled_harmonic(graph, options).error, 0.0);
  expect_near(sampled_harmonic(graph, options).values, harmonic(graph), 1e-12, "harmonic");
  expect_near(sampled_closeness(graph, options).values, closeness(graph), 1e-12, "closeness");
  EXPECT_EQ(sampled_harmonic(graph, {.samples = 20, .seed = 1}).values,
            sampled_harmonic(graph, {.samples = 20, .seed = 1}).values);
  EXPECT_NE(sampled_harmonic(graph, {.samples = 20, .seed = 1}).values,
            sampled_harmonic(graph, {.samples = 20, .seed = 2}).values);
}

TEST(Kernels, BoundOfASampleIsSerflings) {
  const Graph graph = shapes::random(400, 4000, 9);
  const double mean = 398.0 * std::sqrt((1 - 49.0 / 400) * std::log(2 * 400 / 0.05) / 100);
  EXPECT_NEAR(sampled_betweenness(graph, {.samples = 50}).error, 400 * mean / 2, 1e-6);
}

}  // namespace
