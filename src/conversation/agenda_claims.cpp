#include <cmath>

#include "base/index.hpp"
#include "conversation/agenda_facts.hpp"
#include "scoring/study_view.hpp"

// Why a question is on the agenda, and how to open the conversation: exact numbers, for inside use.
namespace houvast::inline v0_1::detail {
namespace {

// The answers in the top box, each in quotes.
Argument top_labels(const Study& study, const Score& score) {
  const Scale& scale = *scale_of(study, score);
  Argument::List labels;
  for (const ScaleLabel& label : scale.labels()) {
    if (!scale.is_top(label.value)) continue;
    LocalizedText quoted;
    for (const std::string& tag : label.text.tags()) quoted.set(tag, "‘" + label.text.own(tag) + "’");
    labels.emplace_back(std::move(quoted));
  }
  return labels;
}

Claim lowest(const Study& study, const AgendaCandidate& of) {
  const Score& total = *of.total;
  return {"order.agenda.lowest",
          {{"n", total.scored},
           {"top", total.top},
           {"share", *total.top_share},
           {"labels", top_labels(study, total)},
           {"others", of.order->share_others},
           {"every", of.order->extreme ? "yes" : "no"}}};
}

Claim between(const Study& study, const AgendaCandidate& of, const std::string& by) {
  const SupportedDifference& found = *of.difference;
  const Named higher{"group", by + ":" + found.higher}, lower{"group", by + ":" + found.lower};
  if (found.what.breadth == Breadth::kElement) {
    return {"difference.agenda.element",
            {{"element", Named{"element", found.what.id}},
             {"higher", higher},
             {"lower", lower},
             {"n_higher", found.n_higher},
             {"n_lower", found.n_lower},
             {"share_higher", found.share_higher},
             {"share_lower", found.share_lower}}};
  }
  return {"difference.agenda.between",
          {{"higher", higher},
           {"lower", lower},
           {"n_higher", found.n_higher},
           {"n_lower", found.n_lower},
           {"share_higher", found.share_higher},
           {"share_lower", found.share_lower},
           {"labels", top_labels(study, *of.total)}}};
}

// The difference, and that the question may not mean the same to the two groups.
std::vector<Claim> between_with_caveats(const Study& study, const AgendaCandidate& of, const std::string& by) {
  std::vector<Claim> claims{between(study, of, by)};
  for (const DifferingQuestion& each : of.caveats) claims.push_back(each.caveat(by));
  return claims;
}

Claim unknown(const AgendaCandidate& of) {
  const Score& total = *of.total;
  const std::int64_t unknown = total.state(AnswerState::kDontKnow);
  const std::int64_t asked = unknown + total.state(AnswerState::kAnswered) + total.state(AnswerState::kRefused) +
                             total.state(AnswerState::kSkipped);
  return {"agenda.unknown", {{"unknown", unknown}, {"n", asked}, {"share", *total.dont_know_share()}}};
}

std::vector<Claim> network(const AgendaCandidate& of) {
  std::vector<Claim> claims;
  for (const Finding& finding : of.findings) {
    claims.insert(claims.end(), finding.claims.begin(), finding.claims.end());
  }
  return claims;
}

Claim changed(const AgendaCandidate& of) {
  const SupportedChange& change = *of.change;
  if (!change.paired) {
    return {"change.agenda.unpaired",
            {{"from", change.from.str()}, {"n", change.n}, {"before", change.share_from}, {"after", change.share_to}}};
  }
  return {"change.agenda.paired",
          {{"from", change.from.str()}, {"n", change.n}, {"before", change.share_from}, {"after", change.share_to}}};
}

Claim divided(const AgendaCandidate& of) {
  return {"agenda.divided", {{"n", of.total->scored}, {"consensus", 1 - at(of.scores, Reason::kDivided)}}};
}

std::vector<Claim> why(const Study& study, const AgendaCandidate& candidate, Reason reason, const std::string& by) {
  switch (reason) {
    case Reason::kLowest:
      return {lowest(study, candidate)};
    case Reason::kBetween:
      return between_with_caveats(study, candidate, by);
    case Reason::kUnknown:
      return {unknown(candidate)};
    case Reason::kNetwork:
      return network(candidate);
    case Reason::kChanged:
      return {changed(candidate)};
    case Reason::kDivided:
      return {divided(candidate)};
    case Reason::kOwn:
      return {{"agenda.own"}};
  }
  return {};
}

Claim opening_for(const AgendaCandidate& candidate, Reason reason) {
  switch (reason) {
    case Reason::kLowest:
      return {"agenda.opening.lowest"};
    case Reason::kBetween:
      return {"agenda.opening.between"};
    case Reason::kUnknown:
      return {"agenda.opening.unknown"};
    case Reason::kNetwork:
      return {"agenda.opening.network"};
    case Reason::kChanged:
      return {candidate.change->up ? "agenda.opening.better" : "agenda.opening.worse"};
    case Reason::kDivided:
      return {"agenda.opening.divided"};
    case Reason::kOwn:
      return {"agenda.opening.own"};
  }
  return {};
}

}  // namespace

AgendaItem agenda_item(const Study& study, const AgendaCandidate& candidate, Reason reason,
                       const AgendaOptions& options) {
  AgendaItem item;
  static_cast<AgendaCandidate&>(item) = candidate;
  item.reason = reason;
  item.score = reason == Reason::kOwn ? 0 : at(candidate.scores, reason);
  item.why = why(study, candidate, reason, options.by);
  item.opening = opening_for(candidate, reason);
  item.advice = advice_for(candidate.question, candidate.element);
  return item;
}

}  // namespace houvast::inline v0_1::detail
