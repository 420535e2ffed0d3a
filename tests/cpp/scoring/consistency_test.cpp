#include "houvast/scoring/consistency.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "houvast/scoring/units.hpp"
#include "scoring/study_tables.hpp"

namespace houvast {
namespace {

using namespace testing;

Study five_people() {
  return study_said({{"p", R"("asked": 9, "organisation": "P")"}, {"q", R"("asked": 9, "organisation": "Q")"}},
                    {{"w1", "a", "p", "1122"},
                     {"w1", "b", "p", "2233"},
                     {"w1", "c", "p", "3343"},
                     {"w1", "d", "q", "4455"},
                     {"w1", "e", "q", "5?55"}});
}

// By hand over a to d: variances 5/3, 5/3, 5/3, 19/12 (listwise), variance of the sums 305/12.
TEST(Reliability, OfCompleteAnswersIsAlphaByHand) {
  const Table table = reliability(five_people(), {.wave = WaveId("w1")});
  const std::int64_t row = row_where(table, {{"id", "E1"}});
  EXPECT_EQ(cell_of<std::int64_t>(table, "n", row), 5);
  EXPECT_EQ(cell_of<std::int64_t>(table, "n_listwise", row), 4);
  const double sums[] = {6, 10, 13, 18};
  double mean = 0, variance = 0;
  for (const double sum : sums) mean += sum / 4;
  for (const double sum : sums) variance += (sum - mean) * (sum - mean) / 3;
  const double items = 5.0 / 3 + 5.0 / 3 + 5.0 / 3 + 19.0 / 12;
  EXPECT_NEAR(*cell_of(table, "alpha_listwise", row), 4.0 / 3 * (1 - items / variance), 1e-12);
  EXPECT_FALSE(cell_of(table, "spearman_brown", row));
}

TEST(Reliability, OfNobodyHasAReason) {
  const Table table = reliability(five_people(), {.wave = WaveId("w2")});
  EXPECT_EQ(table.rows(), 6);
  for (std::int64_t row = 0; row < table.rows(); ++row) {
    EXPECT_FALSE(cell_of(table, "alpha", row));
    EXPECT_TRUE(cell_of<std::string>(table, "reason", row));
  }
}

Estimate alpha_of(double value, double low, std::int64_t n) {
  Estimate alpha;
  alpha.value = value;
  alpha.interval = Interval{low, 0.9, 0.95};
  alpha.n = n;
  return alpha;
}

// As alpha and its lower bound are told: 0.45 is told as 0.5 (0.4 below it), a bound of 0.09 as 0.
TEST(HangsTogether, LooksAtOneDecimal) {
  EXPECT_EQ(hangs_together(alpha_of(0.46, 0.2, 30)), true);
  EXPECT_EQ(hangs_together(alpha_of(0.44, 0.2, 30)), false);
  EXPECT_EQ(hangs_together(alpha_of(0.6, 0.11, 30)), true);
  EXPECT_EQ(hangs_together(alpha_of(0.6, 0.09, 30)), false);
  EXPECT_EQ(hangs_together(alpha_of(-0.6, -0.9, 30)), false);
}

TEST(HangsTogether, IsNotJudgedOfFewPeopleOrWithoutAnAlpha) {
  EXPECT_EQ(hangs_together(alpha_of(0.1, -0.5, 29)), std::nullopt);
  EXPECT_EQ(hangs_together(alpha_of(std::nan(""), 0, 30)), std::nullopt);
  const Table table = reliability(five_people(), {.wave = WaveId("w1")});
  EXPECT_FALSE(table.column("together").is_valid(row_where(table, {{"id", "E1"}})));
}

TEST(ItemAnalysis, HasARowPerQuestionAndGroup) {
  const Table table = item_analysis(five_people(), {.by = "party", .wave = WaveId("w1")});
  const std::int64_t row = row_where(table, {{"id", "E1.2"}, {"group", "p"}});
  EXPECT_EQ(cell_of<std::string>(table, "element", row), "E1");
  EXPECT_EQ(cell_of<std::int64_t>(table, "n", row), 3);
  EXPECT_DOUBLE_EQ(*cell_of(table, "mean", row), 2);
  EXPECT_DOUBLE_EQ(*cell_of(table, "sd", row), 1);
}

TEST(Agreement, WithinGroupsByHand) {
  const Table table = agreement(five_people(), {.by = "party", .wave = WaveId("w1")});
  const std::int64_t p = row_where(table, {{"id", "E1.1"}, {"group", "p"}});
  EXPECT_DOUBLE_EQ(*cell_of(table, "rwg", p), 0.5);  // variance 1 over a null variance of 2
  EXPECT_NEAR(*cell_of(table, "ad_mean", p), 2.0 / 3, 1e-15);
  EXPECT_NEAR(*cell_of(table, "ad_limit", p), 5.0 / 6, 1e-15);
  EXPECT_NEAR(*cell_of(table, "consensus", p), 1 + 2.0 / 3 * std::log2(0.75), 1e-15);
  EXPECT_FALSE(cell_of(table, "rwg_j", p));
  const std::int64_t whole = row_where(table, {{"id", "E1"}, {"group", "p"}});
  // Trap 6: item variances 1, 1, 1 and 1/3; the index that grows lies above the one that does not.
  EXPECT_NEAR(*cell_of(table, "r_star_wg_j", whole), 1 - 5.0 / 6 / 2, 1e-12);
  EXPECT_GT(*cell_of(table, "rwg_j", whole), *cell_of(table, "r_star_wg_j", whole));
  EXPECT_FALSE(cell_of(table, "rwg", whole));
  EXPECT_GT(*cell_of(table, "icc1", whole), 0.5);
}

// Trap 5: the same mean by consensus and by polarisation.
TEST(Agreement, TwoCampsDoNotLookLikeTheMiddle) {
  const Table table = agreement(
      study_said({{"p", R"("asked": 9)"}, {"q", R"("asked": 9)"}},
                 {{"w1", "a", "p", "3"}, {"w1", "b", "p", "3"}, {"w1", "c", "q", "1"}, {"w1", "d", "q", "5"}}),
      {.by = "party", .wave = WaveId("w1")});
  const std::int64_t agreed = row_where(table, {{"id", "E1.1"}, {"group", "p"}});
  const std::int64_t divided = row_where(table, {{"id", "E1.1"}, {"group", "q"}});
  EXPECT_DOUBLE_EQ(*cell_of(table, "consensus", agreed), 1);
  EXPECT_DOUBLE_EQ(*cell_of(table, "consensus", divided), 0);
  EXPECT_DOUBLE_EQ(*cell_of(table, "polarisation", agreed), 0);
  EXPECT_DOUBLE_EQ(*cell_of(table, "polarisation", divided), 1);
}

// Trap 10: three of one organisation say 2 or less, two of the other 4 or more.
TEST(UnitScores, EveryOrganisationCountsTheSame) {
  const Table table = unit_scores(five_people(), {.wave = WaveId("w1"), .unit = "organisations"});
  const std::int64_t row = row_where(table, {{"id", "E1.1"}});
  EXPECT_EQ(cell_of<std::int64_t>(table, "units", row), 2);
  EXPECT_EQ(cell_of<std::int64_t>(table, "n", row), 5);
  EXPECT_DOUBLE_EQ(*cell_of(table, "top_box", row), 0.5);
  EXPECT_DOUBLE_EQ(*cell_of(table, "top_box_respondents", row), 0.4);
  EXPECT_DOUBLE_EQ(*cell_of(table, "effective_n", row), 4 / (1.0 / 3 + 1.0 / 2));
  EXPECT_DOUBLE_EQ(*cell_of(table, "share_4", row), 0.25);
  EXPECT_DOUBLE_EQ(*cell_of(table, "top_box_low", row), 0);  // t with one degree of freedom, cut off
  const std::int64_t second = row_where(table, {{"id", "E1.2"}});
  EXPECT_DOUBLE_EQ(*cell_of(table, "dont_know_share", second), 0.25);
}

TEST(UnitScores, WeightsThatUndoTheSizesGiveTheSame) {
  const Study study = five_people();
  const std::vector<double> weights = {2, 2, 2, 3, 3};
  const Table table = unit_scores(study, {.wave = WaveId("w1"), .weights = weights});
  const std::int64_t row = row_where(table, {{"id", "E1.1"}});
  EXPECT_DOUBLE_EQ(*cell_of(table, "top_box", row), 0.5);
  EXPECT_DOUBLE_EQ(*cell_of(table, "effective_n", row), 144.0 / 30);
  EXPECT_EQ(cell_of<std::string>(table, "unit", row), "weights");
  const std::vector<double> four = {1, 1, 1, 1}, negative = {1, 1, 1, 1, -1};
  EXPECT_EQ(code_of_error([&] { (void)unit_scores(study, {.weights = four}); }), "HV-301");
  EXPECT_EQ(code_of_error([&] { (void)unit_scores(study, {.weights = negative}); }), "HV-302");
  EXPECT_EQ(code_of_error([&] { (void)unit_scores(study, {.unit = "organizations"}); }), "HV-506");
}

TEST(UnitScores, OneUnitHasAShareButNoInterval) {
  const Table table = unit_scores(five_people(), {.by = "party", .wave = WaveId("w1")});
  const std::int64_t row = row_where(table, {{"id", "E1.1"}, {"group", "q"}});
  EXPECT_DOUBLE_EQ(*cell_of(table, "top_box", row), 1);
  EXPECT_FALSE(cell_of(table, "top_box_low", row));
  EXPECT_EQ(cell_of<std::string>(table, "reason", row), "no interval: one unit");
}

}  // namespace
}  // namespace houvast
