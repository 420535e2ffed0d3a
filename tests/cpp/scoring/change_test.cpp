#include "houvast/scoring/change.hpp"

#include <gtest/gtest.h>

#include "scoring/study_tables.hpp"

namespace houvast {
namespace {

using namespace testing;

// a, b and c answer twice; d leaves, e comes; c moves to another party.
Study panel() {
  return study_said({{"p", R"("asked": 9)"}, {"q", R"("asked": 9)"}}, {{"w1", "a", "p", "2222"},
                                                                       {"w1", "b", "p", "3333"},
                                                                       {"w1", "c", "p", "4444"},
                                                                       {"w1", "d", "q", "5555"},
                                                                       {"w2", "a", "p", "4444"},
                                                                       {"w2", "b", "p", "3?33"},
                                                                       {"w2", "c", "q", "5555"},
                                                                       {"w2", "e", "q", "1111"}});
}

TEST(Change, SetsThePanelApartFromWhoCameAndLeft) {
  const Table table = change(panel());
  const std::int64_t row = row_where(table, {{"id", "E1.1"}, {"from", "w1"}, {"to", "w2"}});
  EXPECT_EQ(cell_of<std::int64_t>(table, "n_panel", row), 3);
  EXPECT_EQ(cell_of<std::int64_t>(table, "n_came", row), 1);
  EXPECT_EQ(cell_of<std::int64_t>(table, "n_left", row), 1);
  EXPECT_EQ(cell_of<std::int64_t>(table, "n_pairs", row), 3);
  EXPECT_DOUBLE_EQ(*cell_of(table, "share_better", row), 2.0 / 3);
  EXPECT_DOUBLE_EQ(*cell_of(table, "share_worse", row), 0);
  EXPECT_DOUBLE_EQ(*cell_of(table, "delta_within", row), 2.0 / 3);
  EXPECT_DOUBLE_EQ(*cell_of(table, "srm", row), 1);  // changes 2, 0, 1: mean 1, standard deviation 1
  EXPECT_DOUBLE_EQ(*cell_of(table, "p_value", row), 0.5);
  // Everybody: 4 3 5 1 against 2 3 4 5. Above in 2 + 1 + 3 + 0 pairs, below in 1 + 2 + 0 + 4.
  EXPECT_DOUBLE_EQ(*cell_of(table, "delta", row), (6.0 - 7.0) / 16);
  EXPECT_DOUBLE_EQ(*cell_of(table, "top_from", row), 1.0 / 3);
  EXPECT_DOUBLE_EQ(*cell_of(table, "top_to", row), 2.0 / 3);
  EXPECT_DOUBLE_EQ(*cell_of(table, "top_came", row), 0);
  EXPECT_DOUBLE_EQ(*cell_of(table, "top_left", row), 1);
}

TEST(Change, ADontKnowLeavesThePairButNotThePanel) {
  const Table table = change(panel());
  const std::int64_t row = row_where(table, {{"id", "E1.2"}});
  EXPECT_EQ(cell_of<std::int64_t>(table, "n_panel", row), 3);
  EXPECT_EQ(cell_of<std::int64_t>(table, "n_pairs", row), 2);
}

TEST(Change, PeopleCountWhereTheyAreInTheLaterWave) {
  const Table table = change(panel(), {.by = "party"});
  const std::int64_t p = row_where(table, {{"id", "E1.1"}, {"group", "p"}});
  const std::int64_t q = row_where(table, {{"id", "E1.1"}, {"group", "q"}});
  EXPECT_EQ(cell_of<std::int64_t>(table, "n_panel", p), 2);
  EXPECT_EQ(cell_of<std::int64_t>(table, "n_panel", q), 1);
  EXPECT_EQ(cell_of<std::int64_t>(table, "n_came", q), 1);
  EXPECT_EQ(cell_of<std::int64_t>(table, "n_left", q), 1);
}

TEST(Change, WithoutPairsThereIsAReason) {
  const Table table = change(study_said({{"p", R"("asked": 9)"}}, {{"w1", "a", "p", "2"}, {"w2", "b", "p", "4"}}));
  const std::int64_t row = row_where(table, {{"id", "E1.1"}});
  EXPECT_EQ(cell_of<std::int64_t>(table, "n_pairs", row), 0);
  EXPECT_FALSE(cell_of(table, "share_better", row));
  EXPECT_FALSE(cell_of(table, "srm", row));
  EXPECT_TRUE(cell_of<std::string>(table, "reason", row));
  EXPECT_DOUBLE_EQ(*cell_of(table, "delta", row), 1);  // of who came against who left
}

TEST(Change, NeedsTwoWavesInOrder) {
  EXPECT_EQ(code_of_error([] { (void)change(panel(), {.from = WaveId("w1")}); }), "HV-303");
  EXPECT_EQ(code_of_error([] { (void)change(panel(), {.from = WaveId("w2"), .to = WaveId("w1")}); }), "HV-302");
  EXPECT_EQ(code_of_error([] { (void)change(panel(), {.from = WaveId("w0"), .to = WaveId("w1")}); }), "HV-505");
}

}  // namespace
}  // namespace houvast
