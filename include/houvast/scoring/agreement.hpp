#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "houvast/api.hpp"
#include "houvast/base/estimate.hpp"
#include "houvast/base/table.hpp"
#include "houvast/scoring/arrays.hpp"

/// How far people agree: within groups, over the categories of one question, between raters, and by group membership.
namespace houvast::inline v0_1::stats {

/// What answers would look like without any agreement.
enum class NullDistribution {
  kUniform,       ///< every category equally likely: (categories² - 1) / 12
  kTriangular,    ///< rising to the middle and falling again
  kSlightSkew,    ///< five categories only: .05 .15 .20 .35 .25
  kModerateSkew,  ///< five categories only: 0 .10 .15 .40 .35
  kHeavySkew,     ///< five categories only: 0 0 .10 .40 .50
};

/// "uniform", "triangular", "slight_skew", "moderate_skew" or "heavy_skew". @throws ValueError HV-303
[[nodiscard]] HOUVAST_API NullDistribution null_distribution_of(std::string_view name);

/// Variance of the answers when there is no agreement.
/// @param categories at least 2
/// @throws ValueError HV-302 too few categories, or a skewed null for another number than five
/// @source James, Demaree & Wolf (1984); LeBreton & Senter (2008), table 2
[[nodiscard]] HOUVAST_API double null_variance(NullDistribution null, std::int64_t categories);

struct WithinGroupOptions {
  std::int64_t categories = 5;  ///< of the answer scale, at least 2
  NullDistribution null = NullDistribution::kUniform;
  std::optional<double> variance{};      ///< a null variance of your own, above 0, instead of `null`
  std::optional<Bounds> bounds{};        ///< when given, codes outside are refused
  Missing missing = Missing::kPairwise;  ///< for several items
};

/// Agreement of each group on one item: 1 minus the observed variance over the null variance.
///
/// Set to 0 where the variance exceeds the null (see column `variance`), as its authors do.
/// Columns: group, n, rwg, variance, null_variance, reason.
/// @throws ValueError HV-301 lengths differ, HV-302 codes that do not fit the categories
/// @complexity O(n)
/// @source James, Demaree & Wolf (1984), eq. 1
[[nodiscard]] HOUVAST_API Table rwg(std::span<const double> values, const Grouping& groups,
                                    const WithinGroupOptions& options = {});

/// Agreement of each group on several items, the multi-item index of James, Demaree & Wolf.
///
/// It grows with the number of items whatever the agreement (Spearman-Brown), so r*wg(j) stands beside it.
/// Columns: group, n, items, rwg_j, r_star_wg_j, mean_variance, null_variance, reason.
/// @throws ValueError HV-301 shape, HV-302 codes that do not fit the categories
/// @complexity O(rows × items)
/// @source James, Demaree & Wolf (1984), eq. 2
[[nodiscard]] HOUVAST_API Table rwg_j(const Items& items, const Grouping& groups,
                                      const WithinGroupOptions& options = {});

/// Agreement of each group on several items without the growth: 1 minus mean item variance over null variance.
///
/// Not cut off at 0: a group more divided than chance is below it.
/// Columns: group, n, items, r_star_wg_j, mean_variance, null_variance, reason.
/// @throws ValueError HV-301 shape, HV-302 codes that do not fit the categories
/// @complexity O(rows × items)
/// @source Lindell, Brandt & Whitney (1999), eq. 5
[[nodiscard]] HOUVAST_API Table r_star_wg_j(const Items& items, const Grouping& groups,
                                            const WithinGroupOptions& options = {});

/// What deviations are measured from.
enum class Centre { kMean, kMedian };

/// "mean" or "median". @throws ValueError HV-303
[[nodiscard]] HOUVAST_API Centre centre_of(std::string_view name);

/// How far members of each group lie from their group's centre on average, in steps of the scale.
///
/// With several items: the mean over the items. Practical limit: categories / 6; below it the group agrees.
/// Columns: group, n, items, average_deviation, limit, within_limit, reason.
/// @throws ValueError HV-301 shape, HV-302 codes that do not fit the categories
/// @complexity O(rows × items × log(group size))
/// @source Burke, Finkelstein & Dusig (1999); limit: Burke & Dunlap (2002)
[[nodiscard]] HOUVAST_API Table average_deviation(const Items& items, const Grouping& groups, Centre about,
                                                  const WithinGroupOptions& options = {});

/// Agreement of each group as a share of the most it could disagree given its mean.
///
/// Undefined where the group mean is so near an end of the scale that the index has no meaning. With several items:
/// the mean over the items where it is defined.
/// Columns: group, n, items, awg, items_used, reason.
/// @param bounds declared codes of the scale
/// @throws ValueError HV-301 shape, HV-302 codes outside the bounds
/// @complexity O(rows × items)
/// @source Brown & Hauenstein (2005), eq. 4
[[nodiscard]] HOUVAST_API Table awg(const Items& items, const Grouping& groups, const Bounds& bounds,
                                    Missing missing = Missing::kPairwise);

/// Consensus on one question: 1 when all agree, 0 when half stands at each end.
///
/// `details`: dissention (1 minus it), mean.
/// @param values whole codes within `bounds`, NaN = missing
/// @throws ValueError HV-302
/// @complexity O(n + categories)
/// @source Tastle & Wierman (2007), International Journal of Approximate Reasoning 45, 531-545
[[nodiscard]] HOUVAST_API Estimate consensus(std::span<const double> values, const Bounds& bounds);
/// The same from the number of answers in each category, in order.
[[nodiscard]] HOUVAST_API Estimate consensus_from_counts(std::span<const std::int64_t> counts);
/// The same from weights, shares or percentages, which need not be whole.
/// @return n = the sum, rounded
/// @throws ValueError HV-302 a weight that is negative or not finite, fewer than two categories
[[nodiscard]] HOUVAST_API Estimate consensus_from_counts(std::span<const double> counts);

/// Agreement on one question: 1 all in one category, 0 all categories alike, -1 half at each of two distant ones.
/// @throws ValueError HV-302 codes outside the bounds, fewer than three categories
/// @complexity O(n + categories²)
/// @source Van der Eijk (2001), Quality & Quantity 35, 325-341
[[nodiscard]] HOUVAST_API Estimate agreement_a(std::span<const double> values, const Bounds& bounds);
[[nodiscard]] HOUVAST_API Estimate agreement_a_from_counts(std::span<const std::int64_t> counts);
/// From weights, shares or percentages, as `consensus_from_counts`.
[[nodiscard]] HOUVAST_API Estimate agreement_a_from_counts(std::span<const double> counts);

/// How far a question divides people in two camps: (1 - A) / 2 with van der Eijk's A; 0 none, 0.5 evenly spread, 1 two
/// camps.
/// @throws ValueError HV-302 codes outside the bounds, fewer than three categories
/// @complexity O(n + categories²)
/// @source own definition on Van der Eijk (2001)
[[nodiscard]] HOUVAST_API Estimate polarisation(std::span<const double> values, const Bounds& bounds);
[[nodiscard]] HOUVAST_API Estimate polarisation_from_counts(std::span<const std::int64_t> counts);
/// From weights, shares or percentages, as `consensus_from_counts`.
[[nodiscard]] HOUVAST_API Estimate polarisation_from_counts(std::span<const double> counts);

/// What the numbers of a rating mean.
enum class MeasurementLevel { kNominal, kOrdinal, kInterval, kRatio };

/// "nominal", "ordinal", "interval" or "ratio". @throws ValueError HV-303
[[nodiscard]] HOUVAST_API MeasurementLevel measurement_level_of(std::string_view name);

struct KrippendorffOptions {
  MeasurementLevel level = MeasurementLevel::kOrdinal;
  std::int64_t resamples = 0;  ///< of the interval; 0 = no interval
  double confidence = 0.95;
  std::uint64_t seed = 0;
  int threads = 1;  ///< 0 = as many as the machine has
};

/// How far raters agree on units beyond chance; 1 full agreement, 0 chance, below 0 systematic disagreement.
///
/// The interval resamples units with all their ratings (percentile bootstrap), not Krippendorff's own algorithm.
/// `details`: observed_disagreement, expected_disagreement (mean squared distance of the level), units (with at least
/// two ratings), undefined_resamples (left out of the interval because all their ratings are the same).
/// @param ratings units (rows) × raters (columns), NaN = not rated; units with one rating are left out
/// @return n = ratings that could be paired; undefined when all of them are the same
/// @throws ValueError HV-301 shape, HV-302 infinite or, for ratios, negative values, options out of range
/// @complexity O(n log n) and for ratios O(values²); times resamples
/// @source Krippendorff (2011), Computing Krippendorff's Alpha-Reliability; (2018), section 12.3
[[nodiscard]] HOUVAST_API Estimate krippendorff_alpha(const Items& ratings, const KrippendorffOptions& options = {});

/// How alike members of the same group are, one-way random effects.
///
/// `details`: icc1 (one member), icc2 (the group mean), groups, mean_group_size, ms_between, ms_within, f, df_between,
/// df_within, design_effect. `p_value`: of the F test against no group effect. The interval of icc1 is exact for
/// groups of equal size and takes the mean size otherwise.
/// @param values one per respondent; NaN and respondents without a group are left out
/// @return icc1; undefined without two groups, without a group of two, or without variance
/// @throws ValueError HV-301 lengths differ, HV-302
/// @complexity O(n)
/// @source Bliese (2000); interval: McGraw & Wong (1996), table 7, case 1
[[nodiscard]] HOUVAST_API Estimate icc(std::span<const double> values, const Grouping& groups, double level = 0.95);

/// By what factor the variance of a mean grows because members of a group are alike.
///
/// 1 + (m - 1) icc1 with m the size of the group that the average respondent is in, Σ size² / n.
/// `details`: icc1, weighted_group_size, effective_n (n over the effect, when that is above 0).
/// @throws ValueError HV-301 lengths differ, HV-302
/// @complexity O(n)
/// @source Kish (1965); unequal sizes: Gabler, Häder & Lahiri (1999)
[[nodiscard]] HOUVAST_API Estimate design_effect(std::span<const double> values, const Grouping& groups);

}  // namespace houvast::inline v0_1::stats
