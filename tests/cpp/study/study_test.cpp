#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "houvast/base/error.hpp"
#include "small_study.hpp"

namespace houvast {
namespace {

using namespace testing;

std::vector<Issue> issues_of(const std::string& json) {
  try {
    static_cast<void>(study_from_json(json, "small.json"));
  } catch (const Error& error) {
    return error.issues();
  }
  return {};
}

bool has(const std::vector<Issue>& issues, const std::string& code, const std::string& pointer) {
  return std::any_of(issues.begin(), issues.end(),
                     [&](const Issue& issue) { return issue.code == code && issue.where.pointer == pointer; });
}

TEST(Study, SpreadsAnswersIntoSixStates) {
  const Study study =
      small_study(list(party("a", R"("asked": 2)"), party("b")),
                  list(answer("w1", "r1", "a", "E1.1", "4"), answer("w1", "r1", "a", "E1.2", "weet niet"),
                       answer("w1", "r2", "a", "E1.1", "n.v.t."), answer("w2", "r1", "a", "E1.1", "helemaal")));
  const WaveResponses& first = study.responses(0);
  ASSERT_EQ(first.rows(), 2);
  const auto column = [&](const char* id) { return first.column(*study.question_index(QuestionId(id))); };
  EXPECT_EQ(column("E1.1")[0], 3);  // value 4 on a scale from 1
  EXPECT_EQ(state_of(column("E1.2")[0]), AnswerState::kDontKnow);
  EXPECT_EQ(state_of(column("E1.3")[0]), AnswerState::kSkipped);
  EXPECT_EQ(state_of(column("G1")[0]), AnswerState::kNotAsked);  // took no part in that instrument
  EXPECT_EQ(state_of(column("E1.1")[1]), AnswerState::kNotApplicable);
  EXPECT_EQ(study.responses(1).column(*study.question_index(QuestionId("E1.1")))[0], 4);
}

TEST(Study, WhoWasOnlyNotAskedSomethingSkippedNothing) {
  const Study study =
      small_study(list(party("a", R"("asked": 2)")),
                  list(answer("w1", "r1", "a", "E1.1", "niet gevraagd"),
                       answer("w1", "r2", "a", "E1.1", "niet gevraagd"), answer("w1", "r2", "a", "E1.2", "4")));
  const auto column = study.responses(0).column(*study.question_index(QuestionId("E1.3")));
  EXPECT_EQ(state_of(column[0]), AnswerState::kNotAsked);
  EXPECT_EQ(state_of(column[1]), AnswerState::kSkipped);
}

TEST(Study, ReportsEverythingAtOnceWithPlaces) {
  const auto issues = issues_of(small_json(
      list(party("a"), party("a"), party("b", R"("domain": "onderwjis", "level": "uitvoering")"), party("c;d")),
      list(answer("w1", "a", "a", "E1.1", "9"), answer("w1", "b", "b", "E9.9", "4"),
           answer("w3", "b", "b", "E1.1", "4"), answer("w1", "b", "b", "E1.2", "soms"),
           answer("w1", "zz", "zz", "E1.2", "4")),
      list(tie("a", "a", "x"), tie("a", "a", "a"), tie("b", "a", "c;d"), tie("b", "b", "a", "7"))));
  EXPECT_TRUE(has(issues, "HV-201", "/parties/1/id"));
  EXPECT_TRUE(has(issues, "HV-207", "/parties/2/domain"));
  EXPECT_TRUE(has(issues, "HV-208", "/parties/3/id"));
  EXPECT_TRUE(has(issues, "HV-204", "/answers/0/answer"));
  EXPECT_TRUE(has(issues, "HV-202", "/answers/1/question"));
  EXPECT_TRUE(has(issues, "HV-202", "/answers/2/wave"));
  EXPECT_TRUE(has(issues, "HV-205", "/answers/3/answer"));
  EXPECT_TRUE(has(issues, "HV-202", "/answers/4/party"));
  EXPECT_TRUE(has(issues, "HV-202", "/ties/0/to"));
  EXPECT_TRUE(has(issues, "HV-209", "/ties/1/to"));
  EXPECT_TRUE(has(issues, "HV-209", "/ties/2/reporter"));
  EXPECT_TRUE(has(issues, "HV-210", "/ties/3/strength"));
  for (const Issue& issue : issues) {
    if (issue.where.pointer == "/parties/2/domain") {
      EXPECT_EQ(issue.near, "onderwijs");
    }
    EXPECT_EQ(issue.message().find("soms"), std::string::npos) << "an answer was quoted";
  }
}

TEST(Study, AnswersTwiceAndTooManyRespondents) {
  const auto issues = issues_of(small_json(
      party("a", R"("asked": 1)"), list(answer("w1", "r1", "a", "E1.1", "4"), answer("w1", "r1", "a", "E1.1", "4"),
                                        answer("w1", "r2", "a", "E1.1", "4"))));
  EXPECT_TRUE(has(issues, "HV-203", "/answers/1"));
  EXPECT_TRUE(has(issues, "HV-209", "/answers/2/party"));
}

TEST(Study, ARespondentBelongsToOneParty) {
  const auto issues = issues_of(small_json(
      list(party("a"), party("b")), list(answer("w1", "r1", "a", "E1.1", "4"), answer("w1", "r1", "b", "E1.2", "4"))));
  EXPECT_TRUE(has(issues, "HV-209", "/answers/1/party"));
}

TEST(Study, DatesMustExistAndRun) {
  std::string json = small_json(party("a"), "");
  json.replace(json.find("2024-01-01"), 10, "2023-02-29");
  EXPECT_TRUE(has(issues_of(json), "HV-206", "/waves/1/date"));
  json.replace(json.find("2023-02-29"), 10, "2022-12-31");
  EXPECT_TRUE(has(issues_of(json), "HV-206", "/waves/1/date"));
}

TEST(Study, RoundTripsThroughJsonAndTables) {
  const Study study = small_study(
      list(
          party(
              "a",
              R"("name": "A, \"b\"", "asked": 2, "roles": ["kartrekker", "verwijzer"], "consent": true, "x_size": "3")"),
          party("b", R"("domain": "zorg", "waves": ["w2"])")),
      list(answer("w1", "r1", "a", "E1.1", "4"), answer("w1", "r1", "a", "E1.2", "weet niet"),
           answer("w1", "r1", "a", "E3.1", "Juf Anna\\nen de wijkagent"),
           R"j({"wave": "w2", "party": "b", "question": "E1.4", "answer": 2, "text": "=SOM(1)"})j"),
      list(R"({"wave": "w2", "from": "a", "to": "b", "relation": "contact", "strength": 2.5, "P1": true, "P2": false})",
           R"({"wave": "w2", "from": "b", "to": "", "relation": "referral"})"),
      list(
          R"({"wave": "w1", "assessor": "r1", "assessor_party": "a", "dimension": "G1", "stage": "Coördinatie", "evidence": "gezien"})",
          R"({"wave": "w1", "assessor": "r1", "object_a": "a", "object_b": "b", "dimension": "G2", "stage": "weet niet"})"),
      R"({"id": "g", "title": "Doel", "element": "E4", "target": 0.5, "due": "2024-02-29", "value:w1": 0.25})");
  const std::string json = study_to_json(study);
  EXPECT_EQ(study_to_json(study_from_json(json)), json);
  const Study again = study_from_tables(study_header_json(study), study_to_tables(study));
  EXPECT_EQ(study_to_json(again), json);
  EXPECT_EQ(study.data().open_answers.size(), 2u);
  EXPECT_EQ(study.data().ties[0].conditions[1], false);
  EXPECT_EQ(study.data().ties[0].conditions[2], std::nullopt);
}

TEST(Study, WideAnswersAreTheSameAsLong) {
  const Study long_form =
      small_study(party("a", R"("asked": 2)"),
                  list(answer("w1", "r1", "a", "E1.1", "4"), answer("w1", "r1", "a", "E1.2", "weet niet"),
                       answer("w1", "r2", "a", "E1.1", "skipped"), answer("w1", "r2", "a", "E1.2", "1")));
  const Study wide =
      small_study(party("a", R"("asked": 2)"),
                  list(R"({"wave": "w1", "respondent": "r1", "party": "a", "E1.1": 4, "E1.2": "weet niet"})",
                       R"({"wave": "w1", "respondent": "r2", "party": "a", "E1.1": "", "E1.2": "1"})"));
  EXPECT_EQ(study_to_json(wide), study_to_json(long_form));
}

TEST(Study, UnknownAttributeNamesTheNearest) {
  const Study study = small_study(party("a", R"("x_wijk": "noord")"), "");
  EXPECT_EQ(study.attribute(study.parties()[0], "wijk"), "noord");
  try {
    static_cast<void>(study.attribute(study.parties()[0], "domian"));
    FAIL();
  } catch (const KeyError& error) {
    EXPECT_EQ(error.code(), "HV-506");
    EXPECT_NE(error.expected().find("domain"), std::string::npos);
  }
}

TEST(Study, TellsWhetherItIsKnownWhoWasAsked) {
  const std::string json = small_json(party("a", R"("asked": 2)"), answer("w1", "r1", "a", "E1.1", "4"));
  const auto with = [&](const std::string& key) { return std::string(json).insert(1, key); };
  const Study known = study_from_json(json), unknown = study_from_json(with(R"("asked_known": false, )"));
  EXPECT_TRUE(known.data().asked_known);
  EXPECT_FALSE(unknown.data().asked_known);
  EXPECT_EQ(study_to_json(known).find("asked_known"), std::string::npos) << "written only when it matters";
  EXPECT_EQ(study_to_json(study_from_json(with(R"("asked_known": true, )"))), study_to_json(known));
  EXPECT_NE(study_header_json(unknown).find(R"("asked_known": false)"), std::string::npos);
  EXPECT_FALSE(study_from_json(study_to_json(unknown)).data().asked_known);
  EXPECT_FALSE(study_from_tables(study_header_json(unknown), study_to_tables(unknown)).data().asked_known);
  EXPECT_TRUE(has(issues_of(with(R"("asked_known": "nee", )")), "HV-108", "/asked_known"));
}

TEST(Study, MoreRespondentsThanAskedAreRefusedWhetherOrNotItIsKnown) {
  std::string json =
      small_json(party("a"), list(answer("w1", "r1", "a", "E1.1", "4"), answer("w1", "r2", "a", "E1.1", "4")));
  EXPECT_TRUE(has(issues_of(json.insert(1, R"("asked_known": false, )")), "HV-209", "/answers/1/party"));
}

}  // namespace
}  // namespace houvast
