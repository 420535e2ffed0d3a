#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "houvast/api.hpp"
#include "houvast/scoring/arrays.hpp"
#include "houvast/text/claim.hpp"

namespace houvast::inline v0_1::stats {

/// A proportional-odds model that was fitted: log odds of an answer at or below a category = threshold - coefficients ·
/// predictors.
struct OrderedLogit {
  std::vector<double> thresholds;       ///< between the categories that were used, ascending
  std::vector<double> coefficients;     ///< per predictor: above 0, a larger one goes with higher answers
  std::vector<double> standard_errors;  ///< of the coefficients
  double log_likelihood = 0;
  std::int64_t n = 0;  ///< rows with an answer and every predictor
};

/// The proportional-odds model of ordered answers, by maximum likelihood.
///
/// @param answers codes in their order, NaN for none; only the categories that occur have thresholds
/// @param predictors rows × predictors; rows with NaN are left out
/// @return nothing when fewer than two categories occur, and when answers or groups are told apart perfectly, so that
/// no finite coefficients fit best
/// @throws ValueError HV-301 when there is not one row per answer, HV-302 for an infinite value
/// @complexity O(rows × (categories + predictors)²) per step, a few steps
/// @source McCullagh (1980), Journal of the Royal Statistical Society B 42, 109-142
[[nodiscard]] HOUVAST_API std::optional<OrderedLogit> ordered_logit(std::span<const double> answers,
                                                                    const Items& predictors);

}  // namespace houvast::inline v0_1::stats
