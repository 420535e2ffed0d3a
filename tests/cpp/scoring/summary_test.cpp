#include "houvast/scoring/summary.hpp"

#include <gtest/gtest.h>

#include "houvast/base/error.hpp"
#include "small_study.hpp"

namespace houvast {
namespace {

using namespace testing;

const Score& find(const std::vector<Score>& all, const std::string& id, const std::string& group = "",
                  const std::string& wave = "w1") {
  for (const Score& score : all) {
    if (score.id == id && score.group == group && score.wave.str() == wave) return score;
  }
  throw std::runtime_error("no score of " + id);
}

// E1 of two perspectives. Parents: 1, don't know. Professionals: 5, 4, 4.
Study two_sides() {
  return small_study(list(party("school", R"("perspective": "professional", "asked": 4)"),
                          party("ouders", R"("perspective": "ouder", "asked": 3)")),
                     list(answer("w1", "p1", "school", "E1.1", "5"), answer("w1", "p2", "school", "E1.1", "4"),
                          answer("w1", "p3", "school", "E1.1", "4"), answer("w1", "o1", "ouders", "E1.1", "1"),
                          answer("w1", "o2", "ouders", "E1.1", "weet niet")));
}

TEST(Scores, CountEveryStateApart) {
  const auto all = scores(two_sides());
  const Score& score = find(all, "E1.1");
  EXPECT_EQ(score.asked, 7);
  EXPECT_EQ(score.respondents, 5);
  EXPECT_EQ(score.scored, 4);
  EXPECT_EQ(score.state(AnswerState::kDontKnow), 1);
  EXPECT_EQ(score.counts, (std::vector<std::int64_t>{1, 0, 0, 2, 1}));
  EXPECT_EQ(score.top, 3);
  EXPECT_DOUBLE_EQ(*score.top_share, 0.75);
  EXPECT_DOUBLE_EQ(*score.dont_know_share(), 0.2);
}

// Trap 1: "don't know" as the midpoint would make the parents' median 2 of {1, 3}.
TEST(Scores, DontKnowIsNoMidpoint) {
  const auto all = scores(two_sides(), {.by = "perspective"});
  const Score& parents = find(all, "E1.1", "ouder");
  EXPECT_EQ(parents.median_low, 1.0);
  EXPECT_EQ(parents.median_high, 1.0);
  EXPECT_EQ(parents.scored, 1);
}

TEST(Scores, GroupsFollowTheVocabularyAndAddUpToTheTotal) {
  const Study study = two_sides();
  const auto total = scores(study, {.wave = WaveId("w1")});
  const auto groups = scores(study, {.by = "perspective", .wave = WaveId("w1")});
  ASSERT_EQ(groups.size(), total.size() * 2);
  EXPECT_EQ(groups[0].group, "professional");
  EXPECT_EQ(groups[1].group, "ouder");
  for (std::size_t i = 0; i < total.size(); ++i) {
    const Score sum = merged(study, std::span(groups).subspan(2 * i, 2), "");
    EXPECT_EQ(sum.scored, total[i].scored);
    EXPECT_EQ(sum.counts, total[i].counts);
    EXPECT_EQ(sum.top_share, total[i].top_share);
    EXPECT_EQ(sum.median_low, total[i].median_low);
  }
}

// Trap 4: the half rule in integers. E2 has five questions; two answered are too few, three are enough.
TEST(Scores, HalfRuleIsComparedInIntegers) {
  const Study study = small_study(party("a", R"("asked": 2)"),
                                  list(answer("w1", "r1", "a", "E2.1", "5"), answer("w1", "r1", "a", "E2.2", "5"),
                                       answer("w1", "r2", "a", "E2.1", "2"), answer("w1", "r2", "a", "E2.2", "3"),
                                       answer("w1", "r2", "a", "E2.3", "2")));
  const auto all = scores(study);
  const Score& element = find(all, "E2");
  ASSERT_EQ(element.scale_scores.size(), 1u);
  EXPECT_DOUBLE_EQ(element.scale_scores[0], 7.0 / 3);
  EXPECT_EQ(find(scores(study, {.minimum_numerator = 2, .minimum_denominator = 5}), "E2").scored, 2);
  // 2 of 3 is not 75 percent
  EXPECT_EQ(find(scores(study, {.minimum_numerator = 3, .minimum_denominator = 4}), "E2").scored, 0);
  EXPECT_THROW(static_cast<void>(scores(study, {.minimum_numerator = 2, .minimum_denominator = 1})), ValueError);
}

TEST(Scores, NotApplicableDoesNotCountAsAsked) {
  const Study study =
      small_study(party("a"), list(answer("w1", "a", "a", "E6.1", "4"), answer("w1", "a", "a", "E6.2", "n.v.t."),
                                   answer("w1", "a", "a", "E6.3", "weet niet")));
  EXPECT_EQ(find(scores(study), "E6").scored, 1);  // one of two asked
}

TEST(Scores, OpenQuestionsAndUnaskedInstrumentsHaveNoRow) {
  const auto all = scores(two_sides());
  for (const Score& score : all) {
    EXPECT_NE(score.id, "E3.1");
    EXPECT_EQ(score.instrument.str(), "six-elements");  // stages are never scored
  }
}

TEST(Scores, UnknownWaveAndAttribute) {
  EXPECT_THROW(static_cast<void>(scores(two_sides(), {.wave = WaveId("w9")})), KeyError);
  EXPECT_THROW(static_cast<void>(scores(two_sides(), {.by = "colour"})), KeyError);
  EXPECT_THROW(static_cast<void>(scores(small_study(party("a"), ""), {.level = 1.5})),
               ValueError);  // even without answers
}

TEST(Scores, ColumnsOfTheTableAreAligned) {
  const Study study = two_sides();
  const Table table = scores_table(study, scores(study), {});
  EXPECT_EQ(table.rows(), static_cast<std::int64_t>(scores(study).size()));
  EXPECT_EQ(std::get<std::vector<std::string>>(table.column("id").data).front(), "E1.1");
  EXPECT_FALSE(table.column("top_box").is_valid(1));  // E1.2 was left empty by everybody
}

TEST(Scores, HaveNoResponseWhenNobodyWroteDownWhoWasAsked) {
  const Study study = two_sides(), other = unasked(study);
  EXPECT_DOUBLE_EQ(*find(scores(study), "E1.1").response_share(), 5.0 / 7);
  const std::vector<Score> groups = scores(other, {.by = "perspective", .wave = WaveId("w1")});
  const Score& score = find(groups, "E1.1", "ouder");
  EXPECT_FALSE(score.asked_known);
  EXPECT_FALSE(score.response_share());
  EXPECT_EQ(score.asked, 3) << "so many at least";
  const Table table = scores_table(other, groups, {});
  const Table known = scores_table(study, scores(study), {});
  for (const char* column : {"asked", "response"}) {
    EXPECT_FALSE(table.column(column).is_valid(0)) << column;
    EXPECT_TRUE(known.column(column).valid.empty()) << column;
  }
  EXPECT_EQ(table.column("respondents"),
            scores_table(study, scores(study, {.by = "perspective", .wave = WaveId("w1")}), {}).column("respondents"));
}

TEST(Scores, TogetherAreKnownWhenEveryPartIs) {
  const Study study = two_sides();
  std::vector<Score> parts = {find(scores(study, {.by = "perspective"}), "E1.1", "ouder"),
                              find(scores(study, {.by = "perspective"}), "E1.1", "professional")};
  EXPECT_DOUBLE_EQ(*merged(study, parts, "*").response_share(), 5.0 / 7);
  parts.back().asked_known = false;
  EXPECT_FALSE(merged(study, parts, "*").response_share());
  parts.back().asked_known = true;
  parts.front().asked_known = false;
  EXPECT_FALSE(merged(study, parts, "*").response_share());
}

}  // namespace
}  // namespace houvast
