#include "houvast/study/names.hpp"

#include <algorithm>
#include <map>
#include <memory>
#include <utility>

#include "houvast/instrument/catalogue.hpp"

namespace houvast {
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

class StudyNames {
 public:
  StudyNames(Study study, PartyNamer party_name)
      : study_(std::move(study)), party_name_(std::move(party_name)), titles_(titles_of(study_)) {}

  [[nodiscard]] std::string call(const Named& name, const Language& language) const {
    if (name.kind == "party") return party(name.id, language);
    if (name.kind == "organisation") return organisation(name.id, language);
    if (name.kind == "group") return group(name.id, language);
    if (name.kind == "cell") return cell(name.id, language);
    if (const Vocabulary* words = study_.profile().vocabulary(name.kind)) return words->title(name.id, language);
    const auto found = titles_.find({name.kind, name.id});
    const std::string title = found == titles_.end() ? "" : found->second.get(language);
    if (title.empty()) return name.id;
    return name.kind == "condition" ? in_quotes(title) : title;
  }

 private:
  [[nodiscard]] const Party* find_party(const std::string& id) const {
    const auto index = study_.party_index(PartyId(id));
    return index ? &study_.parties()[static_cast<std::size_t>(*index)] : nullptr;
  }

  [[nodiscard]] std::string party(const std::string& id, const Language& language) const {
    const Party* found = find_party(id);
    return found == nullptr ? id : whole(party_name_(*found, language));
  }

  // An organisation may be named when one of its parties may; else it is called what its party is called.
  [[nodiscard]] std::string organisation(const std::string& id, const Language& language) const {
    const Party* found = find_party(id);
    if (found == nullptr) return id;
    const bool may_be_named =
        !found->organisation.empty() &&
        std::any_of(study_.parties().begin(), study_.parties().end(), [&](const Party& other) {
          return other.organisation == found->organisation && party_name_(other, language) == other.name;
        });
    return whole(may_be_named ? found->organisation : party_name_(*found, language));
  }

  // An attribute of the study's own ("need" as a column x_need) has values that are no words of the profile.
  [[nodiscard]] std::string group(const std::string& id, const Language& language) const {
    const std::size_t colon = id.find(':');
    if (colon == std::string::npos) return id;
    const std::string attribute = id.substr(0, colon), value = id.substr(colon + 1);
    if (attribute == "party") return party(value, language);
    const Vocabulary* words = study_.profile().vocabulary_of_attribute(attribute);
    return words == nullptr ? value : words->title(value, language);
  }

  // A cell of the need matrix: need/age/support level, of which the ids hold no '/'.
  [[nodiscard]] std::string cell(const std::string& id, const Language& language) const {
    const std::size_t first = id.find('/'), second = id.find('/', first + 1);
    if (first == std::string::npos || second == std::string::npos) return id;
    const Profile& profile = study_.profile();
    return say({"ecosystem.cell",
                {{"need", profile.needs.title(id.substr(0, first), language)},
                 {"age", profile.ages.title(id.substr(first + 1, second - first - 1), language)},
                 {"support", profile.support_levels.title(id.substr(second + 1), language)}}},
               language);
  }

  Study study_;
  PartyNamer party_name_;
  Titles titles_;
};

}  // namespace

std::string own_name(const Party& party, const Language& /*language*/) {
  return party.name;
}

Namer names_of(const Study& study, PartyNamer party_name) {
  return [names = std::make_shared<const StudyNames>(study, std::move(party_name))](
             const Named& name, const Language& language) { return names->call(name, language); };
}

}  // namespace houvast
