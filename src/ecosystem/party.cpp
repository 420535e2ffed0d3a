#include "houvast/ecosystem/party.hpp"

#include <algorithm>

namespace houvast::inline v0_1 {

bool Party::has_role(const std::string& role) const {
  return std::find(roles.begin(), roles.end(), role) != roles.end();
}

bool Party::consents_to(std::string_view purpose) const {
  if (purpose == "picture" && consent) return *consent;
  return std::find(consent_for.begin(), consent_for.end(), purpose) != consent_for.end();
}

bool Party::takes_part_in(const WaveId& wave) const {
  return waves.empty() || std::find(waves.begin(), waves.end(), wave) != waves.end();
}

const std::vector<std::string>& consent_purposes() {
  static const std::vector<std::string> purposes = {"picture", "silent", "only_link", "mandate", "contacts", "owner"};
  return purposes;
}

const std::vector<std::string>& party_kinds() {
  static const std::vector<std::string> kinds = {"person", "discipline", "government", "organisation", "group"};
  return kinds;
}

}  // namespace houvast::inline v0_1
