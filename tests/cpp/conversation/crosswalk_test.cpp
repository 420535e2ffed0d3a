#include "houvast/conversation/crosswalk.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "houvast/base/error.hpp"
#include "houvast/coverage/partners.hpp"
#include "houvast/gerdes/profile.hpp"
#include "houvast/scoring/summary.hpp"
#include "small_study.hpp"

namespace houvast {
namespace {

using namespace testing;

std::string stage(const std::string& assessor, const std::string& dimension, const std::string& value) {
  return R"({"wave": "w2", "assessor": ")" + assessor + R"(", "assessor_party": "a", "dimension": ")" + dimension +
         R"(", "stage": ")" + value + "\"}";
}

std::string tie_with(const std::string& from, const std::string& to, const std::string& p1) {
  std::string row = tie(from, from, to);
  row.insert(row.size() - 1, R"(, "P1": ")" + p1 + "\"");
  return row;
}

// E1 answered by four; G1 assessed by three; a and b know each other's expertise, b says so of c and c does not of b.
Study closing_study() {
  std::string answers;
  for (int i = 0; i < 4; ++i) {
    for (const char* question : {"E1.1", "E1.2", "E1.3", "E1.4"}) {
      answers += (answers.empty() ? "" : ",\n") +
                 answer("w2", "r" + std::to_string(i), i < 3 ? "a" : "b", question, i < 3 ? "5" : "2");
    }
  }
  return small_study(
      list(party("a", R"("perspective": "professional", "asked": 3)"), party("b", R"("perspective": "ouder")"),
           party("c", R"("perspective": "ouder")")),
      answers,
      list(tie_with("a", "b", "yes"), tie_with("b", "a", "yes"), tie_with("b", "c", "yes"), tie_with("c", "b", "no")),
      list(stage("x", "G1", "3"), stage("y", "G1", "3"), stage("z", "G1", "1")));
}

std::vector<CrosswalkEntry> of(const std::string& id, const CrosswalkOptions& options = {}) {
  std::vector<CrosswalkEntry> found;
  for (const CrosswalkEntry& entry : crosswalk_view(closing_study(), options)) {
    if (entry.id == id) found.push_back(entry);
  }
  return found;
}

TEST(Crosswalk, NumbersAreThoseOfTheInstruments) {
  const CrosswalkEntry element = of("E1").at(0);
  EXPECT_EQ(element.measure, "high_share");
  for (const Score& score : scores(closing_study(), {.wave = WaveId("w2")})) {
    if (score.id != "E1" || !score.is_element) continue;
    EXPECT_EQ(element.share, score.high_share);
    EXPECT_EQ(element.n, score.scored);
    EXPECT_EQ(element.interval, score.high_interval);
    EXPECT_EQ(element.median_low, score.median_low);
  }
  const CrosswalkEntry co_work = of("G1").at(0);
  EXPECT_EQ(co_work.element.str(), "E6");
  EXPECT_EQ(co_work.measure, "highest_stage");
  EXPECT_EQ(co_work.n, 3);
  EXPECT_DOUBLE_EQ(*co_work.share, 2.0 / 3);
  EXPECT_EQ(co_work.median_low, 3);
  EXPECT_FALSE(co_work.inferred_order);
  const CrosswalkEntry expertise = of("P1").at(0);
  EXPECT_EQ(expertise.measure, "met_from_both_sides");
  EXPECT_EQ(expertise.n, 2);
  EXPECT_DOUBLE_EQ(*expertise.share, 0.5);
  EXPECT_FALSE(expertise.median_low);
}

TEST(Crosswalk, ATieCountsInTheGroupOfEachSide) {
  const auto rows = of("P1", {.by = "perspective"});
  ASSERT_EQ(rows.size(), 2U);
  EXPECT_EQ(rows[0].group, "professional");
  EXPECT_EQ(rows[0].n, 1);
  EXPECT_DOUBLE_EQ(*rows[0].share, 1);
  EXPECT_EQ(rows[1].group, "ouder");
  EXPECT_EQ(rows[1].n, 2);
  EXPECT_DOUBLE_EQ(*rows[1].share, 0.5);
}

TEST(Crosswalk, WhatWasNotAskedSaysSo) {
  for (const char* id : {"S1", "V.attitude", "V.relation.trust", "P4", "G8"}) {
    const auto rows = of(id);
    ASSERT_EQ(rows.size(), 1U) << id;
    EXPECT_FALSE(rows[0].share) << id;
    EXPECT_TRUE(rows[0].reason) << id;
  }
  EXPECT_EQ(of("S2").size(), 2U) << "S2 belongs to two elements";
}

TEST(Crosswalk, EveryElementIsThereAndNoNumberIsComposed) {
  const auto entries = crosswalk_view(closing_study());
  std::vector<std::string> elements;
  for (const CrosswalkEntry& entry : entries) {
    if (elements.empty() || elements.back() != entry.element.str()) elements.push_back(entry.element.str());
  }
  EXPECT_EQ(elements, (std::vector<std::string>{"E1", "E2", "E3", "E4", "E5", "E6"}));
  const Table table = crosswalk_table(closing_study(), entries);
  EXPECT_EQ(table.rows(), std::ssize(entries));
  for (const Column& column : table.columns()) {
    EXPECT_EQ(column.name.find("mean"), std::string::npos);
    EXPECT_EQ(column.name.find("total"), std::string::npos);
  }
}

TEST(Crosswalk, PrivateAnswersNeedToBeAskedFor) {
  std::string json = small_json(party("a", R"("asked": 2)"), list(answer("w2", "r", "a", "V.motivation.1", "4"),
                                                                  answer("w2", "r", "a", "V.motivation.4", "4")));
  json.replace(json.find(R"("six-elements",)"), 15, R"("six-elements", "working-factors",)");
  const Study own = study_from_json(json, "small.json");
  const auto motivation = [&](bool with_private) {
    for (const CrosswalkEntry& entry : crosswalk_view(own, {.with_private = with_private})) {
      if (entry.id == "V.motivation") return entry;
    }
    return CrosswalkEntry{};
  };
  EXPECT_EQ(motivation(false).n, 0);
  EXPECT_EQ(motivation(false).reason, Claim{"reason.private"});
  EXPECT_EQ(motivation(true).n, 1);
}

TEST(Crosswalk, MistakesAreNamed) {
  EXPECT_THROW(static_cast<void>(crosswalk_view(closing_study(), {.by = "x"})), KeyError);
  EXPECT_THROW(static_cast<void>(crosswalk_view(closing_study(), {.wave = WaveId("w9")})), KeyError);
  EXPECT_THROW(static_cast<void>(crosswalk_view(closing_study(), {.level = 1})), ValueError);
}

}  // namespace
}  // namespace houvast
