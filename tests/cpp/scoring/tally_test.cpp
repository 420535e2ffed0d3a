#include "houvast/scoring/tally.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <functional>
#include <map>
#include <optional>
#include <string>

#include "houvast/base/error.hpp"
#include "houvast/base/random.hpp"
#include "houvast/instrument/catalogue.hpp"
#include "houvast/scoring/reliability.hpp"
#include "scoring/sha256.hpp"

namespace houvast {
namespace {

// Two elements on a scale of 1 to 4: A with three questions of which the second is reversed, B with one.
const Instrument& little() {
  static const Instrument instrument = Instrument::parse(R"({"schema": "houvast-instrument/1", "id": "little",
    "version": "1.0.0", "kind": "survey", "title": {"nl": "Klein", "en": "Little"},
    "description": {"nl": "Klein", "en": "Little"},
    "source": {"title": "Little", "authors": ["A"], "publisher": "P", "year": 2024, "section": "1"},
    "licence": "none", "validated": false, "private": false,
    "scales": [{"id": "four", "min": 1, "max": 4, "direction": "ascending", "top_from": 3, "source": "own definition",
      "labels": [{"value": 1, "text": {"nl": "een", "en": "one"}, "aliases": []},
                 {"value": 2, "text": {"nl": "twee", "en": "two"}, "aliases": []},
                 {"value": 3, "text": {"nl": "drie", "en": "three"}, "aliases": []},
                 {"value": 4, "text": {"nl": "vier", "en": "four"}, "aliases": []}]}],
    "elements": [{"id": "A", "title": {"nl": "A", "en": "A"}}, {"id": "B", "title": {"nl": "B", "en": "B"}}],
    "questions": [
      {"id": "A.1", "element": "A", "form": "closed", "scale": "four", "reverse": false, "text": {"nl": "a1", "en": "a1"}},
      {"id": "A.2", "element": "A", "form": "closed", "scale": "four", "reverse": true,
       "text": {"nl": "a2", "en": "a2"}},
      {"id": "A.3", "element": "A", "form": "closed", "scale": "four", "reverse": false, "text": {"nl": "a3", "en": "a3"}},
      {"id": "B.1", "element": "B", "form": "closed", "scale": "four", "reverse": false, "text": {"nl": "b1", "en": "b1"}}]})");
  return instrument;
}

constexpr std::size_t kQuestions = 4;
constexpr AnswerCode kDontKnow = code_of(AnswerState::kDontKnow);
constexpr AnswerCode kNotAsked = code_of(AnswerState::kNotAsked);

struct Answers {
  std::vector<AnswerCode> codes;  // question after question
  std::vector<std::uint8_t> group;
  std::vector<std::int32_t> wave;

  [[nodiscard]] std::size_t rows() const { return group.size(); }
  [[nodiscard]] TallyBatch batch(std::size_t from, std::size_t to) const {
    TallyBatch batch{.group = std::span(group).subspan(from, to - from),
                     .wave = std::span(wave).subspan(from, to - from)};
    for (std::size_t q = 0; q < kQuestions; ++q) {
      batch.columns.push_back(std::span(codes).subspan(q * rows() + from, to - from));
    }
    return batch;
  }
};

Answers random_answers(std::size_t rows, std::uint64_t seed) {
  Random random(seed);
  Answers answers;
  answers.codes.resize(rows * kQuestions);
  for (std::size_t r = 0; r < rows; ++r) {
    answers.group.push_back(static_cast<std::uint8_t>(random.below(3)));
    answers.wave.push_back(static_cast<std::int32_t>(random.below(2)));
    const std::uint64_t trait = random.below(3);
    for (std::size_t q = 0; q < kQuestions; ++q) {
      const std::uint64_t value = trait + random.below(2);
      answers.codes[q * rows + r] = static_cast<AnswerCode>(random.chance(0.3) ? kFirstState + random.below(5)
                                                            : q == 1           ? 3 - value
                                                                               : value);
    }
  }
  return answers;
}

TallyOptions three_groups() {
  return {.groups = {"x", "y", "z"}, .waves = {"w1", "w2"}};
}

Tally tally_of(const Answers& answers, int threads = 1) {
  Tally tally(little(), three_groups());
  tally.update(answers.batch(0, answers.rows()), threads);
  return tally;
}

template <class T>
T cell(const Table& table, const std::string& column, std::int64_t row) {
  EXPECT_TRUE(table.column(column).is_valid(row)) << column;
  return std::get<std::vector<T>>(table.column(column).data)[static_cast<std::size_t>(row)];
}

std::int64_t row_of(const Table& table, const std::string& id, const std::string& group, const std::string& wave) {
  for (std::int64_t row = 0; row < table.rows(); ++row) {
    if (cell<std::string>(table, "id", row) == id && cell<std::string>(table, "group", row) == group &&
        cell<std::string>(table, "wave", row) == wave) {
      return row;
    }
  }
  throw std::runtime_error("no row of " + id);
}

std::string code_of_error(const std::function<void()>& work) {
  try {
    work();
  } catch (const Error& error) {
    return error.code();
  }
  return "none";
}

// FIPS 180-4, examples.
TEST(Sha256, GivesThePublishedDigests) {
  const auto hex = [](std::string_view text) {
    std::string result;
    for (const std::uint8_t byte : detail::sha256(text)) {
      result += "0123456789abcdef"[byte >> 4];
      result += "0123456789abcdef"[byte & 15];
    }
    return result;
  };
  EXPECT_EQ(hex("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  EXPECT_EQ(hex(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  EXPECT_EQ(hex("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"),
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
}

TEST(Tally, CountsWhatOneByOneCountingGives) {
  const Answers answers = random_answers(30000, 1);
  const Table table = tally_of(answers).finalize();
  ASSERT_EQ(table.rows(), 2 * 3 * 6);  // four questions and two elements
  for (int w = 0; w < 2; ++w) {
    for (int g = 0; g < 3; ++g) {
      std::int64_t respondents = 0, below = 0, scored = 0, top = 0, dont_know = 0;
      std::map<double, std::int64_t> scores;
      std::vector<std::int64_t> first(4);
      for (std::size_t r = 0; r < answers.rows(); ++r) {
        if (answers.wave[r] != w || answers.group[r] != g) continue;
        std::int64_t asked = 0, answered = 0, sum = 0;
        bool any = false;
        for (std::size_t q = 0; q < kQuestions; ++q) {
          const AnswerCode code = answers.codes[q * answers.rows() + r];
          any = any || code != kNotAsked;
          if (q == 0 && code < 4) ++first[code];
          if (q == 0 && code == kDontKnow) ++dont_know;
          if (q == 3 || state_of(code) == AnswerState::kNotApplicable || code == kNotAsked) continue;
          ++asked;
          if (code >= 4) continue;
          ++answered;
          sum += q == 1 ? 4 - code : 1 + code;
        }
        respondents += any ? 1 : 0;
        if (answered == 0) continue;
        if (2 * answered < asked) {
          ++below;
          continue;
        }
        const double score = static_cast<double>(sum) / static_cast<double>(answered);
        ++scores[score];
        ++scored;
        top += score >= 3 ? 1 : 0;
      }
      const std::string group(1, static_cast<char>('x' + g)), wave = "w" + std::to_string(w + 1);
      const std::int64_t question = row_of(table, "A.1", group, wave), element = row_of(table, "A", group, wave);
      EXPECT_EQ(cell<std::int64_t>(table, "respondents", question), respondents);
      EXPECT_EQ(cell<std::int64_t>(table, "dont_know", question), dont_know);
      for (std::size_t c = 0; c < 4; ++c) {
        EXPECT_EQ(cell<std::int64_t>(table, "count_" + std::to_string(c + 1), question), first[c]);
      }
      EXPECT_EQ(cell<std::int64_t>(table, "scored", element), scored);
      EXPECT_EQ(cell<std::int64_t>(table, "top", element), top);
      EXPECT_GT(below, 0);
      EXPECT_EQ(cell<std::int64_t>(table, "below_minimum", element), below);
      std::int64_t rank = (scored - 1) / 2;
      for (const auto& [score, count] : scores) {
        if (rank >= 0 && rank < count) {
          EXPECT_EQ(cell<double>(table, "median_low", element), score);
        }
        rank -= count;
      }
    }
  }
}

TEST(Tally, AnySplitOrderAndNumberOfThreadsGivesTheSameBytes) {
  const Answers answers = random_answers(90000, 2);
  const std::string whole = tally_of(answers).to_bytes();
  EXPECT_EQ(tally_of(answers, 2).to_bytes(), whole);
  EXPECT_EQ(tally_of(answers, 3).to_bytes(), whole);
  Random random(3);
  for (int trial = 0; trial < 5; ++trial) {
    std::vector<Tally> parts;
    for (std::size_t from = 0; from < answers.rows();) {
      const std::size_t to = std::min(answers.rows(), from + static_cast<std::size_t>(random.below(40000)));
      parts.emplace_back(little(), three_groups());
      parts.back().update(answers.batch(from, to));
      from = to;
    }
    random.shuffle(std::span(parts));
    Tally sum(little(), three_groups());
    for (const Tally& part : parts) sum.merge(Tally::from_bytes(part.to_bytes(), little()));
    EXPECT_EQ(sum.to_bytes(), whole);
  }
}

TEST(Tally, RowsAndLongListsCountAsColumnsDo) {
  const Answers answers = random_answers(500, 4);
  Tally rows(little(), three_groups());
  std::vector<AnswerCode> by_row;
  for (std::size_t r = 0; r < answers.rows(); ++r) {
    for (std::size_t q = 0; q < kQuestions; ++q) by_row.push_back(answers.codes[q * answers.rows() + r]);
  }
  rows.update(TallyBatch{.group = std::span(answers.group), .wave = std::span(answers.wave), .rows = by_row});
  EXPECT_EQ(rows, tally_of(answers));

  Tally list(little());
  const std::vector<std::int32_t> respondent = {1, 0, 1}, question = {3, 0, 0};
  const std::vector<AnswerCode> code = {2, kDontKnow, 0};
  list.update(LongTallyBatch{.respondents = 3, .respondent = respondent, .question = question, .code = code});
  const Table table = list.finalize();
  EXPECT_EQ(list.respondents(), 2);
  EXPECT_EQ(cell<std::int64_t>(table, "skipped", row_of(table, "A.2", "", "")), 2);
  EXPECT_EQ(cell<std::int64_t>(table, "not_asked", row_of(table, "A.2", "", "")), 1);
  EXPECT_EQ(cell<std::int64_t>(table, "dont_know", row_of(table, "A.1", "", "")), 1);
}

TEST(Tally, AlphaIsThatOfTheAnswers) {
  const Answers answers = random_answers(5000, 5);
  const Table table = tally_of(answers).reliability();
  std::vector<double> items;
  for (std::size_t r = 0; r < answers.rows(); ++r) {
    if (answers.wave[r] != 0 || answers.group[r] != 2) continue;
    for (std::size_t q = 0; q < 3; ++q) {
      const AnswerCode code = answers.codes[q * answers.rows() + r];
      items.push_back(code < 4 ? 1 + code : std::nan(""));
    }
  }
  const Estimate alpha = stats::cronbach_alpha(stats::Items{items, 3}, {.reverse = {1}, .bounds = stats::Bounds{1, 4}});
  ASSERT_EQ(table.rows(), 2 * 3);
  ASSERT_EQ(cell<std::string>(table, "group", 2), "z");
  EXPECT_GT(alpha.value, 0.5);
  EXPECT_NEAR(cell<double>(table, "alpha", 2), alpha.value, 1e-14);
  EXPECT_NEAR(cell<double>(table, "alpha_low", 2), alpha.interval->low, 1e-13);
  EXPECT_EQ(cell<std::int64_t>(table, "n", 2), alpha.n);
}

TEST(Tally, RespondentsWithoutAnyAnswerChangeNothingButTheirState) {
  const Answers answers = random_answers(100, 6);
  Tally tally = tally_of(answers);
  const Table before = tally.finalize();
  const std::vector<AnswerCode> silent(kQuestions, kNotAsked);
  tally.update(TallyBatch{.rows = silent});
  const Table after = tally.finalize();
  for (const char* same : {"respondents", "answered", "scored", "median_low", "top_box", "below_minimum"}) {
    EXPECT_EQ(after.column(same), before.column(same)) << same;
  }
  EXPECT_EQ(cell<std::int64_t>(after, "not_asked", 0), cell<std::int64_t>(before, "not_asked", 0) + 1);
}

TEST(Tally, CountsStagesWithoutScoringThem) {
  const Tally tally(instrument("gerdes-2020"));
  const Table table = tally.finalize();
  for (std::int64_t row = 0; row < table.rows(); ++row) EXPECT_EQ(cell<std::string>(table, "kind", row), "question");
}

TEST(Tally, RefusesWhatDoesNotFit) {
  Tally tally(little(), three_groups());
  const Answers answers = random_answers(10, 7);
  const std::string empty = tally.to_bytes();
  const auto fails = [&](const TallyBatch& batch) { return code_of_error([&] { tally.update(batch); }); };
  TallyBatch batch = answers.batch(0, 10);
  batch.group = std::span(answers.group).subspan(0, 9);
  EXPECT_EQ(fails(batch), "HV-301");
  batch.group = 3;
  EXPECT_EQ(fails(batch), "HV-302");
  batch.group = -1;
  EXPECT_EQ(fails(batch), "HV-302");
  batch = answers.batch(0, 10);
  batch.columns.pop_back();
  EXPECT_EQ(fails(batch), "HV-301");
  for (const AnswerCode off_scale : {AnswerCode{4}, AnswerCode{249}, AnswerCode{255}}) {
    std::vector<AnswerCode> column(10, 0);
    column[6] = off_scale;
    batch = answers.batch(0, 10);
    batch.columns[2] = column;
    try {
      tally.update(batch);
      ADD_FAILURE() << "took code " << int{off_scale};
    } catch (const ValueError& error) {
      EXPECT_EQ(error.code(), "HV-302");
      EXPECT_EQ(error.where().row, 7);
      EXPECT_EQ(error.where().column, "A.3");
      EXPECT_EQ(error.value(), "");
    }
  }
  const std::vector<AnswerCode> five(5);
  EXPECT_EQ(fails(TallyBatch{.rows = five}), "HV-301");
  EXPECT_EQ(tally.to_bytes(), empty);  // nothing was added on the way

  const std::vector<std::int32_t> zero = {0, 0};
  const std::vector<AnswerCode> two = {1, 2};
  EXPECT_EQ(code_of_error([&] {
              tally.update(LongTallyBatch{.respondents = 1, .respondent = zero, .question = zero, .code = two});
            }),
            "HV-304");
  EXPECT_EQ(code_of_error([] { Tally bad(little(), {.groups = {}}); }), "HV-301");
  EXPECT_EQ(code_of_error([] { Tally bad(little(), {.groups = {"x", "x"}}); }), "HV-304");
  EXPECT_EQ(code_of_error([] { Tally bad(little(), {.minimum_numerator = 3, .minimum_denominator = 2}); }), "HV-302");
  EXPECT_EQ(code_of_error([] { (void)Tally(little(), {.pairs = false}).reliability(); }), "HV-305");
}

TEST(Tally, MeetsOnlyItsLike) {
  Tally tally(little(), three_groups());
  for (const TallyOptions& other : {TallyOptions{.groups = {"x", "y", "q"}, .waves = {"w1", "w2"}},
                                    TallyOptions{.groups = {"x", "y", "z"}, .waves = {"w1"}},
                                    TallyOptions{.groups = {"x", "y", "z"}, .waves = {"w1", "w2"}, .pairs = false}}) {
    EXPECT_EQ(code_of_error([&] { tally.merge(Tally(little(), other)); }), "HV-307");
  }
  const std::string bytes = tally_of(random_answers(50, 8)).to_bytes();
  EXPECT_EQ(code_of_error([&] { (void)Tally::from_bytes(bytes, instrument("six-elements")); }), "HV-307");
  for (std::size_t length = 0; length < bytes.size(); length += 41) {
    EXPECT_EQ(code_of_error([&] { (void)Tally::from_bytes(bytes.substr(0, length), little()); }), "HV-120");
  }
  std::string damaged = bytes;
  damaged[bytes.size() / 2] = static_cast<char>(damaged[bytes.size() / 2] ^ 1);
  EXPECT_EQ(code_of_error([&] { (void)Tally::from_bytes(damaged, little()); }), "HV-120");
  std::string newer = bytes;
  newer[7] = 2;
  EXPECT_EQ(code_of_error([&] { (void)Tally::from_bytes(newer, little()); }), "HV-115");
}

// The bytes with other content and the checksum that belongs to it.
std::string forged(std::string content) {
  const auto sum = detail::sha256(content);
  content.append(reinterpret_cast<const char*>(sum.data()), sum.size());
  return content;
}

// Whether forged bytes are refused; when they are not, they are those of a tally that works.
bool refused(const std::string& bytes) {
  std::optional<Tally> tally;
  try {
    tally = Tally::from_bytes(bytes, little());
  } catch (const Error&) {
    return true;
  }
  EXPECT_EQ(tally->to_bytes(), bytes);
  const Table scores = tally->finalize();
  for (std::int64_t row = 0; row < scores.rows(); ++row) {
    EXPECT_GE(cell<std::int64_t>(scores, "scored", row), 0);
    EXPECT_LE(cell<std::int64_t>(scores, "scored", row), 1 << 20);
  }
  static_cast<void>(tally->reliability());
  return false;
}

constexpr std::size_t kChecksum = 32;

TEST(Tally, NoBitOfWholeAnswersCanBeForged) {
  Tally tally(little());
  std::vector<AnswerCode> rows;
  for (std::uint8_t i = 0; i < 40; ++i) rows.push_back(static_cast<AnswerCode>((i * 7 + i / 4) % 4));
  tally.update({.rows = rows});
  const std::string content = tally.to_bytes().substr(0, tally.to_bytes().size() - kChecksum);
  EXPECT_FALSE(refused(forged(content)));
  const std::size_t counts = content.size() - 8 * 90;  // within the counts, of which there are more
  for (std::size_t bit = 8 * counts; bit < 8 * content.size(); ++bit) {
    std::string other = content;
    other[bit / 8] = static_cast<char>(other[bit / 8] ^ (1 << bit % 8));
    EXPECT_TRUE(refused(forged(other))) << "bit " << bit;
  }
}

TEST(Tally, ForgedBytesAreRefusedOrATally) {
  const std::string bytes = tally_of(random_answers(60, 12)).to_bytes();
  const std::string content = bytes.substr(0, bytes.size() - kChecksum);
  std::size_t taken = 0, tried = 0;
  for (std::size_t at = 8; at < content.size(); ++at) {
    for (const int bit : {0, 1, 7}) {
      std::string other = content;
      other[at] = static_cast<char>(other[at] ^ (1 << bit));
      taken += refused(forged(other)) ? 0 : 1;
      ++tried;
    }
  }
  // Labels may be others, and where answers are missing some counts have room.
  EXPECT_LT(taken, tried / 20) << "of " << tried;
  Random random(3);
  for (int i = 0; i < 2000; ++i) {
    std::string other = content;
    for (int change = 0; change < 4; ++change) {
      other[8 + random.below(content.size() - 8)] = static_cast<char>(random.below(256));
    }
    static_cast<void>(refused(forged(other)));
  }
}

TEST(Tally, LabelsThatAskForMoreThanTheBytesHoldAllocateNothing) {
  const auto number = [](std::uint64_t value) {
    std::string text;
    for (int shift = 0; shift < 64; shift += 8) text.push_back(static_cast<char>(value >> shift & 0xff));
    return text;
  };
  const std::string head = Tally(little()).to_bytes().substr(0, 8 + 32);
  std::string labels = number(3000);
  for (int i = 0; i < 3000; ++i) labels += number(4) + std::to_string(1000 + i);
  // 3000 groups × 3000 waves would be 7 GB of counts.
  EXPECT_TRUE(refused(forged(head + number(1) + number(2) + number(1) + labels + labels + number(0))));
  for (const std::uint64_t huge : {std::uint64_t{1} << 40U, ~std::uint64_t{0}, ~std::uint64_t{0} / 8 + 1}) {
    EXPECT_TRUE(refused(forged(head + number(1) + number(2) + number(1) + number(huge) + number(0))));
    EXPECT_TRUE(refused(forged(head + number(1) + number(2) + number(1) + number(1) + number(huge))));
    EXPECT_TRUE(refused(forged(head + number(huge) + number(2) + number(1))));
    EXPECT_TRUE(refused(forged(head + number(1) + number(2) + number(2))));
  }
  EXPECT_TRUE(refused(forged(head + number(1) + number(2) + number(1) + number(1) + number(1) + "\xff")));
}

TEST(Tally, CountsNoMoreThanFit) {
  Tally tally(little());
  const std::vector<AnswerCode> row = {0, 1, 2, 3};
  tally.update({.rows = row});
  for (int doubled = 0; doubled < 40; ++doubled) tally.merge(Tally(tally));
  EXPECT_EQ(tally.respondents(), std::int64_t{1} << 40);
  EXPECT_EQ(Tally::from_bytes(tally.to_bytes(), little()), tally);
  EXPECT_EQ(code_of_error([&] { tally.merge(Tally(tally)); }), "HV-302");
  EXPECT_EQ(code_of_error([&] { tally.update({.rows = row}); }), "HV-302");
  const std::vector<std::int32_t> zero = {0};
  const std::vector<AnswerCode> one = {1};
  EXPECT_EQ(code_of_error([&] {
              tally.update(LongTallyBatch{
                  .respondents = std::int64_t{1} << 62, .respondent = zero, .question = zero, .code = one});
            }),
            "HV-302");
}

TEST(Tally, LabelsMayBeAddedAndOrderedAnew) {
  const std::vector<AnswerCode> rows{0, 1, 2, 3, 3, 2, 1, 0};  // two respondents of four questions
  const std::vector<std::int32_t> group{0, 1};
  Tally met(little(), {.groups = {"b", "a"}});
  met.update({.group = std::span(group), .rows = rows});
  Tally wanted(little(), {.groups = {"a", "b", "c"}, .waves = {"0", ""}});
  const std::vector<std::int32_t> placed{1, 0};
  wanted.update({.group = std::span(placed), .wave = 1, .rows = rows});
  EXPECT_EQ(met.with_labels({"a", "b", "c"}, {"0", ""}), wanted);
  EXPECT_EQ(wanted.with_labels({"c", "b", "a"}, {"", "0"}).with_labels({"a", "b", "c"}, {"0", ""}), wanted);

  const auto code = [&](std::vector<std::string> groups) {
    try {
      (void)met.with_labels(std::move(groups), {""});
    } catch (const ValueError& error) {
      return error.code();
    }
    return std::string();
  };
  EXPECT_EQ(code({"a", "c"}), "HV-302");
  EXPECT_EQ(code({"a", "b", "a"}), "HV-304");
  EXPECT_EQ(code({}), "HV-301");
}

}  // namespace
}  // namespace houvast
