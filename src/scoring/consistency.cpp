#include "houvast/scoring/consistency.hpp"

#include <cmath>
#include <iterator>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/index.hpp"
#include "houvast/base/stop.hpp"
#include "houvast/scoring/reliability.hpp"
#include "scoring/study_view.hpp"
#include "scoring/support.hpp"

namespace houvast::inline v0_1 {
using houvast::detail::at;
namespace {

// Rows of those in one group.
std::vector<double> items_of_group(const std::vector<double>& items, std::size_t k,
                                   const std::vector<std::int32_t>& codes, std::size_t group) {
  std::vector<double> chosen;
  for (std::size_t row = 0; row < codes.size(); ++row) {
    if (codes[row] != static_cast<std::int32_t>(group)) continue;
    for (std::size_t i = 0; i < k; ++i) chosen.push_back(items[row * k + i]);
  }
  return chosen;
}

// Calls `work(wave, element, group label, answers of the group)` for every element.
template <class Work>
void for_each_element(const Study& study, const ScoreOptions& options, const Work& work) {
  detail::require_score_options(options);
  const detail::PartyGroups groups = detail::group_parties(study, options.by);
  for (const std::int64_t wave : detail::waves_of(study, options.wave)) {
    const std::vector<std::int32_t> codes = detail::group_of_rows(study, wave, groups);
    for (const detail::Measure& measure : detail::measures_of(study, wave, options.with_private)) {
      if (!measure.is_element) continue;
      const std::vector<double> items = detail::items_of(study, wave, measure);
      for (std::size_t g = 0; g < groups.labels.size(); ++g) {
        stop_point();
        work(at(study.waves(), wave).id, measure, groups.labels[g],
             items_of_group(items, measure.questions.size(), codes, g));
      }
    }
  }
}

struct ReliabilityRow : detail::AboutRow {
  using AboutRow::AboutRow;

  std::string group;
  std::int64_t items = 0, n = 0, n_listwise = 0;
  std::optional<Estimate> alpha, listwise, spearman_brown;
  std::optional<double> standardized, omega;
  std::optional<bool> together;
  std::optional<std::string> reason;
};

Fields<ReliabilityRow> reliability_fields() {
  using Row = ReliabilityRow;
  Fields<Row> fields = detail::about_fields<Row>();
  append(fields, {{"group", {"column.group_value"}, &Row::group},
                  {"items", {"column.element_questions"}, &Row::items},
                  {"n", {"column.people_with_answer"}, &Row::n}});
  append(fields, interval_fields<Row>("alpha", {{"column.alpha"}}, &Row::alpha));
  append(fields, {{"n_listwise", {"column.people_complete"}, &Row::n_listwise}});
  append(fields, interval_fields<Row>("alpha_listwise", {{"column.alpha_listwise"}}, &Row::listwise));
  append(fields, {{"standardized_alpha", {"column.standardized_alpha"}, &Row::standardized},
                  {"omega_total", {"column.omega_total"}, &Row::omega}});
  append(fields, interval_fields<Row>("spearman_brown", {{"column.spearman_brown"}}, &Row::spearman_brown));
  append(fields, {{"together", {"column.together"}, &Row::together}, {"reason", {"column.why_missing"}, &Row::reason}});
  return fields;
}

void set_reliability(ReliabilityRow& row, const stats::Items& items, stats::ReliabilityOptions how) {
  row.items = items.items;
  row.alpha = stats::cronbach_alpha(items, how);
  row.n = row.alpha->n;
  row.together = hangs_together(*row.alpha);
  row.standardized = detail::value_of(stats::standardized_alpha(items, how));
  const Estimate total = stats::omega_total(items, how);
  row.omega = detail::value_of(total);
  if (items.items == 2) row.spearman_brown = stats::spearman_brown(items, how);
  how.missing = stats::Missing::kListwise;
  row.listwise = stats::cronbach_alpha(items, how);
  row.n_listwise = row.listwise->n;
  row.reason = detail::first_reason({&*row.alpha, &*row.listwise, &total});
}

struct QuestionRow : detail::AboutRow {
  using AboutRow::AboutRow;

  std::string element, group;
  std::int64_t n = 0;
  std::optional<double> mean, sd, rest, dropped;
  std::optional<std::string> reason;
};

Fields<QuestionRow> question_fields() {
  using Row = QuestionRow;
  Fields<Row> fields = detail::about_fields<Row>();
  append(fields, {{"element", {"column.element_of_question"}, &Row::element},
                  {"group", {"column.group_value"}, &Row::group},
                  {"n", {"column.answers"}, &Row::n},
                  {"mean", {"column.question_mean"}, &Row::mean},
                  {"sd", {"column.sd"}, &Row::sd},
                  {"item_rest_correlation", {"column.question_rest_correlation"}, &Row::rest},
                  {"alpha_if_dropped", {"column.alpha_without_question"}, &Row::dropped},
                  {"reason", {"column.why_missing"}, &Row::reason}});
  return fields;
}

}  // namespace

std::optional<bool> hangs_together(const Estimate& alpha) {
  if (alpha.n < kFewestTogether || std::isnan(alpha.value) || !alpha.interval) return std::nullopt;
  return std::round(alpha.value * 10) / 10 >= kAlphaTogether && std::floor(alpha.interval->low * 10) > 0;
}

Table reliability(const Study& study, const ScoreOptions& options) {
  std::vector<ReliabilityRow> rows;
  for_each_element(study, options,
                   [&](const WaveId& wave, const detail::Measure& measure, const std::string& label,
                       const std::vector<double>& values) {
                     ReliabilityRow& row = rows.emplace_back(wave, measure);
                     row.group = label;
                     set_reliability(row, {values, std::ssize(measure.questions)},
                                     detail::reliability_options(measure, options.level));
                   });
  return {detail::title_by({"title.reliability", {{"study", study.id()}}}, options.by),
          columns_of(rows, reliability_fields()),
          stats::detail::provenance_of({"method.reliability", "source.reliability"}, detail::option_texts(options))};
}

Table item_analysis(const Study& study, const ScoreOptions& options) {
  std::vector<QuestionRow> rows;
  for_each_element(
      study, options,
      [&](const WaveId& wave, const detail::Measure& measure, const std::string& label,
          const std::vector<double>& values) {
        const auto k = static_cast<std::int64_t>(measure.questions.size());
        const Table items =
            stats::item_statistics(stats::Items{values, k}, detail::reliability_options(measure, options.level));
        const auto& counts = std::get<std::vector<std::int64_t>>(items.column("n").data);
        for (std::int64_t i = 0; i < k; ++i) {
          const Question& question = *at(measure.questions, i);
          detail::Measure one{
              .instrument = measure.instrument, .id = question.id.str(), .text = question.text.get(Language::kNl)};
          QuestionRow& row = rows.emplace_back(wave, one);
          row.element = measure.id;
          row.group = label;
          row.n = at(counts, i);
          row.mean = detail::number_at(items, "mean", i);
          row.sd = detail::number_at(items, "sd", i);
          row.rest = detail::number_at(items, "item_rest_correlation", i);
          row.dropped = detail::number_at(items, "alpha_if_dropped", i);
          row.reason = detail::reason_at(items, i);
        }
      });
  return {detail::title_by({"title.item_analysis", {{"study", study.id()}}}, options.by),
          columns_of(rows, question_fields()),
          stats::detail::provenance_of({"method.item_analysis", "source.item_rest"}, detail::option_texts(options))};
}

}  // namespace houvast::inline v0_1
