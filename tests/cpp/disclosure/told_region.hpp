#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "houvast/base/random.hpp"
#include "houvast/io/study_builder.hpp"

// A drawn region in which every part of a release has something to tell, and the raw data that it was made from.
namespace houvast::testing {

inline constexpr int kUnknown = 0, kSkipped = -1;

struct GivenAnswer {
  std::string wave;
  std::size_t party = 0;
  std::string question;
  int value = kUnknown;
};

struct GivenRespondent {
  std::string wave;
  std::size_t party = 0;
  std::int64_t person = 0;
};

struct GivenStage {
  std::string wave;
  std::string dimension;
  int stage = 0;
};

struct ToldRegion {
  StudyData begin;
  std::vector<Party> parties;
  std::vector<GivenAnswer> answers;
  std::vector<GivenStage> stages;
  std::vector<GivenRespondent> respondents;
  std::vector<TieReport> ties;
  std::set<std::size_t> reporters;  ///< parties that told of their ties

  [[nodiscard]] Study study() const;
};

inline constexpr const char* kLastWave = "w2";

inline std::vector<std::string> rated_questions() {
  std::vector<std::string> ids;
  for (const auto& [element, count] : {std::pair{1, 4}, {2, 5}, {4, 4}, {6, 3}}) {
    for (int i = 1; i <= count; ++i) ids.push_back("E" + std::to_string(element) + "." + std::to_string(i));
  }
  return ids;
}

inline Party drawn_party(std::size_t i, Random& random) {
  static const std::vector<std::string> kDomains = {"onderwijs", "jeugdhulp", "zorg"};
  static const std::vector<std::string> kLevels = {"uitvoering", "beleid", "bestuur"};
  Party party{.id = PartyId("p" + std::to_string(i)), .name = "Naam " + std::to_string(i)};
  party.perspective = i < 33 ? "professional" : i < 45 ? "ouder" : i < 49 ? "jeugdige" : "informeel";
  party.domain = kDomains[i % 3];
  party.level = kLevels[i % 7 % 3];
  party.organisation = "Huis " + std::to_string(i / 4);
  party.asked = i % 3 == 0 ? 10 : 3;
  if (i % 4 != 0) party.consent = i < 12 || i % 8 != 1;
  if (i % 2 == 0 || i < 12) party.consent_for = {"silent", "only_link", "mandate", "contacts", "owner"};
  if (i == 3) party.roles = {"kartrekker"};
  if (i % 5 == 0) party.mandates = {"Eigen woorden " + std::to_string(i % 10)};
  if (i % 6 < 2) party.expertise = {i % 12 < 3 ? "signaleren" : "iets heel eigens"};
  party.motives = {"M" + std::to_string(1 + random.below(5))};
  return party;
}

inline void draw_answers(ToldRegion& region, Random& random) {
  const std::vector<std::string> questions = rated_questions();
  for (const std::string wave : {"w1", "w2"}) {
    for (std::size_t p = 0; p < region.parties.size(); ++p) {
      for (std::int64_t person = 0; person < region.parties[p].asked; ++person) {
        if (random.below(10) == 0) continue;
        region.respondents.push_back({wave, p, person});
        const bool parent = region.parties[p].perspective == "ouder";
        const int lean = static_cast<int>(random.below(2));
        for (std::size_t q = 0; q < questions.size(); ++q) {
          const bool grows = q == 4 || (q >= 9 && q < 13);
          const int better = !grows ? 0 : wave == "w2" ? 2 : -3, apart = parent && q < 13 ? -2 : 0;
          const int usual = 3 + static_cast<int>(q % 3) + better + apart + lean;
          const std::uint64_t luck = random.below(20);
          const int value = luck == 0  ? kSkipped
                            : luck < 3 ? kUnknown
                                       : std::min(5, std::max(1, usual + static_cast<int>(random.below(3)) - 1));
          region.answers.push_back({wave, p, questions[q], value});
        }
      }
    }
  }
}

inline void draw_stages(ToldRegion& region, Random& random) {
  for (const std::string wave : {"w1", "w2"}) {
    for (std::size_t p = 0; p < region.parties.size(); p += 2) {
      for (int d = 1; d <= 8; ++d) {
        const int stage = 1 + static_cast<int>(random.below(d < 5 ? 2 : 3));
        region.stages.push_back({wave, "G" + std::to_string(d), stage});
      }
    }
  }
}

inline void draw_ties(ToldRegion& region, Random& random) {
  const std::size_t parties = region.parties.size();
  for (std::size_t p = 0; p < parties; ++p) {
    if (random.below(8) == 0) continue;
    region.reporters.insert(p);
    for (std::size_t other = 0; other < parties; ++other) {
      const bool near = p % 3 == other % 3;
      if (p == other || random.below(near ? 4 : 12) != 0) continue;
      region.ties.push_back({.wave = WaveId(kLastWave),
                             .reporter = region.parties[p].id,
                             .from = region.parties[p].id,
                             .to = region.parties[other].id,
                             .relation = "contact",
                             .strength = 1.0 + static_cast<double>(random.below(3)),
                             .conditions = {true, random.below(3) > 0, random.below(2) > 0, random.below(4) > 0}});
    }
  }
}

inline ToldRegion drawn_region(std::uint64_t seed, std::size_t parties = 56) {
  Random random(seed);
  ToldRegion region;
  region.begin.id = "told";
  region.begin.title = {"Verteld", "Told"};
  for (std::size_t i = 0; i < parties; ++i) region.parties.push_back(drawn_party(i, random));
  draw_answers(region, random);
  draw_stages(region, random);
  draw_ties(region, random);
  return region;
}

inline Study ToldRegion::study() const {
  StudyBuilder builder(begin);
  builder.instrument("six-elements")
      .instrument("gerdes-2020")
      .instrument("know-your-partner")
      .instrument("working-factors");
  builder.wave({.id = WaveId("w1"), .date = "2023-11-01"}).wave({.id = WaveId("w2"), .date = "2024-11-01"});
  builder.relation({.id = "contact", .title = {"Contact", "Contact"}, .directed = false, .max_strength = 3});
  for (const Party& party : parties) builder.party(party);
  std::size_t next = 0;
  for (const auto& [wave, party, person] : respondents) {
    auto one =
        builder.respondent(parties[party].id.str() + "-" + std::to_string(person), parties[party].id.str(), wave);
    if (person == 0 && wave == kLastWave) one.answer("V.attitude.1", 1 + static_cast<int>(party % 5));
    std::string before;
    while (next < answers.size() && answers[next].wave == wave && answers[next].party == party &&
           before < answers[next].question) {
      before = answers[next].question;
      if (answers[next].value == kUnknown) one.answer(before, AnswerState::kDontKnow);
      if (answers[next].value > 0) one.answer(before, answers[next].value);
      ++next;
    }
  }
  for (const TieReport& tie : ties) builder.tie(tie);
  for (std::size_t i = 0; i < stages.size(); ++i) {
    builder.assessment({.wave = WaveId(stages[i].wave),
                        .assessor = RespondentId("a" + std::to_string(i / 8)),
                        .dimension = QuestionId(stages[i].dimension)},
                       stages[i].stage);
  }
  builder.goal({.id = "D1",
                .element = ElementId("E2"),
                .title = "Tijd",
                .owner = PartyId("p2"),
                .indicator = "uren",
                .target = 4,
                .values = {{"w1", 2}, {"w2", 3}}});
  builder.goal(
      {.id = "D2", .kind = "agreement", .element = ElementId("E1"), .title = "Afspraak", .owner = PartyId("p9")});
  return builder.build();
}

}  // namespace houvast::testing
