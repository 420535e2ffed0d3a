#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "base/index.hpp"

namespace houvast::inline v0_1::detail {

/// From a number to another.
struct CountRange {
  std::int64_t low = 0;
  std::int64_t high = 0;

  [[nodiscard]] bool empty() const { return low > high; }
};

/// Count `above` is at least `least[x]`, where `x` is count `below`; does not fall with x.
struct AtLeast {
  std::size_t above = 0;
  std::size_t below = 0;
  std::int64_t first = 0;  ///< the x of least[0]
  std::vector<std::int64_t> least;

  [[nodiscard]] std::int64_t of(std::int64_t x) const { return at(least, x - first); }
};

/// Ranges narrowed until every bound is reached by counts that hold to all conditions; false when there are none.
///
/// With two sets of counts that hold to them, their smaller ones together do as well, and their larger ones: so the
/// lower bounds together are a solution, and the upper bounds are.
[[nodiscard]] bool narrow(std::vector<CountRange>& ranges, const std::vector<AtLeast>& conditions);

/// Sums that solutions have, from that of all lower bounds to that of all upper bounds, as ranges in rising order;
/// those on one way up, so there may be more.
/// @param ranges as narrow() left them
[[nodiscard]] std::vector<CountRange> sums_on_the_way(const std::vector<CountRange>& ranges,
                                                      const std::vector<AtLeast>& conditions);

/// Whether one of these sums lies in a range.
[[nodiscard]] bool have_sum_in(const std::vector<CountRange>& ranges, const std::vector<AtLeast>& conditions,
                               const CountRange& wanted);

}  // namespace houvast::inline v0_1::detail
