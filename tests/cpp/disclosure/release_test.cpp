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

TEST(Protect, StepsAreAsWideAsTheThresholdAtLeast) {
  for (const std::int64_t threshold : {5, 7, 10}) {
    EXPECT_EQ(detail::steps_of(threshold - 1, threshold), 0);
    EXPECT_EQ(detail::steps_of(threshold, threshold), 2);
    for (std::int64_t n = 4 * threshold; n < 45 * threshold; ++n) {
      EXPECT_GE(n, detail::steps_of(n, threshold) * threshold);
      EXPECT_EQ(detail::steps_of(n, threshold), n < 10 * threshold ? 4 : n < 20 * threshold ? 10 : 20);
    }
  }
}

// A step, its count and its number of people say the same: every count lies in the step of its share, and in no other.
TEST(Protect, TheCountsOfAStepAreThoseWhoseShareLiesInIt) {
  for (const std::int64_t steps : {2, 4, 10, 20}) {
    for (std::int64_t n = 5; n < 60; ++n) {
      for (std::int64_t count = 0; count <= n; ++count) {
        const ReleasedShare share = detail::step_share(count, n, steps);
        const ToldCount told = detail::told_count(count, n, steps);
        ASSERT_NEAR(share.high - share.low, 1.0 / static_cast<double>(steps), 1e-12);
        for (std::int64_t other = 0; other <= n; ++other) {
          const bool same = detail::step_share(other, n, steps) == share;
          ASSERT_EQ(same, other >= told.low && other <= told.high) << other << " of " << n;
        }
      }
    }
  }
  EXPECT_EQ(detail::step_share(20, 20, 4), (ReleasedShare{0.75, 1}));
  EXPECT_EQ(detail::step_share(5, 20, 4), (ReleasedShare{0.25, 0.5}));
}

TEST(Protect, EdgesOfBandsAreWhereTheStepsChange) {
  EXPECT_EQ(detail::n_band(4, 5), "0–4");
  EXPECT_EQ(detail::n_band(19, 5), "10–19");
  EXPECT_EQ(detail::n_band(200, 5), "200+");
  EXPECT_EQ(detail::n_band(39, 10), "20–39");
  EXPECT_EQ(detail::n_band(40, 10), "40–99");
  for (std::int64_t n = 6; n < 300; ++n) {
    if (detail::steps_of(n, 5) != detail::steps_of(n - 1, 5)) {
      EXPECT_NE(detail::n_band(n, 5), detail::n_band(n - 1, 5));
    }
  }
}

TEST(Protect, ADistributionIsToldInStepsWithRoomOrNotAtAll) {
  EXPECT_EQ(detail::fewest_of_group(5), 14);
  EXPECT_TRUE(detail::told_distribution({4, 4, 5}, 1, 5).empty());
  const auto told = detail::told_distribution({0, 20, 8}, 1, 5);
  ASSERT_EQ(told.size(), 3U);
  EXPECT_EQ(told[0].value, 1);
  EXPECT_EQ(told[0].share, (ReleasedShare{0, 0.25}));
  EXPECT_EQ(told[1].share, (ReleasedShare{0.5, 0.75}));
  EXPECT_EQ(told[2].share, (ReleasedShare{0.25, 0.5}));
}

// Thirty professionals, sixteen parents, two young people.
Study three_groups() {
  std::string answers;
  const auto add = [&answers](const std::string& who, const std::string& of, int count, const char* value) {
    for (int i = 0; i < count; ++i) {
      answers +=
          (answers.empty() ? "" : ",\n") + answer("w2", who + std::to_string(i), of, "E1.1", i % 2 == 0 ? value : "2");
    }
  };
  add("p", "school", 30, "5");
  add("o", "ouders", 16, "4");
  add("j", "jongeren", 2, "1");
  return small_study(
      list(party("school", R"("perspective": "professional", "asked": 40, "domain": "onderwijs")"),
           party("ouders", R"("perspective": "ouder", "asked": 20, "consent": true, "name": "Ouderraad")"),
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
  const Release released = release(three_groups(), Policy("strict", 49));
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
  const Party &school = study.parties()[0], &parents = study.parties()[1];
  EXPECT_EQ(public_name(study, parents, "picture", 5, Language::kNl), "Ouderraad");
  EXPECT_EQ(public_name(study, parents, "silent", 5, Language::kNl), "een partij");
  EXPECT_EQ(public_name(study, school, "silent", 5, Language::kEn), "a party") << "the only one of its domain";
  EXPECT_EQ(public_name(study, school, "silent", 1, Language::kNl), "een partij uit Onderwijs");
}

TEST(Release, IsSplitOnlyByWhatIsAllowed) {
  const Study study = three_groups();
  EXPECT_NO_THROW(static_cast<void>(release(study, Policy::named("team"), {.by = "domain"})));
  for (const char* by : {"party", "organisation", "kind"}) {
    try {
      static_cast<void>(release(study, Policy::named("team"), {.by = by}));
      ADD_FAILURE() << by;
    } catch (const DisclosureError& error) {
      EXPECT_EQ(error.issues().front().code, "HV-405");
    }
  }
  EXPECT_THROW(static_cast<void>(release(study, Policy::named("team"), {.by = "wijk"})), KeyError);
}

TEST(Release, CarriesNoFreeText) {
  const Study study =
      small_study(party("a", R"("asked": 9)"),
                  R"({"wave": "w2", "respondent": "r", "party": "a", "question": "E3.1", "answer": "Juf Anna"})");
  for (const ReleasedScore& score : release(study, Policy::named("team")).totals) EXPECT_NE(score.id, "E3.1");
}

}  // namespace
}  // namespace houvast
