#include "houvast/gerdes/strengthening.hpp"

#include <algorithm>
#include <optional>
#include <span>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "base/index.hpp"
#include "gerdes/assessed.hpp"
#include "gerdes/wording.hpp"
#include "houvast/base/choice.hpp"
#include "houvast/scoring/intervals.hpp"
#include "houvast/text/say.hpp"
#include "scoring/support.hpp"

namespace houvast::inline v0_1 {
using houvast::detail::at;
namespace {

using detail::Assessed;
using detail::StageTally;

void require_rule(const StageRule& rule) {
  constexpr std::int64_t kMost = 1000000;  // so that products with counts stay far below 2^63
  if (rule.denominator < 1 || rule.denominator > kMost || rule.numerator < 1 || rule.numerator > rule.denominator) {
    stats::detail::fail("HV-302", {"problem.subject.share_of_assessors"}, detail::fraction_text(rule),
                        {"problem.expected.positive_fraction"});
  }
  if (rule.minimum < 1) {
    stats::detail::fail("HV-302", {"problem.subject.fewest_assessors"}, std::to_string(rule.minimum),
                        {"problem.expected.no_less", {{"low", 1}}});
  }
}

bool is_enough(std::int64_t count, std::int64_t of, const StageRule& rule) {
  return count * rule.denominator >= of * rule.numerator;
}

// Whether a stage is reached, and what the don't knows could do to that.
struct Reach {
  std::int64_t at_least = 0;
  bool few = false;            ///< fewer assessors than the rule asks
  bool reached = false;        ///< by those who name a stage
  bool depends = false;        ///< those who do not know could turn it round
  std::int64_t everybody = 0;  ///< those who name a stage and those who do not know
};

Reach reach_of(const StageTally& tally, int stage, const StageRule& rule) {
  Reach reach;
  reach.at_least = tally.at_least(stage);
  reach.everybody = tally.n() + tally.dont_know();
  reach.few = tally.n() < rule.minimum;
  reach.reached = is_enough(reach.at_least, tally.n(), rule);
  reach.depends = is_enough(reach.at_least, reach.everybody, rule) !=
                  is_enough(reach.at_least + tally.dont_know(), reach.everybody, rule);
  return reach;
}

std::optional<double> share_of(std::int64_t count, std::int64_t of) {
  return of == 0 ? std::nullopt : std::optional(static_cast<double>(count) / static_cast<double>(of));
}

int wished_stage(const detail::Dimension& dimension, const StrengtheningOptions& options) {
  if (const auto own = options.wished.find(dimension.question->id); own != options.wished.end()) return own->second;
  const int lowest = dimension.scale->min(), highest = dimension.scale->max();
  if (options.complexity == Complexity::kSimple) return lowest;
  return options.complexity == Complexity::kComplex ? highest : lowest + (highest - lowest) / 2;
}

void require_wishes(const std::vector<detail::Dimension>& dimensions, const std::map<QuestionId, int>& wished) {
  for (const auto& [id, stage] : wished) {
    std::vector<std::string> known;
    const detail::Dimension* found = nullptr;
    for (const detail::Dimension& dimension : dimensions) {
      known.push_back(dimension.question->id.str());
      if (dimension.question->id == id) found = &dimension;
    }
    if (found == nullptr) {
      unknown_name("HV-502", {"problem.subject.wished_dimension"}, id.str(), known,
                   {"problem.expected.dimension_of_study"});
    }
    if (!found->scale->contains(stage)) {
      stats::detail::fail("HV-302", {"problem.subject.wished_stage_of", {{"dimension", id.str()}}},
                          std::to_string(stage),
                          {"problem.expected.from_to", {{"low", found->scale->min()}, {"high", found->scale->max()}}});
    }
  }
}

// The highest stage that the stated share reached; the lowest is always. Nothing of types.
std::optional<int> reached_stage(const StageTally& tally, const detail::Dimension& dimension, const StageRule& rule) {
  if (dimension.types()) return std::nullopt;
  const Scale& scale = *dimension.scale;
  int stage = scale.max();
  while (stage > scale.min() && !is_enough(tally.at_least(stage), tally.n(), rule)) --stage;
  return stage;
}

detail::Verdict verdict_of(const StageTally& tally, const detail::Dimension& dimension, int wished,
                           const StageRule& rule) {
  const Reach now = reach_of(tally, wished, rule);
  if (now.few) return detail::Verdict::kTooFew;
  if (now.depends) return detail::Verdict::kDepends;
  if (!now.reached) return detail::Verdict::kStrengthen;
  if (dimension.types() || wished == dimension.scale->max()) return detail::Verdict::kFits;
  const Reach beyond = reach_of(tally, wished + 1, rule);
  if (beyond.depends) return detail::Verdict::kDepends;
  return beyond.reached ? detail::Verdict::kLowerFits : detail::Verdict::kFits;
}

Strengthening strengthening_of(const WaveId& wave, const detail::Dimension& dimension, const std::string& group,
                               std::span<const Assessed> run, const StrengtheningOptions& options) {
  const StageTally tally(dimension, run);
  Strengthening row;
  row.wave = wave;
  row.dimension = dimension.question->id;
  row.title = dimension.question->text;
  row.group = group;
  row.inferred_order = dimension.inferred();
  row.n = tally.n();
  row.dont_know = tally.dont_know();
  row.wished = wished_stage(dimension, options);
  row.wished_title = dimension.stage(row.wished).title;
  row.at_least = tally.at_least(row.wished);
  row.share = stats::wilson_interval(row.at_least, row.n, options.stages.level);
  if (row.n >= options.rule.minimum) row.reached = reached_stage(tally, dimension, options.rule);
  const detail::Verdict verdict = verdict_of(tally, dimension, row.wished, options.rule);
  row.status = detail::status_text(verdict);
  const bool own = options.wished.contains(dimension.question->id);
  row.claims = detail::reason_claims({.dimension = dimension,
                                      .tally = tally,
                                      .wished = row.wished,
                                      .reached = row.reached,
                                      .verdict = verdict,
                                      .rule = options.rule,
                                      .complexity = own ? std::nullopt : std::optional(options.complexity),
                                      .people = options.stages.object == AssessedObject::kWhole,
                                      .counts = options.counts});
  if (verdict == detail::Verdict::kStrengthen) row.to_stage = row.reached ? *row.reached + 1 : row.wished;
  if (verdict == detail::Verdict::kLowerFits) row.to_stage = row.wished;
  if (row.to_stage) {
    row.to_title = dimension.stage(*row.to_stage).title;
    row.to_description = dimension.stage(*row.to_stage).description;
  }
  return row;
}

// Whether one group reached one stage of a dimension.
struct ReachedRow : detail::DimensionRow {
  using DimensionRow::DimensionRow;

  std::string wave, group, stage_title, wanted;
  std::int64_t stage = 0, n = 0, dont_know = 0;
  Reach reach;
  Estimate share;
};

Fields<ReachedRow> reached_fields() {
  using Row = ReachedRow;
  Fields<Row> fields{{"wave", {"column.wave_id"}, &Row::wave}};
  append(fields, detail::dimension_fields<Row>());
  append(fields, {{"group", {"column.group_value"}, &Row::group}});
  append(fields, detail::order_fields<Row>());
  append(fields, {{"stage", {"column.stage_above_lowest"}, &Row::stage},
                  {"stage_title", {"column.stage_name"}, &Row::stage_title},
                  {"n", {"column.assessments_with_stage"}, &Row::n},
                  {"at_least", {"column.assessments_at_stage"}, [](const Row& row) { return row.reach.at_least; }}});
  append(fields, interval_fields<Row>("share", {{"column.share_at_least"}}, &Row::share));
  append(fields,
         {{"dont_know", {"column.dont_know_in_no_share"}, &Row::dont_know},
          {"share_if_not",
           {"column.share_if_none_reached"},
           [](const Row& row) { return share_of(row.reach.at_least, row.reach.everybody); }},
          {"share_if_all",
           {"column.share_if_all_reached"},
           [](const Row& row) { return share_of(row.reach.at_least + row.dont_know, row.reach.everybody); }},
          {"wanted", {"column.share_wanted"}, &Row::wanted},
          {"reached", {"column.stage_is_reached"}, [](const Row& row) {
             return row.reach.few ? "unknown" : row.reach.depends ? "depends" : row.reach.reached ? "yes" : "no";
           }}});
  return fields;
}

Fields<Strengthening> strengthening_fields(const Language& language) {
  using Row = Strengthening;
  const auto text = [language](LocalizedText Row::*member) {
    return [language, member](const Row& row) { return (row.*member).get(language); };
  };
  // Told only when there is a stage to go to.
  const auto told = [text](LocalizedText Row::*member) {
    return [text, member](const Row& row) { return row.to_stage ? std::optional(text(member)(row)) : std::nullopt; };
  };
  Fields<Row> fields{{"wave", {"column.wave_id"}, &Row::wave}};
  append(fields, detail::dimension_fields<Row>(text(&Row::title)));
  append(fields, {{"group", {"column.group_value"}, &Row::group}});
  append(fields, detail::order_fields<Row>());
  append(fields, {{"n", {"column.assessments_with_stage"}, &Row::n},
                  {"dont_know", {"column.assessments_dont_know"}, &Row::dont_know},
                  {"wished", {"column.wished_stage"}, &Row::wished},
                  {"wished_title", {"column.its_name"}, text(&Row::wished_title)},
                  {"at_least", {"column.assessments_at_wished"}, &Row::at_least}});
  append(fields, interval_fields<Row>("share", {{"column.share_at_least"}}, &Row::share));
  append(fields, {{"stage_reached", {"column.stage_reached"}, &Row::reached},
                  {"status", {"column.strengthening_status"}, &Row::status},
                  {"reason",
                   {"column.status_in_words"},
                   [language](const Row& row) { return say(row.claims, {.language = language}); }},
                  {"to_stage", {"column.to_stage"}, &Row::to_stage},
                  {"to_title", {"column.its_name"}, told(&Row::to_title)},
                  {"to_description", {"column.to_description"}, told(&Row::to_description)}});
  return fields;
}

}  // namespace

Complexity complexity_of(std::string_view name) {
  return choose<Complexity>(
      argument("complexity"), name,
      {{"simple", Complexity::kSimple}, {"composite", Complexity::kComposite}, {"complex", Complexity::kComplex}});
}

std::string_view to_string(Complexity complexity) noexcept {
  return complexity == Complexity::kSimple ? "simple" : complexity == Complexity::kComposite ? "composite" : "complex";
}

Table gerdes_reached(const Study& study, const StageOptions& options, const StageRule& rule) {
  require_rule(rule);
  stats::detail::require_level(options.level);
  detail::AssessedView view(study, options.object, options.wave, options.by);
  view.keep_ordered();
  std::vector<ReachedRow> rows;
  detail::for_each_run(view.rows, detail::same_group, [&](std::span<const Assessed> run) {
    const detail::Dimension& dimension = view.dimensions[run.front().dimension];
    const StageTally tally(dimension, run);
    for (int value = dimension.scale->min() + 1; value <= dimension.scale->max(); ++value) {
      ReachedRow& row = rows.emplace_back(dimension);
      row.reach = reach_of(tally, value, rule);
      row.wave = at(study.waves(), run.front().wave).id.str();
      row.group = view.groups[run.front().group];
      row.stage = value;
      row.stage_title = dimension.stage(value).title.nl;
      row.n = tally.n();
      row.dont_know = tally.dont_know();
      row.share = stats::wilson_interval(row.reach.at_least, row.n, options.level);
      row.wanted = detail::fraction_text(rule);
    }
  });
  auto texts = detail::option_texts(options);
  texts["share"] = detail::fraction_text(rule);
  texts["minimum"] = std::to_string(rule.minimum);
  texts["level"] = stats::detail::text_of(options.level);
  return {{"title.stages_reached", {{"study", study.id()}}},
          columns_of(rows, reached_fields()),
          stats::detail::provenance_of({"method.stages_reached", "source.own_wilson_1927"}, std::move(texts))};
}

std::vector<Strengthening> strengthenings(const Study& study, const StrengtheningOptions& options) {
  require_rule(options.rule);
  stats::detail::require_level(options.stages.level);
  const detail::AssessedView view(study, options.stages.object, options.stages.wave, options.stages.by);
  require_wishes(view.dimensions, options.wished);
  std::map<std::tuple<std::int64_t, std::size_t, std::size_t>, std::span<const Assessed>> runs;
  detail::for_each_run(view.rows, detail::same_group, [&](std::span<const Assessed> run) {
    runs.emplace(std::tuple(run.front().wave, run.front().dimension, run.front().group), run);
  });
  std::vector<Strengthening> rows;
  for (const std::int64_t w : detail::waves_of(study, options.stages.wave)) {
    const Wave& wave = at(study.waves(), w);
    for (std::size_t d = 0; d < view.dimensions.size(); ++d) {
      // Of types none is the next one: only who wishes one is told how it stands.
      if (view.dimensions[d].types() && !options.wished.contains(view.dimensions[d].question->id)) continue;
      const bool asked = std::find(wave.instruments.begin(), wave.instruments.end(),
                                   view.dimensions[d].instrument->id()) != wave.instruments.end();
      for (std::size_t g = 0; g < view.groups.size(); ++g) {
        const auto found = runs.find({w, d, g});
        // A group that judged nothing has a row too: it is unknown, not fine.
        if (found != runs.end() || (asked && (options.stages.by.empty() || view.groups[g] != kNoGroup))) {
          rows.push_back(strengthening_of(wave.id, view.dimensions[d], view.groups[g],
                                          found != runs.end() ? found->second : std::span<const Assessed>(), options));
        }
      }
    }
  }
  return rows;
}

Table gerdes_strengthening(const Study& study, const StrengtheningOptions& options) {
  auto texts = detail::option_texts(options.stages);
  texts["complexity"] = std::string(to_string(options.complexity));
  texts["share"] = detail::fraction_text(options.rule);
  texts["minimum"] = std::to_string(options.rule.minimum);
  texts["level"] = stats::detail::text_of(options.stages.level);
  for (const auto& [id, stage] : options.wished) texts["wished_" + id.str()] = std::to_string(stage);
  return {{"title.strengthening", {{"study", study.id()}}},
          columns_of(strengthenings(study, options), strengthening_fields(options.language)),
          stats::detail::provenance_of({"method.strengthening", "source.samen_beter"}, std::move(texts))};
}

}  // namespace houvast::inline v0_1
