#include <algorithm>
#include <bit>
#include <cstddef>
#include <string>
#include <vector>

#include "base/index.hpp"
#include "graph/estimates.hpp"
#include "houvast/base/stop.hpp"
#include "houvast/graph/dyads.hpp"

namespace houvast::inline v0_1::graph {
using houvast::detail::as_size;
using houvast::detail::at;
namespace {

constexpr const char* kKrackhardt = "source.krackhardt_1994";

// Sizes of weak components, and which one each node is in.
struct WeakComponents {
  std::vector<std::int32_t> of;
  std::vector<std::int64_t> size;

  explicit WeakComponents(const Graph& graph) : of(as_size(graph.nodes()), -1) {
    const Graph transpose = graph.transpose();
    std::vector<std::int32_t> open;
    StopPoints looked(64);
    for (std::int64_t start = 0; start < graph.nodes(); ++start) {
      looked();
      if (at(of, start) >= 0) continue;
      const auto component = static_cast<std::int32_t>(size.size());
      size.push_back(0);
      open.push_back(static_cast<std::int32_t>(start));
      at(of, start) = component;
      while (!open.empty()) {
        const std::int32_t node = open.back();
        open.pop_back();
        ++size.back();
        for (const Graph* side : {&graph, &transpose}) {
          for (const std::int32_t next : side->neighbours(node)) {
            if (at(of, next) >= 0) continue;
            at(of, next) = component;
            open.push_back(next);
          }
        }
      }
    }
  }
};

// Strong components, numbered so that every tie between two goes from the higher to the lower number (Tarjan 1972).
struct StrongComponents {
  std::vector<std::int32_t> of;
  std::vector<std::int64_t> size;

  explicit StrongComponents(const Graph& graph) : of(as_size(graph.nodes()), -1) {
    const std::size_t n = of.size();
    std::vector<std::int32_t> order(n, -1), low(n), path, stack;
    std::vector<std::size_t> next(n);
    std::int32_t seen = 0;
    for (std::size_t start = 0; start < n; ++start) {
      if (order[start] >= 0) continue;
      path.push_back(static_cast<std::int32_t>(start));
      while (!path.empty()) {
        const auto node = as_size(path.back());
        if (order[node] < 0) {
          order[node] = low[node] = seen++;
          stack.push_back(path.back());
        }
        const std::span<const std::int32_t> targets = graph.neighbours(path.back());
        if (next[node] < targets.size()) {
          const auto target = as_size(targets[next[node]++]);
          if (order[target] < 0) {
            path.push_back(static_cast<std::int32_t>(target));
          } else if (of[target] < 0) {
            low[node] = std::min(low[node], order[target]);
          }
          continue;
        }
        path.pop_back();
        if (!path.empty()) {
          const auto parent = as_size(path.back());
          low[parent] = std::min(low[parent], low[node]);
        }
        if (low[node] == order[node]) close(node, stack);
      }
    }
  }

 private:
  void close(std::size_t root, std::vector<std::int32_t>& stack) {
    std::int64_t members = 0;
    std::size_t member;
    do {
      member = as_size(stack.back());
      stack.pop_back();
      of[member] = static_cast<std::int32_t>(size.size());
      ++members;
    } while (member != root);
    size.push_back(members);
  }
};

// For every strong component the set of those that reach it, itself included; bits in order of number.
class Superiors {
 public:
  Superiors(const Graph& graph, const StrongComponents& strong)
      : words_((strong.size.size() + 63) / 64), bits_(strong.size.size() * words_), tops_(words_, ~std::uint64_t{0}) {
    const std::size_t count = strong.size.size();
    std::vector<std::vector<std::int32_t>> members(count);
    for (std::size_t node = 0; node < strong.of.size(); ++node) {
      at(members, strong.of[node]).push_back(static_cast<std::int32_t>(node));
    }
    for (std::size_t c = count; c-- > 0;) {  // all that reach c have a higher number and are ready
      bits_[c * words_ + c / 64] |= std::uint64_t{1} << (c % 64);
      for (const std::int32_t node : members[c]) {
        for (const std::int32_t target : graph.neighbours(node)) {
          const auto below = as_size(at(strong.of, target));
          if (below == c) continue;
          tops_[below / 64] &= ~(std::uint64_t{1} << (below % 64));
          for (std::size_t w = 0; w < words_; ++w) bits_[below * words_ + w] |= bits_[c * words_ + w];
        }
      }
    }
  }

  // Calls visit(number) for every strong component that reaches `component`, itself included.
  template <class Visit>
  void for_each(std::size_t component, Visit visit) const {
    for (std::size_t w = 0; w < words_; ++w) {
      for (std::uint64_t left = bits_[component * words_ + w]; left != 0; left &= left - 1) {
        visit(w * 64 + as_size(std::countr_zero(left)));
      }
    }
  }

  // Whether two components have a common superior that reaches all their common superiors. All that reach a common
  // superior are common superiors as well, up to the tops, so that this asks for a single top.
  [[nodiscard]] bool have_highest(std::size_t a, std::size_t b) const {
    int tops = 0;
    for (std::size_t w = 0; w < words_; ++w)
      tops += std::popcount(bits_[a * words_ + w] & bits_[b * words_ + w] & tops_[w]);
    return tops == 1;
  }

  // Whether two components have a common superior that all their common superiors reach.
  [[nodiscard]] bool have_closest(std::size_t a, std::size_t b) const {
    const std::uint64_t* first = &bits_[a * words_];
    const std::uint64_t* second = &bits_[b * words_];
    std::size_t w = 0;
    while (w < words_ && (first[w] & second[w]) == 0) ++w;
    if (w == words_) return false;
    // If any is reached by all others it is the one with the lowest number.
    const std::size_t closest = w * 64 + as_size(std::countr_zero(first[w] & second[w]));
    const std::uint64_t* above = &bits_[closest * words_];
    for (; w < words_; ++w) {
      if ((first[w] & second[w] & ~above[w]) != 0) return false;
    }
    return true;
  }

 private:
  std::size_t words_;
  std::vector<std::uint64_t> bits_;
  std::vector<std::uint64_t> tops_;  // components that no other reaches
};

Estimate share(const char* definition, double part, double whole, const char* reason) {
  if (whole == 0) return undefined_estimate({definition}, {kKrackhardt}, 0, {reason});
  return defined_estimate({definition}, {kKrackhardt}, static_cast<std::int64_t>(whole), part / whole);
}

Estimate hierarchy_of(const StrongComponents& strong, const Superiors& superiors) {
  double mutual = 0, ordered = 0;  // pairs of nodes
  for (std::size_t c = 0; c < strong.size.size(); ++c) {
    const auto n = static_cast<double>(strong.size[c]);
    mutual += n * (n - 1) / 2;
    superiors.for_each(c, [&](std::size_t above) {
      if (above != c) ordered += n * static_cast<double>(strong.size[above]);
    });
  }
  return share("method.krackhardt_hierarchy", ordered, mutual + ordered, "reason.unreachable");
}

Estimate lubness_of(const WeakComponents& weak, const StrongComponents& strong, const Superiors& superiors) {
  const std::size_t count = strong.size.size();
  std::vector<std::int32_t> weak_of(count);
  for (std::size_t node = 0; node < strong.of.size(); ++node) {
    at(weak_of, strong.of[node]) = weak.of[node];
  }
  double violations = 0, without_highest = 0, most = 0;
  for (const std::int64_t size : weak.size) {
    if (size > 2) most += static_cast<double>(size - 1) * static_cast<double>(size - 2) / 2;
  }
  for (std::size_t a = 0; a < count; ++a) {
    stop_point();
    if (at(weak.size, weak_of[a]) < 3) continue;
    for (std::size_t b = a; b < count; ++b) {
      if (weak_of[a] != weak_of[b]) continue;
      const auto n = static_cast<double>(strong.size[a]), m = static_cast<double>(strong.size[b]);
      const double pairs = a == b ? n * (n - 1) / 2 : n * m;
      if (!superiors.have_closest(a, b)) violations += pairs;
      if (!superiors.have_highest(a, b)) without_highest += pairs;
    }
  }
  Estimate result = share("method.krackhardt_lubness", most - violations, most, "reason.parts_below_three");
  if (result.defined()) result.details["highest_common_superior"] = (most - without_highest) / most;
  return result;
}

}  // namespace

Krackhardt krackhardt(const Graph& graph) {
  const WeakComponents weak(graph);
  const StrongComponents strong(graph);
  const Superiors superiors(graph, strong);
  Krackhardt result;
  const auto nodes = static_cast<double>(graph.nodes());
  double joined = 0, needed = 0, spare = 0;
  for (const std::int64_t size : weak.size) {
    const auto n = static_cast<double>(size);
    joined += n * (n - 1) / 2;
    needed += n - 1;
    spare += (n - 1) * (n - 1);
  }
  constexpr const char* kConnectedness = "method.krackhardt_connectedness";
  result.connectedness = graph.nodes() == 1 ? defined_estimate({kConnectedness}, {kKrackhardt}, 0, 1.0)
                                            : share(kConnectedness, joined, nodes * (nodes - 1) / 2, "reason.no_nodes");
  result.hierarchy = hierarchy_of(strong, superiors);
  const auto arcs = static_cast<double>(graph.directed() ? graph.ties() : 2 * graph.ties());
  result.efficiency = share("method.krackhardt_efficiency", spare - (arcs - needed), spare, "reason.parts_below_two");
  result.lubness = lubness_of(weak, strong, superiors);
  return result;
}

}  // namespace houvast::inline v0_1::graph
