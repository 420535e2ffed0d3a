#include <algorithm>

#include "coverage/members.hpp"
#include "coverage/verdict.hpp"

// C18: motives are known, also of each other.
namespace houvast::inline v0_1::detail {
namespace {

bool knows_motives(const Party& a, const Party& b) {
  return std::find(a.knows_motives_of.begin(), a.knows_motives_of.end(), b.id) != a.knows_motives_of.end();
}

void judge_known(const CoverageContext& context, Verdict& verdict) {
  const std::vector<bool> known = known_motives(context);
  std::vector<std::string> without;
  for (std::size_t o = 0; o < known.size(); ++o) {
    if (known[o]) continue;
    without.push_back(context.organisations[o].spokesman(context.parties()));
    verdict.note("organisation", context.organisations[o].id, "motives_not_known");
  }
  verdict.note_number("organisations_known", static_cast<double>(known.size() - without.size()));
  if (!without.empty()) verdict.raise(Status::kAttention);
  verdict.claim_about("coverage.C18.without", "organisation", without);
}

// Whether those who work together know each other's motives.
void judge_mutual(const CoverageContext& context, Verdict& verdict) {
  std::int64_t mutual = 0;
  Verdict lacking;
  for (const Network::Tie& tie : context.network->network.ties) {
    const Party &a = context.at(tie.from), &b = context.at(tie.to);
    const bool a_knows = knows_motives(a, b), b_knows = knows_motives(b, a);
    mutual += a_knows && b_knows ? 1 : 0;
    if (!a_knows) lacking.note("party", a.id.str(), "does_not_know_motives_of", std::nullopt, b.id.str());
    if (!b_knows) lacking.note("party", b.id.str(), "does_not_know_motives_of", std::nullopt, a.id.str());
  }
  const auto ties = static_cast<double>(context.network->network.ties.size());
  verdict.note_number("ties_mutual", static_cast<double>(mutual));
  verdict.note_number("ties", ties);
  if (static_cast<double>(mutual) >= context.thresholds().mutual * ties) return;
  verdict.raise(Status::kAttention);
  verdict.evidence.insert(verdict.evidence.end(), lacking.evidence.begin(), lacking.evidence.end());
  verdict.claim("coverage.C18.seldom_mutual");
}

}  // namespace

Verdict check_motives(const CoverageContext& context) {
  Verdict verdict;
  judge_known(context, verdict);
  const bool told_of_each_other =
      some_member(context, [](const Party& party) { return !party.knows_motives_of.empty(); });
  if (told_of_each_other && context.network) {
    judge_mutual(context, verdict);
  } else {
    verdict.raise(Status::kUnknown);
    verdict.claim("coverage.C18.not_asked");
    verdict.need("coverage.C18.ask");
  }
  return verdict;
}

}  // namespace houvast::inline v0_1::detail
