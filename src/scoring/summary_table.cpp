#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "houvast/scoring/resample.hpp"
#include "houvast/scoring/summary.hpp"
#include "scoring/score_fields.hpp"
#include "scoring/study_view.hpp"

namespace houvast::inline v0_1 {
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

std::string wording_of(const Study& study, const Score& score) {
  for (const Instrument& each : study.data().instruments) {
    if (each.id() != score.instrument) continue;
    return score.is_element ? each.element(ElementId(score.id)).title.get(Language::kNl)
                            : each.question(QuestionId(score.id)).text.get(Language::kNl);
  }
  return {};
}

struct ScoreRow {
  [[nodiscard]] const Score& score() const { return *of; }

  const Score* of;
  std::string text;
  Estimate mean{};
};

Fields<ScoreRow> score_fields(std::size_t categories, bool with_mean) {
  using Row = ScoreRow;
  using detail::of_score;
  Fields<Row> fields{{"wave", {"column.wave_id"}, of_score<Row>(&Score::wave)},
                     {"instrument", {"column.instrument_id"}, of_score<Row>(&Score::instrument)},
                     {"kind", {"column.question_or_element"}, of_score<Row>(detail::kind_of)},
                     {"id", {"column.question_or_element_id"}, of_score<Row>(&Score::id)},
                     {"text", {"column.exact_wording"}, &Row::text},
                     {"group", {"column.group_value"}, of_score<Row>(&Score::group)},
                     {"asked",
                      {"column.people_asked_by_parties"},
                      [](const Row& row) { return row.of->asked_known ? std::optional(row.of->asked) : std::nullopt; }},
                     {"respondents", {"column.people_returned"}, of_score<Row>(&Score::respondents)},
                     {"response", {"column.response"}, of_score<Row>(&Score::response_share)}};
  append(fields, detail::state_fields<Row>());
  append(fields, detail::high_fields<Row>());
  append(fields, detail::top_fields<Row>());
  if (with_mean) {
    const IntervalMeaning meaning{{"column.mean"}, {"column.bootstrap_low"}, {"column.bootstrap_high"}};
    append(fields, interval_fields<Row>("mean", meaning, &Row::mean));
  }
  append(fields, detail::count_fields<Row>(categories));
  return fields;
}

}  // namespace

Table scores_table(const Study& study, const std::vector<Score>& scores, const ScoreOptions& options) {
  std::size_t categories = 0;
  std::vector<ScoreRow> rows;
  for (const Score& score : scores) {
    categories = std::max(categories, score.counts.size());
    ScoreRow& row = rows.emplace_back(ScoreRow{&score, wording_of(study, score)});
    if (options.with_mean) row.mean = mean_of(study, score, options);
  }
  const char* const mean_too = options.with_mean ? "yes" : "no";
  Provenance provenance =
      provenance_of({"method.scores", {{"mean", mean_too}}}, {"source.scores", {{"mean", mean_too}}});
  provenance.options = detail::option_texts(options);
  provenance.options["unit"] = "respondents";
  if (options.with_mean) provenance.seed = options.seed;
  return {detail::title_by({"title.scores", {{"study", study.id()}}}, options.by),
          columns_of(rows, score_fields(categories, options.with_mean)), std::move(provenance)};
}

}  // namespace houvast::inline v0_1
