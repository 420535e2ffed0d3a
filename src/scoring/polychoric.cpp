#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/index.hpp"
#include "houvast/base/stop.hpp"
#include "houvast/scoring/reliability.hpp"
#include "scoring/distributions.hpp"
#include "scoring/reliability_support.hpp"
#include "scoring/support.hpp"

namespace houvast::inline v0_1::stats {
using houvast::detail::as_size;
using houvast::detail::at;
namespace {

using detail::Definition;

constexpr Definition kPolychoric{"method.polychoric", "source.olsson_1979"};
constexpr Definition kOrdinalAlpha{"method.ordinal_alpha", "source.ordinal_alpha"};

constexpr double kPi = 3.14159265358979323846;
constexpr int kNodes = 16;

struct Rule {
  std::array<double, kNodes> node{};    // in (-1, 1)
  std::array<double, kNodes> weight{};  // sum 2
};

// Gauss-Legendre nodes: roots of the Legendre polynomial by Newton's method.
Rule gauss_legendre() {
  Rule rule;
  for (int i = 0; i < kNodes; ++i) {
    double x = std::cos(kPi * (i + 0.75) / (kNodes + 0.5)), slope = 1;
    for (int round = 0; round < 100; ++round) {
      double before = 1, value = x;
      for (int degree = 2; degree <= kNodes; ++degree) {
        before = std::exchange(value, ((2 * degree - 1) * x * value - (degree - 1) * before) / degree);
      }
      slope = kNodes * (x * value - before) / (x * x - 1);
      const double step = value / slope;
      x -= step;
      if (std::abs(step) < 1e-16) break;
    }
    at(rule.node, i) = x;
    at(rule.weight, i) = 2 / ((1 - x * x) * slope * slope);
  }
  return rule;
}

// P(X <= h, Y <= k) for standard normals with correlation rho, by integrating over the correlation.
double bivariate_normal(double h, double k, double rho, const Rule& rule) {
  if (std::isinf(h)) return h < 0 ? 0 : detail::normal_cdf(k);
  if (std::isinf(k)) return k < 0 ? 0 : detail::normal_cdf(h);
  constexpr int kPanels = 4;
  const double width = std::asin(rho) / kPanels;
  double sum = 0;
  for (int panel = 0; panel < kPanels; ++panel) {
    for (std::size_t i = 0; i < kNodes; ++i) {
      const double angle = width * (panel + (1 + rule.node[i]) / 2);
      const double sine = std::sin(angle), square = 1 - sine * sine;
      sum += rule.weight[i] * std::exp(-(h * h + k * k - 2 * h * k * sine) / (2 * square));
    }
  }
  return detail::normal_cdf(h) * detail::normal_cdf(k) + sum * width / 2 / (2 * kPi);
}

double bivariate_density(double h, double k, double rho) {
  if (std::isinf(h) || std::isinf(k)) return 0;
  const double square = 1 - rho * rho;
  return std::exp(-(h * h + k * k - 2 * h * k * rho) / (2 * square)) / (2 * kPi * std::sqrt(square));
}

// Contingency table of two items with the thresholds of its margins.
class Table2 {
 public:
  Table2(std::span<const double> x, std::span<const double> y) {
    const std::vector<double> rows = categories(x), columns = categories(y);
    columns_ = columns.size();
    counts_.resize(rows.size() * columns.size());
    for (std::size_t i = 0; i < x.size(); ++i) ++counts_[place(rows, x[i]) * columns_ + place(columns, y[i])];
    std::vector<std::int64_t> row_counts(rows.size()), column_counts(columns.size());
    for (std::size_t cell = 0; cell < counts_.size(); ++cell) {
      row_counts[cell / columns_] += counts_[cell];
      column_counts[cell % columns_] += counts_[cell];
    }
    row_limits_ = limits(row_counts);
    column_limits_ = limits(column_counts);
  }

  [[nodiscard]] bool varies() const { return row_limits_.size() > 2 && column_limits_.size() > 2; }

  [[nodiscard]] double log_likelihood(double rho) const {
    const std::vector<double> cumulative =
        corners([&](double h, double k) { return bivariate_normal(h, k, rho, rule_); });
    double sum = 0;
    for (std::size_t cell = 0; cell < counts_.size(); ++cell) {
      if (counts_[cell] > 0) {
        sum += static_cast<double>(counts_[cell]) * std::log(std::max(difference(cumulative, cell), 1e-18));
      }
    }
    return sum;
  }

  // Derivative of the log likelihood.
  [[nodiscard]] double score(double rho) const {
    const std::vector<double> cumulative =
        corners([&](double h, double k) { return bivariate_normal(h, k, rho, rule_); });
    const std::vector<double> density = corners([&](double h, double k) { return bivariate_density(h, k, rho); });
    double sum = 0;
    for (std::size_t cell = 0; cell < counts_.size(); ++cell) {
      if (counts_[cell] == 0) continue;
      sum += static_cast<double>(counts_[cell]) * difference(density, cell) /
             std::max(difference(cumulative, cell), 1e-18);
    }
    return sum;
  }

 private:
  static std::vector<double> categories(std::span<const double> values) {
    std::vector<double> found(values.begin(), values.end());
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
  }

  static std::size_t place(const std::vector<double>& categories, double value) {
    return as_size(std::lower_bound(categories.begin(), categories.end(), value) - categories.begin());
  }

  static std::vector<double> limits(const std::vector<std::int64_t>& counts) {
    std::int64_t n = 0, below = 0;
    for (const std::int64_t count : counts) n += count;
    std::vector<double> result{-std::numeric_limits<double>::infinity()};
    for (const std::int64_t count : counts) {
      below += count;
      result.push_back(detail::normal_quantile(static_cast<double>(below) / static_cast<double>(n)));
    }
    return result;
  }

  template <class Function>
  [[nodiscard]] std::vector<double> corners(const Function& function) const {
    std::vector<double> result;
    result.reserve(row_limits_.size() * column_limits_.size());
    for (const double h : row_limits_) {
      for (const double k : column_limits_) result.push_back(function(h, k));
    }
    return result;
  }

  [[nodiscard]] double difference(const std::vector<double>& at_corners, std::size_t cell) const {
    const std::size_t line = columns_ + 1;
    const std::size_t corner = cell / columns_ * line + cell % columns_;
    return (at_corners[corner + line + 1] - at_corners[corner + line]) - (at_corners[corner + 1] - at_corners[corner]);
  }

  std::size_t columns_ = 0;
  std::vector<std::int64_t> counts_;  // rows × columns
  std::vector<double> row_limits_;    // from minus to plus infinity
  std::vector<double> column_limits_;
  Rule rule_ = gauss_legendre();
};

// The correlation of the largest likelihood, or nothing when that lies at -1 or 1.
std::optional<double> most_likely(const Table2& table) {
  constexpr std::array<double, 25> kGrid = {-0.999, -0.99, -0.95, -0.9, -0.8, -0.7, -0.6, -0.5, -0.4,
                                            -0.3,   -0.2,  -0.1,  0,    0.1,  0.2,  0.3,  0.4,  0.5,
                                            0.6,    0.7,   0.8,   0.9,  0.95, 0.99, 0.999};
  std::size_t best = 0;
  double largest = -std::numeric_limits<double>::infinity();
  for (std::size_t i = 0; i < kGrid.size(); ++i) {
    const double likelihood = table.log_likelihood(kGrid[i]);
    if (likelihood > largest) {
      largest = likelihood;
      best = i;
    }
  }
  if (best == 0 || best + 1 == kGrid.size()) return std::nullopt;
  double low = kGrid[best - 1], high = kGrid[best + 1];
  for (int round = 0; round < 60 && high - low > 1e-15; ++round) {
    const double middle = (low + high) / 2;
    (table.score(middle) > 0 ? low : high) = middle;
  }
  return (low + high) / 2;
}

void require_whole(std::span<const double> values, const char* subject) {
  detail::require_codes(values, {-1e9, 1e9}, subject);
}

}  // namespace

Estimate polychoric_correlation(std::span<const double> x, std::span<const double> y) {
  detail::require_same_length(static_cast<std::int64_t>(y.size()), static_cast<std::int64_t>(x.size()), "y", "x");
  require_whole(x, "x");
  require_whole(y, "y");
  std::vector<double> of_x, of_y;
  for (std::size_t i = 0; i < x.size(); ++i) {
    if (std::isnan(x[i]) || std::isnan(y[i])) continue;
    of_x.push_back(x[i]);
    of_y.push_back(y[i]);
  }
  const auto n = static_cast<std::int64_t>(of_x.size());
  if (n == 0) return detail::undefined(kPolychoric, 0, {"reason.no_pairs"});
  const Table2 table(of_x, of_y);
  if (!table.varies()) return detail::undefined(kPolychoric, n, {"reason.one_category"});
  const std::optional<double> correlation = most_likely(table);
  if (!correlation) return detail::undefined(kPolychoric, n, {"reason.no_maximum"});
  return detail::estimate_of(kPolychoric, n, *correlation);
}

Estimate ordinal_alpha(const Items& items, const ReliabilityOptions& options) {
  const ItemMoments moments = item_moments(items, options);
  require_whole(items.values, "items");
  const detail::Options used = detail::options_of(options);
  if (moments.items < 2) {
    return detail::undefined(kOrdinalAlpha, moments.respondents, {"reason.too_few_items"}, used);
  }
  std::optional<Claim> reason = detail::too_few_answers(moments);
  if (reason) return detail::undefined(kOrdinalAlpha, moments.respondents, *std::move(reason), used);
  const std::vector<bool> turned = detail::reversed_items(items.items, options.reverse, options.bounds);
  std::vector<std::vector<double>> columns(as_size(items.items));
  for (std::int64_t row = 0; row < items.rows(); ++row) {
    bool complete = true;
    for (std::int64_t i = 0; i < items.items; ++i) complete = complete && !std::isnan(items.at(row, i));
    if (!complete && options.missing == Missing::kListwise) continue;
    for (std::size_t i = 0; i < columns.size(); ++i) {
      columns[i].push_back(items.at(row, static_cast<std::int64_t>(i)) * (turned[i] ? -1 : 1));
    }
  }
  double sum = 0;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      stop_point();
      const Estimate pair = polychoric_correlation(columns[i], columns[j]);
      if (!pair.defined()) {
        return detail::undefined(kOrdinalAlpha, moments.respondents,
                                 {"reason.pair_of_items", {{"first", j}, {"second", i}, {"why", pair.reason}}}, used);
      }
      sum += pair.value;
    }
  }
  const auto k = static_cast<double>(items.items);
  const double mean = sum / (k * (k - 1) / 2);
  const std::optional<double> alpha = detail::alpha_of_mean_correlation(mean, items.items);
  if (!alpha) return detail::undefined(kOrdinalAlpha, moments.respondents, {detail::kOpposedItems}, used);
  Estimate result = detail::estimate_of(kOrdinalAlpha, moments.respondents, *alpha, used);
  result.details = {{"items", k}, {"mean_inter_item_correlation", mean}};
  return result;
}

}  // namespace houvast::inline v0_1::stats
