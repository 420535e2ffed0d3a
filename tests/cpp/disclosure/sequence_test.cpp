#include "houvast/disclosure/sequence.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <limits>
#include <numeric>

#include "houvast/base/error.hpp"
#include "houvast/base/random.hpp"

// What several releases tell together, against every world of whole numbers, one by one.
namespace houvast {
namespace {

using Numbers = std::vector<std::int64_t>;
using Parts = std::vector<std::size_t>;

struct Sequence {
  Numbers people;
  std::vector<ToldSum> sums;
  std::vector<Parts> sets;
};

std::int64_t sum_of(const Numbers& counts, const Parts& parts) {
  return std::accumulate(parts.begin(), parts.end(), std::int64_t{0},
                         [&](std::int64_t sum, std::size_t part) { return sum + counts[part]; });
}

std::vector<Numbers> sequence_worlds(const Sequence& told) {
  std::vector<Numbers> worlds;
  Numbers counts(told.people.size());
  const std::function<void(std::size_t)> fill = [&](std::size_t at) {
    if (at < counts.size()) {
      for (counts[at] = 0; counts[at] <= told.people[at]; ++counts[at]) fill(at + 1);
      return;
    }
    const bool fits = std::all_of(told.sums.begin(), told.sums.end(), [&](const ToldSum& sum) {
      const std::int64_t here = sum_of(counts, sum.parts);
      return here >= sum.low && here <= sum.high;
    });
    if (fits) worlds.push_back(counts);
  };
  fill(0);
  return worlds;
}

// Whether a number is between 1 and the threshold, itself not among them, in every one of some worlds.
bool few_in_all(const std::vector<Numbers>& worlds, const std::function<std::int64_t(const Numbers&)>& number,
                std::int64_t threshold) {
  return !worlds.empty() && std::all_of(worlds.begin(), worlds.end(), [&](const Numbers& world) {
    return number(world) >= 1 && number(world) < threshold;
  });
}

// The same as sequence_isolates_few(), by looking at every world with every eye.
bool isolates_by_worlds(const Sequence& told, std::int64_t threshold) {
  const std::vector<Numbers> worlds = sequence_worlds(told);
  if (worlds.empty()) return true;
  const auto others = [&](const Numbers& world, const Parts& set) {
    return sum_of(told.people, set) - sum_of(world, set);
  };
  for (const Parts& set : told.sets) {
    if (few_in_all(
            worlds, [&](const Numbers& world) { return sum_of(world, set); }, threshold))
      return true;
    if (few_in_all(
            worlds, [&](const Numbers& world) { return others(world, set); }, threshold))
      return true;
    for (std::size_t mine = 0; mine < told.people.size(); ++mine) {
      const std::int64_t here = std::count(set.begin(), set.end(), mine);
      std::vector<Numbers> counted, not_counted;
      for (const Numbers& world : worlds) {
        if (world[mine] >= 1) counted.push_back(world);
        if (told.people[mine] - world[mine] >= 1) not_counted.push_back(world);
      }
      if (few_in_all(
              counted, [&](const Numbers& world) { return sum_of(world, set) - here; }, threshold) ||
          few_in_all(
              counted, [&](const Numbers& world) { return others(world, set); }, threshold) ||
          few_in_all(
              not_counted, [&](const Numbers& world) { return sum_of(world, set); }, threshold) ||
          few_in_all(
              not_counted, [&](const Numbers& world) { return others(world, set) - here; }, threshold)) {
        return true;
      }
    }
  }
  return false;
}

bool sequence_says(const Sequence& told, std::int64_t threshold) {
  return sequence_isolates_few(told.people, told.sums, told.sets, threshold);
}

std::int64_t number_below(Random& random, std::int64_t n) {
  return static_cast<std::int64_t>(random.below(static_cast<std::uint64_t>(n)));
}

// Two to four parts, of which any may be in a sum; sums are those of a world, or of none now and then.
Sequence drawn_sequence(Random& random) {
  Sequence told;
  Numbers world;
  const std::int64_t parts = 2 + number_below(random, 3);
  for (std::int64_t i = 0; i < parts; ++i) {
    told.people.push_back(1 + number_below(random, 6));
    world.push_back(number_below(random, told.people.back() + 1));
  }
  const auto some = [&] {
    Parts chosen;
    for (std::size_t part = 0; part < world.size(); ++part) {
      if (number_below(random, 2) == 0) chosen.push_back(part);
    }
    return chosen;
  };
  for (std::int64_t i = 0, sums = 1 + number_below(random, 4); i < sums; ++i) {
    const Parts chosen = some();
    const std::int64_t at = number_below(random, 20) == 0 ? number_below(random, 9) : sum_of(world, chosen);
    told.sums.push_back({chosen, at - number_below(random, 4), at + number_below(random, 4)});
  }
  for (int i = 0; i < 4; ++i) told.sets.push_back(some());
  return told;
}

TEST(SequenceAudit, SaysOfEveryDrawnSequenceWhatAllWorldsSay) {
  Random random(20241129);
  int few = 0;
  constexpr int kDraws = 3000;
  for (int i = 0; i < kDraws; ++i) {
    const Sequence told = drawn_sequence(random);
    const bool expected = isolates_by_worlds(told, 3);
    few += expected ? 1 : 0;
    ASSERT_EQ(sequence_says(told, 3), expected) << i;
  }
  EXPECT_GT(few, kDraws / 10);
  EXPECT_LT(few, kDraws * 9 / 10);
}

TEST(SequenceAudit, ALateRespondentIsFound) {
  // 14 people, fewer than half; with one more, half or more: 7 of 14, then 8 of 15 (half is 7.5).
  EXPECT_TRUE(sequence_says({{14, 1}, {{{0}, 0, 7}, {{0, 1}, 8, 15}}, {{1}}}, 5));
  EXPECT_FALSE(sequence_says({{14, 1}, {{{0}, 0, 7}, {{0, 1}, 0, 7}}, {{1}}}, 5));
}

TEST(SequenceAudit, FiguresThatContradictEachOtherAreRefused) {
  EXPECT_TRUE(sequence_says({{20}, {{{0}, 0, 9}, {{0}, 10, 20}}, {}}, 5));
}

TEST(SequenceAudit, NobodyIsNobody) {
  EXPECT_FALSE(sequence_says({{}, {}, {}}, 5));
  EXPECT_FALSE(sequence_says({{0, 30}, {{{1}, 0, 30}}, {{0}}}, 5));
}

TEST(SequenceAudit, ManyPeopleAreLookedAtInTime) {
  const std::int64_t many = std::numeric_limits<std::int32_t>::max();
  EXPECT_FALSE(
      sequence_says({{many, many, many}, {{{0, 1}, many, 2 * many}, {{1, 2}, 0, many}}, {{0}, {1}, {2}, {0, 2}}}, 5));
}

TEST(SequenceAudit, APartThatDoesNotExistIsAnError) {
  EXPECT_THROW((void)sequence_says({{5}, {{{1}, 0, 5}}, {}}, 5), ValueError);
  EXPECT_THROW((void)sequence_says({{5}, {}, {{1}}}, 5), ValueError);
}

}  // namespace
}  // namespace houvast
