#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "graph/adjacent_pairs.hpp"
#include "graph/estimates.hpp"
#include "houvast/graph/communities.hpp"

namespace houvast::graph {
namespace {

constexpr int kMostRounds = 10'000;
constexpr double kStill = 1e-13;

// Every node's adjacent nodes with strengths between 0 and 1, the same both ways.
struct Rows {
  std::vector<std::size_t> offsets;
  std::vector<std::int32_t> heads;
  std::vector<double> strengths;

  explicit Rows(const detail::AdjacentPairs& pairs) {
    double most = 0;
    for (std::size_t pair = 0; pair < pairs.size(); ++pair) most = std::max(most, pairs.strength(pair));
    const double scale = most > 0 ? 1 / most : 1;
    offsets.push_back(0);
    for (const std::int32_t degree : pairs.degrees())
      offsets.push_back(offsets.back() + static_cast<std::size_t>(degree));
    heads.resize(offsets.back());
    strengths.resize(offsets.back());
    std::vector<std::size_t> next(offsets.begin(), offsets.end() - 1);
    const auto add = [&](std::int32_t from, std::int32_t to, double strength) {
      const std::size_t place = next[static_cast<std::size_t>(from)]++;
      heads[place] = to;
      strengths[place] = strength * scale;
    };
    pairs.for_each([&](std::int32_t tail, std::size_t pair) {
      add(tail, pairs.head(pair), pairs.strength(pair));
      add(pairs.head(pair), tail, pairs.strength(pair));
    });
  }

  // Calls visit(neighbour, strength).
  template <class Visit>
  void for_each(std::size_t node, Visit visit) const {
    for (std::size_t i = offsets[node]; i < offsets[node + 1]; ++i) {
      visit(static_cast<std::size_t>(heads[i]), strengths[i]);
    }
  }
};

// One round of best answers, node by node; returns the largest change.
double improve(const Rows& rows, std::vector<double>& values) {
  double squares = 0, largest = 0;
  for (const double value : values) squares += value * value;
  for (std::size_t node = 0; node < values.size(); ++node) {
    double products = 0;
    rows.for_each(node, [&](std::size_t other, double strength) { products += strength * values[other]; });
    const double others = squares - values[node] * values[node];
    const double best = products > 0 && others > 0 ? std::min(1.0, products / others) : 0.0;
    largest = std::max(largest, std::abs(best - values[node]));
    squares = others + best * best;
    values[node] = best;
  }
  return largest;
}

// Correlation over ordered pairs between strengths and products of values; NaN when one of them does not vary.
double fit_of(const Rows& rows, const std::vector<double>& values) {
  const auto nodes = static_cast<double>(values.size());
  const double cells = nodes * (nodes - 1);
  double sum = 0, squares = 0, fourths = 0, ties = 0, tie_squares = 0, together = 0;
  for (std::size_t node = 0; node < values.size(); ++node) {
    const double value = values[node];
    sum += value;
    squares += value * value;
    fourths += value * value * value * value;
    rows.for_each(node, [&](std::size_t other, double strength) {
      ties += strength;
      tie_squares += strength * strength;
      together += strength * value * values[other];
    });
  }
  const double products = sum * sum - squares, product_squares = squares * squares - fourths;
  const double variance_ties = cells * tie_squares - ties * ties;
  const double variance_products = cells * product_squares - products * products;
  constexpr double kRounding = 1e-12;
  if (variance_ties <= kRounding * cells * tie_squares || variance_products <= kRounding * cells * product_squares) {
    return std::nan("");
  }
  return (cells * together - ties * products) / (std::sqrt(variance_ties) * std::sqrt(variance_products));
}

}  // namespace

Coreness continuous_coreness(const Graph& graph) {
  detail::check_weights(graph);
  const Rows rows(detail::AdjacentPairs(graph, true, true));
  Coreness result;
  result.values.resize(static_cast<std::size_t>(graph.nodes()));
  double most = 0;
  for (std::size_t node = 0; node < result.values.size(); ++node) {
    rows.for_each(node, [&](std::size_t, double strength) { result.values[node] += strength; });
    most = std::max(most, result.values[node]);
  }
  if (most > 0) {
    for (double& value : result.values) value /= most;
    for (int round = 0; round < kMostRounds && improve(rows, result.values) > kStill; ++round) {
    }
  }
  const std::string definition = "continuous coreness: least squares of ties by products of coreness (MINRES), 0 to 1";
  constexpr const char* kSource = "Borgatti & Everett (2000), Social Networks 21(4), 375-395, section 4";
  const std::int64_t pairs = graph.nodes() * (graph.nodes() - 1) / (graph.directed() ? 1 : 2);
  const double fit = fit_of(rows, result.values);
  result.fit = std::isnan(fit) ? undefined_estimate(definition, kSource, pairs, "all pairs are tied alike")
                               : detail::estimate_of(definition, kSource, pairs, fit);
  return result;
}

}  // namespace houvast::graph
