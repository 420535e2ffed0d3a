#include <algorithm>
#include <limits>
#include <numeric>

#include "base/index.hpp"
#include "graph/estimates.hpp"
#include "houvast/base/stop.hpp"
#include "houvast/graph/cohesion.hpp"

namespace houvast::inline v0_1::graph {
using houvast::detail::as_size;
using houvast::detail::at;
namespace {

// Triangles at each node of an undirected graph. Ties point from lower to higher degree, so that no list is long.
std::vector<std::int64_t> triangles(const Graph& graph) {
  const auto nodes = as_size(graph.nodes());
  const std::uint32_t* offsets = graph.offsets().data();
  const std::int32_t* neighbours = graph.neighbours().data();

  // Rank nodes by degree (counting sort).
  std::size_t most = 0;
  for (std::size_t node = 0; node < nodes; ++node)
    most = std::max<std::size_t>(most, offsets[node + 1] - offsets[node]);
  std::vector<std::uint32_t> start(most + 2, 0);
  for (std::size_t node = 0; node < nodes; ++node) ++start[offsets[node + 1] - offsets[node] + 1];
  std::partial_sum(start.begin(), start.end(), start.begin());
  std::vector<std::int32_t> rank(nodes), by_rank(nodes);
  for (std::size_t node = 0; node < nodes; ++node) {
    const std::uint32_t place = start[offsets[node + 1] - offsets[node]]++;
    rank[node] = static_cast<std::int32_t>(place);
    by_rank[place] = static_cast<std::int32_t>(node);
  }

  // Rows of higher-ranked neighbours, by rank.
  std::vector<std::uint32_t> begin(nodes + 1, 0);
  std::vector<std::int32_t> higher(neighbours ? graph.neighbours().size() / 2 : 0);
  std::uint32_t end = 0;
  for (std::size_t r = 0; r < nodes; ++r) {
    const std::int32_t node = by_rank[r];
    for (std::uint32_t arc = offsets[node]; arc < offsets[node + 1]; ++arc) {
      const std::int32_t other = at(rank, neighbours[arc]);
      if (other > static_cast<std::int32_t>(r)) higher[end++] = other;
    }
    begin[r + 1] = end;
  }

  std::vector<std::int32_t> mark(nodes, -1);
  std::vector<std::int64_t> count(nodes, 0);  // by rank
  StopPoints looked(64);
  for (std::size_t r = 0; r < nodes; ++r) {
    looked();
    const auto here = static_cast<std::int32_t>(r);
    for (std::uint32_t i = begin[r]; i < begin[r + 1]; ++i) at(mark, higher[i]) = here;
    for (std::uint32_t i = begin[r]; i < begin[r + 1]; ++i) {
      const auto middle = as_size(higher[i]);
      for (std::uint32_t j = begin[middle]; j < begin[middle + 1]; ++j) {
        const auto last = as_size(higher[j]);
        if (mark[last] != here) continue;
        ++count[r];
        ++count[middle];
        ++count[last];
      }
    }
  }
  std::vector<std::int64_t> result(nodes);
  for (std::size_t node = 0; node < nodes; ++node) result[node] = at(count, rank[node]);
  return result;
}

// Pairs of neighbours.
std::int64_t pairs_at(const Graph& undirected, std::size_t node) {
  const auto degree = static_cast<std::int64_t>(undirected.neighbours(static_cast<std::int64_t>(node)).size());
  return degree * (degree - 1) / 2;
}

}  // namespace

Estimate transitivity(const Graph& graph) {
  const Claim definition{"method.transitivity"};
  const Claim source{"source.newman_2002"};
  const Graph undirected = graph.symmetrized();
  const std::vector<std::int64_t> closed = triangles(undirected);
  std::int64_t paths = 0;
  for (std::size_t node = 0; node < closed.size(); ++node) paths += pairs_at(undirected, node);
  if (paths == 0) return undefined_estimate(definition, source, 0, {"reason.no_two_neighbours"});
  const std::int64_t corners = std::accumulate(closed.begin(), closed.end(), std::int64_t{0});
  const std::int64_t whole = corners / 3;
  Estimate result =
      defined_estimate(definition, source, paths, static_cast<double>(corners) / static_cast<double>(paths));
  result.details["triangles"] = static_cast<double>(whole);
  return result;
}

std::vector<double> clustering(const Graph& graph, TooFew too_few) {
  const Graph undirected = graph.symmetrized();
  const std::vector<std::int64_t> closed = triangles(undirected);
  std::vector<double> result(closed.size());
  const double without_pairs = too_few == TooFew::kZero ? 0.0 : std::numeric_limits<double>::quiet_NaN();
  for (std::size_t node = 0; node < closed.size(); ++node) {
    const std::int64_t pairs = pairs_at(undirected, node);
    result[node] = pairs == 0 ? without_pairs : static_cast<double>(closed[node]) / static_cast<double>(pairs);
  }
  return result;
}

Estimate average_clustering(const Graph& graph, TooFew too_few) {
  const Claim definition{too_few == TooFew::kZero ? "method.clustering_zero" : "method.clustering"};
  const Claim source{"source.watts_strogatz_1998"};
  double sum = 0.0;
  std::int64_t counted = 0;
  for (const double value : clustering(graph, too_few)) {
    if (value != value) continue;
    sum += value;
    ++counted;
  }
  if (counted == 0) return undefined_estimate(definition, source, 0, {"reason.no_two_neighbours"});
  Estimate result = defined_estimate(definition, source, counted, sum / static_cast<double>(counted));
  result.provenance.options["too_few"] = too_few == TooFew::kZero ? "zero" : "nan";
  return result;
}

}  // namespace houvast::inline v0_1::graph
