#include "scoring/normal_sums.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "houvast/base/stop.hpp"
#include "houvast/scoring/resample.hpp"
#include "scoring/cholesky.hpp"
#include "scoring/distributions.hpp"
#include "scoring/step_down.hpp"

namespace houvast::inline v0_1::detail {
namespace {

// How many of so many coins are heads is within 1e-6 of normal, and a whole number: the same on every machine.
constexpr std::int64_t kCoins = std::int64_t{1} << 20, kHalf = kCoins / 2;
constexpr double kSpread = 512;

double normal_number(Random& random) {
  return static_cast<double>(stats::binomial(random, kCoins, 0.5) - kHalf) / kSpread;
}

// A question about which chance decides as often has a sum of which the skewness is at most a tenth.
constexpr double kEnough = 100;

}  // namespace

NormalSums::NormalSums(const Comparisons& compared, std::vector<double> covariance)
    : compared_(compared), covariance_(std::move(covariance)), factor_(covariance_) {
  // A sum that follows from others, as the last of several distances does, adds nothing of its own.
  constexpr double kFollows = 1e-9;  // of its variance
  to_cholesky_factor(factor_, size(), [this](std::size_t c) { return kFollows * this->covariance(c, c); });
}

bool NormalSums::are_near() const {
  for (std::size_t c = 0; c < size(); ++c) {
    const double variance = covariance(c, c);
    if (compared_.what[c].breadth == Breadth::kQuestion && variance > 0 && variance < kEnough) return false;
  }
  return true;
}

void NormalSums::draw(Random& random, std::span<double> sums) const {
  std::fill(sums.begin(), sums.end(), 0.0);
  for (std::size_t c = 0; c < size(); ++c) {
    const double number = normal_number(random);
    for (std::size_t row = c; row < size(); ++row) sums[row] += factor_[row * size() + c] * number;
  }
}

double NormalSums::p_of(std::size_t comparison, double sum) const {
  const double variance = covariance(comparison, comparison);
  const double z = variance > 0 ? std::abs(sum) / std::sqrt(variance) : 0;
  return 2 * stats::detail::normal_sf(z) / compared_.weight[comparison];
}

std::vector<double> NormalSums::adjusted(std::span<const double> observed, std::span<const double> people,
                                         std::int64_t draws, double alpha, Random random) const {
  std::vector<double> p, sums(size());
  std::vector<bool> sure;
  for (std::size_t c = 0; c < size(); ++c) {
    p.push_back(p_of(c, observed[c]));
    sure.push_back(is_sure(p.back(), people[c]));
  }
  const auto draw_again = [&](std::span<double> drawn) {
    draw(random, sums);
    for (std::size_t c = 0; c < size(); ++c) drawn[c] = p_of(c, sums[c]);
  };
  return step_down(p, draw_again, draws, alpha, sure);
}

std::vector<double> products_of(std::span<const double> values, std::size_t comparisons, double factor) {
  std::vector<double> products(comparisons * comparisons);
  StopPoints looked(1024);
  for (std::size_t at = 0; at < values.size(); at += comparisons) {
    looked();
    for (std::size_t a = 0; a < comparisons; ++a) {
      const double here = values[at + a] * factor;
      for (std::size_t b = 0; b < comparisons; ++b) products[a * comparisons + b] += here * values[at + b];
    }
  }
  return products;
}

}  // namespace houvast::inline v0_1::detail
