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
  ColumnBuilder<double> dont_know("dont_know_share",
                                  "don't knows / (answered + don't know + refused + skipped), 0 to 1");
  ColumnBuilder<double> median_low("median_low",
                                   "lower middle answer or scale score, in the scale's values; answers as given");
  ColumnBuilder<double> median_high("median_high",
                                    "upper middle answer or scale score, in the scale's values; answers as given");
  ColumnBuilder<double> share("top_box",
                              "share of answers (element: of scale scores) in the top box, 0 to 1; reversed "
                              "question: in the mirrored one");
  ColumnBuilder<double> low("top_box_low", "lower bound of the Wilson interval");
  ColumnBuilder<double> high("top_box_high", "upper bound of the Wilson interval");
  ColumnBuilder<std::int64_t> asked("asked", "people asked, from the parties table; missing when that is not known");
  ColumnBuilder<double> response("response",
                                 "respondents / asked, 0 to 1; missing when nobody was asked, or it is not known");
  ColumnBuilder<double> mean("mean", "mean answer as given, or scale score, in the scale's values");
  ColumnBuilder<double> mean_low("mean_low", "lower bound of its percentile bootstrap interval");
  ColumnBuilder<double> mean_high("mean_high", "upper bound of its percentile bootstrap interval");
  std::vector<ColumnBuilder<std::int64_t>> counts;
  for (std::size_t i = 0; i < categories; ++i) {
    counts.emplace_back("count_" + std::to_string(i + 1),
                        "answers in category " + std::to_string(i + 1) + " counted from the scale's lowest value");
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
  columns.push_back({"wave", std::move(wave), {}, "wave id"});
  columns.push_back({"instrument", std::move(instrument), {}, "instrument id"});
  columns.push_back({"kind", std::move(kind), {}, "question or element"});
  columns.push_back({"id", std::move(id), {}, "question or element id"});
  columns.push_back({"text", std::move(text), {}, "the exact Dutch wording"});
  columns.push_back(
      {"group", std::move(group), {}, "value of the attribute that results are split by; empty: everybody, or none"});
  columns.push_back(std::move(asked).build());
  columns.push_back({"respondents", std::move(respondents), {}, "people who returned the instrument"});
  columns.push_back(std::move(response).build());
  for (std::size_t s = 0; s < states.size(); ++s) {
    columns.push_back({std::string(to_string(static_cast<AnswerState>(s))),
                       std::move(states[s]),
                       {},
                       "number of answers in this state; for an element over its rated questions"});
  }
  columns.push_back(std::move(dont_know).build());
  columns.push_back({"scored", std::move(scored), {}, "answers, or scale scores by the rule on items answered"});
  columns.push_back(std::move(median_low).build());
  columns.push_back(std::move(median_high).build());
  columns.push_back(
      {"top", std::move(top), {}, "answers or scale scores in the top box; reversed question: in the mirrored one"});
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
