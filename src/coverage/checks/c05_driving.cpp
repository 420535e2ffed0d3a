#include "coverage/members.hpp"
#include "coverage/verdict.hpp"

// C5: every organisation names a driving force: in the roster, or in answers to the question who they are, where its
// name or that of one of its parties stands. Answers that name nobody the roster knows are for people to read.
namespace houvast::inline v0_1::detail {
namespace {

bool some_role_is_known(const CoverageContext& context) {
  return some_member(context, [](const Party& party) { return !party.roles.empty(); });
}

// Whether a party of the organisation drives; notes those that do.
bool is_driven(const CoverageContext& context, const OrganisationMembers& each, const std::vector<std::string>& answers,
               Verdict& verdict) {
  bool driven = false;
  for (const std::size_t p : each.parties) {
    const Party& party = context.parties()[p];
    const bool drives = party.has_role(context.profile().driving_role);
    if (!drives && !stands_in(answers, {party.name, party.organisation})) continue;
    driven = true;
    verdict.note("party", party.id.str(), drives ? "driving" : "named_driving", std::nullopt, each.id);
  }
  return driven;
}

}  // namespace

Verdict check_driving(const CoverageContext& context) {
  Verdict verdict;
  const std::vector<std::string> answers = answers_on_driving(context);
  const bool told = some_role_is_known(context);
  std::vector<std::string> without;
  for (const OrganisationMembers& each : context.organisations) {
    if (is_driven(context, each, answers, verdict)) continue;
    without.push_back(each.spokesman(context.parties()));
    verdict.note("organisation", each.id, told ? "without_driving" : "undecided");
  }
  verdict.note_number("organisations", static_cast<double>(context.organisations.size()));
  if (without.empty()) return verdict;
  verdict.raise(told ? Status::kAttention : Status::kUnknown);
  verdict.claim_about(told ? "coverage.C5.without" : "coverage.C5.undecided", "organisation", without);
  if (!answers.empty()) verdict.claim("coverage.C5.answers");
  if (!told) verdict.need("coverage.settle.roles");
  return verdict;
}

}  // namespace houvast::inline v0_1::detail
