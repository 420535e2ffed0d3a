#include <array>

#include "base/index.hpp"
#include "coverage/partner_ties.hpp"
#include "coverage/verdict.hpp"

// C15: partners know and trust each other, and make agreements.
namespace houvast::inline v0_1::detail {
namespace {

constexpr double kFewestTies = 10;  // ties that both sides told about before their share is said

class ConditionCheck {
 public:
  ConditionCheck(const CoverageContext& context, const std::vector<PartnerTie>& ties)
      : context_(context), ties_(ties) {}

  void judge(std::size_t condition) {
    const std::string id = kConditions[condition];
    std::array<std::int64_t, 4> count{};
    for (const PartnerTie& tie : ties_) ++at(count, tie.state(condition));
    const auto of = [&](ConditionState state) { return static_cast<double>(at(count, state)); };
    for (const ConditionState state :
         {ConditionState::kMet, ConditionState::kOneSided, ConditionState::kUnmet, ConditionState::kUnknown}) {
      verdict_.note("condition", id, std::string(to_string(state)), of(state));
    }
    const auto all = static_cast<double>(ties_.size());
    const double told = all - of(ConditionState::kUnknown), met = of(ConditionState::kMet);
    if (told == 0 || told < context_.thresholds().observed * all) {
      undecided_.push_back(id);
      verdict_.note("condition", id, "undecided");
      return;
    }
    const bool seldom = met < context_.thresholds().mutual * told;
    if (seldom) {
      verdict_.raise(Status::kAttention);
      verdict_.note("condition", id, "seldom_mutual", met / told);
      note_who_says_no(condition);
    }
    if (told >= kFewestTies) {
      verdict_.claim("coverage.C15.mutual",
                     {{"condition", Named{"condition", id}}, {"share", met / told}, {"seldom", seldom ? "yes" : "no"}});
    } else if (seldom) {
      low_.push_back(id);
    }
  }

  [[nodiscard]] Verdict verdict() && {
    verdict_.claim_about("coverage.C15.seldom_mutual", "condition", low_);
    verdict_.claim_about("coverage.C15.undecided", "condition", undecided_);
    if (!undecided_.empty()) {
      verdict_.raise(Status::kUnknown);
      verdict_.need("coverage.C15.ask");
    }
    return std::move(verdict_);
  }

 private:
  void note_who_says_no(std::size_t condition) {
    const std::string role = std::string("says_no_") + kConditions[condition];
    for (const PartnerTie& tie : ties_) {
      if (tie.state(condition) == ConditionState::kUnknown) continue;
      const std::string& a = at(context_.parties(), tie.a).id.str();
      const std::string& b = at(context_.parties(), tie.b).id.str();
      if (!*tie.by_a[condition]) verdict_.note("party", a, role, std::nullopt, b);
      if (!*tie.by_b[condition]) verdict_.note("party", b, role, std::nullopt, a);
    }
  }

  const CoverageContext& context_;
  const std::vector<PartnerTie>& ties_;
  std::vector<std::string> low_, undecided_;
  Verdict verdict_;
};

}  // namespace

Verdict check_conditions(const CoverageContext& context) {
  const std::vector<PartnerTie> ties = partner_ties_of(context);
  if (ties.empty()) return does_not_apply("coverage.C15.no_ties");
  ConditionCheck check(context, ties);
  for (std::size_t condition = 0; condition < std::size(kConditions); ++condition) check.judge(condition);
  return std::move(check).verdict();
}

}  // namespace houvast::inline v0_1::detail
