#include "disclosure/statement_audit.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <map>
#include <tuple>
#include <utility>

#include "base/index.hpp"
#include "disclosure/stated_numbers.hpp"
#include "disclosure/stated_tests.hpp"
#include "disclosure/statement_choice.hpp"
#include "scoring/mid_p.hpp"

namespace houvast::inline v0_1::detail {
namespace {

// The pairs of groups of which what is told of them does not tell whether a difference is said.
class Pairs {
 public:
  Pairs(const StatedQuestion& question, const StatedTests& tests) {
    for (std::size_t i = 0; i < question.compared.size(); ++i) {
      for (std::size_t j = i + 1; j < question.compared.size(); ++j) {
        add(question, tests, question.compared[i], question.compared[j]);
      }
    }
  }

  [[nodiscard]] const std::vector<GroupPair>& open() const { return open_; }
  [[nodiscard]] bool follows(const StatedDifference& difference) const {
    return std::find(follow_.begin(), follow_.end(), difference) != follow_.end();
  }

 private:
  void add(const StatedQuestion& question, const StatedTests& tests, std::size_t a, std::size_t b) {
    bool can_be_said = false;
    for (const StatedDifference& each : {StatedDifference{a, b}, StatedDifference{b, a}}) {
      const ToldCount& lower = question.groups[each.lower].told;
      const ToldCount& higher = question.groups[each.higher].told;
      if (tests.p(each.lower, lower.high, each.higher, higher.low) <= question.levels.said) {
        follow_.push_back(each);
        return;
      }
      can_be_said = can_be_said || tests.p(each.lower, lower.low, each.higher, higher.high) <= question.levels.unsaid;
    }
    if (can_be_said) open_.emplace_back(a, b);
  }

  std::vector<GroupPair> open_;
  std::vector<StatedDifference> follow_;
};

// What may be said of a question's open pairs.
class Statements {
 public:
  // @param limits where the limit of the tests can lie
  // @param whole_is_known what is said must be safe even beside everybody's exact number
  Statements(const StatedNumbers& numbers, const StatedTests& tests, std::vector<double> limits,
             const std::vector<GroupPair>& open, std::int64_t threshold, bool whole_is_known)
      : tests_(tests),
        numbers_(numbers),
        limits_(std::move(limits)),
        threshold_(threshold),
        whole_is_known_(whole_is_known),
        choice_(open, [this](const std::vector<GroupPair>& pairs, const Said& said) {
          return safe(pairs, said, whole_is_known_);
        }) {}

  [[nodiscard]] StatementChoice& choice() { return choice_; }

  // Whether a document that says exactly this tells of nobody in particular, even beside everybody's exact number.
  [[nodiscard]] bool safe_with_whole(const Said& said) { return safe(choice_.pairs(), said, true); }

 private:
  [[nodiscard]] bool safe(const std::vector<GroupPair>& pairs, const Said& said, bool whole_is_known) {
    return std::all_of(limits_.begin(), limits_.end(),
                       [&](double limit) { return safe_at(limit, pairs, said, whole_is_known); });
  }

  [[nodiscard]] bool safe_at(double limit, const std::vector<GroupPair>& pairs, const Said& said, bool whole_is_known) {
    std::vector<AtLeast> sure, perhaps;
    for (std::size_t i = 0; i < said.size(); ++i) {
      if (said[i] != Say::kNothing) {
        sure.push_back(condition(difference_of(pairs[i], said[i]), true, limit));
        perhaps.push_back(sure.back());
        continue;
      }
      for (const Say say : {Say::kFirstLower, Say::kSecondLower}) {
        sure.push_back(condition(difference_of(pairs[i], say), false, limit));
        if (would_be_said(pairs, said, i, say)) perhaps.push_back(sure.back());
      }
    }
    return tells_of_no_few(numbers_, sure, perhaps, threshold_, whole_is_known);
  }

  // That this is said, or not.
  [[nodiscard]] const AtLeast& condition(const StatedDifference& about, bool said, double limit) {
    const auto key = std::tuple(about.lower, about.higher, said, limit);
    auto found = conditions_.find(key);
    if (found == conditions_.end()) {
      found = conditions_.emplace(key, said ? tests_.said(about, limit) : tests_.unsaid(about, limit)).first;
    }
    return found->second;
  }

  // Whether, had a test supported this, it would have been said; beside what is said of the pairs before.
  [[nodiscard]] bool would_be_said(const std::vector<GroupPair>& pairs, const Said& said, std::size_t pair, Say say) {
    if (pairs.size() > kFewPairs) return false;
    Said more(said.size());
    std::copy_n(said.begin(), pair, more.begin());
    more[pair] = say;
    return choice_.safe(more);
  }

  const StatedTests& tests_;
  const StatedNumbers& numbers_;
  std::vector<double> limits_;
  std::int64_t threshold_;
  bool whole_is_known_;
  std::map<std::tuple<std::size_t, std::size_t, bool, double>, AtLeast> conditions_;
  StatementChoice choice_;  // last: it asks at once what is safe
};

// Conditions under which exactly this is said of pairs when the limit of the tests lies here.
std::vector<AtLeast> held_at(double limit, const StatedTests& tests, const std::vector<GroupPair>& pairs,
                             const Said& said) {
  std::vector<AtLeast> conditions;
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    for (const Say say : {Say::kFirstLower, Say::kSecondLower}) {
      const StatedDifference about = difference_of(pairs[i], say);
      if (said[i] == say) conditions.push_back(tests.said(about, limit));
      if (said[i] == Say::kNothing) conditions.push_back(tests.unsaid(about, limit));
    }
  }
  return conditions;
}

// Whether each group can have more numbers than the threshold. What is said of change and order is about how people
// answered two questions together; so with a group of which the number is as good as known it would tell of that
// group's other answers.
bool leaves_room(const StatedNumbers& numbers, std::int64_t threshold) {
  CountRange sums;
  for (const CountRange& range : numbers.ranges()) sums = {sums.low + range.low, sums.high + range.high};
  return std::all_of(numbers.ranges().begin(), numbers.ranges().end(), [&](const CountRange& range) {
    const CountRange others{sums.low - range.low, sums.high - range.high};
    const std::int64_t least = std::max(range.low, numbers.whole().low - others.high);
    const std::int64_t most = std::min(range.high, numbers.whole().high - others.low);
    return most - least >= threshold;
  });
}

}  // namespace

bool follows_below(const ToldCount& lower, const ToldCount& higher) {
  const std::int64_t people = std::min(lower.people, higher.people);
  const std::int64_t gain = higher.low - lower.high - std::abs(lower.people - higher.people);
  if (gain <= 0) return false;
  const std::int64_t contrary = std::max<std::int64_t>(0, std::min(lower.high, people - higher.low));
  constexpr double kCertain = 1e-6;  // less than any correction asks
  const std::vector<double> p = p_of_moved_up(gain + 2 * contrary);
  return at(p, gain + contrary) < kCertain;
}

bool follows_apart(const ToldCount& one, const std::vector<ToldCount>& others, bool high) {
  if (others.empty()) return false;
  const auto share = [](std::int64_t count, const ToldCount& of) {
    return static_cast<double>(count) / static_cast<double>(of.people);
  };
  double sum = 0;
  for (const ToldCount& other : others) sum += share(high ? other.high : other.low, other);
  const double average = sum / static_cast<double>(others.size());
  const double gap = high ? share(one.low, one) - average : average - share(one.high, one);
  // Dealing a person's answers over the questions moves a share by at most 1/2 of a standard error per root of people.
  constexpr double kCertain = 5 * 0.5;
  return gap > kCertain / std::sqrt(static_cast<double>(one.people));
}

Tellable tellable(const StatedQuestion& question, const std::vector<StatedDifference>& supported,
                  std::int64_t threshold) {
  const StatedNumbers numbers(question);
  const bool in_the_middle = question.whole.low > threshold && question.whole.people - question.whole.high > threshold;
  const auto& parts = numbers.parts();
  const bool never_few = in_the_middle && std::all_of(parts.begin(), parts.end(), [&](const Part& part) {
                           return numbers.never_few(part, threshold);
                         });
  const StatedTests tests(question.groups);
  const Pairs pairs(question, tests);
  Tellable result;
  std::copy_if(supported.begin(), supported.end(), std::back_inserter(result.differences),
               [&](const StatedDifference& each) { return pairs.follows(each); });
  const auto say = [&](StatementChoice choice) {
    Said said = choice.chosen(supported);
    const std::vector<StatedDifference> more = choice.differences(said);
    result.differences.insert(result.differences.end(), more.begin(), more.end());
    for (const double limit : question.limits) result.held.push_back(held_at(limit, tests, choice.pairs(), said));
    return said;
  };
  if (never_few) {
    say({pairs.open(), [](const auto&, const auto&) { return true; }});
    result.never_few = result.whole_may_be_known = true;
    return result;
  }
  Statements statements(numbers, tests, tests.limits(pairs.open(), question.levels), pairs.open(), threshold,
                        question.decides_limit);
  const Said said = say(statements.choice());
  result.has_room = leaves_room(numbers, threshold);
  result.whole_may_be_known = in_the_middle && result.has_room && statements.safe_with_whole(said);
  return result;
}

}  // namespace houvast::inline v0_1::detail
