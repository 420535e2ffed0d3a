#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <map>
#include <string>
#include <variant>

#include "disclosure/parts.hpp"
#include "disclosure/told_region.hpp"
#include "houvast/disclosure/release.hpp"
#include "houvast/io/study_builder.hpp"

// What is told of one thing because of another that is shown beside it, or not told because of it.
namespace houvast {
namespace {

StudyBuilder begun() {
  StudyBuilder builder("beside", {"Naast", "Beside"});
  builder.wave({.id = WaveId("w1"), .date = "2023-11-01"}).wave({.id = WaveId("w2"), .date = "2024-11-01"});
  return builder;
}

bool says(const Release& told, const std::string& check, const std::string& claim) {
  return std::any_of(told.findings.begin(), told.findings.end(), [&](const ReleasedFinding& finding) {
    return finding.check == check && std::any_of(finding.claims.begin(), finding.claims.end(),
                                                 [&](const Claim& each) { return each.id == claim; });
  });
}

// Five questions to answer with yes or no, as one element.
Instrument yes_or_no() {
  std::string questions;
  for (int q = 1; q <= 5; ++q) {
    questions +=
        std::string(q > 1 ? "," : "") + R"({"id": "J)" + std::to_string(q) +
        R"(", "element": "J", "form": "closed", "scale": "two", "reverse": false, "text": {"nl": "Vraag", "en": "Question"}})";
  }
  return Instrument::parse(
      R"({"schema": "houvast-instrument/1", "id": "yes-or-no", "version": "1.0.0", "kind": "survey",
    "title": {"nl": "Ja of nee", "en": "Yes or no"}, "description": {"nl": "Ja of nee", "en": "Yes or no"},
    "source": {"title": "Yes", "authors": ["A"], "publisher": "P", "year": 2024, "section": "1"},
    "licence": "none", "validated": false, "private": false,
    "scales": [{"id": "two", "min": 0, "max": 1, "direction": "ascending", "top_from": 1, "source": "own definition",
                "labels": [{"value": 0, "text": {"nl": "nee", "en": "no"}, "aliases": []},
                           {"value": 1, "text": {"nl": "ja", "en": "yes"}, "aliases": []}]}],
    "elements": [{"id": "J", "title": {"nl": "Ja", "en": "Yes"}}], "questions": [)" +
      questions + "]}");
}

// 120 people who say yes or no to five questions, mostly the same to each; to the last one all but `no_to_last` say yes
// when that is given.
Release of_yes_and_no(int no_to_last = -1) {
  StudyBuilder builder = begun();
  builder.instrument(yes_or_no());
  for (int p = 0; p < 10; ++p) {
    builder.party({.id = PartyId("p" + std::to_string(p)), .perspective = "professional", .asked = 12});
  }
  for (int k = 0; k < 120; ++k) {
    auto one = builder.respondent("r" + std::to_string(k), "p" + std::to_string(k / 12), "w2");
    for (int q = 1; q <= 5; ++q) {
      const bool turned = (k + 5 * q) % 9 == 0, yes = (k % 2 == 0) != turned;
      one.answer("J" + std::to_string(q), (q == 5 && no_to_last >= 0 ? k >= no_to_last : yes) ? 1 : 0);
    }
  }
  return release(builder.build(), Policy::named("team"), {.by = ""});
}

TEST(ToldBesideOthers, HowYesAndNoHangTogetherWhereBothCouldBeMany) {
  const auto is_shown = [](const Release& told) {
    return std::any_of(told.reliability.begin(), told.reliability.end(),
                       [](const ReleasedReliability& each) { return each.element == "J" && each.shown; });
  };
  EXPECT_TRUE(is_shown(of_yes_and_no()));
  EXPECT_FALSE(is_shown(of_yes_and_no(3))) << "three may have said no to the last";
}

// Eighty professionals, who all answer, and eighty parents, of whom some do; to one questionnaire or to two.
Release of_parents(bool more, int parents) {
  StudyBuilder builder = begun();
  builder.instrument("six-elements");
  if (more) builder.instrument("samen-beter");
  for (int p = 0; p < 8; ++p) {
    builder.party(
        {.id = PartyId("p" + std::to_string(p)), .perspective = p < 4 ? "professional" : "ouder", .asked = 20});
  }
  for (int k = 0; k < 80 + parents; ++k) {
    auto one = builder.respondent("r" + std::to_string(k), "p" + std::to_string(k < 80 ? k / 20 : 4 + k % 4), "w2");
    for (const std::string question : {"E1.1", "E1.2"}) one.answer(question, 1 + (k * 3) % 5);
    if (more) one.answer("S1", 1 + (k * 2) % 5);
  }
  return release(builder.build(), Policy::named("team"), {});
}

TEST(ToldBesideOthers, FewAnsweredUnlessAnotherQuestionnaireMayHaveBeenAnswered) {
  EXPECT_TRUE(says(of_parents(false, 20), "C17", "coverage.C17.few_answered"));
  EXPECT_FALSE(says(of_parents(false, 80), "C17", "coverage.C17.few_answered"));
  EXPECT_FALSE(says(of_parents(true, 20), "C17", "coverage.C17.few_answered"));
  EXPECT_TRUE(says(of_parents(true, 20), "C17", "coverage.C17.not_told"));
}

// Twelve parties that all tell of all others; of so many pairs both sides say that they trust each other.
Release of_trust(int mutual) {
  StudyBuilder builder = begun();
  builder.instrument("six-elements");
  builder.relation({.id = "contact", .title = {"Contact", "Contact"}, .directed = false, .max_strength = 3});
  const auto id = [](int p) { return PartyId("p" + std::to_string(p)); };
  for (int p = 0; p < 12; ++p) builder.party({.id = id(p), .perspective = "professional", .asked = 2});
  int pair = 0;
  for (int a = 0; a < 12; ++a) {
    for (int b = a + 1; b < 12; ++b, ++pair) {
      for (const bool first : {true, false}) {
        const bool trusts = pair < mutual || (first && pair % 2 == 0);
        builder.tie({.wave = WaveId("w2"),
                     .reporter = id(first ? a : b),
                     .from = id(first ? a : b),
                     .to = id(first ? b : a),
                     .relation = "contact",
                     .strength = 1,
                     .conditions = {trusts, trusts, trusts, trusts}});
      }
    }
  }
  return release(builder.build(), Policy::named("team"), {});
}

TEST(ToldBesideOthers, HowManyContactsHaveTrustFromBothSidesAsAStep) {
  constexpr int kPairs = 66;
  for (int mutual = 0; mutual <= kPairs; mutual += 3) {
    int said = 0;
    for (const ReleasedFinding& finding : of_trust(mutual).findings) {
      if (finding.check != "C15") continue;
      for (const Claim& claim : finding.claims) {
        if (claim.id != "coverage.C15.mutual_within") continue;
        const auto* within = std::get_if<std::vector<Claim>>(&claim.args.at("share").value());
        ASSERT_TRUE(within != nullptr && within->size() == 1);
        const auto end = [&](const char* name, double otherwise) {
          const auto found = within->front().args.find(name);
          return found == within->front().args.end() ? otherwise : std::get<double>(found->second.value());
        };
        const double share = static_cast<double>(mutual) / kPairs;
        EXPECT_GE(share, end("low", 0)) << mutual;
        EXPECT_LE(share, end("high", 1)) << mutual;
        EXPECT_LT(end("high", 1) - end("low", 0), 1) << mutual;
        ++said;
      }
    }
    EXPECT_EQ(said, 4) << mutual;
  }
}

// A change that is told though the shares lie in one step is a change on the agenda too.
TEST(ToldBesideOthers, AChangeInsideOneStepHasItsPlaceOnTheAgenda) {
  const Study study = testing::drawn_region(11, {}).study();
  const Policy policy = Policy::named("team");
  Release told = release(study, policy, {});
  std::map<std::string, const ReleasedScore*> before;
  for (const ReleasedScore& score : told.totals) {
    if (score.shown && !score.is_element && score.wave == WaveId("w1")) before[score.id] = &score;
  }
  int tried = 0;
  const std::vector<ReleasedScore> totals = told.totals;
  for (const ReleasedScore& score : totals) {
    const auto then = before.find(score.id);
    if (!score.shown || score.is_element || score.wave != WaveId("w2") || then == before.end()) continue;
    if (!score.id.starts_with("E") || then->second->top->low != score.top->low) continue;
    for (const bool up : {true, false}) {
      detail::Supported supported;
      const Compared what{InstrumentId("six-elements"), Breadth::kQuestion, score.id};
      supported.changes.push_back({.from = WaveId("w1"), .to = WaveId("w2"), .what = what, .up = up});
      detail::release_agenda(study, policy, {.agenda_length = 30}, supported, told);
      const auto item = std::find_if(told.agenda.begin(), told.agenda.end(),
                                     [&](const auto& each) { return each.question.str() == score.id; });
      ASSERT_NE(item, told.agenda.end()) << score.id;
      EXPECT_EQ(item->reason, Reason::kChanged) << score.id;
      ++tried;
    }
  }
  EXPECT_GT(tried, 0);
}

}  // namespace
}  // namespace houvast
