#pragma once

#include <cstdint>

/// Probability distributions, the only place that includes Boost.Math.
namespace houvast::inline v0_1::stats::detail {

[[nodiscard]] double normal_cdf(double z);
/// P(Z > z), accurate in the far tail.
[[nodiscard]] double normal_sf(double z);
/// @param p in [0, 1]; 0 and 1 give the infinities
[[nodiscard]] double normal_quantile(double p);
[[nodiscard]] double t_quantile(double p, double df);
/// P(F > x).
[[nodiscard]] double f_sf(double x, double df1, double df2);
[[nodiscard]] double f_quantile(double p, double df1, double df2);
[[nodiscard]] double chi_squared_quantile(double p, double df);
/// P(X > x).
[[nodiscard]] double chi_squared_sf(double x, double df);
[[nodiscard]] double beta_quantile(double p, double a, double b);
/// P(X <= k) for a binomial variable.
[[nodiscard]] double binomial_cdf(std::int64_t k, std::int64_t n, double p);
/// P(T <= x) for a noncentral t variable.
[[nodiscard]] double noncentral_t_cdf(double x, double df, double noncentrality);

/// The z that leaves (1 - level) / 2 above it.
[[nodiscard]] inline double two_sided_z(double level) {
  return normal_quantile(0.5 + level / 2);
}

}  // namespace houvast::inline v0_1::stats::detail
