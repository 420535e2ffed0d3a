#include "scoring/plan_power.hpp"

#include <gtest/gtest.h>

#include "scoring/mid_p.hpp"

namespace houvast::detail {
namespace {

// Two and two people, all of the one and none of the other: one of the six ways to choose two; half of it, twice.
TEST(MidP, OfHighAnswersByHand) {
  const std::vector<double> p = p_of_high_among(log_factorials(4), 4, 2, 2);
  ASSERT_EQ(p.size(), 3U);
  EXPECT_NEAR(p[0], 1.0 / 6, 1e-12);
  EXPECT_NEAR(p[1], 1, 1e-12);
  EXPECT_NEAR(p[2], 1.0 / 6, 1e-12);
}

TEST(MidP, OfThreeWhoMovedByHand) {
  const std::vector<double> p = p_of_moved_up(3);
  ASSERT_EQ(p.size(), 4U);
  EXPECT_NEAR(p[3], 1.0 / 8, 1e-12);
  EXPECT_NEAR(p[2], 1.0 / 8 + 4.0 / 8, 1e-12);
  EXPECT_EQ(p[0], p[3]);
}

TEST(PlanPower, OfADifferenceThatIsSureIsOneOrNothing) {
  const Planned sure{.low = 0, .high = 1, .questions = 1, .correlation = 0, .alpha = 0.2};
  EXPECT_NEAR(power_of_difference(sure, 2, 2), 1, 1e-12);
  Planned strict = sure;
  strict.alpha = 0.1;
  EXPECT_EQ(power_of_difference(strict, 2, 2), 0);
}

// Everybody moves up: of three the p-value is one in eight.
TEST(PlanPower, OfAChangeThatIsSureIsOneOrNothing) {
  const Planned sure{.low = 0, .high = 1, .questions = 1, .correlation = 0, .alpha = 0.13};
  EXPECT_NEAR(power_of_change(sure, 3), 1, 1e-12);
  EXPECT_EQ(power_of_change(sure, 2), 0);
}

TEST(PlanPower, GrowsWithPeopleAndFallsWithTheCorrelation) {
  Planned planned{.low = 0.4, .high = 0.6, .questions = 4, .correlation = 0.2, .alpha = 0.01};
  const double some = power_of_difference(planned, 40, 40), changed = power_of_change(planned, 40);
  EXPECT_GT(power_of_difference(planned, 60, 40), some);
  EXPECT_GT(power_of_change(planned, 60), changed);
  planned.correlation = 0.5;
  EXPECT_LT(power_of_difference(planned, 40, 40), some);
}

}  // namespace
}  // namespace houvast::detail
