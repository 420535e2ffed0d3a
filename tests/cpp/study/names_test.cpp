#include "houvast/study/names.hpp"

#include <gtest/gtest.h>

#include "houvast/instrument/catalogue.hpp"
#include "small_study.hpp"

namespace houvast {
namespace {

using namespace testing;

// Two parties of one organisation, one of them with a comma in its name, and one alone.
Study study_with_names() {
  return small_study(list(party("p", R"("name": "De {school}", "organisation": "Scholen, samen", "consent": true)"),
                          party("q", R"("name": "Team, noord", "organisation": "Scholen, samen")"),
                          party("r", R"("name": "Rik", "x_need": "jeugdhulp", "domain": "zorg")")),
                     "");
}

// Those without consent are not called by their name.
std::string public_name(const Party& party, const Language& language) {
  if (party.consent.value_or(false)) return party.name;
  return language == Language::kNl ? "een partij" : "a party";
}

TEST(Names, PartiesAreCalledByTheirNameAndQuotedWhenItHasAComma) {
  const Namer names = names_of(study_with_names());
  EXPECT_EQ(names({"party", "p"}, Language::kNl), "De {school}");
  EXPECT_EQ(names({"party", "q"}, Language::kNl), "‘Team, noord’");
  EXPECT_EQ(names({"party", "nobody"}, Language::kNl), "nobody");
}

TEST(Names, AnOrganisationIsNamedWhenOneOfItsPartiesMayBe) {
  const Namer names = names_of(study_with_names(), public_name);
  EXPECT_EQ(names({"party", "q"}, Language::kEn), "a party");
  EXPECT_EQ(names({"organisation", "q"}, Language::kNl), "‘Scholen, samen’");
  EXPECT_EQ(names({"organisation", "r"}, Language::kNl), "een partij");
}

TEST(Names, WordsOfTheProfileAndTitlesOfWhatTheStudyDeclares) {
  const Study study = study_with_names();
  const Namer names = names_of(study);
  EXPECT_EQ(names({"domain", "zorg"}, Language::kEn), "Health care");
  EXPECT_EQ(names({"domain", "elders"}, Language::kEn), "elders");
  EXPECT_EQ(names({"relation", "referral"}, Language::kNl), "Verwijzing");
  EXPECT_EQ(names({"wave", "w1"}, Language::kNl), "w1");
  EXPECT_EQ(names({"instrument", "gerdes-2020"}, Language::kNl), instrument("gerdes-2020").title().nl);
  const Instrument& six = instrument("six-elements");
  EXPECT_EQ(names({"element", "E1"}, Language::kNl), six.element(ElementId("E1")).title.nl);
  EXPECT_EQ(names({"question", "E1.1"}, Language::kNl), six.question(QuestionId("E1.1")).text.nl);
  const Question& dimension = instrument("gerdes-2020").questions().front();
  EXPECT_EQ(names({"stage", dimension.id.str() + ":2"}, Language::kEn), dimension.stages[1].title.en);
  EXPECT_EQ(names({"stage", dimension.id.str() + ":99"}, Language::kEn), dimension.id.str() + ":99");
  EXPECT_EQ(names({"condition", "P1"}, Language::kNl),
            "‘" + instrument("know-your-partner").question(QuestionId("P1")).text.nl + "’");
  EXPECT_EQ(names({"planet", "mars"}, Language::kNl), "mars");
}

TEST(Names, GroupsOfAnAttribute) {
  const Namer names = names_of(study_with_names());
  EXPECT_EQ(names({"group", "domain:zorg"}, Language::kEn), "Health care");
  EXPECT_EQ(names({"group", "need:jeugdhulp"}, Language::kEn), "jeugdhulp");
  EXPECT_EQ(names({"group", "party:q"}, Language::kEn), "‘Team, noord’");
  EXPECT_EQ(names({"group", "organisation:Scholen: samen"}, Language::kEn), "Scholen: samen");
}

}  // namespace
}  // namespace houvast
