#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "houvast/base/random.hpp"
#include "scoring/high_answers.hpp"

namespace houvast::inline v0_1::detail {

/// How each question and element stands against the others in the eyes of the same people, and with each person's
/// answers dealt again over the questions that they answered; the sums of very many people are
/// drawn as NormalSums.
class DealtAnswers {
 public:
  /// @param compared elements and questions, no instrument
  DealtAnswers(const Comparisons& compared, std::vector<HighRow> people);

  /// P-values, adjusted for everything compared, of standing above or below the average of the others.
  [[nodiscard]] std::vector<double> adjusted(std::int64_t draws, double alpha, Random random);

  /// What was observed of one comparison.
  struct Standing {
    std::int64_t n = 0;   ///< people who answered it and any of the others
    double share = 0;     ///< of those, for an element each person's share of high answers
    double distance = 0;  ///< mean distance from the person's average over the others
  };
  [[nodiscard]] Standing standing(std::size_t comparison) const { return standing_[comparison]; }

  /// Whether a comparison stands above (or below) every other one of its breadth, by paired tests at level alpha.
  [[nodiscard]] bool is_extreme(std::size_t comparison, bool high, double alpha) const;

 private:
  struct Sums {
    double n = 0, distance = 0, squares = 0;

    void add(double by);
  };

  void place(std::span<const std::int8_t> high);
  void add_elements(HighRow answers);
  void add_questions(HighRow answers);
  void weigh(std::span<double> p) const;

  const Comparisons& compared_;
  std::vector<HighRow> people_;
  std::vector<std::size_t> elements_, questions_;  // of what is compared
  std::vector<Standing> standing_;
  std::vector<double> shares_;       // people × comparisons: share of high answers, NaN where there is no answer
  std::vector<double> of_elements_;  // the shares of the last person that was placed
  std::vector<Sums> sums_;           // of the last that was placed
};

}  // namespace houvast::inline v0_1::detail
