#include <gtest/gtest.h>

#include <set>

#include "houvast/base/error.hpp"
#include "houvast/instrument/catalogue.hpp"

namespace houvast {
namespace {

TEST(Catalogue, HoldsSevenInstruments) {
  ASSERT_EQ(instruments().size(), 7u);
  const Instrument& six = instrument("six-elements");
  EXPECT_EQ(six.elements().size(), 6u);
  EXPECT_EQ(six.questions().size(), 24u);
  for (const std::string& id : instruments()) {
    EXPECT_EQ(instrument(id).id().str(), id);
    EXPECT_FALSE(instrument(id).validated());
    EXPECT_FALSE(instrument(id).licence().empty());
    EXPECT_FALSE(instrument(id).source().title.empty());
  }
}

TEST(Catalogue, UnknownInstrumentNamesTheNearest) {
  try {
    static_cast<void>(instrument("six-element"));
    FAIL();
  } catch (const KeyError& error) {
    EXPECT_EQ(error.code(), "HV-501");
    EXPECT_NE(error.expected().find("six-elements"), std::string::npos);
  }
}

TEST(Catalogue, GerdesStagesRunFromLowToHigh) {
  const Instrument& gerdes = instrument("gerdes-2020");
  EXPECT_EQ(gerdes.kind(), InstrumentKind::kStages);
  const Question& co_work = gerdes.question(QuestionId("G1"));
  ASSERT_EQ(co_work.stages.size(), 3u);
  EXPECT_EQ(co_work.stages[0].title.nl, "Coöperatie");
  EXPECT_EQ(co_work.stages[2].title.nl, "Collaboratie");
  EXPECT_EQ(co_work.ordering, "stated");
  EXPECT_EQ(gerdes.question(QuestionId("G3")).ordering, "inferred");
  EXPECT_EQ(gerdes.question(QuestionId("G4")).ordering, "types");
}

TEST(Catalogue, EveryQuestionHasAdvice) {
  for (const Question& question : instrument("six-elements").questions()) {
    const auto chosen = advice_for(question.id, question.element);
    EXPECT_GE(chosen.size(), 1u) << question.id.str();
    EXPECT_LE(chosen.size(), 3u);
    std::set<std::string> ids;
    for (const Advice& each : chosen) EXPECT_TRUE(ids.insert(each.id).second);
  }
}

TEST(Labels, AreComparedWhole) {
  const Scale& agree = instrument("six-elements").scale(ScaleId("agree-5"));
  const auto oneens = agree.value_of("Oneens"), eens = agree.value_of("eens");
  ASSERT_TRUE(oneens && eens);  // "eens" is inside "oneens"
  EXPECT_LT(*oneens, *eens);
  EXPECT_FALSE(agree.value_of("een"));
  EXPECT_FALSE(agree.value_of("neutraal/weet niet"));
  EXPECT_FALSE(state_of_label("neutraal/weet niet"));
}

TEST(Labels, FoldCaseSpacesAndComposition) {
  EXPECT_EQ(fold_label("  Weet\xC2\xA0 ik  NIET "), "weet ik niet");
  EXPECT_EQ(fold_label("CO\xC3\x96PERATIE"), fold_label("coo\xCC\x88peratie"));
  EXPECT_EQ(state_of_label("Weet ik niet"), AnswerState::kDontKnow);
  EXPECT_EQ(state_of_label("n.v.t."), AnswerState::kNotApplicable);
}

TEST(Scale, BoundsAreDeclaredAndChecked) {
  const auto label = [](int value, const char* text) { return ScaleLabel{value, {text, text}, {}}; };
  EXPECT_THROW(Scale({ScaleId("s"), 1, 1, ScaleDirection::kAscending, 1, "", {label(1, "a")}}), ValidationError);
  EXPECT_THROW(Scale({ScaleId("s"), 1, 2, ScaleDirection::kAscending, 3, "", {label(1, "a"), label(2, "b")}}),
               ValidationError);
  EXPECT_THROW(Scale({ScaleId("s"), 1, 2, ScaleDirection::kAscending, 2, "", {label(1, "a")}}), ValidationError);
  EXPECT_THROW(Scale({ScaleId("s"), 1, 2, ScaleDirection::kAscending, 2, "", {label(1, "a"), label(2, " A ")}}),
               ValidationError);
  EXPECT_THROW(Scale({ScaleId("s"), 1, 2, ScaleDirection::kAscending, 2, "", {label(1, "a"), label(2, "weet niet")}}),
               ValidationError);
  const Scale most_first(
      {ScaleId("s"), 1, 3, ScaleDirection::kDescending, 1, "", {label(1, "a"), label(2, "b"), label(3, "c")}});
  EXPECT_TRUE(most_first.is_top(1));
  EXPECT_FALSE(most_first.is_top(2));
  EXPECT_EQ(most_first.reversed(1), 3);
  const Scale turned = most_first.turned();
  EXPECT_EQ(turned.direction(), ScaleDirection::kAscending);
  for (const int value : {1, 2, 3}) EXPECT_EQ(turned.is_top(value), most_first.is_top(most_first.reversed(value)));
  EXPECT_EQ(turned.turned(), most_first);
}

TEST(Instrument, AReversedQuestionReadsItsScaleTheOtherWay) {
  const Instrument& factors = instrument("working-factors");
  const Question& plain = factors.question(QuestionId("V.attitude.1"));
  Question reversed = plain;
  reversed.reverse = true;
  ASSERT_FALSE(plain.reverse);
  EXPECT_EQ(factors.scale_of(plain), factors.scale(*plain.scale));
  EXPECT_EQ(factors.scale_of(reversed), factors.scale(*reversed.scale).turned());
  EXPECT_THROW(static_cast<void>(factors.scale_of(Question{})), KeyError);
}

// The smallest instrument of a version, with the JSON of one title and of one question's members after `stages`.
std::string little(const char* version, const char* title, const char* more) {
  return std::string(R"({"schema": "houvast-instrument/)") + version +
         R"(", "id": "x", "version": "1.0.0", "kind": "survey", "title": )" + title +
         R"(, "description": {"nl": "a", "en": "a"},
      "source": {"title": "a", "authors": [], "publisher": "", "year": 2020, "section": ""}, "licence": "CC0",
      "validated": false, "private": false,
      "scales": [{"id": "s", "min": 1, "max": 2, "direction": "ascending", "top_from": 2, "source": "own",
        "labels": [{"value": 1, "text": {"nl": "nee", "en": "no"}, "aliases": []},
                   {"value": 2, "text": {"nl": "ja", "en": "yes"}, "aliases": []}]}],
      "elements": [{"id": "A", "title": {"nl": "a", "en": "a"}, "parent": null, "description": null}],
      "questions": [{"id": "A1", "element": "A", "form": "closed", "scale": "s", "reverse": false,
        "text": {"nl": "Faciliteren bestuurders?", "en": "Do boards enable?"}, "closed_part": null,
        "open_part": null, "ordering": null, "stages": null)" +
         more + "}]}";
}

std::string first_code(const std::string& json) {
  try {
    static_cast<void>(Instrument::parse(json));
  } catch (const Error& error) {
    return error.code();
  }
  return "";
}

TEST(Instrument, Version2SpeaksAnyLanguageToAnyAudience) {
  const Instrument read = Instrument::parse(little("2", R"({"uk": "Назва", "en": "Title"})",
                                                   R"(, "audiences": {
        "parent": {"text": {"nl": "Krijg je tijd?"}, "note": {"nl": "zonder bestuurders"}},
        "child": {"not_for": {"nl": "gaat over bestuurders"}}})"));
  EXPECT_EQ(read.title().get(*find_language("en")), "Title");
  EXPECT_EQ(read.title().own("uk"), "Назва");
  EXPECT_EQ(read.title().get(Language::kNl), "Title") << "no Dutch: the nearest that there is";
  const Question& question = read.question(QuestionId("A1"));
  EXPECT_EQ(question.wording("parent")->nl, "Krijg je tijd?");
  EXPECT_EQ(question.wording("professional")->nl, "Faciliteren bestuurders?");
  EXPECT_FALSE(question.wording("child"));
}

TEST(Instrument, Version1HasTwoLanguagesAndNoAudiences) {
  EXPECT_EQ(first_code(little("1", R"({"nl": "a", "en": "a"})", "")), "");
  EXPECT_EQ(first_code(little("1", R"({"nl": "a", "en": "a", "uk": "а"})", "")), "HV-110");
  EXPECT_EQ(first_code(little("1", R"({"nl": "a", "en": "a"})", R"(, "audiences": {})")), "HV-110");
  EXPECT_EQ(first_code(little("3", R"({"nl": "a", "en": "a"})", "")), "HV-115");
}

TEST(Instrument, Version2StillNamesWhatIsWrong) {
  EXPECT_EQ(first_code(little("2", R"({"Dutch!": "a"})", "")), "HV-110");
  EXPECT_EQ(first_code(little("2", "{}", "")), "HV-109");
  EXPECT_EQ(first_code(little("2", R"({"nl": "a"})", R"(, "audiences": {"parent": {}})")), "HV-210");
}

TEST(Instrument, ReportsEverythingThatIsWrong) {
  try {
    static_cast<void>(
        Instrument::parse(R"({"schema": "houvast-instrument/1", "id": "x", "version": "1", "kind": "survei",
      "title": {"nl": "a"}, "description": {"nl": "", "en": ""},
      "source": {"title": "", "authors": [], "publisher": "", "year": 2020, "section": ""}, "licence": "", "validated": "no",
      "private": false, "scales": [], "elements": [], "questions": [], "extra": 1})",
                          "own.json"));
    FAIL();
  } catch (const ParseError& error) {
    std::set<std::string> codes;
    for (const Issue& issue : error.issues()) {
      codes.insert(issue.code);
      EXPECT_EQ(issue.where.file, "own.json");
    }
    EXPECT_EQ(codes, (std::set<std::string>{"HV-108", "HV-109", "HV-110", "HV-207"}));
  }
}

}  // namespace
}  // namespace houvast
