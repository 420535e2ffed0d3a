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
#include "scoring/mid_p.hpp"

namespace houvast::detail {
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

// What may be said of a question's open pairs, each in its turn.
class Statements {
 public:
  // @param limits where the limit of the tests can lie
  Statements(const StatedNumbers& numbers, const StatedTests& tests, std::vector<double> limits,
             const std::vector<GroupPair>& open, std::int64_t threshold)
      : tests_(tests), numbers_(numbers), limits_(std::move(limits)), threshold_(threshold) {
    for (const GroupPair& pair : open) {
      pairs_.push_back(pair);
      safe_.clear();
      if (!safe(Said(pairs_.size()), false)) pairs_.pop_back();
    }
    safe_.clear();
  }

  // Of each pair: nothing, or that the first or the second is the lower.
  enum class Say : std::uint8_t { kNothing, kFirstLower, kSecondLower };
  using Said = std::vector<Say>;

  // What of this may be said: each in its turn, when it may be said beside those before.
  [[nodiscard]] Said chosen(const std::vector<StatedDifference>& supported) {
    Said said(pairs_.size());
    for (std::size_t i = 0; i < pairs_.size(); ++i) {
      for (const Say say : {Say::kFirstLower, Say::kSecondLower}) {
        if (std::find(supported.begin(), supported.end(), difference(i, say)) == supported.end()) continue;
        said[i] = say;
        if (!safe(said, false)) said[i] = Say::kNothing;
      }
    }
    return said;
  }

  [[nodiscard]] std::vector<StatedDifference> differences(const Said& said) const {
    std::vector<StatedDifference> result;
    for (std::size_t i = 0; i < said.size(); ++i) {
      if (said[i] != Say::kNothing) result.push_back(difference(i, said[i]));
    }
    return result;
  }

  // Whether a document that says exactly this tells of nobody in particular, wherever the limit of the tests lies.
  [[nodiscard]] bool safe(const Said& said, bool whole_is_known) {
    if (!whole_is_known) {
      const auto found = safe_.find(said);
      if (found != safe_.end()) return found->second;
    }
    const bool holds =
        std::all_of(limits_.begin(), limits_.end(), [&](double limit) { return safe_at(limit, said, whole_is_known); });
    if (!whole_is_known) safe_[said] = holds;
    return holds;
  }

 private:
  [[nodiscard]] StatedDifference difference(std::size_t pair, Say say) const {
    const auto& [a, b] = pairs_[pair];
    return say == Say::kFirstLower ? StatedDifference{a, b} : StatedDifference{b, a};
  }

  [[nodiscard]] bool safe_at(double limit, const Said& said, bool whole_is_known) {
    std::vector<AtLeast> sure, perhaps;
    for (std::size_t i = 0; i < said.size(); ++i) {
      if (said[i] != Say::kNothing) {
        sure.push_back(condition(i, said[i], true, limit));
        perhaps.push_back(sure.back());
        continue;
      }
      for (const Say say : {Say::kFirstLower, Say::kSecondLower}) {
        sure.push_back(condition(i, say, false, limit));
        if (would_be_said(said, i, say)) perhaps.push_back(sure.back());
      }
    }
    return tells_of_no_few(numbers_, sure, perhaps, threshold_, whole_is_known);
  }

  // That something is said of a pair, or not.
  [[nodiscard]] const AtLeast& condition(std::size_t pair, Say say, bool said, double limit) {
    const auto key = std::tuple(pairs_[pair], say, said, limit);
    auto found = conditions_.find(key);
    if (found == conditions_.end()) {
      const StatedDifference about = difference(pair, say);
      found = conditions_.emplace(key, said ? tests_.said(about, limit) : tests_.unsaid(about, limit)).first;
    }
    return found->second;
  }

  // Whether, had a test supported this, it would have been said; beside what is said of the pairs before.
  [[nodiscard]] bool would_be_said(const Said& said, std::size_t pair, Say say) {
    if (pairs_.size() > kFewPairs) return false;
    Said more(said.size());
    std::copy_n(said.begin(), pair, more.begin());
    more[pair] = say;
    return safe(more, false);
  }

  const StatedTests& tests_;
  const StatedNumbers& numbers_;
  std::vector<double> limits_;
  std::int64_t threshold_;
  std::vector<GroupPair> pairs_;
  std::map<Said, bool> safe_;
  std::map<std::tuple<GroupPair, Say, bool, double>, AtLeast> conditions_;
};

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
  if (in_the_middle &&
      std::all_of(parts.begin(), parts.end(), [&](const Part& part) { return numbers.never_few(part, threshold); })) {
    return {supported, true};
  }
  const StatedTests tests(question.groups);
  const Pairs pairs(question, tests);
  Tellable result;
  std::copy_if(supported.begin(), supported.end(), std::back_inserter(result.differences),
               [&](const StatedDifference& each) { return pairs.follows(each); });
  Statements statements(numbers, tests, tests.limits(pairs.open(), question.levels), pairs.open(), threshold);
  const Statements::Said said = statements.chosen(supported);
  const std::vector<StatedDifference> more = statements.differences(said);
  result.differences.insert(result.differences.end(), more.begin(), more.end());
  result.whole_may_be_known = in_the_middle && statements.safe(said, true);
  return result;
}

}  // namespace houvast::detail
