#include "houvast/disclosure/audit.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <functional>
#include <numeric>

#include "houvast/base/random.hpp"

// What the audit says, against every world of whole numbers, one by one.
namespace houvast {
namespace {

using Counts = std::vector<std::int64_t>;

struct ToldAtOnce {
  std::vector<ToldGroup> groups;
  ToldCount whole;
};

// Every way to count people in each member of each group that fits what is told.
std::vector<Counts> worlds_of(const ToldAtOnce& told) {
  Counts people;
  for (const ToldGroup& group : told.groups) people.insert(people.end(), group.members.begin(), group.members.end());
  std::vector<Counts> worlds;
  Counts counts(people.size());
  const auto fits = [](std::int64_t count, const ToldCount& bounds) {
    return count >= bounds.low && count <= bounds.high;
  };
  const std::function<void(std::size_t)> fill = [&](std::size_t at) {
    if (at < people.size()) {
      for (counts[at] = 0; counts[at] <= people[at]; ++counts[at]) fill(at + 1);
      return;
    }
    bool good = fits(std::accumulate(counts.begin(), counts.end(), std::int64_t{0}), told.whole);
    auto member = counts.begin();
    for (const ToldGroup& group : told.groups) {
      const auto next = member + std::ssize(group.members);
      good = good && fits(std::accumulate(member, next, std::int64_t{0}), group.told);
      member = next;
    }
    if (good) worlds.push_back(counts);
  };
  fill(0);
  return worlds;
}

// Whether a number of people is certainly not nobody and certainly fewer than the threshold.
bool is_few(const Counts& values, std::int64_t threshold) {
  return !values.empty() &&
         std::all_of(values.begin(), values.end(), [&](std::int64_t value) { return value >= 1 && value < threshold; });
}

// What somebody reads off a set of worlds: of some members, those who are counted or not, without `mine` of them.
struct Reading {
  std::size_t from, to;  // members
  bool counted;
  std::int64_t mine;
};

bool certain_of_few(const std::vector<Counts>& worlds, const Counts& people, const Reading& reading,
                    std::int64_t threshold) {
  Counts values;
  for (const Counts& world : worlds) {
    std::int64_t sum = -reading.mine;
    for (std::size_t m = reading.from; m < reading.to; ++m) {
      sum += reading.counted ? world[m] : people[m] - world[m];
    }
    values.push_back(sum);
  }
  return is_few(values, threshold);
}

// The members of a group, of everybody, and each by itself.
std::vector<std::array<std::size_t, 2>> stretches(const ToldAtOnce& told) {
  std::vector<std::array<std::size_t, 2>> found;
  std::size_t at = 0;
  for (const ToldGroup& group : told.groups) {
    found.push_back({at, at + group.members.size()});
    for (std::size_t m = 0; m < group.members.size(); ++m, ++at) found.push_back({at, at + 1});
  }
  found.push_back({0, at});
  return found;
}

bool isolates_by_trying(const ToldAtOnce& told, std::int64_t threshold) {
  Counts people;
  for (const ToldGroup& group : told.groups) people.insert(people.end(), group.members.begin(), group.members.end());
  const std::vector<Counts> worlds = worlds_of(told);
  for (const auto& [from, to] : stretches(told)) {
    for (const bool counted : {true, false}) {
      if (certain_of_few(worlds, people, {from, to, counted, 0}, threshold)) return true;
      for (std::size_t me = 0; me < people.size(); ++me) {
        for (const bool i_am : {true, false}) {
          std::vector<Counts> mine;
          std::copy_if(worlds.begin(), worlds.end(), std::back_inserter(mine),
                       [&](const Counts& world) { return i_am ? world[me] >= 1 : people[me] - world[me] >= 1; });
          const std::int64_t own = me >= from && me < to && i_am == counted ? 1 : 0;
          if (certain_of_few(mine, people, {from, to, counted, own}, threshold)) return true;
        }
      }
    }
  }
  return false;
}

// A band that holds the number that there is.
ToldCount told_of(Random& random, std::int64_t people, std::int64_t count) {
  const auto below = [&](std::int64_t most) {
    return static_cast<std::int64_t>(random.below(static_cast<std::uint64_t>(most) + 1));
  };
  return {people, count - below(count), count + below(people - count)};
}

TEST(Audit, SaysWhatTryingEveryWorldSays) {
  Random random(11);
  constexpr std::int64_t kThreshold = 3;
  int isolating = 0;
  for (int trial = 0; trial < 3000; ++trial) {
    ToldAtOnce told;
    std::int64_t people = 0, counted = 0;
    for (std::size_t g = 1 + random.below(3); g > 0; --g) {
      ToldGroup group;
      std::int64_t group_counted = 0;
      for (std::size_t m = 1 + random.below(2); m > 0; --m) {
        group.members.push_back(1 + static_cast<std::int64_t>(random.below(5)));
        group_counted += static_cast<std::int64_t>(random.below(static_cast<std::uint64_t>(group.members.back()) + 1));
      }
      const auto in_group = std::accumulate(group.members.begin(), group.members.end(), std::int64_t{0});
      group.told = told_of(random, in_group, group_counted);
      people += in_group;
      counted += group_counted;
      told.groups.push_back(group);
    }
    told.whole = told_of(random, people, counted);
    const bool expected = isolates_by_trying(told, kThreshold);
    ASSERT_EQ(isolates_few(told.groups, told.whole, kThreshold), expected) << "trial " << trial;
    isolating += expected;
  }
  EXPECT_GT(isolating, 300);
  EXPECT_LT(isolating, 2700);
}

TEST(Audit, KnowsTheCasesThatAreKnownByHand) {
  // Six and six people: half or more, fewer than half, and together fewer than half.
  const std::vector<ToldGroup> groups = {{{6, 3, 6}, {6}}, {{6, 0, 2}, {6}}};
  EXPECT_FALSE(isolates_few({}, {12, 0, 5}, 5));
  EXPECT_FALSE(isolates_few(groups, {12, 0, 12}, 5));
  EXPECT_TRUE(isolates_few(groups, {12, 0, 5}, 5));
  // Five people, half or more: who is one of them knows of two to four others.
  EXPECT_TRUE(isolates_few({}, {5, 3, 5}, 5));
  // Two groups told of as one: if nearly all of these eight are counted, so is somebody of the three.
  EXPECT_TRUE(isolates_few({{{8, 7, 8}, {5, 3}}}, {8, 7, 8}, 5));
}

TEST(Audit, WhatCouldBeSaidIsWhatSomeOutcomeSays) {
  const std::vector<SteppedGroup> groups = {{2, {6}}, {2, {6}}};
  EXPECT_TRUE(could_isolate_few(groups, counts_of_step(0, 12, 2), 5));
  EXPECT_FALSE(could_isolate_few({{2, {14}}, {2, {17}}}, counts_of_step(1, 31, 4), 5));
  EXPECT_FALSE(could_isolate_few({}, counts_of_step(3, 31, 4), 5));
  // More outcomes than are looked at.
  EXPECT_TRUE(could_isolate_few(std::vector<SteppedGroup>(13, {2, {14}}), {182, 0, 182}, 5));
}

// Steps with room are safe beside any total, whatever the groups are: halves from 14 people, quarters from 28 …
TEST(Audit, StepsWithRoomTellOfNoFew) {
  Random random(12);
  constexpr std::int64_t kThreshold = 5, kRoom = 2;
  for (int trial = 0; trial < 300; ++trial) {
    std::vector<SteppedGroup> groups;
    std::int64_t people = 0;
    for (std::size_t g = 1 + random.below(4); g > 0; --g) {
      const std::int64_t steps = std::array<std::int64_t, 2>{2, 4}[random.below(2)];
      const auto n = steps * (kThreshold + kRoom) + static_cast<std::int64_t>(random.below(20));
      groups.push_back({steps, {n}});
      people += n;
    }
    const std::int64_t steps = people / kThreshold;
    const auto step = static_cast<std::int64_t>(random.below(static_cast<std::uint64_t>(steps)));
    ASSERT_FALSE(could_isolate_few(groups, counts_of_step(step, people, steps), kThreshold)) << "trial " << trial;
  }
}

}  // namespace
}  // namespace houvast
