#include <cmath>
#include <utility>
#include <vector>

#include "houvast/scoring/agreement.hpp"
#include "houvast/scoring/consistency.hpp"
#include "scoring/study_view.hpp"
#include "scoring/support.hpp"

namespace houvast {
namespace {

// How often each category was chosen by one group.
std::vector<std::int64_t> counts_of_group(const std::vector<double>& values, const std::vector<std::int32_t>& codes,
                                          std::size_t group, const Scale& scale) {
  std::vector<std::int64_t> counts(static_cast<std::size_t>(scale.categories()));
  for (std::size_t row = 0; row < values.size(); ++row) {
    if (codes[row] != static_cast<std::int32_t>(group) || std::isnan(values[row])) continue;
    ++counts[static_cast<std::size_t>(values[row] - scale.min())];
  }
  return counts;
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
    const Estimate alike = between(detail::values_of(study_, wave, measure, options_), codes);
    for (std::size_t g = 0; g < groups_.labels.size(); ++g) {
      const auto row = static_cast<std::int64_t>(g);
      about_.add(study_.waves()[static_cast<std::size_t>(wave)].id, measure);
      group_.push_back(groups_.labels[g]);
      items_.push_back(k);
      n_.push_back(answering(raw, k, codes, g));
      rwg_.push(measure.is_element ? std::nullopt : detail::number_at(within, "rwg", row));
      rwg_j_.push(measure.is_element ? detail::number_at(within, "rwg_j", row) : std::nullopt);
      r_star_.push(measure.is_element ? detail::number_at(within, "r_star_wg_j", row) : std::nullopt);
      ad_mean_.push(detail::number_at(about_mean, "average_deviation", row));
      ad_median_.push(detail::number_at(about_median, "average_deviation", row));
      ad_limit_.push(detail::number_at(about_mean, "limit", row));
      awg_.push(detail::number_at(given_mean, "awg", row));
      std::optional<std::string> why = detail::reason_at(within, row);
      if (!why) why = detail::reason_at(given_mean, row);
      if (measure.is_element) {
        for (ColumnBuilder<double>* column : {&consensus_, &agreement_a_, &polarisation_}) column->push_missing();
      } else {
        add_shape(counts_of_group(raw, codes, g, *measure.scale), why);
      }
      icc1_.push(detail::value_of(alike));
      icc2_.push(detail::detail_of(alike, "icc2"));
      design_effect_.push(design_effect_of_);
      if (!why && !options_.by.empty() && !alike.defined()) why = alike.reason;
      reason_.push(std::move(why));
    }
  }

  [[nodiscard]] std::vector<Column> columns() && {
    std::vector<Column> all;
    std::move(about_).append_to(all);
    all.push_back({"group", std::move(group_), {}, {"column.group_value"}});
    all.push_back({"items", std::move(items_), {}, {"column.rated_questions"}});
    all.push_back({"n", std::move(n_), {}, {"column.people_with_answer"}});
    for (ColumnBuilder<double>* column :
         {&rwg_, &rwg_j_, &r_star_, &ad_mean_, &ad_median_, &ad_limit_, &awg_, &consensus_, &agreement_a_,
          &polarisation_, &icc1_, &icc2_, &design_effect_}) {
      all.push_back(std::move(*column).build());
    }
    all.push_back(std::move(reason_).build());
    return all;
  }

 private:
  static std::int64_t answering(const std::vector<double>& items, std::int64_t k,
                                const std::vector<std::int32_t>& codes, std::size_t group) {
    std::int64_t n = 0;
    const auto width = static_cast<std::size_t>(k);
    for (std::size_t row = 0; row < codes.size(); ++row) {
      if (codes[row] != static_cast<std::int32_t>(group)) continue;
      bool some = false;
      for (std::size_t i = 0; i < width; ++i) some = some || !std::isnan(items[row * width + i]);
      n += some ? 1 : 0;
    }
    return n;
  }

  // ICC over the groups; parties without a value are in no group.
  Estimate between(const std::vector<double>& values, std::vector<std::int32_t> codes) {
    for (std::int32_t& code : codes) {
      if (groups_.labels[static_cast<std::size_t>(code)] == kNoGroup) code = -1;
    }
    const stats::Grouping grouping{codes, groups_.labels};
    const Estimate effect = stats::design_effect(values, grouping);
    design_effect_of_ = detail::value_of(effect);
    return stats::icc(values, grouping, options_.level);
  }

  void add_shape(const std::vector<std::int64_t>& counts, std::optional<std::string>& why) {
    const Estimate consensus = stats::consensus_from_counts(counts);
    consensus_.push(detail::value_of(consensus));
    if (!why && !consensus.defined()) why = consensus.reason;
    if (counts.size() < 3) {
      agreement_a_.push_missing();
      polarisation_.push_missing();
      return;
    }
    agreement_a_.push(detail::value_of(stats::agreement_a_from_counts(counts)));
    polarisation_.push(detail::value_of(stats::polarisation_from_counts(counts)));
  }

  const Study& study_;
  const ScoreOptions& options_;
  const detail::PartyGroups& groups_;
  detail::AboutColumns about_;
  std::vector<std::string> group_;
  std::vector<std::int64_t> items_, n_;
  std::optional<double> design_effect_of_;
  ColumnBuilder<double> rwg_{"rwg", {"column.agreement_one"}};
  ColumnBuilder<double> rwg_j_{"rwg_j", {"column.agreement_several"}};
  ColumnBuilder<double> r_star_{"r_star_wg_j", {"column.agreement_several_level"}};
  ColumnBuilder<double> ad_mean_{"ad_mean", {"column.deviation_about_mean"}};
  ColumnBuilder<double> ad_median_{"ad_median", {"column.deviation_about_median"}};
  ColumnBuilder<double> ad_limit_{"ad_limit", {"column.agreed_below"}};
  ColumnBuilder<double> awg_{"awg", {"column.agreement_given_mean"}};
  ColumnBuilder<double> consensus_{"consensus", {"column.consensus"}};
  ColumnBuilder<double> agreement_a_{"agreement_a", {"column.agreement_a"}};
  ColumnBuilder<double> polarisation_{"polarisation", {"column.polarisation"}};
  ColumnBuilder<double> icc1_{"icc1", {"column.icc1"}};
  ColumnBuilder<double> icc2_{"icc2", {"column.icc2"}};
  ColumnBuilder<double> design_effect_{"design_effect", {"column.design_effect"}};
  ColumnBuilder<std::string> reason_{"reason", {"column.why_missing_or_zero"}};
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
  return {"Agreement within groups of " + study.id() + (options.by.empty() ? "" : " by " + options.by),
          std::move(rows).columns(),
          stats::detail::provenance_of(
              {"rwg, rwg(j), r*wg(j), average deviation, awg, consensus, van der Eijk's A, ICC(1), ICC(2)",
               "James, Demaree & Wolf (1984); Lindell, Brandt & Whitney (1999); Burke & Dunlap (2002); Brown & "
               "Hauenstein (2005); Tastle & Wierman (2007); Van der Eijk (2001); Bliese (2000)"},
              std::move(texts))};
}

}  // namespace houvast
