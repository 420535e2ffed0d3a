#include "houvast/conversation/agenda.hpp"

#include <gtest/gtest.h>

#include "houvast/base/error.hpp"
#include "houvast/scoring/change.hpp"
#include "houvast/scoring/contrasts.hpp"
#include "houvast/study/names.hpp"
#include "small_study.hpp"

namespace houvast {
namespace {

using namespace testing;
using Ids = std::vector<std::string>;

// E1.1 low, E1.2 divided between two perspectives of ten, E4.4 unknown, E2.1 fine, E2.2 divided within each;
// E2.3 went up since w1. Young people are nobody's perspective: coverage names E2.4.
Study study() {
  std::string answers;
  const auto add = [&answers](const std::string& wave, const std::string& who, const std::string& of,
                              const std::string& question, const std::string& value) {
    answers += (answers.empty() ? "" : ",\n") + answer(wave, who, of, question, value);
  };
  for (int i = 0; i < 20; ++i) {
    const std::string who = "r" + std::to_string(i);
    const std::string of = i < 10 ? "school" : "ouders";
    add("w2", who, of, "E1.1", "1");
    add("w2", who, of, "E1.2", i < 10 ? "5" : "2");
    add("w2", who, of, "E2.1", "5");
    add("w2", who, of, "E2.2", i % 2 == 0 ? "1" : "5");
    add("w1", who, of, "E2.3", "3");
    add("w2", who, of, "E2.3", "5");
    add("w2", who, of, "E4.4", i < 15 ? "weet niet" : "5");
  }
  return small_study(list(party("school", R"("perspective": "professional", "asked": 10)"),
                          party("ouders", R"("perspective": "ouder", "asked": 10)")),
                     answers);
}

Ids questions(const Agenda& agenda) {
  Ids ids;
  for (const AgendaItem& item : agenda.items())
    ids.push_back(item.question.str() + " " + std::string(to_string(item.reason)));
  return ids;
}

const AgendaItem& item_of(const Agenda& agenda, const std::string& question) {
  for (const AgendaItem& item : agenda.items()) {
    if (item.question.str() == question) return item;
  }
  throw std::runtime_error("not on the agenda: " + question);
}

TEST(Agenda, SixCriteriaTakeTurns) {
  const Agenda of = agenda(study(), {.length = 6});
  EXPECT_EQ(questions(of),
            (Ids{"E1.1 lowest", "E1.2 between", "E4.4 unknown", "E2.4 network", "E2.3 changed", "E2.2 divided"}));
  EXPECT_DOUBLE_EQ(of.items()[0].score, 1.0);
  EXPECT_DOUBLE_EQ(of.items()[2].score, 15.0 / 20);
  EXPECT_DOUBLE_EQ(of.items()[3].score, 1.0) << "a perspective is missing";
  EXPECT_DOUBLE_EQ(of.items()[4].score, 1.0) << "everybody moved up";
  EXPECT_DOUBLE_EQ(of.items()[5].score, 1.0) << "half at each end";
  for (const AgendaItem& item : of.items()) {
    EXPECT_FALSE(item.advice.empty());
    EXPECT_LE(item.advice.size(), 3U);
    for (const Language& language : {Language::kNl, Language::kEn}) {
      EXPECT_FALSE(say(item.why, {.language = language, .names = names_of(of.study())}).empty());
      EXPECT_FALSE(say(item.opening, language).empty());
    }
  }
}

TEST(Agenda, NumbersAreThoseOfScoresContrastsChangeAndFindings) {
  const Study of = study();
  const Agenda made = agenda(of, {.length = 6});
  for (const Score& score : scores(of, {.wave = WaveId("w2")})) {
    for (const AgendaItem& item : made.items()) {
      if (score.id != item.question.str() || score.is_element) continue;
      ASSERT_TRUE(item.total);
      EXPECT_EQ(score.top_share, item.total->top_share);
      EXPECT_EQ(score.scored, item.total->scored);
    }
  }
  const auto number = [](const Table& table, const char* id, const char* column) {
    const auto& ids = std::get<Ids>(table.column("id").data);
    const auto row = static_cast<std::size_t>(std::find(ids.begin(), ids.end(), id) - ids.begin());
    return std::get<std::vector<double>>(table.column(column).data)[row];
  };
  const SupportedDifference& found = *item_of(made, "E1.2").difference;
  EXPECT_EQ(found.higher, "professional");
  EXPECT_EQ(found.lower, "ouder");
  EXPECT_EQ(found.n_lower, 10);
  const Table differences = contrasts(of, {.by = "perspective", .wave = WaveId("w2")});
  EXPECT_DOUBLE_EQ(found.share_higher, number(differences, "E1.2", "top_x"));
  EXPECT_DOUBLE_EQ(found.share_lower, number(differences, "E1.2", "top_y"));
  EXPECT_DOUBLE_EQ(item_of(made, "E1.2").score, number(differences, "E1.2", "top_difference"));
  EXPECT_EQ(item_of(made, "E1.2").lowest_group->group, "ouder");
  const SupportedChange& moved = *item_of(made, "E2.3").change;
  EXPECT_TRUE(moved.paired);
  EXPECT_TRUE(moved.up);
  EXPECT_EQ(moved.n, 20);
  const Table changes = change(of);
  EXPECT_DOUBLE_EQ(moved.share_from, number(changes, "E2.3", "top_from"));
  EXPECT_DOUBLE_EQ(moved.share_to, number(changes, "E2.3", "top_to"));
  for (const Finding& finding : coverage(of)) {
    const bool names = std::find(finding.questions.begin(), finding.questions.end(), "E2.4") != finding.questions.end();
    const bool asks = finding.status == Status::kMissing || finding.status == Status::kAttention;
    const auto& listed = item_of(made, "E2.4").findings;
    EXPECT_EQ(names && asks, std::any_of(listed.begin(), listed.end(),
                                         [&](const Finding& each) { return each.check == finding.check; }))
        << finding.check;
  }
}

TEST(Agenda, WhatIsFineStaysOff) {
  const Agenda of = agenda(study(), {.length = 40});
  for (const AgendaItem& item : of.items()) EXPECT_NE(item.question.str(), "E2.1");
}

TEST(Agenda, ADifferenceThatMayBeChanceIsNone) {
  std::string answers;
  for (int i = 0; i < 6; ++i) {
    answers += (i == 0 ? "" : ",\n") + answer("w2", "r" + std::to_string(i), i < 3 ? "school" : "ouders", "E1.2",
                                              i % 3 == 0 ? "1"
                                              : i < 3    ? "5"
                                                         : "4");
  }
  const Study of = small_study(list(party("school", R"("perspective": "professional", "asked": 3)"),
                                    party("ouders", R"("perspective": "ouder", "asked": 3)")),
                               answers);
  for (const AgendaItem& item : agenda(of, {.length = 40}).items()) EXPECT_NE(item.reason, Reason::kBetween);
}

TEST(Agenda, OtherPeopleThanBeforeAreComparedAsTwoGroups) {
  std::string answers;
  for (int i = 0; i < 24; ++i) {
    const bool later = i >= 12;
    answers += (i == 0 ? "" : ",\n") + answer(later ? "w2" : "w1", "r" + std::to_string(i), "school", "E2.3",
                                              later ? std::to_string(4 + i % 2) : std::to_string(1 + i % 3));
  }
  const Study of = small_study(party("school", R"("perspective": "professional", "asked": 12)"), answers);
  const Agenda made = agenda(of, {.length = 40});
  const AgendaItem& item = item_of(made, "E2.3");
  EXPECT_FALSE(item.change->paired);
  EXPECT_EQ(item.change->n, 12);
  EXPECT_DOUBLE_EQ(item.change->share_from, 0);
  EXPECT_DOUBLE_EQ(item.change->share_to, 1);
  EXPECT_DOUBLE_EQ(item.scores[static_cast<std::size_t>(Reason::kChanged)], 1);
}

TEST(Agenda, AGroupThatIsTooSmallIsNotCompared) {
  const Agenda of = agenda(study(), {.length = 6, .minimum_group = 11});
  for (const AgendaItem& item : of.items()) {
    EXPECT_NE(item.reason, Reason::kBetween);
    EXPECT_FALSE(item.lowest_group);
  }
}

TEST(Agenda, RemovingPromotesTheNext) {
  const Agenda five = agenda(study(), {.length = 5});
  const Agenda four = five.without(QuestionId("E1.1"));
  EXPECT_EQ(questions(five)[0], "E1.1 lowest");
  ASSERT_EQ(four.items().size(), 5U);
  for (const std::string& question : questions(four)) EXPECT_NE(question.substr(0, 4), "E1.1");
  EXPECT_EQ(questions(five).size(), 5U) << "the first one is as it was";
  EXPECT_EQ(questions(five.without(QuestionId("E2.1"))), questions(five)) << "it was not on it";
}

TEST(Agenda, YourOwnQuestionsAndOrder) {
  const Agenda own = agenda(study(), {.length = 2}).with_question(QuestionId("E5.1")).moved(QuestionId("E5.1"), 1);
  EXPECT_EQ(questions(own), (Ids{"E5.1 own", "E1.1 lowest", "E1.2 between"}));
  EXPECT_EQ(questions(own.with_question(QuestionId("E5.1"), 3)), (Ids{"E1.1 lowest", "E1.2 between", "E5.1 own"}));
  EXPECT_EQ(questions(own.with_question(QuestionId("E3.1"), 2))[1], "E3.1 own")
      << "an open question may be talked about";
  EXPECT_EQ(questions(own.without(QuestionId("E5.1"))), (Ids{"E1.1 lowest", "E1.2 between"}));
  EXPECT_EQ(questions(own.without(QuestionId("E1.1"))), (Ids{"E5.1 own", "E1.2 between", "E4.4 unknown"}))
      << "no other question stands below the rest";
}

TEST(Agenda, CandidatesTellWhoWasChosenAndWhy) {
  const Table table = agenda(study(), {.length = 2}).with_question(QuestionId("E3.1")).candidates();
  const auto& ids = std::get<Ids>(table.column("question").data);
  const auto at = [&](const char* id) { return std::find(ids.begin(), ids.end(), id) - ids.begin(); };
  EXPECT_EQ(std::get<std::vector<std::int64_t>>(table.column("lowest_rank").data)[static_cast<std::size_t>(at("E1.1"))],
            1);
  EXPECT_TRUE(std::get<std::vector<bool>>(table.column("chosen").data)[static_cast<std::size_t>(at("E1.1"))]);
  EXPECT_FALSE(std::get<std::vector<bool>>(table.column("chosen").data)[static_cast<std::size_t>(at("E2.2"))]);
  EXPECT_FALSE(table.column("lowest_rank").is_valid(at("E2.1"))) << "nothing is low about it";
  EXPECT_EQ(std::get<Ids>(table.column("reason").data)[static_cast<std::size_t>(at("E3.1"))], "own");
  EXPECT_FALSE(table.column("n").is_valid(at("E3.1")));
}

TEST(Agenda, MistakesAreNamed) {
  EXPECT_THROW(static_cast<void>(agenda(study(), {.length = 0})), ValueError);
  EXPECT_THROW(static_cast<void>(agenda(study(), {.wave = WaveId("w9")})), KeyError);
  EXPECT_THROW(static_cast<void>(agenda(study(), {.by = "schoolsoort"})), KeyError);
  const Agenda of = agenda(study());
  EXPECT_THROW(static_cast<void>(of.moved(QuestionId("E1.1"), 6)), ValueError);
  EXPECT_THROW(static_cast<void>(of.moved(QuestionId("E2.1"), 1)), KeyError);
  EXPECT_THROW(static_cast<void>(of.with_question(QuestionId("E5.1"), 0)), ValueError);
  try {
    static_cast<void>(of.without(QuestionId("E1.11")));
    FAIL();
  } catch (const KeyError& error) {
    EXPECT_EQ(error.code(), "HV-502");
    EXPECT_NE(error.expected().find("E1.1"), std::string::npos);
  }
}

TEST(Agenda, WithoutAnswersOnlyTheNetworkSpeaks) {
  for (const AgendaItem& item : agenda(small_study(party("a"), ""), {.length = 40}).items()) {
    EXPECT_EQ(item.reason, Reason::kNetwork);
    EXPECT_EQ(item.total ? item.total->scored : 0, 0);
  }
}

}  // namespace
}  // namespace houvast
