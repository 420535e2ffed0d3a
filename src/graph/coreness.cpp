#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <numeric>
#include <string>
#include <utility>
#include <vector>

#include "base/index.hpp"
#include "graph/adjacent_pairs.hpp"
#include "graph/canonical.hpp"
#include "graph/estimates.hpp"
#include "houvast/base/stop.hpp"
#include "houvast/graph/communities.hpp"

namespace houvast::inline v0_1::graph {
using houvast::detail::as_size;
using houvast::detail::at;
namespace {

constexpr int kMostRounds = 10'000;
constexpr double kStill = 1e-13;
constexpr double kEqual = 1e-10;             // difference in squares that does not count
constexpr std::size_t kEveryNode = 64;       // up to here the search starts from every node
constexpr std::size_t kStrongestNodes = 16;  // beyond, from these

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
    for (const std::int32_t degree : pairs.degrees()) offsets.push_back(offsets.back() + as_size(degree));
    heads.resize(offsets.back());
    strengths.resize(offsets.back());
    std::vector<std::size_t> next(offsets.begin(), offsets.end() - 1);
    const auto add = [&](std::int32_t from, std::int32_t to, double strength) {
      const std::size_t place = at(next, from)++;
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
      visit(as_size(heads[i]), strengths[i]);
    }
  }
};

// One round of best answers, node by node; returns the largest change.
double improve(const Rows& rows, std::vector<double>& values) {
  double squares = 0, largest = 0;
  stop_point();
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

// Values changed one by one until they stay; those of the start that came lowest.
class Lowest {
 public:
  explicit Lowest(const Rows& rows) : rows_(rows) {}

  void descend_from(std::vector<double> values) {
    for (int round = 0; round < kMostRounds && improve(rows_, values) > kStill; ++round) {
    }
    const double squares = squares_of(values);
    if (!(squares < squares_ - kEqual)) return;
    squares_ = squares;
    values_ = std::move(values);
  }

  [[nodiscard]] std::vector<double> values() && { return std::move(values_); }

 private:
  // Squared differences between ties and products, without the ties' own squares.
  [[nodiscard]] double squares_of(const std::vector<double>& values) const {
    double squares = 0, fourths = 0, together = 0;
    for (std::size_t node = 0; node < values.size(); ++node) {
      const double square = values[node] * values[node];
      squares += square;
      fourths += square * square;
      rows_.for_each(node,
                     [&](std::size_t other, double strength) { together += strength * values[node] * values[other]; });
    }
    return squares * squares - fourths - 2 * together;
  }

  const Rows& rows_;
  std::vector<double> values_;
  double squares_ = std::numeric_limits<double>::infinity();
};

// What a node's ties sum to.
std::vector<double> sums_of(const Rows& rows, std::size_t nodes) {
  std::vector<double> sums(nodes);
  for (std::size_t node = 0; node < nodes; ++node) {
    rows.for_each(node, [&](std::size_t, double strength) { sums[node] += strength; });
  }
  return sums;
}

// Starts from the sums, and from single nodes with those they are tied to.
std::vector<double> least_squares(const Rows& rows, std::size_t nodes) {
  const std::vector<double> sums = sums_of(rows, nodes);
  const double most = nodes == 0 ? 0 : *std::max_element(sums.begin(), sums.end());
  if (!(most > 0)) return std::vector<double>(nodes);
  Lowest lowest(rows);
  std::vector<double> start = sums;
  for (double& value : start) value /= most;
  lowest.descend_from(std::move(start));
  std::vector<std::size_t> centres(nodes);
  std::iota(centres.begin(), centres.end(), std::size_t{0});
  std::stable_sort(centres.begin(), centres.end(), [&](std::size_t a, std::size_t b) { return sums[a] > sums[b]; });
  if (nodes > kEveryNode) centres.resize(kStrongestNodes);
  for (const std::size_t centre : centres) {
    std::vector<double> star(nodes);
    star[centre] = 1;
    rows.for_each(centre, [&](std::size_t other, double strength) { star[other] = strength; });
    lowest.descend_from(std::move(star));
  }
  return std::move(lowest).values();
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
  const detail::Canonical canonical(graph);
  const Rows rows(detail::AdjacentPairs(canonical.graph(), true, true));
  const std::vector<double> values = least_squares(rows, as_size(graph.nodes()));
  Coreness result;
  result.values = canonical.given_order(values);
  const Claim definition{"method.continuous_coreness"};
  const Claim source{"source.continuous_coreness"};
  const std::int64_t pairs = graph.nodes() * (graph.nodes() - 1) / (graph.directed() ? 1 : 2);
  const double fit = fit_of(rows, values);
  result.fit = std::isnan(fit) ? undefined_estimate(definition, source, pairs, {"reason.alike"})
                               : defined_estimate(definition, source, pairs, fit);
  return result;
}

}  // namespace houvast::inline v0_1::graph
