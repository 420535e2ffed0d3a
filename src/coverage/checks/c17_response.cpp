#include <algorithm>
#include <cmath>

#include "coverage/requirements.hpp"
#include "houvast/coverage/voice.hpp"

// C17: those who were asked have answered. Numbers stay in the evidence; the claims carry none, so that no small group
// can be counted from them.
namespace houvast::inline v0_1::detail {
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

// Groups as they are judged, and those of which it is not told whether enough of them answered.
class Judged {
 public:
  Judged(const CoverageContext& context, const Response& all) : context_(context), all_(all) {}

  void judge(const Voice& group, Verdict& verdict) {
    if (group.asked == 0) return;
    const Response own{static_cast<double>(group.asked), static_cast<double>(group.answered)};
    const double limit = context_.thresholds().response;
    const auto [low, high] = context_.response_of(group.perspective, own.share());
    if (low < limit && high > limit) {
      untold_.push_back(group.perspective);
      return;
    }
    const auto note = [&](const char* role, double value) {
      verdict.note("perspective", group.perspective, role, value);
    };
    note("asked", own.asked);
    note("answered", own.answered);
    note("response", own.share());
    note("unheard", 1 - own.share());
    note("weight_difference", own.answered / all_.answered - own.asked / all_.asked);
    if (low >= limit && high > 0) return;
    const Argument name = Named{"people", group.perspective};
    if (high == 0) {
      note("nobody_answered", own.share());
      verdict.raise(Status::kMissing);
      verdict.claim("coverage.C17.nobody_answered", {{"perspective", name}});
    } else {
      note("few_answered", own.share());
      verdict.raise(Status::kAttention);
      verdict.claim("coverage.C17.few_answered", {{"perspective", name}, {"response", limit}});
    }
  }

  void leave_open(Verdict& verdict) const {
    if (untold_.empty()) return;
    verdict.raise(Status::kUnknown);
    verdict.claim_about("coverage.C17.not_told", "people", untold_);
    verdict.need("coverage.see_inside");
  }

 private:
  const CoverageContext& context_;
  const Response& all_;
  std::vector<std::string> untold_;
};

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
  Judged judged(context, all);
  for (const Voice& group : groups) judged.judge(group, verdict);
  judged.leave_open(verdict);
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

}  // namespace houvast::inline v0_1::detail
