#pragma once

#include <cstdint>
#include <string>

#include "coverage/context.hpp"
#include "coverage/verdict.hpp"

namespace houvast::inline v0_1::detail {

/// Something without which a check cannot judge, or does not apply.
enum class Need : std::uint8_t {
  kAnswers,
  kAsked,
  kDomains,
  kEducationSectors,
  kExpertise,
  kFamilies,
  kForms,
  kLevels,
  kMandates,
  kMotives,
  kNeedMatrix,
  kOffers,
  kOrganisations,
  kOrganisationsOfSeveral,
  kPartyLevels,
  kPerspectives,
  kQuestionnaires,
  kRoles,
  kTies,
};

/// A need with what its absence means. Its words are `coverage.unmet.<id>` and, when a check is then unknown,
/// `coverage.settle.<id>`.
struct Requirement {
  const char* id;
  Status otherwise;  ///< unknown, or not applicable
  bool (*met)(const CoverageContext&);
};

[[nodiscard]] const Requirement& requirement(Need need);

/// What a check finds when a need is not met.
[[nodiscard]] Verdict unmet(Need need);

}  // namespace houvast::inline v0_1::detail
