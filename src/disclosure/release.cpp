#include "houvast/disclosure/release.hpp"

#include <utility>

#include "disclosure/parts.hpp"
#include "houvast/study/names.hpp"

namespace houvast {
namespace {

void release_findings(const Study& study, Release& release) {
  const std::string relation = study.data().relations.empty() ? "" : study.data().relations.front().id;
  const Namer names = names_of(
      study, [&](const Party& party, const Language& language) { return public_name(study, party, language); });
  const auto may_read = [&](const std::string& perspective, const QuestionId& question) {
    return release.by == "perspective" &&
           std::any_of(release.groups.begin(), release.groups.end(), [&](const ReleasedScore& score) {
             return score.shown && score.wave == study.last_wave().id && score.group == perspective &&
                    !score.is_element && score.id == question.str();
           });
  };
  for (Finding& finding : coverage(study, {.may_read = may_read})) {
    for (Claim& claim : finding.claims) claim = with_names(std::move(claim), names);
    release.findings.push_back({.check = finding.check,
                                .wave = study.last_wave().id,
                                .relation = relation,
                                .questions = finding.questions,
                                .title = finding.title,
                                .status = finding.status,
                                .rule = finding.rule,
                                .claims = std::move(finding.claims),
                                .needed = finding.needed});
  }
}

// The words that readers need: of instruments, and of the groups.
void release_words(const Study& study, const ReleaseOptions& options, Release& release) {
  for (const Instrument& instrument : study.data().instruments) {
    if (!instrument.is_private()) release.instruments.push_back(instrument);
  }
  const std::string by = options.by.empty() ? "domain" : options.by;
  if (const Vocabulary* words = study.profile().vocabulary_of_attribute(by)) {
    for (const Term& term : words->terms()) release.group_titles[term.id] = term.title;
  }
}

}  // namespace

std::string public_name(const Study& study, const Party& party, const Language& language) {
  if (party.consent.value_or(false)) return party.name;
  if (party.domain.empty()) return say({"release.a_party", {}}, language);
  return say({"release.a_party_from", {{"domain", study.profile().domains.title(party.domain, language)}}}, language);
}

Release release(const Study& study, const Policy& policy, const ReleaseOptions& options) {
  Release result;
  result.study_id = study.id();
  result.title = study.data().title;
  result.fictional = study.data().fictional;
  result.source = study.data().source;
  result.asked_known = study.data().asked_known;
  result.policy = policy.name();
  result.threshold = policy.threshold();
  result.in_ledger = options.in_ledger;
  result.by = options.by;
  result.waves = study.waves();
  release_words(study, options, result);
  detail::release_responses(study, policy, options, result);
  detail::release_scores(study, policy, options, result);
  const detail::Supported supported = detail::release_supported(study, options, result);
  detail::release_reliability(study, policy, result);
  detail::release_stages(study, policy, options, result);
  detail::release_networks(study, policy, options, result);
  detail::release_goals(study, options, result);
  release_findings(study, result);
  detail::release_agenda(study, policy, options, supported, result);
  return result;
}

}  // namespace houvast
