#include "disclosure/composite_audit.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <optional>
#include <set>

#include "houvast/base/random.hpp"

// Every number of high answers that two groups can give to the questions of an element, from the same people or from
// others at each question: whoever knows what may be told, and how it was tested, is certain of no few.
namespace houvast::detail {
namespace {

constexpr std::int64_t kThreshold = 5;
constexpr std::size_t kGroups = 2;

using Counts = std::array<std::int64_t, kGroups>;
using World = std::vector<Counts>;  // of each question, high answers in each group

// In which of some equal steps.
struct Told {
  CountRange group[kGroups];
  CountRange whole;
};

CountRange step(std::int64_t people, std::int64_t steps, std::int64_t which) {
  const auto first = [&](std::int64_t s) { return (people * s + steps - 1) / steps; };
  return {first(which), which + 1 == steps ? people : first(which + 1) - 1};
}

bool holds(const CountRange& range, std::int64_t count) {
  return range.low <= count && count <= range.high;
}

std::vector<Counts> counts_in(const Told& told) {
  std::vector<Counts> all;
  for (std::int64_t a = told.group[0].low; a <= told.group[0].high; ++a) {
    for (std::int64_t b = told.group[1].low; b <= told.group[1].high; ++b) {
      if (holds(told.whole, a + b)) all.push_back({a, b});
    }
  }
  return all;
}

// p of the difference between two groups' shares over questions; negative when the first is the lower. As the product
// tests it, written apart: the deviation is that of all people's shares of high answers together.
// @param turned at each question others answer high, and not the same people
double p_of(const World& world, const Counts& people, bool turned) {
  double n = 0, sum = 0, squares = 0, gap = 0;
  for (std::size_t g = 0; g < kGroups; ++g) {
    double of_group = 0;
    for (std::int64_t i = 0; i < people[g]; ++i) {
      double value = 0;
      std::int64_t place = i;
      for (const Counts& counts : world) {
        value += place < counts[g] ? 1.0 / static_cast<double>(world.size()) : 0;
        if (turned) place = (place + people[g] - counts[g]) % people[g];
      }
      of_group += value;
      squares += value * value;
    }
    n += static_cast<double>(people[g]);
    sum += of_group;
    gap += (g == 0 ? -1 : 1) * of_group / static_cast<double>(people[g]);
  }
  const double variance = (squares - sum * sum / n) / (n - 1);
  if (variance < 1e-12 || std::abs(gap) < 1e-12) return 1;
  const double error = std::sqrt(variance * (1 / static_cast<double>(people[0]) + 1 / static_cast<double>(people[1])));
  return std::copysign(std::erfc(std::abs(gap) / error / std::sqrt(2.0)), gap);
}

// The numbers that somebody could want to know of one question, in all worlds that look the same: what its groups can
// have answered there.
bool is_certain_of_few(const std::set<Counts>& possible, const Counts& people) {
  for (std::size_t part = 0; part <= kGroups; ++part) {
    for (const bool counted : {true, false}) {
      for (std::size_t insider = 0; insider <= 2 * kGroups; ++insider) {
        const std::size_t of = insider / 2;
        const bool outside = insider == 2 * kGroups, high = insider % 2 == 1;
        std::int64_t least = 1000, most = -1;
        for (const Counts& counts : possible) {
          const auto number = [&](std::size_t g, bool yes) { return yes ? counts[g] : people[g] - counts[g]; };
          if (!outside && number(of, high) == 0) continue;
          std::int64_t here = 0;
          for (std::size_t g = 0; g < kGroups; ++g) here += part == kGroups || part == g ? number(g, counted) : 0;
          if (!outside && high == counted && (part == kGroups || part == of)) --here;
          least = std::min(least, here);
          most = std::max(most, here);
        }
        if (most >= 0 && least >= 1 && most < kThreshold) return true;
      }
    }
  }
  return false;
}

struct Found {
  std::int64_t said = 0, silent = 0, opened = 0;
};

// All worlds that fit the figures, put together by what is told of them at each limit that a test can have.
Found tried(const std::vector<Told>& told, const Counts& people, const std::vector<double>& places) {
  std::vector<CompositePart> parts;
  for (const Told& each : told) {
    parts.push_back({{each.group[0], each.group[1]}, {people[0], people[1]}, each.whole, {}, {0, 1}, false});
  }
  const StatedDifference rises{0, 1}, falls{1, 0};
  const auto may_tell = [&](const StatedDifference& difference) {
    std::vector<CompositeLimit> limits;
    for (const double level : places) limits.push_back({level, CompositeSums(parts)});
    return !CompositeAudit(std::move(limits), {}).tellable({difference}).empty();
  };
  const bool may_rise = may_tell(rises), may_fall = may_tell(falls);
  // What each question can have been answered, at each limit, where so much is told.
  struct Alike {
    std::int64_t worlds = 0;
    std::vector<std::set<Counts>> possible;
  };
  std::vector<std::map<int, Alike>> by_limit(places.size());
  World world(told.size());
  const auto count = [&] {
    for (const bool turned : {false, true}) {
      const double p = p_of(world, people, turned);
      for (std::size_t limit = 0; limit < places.size(); ++limit) {
        const bool supported = std::abs(p) <= places[limit];
        const int what = !supported ? 0 : p > 0 && may_rise ? 1 : p < 0 && may_fall ? -1 : 0;
        Alike& same = by_limit[limit][what];
        ++same.worlds;
        same.possible.resize(told.size());
        for (std::size_t q = 0; q < told.size(); ++q) same.possible[q].insert(world[q]);
      }
    }
  };
  std::vector<std::vector<Counts>> counts;
  counts.reserve(told.size());
  for (const Told& each : told) counts.push_back(counts_in(each));
  const auto all_worlds = [&](const auto& deeper, std::size_t question) -> void {
    if (question == told.size()) return count();
    for (const Counts& each : counts[question]) {
      world[question] = each;
      deeper(deeper, question + 1);
    }
  };
  all_worlds(all_worlds, 0);
  Found found;
  for (const auto& alike : by_limit) {
    for (const auto& [what, same] : alike) {
      (what == 0 ? found.silent : found.said) += same.worlds;
      for (const std::set<Counts>& possible : same.possible)
        found.opened += is_certain_of_few(possible, people) ? 1 : 0;
    }
  }
  return found;
}

// Over some figures of two groups.
Found tried_with(const Counts& people) {
  const std::int64_t all = people[0] + people[1];
  const auto steps_of = [](std::int64_t n, std::int64_t room) { return n < 4 * room ? 2 : n < 10 * room ? 4 : 10; };
  const std::int64_t whole_steps = all < 50 ? 4 : 10;
  Random random(static_cast<std::uint64_t>(people[0]));
  const std::vector<double> places = {0.004, 0.02, 0.05};
  Found sum;
  for (int i = 0; i < 36; ++i) {
    // Every third time of two questions, every third time of questions that are told alike.
    const std::size_t questions = i % 3 == 0 ? 2 : 3;
    std::vector<Told> told;
    while (told.size() < questions) {
      Told each;
      for (std::size_t g = 0; g < kGroups; ++g) {
        const std::int64_t steps = steps_of(people[g], kThreshold + 2);
        each.group[g] =
            step(people[g], steps, static_cast<std::int64_t>(random.below(static_cast<std::uint64_t>(steps))));
      }
      each.whole =
          step(all, whole_steps, static_cast<std::int64_t>(random.below(static_cast<std::uint64_t>(whole_steps))));
      const std::vector<Counts> counts = counts_in(each);
      // Figures that tell of few by themselves are not told.
      if (counts.empty() || counts.size() > 45) continue;
      if (!is_certain_of_few({counts.begin(), counts.end()}, people))
        told.insert(told.end(), i % 3 == 2 ? questions : 1, each);
    }
    const Found found = tried(told, people, places);
    EXPECT_EQ(found.opened, 0) << i;
    sum.said += found.said;
    sum.silent += found.silent;
  }
  return sum;
}

TEST(CompositeAudit, WhatIsToldOfAnElementTellsOfNoFewAtAnyQuestion) {
  Found sum;
  for (const Counts& people : {Counts{14, 14}, Counts{20, 22}, Counts{28, 30}, Counts{40, 44}}) {
    const Found found = tried_with(people);
    sum.said += found.said;
    sum.silent += found.silent;
  }
  EXPECT_GT(sum.said, 10000);
  EXPECT_GT(sum.silent, 10000);
}

}  // namespace
}  // namespace houvast::detail
