#pragma once

#include <cstdint>

#include "houvast/base/estimate.hpp"

namespace houvast::stats {

/// How sure we can be of a share: Wilson's score interval, which stays within 0 and 1 and works for small n.
///
/// `details`: successes.
/// @param successes how many of the n, in [0, n]
/// @param n number of answers, at least 0
/// @param level confidence level in (0, 1)
/// @return the share with its interval; undefined when n is 0
/// @throws ValueError HV-302
/// @complexity O(1)
/// @source Wilson (1927), Journal of the American Statistical Association 22, 209-212
[[nodiscard]] Estimate wilson_interval(std::int64_t successes, std::int64_t n, double level = 0.95);

/// How much two shares differ, with Newcombe's hybrid score interval (built from the two Wilson intervals).
///
/// `details`: share_x, share_y.
/// @return share x minus share y; n is the sum of both; undefined when either n is 0
/// @throws ValueError HV-302
/// @complexity O(1)
/// @source Newcombe (1998), Statistics in Medicine 17, 873-890, method 10
[[nodiscard]] Estimate proportion_difference(std::int64_t successes_x, std::int64_t n_x, std::int64_t successes_y,
                                             std::int64_t n_y, double level = 0.95);

}  // namespace houvast::stats
