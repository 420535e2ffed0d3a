#include "houvast/scoring/supported.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "houvast/base/error.hpp"
#include "houvast/scoring/summary.hpp"
#include "scoring/step_down.hpp"
#include "small_study.hpp"

namespace houvast {
namespace {

using namespace testing;

// Two groups of `n` in two waves: who gives a high answer is told by a function of wave, group, person and question.
template <class High>
Study two_groups(int n, const std::vector<std::string>& questions, const High& high, bool same_people = true) {
  std::string answers;
  for (const std::string wave : {"w1", "w2"}) {
    for (int i = 0; i < 2 * n; ++i) {
      const std::string who = "r" + std::to_string(i) + (same_people ? "" : wave);
      for (std::size_t q = 0; q < questions.size(); ++q) {
        const bool yes = high(wave == "w2", i < n ? 0 : 1, i % n, static_cast<int>(q));
        answers += (answers.empty() ? "" : ",\n") +
                   answer(wave, who, i < n ? "school" : "ouders", questions[q], yes ? "5" : "2");
      }
    }
  }
  return small_study(list(party("school", R"("perspective": "professional", "asked": 40)"),
                          party("ouders", R"("perspective": "ouder", "asked": 40)")),
                     answers);
}

const std::vector<std::string> kSix{"E1.1", "E1.2", "E1.3", "E2.1", "E2.2", "E2.4"};

TEST(Supported, NothingIsSaidWhereNothingDiffers) {
  const Study of = two_groups(30, kSix, [](bool, int, int i, int q) { return (i + q) % 2 == 0; });
  EXPECT_TRUE(supported_differences(of).empty());
  EXPECT_TRUE(supported_changes(of).empty());
  EXPECT_TRUE(supported_orders(of).empty());
}

// The same answers in another order of people; of no question is everything so clear that nothing has to be drawn.
TEST(Supported, WhatIsFoundDoesNotDependOnTheOrderOfPeople) {
  const auto with = [](int step) {
    return two_groups(30, kSix, [step](bool later, int group, int place, int q) {
      const int i = place * step % 30;
      return (i * 7 + q * 5) % 10 < (q == 1 ? 0 : 5) + 3 * group + (later ? 1 : 0);
    });
  };
  const auto p_values = [](const auto& found) {
    std::vector<double> all;
    for (const auto& each : found) all.push_back(each.p_adjusted);
    return all;
  };
  const Study one = with(1), other = with(7);
  EXPECT_FALSE(supported_differences(one).empty());
  EXPECT_FALSE(supported_changes(one).empty());
  EXPECT_FALSE(supported_orders(one).empty());
  EXPECT_EQ(p_values(supported_differences(one)), p_values(supported_differences(other)));
  EXPECT_EQ(p_values(supported_changes(one)), p_values(supported_changes(other)));
  EXPECT_EQ(p_values(supported_orders(one)), p_values(supported_orders(other)));
}

TEST(Supported, ADifferenceOnOneElementIsOneOfThatElement) {
  const Study of = two_groups(
      30, kSix, [](bool, int group, int i, int q) { return q < 3 && group == 1 ? i % 10 == q : (i + q) % 2 == 0; });
  const auto found = supported_differences(of);
  const auto about = [&](const std::string& id) {
    return std::find_if(found.begin(), found.end(), [&](const SupportedDifference& d) { return d.what.id == id; });
  };
  ASSERT_NE(about("E1"), found.end());
  EXPECT_EQ(about("E1")->what.breadth, Breadth::kElement);
  EXPECT_EQ(about("E1")->higher, "professional");
  EXPECT_EQ(about("E1")->lower, "ouder");
  EXPECT_DOUBLE_EQ(about("E1")->share_higher, 0.5);
  EXPECT_DOUBLE_EQ(about("E1")->share_lower, 0.1);
  EXPECT_NE(about("E1.2"), found.end());
  EXPECT_EQ(about("E2"), found.end());
  EXPECT_EQ(about("E2.1"), found.end());
  EXPECT_EQ(about("six-elements")->what.breadth, Breadth::kInstrument);
}

// Two elements with all their questions.
const std::vector<std::string> kWhole{"E5.1", "E5.2", "E5.3", "E6.1", "E6.2", "E6.3"};

// Half of the people give a high answer to all questions of an element, the others to none: it hangs together.
bool as_one(int i, int q) {
  return (i + q / 3) % 2 == 0;
}

// As many people give one to each question, but who gives it to one question gives none to the next.
TEST(Supported, AnElementWhoseQuestionsDoNotHangTogetherIsComparedByQuestion) {
  const auto said = [](const auto& high) {
    const Study of = two_groups(
        30, kWhole, [&](bool, int group, int i, int q) { return q < 3 && group == 1 ? i % 10 == q : high(i, q); });
    std::vector<std::string> ids;
    for (const SupportedDifference& each : supported_differences(of)) ids.push_back(each.what.id);
    return ids;
  };
  const auto has = [](const std::vector<std::string>& ids, const char* id) {
    return std::find(ids.begin(), ids.end(), id) != ids.end();
  };
  const auto together = said(as_one), loose = said([](int i, int q) { return (i + q) % 2 == 0; });
  EXPECT_TRUE(has(together, "E5") && has(together, "E5.2"));
  EXPECT_TRUE(!has(loose, "E5") && has(loose, "E5.2"));
}

TEST(Supported, AnElementIsInAnOrderOnlyWhenItHangsTogether) {
  const auto found = [](const auto& low) {
    std::vector<std::string> said;
    const Study of = two_groups(30, kWhole, [&](bool, int, int i, int q) { return q < 3 ? low(i, q) : as_one(i, q); });
    for (const SupportedOrder& each : supported_orders(of)) {
      if (each.what.breadth == Breadth::kElement) said.push_back(each.what.id);
    }
    return said;
  };
  EXPECT_EQ(found([](int i, int) { return i % 10 == 0; }), (std::vector<std::string>{"E5", "E6"}));
  EXPECT_TRUE(found([](int i, int q) { return i % 10 == q; }).empty());
}

TEST(Supported, AnElementThatDidNotHangTogetherThenHasNoChange) {
  const auto changed = [](const auto& before) {
    const Study of = two_groups(30, kWhole, [&](bool later, int, int i, int q) {
      return q < 3 ? (later ? i % 10 < 8 : before(i, q)) : as_one(i, q);
    });
    const auto found = supported_changes(of);
    return std::any_of(found.begin(), found.end(), [](const SupportedChange& each) { return each.what.id == "E5"; });
  };
  EXPECT_TRUE(changed([](int i, int) { return i % 10 == 0; }));
  EXPECT_FALSE(changed([](int i, int q) { return i % 10 == q; }));
}

TEST(Supported, OnlyWhatWasAskedOfBothIsCompared) {
  // Parents are not asked the last question of E1, and answer lower on everything.
  std::string answers;
  for (int i = 0; i < 60; ++i) {
    for (const std::string& question : kSix) {
      const bool of_school = i < 30, asked = of_school || question != "E1.3";
      const std::string given = !asked ? "not_asked" : of_school == (i % 10 != 0) ? "5" : "2";
      answers += (answers.empty() ? "" : ",\n") +
                 answer("w1", "r" + std::to_string(i), of_school ? "school" : "ouders", question, given);
    }
  }
  const Study of = small_study(list(party("school", R"("perspective": "professional", "asked": 40)"),
                                    party("ouders", R"("perspective": "ouder", "asked": 40)")),
                               answers);
  std::vector<std::string> compared;
  for (const SupportedDifference& found : supported_differences(of, {.wave = WaveId("w1")}))
    compared.push_back(found.what.id);
  EXPECT_EQ(compared, (std::vector<std::string>{"E2", "E1.1", "E1.2", "E2.1", "E2.2", "E2.4"}));

  for (const Score& score : scores(of, {.by = "perspective", .wave = WaveId("w1")})) {
    const bool partly = score.group == "ouder" && (score.id == "E1" || score.id == "E1.3");
    const bool asked = score.is_element ? score.id == "E1" || score.id == "E2"
                                        : std::find(kSix.begin(), kSix.end(), score.id) != kSix.end();
    EXPECT_EQ(score.scored, asked && !partly ? 30 : 0) << score.id << " " << score.group;
    EXPECT_EQ(score.high_share.has_value(), asked && !partly) << score.id << " " << score.group;
  }
  for (const Score& score : scores(of, {.wave = WaveId("w1")})) {
    EXPECT_EQ(score.scored, score.id == "E1" ? 60 : score.scored);  // everybody together was asked all of it
  }
}

TEST(Supported, FewPeopleAreNotCompared) {
  const Study of = two_groups(4, kSix, [](bool, int group, int, int) { return group == 0; });
  EXPECT_TRUE(supported_differences(of).empty());
}

TEST(Supported, AChangeIsThatOfTheSamePeople) {
  // Everybody answers as often high as before; five of six questions do not change, on E2.4 a third turned high.
  const Study of = two_groups(30, kSix, [](bool later, int, int i, int q) {
    return q == 5 ? i % 3 == 0 || (later && i % 3 == 1) : (i + q) % 2 == 0;
  });
  const auto found = supported_changes(of);
  const auto about =
      std::find_if(found.begin(), found.end(), [](const SupportedChange& c) { return c.what.id == "E2.4"; });
  ASSERT_NE(about, found.end());
  EXPECT_TRUE(about->up);
  EXPECT_TRUE(about->paired);
  EXPECT_EQ(about->n, 60);
  EXPECT_NEAR(about->share_from, 1.0 / 3, 1e-12);
  EXPECT_NEAR(about->share_to, 2.0 / 3, 1e-12);
  for (const SupportedChange& each : found) EXPECT_NE(each.what.id.substr(0, 2), "E1");
}

TEST(Supported, OtherPeopleAreComparedAsGroupsAndThatIsSaid) {
  const auto high = [](bool later, int, int i, int q) { return (i + q) % 10 < (later ? 8 : 2); };
  const auto found = supported_changes(two_groups(20, kSix, high, false));
  ASSERT_FALSE(found.empty());
  for (const SupportedChange& each : found) {
    EXPECT_FALSE(each.paired);
    EXPECT_TRUE(each.up);
    EXPECT_EQ(each.n, 40);
  }
}

TEST(Supported, TheLowestQuestionIsBelowEveryOther) {
  const Study of =
      two_groups(30, kSix, [](bool, int, int i, int q) { return q == 2 ? i % 15 == 0 : (i + q) % 2 == 0; });
  const auto found = supported_orders(of);
  const auto about =
      std::find_if(found.begin(), found.end(), [](const SupportedOrder& o) { return o.what.id == "E1.3"; });
  ASSERT_NE(about, found.end());
  EXPECT_FALSE(about->high);
  EXPECT_TRUE(about->extreme);
  EXPECT_NEAR(about->share, 2.0 / 30, 1e-12);
  EXPECT_NEAR(about->share_others, 0.5, 1e-12);
}

TEST(Supported, TwoThatAreBothLowAreNotCalledTheLowest) {
  const Study of = two_groups(
      30, kSix, [](bool, int, int i, int q) { return q == 2 || q == 4 ? (i + q) % 15 == 0 : (i + q) % 2 == 0; });
  std::vector<std::string> low;
  for (const SupportedOrder& each : supported_orders(of)) {
    if (each.what.breadth != Breadth::kQuestion || each.high) continue;
    EXPECT_FALSE(each.extreme) << each.what.id;
    low.push_back(each.what.id);
  }
  EXPECT_EQ(low, (std::vector<std::string>{"E1.3", "E2.2"}));
}

TEST(Supported, TheSameSeedGivesTheSamePValues) {
  const Study of = two_groups(
      30, kSix, [](bool, int group, int i, int q) { return q < 3 && group == 1 ? i % 10 == q : (i + q) % 2 == 0; });
  const auto one = supported_differences(of, {.seed = 7}), other = supported_differences(of, {.seed = 7});
  ASSERT_EQ(one.size(), other.size());
  for (std::size_t i = 0; i < one.size(); ++i) EXPECT_EQ(one[i].p_adjusted, other[i].p_adjusted);
}

TEST(Supported, MistakesAreNamed) {
  const Study of = two_groups(5, {"E1.1"}, [](bool, int, int, int) { return true; });
  EXPECT_THROW(static_cast<void>(supported_differences(of, {.by = ""})), ValueError);
  EXPECT_THROW(static_cast<void>(supported_differences(of, {.by = "schoolsoort"})), KeyError);
  EXPECT_THROW(static_cast<void>(supported_changes(of, {.level = 1})), ValueError);
  EXPECT_THROW(static_cast<void>(supported_orders(of, {.draws = 10})), ValueError);
  EXPECT_THROW(static_cast<void>(supported_orders(of, {.wave = WaveId("w9")})), KeyError);
}

// Westfall & Young's algorithm by hand: four draws of three hypotheses.
TEST(StepDown, CountsSuccessiveMinima) {
  const std::vector<std::vector<double>> draws{{0.5, 0.01, 0.9}, {0.03, 0.4, 0.2}, {0.6, 0.7, 0.05}, {0.9, 0.9, 0.9}};
  std::size_t next = 0;
  const auto draw = [&](std::span<double> p) { std::copy(draws[next].begin(), draws[next].end(), p.begin()), ++next; };
  const auto adjusted = detail::step_down(std::vector<double>{0.02, 0.3, 0.04}, draw, 4, 1);
  // Smallest of all three 0.01, 0.03, 0.05, 0.9: one at most 0.02. Of the last two 0.01, 0.2, 0.05, 0.9: one at most
  // 0.04. Of the second alone 0.01, 0.4, 0.7, 0.9: one at most 0.3.
  EXPECT_EQ(adjusted, (std::vector<double>{0.4, 0.4, 0.4}));
}

TEST(StepDown, DrawsNothingForWhatIsSureAndEndsWhenTheRestIsHopeless) {
  std::int64_t drawn = 0;
  const auto draw = [&](std::span<double> p) { std::fill(p.begin(), p.end(), 0.5), ++drawn; };
  const std::vector<double> observed{0.6, 1e-40, 1e-35};
  EXPECT_EQ(detail::step_down(observed, draw, 99, 0.05, {false, true, true}), (std::vector<double>{1, 0.01, 0.01}));
  EXPECT_EQ(drawn, 5);  // five of a hundred are too many
  EXPECT_EQ(detail::step_down(std::vector<double>{1e-40, 1e-35}, draw, 99, 0.05, {true, true}),
            (std::vector<double>{0.01, 0.01}));
  EXPECT_EQ(drawn, 5);
}

TEST(StepDown, IsSureOfManyPeopleOnly) {
  EXPECT_TRUE(detail::is_sure(1e-31, 2000));
  EXPECT_FALSE(detail::is_sure(1e-31, 1999));
  EXPECT_FALSE(detail::is_sure(1e-30, 2000));
}

}  // namespace
}  // namespace houvast
