#include "houvast/io/study_builder.hpp"

#include <gtest/gtest.h>

#include "houvast/io/study_io.hpp"
#include "small_study.hpp"

namespace houvast {
namespace {

using namespace testing;

StudyBuilder begun() {
  StudyBuilder builder("small", {"Klein", "Small"});
  builder.instrument("six-elements").instrument("gerdes-2020");
  builder.wave({.id = WaveId("w1"), .date = "2023-01-01"}).wave({.id = WaveId("w2"), .date = "2024-01-01"});
  builder.relation(
      {.id = "contact", .title = {"Contact", "Contact"}, .directed = false, .complete = false, .max_strength = 3});
  builder.relation({.id = "referral", .title = {"Verwijzing", "Referral"}});
  return builder;
}

std::vector<Issue> issues_of(const StudyBuilder& builder) {
  try {
    (void)builder.build();
  } catch (const ValidationError& error) {
    return error.issues();
  }
  return {};
}

// What the one-file form says is the reference: the same study, written by hand.
TEST(StudyBuilder, BuildsTheStudyThatTheOneFileFormTells) {
  StudyBuilder builder = begun();
  builder.party({.id = PartyId("a"), .name = "School", .domain = "Onderwijs", .asked = 3});
  builder.party({.id = PartyId("b"), .perspective = "ouder"});
  builder.respondent("r1", "a", "w1").answer("E1.1", 4).answer("E1.2", AnswerState::kDontKnow);
  builder.respondent("r1", "a", "w2").answer("E1.1", "helemaal", "").answer("E1.4", AnswerState::kSkipped, "meer tijd");
  builder.tie({.wave = WaveId("w2"), .from = PartyId("a"), .to = PartyId("b"), .relation = "contact", .strength = 2});
  builder.assessment({.wave = WaveId("w2"), .assessor = RespondentId("x"), .dimension = QuestionId("G1")}, 2);
  const Assessment unknown{.wave = WaveId("w2"), .assessor = RespondentId("x"), .dimension = QuestionId("G2")};
  builder.assessment(unknown, AnswerState::kDontKnow);
  builder.goal({.id = "g", .title = "Overleg"});
  const std::string expected = small_json(
      list(party("a", R"("name": "School", "domain": "onderwijs", "asked": 3)"),
           party("b", R"("perspective": "ouder")")),
      list(
          answer("w1", "r1", "a", "E1.1", "4"), answer("w1", "r1", "a", "E1.2", "weet niet"),
          answer("w2", "r1", "a", "E1.1", "helemaal"),
          R"({"wave": "w2", "respondent": "r1", "party": "a", "question": "E1.4", "answer": "", "text": "meer tijd"})"),
      tie("a", "a", "b", "2"),
      list(R"({"wave": "w2", "assessor": "x", "dimension": "G1", "stage": "2"})",
           R"({"wave": "w2", "assessor": "x", "dimension": "G2", "stage": "weet niet"})"),
      R"({"id": "g", "title": "Overleg"})");
  EXPECT_EQ(study_to_json(builder.build()), study_to_json(study_from_json(expected)));
}

TEST(StudyBuilder, GoesOnAfterAStudyWasBuilt) {
  StudyBuilder builder = begun();
  builder.party({.id = PartyId("a"), .asked = 2});
  auto answers = builder.respondent("r1", "a", "w1");
  answers.answer("E1.1", 4);
  EXPECT_EQ(builder.build().data().answers.size(), 1);
  answers.answer("E1.2", 5);
  EXPECT_EQ(builder.build().data().answers.size(), 2);
}

TEST(StudyBuilder, TakesTheOnlyWaveWhereNoneIsNamed) {
  StudyBuilder builder({.id = "one", .title = {"Een", "One"}});
  builder.instrument("six-elements").wave({.id = WaveId("2024")});
  builder.relation({.id = "contact"});
  builder.party({.id = PartyId("a")}).party({.id = PartyId("b")});
  builder.tie({.from = PartyId("a"), .to = PartyId("b"), .relation = "contact"});
  builder.respondent("r1", "a").answer("E1.1", 1);
  const Study study = builder.build();
  EXPECT_EQ(study.data().ties.front().wave, WaveId("2024"));
  EXPECT_EQ(study.data().respondents.front().wave, WaveId("2024"));
  EXPECT_EQ(study.waves().front().instruments, std::vector<InstrumentId>{InstrumentId("six-elements")});
}

TEST(StudyBuilder, TellsEverythingAtOnceWithPlaceAndTheNearestId) {
  StudyBuilder builder = begun();
  builder.party({.id = PartyId("school"), .domain = "onderwjis"});
  builder.respondent("r1", "school", "w1").answer("E1.l", 4).answer("E1.2", 9);
  builder.tie(
      {.wave = WaveId("w1"), .from = PartyId("school"), .to = PartyId("scholo"), .relation = "contact", .strength = 1});
  builder.assessment({.wave = WaveId("w1"), .assessor = RespondentId("x"), .dimension = QuestionId("G1")}, 7);
  const Assessment empty{.wave = WaveId("w1"), .assessor = RespondentId("y"), .dimension = QuestionId("G1")};
  builder.assessment(empty, AnswerState::kAnswered);
  std::map<std::string, Issue> by_place;
  for (const Issue& issue : issues_of(builder)) by_place.emplace(issue.where.pointer, issue);
  ASSERT_EQ(by_place.size(), 6U);
  EXPECT_EQ(by_place.at("/answers/0/question").code, "HV-202");
  EXPECT_EQ(by_place.at("/answers/0/question").near, "E1.1");
  EXPECT_EQ(by_place.at("/answers/1/answer").code, "HV-204");
  EXPECT_EQ(by_place.at("/parties/0/domain").near, "onderwijs");
  EXPECT_EQ(by_place.at("/ties/0/to").near, "school");
  EXPECT_EQ(by_place.at("/assessments/0/stage").code, "HV-204");
  EXPECT_EQ(by_place.at("/assessments/1/stage").code, "HV-204");
  EXPECT_NE(by_place.at("/ties/0/to").message().find("StudyBuilder"), std::string::npos);
}

TEST(StudyBuilder, NamesTheNearestInstrument) {
  try {
    StudyBuilder({.id = "x", .title = {"x", "x"}}).instrument("six-element");
    FAIL() << "there is no such instrument";
  } catch (const KeyError& error) {
    EXPECT_EQ(error.issues().front().near, "six-elements");
  }
}

}  // namespace
}  // namespace houvast
