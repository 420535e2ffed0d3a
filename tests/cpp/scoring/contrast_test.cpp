#include "houvast/scoring/contrast.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "scoring/lq2002.hpp"

namespace houvast::stats {
namespace {

using test::code_of;
using test::kMissing;
using Values = std::vector<double>;

TEST(Contrast, CliffsDeltaOfHogartyAndKromrey) {
  const Values x{10, 10, 20, 20, 20, 30, 30, 30, 40, 50}, y{10, 20, 30, 40, 40, 50};
  const Estimate found = cliffs_delta(x, y, {.critical_value = CriticalValue::kNormal});
  EXPECT_EQ(found.value, -0.25);
  EXPECT_NEAR(found.details.at("variance"), (5 * 0.2669753 + 9 * 0.447 + 1.0055556) / 60, 1e-8);
  EXPECT_NEAR(found.interval->low, -0.7125351, 1e-7);
  EXPECT_NEAR(found.interval->high, 0.3639999, 1e-7);
}

TEST(Contrast, DisjointGroupsKeepAnInterval) {
  const Estimate found = cliffs_delta(Values{4, 5, 5}, Values{1, 2}, {.critical_value = CriticalValue::kNormal});
  EXPECT_EQ(found.value, 1);
  EXPECT_EQ(found.interval->high, 1);
  const double square = 1.959963984540054 * 1.959963984540054;
  EXPECT_NEAR(found.interval->low, (2 - square) / (2 + square), 1e-12);
  const Estimate turned = cliffs_delta(Values{1, 2}, Values{4, 5, 5}, {.critical_value = CriticalValue::kNormal});
  EXPECT_EQ(turned.interval->low, -1);
  EXPECT_EQ(turned.interval->high, -found.interval->low);
  EXPECT_FALSE(cliffs_delta(Values{1}, Values{2, 3}).interval);
}

TEST(Contrast, MannWhitneyExactByHand) {
  // x has rank sum 8; of the 20 ways, 1+2+3, 1+2+4, 1+2+5 and 1+3+4 reach at most that.
  EXPECT_NEAR(*mann_whitney(Values{1, 2, 5}, Values{3, 4, 6}, {.alternative = Alternative::kLess}).p_value, 4.0 / 20,
              1e-15);
  EXPECT_NEAR(*mann_whitney(Values{1, 2, 3}, Values{4, 5, 6}).p_value, 2.0 / 20, 1e-15);
  EXPECT_EQ(mann_whitney(Values{1, 2, 3}, Values{4, 5, 6}).value, 0);
}

TEST(Contrast, MannWhitneyWithTiesByHand) {
  // Ranks 1.5, 1.5, 3.5, 3.5: x = {1, 1} has the lowest sum, one way in six; two-sided two in six.
  const Estimate found = mann_whitney(Values{1, 1}, Values{2, 2});
  EXPECT_EQ(found.details.at("exact"), 1);
  EXPECT_NEAR(*found.p_value, 2.0 / 6, 1e-15);
  EXPECT_EQ(*mann_whitney(Values{3, 3, 3}, Values{3, 3}).p_value, 1);
}

TEST(Contrast, TheSmallerGroupMayBeEither) {
  const Values few{2, 9}, many{1, 3, 4, 5, 6, 7, 8};
  const double less = *mann_whitney(few, many, {.alternative = Alternative::kLess}).p_value;
  EXPECT_NEAR(*mann_whitney(many, few, {.alternative = Alternative::kGreater}).p_value, less, 1e-15);
}

TEST(Contrast, WilcoxonExactByHand) {
  // All six positive: one of 64 sign patterns; two-sided 2 / 64.
  EXPECT_NEAR(*wilcoxon_signed_rank(Values{1, 2, 3, 4, 5, 6}).p_value, 2.0 / 64, 1e-16);
  // Differences 1, 1, -1: ranks all 2. W+ = 4; P(W >= 4) = 4 / 8.
  const Estimate ties = wilcoxon_signed_rank(Values{1, 1, -1}, {.alternative = Alternative::kGreater});
  EXPECT_EQ(ties.value, 4);
  EXPECT_NEAR(*ties.p_value, 0.5, 1e-16);
}

TEST(Contrast, ZeroMethodsRankDifferently) {
  const Values differences{0, 1, 2, -3};
  EXPECT_EQ(wilcoxon_signed_rank(differences).value, 3);  // ranks 1, 2, 3 of the rest
  EXPECT_EQ(wilcoxon_signed_rank(differences, {.zero_method = ZeroMethod::kPratt}).value, 5);
  EXPECT_EQ(wilcoxon_signed_rank(differences, {.zero_method = ZeroMethod::kZsplit}).value, 5.5);
}

TEST(Contrast, ExactOfManyPairsIsAProbability) {
  Values differences;
  for (int i = 1; i <= 1000; ++i) differences.push_back(i % 3 == 0 ? -i : i);
  const Estimate exact = wilcoxon_signed_rank(differences, {.method = TestMethod::kExact});
  const Estimate normal = wilcoxon_signed_rank(differences, {.method = TestMethod::kAsymptotic});
  EXPECT_NEAR(std::log(*exact.p_value), std::log(*normal.p_value), 0.05 * std::abs(std::log(*normal.p_value)));
  differences.push_back(1);
  EXPECT_EQ(code_of([&] { (void)wilcoxon_signed_rank(differences, {.method = TestMethod::kExact}); }), "HV-302");
}

TEST(Contrast, PairsWithAGapAreLeftOut) {
  const Estimate found = wilcoxon_signed_rank(Values{2, 3, kMissing, 5}, Values{1, kMissing, 2, 3});
  EXPECT_EQ(found.n, 2);
  EXPECT_EQ(code_of([] { (void)wilcoxon_signed_rank(Values{1, 2}, Values{1}); }), "HV-301");
}

TEST(Contrast, SignTestByHand) {
  const Estimate found = sign_test(Values{2, 2, 2, 2, 2, 1}, Values{1, 1, 1, 1, 1, 1});
  EXPECT_NEAR(*found.p_value, 2.0 / 32, 1e-15);
  EXPECT_EQ(found.value, 1);
  EXPECT_EQ(found.details.at("zero"), 1);
}

TEST(Contrast, ReliableChangeOfJacobsonAndTruax) {
  // Jacobson & Truax (1991), p. 14: sd 7.5, reliability .80, from 32.5 to 47.5 gives RC = 3.16.
  const Table found =
      reliable_change_index(Values{32.5, 32.5, 32.5}, Values{47.5, 33.5, 17.5}, {.reliability = 0.8, .sd = 7.5});
  EXPECT_NEAR(test::numbers(found, "rci")[0], 3.16, 0.005);
  EXPECT_EQ(std::get<std::vector<std::string>>(found.column("outcome").data),
            (std::vector<std::string>{"better", "same", "worse"}));
  EXPECT_EQ(code_of([] { (void)reliable_change_index(Values{1, 1}, Values{2, 2}, {.reliability = 0.8}); }), "HV-305");
}

TEST(Contrast, BenjaminiHochbergLeavesGapsOut) {
  const Values adjusted = benjamini_hochberg(Values{0.01, kMissing, 0.02, 0.5});
  EXPECT_NEAR(adjusted[0], 0.03, 1e-15);
  EXPECT_TRUE(std::isnan(adjusted[1]));
  EXPECT_NEAR(adjusted[2], 0.03, 1e-15);
  EXPECT_NEAR(adjusted[3], 0.5, 1e-15);
}

TEST(Contrast, ResponseMeanFarFromZeroStaysFinite) {
  const Estimate found = standardized_response_mean(Values{0, 0, 0}, Values{1, 1.0000001, 1});
  ASSERT_TRUE(found.interval);
  EXPECT_LT(found.interval->low, found.value);
  EXPECT_GT(found.interval->high, found.value);
  EXPECT_TRUE(std::isfinite(found.interval->high));
}

}  // namespace
}  // namespace houvast::stats
