#include <gtest/gtest.h>

#include <cmath>

#include "houvast/base/error.hpp"
#include "houvast/gerdes/contrasts.hpp"
#include "houvast/gerdes/pairs.hpp"
#include "houvast/gerdes/strengthening.hpp"
#include "small_study.hpp"

// Between perspectives, between waves, between the two sides of a pair, and against what the questions ask.
namespace houvast {
namespace {

using namespace testing;

struct Who {
  std::string assessor;
  std::string party = "a";
  std::string wave = "w2";
};

std::string judged(const Who& who, const std::string& stage, const std::string& object_a = "",
                   const std::string& object_b = "") {
  return R"({"wave": ")" + who.wave + R"(", "assessor": ")" + who.assessor + R"(", "assessor_party": ")" + who.party +
         R"(", "dimension": "G2", "stage": ")" + stage + R"(", "object_a": ")" + object_a + R"(", "object_b": ")" +
         object_b + "\"}";
}

Study study_of(const std::string& assessments) {
  return small_study(list(party("a", R"("perspective": "professional")"), party("b", R"("perspective": "ouder")")), "",
                     "", assessments);
}

double number(const Table& table, const char* column, std::size_t row = 0) {
  return std::get<std::vector<double>>(table.column(column).data).at(row);
}
std::int64_t whole(const Table& table, const char* column, std::size_t row = 0) {
  return std::get<std::vector<std::int64_t>>(table.column(column).data).at(row);
}
std::string text(const Table& table, const char* column, std::size_t row = 0) {
  return std::get<std::vector<std::string>>(table.column(column).data).at(row);
}

TEST(GerdesContrasts, TellsHowOftenOneGroupNamesALaterStage) {
  const Study study = study_of(list(judged({"1"}, "3"), judged({"2"}, "2"), judged({"3"}, "weet niet"),
                                    judged({"4", "b"}, "1"), judged({"5", "b"}, "2"), judged({"6", ""}, "3")));
  const Table table = gerdes_contrasts(study, {.by = "perspective"});
  ASSERT_EQ(table.rows(), 1);  // the outsider is in no group
  EXPECT_EQ(text(table, "group_x"), "professional");
  EXPECT_EQ(whole(table, "dont_know_x"), 1);
  EXPECT_DOUBLE_EQ(number(table, "delta"), 0.75);  // by hand: three of four pairs above, one equal
  EXPECT_DOUBLE_EQ(number(table, "superiority"), 0.875);
  EXPECT_THROW(static_cast<void>(gerdes_contrasts(study, {})), ValueError);
}

TEST(GerdesChange, FollowsTheSamePeople) {
  const Study study = study_of(list(judged({"1", "a", "w1"}, "1"), judged({"1"}, "3"), judged({"2", "a", "w1"}, "2"),
                                    judged({"2"}, "2"), judged({"3", "a", "w1"}, "3"), judged({"4"}, "1")));
  const Table table = gerdes_change(study);
  ASSERT_EQ(table.rows(), 1);
  EXPECT_EQ(whole(table, "n_pairs"), 2);
  EXPECT_EQ(whole(table, "up"), 1);
  EXPECT_EQ(whole(table, "same"), 1);
  EXPECT_EQ(whole(table, "n_joined"), 1);
  EXPECT_EQ(whole(table, "n_left"), 1);
  EXPECT_DOUBLE_EQ(number(table, "p_value"), 1);
  EXPECT_THROW(static_cast<void>(gerdes_change(study, {.from = WaveId("w2"), .to = WaveId("w1")})), ValueError);
}

TEST(PairViews, SwappingTheSidesTurnsTheSignRound) {
  const auto steps = [](const std::string& first, const std::string& second) {
    const Study study = study_of(list(judged({"1", first}, "1", "a", "b"), judged({"2", second}, "3", "b", "a")));
    const auto views = pair_views(study, {.object = AssessedObject::kPair});
    EXPECT_EQ(views.size(), 1U);  // (a, b) and (b, a) are one pair
    EXPECT_EQ(views[0].agreement(), SideAgreement::kApart);
    return views[0].steps();
  };
  EXPECT_EQ(steps("a", "b"), 2);
  EXPECT_EQ(steps("b", "a"), -2);
}

TEST(PairViews, SeveralPeopleOfASideAreAMedianInterval) {
  const Study study = study_of(list(judged({"1"}, "1", "a", "b"), judged({"2"}, "2", "a", "b"),
                                    judged({"3", "b"}, "2", "a", "b"), judged({"4", ""}, "3", "a", "b")));
  const auto views = pair_views(study, {.object = AssessedObject::kPair});
  EXPECT_EQ(views[0].by_a.low, 1);
  EXPECT_EQ(views[0].by_a.high, 2);
  EXPECT_EQ(views[0].agreement(), SideAgreement::kSame);  // 1–2 touches 2
  EXPECT_EQ(views[0].steps(), 0);
  EXPECT_EQ(views[0].others.n, 1);
  EXPECT_FALSE(views[0].inferred_order);  // knowledge sharing: Carlile (2004)
  EXPECT_THROW(static_cast<void>(pair_views(study, {})), ValueError);
}

TEST(PairViews, SilenceOfOneSideIsNoAgreement) {
  const Study study = study_of(list(judged({"1"}, "2", "a", "b"), judged({"2", "b"}, "weet niet", "a", "b")));
  const auto views = pair_views(study, {.object = AssessedObject::kPair});
  EXPECT_EQ(views[0].agreement(), SideAgreement::kOneSided);
  EXPECT_EQ(views[0].steps(), std::nullopt);
  EXPECT_EQ(views[0].by_b.dont_know, 1);
}

TEST(Reached, DontKnowIsNotNotReached) {
  const Study study =
      study_of(list(judged({"1"}, "3"), judged({"2"}, "3"), judged({"3"}, "1"), judged({"4"}, "weet niet")));
  const Table three_quarters = gerdes_reached(study, {}, {.numerator = 3, .denominator = 4, .minimum = 3});
  EXPECT_EQ(whole(three_quarters, "stage", 1), 3);
  EXPECT_DOUBLE_EQ(number(three_quarters, "share", 1), 2.0 / 3);
  EXPECT_DOUBLE_EQ(number(three_quarters, "share_if_not", 1), 0.5);
  EXPECT_DOUBLE_EQ(number(three_quarters, "share_if_all", 1), 0.75);
  EXPECT_EQ(text(three_quarters, "reached", 1), "depends");
  EXPECT_EQ(text(gerdes_reached(study, {}, {.numerator = 1, .denominator = 2, .minimum = 3}), "reached", 1), "yes");
  EXPECT_EQ(text(gerdes_reached(study, {}, {.numerator = 1, .denominator = 1, .minimum = 3}), "reached", 1), "no");
  EXPECT_EQ(text(gerdes_reached(study), "reached", 1), "unknown");  // fewer than five
}

TEST(Strengthening, DependsOnWhatTheQuestionsAsk) {
  const Study study = study_of(list(judged({"1"}, "2"), judged({"2"}, "2"), judged({"3"}, "2")));
  const auto status = [&](Complexity complexity) {
    const Table table = gerdes_strengthening(
        study, {.complexity = complexity, .stages = {.wave = WaveId("w2")}, .rule = {.minimum = 3}});
    EXPECT_EQ(table.rows(), 7);  // the other six dimensions are unknown, not fine; that of types has no row
    EXPECT_EQ(text(table, "status", 0), "unknown");
    return text(table, "status", 1);
  };
  EXPECT_EQ(status(Complexity::kSimple), "lower_fits");
  EXPECT_EQ(status(Complexity::kComposite), "fits");
  EXPECT_EQ(status(Complexity::kComplex), "strengthen");
  EXPECT_THROW(static_cast<void>(gerdes_strengthening(study, {.wished = {{QuestionId("G2"), 9}}})), ValueError);
  EXPECT_THROW(static_cast<void>(gerdes_strengthening(study, {.wished = {{QuestionId("X"), 1}}})), KeyError);
}

}  // namespace
}  // namespace houvast
