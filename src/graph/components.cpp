#include "houvast/graph/components.hpp"

#include <algorithm>
#include <limits>
#include <numeric>

#include "base/index.hpp"
#include "graph/detail_lowlink.hpp"

namespace houvast::inline v0_1::graph {
using houvast::detail::as_size;
using houvast::detail::at;
namespace {

constexpr std::int32_t kNone = -1;

// Labels in order of first appearance from any labels in [0, nodes).
Components relabelled(const std::vector<std::int32_t>& old_labels) {
  Components result;
  result.labels.resize(old_labels.size());
  std::vector<std::int64_t> new_label(old_labels.size(), kNone);
  for (std::size_t node = 0; node < old_labels.size(); ++node) {
    std::int64_t& label = at(new_label, old_labels[node]);
    if (label == kNone) {
      label = result.count();
      result.sizes.push_back(0);
    }
    result.labels[node] = label;
    ++at(result.sizes, label);
  }
  return result;
}

// Union-find in which every root is the lowest node of its set.
class LowestRoots {
 public:
  explicit LowestRoots(std::int64_t nodes) : parent_(as_size(nodes)) { std::iota(parent_.begin(), parent_.end(), 0); }

  void join(std::int32_t a, std::int32_t b) {
    a = root_of(a);
    b = root_of(b);
    at(parent_, std::max(a, b)) = std::min(a, b);
  }

  // The root of every node; parents are lower than their children, so one pass is enough.
  const std::vector<std::int32_t>& roots() {
    for (std::int32_t& parent : parent_) parent = at(parent_, parent);
    return parent_;
  }

 private:
  std::int32_t root_of(std::int32_t node) {
    std::int32_t up = at(parent_, node);
    while (up != node) {
      const std::int32_t above = at(parent_, up);
      at(parent_, node) = above;
      node = up;
      up = above;
    }
    return node;
  }

  std::vector<std::int32_t> parent_;
};

std::int32_t most_frequent(const std::vector<std::int32_t>& roots) {
  std::vector<std::int32_t> count(roots.size(), 0);
  for (const std::int32_t root : roots) ++at(count, root);
  return static_cast<std::int32_t>(std::max_element(count.begin(), count.end()) - count.begin());
}

// A few ties of every node make most of the largest component. Whoever is in it then needs no further look when
// undirected, because a tie that leads out of it is also seen from its other end.
Components weak_components(const Graph& graph) {
  constexpr std::size_t kFirst = 2;
  LowestRoots sets(graph.nodes());
  for (std::int32_t node = 0; node < graph.nodes(); ++node) {
    const auto row = graph.neighbours(node);
    for (const std::int32_t other : row.first(std::min(kFirst, row.size()))) sets.join(node, other);
  }
  const std::vector<std::int32_t> roots = sets.roots();
  const std::int32_t skipped = graph.directed() || roots.empty() ? kNone : most_frequent(roots);
  for (std::int32_t node = 0; node < graph.nodes(); ++node) {
    if (at(roots, node) == skipped) continue;
    const auto row = graph.neighbours(node);
    for (const std::int32_t other : row.subspan(std::min(kFirst, row.size()))) sets.join(node, other);
  }
  return relabelled(sets.roots());
}

// Tarjan's search for the strong components, without recursion.
class StrongSearch {
 public:
  explicit StrongSearch(const Graph& graph)
      : graph_(graph), low_(size(), kNone), label_(size(), kNone), next_(size()), order_(size()) {}

  // A member of its component for every node.
  const std::vector<std::int32_t>& labels() {
    for (std::int32_t root = 0; root < graph_.nodes(); ++root) {
      if (at(low_, root) != kNone) continue;
      enter(root);
      while (!path_.empty()) {
        if (!goes_deeper()) leave();
      }
    }
    return label_;
  }

 private:
  static constexpr std::int32_t kDone = std::numeric_limits<std::int32_t>::max();

  [[nodiscard]] std::size_t size() const { return as_size(graph_.nodes()); }

  void enter(std::int32_t node) {
    const auto i = as_size(node);
    low_[i] = order_[i] = seen_++;
    next_[i] = graph_.offsets()[i];
    path_.push_back(node);
    stack_.push_back(node);
  }

  // Follows the ties of the last node on the path until one leads to a node that was not seen.
  bool goes_deeper() {
    const auto i = as_size(path_.back());
    const std::uint32_t end = graph_.offsets()[i + 1];
    while (next_[i] < end) {
      const std::int32_t other = graph_.neighbours()[next_[i]++];
      if (at(low_, other) == kNone) {
        enter(other);
        return true;
      }
      low_[i] = std::min(low_[i], at(low_, other));
    }
    return false;
  }

  void leave() {
    const std::int32_t node = path_.back();
    const auto i = as_size(node);
    path_.pop_back();
    if (!path_.empty()) {
      std::int32_t& up = at(low_, path_.back());
      up = std::min(up, low_[i]);
    }
    if (low_[i] == order_[i]) complete(node);
  }

  // Everything seen since `node` is its component.
  void complete(std::int32_t node) {
    std::int32_t member = kNone;
    do {
      member = stack_.back();
      stack_.pop_back();
      at(low_, member) = kDone;
      at(label_, member) = node;
    } while (member != node);
  }

  const Graph& graph_;
  std::vector<std::int32_t> low_;  // kNone: not seen, kDone: its component is complete
  std::vector<std::int32_t> label_;
  std::vector<std::uint32_t> next_;
  std::vector<std::int32_t> path_;   // from the root of the search to where it is
  std::vector<std::int32_t> stack_;  // seen, component not complete
  std::vector<std::int32_t> order_;
  std::int32_t seen_ = 0;
};

}  // namespace

Components components(const Graph& graph, bool strong) {
  return strong && graph.directed() ? relabelled(StrongSearch(graph).labels()) : weak_components(graph);
}

std::vector<std::int64_t> isolates(const Graph& graph) {
  std::vector<bool> has_tie(as_size(graph.nodes()), false);
  for (std::int64_t node = 0; node < graph.nodes(); ++node) {
    if (!graph.neighbours(node).empty()) at(has_tie, node) = true;
  }
  if (graph.directed()) {
    for (const std::int32_t target : graph.neighbours()) at(has_tie, target) = true;
  }
  std::vector<std::int64_t> result;
  for (std::size_t node = 0; node < has_tie.size(); ++node) {
    if (!has_tie[node]) result.push_back(static_cast<std::int64_t>(node));
  }
  return result;
}

std::vector<std::int64_t> articulation_points(const Graph& graph) {
  const detail::LowLink search = detail::low_link(graph.symmetrized());
  const std::size_t nodes = search.node.size();
  std::vector<std::int32_t> children(nodes, 0);  // of roots only
  std::vector<bool> cuts(nodes, false);
  for (std::size_t i = 0; i < nodes; ++i) {
    if (search.parent[i] < 0) continue;
    const auto parent = as_size(search.parent[i]);
    if (search.parent[parent] < 0) {
      if (++children[parent] == 2) at(cuts, search.node[parent]) = true;
    } else if (search.falls_off(i)) {
      at(cuts, search.node[parent]) = true;
    }
  }
  std::vector<std::int64_t> result;
  for (std::size_t node = 0; node < nodes; ++node) {
    if (cuts[node]) result.push_back(static_cast<std::int64_t>(node));
  }
  return result;
}

std::vector<std::pair<std::int64_t, std::int64_t>> bridges(const Graph& graph) {
  const detail::LowLink search = detail::low_link(graph.symmetrized());
  std::vector<std::pair<std::int64_t, std::int64_t>> result;
  for (std::size_t i = 0; i < search.node.size(); ++i) {
    if (search.parent[i] < 0 || search.low[i] <= search.parent[i]) continue;
    const std::int64_t a = search.node[i], b = at(search.node, search.parent[i]);
    result.emplace_back(std::min(a, b), std::max(a, b));
  }
  std::sort(result.begin(), result.end());
  return result;
}

}  // namespace houvast::inline v0_1::graph
