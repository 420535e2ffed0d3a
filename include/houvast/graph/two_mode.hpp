#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "houvast/api.hpp"
#include "houvast/base/estimate.hpp"
#include "houvast/base/id.hpp"
#include "houvast/base/table.hpp"
#include "houvast/graph/graph.hpp"
#include "houvast/study.hpp"

namespace houvast::inline v0_1 {

/// One party with one item.
struct Incidence {
  std::int32_t party = 0;  ///< position in TwoMode::parties
  std::int32_t item = 0;   ///< position in TwoMode::items
  std::int64_t count = 1;  ///< expertise: 1; questions: people of the party who answered
};

/// Parties on one side, what they have or answered on the other.
struct HOUVAST_API TwoMode {
  std::string kind;  ///< "expertise" or "questions"
  WaveId wave;
  std::vector<std::string> parties;   ///< party ids of the wave
  std::vector<std::string> items;     ///< expertise, or question ids
  std::vector<bool> told;             ///< per party: listed any expertise, or returned any instrument
  std::vector<Incidence> incidences;  ///< in order of party, item
  /// Incidences / (parties that told × items); details: low, high = what parties that told nothing could hide.
  Estimate density;

  /// Parties with the number of items that they share as weight, or items with the number of parties.
  /// @complexity O(sum of squared degrees) @source Breiger (1974), Social Forces 53(2)
  [[nodiscard]] Graph projection(bool onto_items) const;
};

/// Which party has which expertise, or answered which question.
///
/// A party that lists no expertise, or of which nobody answered, is not counted as having none.
/// @param kind "expertise" or "questions" (rated ones, of instruments that are not private)
/// @param wave nothing: the last
/// @throws ValueError HV-303 another kind; KeyError HV-505
/// @complexity O(parties × items + answers)
/// @source Borgatti & Everett (1997), Social Networks 19(3): density; what silence does: own definition
[[nodiscard]] HOUVAST_API TwoMode two_mode(const Study& study, std::string_view kind,
                                           const std::optional<WaveId>& wave = {});

/// One row per party and item that go together: party, item, count.
[[nodiscard]] HOUVAST_API Table incidence_table(const TwoMode& of);
/// One row per party, or per item: id, degree, and for a party whether it told anything.
[[nodiscard]] HOUVAST_API Table two_mode_degrees(const TwoMode& of, bool of_items);
/// One row per two parties that share an item, or two items that share a party: both ids and how many.
[[nodiscard]] HOUVAST_API Table projection_table(const TwoMode& of, bool onto_items);

}  // namespace houvast::inline v0_1
