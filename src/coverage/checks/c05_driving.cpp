#include "coverage/members.hpp"
#include "coverage/verdict.hpp"

// C5: every organisation names a driving force, in the roster or in answer to the question who it is. Whom they name in
// that answer stays where it is: open answers are read by people.
namespace houvast::detail {

Verdict check_driving(const CoverageContext& context) {
  Verdict verdict;
  const std::vector<bool> named = named_driving(context);
  std::vector<std::string> without;
  for (const OrganisationMembers& each : context.organisations) {
    bool driven = false;
    for (const std::size_t p : each.parties) {
      const bool drives = context.parties()[p].has_role(context.profile().driving_role);
      if (!drives && !named[p]) continue;
      driven = true;
      verdict.note("party", context.parties()[p].id.str(), drives ? "driving" : "names_driving", std::nullopt, each.id);
    }
    if (driven) continue;
    without.push_back(each.spokesman(context.parties()));
    verdict.note("organisation", each.id, "without_driving");
  }
  verdict.note_number("organisations", static_cast<double>(context.organisations.size()));
  if (!without.empty()) verdict.raise(Status::kAttention);
  verdict.claim_about("coverage.C5.without", "organisation", without);
  return verdict;
}

}  // namespace houvast::detail
