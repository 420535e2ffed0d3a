#include "houvast/gerdes/contrasts.hpp"

#include <limits>
#include <set>
#include <string_view>
#include <utility>

#include "gerdes/assessed.hpp"
#include "houvast/scoring/contrast.hpp"
#include "scoring/support.hpp"

namespace houvast {
namespace {

using detail::Assessed;
using Run = std::span<const Assessed>;

constexpr const char* kNoInterval = "an interval takes at least two assessments in each group";
constexpr const char* kRepeated = "some people judged several objects, so these judgements are not independent";

std::vector<double> stages_of(Run run) {
  std::vector<double> stages;
  for (const Assessed& row : run) {
    if (row.state == AnswerState::kAnswered) stages.push_back(row.stage);
  }
  return stages;
}

bool has_repeats(Run x, Run y) {
  std::set<std::string_view> people;
  for (const Run run : {x, y}) {
    for (const Assessed& row : run) {
      if (row.state == AnswerState::kAnswered && !people.insert(*row.assessor).second) return true;
    }
  }
  return false;
}

// The columns of one of the two groups.
class GroupColumns {
 public:
  explicit GroupColumns(const std::string& side)
      : side_(side), median_("_" + side, side), share_("dont_know_share_" + side, {"column.stage_dont_know_share"}) {}

  void push(const std::string& label, const detail::StageTally& tally) {
    label_.push_back(label);
    n_.push_back(tally.n());
    dont_know_.push_back(tally.dont_know());
    share_.push(tally.dont_know_share());
    median_.push(tally.median_low(), tally.median_high());
  }
  void append_label_to(std::vector<Column>& columns) {
    columns.push_back({"group_" + side_, std::move(label_), {}, {side_ == "x" ? "column.group_x" : "column.group_y"}});
  }
  void append_counts_to(std::vector<Column>& columns) {
    columns.push_back({"n_" + side_, std::move(n_), {}, {"column.assessments_of_group", {{"group", side_}}}});
    columns.push_back(
        {"dont_know_" + side_, std::move(dont_know_), {}, {"column.dont_know_of_group", {{"group", side_}}}});
    columns.push_back(std::move(share_).build());
    std::move(median_).append_to(columns);
  }

 private:
  std::string side_;
  std::vector<std::string> label_;
  std::vector<std::int64_t> n_, dont_know_;
  detail::MedianColumns median_;
  ColumnBuilder<double> share_;
};

class ContrastRows {
 public:
  explicit ContrastRows(double level) : level_(level) {}

  void add(const Study& study, const detail::AssessedView& view, Run x, Run y) {
    const detail::Dimension& dimension = view.dimensions[x.front().dimension];
    wave_.push_back(study.waves()[static_cast<std::size_t>(x.front().wave)].id.str());
    about_.add(dimension);
    x_.push(view.groups[x.front().group], detail::StageTally(*dimension.scale, x));
    y_.push(view.groups[y.front().group], detail::StageTally(*dimension.scale, y));
    const std::vector<double> in_x = stages_of(x), in_y = stages_of(y);
    Estimate delta = stats::cliffs_delta(in_x, in_y, {.level = level_});
    const Estimate test = stats::mann_whitney(in_x, in_y);
    const bool repeats = has_repeats(x, y);
    if (repeats) delta.interval.reset();
    delta_.push(delta);
    superiority_.push(test.defined() ? detail::detail_of(test, "probability_superiority") : std::nullopt);
    const bool tested = test.defined() && test.p_value && !repeats;
    p_values_.push_back(tested ? *test.p_value : std::numeric_limits<double>::quiet_NaN());
    exact_.push(tested ? std::optional(detail::detail_of(test, "exact").value_or(0) > 0) : std::nullopt);
    reason_.push(!delta.defined()  ? std::optional(delta.reason)
                 : repeats         ? std::optional<std::string>(kRepeated)
                 : !delta.interval ? std::optional<std::string>(kNoInterval)
                                   : std::nullopt);
  }

  [[nodiscard]] std::vector<Column> columns() && {
    std::vector<Column> all;
    all.push_back({"wave", std::move(wave_), {}, {"column.wave_id"}});
    about_.append_names_to(all);
    x_.append_label_to(all);
    y_.append_label_to(all);
    about_.append_order_to(all);
    x_.append_counts_to(all);
    y_.append_counts_to(all);
    std::move(delta_).append_to(all);
    all.push_back(std::move(superiority_).build());
    detail::append_p_values(all, p_values_, {"column.p_mann_whitney"});
    all.push_back(std::move(exact_).build());
    all.push_back(std::move(reason_).build());
    return all;
  }

 private:
  double level_;
  std::vector<std::string> wave_;
  detail::DimensionColumns about_;
  GroupColumns x_{"x"}, y_{"y"};
  std::vector<double> p_values_;
  detail::IntervalColumns delta_{"delta", {"column.delta_of_stages"}};
  ColumnBuilder<double> superiority_{"superiority", {"column.superiority"}};
  ColumnBuilder<bool> exact_{"exact", {"column.p_exact"}};
  ColumnBuilder<std::string> reason_{"reason", {"column.why_missing"}};
};

}  // namespace

Table gerdes_contrasts(const Study& study, const StageOptions& options) {
  stats::detail::require_level(options.level);
  if (options.by.empty()) stats::detail::fail("HV-303", "by", "", "the attribute whose groups are compared");
  const detail::AssessedView view(study, options.object, options.wave, options.by);
  ContrastRows rows(options.level);
  const auto same_dimension = [](const Assessed& a, const Assessed& b) {
    return a.wave == b.wave && a.dimension == b.dimension;
  };
  detail::for_each_run(view.rows, same_dimension, [&](Run dimension) {
    std::vector<Run> groups;
    detail::for_each_run(dimension, detail::same_group, [&](Run run) {
      if (view.groups[run.front().group] != kNoGroup) groups.push_back(run);
    });
    for (std::size_t x = 0; x < groups.size(); ++x) {
      for (std::size_t y = x + 1; y < groups.size(); ++y) rows.add(study, view, groups[x], groups[y]);
    }
  });
  auto texts = detail::option_texts(options);
  texts["level"] = stats::detail::text_of(options.level);
  texts["adjusted_over"] = "all rows of the table";
  return {"Gerdes contrasts of " + study.id() + " by " + options.by, std::move(rows).columns(),
          stats::detail::provenance_of(
              {"Cliff's delta, Mann-Whitney U, false discovery rate over all pairs of groups and dimensions",
               "Cliff (1993); Feng & Cliff (2004); Mann & Whitney (1947); Benjamini & Hochberg (1995)"},
              std::move(texts))};
}

}  // namespace houvast
