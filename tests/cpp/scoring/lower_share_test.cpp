#include <gtest/gtest.h>

#include <cstdint>
#include <vector>

#include "houvast/base/random.hpp"
#include "scoring/mid_p.hpp"

namespace houvast::detail {
namespace {

struct Groups {
  std::int64_t lower, higher;
};

class LowerShare : public ::testing::TestWithParam<Groups> {};

double p_of(const std::vector<double>& log_factorial, const Groups& n, std::int64_t lower, std::int64_t higher) {
  return p_of_so_many_high(log_factorial, static_cast<std::size_t>(n.lower + n.higher),
                           static_cast<std::size_t>(lower + higher), static_cast<std::size_t>(n.lower),
                           static_cast<std::size_t>(lower));
}

// On ways from one pair of counts to another, at levels between p-values and at p-values themselves.
TEST_P(LowerShare, IsFollowedAsItIsAddedUp) {
  const Groups n = GetParam();
  const std::vector<double> log_factorial = log_factorials(static_cast<std::size_t>(n.lower + n.higher));
  Random random(3);
  int at_most = 0, above = 0;
  for (int way = 0; way < 60; ++way) {
    LowerShareTest test(log_factorial, n.lower, n.higher);
    auto lower = static_cast<std::int64_t>(random.below(static_cast<std::uint64_t>(n.lower / 2 + 1)));
    auto higher = static_cast<std::int64_t>(random.below(static_cast<std::uint64_t>(n.higher / 2 + 1)));
    test.begin_at(lower, higher);
    while (lower < n.lower && higher < n.higher) {
      const bool is_lower = lower * n.higher < higher * n.lower;
      const double here = p_of(log_factorial, n, lower, higher);
      for (const double level : {0.001, 0.03, 0.4, here, here * (1 - 1e-8), here * (1 + 1e-8)}) {
        if (level >= 1) continue;
        const bool expected = is_lower && here <= level;
        EXPECT_EQ(test.is_at_most(level), expected) << lower << ", " << higher << " at " << level;
        (expected ? at_most : above) += 1;
      }
      // Along the border, where it is decided; and now and then away from it.
      const bool raise_higher = random.below(20) == 0 ? random.below(2) == 0 : !is_lower || here > 0.03;
      if (raise_higher) {
        test.one_more_in_higher();
        ++higher;
      } else {
        test.one_more_in_lower();
        ++lower;
      }
    }
  }
  EXPECT_GT(at_most, 50);
  EXPECT_GT(above, 50);
}

INSTANTIATE_TEST_SUITE_P(OfGroups, LowerShare,
                         ::testing::Values(Groups{5, 7}, Groups{12, 3}, Groups{40, 25}, Groups{300, 210},
                                           Groups{1500, 2600}));

}  // namespace
}  // namespace houvast::detail
