#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "houvast/base/table.hpp"
#include "houvast/coverage/coverage.hpp"

namespace houvast {

/// How a condition of a good working tie (P1–P4) stands between two parties.
enum class ConditionState : std::uint8_t {
  kMet,       ///< both say yes
  kOneSided,  ///< one says yes, the other no
  kUnmet,     ///< both say no
  kUnknown,   ///< one of the two did not say
};
/// "met", "one_sided", "unmet", "unknown".
[[nodiscard]] std::string_view to_string(ConditionState state) noexcept;

/// A tie with what both sides say about the four conditions of know-your-partner.
struct PartnerTie {
  std::int32_t a = 0;  ///< index in study.parties(); a < b
  std::int32_t b = 0;
  double strength = 0;                        ///< of a directed relation: the stronger direction
  std::array<std::optional<bool>, 4> by_a{};  ///< what a says about b; nothing = not asked or not known
  std::array<std::optional<bool>, 4> by_b{};

  /// @param condition 0–3 for P1–P4
  [[nodiscard]] ConditionState state(std::size_t condition) const;
};

/// Every tie of a relation in a wave with its four conditions, ordered by party.
/// @throws KeyError HV-505 wave, HV-507 relation
/// @return empty when nobody reported on the relation
/// @complexity O(parties² + reports × log ties)
/// @source Duijsters, Ken je samenwerkingspartner (four conditions); states: own definition
[[nodiscard]] std::vector<PartnerTie> partner_ties(const Study& study, const CoverageOptions& options = {});

/// One row per tie: both parties, strength, and per condition its state and who said what.
[[nodiscard]] Table partner_table(const Study& study, const std::vector<PartnerTie>& ties);

}  // namespace houvast
