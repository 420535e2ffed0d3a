#include <algorithm>

#include "coverage/members.hpp"
#include "coverage/registry.hpp"
#include "coverage/verdict.hpp"
#include "scoring/distributions.hpp"

// C3: parents and young people are members, have ties, have answered, and do not clearly say no to the questions that
// are about them.
namespace houvast::inline v0_1::detail {
namespace {

constexpr std::int64_t kFewestAnswers = 10;  // answers to a question below which it is not judged

std::vector<QuestionId> questions_about_families() {
  const auto& all = registry();
  const auto own = std::find_if(all.begin(), all.end(), [](const CheckEntry& entry) { return entry.id == "C3"; });
  return {own->questions.begin(), own->questions.end()};
}

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
    } else if (context_.too_few(context_.people_of(presence.members))) {
      too_few_.push_back(family);
      return;
    } else {
      judge_ties(family, presence.tied);
      judge_answers(family, presence.answered);
    }
    for (const QuestionId& question : questions_about_families()) judge_question(family, question);
  }

  [[nodiscard]] Verdict verdict() && {
    if (unmeasured_ && verdict_.claims.empty()) verdict_.claim("coverage.C3.not_measured");
    verdict_.too_few("people", too_few_);
    if (withheld_) {
      verdict_.raise(Status::kUnknown);
      verdict_.claim("coverage.C3.withheld");
      verdict_.need("coverage.see_inside");
    }
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
    } else if (!context_.may_read_of(family)) {
      withheld_ = true;
    } else if (answered == 0) {
      tell("coverage.C3.unanswered", family, "unanswered", Status::kAttention);
    }
  }

  // Whether clearly fewer than half answer favourably: the binomial chance of so few, at a half, times the questions.
  void judge_question(const std::string& family, const QuestionId& question) {
    const Favour favour = favour_of(context_, family, question);
    if (favour.answered < kFewestAnswers) return;
    if (!context_.may_read(family, question)) {
      withheld_ = true;
      return;
    }
    verdict_.note("perspective", family, "favourable", favour.share(), question.str());
    const auto comparisons =
        static_cast<double>(questions_about_families().size() * context_.profile().family_perspectives.size());
    const double chance = comparisons * stats::detail::binomial_cdf(favour.favourable, favour.answered, 0.5);
    if (favour.share() >= 0.5 || chance >= context_.thresholds().significance) return;
    verdict_.raise(Status::kAttention);
    verdict_.note("perspective", family, "mostly_unfavourable", chance, question.str());
    verdict_.claim("coverage.C3.mostly_unfavourable", {{"perspective", Named{"people", family}},
                                                       {"question", Named{"question", question.str()}},
                                                       {"id", question.str()}});
  }

  void leave_open() {
    unmeasured_ = true;
    verdict_.raise(Status::kUnknown);
  }

  void tell(const std::string& claim, const std::string& family, const std::string& role, Status status) {
    verdict_.raise(status);
    verdict_.note("perspective", family, role);
    verdict_.claim(claim, {{"perspective", Named{"people", family}}});
  }

  const CoverageContext& context_;
  bool may_hide_;
  bool hidden_ = false;
  bool unmeasured_ = false;
  bool withheld_ = false;
  std::vector<std::string> too_few_;
  Verdict verdict_;
};

}  // namespace

Verdict check_family(const CoverageContext& context) {
  FamilyCheck check(context);
  for (const std::string& family : context.profile().family_perspectives) check.judge(family);
  return std::move(check).verdict();
}

}  // namespace houvast::inline v0_1::detail
