#include <benchmark/benchmark.h>

#include <cstdint>
#include <vector>

#include "houvast/base/random.hpp"
#include "houvast/graph/communities.hpp"
#include "houvast/graph/dyads.hpp"
#include "houvast/graph/ego.hpp"
#include "houvast/graph/groups.hpp"
#include "houvast/graph/permutation.hpp"

namespace {

using houvast::Graph;
using houvast::Random;

// A random graph with about `ties` ties.
Graph random_graph(std::int64_t nodes, std::int64_t ties, bool directed) {
  Random random(42);
  const auto n = static_cast<std::uint64_t>(nodes);
  std::vector<std::int64_t> sources, targets;
  while (static_cast<std::int64_t>(sources.size()) < ties) {
    const auto source = static_cast<std::int64_t>(random.below(n)), target = static_cast<std::int64_t>(random.below(n));
    if (source == target) continue;
    sources.push_back(source);
    targets.push_back(target);
  }
  return Graph(nodes, sources, targets, {}, {.directed = directed, .duplicates = houvast::Duplicates::kKeepMax});
}

std::vector<std::int32_t> random_groups(std::int64_t nodes, std::uint64_t groups) {
  Random random(43);
  std::vector<std::int32_t> codes;
  for (std::int64_t node = 0; node < nodes; ++node) codes.push_back(static_cast<std::int32_t>(random.below(groups)));
  return codes;
}

std::vector<double> random_matrix(std::int64_t nodes, std::uint64_t stream) {
  Random random(44, stream);
  std::vector<double> cells(static_cast<std::size_t>(nodes * nodes));
  for (double& cell : cells) cell = random.uniform();
  return cells;
}

void brokerage(benchmark::State& state) {
  const Graph graph = random_graph(state.range(0), state.range(1), true);
  const std::vector<std::int32_t> groups = random_groups(state.range(0), 5);
  (void)graph.transpose();
  for (auto _ : state) benchmark::DoNotOptimize(houvast::graph::brokerage(graph, groups));
}
BENCHMARK(brokerage)
    ->Args({1000, 10'000})
    ->Args({1000, 50'000})
    ->Args({100'000, 500'000})
    ->Unit(benchmark::kMillisecond);

void ei_index(benchmark::State& state) {
  const Graph graph = random_graph(state.range(0), state.range(1), false);
  const std::vector<std::int32_t> groups = random_groups(state.range(0), 5);
  for (auto _ : state) benchmark::DoNotOptimize(houvast::graph::ei_index(graph, groups));
}
BENCHMARK(ei_index)->Args({1000, 10'000})->Unit(benchmark::kMillisecond);

void constraint(benchmark::State& state) {
  const Graph graph = random_graph(state.range(0), state.range(1), false);
  for (auto _ : state) benchmark::DoNotOptimize(houvast::graph::constraint(graph));
}
BENCHMARK(constraint)->Args({1000, 10'000})->Args({100'000, 500'000})->Unit(benchmark::kMillisecond);

void triad_census(benchmark::State& state) {
  const Graph graph = random_graph(state.range(0), state.range(1), true);
  (void)graph.transpose();
  for (auto _ : state) benchmark::DoNotOptimize(houvast::graph::triad_census(graph));
}
BENCHMARK(triad_census)->Args({1000, 10'000})->Args({100'000, 500'000})->Unit(benchmark::kMillisecond);

void krackhardt(benchmark::State& state) {
  const Graph graph = random_graph(state.range(0), state.range(1), true);
  for (auto _ : state) benchmark::DoNotOptimize(houvast::graph::krackhardt(graph));
}
BENCHMARK(krackhardt)->Args({1000, 1500})->Unit(benchmark::kMillisecond);

// Arguments: nodes, threads.
void qap_correlation(benchmark::State& state) {
  const std::int64_t nodes = state.range(0);
  const std::vector<double> a = random_matrix(nodes, 0), b = random_matrix(nodes, 1);
  const int threads = static_cast<int>(state.range(1));
  for (auto _ : state) {
    benchmark::DoNotOptimize(houvast::graph::qap_correlation({nodes, a}, {nodes, b}, {.threads = threads}));
  }
}
BENCHMARK(qap_correlation)->Args({200, 1})->Args({200, 2})->Args({54, 1})->Unit(benchmark::kMillisecond)->UseRealTime();

void mrqap(benchmark::State& state) {
  const std::int64_t nodes = state.range(0);
  const std::vector<double> y = random_matrix(nodes, 0), a = random_matrix(nodes, 1), b = random_matrix(nodes, 2);
  const std::vector<houvast::graph::SquareMatrix> predictors = {{nodes, a}, {nodes, b}};
  for (auto _ : state) benchmark::DoNotOptimize(houvast::graph::mrqap({nodes, y}, predictors));
}
BENCHMARK(mrqap)->Arg(54)->Arg(200)->Unit(benchmark::kMillisecond);

void communities(benchmark::State& state) {
  const Graph graph = random_graph(state.range(0), state.range(1), false);
  for (auto _ : state) benchmark::DoNotOptimize(houvast::graph::communities(graph, {.attempts = 1}));
}
BENCHMARK(communities)->Args({1000, 10'000})->Args({100'000, 500'000})->Unit(benchmark::kMillisecond);

void core_periphery(benchmark::State& state) {
  const Graph graph = random_graph(state.range(0), state.range(1), false);
  for (auto _ : state) benchmark::DoNotOptimize(houvast::graph::core_periphery(graph));
}
BENCHMARK(core_periphery)->Args({54, 450})->Args({1000, 10'000})->Unit(benchmark::kMillisecond);

}  // namespace

BENCHMARK_MAIN();
