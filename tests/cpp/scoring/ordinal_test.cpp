#include "houvast/scoring/ordinal.hpp"

#include <gtest/gtest.h>

#include "scoring/lq2002.hpp"

namespace houvast::stats {
namespace {

using test::code_of;
using test::kMissing;
using Values = std::vector<double>;

TEST(Ordinal, MedianNamesBothMiddleAnswers) {
  const Estimate odd = ordinal_median(Values{5, 1, 2, kMissing});
  EXPECT_EQ(odd.value, 2);
  EXPECT_EQ(odd.n, 3);
  const Estimate even = ordinal_median(Values{1, 1, 5, 5});
  EXPECT_EQ(even.value, 1);
  EXPECT_EQ(even.details.at("low"), 1);
  EXPECT_EQ(even.details.at("high"), 5);
}

TEST(Ordinal, QuantileCountsInWholeNumbers) {
  Values hundred;
  for (int i = 1; i <= 100; ++i) hundred.push_back(i);
  for (int percent = 1; percent <= 100; ++percent) {
    EXPECT_EQ(ordinal_quantile(hundred, percent / 100.0).value, percent);  // 0.07 × 100 is above 7 in binary
  }
  EXPECT_EQ(ordinal_quantile(hundred, 0).value, 1);
  EXPECT_EQ(code_of([&] { (void)ordinal_quantile(hundred, 1.01); }), "HV-302");
}

TEST(Ordinal, InterpolatedMedian) {
  EXPECT_DOUBLE_EQ(interpolated_median(Values{3, 3, 3}).value, 3);
  EXPECT_DOUBLE_EQ(interpolated_median(Values{1, 3}).value, 2);
  // Two below, three of five in the category: 2.5 + (3.5 - 2) / 3.
  EXPECT_DOUBLE_EQ(interpolated_median(Values{1, 2, 3, 3, 3, 4, 5}).value, 3);
  EXPECT_DOUBLE_EQ(interpolated_median(Values{1, 3, 3, 3, 3}).value, 2.5 + 1.5 / 4);
  EXPECT_DOUBLE_EQ(interpolated_median(Values{10, 30, 30, 30, 30}, 10).value, 25 + 10 * 1.5 / 4);
}

TEST(Ordinal, ModeTakesTheLowestOfTies) {
  const Estimate found = mode(Values{4, 2, 4, 2, 5});
  EXPECT_EQ(found.value, 2);
  EXPECT_EQ(found.details.at("modes"), 2);
  EXPECT_DOUBLE_EQ(found.details.at("share"), 0.4);
}

TEST(Ordinal, BoxesFollowDirection) {
  const Values values{1, 1, 2, 5, kMissing};
  EXPECT_DOUBLE_EQ(top_box(values, {.bounds = {1, 5}}).value, 0.25);
  EXPECT_DOUBLE_EQ(top_box(values, {.bounds = {1, 5}, .direction = Direction::kDescending}).value, 0.5);
  EXPECT_DOUBLE_EQ(bottom_box(values, {.bounds = {1, 5}, .boxes = 2}).value, 0.75);
  EXPECT_EQ(top_box(values, {.bounds = {1, 5}}).n, 4);
  EXPECT_EQ(code_of([&] { (void)top_box(values, {.bounds = {2, 5}}); }), "HV-302");
}

TEST(Ordinal, DistributionShowsEmptyCategories) {
  const Table found = distribution(Values{2, 2, 4}, {1, 5});
  EXPECT_EQ(std::get<std::vector<std::int64_t>>(found.column("count").data),
            (std::vector<std::int64_t>{0, 2, 0, 1, 0}));
  EXPECT_EQ(std::get<std::vector<std::int64_t>>(found.column("category").data),
            (std::vector<std::int64_t>{1, 2, 3, 4, 5}));
  EXPECT_FALSE(distribution(Values{kMissing}, {1, 5}).column("share").is_valid(0));
}

TEST(Ordinal, ScaleScoresNeedEnoughAnswers) {
  const Values values{4, 4, kMissing, 4, kMissing, kMissing, kMissing, kMissing, kMissing};
  const Table half = scale_scores({values, 3});
  EXPECT_TRUE(half.column("score").is_valid(0));
  EXPECT_FALSE(half.column("score").is_valid(1));
  const Table three_quarters = scale_scores({values, 3}, {.minimum_numerator = 3, .minimum_denominator = 4});
  EXPECT_FALSE(three_quarters.column("score").is_valid(0));
  // Even without a minimum, nobody scores on no answers.
  const Table any = scale_scores({values, 3}, {.minimum_numerator = 0, .minimum_denominator = 1});
  EXPECT_TRUE(any.column("score").is_valid(1));
  EXPECT_FALSE(any.column("score").is_valid(2));
  EXPECT_EQ(code_of([&] { (void)scale_scores({values, 3}, {.reverse = {0}}); }), "HV-302");
}

TEST(Ordinal, BandsTouch) {
  const Table found = bands(Values{1, 1.999999, 2, 3, kMissing}, Values{1, 2, 3});
  EXPECT_EQ(std::get<std::vector<std::int64_t>>(found.column("band").data), (std::vector<std::int64_t>{0, 0, 1, 1, 0}));
  EXPECT_FALSE(found.column("band").is_valid(4));
  EXPECT_EQ(code_of([] { (void)bands(Values{1}, Values{1, 1}); }), "HV-302");
  EXPECT_EQ(code_of([] { (void)bands(Values{3.01}, Values{1, 3}); }), "HV-302");
}

TEST(Ordinal, ReverseCodeKeepsToTheBounds) {
  EXPECT_EQ(reverse_code(Values{1, 2, 6}, {1, 6}), (Values{6, 5, 1}));
  EXPECT_EQ(code_of([] { (void)reverse_code(Values{0}, {1, 6}); }), "HV-302");
}

}  // namespace
}  // namespace houvast::stats
