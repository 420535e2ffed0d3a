#include "disclosure/public_names.hpp"

#include "houvast/text/say.hpp"

namespace houvast::inline v0_1 {
namespace detail {

PublicNames::PublicNames(const Study& study, std::int64_t threshold) : study_(study), threshold_(threshold) {
  for (const Party& party : study.parties()) {
    if (party.takes_part_in(study.last_wave().id)) count(party);
  }
}

void PublicNames::count(const Party& party) {
  ++parties_;
  ++of_domain_[party.domain];
  asked_["domain"][party.domain] += party.asked;
  asked_["level"][party.level] += party.asked;
  asked_["perspective"][party.perspective] += party.asked;
  asked_["sector"][party.sector] += party.asked;
  if (party.organisation.empty()) return;
  Organisation& organisation = organisations_[party.organisation];
  organisation.people += party.asked;
  ++organisation.parties;
  for (const std::string& purpose : consent_purposes()) organisation.agreed[purpose] += party.consents_to(purpose);
}

bool PublicNames::could_be_many_of(const std::string& domain) const {
  const auto found = of_domain_.find(domain);
  return !domain.empty() && found != of_domain_.end() && found->second >= threshold_;
}

bool PublicNames::may_name_organisation(const Party& spokesman, std::string_view purpose) const {
  const auto found = organisations_.find(spokesman.organisation);
  if (found == organisations_.end()) return spokesman.consents_to(purpose);
  const Organisation& organisation = found->second;
  if (organisation.people >= threshold_) return true;
  const auto agreed = organisation.agreed.find(purpose);
  return agreed != organisation.agreed.end() && agreed->second == organisation.parties;
}

bool PublicNames::enough_asked(const std::string& attribute, const std::string& group) const {
  const auto& groups = asked_.at(attribute);
  const auto found = groups.find(group);
  return found != groups.end() && found->second >= threshold_;
}

std::string PublicNames::name(const Party& party, std::string_view purpose, const Language& language) const {
  if (party.consents_to(purpose)) return party.name;
  if (!could_be_many_of(party.domain)) return say({"release.a_party", {}}, language);
  return say({"release.a_party_from", {{"domain", study_.profile().domains.title(party.domain, language)}}}, language);
}

std::string PublicNames::in_list(const Party& party, std::string_view purpose, const Language& language) const {
  if (party.consents_to(purpose)) return party.name;
  if (!could_be_many_of(party.domain)) return say({"release.at_least_one", {}}, language);
  const std::string domain = study_.profile().domains.title(party.domain, language);
  return say({"release.at_least_one_from", {{"domain", domain}}}, language);
}

}  // namespace detail

std::string public_name(const Study& study, const Party& party, std::string_view purpose, std::int64_t threshold,
                        const Language& language) {
  return detail::PublicNames(study, threshold).name(party, purpose, language);
}

}  // namespace houvast::inline v0_1
