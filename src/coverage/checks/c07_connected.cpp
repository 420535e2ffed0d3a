#include <algorithm>

#include "base/index.hpp"
#include "coverage/context.hpp"
#include "coverage/verdict.hpp"

// C7: one connected whole.
namespace houvast::inline v0_1::detail {
namespace {

void note_outside_largest(const CoverageContext& context, Verdict& verdict) {
  const NetworkSummary& summary = *context.network;
  const auto& sizes = summary.component_sizes;
  const auto largest = std::max_element(sizes.begin(), sizes.end()) - sizes.begin();
  for (std::int32_t place = 0; place < static_cast<std::int32_t>(summary.component.size()); ++place) {
    const std::int64_t part = at(summary.component, place);
    if (part == largest || at(sizes, part) == 1) continue;
    verdict.note("party", context.at(place).id.str(), "outside_largest_part");
  }
}

}  // namespace

Verdict check_connected(const CoverageContext& context) {
  const NetworkSummary& summary = *context.network;
  const std::vector<std::string> isolated = context.ids_at(summary.isolated);
  const std::vector<std::string> unknown = context.ids_at(summary.unknown_ties);
  const auto parts = std::count_if(summary.component_sizes.begin(), summary.component_sizes.end(),
                                   [](std::int64_t size) { return size > 1; });
  Verdict verdict;
  verdict.note_number("parts", static_cast<double>(parts));
  verdict.note_number("parties", static_cast<double>(summary.network.size()));
  for (const std::string& id : isolated) verdict.note("party", id, "isolated");
  for (const std::string& id : unknown) verdict.note("party", id, "unknown_ties");
  if (!isolated.empty() || parts > 1) verdict.raise(Status::kAttention);
  verdict.claim_about("coverage.C7.isolated", "party", isolated);
  if (parts > 1) {
    note_outside_largest(context, verdict);
    verdict.claim("coverage.C7.parts", {{"count", std::int64_t{parts}}});
  }
  if (verdict.status == Status::kOk && !unknown.empty()) {
    verdict.raise(Status::kUnknown);
    verdict.claim_about("coverage.C7.unknown", "party", unknown);
    verdict.need("coverage.settle.silent_ties");
  }
  return verdict;
}

}  // namespace houvast::inline v0_1::detail
