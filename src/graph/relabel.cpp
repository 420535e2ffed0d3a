#include <algorithm>

#include "base/index.hpp"
#include "graph/detail_relabel.hpp"

namespace houvast::inline v0_1::graph::detail {
using houvast::detail::as_size;
using houvast::detail::at;
namespace {

std::vector<std::int32_t> breadth_first_order(const Graph& graph, const Graph& turned) {
  const auto nodes = as_size(graph.nodes());
  std::vector<std::int32_t> order;
  order.reserve(nodes);
  std::vector<bool> seen(nodes, false);
  const auto add = [&](std::int32_t node) {
    if (at(seen, node)) return;
    at(seen, node) = true;
    order.push_back(node);
  };
  for (std::size_t root = 0; root < nodes; ++root) {
    std::size_t next = order.size();
    add(static_cast<std::int32_t>(root));
    for (; next < order.size(); ++next) {
      for (const std::int32_t other : graph.neighbours(order[next])) add(other);
      if (!graph.directed()) continue;
      for (const std::int32_t other : turned.neighbours(order[next])) add(other);
    }
  }
  return order;
}

void relabel_rows(const Graph& graph, const std::vector<std::int32_t>& old_id, const std::vector<std::int32_t>& new_id,
                  std::vector<std::uint32_t>& offsets, std::vector<std::int32_t>& neighbours) {
  offsets.reserve(old_id.size() + 1);
  offsets.push_back(0);
  neighbours.reserve(graph.neighbours().size());
  for (const std::int32_t node : old_id) {
    for (const std::int32_t other : graph.neighbours(node)) {
      neighbours.push_back(at(new_id, other));
    }
    offsets.push_back(static_cast<std::uint32_t>(neighbours.size()));
  }
}

std::vector<std::int32_t> inverse(const std::vector<std::int32_t>& old_id) {
  std::vector<std::int32_t> new_id(old_id.size());
  for (std::size_t i = 0; i < old_id.size(); ++i) {
    at(new_id, old_id[i]) = static_cast<std::int32_t>(i);
  }
  return new_id;
}

}  // namespace

ArcRows Relabelled::rows() const {
  const bool directed = !in_offsets.empty();
  return {static_cast<std::int32_t>(old_id.size()), out_offsets.data(), out.data(),
          directed ? in_offsets.data() : out_offsets.data(), directed ? in.data() : out.data()};
}

Relabelled relabelled(const Graph& graph, Direction direction) {
  const Graph forward = direction == Direction::kAll  ? graph.symmetrized()
                        : direction == Direction::kIn ? graph.transpose()
                                                      : graph;
  const Graph backward = forward.directed() ? (direction == Direction::kIn ? graph : graph.transpose()) : forward;
  Relabelled result;
  result.old_id = breadth_first_order(forward, backward);
  const std::vector<std::int32_t> new_id = inverse(result.old_id);
  relabel_rows(forward, result.old_id, new_id, result.out_offsets, result.out);
  if (forward.directed()) relabel_rows(backward, result.old_id, new_id, result.in_offsets, result.in);
  return result;
}

std::vector<std::int32_t> new_ids(const Relabelled& graph, const std::vector<std::int64_t>& old_ids) {
  const std::vector<std::int32_t> new_id = inverse(graph.old_id);
  std::vector<std::int32_t> result;
  result.reserve(old_ids.size());
  for (const std::int64_t id : old_ids) result.push_back(at(new_id, id));
  return result;
}

}  // namespace houvast::inline v0_1::graph::detail
