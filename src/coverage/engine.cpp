#include <algorithm>
#include <utility>

#include "coverage/registry.hpp"
#include "houvast/coverage/checks.hpp"
#include "houvast/coverage/coverage.hpp"
#include "houvast/text/say.hpp"

namespace houvast::inline v0_1 {
namespace {

using detail::CheckEntry;
using detail::CoverageContext;
using detail::Need;
using detail::Verdict;

Claim title_of(const std::string& check) {
  return {"coverage.title." + check, {}};
}

// Every gap of a rule is a threshold of the profile.
Claim rule_of(const std::string& check, const Thresholds& thresholds) {
  const Arguments all{
      {"response", thresholds.response}, {"observed", thresholds.observed}, {"significance", thresholds.significance},
      {"parity", thresholds.parity},     {"mutual", thresholds.mutual},     {"steps", thresholds.steps},
      {"overlap", thresholds.overlap}};
  Claim rule{"coverage.rule." + check, {}};
  for (const std::string& gap : gaps(rule.id, Language::kNl.tag())) rule.args.emplace(gap, all.at(gap));
  return rule;
}

Verdict verdict_of(const CheckEntry& check, const CoverageContext& context) {
  const std::vector<std::string>& without = context.profile().not_applicable;
  if (std::find(without.begin(), without.end(), check.id) != without.end()) {
    return detail::does_not_apply("coverage.not_here");
  }
  for (const Need need : check.needs) {
    if (!detail::requirement(need).met(context)) return detail::unmet(need);
  }
  Verdict verdict = check.judge(context);
  if (verdict.claims.empty()) verdict.claim("coverage.ok." + check.id);
  return verdict;
}

Finding finding_of(const CheckEntry& check, const CoverageContext& context) {
  Verdict verdict = verdict_of(check, context);
  return {.check = check.id,
          .questions = check.questions,
          .title = title_of(check.id),
          .status = verdict.status,
          .evidence = std::move(verdict.evidence),
          .rule = rule_of(check.id, context.thresholds()),
          .claims = std::move(verdict.claims),
          .needed = std::move(verdict.needed)};
}

}  // namespace

std::vector<Check> checks(const Thresholds& thresholds) {
  std::vector<Check> all;
  for (const CheckEntry& entry : detail::registry()) {
    Check check{.id = entry.id,
                .title = title_of(entry.id),
                .questions = entry.questions,
                .rule = rule_of(entry.id, thresholds)};
    for (const auto& [from, to] : {std::pair(&entry.needs, &check.needs), std::pair(&entry.reads, &check.reads)}) {
      for (const Need need : *from) {
        to->emplace_back(detail::requirement(need).id);
        for (Claim& claim : detail::unmet(need).needed) check.settles.push_back(std::move(claim));
      }
    }
    all.push_back(std::move(check));
  }
  return all;
}

std::vector<Finding> coverage(const Study& study, const CoverageOptions& options) {
  const CoverageContext context(study, options);
  std::vector<Finding> findings;
  for (const CheckEntry& check : detail::registry()) findings.push_back(finding_of(check, context));
  return findings;
}

}  // namespace houvast::inline v0_1
