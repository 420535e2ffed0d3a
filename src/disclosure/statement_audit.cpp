#include "disclosure/statement_audit.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <map>
#include <numeric>
#include <optional>
#include <set>
#include <tuple>
#include <utility>

#include "base/index.hpp"
#include "disclosure/count_lattice.hpp"
#include "scoring/mid_p.hpp"

namespace houvast::detail {
namespace {

using Pair = std::pair<std::size_t, std::size_t>;

// With more pairs than that fewer limits are looked at, and that nothing is said is taken to mean nothing.
constexpr std::size_t kFewPairs = 3;

CountRange range_of(const ToldCount& told) {
  return {told.low, told.high};
}

// The tests of one question: which counts of two groups are, for certain or perhaps, told apart.
class Tests {
 public:
  explicit Tests(const std::vector<ToldGroup>& groups)
      : groups_(groups), log_factorial_(log_factorials(most_people(groups))) {}

  // p of a difference in this direction; 1 when the shares do not have it.
  [[nodiscard]] double p(std::size_t lower, std::int64_t k_lower, std::size_t higher, std::int64_t k_higher) const {
    const std::int64_t n_lower = at(groups_, lower).told.people, n_higher = at(groups_, higher).told.people;
    if (k_lower * n_higher >= k_higher * n_lower) return 1;
    const auto size = [](std::int64_t count) { return static_cast<std::size_t>(count); };
    return p_of_so_many_high(log_factorial_, size(n_lower + n_higher), size(k_lower + k_higher), size(n_lower),
                             size(k_lower));
  }

  // The difference is said: its p is at most `level`.
  [[nodiscard]] AtLeast said(const StatedDifference& difference, double level) const {
    const ToldCount& lower = groups_[difference.lower].told;
    const ToldCount& higher = groups_[difference.higher].told;
    AtLeast condition{difference.higher, difference.lower, lower.low, {}};
    std::int64_t least = higher.low;
    for (std::int64_t k = lower.low; k <= lower.high; ++k) {
      while (least <= higher.high && p(difference.lower, k, difference.higher, least) > level) ++least;
      condition.least.push_back(least);
    }
    return condition;
  }

  // Where the limit of the tests can lie as far as it matters to these pairs: at the p-values that they can have
  // between the levels, or at some of them, evenly, when there are many.
  [[nodiscard]] std::vector<double> limits(const std::vector<Pair>& pairs, const DecidingLevels& levels) const {
    std::set<double> found = {levels.said};
    for (const auto& [a, b] : pairs) {
      for (const StatedDifference& each : {StatedDifference{a, b}, StatedDifference{b, a}}) {
        add_limits(each, levels, found);
      }
    }
    std::vector<double> all(found.begin(), found.end());
    const std::size_t most = counts() > kManyCounts ? 2 : pairs.size() > kFewPairs ? kFewLimits : kMostLimits;
    if (all.size() <= most) return all;
    std::vector<double> some;
    for (std::size_t i = 0; i < most; ++i) some.push_back(all[i * (all.size() - 1) / (most - 1)]);
    return some;
  }

  // It is not said: its p is above `level`.
  [[nodiscard]] AtLeast unsaid(const StatedDifference& difference, double level) const {
    const ToldCount& lower = groups_[difference.lower].told;
    const ToldCount& higher = groups_[difference.higher].told;
    AtLeast condition{difference.lower, difference.higher, higher.low, {}};
    std::int64_t least = lower.low;
    for (std::int64_t k = higher.low; k <= higher.high; ++k) {
      while (least <= lower.high && p(difference.lower, least, difference.higher, k) <= level) ++least;
      condition.least.push_back(least);
    }
    return condition;
  }

 private:
  static constexpr std::size_t kMostLimits = 24, kFewLimits = 8;
  static constexpr std::int64_t kManyCounts = 256;
  static constexpr std::int64_t kMostSteps = 16;  // of a group's counts

  // How many counts all groups can have.
  [[nodiscard]] std::int64_t counts() const {
    std::int64_t sum = 0;
    for (const ToldGroup& group : groups_) sum += group.told.high - group.told.low + 1;
    return sum;
  }

  void add_limits(const StatedDifference& difference, const DecidingLevels& levels, std::set<double>& found) const {
    const ToldCount& lower = groups_[difference.lower].told;
    const ToldCount& higher = groups_[difference.higher].told;
    const std::int64_t by_lower = 1 + (lower.high - lower.low) / kMostSteps;
    const std::int64_t by_higher = 1 + (higher.high - higher.low) / kMostSteps;
    for (std::int64_t l = lower.low; l <= lower.high; l += by_lower) {
      for (std::int64_t h = higher.low; h <= higher.high; h += by_higher) {
        const double here = p(difference.lower, l, difference.higher, h);
        if (here > levels.said && here <= levels.unsaid) found.insert(here);
      }
    }
  }

  static std::size_t most_people(const std::vector<ToldGroup>& groups) {
    std::int64_t first = 0, second = 0;
    for (const ToldGroup& group : groups) {
      if (group.told.people > first) {
        second = std::exchange(first, group.told.people);
      } else {
        second = std::max(second, group.told.people);
      }
    }
    return static_cast<std::size_t>(first + second);
  }

  const std::vector<ToldGroup>& groups_;
  std::vector<double> log_factorial_;
};

// Some of the members of a variable, by their places.
struct Part {
  std::size_t variable = 0;
  std::size_t first = 0;
  std::size_t last = 0;
};

// One of those who answered.
struct Insider {
  std::size_t variable = 0;
  std::size_t member = 0;
  bool counted = false;

  [[nodiscard]] bool in(const Part& part) const {
    return variable == part.variable && member >= part.first && member < part.last;
  }
};

// A question as numbers: one variable per group that is shown, and one for all that are hidden together.
class Numbers {
 public:
  explicit Numbers(const StatedQuestion& question) : whole_(range_of(question.whole)), people_(question.whole.people) {
    for (const ToldGroup& group : question.groups) {
      add(group.members, range_of(group.told));
      parts_.push_back({members_.size() - 1, 0, group.members.size()});
    }
    if (!question.hidden.empty()) add_hidden(question.hidden);
    for (std::size_t v = 0; v < members_.size(); ++v) {
      for (std::size_t m = 0; m < members_[v].size(); ++m) {
        if (members_[v].size() > 1) parts_.push_back({v, m, m + 1});
        insiders_.push_back(Insider{v, m, true});
        insiders_.push_back(Insider{v, m, false});
      }
    }
  }

  [[nodiscard]] const std::vector<CountRange>& ranges() const { return ranges_; }
  [[nodiscard]] const CountRange& whole() const { return whole_; }
  [[nodiscard]] std::int64_t people() const { return people_; }
  [[nodiscard]] const std::vector<Part>& parts() const { return parts_; }
  // Nobody first, who knows no answer.
  [[nodiscard]] const std::vector<std::optional<Insider>>& insiders() const { return insiders_; }

  [[nodiscard]] std::int64_t people_in(const Part& part) const {
    const auto& members = members_[part.variable];
    return std::accumulate(members.begin() + static_cast<std::ptrdiff_t>(part.first),
                           members.begin() + static_cast<std::ptrdiff_t>(part.last), std::int64_t{0});
  }

  // Whether by its figure alone the part has more than the threshold who are counted, and who are not.
  [[nodiscard]] bool never_few(const Part& part, std::int64_t threshold) const {
    const CountRange& range = ranges_[part.variable];
    return people_in(part) == people_in({part.variable, 0, members_[part.variable].size()}) && range.low > threshold &&
           people_in(part) - range.high > threshold;
  }

  // The ranges of all variables, when the part has so many counted and this is known to the insider.
  [[nodiscard]] std::vector<CountRange> with(const Part& part, CountRange counted,
                                             const std::optional<Insider>& insider) const {
    std::vector<CountRange> narrowed = ranges_;
    CountRange others{0, people_in({part.variable, 0, members_[part.variable].size()}) - people_in(part)};
    if (insider && insider->variable != part.variable) {
      know(narrowed[insider->variable], *insider,
           people_in({insider->variable, 0, members_[insider->variable].size()}));
    } else if (insider && insider->in(part)) {
      know(counted, *insider, people_in(part));
    } else if (insider) {
      know(others, *insider, others.high);
    }
    if (counted.empty()) return {counted};
    CountRange& variable = narrowed[part.variable];
    variable.low = std::max(variable.low, counted.low + others.low);
    variable.high = std::min(variable.high, counted.high + others.high);
    return narrowed;
  }

 private:
  static void know(CountRange& range, const Insider& insider, std::int64_t people) {
    if (insider.counted) {
      range.low = std::max<std::int64_t>(range.low, 1);
    } else {
      range.high = std::min(range.high, people - 1);
    }
  }

  void add(std::vector<std::int64_t> members, CountRange range) {
    members_.push_back(std::move(members));
    ranges_.push_back(range);
  }

  void add_hidden(const std::vector<ToldGroup>& hidden) {
    std::vector<std::int64_t> members;
    std::vector<Part> groups;
    for (const ToldGroup& group : hidden) {
      groups.push_back({members_.size(), members.size(), members.size() + group.members.size()});
      members.insert(members.end(), group.members.begin(), group.members.end());
    }
    const std::int64_t people = std::accumulate(members.begin(), members.end(), std::int64_t{0});
    parts_.push_back({members_.size(), 0, members.size()});
    if (groups.size() > 1) {
      for (const Part& group : groups) {
        if (group.last - group.first > 1) parts_.push_back(group);
      }
    }
    add(std::move(members), {0, people});
  }

  CountRange whole_;
  std::int64_t people_;
  std::vector<std::vector<std::int64_t>> members_;
  std::vector<CountRange> ranges_;
  std::vector<Part> parts_;
  std::vector<std::optional<Insider>> insiders_{std::nullopt};
};

// Whether `ranges`, which rise, leave nothing of `wanted` uncovered.
bool cover(std::vector<CountRange> ranges, const CountRange& wanted) {
  std::sort(ranges.begin(), ranges.end(), [](const auto& a, const auto& b) { return a.low < b.low; });
  std::int64_t next = wanted.low;
  for (const CountRange& range : ranges) {
    if (range.low > next) break;
    next = std::max(next, range.high + 1);
  }
  return next > wanted.high;
}

// What somebody can learn from the figures and statements of one question.
class Audit {
 public:
  // @param sure conditions under which the same is told for certain
  // @param perhaps conditions without which it is not
  Audit(const Numbers& numbers, const std::vector<AtLeast>& sure, const std::vector<AtLeast>& perhaps,
        std::int64_t threshold)
      : numbers_(numbers), sure_(sure), perhaps_(perhaps), threshold_(threshold) {}

  // Whether nobody can be certain of few, of whatever part.
  // @param whole_is_known somebody may know the exact number of everybody
  [[nodiscard]] bool holds(bool whole_is_known) const {
    const auto& insiders = numbers_.insiders();
    return std::all_of(insiders.begin(), insiders.end(), [&](const std::optional<Insider>& insider) {
      const auto& parts = numbers_.parts();
      return (whole_is_known || whole_holds(insider)) && std::all_of(parts.begin(), parts.end(), [&](const Part& part) {
               return part_holds(part, insider, whole_is_known);
             });
    });
  }

 private:
  [[nodiscard]] bool part_holds(const Part& part, const std::optional<Insider>& insider, bool whole_is_known) const {
    if (numbers_.never_few(part, threshold_)) return true;
    const std::int64_t people = numbers_.people_in(part);
    std::vector<CountRange> possible = numbers_.with(part, {0, people}, insider);
    if (!narrow(possible, perhaps_)) return true;  // so it cannot be
    const CountRange sums = sums_of(possible);
    const CountRange wholes{std::max(sums.low, numbers_.whole().low), std::min(sums.high, numbers_.whole().high)};
    if (wholes.empty()) return true;
    const std::int64_t counted = mine(part, insider, true), others = mine(part, insider, false);
    // Counted: nobody else, or the threshold; and the same of those who are not.
    return can_be(part, insider, {{{0, counted}, {threshold_ + counted, people}}}, wholes, whole_is_known) &&
           can_be(part, insider, {{{people - others, people}, {0, people - threshold_ - others}}}, wholes,
                  whole_is_known);
  }

  [[nodiscard]] bool whole_holds(const std::optional<Insider>& insider) const {
    const Part any{0, 0, 0};
    std::vector<CountRange> possible = numbers_.with(any, {0, 0}, insider);
    if (!narrow(possible, perhaps_)) return true;
    const std::int64_t people = numbers_.people();
    const std::int64_t counted = insider && insider->counted ? 1 : 0, others = insider && !insider->counted ? 1 : 0;
    const std::vector<CountRange> found = wholes_with(any, {0, 0}, insider);
    const auto some = [&](std::int64_t low, std::int64_t high) {
      return std::any_of(found.begin(), found.end(), [&](const CountRange& range) {
        return std::max({range.low, low, numbers_.whole().low}) <= std::min({range.high, high, numbers_.whole().high});
      });
    };
    return (some(0, counted) || some(threshold_ + counted, people)) &&
           (some(people - others, people) || some(0, people - threshold_ - others));
  }

  // 1 when the insider is one of those of the part who are counted, or not.
  static std::int64_t mine(const Part& part, const std::optional<Insider>& insider, bool counted) {
    return insider && insider->in(part) && insider->counted == counted ? 1 : 0;
  }

  // Whether the part can have one of two numbers: with some whole, or with every whole.
  [[nodiscard]] bool can_be(const Part& part, const std::optional<Insider>& insider,
                            const std::array<CountRange, 2>& numbers, const CountRange& wholes, bool every) const {
    std::vector<CountRange> found;
    for (const CountRange& number : numbers) {
      const std::vector<CountRange> more = wholes_with(part, number, insider);
      found.insert(found.end(), more.begin(), more.end());
    }
    if (every) return cover(found, wholes);
    return std::any_of(found.begin(), found.end(), [&](const CountRange& range) {
      return std::max(range.low, wholes.low) <= std::min(range.high, wholes.high);
    });
  }

  // Numbers of everybody with which the part can have such a number, for certain with the same statements.
  [[nodiscard]] std::vector<CountRange> wholes_with(const Part& part, const CountRange& counted,
                                                    const std::optional<Insider>& insider) const {
    std::vector<CountRange> ranges = numbers_.with(part, counted, insider);
    if (!narrow(ranges, sure_)) return {};
    return sums_on_the_way(ranges, sure_);
  }

  static CountRange sums_of(const std::vector<CountRange>& ranges) {
    CountRange sums;
    for (const CountRange& range : ranges) sums = {sums.low + range.low, sums.high + range.high};
    return sums;
  }

  const Numbers& numbers_;
  const std::vector<AtLeast>& sure_;
  const std::vector<AtLeast>& perhaps_;
  std::int64_t threshold_;
};

// The pairs of groups of which what is told of them does not tell whether a difference is said.
class Pairs {
 public:
  Pairs(const StatedQuestion& question, const Tests& tests) {
    for (std::size_t i = 0; i < question.compared.size(); ++i) {
      for (std::size_t j = i + 1; j < question.compared.size(); ++j) {
        add(question, tests, question.compared[i], question.compared[j]);
      }
    }
  }

  [[nodiscard]] const std::vector<Pair>& open() const { return open_; }
  [[nodiscard]] bool follows(const StatedDifference& difference) const {
    return std::find(follow_.begin(), follow_.end(), difference) != follow_.end();
  }

 private:
  void add(const StatedQuestion& question, const Tests& tests, std::size_t a, std::size_t b) {
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

  std::vector<Pair> open_;
  std::vector<StatedDifference> follow_;
};

// What may be said of a question's open pairs, each in its turn.
class Statements {
 public:
  // @param limits where the limit of the tests can lie
  Statements(const Numbers& numbers, const Tests& tests, std::vector<double> limits, const std::vector<Pair>& open,
             std::int64_t threshold)
      : tests_(tests), numbers_(numbers), limits_(std::move(limits)), threshold_(threshold) {
    for (const Pair& pair : open) {
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
    return Audit(numbers_, sure, perhaps, threshold_).holds(whole_is_known);
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

  const Tests& tests_;
  const Numbers& numbers_;
  std::vector<double> limits_;
  std::int64_t threshold_;
  std::vector<Pair> pairs_;
  std::map<Said, bool> safe_;
  std::map<std::tuple<Pair, Say, bool, double>, AtLeast> conditions_;
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
  const Numbers numbers(question);
  const bool in_the_middle = question.whole.low > threshold && question.whole.people - question.whole.high > threshold;
  const auto& parts = numbers.parts();
  if (in_the_middle &&
      std::all_of(parts.begin(), parts.end(), [&](const Part& part) { return numbers.never_few(part, threshold); })) {
    return {supported, true};
  }
  const Tests tests(question.groups);
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
