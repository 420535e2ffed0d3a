#include "conversation/agenda_facts.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

#include "houvast/base/choice.hpp"
#include "houvast/scoring/agreement.hpp"
#include "houvast/scoring/contrast.hpp"
#include "scoring/study_view.hpp"

namespace houvast::detail {
namespace {

constexpr std::int64_t kFewestPairs = 5;  // with fewer pairs everybody is compared, not the same people

std::size_t at(Reason reason) {
  return static_cast<std::size_t>(reason);
}

const QuestionRef* question_of(const Study& study, const QuestionId& id) {
  const auto index = study.question_index(id);
  return index ? &study.questions()[static_cast<std::size_t>(*index)] : nullptr;
}

// The answers behind counts, in the scale's steps; the more favourable, the larger.
std::vector<double> answers_of(const Study& study, const Score& score) {
  const double step = scale_of(study, score)->direction() == ScaleDirection::kAscending ? 1 : -1;
  std::vector<double> values;
  for (std::size_t i = 0; i < score.counts.size(); ++i) {
    values.insert(values.end(), static_cast<std::size_t>(score.counts[i]), step * static_cast<double>(i));
  }
  return values;
}

void compare_groups(AgendaCandidate& candidate, const Study& study, const std::vector<const Score*>& groups,
                    double level) {
  for (const Score* group : groups) {
    if (!candidate.lowest_group || *group->top_share < *candidate.lowest_group->top_share) {
      candidate.lowest_group = *group;
    }
    if (!candidate.highest_group || *group->top_share > *candidate.highest_group->top_share) {
      candidate.highest_group = *group;
    }
  }
  if (groups.size() < 2 || candidate.lowest_group->group == candidate.highest_group->group) {
    candidate.lowest_group = candidate.highest_group = std::nullopt;
  }
  std::vector<std::vector<double>> answers;
  for (const Score* group : groups) answers.push_back(answers_of(study, *group));
  for (std::size_t x = 0; x < groups.size(); ++x) {
    for (std::size_t y = x + 1; y < groups.size(); ++y) {
      const Estimate delta = stats::cliffs_delta(answers[x], answers[y], {.level = level});
      if (!delta.defined() || !delta.interval) continue;
      const double sure = std::max({delta.interval->low, -delta.interval->high, 0.0});
      if (sure <= candidate.scores[at(Reason::kBetween)]) continue;
      candidate.scores[at(Reason::kBetween)] = sure;
      candidate.difference = {groups[x]->group,     groups[y]->group,      groups[x]->scored,
                              groups[y]->scored,    delta.value,           delta.interval->low,
                              delta.interval->high, *groups[x]->top_share, *groups[y]->top_share};
    }
  }
}

void add_scores(std::vector<AgendaCandidate>& candidates, const Study& study, const AgendaMaterial& material,
                const AgendaOptions& options) {
  const std::int64_t fewest = std::max<std::int64_t>(options.minimum_group, 1);
  for (const Score& total : material.totals) {
    if (total.is_element) continue;
    AgendaCandidate candidate = *find_question(study, QuestionId(total.id));
    candidate.total = total;
    if (total.scored >= fewest) {
      const Estimate consensus = stats::consensus_from_counts(total.counts);
      candidate.scores[at(Reason::kLowest)] = 1 - *total.top_share;
      candidate.scores[at(Reason::kDivided)] = consensus.defined() ? 1 - consensus.value : 0;
    }
    candidate.scores[at(Reason::kUnknown)] = total.dont_know_share().value_or(0);
    std::vector<const Score*> groups;
    for (const Score& group : material.groups) {
      if (!group.is_element && group.id == total.id && group.group != kNoGroup && group.scored >= fewest) {
        groups.push_back(&group);
      }
    }
    compare_groups(candidate, study, groups, options.level);
    candidates.push_back(std::move(candidate));
  }
}

void add_findings(std::vector<AgendaCandidate>& candidates, const Study& study, const std::vector<Finding>& findings) {
  for (const Finding& finding : findings) {
    if (finding.status != Status::kAttention && finding.status != Status::kMissing) continue;
    for (const std::string& id : finding.questions) {
      const auto same = [&](const AgendaCandidate& candidate) { return candidate.question.str() == id; };
      auto found = std::find_if(candidates.begin(), candidates.end(), same);
      if (found == candidates.end()) {
        std::optional<AgendaCandidate> question = find_question(study, QuestionId(id));
        if (!question) continue;  // the finding names an element or a form, not one question
        candidates.push_back(std::move(*question));
        found = candidates.end() - 1;
      }
      double& score = found->scores[at(Reason::kNetwork)];
      score = std::max(score, finding.status == Status::kMissing ? 1.0 : 0.5);
      found->findings.push_back(finding);
    }
  }
}

template <class Value>
const std::vector<Value>& values_of(const Table& table, std::string_view column) {
  return std::get<std::vector<Value>>(table.column(column).data);
}

void add_changes(std::vector<AgendaCandidate>& candidates, const Table& table, const AgendaOptions& options) {
  const auto& kind = values_of<std::string>(table, "kind");
  const auto& id = values_of<std::string>(table, "id");
  const auto& from = values_of<std::string>(table, "from");
  const auto& pairs = values_of<std::int64_t>(table, "n_pairs");
  for (std::int64_t row = 0; row < table.rows(); ++row) {
    const auto i = static_cast<std::size_t>(row);
    const auto found = std::find_if(candidates.begin(), candidates.end(),
                                    [&](const AgendaCandidate& each) { return each.question.str() == id[i]; });
    if (kind[i] != "question" || found == candidates.end() || !found->total) continue;
    WaveChange change{.from = WaveId(from[i])};
    change.n = pairs[i];
    change.paired = change.n >= kFewestPairs;
    const auto delta = number_at(table, change.paired ? "delta_within" : "delta", row);
    const auto low = number_at(table, "delta_low", row), high = number_at(table, "delta_high", row);
    bool sure = false;
    if (change.paired) {
      change.better = number_at(table, "share_better", row);
      change.worse = number_at(table, "share_worse", row);
      change.p_adjusted = number_at(table, "p_adjusted", row);
      sure = change.p_adjusted && *change.p_adjusted < 1 - options.level;
    } else {
      change.n = found->total->scored;
      sure = low && high && (*low > 0 || *high < 0);
    }
    if (!delta) continue;
    change.delta = *delta;
    found->scores[at(Reason::kChanged)] = sure ? std::abs(change.delta) : 0;
    found->change = change;
  }
}

void add_ranks(std::vector<AgendaCandidate>& candidates) {
  for (std::size_t c = 0; c < kCriteria; ++c) {
    std::vector<std::size_t> order(candidates.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    // Only the network's scores are often equal: what more findings name comes first.
    const auto strength = [&](std::size_t i) {
      return std::pair(candidates[i].scores[c], c == at(Reason::kNetwork) ? candidates[i].findings.size() : 0);
    };
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return strength(a) > strength(b); });
    for (std::size_t i = 0; i < order.size() && candidates[order[i]].scores[c] > 0; ++i) {
      candidates[order[i]].ranks[c] = static_cast<std::int64_t>(i) + 1;
    }
  }
}

}  // namespace

std::optional<AgendaCandidate> find_question(const Study& study, const QuestionId& id) {
  const auto of = [](const Instrument& instrument, const Question& question) {
    AgendaCandidate candidate;
    candidate.question = question.id;
    candidate.element = question.element;
    candidate.instrument = instrument.id();
    candidate.text = question.text;
    return candidate;
  };
  if (const QuestionRef* ref = question_of(study, id)) return of(*ref->instrument, *ref->question);
  for (const std::string& name : instruments()) {
    const Instrument& each = instrument(name);
    for (const Question& question : each.questions()) {
      if (question.id == id) return of(each, question);
    }
  }
  return std::nullopt;
}

void unknown_question(const Study& study, const QuestionId& id) {
  std::vector<std::string> known;
  for (const QuestionRef& ref : study.questions()) known.push_back(ref.question->id.str());
  for (const std::string& name : instruments()) {
    for (const Question& question : instrument(name).questions()) known.push_back(question.id.str());
  }
  unknown_name("HV-502", {"problem.subject.question"}, id.str(), known, {"problem.expected.question_of_study"});
}

std::vector<AgendaCandidate> agenda_candidates(const Study& study, const AgendaMaterial& material,
                                               const AgendaOptions& options) {
  std::vector<AgendaCandidate> candidates;
  add_scores(candidates, study, material, options);
  add_findings(candidates, study, material.findings);
  if (material.change) add_changes(candidates, *material.change, options);
  add_ranks(candidates);
  return candidates;
}

}  // namespace houvast::detail
