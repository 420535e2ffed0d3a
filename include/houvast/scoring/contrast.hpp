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

/// Comparing two groups, or two moments of the same people. NaN is no answer: unpaired functions leave the value out,
/// paired functions leave the pair out. The difference of two shares is in intervals.hpp.
namespace houvast::inline v0_1::stats {

/// Where the interval of Cliff's delta takes its critical value from.
enum class CriticalValue { kStudentT, kNormal };

/// "t" or "normal". @throws ValueError HV-303
[[nodiscard]] HOUVAST_API CriticalValue critical_value_of(std::string_view name);

struct CliffsDeltaOptions {
  double level = 0.95;
  CriticalValue critical_value = CriticalValue::kStudentT;  ///< t with n_x + n_y - 2 degrees of freedom
};

/// How much more often x lies above y than below it: P(x > y) - P(x < y), from -1 to 1.
///
/// Interval: asymmetric, from the consistent variance; when all of one lie above all of the other, one bound is the
/// delta and the other (m - t²) / (m + t²) with m the smaller n. No interval when either n is 1.
/// `details`: n_x, n_y, above, equal, below (pairs), and with two or more in each variance.
/// @return undefined when either has no answers
/// @throws ValueError HV-302
/// @complexity O(n log n)
/// @source Cliff (1993, 1996); interval: Feng & Cliff (2004)
[[nodiscard]] HOUVAST_API Estimate cliffs_delta(std::span<const double> x, std::span<const double> y,
                                                const CliffsDeltaOptions& options = {});

struct MannWhitneyOptions {
  Alternative alternative = Alternative::kTwoSided;  ///< kGreater: x tends to be larger than y
  TestMethod method = TestMethod::kAuto;
  bool continuity = true;  ///< half a step towards the middle in the normal approximation
};

/// Whether x tends to lie above y: the Mann-Whitney U test with ties.
///
/// Exact: the permutation distribution given the ties, for at most 1,000 answers (auto: up to 50 in all).
/// `details`: n_x, n_y, u_y, probability_superiority (U / (n_x n_y)), z (asymptotic only), exact (1 or 0).
/// @return U of x; undefined when either has no answers
/// @throws ValueError HV-302 when exact is asked for more answers than it can do
/// @complexity O(n log n); exact: n × smaller n × largest rank sum additions, at most 2 × 10⁹
/// @source Mann & Whitney (1947); exact with ties: Streitberg & Röhmel (1986)
[[nodiscard]] HOUVAST_API Estimate mann_whitney(std::span<const double> x, std::span<const double> y,
                                                const MannWhitneyOptions& options = {});

/// What the signed-rank test does with pairs that did not change.
enum class ZeroMethod {
  kWilcox,  ///< leaves them out before ranking
  kPratt,   ///< ranks them, then leaves their ranks out
  kZsplit,  ///< ranks them and gives half of their ranks to each side
};

/// "wilcox", "pratt" or "zsplit". @throws ValueError HV-303
[[nodiscard]] HOUVAST_API ZeroMethod zero_method_of(std::string_view name);

struct WilcoxonOptions {
  ZeroMethod zero_method = ZeroMethod::kWilcox;
  Alternative alternative = Alternative::kTwoSided;  ///< kGreater: x tends to be larger than y
  TestMethod method = TestMethod::kAuto;
  bool continuity = false;  ///< half a step towards the middle in the normal approximation
};

/// Whether the same people moved: the Wilcoxon signed-rank test of x - y.
///
/// Exact: the distribution over all signs given the ranks, ties and zeros included, for at most 1,000 pairs (auto: up
/// to 50).
/// `details`: w_plus, w_minus, positive, negative, zero (pairs), rank_biserial ((w_plus - w_minus) / (w_plus +
/// w_minus)), z (asymptotic only), exact (1 or 0).
/// @param x,y one pair per person, for example after and before
/// @return w_plus, n = pairs with both answers; undefined when nobody moved
/// @throws ValueError HV-301 lengths differ, HV-302 when exact is asked for more pairs than it can do
/// @complexity O(n log n); exact O(n³)
/// @source Wilcoxon (1945); Pratt (1959); Cureton (1967); rank-biserial: Kerby (2014)
[[nodiscard]] HOUVAST_API Estimate wilcoxon_signed_rank(std::span<const double> x, std::span<const double> y,
                                                        const WilcoxonOptions& options = {});
/// The same from differences.
[[nodiscard]] HOUVAST_API Estimate wilcoxon_signed_rank(std::span<const double> differences,
                                                        const WilcoxonOptions& options = {});

/// Whether more people went up than down: the exact sign test of x - y, leaving out who stayed.
///
/// `details`: positive, negative, zero (pairs). Interval: Wilson.
/// @return share of positive differences among those that are not zero; undefined when nobody moved
/// @throws ValueError HV-301 lengths differ, HV-302
/// @complexity O(n)
/// @source Dixon & Mood (1946)
[[nodiscard]] HOUVAST_API Estimate sign_test(std::span<const double> x, std::span<const double> y,
                                             Alternative alternative = Alternative::kTwoSided, double level = 0.95);

/// The mean change in units of its own standard deviation: mean(after - before) / sd(after - before).
///
/// The interval inverts the noncentral t distribution: exact for normally distributed changes.
/// `details`: mean_change, sd_change.
/// @return undefined with fewer than two pairs or when all changed alike
/// @throws ValueError HV-301 lengths differ, HV-302
/// @complexity O(n)
/// @source Liang, Fossel & Larson (1990); interval: Steiger & Fouladi (1997)
[[nodiscard]] HOUVAST_API Estimate standardized_response_mean(std::span<const double> before,
                                                              std::span<const double> after, double level = 0.95);

struct ReliableChangeOptions {
  double reliability = 0;      ///< of the score, in [0, 1), for example Cronbach's alpha
  std::optional<double> sd{};  ///< of the scores before, above 0; by default from the data
  double level = 0.95;         ///< a change beyond this two-sided normal limit counts as reliable
  bool higher_is_better = true;
};

/// For each person: is the change more than measurement error?
///
/// Columns: change (after - before), rci (change over its standard error), outcome ("better", "same" or "worse"; all
/// missing without both answers). Provenance options: standard_error, limit.
/// @throws ValueError HV-301 lengths differ, HV-302 options out of range, HV-305 when the standard deviation cannot be
///         had from the data
/// @complexity O(n)
/// @source Jacobson & Truax (1991)
[[nodiscard]] HOUVAST_API Table reliable_change_index(std::span<const double> before, std::span<const double> after,
                                                      const ReliableChangeOptions& options);

/// P-values corrected for how many there are, so that a share q of the findings below q is false at most.
///
/// NaN (a comparison that could not be made) does not count and stays NaN.
/// @param p_values in [0, 1] or NaN
/// @return one per p-value, in the same order
/// @throws ValueError HV-302
/// @complexity O(n log n)
/// @source Benjamini & Hochberg (1995)
[[nodiscard]] HOUVAST_API std::vector<double> benjamini_hochberg(std::span<const double> p_values);

}  // namespace houvast::inline v0_1::stats
