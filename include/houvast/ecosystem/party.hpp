#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "houvast/api.hpp"
#include "houvast/base/error.hpp"
#include "houvast/base/id.hpp"

namespace houvast::inline v0_1 {

/// Who takes part: a person, a discipline, a government body, an organisation or a group.
struct HOUVAST_API Party {
  PartyId id;
  std::string name{};
  std::string kind = "person";
  std::string domain{};                 ///< of the profile's vocabulary; empty = not known
  std::string sector{};                 ///< idem
  std::string level{};                  ///< idem
  std::string organisation{};           ///< free
  std::string perspective{};            ///< of the profile's vocabulary; empty = not known
  std::vector<std::string> roles{};     ///< kartrekker, mandaathouder, verwijzer
  std::vector<std::string> mandates{};  ///< decisions that the party can take
  std::vector<std::string> motives{};   ///< M1–M5
  std::vector<std::string> expertise{};
  std::vector<PartyId> knows_motives_of{};  ///< parties whose motives it says that it knows
  std::vector<std::string> forms{};         ///< forms of collaboration that it takes part in, F1.1–F3.3
  std::vector<std::string> offers{};        ///< what it offers for whom: need/age/support level, * for every one
  std::optional<bool> consent{};            ///< to be shown by name in a picture; nothing = not asked
  std::vector<std::string> consent_for{};   ///< what else it may be named for, of consent_purposes()
  std::string consent_by{};                 ///< who gave consent
  std::string consent_on{};                 ///< ISO day on which, or empty
  std::int64_t asked = 1;                   ///< how many people of this party were asked in each wave
  std::vector<WaveId> waves{};              ///< waves in which it takes part; empty = all
  std::map<std::string, std::string> attributes{};  ///< the user's own columns x_…, without the prefix
  Where where{};                                    ///< where it was read

  [[nodiscard]] bool has_role(const std::string& role) const;
  /// Whether it agreed to be named for this, one of consent_purposes().
  [[nodiscard]] bool consents_to(std::string_view purpose) const;
  [[nodiscard]] bool takes_part_in(const WaveId& wave) const;
};

/// What a party may be named for to others: "picture" (in a picture of the network), "silent" (nothing was heard from
/// it), "only_link" (others hang on it alone), "mandate" (what it may decide), "contacts" (with whom it has none),
/// "owner" (of a goal or agreement).
[[nodiscard]] HOUVAST_API const std::vector<std::string>& consent_purposes();

/// The party's own kinds, for messages and checks.
[[nodiscard]] HOUVAST_API const std::vector<std::string>& party_kinds();

}  // namespace houvast::inline v0_1
