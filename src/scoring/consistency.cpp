#include "houvast/scoring/consistency.hpp"

#include <cmath>
#include <utility>
#include <vector>

#include "houvast/scoring/reliability.hpp"
#include "scoring/study_view.hpp"
#include "scoring/support.hpp"

namespace houvast {
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

stats::ReliabilityOptions options_of(const detail::Measure& measure, double level) {
  return {.reverse = detail::reversed_of(measure),
          .bounds = stats::Bounds{static_cast<double>(measure.scale->min()), static_cast<double>(measure.scale->max())},
          .level = level};
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
        work(study.waves()[static_cast<std::size_t>(wave)].id, measure, groups.labels[g],
             items_of_group(items, measure.questions.size(), codes, g));
      }
    }
  }
}

std::string title_of(const char* what, const Study& study, const ScoreOptions& options) {
  return std::string(what) + " of " + study.id() + (options.by.empty() ? "" : " by " + options.by);
}

}  // namespace

Table reliability(const Study& study, const ScoreOptions& options) {
  detail::AboutColumns about;
  std::vector<std::string> group;
  std::vector<std::int64_t> questions, n, n_listwise;
  detail::IntervalColumns alpha("alpha", {"column.alpha"});
  detail::IntervalColumns listwise("alpha_listwise", {"column.alpha_listwise"});
  detail::IntervalColumns spearman_brown("spearman_brown", {"column.spearman_brown"});
  ColumnBuilder<double> standardized("standardized_alpha", {"column.standardized_alpha"});
  ColumnBuilder<double> omega("omega_total", {"column.omega_total"});
  ColumnBuilder<std::string> reason("reason", {"column.why_missing"});
  for_each_element(study, options,
                   [&](const WaveId& wave, const detail::Measure& measure, const std::string& label,
                       const std::vector<double>& values) {
                     const auto k = static_cast<std::int64_t>(measure.questions.size());
                     const stats::Items items{values, k};
                     stats::ReliabilityOptions how = options_of(measure, options.level);
                     about.add(wave, measure);
                     group.push_back(label);
                     questions.push_back(k);
                     const Estimate pairwise = stats::cronbach_alpha(items, how);
                     n.push_back(pairwise.n);
                     alpha.push(pairwise);
                     standardized.push(detail::value_of(stats::standardized_alpha(items, how)));
                     const Estimate total = stats::omega_total(items, how);
                     omega.push(detail::value_of(total));
                     if (k == 2) {
                       spearman_brown.push(stats::spearman_brown(items, how));
                     } else {
                       spearman_brown.push_missing();
                     }
                     how.missing = stats::Missing::kListwise;
                     const Estimate complete = stats::cronbach_alpha(items, how);
                     n_listwise.push_back(complete.n);
                     listwise.push(complete);
                     reason.push(!pairwise.defined()   ? std::optional(pairwise.reason)
                                 : !complete.defined() ? std::optional(complete.reason)
                                 : !total.defined()    ? std::optional(total.reason)
                                                       : std::nullopt);
                   });
  std::vector<Column> columns;
  std::move(about).append_to(columns);
  columns.push_back({"group", std::move(group), {}, {"column.group_value"}});
  columns.push_back({"items", std::move(questions), {}, {"column.element_questions"}});
  columns.push_back({"n", std::move(n), {}, {"column.people_with_answer"}});
  std::move(alpha).append_to(columns);
  columns.push_back({"n_listwise", std::move(n_listwise), {}, {"column.people_complete"}});
  std::move(listwise).append_to(columns);
  columns.push_back(std::move(standardized).build());
  columns.push_back(std::move(omega).build());
  std::move(spearman_brown).append_to(columns);
  columns.push_back(std::move(reason).build());
  return {title_of("Reliability", study, options), std::move(columns),
          stats::detail::provenance_of({"Cronbach's alpha with Feldt's interval, pairwise and listwise; standardised "
                                        "alpha; omega total; Spearman-Brown",
                                        "Cronbach (1951); Feldt, Woodruff & Salih (1987); McDonald (1999); Eisinga, Te "
                                        "Grotenhuis & Pelzer (2013)"},
                                       detail::option_texts(options))};
}

Table item_analysis(const Study& study, const ScoreOptions& options) {
  detail::AboutColumns about;
  std::vector<std::string> element, group;
  std::vector<std::int64_t> n;
  ColumnBuilder<double> mean("mean", {"column.question_mean"});
  ColumnBuilder<double> sd("sd", {"column.sd"});
  ColumnBuilder<double> rest("item_rest_correlation", {"column.question_rest_correlation"});
  ColumnBuilder<double> dropped("alpha_if_dropped", {"column.alpha_without_question"});
  ColumnBuilder<std::string> reason("reason", {"column.why_missing"});
  for_each_element(
      study, options,
      [&](const WaveId& wave, const detail::Measure& measure, const std::string& label,
          const std::vector<double>& values) {
        const auto k = static_cast<std::int64_t>(measure.questions.size());
        const Table items = stats::item_statistics(stats::Items{values, k}, options_of(measure, options.level));
        const auto& counts = std::get<std::vector<std::int64_t>>(items.column("n").data);
        for (std::int64_t i = 0; i < k; ++i) {
          const Question& question = *measure.questions[static_cast<std::size_t>(i)];
          detail::Measure one{
              .instrument = measure.instrument, .id = question.id.str(), .text = question.text.get(Language::kNl)};
          about.add(wave, one);
          element.push_back(measure.id);
          group.push_back(label);
          n.push_back(counts[static_cast<std::size_t>(i)]);
          mean.push(detail::number_at(items, "mean", i));
          sd.push(detail::number_at(items, "sd", i));
          rest.push(detail::number_at(items, "item_rest_correlation", i));
          dropped.push(detail::number_at(items, "alpha_if_dropped", i));
          reason.push(detail::reason_at(items, i));
        }
      });
  std::vector<Column> columns;
  std::move(about).append_to(columns);
  columns.push_back({"element", std::move(element), {}, {"column.element_of_question"}});
  columns.push_back({"group", std::move(group), {}, {"column.group_value"}});
  columns.push_back({"n", std::move(n), {}, {"column.answers"}});
  columns.push_back(std::move(mean).build());
  columns.push_back(std::move(sd).build());
  columns.push_back(std::move(rest).build());
  columns.push_back(std::move(dropped).build());
  columns.push_back(std::move(reason).build());
  return {title_of("Questions", study, options), std::move(columns),
          stats::detail::provenance_of({"item-rest correlation and alpha without the item, pairwise missing",
                                        "Cronbach (1951); Henrysson (1963)"},
                                       detail::option_texts(options))};
}

}  // namespace houvast
