#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstddef>
#include <limits>
#include <numeric>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/index.hpp"
#include "graph/canonical.hpp"
#include "graph/estimates.hpp"
#include "houvast/base/choice.hpp"
#include "houvast/base/random.hpp"
#include "houvast/base/stop.hpp"
#include "houvast/graph/communities.hpp"

namespace houvast::inline v0_1::graph {
using houvast::detail::as_size;
namespace {

constexpr const char* kBorgatti = "source.borgatti_everett_2000";
constexpr std::int64_t kExactNodes = 16;
constexpr std::int64_t kSwapNodes = 512;
constexpr double kBetter = 1e-12;  // difference in correlation that counts

enum class Between { kAbsent, kPresent, kMissing };

Between between_of(const std::string& name) {
  if (name == "absent") return Between::kAbsent;
  if (name == "present") return Between::kPresent;
  if (name == "missing") return Between::kMissing;
  refuse_choice(argument("between"), name, {"absent", "present", "missing"});
}

// Cells of a block of the matrix, and how many of them hold a tie.
struct Block {
  double cells = 0;
  double ties = 0;
};

// A division with what its correlation needs, kept up to date while nodes change sides. Counts arcs (an undirected
// tie is two).
class Division {
 public:
  Division(const Graph& graph, const Graph& transpose, Between between)
      : graph_(graph),
        transpose_(transpose),
        between_(between),
        core_(as_size(graph.nodes())),
        degree_(core_.size()),
        to_core_(core_.size()) {
    for (std::size_t node = 0; node < core_.size(); ++node) {
      for_each_arc(node, [&](std::size_t) { degree_[node] += 1; });
      outer_ties_ += degree_[node] / 2;
    }
  }

  [[nodiscard]] std::size_t nodes() const { return core_.size(); }
  [[nodiscard]] const std::vector<bool>& core() const { return core_; }
  [[nodiscard]] std::int64_t size() const { return size_; }
  [[nodiscard]] double degree(std::size_t node) const { return degree_[node]; }

  void flip(std::size_t node) {
    const Change change = change_of(node);
    core_ties_ += change.core;
    outer_ties_ += change.outer;
    size_ += core_[node] ? -1 : 1;
    const double sign = core_[node] ? -1 : 1;
    core_[node] = !core_[node];
    for_each_arc(node, [&](std::size_t other) { to_core_[other] += sign; });
  }

  void set(const std::vector<bool>& core) {
    for (std::size_t node = 0; node < core.size(); ++node) {
      if (core_[node] != core[node]) flip(node);
    }
  }

  [[nodiscard]] double correlation() const { return correlation(size_, core_ties_, outer_ties_); }

  [[nodiscard]] double correlation_after(std::size_t node) const {
    const Change change = change_of(node);
    return correlation(size_ + (core_[node] ? -1 : 1), core_ties_ + change.core, outer_ties_ + change.outer);
  }

  // Core, periphery, and both ways between them.
  [[nodiscard]] std::array<Block, 3> blocks() const {
    const auto n = static_cast<double>(nodes()), c = static_cast<double>(size_), p = n - c;
    return {Block{c * (c - 1), core_ties_}, Block{p * (p - 1), outer_ties_},
            Block{2 * c * p, total() - core_ties_ - outer_ties_}};
  }

 private:
  struct Change {
    double core, outer;
  };

  template <class Visit>
  void for_each_arc(std::size_t node, Visit visit) const {
    for (const Graph* side : {&graph_, &transpose_}) {
      for (const std::int32_t other : side->neighbours(static_cast<std::int64_t>(node))) {
        visit(as_size(other));
      }
    }
  }

  [[nodiscard]] double total() const {
    return static_cast<double>(graph_.directed() ? graph_.ties() : 2 * graph_.ties());
  }

  [[nodiscard]] Change change_of(std::size_t node) const {
    const double inward = to_core_[node], outward = degree_[node] - inward;
    return core_[node] ? Change{-inward, outward} : Change{inward, -outward};
  }

  // NaN when one side of the comparison does not vary.
  [[nodiscard]] double correlation(std::int64_t size, double core_ties, double outer_ties) const {
    const auto nodes = static_cast<double>(core_.size()), c = static_cast<double>(size), p = nodes - c;
    double cells = nodes * (nodes - 1), ties = total();
    if (between_ == Between::kMissing) {
      cells -= 2 * c * p;
      ties = core_ties + outer_ties;
    }
    const bool present = between_ == Between::kPresent;
    const double ideal = present ? cells - p * (p - 1) : c * (c - 1);  // cells that should hold a tie
    const double hits = present ? ties - outer_ties : core_ties;
    const double spread = (cells - ties) * ties * (cells - ideal) * ideal;
    if (!(spread > 0)) return std::numeric_limits<double>::quiet_NaN();
    return (cells * hits - ties * ideal) / std::sqrt(spread);
  }

  const Graph& graph_;
  const Graph& transpose_;
  Between between_;
  std::vector<bool> core_;
  std::vector<double> degree_, to_core_;
  std::int64_t size_ = 0;
  double core_ties_ = 0, outer_ties_ = 0;
};

// The best division so far.
struct Best {
  std::vector<bool> core;
  std::int64_t size = 0;
  double correlation = std::numeric_limits<double>::quiet_NaN();

  void offer(const Division& division) {
    const double value = division.correlation();
    if (std::isnan(value) || value < correlation - kBetter) return;
    const bool equal = value <= correlation + kBetter;
    // Of equals the smaller core, then the one with the lower nodes.
    if (equal && (division.size() > size || (division.size() == size && !(division.core() > core)))) return;
    correlation = equal ? std::max(correlation, value) : value;
    core = division.core();
    size = division.size();
  }
};

// Every division once, by changing one node at a time (Gray code).
void try_all(Division& division, Best& best) {
  const std::uint64_t count = std::uint64_t{1} << division.nodes();
  StopPoints looked(4096);
  for (std::uint64_t step = 1; step < count; ++step) {
    looked();
    division.flip(as_size(std::countr_zero(step)));
    best.offer(division);
  }
}

// Whether `value` is better, where NaN is worse than any number.
bool is_better(double value, double than) {
  return !std::isnan(value) && !(value <= than + kBetter);
}

bool move_one(Division& division) {
  bool changed = false;
  for (std::size_t node = 0; node < division.nodes(); ++node) {
    stop_point();
    if (!is_better(division.correlation_after(node), division.correlation())) continue;
    division.flip(node);
    changed = true;
  }
  return changed;
}

bool swap_two(Division& division) {
  bool changed = false;
  for (std::size_t a = 0; a < division.nodes(); ++a) {
    stop_point();
    const double before = division.correlation();
    division.flip(a);
    std::optional<std::size_t> partner;
    for (std::size_t b = a + 1; b < division.nodes() && !partner; ++b) {
      // After the flip both stand on the same side when they stood on different sides before.
      if (division.core()[a] == division.core()[b] && is_better(division.correlation_after(b), before)) partner = b;
    }
    division.flip(partner.value_or(a));
    changed |= partner.has_value();
  }
  return changed;
}

void climb(Division& division, Best& best) {
  const bool swaps = static_cast<std::int64_t>(division.nodes()) <= kSwapNodes;
  while (move_one(division) || (swaps && swap_two(division))) {
  }
  best.offer(division);
}

void search(Division& division, const CoreOptions& options, Best& best) {
  const std::size_t n = division.nodes();
  std::vector<std::size_t> order(n);
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return division.degree(a) > division.degree(b); });
  for (const std::size_t node : order) {
    stop_point();
    division.flip(node);
    best.offer(division);
  }
  if (best.core.empty()) best.core = division.core();
  const std::vector<bool> ordered = best.core;
  division.set(ordered);
  climb(division, best);
  for (std::int64_t attempt = 0; attempt < options.attempts; ++attempt) {
    Random random(options.seed, static_cast<std::uint64_t>(attempt));
    std::vector<bool> start(n);
    const double share = random.uniform();
    for (std::size_t node = 0; node < n; ++node) start[node] = random.chance(share);
    division.set(start);
    climb(division, best);
  }
}

}  // namespace

CorePeriphery core_periphery(const Graph& graph, const CoreOptions& options) {
  const Between between = between_of(options.between);
  detail::check_at_least(argument("attempts"), options.attempts, 0);
  const bool exact = graph.nodes() <= kExactNodes;
  std::optional<detail::Canonical> canonical;  // what is exact needs no order
  if (!exact) canonical.emplace(graph);
  const Graph& searched = canonical ? canonical->graph() : graph;
  const Graph transpose = searched.transpose();
  Division division(searched, transpose, between);
  Best best;
  if (exact) {
    try_all(division, best);
  } else {
    search(division, options, best);
  }
  const Claim definition{"method.core_periphery", {{"between", options.between}}};
  CorePeriphery result;
  result.core.resize(as_size(graph.nodes()));
  const std::int64_t cells = graph.nodes() * (graph.nodes() - 1) / (graph.directed() ? 1 : 2);
  if (std::isnan(best.correlation)) {
    result.correlation = undefined_estimate(definition, {kBorgatti}, cells, {"reason.no_division"});
    return result;
  }
  result.core = canonical ? canonical->given_order(best.core) : best.core;
  division.set(best.core);
  result.correlation = defined_estimate(definition, {kBorgatti}, cells, division.correlation());
  const std::array<Block, 3> blocks = division.blocks();
  constexpr std::array<const char*, 3> kNames = {"core_density", "periphery_density", "between_density"};
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    if (blocks[i].cells > 0) result.correlation.details[kNames[i]] = blocks[i].ties / blocks[i].cells;
  }
  result.correlation.details["core_size"] = static_cast<double>(division.size());
  result.correlation.details["exact"] = exact ? 1 : 0;
  result.correlation.provenance.options = {{"between", options.between}};
  if (!exact) {
    result.correlation.provenance.options["attempts"] = std::to_string(options.attempts);
    result.correlation.provenance.seed = options.seed;
  }
  return result;
}

}  // namespace houvast::inline v0_1::graph
