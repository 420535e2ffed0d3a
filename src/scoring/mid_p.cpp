#include "scoring/mid_p.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "scoring/distributions.hpp"

namespace houvast::detail {
namespace {

// Twice the smaller tail, of outcomes in order.
std::vector<double> two_sided(const std::vector<double>& probability) {
  const double total = std::accumulate(probability.begin(), probability.end(), 0.0);
  std::vector<double> p;
  double below = 0;
  for (const double here : probability) {
    const double lower = (below + here / 2) / total;
    p.push_back(std::min(1.0, 2 * std::min(lower, 1 - lower)));
    below += here;
  }
  // The far tail from its own end, where 1 - lower has no digits left.
  double above = 0;
  for (std::size_t x = p.size(); x-- > 0;) {
    const double upper = (above + probability[x] / 2) / total;
    p[x] = std::min(p[x], 2 * upper < 1 ? 2 * upper : 1.0);
    above += probability[x];
  }
  return p;
}

}  // namespace

std::vector<double> log_factorials(std::size_t n) {
  std::vector<double> result{0};
  for (std::size_t i = 1; i <= n; ++i) result.push_back(result.back() + std::log(static_cast<double>(i)));
  return result;
}

std::vector<double> p_of_high_among(std::span<const double> log_factorial, std::size_t all, std::size_t high,
                                    std::size_t n) {
  const auto choose = [&](std::size_t of, std::size_t k) {
    return log_factorial[of] - log_factorial[k] - log_factorial[of - k];
  };
  std::vector<double> probability(std::min(n, high) + 1);
  for (std::size_t x = n + high > all ? n + high - all : 0; x < probability.size(); ++x) {
    probability[x] = std::exp(choose(high, x) + choose(all - high, n - x) - choose(all, n));
  }
  return two_sided(probability);
}

std::vector<double> p_of_moved_up(std::int64_t moved) {
  std::vector<double> p;
  for (std::int64_t k = 0; k <= moved; ++k) {
    const std::int64_t fewer = std::min(k, moved - k);
    const double below = fewer > 0 ? stats::detail::binomial_cdf(fewer - 1, moved, 0.5) : 0;
    p.push_back(std::min(1.0, below + stats::detail::binomial_cdf(fewer, moved, 0.5)));
  }
  return p;
}

}  // namespace houvast::detail
