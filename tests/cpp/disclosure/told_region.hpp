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

inline constexpr const char *kFirstWave = "w1", *kLastWave = "w2";
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

// What one region has more of than another.
struct RegionShape {
  std::size_t parties = 56;
  std::vector<std::pair<int, int>> elements = {{1, 4}, {2, 5}, {4, 4}, {6, 3}};  ///< and how many of its questions
  std::int64_t crowd = 1;  ///< how many times as many people are asked; 0: one of each party
  std::size_t professionals = 33, parents = 12, young = 4;  ///< of the first parties, in this order
  std::size_t of_organisation = 4;                          ///< parties of one organisation
  std::uint64_t unknown = 2;                                ///< of twenty answers to the questions of E2
  std::size_t apart = 13;                                   ///< the first questions, on which parents lag
  int lag = 2;
  int before = -3, after = 2;  ///< where what grows stands in the first wave and later: E4 and the first question of E2
  bool all_grow = false;
  bool knows_partners = true;  ///< people are asked about their partners too
};

struct ToldRegion {
  RegionShape shape;
  StudyData begin;
  std::vector<Party> parties;
  std::vector<GivenAnswer> answers;
  std::vector<GivenStage> stages;
  std::vector<GivenRespondent> respondents;
  std::vector<TieReport> ties;
  std::set<std::size_t> reporters;  ///< parties that told of their ties

  [[nodiscard]] Study study() const;
};

inline std::vector<std::string> rated_questions(const RegionShape& shape) {
  std::vector<std::string> ids;
  for (const auto& [element, count] : shape.elements) {
    for (int i = 1; i <= count; ++i) ids.push_back("E" + std::to_string(element) + "." + std::to_string(i));
  }
  return ids;
}

inline Party drawn_party(const RegionShape& shape, std::size_t i, Random& random) {
  static const std::vector<std::string> kDomains = {"onderwijs", "jeugdhulp", "zorg"};
  static const std::vector<std::string> kLevels = {"uitvoering", "beleid", "bestuur"};
  Party party{.id = PartyId("p" + std::to_string(i)), .name = "Naam " + std::to_string(i)};
  const std::size_t parents = shape.professionals, young = parents + shape.parents, informal = young + shape.young;
  party.perspective = i < parents ? "professional" : i < young ? "ouder" : i < informal ? "jeugdige" : "informeel";
  party.domain = kDomains[i % 3];
  party.level = kLevels[i % 7 % 3];
  party.organisation = "Huis " + std::to_string(i / shape.of_organisation);
  party.asked = shape.crowd == 0 ? 1 : shape.crowd * (i % 3 == 0 ? 10 : 3);
  if (i % 4 != 0) party.consent = i < 12 || i % 8 != 1;
  if (i % 2 == 0 || i < 12) party.consent_for = {"silent", "only_link", "mandate", "contacts", "owner"};
  if (i == 3) party.roles = {"kartrekker"};
  if (i % 5 == 0) party.mandates = {"Eigen woorden " + std::to_string(i % 10)};
  if (i % 6 < 2) party.expertise = {i % 12 < 3 ? "signaleren" : "iets heel eigens"};
  party.motives = {"M" + std::to_string(1 + random.below(5))};
  return party;
}

inline void draw_answers(ToldRegion& region, Random& random) {
  const RegionShape& shape = region.shape;
  const std::vector<std::string> questions = rated_questions(shape);
  for (const std::string wave : {kFirstWave, kLastWave}) {
    for (std::size_t p = 0; p < region.parties.size(); ++p) {
      for (std::int64_t person = 0; person < region.parties[p].asked; ++person) {
        if (random.below(10) == 0) continue;
        region.respondents.push_back({wave, p, person});
        const bool parent = region.parties[p].perspective == "ouder";
        const int lean = static_cast<int>(random.below(2));
        for (std::size_t q = 0; q < questions.size(); ++q) {
          const bool grows = shape.all_grow || q == 4 || (q >= 9 && q < 13);
          const int better = !grows ? 0 : wave == kFirstWave ? shape.before : shape.after;
          const int apart = parent && q < shape.apart ? -shape.lag : 0;
          const int usual = 3 + static_cast<int>(q % 3) + better + apart + lean;
          const std::uint64_t luck = random.below(20);
          const std::uint64_t unknown = q >= 4 && q < 9 ? shape.unknown : 2;
          const int value = luck == 0 ? kSkipped
                            : luck < 1 + unknown
                                ? kUnknown
                                : std::min(5, std::max(1, usual + static_cast<int>(random.below(3)) - 1));
          region.answers.push_back({wave, p, questions[q], value});
        }
      }
    }
  }
}

inline void draw_stages(ToldRegion& region, Random& random) {
  for (const std::string wave : {kFirstWave, kLastWave}) {
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

inline ToldRegion drawn_region(std::uint64_t seed, const RegionShape& shape) {
  Random random(seed);
  ToldRegion region;
  region.shape = shape;
  region.begin.id = "told";
  region.begin.title = {"Verteld", "Told"};
  for (std::size_t i = 0; i < shape.parties; ++i) region.parties.push_back(drawn_party(shape, i, random));
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
  builder.wave({.id = WaveId(kFirstWave), .date = "2023-11-01"}).wave({.id = WaveId(kLastWave), .date = "2024-11-01"});
  builder.relation({.id = "contact", .title = {"Contact", "Contact"}, .directed = false, .max_strength = 3});
  for (const Party& party : parties) builder.party(party);
  std::size_t next = 0;
  for (const auto& [wave, party, person] : respondents) {
    auto one =
        builder.respondent(parties[party].id.str() + "-" + std::to_string(person), parties[party].id.str(), wave);
    if (shape.knows_partners && person == 0 && wave == kLastWave)
      one.answer("V.attitude.1", 1 + static_cast<int>(party % 5));
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
                .owner = parties[2 % parties.size()].id,
                .indicator = "uren",
                .target = 4,
                .values = {{"w1", 2}, {"w2", 3}}});
  builder.goal({.id = "D2",
                .kind = "agreement",
                .element = ElementId("E1"),
                .title = "Afspraak",
                .owner = parties[9 % parties.size()].id});
  return builder.build();
}

}  // namespace houvast::testing
