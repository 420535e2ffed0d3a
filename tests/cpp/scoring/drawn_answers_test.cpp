#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <limits>
#include <span>
#include <string>
#include <vector>

#include "houvast/base/random.hpp"
#include "houvast/scoring/agreement.hpp"
#include "houvast/scoring/arrays.hpp"
#include "houvast/scoring/consistency.hpp"
#include "houvast/scoring/contrast.hpp"
#include "houvast/scoring/functioning.hpp"
#include "houvast/scoring/intervals.hpp"
#include "houvast/scoring/ordered_logit.hpp"
#include "houvast/scoring/ordinal.hpp"
#include "houvast/scoring/pooled.hpp"
#include "houvast/scoring/raters.hpp"
#include "houvast/scoring/reliability.hpp"
#include "houvast/scoring/resample.hpp"
#include "houvast/scoring/survey.hpp"
#include "known_tables.hpp"

// Every statistic of arrays, of answers that are drawn, beside what it was. tests/python/scoring holds the same
// functions against R, scipy and pingouin.
namespace houvast {
namespace {

using testing::KnownLines;

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();
constexpr stats::Bounds kScale{1, 5};

/// Answers of people who differ in how much they agree with everything, and groups of them that do.
struct Answers {
  std::int64_t people = 0;
  std::int64_t questions = 0;
  std::vector<double> values;
  std::vector<std::int32_t> groups;
  std::vector<std::string> labels{"north", "east", "south"};

  [[nodiscard]] stats::Items items() const { return {values, questions}; }
  [[nodiscard]] stats::Grouping grouping() const { return {groups, labels}; }
  [[nodiscard]] std::vector<double> question(std::int64_t which) const {
    std::vector<double> column;
    for (std::int64_t i = 0; i < people; ++i) column.push_back(items().at(i, which));
    return column;
  }
  /// 1 for 4 and 5.
  [[nodiscard]] std::vector<double> high() const {
    std::vector<double> result;
    for (const double value : values) result.push_back(value != value ? kNone : value >= 4 ? 1.0 : 0.0);
    return result;
  }
};

Answers drawn(std::uint64_t seed, std::int64_t people, std::int64_t questions, bool some_missing) {
  Random random(seed);
  Answers drawn{people, questions, {}, {}};
  for (std::int64_t i = 0; i < people; ++i) {
    const auto group = static_cast<std::int32_t>(random.below(4)) - 1;
    drawn.groups.push_back(group);
    const auto trait = static_cast<std::int64_t>(random.below(4)) + (group == 1 ? 1 : 0);
    for (std::int64_t q = 0; q < questions; ++q) {
      const auto noise = static_cast<std::int64_t>(random.below(3));
      const bool missing = random.below(12) == 0;
      drawn.values.push_back(
          some_missing && missing ? kNone : static_cast<double>(std::clamp<std::int64_t>(trait + noise + q % 2, 1, 5)));
    }
  }
  return drawn;
}

/// People, questions, and whether some are missing.
std::vector<Answers> companies() {
  return {drawn(1, 40, 6, true), drawn(2, 23, 4, false), drawn(3, 9, 3, true), drawn(4, 3, 2, false)};
}

std::string named(const char* what, const Answers& answers) {
  return std::string(what) + " of " + std::to_string(answers.people);
}

TEST(DrawnAnswers, OnAScaleAreDescribedAsBefore) {
  KnownLines lines;
  for (const Answers& answers : companies()) {
    const std::vector<double> first = answers.question(0);
    lines.add(named("distribution", answers), stats::distribution(first, kScale));
    for (const double p : {0.0, 0.1, 0.25, 0.5, 0.9, 1.0}) {
      lines.add(named("quantile", answers), stats::ordinal_quantile(first, p));
    }
    lines.add(named("median", answers), stats::ordinal_median(first));
    lines.add(named("interpolated", answers), stats::interpolated_median(first, 1));
    lines.add(named("mode", answers), stats::mode(first));
    lines.add(named("mean", answers), stats::mean(first));
    for (const stats::Direction direction : {stats::Direction::kAscending, stats::Direction::kDescending}) {
      const stats::BoxOptions box{.bounds = kScale, .boxes = 2, .direction = direction};
      lines.add(named("top", answers), stats::top_box(first, box));
      lines.add(named("bottom", answers), stats::bottom_box(first, box));
    }
    lines.add(named("reversed", answers), stats::reverse_code(first, kScale));
    lines.add(
        named("scores", answers),
        stats::scale_scores(answers.items(),
                            {.minimum_numerator = 2, .minimum_denominator = 3, .reverse = {1}, .bounds = kScale}));
    lines.add(named("bands", answers), stats::bands(first, std::vector<double>{1, 2, 4, 5}));
    const std::vector<double> high = answers.high();
    const stats::Items all{high, answers.questions};
    lines.add(named("share", answers), stats::mean_share(all));
    lines.add(named("share of those asked", answers), stats::mean_share(all, {.population = answers.people + 7}));
    lines.add(named("share of all asked", answers), stats::mean_share(all, {.population = answers.people}));
  }
  for (const auto& [successes, n] : std::vector<std::pair<int, int>>{{0, 4}, {1, 1}, {3, 7}, {40, 41}, {0, 0}}) {
    lines.add("wilson", stats::wilson_interval(successes, n, 0.9));
    lines.add("difference", stats::proportion_difference(successes, n, 2, 9));
  }
  lines.expect_in("drawn/descriptions.txt");
}

TEST(DrawnAnswers, AgreeAsBefore) {
  KnownLines lines;
  for (const Answers& answers : companies()) {
    const std::vector<double> first = answers.question(0);
    const stats::Grouping groups = answers.grouping();
    for (const auto null :
         {stats::NullDistribution::kUniform, stats::NullDistribution::kTriangular, stats::NullDistribution::kSlightSkew,
          stats::NullDistribution::kModerateSkew, stats::NullDistribution::kHeavySkew}) {
      lines.add("null", stats::null_variance(null, 5));
      lines.add(named("rwg", answers), stats::rwg(first, groups, {.null = null}));
      lines.add(named("rwg_j", answers), stats::rwg_j(answers.items(), groups, {.null = null}));
    }
    for (const auto missing : {stats::Missing::kPairwise, stats::Missing::kListwise}) {
      const stats::WithinGroupOptions options{.variance = 1.5, .bounds = kScale, .missing = missing};
      lines.add(named("rwg_j", answers), stats::rwg_j(answers.items(), groups, options));
      lines.add(named("r*wg_j", answers), stats::r_star_wg_j(answers.items(), groups, options));
      lines.add(named("awg", answers), stats::awg(answers.items(), groups, kScale, missing));
      for (const auto centre : {stats::Centre::kMean, stats::Centre::kMedian}) {
        lines.add(named("deviation", answers),
                  stats::average_deviation(answers.items(), groups, centre, {.missing = missing}));
      }
    }
    lines.add(named("consensus", answers), stats::consensus(first, kScale));
    lines.add(named("A", answers), stats::agreement_a(first, kScale));
    lines.add(named("polarisation", answers), stats::polarisation(first, kScale));
    for (const auto level : {stats::MeasurementLevel::kNominal, stats::MeasurementLevel::kOrdinal,
                             stats::MeasurementLevel::kInterval, stats::MeasurementLevel::kRatio}) {
      lines.add(named("Krippendorff", answers), stats::krippendorff_alpha(answers.items(), {.level = level}));
      lines.add(named("Krippendorff, drawn", answers),
                stats::krippendorff_alpha(answers.items(), {.level = level, .resamples = 60, .seed = 5}));
    }
    lines.add(named("icc", answers), stats::icc(first, groups));
    lines.add(named("design effect", answers), stats::design_effect(first, groups));
    lines.add(named("icc forms", answers), stats::icc_forms(answers.items(), 0.9));
    std::vector<std::int32_t> one, other;
    std::vector<double> codes;
    for (std::int64_t i = 0; i < answers.people; ++i) {
      const double a = answers.items().at(i, 0), b = answers.items().at(i, 1);
      one.push_back(a != a ? -1 : static_cast<std::int32_t>(a) - 1);
      other.push_back(b != b ? -1 : static_cast<std::int32_t>(b) - 1);
    }
    for (const double value : answers.values) codes.push_back(value - 1);
    for (const auto weights :
         {stats::KappaWeights::kNone, stats::KappaWeights::kLinear, stats::KappaWeights::kQuadratic}) {
      lines.add(named("kappa", answers), stats::cohen_kappa(one, other, 5, weights));
    }
    lines.add(named("Fleiss", answers), stats::fleiss_kappa({codes, answers.questions}, 5));
  }
  lines.add("consensus of weights", stats::consensus_from_counts(std::vector<double>{0.2, 0.1, 0.5, 0, 0.2}));
  lines.add("A of weights", stats::agreement_a_from_counts(std::vector<double>{20.5, 10, 50, 0, 20}));
  lines.add("polarisation of counts", stats::polarisation_from_counts(std::vector<std::int64_t>{4, 0, 1, 2, 5}));
  lines.expect_in("drawn/agreement.txt");
}

TEST(DrawnAnswers, AreAsReliableAsBefore) {
  KnownLines lines;
  for (const Answers& answers : companies()) {
    for (const auto missing : {stats::Missing::kPairwise, stats::Missing::kListwise}) {
      for (const bool turned : {false, true}) {
        stats::ReliabilityOptions options{.missing = missing, .bounds = kScale, .level = 0.9};
        if (turned) options.reverse = {1};
        const stats::ItemMoments moments = stats::item_moments(answers.items(), options);
        lines.add(named("means", answers), moments.means);
        lines.add(named("covariance", answers), moments.covariance);
        lines.add(named("pairs", answers), moments.pair_n);
        lines.add(named("alpha", answers), stats::cronbach_alpha(answers.items(), options));
        lines.add(named("standardized", answers), stats::standardized_alpha(answers.items(), options));
        lines.add(named("items", answers), stats::item_statistics(answers.items(), options));
        lines.add(named("omega", answers), stats::omega_total(answers.items(), options));
        lines.add(named("loadings", answers), stats::factor_loadings(answers.items(), options));
        lines.add(named("ordinal alpha", answers), stats::ordinal_alpha(answers.items(), options));
        if (answers.questions == 2) lines.add("Spearman-Brown", stats::spearman_brown(answers.items(), options));
      }
    }
    const std::vector<double> first = answers.question(0), second = answers.question(1);
    lines.add(named("polychoric", answers), stats::polychoric_correlation(first, second));
    for (const auto method : {stats::BootstrapMethod::kPercentile, stats::BootstrapMethod::kBca}) {
      lines.add(named("bootstrap", answers),
                stats::bootstrap_mean(first, {.resamples = 200, .method = method, .seed = 3}));
    }
  }
  lines.expect_in("drawn/reliability.txt");
}

TEST(DrawnAnswers, OfTwoGroupsDifferAsBefore) {
  KnownLines lines;
  for (const Answers& answers : companies()) {
    const std::vector<double> x = answers.question(0), y = answers.question(1);
    for (const auto critical : {stats::CriticalValue::kStudentT, stats::CriticalValue::kNormal}) {
      lines.add(named("Cliff", answers), stats::cliffs_delta(x, y, {.critical_value = critical}));
    }
    for (const auto alternative :
         {stats::Alternative::kTwoSided, stats::Alternative::kGreater, stats::Alternative::kLess}) {
      for (const auto method : {stats::TestMethod::kExact, stats::TestMethod::kAsymptotic, stats::TestMethod::kAuto}) {
        for (const bool continuity : {false, true}) {
          lines.add(named("Mann-Whitney", answers), stats::mann_whitney(x, y, {alternative, method, continuity}));
          for (const auto zeros : {stats::ZeroMethod::kWilcox, stats::ZeroMethod::kPratt, stats::ZeroMethod::kZsplit}) {
            lines.add(named("Wilcoxon", answers),
                      stats::wilcoxon_signed_rank(x, y, {zeros, alternative, method, continuity}));
          }
        }
      }
      lines.add(named("sign", answers), stats::sign_test(x, y, alternative));
    }
    lines.add(named("response mean", answers), stats::standardized_response_mean(x, y));
    lines.add(named("reliable change", answers),
              stats::reliable_change_index(x, y, {.reliability = 0.7, .higher_is_better = answers.people > 10}));
    const std::vector<double> high = answers.high();
    const std::size_t half =
        high.size() / 2 / static_cast<std::size_t>(answers.questions) * static_cast<std::size_t>(answers.questions);
    const stats::Items then{std::span(high).first(half), answers.questions};
    const stats::Items now{std::span(high).subspan(half, half), answers.questions};
    lines.add(named("change", answers), stats::mean_share_change(then, now));
    lines.add(named("change of those asked", answers),
              stats::mean_share_change(then, now, {.population = then.rows() + 4}));
    lines.add(named("difference", answers), stats::mean_share_difference(then, now));
    lines.add(
        named("difference of those asked", answers),
        stats::mean_share_difference(then, now, {.population_x = then.rows() + 1, .population_y = then.rows() + 9}));
    lines.add(named("pooled", answers), stats::pooled_shares({high, answers.questions}, answers.grouping()));
    lines.add(named("pooled of those asked", answers),
              stats::pooled_shares({high, answers.questions}, answers.grouping(),
                                   {.population = std::vector<std::int64_t>{50, 60, 41}, .level = 0.8}));
    std::vector<std::int64_t> all(3);  // everybody who was asked answered
    for (const std::int32_t group : answers.groups) {
      if (group >= 0) ++all[static_cast<std::size_t>(group)];
    }
    lines.add(named("pooled of all", answers),
              stats::pooled_shares({high, answers.questions}, answers.grouping(), {.population = all}));
  }
  lines.add("corrected", stats::benjamini_hochberg(std::vector<double>{0.03, kNone, 0.2, 0.01, 0.01, 0.9, 0.04}));
  const Answers many = drawn(9, 300, 4, true);
  lines.add("functioning", stats::differential_item_functioning(many.items(), many.grouping()));
  std::vector<double> matching;
  for (std::int64_t i = 0; i < many.people; ++i) matching.push_back(many.items().at(i, 3));
  lines.add("functioning by one", stats::differential_item_functioning(
                                      many.items(), many.grouping(), {.matching = std::span<const double>(matching)}));
  if (const auto fit = stats::ordered_logit(many.question(0), {matching, 1})) {
    lines.add("thresholds", fit->thresholds);
    lines.add("coefficients", fit->coefficients);
    lines.add("errors", fit->standard_errors);
    lines.add("likelihood", fit->log_likelihood);
  }
  lines.expect_in("drawn/differences.txt");
}

TEST(DrawnAnswers, OfADesignHaveTheMeanThatTheyHad) {
  KnownLines lines;
  for (const Answers& answers : companies()) {
    const std::vector<double> first = answers.question(0);
    Random random(7);
    std::vector<double> weights, population;
    std::vector<std::int32_t> clusters, strata;
    std::vector<std::uint8_t> domain;
    for (std::int64_t i = 0; i < answers.people; ++i) {
      weights.push_back(static_cast<double>(random.below(4)) / 2);
      clusters.push_back(static_cast<std::int32_t>(i / 3));
      strata.push_back(static_cast<std::int32_t>(i / 3 % 2));
      population.push_back(strata.back() == 0 ? 20 : 31);
      domain.push_back(random.below(3) > 0 ? 1 : 0);
    }
    lines.add(named("alone", answers), stats::survey_mean(first));
    lines.add(named("weights", answers), stats::survey_mean(first, {.weights = weights}));
    lines.add(named("clusters", answers), stats::survey_mean(first, {.weights = weights, .clusters = clusters}));
    lines.add(named("strata", answers), stats::survey_mean(first, {.weights = weights, .strata = strata}));
    lines.add(named("both", answers), stats::survey_mean(first, {.clusters = clusters, .strata = strata}));
    lines.add(named("population", answers),
              stats::survey_mean(first, {.clusters = clusters, .strata = strata, .population = population}));
    lines.add(named("domain", answers), stats::survey_mean(first, {.weights = weights,
                                                                   .clusters = clusters,
                                                                   .strata = strata,
                                                                   .population = population,
                                                                   .domain = domain,
                                                                   .level = 0.8}));
  }
  lines.expect_in("drawn/designs.txt");
}

}  // namespace
}  // namespace houvast
