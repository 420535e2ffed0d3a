#include "houvast/scoring/ordered_logit.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <span>
#include <vector>

#include "houvast/base/error.hpp"

namespace houvast::stats {
namespace {

const std::vector<double> kAnswers{1, 2, 2, 3, 3, 3, 4, 4, 5, 5, 1, 2, 3, 4, 5, 2, 3, 3, 4, 1, 2, 4, 5, 3};
const std::vector<double> kScore{0.2, 0.5, 0.1, 0.9, 0.4, 1.2, 1.0, 1.5, 1.4, 2.0, 0.7, 0.3,
                                 1.1, 0.8, 1.9, 1.0, 0.6, 1.3, 1.6, 0.1, 1.2, 1.1, 1.7, 0.2};

// Score, and every second one a group.
std::vector<double> score_and_group() {
  std::vector<double> values;
  for (std::size_t i = 0; i < kScore.size(); ++i) {
    values.push_back(kScore[i]);
    values.push_back(static_cast<double>(i % 2));
  }
  return values;
}

void expect_near(const std::vector<double>& found, const std::vector<double>& expected) {
  ASSERT_EQ(found.size(), expected.size());
  for (std::size_t i = 0; i < found.size(); ++i) EXPECT_NEAR(found[i], expected[i], 1e-6);
}

// statsmodels 0.15, OrderedModel(distr="logit"), Newton's method.
TEST(OrderedLogit, IsThatOfStatsmodels) {
  const auto one = ordered_logit(kAnswers, {kScore, 1});
  ASSERT_TRUE(one);
  EXPECT_EQ(one->n, 24);
  EXPECT_NEAR(one->log_likelihood, -27.433162314841066, 1e-9);
  expect_near(one->coefficients, {3.879581884872986});
  expect_near(one->standard_errors, {1.0086097321010223});
  expect_near(one->thresholds, {0.4360137261263885, 2.3029432075658542, 4.438069374266421, 6.479586307909146});

  const std::vector<double> both = score_and_group();
  const auto two = ordered_logit(kAnswers, {both, 2});
  ASSERT_TRUE(two);
  EXPECT_NEAR(two->log_likelihood, -27.368384772777347, 1e-9);
  expect_near(two->coefficients, {3.889984525299602, -0.2855525286547162});
  expect_near(two->standard_errors, {1.011835722095272, 0.7940754844943633});
}

// Of many rows equal ones are counted: the same rows, 250 times, are as many times as likely.
TEST(OrderedLogit, OfManyEqualRowsIsThatOfOneOfEach) {
  constexpr int kTimes = 250;
  const std::vector<double> both = score_and_group();
  std::vector<double> answers, predictors;
  for (int i = 0; i < kTimes; ++i) {
    answers.insert(answers.end(), kAnswers.begin(), kAnswers.end());
    predictors.insert(predictors.end(), both.begin(), both.end());
  }
  const auto one = ordered_logit(kAnswers, {both, 2}), many = ordered_logit(answers, {predictors, 2});
  ASSERT_TRUE(one && many);
  EXPECT_EQ(many->n, kTimes * one->n);
  EXPECT_NEAR(many->log_likelihood, kTimes * one->log_likelihood, 1e-6);
  expect_near(many->coefficients, one->coefficients);
  expect_near(many->thresholds, one->thresholds);
  for (std::size_t p = 0; p < 2; ++p) {
    EXPECT_NEAR(many->standard_errors[p], one->standard_errors[p] / std::sqrt(kTimes), 1e-6);
  }
}

TEST(OrderedLogit, LeavesOutRowsWithGapsAndCategoriesThatDoNotOccur) {
  std::vector<double> answers = kAnswers, score = kScore;
  answers.push_back(std::numeric_limits<double>::quiet_NaN());
  score.push_back(1);
  answers.push_back(9);
  score.push_back(std::numeric_limits<double>::quiet_NaN());
  const auto found = ordered_logit(answers, {score, 1});
  ASSERT_TRUE(found);
  EXPECT_EQ(found->n, 24);
  EXPECT_EQ(found->thresholds.size(), 4U);
  EXPECT_NEAR(found->coefficients.front(), 3.879581884872986, 1e-6);
}

TEST(OrderedLogit, HasNoFitWhereNoFiniteOneIsBest) {
  const std::vector<double> apart{1, 1, 1, 1, 2, 2, 2, 2}, side{0, 0, 0, 0, 1, 1, 1, 1}, same(8, 3);
  EXPECT_FALSE(ordered_logit(apart, {side, 1}));
  EXPECT_FALSE(ordered_logit(same, {side, 1}));
  EXPECT_FALSE(ordered_logit(apart, {same, 1}));
  EXPECT_FALSE(ordered_logit({}, {{}, 1}));
}

TEST(OrderedLogit, MistakesAreNamed) {
  EXPECT_THROW(static_cast<void>(ordered_logit(kAnswers, {std::span(kScore).first(3), 1})), ValueError);
}

}  // namespace
}  // namespace houvast::stats
