#include "gerdes/wording.hpp"

namespace houvast::inline v0_1::detail {
namespace {

const char* yes_or_no(bool value) {
  return value ? "yes" : "no";
}

// Whom the wished stage is for: simple, composite or complex questions, or a wish of one's own.
std::string asked_for(const Outcome& outcome) {
  return outcome.complexity ? std::string(to_string(*outcome.complexity)) : "own";
}

const LocalizedText& title(const Outcome& outcome, int stage) {
  return outcome.dimension.stage(stage).title;
}

// So many name the wished stage or a later one; without counts only against the share that the rule asks.
Claim spread(const Outcome& outcome, const char* counted, const char* shared, int from) {
  Claim claim{outcome.counts ? counted : shared,
              {{"people", yes_or_no(outcome.people)},
               {"numerator", outcome.rule.numerator},
               {"denominator", outcome.rule.denominator},
               {"stage", title(outcome, outcome.wished)},
               {"highest", yes_or_no(outcome.dimension.types() || outcome.wished == outcome.dimension.scale->max())}}};
  if (outcome.counts) {
    claim.args.insert_or_assign("count", outcome.tally.at_least(from));
    claim.args.insert_or_assign("n", outcome.tally.n());
  }
  return claim;
}

Claim too_few(const Outcome& outcome) {
  if (!outcome.counts) return {"strengthening.shared.few"};
  return {"strengthening.counted.few", {{"n", outcome.tally.n()}, {"minimum", outcome.rule.minimum}}};
}

Claim depends(const Outcome& outcome) {
  if (!outcome.counts) return {"strengthening.shared.depends"};
  return {"strengthening.counted.depends", {{"dont_know", outcome.tally.dont_know()}}};
}

// What to talk about when too few are there: the next stage, or the type that is wished.
Claim onward(const Outcome& outcome) {
  if (!outcome.reached) return {"strengthening.kind", {{"to", title(outcome, outcome.wished)}}};
  return {"strengthening.step",
          {{"from", title(outcome, *outcome.reached)}, {"to", title(outcome, *outcome.reached + 1)}}};
}

std::vector<Claim> known(const Outcome& outcome) {
  const Claim wished{"strengthening.wished",
                     {{"complexity", asked_for(outcome)}, {"stage", title(outcome, outcome.wished)}}};
  switch (outcome.verdict) {
    case Verdict::kStrengthen:
      return {wished, spread(outcome, "strengthening.counted.below", "strengthening.shared.below", outcome.wished),
              onward(outcome)};
    case Verdict::kLowerFits:
      return {wished,
              spread(outcome, "strengthening.counted.beyond", "strengthening.shared.beyond", outcome.wished + 1),
              {"strengthening.earlier", {{"complexity", asked_for(outcome)}}}};
    default:
      return {wished,
              spread(outcome, "strengthening.counted.at", "strengthening.shared.at", outcome.wished),
              {"strengthening.fits"}};
  }
}

}  // namespace

std::string_view status_text(Verdict verdict) noexcept {
  switch (verdict) {
    case Verdict::kStrengthen:
      return "strengthen";
    case Verdict::kFits:
      return "fits";
    case Verdict::kLowerFits:
      return "lower_fits";
    case Verdict::kTooFew:
    case Verdict::kDepends:
      return "unknown";
  }
  return "";
}

std::string fraction_text(const StageRule& rule) {
  return std::to_string(rule.numerator) + "/" + std::to_string(rule.denominator);
}

std::vector<Claim> reason_claims(const Outcome& outcome) {
  if (outcome.verdict == Verdict::kTooFew) return {too_few(outcome)};
  if (outcome.verdict == Verdict::kDepends) return {depends(outcome)};
  std::vector<Claim> claims = known(outcome);
  if (outcome.dimension.inferred())
    claims.push_back({outcome.dimension.types() ? "strengthening.types" : "strengthening.inferred"});
  return claims;
}

}  // namespace houvast::inline v0_1::detail
