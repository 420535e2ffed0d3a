#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

namespace houvast::inline v0_1::detail {

/// How often each value was given; values ascending (see sort).
class AnswerHistogram {
 public:
  void add(double value, std::int64_t count) {
    if (count > 0) bins_.emplace_back(value, count);
    total_ += count;
  }
  void sort() { std::sort(bins_.begin(), bins_.end()); }

  [[nodiscard]] std::int64_t total() const noexcept { return total_; }
  [[nodiscard]] std::optional<double> median_low() const { return at((total_ - 1) / 2); }
  [[nodiscard]] std::optional<double> median_high() const { return at(total_ / 2); }

  template <class Predicate>
  [[nodiscard]] std::int64_t count_if(const Predicate& holds) const {
    std::int64_t sum = 0;
    for (const auto& [value, count] : bins_) sum += holds(value) ? count : 0;
    return sum;
  }

 private:
  // The value at a rank, counted from 0.
  [[nodiscard]] std::optional<double> at(std::int64_t rank) const {
    std::int64_t below = 0;
    for (const auto& [value, count] : bins_) {
      below += count;
      if (rank < below) return value;
    }
    return std::nullopt;
  }

  std::vector<std::pair<double, std::int64_t>> bins_;
  std::int64_t total_ = 0;
};

}  // namespace houvast::inline v0_1::detail
