#include "houvast/instrument/catalogue.hpp"

#include <algorithm>
#include <map>

#include "base/index.hpp"
#include "base/json_reader.hpp"
#include "houvast/base/choice.hpp"
#include "houvast/text/say.hpp"
#include "instrument/answer_states.hpp"
#include "instrument/embedded.hpp"

namespace houvast::inline v0_1 {
using houvast::detail::at;
namespace {

using detail::JsonCursor;

constexpr const char* kIds[] = {"six-elements",      "gerdes-2020", "working-factors", "samen-beter",
                                "know-your-partner", "canvas",      "damour-2008"};

// Reads one embedded file; what comes with the library is correct or the library's own tests fail.
template <class Result, class Read>
Result read_embedded(const char* name, const Read& read) {
  const detail::ParsedJson document = detail::parse_json(detail::embedded_file(name), name);
  detail::JsonProblems problems{name, {}};
  Result result = read(JsonCursor(document, problems));
  problems.throw_if_any();
  return result;
}

template <class Tag>
std::vector<Id<Tag>> ids(const std::vector<std::string>& texts) {
  std::vector<Id<Tag>> result;
  for (const std::string& text : texts) result.emplace_back(text);
  return result;
}

// The list of an embedded file, each item by its own function.
template <class Item>
std::vector<Item> read_list(const char* name, const char* list, Item (*read)(const JsonCursor&)) {
  return read_embedded<std::vector<Item>>(name, [&](const JsonCursor& root) {
    std::vector<Item> items;
    for (const JsonCursor& item : root.at(list).items()) items.push_back(read(item));
    return items;
  });
}

Definition read_definition(const JsonCursor& item) {
  const JsonCursor source = item.at("source");
  return {item.at("id").string(),       item.at("term").localized(), item.at("also").strings(),
          item.at("text").localized(),  item.at("about").strings(),  source.at("document").string(),
          source.at("section").string()};
}

PracticeCase read_case(const JsonCursor& item) {
  const JsonCursor source = item.at("source");
  return {item.at("id").string(),         item.at("place").string(),
          item.at("title").localized(),   item.at("text").localized(),
          item.at("factors").strings(),   ids<QuestionTag>(item.at("questions").strings()),
          source.at("document").string(), source.at("section").string()};
}

Reference read_reference(const JsonCursor& item) {
  return {item.at("id").string(),        item.at("kind").word({"publication", "tool", "pointer"}),
          item.at("citation").string(),  item.at("url").string(),
          item.at("serves").localized(), ids<QuestionTag>(item.at("questions").strings()),
          item.at("named_in").strings()};
}

AnswerState state_of_id(const std::string& id) {
  for (int i = 0; i < kAnswerStates; ++i) {
    if (to_string(static_cast<AnswerState>(i)) == id) return static_cast<AnswerState>(i);
  }
  throw KeyError({"HV-504", {"problem.subject.answer_state"}, id, {"problem.expected.state"}});
}

struct States {
  std::map<std::string, AnswerState> aliases;
  std::vector<LocalizedText> texts = std::vector<LocalizedText>(kAnswerStates);
};

const States& states() {
  static const States result = read_embedded<States>("answer-states.json", [](const JsonCursor& root) {
    States read;
    for (const JsonCursor& item : root.at("states").items()) {
      const AnswerState state = state_of_id(item.at("id").string());
      at(read.texts, state) = item.at("text").localized();
      if (state == AnswerState::kAnswered) continue;  // an answer is its value, not a word
      const Claim said{"workbook.state", {{"state", std::string(to_string(state))}}};
      for (const LocalizedText& text : {item.at("text").localized(), in_every_language({said})}) {
        for (const std::string& word : text.readings()) read.aliases[fold_label(word)] = state;
      }
      read.aliases[std::string(to_string(state))] = state;
      for (const std::string& alias : item.at("aliases").strings()) read.aliases[fold_label(alias)] = state;
    }
    return read;
  });
  return result;
}

}  // namespace

namespace detail {

std::string_view embedded_file(std::string_view name) {
  for (const EmbeddedFile& file : embedded_catalogue()) {
    if (file.name == name) return file.content;
  }
  throw KeyError(
      {"HV-501", {"problem.subject.embedded_file"}, std::string(name), {"problem.expected.file_of_catalogue"}});
}

const std::map<std::string, AnswerState>& state_aliases() {
  return states().aliases;
}
const std::vector<LocalizedText>& state_texts() {
  return states().texts;
}

}  // namespace detail

std::vector<std::string> instruments() {
  return {std::begin(kIds), std::end(kIds)};
}

const Instrument& instrument(std::string_view id) {
  static const std::map<std::string, Instrument, std::less<>> all = [] {
    std::map<std::string, Instrument, std::less<>> read;
    for (const char* name : kIds) {
      const std::string file = std::string(name) + ".json";
      read.emplace(name, Instrument::parse(detail::embedded_file(file), file));
    }
    return read;
  }();
  const auto found = all.find(id);
  if (found != all.end()) return found->second;
  unknown_name("HV-501", {"problem.subject.instrument"}, id, instruments(), {"problem.expected.id_of_instruments"});
}

const std::vector<Advice>& advice() {
  static const auto result = read_embedded<std::vector<Advice>>("advice.json", [](const JsonCursor& root) {
    std::vector<Advice> read;
    for (const JsonCursor& item : root.at("advice").items()) {
      const JsonCursor source = item.at("source");
      read.push_back({item.at("id").string(), item.at("text").localized(), item.at("factors").strings(),
                      ids<ElementTag>(item.at("elements").strings()), ids<QuestionTag>(item.at("questions").strings()),
                      source.at("document").string(), source.at("section").string()});
    }
    return read;
  });
  return result;
}

std::vector<Advice> advice_for(const QuestionId& question, const ElementId& element, int most) {
  std::vector<Advice> chosen;
  const auto take = [&](const auto& fits) {
    for (const Advice& entry : advice()) {
      if (static_cast<int>(chosen.size()) >= most) return;
      const bool already = std::any_of(chosen.begin(), chosen.end(), [&](const Advice& a) { return a.id == entry.id; });
      if (!already && fits(entry)) chosen.push_back(entry);
    }
  };
  take([&](const Advice& entry) {
    return std::find(entry.questions.begin(), entry.questions.end(), question) != entry.questions.end();
  });
  take([&](const Advice& entry) {
    return std::find(entry.elements.begin(), entry.elements.end(), element) != entry.elements.end();
  });
  return chosen;
}

const std::vector<CrosswalkRow>& crosswalk() {
  static const auto result = read_embedded<std::vector<CrosswalkRow>>("crosswalk.json", [](const JsonCursor& root) {
    std::vector<CrosswalkRow> read;
    for (const JsonCursor& item : root.at("rows").items()) {
      read.push_back({ElementId(item.at("element").string()), item.at("refs").strings()});
    }
    return read;
  });
  return result;
}

const std::vector<FormOfCollaboration>& forms_of_collaboration() {
  static const auto result = read_embedded<std::vector<FormOfCollaboration>>("forms.json", [](const JsonCursor& root) {
    std::vector<FormOfCollaboration> read;
    for (const JsonCursor& item : root.at("forms").items()) {
      FormOfCollaboration form{item.at("id").string(), item.at("title").localized(), {}};
      for (const JsonCursor& variant : item.at("variants").items()) {
        form.variants.push_back(
            {variant.at("id").string(), variant.at("sectors").strings(), variant.at("title").localized()});
      }
      read.push_back(std::move(form));
    }
    return read;
  });
  return result;
}

const std::vector<Definition>& definitions() {
  static const auto result = read_list<Definition>("definitions.json", "definitions", read_definition);
  return result;
}

const std::vector<PracticeCase>& cases() {
  static const auto result = read_list<PracticeCase>("cases.json", "cases", read_case);
  return result;
}

const std::vector<Reference>& sources() {
  static const auto result = read_list<Reference>("sources.json", "sources", read_reference);
  return result;
}

}  // namespace houvast::inline v0_1
