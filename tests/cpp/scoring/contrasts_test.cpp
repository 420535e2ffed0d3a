#include "houvast/scoring/contrasts.hpp"

#include <gtest/gtest.h>

#include "scoring/study_tables.hpp"

namespace houvast {
namespace {

using namespace testing;

Study three_sides() {
  return study_said({{"school", R"("perspective": "professional", "asked": 9)"},
                     {"ouders", R"("perspective": "ouder", "asked": 9)"},
                     {"buurt", R"("perspective": "informeel", "asked": 9)"},
                     {"niemand", R"("asked": 9)"}},
                    {{"w1", "s1", "school", "5"},
                     {"w1", "s2", "school", "4"},
                     {"w1", "s3", "school", "4"},
                     {"w1", "o1", "ouders", "1"},
                     {"w1", "o2", "ouders", "2"},
                     {"w1", "o3", "ouders", "4"},
                     {"w1", "o4", "ouders", "?"},
                     {"w1", "n1", "niemand", "1"}});
}

// By hand: of 3 × 3 pairs the professionals lie above in 7, are equal in 2.
TEST(Contrasts, AreTheDifferencesByHand) {
  const Table table = contrasts(three_sides(), {.by = "perspective", .wave = WaveId("w1")});
  const std::int64_t row = row_where(table, {{"id", "E1.1"}, {"group_x", "professional"}, {"group_y", "ouder"}});
  EXPECT_EQ(cell_of<std::int64_t>(table, "n_x", row), 3);
  EXPECT_EQ(cell_of<std::int64_t>(table, "n_y", row), 3);  // the don't know is no answer
  EXPECT_DOUBLE_EQ(*cell_of(table, "delta", row), 7.0 / 9);
  EXPECT_DOUBLE_EQ(*cell_of(table, "u", row), 8);
  EXPECT_DOUBLE_EQ(*cell_of(table, "top_x", row), 1);
  EXPECT_DOUBLE_EQ(*cell_of(table, "top_difference", row), 2.0 / 3);
  EXPECT_EQ(cell_of<bool>(table, "exact", row), true);
  EXPECT_FALSE(cell_of<std::string>(table, "reason", row));
}

TEST(Contrasts, AGroupWithoutAnswersHasAReasonAndNoNumber) {
  const Table table = contrasts(three_sides(), {.by = "perspective", .wave = WaveId("w1")});
  const std::int64_t row = row_where(table, {{"id", "E1.1"}, {"group_x", "ouder"}, {"group_y", "informeel"}});
  EXPECT_EQ(cell_of<std::int64_t>(table, "n_smallest", row), 0);
  for (const char* column : {"delta", "u", "p_value", "p_adjusted", "top_difference"}) {
    EXPECT_FALSE(cell_of(table, column, row)) << column;
  }
  EXPECT_TRUE(cell_of<std::string>(table, "reason", row));
}

TEST(Contrasts, PartiesWithoutAValueAreNoGroup) {
  const Table table = contrasts(three_sides(), {.by = "perspective"});
  for (std::int64_t row = 0; row < table.rows(); ++row) {
    EXPECT_NE(cell_of<std::string>(table, "group_x", row), "");
    EXPECT_NE(cell_of<std::string>(table, "group_y", row), "");
  }
}

TEST(Contrasts, AdjustedIsNeverBelowThePValue) {
  const Table table = contrasts(three_sides(), {.by = "party"});
  int compared = 0;
  for (std::int64_t row = 0; row < table.rows(); ++row) {
    const auto p = cell_of(table, "p_value", row);
    if (!p) continue;
    ++compared;
    EXPECT_GE(*cell_of(table, "p_adjusted", row), *p);
  }
  EXPECT_GT(compared, 0);
}

TEST(Contrasts, NeedAnAttribute) {
  EXPECT_EQ(code_of_error([] { (void)contrasts(three_sides(), {}); }), "HV-303");
  EXPECT_EQ(code_of_error([] { (void)contrasts(three_sides(), {.by = "sectr"}); }), "HV-506");
  EXPECT_EQ(code_of_error([] { (void)contrasts(three_sides(), {.by = "party", .wave = WaveId("w9")}); }), "HV-505");
  EXPECT_EQ(code_of_error([] { (void)contrasts(three_sides(), {.by = "party", .level = 0}); }), "HV-302");
}

}  // namespace
}  // namespace houvast
