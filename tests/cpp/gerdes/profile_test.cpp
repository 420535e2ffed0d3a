#include "houvast/gerdes/profile.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "houvast/base/error.hpp"
#include "houvast/gerdes/strengthening.hpp"
#include "small_study.hpp"

namespace houvast {
namespace {

using namespace testing;

std::string assessed(const std::string& who, const std::string& stage, const std::string& dimension = "G1",
                     const std::string& object = "") {
  return R"({"wave": "w1", "assessor": ")" + who + R"(", "assessor_party": "a", "dimension": ")" + dimension +
         R"(", "stage": ")" + stage + "\"" + (object.empty() ? "" : ", \"object_a\": \"" + object + "\"") + "}";
}

TEST(Gerdes, DistributionMedianModeAndConsensus) {
  const Study study = small_study(party("a"), "", "",
                                  list(assessed("1", "1"), assessed("2", "Coördinatie"), assessed("3", "2"),
                                       assessed("4", "3"), assessed("5", "weet niet"), assessed("6", "3", "G1", "a")));
  const auto profiles = stage_profiles(study);
  ASSERT_EQ(profiles.size(), 1u);
  const StageProfile& profile = profiles[0];
  EXPECT_EQ(profile.counts, (std::vector<std::int64_t>{1, 2, 1}));
  EXPECT_EQ(profile.n, 4);
  EXPECT_EQ(profile.state(AnswerState::kDontKnow), 1);
  EXPECT_EQ(profile.assessors, 5);
  EXPECT_EQ(profile.median_low, 2);
  EXPECT_EQ(profile.median_high, 2);
  EXPECT_EQ(profile.modes, (std::vector<int>{2}));
  EXPECT_NEAR(*profile.consensus, 1 + 0.5 * std::log2(0.5), 1e-12);  // by hand: one step of two away, half of them
  EXPECT_FALSE(profile.inferred_order);
}

// Trap 5: the same mean of 2, by consensus and by polarisation, must look different.
TEST(Gerdes, PolarisationIsNotConsensus) {
  const auto of = [](const char* first, const char* second) {
    return stage_profiles(small_study(party("a"), "", "", list(assessed("1", first), assessed("2", second))))[0];
  };
  const StageProfile same = of("2", "2"), split = of("1", "3");
  EXPECT_DOUBLE_EQ(*same.consensus, 1);
  EXPECT_DOUBLE_EQ(*split.consensus, 0);
  EXPECT_EQ(split.median_low, 1);
  EXPECT_EQ(split.median_high, 3);
  EXPECT_EQ(split.modes, (std::vector<int>{1, 3}));
}

// Proximity was published as types: they are counted, and none of them is later than another.
TEST(Gerdes, TypesAreCountedAndHaveNoMiddle) {
  const Study study = small_study(party("a"), "", "", list(assessed("1", "1", "G4"), assessed("2", "3", "G4")));
  const StageProfile profile = stage_profiles(study)[0];
  EXPECT_EQ(profile.counts, (std::vector<std::int64_t>{1, 0, 1}));
  EXPECT_EQ(profile.modes, (std::vector<int>{1, 3}));
  EXPECT_TRUE(profile.inferred_order);
  EXPECT_FALSE(profile.median_low || profile.median_high || profile.consensus);
  EXPECT_EQ(gerdes_reached(study).rows(), 0);
  const StrengtheningOptions wishing{.wished = {{QuestionId("G4"), 2}}, .rule = {.minimum = 1}};
  const auto told = [](const std::vector<Strengthening>& rows) {
    return std::any_of(rows.begin(), rows.end(), [](const Strengthening& row) { return row.dimension.str() == "G4"; });
  };
  EXPECT_FALSE(told(strengthenings(study, {})));
  EXPECT_TRUE(told(strengthenings(study, wishing)));
}

TEST(Gerdes, ObjectsAreKeptApart) {
  const Study study = small_study(party("a"), "", "", list(assessed("1", "1"), assessed("2", "3", "G1", "a")));
  EXPECT_EQ(stage_profiles(study, {.object = AssessedObject::kPartyTies})[0].counts,
            (std::vector<std::int64_t>{0, 0, 1}));
  EXPECT_THROW(static_cast<void>(assessed_object_of("all")), ValueError);
}

}  // namespace
}  // namespace houvast
