#include <algorithm>

#include "houvast/scoring/resample.hpp"
#include "houvast/scoring/summary.hpp"
#include "houvast/version.hpp"
#include "scoring/study_view.hpp"

namespace houvast {
namespace {

// The mean of the answers, or of the scale scores, with a bootstrap interval.
Estimate mean_of(const Study& study, const Score& score, const ScoreOptions& options) {
  const stats::BootstrapOptions bootstrap{.level = options.level, .seed = options.seed};
  if (score.is_element) return stats::bootstrap_mean(score.scale_scores, bootstrap);
  const Scale& scale = *scale_of(study, score);
  std::vector<double> values;
  for (int value = scale.min(); value <= scale.max(); ++value) values.push_back(value);
  return stats::bootstrap_mean_from_histogram(values, score.counts, bootstrap);
}

}  // namespace

Table scores_table(const Study& study, const std::vector<Score>& scores, const ScoreOptions& options) {
  std::vector<std::string> wave, instrument, kind, id, text, group;
  std::vector<std::int64_t> respondents, scored, top;
  std::vector<std::vector<std::int64_t>> states(kAnswerStates);
  std::size_t categories = 0;
  for (const Score& score : scores) categories = std::max(categories, score.counts.size());
  ColumnBuilder<double> dont_know("dont_know_share", {"column.dont_know_share"});
  ColumnBuilder<double> median_low("median_low", {"column.median_low"});
  ColumnBuilder<double> median_high("median_high", {"column.median_high"});
  ColumnBuilder<double> share("top_box", {"column.top_share"});
  ColumnBuilder<double> low("top_box_low", {"column.wilson_low"});
  ColumnBuilder<double> high("top_box_high", {"column.wilson_high"});
  ColumnBuilder<std::int64_t> asked("asked", {"column.people_asked_by_parties"});
  ColumnBuilder<double> response("response", {"column.response"});
  ColumnBuilder<double> mean("mean", {"column.mean"});
  ColumnBuilder<double> mean_low("mean_low", {"column.bootstrap_low"});
  ColumnBuilder<double> mean_high("mean_high", {"column.bootstrap_high"});
  std::vector<ColumnBuilder<std::int64_t>> counts;
  for (std::size_t i = 0; i < categories; ++i) {
    counts.emplace_back("count_" + std::to_string(i + 1), Claim{"column.answers_in_category", {{"number", i + 1}}});
  }
  for (const Score& score : scores) {
    wave.push_back(score.wave.str());
    instrument.push_back(score.instrument.str());
    kind.emplace_back(score.is_element ? "element" : "question");
    id.push_back(score.id);
    for (const Instrument& each : study.data().instruments) {
      if (each.id() != score.instrument) continue;
      text.push_back(score.is_element ? each.element(ElementId(score.id)).title.get(Language::kNl)
                                      : each.question(QuestionId(score.id)).text.get(Language::kNl));
    }
    group.push_back(score.group);
    asked.push(score.asked_known ? std::optional(score.asked) : std::nullopt);
    respondents.push_back(score.respondents);
    response.push(score.response_share());
    for (std::size_t s = 0; s < score.states.size(); ++s) states[s].push_back(score.states[s]);
    dont_know.push(score.dont_know_share());
    scored.push_back(score.scored);
    median_low.push(score.median_low);
    median_high.push(score.median_high);
    top.push_back(score.top);
    share.push(score.top_share);
    low.push(score.top_interval ? std::optional(score.top_interval->low) : std::nullopt);
    high.push(score.top_interval ? std::optional(score.top_interval->high) : std::nullopt);
    if (options.with_mean) {
      const Estimate estimate = mean_of(study, score, options);
      mean.push(estimate.defined() ? std::optional(estimate.value) : std::nullopt);
      mean_low.push(estimate.interval ? std::optional(estimate.interval->low) : std::nullopt);
      mean_high.push(estimate.interval ? std::optional(estimate.interval->high) : std::nullopt);
    }
    for (std::size_t i = 0; i < counts.size(); ++i) {
      counts[i].push(i < score.counts.size() ? std::optional(score.counts[i]) : std::nullopt);
    }
  }
  std::vector<Column> columns;
  columns.push_back({"wave", std::move(wave), {}, {"column.wave_id"}});
  columns.push_back({"instrument", std::move(instrument), {}, {"column.instrument_id"}});
  columns.push_back({"kind", std::move(kind), {}, {"column.question_or_element"}});
  columns.push_back({"id", std::move(id), {}, {"column.question_or_element_id"}});
  columns.push_back({"text", std::move(text), {}, {"column.exact_wording"}});
  columns.push_back({"group", std::move(group), {}, {"column.group_value"}});
  columns.push_back(std::move(asked).build());
  columns.push_back({"respondents", std::move(respondents), {}, {"column.people_returned"}});
  columns.push_back(std::move(response).build());
  for (std::size_t s = 0; s < states.size(); ++s) {
    columns.push_back(
        {std::string(to_string(static_cast<AnswerState>(s))), std::move(states[s]), {}, {"column.answers_in_state"}});
  }
  columns.push_back(std::move(dont_know).build());
  columns.push_back({"scored", std::move(scored), {}, {"column.scored"}});
  columns.push_back(std::move(median_low).build());
  columns.push_back(std::move(median_high).build());
  columns.push_back({"top", std::move(top), {}, {"column.top"}});
  columns.push_back(std::move(share).build());
  columns.push_back(std::move(low).build());
  columns.push_back(std::move(high).build());
  if (options.with_mean) {
    columns.push_back(std::move(mean).build());
    columns.push_back(std::move(mean_low).build());
    columns.push_back(std::move(mean_high).build());
  }
  for (auto& count : counts) columns.push_back(std::move(count).build());
  Provenance provenance;
  provenance.definition =
      "six-state counts, median and top box with Wilson interval; a scale score is the mean of the answered items";
  provenance.source = "Wilson (1927); own definition";
  provenance.options = detail::option_texts(options);
  provenance.options["unit"] = "respondents";
  if (options.with_mean) {
    provenance.definition += "; mean with percentile bootstrap interval, 2,000 resamples";
    provenance.source += "; Efron (1979)";
    provenance.seed = options.seed;
  }
  provenance.version = kVersion;
  return {"Scores of " + study.id() + (options.by.empty() ? "" : " by " + options.by), std::move(columns),
          std::move(provenance)};
}

}  // namespace houvast
