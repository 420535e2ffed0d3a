#include "houvast/disclosure/release.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "disclosure/parts.hpp"
#include "disclosure/protect.hpp"
#include "houvast/study/names.hpp"

namespace houvast {
namespace {

std::int64_t top_boundary(const Scale& scale) {
  return scale.direction() == ScaleDirection::kAscending ? scale.top_from() - scale.min()
                                                         : scale.top_from() - scale.min() + 1;
}

ReleasedScore empty_score(const Score& score) {
  ReleasedScore released;
  released.wave = score.wave;
  released.instrument = score.instrument;
  released.is_element = score.is_element;
  released.id = score.id;
  released.group = score.group;
  return released;
}

ReleasedScore shown_score(const Study& study, const Score& score, std::int64_t threshold) {
  ReleasedScore released = empty_score(score);
  released.shown = true;
  released.n_band = detail::n_band(score.scored);
  released.top = detail::protected_share(score.top, score.scored, score.top_interval, threshold);
  const std::int64_t unknown = score.state(AnswerState::kDontKnow);
  const std::int64_t base =
      score.scored + unknown + score.state(AnswerState::kRefused) + score.state(AnswerState::kSkipped);
  if (!score.is_element) released.dont_know = detail::protected_share(unknown, base, std::nullopt, threshold);
  const Scale* scale = scale_of(study, score);
  if (!score.is_element && scale != nullptr && released.top->value) {
    released.distribution = detail::collapsed(score.counts, scale->min(), top_boundary(*scale), threshold);
  }
  if (score.scored >= kPercentileMinimum) {
    released.median_low = score.median_low;
    released.median_high = score.median_high;
  }
  return released;
}

bool passes(const Score& score, std::int64_t threshold) {
  return score.asked >= threshold && score.scored >= threshold;
}

// A stretch of the scores that belong to one question or element of one wave: one score per group.
std::vector<std::vector<Score>> by_item(const std::vector<Score>& scores) {
  std::vector<std::vector<Score>> items;
  for (const Score& score : scores) {
    const bool same = !items.empty() && items.back().front().wave == score.wave &&
                      items.back().front().instrument == score.instrument && items.back().front().id == score.id &&
                      items.back().front().is_element == score.is_element;
    if (!same) items.emplace_back();
    items.back().push_back(score);
  }
  return items;
}

// Groups as they may be published for one wave and instrument: those that stand alone, and the rest taken together.
std::vector<Score> regrouped(const Study& study, const std::vector<Score>& item, std::int64_t threshold) {
  std::vector<std::int64_t> asked, respondents;
  for (const Score& score : item) {
    asked.push_back(score.asked);
    respondents.push_back(score.respondents);
  }
  const std::vector<int> own = detail::published_groups(asked, respondents, threshold);
  std::vector<Score> result, together;
  for (std::size_t g = 0; g < item.size(); ++g) (own[g] >= 0 ? result : together).push_back(item[g]);
  if (!together.empty()) result.push_back(merged(study, together, kOtherGroups));
  return result;
}

void release_scores(const Study& study, const Policy& policy, const ReleaseOptions& options, Release& release) {
  const std::int64_t threshold = policy.threshold();
  for (const Score& score : scores(study)) {
    release.totals.push_back(passes(score, threshold) ? shown_score(study, score, threshold) : empty_score(score));
  }
  if (options.by.empty()) return;
  std::map<std::string, bool> total_shown;
  const auto key = [](const auto& score) {
    return score.wave.str() + '\n' + score.instrument.str() + '\n' + score.id + (score.is_element ? "\ne" : "");
  };
  for (const ReleasedScore& total : release.totals) total_shown[key(total)] = total.shown;
  for (const std::vector<Score>& item : by_item(scores(study, {.by = options.by}))) {
    const std::vector<Score> groups = regrouped(study, item, threshold);
    std::vector<std::int64_t> n;
    for (const Score& score : groups)
      n.push_back(passes(score, threshold) ? score.scored : std::min(score.scored, threshold - 1));
    const std::vector<bool> hidden = detail::hidden_cells(n, threshold);
    for (std::size_t g = 0; g < groups.size(); ++g) {
      const bool show = total_shown[key(groups[g])] && !hidden[g];
      release.groups.push_back(show ? shown_score(study, groups[g], threshold) : empty_score(groups[g]));
    }
  }
}

void release_responses(const Study& study, const Policy& policy, const ReleaseOptions& options, Release& release) {
  const auto add = [&](const Score& score, bool is_total) {
    ReleasedResponse response{score.wave, score.instrument, is_total, score.group, false, "", "", {}};
    if (score.asked >= policy.threshold() && score.respondents >= policy.threshold()) {
      response.shown = true;
      response.respondents_band = detail::n_band(score.respondents);
      if (const auto share = score.response_share()) {
        response.asked_band = detail::n_band(score.asked);
        response.share = detail::rounded_share(*share, score.asked);
      }
    }
    release.responses.push_back(std::move(response));
  };
  // Every item of an instrument has the same numbers asked and returned; the first one stands for all.
  std::string done;
  for (const Score& score : scores(study)) {
    if (std::string of = score.wave.str() + '\n' + score.instrument.str(); of != done) {
      done = std::move(of);
      add(score, true);
    }
  }
  if (options.by.empty()) return;
  done.clear();
  for (const std::vector<Score>& item : by_item(scores(study, {.by = options.by}))) {
    if (std::string of = item.front().wave.str() + '\n' + item.front().instrument.str(); of != done) {
      done = std::move(of);
      for (const Score& group : regrouped(study, item, policy.threshold())) add(group, false);
    }
  }
}

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

// The agenda is chosen from what is released, so that being on it tells nothing that is hidden.
void release_agenda(const Study& study, const Policy& policy, const ReleaseOptions& options,
                    detail::Supported supported, Release& release) {
  const WaveId wave = study.last_wave().id;
  const auto find = [&wave](const std::vector<ReleasedScore>& list, const std::string& id,
                            const std::string& group) -> const ReleasedScore* {
    for (const ReleasedScore& score : list) {
      if (score.wave == wave && !score.is_element && score.id == id && score.group == group) return &score;
    }
    return nullptr;
  };
  AgendaMaterial material;
  for (Score& score : scores(study, {.wave = wave})) {
    const ReleasedScore* released = score.is_element ? nullptr : find(release.totals, score.id, score.group);
    if (released != nullptr && released->shown) material.totals.push_back(std::move(score));
  }
  if (!options.by.empty()) {
    for (Score& score : scores(study, {.by = options.by, .wave = wave})) {
      const ReleasedScore* released = score.is_element ? nullptr : find(release.groups, score.id, score.group);
      if (released != nullptr && released->shown) material.groups.push_back(std::move(score));
    }
  }
  const auto elsewhen = [&wave](const auto& each) { return each.wave != wave; };
  std::erase_if(supported.differences, elsewhen);
  std::erase_if(supported.orders, elsewhen);
  std::erase_if(supported.changes, [&wave](const SupportedChange& each) { return each.to != wave; });
  material.differences = std::move(supported.differences);
  material.orders = std::move(supported.orders);
  material.changes = std::move(supported.changes);
  const AgendaOptions agenda_options{
      .length = options.agenda_length, .wave = wave, .by = options.by, .minimum_group = policy.threshold()};
  const Agenda agenda(study, material, agenda_options);
  for (const AgendaItem& item : agenda.items()) {
    ReleasedAgendaItem released;
    released.question = item.question;
    released.element = item.element;
    released.reason = item.reason;
    released.total = *find(release.totals, item.question.str(), "");
    if (item.lowest_group && item.highest_group) {
      released.lowest_group = *find(release.groups, item.question.str(), item.lowest_group->group);
      released.highest_group = *find(release.groups, item.question.str(), item.highest_group->group);
    }
    released.advice = item.advice;
    released.opening = item.opening;
    release.agenda.push_back(std::move(released));
  }
}

}  // namespace

std::string public_name(const Study& study, const Party& party, Language language) {
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
  result.by = options.by;
  result.waves = study.waves();
  release_words(study, options, result);
  release_responses(study, policy, options, result);
  release_scores(study, policy, options, result);
  detail::Supported supported = detail::release_supported(study, options, result);
  detail::release_reliability(study, policy, result);
  detail::release_stages(study, policy, options, result);
  detail::release_networks(study, policy, options, result);
  detail::release_goals(study, options, result);
  release_findings(study, result);
  release_agenda(study, policy, options, std::move(supported), result);
  return result;
}

}  // namespace houvast
