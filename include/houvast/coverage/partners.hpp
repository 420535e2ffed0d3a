#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "houvast/api.hpp"
#include "houvast/base/table.hpp"
#include "houvast/coverage/coverage.hpp"

namespace houvast::inline v0_1 {

/// How a condition of a good working tie (P1–P4) stands between two parties.
enum class ConditionState : std::uint8_t {
  kMet,       ///< both say yes
  kOneSided,  ///< one says yes, the other no
  kUnmet,     ///< both say no
  kUnknown,   ///< one of the two did not say
};
/// "met", "one_sided", "unmet", "unknown".
[[nodiscard]] HOUVAST_API std::string_view to_string(ConditionState state) noexcept;

/// A tie with what both sides say about the four conditions of know-your-partner.
struct HOUVAST_API PartnerTie {
  std::int32_t a = 0;  ///< index in study.parties(); a < b
  std::int32_t b = 0;
  double strength = 0;                    ///< of a directed relation: the stronger direction
  std::optional<double> strength_by_a{};  ///< what a reports, 0 = no tie; nothing when a reported nothing at all
  std::optional<double> strength_by_b{};
  std::array<std::optional<bool>, 4> by_a{};  ///< what a says about b; nothing = not asked or not known
  std::array<std::optional<bool>, 4> by_b{};

  std::int64_t stages_same = 0;       ///< Gerdes dimensions on which both sides name the same stage
  std::int64_t stages_apart = 0;      ///< … another stage
  std::int64_t stages_one_sided = 0;  ///< … one side names a stage and the other none

  /// @param condition 0–3 for P1–P4
  [[nodiscard]] ConditionState state(std::size_t condition) const;
};

/// Every tie of a relation in a wave with its four conditions and what both sides say about their stages, ordered by
/// party.
/// @throws KeyError HV-505 wave, HV-507 relation
/// @return empty when nobody reported on the relation
/// @complexity O(parties² + reports × log ties + assessments × log assessments)
/// @source Duijsters, Ken je samenwerkingspartner (four conditions); states: own definition
[[nodiscard]] HOUVAST_API std::vector<PartnerTie> partner_ties(const Study& study, const CoverageOptions& options = {});

/// One row per tie: both parties, strength and what each reports, per condition its state and who said what, and the
/// number of Gerdes dimensions on which both sides see the same stage, or not.
[[nodiscard]] HOUVAST_API Table partner_table(const Study& study, const std::vector<PartnerTie>& ties);

/// The four conditions between each two domains, and inside each domain, that take part in the wave.
///
/// Parties without a domain stand under the empty id. One row per pair of domains and condition, also without ties.
/// Columns: domain_a, domain_b (in the order of the profile), condition, title; ties, told (both sides said), met,
/// one_sided, unmet, unknown, one_told (of the unknown: one side said).
/// @throws KeyError HV-505 wave, HV-507 relation
/// @complexity O(domains² + parties² + reports × log ties)
/// @source Duijsters, Ken je samenwerkingspartner (four conditions); states: own definition
[[nodiscard]] HOUVAST_API Table partners_by_domain(const Study& study, const CoverageOptions& options = {});

}  // namespace houvast::inline v0_1
