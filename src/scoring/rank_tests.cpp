#include <algorithm>
#include <cmath>
#include <cstdint>
#include <numeric>
#include <string>
#include <vector>

#include "houvast/base/choice.hpp"
#include "houvast/scoring/contrast.hpp"
#include "houvast/scoring/intervals.hpp"
#include "scoring/distributions.hpp"
#include "scoring/pairs.hpp"
#include "scoring/ranks.hpp"
#include "scoring/support.hpp"

namespace houvast::inline v0_1::stats {

namespace detail {

std::vector<double> differences_of(std::span<const double> x, std::span<const double> y) {
  require_same_length(static_cast<std::int64_t>(y.size()), static_cast<std::int64_t>(x.size()), "y", "x");
  require_finite(x, "x");
  require_finite(y, "y");
  std::vector<double> differences;
  for (std::size_t i = 0; i < x.size(); ++i) {
    if (!std::isnan(x[i]) && !std::isnan(y[i])) differences.push_back(x[i] - y[i]);
  }
  return differences;
}

}  // namespace detail

namespace {

using detail::Definition;

constexpr Definition kMannWhitney{"method.mann_whitney", "source.mann_whitney_1947"};
constexpr Definition kWilcoxon{"method.wilcoxon", "source.wilcoxon_1945"};
constexpr Definition kSign{"method.sign_test", "source.dixon_mood_1946"};

constexpr std::int64_t kAutoExact = 50;

bool wants_exact(TestMethod method, std::int64_t n) {
  return method == TestMethod::kExact || (method == TestMethod::kAuto && n <= kAutoExact);
}

const char* name_of(Alternative alternative) {
  if (alternative == Alternative::kLess) return "less";
  return alternative == Alternative::kGreater ? "greater" : "two-sided";
}

const char* name_of(ZeroMethod method) {
  if (method == ZeroMethod::kPratt) return "pratt";
  return method == ZeroMethod::kZsplit ? "zsplit" : "wilcox";
}

Claim method_line(const Definition& definition, bool exact, bool continuity) {
  const char* const how = exact ? "exact" : continuity ? "continuity" : "normal";
  return detail::cited({"method.rank_test", {{"test", Claim{definition.name}}, {"how", how}}}, definition);
}

// P of a normal approximation; `distance` is statistic minus mean, and `step` moves it towards the mean.
struct Normal {
  double z = 0;
  double p = 1;
};

Normal normal_p(double distance, double sd, double step, Alternative alternative) {
  Normal result;
  if (alternative == Alternative::kGreater) {
    result.z = (distance - step) / sd;
    result.p = detail::normal_sf(result.z);
  } else if (alternative == Alternative::kLess) {
    result.z = (distance + step) / sd;
    result.p = detail::normal_cdf(result.z);
  } else {
    const double sign = distance == 0 ? 0 : std::copysign(1.0, distance);
    result.z = (distance - sign * step) / sd;
    result.p = std::min(1.0, 2 * detail::normal_sf(std::abs(result.z)));
  }
  return result;
}

}  // namespace

ZeroMethod zero_method_of(std::string_view name) {
  return choose<ZeroMethod>(
      argument("zero_method"), name,
      {{"wilcox", ZeroMethod::kWilcox}, {"pratt", ZeroMethod::kPratt}, {"zsplit", ZeroMethod::kZsplit}});
}

Estimate mann_whitney(std::span<const double> x, std::span<const double> y, const MannWhitneyOptions& options) {
  detail::require_finite(x, "x");
  detail::require_finite(y, "y");
  std::vector<double> all = detail::present(x);
  const auto n_x = static_cast<std::int64_t>(all.size());
  const std::vector<double> others = detail::present(y);
  const auto n_y = static_cast<std::int64_t>(others.size());
  all.insert(all.end(), others.begin(), others.end());
  const std::int64_t n = n_x + n_y;
  const bool exact = wants_exact(options.method, n);
  const detail::Options used{{"alternative", name_of(options.alternative)},
                             {"method", exact ? "exact" : "asymptotic"},
                             {"continuity", options.continuity && !exact ? "true" : "false"}};
  if (n_x == 0 || n_y == 0) return detail::undefined(kMannWhitney, n, {"reason.one_without_answers"}, used);
  detail::Ranks ranks = detail::ranks_of(all);
  const std::int64_t doubled_sum = std::accumulate(ranks.doubled.begin(), ranks.doubled.begin() + n_x, std::int64_t{0});
  const double size_x = static_cast<double>(n_x), size_y = static_cast<double>(n_y), size = static_cast<double>(n);
  const double u = static_cast<double>(doubled_sum - n_x * (n_x + 1)) / 2;
  Estimate result = detail::estimate_of(kMannWhitney, n, u, used);
  result.method = method_line(kMannWhitney, exact, options.continuity);
  result.details = {{"n_x", size_x},
                    {"n_y", size_y},
                    {"u_y", size_x * size_y - u},
                    {"probability_superiority", u / (size_x * size_y)},
                    {"exact", exact ? 1.0 : 0.0}};
  if (exact) {
    // The smaller group's sum says the same with less work; without ties whole ranks do.
    const std::int64_t unit = ranks.ties ? 1 : 2;
    for (std::int64_t& rank : ranks.doubled) rank /= unit;
    const bool by_x = n_x <= n_y;
    const std::int64_t total = std::accumulate(ranks.doubled.begin(), ranks.doubled.end(), std::int64_t{0});
    const std::int64_t sum = by_x ? doubled_sum / unit : total - doubled_sum / unit;
    detail::Tails tails = detail::chosen_sum_tails(ranks.doubled, std::min(n_x, n_y), sum);
    if (!by_x) std::swap(tails.at_most, tails.at_least);
    result.p_value = tails.p_value(options.alternative);
    return result;
  }
  const double variance = size_x * size_y / 12 * (size + 1 - ranks.tie_sum / (size * (size - 1)));
  if (!(variance > 0)) {
    result.p_value = 1;  // all answers are the same: every arrangement gives this U
    return result;
  }
  const double step = options.continuity ? 0.5 : 0;
  const Normal normal = normal_p(u - size_x * size_y / 2, std::sqrt(variance), step, options.alternative);
  result.p_value = normal.p;
  result.details["z"] = normal.z;
  return result;
}

Estimate wilcoxon_signed_rank(std::span<const double> x, std::span<const double> y, const WilcoxonOptions& options) {
  return wilcoxon_signed_rank(detail::differences_of(x, y), options);
}

Estimate wilcoxon_signed_rank(std::span<const double> differences, const WilcoxonOptions& options) {
  detail::require_finite(differences, "differences");
  const std::vector<double> pairs = detail::present(differences);
  std::vector<double> ranked, magnitude;
  std::int64_t positive = 0, negative = 0;
  for (const double difference : pairs) {
    positive += difference > 0;
    negative += difference < 0;
    if (difference == 0 && options.zero_method == ZeroMethod::kWilcox) continue;
    ranked.push_back(difference);
    magnitude.push_back(std::abs(difference));
  }
  const auto n = static_cast<std::int64_t>(pairs.size());
  const auto count = static_cast<std::int64_t>(ranked.size());
  const std::int64_t zero = n - positive - negative;
  const bool exact = wants_exact(options.method, count);
  const detail::Options used{{"zero_method", name_of(options.zero_method)},
                             {"alternative", name_of(options.alternative)},
                             {"method", exact ? "exact" : "asymptotic"},
                             {"continuity", options.continuity && !exact ? "true" : "false"}};
  if (n == 0) return detail::undefined(kWilcoxon, 0, {"reason.no_pairs"}, used);
  if (zero == n) return detail::undefined(kWilcoxon, n, {"reason.no_differences"}, used);
  if (exact && count > detail::kMostExact) {
    detail::fail("HV-302", argument("method"), "exact", {"problem.expected.approximate_for_pairs"});
  }
  const detail::Ranks ranks = detail::ranks_of(magnitude);
  // Four times the rank sums, so that halves of midranks stay whole.
  std::int64_t plus = 0, minus = 0, split = 0;
  std::vector<std::int64_t> moving;
  for (std::size_t i = 0; i < ranked.size(); ++i) {
    if (ranked[i] == 0) {
      if (options.zero_method == ZeroMethod::kZsplit) split += ranks.doubled[i];
      continue;
    }
    (ranked[i] > 0 ? plus : minus) += ranks.doubled[i];
    moving.push_back(ranks.doubled[i]);
  }
  const double w_plus = static_cast<double>(2 * plus + split) / 4;
  const double w_minus = static_cast<double>(2 * minus + split) / 4;
  Estimate result = detail::estimate_of(kWilcoxon, n, w_plus, used);
  result.method = method_line(kWilcoxon, exact, options.continuity);
  result.details = {{"w_plus", w_plus},
                    {"w_minus", w_minus},
                    {"positive", static_cast<double>(positive)},
                    {"negative", static_cast<double>(negative)},
                    {"zero", static_cast<double>(zero)},
                    {"rank_biserial", (w_plus - w_minus) / (w_plus + w_minus)},
                    {"exact", exact ? 1.0 : 0.0}};
  if (exact) {
    result.p_value = detail::signed_sum_tails(moving, plus).p_value(options.alternative);
    return result;
  }
  const auto size = static_cast<double>(count);
  double mean = size * (size + 1) / 4;
  double variance = size * (size + 1) * (2 * size + 1);
  double tie_sum = ranks.tie_sum;
  if (options.zero_method == ZeroMethod::kPratt) {
    const auto zeros = static_cast<double>(zero);
    mean -= zeros * (zeros + 1) / 4;
    variance -= zeros * (zeros + 1) * (2 * zeros + 1);
    tie_sum -= zeros * zeros * zeros - zeros;
  }
  const double sd = std::sqrt((variance - tie_sum / 2) / 24);
  const Normal normal = normal_p(w_plus - mean, sd, options.continuity ? 0.5 : 0, options.alternative);
  result.p_value = normal.p;
  result.details["z"] = normal.z;
  return result;
}

Estimate sign_test(std::span<const double> x, std::span<const double> y, Alternative alternative, double level) {
  detail::require_level(level);
  const std::vector<double> differences = detail::differences_of(x, y);
  const auto positive = std::count_if(differences.begin(), differences.end(), [](double d) { return d > 0; });
  const auto negative = std::count_if(differences.begin(), differences.end(), [](double d) { return d < 0; });
  const auto n = static_cast<std::int64_t>(differences.size());
  const std::int64_t moved = positive + negative;
  const detail::Options used{{"alternative", name_of(alternative)}, {"level", detail::text_of(level)}};
  if (n == 0) return detail::undefined(kSign, 0, {"reason.no_pairs"}, used);
  if (moved == 0) return detail::undefined(kSign, n, {"reason.no_differences"}, used);
  const Estimate share = wilson_interval(positive, moved, level);
  Estimate result = detail::estimate_of(kSign, n, share.value, used);
  result.interval = share.interval;
  // Symmetric: P(X >= k) of k ups is P(X <= k) of k downs.
  const detail::Tails tails{detail::binomial_cdf(positive, moved, 0.5), detail::binomial_cdf(negative, moved, 0.5)};
  result.p_value = tails.p_value(alternative);
  result.details = {{"positive", static_cast<double>(positive)},
                    {"negative", static_cast<double>(negative)},
                    {"zero", static_cast<double>(n - moved)}};
  return result;
}

}  // namespace houvast::inline v0_1::stats
