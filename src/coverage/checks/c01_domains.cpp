#include <algorithm>

#include "coverage/members.hpp"
#include "coverage/verdict.hpp"

// C1: every expected domain takes part.
namespace houvast::inline v0_1::detail {
namespace {

std::vector<std::string> note_silent(const CoverageContext& context, Verdict& verdict) {
  std::vector<std::string> silent;
  for (std::size_t p = 0; p < context.parties().size(); ++p) {
    if (!context.is_silent(p)) continue;
    if (context.is_told_outside() && !context.parties()[p].consents_to("silent")) continue;
    silent.push_back(context.parties()[p].id.str());
    verdict.note("party", silent.back(), "silent", std::nullopt, context.parties()[p].domain);
  }
  return silent;
}

void judge_absent(const std::vector<std::string>& absent, bool may_hide, bool some_present, Verdict& verdict) {
  if (absent.empty()) return;
  if (!may_hide) {
    verdict.raise(Status::kMissing);
    verdict.claim_about("coverage.C1.absent", "domain", absent);
    return;
  }
  verdict.raise(Status::kUnknown);
  verdict.need("coverage.settle.domains");
  if (some_present) {
    verdict.claim_about("coverage.C1.not_found", "domain", absent);
    verdict.claim("coverage.C1.some_without_domain");
  } else {
    verdict.claim("coverage.unmet.domains");
  }
}

void judge_silent(const CoverageContext& context, const std::vector<std::string>& silent, Verdict& verdict) {
  if (!silent.empty()) {
    verdict.raise(Status::kAttention);
    verdict.claim_about("coverage.C1.silent", "party", silent);
  } else if (context.is_told_outside()) {
    if (!verdict.claims.empty()) return;
    verdict.raise(Status::kUnknown);  // whether or not somebody was silent, or else it would tell
    verdict.claim("coverage.C1.all_there");
    verdict.claim("coverage.C1.silence_untold");
    verdict.need("coverage.see_inside");
  } else if (!context.study.data().asked_known) {
    if (verdict.claims.empty()) verdict.claim("coverage.C1.all_there");
    verdict.claim("coverage.C1.silence_unseen");
  }
}

}  // namespace

Verdict check_domains(const CoverageContext& context) {
  Verdict verdict;
  const std::vector<std::string> silent = note_silent(context, verdict);
  const bool may_hide = some_without(context, &Party::domain);
  std::vector<std::string> absent, all_silent;
  bool some_present = false;
  for (const Term& term : context.profile().domains.terms()) {
    const std::vector<std::size_t> members = presence_in(context, term).members;
    if (!members.empty()) {
      verdict.note("domain", term.id, "present", static_cast<double>(members.size()));
      some_present = true;
      const auto is_silent = [&](std::size_t party) { return context.is_silent(party); };
      if (std::all_of(members.begin(), members.end(), is_silent)) all_silent.push_back(term.id);
    } else if (term.expected) {
      absent.push_back(term.id);
      verdict.note("domain", term.id, may_hide ? "undecided" : "absent");
    }
  }
  for (const std::string& id : all_silent) verdict.note("domain", id, "all_silent");
  judge_absent(absent, may_hide, some_present, verdict);
  judge_silent(context, silent, verdict);
  return verdict;
}

}  // namespace houvast::inline v0_1::detail
