#pragma once

#include <cstdint>
#include <span>

#include "houvast/api.hpp"
#include "houvast/base/estimate.hpp"
#include "houvast/scoring/arrays.hpp"

/// Means of a sample that was drawn with weights, in clusters, or from strata.
namespace houvast::inline v0_1::stats {

struct SurveyDesign {
  std::span<const double> weights{};         ///< one per respondent, 0 or more, each finite; empty: all the same
  std::span<const std::int32_t> clusters{};  ///< who was drawn together, a code per respondent; empty: each alone
  std::span<const std::int32_t> strata{};    ///< within which was drawn, a code per respondent; empty: one stratum
  /// How many clusters each respondent's stratum has in the population; empty: so many that it does not matter.
  std::span<const double> population{};
  /// Who is asked about; the others still tell of the design. Empty: everybody.
  std::span<const std::uint8_t> domain{};
  double level = 0.95;
};

/// A weighted mean with an interval that follows from how the sample was drawn.
///
/// Taylor linearisation: the variance of the clusters' totals of weight × (value − mean) over the sum of weights,
/// within strata. Who has no value, and who is outside the domain, counts as a zero in the design. The interval is of
/// Student's t with clusters − strata degrees of freedom. `details`: se, df, sum_of_weights, clusters, strata,
/// strata_of_one (strata with one cluster, which leave no interval).
/// @return undefined without values or weight
/// @throws ValueError HV-301 lengths, HV-302 a weight that is negative or not finite, an infinite value, a code of no
///         cluster or stratum, a population below the sample
/// @complexity O(respondents log respondents)
/// @source Woodruff (1971), JASA 66; Lumley (2004), Journal of Statistical Software 9(8)
[[nodiscard]] HOUVAST_API Estimate survey_mean(std::span<const double> values, const SurveyDesign& design = {});

}  // namespace houvast::inline v0_1::stats
