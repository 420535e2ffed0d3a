#include "houvast/study/names.hpp"

#include <algorithm>
#include <map>
#include <memory>
#include <mutex>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <variant>
#include <vector>

#include "base/index.hpp"
#include "houvast/instrument/catalogue.hpp"

namespace houvast::inline v0_1 {
using houvast::detail::at;
namespace {

// By kind and id.
using Titles = std::map<std::pair<std::string, std::string>, LocalizedText>;

void add_instrument(Titles& titles, const Instrument& instrument) {
  titles.try_emplace({"instrument", instrument.id().str()}, instrument.title());
  for (const Element& element : instrument.elements()) titles.try_emplace({"element", element.id.str()}, element.title);
  for (const Question& question : instrument.questions()) {
    titles.try_emplace({"question", question.id.str()}, question.text);
    for (const Stage& stage : question.stages) {
      titles.try_emplace({"stage", question.id.str() + ":" + std::to_string(stage.stage)}, stage.title);
    }
  }
}

Titles titles_of(const Study& study) {
  Titles titles;
  for (const Instrument& instrument : study.data().instruments) add_instrument(titles, instrument);
  for (const Relation& relation : study.data().relations) titles.try_emplace({"relation", relation.id}, relation.title);
  for (const Wave& wave : study.waves()) titles.try_emplace({"wave", wave.id.str()}, wave.label);
  for (const Question& question : instrument("know-your-partner").questions()) {
    titles.try_emplace({"condition", question.id.str()}, question.text);
  }
  return titles;
}

std::string in_quotes(const std::string& name) {
  return "‘" + name + "’";
}

// A comma would look like the next name.
std::string whole(const std::string& name) {
  return name.find(',') == std::string::npos ? name : in_quotes(name);
}

std::vector<std::string> parts_of(const std::string& joined) {
  const std::string_view between = kBothOf;
  std::vector<std::string> parts;
  std::size_t begin = 0;
  for (std::size_t end = joined.find(between); end != std::string::npos; end = joined.find(between, begin)) {
    parts.push_back(joined.substr(begin, end - begin));
    begin = end + between.size();
  }
  parts.push_back(joined.substr(begin));
  return parts;
}

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

// A title as a word within a sentence; an abbreviation keeps its capitals.
std::string in_lower_case(std::string title) {
  if (title.size() > 1 && lower(title[1]) == title[1]) title.front() = lower(title.front());
  return title;
}

// Whether a Dutch title is the id itself, but for capitals: so the default profile calls it.
bool is_said_as(const std::string& title, const std::string& id) {
  return std::equal(title.begin(), title.end(), id.begin(), id.end(), [](char a, char b) { return lower(a) == b; });
}

class StudyNames {
 public:
  StudyNames(Study study, PartyNamer party_name)
      : study_(std::move(study)), party_name_(std::move(party_name)), titles_(titles_of(study_)) {}

  [[nodiscard]] std::string call(const Named& name, const Language& language) const {
    if (name.kind == "party") return party(name.id, language);
    if (name.kind == "organisation") return organisation(name.id, language);
    if (name.kind == "group") return group(name.id, language);
    if (name.kind == "cell" || name.kind == "offer") return cell(name.id, language, name.kind == "offer");
    if (name.kind == "people") return inside("ecosystem.people", &Profile::perspectives, name.id, language);
    if (name.kind == "place") return inside("ecosystem.place", &Profile::levels, name.id, language);
    if (const Vocabulary* words = study_.profile().vocabulary(name.kind)) return words->title(name.id, language);
    const auto found = titles_.find({name.kind, name.id});
    const std::string title = found == titles_.end() ? "" : found->second.get(language);
    if (title.empty()) return name.id;
    return name.kind == "condition" ? in_quotes(title) : title;
  }

 private:
  [[nodiscard]] const Party* find_party(const std::string& id) const {
    const auto index = study_.party_index(PartyId(id));
    return index ? &at(study_.parties(), *index) : nullptr;
  }

  [[nodiscard]] std::string party(const std::string& id, const Language& language) const {
    const Party* found = find_party(id);
    return found == nullptr ? id : whole(party_name_(*found, language));
  }

  // An organisation may be named when one of its parties may; else it is called what its party is called.
  [[nodiscard]] std::string organisation(const std::string& id, const Language& language) const {
    const Party* found = find_party(id);
    if (found == nullptr) return id;
    const auto may_be_named = [&](const Party* other) { return party_name_(*other, language) == other->name; };
    if (!found->organisation.empty()) {
      const std::vector<const Party*>& all = parties_of(found->organisation);
      if (std::any_of(all.begin(), all.end(), may_be_named)) return whole(found->organisation);
    }
    return whole(party_name_(*found, language));
  }

  [[nodiscard]] const std::vector<const Party*>& parties_of(const std::string& organisation) const {
    std::call_once(organisations_.once, [this] {
      for (const Party& party : study_.parties()) organisations_.parties[party.organisation].push_back(&party);
    });
    return organisations_.parties.at(organisation);
  }

  // An attribute of the study's own ("need" as a column x_need) has values that are no words of the profile.
  [[nodiscard]] std::string group(const std::string& id, const Language& language) const {
    const std::size_t colon = id.find(':');
    if (colon == std::string::npos) return id;
    const std::string attribute = id.substr(0, colon), value = id.substr(colon + 1);
    const std::vector<std::string> attributes = attributes_of(study_, attribute);
    const std::vector<std::string> values = parts_of(value);
    if (attributes.size() == 1 || values.size() != attributes.size()) return value_of(attribute, value, language);
    std::string words;
    for (std::size_t i = 0; i < values.size(); ++i) {
      words += (i == 0 ? "" : kBothOf) + value_of(attributes[i], values[i], language);
    }
    return words;
  }

  [[nodiscard]] std::string value_of(const std::string& attribute, const std::string& value,
                                     const Language& language) const {
    if (attribute == "party") return party(value, language);
    const Vocabulary* words = study_.profile().vocabulary_of_attribute(attribute);
    return words == nullptr ? value : words->title(value, language);
  }

  // A cell of the need matrix: need/age/support level, of which the ids hold no '/'; inside a sentence in its words.
  [[nodiscard]] std::string cell(const std::string& id, const Language& language, bool inside) const {
    const std::size_t first = id.find('/'), second = id.find('/', first + 1);
    if (first == std::string::npos || second == std::string::npos) return id;
    const Profile& profile = study_.profile();
    const std::string need = profile.needs.title(id.substr(0, first), language);
    const std::string support = profile.support_levels.title(id.substr(second + 1), language);
    return say({inside ? "ecosystem.offer" : "ecosystem.cell",
                {{"need", inside ? in_lower_case(need) : need},
                 {"age", profile.ages.title(id.substr(first + 1, second - first - 1), language)},
                 {"support", inside ? in_lower_case(support) : support}}},
               language);
  }

  // Words of the default profile have a form for within a sentence; others are called by their title.
  [[nodiscard]] std::string inside(const char* message, const Vocabulary Profile::*words, const std::string& id,
                                   const Language& language) const {
    const std::string title = (study_.profile().*words).title(id, Language::kNl);
    const bool known = title == (default_profile().*words).title(id, Language::kNl) || is_said_as(title, id);
    return say({message, {{"id", known ? id : ""}, {"title", (study_.profile().*words).title(id, language)}}},
               language);
  }

  // Only some claims name organisations.
  struct Organisations {
    std::once_flag once;
    std::unordered_map<std::string_view, std::vector<const Party*>> parties;
  };

  Study study_;
  PartyNamer party_name_;
  Titles titles_;
  mutable Organisations organisations_;
};

}  // namespace

std::string own_name(const Party& party, const Language& /*language*/) {
  return party.name;
}

namespace {

// The meaning of a column → the kind of the ids in it.
const std::map<std::string, std::string, std::less<>>& kinds_by_meaning() {
  static const std::map<std::string, std::string, std::less<>> kinds{{"column.party_id", "party"},
                                                                     {"column.other_party_id", "party"},
                                                                     {"column.other_party_if_pair", "party"},
                                                                     {"column.object_a", "party"},
                                                                     {"column.object_a_of_row", "party"},
                                                                     {"column.object_b", "party"},
                                                                     {"column.object_b_of_row", "party"},
                                                                     {"column.id_at_level", "party"},
                                                                     {"column.wave_id", "wave"},
                                                                     {"column.earlier_wave", "wave"},
                                                                     {"column.later_wave", "wave"},
                                                                     {"column.instrument_id", "instrument"},
                                                                     {"column.element_id", "element"},
                                                                     {"column.element_of_question", "element"},
                                                                     {"column.question_id", "question"},
                                                                     {"column.relation_id", "relation"},
                                                                     {"column.domain_id", "domain"},
                                                                     {"column.other_domain_id", "domain"},
                                                                     {"column.party_domain", "domain"},
                                                                     {"column.party_sector", "sector"},
                                                                     {"column.party_level", "level"},
                                                                     {"column.party_perspective", "perspective"},
                                                                     {"column.group_value", "group"},
                                                                     {"column.group_x", "group"},
                                                                     {"column.group_y", "group"}};
  return kinds;
}

// A column for each attribute of groups that are combinations, beside the groups.
Table with_attributes(const Table& table, const std::vector<std::string>& attributes) {
  std::vector<Column> columns;
  for (const Column& column : table.columns()) {
    columns.push_back(column);
    if (column.meaning.id != "column.group_value") continue;
    const auto& groups = std::get<std::vector<std::string>>(column.data);
    for (std::size_t i = 0; i < attributes.size(); ++i) {
      std::vector<std::string> values;
      for (const std::string& group : groups) values.push_back(group.empty() ? "" : parts_of(group)[i]);
      columns.push_back(
          {attributes[i], std::move(values), {}, {"column.attribute_value", {{"attribute", attributes[i]}}}});
    }
  }
  return {table.title(), std::move(columns), table.provenance()};
}

}  // namespace

std::vector<std::string> attributes_of(const Study& study, const std::string& by) {
  const std::vector<std::string> own = study.attributes();
  if (std::find(own.begin(), own.end(), by) != own.end()) return {by};
  return parts_of(by);
}

Table titled(Table table, const Study& study) {
  const Namer names = names_of(study);
  const auto& options = table.provenance().options;
  const auto split = options.find("by");
  const std::string by = split == options.end() ? "" : split->second;
  if (const auto attributes = attributes_of(study, by); attributes.size() > 1) {
    table = with_attributes(table, attributes);
  }
  std::map<std::string, std::map<std::string, LocalizedText>> titles;
  for (const Column& column : table.columns()) {
    const auto kind = kinds_by_meaning().find(column.meaning.id);
    const auto* ids = std::get_if<std::vector<std::string>>(&column.data);
    if (kind == kinds_by_meaning().end() || ids == nullptr) continue;
    const std::string prefix = kind->second == "group" ? by + ":" : "";
    std::map<std::string, LocalizedText>& of_column = titles[column.name];
    for (const std::string& id : *ids) {
      if (id.empty() || of_column.contains(id)) continue;
      const Named name{kind->second, prefix + id};
      of_column.emplace(id, LocalizedText{names(name, Language::kNl), names(name, Language::kEn)});
    }
    std::erase_if(of_column, [](const auto& each) { return each.second.nl == each.first; });
  }
  return std::move(table).with_titles(std::move(titles));
}

Namer names_of(const Study& study, PartyNamer party_name) {
  return [names = std::make_shared<const StudyNames>(study, std::move(party_name))](
             const Named& name, const Language& language) { return names->call(name, language); };
}

}  // namespace houvast::inline v0_1
