#include "houvast/gerdes/profile.hpp"

#include <algorithm>
#include <functional>
#include <tuple>
#include <utility>

#include "base/index.hpp"
#include "gerdes/assessed.hpp"
#include "houvast/base/choice.hpp"
#include "houvast/scoring/agreement.hpp"
#include "houvast/scoring/intervals.hpp"
#include "houvast/version.hpp"
#include "scoring/support.hpp"

namespace houvast::inline v0_1 {
using houvast::detail::as_size;
using houvast::detail::at;
namespace {

using detail::Assessed;
using detail::AssessedView;
using detail::StageTally;

constexpr const char* kSource = "source.gerdes_2020";

StageProfile profile_of(const Study& study, const AssessedView& view, std::span<const Assessed> run, bool per_object) {
  const Assessed& first = run.front();
  const detail::Dimension& dimension = view.dimensions[first.dimension];
  const StageTally tally(dimension, run);
  StageProfile profile;
  profile.wave = at(study.waves(), first.wave).id;
  profile.dimension = dimension.question->id;
  profile.group = view.groups[first.group];
  if (per_object && first.a >= 0) profile.object_a = at(study.parties(), first.a).id;
  if (per_object && first.b >= 0) profile.object_b = at(study.parties(), first.b).id;
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
  if (dimension.types()) return profile;
  const Estimate consensus = stats::consensus_from_counts(profile.counts);
  if (consensus.defined()) profile.consensus = consensus.value;
  return profile;
}

std::string joined_modes(const StageProfile& profile) {
  std::string text;
  for (const int mode : profile.modes) text += (text.empty() ? "" : ";") + std::to_string(mode);
  return text;
}

struct ProfileRow : detail::DimensionRow {
  ProfileRow(const detail::Dimension& about, const StageProfile& of) : DimensionRow(about), profile(&of) {}

  const StageProfile* profile;
};

// A column of what a profile holds.
template <class Member>
auto of_profile(Member member) {
  return [member](const ProfileRow& row) { return std::invoke(member, *row.profile); };
}

auto state_of_profile(AnswerState state) {
  return [state](const ProfileRow& row) { return row.profile->state(state); };
}

Fields<ProfileRow> profile_fields(std::size_t stages, bool per_object) {
  using Row = ProfileRow;
  Fields<Row> fields{{"wave", {"column.wave_id"}, of_profile(&StageProfile::wave)}};
  append(fields, detail::dimension_fields<Row>());
  append(fields, {{"group", {"column.group_value"}, of_profile(&StageProfile::group)}});
  if (per_object) {
    append(fields, {{"object_a", {"column.object_a_of_row"}, of_profile(&StageProfile::object_a)},
                    {"object_b", {"column.object_b_of_row"}, of_profile(&StageProfile::object_b)}});
  }
  append(fields, {{"n", {"column.assessments_with_stage"}, of_profile(&StageProfile::n)},
                  {"assessors", {"column.assessors"}, of_profile(&StageProfile::assessors)}});
  for (std::size_t i = 0; i < stages; ++i) {
    fields.emplace_back("stage_" + std::to_string(i + 1),
                        Claim{"column.assessments_of_numbered_stage", {{"number", i + 1}}}, [i](const Row& row) {
                          const std::vector<std::int64_t>& counts = row.profile->counts;
                          return i < counts.size() ? std::optional(counts[i]) : std::nullopt;
                        });
  }
  append(fields,
         {{"dont_know", {"column.assessments_dont_know"}, state_of_profile(AnswerState::kDontKnow)},
          {"not_applicable", {"column.assessments_not_applicable"}, state_of_profile(AnswerState::kNotApplicable)},
          {"refused", {"column.refused"}, state_of_profile(AnswerState::kRefused)},
          {"skipped", {"column.skipped"}, state_of_profile(AnswerState::kSkipped)}});
  append(fields, detail::median_fields<Row>("", "all", [](const Row& row) {
           return StageSide{.low = row.profile->median_low, .high = row.profile->median_high};
         }));
  append(fields, {{"modes", {"column.modes"}, of_profile(joined_modes)},
                  {"consensus", {"column.stage_consensus"}, of_profile(&StageProfile::consensus)}});
  append(fields, detail::order_fields<Row>());
  return fields;
}

// A stage of a dimension as one group sees it, to draw.
struct StageRow : detail::DimensionRow {
  using DimensionRow::DimensionRow;

  std::string wave, group, stage_title;
  std::int64_t axis = 0, stage = 0, count = 0, n = 0, dont_know = 0;
  Estimate share;
  bool within_median = false;
};

Fields<StageRow> stage_fields() {
  using Row = StageRow;
  Fields<Row> fields{{"wave", {"column.wave_id"}, &Row::wave}};
  append(fields, detail::dimension_fields<Row>());
  append(fields, {{"group", {"column.group_value"}, &Row::group}});
  append(fields, detail::order_fields<Row>());
  append(fields, {{"axis", {"column.dimension_place"}, &Row::axis},
                  {"stage", {"column.stage_from_lowest"}, &Row::stage},
                  {"stage_title", {"column.stage_name"}, &Row::stage_title},
                  {"count", {"column.assessments_of_stage"}, &Row::count}});
  append(fields, interval_fields<Row>("share", {{"column.stage_share"}}, &Row::share));
  append(fields, {{"within_median", {"column.in_median_interval"}, &Row::within_median},
                  {"n", {"column.assessments_with_stage"}, &Row::n},
                  {"dont_know", {"column.assessments_dont_know"}, &Row::dont_know}});
  return fields;
}

}  // namespace

AssessedObject assessed_object_of(std::string_view name) {
  for (const AssessedObject object : {AssessedObject::kWhole, AssessedObject::kPair, AssessedObject::kPartyTies}) {
    if (to_string(object) == name) return object;
  }
  refuse_choice(argument("object"), name, {"whole", "pair", "party"});
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
  std::size_t stages = 0;
  std::vector<ProfileRow> rows;
  for (const StageProfile& profile : profiles) {
    stages = std::max(stages, profile.counts.size());
    const auto index = as_size(study.question_index(profile.dimension).value());
    rows.emplace_back(detail::Dimension{study.questions()[index].question, study.questions()[index].scale, nullptr},
                      profile);
  }
  auto texts = detail::option_texts(options);
  texts["per_object"] = options.per_object ? "true" : "false";
  return {{"title.stage_profile", {{"study", study.id()}}},
          columns_of(rows, profile_fields(stages, options.per_object)),
          {{"method.stage_profile"}, {kSource}, std::move(texts), std::nullopt, kVersion}};
}

Table gerdes_plot_data(const Study& study, const StageOptions& options) {
  stats::detail::require_level(options.level);
  const AssessedView view(study, options.object, options.wave, options.by);
  std::vector<StageRow> rows;
  detail::for_each_run(view.rows, detail::same_group, [&](std::span<const Assessed> run) {
    const detail::Dimension& dimension = view.dimensions[run.front().dimension];
    const StageTally tally(dimension, run);
    for (std::size_t i = 0; i < tally.counts().size(); ++i) {
      const int value = dimension.scale->min() + static_cast<int>(i);
      StageRow& row = rows.emplace_back(dimension);
      row.wave = at(study.waves(), run.front().wave).id.str();
      row.group = view.groups[run.front().group];
      row.axis = static_cast<std::int64_t>(run.front().dimension) + 1;
      row.stage = value;
      row.stage_title = dimension.stage(value).title.nl;
      row.count = tally.counts()[i];
      row.share = stats::wilson_interval(row.count, tally.n(), options.level);
      row.within_median = tally.median_low() && value >= *tally.median_low() && value <= *tally.median_high();
      row.n = tally.n();
      row.dont_know = tally.dont_know();
    }
  });
  return {{"title.stage_counts", {{"study", study.id()}}},
          columns_of(rows, stage_fields()),
          {{"method.stage_counts"}, {"source.own_wilson_1927"}, detail::option_texts(options), std::nullopt, kVersion}};
}

}  // namespace houvast::inline v0_1
