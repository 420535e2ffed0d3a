#include <array>
#include <string>
#include <vector>

#include "coverage/context.hpp"
#include "coverage/partner_ties.hpp"
#include "coverage/wording.hpp"

// Check on what partners know and agree of each other: C15.
namespace houvast {
namespace detail {

Finding check_conditions(const CoverageContext& context) {
  Finding finding;
  finding.check = "C15";
  finding.questions = {"P1", "P2", "P3", "P4"};
  finding.title = {"Partners kennen en vertrouwen elkaar, en maken afspraken",
                   "Partners know and trust each other, and make agreements"};
  const double mutual = context.thresholds().mutual, observed = context.thresholds().observed;
  finding.rule = {"Aan elke voorwaarde P1–P4 is in minstens " + percent(mutual) +
                      "% van de contacten van beide kanten voldaan; beoordeeld als van minstens " + percent(observed) +
                      "% van de contacten beide kanten dat zeiden.",
                  "Each condition P1–P4 is met by both sides in at least " + percent(mutual) +
                      "% of the ties; judged when both sides told so for at least " + percent(observed) +
                      "% of the ties."};
  if (!context.network) return ties_not_measured(std::move(finding));
  const std::vector<PartnerTie> ties = partner_ties_of(context);
  if (ties.empty()) {
    return does_not_apply(std::move(finding), {"Er zijn geen contacten.", "There are no ties."});
  }
  std::vector<std::string> low, undecided;
  for (std::size_t i = 0; i < 4; ++i) {
    std::array<std::int64_t, 4> count{};
    for (const PartnerTie& tie : ties) ++count[static_cast<std::size_t>(tie.state(i))];
    const auto of = [&](ConditionState state) { return static_cast<double>(count[static_cast<std::size_t>(state)]); };
    for (const ConditionState state :
         {ConditionState::kMet, ConditionState::kOneSided, ConditionState::kUnmet, ConditionState::kUnknown}) {
      finding.evidence.push_back({"condition", kConditions[i], std::string(to_string(state)), of(state), ""});
    }
    const auto all = static_cast<double>(ties.size());
    const double told = all - of(ConditionState::kUnknown);
    if (told == 0 || told < observed * all) {
      undecided.emplace_back(kConditions[i]);
      finding.evidence.push_back({"condition", kConditions[i], "undecided", std::nullopt, ""});
      continue;
    }
    if (of(ConditionState::kMet) >= mutual * told) continue;
    low.emplace_back(kConditions[i]);
    finding.evidence.push_back({"condition", kConditions[i], "seldom_mutual", of(ConditionState::kMet) / told, ""});
    for (const PartnerTie& tie : ties) {
      const std::string& a = context.parties()[static_cast<std::size_t>(tie.a)].id.str();
      const std::string& b = context.parties()[static_cast<std::size_t>(tie.b)].id.str();
      if (tie.state(i) == ConditionState::kUnknown) continue;
      if (!*tie.by_a[i]) finding.evidence.push_back({"party", a, std::string("says_no_") + kConditions[i], {}, b});
      if (!*tie.by_b[i]) finding.evidence.push_back({"party", b, std::string("says_no_") + kConditions[i], {}, a});
    }
  }
  finding.status = !low.empty() ? Status::kAttention : !undecided.empty() ? Status::kUnknown : Status::kOk;
  finding.sentence =
      joined(about("condition", low,
                   {"geldt lang niet altijd van beide kanten", "gelden lang niet altijd van beide kanten",
                    "often does not hold from both sides", "often do not hold from both sides"}),
             about("condition", undecided,
                   {"is bij te weinig contacten van beide kanten gevraagd",
                    "zijn bij te weinig contacten van beide kanten gevraagd", "was asked of both sides in too few ties",
                    "were asked of both sides in too few ties"}));
  if (!undecided.empty()) {
    finding.needed = {"Vraag beide kanten van elk contact naar P1 tot en met P4 (kolommen P1–P4 van tabel ties).",
                      "Ask both sides of every tie about P1 to P4 (columns P1–P4 of table ties)."};
  }
  if (finding.sentence.nl.empty()) {
    finding.sentence = {"Partners kennen en vertrouwen elkaar en maken afspraken, meestal van beide kanten.",
                        "Partners know and trust each other and make agreements, mostly from both sides."};
  }
  return finding;
}

}  // namespace detail
}  // namespace houvast
