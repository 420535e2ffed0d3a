#include "disclosure/count_lattice.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <set>
#include <vector>

#include "houvast/base/random.hpp"

namespace houvast::detail {
namespace {

using Point = std::vector<std::int64_t>;

struct Lattice {
  std::vector<CountRange> ranges;
  std::vector<AtLeast> conditions;
};

Lattice drawn(Random& random) {
  Lattice lattice;
  for (int i = 0; i < 3; ++i) {
    const auto low = static_cast<std::int64_t>(random.below(5));
    lattice.ranges.push_back({low, low + static_cast<std::int64_t>(random.below(8))});
  }
  for (auto n = random.below(4); n > 0; --n) {
    AtLeast condition;
    condition.above = random.below(3);
    condition.below = (condition.above + 1 + random.below(2)) % 3;
    const CountRange& below = lattice.ranges[condition.below];
    condition.first = below.low;
    auto least = static_cast<std::int64_t>(random.below(8)) - 2;
    for (std::int64_t x = below.low; x <= below.high; ++x) {
      condition.least.push_back(least);
      least += static_cast<std::int64_t>(random.below(3));
    }
    lattice.conditions.push_back(condition);
  }
  return lattice;
}

std::vector<Point> solutions_of(const Lattice& lattice) {
  std::vector<Point> found;
  const auto& r = lattice.ranges;
  for (std::int64_t a = r[0].low; a <= r[0].high; ++a) {
    for (std::int64_t b = r[1].low; b <= r[1].high; ++b) {
      for (std::int64_t c = r[2].low; c <= r[2].high; ++c) {
        const Point counts{a, b, c};
        if (std::all_of(lattice.conditions.begin(), lattice.conditions.end(),
                        [&](const AtLeast& each) { return counts[each.above] >= each.of(counts[each.below]); })) {
          found.push_back(counts);
        }
      }
    }
  }
  return found;
}

TEST(CountLattice, IsNarrowedToWhatSolutionsHave) {
  Random random(4);
  int with_none = 0;
  for (int i = 0; i < 3000; ++i) {
    const Lattice lattice = drawn(random);
    const std::vector<Point> solutions = solutions_of(lattice);
    std::vector<CountRange> narrowed = lattice.ranges;
    const bool any = narrow(narrowed, lattice.conditions);
    ASSERT_EQ(any, !solutions.empty()) << i;
    with_none += any ? 0 : 1;
    for (std::size_t v = 0; any && v < 3; ++v) {
      const auto [low, high] = std::minmax_element(solutions.begin(), solutions.end(),
                                                   [&](const Point& a, const Point& b) { return a[v] < b[v]; });
      EXPECT_EQ(narrowed[v].low, (*low)[v]) << i;
      EXPECT_EQ(narrowed[v].high, (*high)[v]) << i;
    }
  }
  EXPECT_GT(with_none, 100);
}

TEST(CountLattice, SumsOnTheWayAreSumsOfSolutions) {
  Random random(5);
  for (int i = 0; i < 2000; ++i) {
    const Lattice lattice = drawn(random);
    std::set<std::int64_t> sums;
    for (const Point& counts : solutions_of(lattice)) sums.insert(counts[0] + counts[1] + counts[2]);
    std::vector<CountRange> narrowed = lattice.ranges;
    if (!narrow(narrowed, lattice.conditions)) continue;
    std::set<std::int64_t> on_the_way;
    for (const CountRange& range : sums_on_the_way(narrowed, lattice.conditions)) {
      for (std::int64_t sum = range.low; sum <= range.high; ++sum) on_the_way.insert(sum);
    }
    EXPECT_TRUE(std::includes(sums.begin(), sums.end(), on_the_way.begin(), on_the_way.end())) << i;
    EXPECT_EQ(*on_the_way.begin(), *sums.begin());
    EXPECT_EQ(*on_the_way.rbegin(), *sums.rbegin());
    for (std::int64_t low = 0; low < 40; ++low) {
      for (const std::int64_t high : {low, low + 3}) {
        const auto first = on_the_way.lower_bound(low);
        const bool expected = first != on_the_way.end() && *first <= high;
        EXPECT_EQ(have_sum_in(narrowed, lattice.conditions, {low, high}), expected) << i << ": " << low;
      }
    }
  }
}

}  // namespace
}  // namespace houvast::detail
