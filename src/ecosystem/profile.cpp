#include "houvast/ecosystem/profile.hpp"

#include <set>

#include "base/json_reader.hpp"
#include "houvast/instrument/scale.hpp"
#include "instrument/embedded.hpp"

namespace houvast {
namespace {

using detail::JsonCursor;
using detail::JsonProblems;

Vocabulary read_vocabulary(const JsonCursor& root, const char* name) {
  std::vector<Term> terms;
  std::set<std::string> seen;
  for (const JsonCursor& item : root.at(name).items()) {
    item.allow_only({"id", "title", "expected", "parent", "has_levels"});
    Term term{item.at("id").string(), item.at("title").localized()};
    if (const auto expected = item.maybe("expected")) term.expected = expected->boolean();
    if (const auto parent = item.maybe("parent")) term.parent = parent->string();
    if (const auto levels = item.maybe("has_levels")) term.has_levels = levels->boolean();
    if (term.id.empty() || term.id.find(';') != std::string::npos) {
      item.problem("HV-208", std::string(name) + " id", term.id, "a text without ';'");
    }
    if (!seen.insert(term.id).second) item.problem("HV-201", std::string(name) + " id", term.id, "each id once");
    terms.push_back(std::move(term));
  }
  return {name, std::move(terms)};
}

void must_know(const Vocabulary& vocabulary, const std::string& id, const JsonCursor& cursor) {
  if (vocabulary.term(id) == nullptr) {
    cursor.problem("HV-202", vocabulary.name() + " id", id, "a known id ('" + vocabulary.nearest_to(id) + "' perhaps)");
  }
}

}  // namespace

std::optional<std::string> Vocabulary::find(std::string_view word) const {
  const std::string folded = fold_label(word);
  for (const Term& term : terms_) {
    if (folded == fold_label(term.id) || folded == fold_label(term.title.nl) || folded == fold_label(term.title.en)) {
      return term.id;
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

std::string Vocabulary::title(std::string_view id, Language language) const {
  const Term* found = term(id);
  return found == nullptr ? std::string(id) : found->title.get(language);
}

Profile Profile::parse(std::string_view json, std::string_view file) {
  const detail::Json document = detail::parse_json(json, file);
  JsonProblems problems{std::string(file), {}};
  const JsonCursor root(document, problems);
  root.allow_only({"schema", "id", "title", "domains", "sectors", "levels", "perspectives", "roles", "informal_domain",
                   "family_perspectives", "driving_role"});
  if (const std::string schema = root.at("schema").string(); schema != "houvast-profile/1") {
    problems.add("HV-115", "schema", schema, "houvast-profile/1", "/schema");
    problems.throw_if_any();
  }
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
  problems.throw_if_any();
  must_know(profile.domains, profile.informal_domain, root.at("informal_domain"));
  must_know(profile.roles, profile.driving_role, root.at("driving_role"));
  for (const JsonCursor& item : root.at("family_perspectives").items())
    must_know(profile.perspectives, item.string(), item);
  for (const JsonCursor& item : root.at("sectors").items()) {
    if (const auto parent = item.maybe("parent")) must_know(profile.domains, parent->string(), *parent);
  }
  if (!problems.issues.empty()) throw ValidationError(problems.issues);
  return profile;
}

const Profile& default_profile() {
  static const Profile profile = Profile::parse(detail::embedded_file("profile.json"), "profile.json");
  return profile;
}

}  // namespace houvast
