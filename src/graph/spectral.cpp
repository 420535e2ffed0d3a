#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <string>

#include "base/index.hpp"
#include "graph/estimates.hpp"
#include "houvast/base/stop.hpp"
#include "houvast/graph/centrality.hpp"
#include "houvast/graph/components.hpp"

namespace houvast::inline v0_1::graph {
using houvast::detail::as_size;
using houvast::detail::at;
namespace {

constexpr double kRounding = 8.0 * std::numeric_limits<double>::epsilon();
constexpr double kSameStrength = 1e-12;  // relative; an eigenvalue errs by the square of what its vector errs

void check_common(const Graph& graph, bool weighted, double tolerance, std::int64_t max_iterations) {
  if (weighted) detail::check_weights(graph);
  if (!(tolerance > 0.0)) {
    throw ValueError({"HV-302", argument("tolerance"), detail::text_of(tolerance), {"problem.expected.above_0"}});
  }
  detail::check_at_least(argument("max_iterations"), max_iterations, 1);
}

[[noreturn]] void refuse_unsettled(Claim what, std::int64_t iterations) {
  throw ValueError({"HV-306",
                    std::move(what),
                    Claim{"problem.value.unsettled", {{"n", iterations}}},
                    {"problem.expected.settling"}});
}

// The ties that count: all of them, or those of positive weight.
Graph counting_ties(const Graph& graph, bool weighted) {
  if (!weighted || !graph.weighted()) return graph;
  const TieList ties = graph.edges();
  std::vector<std::int64_t> sources, targets;
  for (std::size_t i = 0; i < ties.sources.size(); ++i) {
    if (ties.weights[i] == 0.0) continue;
    sources.push_back(ties.sources[i]);
    targets.push_back(ties.targets[i]);
  }
  return {graph.nodes(), sources, targets, {}, {.directed = graph.directed()}};
}

// Without a cycle of arcs (or, undirected, a tie) every walk ends and nothing feeds back.
bool feeds_back(const Graph& used) {
  return used.directed() ? components(used, true).count() < used.nodes() : used.ties() > 0;
}

// Sum over the arcs towards `node` (all ties when undirected; `towards` holds them as rows).
double gathered(const Graph& towards, bool weighted, std::size_t node, const std::vector<double>& from) {
  const auto row = towards.neighbours(static_cast<std::int64_t>(node));
  const double* weight = weighted && towards.weighted() ? towards.weights().data() + towards.offsets()[node] : nullptr;
  double sum = 0.0;
  for (std::size_t i = 0; i < row.size(); ++i) {
    sum += (weight ? weight[i] : 1.0) * at(from, row[i]);
  }
  return sum;
}

// Iterates the rows of `part` with the adjacency matrix plus the identity, from the values that `now` has there, until
// they settle: same vector as the adjacency matrix, and bipartite graphs settle too. The largest value is 1.
void settle(const Graph& towards, const EigenvectorOptions& options, const std::vector<std::size_t>& part,
            std::vector<double>& now) {
  std::vector<double> next(part.size());
  double last_change = 0.0, change_before = 0.0;
  for (std::int64_t iteration = 1;; ++iteration) {
    stop_point();
    if (iteration > options.max_iterations) refuse_unsettled({"problem.subject.eigenvector"}, options.max_iterations);
    double largest = 0.0;
    for (std::size_t i = 0; i < part.size(); ++i) {
      next[i] = now[part[i]] + gathered(towards, options.weighted, part[i], now);
      largest = std::max(largest, next[i]);
    }
    double change = 0.0;
    for (std::size_t i = 0; i < part.size(); ++i) {
      next[i] /= largest;
      change = std::max(change, std::abs(next[i] - now[part[i]]));
      now[part[i]] = next[i];
    }
    // Changes shrink by a factor; what is still to come is a geometric series.
    const double factor = std::max(change / last_change, last_change / change_before);
    const bool near = iteration > 3 && factor < 1.0 && change * factor / (1.0 - factor) <= options.tolerance;
    if (change <= kRounding || near) return;
    change_before = last_change;
    last_change = change;
  }
}

// What the strongest part of an undirected graph settles to, 0 elsewhere. Parts of the same largest eigenvalue share:
// each has its own vector in the length that a vector of ones has along it.
void settle_by_part(const Graph& towards, const Graph& used, const EigenvectorOptions& options,
                    std::vector<double>& now) {
  const Components found = components(used);
  std::vector<std::vector<std::size_t>> parts(as_size(found.count()));
  for (std::size_t node = 0; node < now.size(); ++node) {
    at(parts, found.labels[node]).push_back(node);
  }
  std::vector<double> strength, along;
  for (const std::vector<std::size_t>& part : parts) {
    settle(towards, options, part, now);
    double sum = 0.0, squares = 0.0, product = 0.0;
    for (const std::size_t node : part) {
      sum += now[node];
      squares += now[node] * now[node];
      product += now[node] * gathered(towards, options.weighted, node, now);
    }
    strength.push_back(product / squares);
    along.push_back(sum / squares);
  }
  const double strongest = *std::max_element(strength.begin(), strength.end());
  const auto shares = [&](std::size_t p) { return strength[p] >= strongest * (1.0 - kSameStrength); };
  double longest = 0.0;
  for (std::size_t p = 0; p < parts.size(); ++p) {
    if (shares(p)) longest = std::max(longest, along[p]);
  }
  for (std::size_t p = 0; p < parts.size(); ++p) {
    for (const std::size_t node : parts[p]) now[node] *= shares(p) ? along[p] / longest : 0.0;
  }
}

}  // namespace

std::vector<double> eigenvector(const Graph& graph, EigenvectorOptions options) {
  check_common(graph, options.weighted, options.tolerance, options.max_iterations);
  const auto nodes = as_size(graph.nodes());
  const Graph used = counting_ties(graph, options.weighted);
  if (!feeds_back(used)) return std::vector<double>(nodes, std::numeric_limits<double>::quiet_NaN());

  const Graph towards = graph.transpose();
  std::vector<double> now(nodes, 1.0);
  if (graph.directed()) {
    std::vector<std::size_t> all(nodes);
    std::iota(all.begin(), all.end(), std::size_t{0});
    settle(towards, options, all, now);
  } else {
    settle_by_part(towards, used, options, now);
  }
  if (options.scale == EigenvectorScale::kLength) {
    double squares = 0.0;
    for (const double value : now) squares += value * value;
    for (double& value : now) value /= std::sqrt(squares);
  }
  return now;
}

std::vector<double> pagerank(const Graph& graph, PagerankOptions options) {
  check_common(graph, options.weighted, options.tolerance, options.max_iterations);
  if (!(options.damping >= 0.0 && options.damping < 1.0)) {
    throw ValueError({"HV-302", argument("damping"), detail::text_of(options.damping), {"problem.expected.damping"}});
  }
  const auto nodes = as_size(graph.nodes());
  if (nodes == 0) return {};
  const Graph towards = graph.transpose();
  const std::vector<double> out = options.weighted ? strength(graph, Direction::kOut) : [&] {
    const std::vector<std::int64_t> ties = degree(graph, Direction::kOut);
    return std::vector<double>(ties.begin(), ties.end());
  }();
  const double each = 1.0 / static_cast<double>(nodes);
  std::vector<double> now(nodes, each), passed(nodes), next(nodes);
  for (std::int64_t iteration = 1;; ++iteration) {
    stop_point();
    if (iteration > options.max_iterations) refuse_unsettled({"problem.subject.page_rank"}, options.max_iterations);
    double stuck = 0.0;  // with those who have no way out
    for (std::size_t node = 0; node < nodes; ++node) {
      passed[node] = out[node] > 0.0 ? now[node] / out[node] : 0.0;
      if (out[node] <= 0.0) stuck += now[node];
    }
    const double jumps = (1.0 - options.damping + options.damping * stuck) * each;
    double change = 0.0;
    for (std::size_t node = 0; node < nodes; ++node) {
      next[node] = jumps + options.damping * gathered(towards, options.weighted, node, passed);
      change += std::abs(next[node] - now[node]);
    }
    now.swap(next);
    // Every iteration shrinks the difference by the damping or more.
    if (change * options.damping <= options.tolerance * (1.0 - options.damping) || change <= kRounding) return now;
  }
}

}  // namespace houvast::inline v0_1::graph
