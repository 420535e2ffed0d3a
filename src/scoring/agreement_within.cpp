#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <limits>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/index.hpp"
#include "houvast/base/choice.hpp"
#include "houvast/base/fields.hpp"
#include "houvast/scoring/agreement.hpp"
#include "scoring/group_answers.hpp"
#include "scoring/support.hpp"

namespace houvast::inline v0_1::stats {
using houvast::detail::as_size;
namespace {

using detail::Answers;
using detail::Definition;
using detail::Group;

constexpr Definition kRwg{"method.rwg", "source.rwg"};
constexpr Definition kRwgJ{"method.rwg_j", "source.rwg_j"};
constexpr Definition kRStar{"method.r_star_wg_j", "source.r_star_wg_j"};
constexpr Definition kAverageDeviation{"method.average_deviation", "source.burke_1999"};
constexpr Definition kAwg{"method.awg", "source.awg"};

// Refuses codes that the declared scale cannot hold.
void require_scale(const Items& items, const WithinGroupOptions& options) {
  if (options.categories < 2) {
    detail::fail("HV-302", argument("categories"), std::to_string(options.categories),
                 {"problem.expected.no_less", {{"low", 2}}});
  }
  if (options.bounds) {
    if (detail::categories_of(*options.bounds) != options.categories) {
      detail::fail(
          "HV-302", argument("bounds"),
          Claim{"problem.value.range",
                {{"low", detail::text_of(options.bounds->low)}, {"high", detail::text_of(options.bounds->high)}}},
          {"problem.expected.as_many_codes", {{"n", options.categories}}});
    }
    detail::require_within(items, *options.bounds);
    return;
  }
  // Eight pairs of extremes, so that the comparisons do not wait for each other; NaN compares as false.
  constexpr std::size_t kLanes = 8;
  std::array<double, kLanes> lows{}, highs{};
  lows.fill(std::numeric_limits<double>::infinity());
  highs.fill(-std::numeric_limits<double>::infinity());
  const auto see = [&](std::size_t lane, double value) {
    lows[lane] = value < lows[lane] ? value : lows[lane];
    highs[lane] = value > highs[lane] ? value : highs[lane];
  };
  std::size_t i = 0;
  for (; i + kLanes <= items.values.size(); i += kLanes) {
    for (std::size_t lane = 0; lane < kLanes; ++lane) see(lane, items.values[i + lane]);
  }
  for (; i < items.values.size(); ++i) see(0, items.values[i]);
  const double low = *std::min_element(lows.begin(), lows.end());
  const double high = *std::max_element(highs.begin(), highs.end());
  if (high - low > static_cast<double>(options.categories - 1)) {
    detail::require_items(items);  // an infinite answer is named by its place
    detail::fail("HV-302", argument("items"), Claim{"problem.value.codes_apart", {{"n", options.categories}}},
                 {"problem.expected.codes_of_scale"});
  }
}

double null_variance_of(const WithinGroupOptions& options) {
  if (!options.variance) return null_variance(options.null, options.categories);
  if (!(*options.variance > 0) || std::isinf(*options.variance)) {
    detail::fail("HV-302", argument("variance"), detail::text_of(*options.variance), {"problem.expected.more_than_0"});
  }
  return *options.variance;
}

detail::Options used_options(const WithinGroupOptions& options, double null) {
  return {{"categories", std::to_string(options.categories)},
          {"null_variance", detail::text_of(null)},
          {"missing", options.missing == Missing::kPairwise ? "pairwise" : "listwise"}};
}

struct GroupRow {
  GroupRow(std::string of_label, const Group& found)
      : label(std::move(of_label)), n(found.n), items(std::ssize(found.count)), why(detail::too_small(found)) {}

  std::string label;
  std::int64_t n, items;
  std::optional<Claim> why;  // there is no value, or what was done to it
  std::optional<double> value, star, variance;
  std::optional<bool> within_limit;
  std::int64_t items_used = 0;
};
using GroupFields = Fields<GroupRow>;

// The columns of every index; those of one index stand between them.
GroupFields around(const GroupFields& own, bool with_items = true) {
  GroupFields fields{{"group", {"column.group_label"}, &GroupRow::label},
                     {"n", {"column.members_counted"}, &GroupRow::n}};
  if (with_items) append(fields, {{"items", {"column.item_count"}, &GroupRow::items}});
  append(fields, own);
  append(fields,
         {{"reason", {"column.why_no_value_or_changed"}, [](const GroupRow& row) { return reason_text(row.why); }}});
  return fields;
}

// A column with the same number in every row.
Field<GroupRow> constant(const char* name, const char* meaning, double number) {
  return {name, {meaning}, [number](const GroupRow&) { return number; }};
}

}  // namespace

NullDistribution null_distribution_of(std::string_view name) {
  return choose<NullDistribution>(argument("null"), name,
                                  {{"uniform", NullDistribution::kUniform},
                                   {"triangular", NullDistribution::kTriangular},
                                   {"slight_skew", NullDistribution::kSlightSkew},
                                   {"moderate_skew", NullDistribution::kModerateSkew},
                                   {"heavy_skew", NullDistribution::kHeavySkew}});
}

Centre centre_of(std::string_view name) {
  return choose<Centre>(argument("about"), name, {{"mean", Centre::kMean}, {"median", Centre::kMedian}});
}

double null_variance(NullDistribution null, std::int64_t categories) {
  if (categories < 2)
    detail::fail("HV-302", argument("categories"), std::to_string(categories),
                 {"problem.expected.no_less", {{"low", 2}}});
  std::vector<double> weights(as_size(categories), 1.0);
  if (null == NullDistribution::kTriangular) {
    for (std::size_t i = 0; i < weights.size(); ++i) {
      weights[i] = static_cast<double>(std::min(i, weights.size() - 1 - i) + 1);
    }
  } else if (null != NullDistribution::kUniform) {
    if (categories != 5) {
      detail::fail("HV-302", argument("categories"), std::to_string(categories), {"problem.expected.five_categories"});
    }
    if (null == NullDistribution::kSlightSkew) weights = {5, 15, 20, 35, 25};
    if (null == NullDistribution::kModerateSkew) weights = {0, 10, 15, 40, 35};
    if (null == NullDistribution::kHeavySkew) weights = {0, 0, 10, 40, 50};
  }
  double total = 0, sum = 0, squares = 0;
  for (std::size_t i = 0; i < weights.size(); ++i) {
    const auto code = static_cast<double>(i);
    total += weights[i];
    sum += weights[i] * code;
    squares += weights[i] * code * code;
  }
  return (squares * total - sum * sum) / (total * total);
}

Table rwg(std::span<const double> values, const Grouping& groups, const WithinGroupOptions& options) {
  const Items items{values, 1};
  detail::require_rows(items);
  detail::require_groups(groups, items.rows());
  require_scale(items, options);
  const double null = null_variance_of(options);
  std::vector<GroupRow> rows;
  const std::vector<Group> found = detail::spreads_of(items, groups, Missing::kPairwise);
  for (std::size_t g = 0; g < found.size(); ++g) {
    GroupRow& row = rows.emplace_back(groups.labels[g], found[g]);
    if (row.why) continue;
    row.variance = found[g].variance(0);
    row.value = std::max(0.0, 1 - *row.variance / null);
    if (*row.variance > null) row.why = Claim{"reason.cut_off"};
  }
  const GroupFields fields{{"rwg", {"column.rwg"}, &GroupRow::value},
                           {"variance", {"column.group_variance"}, &GroupRow::variance},
                           constant("null_variance", "column.null_variance", null)};
  return {
      {"title.rwg"}, columns_of(rows, around(fields, false)), detail::provenance_of(kRwg, used_options(options, null))};
}

namespace {

// Both multi-item indices; `with_rwg_j` says whether rwg(j) gets a column.
Table several_items(const Items& items, const Grouping& groups, const WithinGroupOptions& options, bool with_rwg_j) {
  detail::require_rows(items);
  detail::require_groups(groups, items.rows());
  require_scale(items, options);
  const double null = null_variance_of(options);
  std::vector<GroupRow> rows;
  const std::vector<Group> found = detail::spreads_of(items, groups, options.missing);
  for (std::size_t g = 0; g < found.size(); ++g) {
    GroupRow& row = rows.emplace_back(groups.labels[g], found[g]);
    if (row.why) continue;
    const double observed = found[g].mean_variance();
    const double ratio = std::min(1.0, observed / null);
    const double agreement = static_cast<double>(items.items) * (1 - ratio);
    row.variance = observed;
    row.star = 1 - observed / null;
    row.value = ratio == 1 ? 0.0 : agreement / (agreement + ratio);
    if (observed > null && with_rwg_j) row.why = Claim{"reason.rwg_j_cut_off"};
  }
  GroupFields fields;
  if (with_rwg_j) append(fields, {{"rwg_j", {"column.rwg_j"}, &GroupRow::value}});
  append(fields, {{"r_star_wg_j", {"column.r_star_wg_j"}, &GroupRow::star},
                  {"mean_variance", {"column.mean_variance"}, &GroupRow::variance},
                  constant("null_variance", "column.null_variance", null)});
  return {{with_rwg_j ? "title.rwg_j" : "title.r_star_wg_j"},
          columns_of(rows, around(fields)),
          detail::provenance_of(with_rwg_j ? kRwgJ : kRStar, used_options(options, null))};
}

double deviation_of(std::vector<double> values, Centre about) {
  double centre = 0;
  if (about == Centre::kMean) {
    centre = detail::exact_sum(values) / static_cast<double>(values.size());
  } else {
    std::sort(values.begin(), values.end());
    centre = (values[(values.size() - 1) / 2] + values[values.size() / 2]) / 2;
  }
  double sum = 0;
  for (const double value : values) sum += std::abs(value - centre);
  return sum / static_cast<double>(values.size());
}

// awg of one item, or nothing where the mean is too near an end of the scale.
std::optional<double> awg_of(const std::vector<double>& values, const Bounds& bounds) {
  const double mean = detail::exact_sum(values) / static_cast<double>(values.size());
  const auto k = static_cast<double>(values.size());
  const double low = bounds.low, high = bounds.high;
  if (std::all_of(values.begin(), values.end(), [&](double v) { return v == low; }) ||
      std::all_of(values.begin(), values.end(), [&](double v) { return v == high; })) {
    return 1;
  }
  if (mean * k < low * (k - 1) + high || mean * k > high * (k - 1) + low) return std::nullopt;
  const double most = ((high + low) * mean - mean * mean - high * low) * (k / (k - 1));
  double squares = 0;
  for (const double value : values) squares += (value - mean) * (value - mean);
  return 1 - 2 * squares / (k - 1) / most;
}

}  // namespace

Table rwg_j(const Items& items, const Grouping& groups, const WithinGroupOptions& options) {
  return several_items(items, groups, options, true);
}

Table r_star_wg_j(const Items& items, const Grouping& groups, const WithinGroupOptions& options) {
  return several_items(items, groups, options, false);
}

Table average_deviation(const Items& items, const Grouping& groups, Centre about, const WithinGroupOptions& options) {
  detail::require_rows(items);
  detail::require_groups(groups, items.rows());
  require_scale(items, options);
  const double most = static_cast<double>(options.categories) / 6;
  std::vector<GroupRow> rows;
  const std::vector<Group> found = detail::spreads_of(items, groups, options.missing);
  const std::vector<Answers> answers = detail::answers_of(items, groups, options.missing);
  for (std::size_t g = 0; g < found.size(); ++g) {
    GroupRow& row = rows.emplace_back(groups.labels[g], found[g]);
    if (row.why) continue;
    double sum = 0;
    for (const auto& item : answers[g]) sum += deviation_of(item, about);
    row.value = sum / static_cast<double>(items.items);
    row.within_limit = *row.value <= most;
  }
  const GroupFields fields{{"average_deviation", {"column.average_deviation"}, &GroupRow::value},
                           constant("limit", "column.deviation_limit", most),
                           {"within_limit", {"column.within_limit"}, &GroupRow::within_limit}};
  return {{"title.average_deviation", {{"about", about == Centre::kMean ? "mean" : "median"}}},
          columns_of(rows, around(fields)),
          detail::provenance_of(kAverageDeviation,
                                {{"about", about == Centre::kMean ? "mean" : "median"},
                                 {"categories", std::to_string(options.categories)},
                                 {"missing", options.missing == Missing::kPairwise ? "pairwise" : "listwise"}})};
}

Table awg(const Items& items, const Grouping& groups, const Bounds& bounds, Missing missing) {
  detail::require_items(items);
  detail::require_groups(groups, items.rows());
  detail::require_bounds(bounds);
  detail::require_within(items, bounds);
  std::vector<GroupRow> rows;
  const std::vector<Group> found = detail::spreads_of(items, groups, missing);
  const std::vector<Answers> answers = detail::answers_of(items, groups, missing);
  for (std::size_t g = 0; g < found.size(); ++g) {
    GroupRow& row = rows.emplace_back(groups.labels[g], found[g]);
    if (row.why) continue;
    double sum = 0;
    for (const auto& item : answers[g]) {
      if (const std::optional<double> agreement = awg_of(item, bounds)) {
        sum += *agreement;
        ++row.items_used;
      }
    }
    if (row.items_used > 0) {
      row.value = sum / static_cast<double>(row.items_used);
    } else {
      row.why = Claim{"reason.mean_near_end"};
    }
  }
  const GroupFields fields{{"awg", {"column.awg"}, &GroupRow::value},
                           {"items_used", {"column.items_used"}, &GroupRow::items_used}};
  return {{"title.awg"},
          columns_of(rows, around(fields)),
          detail::provenance_of(kAwg, {{"low", detail::text_of(bounds.low)},
                                       {"high", detail::text_of(bounds.high)},
                                       {"missing", missing == Missing::kPairwise ? "pairwise" : "listwise"}})};
}

}  // namespace houvast::inline v0_1::stats
