#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <numeric>
#include <string>
#include <utility>
#include <vector>

#include "houvast/base/choice.hpp"
#include "houvast/scoring/contrast.hpp"
#include "scoring/distributions.hpp"
#include "scoring/pairs.hpp"
#include "scoring/support.hpp"

namespace houvast::inline v0_1::stats {
namespace {

using detail::Definition;

constexpr Definition kCliff{"method.cliffs_delta", "source.cliffs_delta"};
constexpr Definition kResponseMean{"method.standardized_response_mean", "source.standardized_response_mean"};
constexpr Definition kReliableChange{"method.reliable_change", "source.jacobson_truax_1991"};

// For each value: how many of the others lie below it minus how many lie above it. `others` is sorted.
std::vector<double> dominance(const std::vector<double>& values, const std::vector<double>& others) {
  std::vector<double> result;
  result.reserve(values.size());
  for (const double value : values) {
    const auto [first, last] = std::equal_range(others.begin(), others.end(), value);
    result.push_back(static_cast<double>((first - others.begin()) - (others.end() - last)));
  }
  return result;
}

// Variance of the rows of the dominance matrix around delta.
double row_variance(const std::vector<double>& rows, double others, double delta) {
  double sum = 0;
  for (const double row : rows) sum += (row / others - delta) * (row / others - delta);
  return sum / static_cast<double>(rows.size() - 1);
}

Interval cliff_interval(double delta, double variance, double smaller_n, double critical, double level) {
  const double square = critical * critical;
  if (std::abs(delta) == 1) {
    const double inner = (smaller_n - square) / (smaller_n + square);
    return delta > 0 ? Interval{inner, 1, level} : Interval{-1, -inner, level};
  }
  const double rest = 1 - delta * delta;
  const double half = critical * std::sqrt(variance) * std::sqrt(rest * rest + square * variance);
  const double scale = rest + square * variance;
  return {std::max(-1.0, (delta * rest - half) / scale), std::min(1.0, (delta * rest + half) / scale), level};
}

// The noncentrality for which P(T <= t) is `p`; P falls as it grows.
double noncentrality_at(double t, double df, double p) {
  // Far out t varies by its denominator; the unit variance of its numerator is added to that in quadrature.
  constexpr double kFar = 5000;
  if (std::abs(t) > kFar) {
    const double by_denominator = std::sqrt(detail::chi_squared_quantile(t > 0 ? 1 - p : p, df) / df) - 1;
    return t + t * by_denominator * std::sqrt(1 + 2 * df / (t * t));
  }
  double low = t - 1, high = t + 1;
  while (detail::noncentral_t_cdf(t, df, low) < p) low -= std::max(1.0, std::abs(low));
  while (detail::noncentral_t_cdf(t, df, high) > p) high += std::max(1.0, std::abs(high));
  for (int round = 0; round < 200 && high - low > 1e-13 * std::max(1.0, std::abs(low)); ++round) {
    const double middle = (low + high) / 2;
    (detail::noncentral_t_cdf(t, df, middle) > p ? low : high) = middle;
  }
  return (low + high) / 2;
}

}  // namespace

CriticalValue critical_value_of(std::string_view name) {
  return choose<CriticalValue>(argument("critical_value"), name,
                               {{"t", CriticalValue::kStudentT}, {"normal", CriticalValue::kNormal}});
}

Estimate cliffs_delta(std::span<const double> x, std::span<const double> y, const CliffsDeltaOptions& options) {
  detail::require_level(options.level);
  detail::require_finite(x, "x");
  detail::require_finite(y, "y");
  std::vector<double> of_x = detail::present(x), of_y = detail::present(y);
  std::sort(of_x.begin(), of_x.end());
  std::sort(of_y.begin(), of_y.end());
  const bool student = options.critical_value == CriticalValue::kStudentT;
  const detail::Options used{{"level", detail::text_of(options.level)}, {"critical_value", student ? "t" : "normal"}};
  const auto n = static_cast<std::int64_t>(of_x.size() + of_y.size());
  if (of_x.empty() || of_y.empty()) return detail::undefined(kCliff, n, {"reason.one_without_answers"}, used);
  const auto n_x = static_cast<double>(of_x.size());
  const auto n_y = static_cast<double>(of_y.size());
  const std::vector<double> rows = dominance(of_x, of_y), columns = dominance(of_y, of_x);
  const double difference = std::accumulate(rows.begin(), rows.end(), 0.0);  // above minus below, whole
  double equal = 0;
  for (const double value : of_x) {
    const auto [first, last] = std::equal_range(of_y.begin(), of_y.end(), value);
    equal += static_cast<double>(last - first);
  }
  const double pairs = n_x * n_y;
  const double delta = difference / pairs;
  Estimate result = detail::estimate_of(kCliff, n, delta, used);
  result.details = {{"n_x", n_x},
                    {"n_y", n_y},
                    {"above", (pairs - equal + difference) / 2},
                    {"equal", equal},
                    {"below", (pairs - equal - difference) / 2}};
  if (of_x.size() < 2 || of_y.size() < 2) return result;
  const double all = (pairs - equal - pairs * delta * delta) / ((n_x - 1) * (n_y - 1));
  const double variance =
      ((n_y - 1) * row_variance(rows, n_y, delta) + (n_x - 1) * row_variance(columns, n_x, -delta) + all) / pairs;
  const double upper = 0.5 + options.level / 2;
  const double critical = student ? detail::t_quantile(upper, n_x + n_y - 2) : detail::normal_quantile(upper);
  result.details["variance"] = variance;
  result.interval = cliff_interval(delta, variance, std::min(n_x, n_y), critical, options.level);
  return result;
}

Estimate standardized_response_mean(std::span<const double> before, std::span<const double> after, double level) {
  detail::require_level(level);
  const std::vector<double> changes = detail::differences_of(after, before);
  const auto n = static_cast<std::int64_t>(changes.size());
  const detail::Options used{{"level", detail::text_of(level)}};
  if (n < 2) return detail::undefined(kResponseMean, n, {"reason.one_pair"}, used);
  const auto size = static_cast<double>(n);
  const double mean = detail::exact_sum(changes) / size;
  double squares = 0;
  for (const double change : changes) squares += (change - mean) * (change - mean);
  const bool alike = std::all_of(changes.begin(), changes.end(), [&](double c) { return c == changes.front(); });
  if (alike) return detail::undefined(kResponseMean, n, {"reason.same_change"}, used);
  const double sd = std::sqrt(squares / (size - 1));
  const double value = mean / sd;
  if (!std::isfinite(value)) return detail::undefined(kResponseMean, n, {"reason.changes_too_large"}, used);
  Estimate result = detail::estimate_of(kResponseMean, n, value, used);
  const double t = value * std::sqrt(size);
  const double tail = (1 - level) / 2;
  result.interval = {noncentrality_at(t, size - 1, 1 - tail) / std::sqrt(size),
                     noncentrality_at(t, size - 1, tail) / std::sqrt(size), level};
  result.details = {{"mean_change", mean}, {"sd_change", sd}};
  return result;
}

Table reliable_change_index(std::span<const double> before, std::span<const double> after,
                            const ReliableChangeOptions& options) {
  detail::require_level(options.level);
  detail::require_same_length(static_cast<std::int64_t>(after.size()), static_cast<std::int64_t>(before.size()),
                              "after", "before");
  detail::require_finite(before, "before");
  detail::require_finite(after, "after");
  if (!(options.reliability >= 0 && options.reliability < 1)) {
    detail::fail("HV-302", argument("reliability"), detail::text_of(options.reliability), {"problem.expected.below_1"});
  }
  double sd = options.sd.value_or(0);
  if (options.sd && (!(sd > 0) || std::isinf(sd)))
    detail::fail("HV-302", argument("sd"), detail::text_of(sd), {"problem.expected.more_than_0"});
  if (!options.sd) {
    const std::vector<double> start = detail::present(before);
    const auto size = static_cast<double>(start.size());
    const double mean = start.empty() ? 0 : detail::exact_sum(start) / size;
    double squares = 0;
    for (const double value : start) squares += (value - mean) * (value - mean);
    if (start.size() < 2 || !(squares > 0)) {
      detail::fail("HV-305", argument("before"), Claim{"problem.value.answers", {{"n", start.size()}}},
                   {"problem.expected.two_different"});
    }
    sd = std::sqrt(squares / (size - 1));
  }
  const double error = sd * std::sqrt(2 * (1 - options.reliability));
  const double limit = detail::two_sided_z(options.level);
  ColumnBuilder<double> change("change", {"column.score_change"});
  ColumnBuilder<double> index("rci", {"column.reliable_change"});
  ColumnBuilder<std::string> outcome("outcome", {"column.change_outcome"});
  for (std::size_t i = 0; i < before.size(); ++i) {
    const double difference = after[i] - before[i];
    if (std::isnan(difference)) {
      change.push_missing();
      index.push_missing();
      outcome.push_missing();
      continue;
    }
    change.push(difference);
    index.push(difference / error);
    const double gain = options.higher_is_better ? difference / error : -difference / error;
    outcome.push(std::string(gain > limit ? "better" : gain < -limit ? "worse" : "same"));
  }
  return {{"title.reliable_change"},
          {std::move(change).build(), std::move(index).build(), std::move(outcome).build()},
          detail::provenance_of(kReliableChange, {{"reliability", detail::text_of(options.reliability)},
                                                  {"sd", detail::text_of(sd)},
                                                  {"standard_error", detail::text_of(error)},
                                                  {"limit", detail::text_of(limit)},
                                                  {"level", detail::text_of(options.level)},
                                                  {"higher_is_better", options.higher_is_better ? "true" : "false"}})};
}

std::vector<double> benjamini_hochberg(std::span<const double> p_values) {
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < p_values.size(); ++i) {
    if (std::isnan(p_values[i])) continue;
    if (p_values[i] < 0 || p_values[i] > 1) {
      detail::fail("HV-302", argument("p_values"), detail::text_of(p_values[i]), {"problem.expected.probability"});
    }
    order.push_back(i);
  }
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return p_values[a] > p_values[b]; });
  std::vector<double> adjusted(p_values.size(), std::numeric_limits<double>::quiet_NaN());
  double smallest = 1;
  for (std::size_t i = 0; i < order.size(); ++i) {
    const auto rank = static_cast<double>(order.size() - i);
    smallest = std::min(smallest, p_values[order[i]] * static_cast<double>(order.size()) / rank);
    adjusted[order[i]] = smallest;
  }
  return adjusted;
}

}  // namespace houvast::inline v0_1::stats
