// Graphs of three shapes through the metrics of the graph room, and Boost.Graph with the same graphs beside them.

#include <benchmark/benchmark.h>

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/betweenness_centrality.hpp>
#include <boost/graph/biconnected_components.hpp>
#include <boost/graph/breadth_first_search.hpp>
#include <boost/graph/clustering_coefficient.hpp>
#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <boost/graph/connected_components.hpp>
#include <boost/graph/core_numbers.hpp>
#include <cstdint>
#include <iterator>
#include <set>
#include <utility>
#include <vector>

#include "houvast/base/random.hpp"
#include "houvast/graph/centrality.hpp"
#include "houvast/graph/cohesion.hpp"
#include "houvast/graph/components.hpp"
#include "houvast/graph/graph.hpp"
#include "houvast/graph/paths.hpp"
#include "houvast/graph/robustness.hpp"

namespace {

using houvast::Graph;
using houvast::Random;
using houvast::TieList;
using Ids = std::vector<std::int64_t>;

enum Shape : std::int64_t { kUniform, kPowerLaw, kGrid };

// n nodes and m ties drawn at random.
Graph uniform(std::int64_t nodes, std::int64_t ties) {
  Random random(1);
  std::set<std::pair<std::uint64_t, std::uint64_t>> known;
  Ids sources, targets;
  while (static_cast<std::int64_t>(known.size()) < ties) {
    std::uint64_t a = random.below(static_cast<std::uint64_t>(nodes)),
                  b = random.below(static_cast<std::uint64_t>(nodes));
    if (a == b) continue;
    if (a > b) std::swap(a, b);
    if (!known.emplace(a, b).second) continue;
    sources.push_back(static_cast<std::int64_t>(a));
    targets.push_back(static_cast<std::int64_t>(b));
  }
  return Graph(nodes, sources, targets);
}

// Every new node ties in with `each` others, in proportion to their ties (Barabasi & Albert 1999).
Graph power_law(std::int64_t nodes, std::int64_t each) {
  Random random(1);
  Ids ends, sources, targets;
  for (std::int64_t node = 0; node < each; ++node) ends.push_back(node);
  for (std::int64_t node = each; node < nodes; ++node) {
    std::set<std::int64_t> chosen;
    while (static_cast<std::int64_t>(chosen.size()) < each) {
      chosen.insert(ends[static_cast<std::size_t>(random.below(ends.size()))]);
    }
    for (const std::int64_t other : chosen) {
      sources.push_back(other);
      targets.push_back(node);
      ends.insert(ends.end(), {other, node});
    }
  }
  return Graph(nodes, sources, targets);
}

Graph grid(std::int64_t side) {
  Ids sources, targets;
  for (std::int64_t node = 0; node < side * side; ++node) {
    for (const auto& [there, next] :
         {std::pair{node % side + 1 < side, node + 1}, std::pair{node + side < side * side, node + side}}) {
      if (!there) continue;
      sources.push_back(node);
      targets.push_back(next);
    }
  }
  return Graph(side * side, sources, targets);
}

Graph make(std::int64_t shape, std::int64_t nodes) {
  if (shape == kUniform) return uniform(nodes, 5 * nodes);
  if (shape == kPowerLaw) return power_law(nodes, 5);
  std::int64_t side = 1;
  while (side * side < nodes) ++side;
  return grid(side);
}

using List = boost::adjacency_list<boost::vecS, boost::vecS, boost::undirectedS>;
using Rows = boost::compressed_sparse_row_graph<boost::directedS>;

List to_list(const Graph& graph) {
  List list(static_cast<std::size_t>(graph.nodes()));
  const TieList ties = graph.edges();
  for (std::size_t i = 0; i < ties.sources.size(); ++i) {
    add_edge(static_cast<std::size_t>(ties.sources[i]), static_cast<std::size_t>(ties.targets[i]), list);
  }
  return list;
}

Rows to_rows(const Graph& graph) {
  std::vector<std::pair<std::size_t, std::size_t>> arcs;
  for (std::int64_t node = 0; node < graph.nodes(); ++node) {
    for (const std::int32_t other : graph.neighbours(node)) arcs.emplace_back(node, other);
  }
  return {boost::edges_are_sorted, arcs.begin(), arcs.end(), static_cast<std::size_t>(graph.nodes())};
}

template <class Work>
void run(benchmark::State& state, const Graph& graph, Work work) {
  for (auto _ : state) {
    auto result = work();
    benchmark::DoNotOptimize(result);
  }
  state.SetItemsProcessed(state.iterations() * graph.ties());
}

void betweenness(benchmark::State& state) {
  const Graph graph = make(state.range(0), state.range(1));
  const auto threads = static_cast<int>(state.range(2));
  run(state, graph, [&] { return houvast::graph::betweenness(graph, {.threads = threads}); });
}
BENCHMARK(betweenness)
    ->ArgNames({"shape", "nodes", "threads"})
    ->ArgsProduct({{kUniform, kPowerLaw, kGrid}, {1000, 10000}, {1, 2}})
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();

void betweenness_boost(benchmark::State& state) {
  const Graph graph = make(state.range(0), state.range(1));
  const Rows rows = to_rows(graph);
  run(state, graph, [&] {
    std::vector<double> values(static_cast<std::size_t>(graph.nodes()));
    const auto index = get(boost::vertex_index, rows);
    boost::brandes_betweenness_centrality(rows, boost::make_iterator_property_map(values.begin(), index));
    return values;
  });
}
BENCHMARK(betweenness_boost)
    ->ArgNames({"shape", "nodes"})
    ->ArgsProduct({{kUniform, kPowerLaw, kGrid}, {1000, 10000}})
    ->Unit(benchmark::kMillisecond);

void closeness(benchmark::State& state) {
  const Graph graph = make(state.range(0), state.range(1));
  const auto threads = static_cast<int>(state.range(2));
  run(state, graph, [&] { return houvast::graph::closeness(graph, {.threads = threads}); });
}
BENCHMARK(closeness)
    ->ArgNames({"shape", "nodes", "threads"})
    ->ArgsProduct({{kUniform, kPowerLaw, kGrid}, {1000, 10000}, {1, 2}})
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();

void closeness_boost(benchmark::State& state) {
  const Graph graph = make(state.range(0), state.range(1));
  const Rows rows = to_rows(graph);
  const auto nodes = static_cast<std::size_t>(graph.nodes());
  run(state, graph, [&] {
    std::vector<std::int64_t> sums(nodes);
    std::vector<std::int32_t> steps(nodes);
    for (std::size_t source = 0; source < nodes; ++source) {
      std::fill(steps.begin(), steps.end(), 0);
      boost::breadth_first_search(
          rows, source,
          boost::visitor(boost::make_bfs_visitor(boost::record_distances(steps.data(), boost::on_tree_edge()))));
      for (const std::int32_t value : steps) sums[source] += value;
    }
    return sums;
  });
}
BENCHMARK(closeness_boost)
    ->ArgNames({"shape", "nodes"})
    ->ArgsProduct({{kUniform, kPowerLaw, kGrid}, {1000, 10000}})
    ->Unit(benchmark::kMillisecond);

// Linear-time work on 100,000 nodes.
template <class Work>
void linear(benchmark::State& state, Work work) {
  const Graph graph = make(state.range(0), 100000);
  run(state, graph, [&] { return work(graph); });
}

template <class Work>
void linear_boost(benchmark::State& state, Work work) {
  const Graph graph = make(state.range(0), 100000);
  const List list = to_list(graph);
  run(state, graph, [&] { return work(list); });
}

const auto kLinear = [](auto* benchmark) {
  benchmark->ArgName("shape")->DenseRange(kUniform, kGrid)->Unit(benchmark::kMillisecond);
};

BENCHMARK_CAPTURE(linear, components, [](const Graph& g) { return houvast::graph::components(g); })->Apply(kLinear);
BENCHMARK_CAPTURE(linear_boost, components, [](const List& g) {
  std::vector<int> labels(num_vertices(g));
  boost::connected_components(g, labels.data());
  return labels;
})->Apply(kLinear);
BENCHMARK_CAPTURE(linear, articulation_points, [](const Graph& g) {
  return houvast::graph::articulation_points(g);
})->Apply(kLinear);
BENCHMARK_CAPTURE(linear_boost, articulation_points, [](const List& g) {
  std::vector<std::size_t> points;
  boost::articulation_points(g, std::back_inserter(points));
  return points;
})->Apply(kLinear);
BENCHMARK_CAPTURE(linear, core_numbers, [](const Graph& g) { return houvast::graph::core_numbers(g); })->Apply(kLinear);
BENCHMARK_CAPTURE(linear_boost, core_numbers, [](const List& g) {
  std::vector<std::size_t> cores(num_vertices(g));
  boost::core_numbers(g, boost::make_iterator_property_map(cores.begin(), get(boost::vertex_index, g)));
  return cores;
})->Apply(kLinear);
BENCHMARK_CAPTURE(linear, clustering, [](const Graph& g) { return houvast::graph::clustering(g); })->Apply(kLinear);
BENCHMARK_CAPTURE(linear_boost, clustering, [](const List& g) {
  std::vector<double> values(num_vertices(g));
  boost::all_clustering_coefficients(g, boost::make_iterator_property_map(values.begin(), get(boost::vertex_index, g)));
  return values;
})->Apply(kLinear);
BENCHMARK_CAPTURE(linear, knockout, [](const Graph& g) { return houvast::graph::knockout(g); })->Apply(kLinear);
BENCHMARK_CAPTURE(linear, pagerank, [](const Graph& g) { return houvast::graph::pagerank(g); })->Apply(kLinear);
BENCHMARK_CAPTURE(linear, sampled_harmonic, [](const Graph& g) {
  return houvast::graph::sampled_harmonic(g);
})->Apply(kLinear);

void load(benchmark::State& state) {
  const TieList ties = make(state.range(0), state.range(1)).edges();
  for (auto _ : state) {
    Graph graph(state.range(1), ties.sources, ties.targets);
    benchmark::DoNotOptimize(graph);
  }
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(ties.sources.size()));
}
BENCHMARK(load)
    ->ArgNames({"shape", "nodes"})
    ->ArgsProduct({{kUniform, kPowerLaw}, {100000, 1000000}})
    ->Unit(benchmark::kMillisecond);

}  // namespace
