#include <algorithm>

#include "base/index.hpp"
#include "graph/detail_lowlink.hpp"

namespace houvast::inline v0_1::graph::detail {
using houvast::detail::as_size;
using houvast::detail::at;

LowLink low_link(const Graph& graph) {
  const auto nodes = as_size(graph.nodes());
  const std::uint32_t* offsets = graph.offsets().data();
  const std::int32_t* neighbours = graph.neighbours().data();
  LowLink result{{}, std::vector<std::int32_t>(nodes), std::vector<std::int32_t>(nodes)};
  result.node.reserve(nodes);
  std::vector<std::int32_t> position(nodes, -1);
  std::vector<std::uint32_t> next(nodes);  // by position: the arc to follow next

  const auto enter = [&](std::int32_t node, std::int32_t parent) {
    const auto here = static_cast<std::int32_t>(result.node.size());
    const auto place = as_size(here);
    at(position, node) = here;
    result.node.push_back(node);
    result.parent[place] = parent;
    result.low[place] = here;
    next[place] = offsets[node];
    return here;
  };

  for (std::size_t root = 0; root < nodes; ++root) {
    if (position[root] >= 0) continue;
    std::int32_t here = enter(static_cast<std::int32_t>(root), -1);
    while (here >= 0) {
      const auto place = as_size(here);
      const std::int32_t parent = result.parent[place];
      const std::uint32_t end = offsets[result.node[place] + 1];
      std::int32_t low = result.low[place];
      std::uint32_t arc = next[place];
      std::int32_t child = -1;
      for (; arc < end; ++arc) {
        const std::int32_t other = at(position, neighbours[arc]);
        if (other < 0) {
          child = neighbours[arc++];
          break;
        }
        if (other != parent) low = std::min(low, other);
      }
      result.low[place] = low;
      next[place] = arc;
      if (child >= 0) {
        here = enter(child, here);
      } else {
        if (parent >= 0) {
          at(result.low, parent) = std::min(at(result.low, parent), low);
        }
        here = parent;
      }
    }
  }
  return result;
}

}  // namespace houvast::inline v0_1::graph::detail
