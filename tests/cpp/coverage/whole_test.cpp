#include <gtest/gtest.h>

#include <fstream>
#include <set>
#include <sstream>

#include "findings.hpp"
#include "houvast/coverage/checks.hpp"
#include "houvast/coverage/scenario.hpp"

// All checks together: their order, what the profile switches off, and a real network.
namespace houvast {
namespace {

using namespace testing;
using Ids = std::vector<std::string>;

std::string text_of(const std::string& path) {
  std::ifstream file(path);
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

// The tables of the Indiana study hold no quotes.
TextTable table_of(const std::string& name) {
  TextTable table{name, name + ".csv", {}, {}, {}};
  std::istringstream lines(text_of(std::string(HOUVAST_TEST_DATA) + "/indiana/" + name + ".csv"));
  for (std::string line; std::getline(lines, line);) {
    if (!line.empty() && line.back() == '\r') line.pop_back();
    Ids cells(1);
    for (const char c : line) {
      if (c == ',') {
        cells.emplace_back();
      } else {
        cells.back() += c;
      }
    }
    (table.columns.empty() ? table.columns : table.rows.emplace_back()) = cells;
  }
  return table;
}

Study indiana() {
  return study_from_tables(text_of(std::string(HOUVAST_TEST_DATA) + "/indiana/study.json"),
                           {table_of("parties"), table_of("ties")}, "study.json");
}

TEST(AllChecks, ComeInOrderWithRuleAndQuestion) {
  Rows rows;
  rows.party("a", "");
  const std::vector<Finding> findings = coverage(rows.study());
  const std::vector<Check> all = checks(rows.study().profile().thresholds);
  ASSERT_EQ(findings.size(), all.size());
  for (std::size_t i = 0; i < findings.size(); ++i) {
    EXPECT_EQ(findings[i].check, "C" + std::to_string(i + 1));
    EXPECT_EQ(findings[i].check, all[i].id);
    EXPECT_FALSE(findings[i].questions.empty()) << findings[i].check;
    EXPECT_EQ(findings[i].title, all[i].title);
    EXPECT_EQ(findings[i].rule, all[i].rule);
    for (const Language& language : {Language::kNl, Language::kEn, Language::kPseudo}) {
      for (const Claim& claim : {findings[i].title, findings[i].rule}) EXPECT_FALSE(say(claim, language).empty());
      EXPECT_FALSE(said(findings[i], language).empty()) << findings[i].check;
    }
    EXPECT_FALSE(findings[i].status == Status::kUnknown && findings[i].needed.empty()) << findings[i].check;
  }
}

// A check is known to a profile by its title in the catalogue.
TEST(Checks, AreTheTitlesOfTheCatalogue) {
  std::set<std::string> titles, rules;
  for (const auto& [key, text] : messages("en")) {
    if (key.starts_with("coverage.title.")) titles.insert(key.substr(15));
    if (key.starts_with("coverage.rule.")) rules.insert(key.substr(14));
  }
  std::set<std::string> ids;
  for (const Check& check : checks()) EXPECT_TRUE(ids.insert(check.id).second) << check.id << " stands twice";
  EXPECT_EQ(ids, titles);
  EXPECT_EQ(ids, rules);
}

TEST(Checks, TellWhatTheyNeedAndWhatSettlesIt) {
  const std::vector<Check> all = checks();
  const auto cohesion = std::find_if(all.begin(), all.end(), [](const Check& check) { return check.id == "C16"; });
  EXPECT_EQ(cohesion->needs, (Ids{"organisations", "organisations_of_several", "ties"}));
  ASSERT_EQ(cohesion->settles.size(), 2U) << "to organisations of one it does not apply";
  EXPECT_EQ(say(cohesion->settles[1], Language::kEn), "Ask every party whom it works with.");
  EXPECT_EQ(cohesion->rule, (Claim{"coverage.rule.C16", {{"observed", 0.5}}}));
}

TEST(AllChecks, NothingThatWasNotAskedIsOk) {
  Rows rows;
  rows.party("a", "");
  rows.party("b", "");
  for (const Finding& finding : coverage(rows.study())) EXPECT_NE(finding.status, Status::kOk) << finding.check;
}

// A form that asked nothing of who answers: what is not told is not missing.
TEST(AllChecks, NothingIsMissingThatMayHideBehindAnEmptyCell) {
  Rows rows;
  rows.party("a", "");
  rows.party("b", R"("domain": "zorg", "level": "uitvoering", "perspective": "ouder")");
  for (const char* check : {"C1", "C2", "C3", "C4"}) {
    const Finding finding = rows.check(check);
    EXPECT_EQ(finding.status, Status::kUnknown) << check;
    EXPECT_TRUE(facts(finding, "absent").empty()) << check;
    EXPECT_FALSE(facts(finding, "undecided").empty()) << check;
    EXPECT_FALSE(finding.needed.empty()) << check;
  }
  EXPECT_EQ(facts(rows.check("C2"), "undecided"), (Ids{"beleid|zorg", "bestuur|zorg"}));
  EXPECT_EQ(facts(rows.check("C3"), "undecided"), Ids{"jeugdige"});
  EXPECT_NE(said(rows.check("C1")).find("zijn niet gevonden. Niet van elke partij"), std::string::npos);

  rows.party("a", R"("domain": "", "level": "beleid", "perspective": "professional")");  // may be zorg's policy
  EXPECT_EQ(rows.check("C2").status, Status::kAttention);
  EXPECT_EQ(facts(rows.check("C2"), "absent"), Ids{"bestuur|zorg"});
  EXPECT_EQ(facts(rows.check("C2"), "undecided"), Ids{"beleid|zorg"});
  EXPECT_EQ(rows.check("C3").status, Status::kMissing);

  rows.party("b", "");
  EXPECT_EQ(rows.check("C2").status, Status::kUnknown);
  EXPECT_NE(said(rows.check("C1")).find("Van geen enkele partij is het domein bekend"), std::string::npos);
}

TEST(AllChecks, TheProfileSwitchesChecksOff) {
  Rows rows;
  rows.profile = R"("not_applicable": ["C13", "C4"],)";
  rows.party("a", R"("perspective": "professional")");
  EXPECT_EQ(rows.check("C4").status, Status::kNotApplicable);
  EXPECT_EQ(rows.check("C13").status, Status::kNotApplicable);
  EXPECT_TRUE(rows.check("C4").evidence.empty());
  EXPECT_EQ(rows.check("C3").status, Status::kMissing);
  rows.profile = R"("not_applicable": ["C0"],)";
  EXPECT_THROW(static_cast<void>(rows.study()), ValidationError);
}

TEST(AllChecks, ThresholdsOutOfRangeAreRefused) {
  for (const char* thresholds :
       {R"({"response": 1.5})", R"({"steps": 0})", R"({"overlap": 1})", R"({"respons": 0.5})"}) {
    Rows rows;
    rows.profile = R"("thresholds": )" + std::string(thresholds) + ",";
    rows.party("a", "");
    EXPECT_THROW(static_cast<void>(rows.study()), Error) << thresholds;
  }
}

// A number for every party or for every organisation would be a league table.
TEST(AllChecks, NoFindingHasANumberForEveryPartyOrOrganisation) {
  const Study study = indiana();
  std::set<std::string> organisations;
  for (const Party& party : study.parties()) organisations.insert(party.organisation);
  for (const Finding& finding : coverage(study)) {
    std::map<std::string, std::set<std::string>> numbered;
    for (const Evidence& fact : finding.evidence) {
      if (fact.value) numbered[fact.kind].insert(fact.id);
    }
    EXPECT_LT(numbered["party"].size(), study.parties().size()) << finding.check;
    EXPECT_LT(numbered["organisation"].size(), organisations.size()) << finding.check;
  }
}

TEST(AllChecks, NewColumnsAndKeysSurviveWritingAndReading) {
  Rows rows;
  rows.profile = R"("decisions": [{"id": "d", "title": {"nl": "Besluit", "en": "Decision"}}],
    "needs": [{"id": "n", "title": {"nl": "N", "en": "N"}}], "ages": [{"id": "j", "title": {"nl": "J", "en": "J"}}],
    "support_levels": [{"id": "s", "title": {"nl": "S", "en": "S"}}], "thresholds": {"steps": 3},)";
  rows.party("a", R"("mandates": ["besluit"], "forms": ["F1.2", "F3.1"], "offers": ["n/j/s", "*/*/*"],
    "knows_motives_of": ["b"])");
  rows.party("b", "");
  const Study study = rows.study();
  const Study again = study_from_json(study_to_json(study), "again.json");
  for (const Study& each : {study, again}) {
    const Party& party = each.parties()[0];
    EXPECT_EQ(party.mandates, Ids{"d"});
    EXPECT_EQ(party.forms, (Ids{"F1.2", "F3.1"}));
    EXPECT_EQ(party.offers, (Ids{"n/j/s", "*/*/*"}));
    EXPECT_EQ(party.knows_motives_of, std::vector<PartyId>{PartyId("b")});
    EXPECT_EQ(each.profile().thresholds.steps, 3);
  }
}

// Expected values by networkx 3 on the collaboration relation: counts of edges per pair of attribute values,
// nx.articulation_points, nx.isolates; chance = (possible external - possible internal) / all pairs.
TEST(Indiana, EvidenceIsWhatNetworkxCounts) {
  const Study study = indiana();
  EXPECT_EQ(finding_of(study, "C1").status, Status::kOk);
  EXPECT_EQ(number(finding_of(study, "C1"), "present", "contractor"), 12);

  const Ids levels = facts(finding_of(study, "C2"), "absent");
  EXPECT_EQ(std::set<std::string>(levels.begin(), levels.end()),
            (std::set<std::string>{"local|coalition", "national|coalition", "local|advocacy", "state|advocacy",
                                   "local|government", "national|government"}));

  const Finding driving = finding_of(study, "C5");
  EXPECT_EQ(driving.status, Status::kAttention);
  EXPECT_EQ(facts(driving, "driving"), Ids{"itpc|ITPC"});
  EXPECT_EQ(facts(driving, "without_driving").size(), 24U);

  const Finding whole = finding_of(study, "C7");
  EXPECT_EQ(whole.status, Status::kOk);
  EXPECT_EQ(number(whole, "parts", "parts"), 1);
  EXPECT_EQ(number(whole, "parties", "parties"), 25);

  const Finding pairs = finding_of(study, "C8");
  EXPECT_EQ(pairs.status, Status::kAttention);
  EXPECT_EQ(facts(pairs, "apart"), Ids{"advocacy|government"});
  EXPECT_NEAR(number(pairs, "expected_ties", "advocacy", "government"), 2 * 3 * 161.0 / 300, 1e-12);
  EXPECT_EQ(number(pairs, "ties", "contractor", "national-partner"), 24);
  EXPECT_EQ(number(pairs, "ties", "contractor", "coalition"), 21);
  EXPECT_EQ(number(pairs, "ties", "lead-agency", "contractor"), 12);
  EXPECT_EQ(number(pairs, "ties", "government", "national-partner"), 1);
  EXPECT_NEAR(number(pairs, "ei_index", "ei_index"), 0.391304347826087, 1e-14);
  EXPECT_NEAR(number(pairs, "ei_by_chance", "ei_by_chance"), 0.47333333333333333, 1e-14);
  EXPECT_EQ(number(pairs, "ties_between_domains", "ties_between_domains"), 112);
  EXPECT_EQ(number(pairs, "ties_within_domains", "ties_within_domains"), 49);

  const Finding directions = finding_of(study, "C9");
  EXPECT_EQ(directions.status, Status::kOk);
  EXPECT_EQ(number(directions, "horizontal_between", "local"), 15);
  EXPECT_EQ(number(directions, "horizontal_between", "state"), 27);
  EXPECT_EQ(number(directions, "horizontal_between", "national"), 17);
  EXPECT_EQ(number(directions, "vertical_between", "local", "state"), 39);
  EXPECT_EQ(number(directions, "vertical_between", "local", "national"), 27);
  EXPECT_EQ(number(directions, "vertical_between", "state", "national"), 36);

  EXPECT_EQ(finding_of(study, "C10").status, Status::kOk);
  EXPECT_TRUE(facts(finding_of(study, "C10"), "cut").empty());
}

TEST(Indiana, WhatTheLeadAgencyLeavesBehind) {
  const Scenario scenario = what_if(indiana(), {.remove = {PartyId("itpc")}});
  const auto after = [&](const std::string& check) {
    return *std::find_if(scenario.after.begin(), scenario.after.end(),
                         [&](const Finding& finding) { return finding.check == check; });
  };
  EXPECT_EQ(facts(after("C1"), "absent"), Ids{"lead-agency"});
  EXPECT_EQ(after("C7").status, Status::kOk) << "networkx: still connected";
  EXPECT_EQ(number(after("C7"), "parties", "parties"), 24);
  EXPECT_EQ(number(after("C8"), "ties_between_domains", "ties_between_domains"), 112 - 24);
  EXPECT_EQ(after("C5").status, Status::kUnknown) << "nobody else has a role";
}

}  // namespace
}  // namespace houvast
