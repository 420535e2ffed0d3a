#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <optional>
#include <vector>

#include "houvast/scoring/arrays.hpp"
#include "houvast/text/claim.hpp"

/// The answers of each group, as sums for variances or as they are.
namespace houvast::inline v0_1::stats::detail {

/// One group: respondents that count, and sums over their answers to each item. Differences from the group's first
/// answers are exact for whole codes, and 0 when all agree.
struct Group {
  std::int64_t n = 0;
  std::vector<double> count, origin, sum, squares;  // per item

  [[nodiscard]] double variance(std::size_t item) const {
    return std::max(0.0, (squares[item] - sum[item] * sum[item] / count[item]) / (count[item] - 1));
  }
  [[nodiscard]] double mean_variance() const {
    double total = 0;
    for (std::size_t item = 0; item < count.size(); ++item) total += variance(item);
    return total / static_cast<double>(count.size());
  }

  /// Empties the sums; `row` becomes the origin, `fallback` where it has a gap.
  void start(const double* row, std::size_t items, double fallback);
  void add(const double* row);
};

/// Sums per group over the respondents that count: under pairwise with an answer, under listwise with all.
[[nodiscard]] std::vector<Group> spreads_of(const Items& items, const Grouping& groups, Missing missing);

/// Of one group, per item.
using Answers = std::vector<std::vector<double>>;

/// The answers of each group, from the same respondents.
[[nodiscard]] std::vector<Answers> answers_of(const Items& items, const Grouping& groups, Missing missing);

/// Why a group has no value, or nothing.
[[nodiscard]] std::optional<Claim> too_small(const Group& group);

}  // namespace houvast::inline v0_1::stats::detail
