#include "houvast/coverage/partners.hpp"

#include <gtest/gtest.h>

#include "findings.hpp"

// C15: what partners know and agree of each other.
namespace houvast {
namespace {

using namespace testing;
using Ids = std::vector<std::string>;

constexpr const char* kAllYes = R"("P1": true, "P2": true, "P3": true, "P4": true)";

Rows two_partners() {
  Rows rows;
  rows.party("a", fields("A"));
  rows.party("b", fields("B"));
  rows.tie("a", "b", kAllYes);
  rows.tie("b", "a", kAllYes);
  return rows;
}

TEST(Conditions, TheOneWhoSaysNoIsNamedWithTheCondition) {
  Rows rows = two_partners();
  EXPECT_EQ(rows.check("C15").status, Status::kOk);
  rows.tie("b", "a", R"("P1": true, "P2": true, "P3": false, "P4": true)");
  const Finding finding = rows.check("C15");
  EXPECT_EQ(finding.status, Status::kAttention);
  EXPECT_EQ(facts(finding, "seldom_mutual"), Ids{"P3"});
  EXPECT_EQ(facts(finding, "says_no_P3"), Ids{"b|a"});
  EXPECT_EQ(number(finding, "one_sided", "P3"), 1);
  EXPECT_EQ(claims(finding), Ids{"coverage.C15.seldom_mutual"});
  EXPECT_EQ(say(finding.claims, Listener{.language = Language::kEn, .names = names_of(rows.study())}),
            "‘trust each other's quality and way of acting’ often does not hold from both sides.");
}

// Ten partners around one, all of whom tell about P1; so many of them say yes.
Rows ten_partners(int yes) {
  Rows rows;
  rows.party("a", fields("A"));
  for (int i = 0; i < 10; ++i) {
    const std::string id = "b" + std::to_string(i);
    rows.party(id, fields(id));
    rows.tie("a", id, kAllYes);
    rows.tie(id, "a", i < yes ? kAllYes : R"("P1": false, "P2": true, "P3": true, "P4": true)");
  }
  return rows;
}

TEST(Conditions, AreInOrderAboveHalfOfTheTiesAndTheShareIsSaid) {
  const Finding ok = ten_partners(6).check("C15"), seldom = ten_partners(5).check("C15");
  EXPECT_EQ(ok.status, Status::kOk);
  EXPECT_EQ(seldom.status, Status::kAttention);
  const auto p1 = [](double share, const char* is_seldom) {
    return Claim{"coverage.C15.mutual",
                 {{"condition", Named{"condition", "P1"}}, {"share", share}, {"seldom", is_seldom}}};
  };
  EXPECT_EQ(ok.claims.front(), p1(0.6, "no"));
  EXPECT_EQ(seldom.claims.front(), p1(0.5, "yes"));
  EXPECT_EQ(ok.claims.size(), 4U);
}

TEST(Conditions, UnknownWhenOneSideDidNotSay) {
  Rows rows = two_partners();
  rows.tie("b", "a", R"("P1": true, "P2": true, "P4": true)");
  const Finding finding = rows.check("C15");
  EXPECT_EQ(finding.status, Status::kUnknown);
  EXPECT_EQ(facts(finding, "undecided"), Ids{"P3"});
  EXPECT_FALSE(finding.needed.empty());
  rows.ties.clear();
  EXPECT_EQ(rows.check("C15").status, Status::kUnknown);
}

TEST(Conditions, DoesNotApplyWithoutTies) {
  Rows rows;
  rows.party("a", fields("A"));
  rows.party("b", fields("B"));
  rows.no_ties("a");
  EXPECT_EQ(rows.check("C15").status, Status::kNotApplicable);
}

TEST(PartnerTies, TellsPerConditionWhoSaidWhat) {
  Rows rows = two_partners();
  rows.tie("a", "b", R"("P1": true, "P2": true, "P3": false)");
  rows.tie("b", "a", R"("P1": true, "P2": false, "P3": false, "P4": true)");
  const Study study = rows.study();
  const std::vector<PartnerTie> ties = partner_ties(study);
  ASSERT_EQ(ties.size(), 1U);
  EXPECT_EQ(ties[0].state(0), ConditionState::kMet);
  EXPECT_EQ(ties[0].state(1), ConditionState::kOneSided);
  EXPECT_EQ(ties[0].state(2), ConditionState::kUnmet);
  EXPECT_EQ(ties[0].state(3), ConditionState::kUnknown);
  EXPECT_EQ(ties[0].by_a[1], true);
  EXPECT_EQ(ties[0].by_b[1], false);
  const Table table = partner_table(study, ties);
  EXPECT_EQ(std::get<std::vector<std::string>>(table.column("P2").data), Ids{"one_sided"});
  EXPECT_FALSE(table.column("P4_by_a").is_valid(0));
}

TEST(PartnerTies, WhoReportedAndDoesNotNameTheOtherSaysZero) {
  Rows rows = two_partners();
  rows.party("c", fields("C"));
  rows.tie("a", "c");
  rows.ties["b>a"] = testing::tie("b", "b", "a", "3");
  const std::vector<PartnerTie> ties = partner_ties(rows.study());
  ASSERT_EQ(ties.size(), 2U);
  EXPECT_EQ(ties[0].strength_by_a, 1);
  EXPECT_EQ(ties[0].strength_by_b, 3);
  EXPECT_EQ(ties[1].strength_by_b, std::nullopt);  // c was silent
  rows.no_ties("c");
  EXPECT_EQ(partner_ties(rows.study())[1].strength_by_b, 0);
}

TEST(PartnersByDomain, CountsTiesBetweenAndInsideDomains) {
  Rows rows = two_partners();
  rows.party("c", fields("C", "onderwijs"));
  rows.tie("a", "c", kAllYes);
  rows.tie("c", "a", R"("P1": false, "P2": true)");
  const Table table = partners_by_domain(rows.study());
  ASSERT_EQ(table.rows(), 12);  // onderwijs, onderwijs–zorg and zorg
  const auto at = [&](const char* column, std::size_t row) {
    return std::get<std::vector<std::int64_t>>(table.column(column).data).at(row);
  };
  EXPECT_EQ(std::get<std::vector<std::string>>(table.column("domain_a").data).at(4), "onderwijs");
  EXPECT_EQ(std::get<std::vector<std::string>>(table.column("domain_b").data).at(4), "zorg");
  EXPECT_EQ(at("ties", 0), 0);
  EXPECT_EQ(at("one_sided", 4), 1);  // P1
  EXPECT_EQ(at("met", 5), 1);        // P2
  EXPECT_EQ(at("unknown", 6), 1);    // P3: c did not say
  EXPECT_EQ(at("one_told", 6), 1);
  EXPECT_EQ(at("told", 6), 0);
  EXPECT_EQ(at("met", 8), 1);  // a and b
}

}  // namespace
}  // namespace houvast
