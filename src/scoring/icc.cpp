#include <cmath>
#include <cstdint>
#include <string>
#include <vector>

#include "base/index.hpp"
#include "houvast/scoring/agreement.hpp"
#include "scoring/distributions.hpp"
#include "scoring/support.hpp"

namespace houvast::inline v0_1::stats {
using houvast::detail::at;
namespace {

using detail::Definition;

constexpr Definition kIcc{"method.icc", "source.icc"};
constexpr Definition kDesignEffect{"method.design_effect", "source.design_effect"};

// One-way analysis of variance over the groups that have answers.
struct OneWay {
  std::int64_t n = 0;
  std::int64_t groups = 0;
  double between = 0;             // mean square
  double within = 0;              // mean square
  double size = 0;                // mean group size
  double weighted_size = 0;       // sum of squared sizes over n
  std::optional<Claim> reason{};  // why there is no ICC

  [[nodiscard]] double icc1() const { return (between - within) / (between + (size - 1) * within); }
  [[nodiscard]] double design_effect() const { return 1 + (weighted_size - 1) * icc1(); }
};

OneWay one_way(std::span<const double> values, const Grouping& groups) {
  detail::require_finite(values, "values");
  detail::require_groups(groups, static_cast<std::int64_t>(values.size()));
  OneWay result;
  std::vector<std::vector<double>> answers(groups.labels.size());
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (groups.codes[i] >= 0 && !std::isnan(values[i])) {
      at(answers, groups.codes[i]).push_back(values[i]);
    }
  }
  std::vector<double> all;
  double squared_sizes = 0;
  for (const auto& group : answers) {
    all.insert(all.end(), group.begin(), group.end());
    result.groups += !group.empty();
    squared_sizes += static_cast<double>(group.size()) * static_cast<double>(group.size());
  }
  result.n = static_cast<std::int64_t>(all.size());
  if (result.n == 0) result.reason = Claim{"reason.no_answers"};
  if (result.n > 0 && result.groups < 2) result.reason = Claim{"reason.one_group"};
  if (result.groups >= 2 && result.groups == result.n) result.reason = Claim{"reason.groups_of_one"};
  if (result.reason) return result;
  const auto size = static_cast<double>(result.n);
  const double grand = detail::exact_sum(all) / size;
  double between = 0, within = 0;
  bool all_equal_within = true;
  for (const auto& group : answers) {
    if (group.empty()) continue;
    const double mean = detail::exact_sum(group) / static_cast<double>(group.size());
    between += static_cast<double>(group.size()) * (mean - grand) * (mean - grand);
    for (const double value : group) {
      within += (value - mean) * (value - mean);
      all_equal_within = all_equal_within && value == group.front();
    }
  }
  bool all_equal = true;
  for (const double value : all) all_equal = all_equal && value == all.front();
  if (all_equal) {
    result.reason = Claim{"reason.no_variance"};
    return result;
  }
  if (all_equal_within) within = 0;
  result.between = between / static_cast<double>(result.groups - 1);
  result.within = within / static_cast<double>(result.n - result.groups);
  result.size = size / static_cast<double>(result.groups);
  result.weighted_size = squared_sizes / size;
  if (!std::isfinite(result.between) || !std::isfinite(result.within)) {
    result.reason = Claim{"reason.answers_too_large"};
  }
  return result;
}

}  // namespace

Estimate icc(std::span<const double> values, const Grouping& groups, double level) {
  detail::require_level(level);
  const OneWay anova = one_way(values, groups);
  const detail::Options options{{"level", detail::text_of(level)}};
  if (anova.reason) return detail::undefined(kIcc, anova.n, *anova.reason, options);
  Estimate result = detail::estimate_of(kIcc, anova.n, anova.icc1(), options);
  const auto df_between = static_cast<double>(anova.groups - 1);
  const auto df_within = static_cast<double>(anova.n - anova.groups);
  result.details = {{"icc1", anova.icc1()},          {"groups", static_cast<double>(anova.groups)},
                    {"mean_group_size", anova.size}, {"ms_between", anova.between},
                    {"ms_within", anova.within},     {"df_between", df_between},
                    {"df_within", df_within},        {"design_effect", anova.design_effect()}};
  if (anova.between > 0) result.details["icc2"] = (anova.between - anova.within) / anova.between;
  if (anova.within > 0) {
    const double f = anova.between / anova.within;
    const double tail = 1 - (1 - level) / 2;
    const double low = f / detail::f_quantile(tail, df_between, df_within);
    const double high = f * detail::f_quantile(tail, df_within, df_between);
    result.details["f"] = f;
    result.p_value = detail::f_sf(f, df_between, df_within);
    result.interval = {(low - 1) / (low + anova.size - 1), (high - 1) / (high + anova.size - 1), level};
  } else {
    result.interval = {1, 1, level};
  }
  return result;
}

Estimate design_effect(std::span<const double> values, const Grouping& groups) {
  const OneWay anova = one_way(values, groups);
  if (anova.reason) return detail::undefined(kDesignEffect, anova.n, *anova.reason);
  const double effect = anova.design_effect();
  Estimate result = detail::estimate_of(kDesignEffect, anova.n, effect);
  result.details = {{"icc1", anova.icc1()}, {"weighted_group_size", anova.weighted_size}};
  if (effect > 0) result.details["effective_n"] = static_cast<double>(anova.n) / effect;
  return result;
}

}  // namespace houvast::inline v0_1::stats
