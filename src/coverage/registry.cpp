#include "coverage/registry.hpp"

// One line per check: its id, the function check_<subject> in checks/, the questions that it makes concrete, what it
// needs (without it: unknown, or not applicable) and what else it reads. Adding a check: docs/dev/add-a-check.md.
// clang-format off
#define HOUVAST_COVERAGE_CHECKS(CHECK) \
  CHECK(C1, domains, about("E6.2"), needs(), reads(Need::kDomains)) \
  CHECK(C2, levels, about("E3"), needs(), reads(Need::kDomains, Need::kPartyLevels)) \
  CHECK(C3, family, about("E2.4", "E4.3", "E6.3"), needs(Need::kFamilies), reads(Need::kPerspectives, Need::kTies, Need::kAnswers)) \
  CHECK(C4, informal, about("E6.2"), needs(), reads(Need::kDomains, Need::kTies)) \
  CHECK(C5, driving, about("E3.1"), needs(Need::kOrganisations, Need::kRoles), reads()) \
  CHECK(C6, mandates, about("E3.4"), needs(Need::kMandates), reads()) \
  CHECK(C7, connected, about("E6"), needs(Need::kTies), reads()) \
  CHECK(C8, domain_pairs, about("E6.1"), needs(Need::kTies), reads(Need::kDomains)) \
  CHECK(C9, directions, about("E3", "S6"), needs(Need::kLevels, Need::kTies), reads(Need::kPartyLevels)) \
  CHECK(C10, single_failure, about("E3.5", "E3.1"), needs(Need::kTies), reads()) \
  CHECK(C11, voice, about("E6.3"), needs(Need::kPerspectives), reads(Need::kAsked, Need::kAnswers, Need::kTies)) \
  CHECK(C12, reach, about("P2", "E2.2"), needs(Need::kExpertise), reads(Need::kTies)) \
  CHECK(C13, needs, about("E6.2", "E5.2"), needs(Need::kNeedMatrix, Need::kOffers), reads()) \
  CHECK(C14, forms, about("F1", "F2", "F3"), needs(Need::kEducationSectors, Need::kForms), reads()) \
  CHECK(C15, conditions, about("P1", "P2", "P3", "P4"), needs(Need::kTies), reads()) \
  CHECK(C16, cohesion, about("S6", "E6.1"), needs(Need::kOrganisations, Need::kOrganisationsOfSeveral, Need::kTies), reads()) \
  CHECK(C17, response, about("E4.3"), needs(Need::kQuestionnaires, Need::kAnswers), reads(Need::kAsked, Need::kPerspectives)) \
  CHECK(C18, motives, about("S14"), needs(Need::kOrganisations, Need::kMotives), reads(Need::kTies)) \
  // the next one comes above this line
// clang-format on

namespace houvast::inline v0_1::detail {

#define HOUVAST_DECLARE_CHECK(id, subject, questions, needed, read) \
  Verdict check_##subject(const CoverageContext& context);
HOUVAST_COVERAGE_CHECKS(HOUVAST_DECLARE_CHECK)
#undef HOUVAST_DECLARE_CHECK

namespace {

template <class... Ids>
std::vector<std::string> about(const Ids&... ids) {
  return {ids...};
}

template <class... Needs>
std::vector<Need> needs(Needs... of) {
  return {of...};
}

template <class... Needs>
std::vector<Need> reads(Needs... of) {
  return {of...};
}

}  // namespace

const std::vector<CheckEntry>& registry() {
#define HOUVAST_LIST_CHECK(id, subject, questions, needed, read) {#id, questions, needed, read, check_##subject},
  static const std::vector<CheckEntry> checks{HOUVAST_COVERAGE_CHECKS(HOUVAST_LIST_CHECK)};
#undef HOUVAST_LIST_CHECK
  return checks;
}

}  // namespace houvast::inline v0_1::detail

#undef HOUVAST_COVERAGE_CHECKS
