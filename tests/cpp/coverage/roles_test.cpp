#include <gtest/gtest.h>

#include "findings.hpp"

// C5 kartrekkers, C6 mandates, C18 motives.
namespace houvast {
namespace {

using namespace testing;
using Ids = std::vector<std::string>;

Rows two_organisations() {
  Rows rows;
  rows.party("a1", fields("A", "zorg", "uitvoering", R"("roles": ["kartrekker"], "motives": ["M5"])"));
  rows.party("a2", fields("A"));
  rows.party("b1", fields("B", "zorg", "uitvoering", R"("roles": ["kartrekker"], "motives": ["M1"])"));
  return rows;
}

TEST(Driving, TheOneOrganisationWithoutAKartrekkerIsNamed) {
  Rows rows = two_organisations();
  EXPECT_EQ(rows.check("C5").status, Status::kOk);
  EXPECT_EQ(facts(rows.check("C5"), "driving"), (Ids{"a1|A", "b1|B"}));
  rows.party("b1", fields("B"));
  const Finding finding = rows.check("C5");
  EXPECT_EQ(finding.status, Status::kAttention);
  EXPECT_EQ(facts(finding, "without_driving"), Ids{"B"});
  EXPECT_EQ(finding.claims, (std::vector{Claim{"coverage.C5.without", {{"names", named("organisation", {"b1"})}}}}));
  EXPECT_EQ(said(finding), "Bij b1 is er geen kartrekker.");
}

std::string open_answer(const std::string& wave, const std::string& text) {
  return R"({"wave": ")" + wave + R"(", "respondent": "x", "party": "a1", "question": "E3.1", "answer": ")" + text +
         "\"}";
}

TEST(Driving, AnAnswerThatNamesTheOrganisationCounts) {
  Rows rows = two_organisations();
  rows.party("b1", fields("Bureau Bos"));
  rows.answers["x"] = open_answer("w2", "Iemand van bureau  bos.");
  Finding finding = rows.check("C5");
  EXPECT_EQ(finding.status, Status::kOk);
  EXPECT_EQ(facts(finding, "named_driving"), Ids{"b1|Bureau Bos"});
  rows.answers["x"] = open_answer("w2", "Iemand van bureau Bosch");
  finding = rows.check("C5");
  EXPECT_EQ(finding.status, Status::kAttention) << "not the whole name";
  EXPECT_EQ(claims(finding), (Ids{"coverage.C5.without", "coverage.C5.answers"}));
  EXPECT_EQ(said(finding).find("Bosch"), std::string::npos) << "what people wrote stays where it is";
  rows.answers["x"] = open_answer("w1", "Bureau Bos");
  EXPECT_EQ(rows.check("C5").status, Status::kAttention) << "said in another wave";
}

TEST(Driving, AnswersInWordsAloneLeaveItOpen) {
  Rows rows;
  rows.party("a1", fields("A"));
  rows.party("b1", fields("Bureau Bos"));
  rows.answers["x"] = open_answer("w2", "Bureau Bos, en onze teamleider");
  const Finding finding = rows.check("C5");
  EXPECT_EQ(finding.status, Status::kUnknown);
  EXPECT_EQ(facts(finding, "undecided"), Ids{"A"});
  EXPECT_FALSE(finding.needed.empty());
}

TEST(Driving, APartyThatIsAnOrganisationStandsForItself) {
  Rows rows = two_organisations();
  rows.party("club", R"("kind": "organisation")");
  rows.party("buur", R"("kind": "person")");  // belongs to no organisation
  EXPECT_EQ(facts(rows.check("C5"), "without_driving"), Ids{"club"});
}

TEST(Driving, UnknownWithoutRolesOrOrganisations) {
  Rows rows;
  rows.party("a1", fields("A"));
  EXPECT_EQ(rows.check("C5").status, Status::kUnknown);
  EXPECT_FALSE(rows.check("C5").needed.empty());
  Rows nobody;
  nobody.party("p", R"("roles": ["kartrekker"])");
  EXPECT_EQ(nobody.check("C5").status, Status::kUnknown);
}

TEST(Mandates, TheRivalsAndTheirDecisionAreNamed) {
  Rows rows;
  rows.party("a", fields("A", "zorg", "bestuur", R"("mandates": ["toekenning"])"));
  rows.party("b", fields("B", "zorg", "bestuur", R"("mandates": ["vrijstelling"])"));
  EXPECT_EQ(rows.check("C6").status, Status::kOk);
  EXPECT_EQ(facts(rows.check("C6"), "held"), (Ids{"toekenning", "vrijstelling"}));
  rows.party("b", fields("B", "zorg", "bestuur", R"("mandates": ["vrijstelling", "Toekenning"])"));
  const Finding finding = rows.check("C6");
  EXPECT_EQ(finding.status, Status::kAttention);
  EXPECT_EQ(facts(finding, "rivals"), Ids{"toekenning"});
  EXPECT_EQ(facts(finding, "rival"), (Ids{"a|toekenning", "b|toekenning"}));
}

TEST(Mandates, ADecisionOfTheProfileNeedsSomebody) {
  Rows rows;
  rows.profile = R"("decisions": [{"id": "tlv", "title": {"nl": "Toelaatbaarheid", "en": "Admission"}},
                                  {"id": "geld", "title": {"nl": "Budget", "en": "Budget"}}],)";
  rows.party("a", fields("A", "zorg", "bestuur", R"("mandates": ["toelaatbaarheid"])"));
  rows.party("b", fields("B", "zorg", "bestuur", R"("mandates": ["budget"])"));
  EXPECT_EQ(rows.check("C6").status, Status::kOk);
  rows.party("b", fields("B", "zorg", "bestuur"));
  const Finding finding = rows.check("C6");
  EXPECT_EQ(finding.status, Status::kMissing);
  EXPECT_EQ(facts(finding, "nobody"), Ids{"geld"});
  EXPECT_EQ(say(finding.claims, Listener{.names = names_of(rows.study())}),
            "Budget is een beslissing zonder partij met mandaat.");
}

TEST(Mandates, UnknownWhenNotAskedOrNotNamed) {
  Rows rows;
  rows.party("a", fields("A"));
  EXPECT_EQ(rows.check("C6").status, Status::kUnknown);
  rows.party("a", fields("A", "zorg", "bestuur", R"("mandates": ["toekenning"])"));
  rows.party("b", fields("B", "zorg", "bestuur", R"("roles": ["mandaathouder"])"));
  EXPECT_EQ(rows.check("C6").status, Status::kUnknown);
  EXPECT_EQ(facts(rows.check("C6"), "mandate_not_named"), Ids{"b"});
}

TEST(Motives, TheOrganisationWithoutAMotiveIsNamed) {
  Rows rows = two_organisations();
  EXPECT_EQ(rows.check("C18").status, Status::kUnknown);  // of each other was not asked
  EXPECT_TRUE(facts(rows.check("C18"), "motives_not_known").empty());
  rows.party("b1", fields("B", "zorg", "uitvoering", R"("roles": ["kartrekker"])"));
  EXPECT_EQ(rows.check("C18").status, Status::kAttention);
  EXPECT_EQ(facts(rows.check("C18"), "motives_not_known"), Ids{"B"});
}

TEST(Motives, KnownOfEachOtherWhenBothSay) {
  const auto motives = [](const std::string& known) {
    return R"("motives": ["M5"], "knows_motives_of": [)" + known + "]";
  };
  Rows rows;
  rows.party("a", fields("A", "zorg", "uitvoering", motives(R"("b")")));
  rows.party("b", fields("B", "zorg", "uitvoering", motives(R"("a")")));
  rows.tie("a", "b");
  EXPECT_EQ(rows.check("C18").status, Status::kOk);
  EXPECT_EQ(number(rows.check("C18"), "ties_mutual", "ties_mutual"), 1);
  rows.party("b", fields("B", "zorg", "uitvoering", motives("")));
  EXPECT_EQ(rows.check("C18").status, Status::kAttention);
  EXPECT_EQ(facts(rows.check("C18"), "does_not_know_motives_of"), Ids{"b|a"});
}

TEST(Motives, UnknownWhenNobodyWasAsked) {
  Rows rows;
  rows.party("a", fields("A"));
  EXPECT_EQ(rows.check("C18").status, Status::kUnknown);
  EXPECT_FALSE(rows.check("C18").needed.empty());
}

TEST(Motives, AnAnswerToTheQuestionCounts) {
  std::string json = small_json(list(party("a", fields("A")), party("b", fields("B"))),
                                list(answer("w2", "x", "a", "M5", "1"), answer("w2", "y", "b", "M5", "0")));
  json.replace(json.find("\"gerdes-2020\""), 13, "\"samen-beter\"");
  const Finding finding = finding_of(study_from_json(json, "small.json"), "C18");
  EXPECT_EQ(facts(finding, "motives_not_known"), Ids{"B"});
}

TEST(Motives, AnUnknownPartyInTheColumnIsRefused) {
  Rows rows;
  rows.party("a", fields("A", "zorg", "uitvoering", R"("knows_motives_of": ["nobody"])"));
  try {
    static_cast<void>(rows.study());
    FAIL() << "accepted";
  } catch (const ValidationError& error) {
    EXPECT_EQ(error.code(), "HV-202");
    EXPECT_EQ(error.value(), "nobody");
  }
}

}  // namespace
}  // namespace houvast
