#include "houvast/text/say.hpp"

#include <gtest/gtest.h>

#include <stdexcept>
#include <type_traits>

#include "text/message.hpp"
#include "text/plural.hpp"
#include "text/pseudo.hpp"

namespace houvast {
namespace {

std::string date_in(const Language& language) {
  return say({"language.date", {{"day", 3}, {"month", "2"}, {"year", "2024"}}}, language);
}

// On macOS and WebAssembly `long` is neither std::int64_t nor std::size_t; here `long long` is not.
static_assert(std::is_convertible_v<long, Argument> && std::is_convertible_v<unsigned long, Argument>);
static_assert(std::is_convertible_v<long long, Argument> && std::is_convertible_v<unsigned long long, Argument>);

TEST(Say, PicksTheLanguage) {
  EXPECT_EQ(date_in(Language::kNl), "3 februari 2024");
  EXPECT_EQ(date_in(Language::kEn), "3 February 2024");
}

TEST(Say, FallsBackAlongTheTag) {
  const auto plain = find_language("NL-x-plain");
  ASSERT_TRUE(plain);
  EXPECT_EQ(plain->fallback(), (std::vector<std::string>{"nl-x-plain", "nl", "en"}));
  EXPECT_EQ(date_in(*plain), "3 februari 2024");
  EXPECT_FALSE(find_language("fy"));
  EXPECT_FALSE(find_language(""));
}

TEST(Say, RefusesWhatIsNotThere) {
  EXPECT_THROW(static_cast<void>(say({"language.nonsense", {}}, Language::kNl)), std::logic_error);
  EXPECT_THROW(static_cast<void>(say({"language.date", {{"day", 3}}}, Language::kNl)), std::logic_error);
}

TEST(Say, MarksWhatFillsAGap) {
  const Claim claim{"language.date", {{"day", 3}, {"month", "2"}, {"year", "2024"}}};
  const std::vector<Piece> expected{{"3", "day"}, {" februari ", ""}, {"2024", "year"}};
  EXPECT_EQ(say_in_pieces(claim, {.language = Language::kNl}), expected);
}

TEST(Say, PseudoLanguageIsLongerAndMarked) {
  const std::string text = date_in(Language::kPseudo);
  EXPECT_EQ(text.substr(0, 3), "⟦");
  EXPECT_NE(text.find("Fé"), std::string::npos) << text;
  EXPECT_TRUE(Language::kPseudo.right_to_left());
  EXPECT_FALSE(Language::kNl.right_to_left());
}

TEST(Say, NamesAreLookedUpOnceForAll) {
  const Namer names = [](const Named& name, const Language& language) { return language.tag() + ":" + name.id; };
  const Claim claim = with_names({"x", {{"who", named("party", {"a", "b"})}, {"n", 2}}}, names);
  const auto& items = std::get<Argument::List>(claim.args.at("who").value());
  EXPECT_EQ(std::get<LocalizedText>(items[1].value()), (LocalizedText{"nl:b", "en:b"}));
  EXPECT_EQ(claim.args.at("n"), Argument(2));
}

TEST(Say, NamesBesideIdsAreSaidWithoutANamer) {
  const Namer names = [](const Named& name, const Language& language) { return language.tag() + ":" + name.id; };
  const Claim claim{"coverage.C7.isolated", {{"names", named("party", {"a", "b"})}}};
  const Claim told = with_names_beside(claim, names);
  EXPECT_EQ(told, claim) << "the ids stay";
  EXPECT_EQ(say(claim, Language::kEn), "a and b stand apart from the rest.");
  EXPECT_EQ(say(told, Language::kEn), "en:a and en:b stand apart from the rest.");
  EXPECT_EQ(in_every_language({told, told}).nl,
            "nl:a en nl:b staan los van de rest. nl:a en nl:b staan los van de rest.");
}

TEST(Say, AListOfItemsWithCommasOfTheirOwn) {
  const Claim claim{"coverage.C13.gaps", {{"cells", Argument::List{"x, y", "z"}}}};
  EXPECT_EQ(say(claim, Language::kEn), "Nobody offers x, y; z.");
}

std::vector<std::string> gaps_of(std::string_view text) {
  std::vector<std::string> names;
  detail::collect_gaps(detail::parse_message("test", text), names);
  return names;
}

TEST(Message, FindsGapsInChoicesToo) {
  EXPECT_EQ(gaps_of("{n, plural, =0 {niemand} one {# van {all}} other {# van {all}}} {who, list, or}"),
            (std::vector<std::string>{"n", "all", "who"}));
}

TEST(Message, ApostrophesQuoteOnlySyntax) {
  const detail::Message message = detail::parse_message("test", "auto's '{'zo'}' het''s");
  ASSERT_EQ(message.size(), 1U);
  EXPECT_EQ(message.front().text, "auto's {zo} het's");
}

TEST(Message, SaysWhereItCannotBeRead) {
  for (const char* text : {"{", "{}", "}", "{n, plural, one {x}}", "{n, number, long}", "{n, list, xor}", "{n, spell}",
                           "{n, number, ::.0x}"}) {
    EXPECT_THROW(static_cast<void>(detail::parse_message("test", text)), std::logic_error) << text;
  }
}

// Examples of Unicode CLDR 44 (supplemental/plurals.xml).
TEST(Plural, FollowsCldr) {
  using detail::plural_category;
  EXPECT_EQ(plural_category("one_other", 1), "one");
  EXPECT_EQ(plural_category("one_other", 0), "other");
  EXPECT_EQ(plural_category("one_with_zero", 0), "one");
  EXPECT_EQ(plural_category("slavic", 21), "one");
  EXPECT_EQ(plural_category("slavic", 11), "many");
  EXPECT_EQ(plural_category("slavic", 22), "few");
  EXPECT_EQ(plural_category("slavic", 112), "many");
  EXPECT_EQ(plural_category("polish", 21), "many");
  EXPECT_EQ(plural_category("polish", 32), "few");
  EXPECT_EQ(plural_category("arabic", 0), "zero");
  EXPECT_EQ(plural_category("arabic", 103), "few");
  EXPECT_EQ(plural_category("arabic", 11), "many");
  EXPECT_EQ(plural_category("arabic", 100), "other");
  EXPECT_EQ(plural_category("none", 1), "other");
  EXPECT_THROW(static_cast<void>(plural_category("runic", 1)), std::logic_error);
}

TEST(Catalogue, EveryLanguageKnowsItself) {
  for (const std::string& tag : languages()) {
    for (const char* key : {"language.name", "language.decimal", "language.plural", "language.direction"}) {
      EXPECT_NO_THROW(static_cast<void>(say({key, {}}, *find_language(tag)))) << tag << " " << key;
    }
  }
}

}  // namespace
}  // namespace houvast
