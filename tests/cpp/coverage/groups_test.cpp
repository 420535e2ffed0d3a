#include <gtest/gtest.h>

#include "findings.hpp"

// C8 pairs of domains, C9 levels, C16 organisations.
namespace houvast {
namespace {

using namespace testing;
using Ids = std::vector<std::string>;

// Three domains in a triangle; all report.
Rows triangle() {
  Rows rows;
  rows.party("o", fields("O", "onderwijs"));
  rows.party("z", fields("Z", "zorg"));
  rows.party("g", fields("G", "gemeente"));
  rows.tie("o", "z");
  rows.tie("z", "g");
  rows.tie("g", "o");
  return rows;
}

// Domains of four, four and three. Zorg has ties with all others; onderwijs and gemeente have so many, at most
// one. All report.
Rows three_domains(int between) {
  Rows rows;
  const auto id = [](const char* domain, int i) { return std::string(domain) + std::to_string(i); };
  for (int i = 0; i < 4; ++i) rows.party(id("o", i), fields(id("O", i), "onderwijs"));
  for (int i = 0; i < 4; ++i) rows.party(id("z", i), fields(id("Z", i), "zorg"));
  for (int i = 0; i < 3; ++i) rows.party(id("g", i), fields(id("G", i), "gemeente"));
  for (int i = 0; i < 4; ++i) {
    for (int j = 0; j < 4; ++j) rows.tie(id("z", i), id("o", j));
    for (int j = 0; j < 3; ++j) rows.tie(id("z", i), id("g", j));
  }
  for (int j = 0; j < 3; ++j) rows.no_ties(id("g", j));
  for (int j = 0; j < 4; ++j) rows.no_ties(id("o", j));
  if (between > 0) rows.tie("o0", "g0");
  return rows;
}

TEST(DomainPairs, TheOnePairWithoutTheTiesToBeExpectedIsNamed) {
  Rows rows = three_domains(1);
  EXPECT_EQ(rows.check("C8").status, Status::kOk);
  EXPECT_EQ(facts(rows.check("C8"), "ties"), (Ids{"onderwijs|zorg", "onderwijs|gemeente", "zorg|gemeente"}));
  rows.ties.erase("o0>g0");
  const Finding finding = rows.check("C8");
  EXPECT_EQ(finding.status, Status::kAttention);
  EXPECT_EQ(facts(finding, "apart"), Ids{"onderwijs|gemeente"});
  EXPECT_EQ(number(finding, "ties", "onderwijs", "zorg"), 16);
  EXPECT_DOUBLE_EQ(number(finding, "expected_ties", "onderwijs", "gemeente"), 12 * 28.0 / 55) << "28 ties in 55 pairs";
  EXPECT_EQ(said(finding, Language::kEn),
            "There are no ties between onderwijs and gemeente, where about 6 would be expected at this density.");
}

TEST(DomainPairs, SmallDomainsNeedNoTies) {
  Rows rows = triangle();
  rows.ties.erase("g>o");
  rows.no_ties("g");  // still reports
  const Finding finding = rows.check("C8");
  EXPECT_EQ(finding.status, Status::kOk);
  EXPECT_EQ(facts(finding, "apart"), Ids{"onderwijs|gemeente"}) << "in the evidence all the same";
  EXPECT_EQ(claims(finding), Ids{"coverage.C8.few_expected"});
}

TEST(DomainPairs, UnknownWhenNeitherSideReported) {
  Rows rows = three_domains(0);
  for (int j = 0; j < 4; ++j) rows.ties.erase("o" + std::to_string(j) + ">");
  for (int j = 0; j < 3; ++j) rows.ties.erase("g" + std::to_string(j) + ">");
  const Finding finding = rows.check("C8");
  EXPECT_EQ(finding.status, Status::kUnknown);
  EXPECT_EQ(facts(finding, "undecided"), Ids{"onderwijs|gemeente"});
  EXPECT_FALSE(finding.needed.empty());
  rows.ties.clear();
  EXPECT_EQ(rows.check("C8").status, Status::kUnknown);
}

TEST(DomainPairs, UnknownWhenADomainMayHideBehindAnEmptyCell) {
  Rows rows = three_domains(0);
  rows.party("q", "");
  EXPECT_EQ(rows.check("C8").status, Status::kUnknown);
}

TEST(DomainPairs, OneDomainHasNoPairs) {
  Rows rows;
  rows.party("o", fields("O", "onderwijs"));
  rows.party("p", fields("P", "onderwijs"));
  rows.tie("o", "p");
  EXPECT_EQ(rows.check("C8").status, Status::kNotApplicable);
}

// Two domains of eight, each complete inside, with two ties between them.
TEST(DomainPairs, TiesThatStayInsideMoreThanByChance) {
  Rows rows;
  const auto id = [](const char* domain, int i) { return std::string(domain) + std::to_string(i); };
  for (const char* domain : {"zorg", "gemeente"}) {
    for (int i = 0; i < 8; ++i) {
      rows.party(id(domain, i), fields(id(domain, i), domain));
      for (int j = 0; j < i; ++j) rows.tie(id(domain, i), id(domain, j));
    }
  }
  rows.tie("zorg0", "gemeente0");
  rows.tie("zorg1", "gemeente1");
  const Finding finding = rows.check("C8");
  EXPECT_EQ(finding.status, Status::kAttention);
  EXPECT_DOUBLE_EQ(number(finding, "ei_index", "ei_index"), (2.0 - 56.0) / 58.0);
  EXPECT_DOUBLE_EQ(number(finding, "ei_by_chance", "ei_by_chance"), (64.0 - 56.0) / 120.0);
  EXPECT_LT(number(finding, "ei_p_inward", "ei_p_inward"), 0.01);
  EXPECT_EQ(finding.evidence, rows.check("C8").evidence) << "the same study, the same numbers";
}

// Two organisations with three levels each; everything that the rule asks for, and no more.
Rows three_levels() {
  Rows rows;
  for (const char* of : {"A", "B"}) {
    for (const char* level : {"uitvoering", "beleid", "bestuur"}) {
      rows.party(std::string(of) + "." + level, fields(of, "zorg", level));
    }
  }
  for (const char* level : {"uitvoering", "beleid", "bestuur"}) {
    rows.tie(std::string("A.") + level, std::string("B.") + level);
    rows.no_ties(std::string("B.") + level);
  }
  rows.tie("A.uitvoering", "B.beleid");
  rows.tie("A.beleid", "B.bestuur");
  rows.tie("A.uitvoering", "A.beleid");
  rows.tie("B.uitvoering", "B.beleid");
  return rows;
}

TEST(Directions, TheOneMissingTieIsNamed) {
  EXPECT_EQ(three_levels().check("C9").status, Status::kOk);
  const auto without = [](const std::string& tie) {
    Rows rows = three_levels();
    rows.ties.erase(tie);
    return rows.check("C9");
  };
  EXPECT_EQ(facts(without("A.bestuur>B.bestuur"), "without_horizontal"), Ids{"bestuur"});
  EXPECT_EQ(without("A.bestuur>B.bestuur").status, Status::kAttention);
  EXPECT_EQ(facts(without("A.beleid>B.bestuur"), "without_vertical"), Ids{"beleid|bestuur"});
  EXPECT_EQ(facts(without("B.uitvoering>B.beleid"), "without_vertical"), Ids{"B"});
  EXPECT_EQ(number(without("B.uitvoering>B.beleid"), "vertical_inside", "uitvoering", "beleid"), 1);
}

TEST(Directions, UnknownWhenNobodyOfBothSidesReported) {
  Rows rows = three_levels();
  for (const char* tie : {"A.bestuur>B.bestuur", "B.bestuur>"}) rows.ties.erase(tie);
  const Finding finding = rows.check("C9");
  EXPECT_EQ(finding.status, Status::kUnknown);
  EXPECT_EQ(facts(finding, "undecided"), Ids{"bestuur"});
  rows.ties.clear();
  EXPECT_EQ(rows.check("C9").status, Status::kUnknown);
}

TEST(Directions, UnknownWithoutLevels) {
  Rows rows;
  rows.party("a", R"("domain": "zorg")");
  rows.party("b", R"("domain": "zorg")");
  rows.tie("a", "b");
  EXPECT_EQ(rows.check("C9").status, Status::kUnknown);
}

// Organisation A with two parties, both tied to x; everybody reports.
Rows organisation_of_two() {
  Rows rows;
  rows.party("a1", fields("A"));
  rows.party("a2", fields("A"));
  rows.party("x", fields("X"));
  rows.tie("a1", "a2");
  rows.tie("a2", "x");
  rows.tie("x", "a1");
  return rows;
}

TEST(Cohesion, TheHollowOrganisationIsNamed) {
  Rows rows = organisation_of_two();
  EXPECT_EQ(rows.check("C16").status, Status::kOk);
  rows.ties.erase("a1>a2");
  const Finding finding = rows.check("C16");
  EXPECT_EQ(finding.status, Status::kAttention);
  EXPECT_EQ(facts(finding, "loose_inside"), Ids{"A"});
  EXPECT_EQ(number(finding, "internal_density", "A"), 0);
  EXPECT_EQ(number(finding, "external_density", "A"), 1);
}

TEST(Cohesion, UnknownWhenNobodyInsideReported) {
  Rows rows = organisation_of_two();
  rows.ties.erase("a1>a2");
  rows.ties.erase("a2>x");
  const Finding finding = rows.check("C16");
  EXPECT_EQ(finding.status, Status::kUnknown);
  EXPECT_EQ(facts(finding, "undecided"), Ids{"A"});
  rows.ties.clear();
  EXPECT_EQ(rows.check("C16").status, Status::kUnknown);
}

TEST(Cohesion, DoesNotApplyToOrganisationsOfOne) {
  EXPECT_EQ(triangle().check("C16").status, Status::kNotApplicable);
}

}  // namespace
}  // namespace houvast
