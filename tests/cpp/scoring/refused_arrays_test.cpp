#include <gtest/gtest.h>

#include <cstdint>
#include <functional>
#include <limits>
#include <string>
#include <vector>

#include "houvast/base/error.hpp"
#include "houvast/scoring/agreement.hpp"
#include "houvast/scoring/contrast.hpp"
#include "houvast/scoring/functioning.hpp"
#include "houvast/scoring/intervals.hpp"
#include "houvast/scoring/ordinal.hpp"
#include "houvast/scoring/raters.hpp"
#include "houvast/scoring/reliability.hpp"
#include "houvast/scoring/resample.hpp"
#include "houvast/scoring/survey.hpp"
#include "houvast/scoring/tally.hpp"
#include "study_tables.hpp"

// Arrays that do not fit what is asked of them, and those that just do.
namespace houvast {
namespace {

using testing::code_of_error;

const std::vector<double> kSeven = {1, 2, 3, 4, 5, 4, 3};  // fills no rows of two
const std::vector<std::int32_t> kCodes = {0, 0, 0, 1, 1, 1, 1};
const std::vector<std::string> kLabels = {"a", "b"};
const stats::Grouping kGroups{kCodes, kLabels};

TEST(RefusedArrays, ItemsFillWholeRows) {
  const stats::Items ragged{kSeven, 2};
  const std::vector<std::function<void()>> calls = {
      [&] { (void)stats::scale_scores(ragged); },
      [&] { (void)stats::differential_item_functioning(ragged, kGroups); },
      [&] { (void)stats::rwg_j(ragged, kGroups); },
      [&] { (void)stats::awg(ragged, kGroups, {1, 5}); },
      [&] { (void)stats::krippendorff_alpha(ragged); },
      [&] { (void)stats::icc_forms(ragged); },
      [&] { (void)stats::fleiss_kappa(ragged, 6); },
      [&] { (void)stats::cronbach_alpha(ragged); },
      [&] { (void)stats::mean_share(ragged); },
  };
  for (std::size_t i = 0; i < calls.size(); ++i) EXPECT_EQ(code_of_error(calls[i]), "HV-301") << i;
}

TEST(RefusedArrays, AnyAnswerThatTheScaleDoesNotHaveIsFound) {
  for (std::size_t place = 0; place < 24; ++place) {
    std::vector<double> values(24, 3);
    values[place] = 8;
    const std::vector<std::int32_t> codes(24, 0);
    EXPECT_EQ(code_of_error([&] {
                (void)stats::rwg(values, {codes, kLabels}, {.bounds = stats::Bounds{1, 5}});
              }),
              "HV-302")
        << place;
    values[place] = -4;  // without bounds: five categories do not hold both
    EXPECT_EQ(code_of_error([&] { (void)stats::rwg(values, {codes, kLabels}); }), "HV-302") << place;
    EXPECT_EQ(
        code_of_error([&] {
          (void)stats::average_deviation({values, 2}, {std::vector<std::int32_t>(12), kLabels}, stats::Centre::kMean);
        }),
        "HV-302")
        << place;
  }
}

TEST(RefusedArrays, ProbabilitiesEndAtOne) {
  EXPECT_EQ(code_of_error([] { (void)stats::benjamini_hochberg(std::vector<double>{0.2, 1.5}); }), "HV-302");
  EXPECT_EQ(code_of_error([] { (void)stats::benjamini_hochberg(std::vector<double>{0.2, -0.1}); }), "HV-302");
  EXPECT_EQ(code_of_error([] { (void)stats::benjamini_hochberg(std::vector<double>{0, 1}); }), "none");
}

TEST(RefusedArrays, ResamplesAreOfThePeopleThere) {
  const std::vector<double> values = {1, 5};
  const auto drawn = [&](std::vector<std::int64_t> indices, double level = 0.95) {
    return stats::bootstrap_mean_from_indices(values, indices, {.level = level});
  };
  EXPECT_EQ(drawn({0, 0, 0, 1, 1, 1}).details.at("standard_error"), 2.0);  // means 1, 3 and 5
  EXPECT_EQ(code_of_error([&] { (void)drawn({0, -1}); }), "HV-302");
  EXPECT_EQ(code_of_error([&] { (void)drawn({0, 2}); }), "HV-302");
  EXPECT_EQ(code_of_error([&] { (void)drawn({0, 1, 1}); }), "HV-301");
  EXPECT_EQ(code_of_error([&] { (void)drawn({0, 1}, 1); }), "HV-302");
  EXPECT_EQ(code_of_error([&] { (void)stats::bootstrap_mean(values, {.level = 0}); }), "HV-302");
  EXPECT_EQ(code_of_error([&] { (void)stats::bootstrap_mean(values, {.resamples = 0}); }), "HV-302");
  EXPECT_EQ(code_of_error([&] {
              (void)stats::bootstrap_mean_from_histogram(values, std::vector<std::int64_t>{1, 2}, {.resamples = 0});
            }),
            "HV-302");
}

TEST(RefusedArrays, ADesignSaysOneOfEverybody) {
  const std::vector<double> values = {1, 2, 3}, two = {9, 9};
  const std::vector<std::int32_t> codes = {0, 1};
  const std::vector<std::uint8_t> domain = {1, 1};
  EXPECT_EQ(code_of_error([&] { (void)stats::survey_mean(values, {.weights = two}); }), "HV-301");
  EXPECT_EQ(code_of_error([&] { (void)stats::survey_mean(values, {.clusters = codes}); }), "HV-301");
  EXPECT_EQ(code_of_error([&] { (void)stats::survey_mean(values, {.strata = codes}); }), "HV-301");
  EXPECT_EQ(code_of_error([&] { (void)stats::survey_mean(values, {.population = two}); }), "HV-301");
  EXPECT_EQ(code_of_error([&] { (void)stats::survey_mean(values, {.domain = domain}); }), "HV-301");
}

TEST(RefusedArrays, TheLastItemThatCanBeTurnedRoundIsNamed) {
  const std::vector<double> values = {1, 2, 3, 4, 5, 1};
  const auto turned = [&](std::int64_t item) {
    stats::ReliabilityOptions options{.bounds = stats::Bounds{1, 5}};
    options.reverse = {item};
    (void)stats::cronbach_alpha({values, 3}, options);
  };
  turned(2);
  try {
    turned(3);
    FAIL() << "item 3 of 3 was turned round";
  } catch (const ValueError& error) {
    EXPECT_NE(std::string(error.what()).find('2'), std::string::npos) << error.what();
    EXPECT_EQ(std::string(error.what()).find('4'), std::string::npos) << error.what();
  }
}

TEST(RefusedArrays, NoVarianceIsTheReason) {
  const std::vector<double> values = {1, 3, 2, 3, 4, 3, 5, 3};  // the second item is always 3
  for (const Estimate& found : {stats::standardized_alpha({values, 2}), stats::ordinal_alpha({values, 2})}) {
    ASSERT_FALSE(found.defined());
    EXPECT_NE(found.reason.front().id, "reason.too_few_items");
    EXPECT_NE(found.reason.front().id, "reason.opposed_items");
  }
}

TEST(RefusedArrays, OnePersonOfAGroupGivesNoInterval) {
  const std::vector<double> many = {1, 0, 1, 1, 0, 0}, one = {1, 0};
  const Estimate of_one = stats::mean_share_difference({one, 2}, {many, 2});
  EXPECT_TRUE(of_one.defined());
  EXPECT_FALSE(of_one.interval);
  EXPECT_FALSE(stats::mean_share_difference({many, 2}, {one, 2}).interval);
  EXPECT_TRUE(stats::mean_share_difference({many, 2}, {many, 2}).interval);
}

TEST(RefusedArrays, ATallyTakesColumnsOfOneLength) {
  const Study study = testing::study_said({{"p", ""}}, {{"w1", "r", "p", "12"}});
  const Tally tally(study.data().instruments.front());
  const std::vector<std::int32_t> two = {0, 0}, none;
  const std::vector<AnswerCode> codes = {1, 2};
  const auto counted = [&](std::span<const std::int32_t> respondent, std::span<const std::int32_t> question) {
    return code_of_error([&] { (void)tally.counted(LongTallyBatch{0, 0, 1, respondent, question, codes}); });
  };
  const std::vector<std::int32_t> questions = {0, 1};
  EXPECT_EQ(counted(two, questions), "none");
  EXPECT_EQ(counted(std::span(two).first(1), questions), "HV-301");
  EXPECT_EQ(counted(two, std::span(questions).first(1)), "HV-301");
  const std::vector<AnswerCode> rows(tally.questions().size(), 1);
  EXPECT_EQ(code_of_error([&] { (void)tally.counted(TallyBatch{std::span(none), 0, {}, rows}); }), "HV-301");
  EXPECT_EQ(code_of_error([&] { (void)tally.counted(TallyBatch{std::span(two), 0, {}, rows}); }), "HV-301");
}

}  // namespace
}  // namespace houvast
