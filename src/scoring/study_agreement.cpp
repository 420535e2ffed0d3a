#include <cmath>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/index.hpp"
#include "houvast/scoring/agreement.hpp"
#include "houvast/scoring/consistency.hpp"
#include "scoring/study_view.hpp"
#include "scoring/support.hpp"

namespace houvast::inline v0_1 {
using houvast::detail::as_size;
using houvast::detail::whole_part;
namespace {

// How often each category was chosen by one group.
std::vector<std::int64_t> counts_of_group(const std::vector<double>& values, const std::vector<std::int32_t>& codes,
                                          std::size_t group, const Scale& scale) {
  std::vector<std::int64_t> counts(as_size(scale.categories()));
  for (std::size_t row = 0; row < values.size(); ++row) {
    if (codes[row] != static_cast<std::int32_t>(group) || std::isnan(values[row])) continue;
    ++counts[whole_part(values[row] - scale.min())];
  }
  return counts;
}

struct AgreementRow : detail::AboutRow {
  using AboutRow::AboutRow;

  std::string group;
  std::int64_t items = 0, n = 0;
  std::optional<double> rwg, rwg_j, r_star_wg_j, ad_mean, ad_median, ad_limit, awg;
  std::optional<double> consensus, agreement_a, polarisation;  // of a question
  std::optional<double> icc1, icc2, design_effect;             // over all groups
  std::optional<std::string> reason;
};

Fields<AgreementRow> agreement_fields() {
  using Row = AgreementRow;
  Fields<Row> fields = detail::about_fields<Row>();
  append(fields, {{"group", {"column.group_value"}, &Row::group},
                  {"items", {"column.rated_questions"}, &Row::items},
                  {"n", {"column.people_with_answer"}, &Row::n},
                  {"rwg", {"column.agreement_one"}, &Row::rwg},
                  {"rwg_j", {"column.agreement_several"}, &Row::rwg_j},
                  {"r_star_wg_j", {"column.agreement_several_level"}, &Row::r_star_wg_j},
                  {"ad_mean", {"column.deviation_about_mean"}, &Row::ad_mean},
                  {"ad_median", {"column.deviation_about_median"}, &Row::ad_median},
                  {"ad_limit", {"column.agreed_below"}, &Row::ad_limit},
                  {"awg", {"column.agreement_given_mean"}, &Row::awg},
                  {"consensus", {"column.consensus"}, &Row::consensus},
                  {"agreement_a", {"column.agreement_a"}, &Row::agreement_a},
                  {"polarisation", {"column.polarisation"}, &Row::polarisation},
                  {"icc1", {"column.icc1"}, &Row::icc1},
                  {"icc2", {"column.icc2"}, &Row::icc2},
                  {"design_effect", {"column.design_effect"}, &Row::design_effect},
                  {"reason", {"column.why_missing_or_zero"}, &Row::reason}});
  return fields;
}

std::int64_t answering(const std::vector<double>& items, std::int64_t k, const std::vector<std::int32_t>& codes,
                       std::size_t group) {
  std::int64_t n = 0;
  const auto width = as_size(k);
  for (std::size_t row = 0; row < codes.size(); ++row) {
    if (codes[row] != static_cast<std::int32_t>(group)) continue;
    bool some = false;
    for (std::size_t i = 0; i < width; ++i) some = some || !std::isnan(items[row * width + i]);
    n += some ? 1 : 0;
  }
  return n;
}

// How alike members of one group are. Parties without a value are in no group.
struct Alike {
  Alike(const std::vector<double>& values, std::vector<std::int32_t> codes, const std::vector<std::string>& labels,
        double level) {
    for (std::int32_t& code : codes) {
      if (labels[as_size(code)] == kNoGroup) code = -1;
    }
    const stats::Grouping grouping{codes, labels};
    design_effect = stats::design_effect(values, grouping);
    icc = stats::icc(values, grouping, level);
  }

  Estimate design_effect, icc;
};

void set_shape(AgreementRow& row, const std::vector<std::int64_t>& counts) {
  const Estimate consensus = stats::consensus_from_counts(counts);
  row.consensus = detail::value_of(consensus);
  if (!row.reason && !consensus.defined()) row.reason = reason_text(consensus);
  if (counts.size() < 3) return;
  row.agreement_a = detail::value_of(stats::agreement_a_from_counts(counts));
  row.polarisation = detail::value_of(stats::polarisation_from_counts(counts));
}

class AgreementRows {
 public:
  AgreementRows(const Study& study, const ScoreOptions& options, const detail::PartyGroups& groups)
      : study_(study), options_(options), groups_(groups) {}

  void add(std::int64_t wave, const detail::Measure& measure) {
    const std::vector<std::int32_t> codes = detail::group_of_rows(study_, wave, groups_);
    const std::vector<double> raw = detail::items_of(study_, wave, measure);
    const auto k = static_cast<std::int64_t>(measure.questions.size());
    const stats::Items items{raw, k};
    const stats::Grouping grouping{codes, groups_.labels};
    const stats::Bounds bounds{static_cast<double>(measure.scale->min()), static_cast<double>(measure.scale->max())};
    const stats::WithinGroupOptions how{.categories = measure.scale->categories(), .bounds = bounds};
    const Table within = measure.is_element ? stats::rwg_j(items, grouping, how) : stats::rwg(raw, grouping, how);
    const Table about_mean = stats::average_deviation(items, grouping, stats::Centre::kMean, how);
    const Table about_median = stats::average_deviation(items, grouping, stats::Centre::kMedian, how);
    const Table given_mean = stats::awg(items, grouping, bounds);
    const Alike alike(detail::values_of(study_, wave, measure, options_), codes, groups_.labels, options_.level);
    for (std::size_t g = 0; g < groups_.labels.size(); ++g) {
      const auto at = static_cast<std::int64_t>(g);
      AgreementRow& row = rows_.emplace_back(study_.waves()[as_size(wave)].id, measure);
      row.group = groups_.labels[g];
      row.items = k;
      row.n = answering(raw, k, codes, g);
      row.ad_mean = detail::number_at(about_mean, "average_deviation", at);
      row.ad_median = detail::number_at(about_median, "average_deviation", at);
      row.ad_limit = detail::number_at(about_mean, "limit", at);
      row.awg = detail::number_at(given_mean, "awg", at);
      row.reason = detail::reason_at(within, at);
      if (!row.reason) row.reason = detail::reason_at(given_mean, at);
      if (measure.is_element) {
        row.rwg_j = detail::number_at(within, "rwg_j", at);
        row.r_star_wg_j = detail::number_at(within, "r_star_wg_j", at);
      } else {
        row.rwg = detail::number_at(within, "rwg", at);
        set_shape(row, counts_of_group(raw, codes, g, *measure.scale));
      }
      row.icc1 = detail::value_of(alike.icc);
      row.icc2 = detail::detail_of(alike.icc, "icc2");
      row.design_effect = detail::value_of(alike.design_effect);
      if (!row.reason && !options_.by.empty() && !alike.icc.defined()) row.reason = reason_text(alike.icc);
    }
  }

  [[nodiscard]] std::vector<Column> columns() const { return columns_of(rows_, agreement_fields()); }

 private:
  const Study& study_;
  const ScoreOptions& options_;
  const detail::PartyGroups& groups_;
  std::vector<AgreementRow> rows_;
};

}  // namespace

Table agreement(const Study& study, const ScoreOptions& options) {
  detail::require_score_options(options);
  const detail::PartyGroups groups = detail::group_parties(study, options.by);
  AgreementRows rows(study, options, groups);
  for (const std::int64_t wave : detail::waves_of(study, options.wave)) {
    for (const detail::Measure& measure : detail::measures_of(study, wave, options.with_private)) {
      rows.add(wave, measure);
    }
  }
  auto texts = detail::option_texts(options);
  texts["null"] = "uniform";
  texts["missing"] = "pairwise";
  return {detail::title_by({"title.agreement", {{"study", study.id()}}}, options.by), rows.columns(),
          stats::detail::provenance_of({"method.agreement", "source.agreement"}, std::move(texts))};
}

}  // namespace houvast::inline v0_1
