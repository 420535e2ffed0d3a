#include <gtest/gtest.h>

#include "findings.hpp"

// For the checks on members and on the whole network: two studies that differ in one row, and the finding names it.
namespace houvast {
namespace {

using namespace testing;
using Ids = std::vector<std::string>;

// Every expected domain and level; `domain.level` or the domain itself as id.
Rows everybody() {
  Rows rows;
  for (const char* domain : {"onderwijs", "zorg", "jeugdhulp", "kinderopvang", "gemeente", "sociaal-domein"}) {
    for (const char* level : {"uitvoering", "beleid", "bestuur"}) {
      rows.party(std::string(domain) + "." + level,
                 R"("domain": ")" + std::string(domain) + R"(", "level": ")" + level + "\"");
    }
  }
  for (const char* domain : {"ouders", "jeugdigen", "informeel-netwerk", "bedrijfsleven"}) {
    rows.party(domain, R"("domain": ")" + std::string(domain) + "\"");
  }
  return rows;
}

TEST(OneRow, C1TheDomain) {
  Rows rows = everybody();
  EXPECT_EQ(rows.check("C1").status, Status::kOk);
  rows.parties.erase("ouders");
  EXPECT_EQ(rows.check("C1").status, Status::kMissing);
  EXPECT_EQ(facts(rows.check("C1"), "absent"), Ids{"ouders"});
}

// A parents' council of a school tells the school's domain: parents are there all the same.
TEST(OneRow, C1TheOneOfThatPerspective) {
  Rows rows = everybody();
  rows.party("ouders", R"("domain": "onderwijs", "perspective": "ouder")");
  EXPECT_EQ(rows.check("C1").status, Status::kOk);
  EXPECT_EQ(number(rows.check("C1"), "present", "ouders"), 1);
  rows.party("ouders", R"("domain": "onderwijs", "perspective": "professional")");
  EXPECT_EQ(facts(rows.check("C1"), "absent"), Ids{"ouders"});
}

TEST(OneRow, C2TheLevel) {
  Rows rows = everybody();
  EXPECT_EQ(rows.check("C2").status, Status::kOk);
  rows.parties.erase("zorg.beleid");
  EXPECT_EQ(rows.check("C2").status, Status::kAttention);
  EXPECT_EQ(facts(rows.check("C2"), "absent"), Ids{"beleid|zorg"});
}

TEST(OneRow, C3TheAnswer) {
  Rows rows;
  rows.party("raad", R"("perspective": "ouder")");
  rows.party("jongeren", R"("perspective": "jeugdige")");
  rows.tie("raad", "jongeren");
  rows.answers_of("raad", 1);
  rows.answers_of("jongeren", 1);
  EXPECT_EQ(rows.check("C3").status, Status::kOk);
  rows.answers.erase("raad-1");
  EXPECT_EQ(rows.check("C3").status, Status::kAttention);
  EXPECT_EQ(facts(rows.check("C3"), "unanswered"), Ids{"ouder"});
}

// So many parents answer a question at the lowest end, and one of them perhaps favourably.
Rows parents_say_no(int people, bool one_says_yes, const std::string& question = "E2.4") {
  Rows rows;
  rows.party("raad", R"("perspective": "ouder", "asked": 10)");
  rows.party("jongeren", R"("perspective": "jeugdige")");
  rows.tie("raad", "jongeren");
  rows.answers_of("jongeren", 1);
  for (int i = 0; i < people; ++i) {
    const std::string who = "raad-" + std::to_string(i);
    rows.answers[who] = answer("w2", who, "raad", question, one_says_yes && i == 0 ? "4" : "1");
  }
  return rows;
}

// One-sided chance of k of 10 at a half, by R's pbinom: 0.0009765625 for none, 0.01074219 for one; six comparisons.
TEST(OneRow, C3TheAnswerToTheQuestionAboutFamilies) {
  const Finding finding = parents_say_no(10, false).check("C3");
  EXPECT_EQ(finding.status, Status::kAttention);
  EXPECT_EQ(facts(finding, "mostly_unfavourable"), Ids{"ouder|E2.4"});
  EXPECT_NEAR(number(finding, "mostly_unfavourable", "ouder", "E2.4"), 6 * 0.0009765625, 1e-12);
  EXPECT_EQ(claims(finding), Ids{"coverage.C3.mostly_unfavourable"});
  EXPECT_EQ(parents_say_no(10, true).check("C3").status, Status::kOk);
  EXPECT_EQ(parents_say_no(9, false).check("C3").status, Status::kOk) << "fewer than ten are not judged";
  EXPECT_EQ(parents_say_no(10, false, "E2.5").check("C3").status, Status::kOk) << "not about families";
}

TEST(OneRow, C3WhatMayNotBeReadIsNotKnown) {
  const CoverageOptions shut{.may_read = [](const std::string&, const QuestionId&) { return false; }};
  for (const bool yes : {false, true}) {
    const Finding finding = finding_of(parents_say_no(10, yes).study(), "C3", shut);
    EXPECT_EQ(finding.status, Status::kUnknown);
    EXPECT_EQ(claims(finding), Ids{"coverage.C3.withheld"});
    EXPECT_TRUE(facts(finding, "favourable").empty());
  }
}

TEST(OneRow, C4TheTie) {
  Rows rows;
  rows.party("buurt", R"("domain": "informeel-netwerk")");
  rows.party("school", R"("domain": "onderwijs")");
  rows.tie("school", "buurt");
  EXPECT_EQ(rows.check("C4").status, Status::kOk);
  rows.ties["school>buurt"] = tie("school", "school", "");
  EXPECT_EQ(rows.check("C4").status, Status::kAttention);
  EXPECT_EQ(facts(rows.check("C4"), "untied"), Ids{"buurt|informeel-netwerk"});
}

TEST(OneRow, C7AndC10TheTie) {
  Rows rows;
  for (const char* id : {"a", "b", "c"}) rows.party(id, "");
  rows.tie("a", "b");
  rows.tie("b", "c");
  rows.tie("c", "a");
  EXPECT_EQ(rows.check("C7").status, Status::kOk);
  EXPECT_EQ(rows.check("C10").status, Status::kOk);
  rows.ties["c>a"] = tie("c", "c", "");
  EXPECT_EQ(rows.check("C7").status, Status::kOk);
  EXPECT_EQ(rows.check("C10").status, Status::kAttention);
  EXPECT_EQ(facts(rows.check("C10"), "cut"), Ids{"b"});
  rows.ties["b>c"] = tie("b", "b", "");
  EXPECT_EQ(rows.check("C7").status, Status::kAttention);
  EXPECT_EQ(facts(rows.check("C7"), "isolated"), Ids{"c"});
}

TEST(OneRow, C10IsUnknownWhenSomebodysTiesAreUnknown) {
  Rows rows;
  for (const char* id : {"a", "b", "c", "stil"}) rows.party(id, "");
  rows.tie("a", "b");
  rows.tie("b", "c");
  rows.tie("c", "a");
  EXPECT_EQ(rows.check("C10").status, Status::kUnknown);
  EXPECT_FALSE(rows.check("C10").needed.empty());
  rows.tie("a", "stil");
  EXPECT_EQ(rows.check("C10").status, Status::kAttention);
}

}  // namespace
}  // namespace houvast
