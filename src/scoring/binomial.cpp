#include <array>
#include <cmath>
#include <cstdint>
#include <numeric>
#include <string>
#include <utility>
#include <vector>

#include "base/index.hpp"
#include "houvast/scoring/resample.hpp"
#include "scoring/multinomial.hpp"
#include "scoring/support.hpp"

namespace houvast::inline v0_1::stats {
using houvast::detail::whole_part;
namespace {

// Natural logarithm by arithmetic alone: library versions differ in the last bit, and a draw must not. x > 0.
double portable_log(double x) {
  int exponent = 0;
  double mantissa = std::frexp(x, &exponent);  // exact
  constexpr double kRootHalf = 0.70710678118654752;
  if (mantissa < kRootHalf) {
    mantissa *= 2;
    --exponent;
  }
  const double s = (mantissa - 1) / (mantissa + 1);
  const double square = s * s;
  double series = 0;
  for (int odd = 23; odd >= 1; odd -= 2) series = series * square + 1.0 / odd;  // 2 atanh(s)
  constexpr double kLog2 = 0.69314718055994531;
  return 2 * s * series + exponent * kLog2;
}

// log(k!) minus Stirling's (k + 1/2) log(k + 1) - (k + 1) + log(2 pi) / 2.
double stirling_rest(double k) {
  constexpr std::array<double, 10> kSmall = {
      0.08106146679532726, 0.04134069595540929, 0.02767792568499834, 0.02079067210376509,  0.01664469118982119,
      0.01387612882307075, 0.01189670994589177, 0.01041126526197209, 0.009255462182712733, 0.008330563433362871};
  if (k < 10) return kSmall[whole_part(k)];
  const double next = k + 1, square = next * next;
  return (1.0 / 12 - (1.0 / 360 - 1.0 / 1260 / square) / square) / next;
}

double power(double base, std::int64_t exponent) {
  double result = 1;
  for (; exponent > 0; exponent /= 2) {
    if (exponent % 2 == 1) result *= base;
    base *= base;
  }
  return result;
}

// Inversion: walk up from 0. p at most 1/2, n p below 10.
std::int64_t by_inversion(Random& random, std::int64_t n, double p) {
  const double odds = p / (1 - p);
  const double none = power(1 - p, n);
  while (true) {
    double left = random.uniform();
    double probability = none;
    for (std::int64_t k = 0; k <= n; ++k) {
      if (left < probability) return k;
      left -= probability;
      probability *= static_cast<double>(n - k) / static_cast<double>(k + 1) * odds;
    }
  }
}

// Transformed rejection with squeeze. p at most 1/2, n p at least 10.
std::int64_t by_rejection(Random& random, std::int64_t n, double p) {
  const auto size = static_cast<double>(n);
  const double odds = p / (1 - p);
  const double spread = std::sqrt(size * p * (1 - p));
  const double b = 1.15 + 2.53 * spread;
  const double a = -0.0873 + 0.0248 * b + 0.01 * p;
  const double centre = size * p + 0.5;
  const double squeeze = 0.92 - 4.2 / b;
  const double alpha = (2.83 + 5.1 / b) * spread;
  const auto m = static_cast<double>(static_cast<std::int64_t>((size + 1) * p));
  while (true) {
    const double u = random.uniform() - 0.5;
    const double v = random.uniform();
    const double edge = 0.5 - std::abs(u);
    const double place = (2 * a / edge + b) * u + centre;
    if (!(place >= 0 && place < size + 1)) continue;
    const auto k = static_cast<double>(static_cast<std::int64_t>(place));
    if (edge >= 0.07 && v <= squeeze) return static_cast<std::int64_t>(k);
    if (v <= 0) return static_cast<std::int64_t>(k);  // its logarithm lies below every bound
    const double bound = (m + 0.5) * portable_log((m + 1) / (odds * (size - m + 1))) +
                         (size + 1) * portable_log((size - m + 1) / (size - k + 1)) +
                         (k + 0.5) * portable_log(odds * (size - k + 1) / (k + 1)) + stirling_rest(m) +
                         stirling_rest(size - m) - stirling_rest(k) - stirling_rest(size - k);
    if (portable_log(v * alpha / (a / (edge * edge) + b)) <= bound) return static_cast<std::int64_t>(k);
  }
}

}  // namespace

std::int64_t binomial(Random& random, std::int64_t n, double p) {
  if (n < 0) detail::fail("HV-302", argument("n"), std::to_string(n), {"problem.expected.at_least", {{"low", 0}}});
  if (!(p >= 0 && p <= 1))
    detail::fail("HV-302", argument("p"), detail::text_of(p), {"problem.expected.from_to", {{"low", 0}, {"high", 1}}});
  if (p > 0.5) return n - binomial(random, n, 1 - p);
  if (n == 0 || p == 0) return 0;
  return static_cast<double>(n) * p < 10 ? by_inversion(random, n, p) : by_rejection(random, n, p);
}

std::vector<std::int64_t> multinomial(Random& random, std::int64_t n, std::span<const std::int64_t> weights) {
  if (n < 0) detail::fail("HV-302", argument("n"), std::to_string(n), {"problem.expected.at_least", {{"low", 0}}});
  std::int64_t total = 0;
  for (const std::int64_t weight : weights) {
    if (weight < 0)
      detail::fail("HV-302", argument("weights"), std::to_string(weight), {"problem.expected.at_least", {{"low", 0}}});
    total += weight;
  }
  if (total == 0 && n > 0)
    detail::fail("HV-302", argument("weights"), Claim{"problem.value.in_all", {{"n", 0}}},
                 {"problem.expected.one_above_0"});
  std::vector<std::int64_t> drawn(weights.size());
  detail::draw_multinomial(random, n, weights, drawn);
  return drawn;
}

void detail::draw_multinomial(Random& random, std::int64_t n, std::span<const std::int64_t> weights,
                              std::span<std::int64_t> drawn) {
  std::int64_t weight_left = std::accumulate(weights.begin(), weights.end(), std::int64_t{0});
  for (std::size_t i = 0; i < weights.size(); ++i) {
    const bool last = weights[i] == weight_left;
    drawn[i] = last ? n : binomial(random, n, static_cast<double>(weights[i]) / static_cast<double>(weight_left));
    n -= drawn[i];
    weight_left -= weights[i];
  }
}

}  // namespace houvast::inline v0_1::stats
