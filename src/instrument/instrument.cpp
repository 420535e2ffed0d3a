#include "houvast/instrument/instrument.hpp"

#include <algorithm>
#include <set>

#include "base/index.hpp"
#include "base/json_reader.hpp"
#include "houvast/base/choice.hpp"

namespace houvast::inline v0_1 {
using houvast::detail::at;
namespace {

using detail::JsonCursor;
using detail::JsonProblems;

template <class T>
std::optional<T> parsed(const std::optional<JsonCursor>& cursor, T (*read)(const JsonCursor&)) {
  return cursor ? std::optional<T>(read(*cursor)) : std::nullopt;
}

LocalizedText read_text(const JsonCursor& cursor) {
  return cursor.localized();
}

int small_integer(const JsonCursor& cursor) {
  return static_cast<int>(cursor.integer(-1000, 10000));
}

// A member that came with the second version of the format.
void needs_version_2(const JsonCursor& cursor, const char* key) {
  const auto member = cursor.maybe(key);
  if (member && cursor.version() < 2)
    member->problem("HV-110", {"problem.subject.unknown_key"}, key, {"problem.expected.format_for_audiences"});
}

// Words per audience: of an element or of a point of a scale.
std::map<std::string, LocalizedText> read_audiences(const JsonCursor& cursor) {
  needs_version_2(cursor, "audiences");
  std::map<std::string, LocalizedText> words;
  if (const auto audiences = cursor.maybe("audiences")) {
    for (const auto& [audience, text] : audiences->members()) words.emplace(audience, text.localized());
  }
  return words;
}

Scale::Spec read_scale(const JsonCursor& cursor) {
  cursor.allow_only({"id", "min", "max", "direction", "top_from", "source", "labels"});
  Scale::Spec spec;
  spec.id = ScaleId(cursor.at("id").string());
  spec.min = small_integer(cursor.at("min"));
  spec.max = small_integer(cursor.at("max"));
  spec.direction = cursor.at("direction").word({"ascending", "descending"}) == "ascending"
                       ? ScaleDirection::kAscending
                       : ScaleDirection::kDescending;
  spec.top_from = small_integer(cursor.at("top_from"));
  spec.source = cursor.at("source").string();
  for (const JsonCursor& item : cursor.at("labels").items()) {
    item.allow_only({"value", "text", "aliases", "audiences"});
    spec.labels.push_back({small_integer(item.at("value")), item.at("text").localized(), item.at("aliases").strings(),
                           read_audiences(item)});
  }
  return spec;
}

Element read_element(const JsonCursor& cursor) {
  cursor.allow_only({"id", "title", "parent", "description", "graded", "audiences"});
  Element element;
  element.id = ElementId(cursor.at("id").string());
  element.title = cursor.at("title").localized();
  if (const auto parent = cursor.maybe("parent")) element.parent = ElementId(parent->string());
  element.description = parsed(cursor.maybe("description"), read_text);
  if (const auto graded = cursor.maybe("graded")) element.graded = graded->boolean();
  element.audiences = read_audiences(cursor);
  return element;
}

Stage read_stage(const JsonCursor& cursor) {
  cursor.allow_only({"stage", "title", "description"});
  return {small_integer(cursor.at("stage")), cursor.at("title").localized(), cursor.at("description").localized()};
}

AudienceWording read_wording(const JsonCursor& cursor) {
  cursor.allow_only({"text", "note", "not_for"});
  AudienceWording wording;
  wording.text = parsed(cursor.maybe("text"), read_text);
  wording.note = parsed(cursor.maybe("note"), read_text);
  wording.not_for = parsed(cursor.maybe("not_for"), read_text);
  if (wording.text.has_value() == wording.not_for.has_value()) {
    cursor.problem("HV-210", {"problem.subject.wording"}, "", {"problem.expected.text_or_reason"});
  }
  return wording;
}

Question read_question(const JsonCursor& cursor) {
  cursor.allow_only({"id", "element", "form", "scale", "reverse", "text", "closed_part", "open_part", "caution",
                     "ordering", "stages", "audiences"});
  Question question;
  question.id = QuestionId(cursor.at("id").string());
  question.element = ElementId(cursor.at("element").string());
  const std::string form = cursor.at("form").word({"closed", "open", "mixed"});
  question.form = form == "closed" ? Form::kClosed : form == "open" ? Form::kOpen : Form::kMixed;
  if (const auto scale = cursor.maybe("scale")) question.scale = ScaleId(scale->string());
  question.reverse = cursor.at("reverse").boolean();
  question.text = cursor.at("text").localized();
  question.closed_part = parsed(cursor.maybe("closed_part"), read_text);
  question.open_part = parsed(cursor.maybe("open_part"), read_text);
  question.caution = parsed(cursor.maybe("caution"), read_text);
  if (const auto ordering = cursor.maybe("ordering"))
    question.ordering = ordering->word({"stated", "inferred", "types"});
  if (const auto stages = cursor.maybe("stages")) {
    for (const JsonCursor& item : stages->items()) question.stages.push_back(read_stage(item));
  }
  needs_version_2(cursor, "audiences");
  needs_version_2(cursor, "caution");
  if (const auto audiences = cursor.maybe("audiences")) {
    for (const auto& [audience, member] : audiences->members()) {
      question.audiences.emplace(audience, read_wording(member));
    }
  }
  if ((question.form == Form::kOpen) == question.scale.has_value()) {
    cursor.problem("HV-210", {"problem.subject.question"}, question.id.str(), {"problem.expected.scale_by_form"});
  }
  return question;
}

InstrumentKind kind_of(const std::string& word) {
  if (word == "stages") return InstrumentKind::kStages;
  if (word == "dyadic") return InstrumentKind::kDyadic;
  if (word == "reflection") return InstrumentKind::kReflection;
  if (word == "open") return InstrumentKind::kOpen;
  return InstrumentKind::kSurvey;
}

template <class Tag>
void check_ids(const std::vector<Id<Tag>>& ids, const char* what, const std::string& list, JsonProblems& problems) {
  std::set<std::string> seen;
  for (std::size_t i = 0; i < ids.size(); ++i) {
    const std::string& id = ids[i].str();
    const std::string pointer = "/" + list + "/" + std::to_string(i) + "/id";
    if (id.empty() || id.find_first_of(";,\t\r\n\"") != std::string::npos) {
      problems.add("HV-208", {"problem.subject.id_in", {{"list", what}}}, id, {"problem.expected.plain_id"}, pointer);
    }
    if (!seen.insert(id).second)
      problems.add("HV-201", {"problem.subject.id_in", {{"list", what}}}, id, {"problem.expected.id_once"}, pointer);
  }
}

template <class Items, class Tag>
auto find_by_id(const Items& items, const Id<Tag>& id) {
  auto found = items.begin();
  while (found != items.end() && !(found->id == id)) ++found;
  return found;
}

template <class Items, class Tag>
const auto& get_by_id(const Items& items, const Id<Tag>& id, const Claim& what) {
  const auto found = find_by_id(items, id);
  if (found != items.end()) return *found;
  std::vector<std::string> known;
  for (const auto& item : items) known.push_back(item.id.str());
  unknown_name("HV-502", what, id.str(), known, {"problem.expected.own_id"});
}

}  // namespace

std::string_view to_string(Form form) noexcept {
  return form == Form::kClosed ? "closed" : form == Form::kOpen ? "open" : "mixed";
}

std::string_view to_string(InstrumentKind kind) noexcept {
  switch (kind) {
    case InstrumentKind::kSurvey:
      return "survey";
    case InstrumentKind::kStages:
      return "stages";
    case InstrumentKind::kDyadic:
      return "dyadic";
    case InstrumentKind::kReflection:
      return "reflection";
    case InstrumentKind::kOpen:
      return "open";
  }
  return "";
}

std::string Source::citation() const {
  std::string text;
  for (std::size_t i = 0; i < authors.size(); ++i)
    text += (i == 0 ? "" : i + 1 == authors.size() ? " & " : ", ") + authors[i];
  if (text.empty()) text = publisher;
  if (year > 0) text += " (" + std::to_string(year) + ")";
  text += ". " + title + ".";
  if (!publisher.empty() && !authors.empty()) text += " " + publisher + ".";
  if (!section.empty()) text += " " + section + ".";
  return text;
}

Instrument Instrument::parse(std::string_view json, std::string_view file) {
  const detail::ParsedJson document = detail::parse_json(json, file);
  JsonProblems problems{.file = std::string(file), .issues = {}};
  const JsonCursor root(document, problems);
  root.allow_only({"schema", "id", "version", "kind", "title", "description", "source", "licence", "validated",
                   "private", "scales", "elements", "questions"});
  root.format("houvast-instrument");
  Instrument result;
  result.json_ = std::string(json);
  result.id_ = InstrumentId(root.at("id").string());
  result.version_ = root.at("version").string();
  result.kind_ = kind_of(root.at("kind").word({"survey", "stages", "dyadic", "reflection", "open"}));
  result.title_ = root.at("title").localized();
  result.description_ = root.at("description").localized();
  const JsonCursor source = root.at("source");
  source.allow_only({"title", "authors", "publisher", "year", "section"});
  result.source_ = {source.at("title").string(), source.at("authors").strings(), source.at("publisher").string(),
                    small_integer(source.at("year")), source.at("section").string()};
  result.licence_ = root.at("licence").string();
  result.validated_ = root.at("validated").boolean();
  result.private_ = root.at("private").boolean();
  std::vector<ScaleId> scale_ids;
  for (const JsonCursor& item : root.at("scales").items()) {
    Scale::Spec spec = read_scale(item);
    scale_ids.push_back(spec.id);
    try {
      result.scales_.emplace_back(std::move(spec));
    } catch (const ValidationError& error) {
      for (const Issue& issue : error.issues()) {
        problems.add(issue.code, issue.subject, issue.value, issue.expected, item.pointer(), issue.near);
      }
    }
  }
  for (const JsonCursor& item : root.at("elements").items()) result.elements_.push_back(read_element(item));
  const std::vector<JsonCursor> questions = root.at("questions").items();
  for (const JsonCursor& item : questions) result.questions_.push_back(read_question(item));
  problems.throw_if_any();

  std::vector<ElementId> element_ids;
  for (const Element& element : result.elements_) element_ids.push_back(element.id);
  std::vector<QuestionId> question_ids;
  for (const Question& question : result.questions_) question_ids.push_back(question.id);
  check_ids(scale_ids, "scale", "scales", problems);
  check_ids(element_ids, "element", "elements", problems);
  check_ids(question_ids, "question", "questions", problems);
  for (std::size_t i = 0; i < result.elements_.size(); ++i) {
    const auto& parent = result.elements_[i].parent;
    if (parent && find_by_id(result.elements_, *parent) == result.elements_.end()) {
      problems.add("HV-202", {"problem.subject.parent"}, parent->str(), {"problem.expected.own_element"},
                   "/elements/" + std::to_string(i) + "/parent");
    }
  }
  for (std::size_t i = 0; i < result.questions_.size(); ++i) {
    const Question& question = result.questions_[i];
    const std::string pointer = questions[i].pointer();
    if (find_by_id(result.elements_, question.element) == result.elements_.end()) {
      problems.add("HV-202", {"problem.subject.element"}, question.element.str(), {"problem.expected.own_element"},
                   pointer + "/element");
    }
    if (!question.scale) continue;
    const auto scale = std::find_if(result.scales_.begin(), result.scales_.end(),
                                    [&](const Scale& candidate) { return candidate.id() == *question.scale; });
    if (scale == result.scales_.end()) {
      problems.add("HV-202", {"problem.subject.scale"}, question.scale->str(), {"problem.expected.own_scale"},
                   pointer + "/scale");
    } else if (result.kind_ == InstrumentKind::kStages &&
               static_cast<int>(question.stages.size()) != scale->categories()) {
      problems.add("HV-210", argument("stages"), std::to_string(question.stages.size()),
                   {"problem.expected.one_per_value_of_scale", {{"n", scale->categories()}}}, pointer + "/stages");
    }
  }
  if (!problems.issues.empty()) throw ValidationError(problems.issues);
  for (const Scale& scale : result.scales_) result.turned_.push_back(scale.turned());
  return result;
}

const LocalizedText& Element::title_for(std::string_view audience) const {
  const auto own = audiences.find(std::string(audience));
  return own == audiences.end() ? title : own->second;
}

std::optional<LocalizedText> Question::wording(std::string_view audience) const {
  const auto own = audiences.find(std::string(audience));
  return own == audiences.end() ? std::optional(text) : own->second.text;
}

const Question& Instrument::question(const QuestionId& id) const {
  return get_by_id(questions_, id, {"problem.subject.question"});
}
const Element& Instrument::element(const ElementId& id) const {
  return get_by_id(elements_, id, {"problem.subject.element"});
}

const Scale& Instrument::scale(const ScaleId& id) const {
  for (const Scale& candidate : scales_) {
    if (candidate.id() == id) return candidate;
  }
  throw KeyError(
      {"HV-502", {"problem.subject.scale"}, id.str(), {"problem.expected.scale_of", {{"instrument", id_.str()}}}});
}

const Scale& Instrument::scale_of(const Question& question) const {
  const Scale& declared = scale(question.scale.value_or(ScaleId()));
  return question.reverse ? at(turned_, &declared - scales_.data()) : declared;
}

}  // namespace houvast::inline v0_1
