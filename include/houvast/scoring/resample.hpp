#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "houvast/api.hpp"
#include "houvast/base/estimate.hpp"
#include "houvast/base/random.hpp"

/// Intervals by drawing the answers again. The same seed gives the same bits on every machine and number of threads.
namespace houvast::inline v0_1::stats {

/// How an interval is read from the resamples.
enum class BootstrapMethod {
  kPercentile,  ///< quantiles of the resampled means
  kBca,         ///< bias-corrected and accelerated
};

/// "percentile" or "bca". @throws ValueError HV-303
[[nodiscard]] HOUVAST_API BootstrapMethod bootstrap_method_of(std::string_view name);

struct BootstrapOptions {
  std::int64_t resamples = 2000;  ///< at least 1
  double level = 0.95;
  BootstrapMethod method = BootstrapMethod::kPercentile;
  std::uint64_t seed = 0;
  int threads = 1;  ///< 0 = as many as the machine has
};

/// The mean with a bootstrap interval.
///
/// With up to 64 different answers the resamples are drawn as a multinomial on their counts, which has the same
/// distribution and does not depend on the order of respondents; else respondent by respondent.
/// `details`: standard_error (standard deviation of the resampled means); for BCa also bias (z0) and acceleration.
/// @param values NaN = missing
/// @return undefined without answers; no interval for a single answer
/// @throws ValueError HV-302
/// @complexity O(n log n + resamples × min(n, different answers))
/// @source Efron (1979); BCa: Efron (1987), DiCiccio & Efron (1996)
[[nodiscard]] HOUVAST_API Estimate bootstrap_mean(std::span<const double> values, const BootstrapOptions& options = {});

/// The same from a histogram: how often each value was given.
/// @param values one per category, finite @param counts how many gave it, 0 or more
/// @throws ValueError HV-301 lengths differ, HV-302
/// @complexity O(resamples × categories)
[[nodiscard]] HOUVAST_API Estimate bootstrap_mean_from_histogram(std::span<const double> values,
                                                                 std::span<const std::int64_t> counts,
                                                                 const BootstrapOptions& options = {});

/// The same with resamples that were drawn elsewhere: row r of `indices` lists the respondents of resample r.
/// @param values without NaN @param indices resamples × n, each in [0, n); `resamples`, `seed` and `threads` of the
///        options are not used
/// @throws ValueError HV-301 when the indices do not fill whole rows of n, HV-302 an index out of range or a NaN
/// @complexity O(resamples × n)
[[nodiscard]] HOUVAST_API Estimate bootstrap_mean_from_indices(std::span<const double> values,
                                                               std::span<const std::int64_t> indices,
                                                               const BootstrapOptions& options = {});

/// How many of `n` trials succeed: one draw, exact in distribution and the same bits on every machine.
///
/// Inversion for a small expected count, else the transformed rejection of Hörmann; only arithmetic that IEEE 754
/// fixes, no library logarithm.
/// @param n at least 0 @param p in [0, 1]
/// @throws ValueError HV-302
/// @complexity O(1) expected for large counts, else O(n p)
/// @source Hörmann (1993), Journal of Statistical Computation and Simulation 46, 101-110, algorithm BTRS
[[nodiscard]] HOUVAST_API std::int64_t binomial(Random& random, std::int64_t n, double p);

/// How `n` draws fall over categories with the given weights: conditional binomials.
/// @param n at least 0 @param weights 0 or more, not all 0
/// @throws ValueError HV-302
/// @complexity O(categories)
/// @source Davis (1993), Computational Statistics & Data Analysis 16, 205-217
[[nodiscard]] HOUVAST_API std::vector<std::int64_t> multinomial(Random& random, std::int64_t n,
                                                                std::span<const std::int64_t> weights);

}  // namespace houvast::inline v0_1::stats
