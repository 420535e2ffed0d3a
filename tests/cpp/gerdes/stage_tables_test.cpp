#include <gtest/gtest.h>

#include <map>
#include <string>
#include <vector>

#include "houvast/base/random.hpp"
#include "houvast/gerdes/contrasts.hpp"
#include "houvast/gerdes/pairs.hpp"
#include "houvast/gerdes/profile.hpp"
#include "houvast/gerdes/strengthening.hpp"
#include "known_tables.hpp"
#include "small_study.hpp"

// All tables about stages, of assessments that are drawn: numbers that follow by counting against the drawn ones, and
// every cell against what stood there before. tests/python/gerdes holds the same columns against scipy.
namespace houvast {
namespace {

constexpr int kNoStage = 0;  // don't know

struct Drawn {
  std::string wave, dimension;
  int assessor = 0;
  int object = 0;  // 0 the whole, 1 the pair of p0 and p1, 2 the ties of p0
  int stage = kNoStage;
};

constexpr int kAssessors = 14;

std::string perspective_of(int assessor) {
  return assessor % 2 == 0 ? "professional" : "ouder";
}

const std::vector<Drawn>& drawn() {
  static const std::vector<Drawn> kDrawn = [] {
    Random random(3);
    std::vector<Drawn> rows;
    for (const std::string wave : {"w1", "w2"}) {
      for (int who = 0; who < kAssessors; ++who) {
        if (random.below(8) == 0) continue;
        for (const std::string dimension : {"G1", "G4", "G6"}) {
          for (int object = 0; object < 3; ++object) {
            if (object > 0 && who > 5) continue;
            const int later = wave == "w2" && perspective_of(who) == "ouder" ? 1 : 0;
            const int stage = std::min(3, static_cast<int>(random.below(4)) + later);
            rows.push_back({wave, dimension, who, object, stage});
          }
        }
      }
    }
    return rows;
  }();
  return kDrawn;
}

Study study() {
  std::string parties, rows;
  for (int i = 0; i < kAssessors; ++i) {
    parties += (i > 0 ? ",\n" : "") +
               testing::party("p" + std::to_string(i), R"("perspective": ")" + perspective_of(i) + "\"");
  }
  for (const Drawn& each : drawn()) {
    const std::string who = std::to_string(each.assessor);
    if (!rows.empty()) rows += ",\n";
    rows += R"({"wave": ")" + each.wave + R"(", "assessor": "a)" + who;
    rows += R"(", "assessor_party": "p)" + who + R"(", "dimension": ")" + each.dimension;
    rows += R"(", "stage": ")" + (each.stage == kNoStage ? "weet niet" : std::to_string(each.stage)) + "\"";
    if (each.object > 0) rows += R"(, "object_a": "p0")";
    if (each.object == 1) rows += R"(, "object_b": "p1")";
    rows += "}";
  }
  return testing::small_study(parties, "", "", rows);
}

TEST(StageTables, HaveTheCellsThatTheyHad) {
  const Study all = study();
  testing::KnownLines lines;
  for (const AssessedObject object : {AssessedObject::kWhole, AssessedObject::kPair, AssessedObject::kPartyTies}) {
    const std::string of(to_string(object));
    for (const char* by : {"", "perspective"}) {
      const StageOptions options{.by = by, .object = object, .per_object = object != AssessedObject::kWhole};
      const std::string name = of + (std::string(by).empty() ? "" : " by perspective");
      lines.add("profiles, " + name, stage_table(all, stage_profiles(all, options), options));
      lines.add("change, " + name, gerdes_change(all, {.by = by, .object = object}));
    }
    lines.add("contrasts, " + of, gerdes_contrasts(all, {.by = "perspective", .object = object}));
  }
  lines.add("pairs", gerdes_pairs(all, {.object = AssessedObject::kPair}));
  lines.add("figure", gerdes_plot_data(all, {.wave = WaveId("w2"), .by = "perspective"}));
  lines.add("reached", gerdes_reached(all, {.by = "perspective"}, {.numerator = 1, .denominator = 2}));
  for (const Complexity complexity : {Complexity::kSimple, Complexity::kComposite, Complexity::kComplex}) {
    lines.add("strengthening, " + std::string(to_string(complexity)),
              gerdes_strengthening(all, {.complexity = complexity,
                                         .wished = {{QuestionId("G4"), 2}},
                                         .stages = {.by = "perspective"},
                                         .language = Language::kEn}));
  }
  lines.expect_in("stage_tables.txt");
}

// Of each assessor's stage of the whole, in both waves.
TEST(StageTables, ChangeCountsWhoMoved) {
  struct Counts {
    std::int64_t both = 0, joined = 0, left = 0, pairs = 0, up = 0, same = 0, down = 0, came = 0, lost = 0;
  };
  std::map<std::string, Counts> expected;
  for (const std::string dimension : {"G1", "G6"}) {
    for (int who = 0; who < kAssessors; ++who) {
      std::map<std::string, int> stage;
      for (const Drawn& each : drawn()) {
        if (each.assessor == who && each.object == 0 && each.dimension == dimension) stage[each.wave] = each.stage;
      }
      Counts& counts = expected[dimension];
      if (!stage.contains("w1") || !stage.contains("w2")) {
        counts.joined += stage.contains("w2");
        counts.left += stage.contains("w1");
        continue;
      }
      const int was = stage["w1"], is = stage["w2"];
      ++counts.both;
      counts.came += was == kNoStage && is != kNoStage;
      counts.lost += was != kNoStage && is == kNoStage;
      if (was == kNoStage || is == kNoStage) continue;
      ++counts.pairs;
      counts.up += is > was;
      counts.same += is == was;
      counts.down += is < was;
    }
  }
  const Table table = gerdes_change(study());
  ASSERT_EQ(table.rows(), 2);  // types have no row
  for (std::int64_t row = 0; row < table.rows(); ++row) {
    const Counts& counts = expected.at(testing::known_cell(table.column("dimension"), row));
    const auto told = [&](const char* name) { return testing::known_cell(table.column(name), row); };
    EXPECT_EQ(told("n_both"), std::to_string(counts.both));
    EXPECT_EQ(told("n_joined"), std::to_string(counts.joined));
    EXPECT_EQ(told("n_left"), std::to_string(counts.left));
    EXPECT_EQ(told("n_pairs"), std::to_string(counts.pairs));
    EXPECT_EQ(told("up"), std::to_string(counts.up));
    EXPECT_EQ(told("same"), std::to_string(counts.same));
    EXPECT_EQ(told("down"), std::to_string(counts.down));
    EXPECT_EQ(told("came_to_know"), std::to_string(counts.came));
    EXPECT_EQ(told("no_longer_know"), std::to_string(counts.lost));
  }
}

}  // namespace
}  // namespace houvast
