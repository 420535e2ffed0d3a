#include <algorithm>
#include <utility>

#include "graph/detail_cores.hpp"

namespace houvast::graph {
namespace {

// What a node counts as its ties, and whose counts go down when it leaves.
struct Ties {
  std::vector<std::int32_t> count;
  std::vector<Graph> loses;
};

Ties ties_of(const Graph& graph, CoreTies ties) {
  Ties result{std::vector<std::int32_t>(static_cast<std::size_t>(graph.nodes()), 0), {}};
  const auto add = [&](const Graph& counted, const Graph& loses) {
    for (std::size_t node = 0; node < result.count.size(); ++node) {
      result.count[node] += static_cast<std::int32_t>(counted.neighbours(static_cast<std::int64_t>(node)).size());
    }
    result.loses.push_back(loses);
  };
  if (!graph.directed() || ties == CoreTies::kSymmetrized) {
    const Graph undirected = graph.symmetrized();
    add(undirected, undirected);
    return result;
  }
  const Graph turned = graph.transpose();
  if (ties != CoreTies::kIn) add(graph, turned);
  if (ties != CoreTies::kOut) add(turned, graph);
  return result;
}

}  // namespace

namespace detail {

Peeling peel(const Graph& graph, CoreTies which) {
  Ties ties = ties_of(graph, which);
  std::vector<std::int32_t>& count = ties.count;  // becomes the core number
  const std::size_t nodes = count.size();
  const std::int32_t most = nodes == 0 ? 0 : *std::max_element(count.begin(), count.end());

  // Nodes sorted by count; start[c] is where those with count c begin.
  std::vector<std::int32_t> start(static_cast<std::size_t>(most) + 2, 0);
  for (const std::int32_t c : count) ++start[static_cast<std::size_t>(c) + 1];
  for (std::size_t c = 1; c < start.size(); ++c) start[c] += start[c - 1];
  std::vector<std::int32_t> order(nodes), place(nodes);
  std::vector<std::int32_t> next(start.begin(), start.end() - 1);
  for (std::size_t node = 0; node < nodes; ++node) {
    place[node] = next[static_cast<std::size_t>(count[node])]++;
    order[static_cast<std::size_t>(place[node])] = static_cast<std::int32_t>(node);
  }

  for (std::size_t i = 0; i < nodes; ++i) {
    const std::int32_t node = order[i];
    const std::int32_t core = count[static_cast<std::size_t>(node)];
    for (const Graph& loses : ties.loses) {
      for (const std::int32_t other : loses.neighbours(node)) {
        std::int32_t& left = count[static_cast<std::size_t>(other)];
        if (left <= core) continue;
        // Swap with the first of its count, which then begins one place later.
        std::int32_t& first = start[static_cast<std::size_t>(left)];
        std::int32_t& here = place[static_cast<std::size_t>(other)];
        const std::int32_t displaced = order[static_cast<std::size_t>(first)];
        std::swap(order[static_cast<std::size_t>(first)], order[static_cast<std::size_t>(here)]);
        place[static_cast<std::size_t>(displaced)] = here;
        here = first;
        ++first;
        --left;
      }
    }
  }
  return {std::move(count), std::move(order)};
}

}  // namespace detail

std::vector<std::int64_t> core_numbers(const Graph& graph, CoreTies ties) {
  const detail::Peeling peeling = detail::peel(graph, ties);
  return {peeling.core.begin(), peeling.core.end()};
}

}  // namespace houvast::graph
