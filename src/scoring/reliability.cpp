#include "houvast/scoring/reliability.hpp"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

#include "base/index.hpp"
#include "houvast/base/fields.hpp"
#include "scoring/distributions.hpp"
#include "scoring/reliability_support.hpp"
#include "scoring/support.hpp"

namespace houvast::inline v0_1::stats {
using houvast::detail::at;

namespace detail {

Options options_of(const ReliabilityOptions& options) {
  Options used{{"missing", options.missing == Missing::kPairwise ? "pairwise" : "listwise"}};
  std::string reversed;
  for (const std::int64_t item : options.reverse) {
    if (!reversed.empty()) reversed += ',';
    reversed += std::to_string(item);
  }
  if (!reversed.empty()) {
    used["reverse"] = reversed;
    used["bounds"] = text_of(options.bounds->low) + "," + text_of(options.bounds->high);
  }
  return used;
}

std::optional<Claim> too_few_answers(const ItemMoments& moments) {
  if (moments.respondents == 0) return Claim{"reason.no_answers"};
  if (moments.respondents == 1) return Claim{"reason.one_respondent"};
  for (std::int64_t i = 0; i < moments.items; ++i) {
    for (std::int64_t j = i; j < moments.items; ++j) {
      if (moments.n(i, j) >= 2) continue;
      return i == j ? Claim{"reason.item_unanswered", {{"item", i}}}
                    : Claim{"reason.items_unanswered", {{"first", i}, {"second", j}}};
    }
  }
  return std::nullopt;
}

std::optional<Claim> constant_item(const ItemMoments& moments) {
  for (std::int64_t i = 0; i < moments.items; ++i) {
    if (!(moments.cov(i, i) > 0)) return Claim{"reason.item_constant", {{"item", i}}};
  }
  return std::nullopt;
}

double correlation(const ItemMoments& moments, std::int64_t i, std::int64_t j) {
  return i == j ? 1 : moments.cov(i, j) / std::sqrt(moments.cov(i, i) * moments.cov(j, j));
}

double mean_correlation(const ItemMoments& moments) {
  double sum = 0;
  for (std::int64_t i = 0; i < moments.items; ++i) {
    for (std::int64_t j = 0; j < i; ++j) sum += correlation(moments, i, j);
  }
  return sum / (static_cast<double>(moments.items * (moments.items - 1)) / 2);
}

std::optional<double> alpha_of_mean_correlation(double mean, std::int64_t items) {
  const auto k = static_cast<double>(items);
  const double per_item = 1 + (k - 1) * mean;
  if (per_item < 1e-12) return std::nullopt;
  return k * mean / per_item;
}

}  // namespace detail

namespace {

using detail::Definition;

constexpr Definition kCronbach{"method.cronbach_alpha", "source.cronbach_alpha"};
constexpr Definition kStandardized{"method.standardized_alpha", "source.standardized_alpha"};
constexpr Definition kSpearmanBrown{"method.spearman_brown", "source.spearman_brown"};

struct Alpha {
  double value = 0;
  double total_variance = 0;
  bool defined = false;
};

// Alpha of all items but `left_out` (-1: of all). Undefined when the sum has no variance.
Alpha alpha_without(const ItemMoments& moments, std::int64_t left_out) {
  double trace = 0, total = 0, size = 0;
  for (std::int64_t i = 0; i < moments.items; ++i) {
    if (i == left_out) continue;
    trace += moments.cov(i, i);
    for (std::int64_t j = 0; j < moments.items; ++j) {
      if (j == left_out) continue;
      total += moments.cov(i, j);
      size += std::abs(moments.cov(i, j));
    }
  }
  const auto k = static_cast<double>(moments.items - (left_out >= 0));
  Alpha alpha;
  alpha.total_variance = total;
  alpha.defined = total > 1e-13 * size;  // rounding may leave a little where there is nothing
  if (alpha.defined) alpha.value = detail::without_rounding(k / (k - 1) * (1 - trace / total));
  return alpha;
}

Estimate alpha_of(const ItemMoments& moments, double level, detail::Options used) {
  used["level"] = detail::text_of(level);
  const std::int64_t n = moments.respondents;
  if (moments.items < 2) return detail::undefined(kCronbach, n, {"reason.too_few_items"}, used);
  if (std::optional<Claim> reason = detail::too_few_answers(moments)) {
    return detail::undefined(kCronbach, n, *std::move(reason), used);
  }
  const Alpha alpha = alpha_without(moments, -1);
  if (!alpha.defined) return detail::undefined(kCronbach, n, {"reason.sum_constant"}, used);
  if (detail::contradicts(alpha.value)) return detail::undefined(kCronbach, n, {detail::kContradiction}, used);
  Estimate result = detail::estimate_of(kCronbach, n, alpha.value, used);
  const auto k = static_cast<double>(moments.items);
  const auto df = static_cast<double>(n - 1);
  const double tail = (1 - level) / 2;
  result.interval = {1 - (1 - alpha.value) * detail::f_quantile(1 - tail, df, df * (k - 1)),
                     1 - (1 - alpha.value) * detail::f_quantile(tail, df, df * (k - 1)), level};
  double trace = 0;
  for (std::int64_t i = 0; i < moments.items; ++i) trace += moments.cov(i, i);
  result.details = {{"items", k}, {"mean_inter_item_covariance", (alpha.total_variance - trace) / (k * (k - 1))}};
  if (!detail::constant_item(moments)) {
    const double mean = detail::mean_correlation(moments);
    result.details["mean_inter_item_correlation"] = mean;
    const auto standardized = detail::alpha_of_mean_correlation(mean, moments.items);
    if (standardized && !detail::contradicts(*standardized)) {
      result.details["standardized"] = *standardized;
    }
  }
  return result;
}

}  // namespace

Estimate cronbach_alpha(const Items& items, const ReliabilityOptions& options) {
  detail::require_level(options.level);
  const ItemMoments moments = item_moments(items, options);  // first: it checks the options
  return alpha_of(moments, options.level, detail::options_of(options));
}

Estimate cronbach_alpha(const ItemCodes& items, const ReliabilityOptions& options) {
  detail::require_level(options.level);
  const ItemMoments moments = item_moments(items, options);  // first: it checks the options
  return alpha_of(moments, options.level, detail::options_of(options));
}

Estimate cronbach_alpha(const ItemMoments& moments, const ReliabilityOptions& options) {
  detail::require_level(options.level);
  return alpha_of(moments, options.level, {});
}

Estimate standardized_alpha(const Items& items, const ReliabilityOptions& options) {
  const ItemMoments moments = item_moments(items, options);
  const detail::Options used = detail::options_of(options);
  if (moments.items < 2) {
    return detail::undefined(kStandardized, moments.respondents, {"reason.too_few_items"}, used);
  }
  std::optional<Claim> reason = detail::too_few_answers(moments);
  if (!reason) reason = detail::constant_item(moments);
  if (reason) return detail::undefined(kStandardized, moments.respondents, *std::move(reason), used);
  const double mean = detail::mean_correlation(moments);
  const std::optional<double> alpha = detail::alpha_of_mean_correlation(mean, moments.items);
  if (!alpha) return detail::undefined(kStandardized, moments.respondents, {detail::kOpposedItems}, used);
  if (detail::contradicts(*alpha)) {
    return detail::undefined(kStandardized, moments.respondents, {detail::kContradiction}, used);
  }
  Estimate result = detail::estimate_of(kStandardized, moments.respondents, *alpha, used);
  result.details = {{"mean_inter_item_correlation", mean}};
  return result;
}

Table item_statistics(const Items& items, const ReliabilityOptions& options) {
  return item_statistics(item_moments(items, options));
}

namespace {

struct ItemRow {
  std::int64_t item = 0, n = 0;
  std::optional<double> mean{}, sd{}, rest{}, dropped{};
  std::optional<Claim> why{};
};

Fields<ItemRow> item_fields() {
  using Row = ItemRow;
  return {{"item", {"column.item_index"}, &Row::item},
          {"n", {"column.item_answers"}, &Row::n},
          {"mean", {"column.item_mean"}, &Row::mean},
          {"sd", {"column.sd"}, &Row::sd},
          {"item_rest_correlation", {"column.item_rest_correlation"}, &Row::rest},
          {"alpha_if_dropped", {"column.alpha_without_item"}, &Row::dropped},
          {"reason", {"column.why_missing"}, [](const Row& row) { return reason_text(row.why); }}};
}

// What the item has to do with the others, of which there are some.
void compare_with_rest(ItemRow& row, const ItemMoments& moments) {
  const std::int64_t i = row.item;
  const Alpha others = alpha_without(moments, i);
  double shared = 0;
  for (std::int64_t j = 0; j < moments.items; ++j) shared += j == i ? 0 : moments.cov(i, j);
  if (!others.defined || !(moments.cov(i, i) > 0)) {
    row.why = Claim{others.defined ? "reason.this_item_constant" : "reason.others_constant"};
  } else {
    row.rest = shared / std::sqrt(moments.cov(i, i) * others.total_variance);
  }
  if (others.defined && moments.items > 2) row.dropped = others.value;
  if (row.dropped && detail::contradicts(*row.dropped)) {
    row.dropped.reset();
    row.why = Claim{detail::kContradiction};
  }
}

}  // namespace

Table item_statistics(const ItemMoments& moments) {
  const std::optional<Claim> too_few = detail::too_few_answers(moments);
  std::vector<ItemRow> rows;
  for (std::int64_t i = 0; i < moments.items; ++i) {
    ItemRow& row = rows.emplace_back(ItemRow{.item = i, .n = moments.n(i, i)});
    const double centre = at(moments.means, i);
    if (!std::isnan(centre)) row.mean = centre;
    if (row.n >= 2) row.sd = std::sqrt(moments.cov(i, i));
    if (moments.items < 3) row.why = Claim{"reason.too_few_left"};
    if (too_few || moments.items < 2) {
      row.why = too_few.value_or(Claim{"reason.no_other_item"});
    } else {
      compare_with_rest(row, moments);
    }
  }
  return {{"title.item_statistics"},
          columns_of(rows, item_fields()),
          detail::provenance_of({"method.item_rest", "source.item_rest"})};
}

Estimate spearman_brown(const Items& items, const ReliabilityOptions& options) {
  detail::require_level(options.level);
  if (items.items != 2) {
    detail::fail("HV-301", argument("items"), Claim{"problem.value.columns", {{"n", items.items}}},
                 {"problem.expected.two_items"});
  }
  const ItemMoments moments = item_moments(items, options);
  detail::Options used = detail::options_of(options);
  used["level"] = detail::text_of(options.level);
  const std::int64_t n = moments.n(0, 1);
  std::optional<Claim> reason = detail::too_few_answers(moments);
  if (!reason) reason = detail::constant_item(moments);
  if (reason) return detail::undefined(kSpearmanBrown, n, *std::move(reason), used);
  const double r = std::clamp(detail::correlation(moments, 0, 1), -1.0, 1.0);
  const auto stepped_up = [](double correlation) { return 2 * correlation / (1 + correlation); };
  if (r == -1) return detail::undefined(kSpearmanBrown, n, {"reason.perfectly_opposed"}, used);
  Estimate result = detail::estimate_of(kSpearmanBrown, n, stepped_up(r), used);
  if (n > 3) {
    const double half = detail::two_sided_z(options.level) / std::sqrt(static_cast<double>(n - 3));
    result.interval = {stepped_up(std::tanh(std::atanh(r) - half)), stepped_up(std::tanh(std::atanh(r) + half)),
                       options.level};
    if (r == 1) result.interval = {1, 1, options.level};
  }
  result.details = {{"correlation", r}};
  return result;
}

}  // namespace houvast::inline v0_1::stats
