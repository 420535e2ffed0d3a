#include <algorithm>
#include <cmath>

#include "coverage/requirements.hpp"
#include "houvast/coverage/voice.hpp"

// C17: those who were asked have answered. Numbers stay in the evidence; the claims carry none, so that no small group
// can be counted from them.
namespace houvast::detail {
namespace {

// The parties that were asked and stayed silent.
void note_silent_parties(const CoverageContext& context, Verdict& verdict) {
  for (std::size_t p = 0; p < context.parties().size(); ++p) {
    if (context.is_silent(p)) verdict.note("party", context.parties()[p].id.str(), "silent");
  }
}

Verdict asked_not_known(const CoverageContext& context, const std::vector<Voice>& groups) {
  Verdict verdict = unmet(Need::kAsked);
  for (const Voice& group : groups) {
    verdict.note("perspective", group.perspective, "answered", static_cast<double>(group.answered));
  }
  note_silent_parties(context, verdict);
  return verdict;
}

// What all groups have together.
struct Response {
  double asked = 0;
  double answered = 0;
  [[nodiscard]] double share() const { return asked > 0 ? answered / asked : std::nan(""); }
};

// Whether it can be told that some but too few of these people answered: only if that may be enough people.
bool too_few_to_judge(const CoverageContext& context, const Voice& group) {
  return context.too_few(static_cast<std::int64_t>(context.thresholds().response * static_cast<double>(group.asked)));
}

void judge_group(const Voice& group, const Response& all, double limit, Verdict& verdict) {
  if (group.asked == 0) return;
  const Response own{static_cast<double>(group.asked), static_cast<double>(group.answered)};
  const auto note = [&](const char* role, double value) {
    verdict.note("perspective", group.perspective, role, value);
  };
  note("asked", own.asked);
  note("answered", own.answered);
  note("response", own.share());
  note("unheard", 1 - own.share());
  note("weight_difference", own.answered / all.answered - own.asked / all.asked);
  if (own.share() >= limit && group.answered > 0) return;
  const Argument name = Named{"perspective", group.perspective};
  if (group.answered == 0) {
    note("nobody_answered", own.share());
    verdict.raise(Status::kMissing);
    verdict.claim("coverage.C17.nobody_answered", {{"perspective", name}});
  } else {
    note("few_answered", own.share());
    verdict.raise(Status::kAttention);
    verdict.claim("coverage.C17.few_answered", {{"perspective", name}, {"response", limit}});
  }
}

}  // namespace

Verdict check_response(const CoverageContext& context) {
  std::vector<Voice> groups = heard_of(context);
  Response all;
  for (const Voice& group : groups) {
    all.asked += static_cast<double>(group.asked);
    all.answered += static_cast<double>(group.answered);
  }
  const bool some_unknown = without_unknown(groups);
  if (!context.study.data().asked_known) return asked_not_known(context, groups);
  if (groups.empty()) return unmet(Need::kPerspectives);
  Verdict verdict;
  std::vector<std::string> too_few;
  for (const Voice& group : groups) {
    if (group.asked > 0 && too_few_to_judge(context, group)) {
      too_few.push_back(group.perspective);
    } else {
      judge_group(group, all, context.thresholds().response, verdict);
    }
  }
  verdict.too_few("perspective", too_few);
  std::stable_partition(verdict.claims.begin(), verdict.claims.end(),
                        [](const Claim& claim) { return claim.id == "coverage.C17.nobody_answered"; });
  note_silent_parties(context, verdict);
  verdict.note_number("response", all.share());
  verdict.note_number("unheard", 1 - all.share());
  if (some_unknown) {
    verdict.raise(Status::kUnknown);
    verdict.claim("coverage.C17.some_without_perspective");
    verdict.need("coverage.settle.perspectives");
  }
  return verdict;
}

}  // namespace houvast::detail
