#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "houvast/base/error.hpp"
#include "houvast/base/id.hpp"

namespace houvast {

/// Who takes part: a person, a discipline, a government body, an organisation or a group.
struct Party {
  PartyId id;
  std::string name;
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
  std::int64_t asked = 1;                   ///< how many people of this party were asked in each wave
  std::vector<WaveId> waves{};              ///< waves in which it takes part; empty = all
  std::map<std::string, std::string> attributes{};  ///< the user's own columns x_…, without the prefix
  Where where{};                                    ///< where it was read

  [[nodiscard]] bool has_role(const std::string& role) const;
  [[nodiscard]] bool takes_part_in(const WaveId& wave) const;
};

/// The party's own kinds, for messages and checks.
[[nodiscard]] const std::vector<std::string>& party_kinds();

}  // namespace houvast
