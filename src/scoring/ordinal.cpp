#include "houvast/scoring/ordinal.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "base/index.hpp"
#include "houvast/base/choice.hpp"
#include "houvast/base/fields.hpp"
#include "houvast/scoring/intervals.hpp"
#include "scoring/support.hpp"

namespace houvast::inline v0_1::stats {
using houvast::detail::at;
namespace {

using detail::Definition;

constexpr Definition kQuantile{"method.ordinal_quantile", "source.hyndman_fan_1996"};
constexpr Definition kMedian{"method.ordinal_median", "source.hyndman_fan_1996"};
constexpr Definition kInterpolated{"method.interpolated_median", "source.grouped_median"};
constexpr Definition kMode{"method.mode", "source.own"};
constexpr Definition kMean{"method.mean", "source.own"};
constexpr Definition kTopBox{"method.top_box", "source.wilson_1927"};
constexpr Definition kBottomBox{"method.bottom_box", "source.wilson_1927"};

const Claim kNoAnswers{"reason.no_answers"};

std::vector<double> sorted_present(std::span<const double> values) {
  detail::require_finite(values, "values");
  std::vector<double> sorted = detail::present(values);
  std::sort(sorted.begin(), sorted.end());
  return sorted;
}

Estimate box(std::span<const double> values, const BoxOptions& options, const Definition& definition, bool high_end) {
  detail::require_level(options.level);
  const std::vector<std::int64_t> counts = detail::counts_of(values, options.bounds, "values");
  const auto categories = static_cast<std::int64_t>(counts.size());
  if (options.boxes < 1 || options.boxes > categories) {
    detail::fail("HV-302", argument("boxes"), std::to_string(options.boxes),
                 {"problem.expected.from_to", {{"low", 1}, {"high", categories}}});
  }
  std::int64_t n = 0, successes = 0;
  for (std::int64_t i = 0; i < categories; ++i) {
    n += at(counts, i);
    const bool inside = high_end ? i >= categories - options.boxes : i < options.boxes;
    if (inside) successes += at(counts, i);
  }
  const detail::Options used{{"boxes", std::to_string(options.boxes)},
                             {"low", detail::text_of(options.bounds.low)},
                             {"high", detail::text_of(options.bounds.high)},
                             {"direction", options.direction == Direction::kAscending ? "ascending" : "descending"},
                             {"level", detail::text_of(options.level)}};
  const Estimate share = wilson_interval(successes, n, options.level);
  if (!share.defined()) return detail::undefined(definition, n, kNoAnswers, used);
  Estimate result = detail::estimate_of(definition, n, share.value, used);
  result.interval = share.interval;
  result.details = share.details;
  return result;
}

struct CategoryRow {
  std::int64_t category = 0, count = 0;
  Estimate share;
};

Fields<CategoryRow> category_fields() {
  using Row = CategoryRow;
  return {{"category", {"column.category_code"}, &Row::category},
          {"count", {"column.category_count"}, &Row::count},
          {"share", {"column.category_share"}, &Row::share},
          {"low", {"column.wilson_low"}, end_of<Row>(&Row::share, &Interval::low)},
          {"high", {"column.wilson_high"}, end_of<Row>(&Row::share, &Interval::high)}};
}

}  // namespace

Direction direction_of(std::string_view name) {
  return choose<Direction>(argument("direction"), name,
                           {{"ascending", Direction::kAscending}, {"descending", Direction::kDescending}});
}

Table distribution(std::span<const double> values, const Bounds& bounds, double level) {
  detail::require_level(level);
  const std::vector<std::int64_t> counts = detail::counts_of(values, bounds, "values");
  std::int64_t n = 0;
  for (const std::int64_t count : counts) n += count;
  std::vector<CategoryRow> rows;
  for (std::size_t i = 0; i < counts.size(); ++i) {
    rows.push_back({static_cast<std::int64_t>(bounds.low) + static_cast<std::int64_t>(i), counts[i],
                    wilson_interval(counts[i], n, level)});
  }
  return {{"title.distribution"},
          columns_of(rows, category_fields()),
          detail::provenance_of({"method.distribution", "source.wilson_1927"}, {{"level", detail::text_of(level)}})};
}

Estimate ordinal_quantile(std::span<const double> values, double p) {
  if (!(p >= 0 && p <= 1))
    detail::fail("HV-302", argument("p"), detail::text_of(p), {"problem.expected.from_to", {{"low", 0}, {"high", 1}}});
  const std::vector<double> sorted = sorted_present(values);
  const auto n = static_cast<std::int64_t>(sorted.size());
  const detail::Options options{{"p", detail::text_of(p)}};
  if (n == 0) return detail::undefined(kQuantile, 0, kNoAnswers, options);
  // A p such as 0.07 times 100 must count as 7, hence the slack.
  const double needed = std::ceil(p * static_cast<double>(n) * (1 - 4 * std::numeric_limits<double>::epsilon()));
  const auto place = std::clamp<std::int64_t>(static_cast<std::int64_t>(needed), 1, n);
  return detail::estimate_of(kQuantile, n, at(sorted, place - 1), options);
}

Estimate ordinal_median(std::span<const double> values) {
  const std::vector<double> sorted = sorted_present(values);
  if (sorted.empty()) return detail::undefined(kMedian, 0, kNoAnswers);
  const double low = sorted[(sorted.size() - 1) / 2];
  Estimate result = detail::estimate_of(kMedian, static_cast<std::int64_t>(sorted.size()), low);
  result.details = {{"low", low}, {"high", sorted[sorted.size() / 2]}};
  return result;
}

Estimate interpolated_median(std::span<const double> values, double width) {
  if (!(width > 0) || std::isinf(width))
    detail::fail("HV-302", argument("width"), detail::text_of(width), {"problem.expected.more_than_0"});
  const std::vector<double> sorted = sorted_present(values);
  const detail::Options options{{"width", detail::text_of(width)}};
  if (sorted.empty()) return detail::undefined(kInterpolated, 0, kNoAnswers, options);
  const auto n = static_cast<std::int64_t>(sorted.size());
  const double low = sorted[(sorted.size() - 1) / 2];
  const double high = sorted[sorted.size() / 2];
  if (low != high) return detail::estimate_of(kInterpolated, n, (low + high) / 2, options);
  const auto [first, last] = std::equal_range(sorted.begin(), sorted.end(), low);
  const auto below = static_cast<double>(first - sorted.begin());
  const auto inside = static_cast<double>(last - first);
  const double value = low - width / 2 + width * (static_cast<double>(n) / 2 - below) / inside;
  return detail::estimate_of(kInterpolated, n, value, options);
}

Estimate mode(std::span<const double> values) {
  const std::vector<double> sorted = sorted_present(values);
  if (sorted.empty()) return detail::undefined(kMode, 0, kNoAnswers);
  double best = sorted.front();
  std::int64_t most = 0, modes = 0;
  for (auto run = sorted.begin(); run != sorted.end();) {
    const auto end = std::upper_bound(run, sorted.end(), *run);
    const std::int64_t count = end - run;
    if (count > most) {
      best = *run;
      most = count;
      modes = 1;
    } else if (count == most) {
      ++modes;
    }
    run = end;
  }
  const auto n = static_cast<std::int64_t>(sorted.size());
  Estimate result = detail::estimate_of(kMode, n, best);
  result.details = {{"share", static_cast<double>(most) / static_cast<double>(n)},
                    {"modes", static_cast<double>(modes)}};
  return result;
}

Estimate mean(std::span<const double> values) {
  detail::require_finite(values, "values");
  const std::vector<double> kept = detail::present(values);
  if (kept.empty()) return detail::undefined(kMean, 0, kNoAnswers);
  const auto n = static_cast<double>(kept.size());
  const double centre = detail::exact_sum(kept) / n;
  Estimate result = detail::estimate_of(kMean, static_cast<std::int64_t>(kept.size()), centre);
  if (kept.size() > 1) {
    double squares = 0;
    for (const double value : kept) squares += (value - centre) * (value - centre);
    const double sd = std::sqrt(squares / (n - 1));
    result.details = {{"sd", sd}, {"se", sd / std::sqrt(n)}};
  }
  return result;
}

Estimate top_box(std::span<const double> values, const BoxOptions& options) {
  return box(values, options, kTopBox, options.direction == Direction::kAscending);
}

Estimate bottom_box(std::span<const double> values, const BoxOptions& options) {
  return box(values, options, kBottomBox, options.direction == Direction::kDescending);
}

std::vector<double> reverse_code(std::span<const double> values, const Bounds& bounds) {
  detail::require_bounds(bounds);
  detail::require_within({values, 1}, bounds);
  std::vector<double> reversed(values.size());
  std::transform(values.begin(), values.end(), reversed.begin(),
                 [&](double value) { return bounds.low + bounds.high - value; });
  return reversed;
}

Table scale_scores(const Items& items, const ScaleOptions& options) {
  detail::require_items(items);
  if (options.minimum_denominator < 1 || options.minimum_numerator < 0 ||
      options.minimum_numerator > options.minimum_denominator) {
    detail::fail("HV-302", argument("minimum"),
                 std::to_string(options.minimum_numerator) + "/" + std::to_string(options.minimum_denominator),
                 {"problem.expected.fraction"});
  }
  const std::vector<bool> turned = detail::reversed_items(items.items, options.reverse, options.bounds);
  if (options.bounds) detail::require_within(items, *options.bounds);
  ColumnBuilder<double> score("score", {"column.item_mean_score"});
  ColumnBuilder<std::int64_t> answered("answered", {"column.items_answered"});
  ColumnBuilder<std::int64_t> asked("asked", {"column.items_asked"});
  for (std::int64_t row = 0; row < items.rows(); ++row) {
    double sum = 0;
    std::int64_t count = 0;
    for (std::int64_t item = 0; item < items.items; ++item) {
      const double value = items.at(row, item);
      if (std::isnan(value)) continue;
      sum += at(turned, item) ? options.bounds->low + options.bounds->high - value : value;
      ++count;
    }
    const bool enough = count > 0 && count * options.minimum_denominator >= items.items * options.minimum_numerator;
    score.push(enough ? std::optional(sum / static_cast<double>(count)) : std::nullopt);
    answered.push(count);
    asked.push(items.items);
  }
  return {{"title.scale_scores"},
          {std::move(score).build(), std::move(answered).build(), std::move(asked).build()},
          detail::provenance_of({"method.scale_scores", "source.own"},
                                {{"minimum", std::to_string(options.minimum_numerator) + "/" +
                                                 std::to_string(options.minimum_denominator)}})};
}

Table bands(std::span<const double> values, std::span<const double> edges) {
  detail::require_finite(values, "values");
  if (edges.size() < 2)
    detail::fail("HV-302", argument("edges"), Claim{"problem.value.edges", {{"n", edges.size()}}},
                 {"problem.expected.two_at_least"});
  for (std::size_t i = 0; i < edges.size(); ++i) {
    if (!std::isfinite(edges[i]) || (i > 0 && !(edges[i - 1] < edges[i]))) {
      detail::fail("HV-302", argument("edges"), detail::text_of(edges[i]), {"problem.expected.rising_edges"});
    }
  }
  detail::require_within({values, 1}, {edges.front(), edges.back()});
  ColumnBuilder<std::int64_t> band("band", {"column.band_index"});
  for (const double value : values) {
    if (std::isnan(value)) {
      band.push_missing();
      continue;
    }
    const auto above = std::upper_bound(edges.begin(), edges.end() - 1, value);
    band.push(static_cast<std::int64_t>(above - edges.begin()) - 1);
  }
  return {{"title.bands"}, {std::move(band).build()}, detail::provenance_of({"method.bands", "source.own"})};
}

}  // namespace houvast::inline v0_1::stats
