#include "disclosure/stated_tests.hpp"

#include <algorithm>

#include "base/index.hpp"
#include "scoring/mid_p.hpp"

namespace houvast::inline v0_1::detail {
namespace {

constexpr std::size_t kMostLimits = 24, kFewLimits = 8;
constexpr std::int64_t kManyCounts = 256;
constexpr std::int64_t kMostSteps = 16;  // of a group's counts

// Of the two largest groups together.
std::size_t most_people(const std::vector<ToldGroup>& groups) {
  std::int64_t first = 0, second = 0;
  for (const ToldGroup& group : groups) {
    if (group.told.people > first) {
      second = std::exchange(first, group.told.people);
    } else {
      second = std::max(second, group.told.people);
    }
  }
  return as_size(first + second);
}

}  // namespace

StatedTests::StatedTests(const std::vector<ToldGroup>& groups)
    : groups_(groups), log_factorial_(log_factorials(most_people(groups))) {}

double StatedTests::p(std::size_t lower, std::int64_t k_lower, std::size_t higher, std::int64_t k_higher) const {
  const std::int64_t n_lower = at(groups_, lower).told.people, n_higher = at(groups_, higher).told.people;
  if (k_lower * n_higher >= k_higher * n_lower) return 1;
  return p_of_so_many_high(log_factorial_, as_size(n_lower + n_higher), as_size(k_lower + k_higher), as_size(n_lower),
                           as_size(k_lower));
}

LowerShareTest StatedTests::test(const StatedDifference& difference) const {
  LowerShareTest test(log_factorial_, groups_[difference.lower].told.people, groups_[difference.higher].told.people);
  test.begin_at(groups_[difference.lower].told.low, groups_[difference.higher].told.low);
  return test;
}

AtLeast StatedTests::said(const StatedDifference& difference, double level) const {
  const ToldCount& lower = groups_[difference.lower].told;
  const ToldCount& higher = groups_[difference.higher].told;
  AtLeast condition{difference.higher, difference.lower, lower.low, {}};
  LowerShareTest test = this->test(difference);
  std::int64_t least = higher.low;
  for (std::int64_t k = lower.low; k <= lower.high; ++k) {
    for (; least <= higher.high && !test.is_at_most(level); ++least) test.one_more_in_higher();
    condition.least.push_back(least);
    test.one_more_in_lower();
  }
  return condition;
}

AtLeast StatedTests::unsaid(const StatedDifference& difference, double level) const {
  const ToldCount& lower = groups_[difference.lower].told;
  const ToldCount& higher = groups_[difference.higher].told;
  AtLeast condition{difference.lower, difference.higher, higher.low, {}};
  LowerShareTest test = this->test(difference);
  std::int64_t least = lower.low;
  for (std::int64_t k = higher.low; k <= higher.high; ++k) {
    for (; least <= lower.high && test.is_at_most(level); ++least) test.one_more_in_lower();
    condition.least.push_back(least);
    test.one_more_in_higher();
  }
  return condition;
}

std::vector<double> StatedTests::limits(const std::vector<GroupPair>& pairs, const DecidingLevels& levels) const {
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

// How many counts all groups can have.
std::int64_t StatedTests::counts() const {
  std::int64_t sum = 0;
  for (const ToldGroup& group : groups_) sum += group.told.high - group.told.low + 1;
  return sum;
}

void StatedTests::add_limits(const StatedDifference& difference, const DecidingLevels& levels,
                             std::set<double>& found) const {
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

}  // namespace houvast::inline v0_1::detail
