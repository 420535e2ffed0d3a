#include "houvast/conversation/agenda.hpp"

#include <gtest/gtest.h>

#include "houvast/base/error.hpp"
#include "small_study.hpp"

namespace houvast {
namespace {

using namespace testing;

// E1.1 low, E1.2 divided between two perspectives, E4.4 unknown, E2.1 fine.
Study study() {
  std::string answers;
  const auto add = [&answers](const std::string& who, const std::string& of, const std::string& question,
                              const std::string& value) {
    answers += (answers.empty() ? "" : ",\n") + answer("w2", who, of, question, value);
  };
  for (int i = 0; i < 6; ++i) {
    const std::string who = "r" + std::to_string(i);
    const std::string of = i < 3 ? "school" : "ouders";
    add(who, of, "E1.1", "1");
    add(who, of, "E1.2", i < 3 ? "5" : "1");
    add(who, of, "E2.1", "5");
    add(who, of, "E4.4", i < 5 ? "weet niet" : "5");
  }
  return small_study(list(party("school", R"("perspective": "professional", "asked": 3)"),
                          party("ouders", R"("perspective": "ouder", "asked": 3)")),
                     answers);
}

TEST(Agenda, TakesLowestDividedAndUnknownInTurn) {
  const auto items = agenda(study(), AgendaOptions{.length = 3});
  ASSERT_EQ(items.size(), 3u);
  EXPECT_EQ(items[0].question.str(), "E1.1");
  EXPECT_EQ(items[0].reason, Reason::kLowest);
  EXPECT_DOUBLE_EQ(items[0].score, 1.0);
  EXPECT_EQ(items[1].question.str(), "E1.2");
  EXPECT_EQ(items[1].reason, Reason::kDivided);
  EXPECT_DOUBLE_EQ(items[1].score, 1.0);
  ASSERT_TRUE(items[1].lowest_group);
  EXPECT_EQ(items[1].lowest_group->group, "ouder");
  EXPECT_EQ(items[2].question.str(), "E4.4");
  EXPECT_EQ(items[2].reason, Reason::kUnknown);
  EXPECT_DOUBLE_EQ(items[2].score, 5.0 / 6);
  for (const AgendaItem& item : items) EXPECT_FALSE(item.advice.empty());
}

TEST(Agenda, NumbersAreThoseOfTheScores) {
  const Study of = study();
  const auto all = scores(of, {.wave = WaveId("w2")});
  for (const AgendaItem& item : agenda(of)) {
    for (const Score& score : all) {
      if (score.id == item.question.str()) {
        EXPECT_EQ(score.top_share, item.total.top_share);
        EXPECT_EQ(score.scored, item.total.scored);
      }
    }
  }
}

TEST(Agenda, WhatIsFineStaysOff) {
  for (const AgendaItem& item : agenda(study(), AgendaOptions{.length = 20})) EXPECT_NE(item.question.str(), "E2.1");
}

TEST(Agenda, LengthMustBePositive) {
  EXPECT_THROW(static_cast<void>(agenda(study(), AgendaOptions{.length = 0})), ValueError);
}

TEST(Agenda, NothingToTalkAboutIsAnEmptyAgenda) {
  EXPECT_TRUE(agenda(small_study(party("a"), "")).empty());
}

}  // namespace
}  // namespace houvast
