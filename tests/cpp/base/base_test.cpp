#include <gtest/gtest.h>

#include <atomic>
#include <limits>
#include <numeric>
#include <string>
#include <string_view>
#include <vector>

#include "base/json_reader.hpp"
#include "houvast/base/choice.hpp"
#include "houvast/base/error.hpp"
#include "houvast/base/id.hpp"
#include "houvast/base/parallel.hpp"
#include "houvast/base/random.hpp"
#include "houvast/base/table.hpp"
#include "houvast/base/text.hpp"
#include "houvast/text/say.hpp"

namespace houvast {
namespace {

std::string code_of_json(std::string_view text) {
  try {
    static_cast<void>(detail::parse_json(text, "x.json"));
  } catch (const ParseError& error) {
    return error.code();
  }
  return "";
}

TEST(Error, SaysPlaceValueAndExpectation) {
  const ValueError error(
      {"HV-302", argument("threads"), "-1", {"problem.expected.at_least", {{"low", 0}}}, {"a.csv", 7, "threads", ""}});
  EXPECT_STREQ(error.what(), "[HV-302] a.csv, row 7, column threads: threads '-1'; expected 0 or more");
  EXPECT_EQ(error.code(), "HV-302");
  EXPECT_EQ(error.where().row, 7);
}

TEST(Error, IsDataThatIsSaidInAnyLanguage) {
  const Issue issue{"HV-301",
                    argument("items"),
                    Claim{"problem.value.columns", {{"n", 1}}},
                    {"problem.expected.two_items"},
                    {"a.csv", 7, "", ""},
                    "alpha"};
  EXPECT_EQ(issue.message(),
            "[HV-301] a.csv, row 7: items '1 column'; expected exactly two; else use cronbach_alpha ('alpha' perhaps)");
  EXPECT_EQ(issue.say(Language::kNl),
            "[HV-301] a.csv, rij 7: items '1 kolom'; verwacht: precies twee; gebruik anders cronbach_alpha. Bedoelde "
            "je 'alpha'?");
}

TEST(Error, OptionsAndNamesHaveOneWayToBeUnknown) {
  EXPECT_EQ(choose<int>(argument("mode"), "in", {{"all", 1}, {"in", 2}}), 2);
  try {
    (void)choose<int>(argument("mode"), "alll", {{"all", 1}, {"in", 2}});
    FAIL();
  } catch (const ValueError& error) {
    EXPECT_STREQ(error.what(), "[HV-303] mode 'alll'; expected all or in ('all' perhaps)");
  }
  try {
    unknown_name("HV-505", {"problem.subject.wave"}, "2026b", {"2025", "2026"});
    FAIL();
  } catch (const KeyError& error) {
    EXPECT_STREQ(error.what(), "[HV-505] wave '2026b'; expected one of 2025, 2026 ('2026' perhaps)");
  }
}

TEST(Error, ListsAllIssues) {
  const ValidationError error({{"HV-201", {"problem.subject.id"}, "a", {"problem.expected.id_once"}},
                               {"HV-202", {"problem.subject.party"}, "b", {"problem.expected.party_of_study"}}});
  EXPECT_EQ(error.issues().size(), 2u);
  EXPECT_NE(std::string(error.what()).find("HV-202"), std::string::npos);
}

TEST(Id, KindsDoNotMix) {
  static_assert(!std::is_convertible_v<PartyId, QuestionId>);
  static_assert(!std::is_convertible_v<std::string, PartyId>);
  EXPECT_LT(PartyId("a"), PartyId("b"));
}

// First numbers of xoshiro256** from its authors' reference state {1, 2, 3, 4} cannot be set from outside; what is
// checked here is that the stream never changes, on any compiler.
TEST(Random, IsFixedForever) {
  Random random(42);
  const std::uint64_t first = random.bits(), second = random.bits();
  Random again(42);
  EXPECT_EQ(again.bits(), first);
  EXPECT_EQ(again.bits(), second);
  EXPECT_NE(Random(42, 1).bits(), first);
  EXPECT_NE(Random(43).bits(), first);
}

TEST(Random, BelowIsUniformAndInRange) {
  Random random(1);
  std::vector<int> seen(7);
  for (int i = 0; i < 70000; ++i) {
    const std::uint64_t value = random.below(7);
    ASSERT_LT(value, 7u);
    ++seen[value];
  }
  double chi2 = 0;
  for (const int count : seen) chi2 += (count - 10000.0) * (count - 10000.0) / 10000.0;
  EXPECT_LT(chi2, 22.46);  // 0.999 quantile of chi-squared with 6 degrees of freedom
}

TEST(Random, UniformStaysBelowOne) {
  Random random(3);
  double sum = 0;
  for (int i = 0; i < 100000; ++i) {
    const double value = random.uniform();
    ASSERT_GE(value, 0);
    ASSERT_LT(value, 1);
    sum += value;
  }
  EXPECT_NEAR(sum / 100000, 0.5, 0.005);
}

TEST(Parallel, EveryChunkOnceForAnyNumberOfThreads) {
  for (const int threads : {0, 1, 2, 8}) {
    std::vector<std::atomic<int>> seen(1000);
    parallel_for(1000, threads, [&](std::int64_t chunk) { ++seen[static_cast<std::size_t>(chunk)]; });
    for (const auto& count : seen) ASSERT_EQ(count, 1);
  }
}

TEST(Parallel, RethrowsTheFirstChunksError) {
  const auto work = [](std::int64_t chunk) {
    if (chunk >= 3)
      throw ValueError(
          {"HV-302", argument("chunk"), std::to_string(chunk), {"problem.expected.at_most", {{"most", 2}}}});
  };
  for (const int threads : {1, 4}) {
    try {
      parallel_for(100, threads, work);
      FAIL();
    } catch (const ValueError& error) {
      EXPECT_EQ(error.value(), "3");
    }
  }
  EXPECT_THROW(parallel_for(1, -1, work), ValueError);
}

TEST(Text, EditDistanceAndNearest) {
  EXPECT_EQ(edit_distance("kitten", "sitting"), 3u);
  EXPECT_EQ(edit_distance("ab", "ba"), 1u);
  EXPECT_EQ(edit_distance("", "abc"), 3u);
  const std::vector<std::string> words = {"onderwijs", "zorg", "gemeente"};
  EXPECT_EQ(nearest("onderwjis", words), "onderwijs");
  EXPECT_EQ(nearest("qqqqqqqq", words), "");
}

TEST(Text, NothingIsNearToProse) {
  const std::string name(128, 'x');
  const std::vector<std::string> names = {name, std::string(100000, 'x')};
  EXPECT_EQ(nearest(name.substr(1), names), name);
  EXPECT_EQ(nearest(name, names), name);
  EXPECT_EQ(nearest(name + "x", names), "");
}

TEST(Text, Utf8) {
  EXPECT_TRUE(is_utf8("caf\xC3\xA9 \xF0\x9F\x98\x80"));
  EXPECT_FALSE(is_utf8("\xC3"));
  EXPECT_FALSE(is_utf8("\xC0\xAF"));          // overlong
  EXPECT_FALSE(is_utf8("\xED\xA0\x80"));      // surrogate
  EXPECT_FALSE(is_utf8("\xF4\x90\x80\x80"));  // above U+10FFFF
}

TEST(Table, ChecksItsColumns) {
  const Table table({"title.bands"}, {{"a", std::vector<std::int64_t>{1, 2}, {}, {}},
                                      {"b", std::vector<double>{0.5, 1}, {true, false}, {}}});
  EXPECT_EQ(table.rows(), 2);
  EXPECT_FALSE(table.column("b").is_valid(1));
  EXPECT_THROW(static_cast<void>(table.column("c")), KeyError);
  EXPECT_THROW(
      Table({"title.bands"}, {{"a", std::vector<std::int64_t>{1}, {}, {}}, {"b", std::vector<double>{}, {}, {}}}),
      ValueError);
  EXPECT_THROW(Table({"title.bands"}, {{"a", std::vector<double>{}, {}, {}}, {"a", std::vector<double>{}, {}, {}}}),
               ValueError);
}

TEST(Table, GivesRowsAndColumnsInTheOrderAsked) {
  const Table table({"title.bands"}, {{"a", std::vector<std::int64_t>{1, 2, 3}, {}, {}},
                                      {"b", std::vector<double>{0.5, 1, 2}, {true, false, true}, {}}});
  const std::vector<std::int64_t> rows{2, 0};
  const Table turned = table.at_rows(rows);
  EXPECT_EQ(std::get<1>(turned.column("b").data), (std::vector<double>{2, 0.5}));
  EXPECT_TRUE(turned.column("b").valid.empty());  // no gap is left
  const std::vector<std::int64_t> beyond{3};
  EXPECT_THROW(static_cast<void>(table.at_rows(beyond)), ValueError);
  const std::vector<std::string> names{"b"};
  EXPECT_EQ(table.with_columns(names).columns().size(), 1U);
  EXPECT_EQ(table.with_columns(names).rows(), 3);
}

TEST(Table, IsEqualWhereGapsAndNanAreAtTheSamePlace) {
  const double nan = std::numeric_limits<double>::quiet_NaN();
  const auto made = [](std::vector<double> values, std::vector<bool> valid) {
    return Table({"title.bands"}, {{"a", std::move(values), std::move(valid), {}}});
  };
  EXPECT_EQ(made({1, nan}, {}), made({1, nan}, {}));
  EXPECT_EQ(made({1, 7}, {true, false}), made({1, 8}, {true, false}));  // what is below a gap does not count
  EXPECT_FALSE(made({1, nan}, {}) == made({1, 2}, {}));
  EXPECT_FALSE(made({1, 2}, {true, false}) == made({1, 2}, {}));
}

TEST(Json, RefusesWhatOthersLetPass) {
  EXPECT_EQ(code_of_json("{\"a\": 1, \"a\": 2}"), "HV-106");
  EXPECT_EQ(code_of_json("{\"a\": 18446744073709551616}"), "HV-107");
  EXPECT_EQ(code_of_json("[9223372036854775808]"), "HV-107");
  EXPECT_EQ(code_of_json(std::string(100000, '[')), "HV-105");
  EXPECT_EQ(code_of_json("\"\xFF\""), "HV-103");
  EXPECT_EQ(code_of_json(" \n"), "HV-102");
  EXPECT_EQ(code_of_json("{\"a\": NaN}"), "HV-104");
  EXPECT_EQ(code_of_json("{\"a\": 1}"), "");
  EXPECT_EQ(code_of_json("\xEF\xBB\xBF{\"a\": 1e3}"), "");
}

TEST(Json, DecimalsAreReadWhateverTheLocale) {
  const detail::Json numbers = detail::parse_json("[0.25, 1e3, -2.5E-1, 1.7976931348623157e308, 0.1]", "f.json");
  const std::vector<double> expected = {0.25, 1000, -0.25, 1.7976931348623157e308, 0.1};
  EXPECT_EQ(numbers.get<std::vector<double>>(), expected);
  EXPECT_EQ(numbers.dump(), "[0.25,1000.0,-0.25,1.7976931348623157e+308,0.1]");
}

// Where reading stopped, and what would have been right there.
std::string said_of(std::string_view text, const Language& language) {
  try {
    static_cast<void>(detail::parse_json(text, "f.json"));
  } catch (const ParseError& error) {
    return say(error.issues().front().subject, language) + ": " + say(error.issues().front().expected, language);
  }
  return "";
}

TEST(Json, WhatIsWrongIsToldInTheReadersLanguageWithItsPlace) {
  EXPECT_EQ(said_of("{\"a\": 1,\n \"b\" 2}", Language::kEn), "JSON at line 2, character 6: a colon");
  EXPECT_EQ(said_of("{\"\u00e9\": 1 2}", Language::kEn),
            "JSON at line 1, character 9: a comma, or the brace that closes");
  EXPECT_EQ(said_of("{a: 1}", Language::kNl), "JSON, regel 1, teken 2: een naam tussen dubbele aanhalingstekens");
  EXPECT_EQ(said_of("[1 2]", Language::kNl), "JSON, regel 1, teken 4: een komma, of de haak die de lijst sluit");
  EXPECT_EQ(said_of("{\"a\": \"x\n\"}", Language::kNl),
            "JSON, regel 1, teken 9: tekst die op dezelfde regel met een dubbel aanhalingsteken sluit");
  EXPECT_EQ(said_of("{}\n\n}", Language::kNl), "JSON, regel 3, teken 1: niets meer: de JSON was af");
  EXPECT_EQ(said_of("{\"a\": ", Language::kNl), "JSON, regel 1, teken 7: JSON die af is: hier houdt de tekst op");
  EXPECT_EQ(said_of("[}", Language::kNl).substr(0, 34), "JSON, regel 1, teken 2: een waarde");
}

TEST(Json, ProblemsCarryPointers) {
  detail::JsonProblems problems{"f.json", {}};
  const detail::Json document = detail::parse_json(R"({"list": [{"name": 3}], "a/b": {}})", "f.json");
  const detail::JsonCursor root(document, problems);
  static_cast<void>(root.at("list").items().front().at("name").string());
  static_cast<void>(root.at("a/b").at("missing").string());
  root.allow_only({"list", "a/c"});
  ASSERT_EQ(problems.issues.size(), 3u);
  EXPECT_EQ(problems.issues[0].code, "HV-108");
  EXPECT_EQ(problems.issues[0].where.pointer, "/list/0/name");
  EXPECT_EQ(problems.issues[1].code, "HV-109");
  EXPECT_EQ(problems.issues[1].where.pointer, "/a~1b");
  EXPECT_EQ(problems.issues[2].code, "HV-110");
}

}  // namespace
}  // namespace houvast
