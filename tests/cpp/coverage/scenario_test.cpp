#include "houvast/coverage/scenario.hpp"

#include <gtest/gtest.h>

#include "findings.hpp"
#include "houvast/coverage/checks.hpp"
#include "houvast/io/study_builder.hpp"

// What if parties leave or join.
namespace houvast {
namespace {

using namespace testing;
using Ids = std::vector<std::string>;

// A kartrekker with a mandate between two parties that know nobody else.
Rows hub() {
  Rows rows;
  rows.party("spil", fields("S", "onderwijs", "beleid", R"("roles": ["kartrekker"], "mandates": ["budget"],
      "expertise": ["leren"])"));
  rows.party("a", fields("A", "zorg", "uitvoering", R"("roles": ["kartrekker"], "mandates": ["verwijzing"],
      "expertise": ["gezondheid"], "knows_motives_of": ["spil"])"));
  rows.party("b", fields("B", "gemeente", "uitvoering", R"("roles": ["kartrekker"])"));
  rows.tie("spil", "a");
  rows.tie("spil", "b");
  rows.tie("a", "spil");
  rows.tie("b", "spil");
  rows.answers_of("spil", 1);
  rows.answers_of("a", 1);
  return rows;
}

const FindingChange& change_of(const Scenario& scenario, const std::string& check) {
  for (const FindingChange& change : scenario.changes) {
    if (change.check == check) return change;
  }
  throw std::runtime_error("no change in " + check);
}

Ids ids(const std::vector<Evidence>& evidence, const std::string& role) {
  Ids result;
  for (const Evidence& fact : evidence) {
    if (fact.role == role) result.push_back(fact.id);
  }
  return result;
}

TEST(WhatIf, TheKartrekkerLeaves) {
  const Study study = hub().study();
  const Scenario scenario = what_if(study, {.remove = {PartyId("spil")}});
  EXPECT_EQ(study.parties().size(), 3U) << "the study itself stays as it is";
  EXPECT_EQ(scenario.study.parties().size(), 2U);
  EXPECT_EQ(scenario.study.data().respondents.size(), 1U);
  EXPECT_EQ(scenario.before.size(), checks().size());
  EXPECT_EQ(scenario.after.size(), checks().size());
  EXPECT_EQ(ids(change_of(scenario, "C1").came, "absent"), Ids{"onderwijs"});
  EXPECT_EQ(change_of(scenario, "C6").before, Status::kOk);
  EXPECT_EQ(change_of(scenario, "C6").after, Status::kMissing) << "the decision outlives who took it";
  EXPECT_EQ(ids(change_of(scenario, "C6").came, "nobody"), Ids{"budget"});
  EXPECT_EQ(ids(change_of(scenario, "C7").came, "isolated"), (Ids{"a", "b"}))
      << "they have no ties left, and that is known";
  EXPECT_EQ(ids(change_of(scenario, "C12").came, "absent"), Ids{"leren"});
  EXPECT_TRUE(scenario.study.parties()[0].knows_motives_of.empty());
  const Table table = scenario_table(scenario, Language::kNl);
  EXPECT_EQ(table.rows(), static_cast<std::int64_t>(scenario.changes.size()));
}

TEST(WhatIf, SomebodyJoinsWithTies) {
  const Study study = hub().study();
  EXPECT_EQ(finding_of(study, "C4").status, Status::kMissing);
  Party club{.id = PartyId("club"), .name = "Sportclub", .domain = "informeel-netwerk"};
  TieReport tie;
  tie.from = PartyId("club");
  tie.to = PartyId("a");
  const Scenario scenario = what_if(study, {.add = {club}, .ties = {tie}});
  EXPECT_EQ(change_of(scenario, "C4").before, Status::kMissing);
  EXPECT_EQ(change_of(scenario, "C4").after, Status::kOk);
  EXPECT_EQ(scenario.study.parties().back().asked, 0) << "nobody of it was asked, so it is not silent";
  EXPECT_TRUE(ids(change_of(scenario, "C1").came, "silent").empty());
  EXPECT_EQ(change_of(scenario, "C10").before, Status::kAttention);
}

TEST(WhatIf, NothingChangesWhenNothingIsChanged) {
  const Scenario scenario = what_if(hub().study(), {});
  EXPECT_TRUE(scenario.changes.empty());
}

TEST(WhatIf, LeavingAndComingBackIsTheSame) {
  const Study study = hub().study();
  Change back{.add = {study.parties()[0]}};
  const Study without = changed(study, {.remove = {study.parties()[0].id}});
  EXPECT_EQ(changed(without, back).parties().size(), study.parties().size());
}

TEST(WhatIf, GoalsKeepWithoutAnOwner) {
  const Study study =
      small_study(list(party("a"), party("b")), "", "", "", R"({"id": "D1", "title": "Doel", "owner": "a"})");
  const Study after = changed(study, {.remove = {PartyId("a")}});
  ASSERT_EQ(after.data().goals.size(), 1U);
  EXPECT_TRUE(after.data().goals[0].owner.empty());
}

TEST(WhatIf, WhoStaysKeepsItsOwnWordsAndWhatWasSaidOfWhoLeavesGoes) {
  StudyBuilder builder("words", {"Woorden", "Words"});
  builder.instrument("six-elements").instrument("gerdes-2020").wave({.id = WaveId("w1"), .date = "2024-11-01"});
  for (const char* id : {"a", "b", "c"}) builder.party({.id = PartyId(id)});
  builder.respondent("ra", "a").answer("E1.4", 4, "van a");
  builder.respondent("rb", "b").answer("E1.4", 3, "van b");
  const auto assessed = [&](const char* assessor, const char* object_a, const char* object_b) {
    builder.assessment({.assessor = RespondentId(assessor),
                        .assessor_party = PartyId(assessor),
                        .object_a = PartyId(object_a),
                        .object_b = PartyId(object_b),
                        .dimension = QuestionId("G1")},
                       2);
  };
  assessed("b", "b", "c");
  assessed("c", "a", "c");
  assessed("c", "b", "a");
  const Study after = changed(builder.build(), {.remove = {PartyId("a")}});
  ASSERT_EQ(after.data().open_answers.size(), 1U);
  EXPECT_EQ(after.data().open_answers[0].text, "van b");
  EXPECT_EQ(after.data().respondents[static_cast<std::size_t>(after.data().open_answers[0].respondent)].id.str(), "rb");
  ASSERT_EQ(after.data().assessments.size(), 1U);
  EXPECT_EQ(after.data().assessments[0].assessor.str(), "b");
}

TEST(WhatIf, AnUnknownPartyIsNamedWithTheNearest) {
  try {
    static_cast<void>(changed(hub().study(), {.remove = {PartyId("spill")}}));
    FAIL() << "accepted";
  } catch (const KeyError& error) {
    EXPECT_EQ(error.code(), "HV-508");
    EXPECT_NE(error.expected().find("'spil'"), std::string::npos);
  }
}

TEST(WhatIf, TheSameTieTwiceIsRefused) {
  TieReport tie;
  tie.from = PartyId("a");
  tie.to = PartyId("spil");
  EXPECT_THROW(static_cast<void>(changed(hub().study(), {.ties = {tie}})), ValidationError);
}

TEST(Expecting, AddsOnlyWhatIsNotKnownAndWritesItToo) {
  const Profile once = expecting(default_profile(), {"budget", "budget"}, {"taal"});
  EXPECT_EQ(once.decisions.terms().size(), 1U);
  EXPECT_EQ(once.expertise.terms().size(), 1U);
  EXPECT_EQ(expecting(once, {"Budget"}, {}).json, once.json);
  EXPECT_EQ(Profile::parse(once.json).decisions.terms(), once.decisions.terms());
}

}  // namespace
}  // namespace houvast
