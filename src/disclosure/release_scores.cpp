#include <algorithm>
#include <cmath>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/index.hpp"
#include "disclosure/parts.hpp"
#include "disclosure/protect.hpp"
#include "houvast/disclosure/audit.hpp"

// Answers and response: groups and everybody, and what must stay inside because the rest would tell it.
namespace houvast::inline v0_1::detail {
namespace {

// A group as it may be published, and the groups that it is made of.
struct Group {
  Score score;
  std::vector<Score> members;
  bool hidden = false;
};

// How much is told of the groups of one item: the finest steps, and whether don't-knows are told.
struct Detail {
  std::int64_t steps = 0;
  bool dont_know = false;
};
constexpr Detail kDetails[] = {{20, true}, {2, true}, {20, false}, {2, false}};

ReleasedScore empty_score(const Score& score) {
  ReleasedScore released;
  released.wave = score.wave;
  released.instrument = score.instrument;
  released.is_element = score.is_element;
  released.id = score.id;
  released.group = score.group;
  return released;
}

bool passes(const Score& score, std::int64_t threshold) {
  return score.asked >= threshold && score.scored >= threshold;
}

// Those who could answer on the scale or say that they do not know.
std::int64_t could_say(const Score& score) {
  return score.scored + score.state(AnswerState::kDontKnow) + score.state(AnswerState::kRefused) +
         score.state(AnswerState::kSkipped);
}

ToldCount high_answers(const Score& score, std::int64_t steps) {
  return told_count(score.top, score.scored, steps);
}

ToldCount dont_knows(const Score& score, std::int64_t steps) {
  return told_count(score.state(AnswerState::kDontKnow), could_say(score), steps);
}

ToldCount responses(const Score& score, std::int64_t steps) {
  return told_count(score.respondents, score.asked, steps);
}

// High answers of everybody, as far as they follow from their share and the shares of the categories.
ToldCount high_answers_of_all(const Study& study, const Score& score, std::int64_t threshold) {
  ToldCount told = high_answers(score, steps_of(score.scored, threshold));
  const std::int64_t steps = roomy_steps_of(score.scored, threshold);
  const Scale* scale = scale_of(study, score);
  if (steps == 0 || scale == nullptr) return told;
  ToldCount high, low;
  for (std::size_t i = 0; i < score.counts.size(); ++i) {
    const ToldCount part = told_count(score.counts[i], score.scored, steps);
    ToldCount& side = scale->is_top(scale->min() + static_cast<double>(i)) ? high : low;
    side = {score.scored, side.low + part.low, side.high + part.high};
  }
  told.low = std::max({told.low, high.low, told.people - low.high});
  told.high = std::min({told.high, high.high, told.people - low.low});
  return told;
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
std::vector<Group> regrouped(const Study& study, const std::vector<Score>& item, std::int64_t threshold) {
  std::vector<std::int64_t> asked, respondents;
  for (const Score& score : item) {
    asked.push_back(score.asked);
    respondents.push_back(score.respondents);
  }
  const std::vector<int> own = published_groups(asked, respondents, fewest_of_group(threshold));
  std::vector<Group> result;
  std::vector<Score> together;
  for (std::size_t g = 0; g < item.size(); ++g) {
    if (own[g] < 0) {
      together.push_back(item[g]);
    } else {
      result.push_back({item[g], {item[g]}});
    }
  }
  if (!together.empty()) result.push_back({merged(study, together, kOtherGroups), together});
  return result;
}

// In which steps groups are told, and how many people a figure is about. Those that are hidden are one group here:
// which of them a number of people belongs to is for whoever is told of none.
template <class Count, class Steps>
std::vector<SteppedGroup> stepped(const std::vector<Group>& groups, const Count& count, const Steps& steps) {
  std::vector<SteppedGroup> told;
  std::int64_t hidden = 0;
  for (const Group& group : groups) {
    const std::int64_t people = count(group.score, 0).people;
    if (group.hidden) {
      hidden += people;
    } else {
      told.push_back({steps(group.score), {people}});
    }
  }
  if (hidden > 0) told.push_back({0, {hidden}});
  return told;
}

// What is told of groups, each number by `count` in its steps, and what they are made of.
template <class Count, class Steps>
std::vector<ToldGroup> told_groups(const std::vector<Group>& groups, const Count& count, const Steps& steps) {
  std::vector<ToldGroup> told;
  for (const Group& group : groups) {
    told.push_back({count(group.score, group.hidden ? 0 : steps(group.score)), {}});
    for (const Score& member : group.members) told.back().members.push_back(count(member, 0).people);
  }
  return told;
}

// All that groups are made of, when nothing is told of them but how many people they have.
template <class Count>
std::vector<SteppedGroup> untold(const std::vector<Group>& groups, const Count& count) {
  std::vector<SteppedGroup> members;
  for (const Group& group : groups) {
    for (const Score& member : group.members) members.push_back({0, {count(member, 0).people}});
  }
  return members;
}

// Whether a share of everybody may be told in so many steps, whichever it lies in.
bool may_tell_whole(const std::vector<SteppedGroup>& groups, std::int64_t people, std::int64_t steps,
                    std::int64_t threshold) {
  for (std::int64_t step = 0; step < steps; ++step) {
    if (could_isolate_few(groups, counts_of_step(step, people, steps), threshold)) return false;
  }
  return true;
}

// The answers to one question: of everybody, and of groups. What may be told follows from how many people there are and
// from what is told of everybody; so it says nothing of how groups answered.
class QuestionAudit {
 public:
  QuestionAudit(const Study& study, const Score& total, const std::vector<Group>& groups, std::int64_t threshold)
      : groups_(groups),
        threshold_(threshold),
        steps_(steps_of(total.scored, threshold)),
        high_(high_answers(total, steps_)),
        dont_know_(dont_knows(total, steps_)),
        may_tell_total_(passes(total, threshold) &&
                        may_tell_whole(untold(groups, high_answers), total.scored, steps_, threshold)),
        may_tell_dont_knows_(may_tell_total_ &&
                             may_tell_whole(untold(groups, dont_knows), could_say(total), steps_, threshold)) {
    const ToldCount narrowed = high_answers_of_all(study, total, threshold);
    may_tell_distribution_ = may_tell_total_ && !could_isolate_few(untold(groups, high_answers), narrowed, threshold);
    if (may_tell_distribution_) high_ = narrowed;
  }

  [[nodiscard]] bool may_tell_total() const { return may_tell_total_; }
  [[nodiscard]] bool may_tell_dont_knows() const { return may_tell_dont_knows_; }
  [[nodiscard]] bool may_tell_distribution() const { return may_tell_distribution_; }
  /// High answers of everybody, by all that is told of everybody.
  [[nodiscard]] const ToldCount& high() const { return high_; }

  /// The most that may be told of groups beside the total.
  [[nodiscard]] std::optional<Detail> of_groups() const {
    if (!may_tell_total_) return std::nullopt;
    const auto* found =
        std::find_if(std::begin(kDetails), std::end(kDetails), [&](const Detail& detail) { return may_tell(detail); });
    return found == std::end(kDetails) ? std::nullopt : std::optional(*found);
  }

 private:
  [[nodiscard]] bool may_tell(const Detail& detail) const {
    const auto steps = [&](const Score& score) {
      return std::min(roomy_steps_of(score.scored, threshold_), detail.steps);
    };
    const auto tells_of_few = [&](const auto& count, const ToldCount& whole) {
      return could_isolate_few(stepped(groups_, count, steps), whole, threshold_) ||
             isolates_few(told_groups(groups_, count, steps), whole, threshold_);
    };
    if (detail.dont_know && (!may_tell_dont_knows_ || tells_of_few(dont_knows, dont_know_))) return false;
    return !tells_of_few(high_answers, high_);
  }

  const std::vector<Group>& groups_;
  std::int64_t threshold_;
  std::int64_t steps_;
  ToldCount high_;
  ToldCount dont_know_;
  bool may_tell_total_;
  bool may_tell_dont_knows_;
  bool may_tell_distribution_ = false;
};

ReleasedScore shown_score(const Score& score, std::int64_t steps, bool dont_know, std::int64_t threshold) {
  ReleasedScore released = empty_score(score);
  released.shown = true;
  released.n_band = n_band(score.scored, threshold);
  released.top = step_share(score.top, score.scored, steps);
  if (dont_know) released.dont_know = step_share(score.state(AnswerState::kDontKnow), could_say(score), steps);
  return released;
}

// Whether the question was put to nobody of a group, as who sees the questionnaires knows.
bool was_not_asked(const Score& score) {
  return score.respondents > 0 && score.state(AnswerState::kNotAsked) == score.respondents;
}

// Groups that are too small for this question are hidden, and with them the smallest others. A group that was not
// asked has nothing to hide, and hides nobody else.
void hide_small(std::vector<Group>& groups, std::int64_t threshold) {
  const std::int64_t fewest = fewest_of_group(threshold);
  std::vector<Group*> asked;
  std::vector<std::int64_t> n;
  for (Group& group : groups) {
    group.hidden = true;
    if (was_not_asked(group.score)) continue;
    asked.push_back(&group);
    n.push_back(passes(group.score, threshold) ? group.score.scored : std::min(group.score.scored, fewest - 1));
  }
  const std::vector<bool> hidden = hidden_cells(n, fewest);
  for (std::size_t g = 0; g < asked.size(); ++g) asked[g]->hidden = hidden[g];
}

// What is told of one question.
struct ToldQuestion {
  ReleasedScore total;
  std::vector<ReleasedScore> groups;
  std::optional<ToldAnswers> answers;  // when the total is told
};

// Adds what is told of a group in so many steps.
void add_answers(const Group& group, std::int64_t steps, ToldAnswers& answers) {
  ToldGroup told{high_answers(group.score, steps), {}};
  for (const Score& member : group.members) told.members.push_back(member.scored);
  if (steps == 0) {
    answers.told.hidden.push_back(std::move(told));
  } else {
    answers.labels.push_back(group.score.group);
    answers.told.groups.push_back(std::move(told));
  }
}

std::string element_of(const Study& study, const std::string& question) {
  return at(study.questions(), *study.question_index(QuestionId(question))).question->element.str();
}

ToldQuestion told_question(const Study& study, const Score& total, std::vector<Group> groups, std::int64_t threshold) {
  hide_small(groups, threshold);
  const QuestionAudit audit(study, total, groups, threshold);
  ToldQuestion told{empty_score(total), {}, {}};
  if (audit.may_tell_total()) {
    told.answers = ToldAnswers{total.wave, total.instrument, total.id, element_of(study, total.id), {}, {}};
    told.answers->told.whole = audit.high();
    told.total = shown_score(total, steps_of(total.scored, threshold), audit.may_tell_dont_knows(), threshold);
    const Scale* scale = scale_of(study, total);
    if (scale != nullptr && audit.may_tell_distribution()) {
      told.total.distribution = told_distribution(total.counts, scale->min(), threshold);
    }
  }
  const std::optional<Detail> detail = audit.of_groups();
  for (const Group& group : groups) {
    const bool shown = detail && !group.hidden;
    const std::int64_t steps =
        shown ? std::min(roomy_steps_of(group.score.scored, threshold), detail->steps) : std::int64_t{0};
    told.groups.push_back(shown ? shown_score(group.score, steps, detail->dont_know, threshold)
                                : empty_score(group.score));
    if (told.answers) add_answers(group, steps, *told.answers);
  }
  return told;
}

// An element as the mean over its questions: it follows from what is told of them, and tells no more.
ReleasedScore told_element(const Study& study, const Score& element, const std::vector<ReleasedScore>& questions) {
  ReleasedScore released = empty_score(element);
  std::int64_t low = 0, high = 0, count = 0;
  constexpr std::int64_t kFine = 20;  // every edge of a step is a whole number of twentieths
  for (const ReleasedScore& question : questions) {
    if (question.is_element || question.wave != element.wave || question.instrument != element.instrument ||
        question.group != element.group || element_of(study, question.id) != element.id) {
      continue;
    }
    if (!question.shown) return empty_score(element);
    low += std::llround(question.top->low * kFine);
    high += std::llround(question.top->high * kFine);
    ++count;
    if (released.n_band.empty() || std::stoll(question.n_band) < std::stoll(released.n_band)) {
      released.n_band = question.n_band;
    }
  }
  if (count == 0) return released;
  released.shown = true;
  const std::int64_t first = low / count, last = (high + count - 1) / count;  // rounded outwards
  released.top = ReleasedShare{static_cast<double>(first) / kFine, static_cast<double>(last) / kFine};
  return released;
}

// In `steps` steps; with 0 steps nothing.
ReleasedResponse told_response(const Score& score, bool is_total, std::int64_t steps, std::int64_t threshold) {
  const bool shown = steps > 0;
  ReleasedResponse response{score.wave, score.instrument, is_total, score.group, shown, "", "", {}};
  if (!shown) return response;
  if (score.asked_known) {
    response.asked_band = n_band(score.asked, threshold);
    response.share = step_share(score.respondents, score.asked, steps);
  } else {
    response.respondents_band = n_band(score.respondents, threshold);
  }
  return response;
}

bool responds(const Score& score, std::int64_t threshold) {
  return score.asked >= threshold && score.respondents >= threshold;
}

// The groups of every item, in the order of the items; of each none without an attribute.
std::vector<std::vector<Group>> groups_of_items(const Study& study, std::size_t items, const std::string& by,
                                                std::int64_t threshold) {
  std::vector<std::vector<Group>> groups(items);
  if (by.empty()) return groups;
  const std::vector<std::vector<Score>> scores_of = by_item(scores(study, {.by = by}));
  for (std::size_t i = 0; i < items; ++i) groups[i] = regrouped(study, scores_of[i], threshold);
  return groups;
}

// The response to one instrument in one wave: of everybody, and of groups. Where it was not recorded how many were
// asked, nobody can tell how many did not answer.
void add_response(const Score& total, std::vector<Group> groups, std::int64_t threshold, Release& release) {
  const auto steps = [&](const Score& score) { return roomy_steps_of(score.asked, threshold); };
  const std::int64_t whole_steps = steps_of(total.asked, threshold);
  const ToldCount whole = responses(total, whole_steps);
  for (Group& group : groups) {
    group.hidden = group.score.asked < fewest_of_group(threshold) || group.score.respondents < threshold;
  }
  const bool shown =
      responds(total, threshold) &&
      (!total.asked_known || may_tell_whole(untold(groups, responses), total.asked, whole_steps, threshold));
  const bool isolates = could_isolate_few(stepped(groups, responses, steps), whole, threshold) ||
                        isolates_few(told_groups(groups, responses, steps), whole, threshold);
  const bool groups_shown = shown && (!total.asked_known || !isolates);
  release.responses.push_back(told_response(total, true, shown ? whole_steps : 0, threshold));
  for (const Group& group : groups) {
    release.responses.push_back(
        told_response(group.score, false, groups_shown && !group.hidden ? steps(group.score) : 0, threshold));
  }
}

}  // namespace

void release_responses(const Study& study, const Policy& policy, const ReleaseOptions& options, Release& release) {
  const std::vector<Score> totals = scores(study);
  const auto groups = groups_of_items(study, totals.size(), options.by, policy.threshold());
  for (std::size_t i = 0; i < totals.size(); ++i) {
    // Every item of an instrument has the same numbers asked and returned; the first one stands for all.
    const bool first =
        i == 0 || totals[i].wave != totals[i - 1].wave || totals[i].instrument != totals[i - 1].instrument;
    if (first) add_response(totals[i], groups[i], policy.threshold(), release);
  }
}

std::vector<ToldAnswers> release_scores(const Study& study, const Policy& policy, const ReleaseOptions& options,
                                        Release& release) {
  std::vector<ToldAnswers> answers;
  const std::vector<Score> totals = scores(study);
  auto groups = groups_of_items(study, totals.size(), options.by, policy.threshold());
  for (std::size_t i = 0; i < totals.size(); ++i) {
    if (totals[i].is_element) {
      release.totals.push_back(told_element(study, totals[i], release.totals));
      for (const Group& group : groups[i]) release.groups.push_back(told_element(study, group.score, release.groups));
    } else {
      ToldQuestion told = told_question(study, totals[i], std::move(groups[i]), policy.threshold());
      if (told.answers) answers.push_back(std::move(*told.answers));
      release.totals.push_back(told.total);
      release.groups.insert(release.groups.end(), told.groups.begin(), told.groups.end());
    }
  }
  return answers;
}

}  // namespace houvast::inline v0_1::detail
