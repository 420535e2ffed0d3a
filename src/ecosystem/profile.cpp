#include "houvast/ecosystem/profile.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "base/json_members.hpp"
#include "base/json_reader.hpp"
#include "houvast/instrument/scale.hpp"
#include "houvast/text/say.hpp"
#include "instrument/embedded.hpp"

namespace houvast::inline v0_1 {
namespace {

using detail::JsonCursor;
using detail::JsonProblems;

Vocabulary read_vocabulary(const JsonCursor& root, const char* name) {
  std::vector<Term> terms;
  std::set<std::string> seen;
  for (const JsonCursor& item : root.at(name).items()) {
    item.allow_only({"id", "title", "expected", "parent", "has_levels", "perspective", "population"});
    Term term{item.at("id").string(), item.at("title").localized()};
    if (const auto expected = item.maybe("expected")) term.expected = expected->boolean();
    if (const auto parent = item.maybe("parent")) term.parent = parent->string();
    if (const auto levels = item.maybe("has_levels")) term.has_levels = levels->boolean();
    if (const auto perspective = item.maybe("perspective")) term.perspective = perspective->string();
    if (const auto population = item.maybe("population")) term.population = population->integer(1, 1'000'000'000);
    if (term.id.empty() || term.id.find(';') != std::string::npos) {
      item.problem("HV-208", {"problem.subject.id_in", {{"list", name}}}, term.id, {"problem.expected.term"});
    }
    if (!seen.insert(term.id).second)
      item.problem("HV-201", {"problem.subject.id_in", {{"list", name}}}, term.id, {"problem.expected.id_once"});
    terms.push_back(std::move(term));
  }
  return {name, std::move(terms)};
}

void must_know(const Vocabulary& vocabulary, const std::string& id, const JsonCursor& cursor) {
  if (vocabulary.term(id) == nullptr) {
    cursor.problem("HV-202", {"problem.subject.id_in", {{"list", vocabulary.name()}}}, id,
                   {"problem.expected.known_id"}, vocabulary.nearest_to(id));
  }
}

Vocabulary read_optional_vocabulary(const JsonCursor& root, const char* name) {
  return root.maybe(name) ? read_vocabulary(root, name) : Vocabulary(name, {});
}

Thresholds read_thresholds(const JsonCursor& cursor) {
  cursor.allow_only({"response", "observed", "significance", "parity", "mutual", "steps", "overlap"});
  Thresholds thresholds;
  const auto share = [&cursor](const char* key, double& value) {
    const auto item = cursor.maybe(key);
    if (!item) return;
    value = item->number();
    if (!(value >= 0 && value <= 1)) item->problem("HV-210", argument(key), "", {"problem.expected.share"});
  };
  share("response", thresholds.response);
  share("observed", thresholds.observed);
  share("significance", thresholds.significance);
  share("parity", thresholds.parity);
  share("mutual", thresholds.mutual);
  if (const auto steps = cursor.maybe("steps")) thresholds.steps = steps->integer(1, 10);
  if (const auto overlap = cursor.maybe("overlap")) thresholds.overlap = overlap->integer(2, 1000);
  return thresholds;
}

// A word of the need matrix is part of "need/age/support level" in the parties table.
void must_fit_a_cell(const JsonCursor& root, const char* name) {
  const auto list = root.maybe(name);
  if (!list) return;
  for (const JsonCursor& item : list->items()) {
    const std::string id = item.at("id").string();
    if (id.find('/') != std::string::npos || id == "*") {
      item.problem("HV-208", {"problem.subject.id_in", {{"list", name}}}, id, {"problem.expected.term_in_offers"});
    }
  }
}

// Every check has its title in the catalogue.
std::vector<std::string> known_checks() {
  constexpr std::string_view kPrefix = "coverage.title.";
  std::vector<std::string> ids;
  for (const auto& [key, text] : messages(Language::kEn.tag())) {
    if (key.starts_with(kPrefix)) ids.push_back(key.substr(kPrefix.size()));
  }
  std::sort(ids.begin(), ids.end(), [](const std::string& a, const std::string& b) {
    return a.size() != b.size() ? a.size() < b.size() : a < b;
  });
  return ids;
}

std::vector<std::string> read_checks(const JsonCursor& list) {
  const std::vector<std::string> known = known_checks();
  std::vector<std::string> checks;
  for (const JsonCursor& item : list.items()) {
    checks.push_back(item.string());
    if (std::find(known.begin(), known.end(), checks.back()) == known.end()) {
      item.problem("HV-207", argument("not_applicable"), checks.back(),
                   {"problem.expected.check", {{"first", known.front()}, {"last", known.back()}}});
    }
  }
  return checks;
}

}  // namespace

std::optional<std::string> Vocabulary::find(std::string_view word) const {
  const std::string folded = fold_label(word);
  for (const Term& term : terms_) {
    if (folded == fold_label(term.id)) return term.id;
    for (const std::string& title : term.title.readings()) {
      if (folded == fold_label(title)) return term.id;
    }
  }
  return std::nullopt;
}

const Term* Vocabulary::term(std::string_view id) const {
  for (const Term& term : terms_) {
    if (term.id == id) return &term;
  }
  return nullptr;
}

std::string Vocabulary::nearest_to(std::string_view word) const {
  std::vector<std::string> ids;
  for (const Term& term : terms_) ids.push_back(term.id);
  return nearest(fold_label(word), ids);
}

std::string Vocabulary::title(std::string_view id, const Language& language) const {
  const Term* found = term(id);
  return found == nullptr ? std::string(id) : found->title.get(language);
}

const Vocabulary* Profile::vocabulary(std::string_view kind) const {
  const std::pair<std::string_view, const Vocabulary*> further[] = {
      {"role", &roles}, {"decision", &decisions}, {"expertise", &expertise},
      {"need", &needs}, {"age", &ages},           {"support", &support_levels}};
  for (const auto& [name, words] : further) {
    if (name == kind) return words;
  }
  return vocabulary_of_attribute(kind);
}

const Vocabulary* Profile::vocabulary_of_attribute(std::string_view attribute) const {
  if (attribute == "domain") return &domains;
  if (attribute == "sector") return &sectors;
  if (attribute == "level") return &levels;
  if (attribute == "perspective") return &perspectives;
  return nullptr;
}

Profile Profile::parse(std::string_view json, std::string_view file) {
  const detail::ParsedJson document = detail::parse_json(json, file);
  JsonProblems problems{std::string(file), {}};
  const JsonCursor root(document, problems);
  root.allow_only({"schema", "id", "title", "domains", "sectors", "levels", "perspectives", "roles", "informal_domain",
                   "family_perspectives", "driving_role", "mandate_role", "decisions", "expertise", "needs", "ages",
                   "support_levels", "not_applicable", "thresholds"});
  root.format("houvast-profile");
  Profile profile;
  profile.json = std::string(json);
  profile.id = root.at("id").string();
  profile.title = root.at("title").localized();
  profile.domains = read_vocabulary(root, "domains");
  profile.sectors = read_vocabulary(root, "sectors");
  profile.levels = read_vocabulary(root, "levels");
  profile.perspectives = read_vocabulary(root, "perspectives");
  profile.roles = read_vocabulary(root, "roles");
  profile.informal_domain = root.at("informal_domain").string();
  profile.family_perspectives = root.at("family_perspectives").strings();
  profile.driving_role = root.at("driving_role").string();
  if (const auto role = root.maybe("mandate_role")) profile.mandate_role = role->string();
  profile.decisions = read_optional_vocabulary(root, "decisions");
  profile.expertise = read_optional_vocabulary(root, "expertise");
  profile.needs = read_optional_vocabulary(root, "needs");
  profile.ages = read_optional_vocabulary(root, "ages");
  profile.support_levels = read_optional_vocabulary(root, "support_levels");
  for (const char* name : {"needs", "ages", "support_levels"}) must_fit_a_cell(root, name);
  if (const auto list = root.maybe("not_applicable")) profile.not_applicable = read_checks(*list);
  if (const auto thresholds = root.maybe("thresholds")) profile.thresholds = read_thresholds(*thresholds);
  problems.throw_if_any();
  must_know(profile.domains, profile.informal_domain, root.at("informal_domain"));
  must_know(profile.roles, profile.driving_role, root.at("driving_role"));
  if (const auto role = root.maybe("mandate_role")) must_know(profile.roles, profile.mandate_role, *role);
  for (const JsonCursor& item : root.at("family_perspectives").items())
    must_know(profile.perspectives, item.string(), item);
  for (const JsonCursor& item : root.at("sectors").items()) {
    if (const auto parent = item.maybe("parent")) must_know(profile.domains, parent->string(), *parent);
  }
  for (const JsonCursor& item : root.at("domains").items()) {
    if (const auto of = item.maybe("perspective")) must_know(profile.perspectives, of->string(), *of);
  }
  if (!problems.issues.empty()) throw ValidationError(problems.issues);
  return profile;
}

Profile expecting(const Profile& profile, const std::vector<std::string>& decisions,
                  const std::vector<std::string>& expertise) {
  std::vector<detail::JsonMember> members = detail::members_in_order(profile.json);
  bool changed = false;
  const auto expect = [&](const char* name, const Vocabulary& known, std::vector<std::string> words) {
    std::sort(words.begin(), words.end());
    words.erase(std::unique(words.begin(), words.end()), words.end());
    for (const std::string& word : words) {
      if (known.find(word)) continue;
      auto list = std::find_if(members.begin(), members.end(),
                               [name](const detail::JsonMember& each) { return each.first == name; });
      if (list == members.end()) list = members.insert(list, {name, {}});
      if (list->second.is_null()) list->second = detail::JsonText::array();
      list->second.push_back({{"id", word}, {"title", {{"nl", word}, {"en", word}}}});
      changed = true;
    }
  };
  expect("decisions", profile.decisions, decisions);
  expect("expertise", profile.expertise, expertise);
  return changed ? Profile::parse(detail::object_of(members).indented(2)) : profile;
}

const Profile& default_profile() {
  static const Profile profile = Profile::parse(detail::embedded_file("profile.json"), "profile.json");
  return profile;
}

}  // namespace houvast::inline v0_1
