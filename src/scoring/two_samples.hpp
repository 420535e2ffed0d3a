#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "houvast/base/random.hpp"
#include "scoring/high_answers.hpp"

namespace houvast::inline v0_1::detail {

/// High answers of two groups of people, and of the same people with their groups drawn again; the sums of very many
/// people are drawn as NormalSums.
class TwoSamples {
 public:
  /// @param a, b rows of people who answered anything
  TwoSamples(const Comparisons& compared, std::vector<HighRow> a, std::vector<HighRow> b);

  /// P-values adjusted for everything compared. @param alpha nothing above it needs to be told apart
  [[nodiscard]] std::vector<double> adjusted(std::int64_t draws, double alpha, Random random);

  /// People of the two who answered any of the questions of a comparison.
  [[nodiscard]] std::int64_t n_a(std::size_t comparison) const { return people_in(a_, comparison); }
  [[nodiscard]] std::int64_t n_b(std::size_t comparison) const { return people_in(b_, comparison); }
  /// Their shares of high answers.
  [[nodiscard]] double share_a(std::size_t comparison) const;
  [[nodiscard]] double share_b(std::size_t comparison) const;
  /// Whether the answers of a are the higher ones, question by question.
  [[nodiscard]] bool a_is_higher(std::size_t comparison) const;

 private:
  /// The same by NormalSums; nothing where these are not near.
  [[nodiscard]] std::optional<std::vector<double>> adjusted_for_many(std::int64_t draws, double alpha,
                                                                     const Random& random) const;
  [[nodiscard]] std::int64_t people_in(const std::vector<HighRow>& people, std::size_t comparison) const;
  void fill_in(std::span<const HighRow> people, std::size_t comparison);
  void weigh(std::span<const std::size_t> chosen, std::span<double> p);
  [[nodiscard]] double p_of(std::size_t comparison, std::size_t n, double sum);
  [[nodiscard]] const std::vector<double>& table(std::size_t comparison, std::size_t n);

  const Comparisons& compared_;
  std::vector<HighRow> a_, b_;
  std::vector<double> value_;           // people (a first) × comparisons; 0 where there is no answer
  std::vector<std::uint8_t> answered_;  // the same
  // Of everybody, per comparison: how many answered, the sum and the standard deviation of their values.
  std::vector<std::size_t> all_n_;
  std::vector<double> all_sum_, spread_;
  std::vector<std::vector<std::vector<double>>> tables_;  // per comparison and n: p of each number of high answers
  std::vector<double> log_factorial_;
  std::vector<double> sums_;  // of the chosen, per comparison
  std::vector<std::size_t> ns_;
};

}  // namespace houvast::inline v0_1::detail
