#include "coverage/context.hpp"
#include "coverage/verdict.hpp"
#include "houvast/coverage/needs.hpp"

// C13: there is an offer for every need, age and support level.
namespace houvast::inline v0_1::detail {

Verdict check_needs(const CoverageContext& context) {
  Verdict verdict;
  std::vector<std::string> gaps, overlaps;
  for (const NeedCell& cell : need_cells(context)) {
    if (!cell.expected) continue;
    const std::string id = cell.need + "/" + cell.age + "/" + cell.support_level;
    verdict.note("cell", id, cell.state, static_cast<double>(cell.providers.size()));
    if (cell.state == "gap") gaps.push_back(id);
    if (cell.state != "overlap") continue;
    overlaps.push_back(id);
    for (const PartyId& party : cell.parties) verdict.note("party", party.str(), "overlaps", std::nullopt, id);
  }
  if (!gaps.empty()) {
    verdict.raise(Status::kMissing);
    verdict.claim("coverage.C13.gaps", {{"cells", named("offer", gaps)}});
  }
  if (!overlaps.empty()) {
    verdict.raise(Status::kAttention);
    verdict.claim("coverage.C13.overlaps", {{"cells", named("offer", overlaps)}});
  }
  return verdict;
}

}  // namespace houvast::inline v0_1::detail
