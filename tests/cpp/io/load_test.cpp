#include "houvast/io/load.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <optional>

#include "houvast/io/study_io.hpp"

namespace houvast {
namespace {

namespace fs = std::filesystem;

void write(const fs::path& path, const std::string& text) {
  std::ofstream file(path, std::ios::binary);
  file << text;
  ASSERT_TRUE(file.flush().good());
}

// A folder of its own for every test.
class Load : public ::testing::Test {
 protected:
  void SetUp() override {
    fs::remove_all(folder_);
    fs::create_directories(folder_);
    write(folder_ / "study.json",
          R"({"schema": "houvast-study/1", "id": "small", "title": {"nl": "Klein", "en": "Small"},
      "instruments": ["six-elements"], "waves": [{"id": "w1"}]})");
  }
  void TearDown() override { fs::remove_all(folder_); }

  [[nodiscard]] Study load() const { return houvast::load(folder_.string()); }

  // Under its own name: a folder as the place to copy to is refused by libstdc++ on Windows.
  void copy(const std::string& file, const fs::path& to) const { fs::copy_file(folder_ / file, to / file); }

  // The first issue that loading tells of.
  [[nodiscard]] std::optional<Issue> issue() const {
    try {
      (void)load();
    } catch (const Error& error) {
      return error.issues().front();
    }
    return std::nullopt;
  }

  void expect_refused(const std::string& table, const std::string& code, std::optional<std::int64_t> row,
                      const std::string& reason) const {
    write(folder_ / "parties.csv", table);
    const std::optional<Issue> found = issue();
    ASSERT_TRUE(found) << table;
    EXPECT_EQ(found->code, code);
    EXPECT_EQ(found->where.file, "parties.csv");
    EXPECT_EQ(found->where.row, row);
    EXPECT_NE(found->message().find(reason), std::string::npos) << found->message();
  }

  fs::path folder_ = fs::temp_directory_path() /
                     (std::string("houvast-") + ::testing::UnitTest::GetInstance()->current_test_info()->name());
};

TEST_F(Load, ReadsAFolderWithCommasSemicolonsAndTabs) {
  write(folder_ / "parties.csv", "id;name;perspective\nouders;\"Ouders; en \"\"verzorgers\"\"\";ouder\r\n\nschool;;\n");
  write(folder_ / "answers.csv", "respondent\tparty\tE1.1\nr1\touders\t4\n");
  const Study study = load();
  ASSERT_EQ(study.parties().size(), 2U);
  EXPECT_EQ(study.parties()[0].name, "Ouders; en \"verzorgers\"");
  EXPECT_EQ(study.parties()[1].name, "school");
  EXPECT_EQ(study.parties()[1].where.row, 4);  // after a blank line
  EXPECT_EQ(study.data().answers.size(), 1);
}

TEST_F(Load, ReadsHeadingsAndSpacesThatAreNotAscii) {
  write(folder_ / "parties.csv", "\xEF\xBB\xBFid,x_\xC3\xA9\xC3\xA9n,name\n\xC2\xA0,\xC2\xA0,\na,b,c\n");
  const Study study = load();
  ASSERT_EQ(study.parties().size(), 1U);
  EXPECT_EQ(study.parties()[0].attributes.at("\xC3\xA9\xC3\xA9n"), "b");
  EXPECT_EQ(study.parties()[0].where.row, 3);
}

TEST_F(Load, DropsEveryWhiteSpaceOfUnicodeAroundACell) {
  write(folder_ / "parties.csv",
        "\n\nid;name\xE2\x80\x83\n\xE3\x80\x80 a\xE2\x80\xAF;\xC2\xA0\xC2\xA0\xE2\x80\x89\n\xE2\x80\x83\n");
  const Study study = load();
  ASSERT_EQ(study.parties().size(), 1U);
  EXPECT_EQ(study.parties()[0].id.str(), "a");
  EXPECT_EQ(study.parties()[0].name, "a");  // as the id: its own is blank
  EXPECT_EQ(study.parties()[0].where.row, 4);
}

TEST_F(Load, GivesTheStudyThatItsOneFileFormGives) {
  const Study folder = houvast::load(HOUVAST_TEST_DATA "/indiana");
  write(folder_ / "indiana.json", study_to_json(folder));
  const Study file = houvast::load((folder_ / "indiana.json").string());
  EXPECT_EQ(study_to_json(file), study_to_json(folder));
  EXPECT_EQ(folder.parties().size(), 25U);  // tests/data/indiana/SOURCE.md
}

TEST_F(Load, ReadsFilesWhoseNamesAreNotAscii) {  // nor of the code page of any Windows
  const std::string name = "\xC3\xA9\xC3\xA9n \xCE\xA9 \xE5\xAD\xA6";
  const fs::path within = folder_ / fs::path(std::u8string(name.begin(), name.end()));
  const std::string path = folder_.string() + "/" + name;
  write(folder_ / "parties.csv", "id\na\n");
  fs::create_directory(within);
  copy("study.json", within);
  copy("parties.csv", within);
  const std::string study = study_to_json(load());
  EXPECT_EQ(study_to_json(houvast::load(path)), study);
  write(fs::path(within) += ".json", study);
  EXPECT_EQ(study_to_json(houvast::load(path + ".json")), study);
  try {
    (void)houvast::load(path + "/" + name);
    FAIL() << "a file that is not there was read";
  } catch (const ParseError& error) {
    EXPECT_NE(error.issues().front().where.file.find(name + "/" + name), std::string::npos);
  }
}

TEST_F(Load, TellsFileRowAndReason) {
  expect_refused("id,name\na,\"b\nc,d\n", "HV-116", 2, "never closed");
  expect_refused("id,name\na,b\nc,\"d\"e\n", "HV-116", 3, "after the closing quote");
  expect_refused("id,name\na," + std::string(131073, 'b') + "\n", "HV-116", 2, "131072");
  expect_refused("id,name\na,b\nc,caf\xE9\n", "HV-103", 3, "UTF-8");
  expect_refused("", "HV-102", std::nullopt, "heading");
  expect_refused(",,\n \n", "HV-102", std::nullopt, "heading");
  expect_refused("id,name\na,b,c\n", "HV-113", 2, "2");
  expect_refused("id,naam\na,b\n", "HV-111", std::nullopt, "name");
}

TEST_F(Load, RefusesTablesThatWouldBeOverlooked) {
  write(folder_ / "parties.csv", "id\na\n");
  EXPECT_FALSE(issue());
  write(folder_ / "answer.csv", "respondent\n");
  EXPECT_EQ(issue()->code, "HV-117");
  EXPECT_EQ(issue()->where.file, "answer.csv");
  fs::rename(folder_ / "answer.csv", folder_ / ".houvast-1.tmp.csv");  // a draft that was left
  EXPECT_FALSE(issue());
  write(folder_ / "answers.parquet", "PAR1");
  EXPECT_EQ(issue()->code, "HV-117");
  EXPECT_NE(issue()->message().find("answers.csv"), std::string::npos);
}

TEST_F(Load, ReadsWhatAStoppedWriterHadCommitted) {
  write(folder_ / "parties.csv", "id\nold\n");
  fs::create_directory(folder_ / ".houvast-committed");
  copy("study.json", folder_ / ".houvast-committed");
  write(folder_ / ".houvast-committed" / "parties.csv", "id\nnew\n");
  EXPECT_EQ(load().parties().front().id.str(), "new");
}

TEST_F(Load, TellsWhatIsNotThere) {
  fs::remove(folder_ / "study.json");
  EXPECT_EQ(issue()->code, "HV-101");
  EXPECT_NE(issue()->message().find("study.json"), std::string::npos);
  EXPECT_NE(issue()->message().find("does not exist"), std::string::npos);
  EXPECT_THROW((void)houvast::load((folder_ / "none").string()), ParseError);
  write(folder_ / "study.xlsx", "PK");
  try {
    (void)houvast::load((folder_ / "study.xlsx").string());
    FAIL() << "a workbook was read";
  } catch (const ParseError& error) {
    EXPECT_EQ(error.code(), "HV-101");
    EXPECT_NE(error.expected().find("Python"), std::string::npos);
  }
}

}  // namespace
}  // namespace houvast
