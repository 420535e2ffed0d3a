#include "coverage/context.hpp"
#include "coverage/verdict.hpp"

// C10: nobody is the only link.
namespace houvast::inline v0_1::detail {
namespace {

void tell(const CoverageContext& context, const CutParty& cut, Verdict& verdict) {
  const Party& party = context.at(cut.position);
  const std::string id = party.id.str();
  const bool drives = party.has_role(context.profile().driving_role);
  const std::vector<std::string> others = context.ids_at(cut.cut_off);
  verdict.note("party", id, "cut", static_cast<double>(others.size()), drives ? "driving" : "");
  for (const std::string& other : others) verdict.note("party", other, "cut_off", std::nullopt, id);
  verdict.raise(Status::kAttention);
  verdict.claim("coverage.C10.cut_off",
                {{"name", Named{"party", id}}, {"driving", drives ? "yes" : "no"}, {"others", named("party", others)}});
}

}  // namespace

Verdict check_single_failure(const CoverageContext& context) {
  Verdict verdict;
  for (const CutParty& cut : context.network->cut_parties) tell(context, cut, verdict);
  const std::size_t silent = context.network->network.silent().size();
  if (context.network->network.asked_known || silent > 0) {
    verdict.note_number("silent", static_cast<double>(silent));
  }
  if (verdict.claims.empty() && !context.network->unknown_ties.empty()) {
    verdict.raise(Status::kUnknown);
    verdict.claim_about("coverage.C10.unknown", "party", context.ids_at(context.network->unknown_ties));
    verdict.need("coverage.settle.silent_ties");
  }
  return verdict;
}

}  // namespace houvast::inline v0_1::detail
