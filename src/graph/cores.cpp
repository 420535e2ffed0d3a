#include <algorithm>
#include <limits>
#include <numeric>
#include <utility>

#include "base/index.hpp"
#include "graph/detail_cores.hpp"

namespace houvast::inline v0_1::graph {
using houvast::detail::as_size;
using houvast::detail::at;
namespace {

// What a node counts as its ties, and whose counts go down when it leaves.
struct Ties {
  std::vector<std::int32_t> count;
  std::vector<Graph> loses;
};

Ties ties_of(const Graph& graph, CoreTies ties) {
  Ties result{std::vector<std::int32_t>(as_size(graph.nodes()), 0), {}};
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

// Takes away, level by level, who has no more than `level` ties left. While levels are few this looks through those who
// are left at every level and needs no sorting; `looks` says how many more such looks are allowed.
class Peel {
 public:
  explicit Peel(Ties ties) : ties_(std::move(ties)), order_(ties_.count.size() + 1), left_(ties_.count.size()) {
    std::iota(left_.begin(), left_.end(), 0);
  }

  detail::Peeling run() && {
    std::int64_t looks = 8 * static_cast<std::int64_t>(left_.size());
    std::int32_t level = -1;
    while (looks > 0 && next_level(level)) {
      looks -= static_cast<std::int64_t>(left_.size());
      for (const std::int32_t node : left_) take_if(at(ties_.count, node) == level, node);
      take_level(level);
    }
    if (found_ < ties_.count.size()) sorted(level);
    order_.pop_back();
    return {std::move(ties_.count), std::move(order_)};
  }

 private:
  // Those who are left lose their ties to who is taken; who then has `level` ties is taken as well. Whether a count
  // goes down cannot be foreseen, so there is no branch.
  void take_level(std::int32_t level) {
    std::int32_t* const count = ties_.count.data();
    std::int32_t* const order = order_.data();
    std::size_t found = found_;
    for (; taken_ < found; ++taken_) {
      for (const Graph& loses : ties_.loses) {
        for (const std::int32_t other : loses.neighbours(order[taken_])) {
          const std::int32_t before = count[other];
          const std::int32_t after = before - static_cast<std::int32_t>(before > level);
          count[other] = after;
          order[found] = other;
          found += as_size((after != before) & (after == level));
        }
      }
    }
    found_ = found;
  }

  void take_if(bool wanted, std::int32_t node) {
    order_[found_] = node;
    found_ += as_size(wanted);
  }

  // Keeps those who are not taken, and moves on to the fewest ties that one of them has; false when nobody is left.
  bool next_level(std::int32_t& level) {
    std::size_t kept = 0;
    std::int32_t fewest = std::numeric_limits<std::int32_t>::max();
    for (const std::int32_t node : left_) {
      const std::int32_t count = at(ties_.count, node);
      left_[kept] = node;
      if (count <= level) continue;
      ++kept;
      fewest = std::min(fewest, count);
    }
    left_.resize(kept);
    level = fewest;
    return kept > 0;
  }

  // The rest by buckets (Batagelj & Zaversnik 2003): linear, however many levels there are.
  void sorted(std::int32_t done) {
    std::erase_if(left_, [&](std::int32_t node) { return at(ties_.count, node) <= done; });
    std::vector<std::int32_t>& count = ties_.count;
    std::int32_t most = 0;
    for (const std::int32_t node : left_) most = std::max(most, at(count, node));
    // Nodes sorted by count; start[c] is where those with count c begin.
    std::vector<std::int32_t> start(as_size(most) + 2, 0), place(count.size());
    for (const std::int32_t node : left_) ++start[as_size(at(count, node)) + 1];
    for (std::size_t c = 1; c < start.size(); ++c) start[c] += start[c - 1];
    std::vector<std::int32_t> next(start.begin(), start.end() - 1), order(left_.size());
    for (const std::int32_t node : left_) {
      at(place, node) = at(next, at(count, node))++;
      at(order, at(place, node)) = node;
    }
    for (std::size_t i = 0; i < order.size(); ++i) {
      const std::int32_t node = order[i];
      const std::int32_t core = at(count, node);
      for (const Graph& loses : ties_.loses) {
        for (const std::int32_t other : loses.neighbours(node)) {
          std::int32_t& left = at(count, other);
          if (left <= core) continue;
          // Swap with the first of its count, which then begins one place later.
          std::int32_t& first = at(start, left);
          std::int32_t& here = at(place, other);
          const std::int32_t displaced = at(order, first);
          std::swap(at(order, first), at(order, here));
          at(place, displaced) = here;
          here = first;
          ++first;
          --left;
        }
      }
      take_if(true, node);
    }
  }

  Ties ties_;
  std::vector<std::int32_t> order_;  // one longer than there are nodes: `take_if` writes before it decides
  std::vector<std::int32_t> left_;
  std::size_t found_ = 0, taken_ = 0;
};

}  // namespace

namespace detail {

Peeling peel(const Graph& graph, CoreTies which) {
  return Peel(ties_of(graph, which)).run();
}

}  // namespace detail

std::vector<std::int64_t> core_numbers(const Graph& graph, CoreTies ties) {
  const detail::Peeling peeling = detail::peel(graph, ties);
  return {peeling.core.begin(), peeling.core.end()};
}

}  // namespace houvast::inline v0_1::graph
