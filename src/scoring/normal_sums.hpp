#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "houvast/base/random.hpp"
#include "scoring/high_answers.hpp"

namespace houvast::inline v0_1::detail {

/// Of fewer people than that everything is drawn as it is: labels, directions, places.
inline constexpr std::size_t kNormalFrom = 5'000;

/// What the sums of very many people are when chance decides how each counts: normally distributed, with the
/// covariances that chance gives them, one sum per comparison.
/// @source Hoeffding (1951), Annals of Mathematical Statistics 22, 558-566
class NormalSums {
 public:
  /// @param covariance comparisons × comparisons
  NormalSums(const Comparisons& compared, std::vector<double> covariance);

  [[nodiscard]] double covariance(std::size_t a, std::size_t b) const { return covariance_[a * size() + b]; }

  /// Whether enough of chance is in every question for a sum to be as good as normal.
  [[nodiscard]] bool are_near() const;

  /// Fills in one sum for each comparison; the same bits on every machine.
  void draw(Random& random, std::span<double> sums) const;

  /// P-values adjusted for everything compared, as step_down() makes them.
  /// @param observed sums
  /// @param people behind each of them
  [[nodiscard]] std::vector<double> adjusted(std::span<const double> observed, std::span<const double> people,
                                             std::int64_t draws, double alpha, Random random) const;

 private:
  [[nodiscard]] std::size_t size() const { return compared_.what.size(); }
  [[nodiscard]] double p_of(std::size_t comparison, double sum) const;

  const Comparisons& compared_;
  std::vector<double> covariance_;
  std::vector<double> factor_;  // lower: times its transpose it is the covariance
};

/// Covariances of the columns of people × comparisons about zero, times `factor`.
[[nodiscard]] std::vector<double> products_of(std::span<const double> values, std::size_t comparisons, double factor);

}  // namespace houvast::inline v0_1::detail
