#include "houvast/scoring/intervals.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

#include "scoring/lq2002.hpp"

namespace houvast::stats {
namespace {

using test::code_of;

TEST(Intervals, WilsonOfNewcombe) {
  // Newcombe (1998), Statistics in Medicine 17, 857-872, table I, method 3, to four decimals.
  const auto near = [](std::int64_t k, std::int64_t n, double low, double high) {
    const Estimate found = wilson_interval(k, n);
    EXPECT_NEAR(found.interval->low, low, 5e-5);
    EXPECT_NEAR(found.interval->high, high, 5e-5);
  };
  near(81, 263, 0.2553, 0.3662);
  near(15, 148, 0.0624, 0.1605);
  near(0, 20, 0, 0.1611);
  near(1, 29, 0.0061, 0.1718);
}

TEST(Intervals, EndsAreExact) {
  EXPECT_EQ(wilson_interval(0, 7).interval->low, 0);
  EXPECT_EQ(wilson_interval(7, 7).interval->high, 1);
  EXPECT_FALSE(wilson_interval(0, 0).defined());
}

TEST(Intervals, DifferenceOfNewcombe) {
  // Newcombe (1998), Statistics in Medicine 17, 873-890, table II, method 10: 56/70 against 48/80, 9/10 against 3/10.
  const Estimate first = proportion_difference(56, 70, 48, 80);
  EXPECT_NEAR(first.interval->low, 0.0524, 5e-5);
  EXPECT_NEAR(first.interval->high, 0.3339, 5e-5);
  const Estimate second = proportion_difference(9, 10, 3, 10);
  EXPECT_NEAR(second.interval->low, 0.1705, 5e-5);
  EXPECT_NEAR(second.interval->high, 0.8090, 5e-5);
}

TEST(Intervals, MeanShareCountsQuestionsTheSame) {
  const double none = std::nan("");
  const std::vector<double> high{1, 0, 1, none, 0, 0, 1, 1};  // four people, two questions
  // 3 of 4 and 1 of 3; a person's part is the sum of (answer - share of the question) / answers to it, over 2.
  const Estimate found = mean_share({high, 2});
  EXPECT_DOUBLE_EQ(found.value, (3.0 / 4 + 1.0 / 3) / 2);
  const double squares = std::pow(1.0 / 16 - 1.0 / 9, 2) + std::pow(1.0 / 16, 2) + std::pow(-3.0 / 16 - 1.0 / 9, 2) +
                         std::pow(1.0 / 16 + 2.0 / 9, 2);
  EXPECT_NEAR(found.details.at("variance"), 4.0 / 3 * squares / 4, 1e-15);
  EXPECT_EQ(found.n, 4);
  const Estimate of_roster = mean_share({high, 2}, {.population = 8});
  EXPECT_DOUBLE_EQ(of_roster.details.at("least"), (3.0 / 8 + 1.0 / 8) / 2);
  EXPECT_DOUBLE_EQ(of_roster.details.at("most"), (7.0 / 8 + 6.0 / 8) / 2);
  EXPECT_LT(found.interval->low, of_roster.interval->low);
  EXPECT_EQ(code_of([&] { (void)mean_share({high, 2}, {.population = 3}); }), "HV-302");
}

TEST(Intervals, BadInputIsRefused) {
  EXPECT_EQ(code_of([] { (void)wilson_interval(3, 2); }), "HV-302");
  EXPECT_EQ(code_of([] { (void)wilson_interval(-1, 2); }), "HV-302");
  EXPECT_EQ(code_of([] { (void)wilson_interval(1, 2, 1.0); }), "HV-302");
}

}  // namespace
}  // namespace houvast::stats
