#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <string>

#include "disclosure/told_reporters.hpp"
#include "houvast/base/error.hpp"
#include "houvast/disclosure/release.hpp"
#include "houvast/scoring/consistency.hpp"
#include "houvast/text/say.hpp"
#include "small_study.hpp"

namespace houvast {
namespace {

using namespace testing;

std::string goal(const std::string& id, const std::string& fields) {
  return R"({"id": ")" + id + R"(", "kind": "goal", "title": "Geheim )" + id + "\"" +
         (fields.empty() ? "" : ", " + fields) + "}";
}

Study with_goals() {
  return small_study(
      list(party("a", R"("name": "Anna", "domain": "onderwijs")"),
           party("b", R"("name": "Bas", "consent_for": ["owner"])")),
      "", "", "",
      list(goal("G1",
                R"("element": "E1", "owner": "a", "indicator": "uren", "target": 4, "value:w1": 4, "value:w2": 4)"),
           goal("G2", R"("element": "E1", "owner": "b", "target": 10, "value:w1": 2, "value:w2": 6)"),
           goal("G3", R"("element": "E2", "target": 10, "value:w1": 2, "value:w2": 2)"),
           goal("G4", R"("element": "E2", "target": 10, "value:w1": 2, "value:w2": 1)"), goal("G5", "")));
}

TEST(ReleasedGoals, AreCountedPerElementWithoutAWord) {
  const Release released = release(with_goals(), Policy::named("team"));
  ASSERT_EQ(released.goals.size(), 3U);
  const ReleasedGoals &first = released.goals[0], &second = released.goals[1], &rest = released.goals[2];
  EXPECT_EQ(first.element.str(), "E1");
  EXPECT_EQ(first.wave.str(), "w2");
  EXPECT_EQ(first.total, 2);
  EXPECT_EQ(first.reached, 1);
  EXPECT_EQ(first.on_the_way, 1);
  EXPECT_EQ(first.secured, 1);
  EXPECT_EQ(first.without_owner, 0);
  EXPECT_EQ(first.without_indicator, 1);
  EXPECT_EQ(second.not_yet, 1);
  EXPECT_EQ(second.away, 1);
  EXPECT_EQ(second.without_owner, 2);
  EXPECT_TRUE(rest.element.empty());
  EXPECT_EQ(rest.unknown, 1);
  EXPECT_EQ(rest.without_target, 1);
  for (const ReleasedGoals& goals : released.goals) EXPECT_TRUE(goals.goals.empty());
}

TEST(ReleasedGoals, WordsOnlyWhenAskedForAndOwnersOnlyWithConsent) {
  const Release released = release(with_goals(), Policy::named("team"), {.goals = GoalDetail::kText});
  const auto& goals = released.goals[0].goals;
  ASSERT_EQ(goals.size(), 2U);
  EXPECT_EQ(goals[0].title, "Geheim G1");
  EXPECT_EQ(goals[0].indicator, "uren");
  EXPECT_EQ(goals[0].owner.nl, "een partij");
  EXPECT_EQ(goals[1].owner.nl, "Bas");
  EXPECT_EQ(released.goals[1].goals[0].owner.nl, "");
  EXPECT_EQ(goals[0].latest, 4);
  EXPECT_THROW(static_cast<void>(goal_detail_of("all")), ValueError);
}

// `own` parties per domain that name everybody of "zorg".
Study with_ties(int schools, int carers, int others) {
  std::string parties, ties;
  const auto add = [&](const std::string& who, const std::string& domain, int count) {
    for (int i = 0; i < count; ++i) {
      const std::string id = who + std::to_string(i);
      parties += (parties.empty() ? "" : ",\n") + party(id, R"("domain": ")" + domain + "\"");
      for (int j = 0; j < carers; ++j) {
        const std::string to = "z" + std::to_string(j);
        if (to != id) ties += (ties.empty() ? "" : ",\n") + testing::tie(id, id, to, "1", "referral");
      }
    }
  };
  add("s", "onderwijs", schools);
  add("z", "jeugdhulp", carers);
  add("o", "gemeente", others);
  return small_study(parties, "", ties);
}

const ReleasedBlock& block(const Release& released, const std::string& from, const std::string& to) {
  const auto& blocks = released.networks.front().blocks;
  return *std::find_if(blocks.begin(), blocks.end(),
                       [&](const ReleasedBlock& each) { return each.from == from && each.to == to; });
}

TEST(ReleasedBlocks, StandBetweenGroupsThatReachTheThreshold) {
  const Release released = release(with_ties(16, 17, 16), Policy::named("team"), {.by = "domain"});
  EXPECT_EQ(released.networks.front().groups.size(), 3U);
  EXPECT_EQ(released.networks.front().blocks.size(), 9U);
  // Nobody, and everybody: never told as such. At least 4 of 16 parties told, whoever of 49 was silent: the quarter is
  // told of the 64 pairs or 68 that are known.
  EXPECT_EQ(block(released, "onderwijs", "gemeente").density, (ReleasedShare{0, 0.25}));
  EXPECT_EQ(block(released, "onderwijs", "jeugdhulp").density, (ReleasedShare{0.75, 1}));
}

// Of 19 parties half can have been silent by what is told, and so all of a group.
TEST(ReleasedBlocks, ThatCouldBeUnknownAreHiddenWhoeverTold) {
  const Release released = release(with_ties(6, 7, 6), Policy::named("team"), {.by = "domain"});
  EXPECT_EQ(released.networks.front().groups.size(), 3U);
  EXPECT_EQ(released.networks.front().blocks.size(), 9U);
  for (const ReleasedBlock& each : released.networks.front().blocks) EXPECT_FALSE(each.shown);
}

// A ring of twenty, of which some told nothing.
TEST(ReleasedNetworks, NumbersAreBandsAndDensitiesSteps) {
  const auto released = [](int silent) {
    std::string parties, ties;
    for (int i = 0; i < 20; ++i) {
      parties += (i > 0 ? ",\n" : "") + party("p" + std::to_string(i), R"("domain": "zorg", "asked": 1)");
    }
    for (int i = 0; i < 20 - silent; ++i) {
      ties += (i > 0 ? ",\n" : "") +
              tie("p" + std::to_string(i), "p" + std::to_string(i), "p" + std::to_string((i + 1) % 20));
    }
    return release(small_study(parties, "", ties), Policy::named("team"), {.by = ""}).networks.front();
  };
  const ReleasedNetwork all = released(0), most = released(2), half = released(10);
  EXPECT_EQ(all.density, (ReleasedShare{0.1, 0.15})) << "20 of 190";
  EXPECT_EQ(all.bounds, (ReleasedShare{0.09, 0.2})) << "as if only three quarters had reported, as is told";
  EXPECT_EQ(all.parties_band, "20–49");
  EXPECT_EQ(all.ties_band, "20–49");
  EXPECT_EQ(most.density, (ReleasedShare{0.05, 0.1})) << "18 of 189: p18 and p19 told nothing";
  EXPECT_EQ(most.bounds, (ReleasedShare{0.04, 0.15})) << "18 of 190 to 19 of 190";
  EXPECT_EQ(half.density, (ReleasedShare{0.05, 0.1})) << "10 of 145";
  EXPECT_EQ(half.bounds, (ReleasedShare{0.03, 0.32})) << "10 of 190 to 55 of 190";
}

TEST(ReleasedBlocks, SmallGroupsGoTogetherOrNothingIsTold) {
  const Release joined = release(with_ties(7, 8, 2), Policy::named("team"), {.by = "domain"});
  // Two parties of the municipality go together with the smallest other group.
  EXPECT_EQ(joined.networks.front().groups, (std::vector<std::string>{"jeugdhulp", kOtherGroups}));
  for (const ReleasedBlock& each : joined.networks.front().blocks) {
    EXPECT_TRUE(each.from == "jeugdhulp" || each.from == kOtherGroups);
  }
  const Release alone = release(with_ties(3, 8, 0), Policy::named("team"), {.by = "domain"});
  EXPECT_TRUE(alone.networks.front().shown);
  EXPECT_TRUE(alone.networks.front().groups.empty());
  EXPECT_TRUE(alone.networks.front().blocks.empty());
  EXPECT_TRUE(release(with_ties(7, 8, 7), Policy::named("external"), {.by = "domain"}).networks.front().groups.empty());
}

TEST(ReleasedBlocks, FollowTheDomainWithoutAnAttribute) {
  const Release released = release(with_ties(6, 7, 6), Policy::named("team"), {.by = ""});
  EXPECT_EQ(released.blocks_by, "domain");
  EXPECT_EQ(released.networks.front().groups.size(), 3U);
  EXPECT_TRUE(released.group_titles.contains("onderwijs"));
}

TEST(ReleasedBlocks, FollowWhatPartiesDifferInWhereAllAreTheSame) {
  const Release released = release(with_ties(6, 7, 6), Policy::named("team"), {.by = "perspective"});
  EXPECT_EQ(released.by, "perspective");
  EXPECT_EQ(released.blocks_by, "domain");
  EXPECT_EQ(released.networks.front().groups.size(), 3U);
  EXPECT_TRUE(released.group_titles.contains("onderwijs"));
  // One group as large as the threshold is not worth another attribute.
  EXPECT_EQ(release(with_ties(4, 8, 0), Policy::named("team"), {.by = "perspective"}).blocks_by, "perspective");
  EXPECT_EQ(release(with_ties(6, 12, 6), Policy::named("external"), {.by = "perspective"}).blocks_by, "perspective");
}

TEST(ReleasedNetwork, TellsTheResponseInBands) {
  const Release released = release(with_ties(6, 7, 6), Policy::named("team"));
  EXPECT_EQ(released.networks.front().response, ResponseBand::kWithCare) << "more than half, as is told";
  EXPECT_EQ(released.networks.front().reported_band, "");
  EXPECT_EQ(released.networks.front().asked_band, "10–19");
}

Study with_answers(int people) {
  std::string answers;
  for (int i = 0; i < people; ++i) {
    for (int q = 1; q <= 4; ++q) {
      answers += (answers.empty() ? "" : ",\n") + answer("w2", "r" + std::to_string(i), "a", "E1." + std::to_string(q),
                                                         std::to_string(1 + (i + (q * i) % 2) % 5));
    }
  }
  return small_study(party("a", R"("asked": 60, "domain": "onderwijs")"), answers);
}

TEST(ReleasedReliability, NeedsThirtyPeople) {
  for (const int people : {29, 30}) {
    const Study study = with_answers(people);
    const Release released = release(study, Policy::named("team"));
    const auto found = std::find_if(released.reliability.begin(), released.reliability.end(),
                                    [](const auto& each) { return each.element == "E1" && each.wave.str() == "w2"; });
    ASSERT_NE(found, released.reliability.end());
    EXPECT_EQ(found->shown, people == 30);
    if (!found->shown) {
      EXPECT_EQ(found->n_band, "");
      EXPECT_EQ(found->alpha, 0);
      continue;
    }
    const Table exact = reliability(study, {.wave = WaveId("w2")});
    const double alpha = std::get<std::vector<double>>(exact.column("alpha").data).front();
    EXPECT_NEAR(found->alpha, alpha, 0.05);
    EXPECT_NE(found->alpha, alpha);
    EXPECT_LE(found->low, alpha);
    EXPECT_GE(found->high, alpha);
  }
}

std::string assessed(int from, int count, const std::string& stage) {
  std::string text;
  for (int i = from; i < from + count; ++i) {
    text += std::string(text.empty() ? "" : ",\n") + R"({"wave": "w2", "assessor": "p)" + std::to_string(i) +
            R"(", "dimension": "G1", "stage": ")" + stage + "\"}";
  }
  return text;
}

Study with_stages(int low, int high, int unknown) {
  std::string all;
  for (const std::string& part :
       {assessed(0, low, "1"), assessed(50, high, "3"), assessed(100, unknown, "weet niet")}) {
    if (!part.empty()) all += (all.empty() ? "" : ",\n") + part;
  }
  return small_study(party("a"), "", "", all);
}

const ReleasedStrengthening& strengthening(const Release& released) {
  return *std::find_if(released.strengthening.begin(), released.strengthening.end(),
                       [](const auto& each) { return each.dimension.str() == "G1" && each.wave.str() == "w2"; });
}

TEST(ReleasedStrengthening, IsThereOnlyWhenTheComplexityIsSaid) {
  EXPECT_TRUE(release(with_stages(8, 6, 0), Policy::named("team")).strengthening.empty());
}

TEST(ReleasedStrengthening, HasWordsWithoutNumbersOfPeople) {
  const ReleaseOptions options{.complexity = Complexity::kComplex};
  const Release released = release(with_stages(13, 11, 0), Policy::named("team"), options);
  const ReleasedStrengthening& shown = strengthening(released);
  ASSERT_TRUE(shown.shown);
  EXPECT_EQ(shown.status, "strengthen");
  EXPECT_EQ(shown.to_stage, 2);
  EXPECT_FALSE(shown.to_title.nl.empty());
  const std::string nl = say(shown.claims, {.language = Language::kNl});
  for (const char* number : {"13", "11", "24"}) {
    EXPECT_EQ(nl.find(number), std::string::npos);
    EXPECT_EQ(say(shown.claims, {.language = Language::kEn}).find(number), std::string::npos);
  }
  EXPECT_NE(nl.find("Minder dan 2 van de 3"), std::string::npos) << nl;
}

TEST(ReleasedStrengthening, IsHiddenWithTheSpreadOfItsStages) {
  const ReleaseOptions options{.complexity = Complexity::kComplex};
  // 3 and 6: the stages can only be told together, so the status may not be told either. 4: below the threshold.
  for (const auto& study : {with_stages(3, 6, 0), with_stages(2, 2, 9)}) {
    const Release released = release(study, Policy::named("team"), options);
    EXPECT_FALSE(strengthening(released).shown);
    EXPECT_TRUE(strengthening(released).status.empty());
    EXPECT_TRUE(strengthening(released).claims.empty());
    EXPECT_FALSE(strengthening(released).to_stage);
  }
}

TEST(ReleasedStage, TellsDontKnowAsABandWhenFewChoseIt) {
  const auto stage = [](const Study& study) {
    const Release released = release(study, Policy::named("team"));
    return *std::find_if(released.stages.begin(), released.stages.end(),
                         [](const auto& each) { return each.dimension.str() == "G1"; });
  };
  const ReleasedStage few = stage(with_stages(8, 6, 2)), many = stage(with_stages(8, 6, 6));
  EXPECT_EQ(few.dont_know, (ReleasedShare{0, 0.5}));
  EXPECT_EQ(many.dont_know, (ReleasedShare{0, 0.5}));
  EXPECT_FALSE(stage(with_stages(2, 2, 9)).dont_know);
}

TEST(ReleasedResponse, TellsNoShareWhenNobodyWroteDownWhoWasAsked) {
  const Study study = with_answers(29);
  const Release known = release(study, Policy::named("team"), {.by = "domain"});
  const Release released = release(unasked(study), Policy::named("team"), {.by = "domain"});
  EXPECT_TRUE(known.asked_known);
  EXPECT_FALSE(released.asked_known);
  ASSERT_EQ(released.responses.size(), known.responses.size());
  std::int64_t shown = 0;
  for (std::size_t i = 0; i < released.responses.size(); ++i) {
    const ReleasedResponse &one = released.responses[i], &other = known.responses[i];
    EXPECT_EQ(one.shown, other.shown) << "the thresholds look at those known to have been asked";
    EXPECT_EQ(one.respondents_band.empty(), !one.shown);
    EXPECT_EQ(other.respondents_band, "");
    EXPECT_EQ(one.asked_band, "");
    EXPECT_FALSE(one.share);
    EXPECT_EQ(other.shown, other.share.has_value());
    shown += one.shown;
  }
  EXPECT_GT(shown, 0);
  EXPECT_EQ(released.totals, known.totals);
  EXPECT_EQ(released.groups, known.groups);
}

TEST(ReleasedNetwork, TellsNoShareWhenNobodyWroteDownWhoWasAsked) {
  const Study study = with_ties(6, 7, 6);
  const ReleasedNetwork released = release(unasked(study), Policy::named("team")).networks.front();
  EXPECT_EQ(released.response, ResponseBand::kWithCare);
  EXPECT_EQ(released.asked_band, "");
  EXPECT_EQ(released.reported_band, "10–19");
  EXPECT_FALSE(released.response_share);
  EXPECT_EQ(release(study, Policy::named("team")).networks.front().response_share, (ReleasedShare{0.5, 1}));
}

TEST(ToldReporters, ByNoStepSomebodyIsCertainOfFew) {
  for (const std::int64_t threshold : {3, 5, 10}) {
    for (std::int64_t asked = detail::fewest_asked(threshold); asked < 24 * threshold; ++asked) {
      for (std::int64_t reported = threshold + 1; reported <= asked; ++reported) {
        const detail::ToldReporters told = detail::told_reporters(asked, reported, threshold);
        EXPECT_TRUE(told.told.low <= reported && reported <= told.told.high);
        EXPECT_FALSE(isolates_few({}, told.told, threshold)) << reported << " of " << asked << ", " << threshold;
      }
    }
  }
}

}  // namespace
}  // namespace houvast
