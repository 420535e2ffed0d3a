#include "houvast/io/column_table.hpp"

#include <gtest/gtest.h>

#include <limits>
#include <map>

#include "houvast/base/random.hpp"

namespace houvast {
namespace {

std::vector<std::string> cells(const CodedColumn& column) {
  std::vector<std::string> texts;
  for (std::size_t row = 0; row < column.codes.size(); ++row) {
    texts.emplace_back(column.at(static_cast<std::int64_t>(row)));
  }
  return texts;
}

TEST(ColumnCoder, KeepsEachDistinctTextOnce) {
  ColumnCoder coder("x");
  for (int round = 0; round < 3; ++round) {
    for (int i = 0; i < 1000; ++i) coder.push("word " + std::to_string(i));
  }
  coder.push("");
  const CodedColumn column = std::move(coder).build();
  EXPECT_EQ(column.words.size(), 1000U);
  ASSERT_EQ(column.codes.size(), 3001U);
  for (std::int64_t row = 0; row < 3000; ++row) EXPECT_EQ(column.at(row), "word " + std::to_string(row % 1000));
  EXPECT_EQ(column.codes.back(), CodedColumn::kEmpty);
}

TEST(ColumnCoder, TellsApartWordsOfEveryLength) {
  Random random(3);
  ColumnCoder coder("x");
  std::map<std::string, std::int32_t> plain;
  for (int i = 0; i < 60000; ++i) {
    std::string text(1 + random.below(i % 2 == 0 ? 5 : 40), 'a');  // differs in few places, zeros among them
    for (std::size_t k = random.below(3); k > 0; --k)
      text[random.below(text.size())] = random.below(2) == 0 ? 'b' : '\0';
    const auto next = static_cast<std::int32_t>(plain.size());
    ASSERT_EQ(coder.word(text), plain.try_emplace(text, next).first->second);
  }
  EXPECT_EQ(std::move(coder).build().words.size(), plain.size());
}

struct PlainCsv {
  bool sound = true;
  std::vector<std::vector<std::string>> rows;
  std::vector<std::int64_t> lines;
};

// CSV character by character.
PlainCsv plain_csv(const std::string& text, char delimiter) {
  PlainCsv result;
  std::int64_t line = 1;
  const auto ends = [&](std::size_t i) {
    return i >= text.size() || text[i] == delimiter || text[i] == '\n' || text[i] == '\r';
  };
  for (std::size_t i = 0; i < text.size();) {
    const std::int64_t start = line;
    std::vector<std::string> cells(1);
    while (true) {
      if (i < text.size() && text[i] == '"') {
        for (++i;; ++i) {
          if (i >= text.size()) return {false, {}, {}};
          if (text[i] == '"' && (i + 1 >= text.size() || text[++i] != '"')) break;
          if (text[i] == '\r' || (text[i] == '\n' && text[i - 1] != '\r')) ++line;
          cells.back() += text[i];
        }
        if (text[i] == '"') ++i;
        if (!ends(i)) return {false, {}, {}};
      }
      while (!ends(i)) cells.back() += text[i++];
      if (i >= text.size() || text[i] != delimiter) break;
      ++i;
      cells.emplace_back();
    }
    if (i < text.size() && text[i++] == '\r' && i < text.size() && text[i] == '\n') ++i;
    ++line;
    bool blank = true;
    for (const std::string& cell : cells) blank = blank && cell.find_first_not_of(" \t\r\n\v\f") == std::string::npos;
    if (blank) continue;
    result.rows.push_back(std::move(cells));
    result.lines.push_back(start);
  }
  return result;
}

std::string random_cell(Random& random, char delimiter) {
  const std::string pieces[] = {"a", "7", "voor een deel", "\xC3\xA9", " ", "'", std::string(random.below(70), 'x')};
  std::string cell;
  for (std::size_t k = random.below(4); k > 0; --k) cell += pieces[random.below(std::size(pieces))];
  if (random.below(3) > 0) return cell + (random.below(20) == 0 ? "s\"t" : "");
  const std::string inner[] = {"\"\"", "\n", "\r\n", "\r", std::string(1, delimiter), "word"};
  for (std::size_t k = random.below(4); k > 0; --k) cell.insert(random.below(2) * cell.size(), inner[random.below(6)]);
  return '"' + cell + '"' + (random.below(400) == 0 ? "unsound" : "");
}

TEST(ColumnsFromCsv, ReadsWhatAPlainReaderReads) {
  Random random(5);
  int sound = 0, unsound = 0;
  for (int round = 0; round < 3000; ++round) {
    const char delimiter = ",;\t"[round % 3];
    const std::string ends[] = {"\n", "\r\n", "\r"};
    std::string text = std::string("one") + delimiter + "two" + delimiter + "three\n";
    for (std::size_t rows = random.below(30); rows > 0; --rows) {
      if (random.below(8) == 0) text += ends[random.below(3)];
      text += random.below(2) == 0 ? "r" : "\"r\n\"";
      const std::size_t more = random.below(12) == 0 ? random.below(5) : 2;
      for (std::size_t i = 0; i < more; ++i) text += delimiter + random_cell(random, delimiter);
      if (rows > 1 || random.below(2) == 0) text += ends[random.below(3)];
    }
    const PlainCsv plain = plain_csv(text, delimiter);
    const auto table = columns_from_csv(text, "parties", "parties.csv", delimiter);
    ASSERT_EQ(table.has_value(), plain.sound) << text;
    if (!plain.sound) {
      ++unsound;
      continue;
    }
    ++sound;
    ASSERT_EQ(table->rows + 1, static_cast<std::int64_t>(plain.rows.size())) << text;
    std::vector<std::pair<std::int64_t, std::int64_t>> ragged;
    for (std::int64_t row = 0; row < table->rows; ++row) {
      std::vector<std::string> cells = plain.rows[static_cast<std::size_t>(row) + 1];
      if (cells.size() != 3) ragged.emplace_back(row, cells.size());
      cells.resize(3);
      for (std::size_t i = 0; i < 3; ++i) ASSERT_EQ(table->columns[i].at(row), cells[i]) << text;
      const std::int64_t place =
          table->row_numbers.empty() ? table->first_row + row : table->row_numbers[static_cast<std::size_t>(row)];
      ASSERT_EQ(place, plain.lines[static_cast<std::size_t>(row) + 1]) << text;
    }
    ASSERT_EQ(table->ragged, ragged) << text;
  }
  EXPECT_GT(sound, 1000);
  EXPECT_GT(unsound, 20);
}

TEST(ColumnsFromCsv, ReadsQuotesLineEndingsAndBlankLines) {
  const auto table = columns_from_csv("\xEF\xBB\xBF id ;name\r\n\r\na;\"x;\"\"y\"\"\r\nz\"\nb;\n  \nc;\"\"\r",
                                      "parties", "parties.csv", ';');
  ASSERT_TRUE(table.has_value());
  ASSERT_EQ(table->columns.size(), 2U);
  EXPECT_EQ(table->columns[0].name, "id");
  EXPECT_EQ(cells(table->columns[0]), (std::vector<std::string>{"a", "b", "c"}));
  EXPECT_EQ(cells(table->columns[1]), (std::vector<std::string>{"x;\"y\"\r\nz", "", ""}));
  EXPECT_EQ(table->row_numbers, (std::vector<std::int64_t>{3, 5, 7}));
  EXPECT_TRUE(table->ragged.empty());
}

TEST(ColumnsFromCsv, MarksRaggedRows) {
  const auto table = columns_from_csv("a,b\n1\n1,2\n1,2,3\n", "parties", "parties.csv", ',');
  ASSERT_TRUE(table.has_value());
  EXPECT_EQ(table->rows, 3);
  using Ragged = std::vector<std::pair<std::int64_t, std::int64_t>>;
  EXPECT_EQ(table->ragged, (Ragged{{0, 1}, {2, 3}}));
  EXPECT_TRUE(table->row_numbers.empty());
}

TEST(ColumnsFromCsv, LeavesWhatIsUnsoundToTheReaderThatExplains) {
  for (const char* text : {"", "\n \n", "a,b\n\"x\"y,1\n", "a,b\n\"open,1\n", "a\n\xFF\n", "a\n\xC2\xA0\n"}) {
    EXPECT_FALSE(columns_from_csv(text, "parties", "parties.csv", ',').has_value()) << text;
  }
}

TEST(ColumnsFromCsv, FindsABadByteWhereverItStands) {
  for (std::size_t at = 0; at < 40; ++at) {
    std::string text = "a\n" + std::string(40, 'x') + "\n";
    text[2 + at] = '\xC3';  // opens a letter of two bytes that does not come
    EXPECT_FALSE(columns_from_csv(text, "parties", "parties.csv", ',').has_value()) << at;
    text.insert(3 + at, "\xA9");
    EXPECT_TRUE(columns_from_csv(text, "parties", "parties.csv", ',').has_value()) << at;
  }
}

TEST(ColumnCoder, NumbersAndDaysBecomeTheTextsThatTablesHold) {
  ColumnCoder coder("column");
  for (const double number : {3.0, -0.0, 0.1, 1e5, 1e15, -2.5}) coder.push_number(number);
  coder.push_number(std::numeric_limits<double>::quiet_NaN());
  // Days of proleptic Gregorian years 0, 1969, 1970, 2024, 9999, and outside: Python's datetime.date.toordinal() -
  // 719163.
  for (const std::int64_t day : {-719528, -1, 0, 19874, 2932896, 2932897, -719529}) coder.push_day(day);
  coder.push_day(std::numeric_limits<std::int64_t>::min());
  const CodedColumn column = std::move(coder).build();
  const std::vector<std::string> expected = {
      "3",          "0",          "0.1",        "100000",     "1e+15",
      "-2.5",       "",           "0000-01-01", "1969-12-31", "1970-01-01",
      "2024-05-31", "9999-12-31", "2932897",    "-719529",    "-9223372036854775808"};
  ASSERT_EQ(column.codes.size(), expected.size());
  for (std::size_t i = 0; i < expected.size(); ++i) {
    EXPECT_EQ(column.at(static_cast<std::int64_t>(i)), expected[i]);
  }
}

TEST(StudyFromColumns, SaysTheSameAsFromTables) {
  const std::string header =
      R"({"schema": "houvast-study/1", "id": "s", "title": {"nl": "t", "en": "t"}, "instruments": ["six-elements"],
          "waves": [{"id": "1"}]})";
  const TextTable parties{"parties", "parties.csv", {"id"}, {{"a"}, {"b", "c"}}, {}};
  const TextTable answers{
      "answers",
      "answers.csv",
      {"party", "question", "answer", "text"},
      {{"a", "E1.1", "9", ""}, {"a", "E1.9", "1", ""}, {"q", "E1.1", "eens", ""}, {"a", "E1.1", "1", "x"}},
      {}};
  const auto messages = [](const auto& build) {
    std::vector<std::string> all;
    try {
      (void)build();
    } catch (const ValidationError& error) {
      for (const Issue& issue : error.issues()) all.push_back(issue.message());
    }
    return all;
  };
  const auto from_tables = messages([&] { return study_from_tables(header, {parties, answers}); });
  EXPECT_EQ(from_tables, messages([&] {
              return study_from_columns(header, {columns_from_texts(parties), columns_from_texts(answers)});
            }));
  EXPECT_EQ(from_tables.size(), 6U) << ::testing::PrintToString(from_tables);
}

}  // namespace
}  // namespace houvast
