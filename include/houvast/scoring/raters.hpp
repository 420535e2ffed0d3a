#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "houvast/api.hpp"
#include "houvast/base/estimate.hpp"
#include "houvast/base/table.hpp"
#include "houvast/scoring/arrays.hpp"

/// How far several raters say the same of the same targets.
namespace houvast::inline v0_1::stats {

/// The six intraclass correlations of ratings: of one rater (ICC1, ICC2, ICC3) and of the mean of all (ICC1k …).
///
/// ICC1: every target has raters of its own; ICC2: a sample of raters rates all targets, and level differences between
/// raters count; ICC3: these raters only, and level differences do not count. Targets without all ratings are left
/// out. One row per form: form, value, low, high, f, df1, df2, p_value, targets, raters, reason.
/// @param ratings targets × raters; NaN = missing
/// @return undefined with fewer than two targets or raters, or without variance
/// @throws ValueError HV-301 shape, HV-302 an infinite rating or a level outside (0, 1)
/// @complexity O(targets * raters)
/// @source Shrout & Fleiss (1979), Psychological Bulletin 86(2); intervals: McGraw & Wong (1996), table 7
[[nodiscard]] HOUVAST_API Table icc_forms(const Items& ratings, double level = 0.95);

/// How a disagreement between two categories counts.
enum class KappaWeights {
  kNone,       ///< every disagreement the same
  kLinear,     ///< by the number of steps
  kQuadratic,  ///< by its square
};

/// "none", "linear" or "quadratic". @throws ValueError HV-303
[[nodiscard]] HOUVAST_API KappaWeights kappa_weights_of(std::string_view name);

/// Agreement of two raters on categories, beyond chance: 1 = full, 0 = what chance gives.
///
/// Targets that one of both did not rate are left out. `details`: observed, expected (shares of agreement), se.
/// `p_value`: of no agreement beyond chance, by the standard error under that hypothesis.
/// @param categories how many there are; weights follow their order
/// @return at most 1, with an interval of the normal distribution; undefined without ratings, or when chance agrees
///         always
/// @throws ValueError HV-301 lengths, HV-302 a code that is no category
/// @complexity O(targets + categories²)
/// @source Cohen (1960, 1968); standard errors: Fleiss, Cohen & Everitt (1969), Psychological Bulletin 72(5)
[[nodiscard]] HOUVAST_API Estimate cohen_kappa(std::span<const std::int32_t> first,
                                               std::span<const std::int32_t> second, std::int64_t categories,
                                               KappaWeights weights = KappaWeights::kNone, double level = 0.95);

/// Agreement of several raters on categories, beyond chance; who the raters are may differ per target.
///
/// `details`: observed, expected, se (under no agreement beyond chance), z. Targets with fewer than all ratings are
/// left out.
/// @param ratings targets × raters, codes from 0; NaN = missing
/// @return at most 1; undefined without targets, with one rater, or when all ratings are the same
/// @throws ValueError HV-301 shape, HV-302 a code that is no category
/// @complexity O(targets * raters)
/// @source Fleiss (1971), Psychological Bulletin 76(5); standard error: Fleiss, Nee & Landis (1979), ibid. 86(5)
[[nodiscard]] HOUVAST_API Estimate fleiss_kappa(const Items& ratings, std::int64_t categories);

}  // namespace houvast::inline v0_1::stats
