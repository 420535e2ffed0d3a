#include <algorithm>
#include <limits>
#include <numeric>
#include <span>

#include "base/index.hpp"
#include "graph/detail_lowlink.hpp"
#include "houvast/graph/robustness.hpp"

namespace houvast::inline v0_1::graph {
using houvast::detail::as_size;
namespace {

// Into what the component of a node falls when it leaves, from one depth-first search: subtrees are ranges of
// positions.
class Departures {
 public:
  explicit Departures(const Graph& graph)
      : search_(detail::low_link(graph.symmetrized())),
        size_(search_.node.size(), 1),
        smallest_(search_.node),
        root_(search_.node.size()),
        falling_(search_.node.size()) {
    for (std::size_t i = size_.size(); i-- > 0;) {
      if (search_.parent[i] < 0) continue;
      const auto parent = as_size(search_.parent[i]);
      size_[parent] += size_[i];
      smallest_[parent] = std::min(smallest_[parent], smallest_[i]);
    }
    for (std::size_t i = 0; i < size_.size(); ++i) {
      root_[i] = i;
      if (search_.parent[i] < 0) continue;
      const auto parent = as_size(search_.parent[i]);
      root_[i] = root_[parent];
      if (search_.parent[parent] < 0 || search_.falls_off(i)) falling_[parent].push_back(i);
    }
  }

  [[nodiscard]] std::vector<CutNode> cut_nodes() const {
    std::vector<CutNode> result;
    for (std::size_t i = 0; i < size_.size(); ++i) {
      const bool is_root = search_.parent[i] < 0;
      if (falling_[i].size() > (is_root ? 1U : 0U)) result.push_back({search_.node[i], cut_off(i)});
    }
    std::sort(result.begin(), result.end(), [](const CutNode& a, const CutNode& b) { return a.node < b.node; });
    return result;
  }

 private:
  [[nodiscard]] std::size_t end_of(std::size_t position) const { return position + size_[position]; }

  // Calls visit(node) for all of the component that is neither the leaving node nor in a subtree that falls off.
  template <class Visit>
  void for_each_of_rest(std::size_t leaving, Visit visit) const {
    std::size_t position = root_[leaving];
    const std::size_t end = end_of(position);
    auto next = falling_[leaving].begin();
    while (position < end) {
      if (next != falling_[leaving].end() && *next == position) {
        position = end_of(*next++);
        continue;
      }
      if (position != leaving) visit(search_.node[position]);
      ++position;
    }
  }

  [[nodiscard]] std::vector<std::int64_t> cut_off(std::size_t leaving) const {
    const std::span<const std::size_t> falling = falling_[leaving];
    std::size_t rest = size_[root_[leaving]] - 1, stays = falling.front();
    for (const std::size_t subtree : falling) {
      rest -= size_[subtree];
      const bool same = size_[subtree] == size_[stays] && smallest_[subtree] < smallest_[stays];
      if (size_[subtree] > size_[stays] || same) stays = subtree;
    }
    std::int32_t first = std::numeric_limits<std::int32_t>::max();
    if (rest == size_[stays]) for_each_of_rest(leaving, [&](std::int32_t node) { first = std::min(first, node); });
    const bool rest_stays = rest > size_[stays] || first < smallest_[stays];
    std::vector<std::int64_t> result;
    for (const std::size_t subtree : falling) {
      if (!rest_stays && subtree == stays) continue;
      for (std::size_t i = subtree; i < end_of(subtree); ++i) result.push_back(search_.node[i]);
    }
    if (!rest_stays) for_each_of_rest(leaving, [&](std::int32_t node) { result.push_back(node); });
    std::sort(result.begin(), result.end());
    return result;
  }

  detail::LowLink search_;
  std::vector<std::size_t> size_;                  // of the subtree at each position
  std::vector<std::int32_t> smallest_;             // node in it
  std::vector<std::size_t> root_;                  // position of the root of the tree
  std::vector<std::vector<std::size_t>> falling_;  // subtrees that fall off when the node at a position leaves
};

}  // namespace

std::vector<CutNode> cut_nodes(const Graph& graph) {
  return Departures(graph).cut_nodes();
}

}  // namespace houvast::inline v0_1::graph
