#include <algorithm>

#include "base/index.hpp"
#include "graph/detail_flow.hpp"
#include "houvast/base/stop.hpp"

namespace houvast::inline v0_1::graph::detail {
using houvast::detail::as_size;
using houvast::detail::at;

UnitFlow::UnitFlow(const Graph& graph)
    : offsets_(as_size(graph.nodes()) + 1, 0),
      level_(as_size(graph.nodes())),
      next_(as_size(graph.nodes())),
      queue_(as_size(graph.nodes())) {
  // A tie becomes two arcs, each the other's way back; an arc gets a way back without capacity.
  const TieList ties = graph.edges();
  for (std::size_t i = 0; i < ties.sources.size(); ++i) {
    ++offsets_[as_size(ties.sources[i]) + 1];
    ++offsets_[as_size(ties.targets[i]) + 1];
  }
  for (std::size_t i = 1; i < offsets_.size(); ++i) offsets_[i] += offsets_[i - 1];
  head_.resize(2 * ties.sources.size());
  partner_.resize(head_.size());
  capacity_.resize(head_.size());
  std::vector<std::uint32_t> end(offsets_.begin(), offsets_.end() - 1);
  for (std::size_t i = 0; i < ties.sources.size(); ++i) {
    const auto source = as_size(ties.sources[i]), target = as_size(ties.targets[i]);
    const std::uint32_t there = end[source]++, back = end[target]++;
    head_[there] = static_cast<std::int32_t>(target);
    head_[back] = static_cast<std::int32_t>(source);
    partner_[there] = back;
    partner_[back] = there;
    capacity_[there] = 1;
    capacity_[back] = graph.directed() ? 0 : 1;
  }
}

std::int64_t UnitFlow::between(std::int64_t source, std::int64_t sink, std::int64_t enough) {
  const auto from = static_cast<std::int32_t>(source), to = static_cast<std::int32_t>(sink);
  residual_ = capacity_;
  std::int64_t flow = 0;
  while (flow < enough && find_levels(from, to)) {
    stop_point();
    std::copy(offsets_.begin(), offsets_.end() - 1, next_.begin());
    while (flow < enough && augment(from, to)) ++flow;
  }
  return flow;
}

bool UnitFlow::find_levels(std::int32_t source, std::int32_t sink) {
  std::fill(level_.begin(), level_.end(), -1);
  at(level_, source) = 0;
  queue_[0] = source;
  std::size_t end = 1;
  for (std::size_t i = 0; i < end; ++i) {
    const auto node = as_size(queue_[i]);
    for (std::uint32_t arc = offsets_[node]; arc < offsets_[node + 1]; ++arc) {
      const auto other = as_size(head_[arc]);
      if (residual_[arc] == 0 || level_[other] >= 0) continue;
      level_[other] = level_[node] + 1;
      if (head_[arc] == sink) return true;
      queue_[end++] = head_[arc];
    }
  }
  return false;
}

bool UnitFlow::augment(std::int32_t source, std::int32_t sink) {
  path_.clear();
  std::int32_t node = source;
  while (node != sink) {
    const auto here = as_size(node);
    std::uint32_t& arc = next_[here];
    while (arc < offsets_[here + 1] && (residual_[arc] == 0 || at(level_, head_[arc]) != level_[here] + 1)) {
      ++arc;
    }
    if (arc < offsets_[here + 1]) {
      path_.push_back(arc);
      node = head_[arc];
    } else {
      if (path_.empty()) return false;
      node = head_[partner_[path_.back()]];
      path_.pop_back();
      ++at(next_, node);
    }
  }
  for (const std::uint32_t arc : path_) {
    --residual_[arc];
    ++residual_[partner_[arc]];
  }
  return true;
}

}  // namespace houvast::inline v0_1::graph::detail
