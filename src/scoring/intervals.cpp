#include "houvast/scoring/intervals.hpp"

#include <algorithm>
#include <cmath>

#include "scoring/distributions.hpp"
#include "scoring/support.hpp"

namespace houvast::inline v0_1::stats {
namespace {

using detail::Definition;

constexpr Definition kWilson{"method.wilson", "source.wilson_1927"};
constexpr Definition kNewcombe{"method.newcombe", "source.newcombe_1998"};

void require_count(std::int64_t successes, std::int64_t n) {
  if (n < 0) detail::fail("HV-302", argument("n"), std::to_string(n), {"problem.expected.at_least", {{"low", 0}}});
  if (successes < 0 || successes > n) {
    detail::fail("HV-302", argument("successes"), std::to_string(successes), {"problem.expected.up_to_n", {{"n", n}}});
  }
}

// n at least 1.
Interval wilson(std::int64_t successes, std::int64_t n, double level) {
  const double z = detail::two_sided_z(level);
  const double size = static_cast<double>(n);
  const double share = static_cast<double>(successes) / size;
  const double stretch = 1 + z * z / size;
  const double centre = (share + z * z / (2 * size)) / stretch;
  const double half = z * std::sqrt(share * (1 - share) / size + z * z / (4 * size * size)) / stretch;
  // At the ends the bound is exactly 0 or 1; rounding may not say otherwise.
  return {successes == 0 ? 0.0 : std::max(0.0, centre - half), successes == n ? 1.0 : std::min(1.0, centre + half),
          level};
}

}  // namespace

Estimate wilson_interval(std::int64_t successes, std::int64_t n, double level) {
  detail::require_level(level);
  require_count(successes, n);
  const detail::Options options{{"level", detail::text_of(level)}};
  if (n == 0) return detail::undefined(kWilson, 0, {"reason.no_answers"}, options);
  Estimate result = detail::estimate_of(kWilson, n, static_cast<double>(successes) / static_cast<double>(n), options);
  result.interval = wilson(successes, n, level);
  result.details["successes"] = static_cast<double>(successes);
  return result;
}

Estimate proportion_difference(std::int64_t successes_x, std::int64_t n_x, std::int64_t successes_y, std::int64_t n_y,
                               double level) {
  detail::require_level(level);
  require_count(successes_x, n_x);
  require_count(successes_y, n_y);
  const detail::Options options{{"level", detail::text_of(level)}};
  if (n_x == 0 || n_y == 0) return detail::undefined(kNewcombe, n_x + n_y, {"reason.one_without_answers"}, options);
  const double x = static_cast<double>(successes_x) / static_cast<double>(n_x);
  const double y = static_cast<double>(successes_y) / static_cast<double>(n_y);
  const Interval around_x = wilson(successes_x, n_x, level);
  const Interval around_y = wilson(successes_y, n_y, level);
  Estimate result = detail::estimate_of(kNewcombe, n_x + n_y, x - y, options);
  result.interval = {x - y - std::hypot(x - around_x.low, around_y.high - y),
                     x - y + std::hypot(around_x.high - x, y - around_y.low), level};
  result.details = {{"share_x", x}, {"share_y", y}};
  return result;
}

}  // namespace houvast::inline v0_1::stats
