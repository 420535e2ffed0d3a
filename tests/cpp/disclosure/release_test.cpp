#include "houvast/disclosure/release.hpp"

#include <gtest/gtest.h>

#include <numeric>

#include "disclosure/protect.hpp"
#include "houvast/base/error.hpp"
#include "houvast/base/random.hpp"
#include "small_study.hpp"

namespace houvast {
namespace {

using namespace testing;

TEST(Policy, HasAFloor) {
  EXPECT_EQ(Policy::named("team").threshold(), 5);
  EXPECT_EQ(Policy::named("external").threshold(), 10);
  EXPECT_THROW(Policy("own", 4), DisclosureError);
  EXPECT_THROW(static_cast<void>(Policy::named("public")), KeyError);
}

TEST(Protect, WhatGoesTogetherReachesTheThreshold) {
  Random random(7);
  for (int trial = 0; trial < 20000; ++trial) {
    const std::size_t groups = 1 + random.below(8);
    std::vector<std::int64_t> asked(groups), answered(groups);
    for (std::size_t g = 0; g < groups; ++g) {
      answered[g] = static_cast<std::int64_t>(random.below(15));
      asked[g] = answered[g] + static_cast<std::int64_t>(random.below(5));
    }
    const auto own = detail::published_groups(asked, answered, 5);
    std::int64_t together = 0, together_asked = 0;
    bool some_alone = false;
    for (std::size_t g = 0; g < groups; ++g) {
      if (own[g] >= 0) {
        ASSERT_GE(answered[g], 5);
        ASSERT_GE(asked[g], 5);
        some_alone = true;
      } else {
        together += answered[g];
        together_asked += asked[g];
      }
    }
    if (some_alone && together_asked > 0) {
      ASSERT_GE(together, 5);
    }
  }
}

// A total minus what is shown must never tell of fewer people than the threshold.
TEST(Protect, HiddenCellsCannotBeFoundBySubtraction) {
  Random random(8);
  for (int trial = 0; trial < 20000; ++trial) {
    std::vector<std::int64_t> n(1 + random.below(8));
    for (auto& value : n) value = static_cast<std::int64_t>(random.below(20));
    const auto hidden = detail::hidden_cells(n, 5);
    std::int64_t sum = 0, cells = 0;
    for (std::size_t g = 0; g < n.size(); ++g) {
      if (hidden[g]) {
        sum += n[g];
        ++cells;
      } else {
        ASSERT_GE(n[g], 5);
      }
    }
    if (cells > 0 && static_cast<std::size_t>(cells) < n.size()) {
      ASSERT_GE(sum, 5);
      ASSERT_GE(cells, 2);
    }
  }
}

TEST(Protect, BinsAreEmptyOrLargeEnoughOnBothSidesOfTheTopBox) {
  Random random(9);
  for (int trial = 0; trial < 20000; ++trial) {
    std::vector<std::int64_t> counts(5);
    for (auto& value : counts) value = static_cast<std::int64_t>(random.below(9));
    const auto bins = detail::collapsed(counts, 1, 3, 5);
    int next = 1;
    for (const auto& bin : bins) {
      ASSERT_EQ(bin.from, next);
      ASSERT_TRUE(bin.to <= 3 || bin.from >= 4);  // never across the top box
      std::int64_t people = 0;
      for (int value = bin.from; value <= bin.to; ++value) people += counts[static_cast<std::size_t>(value - 1)];
      ASSERT_TRUE(people == 0 || people >= 5);
      next = bin.to + 1;
    }
    if (!bins.empty()) {
      ASSERT_EQ(next, 6);
    }
  }
}

TEST(Protect, SmallSidesGiveABand) {
  const auto wide = detail::protected_share(12, 24, Interval{0.31, 0.69, 0.95}, 5);
  ASSERT_TRUE(wide.value);
  EXPECT_DOUBLE_EQ(*wide.value, 0.5);
  EXPECT_DOUBLE_EQ(wide.low, 0.3);
  EXPECT_DOUBLE_EQ(wide.high, 0.7);
  EXPECT_FALSE(detail::protected_share(3, 24, std::nullopt, 5).value);   // three people stand apart
  EXPECT_FALSE(detail::protected_share(24, 24, std::nullopt, 5).value);  // everybody the same
  const auto all = detail::protected_share(24, 24, std::nullopt, 5);
  EXPECT_DOUBLE_EQ(all.low, 0.75);
  EXPECT_DOUBLE_EQ(all.high, 1.0);
  EXPECT_EQ(detail::n_band(19), "10–19");
}

// Twelve professionals, six parents, two young people.
Study three_groups() {
  std::string answers;
  const auto add = [&answers](const std::string& who, const std::string& of, int count, const char* value) {
    for (int i = 0; i < count; ++i) {
      answers +=
          (answers.empty() ? "" : ",\n") + answer("w2", who + std::to_string(i), of, "E1.1", i % 2 == 0 ? value : "2");
    }
  };
  add("p", "school", 12, "5");
  add("o", "ouders", 6, "4");
  add("j", "jongeren", 2, "1");
  return small_study(
      list(party("school", R"("perspective": "professional", "asked": 20, "domain": "onderwijs")"),
           party("ouders", R"("perspective": "ouder", "asked": 10, "consent": true, "name": "Ouderraad")"),
           party("jongeren", R"("perspective": "jeugdige", "asked": 10)")),
      answers);
}

TEST(Release, JoinsTheSmallGroupWithAnother) {
  const Release released = release(three_groups(), Policy::named("team"));
  std::vector<std::string> groups;
  for (const ReleasedScore& score : released.groups) {
    if (score.id == "E1.1" && score.wave.str() == "w2") {
      groups.push_back(score.group);
      EXPECT_TRUE(score.shown);
    }
  }
  // Two young people alone would follow from the total; they go together with the smallest other group.
  EXPECT_EQ(groups, (std::vector<std::string>{"professional", kOtherGroups}));
}

TEST(Release, ShowsNothingBelowTheThreshold) {
  const Release released = release(three_groups(), Policy("strict", 21));
  for (const ReleasedScore& score : released.totals) {
    EXPECT_FALSE(score.shown);
    EXPECT_TRUE(score.n_band.empty());
    EXPECT_FALSE(score.top);
    EXPECT_TRUE(score.distribution.empty());
  }
  EXPECT_TRUE(released.agenda.empty());
}

TEST(Release, UnansweredQuestionsAreHiddenWithoutAReason) {
  const Release released = release(three_groups(), Policy::named("team"));
  for (const ReleasedScore& score : released.totals) {
    if (score.id == "E1.2") {
      EXPECT_FALSE(score.shown);
    }
  }
}

TEST(Release, NamesOnlyWithConsent) {
  const Study study = three_groups();
  EXPECT_EQ(public_name(study, study.parties()[1], Language::kNl), "Ouderraad");
  EXPECT_EQ(public_name(study, study.parties()[0], Language::kNl), "een partij uit Onderwijs");
  EXPECT_EQ(public_name(study, study.parties()[2], Language::kEn), "a party");
}

TEST(Release, CarriesNoFreeText) {
  const Study study =
      small_study(party("a", R"("asked": 9)"),
                  R"({"wave": "w2", "respondent": "r", "party": "a", "question": "E3.1", "answer": "Juf Anna"})");
  for (const ReleasedScore& score : release(study, Policy::named("team")).totals) EXPECT_NE(score.id, "E3.1");
}

}  // namespace
}  // namespace houvast
