#include <limits>
#include <map>
#include <set>
#include <string_view>
#include <tuple>
#include <utility>

#include "gerdes/assessed.hpp"
#include "houvast/gerdes/contrasts.hpp"
#include "houvast/scoring/contrast.hpp"
#include "scoring/support.hpp"

namespace houvast {
namespace {

using detail::Assessed;

// What one assessor said about one object and dimension in both waves; null = did not judge it.
struct Both {
  const Assessed* before = nullptr;
  const Assessed* after = nullptr;

  [[nodiscard]] const Assessed& latest() const { return after != nullptr ? *after : *before; }
};

class ChangeRows {
 public:
  explicit ChangeRows(double level) : level_(level) {}

  void add(const Wave& from, const Wave& to, const detail::Dimension& dimension, const std::string& group,
           const std::vector<Both>& people) {
    from_.push_back(from.id.str());
    to_.push_back(to.id.str());
    about_.add(dimension);
    group_.push_back(group);
    std::int64_t both = 0, joined = 0, left = 0, came = 0, lost = 0;
    detail::StageTally earlier(*dimension.scale), later(*dimension.scale);
    std::vector<double> before, after;
    std::set<std::string_view> seen;
    bool repeats = false;
    for (const Both& person : people) {
      if (person.before == nullptr || person.after == nullptr) {
        ++(person.after != nullptr ? joined : left);
        continue;
      }
      ++both;
      const AnswerState was = person.before->state, is = person.after->state;
      came += was == AnswerState::kDontKnow && is == AnswerState::kAnswered ? 1 : 0;
      lost += was == AnswerState::kAnswered && is == AnswerState::kDontKnow ? 1 : 0;
      if (was != AnswerState::kAnswered || is != AnswerState::kAnswered) continue;
      repeats = !seen.insert(*person.after->assessor).second || repeats;
      earlier.add(*person.before);
      later.add(*person.after);
      before.push_back(person.before->stage);
      after.push_back(person.after->stage);
    }
    const Estimate test = stats::sign_test(after, before, stats::Alternative::kTwoSided, level_);
    std::int64_t up = 0, down = 0;
    for (std::size_t i = 0; i < after.size(); ++i) {
      up += after[i] > before[i] ? 1 : 0;
      down += after[i] < before[i] ? 1 : 0;
    }
    n_both_.push_back(both);
    n_joined_.push_back(joined);
    n_left_.push_back(left);
    n_pairs_.push_back(later.n());
    up_.push_back(up);
    same_.push_back(later.n() - up - down);
    down_.push_back(down);
    median_from_.push(earlier.median_low(), earlier.median_high());
    median_to_.push(later.median_low(), later.median_high());
    Estimate shown = test;
    if (repeats) shown.interval.reset();
    share_up_.push(shown);
    p_values_.push_back(test.defined() && test.p_value && !repeats ? *test.p_value
                                                                   : std::numeric_limits<double>::quiet_NaN());
    came_.push_back(came);
    lost_.push_back(lost);
    reason_.push(later.n() == 0    ? std::optional<std::string>("nobody named a stage in both waves")
                 : !test.defined() ? std::optional(test.reason)
                 : repeats         ? std::optional<std::string>("some people judged several objects, so these are not "
                                                                "independent")
                                   : std::nullopt);
  }

  [[nodiscard]] std::vector<Column> columns() && {
    std::vector<Column> all;
    all.push_back({"from", std::move(from_), {}, {"column.earlier_wave"}});
    all.push_back({"to", std::move(to_), {}, {"column.later_wave"}});
    about_.append_names_to(all);
    all.push_back({"group", std::move(group_), {}, {"column.group_value"}});
    about_.append_order_to(all);
    all.push_back({"n_both", std::move(n_both_), {}, {"column.judged_both"}});
    all.push_back({"n_joined", std::move(n_joined_), {}, {"column.judged_later_only"}});
    all.push_back({"n_left", std::move(n_left_), {}, {"column.judged_earlier_only"}});
    all.push_back({"n_pairs", std::move(n_pairs_), {}, {"column.judged_stage_twice"}});
    all.push_back({"up", std::move(up_), {}, {"column.pairs_up"}});
    all.push_back({"same", std::move(same_), {}, {"column.pairs_same_stage"}});
    all.push_back({"down", std::move(down_), {}, {"column.pairs_down"}});
    std::move(median_from_).append_to(all);
    std::move(median_to_).append_to(all);
    std::move(share_up_).append_to(all);
    detail::append_p_values(all, p_values_, {"column.p_sign"});
    all.push_back({"came_to_know", std::move(came_), {}, {"column.came_to_know"}});
    all.push_back({"no_longer_know", std::move(lost_), {}, {"column.no_longer_know"}});
    all.push_back(std::move(reason_).build());
    return all;
  }

 private:
  double level_;
  std::vector<std::string> from_, to_, group_;
  detail::DimensionColumns about_;
  std::vector<std::int64_t> n_both_, n_joined_, n_left_, n_pairs_, up_, same_, down_, came_, lost_;
  detail::MedianColumns median_from_{"_from", "pairs_before"};
  detail::MedianColumns median_to_{"_to", "pairs_after"};
  detail::IntervalColumns share_up_{"share_up", {"column.share_up"}};
  std::vector<double> p_values_;
  ColumnBuilder<std::string> reason_{"reason", {"column.why_missing"}};
};

}  // namespace

Table gerdes_change(const Study& study, const StageChangeOptions& options) {
  stats::detail::require_level(options.level);
  const detail::AssessedView view(study, options.object, std::nullopt, options.by);
  ChangeRows rows(options.level);
  for (const auto& [first, second] : detail::wave_pairs(study, options.from, options.to)) {
    std::map<std::tuple<std::size_t, std::int32_t, std::int32_t, std::string_view>, Both> said;
    for (const Assessed& row : view.rows) {
      if (row.wave != first && row.wave != second) continue;
      Both& both = said[{row.dimension, row.a, row.b, *row.assessor}];
      (row.wave == first ? both.before : both.after) = &row;
    }
    std::map<std::pair<std::size_t, std::size_t>, std::vector<Both>> of_group;
    for (const auto& [key, both] : said) of_group[{std::get<0>(key), both.latest().group}].push_back(both);
    for (const auto& [key, people] : of_group) {
      rows.add(study.waves()[static_cast<std::size_t>(first)], study.waves()[static_cast<std::size_t>(second)],
               view.dimensions[key.first], view.groups[key.second], people);
    }
  }
  stats::detail::Options texts{{"by", options.by},
                               {"object", std::string(to_string(options.object))},
                               {"level", stats::detail::text_of(options.level)},
                               {"adjusted_over", "all rows of the table"}};
  return {"Gerdes change in " + study.id() + (options.by.empty() ? "" : " by " + options.by), std::move(rows).columns(),
          stats::detail::provenance_of(
              {"stages of the same assessors in two waves, exact sign test, false discovery rate over all rows",
               "Dixon & Mood (1946); Wilson (1927); Benjamini & Hochberg (1995)"},
              std::move(texts))};
}

}  // namespace houvast
