#include "scoring/mid_p.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "base/index.hpp"
#include "scoring/distributions.hpp"

namespace houvast::inline v0_1::detail {
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

// The chance of x high answers among n of all people, of whom `high` gave one.
class HighAmong {
 public:
  HighAmong(std::span<const double> log_factorial, std::size_t all, std::size_t high, std::size_t n)
      : log_factorial_(log_factorial), all_(all), high_(high), n_(n) {}

  [[nodiscard]] std::size_t least() const { return n_ + high_ > all_ ? n_ + high_ - all_ : 0; }
  [[nodiscard]] std::size_t most() const { return std::min(n_, high_); }
  [[nodiscard]] double operator()(std::size_t x) const {
    return std::exp(log_choose(high_, x) + log_choose(all_ - high_, n_ - x) - log_choose(all_, n_));
  }

  // The chance of one fewer, or of one more, over that of x.
  [[nodiscard]] double of_fewer(std::size_t x) const {
    return ratio(x, all_ + x - high_ - n_, high_ - x + 1, n_ - x + 1);
  }
  [[nodiscard]] double of_more(std::size_t x) const { return 1 / of_fewer(x + 1); }
  // The chance of fewer than x, of which the chance is `here`.
  [[nodiscard]] double of_less(std::size_t x, double here) const {
    double part = here, sum = 0;
    while (x != least() && part > (here + sum) * kNothing) {
      part *= of_fewer(x--);
      sum += part;
    }
    return sum;
  }

  static constexpr double kNothing = 1e-17;  // of a tail: smaller parts do not change it

 private:
  static double ratio(std::size_t a, std::size_t b, std::size_t over_a, std::size_t over_b) {
    return static_cast<double>(a) * static_cast<double>(b) /
           (static_cast<double>(over_a) * static_cast<double>(over_b));
  }
  [[nodiscard]] double log_choose(std::size_t of, std::size_t k) const {
    return log_factorial_[of] - log_factorial_[k] - log_factorial_[of - k];
  }

  std::span<const double> log_factorial_;
  std::size_t all_, high_, n_;
};

}  // namespace

std::vector<double> log_factorials(std::size_t n) {
  std::vector<double> result{0};
  for (std::size_t i = 1; i <= n; ++i) result.push_back(result.back() + std::log(static_cast<double>(i)));
  return result;
}

std::vector<double> p_of_high_among(std::span<const double> log_factorial, std::size_t all, std::size_t high,
                                    std::size_t n) {
  const HighAmong chance(log_factorial, all, high, n);
  std::vector<double> probability(chance.most() + 1);
  for (std::size_t x = chance.least(); x <= chance.most(); ++x) probability[x] = chance(x);
  return two_sided(probability);
}

double p_of_so_many_high(std::span<const double> log_factorial, std::size_t all, std::size_t high, std::size_t n,
                         std::size_t x) {
  const HighAmong chance(log_factorial, all, high, n);
  const bool is_low =
      static_cast<double>(x) * static_cast<double>(all) <= static_cast<double>(n) * static_cast<double>(high);
  double part = chance(x), tail = part / 2;
  for (std::size_t at = x; at != (is_low ? chance.least() : chance.most());) {
    part *= is_low ? chance.of_fewer(at) : chance.of_more(at);
    tail += part;
    if (part <= tail * HighAmong::kNothing) break;
    at = is_low ? at - 1 : at + 1;
  }
  return std::min(1.0, 2 * tail);
}

void LowerShareTest::begin_at(std::int64_t lower, std::int64_t higher) {
  lower_ = lower;
  higher_ = higher;
  steps_ = kFarthest;
}

// Of the same people one more is high, and in the other group: so many or fewer become less likely by the chance that
// it would have been one of this group.
void LowerShareTest::one_more_in_higher() {
  const auto not_high = static_cast<double>(n_lower_ + n_higher_ - lower_ - higher_);
  const auto all = static_cast<double>(lower_ + higher_ + 1);
  up_to_here_ -= here_ * static_cast<double>(n_lower_ - lower_) / not_high;
  here_ *= static_cast<double>(n_higher_ - higher_) / static_cast<double>(higher_ + 1) * all / not_high;
  ++higher_;
  ++steps_;
}

// The same of one more in this group, and the chance of exactly so many beside it.
void LowerShareTest::one_more_in_lower() {
  const auto not_high = static_cast<double>(n_lower_ + n_higher_ - lower_ - higher_);
  const auto all = static_cast<double>(lower_ + higher_ + 1);
  const auto others = static_cast<double>(n_lower_ - lower_);
  up_to_here_ -= here_ * others / not_high;
  here_ *= others / static_cast<double>(lower_ + 1) * all / not_high;
  up_to_here_ += here_;
  ++lower_;
  ++steps_;
}

void LowerShareTest::sum() {
  const HighAmong chance(log_factorial_, as_size(n_lower_ + n_higher_), as_size(lower_ + higher_), as_size(n_lower_));
  const auto x = as_size(lower_);
  here_ = chance(x);
  up_to_here_ = here_ + chance.of_less(x, here_);
  summed_ = up_to_here_;
  steps_ = 0;
}

bool LowerShareTest::is_at_most(double level) {
  if (lower_ * n_higher_ >= higher_ * n_lower_) return false;
  constexpr double kTooSmall = 1e-200, kWorn = 1e-4, kNear = 1e-6;
  if (steps_ >= kFarthest || !(here_ > kTooSmall) || !(up_to_here_ > summed_ * kWorn)) sum();
  const double p = 2 * up_to_here_ - here_;
  if (std::abs(p - level) > level * kNear) return p < level;
  // The last digits decide.
  return p_of_so_many_high(log_factorial_, as_size(n_lower_ + n_higher_), as_size(lower_ + higher_), as_size(n_lower_),
                           as_size(lower_)) <= level;
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

}  // namespace houvast::inline v0_1::detail
