#include "graph/adjacent_pairs.hpp"

#include "base/index.hpp"

namespace houvast::inline v0_1::graph::detail {
using houvast::detail::as_size;
using houvast::detail::at;
namespace {

using Tie = AdjacentPairs::Tie;

// Calls visit(neighbour, tie, strength) for every node adjacent to `node`, in order of id.
template <class Visit>
void for_each_adjacent(const Graph& graph, const Graph& transpose, bool weighted, std::int64_t node, Visit visit) {
  const std::span<const std::int32_t> out = graph.neighbours(node);
  const std::size_t out_begin = at(graph.offsets(), node);
  const auto out_weight = [&](std::size_t i) { return weighted ? graph.weights()[out_begin + i] : 1.0; };
  if (!graph.directed()) {
    for (std::size_t i = 0; i < out.size(); ++i) visit(out[i], Tie::kMutual, out_weight(i));
    return;
  }
  const std::span<const std::int32_t> in = transpose.neighbours(node);
  const std::size_t in_begin = at(transpose.offsets(), node);
  const auto in_weight = [&](std::size_t i) { return weighted ? transpose.weights()[in_begin + i] : 1.0; };
  std::size_t i = 0, j = 0;
  while (i < out.size() || j < in.size()) {
    if (j == in.size() || (i < out.size() && out[i] < in[j])) {
      visit(out[i], Tie::kForward, out_weight(i));
      ++i;
    } else if (i == out.size() || in[j] < out[i]) {
      visit(in[j], Tie::kBackward, in_weight(j));
      ++j;
    } else {
      visit(out[i], Tie::kMutual, out_weight(i) + in_weight(j));
      ++i;
      ++j;
    }
  }
}

}  // namespace

AdjacentPairs::AdjacentPairs(const Graph& graph, bool with_strength, bool weighted) {
  const auto count = as_size(graph.nodes());
  const Graph transpose = graph.transpose();
  const bool use_weights = weighted && graph.weighted();
  degrees_.resize(count);
  std::size_t pairs = 0;
  for (std::size_t node = 0; node < count; ++node) {
    if (graph.directed()) {
      for_each_adjacent(graph, transpose, false, static_cast<std::int64_t>(node),
                        [&](std::int32_t, Tie, double) { ++degrees_[node]; });
    } else {
      degrees_[node] = static_cast<std::int32_t>(graph.neighbours(static_cast<std::int64_t>(node)).size());
    }
    pairs += as_size(degrees_[node]);
  }
  pairs /= 2;
  offsets_.reserve(count + 1);
  heads_.reserve(pairs);
  ties_.reserve(pairs);
  if (with_strength) strengths_.reserve(pairs);
  offsets_.push_back(0);
  for (std::size_t node = 0; node < count; ++node) {
    const std::int32_t degree = degrees_[node];
    for_each_adjacent(graph, transpose, use_weights, static_cast<std::int64_t>(node),
                      [&](std::int32_t other, Tie tie, double strength) {
                        const std::int32_t other_degree = at(degrees_, other);
                        const bool is_later = as_size(other) > node;
                        if (degree > other_degree || (degree == other_degree && !is_later)) return;
                        heads_.push_back(other);
                        ties_.push_back(tie);
                        if (with_strength) strengths_.push_back(strength);
                      });
    offsets_.push_back(static_cast<std::uint32_t>(heads_.size()));
  }
}

}  // namespace houvast::inline v0_1::graph::detail
