#include <algorithm>
#include <functional>
#include <limits>
#include <queue>
#include <string>
#include <utility>

#include "base/index.hpp"
#include "graph/detail_weighted.hpp"
#include "houvast/base/error.hpp"
#include "houvast/base/parallel.hpp"
#include "text/number_text.hpp"

namespace houvast::inline v0_1::graph::detail {
using houvast::detail::as_size;
namespace {

constexpr double kUnreached = std::numeric_limits<double>::infinity();
constexpr std::int64_t kBlock = 16;  // sources whose parts are added up together, so that threads change nothing

// Dijkstra's search from one source that counts the shortest paths to each node and keeps who stands before it.
class Search {
 public:
  explicit Search(const Graph& graph)
      : graph_(graph), length_(size()), paths_(size()), share_(size()), before_(size()) {}

  // Adds to each node the shortest paths from the source that run through it, a pair with several counting in parts.
  void add_from(std::int64_t source, std::vector<double>& through) {
    run(source);
    for (auto node = order_.rbegin(); node != order_.rend(); ++node) {
      const auto at = as_size(*node);
      for (const std::int32_t earlier : before_[at]) {
        const auto from = as_size(earlier);
        share_[from] += paths_[from] / paths_[at] * (1.0 + share_[at]);
      }
      if (*node != source) through[at] += share_[at];
    }
  }

 private:
  [[nodiscard]] std::size_t size() const { return as_size(graph_.nodes()); }

  void run(std::int64_t source) {
    std::fill(length_.begin(), length_.end(), kUnreached);
    std::fill(paths_.begin(), paths_.end(), 0.0);
    std::fill(share_.begin(), share_.end(), 0.0);
    for (auto& each : before_) each.clear();
    order_.clear();
    std::vector<bool> done(size(), false);
    using Reached = std::pair<double, std::int32_t>;
    std::priority_queue<Reached, std::vector<Reached>, std::greater<>> waiting;
    length_[as_size(source)] = 0;
    paths_[as_size(source)] = 1;
    waiting.emplace(0.0, static_cast<std::int32_t>(source));
    while (!waiting.empty()) {
      const auto [length, node] = waiting.top();
      waiting.pop();
      if (done[as_size(node)]) continue;
      done[as_size(node)] = true;
      order_.push_back(node);
      const std::size_t first = graph_.offsets()[as_size(node)];
      const auto next = graph_.neighbours(node);
      for (std::size_t i = 0; i < next.size(); ++i) {
        const double tie = graph_.weighted() ? graph_.weights()[first + i] : 1.0;
        if (reach(node, next[i], length + tie)) waiting.emplace(length + tie, next[i]);
      }
    }
  }

  // Whether the way over `from` is the shortest so far.
  bool reach(std::int32_t from, std::int32_t to, double length) {
    const auto at = as_size(to);
    if (length > length_[at]) return false;
    const bool shorter = length < length_[at];
    if (shorter) {
      length_[at] = length;
      paths_[at] = 0;
      before_[at].clear();
    }
    paths_[at] += paths_[as_size(from)];
    before_[at].push_back(from);
    return shorter;
  }

  const Graph& graph_;
  std::vector<double> length_, paths_, share_;
  std::vector<std::vector<std::int32_t>> before_;
  std::vector<std::int32_t> order_;
};

}  // namespace

void require_lengths(const Graph& graph) {
  for (const double weight : graph.weights()) {
    if (weight > 0) continue;
    throw ValueError(
        {"HV-302", argument("weights"), houvast::detail::text_of(weight), {"problem.expected.length_above_0"}});
  }
}

std::vector<double> weighted_dependencies(const Graph& graph, int threads) {
  require_lengths(graph);
  const std::int64_t blocks = (graph.nodes() + kBlock - 1) / kBlock;
  std::vector<std::vector<double>> parts(as_size(blocks));
  parallel_for(blocks, threads, [&](std::int64_t block) {
    std::vector<double>& through = parts[as_size(block)];
    through.assign(as_size(graph.nodes()), 0.0);
    Search search(graph);
    const std::int64_t end = std::min(graph.nodes(), (block + 1) * kBlock);
    for (std::int64_t source = block * kBlock; source < end; ++source) search.add_from(source, through);
  });
  std::vector<double> total(as_size(graph.nodes()), 0.0);
  for (const std::vector<double>& through : parts) {
    for (std::size_t node = 0; node < total.size(); ++node) total[node] += through[node];
  }
  return total;
}

}  // namespace houvast::inline v0_1::graph::detail
