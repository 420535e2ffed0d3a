#include <gtest/gtest.h>

#include "findings.hpp"
#include "houvast/coverage/needs.hpp"

// C12 expertise within reach, C13 the matrix of needs, C14 forms of collaboration.
namespace houvast {
namespace {

using namespace testing;
using Ids = std::vector<std::string>;

// parent – school – doctor: the parent is two ties away from health.
Rows chain() {
  Rows rows;
  rows.party("ouder", R"("perspective": "ouder")");
  rows.party("school", R"("perspective": "professional", "expertise": ["leren"])");
  rows.party("arts", R"("perspective": "professional", "expertise": ["gezondheid"])");
  rows.tie("ouder", "school");
  rows.tie("school", "arts");
  rows.no_ties("arts");
  return rows;
}

TEST(Reach, WhatIsTooFarIsNamed) {
  Rows rows = chain();
  EXPECT_EQ(rows.check("C12").status, Status::kOk);
  rows.profile = R"("thresholds": {"steps": 1},)";
  const Finding finding = rows.check("C12");
  EXPECT_EQ(finding.status, Status::kAttention);
  EXPECT_EQ(facts(finding, "cannot_reach"), Ids{"ouder|gezondheid"});
  EXPECT_EQ(said(finding, Language::kEn), "Through the ties of ouder nobody is found who knows about gezondheid.");
}

TEST(Reach, OneTieLessPutsExpertiseOutOfReach) {
  Rows rows = chain();
  rows.ties.erase("school>arts");
  const Finding finding = rows.check("C12");
  EXPECT_EQ(finding.status, Status::kAttention);
  EXPECT_EQ(facts(finding, "cannot_reach"), (Ids{"ouder|gezondheid", "arts|leren", "school|gezondheid"}))
      << "those concerned come first";
}

TEST(Reach, ExpertiseThatTheProfileExpectsAndNobodyHas) {
  Rows rows = chain();
  rows.profile = R"("expertise": [{"id": "taal", "title": {"nl": "Taal", "en": "Language"}}],)";
  EXPECT_EQ(rows.check("C12").status, Status::kMissing);
  EXPECT_EQ(facts(rows.check("C12"), "absent"), Ids{"taal"});
}

TEST(Reach, UnknownWhenNotAsked) {
  Rows no_ties = chain();
  no_ties.ties.clear();
  EXPECT_EQ(no_ties.check("C12").status, Status::kUnknown);
  Rows no_expertise = chain();
  no_expertise.party("school", R"("perspective": "professional")");
  no_expertise.party("arts", R"("perspective": "professional")");
  EXPECT_EQ(no_expertise.check("C12").status, Status::kUnknown);
  Rows no_family = chain();
  no_family.party("ouder", R"("perspective": "professional")");
  EXPECT_EQ(no_family.check("C12").status, Status::kUnknown);
  Rows silent = chain();
  silent.party("jeugd", R"("perspective": "jeugdige")");
  EXPECT_EQ(silent.check("C12").status, Status::kUnknown);
  EXPECT_EQ(facts(silent.check("C12"), "undecided"), Ids{"jeugd"});
}

// One need, two ages, one support level.
Rows matrix() {
  const auto term = [](const std::string& id) {
    return R"({"id": ")" + id + R"(", "title": {"nl": ")" + id + R"(", "en": ")" + id + R"("}, "expected": true})";
  };
  Rows rows;
  rows.profile = R"("needs": [)" + term("taal") + R"(], "ages": [)" + term("jong") + ", " + term("oud") +
                 R"(], "support_levels": [)" + term("licht") + R"(], "thresholds": {"overlap": 2},)";
  rows.party("a", fields("A", "zorg", "uitvoering", R"("offers": ["taal/jong/licht"])"));
  rows.party("b", fields("B", "zorg", "uitvoering", R"("offers": ["taal/oud/*"])"));
  return rows;
}

TEST(Needs, TheGapAndTheOverlapAreNamed) {
  Rows rows = matrix();
  EXPECT_EQ(rows.check("C13").status, Status::kOk);
  EXPECT_EQ(facts(rows.check("C13"), "offered"), (Ids{"taal/jong/licht", "taal/oud/licht"}));
  rows.party("b", fields("B"));
  EXPECT_EQ(rows.check("C13").status, Status::kMissing);
  EXPECT_EQ(facts(rows.check("C13"), "gap"), Ids{"taal/oud/licht"});
  rows.party("b", fields("B", "zorg", "uitvoering", R"("offers": ["taal/*/licht"])"));
  EXPECT_EQ(rows.check("C13").status, Status::kAttention);
  EXPECT_EQ(facts(rows.check("C13"), "overlap"), Ids{"taal/jong/licht"});
  EXPECT_EQ(facts(rows.check("C13"), "overlaps"), (Ids{"a|taal/jong/licht", "b|taal/jong/licht"}));
}

TEST(Needs, AnOrganisationCountsOnce) {
  Rows rows = matrix();
  rows.party("a2", fields("A", "zorg", "uitvoering", R"("offers": ["taal/jong/licht"])"));
  EXPECT_EQ(rows.check("C13").status, Status::kOk);
}

TEST(NeedMatrix, TellsPerCellWhoOffersIt) {
  Rows rows = matrix();
  rows.party("a2", fields("A", "zorg", "uitvoering", R"("offers": ["taal/jong/licht"])"));
  rows.party("c", R"("offers": ["taal/oud/licht"])");
  const std::vector<NeedCell> cells = need_matrix(rows.study());
  ASSERT_EQ(cells.size(), 2U);
  EXPECT_EQ(cells[0].providers, Ids{"A"}) << "an organisation counts once";
  EXPECT_EQ(cells[0].parties, (std::vector<PartyId>{PartyId("a"), PartyId("a2")}));
  EXPECT_EQ(cells[0].state, "offered");
  EXPECT_EQ(cells[1].providers, (Ids{"B", "c"})) << "a party of no organisation stands for itself";
  EXPECT_EQ(cells[1].state, "overlap");
  const Table table = need_table(rows.study(), cells, Language::kNl);
  EXPECT_EQ(std::get<std::vector<std::int64_t>>(table.column("n").data), (std::vector<std::int64_t>{1, 2}));
  rows.party("a", fields("A"));
  rows.party("a2", fields("A"));
  EXPECT_EQ(need_matrix(rows.study())[0].state, "gap");
  rows.party("b", fields("B"));
  rows.party("c", "");
  EXPECT_EQ(need_matrix(rows.study())[0].state, "unknown");
  rows.profile.clear();
  EXPECT_TRUE(need_matrix(rows.study()).empty());
}

TEST(Needs, UnknownWithoutMatrixOrOffers) {
  Rows rows = matrix();
  rows.party("a", fields("A"));
  rows.party("b", fields("B"));
  EXPECT_EQ(rows.check("C13").status, Status::kUnknown);
  rows.profile.clear();
  EXPECT_EQ(rows.check("C13").status, Status::kUnknown);
  EXPECT_FALSE(rows.check("C13").needed.empty());
}

TEST(Needs, AnOfferOutsideTheMatrixIsRefused) {
  for (const char* offer : {"taal/jong", "taal/jong/zwaar", "taal/jong/licht/nu"}) {
    Rows rows = matrix();
    rows.party("c", fields("C", "zorg", "uitvoering", R"("offers": [")" + std::string(offer) + "\"]"));
    try {
      static_cast<void>(rows.study());
      FAIL() << offer;
    } catch (const ValidationError& error) {
      EXPECT_EQ(error.code(), "HV-207") << offer;
    }
  }
}

Rows schools() {
  Rows rows;
  rows.party("po", R"("sector": "po", "domain": "onderwijs", "forms": ["F1.1"])");
  rows.party("vo", R"("sector": "vo", "domain": "onderwijs", "forms": ["F2.6"])");
  rows.party("jgz", R"("sector": "jgz", "domain": "zorg")");
  return rows;
}

TEST(Forms, TheSectorWithoutAFormIsNamed) {
  Rows rows = schools();
  EXPECT_EQ(rows.check("C14").status, Status::kOk);
  rows.party("vo", R"("sector": "vo", "domain": "onderwijs")");
  EXPECT_EQ(rows.check("C14").status, Status::kAttention);
  EXPECT_EQ(facts(rows.check("C14"), "without_form"), Ids{"vo"});
  rows.party("jgz", R"("sector": "jgz", "domain": "zorg", "forms": ["F2.6"])");  // a partner in a form of that sector
  EXPECT_EQ(rows.check("C14").status, Status::kOk);
  EXPECT_EQ(facts(rows.check("C14"), "used"), (Ids{"F1|po", "F2|vo"}));
}

TEST(Forms, UnknownWhenNotAskedAndNotApplicableWithoutSchools) {
  Rows rows = schools();
  rows.party("po", R"("sector": "po", "domain": "onderwijs")");
  rows.party("vo", R"("sector": "vo", "domain": "onderwijs")");
  EXPECT_EQ(rows.check("C14").status, Status::kUnknown);
  EXPECT_FALSE(rows.check("C14").needed.empty());
  rows.parties.erase("po");
  rows.parties.erase("vo");
  EXPECT_EQ(rows.check("C14").status, Status::kNotApplicable);
}

TEST(Forms, AFormThatDoesNotExistIsRefused) {
  Rows rows = schools();
  rows.party("po", R"("forms": ["F9.9"])");
  EXPECT_THROW(static_cast<void>(rows.study()), ValidationError);
}

}  // namespace
}  // namespace houvast
