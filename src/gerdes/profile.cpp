#include "houvast/gerdes/profile.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

#include "gerdes/assessed.hpp"
#include "houvast/scoring/agreement.hpp"
#include "houvast/scoring/intervals.hpp"
#include "houvast/version.hpp"
#include "scoring/support.hpp"

namespace houvast {
namespace {

using detail::Assessed;
using detail::AssessedView;
using detail::StageTally;

constexpr const char* kSource = "Gerdes, Goei, Huizinga & De Ruyter (2020); Tastle & Wierman (2007), eq. 1";

StageProfile profile_of(const Study& study, const AssessedView& view, std::span<const Assessed> run, bool per_object) {
  const Assessed& first = run.front();
  const detail::Dimension& dimension = view.dimensions[first.dimension];
  const StageTally tally(*dimension.scale, run);
  StageProfile profile;
  profile.wave = study.waves()[static_cast<std::size_t>(first.wave)].id;
  profile.dimension = dimension.question->id;
  profile.group = view.groups[first.group];
  if (per_object && first.a >= 0) profile.object_a = study.parties()[static_cast<std::size_t>(first.a)].id;
  if (per_object && first.b >= 0) profile.object_b = study.parties()[static_cast<std::size_t>(first.b)].id;
  profile.counts = tally.counts();
  profile.states = tally.states();
  profile.n = tally.n();
  profile.assessors = detail::assessors_of(run);
  profile.median_low = tally.median_low();
  profile.median_high = tally.median_high();
  profile.inferred_order = dimension.inferred();
  if (profile.n == 0) return profile;
  const std::int64_t most = *std::max_element(profile.counts.begin(), profile.counts.end());
  for (std::size_t i = 0; i < profile.counts.size(); ++i) {
    if (profile.counts[i] == most) profile.modes.push_back(dimension.scale->min() + static_cast<int>(i));
  }
  const Estimate consensus = stats::consensus_from_counts(profile.counts);
  if (consensus.defined()) profile.consensus = consensus.value;
  return profile;
}

Column count_column(const char* name, const std::vector<StageProfile>& profiles, AnswerState state, Claim meaning) {
  std::vector<std::int64_t> counts;
  for (const StageProfile& profile : profiles) counts.push_back(profile.state(state));
  return {name, std::move(counts), {}, std::move(meaning)};
}

}  // namespace

AssessedObject assessed_object_of(std::string_view name) {
  for (const AssessedObject object : {AssessedObject::kWhole, AssessedObject::kPair, AssessedObject::kPartyTies}) {
    if (to_string(object) == name) return object;
  }
  throw ValueError({"HV-303", "object", std::string(name), "whole, pair or party", {}});
}

std::string_view to_string(AssessedObject object) noexcept {
  return object == AssessedObject::kWhole ? "whole" : object == AssessedObject::kPair ? "pair" : "party";
}

std::vector<StageProfile> stage_profiles(const Study& study, const StageOptions& options) {
  const AssessedView view(study, options.object, options.wave, options.by);
  std::vector<StageProfile> result;
  const auto same = [&](const Assessed& x, const Assessed& y) {
    return detail::same_group(x, y) && (!options.per_object || std::tie(x.a, x.b) == std::tie(y.a, y.b));
  };
  detail::for_each_run(view.rows, same, [&](std::span<const Assessed> run) {
    result.push_back(profile_of(study, view, run, options.per_object));
  });
  return result;
}

Table stage_table(const Study& study, const std::vector<StageProfile>& profiles, const StageOptions& options) {
  std::vector<std::string> wave, group, object_a, object_b, modes;
  std::vector<std::int64_t> n, assessors;
  std::size_t stages = 0;
  for (const StageProfile& profile : profiles) stages = std::max(stages, profile.counts.size());
  std::vector<ColumnBuilder<std::int64_t>> counts;
  for (std::size_t i = 0; i < stages; ++i) {
    counts.emplace_back("stage_" + std::to_string(i + 1),
                        Claim{"column.assessments_of_numbered_stage", {{"number", i + 1}}});
  }
  detail::DimensionColumns about;
  detail::MedianColumns median("", "all");
  ColumnBuilder<double> consensus("consensus", {"column.stage_consensus"});
  for (const StageProfile& profile : profiles) {
    const auto index = static_cast<std::size_t>(study.question_index(profile.dimension).value());
    about.add({study.questions()[index].question, study.questions()[index].scale, nullptr});
    wave.push_back(profile.wave.str());
    group.push_back(profile.group);
    object_a.push_back(profile.object_a.str());
    object_b.push_back(profile.object_b.str());
    n.push_back(profile.n);
    assessors.push_back(profile.assessors);
    for (std::size_t i = 0; i < counts.size(); ++i) {
      counts[i].push(i < profile.counts.size() ? std::optional(profile.counts[i]) : std::nullopt);
    }
    median.push(profile.median_low, profile.median_high);
    std::string text;
    for (const int mode : profile.modes) text += (text.empty() ? "" : ";") + std::to_string(mode);
    modes.push_back(std::move(text));
    consensus.push(profile.consensus);
  }
  std::vector<Column> columns;
  columns.push_back({"wave", std::move(wave), {}, {"column.wave_id"}});
  about.append_names_to(columns);
  columns.push_back({"group", std::move(group), {}, {"column.group_value"}});
  if (options.per_object) {
    columns.push_back({"object_a", std::move(object_a), {}, {"column.object_a_of_row"}});
    columns.push_back({"object_b", std::move(object_b), {}, {"column.object_b_of_row"}});
  }
  columns.push_back({"n", std::move(n), {}, {"column.assessments_with_stage"}});
  columns.push_back({"assessors", std::move(assessors), {}, {"column.assessors"}});
  for (auto& count : counts) columns.push_back(std::move(count).build());
  columns.push_back(count_column("dont_know", profiles, AnswerState::kDontKnow, {"column.assessments_dont_know"}));
  columns.push_back(
      count_column("not_applicable", profiles, AnswerState::kNotApplicable, {"column.assessments_not_applicable"}));
  columns.push_back(count_column("refused", profiles, AnswerState::kRefused, {"column.refused"}));
  columns.push_back(count_column("skipped", profiles, AnswerState::kSkipped, {"column.skipped"}));
  std::move(median).append_to(columns);
  columns.push_back({"modes", std::move(modes), {}, {"column.modes"}});
  columns.push_back(std::move(consensus).build());
  about.append_order_to(columns);
  auto texts = detail::option_texts(options);
  texts["per_object"] = options.per_object ? "true" : "false";
  return {"Gerdes profile of " + study.id(),
          std::move(columns),
          {"distribution, median interval, mode and consensus of ordered stages", kSource, std::move(texts),
           std::nullopt, kVersion}};
}

Table gerdes_plot_data(const Study& study, const StageOptions& options) {
  stats::detail::require_level(options.level);
  const AssessedView view(study, options.object, options.wave, options.by);
  std::vector<std::string> wave, group, stage_title;
  std::vector<std::int64_t> axis, stage, count, n, dont_know;
  std::vector<bool> within;
  detail::DimensionColumns about;
  detail::IntervalColumns share("share", {"column.stage_share"});
  detail::for_each_run(view.rows, detail::same_group, [&](std::span<const Assessed> run) {
    const detail::Dimension& dimension = view.dimensions[run.front().dimension];
    const StageTally tally(*dimension.scale, run);
    for (std::size_t i = 0; i < tally.counts().size(); ++i) {
      const int value = dimension.scale->min() + static_cast<int>(i);
      wave.push_back(study.waves()[static_cast<std::size_t>(run.front().wave)].id.str());
      about.add(dimension);
      group.push_back(view.groups[run.front().group]);
      axis.push_back(static_cast<std::int64_t>(run.front().dimension) + 1);
      stage.push_back(value);
      stage_title.push_back(dimension.stage(value).title.nl);
      count.push_back(tally.counts()[i]);
      share.push(stats::wilson_interval(tally.counts()[i], tally.n(), options.level));
      within.push_back(tally.n() > 0 && value >= *tally.median_low() && value <= *tally.median_high());
      n.push_back(tally.n());
      dont_know.push_back(tally.dont_know());
    }
  });
  std::vector<Column> columns;
  columns.push_back({"wave", std::move(wave), {}, {"column.wave_id"}});
  about.append_names_to(columns);
  columns.push_back({"group", std::move(group), {}, {"column.group_value"}});
  about.append_order_to(columns);
  columns.push_back({"axis", std::move(axis), {}, {"column.dimension_place"}});
  columns.push_back({"stage", std::move(stage), {}, {"column.stage_from_lowest"}});
  columns.push_back({"stage_title", std::move(stage_title), {}, {"column.stage_name"}});
  columns.push_back({"count", std::move(count), {}, {"column.assessments_of_stage"}});
  std::move(share).append_to(columns);
  columns.push_back({"within_median", std::move(within), {}, {"column.in_median_interval"}});
  columns.push_back({"n", std::move(n), {}, {"column.assessments_with_stage"}});
  columns.push_back({"dont_know", std::move(dont_know), {}, {"column.assessments_dont_know"}});
  return {"Gerdes profile of " + study.id() + ", to draw",
          std::move(columns),
          {"distribution and median interval of ordered stages", "own definition; Wilson (1927)",
           detail::option_texts(options), std::nullopt, kVersion}};
}

}  // namespace houvast
