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

/// The test of a lower share in one group than in another, followed from one pair of counts to the next.
class LowerShareTest {
 public:
  /// @param log_factorial up to the people of both groups
  LowerShareTest(std::span<const double> log_factorial, std::int64_t n_lower, std::int64_t n_higher)
      : log_factorial_(log_factorial), n_lower_(n_lower), n_higher_(n_higher) {}

  /// High answers in the group that is to be lower, and in the other.
  void begin_at(std::int64_t lower, std::int64_t higher);
  void one_more_in_lower();
  void one_more_in_higher();

  /// Whether p_of_so_many_high is at most `level`, which is below 1; when the share is not lower it is not.
  /// @complexity O(1) about, O(√people) now and then
  [[nodiscard]] bool is_at_most(double level);

 private:
  void sum();
  void follow(double chance_of_more);

  std::span<const double> log_factorial_;
  std::int64_t n_lower_, n_higher_;
  std::int64_t lower_ = 0, higher_ = 0;
  double here_ = 0, up_to_here_ = 0;  // chances of so many high answers in the lower group, and of so many or fewer
  double summed_ = 0;                 // up_to_here_ when it was last summed
  int steps_ = kFarthest;             // since then

  static constexpr int kFarthest = 64;
};

/// P-values of 0, 1, … who moved up among `moved` people who moved (McNemar's test by the binomial distribution).
[[nodiscard]] std::vector<double> p_of_moved_up(std::int64_t moved);

}  // namespace houvast::inline v0_1::detail
