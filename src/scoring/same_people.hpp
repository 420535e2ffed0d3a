#pragma once

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "houvast/base/random.hpp"
#include "scoring/high_answers.hpp"

namespace houvast::inline v0_1::detail {

/// High answers of the same people at two moments, and with the direction of each one's change drawn again; the
/// sums of very many people are drawn as NormalSums.
class SamePeople {
 public:
  /// @param people before and after, of people who answered anything both times
  SamePeople(const Comparisons& compared, std::span<const std::pair<HighRow, HighRow>> people);

  /// P-values adjusted for everything compared. @param alpha nothing above it needs to be told apart
  [[nodiscard]] std::vector<double> adjusted(std::int64_t draws, double alpha, Random random);

  /// People who answered a question of the comparison both times.
  [[nodiscard]] std::int64_t n(std::size_t comparison) const { return n_[comparison]; }
  /// Their shares of high answers, a question counting where it was answered both times.
  [[nodiscard]] double share_before(std::size_t comparison) const { return before_[comparison]; }
  [[nodiscard]] double share_after(std::size_t comparison) const { return after_[comparison]; }

 private:
  void fill_in(std::span<const std::pair<HighRow, HighRow>> people, std::size_t comparison);
  [[nodiscard]] double p_of(std::size_t comparison, double sum) const;
  void weigh(std::span<const double> sums, std::span<double> p) const;

  const Comparisons& compared_;
  std::size_t people_ = 0;
  std::vector<double> gain_;  // people × comparisons: later minus earlier; 0 where either is missing
  std::vector<std::int64_t> n_;
  std::vector<double> before_, after_, squares_;
  std::vector<std::vector<double>> moved_;  // per question, by how many more moved up than down: the p-value
};

}  // namespace houvast::inline v0_1::detail
