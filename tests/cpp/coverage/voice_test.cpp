#include "houvast/coverage/voice.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "findings.hpp"
#include "houvast/base/random.hpp"
#include "houvast/graph/centrality.hpp"
#include "houvast/graph/network_summary.hpp"

// C11 equal voice, C17 response.
namespace houvast {
namespace {

using namespace testing;
using Ids = std::vector<std::string>;

// A school and a parent council of which twenty were asked each; all ties are there.
Rows school_and_parents(int parents_answer) {
  Rows rows;
  rows.party("school", R"("perspective": "professional", "asked": 20)");
  rows.party("raad", R"("perspective": "ouder", "asked": 20)");
  rows.answers_of("school", 20);
  rows.answers_of("raad", parents_answer);
  rows.tie("school", "raad");
  return rows;
}

TEST(Voice, OneAnswerLessMakesTheVoiceSmall) {
  Rows rows = school_and_parents(7);
  EXPECT_EQ(rows.check("C11").status, Status::kOk);
  rows.answers.erase("raad-7");
  const Finding finding = rows.check("C11");
  EXPECT_EQ(finding.status, Status::kAttention);
  EXPECT_EQ(facts(finding, "small_voice"), (Ids{"ouder|answers", "ouder|answers_by_parties"}));
  EXPECT_DOUBLE_EQ(number(finding, "parity_answers", "ouder"), (6.0 / 26) / 0.5);
  EXPECT_DOUBLE_EQ(number(finding, "share_of_answers", "ouder"), 6.0 / 26);
  EXPECT_DOUBLE_EQ(number(finding, "share_of_members", "ouder"), 0.5);
  EXPECT_LT(number(finding, "parity_answers_high", "ouder"), 1);
}

TEST(Voice, ParityIsOneWhenSharesAreEqual) {
  const Finding finding = school_and_parents(20).check("C11");
  EXPECT_DOUBLE_EQ(number(finding, "parity_answers", "ouder"), 1);
  EXPECT_DOUBLE_EQ(number(finding, "parity_ties", "ouder"), 1);
  EXPECT_LT(number(finding, "parity_answers_low", "ouder"), 1);
  EXPECT_GT(number(finding, "parity_answers_high", "ouder"), 1);
}

// Five schools that all know each other, and five parents with one tie each.
TEST(Voice, FewTiesMakeAVoiceSmall) {
  Rows rows;
  const auto id = [](const char* kind, int i) { return std::string(kind) + std::to_string(i); };
  for (int i = 0; i < 5; ++i) {
    rows.party(id("school", i), R"("perspective": "professional")");
    rows.party(id("ouder", i), R"("perspective": "ouder")");
    rows.answers_of(id("school", i), 1);
    rows.answers_of(id("ouder", i), 1);
    for (int j = 0; j < i; ++j) rows.tie(id("school", i), id("school", j));
    rows.tie(id("ouder", i), id("school", i));
  }
  const Finding finding = rows.check("C11");
  EXPECT_EQ(finding.status, Status::kAttention);
  EXPECT_EQ(facts(finding, "small_voice"), Ids{"ouder|ties"}) << "in-between positions are shown, not judged";
  EXPECT_DOUBLE_EQ(number(finding, "share_of_ties", "ouder"), 5.0 / 30);
  EXPECT_EQ(number(finding, "parity_betweenness", "ouder"), 0);
  EXPECT_EQ(finding.evidence, rows.check("C11").evidence) << "the same study, the same interval";
}

// Six parents' parties of one person each beside two schools of forty: asked in that measure, all answering.
TEST(Voice, WhoInvitesFewParentsHearsFew) {
  Rows rows = school_and_parents(20);
  rows.parties.erase("raad");
  rows.answers.clear();
  for (int i = 0; i < 6; ++i) {
    const std::string id = "ouder" + std::to_string(i);
    rows.party(id, R"("perspective": "ouder", "asked": 1)");
    rows.answers_of(id, 1);
  }
  for (const char* id : {"school", "school2"}) {
    rows.party(id, R"("perspective": "professional", "asked": 40)");
    rows.answers_of(id, 40);
  }
  rows.ties.clear();
  rows.tie("school", "school2");
  const Finding finding = rows.check("C11");
  EXPECT_DOUBLE_EQ(number(finding, "parity_answers", "ouder"), 1);
  EXPECT_DOUBLE_EQ(number(finding, "parity_answers_by_parties", "ouder"), (6.0 / 86) / (6.0 / 8));
  EXPECT_EQ(facts(finding, "small_voice").front(), "ouder|answers_by_parties");
}

TEST(Voice, IsComparedWithThePeopleThatTheProfileSaysThereAre) {
  Rows rows = school_and_parents(20);
  EXPECT_EQ(rows.check("C11").status, Status::kOk);
  const auto served = [&](const std::string& parents) {
    std::string own = default_profile().json;
    const std::string before = R"("id": "professional", )", other = R"("id": "ouder", )";
    own.insert(own.find(before) + before.size(), R"("population": 500, )");
    own.insert(own.find(other) + other.size(), R"("population": )" + parents + ", ");
    StudyData data = rows.study().data();
    data.profile = Profile::parse(own);
    return finding_of(Study(std::move(data)), "C11");
  };
  EXPECT_EQ(served("500").status, Status::kOk);
  EXPECT_DOUBLE_EQ(number(served("500"), "parity_answers_by_population", "ouder"), 1);
  const Finding finding = served("49500");
  EXPECT_EQ(finding.status, Status::kOk) << "half of the answers, of 99 % of the people: not yet below half";
  EXPECT_DOUBLE_EQ(number(finding, "parity_answers_by_population", "ouder"), 0.5 / 0.99);
  rows = school_and_parents(19);
  EXPECT_EQ(facts(served("49500"), "small_voice"), Ids{"ouder|answers_by_population"});
}

TEST(Voice, OfFewerThanFivePeopleIsNotKnown) {
  Rows rows = school_and_parents(20);
  rows.party("jongere", R"("perspective": "jeugdige", "asked": 4)");
  rows.answers_of("jongere", 4);
  const Finding finding = rows.check("C11");
  EXPECT_EQ(finding.status, Status::kUnknown);
  EXPECT_EQ(facts(finding, "too_few"), Ids{"jeugdige"});
  rows.party("jongere", R"("perspective": "jeugdige", "asked": 5)");
  rows.answers_of("jongere", 5);
  EXPECT_TRUE(facts(rows.check("C11"), "too_few").empty());
}

// A ring of sixty in two perspectives by turns: every party has two ties, so that drawing parties alone would find no
// spread at all.
TEST(Voice, DrawingPartiesDrawsTheirTiesToo) {
  Rows rows;
  const auto id = [](int i) { return (i % 2 == 0 ? "school" : "ouder") + std::to_string(i); };
  for (int i = 0; i < 60; ++i)
    rows.party(id(i), i % 2 == 0 ? R"("perspective": "professional")" : R"("perspective": "ouder")");
  for (int i = 0; i < 60; ++i) rows.tie(id(i), id((i + 2) % 60));
  const Finding finding = rows.check("C11");
  EXPECT_DOUBLE_EQ(number(finding, "parity_ties", "ouder"), 1);
  EXPECT_LT(number(finding, "parity_ties_low", "ouder"), 0.9);
  EXPECT_GT(number(finding, "parity_ties_high", "ouder"), 1.1);
}

TEST(Voice, UnknownWithoutTiesAnswersOrPerspectives) {
  Rows no_ties = school_and_parents(20);
  no_ties.ties.clear();
  EXPECT_EQ(no_ties.check("C11").status, Status::kUnknown);
  Rows no_answers = school_and_parents(20);
  no_answers.answers.clear();
  EXPECT_EQ(no_answers.check("C11").status, Status::kUnknown);
  Rows hidden = school_and_parents(20);
  hidden.party("wie", "");
  EXPECT_EQ(hidden.check("C11").status, Status::kUnknown);
  EXPECT_FALSE(hidden.check("C11").needed.empty());
}

TEST(Voice, DoesNotApplyToOnePerspective) {
  Rows rows;
  rows.party("school", R"("perspective": "professional")");
  EXPECT_EQ(rows.check("C11").status, Status::kNotApplicable);
}

TEST(Voices, AreTheNumbersOfTheCheckSideBySide) {
  Rows rows = school_and_parents(6);
  rows.party("wie", R"("asked": 4)");
  const std::vector<Voice> all = voices(rows.study());
  ASSERT_EQ(all.size(), 3U);
  EXPECT_EQ(all[1].perspective, "ouder");
  EXPECT_EQ(all[1].asked, 20);
  EXPECT_EQ(all[1].answered, 6);
  EXPECT_DOUBLE_EQ(*all[1].share_of_parties, 0.5) << "over the parties whose perspective is known";
  EXPECT_DOUBLE_EQ(*all[1].share_of_answers, 6.0 / 26);
  EXPECT_DOUBLE_EQ(*all[1].answers.index, (6.0 / 26) / 0.5);
  const Finding finding = rows.check("C11");
  EXPECT_DOUBLE_EQ(*all[1].answers.high, number(finding, "parity_answers_high", "ouder"));
  EXPECT_DOUBLE_EQ(*all[1].ties.index, number(finding, "parity_ties", "ouder"));
  EXPECT_DOUBLE_EQ(*all[1].ties.low, number(finding, "parity_ties_low", "ouder"));
  EXPECT_EQ(all[2].perspective, "") << "who has none comes last, with counts only";
  EXPECT_EQ(all[2].asked, 4);
  EXPECT_FALSE(all[2].share_of_asked);
  EXPECT_EQ(voice_table(rows.study(), all).rows(), 3);
  rows.ties.clear();
  EXPECT_FALSE(voices(rows.study())[1].ties.index) << "nobody told about ties";
}

// In-between positions of more than 5,000 parties are estimates with an error, and those of 5,000 are counted.
TEST(Voices, OfManyPartiesKnowHowFarTheirInBetweenPositionsAreEstimated) {
  const auto rows_of = [](int parties) {
    Rows rows;
    Random random(7);
    const auto nodes = static_cast<std::uint64_t>(parties);
    const auto id = [](std::uint64_t i) { return "p" + std::to_string(i); };
    for (int i = 0; i < parties; ++i)
      rows.party(id(static_cast<std::uint64_t>(i)),
                 i % 4 == 0 ? R"("perspective": "ouder")" : R"("perspective": "professional")");
    for (int i = 0; i < 2 * parties; ++i) {
      const std::uint64_t a = random.below(nodes), b = random.below(nodes);
      if (a != b) rows.tie(id(a), id(b));
    }
    return rows;
  };
  EXPECT_FALSE(voices(rows_of(5000).study())[1].betweenness_error);

  const Study study = rows_of(5001).study();
  const NetworkSummary network = network_summary(study, study.data().relations.front().id, study.last_wave().id);
  const std::vector<double> exact = graph::betweenness(network.graph);
  double parents = 0, all = 0;
  for (std::size_t i = 0; i < exact.size(); ++i) {
    all += exact[i];
    if (study.parties()[static_cast<std::size_t>(network.network.parties[i])].perspective == "ouder")
      parents += exact[i];
  }
  // The drawings follow from the study's id: of twelve 95 % intervals two may miss, hardly three.
  int within = 0;
  for (int i = 0; i < 12; ++i) {
    StudyData data = study.data();
    data.id = "many-" + std::to_string(i);
    const std::vector<Voice> heard = voices(Study(std::move(data)));
    const auto voice =
        std::find_if(heard.begin(), heard.end(), [](const Voice& each) { return each.perspective == "ouder"; });
    ASSERT_TRUE(voice != heard.end() && voice->betweenness_error && voice->share_of_betweenness);
    EXPECT_NE(*voice->share_of_betweenness, parents / all);
    EXPECT_GT(*voice->betweenness_error, 0.003);
    EXPECT_LT(*voice->betweenness_error, 0.02);
    within += std::abs(*voice->share_of_betweenness - parents / all) <= *voice->betweenness_error ? 1 : 0;
  }
  EXPECT_GE(within, 10);
  const Finding finding = finding_of(study, "C11");
  EXPECT_EQ(number(finding, "betweenness_error", "ouder"), *voices(study)[1].betweenness_error);
}

TEST(Response, OneAnswerLessIsBelowTheThreshold) {
  Rows rows = school_and_parents(10);
  EXPECT_EQ(rows.check("C17").status, Status::kOk);
  rows.answers.erase("raad-10");
  const Finding finding = rows.check("C17");
  EXPECT_EQ(finding.status, Status::kAttention);
  EXPECT_EQ(facts(finding, "few_answered"), Ids{"ouder"});
  EXPECT_DOUBLE_EQ(number(finding, "response", "ouder"), 0.45);
  EXPECT_DOUBLE_EQ(number(finding, "unheard", "ouder"), 0.55);
  EXPECT_DOUBLE_EQ(number(finding, "weight_difference", "ouder"), 9.0 / 29 - 0.5);
  EXPECT_EQ(said(finding).find('9'), std::string::npos) << "a sentence never counts the people who answered";
}

TEST(Response, NobodyAnswered) {
  Rows rows = school_and_parents(1);
  rows.answers.erase("raad-1");
  EXPECT_EQ(rows.check("C17").status, Status::kMissing);
  EXPECT_EQ(facts(rows.check("C17"), "nobody_answered"), Ids{"ouder"});
}

TEST(Response, TheThresholdIsTheProfiles) {
  Rows rows = school_and_parents(10);
  rows.profile = R"("thresholds": {"response": 0.6},)";
  EXPECT_EQ(rows.check("C17").status, Status::kAttention);
  EXPECT_EQ(rows.check("C17").rule, (Claim{"coverage.rule.C17", {{"response", 0.6}}}));
  EXPECT_NE(say(rows.check("C17").rule, Language::kEn).find("60%"), std::string::npos);
}

TEST(Response, UnknownWithoutAnswersOrPerspective) {
  Rows rows = school_and_parents(10);
  rows.party("wie", R"("asked": 3)");
  EXPECT_EQ(rows.check("C17").status, Status::kUnknown);
  rows.answers.clear();
  EXPECT_EQ(rows.check("C17").status, Status::kUnknown);
}

TEST(Response, UnknownWhenNobodyWroteDownWhoWasAsked) {
  Rows rows = school_and_parents(20);
  rows.party("school", R"("perspective": "professional", "asked": 20, "domain": "onderwijs")");
  EXPECT_EQ(rows.check("C17").status, Status::kOk);
  rows.party("stil", R"("perspective": "ouder", "domain": "ouders")");
  const Finding finding = finding_of(unasked(rows.study()), "C17");
  EXPECT_EQ(finding.status, Status::kUnknown);
  EXPECT_EQ(claims(finding), Ids{"coverage.unmet.asked"});
  EXPECT_EQ(said(finding), "Hoeveel mensen gevraagd zijn, is niet bijgehouden; wie ontbreekt, is dus niet te zien.");
  EXPECT_EQ(said(finding, Language::kEn),
            "How many people were asked was not recorded, so who is missing cannot be seen.");
  EXPECT_NE(needed(finding).find("--roster"), std::string::npos);
  EXPECT_NE(needed(finding, Language::kEn).find("asked_known"), std::string::npos);
  EXPECT_DOUBLE_EQ(number(finding, "answered", "ouder"), 20);
  for (const char* role : {"asked", "response", "unheard", "weight_difference", "nobody_answered", "few_answered"}) {
    EXPECT_TRUE(facts(finding, role).empty()) << role;
  }
  EXPECT_EQ(facts(finding, "silent"), Ids{"stil"}) << "known to have been asked";
}

TEST(Response, WithoutAnswersItIsTheAnswersThatAreMissing) {
  Rows rows = school_and_parents(3);
  rows.answers.clear();
  EXPECT_EQ(claims(finding_of(unasked(rows.study()), "C17")), Ids{"coverage.unmet.answers"});
}

TEST(Voice, AnswersHaveNothingBesideThemWhenNobodyWroteDownWhoWasAsked) {
  const Study known = school_and_parents(6).study(), study = unasked(known);
  const std::vector<Voice> all = voices(study), before = voices(known);
  ASSERT_EQ(all.size(), 2U);
  EXPECT_FALSE(all[1].asked_known);
  EXPECT_FALSE(all[1].share_of_asked);
  EXPECT_FALSE(all[1].answers.index);
  EXPECT_FALSE(all[1].answers.high);
  EXPECT_DOUBLE_EQ(*all[1].share_of_answers, 6.0 / 26);
  EXPECT_DOUBLE_EQ(*all[1].ties.index, *before[1].ties.index);
  EXPECT_FALSE(voice_table(study, all).column("asked").is_valid(0));
  EXPECT_TRUE(voice_table(known, before).column("asked").is_valid(0));
  EXPECT_EQ(finding_of(known, "C11").status, Status::kAttention);
  const Finding finding = finding_of(study, "C11");
  EXPECT_EQ(finding.status, Status::kUnknown);
  EXPECT_TRUE(facts(finding, "small_voice").empty());
  EXPECT_EQ(needed(finding, Language::kEn).find("perspective"), std::string::npos) << "nothing else is lacking";
  EXPECT_NE(needed(finding, Language::kEn).find("--roster"), std::string::npos);
}

TEST(Voice, DomainsThatAreThereAreNotCalledHeardByAll) {
  Rows rows;
  for (const Term& term : default_profile().domains.terms()) {
    rows.party(term.id, R"("domain": ")" + term.id + "\"");
    rows.answers_of(term.id, 1);
  }
  EXPECT_EQ(said(rows.check("C1")), "Alle verwachte domeinen doen mee en laten van zich horen.");
  const Finding finding = finding_of(unasked(rows.study()), "C1");
  EXPECT_EQ(finding.status, Status::kOk);
  EXPECT_EQ(said(finding).find("laten van zich horen"), std::string::npos);
  EXPECT_NE(said(finding).find("is niet te zien"), std::string::npos);
  EXPECT_NE(said(finding, Language::kEn).find("cannot be seen"), std::string::npos);
}

}  // namespace
}  // namespace houvast
