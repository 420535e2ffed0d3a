#include "io/study_header.hpp"

#include "base/json_members.hpp"
#include "houvast/instrument/catalogue.hpp"

namespace houvast::inline v0_1::detail {
namespace {

// Reads a nested document with its own reader and moves its problems to this place.
template <class Read>
void read_nested(const JsonCursor& cursor, JsonProblems& problems, const Read& read) {
  try {
    read(cursor.node()->dump());
  } catch (const Error& error) {
    for (const Issue& issue : error.issues()) {
      problems.add(issue.code, issue.subject, issue.value, issue.expected, cursor.pointer() + issue.where.pointer,
                   issue.near);
    }
  }
}

void read_instrument(const JsonCursor& cursor, StudyData& data, JsonProblems& problems) {
  if (cursor.node()->is_object()) {
    read_nested(cursor, problems,
                [&](const std::string& json) { data.instruments.push_back(Instrument::parse(json)); });
    return;
  }
  const std::string id = cursor.string();
  try {
    data.instruments.push_back(instrument(id));
  } catch (const KeyError& error) {
    const Issue& issue = error.issues().front();
    problems.add(issue.code, issue.subject, id, issue.expected, cursor.pointer(), issue.near);
  }
}

// A language that houvast speaks, by its tag.
std::string read_language(const JsonCursor& cursor) {
  const bool is_known = cursor.node()->is_string() && find_language(cursor.string());
  return is_known ? cursor.string() : cursor.word(languages());
}

std::string optional_text(const JsonCursor& of, std::string_view key) {
  const auto cursor = of.maybe(key);
  return cursor ? cursor->string() : std::string();
}

// A wave that names no instruments asks all of the study.
Wave read_wave(const JsonCursor& item, const StudyData& data) {
  item.allow_only({"id", "date", "label", "instruments"});
  Wave wave;
  wave.id = WaveId(item.at("id").string());
  wave.date = optional_text(item, "date");
  const auto label = item.maybe("label");
  wave.label = label ? label->localized() : LocalizedText{wave.id.str(), wave.id.str()};
  if (const auto asked = item.maybe("instruments")) {
    for (const std::string& id : asked->strings()) wave.instruments.emplace_back(id);
  } else {
    for (const Instrument& each : data.instruments) wave.instruments.push_back(each.id());
  }
  return wave;
}

Relation read_relation(const JsonCursor& item) {
  item.allow_only({"id", "title", "directed", "complete", "max_strength"});
  Relation relation;
  relation.id = item.at("id").string();
  relation.title = item.at("title").localized();
  if (const auto directed = item.maybe("directed")) relation.directed = directed->boolean();
  if (const auto complete = item.maybe("complete")) relation.complete = complete->boolean();
  if (const auto strength = item.maybe("max_strength")) relation.max_strength = strength->number();
  return relation;
}

JsonText localized(const LocalizedText& text) {
  JsonText by_tag = {{"nl", text.nl}, {"en", text.en}};
  for (const auto& [tag, other] : text.others) by_tag.add(tag, other);
  return by_tag;
}

JsonText list(const std::vector<std::string>& items) {
  JsonText result = JsonText::array();
  for (const std::string& item : items) result.push_back(item);
  return result;
}

// By its name when it is one of the catalogue's.
JsonText written(const Instrument& own, const std::vector<std::string>& catalogue) {
  for (const std::string& id : catalogue) {
    if (id == own.id().str() && instrument(id).json() == own.json()) return id;
  }
  return object_of(members_in_order(own.json()));
}

JsonText written(const Wave& wave) {
  JsonText entry = {{"id", wave.id.str()}};
  if (!wave.date.empty()) entry.add("date", wave.date);
  entry.add("label", localized(wave.label));
  JsonText ids = JsonText::array();
  for (const InstrumentId& id : wave.instruments) ids.push_back(id.str());
  entry.add("instruments", ids);
  return entry;
}

JsonText written(const Relation& relation) {
  return {{"id", relation.id},
          {"title", localized(relation.title)},
          {"directed", relation.directed},
          {"complete", relation.complete},
          {"max_strength", relation.max_strength}};
}

}  // namespace

void read_study_header(const JsonCursor& root, StudyData& data, JsonProblems& problems, bool with_tables) {
  if (with_tables) {
    root.allow_only({"schema",    "id",          "title",    "language",    "fictional",   "source", "licence",
                     "retention", "asked_known", "split_by", "profile",     "instruments", "waves",  "relations",
                     "parties",   "answers",     "ties",     "assessments", "goals",       "matrix"});
  } else {
    root.allow_only({"schema", "id", "title", "language", "fictional", "source", "licence", "retention", "asked_known",
                     "split_by", "profile", "instruments", "waves", "relations"});
  }
  if (const std::string schema = root.at("schema").string(); schema != "houvast-study/1") {
    problems.add("HV-115", {"problem.subject.schema"}, schema,
                 {"problem.expected.exactly", {{"text", "houvast-study/1"}}}, "/schema");
    problems.throw_if_any();
  }
  data.id = root.at("id").string();
  data.title = root.at("title").localized();
  if (const auto language = root.maybe("language")) data.language = read_language(*language);
  if (const auto fictional = root.maybe("fictional")) data.fictional = fictional->boolean();
  data.source = optional_text(root, "source");
  data.licence = optional_text(root, "licence");
  data.retention = optional_text(root, "retention");
  if (const auto known = root.maybe("asked_known")) data.asked_known = known->boolean();
  if (const auto columns = root.maybe("split_by")) data.split_by = columns->strings();
  if (const auto profile = root.maybe("profile")) {
    read_nested(*profile, problems, [&](const std::string& json) { data.profile = Profile::parse(json); });
  }
  for (const JsonCursor& item : root.at("instruments").items()) read_instrument(item, data, problems);
  for (const JsonCursor& item : root.at("waves").items()) data.waves.push_back(read_wave(item, data));
  if (const auto relations = root.maybe("relations")) {
    for (const JsonCursor& item : relations->items()) data.relations.push_back(read_relation(item));
  }
}

JsonText study_header(const StudyData& data) {
  JsonText header = {{"schema", "houvast-study/1"},
                     {"id", data.id},
                     {"title", localized(data.title)},
                     {"language", data.language},
                     {"fictional", data.fictional}};
  const auto add_text = [&header](const char* key, const std::string& text) {
    if (!text.empty()) header.add(key, text);
  };
  add_text("source", data.source);
  add_text("licence", data.licence);
  add_text("retention", data.retention);
  if (!data.asked_known) header.add("asked_known", false);
  if (!data.split_by.empty()) header.add("split_by", list(data.split_by));
  if (data.profile.json != default_profile().json)
    header.add("profile", object_of(members_in_order(data.profile.json)));
  JsonText of_instruments = JsonText::array(), of_waves = JsonText::array(), of_relations = JsonText::array();
  const auto catalogue = instruments();
  for (const Instrument& each : data.instruments) of_instruments.push_back(written(each, catalogue));
  for (const Wave& wave : data.waves) of_waves.push_back(written(wave));
  for (const Relation& relation : data.relations) of_relations.push_back(written(relation));
  header.add("instruments", of_instruments);
  header.add("waves", of_waves);
  header.add("relations", of_relations);
  return header;
}

}  // namespace houvast::inline v0_1::detail
