#include "scoring/plan_power.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <span>
#include <vector>

#include "base/index.hpp"
#include "houvast/base/stop.hpp"
#include "scoring/distributions.hpp"
#include "scoring/mid_p.hpp"

namespace houvast::inline v0_1::detail {
namespace {

// The chances of 0, 1, … n by the binomial distribution.
std::vector<double> binomial(std::span<const double> log_factorial, std::size_t n, double p) {
  std::vector<double> chances;
  for (std::size_t k = 0; k <= n; ++k) {
    const auto yes = static_cast<double>(k), no = static_cast<double>(n - k);
    const double rare = (yes > 0 ? yes * std::log(p) : 0) + (no > 0 ? no * std::log1p(-p) : 0);
    chances.push_back(std::exp(log_factorial[n] - log_factorial[k] - log_factorial[n - k] + rare));
  }
  return chances;
}

double power_of_one_question(const Planned& planned, std::size_t people, std::size_t others) {
  const std::vector<double> log_factorial = log_factorials(people + others);
  const std::vector<double> high = binomial(log_factorial, people, planned.high);
  const std::vector<double> low = binomial(log_factorial, others, planned.low);
  // Further off than this the number of high answers does not lie.
  const double expected = static_cast<double>(people) * planned.high + static_cast<double>(others) * planned.low;
  const double far = 8 * std::sqrt(static_cast<double>(people + others) / 4) + 1;
  double power = 0;
  for (std::size_t total = 1; total < people + others; ++total) {
    if (std::abs(static_cast<double>(total) - expected) > far) continue;
    stop_point();
    const std::vector<double> p = p_of_high_among(log_factorial, people + others, total, people);
    for (std::size_t x = total > others ? total - others : 0; x < p.size(); ++x) {
      const bool is_higher = x * others > (total - x) * people;
      if (is_higher && p[x] <= planned.alpha) power += high[x] * low[total - x];
    }
  }
  return power;
}

// Variance of the mean over the questions of something of which one question has this variance.
double of_mean(double variance, const Planned& planned) {
  const auto k = static_cast<double>(planned.questions);
  return variance * (1 + (k - 1) * planned.correlation) / k;
}

double of_share(double share) {
  return share * (1 - share);
}

// That a normal variable with mean `distance` and these deviations, as it is and as the test takes it to be, is found.
double power_of_normal(double distance, double deviation, double taken, double alpha) {
  const double limit = -stats::detail::normal_quantile(alpha / 2) * taken;
  return stats::detail::normal_sf((limit - distance) / deviation);
}

// How often an answer of the same person turns high, and how often it stops being high.
struct Moves {
  double up = 0;
  double down = 0;
};

Moves moves_of(const Planned& planned) {
  const double together = planned.correlation * std::sqrt(of_share(planned.low) * of_share(planned.high));
  return {std::max(planned.high * (1 - planned.low) - together, 0.0),
          std::max(planned.low * (1 - planned.high) - together, 0.0)};
}

double power_of_moves(const Moves& moves, std::size_t people, double alpha) {
  const std::vector<double> log_factorial = log_factorials(people);
  const double moving = moves.up + moves.down;
  const std::vector<double> chances = binomial(log_factorial, people, std::min(moving, 1.0));
  double power = 0;
  for (std::size_t moved = 1; moved <= people; ++moved) {
    stop_point();
    if (chances[moved] < 1e-12) continue;
    const std::vector<double> p = p_of_moved_up(static_cast<std::int64_t>(moved));
    const std::vector<double> up = binomial(log_factorial, moved, std::min(moves.up / moving, 1.0));
    for (std::size_t k = moved / 2 + 1; k <= moved; ++k) {
      if (p[k] <= alpha) power += chances[moved] * up[k];
    }
  }
  return power;
}

}  // namespace

double power_of_difference(const Planned& planned, std::int64_t people, std::int64_t others) {
  if (planned.questions == 1) {
    return power_of_one_question(planned, as_size(people), as_size(others));
  }
  const auto n = static_cast<double>(people), m = static_cast<double>(others);
  const double apart = planned.high - planned.low, all = n + m;
  const double of_high = of_mean(of_share(planned.high), planned), of_low = of_mean(of_share(planned.low), planned);
  // The test takes its deviation from everybody together, and so the difference itself as a part of it.
  const double pooled = ((n - 1) * of_high + (m - 1) * of_low + n * m / all * apart * apart) / (all - 1);
  return power_of_normal(apart, std::sqrt(of_high / n + of_low / m), std::sqrt(pooled * (1 / n + 1 / m)),
                         planned.alpha);
}

double power_of_change(const Planned& planned, std::int64_t people) {
  const Moves moves = moves_of(planned);
  if (planned.questions == 1) return power_of_moves(moves, as_size(people), planned.alpha);
  const auto n = static_cast<double>(people);
  const double gain = planned.high - planned.low;
  const double variance = of_mean(moves.up + moves.down - gain * gain, planned);
  // The test takes squares of the gains themselves.
  return power_of_normal(gain, std::sqrt(variance / n), std::sqrt((variance + gain * gain) / n), planned.alpha);
}

}  // namespace houvast::inline v0_1::detail
