#include "coverage/members.hpp"
#include "coverage/verdict.hpp"

// C4: the informal network is a member and has ties.
namespace houvast::inline v0_1::detail {
namespace {

void judge_absent(const CoverageContext& context, const std::string& domain, Verdict& verdict) {
  const Term* term = context.profile().domains.term(domain);
  if (term == nullptr || !term->expected) {
    verdict.status = Status::kNotApplicable;
    verdict.claim("coverage.C4.not_expected");
  } else if (some_without(context, &Party::domain)) {
    verdict.raise(Status::kUnknown);
    verdict.note("domain", domain, "undecided");
    verdict.claim("coverage.C4.undecided", {{"domain", Named{"domain", domain}}});
    verdict.need("coverage.settle.domains");
  } else {
    verdict.raise(Status::kMissing);
    verdict.note("domain", domain, "absent");
    verdict.claim("coverage.C4.absent", {{"domain", Named{"domain", domain}}});
  }
}

void judge_ties(const CoverageContext& context, const std::string& domain, const Presence& presence, Verdict& verdict) {
  const Argument name = Named{"domain", domain};
  if (!context.network) {
    verdict.raise(Status::kUnknown);
    verdict.claim("coverage.C4.not_measured", {{"domain", name}});
    verdict.need("coverage.C4.ask");
  } else if (context.too_few(context.people_of(presence.members))) {
    verdict.too_few("domain", {domain});
  } else if (presence.tied == 0) {
    verdict.raise(Status::kAttention);
    for (const std::size_t p : presence.members) {
      verdict.note("party", context.parties()[p].id.str(), "untied", std::nullopt, domain);
    }
    verdict.claim("coverage.C4.untied", {{"domain", name}});
  } else {
    verdict.claim("coverage.C4.tied", {{"domain", name}, {"count", presence.tied}});
  }
}

}  // namespace

Verdict check_informal(const CoverageContext& context) {
  const std::string& domain = context.profile().informal_domain;
  const Presence presence = presence_in(context, *context.profile().domains.term(domain));
  Verdict verdict;
  verdict.note("domain", domain, "members", static_cast<double>(presence.members.size()));
  verdict.note("domain", domain, "tied", static_cast<double>(presence.tied));
  if (presence.members.empty()) {
    judge_absent(context, domain, verdict);
  } else {
    judge_ties(context, domain, presence, verdict);
  }
  return verdict;
}

}  // namespace houvast::inline v0_1::detail
