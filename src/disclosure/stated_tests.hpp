#pragma once

#include <cstdint>
#include <set>
#include <vector>

#include "disclosure/count_lattice.hpp"
#include "disclosure/stated_question.hpp"
#include "disclosure/statement_choice.hpp"
#include "scoring/mid_p.hpp"

namespace houvast::inline v0_1::detail {

/// With more pairs than that fewer limits are looked at, and that nothing is said is taken to mean nothing.
inline constexpr std::size_t kFewPairs = 3;

/// The tests of one question: which counts of two groups are, for certain or perhaps, told apart.
class StatedTests {
 public:
  explicit StatedTests(const std::vector<ToldGroup>& groups);

  /// p of a difference in this direction; 1 when the shares do not have it.
  [[nodiscard]] double p(std::size_t lower, std::int64_t k_lower, std::size_t higher, std::int64_t k_higher) const;

  /// The difference is said: its p is at most `level`.
  [[nodiscard]] AtLeast said(const StatedDifference& difference, double level) const;
  /// It is not said: its p is above `level`.
  [[nodiscard]] AtLeast unsaid(const StatedDifference& difference, double level) const;

  /// Where the limit of the tests can lie as far as it matters to these pairs: at the p-values that they can have
  /// between the levels, or at some of them, evenly, when there are many.
  [[nodiscard]] std::vector<double> limits(const std::vector<GroupPair>& pairs, const DecidingLevels& levels) const;

 private:
  /// At the fewest high answers of both groups.
  [[nodiscard]] LowerShareTest test(const StatedDifference& difference) const;
  [[nodiscard]] std::int64_t counts() const;
  void add_limits(const StatedDifference& difference, const DecidingLevels& levels, std::set<double>& found) const;

  const std::vector<ToldGroup>& groups_;
  std::vector<double> log_factorial_;
};

}  // namespace houvast::inline v0_1::detail
