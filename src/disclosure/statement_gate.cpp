#include "disclosure/statement_gate.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <set>

#include "base/index.hpp"

namespace houvast::inline v0_1::detail {
namespace {

// Where a test decides for certain: this far from where the correction can put the limit, which lies between the own
// part of the weight and all of it. The room is for whole numbers and for random relabelling.
constexpr double kRoom = 4;

DecidingLevels deciding_levels(const TestedInstrument& tested) {
  const double part = tested.weight.at(Breadth::kQuestion);
  return {.said = tested.alpha * part / kRoom, .unsaid = tested.alpha * kRoom};
}

// With so many questions the answers to one of them hardly move the limit; with one alone every way to answer is known
// to be safe (scripts/attack_statements.py).
constexpr std::size_t kManyQuestions = 10;

std::size_t questions_in(const TestedInstrument& tested) {
  std::size_t questions = 0;
  for (const TestedElement& element : tested.elements) questions += element.questions.size();
  return questions;
}

constexpr std::size_t kLimits = 5;

// Where the limit of everything that is compared can lie, at some places: from what as many tests as there are, all
// apart, would ask to what a single one would; of what has this breadth.
std::vector<double> limits_of(const TestedInstrument& tested, Breadth breadth) {
  const auto weight = [&](Breadth of) {
    const auto found = tested.weight.find(of);
    return found == tested.weight.end() ? 1 : found->second;
  };
  constexpr double kFirst = 0.5;
  const double last = 1 / weight(Breadth::kQuestion);
  std::vector<double> limits;
  for (std::size_t i = 0; i < kLimits; ++i) {
    const double factor = kFirst * std::pow(last / kFirst, static_cast<double>(i) / (kLimits - 1));
    limits.push_back(tested.alpha * std::min(1.0, factor * weight(breadth)));
  }
  return limits;
}

bool is_in(const std::vector<std::string>& list, const std::string& text) {
  return std::find(list.begin(), list.end(), text) != list.end();
}

std::size_t index_in(const std::vector<std::string>& list, const std::string& text) {
  return as_size(std::find(list.begin(), list.end(), text) - list.begin());
}

// Leaves out differences on something in a wave but for those that may be told; `tell` is given those between groups of
// the list, and gives those of them that may.
template <class Tell>
void keep(const Compared& what, const WaveId& wave, const std::vector<std::string>& groups, const Tell& tell,
          std::vector<SupportedDifference>& differences) {
  const auto is_on_it = [&](const SupportedDifference& each) { return each.wave == wave && each.what == what; };
  const auto stated = [&](const SupportedDifference& each) {
    return StatedDifference{index_in(groups, each.lower), index_in(groups, each.higher)};
  };
  std::vector<StatedDifference> supported;
  for (const SupportedDifference& each : differences) {
    if (is_on_it(each) && is_in(groups, each.lower) && is_in(groups, each.higher)) supported.push_back(stated(each));
  }
  const std::vector<StatedDifference> told = tell(supported);
  std::erase_if(differences, [&](const SupportedDifference& each) {
    return is_on_it(each) && std::find(told.begin(), told.end(), stated(each)) == told.end();
  });
}

// Of an element's sums those of some of its groups, at each limit.
void append(const std::vector<std::vector<ShareSums>>& of_element, const std::vector<std::string>& its_groups,
            const std::vector<std::string>& groups, std::vector<std::vector<std::vector<ShareSums>>>& elements) {
  for (std::size_t i = 0; i < elements.size(); ++i) {
    std::vector<ShareSums>& kept = elements[i].emplace_back();
    for (const ShareSums& sums : of_element[i]) {
      ShareSums& some = kept.emplace_back();
      for (const std::string& group : groups) {
        some.low.push_back(sums.low[index_in(its_groups, group)]);
        some.high.push_back(sums.high[index_in(its_groups, group)]);
      }
    }
  }
}

// What is told of a question beside others: its groups, and all that are hidden together.
CompositePart part_of(const ToldAnswers& answers, const Tellable& told, std::size_t limit,
                      const std::vector<std::string>& groups) {
  CompositePart part;
  for (const ToldGroup& group : answers.told.groups) {
    part.ranges.push_back({group.told.low, group.told.high});
    part.people.push_back(group.told.people);
  }
  if (!answers.told.hidden.empty()) {
    std::int64_t people = 0;
    for (const ToldGroup& group : answers.told.hidden) people += group.told.people;
    part.ranges.push_back({0, people});
    part.people.push_back(people);
  }
  part.whole = {answers.told.whole.low, answers.told.whole.high};
  if (limit < told.held.size()) part.held = told.held[limit];
  part.never_few = told.never_few;
  for (const std::string& group : groups) part.compared.push_back(index_in(answers.labels, group));
  return part;
}

// How alike people answer the questions of an element, as far as it is told of everybody; of two groups of them a
// little more or less.
Alike alike_of(const TestedElement& element, const TestedInstrument& tested,
               const std::vector<ReleasedReliability>& reliability) {
  constexpr double kMargin = 0.1;
  for (const ReleasedReliability& each : reliability) {
    if (each.shown && each.wave == tested.wave && each.instrument == tested.instrument && each.element == element.id) {
      return alike_from(each.alpha - kMargin, each.alpha + kMargin, static_cast<double>(each.items));
    }
  }
  return {};
}

}  // namespace

StatementGate::StatementGate(const std::vector<ToldAnswers>& answers, const std::vector<TestedInstrument>& tested,
                             std::int64_t threshold)
    : tested_(tested), threshold_(threshold) {
  for (const ToldAnswers& each : answers) judged_[{each.wave, each.instrument, each.question}].answers = &each;
}

void StatementGate::keep_tellable_questions(std::vector<SupportedDifference>& differences) {
  for (auto& [key, question] : judged_) keep_tellable(question, differences);
}

void StatementGate::keep_tellable_sums(const std::vector<ReleasedReliability>& reliability,
                                       std::vector<SupportedDifference>& differences) const {
  for (const TestedInstrument& each : tested_) keep_tellable(each, reliability, differences);
}

void StatementGate::keep_tellable(Judged& question, std::vector<SupportedDifference>& differences) const {
  const ToldAnswers& answers = *question.answers;
  const auto tell = [&](const std::vector<StatedDifference>& supported) {
    question.told = tellable(compared(answers), supported, threshold_);
    return question.told.differences;
  };
  keep({answers.instrument, Breadth::kQuestion, answers.question}, answers.wave, answers.labels, tell, differences);
}

void StatementGate::keep_tellable(const TestedInstrument& tested, const std::vector<ReleasedReliability>& reliability,
                                  std::vector<SupportedDifference>& differences) const {
  std::vector<std::vector<const Judged*>> of_element;
  std::vector<const Judged*> all;
  for (const TestedElement& element : tested.elements) {
    of_element.push_back(questions_of(tested.wave, tested.instrument, element.id));
    all.insert(all.end(), of_element.back().begin(), of_element.back().end());
  }
  const std::vector<std::string> groups = groups_of(all, tested.groups);
  // At each limit the sums of elements of which it is told that groups differ, or not; and the questions of the others,
  // among which each can be made up for by any.
  std::vector<std::vector<std::vector<ShareSums>>> sums(kLimits);
  std::vector<const Judged*> others;
  bool all_are_told = groups.size() > 1;
  for (std::size_t e = 0; e < of_element.size(); ++e) {
    const TestedElement& element = tested.elements[e];
    const std::vector<const Judged*>& questions = of_element[e];
    const std::vector<std::string> its_groups = groups_of(questions, tested.groups);
    const bool is_told = its_groups.size() > 1 && questions.size() == element.questions.size();
    all_are_told = all_are_told && is_told;
    bool compares = false;
    const auto tell = [&](const std::vector<StatedDifference>& supported) {
      if (!is_told || !element.compared) return std::vector<StatedDifference>{};
      CompositeAudit audit(limits(questions, its_groups, limits_of(tested, Breadth::kElement)),
                           alike_of(element, tested, reliability));
      std::vector<StatedDifference> told = audit.tellable(supported);
      compares = audit.compares();
      if (compares) append(audit.sums(), its_groups, groups, sums);
      return told;
    };
    keep({tested.instrument, Breadth::kElement, element.id}, tested.wave, its_groups, tell, differences);
    if (!compares) others.insert(others.end(), questions.begin(), questions.end());
  }
  const auto tell = [&](const std::vector<StatedDifference>& supported) {
    if (!all_are_told) return std::vector<StatedDifference>{};
    const std::vector<double> levels = limits_of(tested, Breadth::kInstrument);
    constexpr Alike kOverElements{.low = 0.1, .high = 0.5};
    if (!others.empty()) {
      append(CompositeAudit(limits(others, groups, levels), kOverElements).sums(), groups, groups, sums);
    }
    return tellable_over_all(sums, limits(all, groups, {1}).front().sums.size(), levels, kOverElements, supported);
  };
  keep({tested.instrument, Breadth::kInstrument, tested.instrument.str()}, tested.wave, groups, tell, differences);
}

// Those of the groups that are shown at every one of the questions.
std::vector<std::string> StatementGate::groups_of(const std::vector<const Judged*>& questions,
                                                  const std::vector<std::string>& groups) {
  std::vector<std::string> shown;
  std::copy_if(groups.begin(), groups.end(), std::back_inserter(shown), [&](const std::string& group) {
    return std::all_of(questions.begin(), questions.end(),
                       [&](const Judged* question) { return is_in(question->answers->labels, group); });
  });
  return shown;
}

std::vector<CompositeLimit> StatementGate::limits(const std::vector<const Judged*>& questions,
                                                  const std::vector<std::string>& groups,
                                                  const std::vector<double>& levels) {
  std::vector<CompositeLimit> limits;
  for (std::size_t i = 0; i < levels.size(); ++i) {
    std::vector<CompositePart> parts;
    for (const Judged* question : questions) parts.push_back(part_of(*question->answers, question->told, i, groups));
    limits.push_back({levels[i], CompositeSums(std::move(parts))});
  }
  return limits;
}

bool StatementGate::may_say_change(const SupportedChange& change) const {
  if (may_say(change.what, change.from) && may_say(change.what, change.to)) return true;
  const auto from = judged_.find({change.from, change.what.instrument, change.what.id});
  const auto to = judged_.find({change.to, change.what.instrument, change.what.id});
  if (from == judged_.end() || to == judged_.end()) return false;
  const ToldCount& before = from->second.answers->told.whole;
  const ToldCount& after = to->second.answers->told.whole;
  return change.up ? follows_below(before, after) : follows_below(after, before);
}

bool StatementGate::may_say_order(SupportedOrder& order) const {
  const auto one = judged_.find({order.wave, order.what.instrument, order.what.id});
  std::vector<ToldCount> others;
  bool some_have_room = false;  // so that the answers to those of which the numbers are known are not compared alone
  for (const auto& [key, question] : judged_) {
    const ToldAnswers& answers = *question.answers;
    if ((one != judged_.end() && key == one->first) || answers.wave != order.wave ||
        answers.instrument != order.what.instrument) {
      continue;
    }
    others.push_back(answers.told.whole);
    some_have_room = some_have_room || question.told.has_room;
  }
  if (some_have_room && may_say(order.what, order.wave)) return true;
  if (one == judged_.end()) return false;
  const ToldCount& whole = one->second.answers->told.whole;
  if (!follows_apart(whole, others, order.high)) return false;
  order.extreme = order.extreme && std::all_of(others.begin(), others.end(), [&](const ToldCount& other) {
                    return order.high ? follows_below(other, whole) : follows_below(whole, other);
                  });
  return true;
}

// Of everybody: what takes questions together when it may be said of all of its elements.
bool StatementGate::may_say(const Compared& what, const WaveId& wave) const {
  if (what.breadth == Breadth::kElement) return may_say_of_element(wave, what.instrument, what.id);
  if (what.breadth == Breadth::kQuestion) {
    const auto found = judged_.find({wave, what.instrument, what.id});
    return found != judged_.end() && found->second.told.whole_may_be_known;
  }
  std::set<std::string> elements;
  for (const auto& [key, question] : judged_) {
    const ToldAnswers& answers = *question.answers;
    if (answers.wave == wave && answers.instrument == what.instrument) elements.insert(answers.element);
  }
  return !elements.empty() && std::all_of(elements.begin(), elements.end(), [&](const std::string& element) {
    return may_say_of_element(wave, what.instrument, element);
  });
}

std::vector<const StatementGate::Judged*> StatementGate::questions_of(const WaveId& wave,
                                                                      const InstrumentId& instrument,
                                                                      const std::string& element) const {
  std::vector<const Judged*> questions;
  for (const auto& [key, question] : judged_) {
    const ToldAnswers& answers = *question.answers;
    if (answers.wave == wave && answers.instrument == instrument && answers.element == element) {
      questions.push_back(&question);
    }
  }
  return questions;
}

// All may be said of each of its questions, or the others can make up for each.
bool StatementGate::may_say_of_element(const WaveId& wave, const InstrumentId& instrument,
                                       const std::string& element) const {
  const std::vector<const Judged*> questions = questions_of(wave, instrument, element);
  if (questions.empty()) return false;
  if (std::all_of(questions.begin(), questions.end(), [](const Judged* q) { return q->told.whole_may_be_known; })) {
    return true;
  }
  const std::vector<std::string> groups = groups_of(questions, questions.front()->answers->labels);
  bool can_be = false;
  for (auto& [level, sums] : limits(questions, groups, std::vector<double>(kLimits))) {
    if (!sums.can_be()) continue;
    can_be = true;
    if (!sums.is_free()) return false;
  }
  return can_be;
}

bool StatementGate::may_tell_reliability(const ReleasedReliability& of) const {
  const std::vector<const Judged*> questions = questions_of(of.wave, of.instrument, of.element);
  return std::all_of(questions.begin(), questions.end(),
                     [&](const Judged* question) {
                       const ToldCount& whole = question->answers->told.whole;
                       return whole.low > threshold_ && whole.people - whole.high > threshold_;
                     }) &&
         may_say_of_element(of.wave, of.instrument, of.element);
}

// The question with what its test compared; nothing, when it was not tested in this wave.
StatedQuestion StatementGate::compared(const ToldAnswers& answers) const {
  StatedQuestion question = answers.told;
  const TestedInstrument* tested = this->tested(answers);
  if (tested == nullptr) return question;
  question.levels = deciding_levels(*tested);
  question.limits = limits_of(*tested, Breadth::kQuestion);
  const std::size_t questions = questions_in(*tested);
  question.decides_limit = questions > 1 && questions < kManyQuestions;
  for (std::size_t g = 0; g < answers.labels.size(); ++g) {
    if (is_in(tested->groups, answers.labels[g])) question.compared.push_back(g);
  }
  return question;
}

const TestedInstrument* StatementGate::tested(const ToldAnswers& answers) const {
  const auto found = std::find_if(tested_.begin(), tested_.end(), [&](const TestedInstrument& each) {
    return each.wave == answers.wave && each.instrument == answers.instrument;
  });
  return found == tested_.end() ? nullptr : &*found;
}

}  // namespace houvast::inline v0_1::detail
