#include "coverage/members.hpp"
#include "coverage/verdict.hpp"

// C3: parents and young people are members, have ties and have answered.
namespace houvast::detail {
namespace {

class FamilyCheck {
 public:
  explicit FamilyCheck(const CoverageContext& context)
      : context_(context), may_hide_(some_without(context, &Party::perspective)) {}

  void judge(const std::string& family) {
    const Presence presence = presence_of(context_, [&](const Party& party) { return party.perspective == family; });
    verdict_.note("perspective", family, "members", static_cast<double>(presence.members.size()));
    verdict_.note("perspective", family, "tied", static_cast<double>(presence.tied));
    verdict_.note("perspective", family, "answered", static_cast<double>(presence.answered));
    if (presence.members.empty()) {
      judge_absent(family);
    } else {
      judge_ties(family, presence.tied);
      judge_answers(family, presence.answered);
    }
  }

  [[nodiscard]] Verdict verdict() && {
    if (unmeasured_ && verdict_.claims.empty()) verdict_.claim("coverage.C3.not_measured");
    if (hidden_) {
      verdict_.need("coverage.settle.perspectives");
    } else if (unmeasured_) {
      verdict_.need("coverage.C3.ask");
    }
    return std::move(verdict_);
  }

 private:
  void judge_absent(const std::string& family) {
    if (may_hide_) {
      hidden_ = true;
      tell("coverage.C3.undecided", family, "undecided", Status::kUnknown);
    } else {
      tell("coverage.C3.absent", family, "absent", Status::kMissing);
    }
  }

  void judge_ties(const std::string& family, std::size_t tied) {
    if (!context_.network) {
      leave_open();
    } else if (tied == 0) {
      tell("coverage.C3.untied", family, "untied", Status::kAttention);
    }
  }

  void judge_answers(const std::string& family, std::size_t answered) {
    if (!context_.has_answers) {
      leave_open();
    } else if (answered == 0) {
      tell("coverage.C3.unanswered", family, "unanswered", Status::kAttention);
    }
  }

  void leave_open() {
    unmeasured_ = true;
    verdict_.raise(Status::kUnknown);
  }

  void tell(const std::string& claim, const std::string& family, const std::string& role, Status status) {
    verdict_.raise(status);
    verdict_.note("perspective", family, role);
    verdict_.claim(claim, {{"perspective", Named{"perspective", family}}});
  }

  const CoverageContext& context_;
  bool may_hide_;
  bool hidden_ = false;
  bool unmeasured_ = false;
  Verdict verdict_;
};

}  // namespace

Verdict check_family(const CoverageContext& context) {
  FamilyCheck check(context);
  for (const std::string& family : context.profile().family_perspectives) check.judge(family);
  return std::move(check).verdict();
}

}  // namespace houvast::detail
