#include "disclosure/count_lattice.hpp"

#include <algorithm>
#include <numeric>

#include "base/index.hpp"

namespace houvast::inline v0_1::detail {
namespace {

// Counts on their way up from the lower bounds, with every condition held.
class WayUp {
 public:
  WayUp(const std::vector<CountRange>& ranges, const std::vector<AtLeast>& conditions)
      : ranges_(ranges), conditions_(conditions) {
    for (const CountRange& range : ranges) counts_.push_back(range.low);
  }

  [[nodiscard]] std::int64_t sum() const { return std::accumulate(counts_.begin(), counts_.end(), std::int64_t{0}); }

  // Raises single counts one by one as far as no other has to follow; what sums that gives.
  CountRange raise_freely() {
    CountRange sums{sum(), 0};
    for (bool raised = true; raised;) {
      raised = false;
      for (std::size_t i = 0; i < counts_.size(); ++i) {
        const std::int64_t to = free_until(i);
        raised = raised || to > counts_[i];
        counts_[i] = to;
      }
    }
    sums.high = sum();
    return sums;
  }

  // Raises one count by one, with all that must follow it; false at the upper bounds.
  bool raise_together() {
    for (std::size_t i = 0; i < counts_.size(); ++i) {
      if (counts_[i] == ranges_[i].high) continue;
      ++counts_[i];
      follow();
      return true;
    }
    return false;
  }

 private:
  [[nodiscard]] std::int64_t free_until(std::size_t i) const {
    std::int64_t to = ranges_[i].high;
    for (const AtLeast& each : conditions_) {
      if (each.below != i) continue;
      const auto begin = each.least.begin() + (counts_[i] - each.first);
      const auto end = each.least.begin() + (to + 1 - each.first);
      const auto past = std::upper_bound(begin, end, counts_[each.above]);
      to = std::min(to, each.first + (past - each.least.begin()) - 1);
    }
    return std::max(to, counts_[i]);
  }

  void follow() {
    for (bool moved = true; moved;) {
      moved = false;
      for (const AtLeast& each : conditions_) {
        const std::int64_t least = each.of(counts_[each.below]);
        if (least > counts_[each.above]) {
          counts_[each.above] = least;
          moved = true;
        }
      }
    }
  }

  const std::vector<CountRange>& ranges_;
  const std::vector<AtLeast>& conditions_;
  std::vector<std::int64_t> counts_;
};

}  // namespace

bool narrow(std::vector<CountRange>& ranges, const std::vector<AtLeast>& conditions) {
  const auto none = [&] { return std::any_of(ranges.begin(), ranges.end(), [](const auto& r) { return r.empty(); }); };
  if (none()) return false;
  for (bool moved = true; moved;) {
    moved = false;
    for (const AtLeast& each : conditions) {
      CountRange& above = ranges[each.above];
      CountRange& below = ranges[each.below];
      const std::int64_t least = std::max(above.low, each.of(below.low));
      const auto begin = each.least.begin() + (below.low - each.first), end = begin + (below.high - below.low + 1);
      const std::int64_t most = below.low + (std::upper_bound(begin, end, above.high) - begin) - 1;
      moved = moved || least != above.low || most != below.high;
      above.low = least;
      below.high = most;
      if (above.empty() || below.empty()) return false;
    }
  }
  return true;
}

std::vector<CountRange> sums_on_the_way(const std::vector<CountRange>& ranges, const std::vector<AtLeast>& conditions) {
  WayUp way(ranges, conditions);
  std::vector<CountRange> sums;
  do {
    sums.push_back(way.raise_freely());
  } while (way.raise_together());
  return sums;
}

bool have_sum_in(const std::vector<CountRange>& ranges, const std::vector<AtLeast>& conditions,
                 const CountRange& wanted) {
  std::int64_t most = 0;
  for (const CountRange& range : ranges) most += range.high;
  if (most < wanted.low) return false;
  WayUp way(ranges, conditions);
  do {
    const CountRange sums = way.raise_freely();
    if (sums.low > wanted.high) return false;
    if (sums.high >= wanted.low) return true;
  } while (way.raise_together());
  return false;
}

}  // namespace houvast::inline v0_1::detail
