#include "graph/canonical.hpp"

#include <algorithm>
#include <numeric>
#include <span>
#include <utility>

#include "base/bits.hpp"
#include "base/index.hpp"
#include "houvast/base/stop.hpp"

namespace houvast::inline v0_1::graph::detail {
using houvast::detail::as_size;
using houvast::detail::at;
namespace {

using Colours = std::vector<std::uint64_t>;

// Nodes and ties looked at: in all, and while nodes that are alike are set apart.
constexpr std::int64_t kMostSteps = 100'000'000;
constexpr std::int64_t kApartSteps = 20'000'000;

// Spreads every bit over all 64 (splitmix64).
std::uint64_t mixed(std::uint64_t bits) {
  bits += 0x9e3779b97f4a7c15U;
  bits = (bits ^ (bits >> 30)) * 0xbf58476d1ce4e5b9U;
  bits = (bits ^ (bits >> 27)) * 0x94d049bb133111ebU;
  return bits ^ (bits >> 31);
}

// Nodes in the order of their colours, of equal ones as given.
std::vector<std::int32_t> sorted_by(const Colours& colours) {
  std::vector<std::int32_t> order(colours.size());
  std::iota(order.begin(), order.end(), 0);
  std::stable_sort(order.begin(), order.end(),
                   [&](std::int32_t a, std::int32_t b) { return at(colours, a) < at(colours, b); });
  return order;
}

class Refinement {
 public:
  explicit Refinement(const Graph& graph)
      : graph_(graph), transpose_(graph.transpose()), colours_(as_size(graph.nodes())) {
    refine();
    while (classes_ < static_cast<std::int64_t>(colours_.size()) && steps_ < kApartSteps) {
      set_one_apart();
      refine();
    }
  }

  [[nodiscard]] const Colours& colours() const { return colours_; }

 private:
  // Colours become finer by those of neighbours until no more nodes are told apart.
  void refine() {
    while (steps_ < kMostSteps) {
      stop_point();
      const std::int64_t before = std::exchange(classes_, 0);
      recolour();
      Colours sorted = colours_;
      std::sort(sorted.begin(), sorted.end());
      classes_ = std::unique(sorted.begin(), sorted.end()) - sorted.begin();
      if (classes_ <= before) return;
    }
  }

  void recolour() {
    Colours next(colours_.size());
    for (std::size_t node = 0; node < next.size(); ++node) {
      next[node] = mixed(colours_[node]) + around(graph_, node, 1);
      if (graph_.directed()) next[node] += around(transpose_, node, 2);
      next[node] = mixed(next[node]);
    }
    colours_ = std::move(next);
    steps_ += graph_.nodes() + graph_.ties() * 2;
  }

  // A sum, so that the order of the neighbours makes no difference.
  [[nodiscard]] std::uint64_t around(const Graph& side, std::size_t node, std::uint64_t way) const {
    const std::size_t begin = side.offsets()[node];
    const std::span<const std::int32_t> row = side.neighbours(static_cast<std::int64_t>(node));
    std::uint64_t sum = 0;
    for (std::size_t i = 0; i < row.size(); ++i) {
      const std::uint64_t weight =
          side.weighted() ? houvast::detail::bit_cast<std::uint64_t>(side.weights()[begin + i]) : 0;
      sum += mixed(at(colours_, row[i]) + mixed(weight + way));
    }
    return sum;
  }

  // The first node, as given, of those of the lowest colour that several have.
  void set_one_apart() {
    const std::vector<std::int32_t> order = sorted_by(colours_);
    const auto colour = [&](std::int32_t node) -> std::uint64_t& { return at(colours_, node); };
    const auto alike = std::adjacent_find(order.begin(), order.end(),
                                          [&](std::int32_t a, std::int32_t b) { return colour(a) == colour(b); });
    if (alike != order.end()) colour(*alike) = mixed(colour(*alike) ^ 0x5851f42d4c957f2dU);
  }

  const Graph& graph_;
  const Graph transpose_;
  Colours colours_;
  std::int64_t classes_ = 0;
  std::int64_t steps_ = 0;
};

Graph reordered(const Graph& graph, const std::vector<std::int32_t>& order) {
  std::vector<std::int64_t> place(order.size());
  for (std::size_t i = 0; i < order.size(); ++i) at(place, order[i]) = static_cast<std::int64_t>(i);
  TieList ties = graph.edges();
  for (auto* ends : {&ties.sources, &ties.targets}) {
    for (std::int64_t& node : *ends) node = at(place, node);
  }
  if (!graph.weighted()) ties.weights.clear();
  return Graph(graph.nodes(), ties.sources, ties.targets, ties.weights, {.directed = graph.directed()});
}

}  // namespace

Canonical::Canonical(const Graph& graph)
    : order_(sorted_by(Refinement(graph).colours())), graph_(reordered(graph, order_)) {}

}  // namespace houvast::inline v0_1::graph::detail
