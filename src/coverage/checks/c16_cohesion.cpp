#include "base/index.hpp"
#include "coverage/context.hpp"
#include "coverage/verdict.hpp"

// C16: internal before external.
namespace houvast::inline v0_1::detail {
namespace {

// Pairs of parties of an organisation, and of them with others.
struct Surroundings {
  PairCount inside;
  PairCount outside;
};

std::vector<Surroundings> surroundings_of(const CoverageContext& context) {
  Crowd everybody;
  std::vector<Crowd> members(context.organisations.size());
  for (std::int32_t place = 0; place < static_cast<std::int32_t>(context.network->network.size()); ++place) {
    const std::int32_t of = context.organisation_at(place);
    everybody.add(context.told(place));
    if (of >= 0) at(members, of).add(context.told(place));
  }
  std::vector<Surroundings> all;
  for (const Crowd& own : members) {
    all.push_back({context.pairs_among(own), context.pairs_between(own, everybody.without(own))});
  }
  for (const Network::Tie& tie : context.network->network.ties) {
    const std::int32_t g = context.organisation_at(tie.from), h = context.organisation_at(tie.to);
    if (g >= 0 && g == h) ++at(all, g).inside.ties;
    if (g >= 0 && g != h) ++at(all, g).outside.ties;
    if (h >= 0 && g != h) ++at(all, h).outside.ties;
  }
  return all;
}

}  // namespace

Verdict check_cohesion(const CoverageContext& context) {
  const std::vector<Surroundings> surroundings = surroundings_of(context);
  Verdict verdict;
  std::vector<std::string> loose, undecided;
  std::int64_t judged = 0;
  for (std::size_t o = 0; o < context.organisations.size(); ++o) {
    const OrganisationMembers& each = context.organisations[o];
    if (each.parties.size() < 2) continue;
    const auto& [in, out] = surroundings[o];
    if (!in.heard(context.thresholds().observed)) {
      undecided.push_back(each.spokesman(context.parties()));
      verdict.note("organisation", each.id, "undecided");
      continue;
    }
    ++judged;
    const double within = in.density(), beyond = out.density();
    if (in.ties > 0 && within >= beyond) continue;
    loose.push_back(each.spokesman(context.parties()));
    verdict.note("organisation", each.id, "internal_density", within);
    verdict.note("organisation", each.id, "external_density", beyond);
    verdict.note("organisation", each.id, "loose_inside");
  }
  verdict.note_number("organisations_judged", static_cast<double>(judged));
  if (!loose.empty()) verdict.raise(Status::kAttention);
  verdict.claim_about("coverage.C16.loose_inside", "organisation", loose);
  verdict.claim_about("coverage.C16.undecided", "organisation", undecided);
  if (!undecided.empty()) {
    verdict.raise(Status::kUnknown);
    verdict.need("coverage.C16.ask");
  }
  return verdict;
}

}  // namespace houvast::inline v0_1::detail
