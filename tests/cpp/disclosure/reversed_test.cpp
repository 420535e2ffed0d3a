#include <gtest/gtest.h>

#include "houvast/conversation/agenda.hpp"
#include "houvast/disclosure/release.hpp"
#include "houvast/scoring/change.hpp"
#include "houvast/scoring/contrasts.hpp"
#include "houvast/scoring/units.hpp"
#include "houvast/text/say.hpp"
#include "scoring/study_tables.hpp"

// The same answers to a question and, mirrored, to its reversed wording give the same results.
namespace houvast {
namespace {

using namespace testing;

constexpr int kLow = 1, kHigh = 6;

std::string instrument_json(const std::string& direction, int top_from) {
  std::string labels;
  for (int value = kLow; value <= kHigh; ++value) {
    const std::string text = "label " + std::to_string(value);
    if (!labels.empty()) labels += ", ";
    labels.append(R"({"value": )").append(std::to_string(value)).append(R"(, "aliases": [], "text": {"nl": ")");
    labels.append(text).append(R"(", "en": ")").append(text).append("\"}}");
  }
  const auto question = [](const std::string& id, const std::string& element, const std::string& reverse) {
    return R"({"id": ")" + id + R"(", "element": ")" + element +
           R"(", "form": "closed", "scale": "six", "text": {"nl": "v", "en": "q"}, "reverse": )" + reverse + "}";
  };
  return R"({"schema": "houvast-instrument/1", "id": "pair", "version": "1.0.0", "kind": "survey",
    "title": {"nl": "Paar", "en": "Pair"}, "description": {"nl": "", "en": ""}, "licence": "",
    "source": {"title": "Pair", "authors": [], "publisher": "", "year": 0, "section": ""},
    "validated": false, "private": false,
    "scales": [{"id": "six", "min": 1, "max": 6, "direction": ")" +
         direction + R"(", "top_from": )" + std::to_string(top_from) + R"(, "source": "own", "labels": [)" + labels +
         R"(]}], "elements": [{"id": "P", "title": {"nl": "P", "en": "P"}}, {"id": "T", "title": {"nl": "T", "en": "T"}}],
    "questions": [)" +
         question("P1", "P", "false") + ", " + question("T1", "T", "true") + "]}";
}

// Two groups of ten in two waves; P1 is answered with a value, T1 with its mirror.
Study pair_study(const std::string& direction, int top_from) {
  std::string rows;
  for (int i = 0; i < 20; ++i) {
    const std::string who = "r" + std::to_string(i), of = i < 10 ? "school" : "ouders";
    for (const std::string wave : {"w1", "w2"}) {
      const int value = kLow + (i * 5 + (wave == "w1" ? 0 : 1 + i % 2) + (i < 10 ? 0 : i / 3)) % kHigh;
      for (const std::string question : {"P1", "T1"}) {
        const int said = question == "P1" ? value : kLow + kHigh - value;
        rows += (rows.empty() ? "" : ", ") + answer(wave, who, of, question, std::to_string(said));
      }
    }
  }
  return study_from_json(R"({"schema": "houvast-study/1", "id": "small", "title": {"nl": "Klein", "en": "Small"},
    "instruments": [)" + instrument_json(direction, top_from) +
                             R"(], "waves": [{"id": "w1"}, {"id": "w2"}], "parties": [)" +
                             list(party("school", R"("perspective": "professional", "asked": 10)"),
                                  party("ouders", R"("perspective": "ouder", "asked": 10)")) +
                             R"(], "answers": [)" + rows + "]}",
                         "small.json");
}

class Reversed : public ::testing::TestWithParam<std::pair<const char*, int>> {
 protected:
  const Study study_ = pair_study(GetParam().first, GetParam().second);

  static void expect_same(const Table& table, const std::vector<const char*>& columns) {
    int compared = 0;
    for (std::int64_t row = 0; row < table.rows(); ++row) {
      if (cell_of<std::string>(table, "id", row) != "P1") continue;
      std::vector<std::pair<std::string, std::string>> where{{"id", "T1"}};
      for (const char* column : {"wave", "from", "to", "group", "group_x", "group_y"}) {
        for (const Column& each : table.columns()) {
          if (each.name == column) where.emplace_back(column, *cell_of<std::string>(table, column, row));
        }
      }
      const std::int64_t mirror = row_where(table, where);
      for (const char* column : columns) {
        const auto plain = cell_of(table, column, row), turned = cell_of(table, column, mirror);
        ASSERT_EQ(plain.has_value(), turned.has_value()) << column;
        if (!plain) continue;
        ++compared;
        EXPECT_NEAR(*plain, *turned, 1e-12) << column;
      }
    }
    EXPECT_GT(compared, 0);
  }
};

TEST_P(Reversed, TopBoxIsTheMirroredOne) {
  for (const char* by : {"", "perspective"}) {
    const ScoreOptions options{.by = by};
    const std::vector<Score> all = scores(study_, options);
    expect_same(scores_table(study_, all, options), {"top_box", "top_box_low", "top_box_high", "dont_know_share"});
    for (const Score& score : all) {
      if (score.id != "T1") continue;
      std::int64_t top = 0;
      for (int value = kLow; value <= kHigh; ++value) {
        const int mirrored = kLow + kHigh - value;
        const bool ascending = GetParam().first == std::string("ascending");
        if (ascending ? mirrored >= GetParam().second : mirrored <= GetParam().second) {
          top += score.counts[static_cast<std::size_t>(value - kLow)];
        }
      }
      EXPECT_EQ(score.top, top);
      EXPECT_GT(score.top, 0);
      EXPECT_LT(score.top, score.scored);
    }
  }
}

TEST_P(Reversed, ContrastsChangeAndUnitsAreTheSame) {
  const Table apart = contrasts(study_, {.by = "perspective"});
  expect_same(apart, {"delta", "delta_low", "delta_high", "u", "p_value", "top_x", "top_y", "top_difference",
                      "top_difference_low", "top_difference_high"});
  expect_same(change(study_, {}), {"share_better", "share_worse", "delta_within", "w_plus", "p_value", "srm", "delta",
                                   "top_from", "top_to"});
  expect_same(unit_scores(study_, {.unit = "parties"}), {"top_box", "top_box_low", "top_box_high"});
  // One direction: the question and the element of its single question say the same of it.
  const std::int64_t row = row_where(apart, {{"id", "T1"}, {"wave", "w2"}});
  const std::int64_t whole = row_where(apart, {{"id", "T"}, {"wave", "w2"}});
  EXPECT_NE(*cell_of(apart, "delta", row), 0);
  EXPECT_NEAR(*cell_of(apart, "delta", row), *cell_of(apart, "delta", whole), 1e-12);
  EXPECT_NEAR(*cell_of(apart, "top_difference", row), *cell_of(apart, "top_difference", whole), 1e-12);
}

TEST_P(Reversed, TheAgendaJudgesThemAlike) {
  const Agenda made = agenda(study_, {.length = 2});
  const Table all = made.candidates();
  const std::int64_t plain = row_where(all, {{"question", "P1"}}), turned = row_where(all, {{"question", "T1"}});
  for (const char* criterion : {"lowest", "between", "unknown", "changed", "divided"}) {
    EXPECT_NEAR(*cell_of(all, criterion, plain), *cell_of(all, criterion, turned), 1e-12) << criterion;
  }
  EXPECT_GT(*cell_of(all, "divided", turned), 0);
  EXPECT_EQ(*cell_of(all, "lowest", turned), 0) << "two questions that are answered alike are in no order";
}

TEST_P(Reversed, ReleasesMirrorTheDistribution) {
  const Release made = release(study_, Policy::named("team"), {});
  const auto bins_of = [&](const std::string& id) {
    for (const ReleasedScore& score : made.totals) {
      if (score.id == id && score.wave == WaveId("w2")) return score;
    }
    throw std::runtime_error("no score");
  };
  const ReleasedScore plain = bins_of("P1"), turned = bins_of("T1");
  ASSERT_TRUE(plain.shown && turned.shown);
  EXPECT_EQ(plain.top, turned.top);
  ASSERT_EQ(turned.distribution.size(), static_cast<std::size_t>(kHigh));
  double least = 0, most = 0;
  const auto top_end =
      study_.data().instruments.front().scale_of(study_.data().instruments.front().question(QuestionId("T1")));
  for (const auto& bin : turned.distribution) {
    if (!top_end.is_top(bin.value)) continue;
    least += bin.share.low;
    most += bin.share.high;
  }
  EXPECT_LT(least, turned.top->high);
  EXPECT_GE(most, turned.top->low);
}

INSTANTIATE_TEST_SUITE_P(Scales, Reversed, ::testing::Values(std::pair("ascending", 5), std::pair("descending", 3)),
                         [](const auto& made) { return std::string(made.param.first); });

}  // namespace
}  // namespace houvast
