#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

/// The tests of one question behind what is said of groups and of change: two-sided, half of what is observed counted
/// (mid-p), which balances tests of rare and of common answers.
namespace houvast::inline v0_1::detail {

/// The logarithms of 0! up to n!.
[[nodiscard]] std::vector<double> log_factorials(std::size_t n);

/// P-values of 0, 1, … high answers among `n` of `all` people, of whom `high` gave one (Fisher's exact test).
[[nodiscard]] std::vector<double> p_of_high_among(std::span<const double> log_factorial, std::size_t all,
                                                  std::size_t high, std::size_t n);

/// The same of `x` of them alone.
/// @complexity O(√all) about
[[nodiscard]] double p_of_so_many_high(std::span<const double> log_factorial, std::size_t all, std::size_t high,
                                       std::size_t n, std::size_t x);

/// P-values of 0, 1, … who moved up among `moved` people who moved (McNemar's test by the binomial distribution).
[[nodiscard]] std::vector<double> p_of_moved_up(std::int64_t moved);

}  // namespace houvast::inline v0_1::detail
