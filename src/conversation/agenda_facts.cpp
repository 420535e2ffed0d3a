#include "conversation/agenda_facts.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

#include "base/index.hpp"
#include "houvast/base/choice.hpp"
#include "houvast/scoring/agreement.hpp"

namespace houvast::inline v0_1::detail {
namespace {

const QuestionRef* question_of(const Study& study, const QuestionId& id) {
  const auto index = study.question_index(id);
  return index ? &study.questions()[as_size(*index)] : nullptr;
}

AgendaCandidate* candidate_of(std::vector<AgendaCandidate>& candidates, const std::string& question) {
  const auto found = std::find_if(candidates.begin(), candidates.end(),
                                  [&](const AgendaCandidate& each) { return each.question.str() == question; });
  return found == candidates.end() || !found->total ? nullptr : &*found;
}

// Whether no answer to it is better than another, so that it is no weak point.
bool is_of_profile(const Study& study, const QuestionId& question) {
  const QuestionRef* found = question_of(study, question);
  return found != nullptr && !found->instrument->element(found->question->element).graded;
}

// Whether many give a high answer and many do not.
bool has_two_sides(const Score& total) {
  return total.top_share && *total.top_share >= kMany && *total.top_share <= 1 - kMany;
}

void add_scores(std::vector<AgendaCandidate>& candidates, const Study& study, const AgendaMaterial& material,
                std::int64_t fewest) {
  for (const Score& total : material.totals) {
    if (total.is_element || is_of_profile(study, QuestionId(total.id))) continue;
    AgendaCandidate candidate = *find_question(study, QuestionId(total.id));
    candidate.total = total;
    if (total.scored >= fewest && has_two_sides(total)) {
      const Estimate consensus = stats::consensus_from_counts(total.counts);
      at(candidate.scores, Reason::kDivided) = consensus.defined() ? 1 - consensus.value : 0;
    }
    const double unknown = total.dont_know_share().value_or(0);
    if (unknown >= kMany) at(candidate.scores, Reason::kUnknown) = unknown;
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
      double& score = at(found->scores, Reason::kNetwork);
      score = std::max(score, finding.status == Status::kMissing ? 1.0 : 0.5);
      found->findings.push_back(finding);
    }
  }
}

// A question stands below the others; how low it is decides between such questions.
void add_orders(std::vector<AgendaCandidate>& candidates, const std::vector<SupportedOrder>& orders,
                std::int64_t fewest) {
  for (const SupportedOrder& found : orders) {
    if (found.what.breadth != Breadth::kQuestion || found.high) continue;
    AgendaCandidate* const candidate = candidate_of(candidates, found.what.id);
    if (candidate == nullptr || candidate->total->scored < fewest) continue;
    candidate->order = found;
    at(candidate->scores, Reason::kLowest) = 1 - *candidate->total->top_share;
  }
}

// Two groups' answers to one question.
struct Sides {
  const Score* lower = nullptr;
  const Score* higher = nullptr;

  [[nodiscard]] bool known() const { return lower != nullptr && higher != nullptr; }
  [[nodiscard]] double gap() const { return known() ? *higher->top_share - *lower->top_share : 0; }
};

Sides sides_of(const SupportedDifference& found, const std::string& question, const AgendaMaterial& material,
               std::int64_t fewest) {
  Sides sides;
  for (const Score& group : material.groups) {
    if (group.is_element || group.id != question || group.scored < fewest) continue;
    if (group.group == found.lower) sides.lower = &group;
    if (group.group == found.higher) sides.higher = &group;
  }
  return sides;
}

// The question of the element where the two groups lie furthest apart; null when they never do in that direction.
AgendaCandidate* widest_of_element(std::vector<AgendaCandidate>& candidates, const SupportedDifference& found,
                                   const AgendaMaterial& material, std::int64_t fewest) {
  AgendaCandidate* widest = nullptr;
  double most = 0;
  for (AgendaCandidate& each : candidates) {
    if (!each.total || each.instrument != found.what.instrument || each.element.str() != found.what.id) continue;
    const double gap = sides_of(found, each.question.str(), material, fewest).gap();
    if (gap <= most) continue;
    most = gap;
    widest = &each;
  }
  return widest;
}

void add_difference(AgendaCandidate* candidate, const SupportedDifference& found, const AgendaMaterial& material,
                    std::int64_t fewest) {
  if (candidate == nullptr) return;
  const double gap = found.share_higher - found.share_lower;
  double& score = at(candidate->scores, Reason::kBetween);
  const bool wider_elsewhere = candidate->difference && candidate->difference->what.breadth != found.what.breadth;
  const Sides sides = sides_of(found, candidate->question.str(), material, fewest);
  if (gap <= score || wider_elsewhere || !sides.known()) return;
  score = gap;
  candidate->difference = found;
  candidate->lowest_group = *sides.lower;
  candidate->highest_group = *sides.higher;
}

// First those of questions, so that one of an element is told only where its question has none of its own.
void add_differences(std::vector<AgendaCandidate>& candidates, const AgendaMaterial& material, std::int64_t fewest) {
  for (const SupportedDifference& found : material.differences) {
    if (found.what.breadth == Breadth::kQuestion) {
      add_difference(candidate_of(candidates, found.what.id), found, material, fewest);
    }
  }
  for (const SupportedDifference& found : material.differences) {
    if (found.what.breadth == Breadth::kElement) {
      add_difference(widest_of_element(candidates, found, material, fewest), found, material, fewest);
    }
  }
}

void add_caveats(std::vector<AgendaCandidate>& candidates, const std::vector<DifferingQuestion>& caveats) {
  for (const DifferingQuestion& found : caveats) {
    AgendaCandidate* const candidate = candidate_of(candidates, found.question.str());
    if (candidate == nullptr || !candidate->difference) continue;
    const SupportedDifference& difference = *candidate->difference;
    const bool same_groups = (found.group == difference.higher && found.other == difference.lower) ||
                             (found.group == difference.lower && found.other == difference.higher);
    if (same_groups) candidate->caveats.push_back(found);
  }
}

void add_changes(std::vector<AgendaCandidate>& candidates, const std::vector<SupportedChange>& changes) {
  for (const SupportedChange& found : changes) {
    AgendaCandidate* const candidate =
        found.what.breadth == Breadth::kQuestion ? candidate_of(candidates, found.what.id) : nullptr;
    if (candidate == nullptr) continue;
    candidate->change = found;
    at(candidate->scores, Reason::kChanged) = std::abs(found.share_to - found.share_from);
  }
}

void add_ranks(std::vector<AgendaCandidate>& candidates) {
  for (std::size_t c = 0; c < kCriteria; ++c) {
    std::vector<std::size_t> order(candidates.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    // Only the network's scores are often equal: what more findings name comes first.
    const auto strength = [&](std::size_t i) {
      return std::pair(candidates[i].scores[c], c == as_size(Reason::kNetwork) ? candidates[i].findings.size() : 0);
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
  const std::int64_t fewest = std::max<std::int64_t>(options.minimum_group, 1);
  add_scores(candidates, study, material, fewest);
  add_orders(candidates, material.orders, fewest);
  add_differences(candidates, material, fewest);
  add_caveats(candidates, material.caveats);
  add_changes(candidates, material.changes);
  add_findings(candidates, study, material.findings);
  add_ranks(candidates);
  return candidates;
}

}  // namespace houvast::inline v0_1::detail
