#include <map>
#include <set>

#include "coverage/context.hpp"
#include "coverage/verdict.hpp"

// C2: practice, policy and governance take part in every domain.
namespace houvast::inline v0_1::detail {
namespace {

using Levels = std::set<std::string>;

std::map<std::string, Levels> levels_by_domain(const CoverageContext& context) {
  std::map<std::string, Levels> levels;
  for (std::size_t p = 0; p < context.parties().size(); ++p) {
    if (context.takes_part[p]) levels[context.parties()[p].domain].insert(context.parties()[p].level);
  }
  return levels;
}

// @param homeless levels of the parties that do not tell their domain: one of them may be the one looked for
void judge_domain(const CoverageContext& context, const std::string& domain, const Levels& present,
                  const Levels& homeless, Verdict& verdict) {
  std::vector<std::string> absent, undecided;
  for (const Term& level : context.profile().levels.terms()) {
    if (!level.expected || present.contains(level.id)) continue;
    const bool may_hide = present.contains("") || homeless.contains("") || homeless.contains(level.id);
    (may_hide ? undecided : absent).push_back(level.id);
    verdict.note("level", level.id, may_hide ? "undecided" : "absent", std::nullopt, domain);
  }
  if (!absent.empty()) {
    verdict.raise(Status::kAttention);
    verdict.claim("coverage.C2.absent", {{"domain", Named{"domain", domain}}, {"levels", named("place", absent)}});
  }
  if (!undecided.empty()) {
    verdict.raise(Status::kUnknown);
    verdict.claim("coverage.C2.undecided",
                  {{"domain", Named{"domain", domain}}, {"levels", named("place", undecided)}});
    if (verdict.needed.empty()) verdict.need("coverage.settle.domains_and_levels");
  }
}

}  // namespace

Verdict check_levels(const CoverageContext& context) {
  const std::map<std::string, Levels> levels = levels_by_domain(context);
  const Levels homeless = levels.contains("") ? levels.at("") : Levels{};
  Verdict verdict;
  bool judged = false;
  for (const Term& domain : context.profile().domains.terms()) {
    const auto found = levels.find(domain.id);
    if (!domain.has_levels || found == levels.end()) continue;
    judged = true;
    judge_domain(context, domain.id, found->second, homeless, verdict);
  }
  if (judged) return verdict;
  return levels.contains("") ? not_known("coverage.C2.no_domains", "coverage.settle.domains")
                             : does_not_apply("coverage.C2.no_levels");
}

}  // namespace houvast::inline v0_1::detail
