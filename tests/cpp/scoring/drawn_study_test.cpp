#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

#include "houvast/base/random.hpp"
#include "houvast/scoring/change.hpp"
#include "houvast/scoring/consistency.hpp"
#include "houvast/scoring/contrasts.hpp"
#include "houvast/scoring/functioning.hpp"
#include "houvast/scoring/plan.hpp"
#include "houvast/scoring/pooled.hpp"
#include "houvast/scoring/summary.hpp"
#include "houvast/scoring/supported.hpp"
#include "houvast/scoring/tally.hpp"
#include "houvast/scoring/units.hpp"
#include "houvast/text/say.hpp"
#include "known_tables.hpp"
#include "small_study.hpp"

// Every table of scores, of a study that is drawn, beside what it was. tests/python/scoring holds the same columns
// against R and scipy.
namespace houvast {
namespace {

using testing::KnownLines;

constexpr int kParties = 60;
const std::vector<std::string> kSeats = {"professional", "informeel", "ouder", "jeugdige"};

/// People of four perspectives and a dozen organisations in two waves: some come, some go, one perspective thinks
/// differently, and what they think of E1 changes.
std::string drawn_answers(int waves) {
  Random random(11);
  std::string answers;
  for (int wave = 0; wave < waves; ++wave) {
    for (int who = 0; who < kParties; ++who) {
      if (random.below(9) == 0) continue;
      const auto trait = static_cast<int>(random.below(3));
      for (int element = 1; element <= 6; ++element) {
        for (int question = 1; question <= 3; ++question) {
          const std::uint64_t luck = random.below(24);
          const auto noise = static_cast<int>(random.below(3));
          if (luck == 0 || (who % 10 == 9 && element > 3)) continue;
          const int extra = (who % 4 == 2 ? 2 : 0) + (wave == 1 && element == 1 ? 2 : 0) - (element == 5 ? 1 : 0);
          const int code = std::clamp(trait + noise + extra, 1, 5);
          if (!answers.empty()) answers += ",\n";
          answers += testing::answer("w" + std::to_string(wave + 1), "r" + std::to_string(who),
                                     "p" + std::to_string(who / 2 * 2),
                                     "E" + std::to_string(element) + "." + std::to_string(question),
                                     luck < 3 ? "dont_know" : std::to_string(code));
        }
      }
    }
  }
  return answers;
}

Study drawn(int waves = 2) {
  std::string parties;
  for (int who = kParties - 1; who >= 0; --who) {
    const std::string fields = R"("perspective": ")" + kSeats[static_cast<std::size_t>(who / 2 % 4)] +
                               R"(", "organisation": "o)" + std::to_string(who * who % 13) + R"(", "asked": )" +
                               std::to_string(2 + who % 3);
    parties += (parties.empty() ? "" : ",\n") + testing::party("p" + std::to_string(who), fields);
  }
  return testing::small_study(parties, drawn_answers(waves));
}

TEST(DrawnStudy, HasTheScoresThatItHad) {
  KnownLines lines;
  for (const bool known : {true, false}) {
    const Study study = known ? drawn() : testing::unasked(drawn());
    for (const char* by : {"", "perspective"}) {
      const std::string name = std::string(by) + (known ? "" : ", unknown who was asked");
      const ScoreOptions options{.by = by, .minimum_numerator = 2, .minimum_denominator = 3, .with_mean = true};
      lines.add("scores " + name, scores_table(study, scores(study, options), options));
    }
  }
  lines.expect_in("drawn/scores.txt");
}

TEST(DrawnStudy, HasTheUnitsThatItHad) {
  KnownLines lines;
  const Study study = drawn();
  for (const char* unit : {"respondents", "parties", "organisations", "perspectives"}) {
    lines.add(std::string("units, ") + unit, unit_scores(study, {.wave = WaveId("w1"), .unit = unit}));
  }
  std::vector<double> weights;
  for (std::size_t i = 0; i < study.data().respondents.size(); ++i) {
    weights.push_back(static_cast<double>(i % 5) / 2);
  }
  lines.add("units, weights", unit_scores(study, {.by = "perspective", .wave = WaveId("w2"), .weights = weights}));
  lines.expect_in("drawn/units.txt");
}

TEST(DrawnStudy, IsComparedAsBefore) {
  KnownLines lines;
  const Study study = drawn();
  const ScoreOptions options{.by = "perspective", .wave = WaveId("w2")};
  lines.add("contrasts", contrasts(study, options));
  lines.add("agreement", agreement(study, options));
  lines.add("pooled", pooled_shares(study, options));
  lines.add("functioning", differential_item_functioning(study, options));
  lines.add("reliability", reliability(study, options));
  lines.add("items", item_analysis(study, options));
  lines.add("change", change(study));
  lines.add("change by perspective", change(study, {.by = "perspective", .zeros = stats::ZeroMethod::kPratt}));
  lines.expect_in("drawn/comparisons.txt");
}

TEST(DrawnStudy, SaysWhatItSaid) {
  KnownLines lines;
  for (const int waves : {1, 2}) {
    const Study study = drawn(waves);
    const SupportOptions options{.level = 0.9, .draws = 499, .seed = 3};
    for (const SupportedDifference& each : supported_differences(study, options)) {
      lines.add("difference", each.what.id + " " + each.higher + " " + each.lower + " " +
                                  std::to_string(each.n_higher) + " " + std::to_string(each.n_lower));
      lines.add("of", std::vector<double>{each.share_higher, each.share_lower, each.p_adjusted});
    }
    for (const SupportedChange& each : supported_changes(study, options)) {
      lines.add("change", each.what.id + (each.up ? " up " : " down ") + (each.paired ? "paired " : "all ") +
                              std::to_string(each.n));
      lines.add("of", std::vector<double>{each.share_from, each.share_to, each.p_adjusted});
    }
    for (const SupportedOrder& each : supported_orders(study, options)) {
      lines.add("order", each.what.id + (each.high ? " high " : " low ") + (each.extreme ? "extreme " : "") +
                             std::to_string(each.n));
      lines.add("of", std::vector<double>{each.share, each.share_others, each.p_adjusted});
    }
  }
  lines.expect_in("drawn/supported.txt");
}

// Ten people then and ten others now are just enough.
TEST(DrawnStudy, SaysAChangeOfTenPeople) {
  for (const int people : {9, 10}) {
    std::string parties, answers;
    for (int who = 0; who < 2 * people; ++who) {
      const std::string id = std::to_string(who);
      parties += (who > 0 ? "," : "") + testing::party("p" + id);
      answers += (who > 0 ? "," : "") +
                 testing::answer(who < people ? "w1" : "w2", "r" + id, "p" + id, "E1.1", who < people ? "1" : "5");
    }
    const auto told = supported_changes(testing::small_study(parties, answers), {.draws = 999});
    EXPECT_EQ(told.empty(), people == 9) << people;
  }
}

TEST(DrawnStudy, IsPlannedAsBefore) {
  KnownLines lines;
  const Study study = drawn();
  const std::vector<PlanOptions> wishes = {{},
                                           {.difference = 0.4, .power = 0.9},
                                           {.share = 0.8, .breadth = Breadth::kElement},
                                           {.wave = WaveId("w1"), .difference = 0.3, .correlation = 0.5, .level = 0.9}};
  for (const PlanOptions& wish : wishes) {
    const Plan planned = plan(study, wish);
    lines.add("plan", planned.table);
    for (const Claim& claim : planned.claims) lines.add("said", say(claim, Language::kNl));
  }
  const Plan unknown = plan(testing::unasked(study));
  lines.add("plan without a roster", unknown.table);
  for (const Claim& claim : unknown.claims) lines.add("said", say(claim, Language::kNl));
  lines.expect_in("drawn/plans.txt");
}

}  // namespace
}  // namespace houvast
