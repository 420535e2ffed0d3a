#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "scoring/high_answers.hpp"

namespace houvast::inline v0_1::detail {

/// Covariances of what the distances of DealtAnswers add up to when everybody's answers are dealt again, comparisons ×
/// comparisons.
///
/// Every distance is a contrast of one person's answers, of which the covariance is known: each answered question has
/// the same chance of a high answer, and two of them together a little less than its square.
/// @param elements, questions places in what is compared
/// @complexity O(people × questions + kinds of answered questions × comparisons² × questions)
[[nodiscard]] std::vector<double> dealt_covariance(const Comparisons& compared, std::span<const std::size_t> elements,
                                                   std::span<const std::size_t> questions,
                                                   std::span<const HighRow> people);

}  // namespace houvast::inline v0_1::detail
