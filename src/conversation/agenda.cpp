#include "houvast/conversation/agenda.hpp"

#include <algorithm>

#include "houvast/scoring/agreement.hpp"
#include "houvast/version.hpp"

namespace houvast {
namespace {

struct Candidate {
  const Score* total = nullptr;
  const Score* lowest = nullptr;
  const Score* highest = nullptr;
  double scores[3] = {0, 0, 0};  // in the order of Reason
};

Candidate candidate_of(const Score& total, std::span<const Score> groups, std::int64_t minimum_group) {
  Candidate candidate;
  candidate.total = &total;
  for (const Score& group : groups) {
    const bool comparable = group.id == total.id && !group.is_element && group.group != kNoGroup && group.top_share &&
                            group.scored >= std::max<std::int64_t>(minimum_group, 1);
    if (!comparable) continue;
    if (candidate.lowest == nullptr || *group.top_share < *candidate.lowest->top_share) candidate.lowest = &group;
    if (candidate.highest == nullptr || *group.top_share > *candidate.highest->top_share) candidate.highest = &group;
  }
  if (candidate.lowest == candidate.highest) candidate.lowest = candidate.highest = nullptr;
  const Estimate consensus = stats::consensus_from_counts(total.counts);
  const double gap = candidate.lowest == nullptr ? 0 : *candidate.highest->top_share - *candidate.lowest->top_share;
  candidate.scores[0] = total.top_share ? 1 - *total.top_share : 0;
  candidate.scores[1] = std::max(consensus.defined() ? 1 - consensus.value : 0, gap);
  candidate.scores[2] = total.dont_know_share().value_or(0);
  return candidate;
}

LocalizedText opening_for(Reason reason) {
  switch (reason) {
    case Reason::kLowest:
      return {"Wat maakt dit nu lastig, en wat zou een kleine eerste stap zijn die we zelf kunnen zetten?",
              "What makes this hard at the moment, and what small first step could we take ourselves?"};
    case Reason::kDivided:
      return {
          "Laat ieder een voorbeeld vertellen waarop het eigen antwoord steunt. Wat zien anderen dat jij niet ziet?",
          "Let everyone tell an example that their answer rests on. What do others see that you do not?"};
    case Reason::kUnknown:
      return {"Wie zou dit kunnen weten, en wat hebben we nodig om er samen zicht op te krijgen?",
              "Who could know this, and what do we need to get a view of it together?"};
  }
  return {};
}

}  // namespace

std::string_view to_string(Reason reason) noexcept {
  return reason == Reason::kLowest ? "lowest" : reason == Reason::kDivided ? "divided" : "unknown";
}

std::vector<AgendaItem> agenda(const Study& study, std::span<const Score> totals, std::span<const Score> groups,
                               const AgendaOptions& options) {
  if (options.length < 1) {
    throw ValueError({"HV-302", "length of the agenda", std::to_string(options.length), "at least 1", {}});
  }
  std::vector<Candidate> candidates;
  for (const Score& total : totals) {
    if (!total.is_element) candidates.push_back(candidate_of(total, groups, options.minimum_group));
  }
  std::vector<bool> taken(candidates.size());
  std::vector<AgendaItem> items;
  int in_vain = 0;
  for (int turn = 0; static_cast<std::int64_t>(items.size()) < options.length && in_vain < 3; turn = (turn + 1) % 3) {
    std::size_t best = candidates.size();
    for (std::size_t i = 0; i < candidates.size(); ++i) {
      if (taken[i] || candidates[i].scores[turn] <= 0) continue;
      if (best == candidates.size() || candidates[i].scores[turn] > candidates[best].scores[turn]) best = i;
    }
    if (best == candidates.size()) {
      ++in_vain;
      continue;
    }
    in_vain = 0;
    taken[best] = true;
    const Candidate& chosen = candidates[best];
    const auto index = study.question_index(QuestionId(chosen.total->id));
    const Question& question = *study.questions()[static_cast<std::size_t>(*index)].question;
    AgendaItem item;
    item.question = question.id;
    item.element = question.element;
    item.reason = static_cast<Reason>(turn);
    item.score = chosen.scores[turn];
    item.total = *chosen.total;
    if (chosen.lowest != nullptr) item.lowest_group = *chosen.lowest;
    if (chosen.highest != nullptr) item.highest_group = *chosen.highest;
    item.advice = advice_for(question.id, question.element);
    item.opening = opening_for(item.reason);
    items.push_back(std::move(item));
  }
  return items;
}

std::vector<AgendaItem> agenda(const Study& study, const AgendaOptions& options) {
  const WaveId wave = options.wave ? *options.wave : study.last_wave().id;
  return agenda(study, scores(study, {.wave = wave}), scores(study, {.by = options.by, .wave = wave}), options);
}

Table agenda_table(const Study& study, const std::vector<AgendaItem>& items) {
  std::vector<std::string> question, text, element, reason, lowest, highest, advice_ids;
  std::vector<double> score;
  std::vector<std::int64_t> n;
  ColumnBuilder<double> top("top_box", "everybody's top-box share, 0 to 1");
  ColumnBuilder<double> unknown("dont_know_share", "everybody's share of don't knows, 0 to 1");
  for (const AgendaItem& item : items) {
    const auto index = study.question_index(item.question);
    question.push_back(item.question.str());
    text.push_back(study.questions()[static_cast<std::size_t>(*index)].question->text.nl);
    element.push_back(item.element.str());
    reason.emplace_back(to_string(item.reason));
    score.push_back(item.score);
    n.push_back(item.total.scored);
    top.push(item.total.top_share);
    unknown.push(item.total.dont_know_share());
    lowest.push_back(item.lowest_group ? item.lowest_group->group : "");
    highest.push_back(item.highest_group ? item.highest_group->group : "");
    std::string ids;
    for (const Advice& entry : item.advice) ids += (ids.empty() ? "" : ";") + entry.id;
    advice_ids.push_back(std::move(ids));
  }
  std::vector<Column> columns;
  columns.push_back({"question", std::move(question), {}, "question id"});
  columns.push_back({"text", std::move(text), {}, "the exact Dutch wording"});
  columns.push_back({"element", std::move(element), {}, "element id"});
  columns.push_back({"reason", std::move(reason), {}, "lowest, divided or unknown"});
  columns.push_back({"score", std::move(score), {}, "how strongly the reason applies, 0 to 1"});
  columns.push_back({"n", std::move(n), {}, "answers"});
  columns.push_back(std::move(top).build());
  columns.push_back(std::move(unknown).build());
  columns.push_back({"lowest_group", std::move(lowest), {}, "group with the smallest top-box share"});
  columns.push_back({"highest_group", std::move(highest), {}, "group with the largest top-box share"});
  columns.push_back({"advice", std::move(advice_ids), {}, "ids in the advice library, separated by ;"});
  return {"Agenda for " + study.id(),
          std::move(columns),
          {"conversation agenda", "own definition", {}, std::nullopt, kVersion}};
}

}  // namespace houvast
