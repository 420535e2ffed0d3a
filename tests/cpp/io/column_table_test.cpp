#include "houvast/io/column_table.hpp"

#include <gtest/gtest.h>

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
