#include <gtest/gtest.h>

#include <cstdint>
#include <string>
#include <vector>

#include "houvast/base/random.hpp"
#include "houvast/graph/multiplex.hpp"
#include "houvast/graph/network_bounds.hpp"
#include "houvast/graph/network_change.hpp"
#include "houvast/graph/network_groups.hpp"
#include "houvast/graph/network_summary.hpp"
#include "houvast/graph/network_view.hpp"
#include "houvast/graph/two_mode.hpp"
#include "known_tables.hpp"
#include "small_study.hpp"

// Every table about networks of a study, of reports that are drawn, beside what it was. tests/python/graph holds the
// same columns against networkx and by counting.
namespace houvast {
namespace {

using testing::KnownLines;

constexpr int kParties = 16;

std::string party_id(int which) {
  return "p" + std::to_string(which);
}

/// Parties of three organisations and two domains, some of which are silent in a wave; ties of both relations.
Study study_of_ties() {
  Random random(21);
  const std::vector<std::string> seats = {"professional", "ouder", "informeel"};
  const std::vector<std::string> domains = {"onderwijs", "jeugdhulp"};
  std::string parties, ties, answers;
  for (int who = 0; who < kParties; ++who) {
    std::string fields = R"("perspective": ")" + seats[static_cast<std::size_t>(who % 3)] + R"(", "domain": ")" +
                         domains[static_cast<std::size_t>(who / 8)] + R"(", "organisation": "o)" +
                         std::to_string(who % 5) + R"(", "asked": 1)";
    if (who % 4 != 1) fields += R"(, "expertise": ["x)" + std::to_string(who % 3) + R"(", "y"])";
    if (who == 15) fields += R"(, "waves": ["w2"])";
    if (who == 14) fields += R"(, "waves": ["w1"])";
    parties += (parties.empty() ? "" : ",\n") + testing::party(party_id(who), fields);
  }
  for (const std::string wave : {"w1", "w2"}) {
    for (int who = 0; who < kParties; ++who) {
      const bool there = who < 14 || (who == 15) == (wave == "w2");
      const bool silent = random.below(6) == 0;
      if (!there || silent) continue;
      answers += (answers.empty() ? "" : ",\n") +
                 testing::answer(wave, "r" + std::to_string(who), party_id(who), who % 2 == 0 ? "E1.1" : "E1.2", "4");
      for (int other = 0; other < kParties; ++other) {
        const bool known = other < 14 || (other == 15) == (wave == "w2");
        const auto strength = static_cast<int>(random.below(who / 8 == other / 8 ? 5 : 12));
        const bool refers = random.below(5) == 0;
        if (who == other || !known) continue;
        if (strength > 0 && strength <= 3) {
          ties += (ties.empty() ? "" : ",\n") + testing::tie(party_id(who), party_id(who), party_id(other),
                                                             std::to_string(strength), "contact", wave);
        }
        if (refers) {
          ties += (ties.empty() ? "" : ",\n") +
                  testing::tie(party_id(who), party_id(who), party_id(other), "1", "referral", wave);
        }
      }
    }
  }
  return testing::small_study(parties, answers, ties);
}

TEST(DrawnNetworks, HaveTheTablesThatTheyHad) {
  KnownLines lines;
  for (const bool known : {true, false}) {
    const Study study = known ? study_of_ties() : testing::unasked(study_of_ties());
    for (const char* relation : {"contact", "referral"}) {
      for (const char* wave : {"w1", "w2"}) {
        const std::string name = std::string(relation) + " in " + wave + (known ? "" : ", unknown who was asked");
        const NetworkSummary summary = network_summary(study, relation, WaveId(wave));
        lines.add("network, " + name, network_table(study, summary));
        lines.add("metrics, " + name, network_metrics(summary));
        lines.add("strict metrics, " + name, network_metrics(summary, {.usable = 1, .with_care = 0.95}));
        lines.add("ties, " + name, ties_table(summary.network));
        const NetworkResponse response = network_response(summary.network);
        EXPECT_EQ(response.asked_known, known);
        EXPECT_EQ(response.share.has_value(), known);
        lines.add("response, " + name, std::vector<std::int64_t>{response.asked, response.reported});
        lines.add("disagreements, " + name, disagreements_table(summary.network));
        for (const char* level : {"organisation", "domain", "perspective"}) {
          const NetworkSummary grouped = grouped_summary(study, summary, level);
          lines.add(std::string(level) + ", " + name, network_table(study, grouped));
          lines.add(std::string("metrics of ") + level + ", " + name, network_metrics(grouped));
          if (grouped.network.directed) {
            lines.add(std::string("returned between ") + level, network_reciprocity(grouped.network));
          }
          lines.add(std::string("confirmed between ") + level, network_confirmation(grouped.network));
          if (grouped.grouping) lines.add(std::string("blocks of ") + level, group_table(*grouped.grouping));
        }
        for (const bool both : {false, true}) {
          const NetworkView seen =
              network_view(study, summary, {.perspectives = {"ouder", "informeel"}, .both_ends = both});
          lines.add("of all", std::vector<std::int64_t>{seen.all_parties, seen.all_ties});
          lines.add("parties seen, " + name, seen.parties);
          lines.add("ties seen, " + name, seen.ties);
          lines.add("disagreements seen, " + name, seen.disagreements);
        }
      }
      const NetworkChange change = network_change(study, {.relation = relation});
      lines.add("changed ties", changed_ties_table(study, change));
      lines.add("churn", churn_table(study, change, "perspective"));
      lines.add("not compared", not_compared_table(study, change));
      lines.add("Jaccard", change.jaccard);
      lines.add("Hamming", change.hamming);
      lines.add("counts", std::vector<std::int64_t>{change.kept, change.fresh, change.lost, change.never,
                                                    change.strengthened, change.weakened});
    }
  }
  lines.expect_in("drawn/networks.txt");
}

TEST(DrawnNetworks, AreLaidOverEachOtherAsBefore) {
  KnownLines lines;
  const Study study = study_of_ties();
  const std::vector<MultiplexOptions> choices = {{}, {.wave = WaveId("w1")}, {.minimum_strength = 1}};
  for (const MultiplexOptions& options : choices) {
    const Multiplex of = multiplex(study, options);
    lines.add("pairs", multiplex_pairs_table(of));
    lines.add("overlap", overlap_table(of));
    lines.add("multiplexity", multiplexity_table(of));
  }
  for (const char* kind : {"expertise", "questions"}) {
    for (const char* wave : {"w1", "w2"}) {
      const TwoMode of = two_mode(study, kind, WaveId(wave));
      const std::string name = std::string(kind) + " in " + wave;
      lines.add(name, of.density);
      lines.add("incidences, " + name, incidence_table(of));
      for (const bool items : {false, true}) {
        lines.add("degrees, " + name, two_mode_degrees(of, items));
        lines.add("projection, " + name, projection_table(of, items));
      }
    }
  }
  const TwoMode silent = two_mode(testing::small_study(testing::party("a"), ""), "expertise", WaveId("w1"));
  lines.add("nobody told", silent.density);
  lines.expect_in("drawn/layers.txt");
}

}  // namespace
}  // namespace houvast
