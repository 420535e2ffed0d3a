#include "base/json_members.hpp"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <string>

#include "houvast/ecosystem/profile.hpp"
#include "houvast/instrument/catalogue.hpp"

namespace houvast::detail {
namespace {

// nlohmann's own writer says what the same document looks like in one line and in lines.
void expect_as_written_by_nlohmann(const std::string& text) {
  const auto document = nlohmann::ordered_json::parse(text);
  const JsonText object = object_of(members_in_order(text));
  EXPECT_EQ(object.str(), document.dump());
  EXPECT_EQ(object.indented(1), document.dump(1));
  EXPECT_EQ(object.indented(2), document.dump(2));
}

TEST(JsonMembers, AreWrittenInTheirOrderAndAsNlohmannWritesThem) {
  expect_as_written_by_nlohmann("{}");
  expect_as_written_by_nlohmann(
      R"( {"b" : [ ] , "a": {}, "c": [[], {}, [1, [2]], {"z": null, "y": [true, false]}] } )");
  expect_as_written_by_nlohmann(R"({"n": [0, -1, 18446744073709551615, 0.5, 1e2, 1.50, -2.5E-7, 1e300, 0.1]})");
  expect_as_written_by_nlohmann(
      R"({"a \"quoted\" key {": "[1, 2]: \\ \" \u00e9\ud83d\ude00 \u0001 \u007f \t", "": ""})");
  expect_as_written_by_nlohmann("{\"été\": \"ë, of: {toch}\"}");
}

TEST(JsonMembers, OfTheWholeCatalogueAreAsNlohmannWritesThem) {
  for (const std::string& id : instruments()) expect_as_written_by_nlohmann(instrument(id).json());
  expect_as_written_by_nlohmann(default_profile().json);
}

TEST(JsonMembers, AreTheOnesOfTheObjectItself) {
  const auto members = members_in_order(R"({"one": {"two": 2}, "three": [{"four": 4}]})");
  ASSERT_EQ(members.size(), 2U);
  EXPECT_EQ(members[0].first, "one");
  EXPECT_EQ(members[0].second.str(), R"({"two":2})");
  EXPECT_EQ(members[1].first, "three");
  EXPECT_EQ(members[1].second.str(), R"([{"four":4}])");
}

TEST(JsonText, WritesValuesAsNlohmannWritesThem) {
  const JsonText object = {{"text", "a\"b"}, {"yes", true},  {"count", 3},
                           {"share", 0.25},  {"whole", 1.0}, {"none", nullptr}};
  EXPECT_EQ(object.str(), R"({"text":"a\"b","yes":true,"count":3,"share":0.25,"whole":1.0,"none":null})");
  EXPECT_EQ(JsonText("\xff").str(), "\"\xEF\xBF\xBD\"");
}

}  // namespace
}  // namespace houvast::detail
