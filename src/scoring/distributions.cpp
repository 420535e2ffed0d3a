#include "scoring/distributions.hpp"

#include <boost/math/distributions/beta.hpp>
#include <boost/math/distributions/binomial.hpp>
#include <boost/math/distributions/chi_squared.hpp>
#include <boost/math/distributions/fisher_f.hpp>
#include <boost/math/distributions/non_central_t.hpp>
#include <boost/math/distributions/normal.hpp>
#include <boost/math/distributions/students_t.hpp>
#include <boost/math/policies/policy.hpp>
#include <cmath>
#include <limits>

namespace houvast::inline v0_1::stats::detail {
namespace {

namespace bm = boost::math;

// Plain doubles and no exceptions for overflow: arguments are checked by the callers.
using Policy =
    bm::policies::policy<bm::policies::promote_double<false>, bm::policies::overflow_error<bm::policies::ignore_error>,
                         bm::policies::underflow_error<bm::policies::ignore_error>>;
using Normal = bm::normal_distribution<double, Policy>;
using StudentsT = bm::students_t_distribution<double, Policy>;
using ChiSquared = bm::chi_squared_distribution<double, Policy>;
using FisherF = bm::fisher_f_distribution<double, Policy>;
using Beta = bm::beta_distribution<double, Policy>;
using Binomial = bm::binomial_distribution<double, Policy>;
using NoncentralT = bm::non_central_t_distribution<double, Policy>;

constexpr double kInfinity = std::numeric_limits<double>::infinity();

}  // namespace

double normal_cdf(double z) {
  return std::isinf(z) ? (z > 0 ? 1 : 0) : bm::cdf(Normal(), z);
}

double normal_sf(double z) {
  return normal_cdf(-z);
}

double normal_quantile(double p) {
  if (p <= 0) return -kInfinity;
  if (p >= 1) return kInfinity;
  return bm::quantile(Normal(), p);
}

double t_quantile(double p, double df) {
  return bm::quantile(StudentsT(df), p);
}

double f_sf(double x, double df1, double df2) {
  return std::isinf(x) ? 0 : bm::cdf(bm::complement(FisherF(df1, df2), x));
}

double f_quantile(double p, double df1, double df2) {
  return bm::quantile(FisherF(df1, df2), p);
}

double chi_squared_quantile(double p, double df) {
  return bm::quantile(ChiSquared(df), p);
}

double chi_squared_sf(double x, double df) {
  return x <= 0 ? 1 : bm::cdf(bm::complement(ChiSquared(df), x));
}

double beta_quantile(double p, double a, double b) {
  return bm::quantile(Beta(a, b), p);
}

double binomial_cdf(std::int64_t k, std::int64_t n, double p) {
  if (k < 0) return 0;
  if (k >= n) return 1;
  return bm::cdf(Binomial(static_cast<double>(n), p), static_cast<double>(k));
}

double noncentral_t_cdf(double x, double df, double noncentrality) {
  return bm::cdf(NoncentralT(df, noncentrality), x);
}

}  // namespace houvast::inline v0_1::stats::detail
