#include "houvast/scoring/ordered_logit.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "base/index.hpp"
#include "houvast/base/stop.hpp"
#include "scoring/cholesky.hpp"
#include "scoring/support.hpp"

namespace houvast::inline v0_1::stats {
using houvast::detail::as_size;
using houvast::detail::at;
namespace {

constexpr int kSteps = 100;
constexpr std::size_t kManyRows = 5'000;  // from here on equal rows are counted
constexpr double kFar = 25;               // log odds that no answers can support

// A symmetric matrix as its Cholesky factor.
class CholeskyFactor {
 public:
  /// @return whether the matrix is positive definite
  bool take(std::vector<double> matrix, std::size_t size) {
    lower_ = std::move(matrix);
    size_ = size;
    return houvast::detail::to_cholesky_factor(lower_, size, [](std::size_t) { return 1e-12; });
  }

  [[nodiscard]] std::vector<double> solve(std::vector<double> right) const {
    for (std::size_t i = 0; i < size_; ++i) {
      for (std::size_t k = 0; k < i; ++k) right[i] -= lower_[i * size_ + k] * right[k];
      right[i] /= lower_[i * size_ + i];
    }
    for (std::size_t i = size_; i-- > 0;) {
      for (std::size_t k = i + 1; k < size_; ++k) right[i] -= lower_[k * size_ + i] * right[k];
      right[i] /= lower_[i * size_ + i];
    }
    return right;
  }

 private:
  std::vector<double> lower_;
  std::size_t size_ = 0;
};

double logistic(double x) {
  return x >= 0 ? 1 / (1 + std::exp(-x)) : std::exp(x) / (1 + std::exp(x));
}

// The rows that count, with predictors around their mean and in units of their spread.
struct Rows {
  std::vector<std::size_t> category;
  std::vector<double> predictors;
  std::vector<double> times;  // that a row is there
  std::vector<double> mean, spread;
  std::size_t categories = 0, width = 0;

  [[nodiscard]] std::size_t size() const { return category.size(); }
};

void standardize(Rows& rows) {
  for (std::size_t p = 0; p < rows.width; ++p) {
    double sum = 0, squares = 0;
    for (std::size_t i = 0; i < rows.size(); ++i) sum += rows.predictors[i * rows.width + p];
    const double mean = sum / static_cast<double>(rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
      const double off = rows.predictors[i * rows.width + p] - mean;
      squares += off * off;
    }
    const double spread = std::sqrt(squares / static_cast<double>(rows.size()));
    for (std::size_t i = 0; i < rows.size(); ++i) {
      double& value = rows.predictors[i * rows.width + p];
      value = spread > 0 ? (value - mean) / spread : 0;
    }
    rows.mean.push_back(mean);
    rows.spread.push_back(spread);
  }
}

// Every row once, with how often it is there.
void count_equal(Rows& rows) {
  const auto row = [&](std::size_t i) { return std::span(rows.predictors).subspan(i * rows.width, rows.width); };
  const auto before = [&](std::size_t a, std::size_t b) {
    if (rows.category[a] != rows.category[b]) return rows.category[a] < rows.category[b];
    return std::lexicographical_compare(row(a).begin(), row(a).end(), row(b).begin(), row(b).end());
  };
  std::vector<std::size_t> order(rows.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(), before);
  std::vector<std::size_t> category;
  std::vector<double> predictors, times;
  for (std::size_t k = 0; k < order.size(); ++k) {
    if (k == 0 || before(order[k - 1], order[k])) {
      category.push_back(rows.category[order[k]]);
      predictors.insert(predictors.end(), row(order[k]).begin(), row(order[k]).end());
      times.push_back(0);
    }
    ++times.back();
  }
  rows.category = std::move(category);
  rows.predictors = std::move(predictors);
  rows.times = std::move(times);
}

Rows rows_of(std::span<const double> answers, const Items& predictors) {
  Rows rows;
  rows.width = as_size(predictors.items);
  std::vector<double> codes;
  for (std::size_t i = 0; i < answers.size(); ++i) {
    const auto row = predictors.values.subspan(i * rows.width, rows.width);
    if (std::isnan(answers[i]) || std::any_of(row.begin(), row.end(), [](double x) { return std::isnan(x); })) continue;
    codes.push_back(answers[i]);
    rows.predictors.insert(rows.predictors.end(), row.begin(), row.end());
  }
  std::vector<double> used = codes;
  std::sort(used.begin(), used.end());
  used.erase(std::unique(used.begin(), used.end()), used.end());
  rows.categories = used.size();
  for (const double code : codes) {
    rows.category.push_back(as_size(std::lower_bound(used.begin(), used.end(), code) - used.begin()));
  }
  standardize(rows);
  rows.times.assign(rows.size(), 1.0);
  if (rows.size() >= kManyRows) count_equal(rows);
  return rows;
}

// The chance of an answer between two thresholds, and its log's derivatives by these two.
struct Between {
  double chance = 0, by_upper = 0, by_lower = 0, twice_upper = 0, twice_lower = 0, both = 0;

  // `upper` and `lower` are the chances below each threshold. The second derivatives come with a minus.
  Between(double upper, double lower) : chance(upper - lower) {
    const double up = upper * (1 - upper), low = lower * (1 - lower);
    by_upper = up / chance;
    by_lower = -low / chance;
    both = -up * low / (chance * chance);
    twice_upper = by_upper * by_upper - up * (1 - 2 * upper) / chance;
    twice_lower = by_lower * by_lower + low * (1 - 2 * lower) / chance;
  }
};

// Thresholds first, then coefficients.
struct Slope {
  double log_likelihood = 0;
  std::vector<double> gradient, information;
};

class Likelihood {
 public:
  explicit Likelihood(const Rows& rows) : rows_(rows), cuts_(rows.categories - 1), size_(cuts_ + rows.width) {}

  [[nodiscard]] std::size_t size() const { return size_; }

  /// Without predictors the thresholds are the logits of the shares.
  [[nodiscard]] std::vector<double> start() const {
    std::vector<double> at(size_);
    std::vector<double> count(rows_.categories);
    for (std::size_t i = 0; i < rows_.size(); ++i) count[rows_.category[i]] += rows_.times[i];
    const double all = std::accumulate(count.begin(), count.end(), 0.0);
    double below = 0;
    for (std::size_t c = 0; c < cuts_; ++c) {
      below += count[c];
      at[c] = std::log(below / (all - below));
    }
    return at;
  }

  [[nodiscard]] Slope at(const std::vector<double>& where) const {
    Slope slope{0, std::vector<double>(size_), std::vector<double>(size_ * size_)};
    for (std::size_t i = 0; i < rows_.size(); ++i) add(where, i, slope);
    return slope;
  }

 private:
  // One answer between two thresholds; their derivatives by every parameter are known up to two factors.
  void add(const std::vector<double>& where, std::size_t i, Slope& slope) const {
    const std::size_t category = rows_.category[i];
    const double times = rows_.times[i];
    const double* const x = rows_.predictors.data() + i * rows_.width;
    double linear = 0;
    for (std::size_t p = 0; p < rows_.width; ++p) linear += where[cuts_ + p] * x[p];
    const bool has_upper = category < cuts_;
    const bool has_lower = category > 0;
    const double upper = has_upper ? logistic(where[category] - linear) : 1;
    const double lower = has_lower ? logistic(where[category - 1] - linear) : 0;
    const Between between(upper, lower);
    if (!(between.chance > 0)) {
      slope.log_likelihood = -std::numeric_limits<double>::infinity();
      return;
    }
    slope.log_likelihood += times * std::log(between.chance);
    // How a threshold, where there is one, moves with a parameter beside the linear part.
    const auto moved = [&](bool there, std::size_t threshold, std::size_t k) {
      if (!there) return 0.0;
      if (k >= cuts_) return -x[k - cuts_];
      return k == threshold ? 1.0 : 0.0;
    };
    for (std::size_t k = 0; k < size_; ++k) {
      const double u = moved(has_upper, category, k), l = moved(has_lower, category - 1, k);
      if (u == 0 && l == 0) continue;
      slope.gradient[k] += times * (between.by_upper * u + between.by_lower * l);
      for (std::size_t m = 0; m <= k; ++m) {
        const double v = moved(has_upper, category, m), w = moved(has_lower, category - 1, m);
        const double part =
            times * (between.twice_upper * u * v + between.twice_lower * l * w + between.both * (u * w + l * v));
        slope.information[k * size_ + m] += part;
        if (m < k) slope.information[m * size_ + k] += part;
      }
    }
  }

  const Rows& rows_;
  std::size_t cuts_, size_;
};

// Newton's steps, halved where they would lead down.
std::optional<std::vector<double>> climb(const Likelihood& likelihood, CholeskyFactor& factor) {
  std::vector<double> at = likelihood.start();
  Slope slope = likelihood.at(at);
  for (int step = 0; step < kSteps; ++step) {
    stop_point();
    if (!factor.take(slope.information, likelihood.size())) return std::nullopt;
    const std::vector<double> move = factor.solve(slope.gradient);
    double size = 1;
    std::vector<double> next(at.size());
    Slope there;
    do {
      for (std::size_t k = 0; k < at.size(); ++k) next[k] = at[k] + size * move[k];
      there = likelihood.at(next);
      size /= 2;
    } while (!(there.log_likelihood >= slope.log_likelihood - 1e-9) && size > 1e-6);
    double moved = 0;
    for (std::size_t k = 0; k < at.size(); ++k) {
      moved = std::max(moved, std::abs(next[k] - at[k]));
      if (std::abs(next[k]) > kFar) return std::nullopt;
    }
    at = next;
    slope = std::move(there);
    if (moved < 1e-10) break;
  }
  if (!factor.take(slope.information, likelihood.size())) return std::nullopt;
  return at;
}

}  // namespace

std::optional<OrderedLogit> ordered_logit(std::span<const double> answers, const Items& predictors) {
  detail::require_items(predictors);
  detail::require_finite(answers, "answers");
  detail::require_same_length(std::ssize(answers), predictors.items == 0 ? std::ssize(answers) : predictors.rows(),
                              "answers", "predictors");
  const Rows rows = rows_of(answers, predictors);
  const bool is_constant =
      std::any_of(rows.spread.begin(), rows.spread.end(), [](double spread) { return !(spread > 0); });
  if (rows.categories < 2 || is_constant) return std::nullopt;
  const Likelihood likelihood(rows);
  CholeskyFactor factor;
  const std::optional<std::vector<double>> best = climb(likelihood, factor);
  if (!best) return std::nullopt;
  OrderedLogit result;
  const std::size_t cuts = rows.categories - 1;
  double moved = 0;
  for (std::size_t p = 0; p < rows.width; ++p) {
    result.coefficients.push_back((*best)[cuts + p] / rows.spread[p]);
    moved += result.coefficients[p] * rows.mean[p];
    std::vector<double> unit(cuts + rows.width);
    unit[cuts + p] = 1;
    result.standard_errors.push_back(std::sqrt(factor.solve(unit)[cuts + p]) / rows.spread[p]);
  }
  for (std::size_t c = 0; c < cuts; ++c) result.thresholds.push_back((*best)[c] + moved);
  result.log_likelihood = likelihood.at(*best).log_likelihood;
  result.n = std::llround(std::accumulate(rows.times.begin(), rows.times.end(), 0.0));
  return result;
}

}  // namespace houvast::inline v0_1::stats
