#include "houvast/scoring/contrasts.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <tuple>
#include <utility>
#include <vector>

#include "houvast/scoring/contrast.hpp"
#include "houvast/scoring/intervals.hpp"
#include "scoring/study_view.hpp"
#include "scoring/support.hpp"

namespace houvast {
namespace {

class ContrastRows {
 public:
  explicit ContrastRows(const ScoreOptions& options) : options_(options) {}

  void add(const WaveId& wave, const detail::Measure& measure, const std::string& x_label, const std::string& y_label,
           const std::vector<double>& x, const std::vector<double>& y) {
    // Who answers more favourably has the larger values: x and y for that, or the other way round.
    const auto& [favourable_x, favourable_y] = measure.higher_is_better() ? std::tie(x, y) : std::tie(y, x);
    about_.add(wave, measure);
    group_x_.push_back(x_label);
    group_y_.push_back(y_label);
    n_x_.push_back(static_cast<std::int64_t>(x.size()));
    n_y_.push_back(static_cast<std::int64_t>(y.size()));
    n_smallest_.push_back(std::min(n_x_.back(), n_y_.back()));
    const Estimate delta = stats::cliffs_delta(favourable_x, favourable_y, {.level = options_.level});
    delta_.push(delta);
    const Estimate test = stats::mann_whitney(favourable_x, favourable_y);
    u_.push(detail::value_of(test));
    p_values_.push_back(test.defined() && test.p_value ? *test.p_value : std::numeric_limits<double>::quiet_NaN());
    const std::optional<double> exact = detail::detail_of(test, "exact");
    exact_.push(test.defined() && exact ? std::optional(*exact > 0) : std::nullopt);
    const auto is_top = [&](double value) { return measure.scale->is_top(value); };
    const Estimate difference =
        stats::proportion_difference(std::count_if(x.begin(), x.end(), is_top), n_x_.back(),
                                     std::count_if(y.begin(), y.end(), is_top), n_y_.back(), options_.level);
    top_x_.push(difference.defined() ? detail::detail_of(difference, "share_x") : std::nullopt);
    top_y_.push(difference.defined() ? detail::detail_of(difference, "share_y") : std::nullopt);
    difference_.push(difference);
    reason_.push(!delta.defined()  ? std::optional(delta.reason)
                 : !test.defined() ? std::optional(test.reason)
                                   : std::nullopt);
  }

  [[nodiscard]] std::vector<Column> columns() && {
    std::vector<Column> all;
    std::move(about_).append_to(all);
    all.push_back({"group_x", std::move(group_x_), {}, {"column.group_x"}});
    all.push_back({"group_y", std::move(group_y_), {}, {"column.group_y"}});
    all.push_back({"n_x", std::move(n_x_), {}, {"column.answers_of_group", {{"group", "x"}}}});
    all.push_back({"n_y", std::move(n_y_), {}, {"column.answers_of_group", {{"group", "y"}}}});
    all.push_back({"n_smallest", std::move(n_smallest_), {}, {"column.n_smallest"}});
    std::move(delta_).append_to(all);
    all.push_back(std::move(u_).build());
    detail::append_p_values(all, p_values_, {"column.p_mann_whitney"});
    all.push_back(std::move(exact_).build());
    all.push_back(std::move(top_x_).build());
    all.push_back(std::move(top_y_).build());
    std::move(difference_).append_to(all);
    all.push_back(std::move(reason_).build());
    return all;
  }

 private:
  const ScoreOptions& options_;
  detail::AboutColumns about_;
  std::vector<std::string> group_x_, group_y_;
  std::vector<std::int64_t> n_x_, n_y_, n_smallest_;
  std::vector<double> p_values_;
  detail::IntervalColumns delta_{"delta", {"column.delta_of_answers"}};
  ColumnBuilder<double> u_{"u", {"column.mann_whitney_u"}};
  ColumnBuilder<bool> exact_{"exact", {"column.p_exact"}};
  ColumnBuilder<double> top_x_{"top_x", {"column.top_x"}};
  ColumnBuilder<double> top_y_{"top_y", {"column.top_y"}};
  detail::IntervalColumns difference_{"top_difference", {"column.top_difference"}};
  ColumnBuilder<std::string> reason_{"reason", {"column.why_missing"}};
};

}  // namespace

Table contrasts(const Study& study, const ScoreOptions& options) {
  detail::require_score_options(options);
  if (options.by.empty()) stats::detail::fail("HV-303", "by", "", "the attribute whose groups are compared");
  const detail::PartyGroups groups = detail::group_parties(study, options.by);
  ContrastRows rows(options);
  for (const std::int64_t wave : detail::waves_of(study, options.wave)) {
    const std::vector<std::int32_t> codes = detail::group_of_rows(study, wave, groups);
    for (const detail::Measure& measure : detail::measures_of(study, wave, options.with_private)) {
      const std::vector<double> values = detail::values_of(study, wave, measure, options);
      std::vector<std::vector<double>> of_group(groups.labels.size());
      for (std::size_t row = 0; row < values.size(); ++row) {
        if (!std::isnan(values[row])) of_group[static_cast<std::size_t>(codes[row])].push_back(values[row]);
      }
      for (std::size_t x = 0; x < of_group.size(); ++x) {
        for (std::size_t y = x + 1; y < of_group.size(); ++y) {
          if (groups.labels[x] == kNoGroup || groups.labels[y] == kNoGroup) continue;
          rows.add(study.waves()[static_cast<std::size_t>(wave)].id, measure, groups.labels[x], groups.labels[y],
                   of_group[x], of_group[y]);
        }
      }
    }
  }
  auto texts = detail::option_texts(options);
  texts["unit"] = "respondents";
  texts["adjusted_over"] = "all rows of the table";
  return {
      "Contrasts of " + study.id() + " by " + options.by, std::move(rows).columns(),
      stats::detail::provenance_of(
          {"Cliff's delta, Mann-Whitney U, difference of top-box shares, false discovery rate over all pairs",
           "Cliff (1993); Feng & Cliff (2004); Mann & Whitney (1947); Newcombe (1998); Benjamini & Hochberg (1995)"},
          std::move(texts))};
}

}  // namespace houvast
