#include <algorithm>

#include "houvast/base/choice.hpp"
#include "houvast/base/stop.hpp"
#include "houvast/instrument/catalogue.hpp"
#include "study/validator.hpp"

// Parties: who they are, in the words of the profile, and what they consent to.

namespace houvast::inline v0_1::detail {

void Validator::must_be_term(const Vocabulary& vocabulary, const std::string& id, const Where& where,
                             const char* column) {
  if (id.empty() || vocabulary.term(id) != nullptr) return;
  add("HV-207", {"problem.subject.in_column", {{"column", column}}}, id,
      {"problem.expected.word_of_profile", {{"list", vocabulary.name()}}}, where, column, vocabulary.nearest_to(id));
}

void Validator::must_be_form(const std::string& id, const Where& where) {
  std::vector<std::string> known;
  for (const FormOfCollaboration& form : forms_of_collaboration()) {
    for (const FormOfCollaboration::Variant& variant : form.variants) {
      if (variant.id == id) return;
      known.push_back(variant.id);
    }
  }
  add("HV-207", {"problem.subject.form_of_collaboration"}, id,
      {"problem.expected.between", {{"low", "F1.1"}, {"high", "F3.3"}}}, where, "forms", nearest(id, known));
}

void Validator::must_be_offer(const std::string& offer, const Where& where) {
  const Vocabulary* vocabularies[] = {&data_.profile.needs, &data_.profile.ages, &data_.profile.support_levels};
  if (std::count(offer.begin(), offer.end(), '/') != 2) {
    add("HV-207", {"problem.subject.offer"}, offer, {"problem.expected.offer"}, where, "offers");
    return;
  }
  std::size_t begin = 0;
  for (const Vocabulary* vocabulary : vocabularies) {
    const std::size_t end = std::min(offer.find('/', begin), offer.size());
    const std::string word = offer.substr(begin, end - begin);
    begin = end + 1;
    if (word == "*" || vocabulary->term(word) != nullptr) continue;
    add("HV-207", {"problem.subject.offer"}, offer,
        {"problem.expected.offer_of_profile", {{"list", vocabulary->name()}}}, where, "offers",
        vocabulary->nearest_to(word));
  }
}

void Validator::must_be_consent(const Party& party) {
  const auto& purposes = consent_purposes();
  for (const std::string& purpose : party.consent_for) {
    if (std::find(purposes.begin(), purposes.end(), purpose) != purposes.end()) continue;
    add("HV-207", {"problem.subject.consent_purpose"}, purpose,
        {"problem.expected.one_of", {{"choices", in_a_row(purposes)}}}, party.where, "consent_for",
        nearest(purpose, purposes));
  }
  if (!party.consent.value_or(true) && !party.consent_for.empty()) {  // taken back in one of two cells
    add("HV-209", {"problem.subject.in_column", {{"column", "consent_for"}}}, party.consent_for.front(),
        {"problem.expected.no_purpose_beside_no"}, party.where, "consent_for");
  }
  if (!party.consent_on.empty() && !is_date(party.consent_on)) {
    add("HV-206", {"problem.subject.in_column", {{"column", "consent_on"}}}, party.consent_on, {"problem.expected.day"},
        party.where, "consent_on");
  }
}

void Validator::parties() {
  StopPoints looked(1024);
  for (const Party& party : data_.parties) {
    looked();
    const Where& where = party.where;
    check_id(party.id.str(), {"problem.subject.party_id"}, where, "id");
    if (!party_index_.emplace(party.id.str(), party_index_.size()).second) {
      add("HV-201", {"problem.subject.party_id"}, party.id.str(), {"problem.expected.id_once"}, where, "id");
    }
    const auto& kinds = party_kinds();
    if (std::find(kinds.begin(), kinds.end(), party.kind) == kinds.end()) {
      add("HV-207", {"problem.subject.kind"}, party.kind, {"problem.expected.kind_of_party"}, where, "kind",
          nearest(party.kind, kinds));
    }
    must_be_term(data_.profile.domains, party.domain, where, "domain");
    must_be_term(data_.profile.sectors, party.sector, where, "sector");
    must_be_term(data_.profile.levels, party.level, where, "level");
    must_be_term(data_.profile.perspectives, party.perspective, where, "perspective");
    for (const std::string& role : party.roles) must_be_term(data_.profile.roles, role, where, "roles");
    must_be_consent(party);
    for (const std::string& form : party.forms) must_be_form(form, where);
    for (const std::string& offer : party.offers) must_be_offer(offer, where);
    for (const WaveId& wave : party.waves) must_be_wave(wave, where, "waves");
    if (party.asked < 0)
      add("HV-210", {"problem.subject.in_column", {{"column", "asked"}}}, std::to_string(party.asked),
          {"problem.expected.at_least", {{"low", 0}}}, where, "asked");
  }
  for (const Party& party : data_.parties) {  // what refers to other parties, now that all are known
    for (const PartyId& id : party.knows_motives_of) must_be_party(id, party.where, "knows_motives_of");
  }
  if (data_.parties.empty())
    add("HV-210", {"problem.subject.parties"}, "", {"problem.expected.one_party"},
        data_.one_file ? in_study("/parties") : Where{"parties.csv", std::nullopt, "", ""});
}

void Validator::split_by() {
  std::set<std::string> own;
  for (const Party& party : data_.parties) {
    for (const auto& [name, value] : party.attributes) own.insert(name);
  }
  for (const char* taken : {"organisation", "kind", "party"}) own.erase(taken);  // what these words mean to a split
  for (std::size_t i = 0; i < data_.split_by.size(); ++i) {
    const std::string& name = data_.split_by[i];
    if (own.count(name) == 0) {
      add("HV-202", {"problem.subject.split_by"}, name, {"problem.expected.own_column"},
          in_study("/split_by/" + std::to_string(i)), "", nearest(name, own));
    }
  }
}

}  // namespace houvast::inline v0_1::detail
