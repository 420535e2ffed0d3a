#include "disclosure/composite_sums.hpp"

#include <algorithm>
#include <iterator>
#include <numeric>
#include <set>
#include <utility>

namespace houvast::inline v0_1::detail {
namespace {

constexpr std::size_t kMostGroups = 10;  // what is looked at doubles with every group

using Vector = std::vector<std::int64_t>;
using Box = std::vector<CountRange>;

bool hold(const Vector& counts, const std::vector<AtLeast>& conditions) {
  return std::all_of(conditions.begin(), conditions.end(),
                     [&](const AtLeast& each) { return counts[each.above] >= each.of(counts[each.below]); });
}

// All counts about a solution that hold with it: those above it of what must be large, those below it of the rest.
// With at least one who is counted in each group, and one who is not, so that nobody's own answer adds anything.
Box box_about(const Vector& solution, const Box& ranges, const CompositePart& part) {
  Box box = ranges;
  for (const AtLeast& each : part.held) {
    if (ranges[each.above].low >= each.of(ranges[each.below].high)) continue;
    box[each.below].high = std::min(box[each.below].high, solution[each.below]);
    box[each.above].low = std::max(box[each.above].low, solution[each.above]);
  }
  for (std::size_t v = 0; v < box.size(); ++v) {
    box[v].low = std::max(box[v].low, std::min<std::int64_t>(1, box[v].high));
    box[v].high = std::min(box[v].high, std::max(part.people[v] - 1, box[v].low));
  }
  return box;
}

// Boxes about the middle of what narrow() left, and about its ends, which are solutions.
std::vector<Box> boxes_in(const Box& narrowed, const CompositePart& part) {
  Vector low, high, middle;
  for (const CountRange& range : narrowed) {
    low.push_back(range.low);
    high.push_back(range.high);
    middle.push_back((range.low + range.high) / 2);
  }
  std::vector<Box> boxes;
  if (hold(middle, part.held)) boxes.push_back(box_about(middle, narrowed, part));
  boxes.push_back(box_about(low, narrowed, part));
  boxes.push_back(box_about(high, narrowed, part));
  return boxes;
}

// What is left of a part's ranges when one variable has this number; nothing when it cannot have it.
Box narrowed_with(const CompositePart& part, std::size_t variable, std::int64_t count) {
  Box ranges = part.ranges;
  ranges[variable] = {count, count};
  if (!narrow(ranges, part.held) || !have_sum_in(ranges, part.held, part.whole)) return {};
  return ranges;
}

std::int64_t sum_of(const Box& box, std::int64_t CountRange::*bound) {
  return std::accumulate(box.begin(), box.end(), std::int64_t{0},
                         [&](std::int64_t sum, const CountRange& range) { return sum + range.*bound; });
}

// The fewest and the most that a variable can be as far as the largest and the smallest sums beside it tell.
CountRange within_the_whole(const CompositePart& part, const Box& narrowed, std::size_t variable) {
  CountRange left = narrowed[variable];
  const auto enough = [&](std::int64_t most) {
    Box ranges = narrowed;
    ranges[variable].high = most;
    return narrow(ranges, part.held) && sum_of(ranges, &CountRange::high) >= part.whole.low;
  };
  for (std::int64_t high = left.high; left.low < high;) {
    const std::int64_t middle = left.low + (high - left.low) / 2;
    if (enough(middle)) {
      high = middle;
    } else {
      left.low = middle + 1;
    }
  }
  const auto few_enough = [&](std::int64_t least) {
    Box ranges = narrowed;
    ranges[variable].low = least;
    return narrow(ranges, part.held) && sum_of(ranges, &CountRange::low) <= part.whole.high;
  };
  for (std::int64_t low = left.low; low < left.high;) {
    const std::int64_t middle = low + (left.high - low + 1) / 2;
    if (few_enough(middle)) {
      low = middle;
    } else {
      left.high = middle - 1;
    }
  }
  return left;
}

}  // namespace

CompositeSums::Ways CompositeSums::ways_of(const CompositePart& part) {
  Ways ways;
  Box narrowed = part.ranges;
  if (!narrow(narrowed, part.held)) return ways;
  ways.free = boxes_in(narrowed, part);
  for (std::size_t v = 0; v < part.ranges.size(); ++v) pin(part, v, within_the_whole(part, narrowed, v), ways);
  if (!part.never_few) {
    pin_whole(part, ways);
  } else {
    ways.pinned.clear();
  }
  return ways;
}

void CompositeSums::pin(const CompositePart& part, std::size_t variable, CountRange tried, Ways& ways) {
  CountRange reached{part.ranges[variable].high, part.ranges[variable].low};
  const auto pin_at = [&](std::int64_t count) {
    const Box left = narrowed_with(part, variable, count);
    if (left.empty()) return false;
    Boxes boxes = boxes_in(left, part);
    for (Box& box : boxes) box[variable] = {count, count};
    ways.pinned.emplace_back(std::move(boxes), part.whole);
    reached = {std::min(reached.low, count), std::max(reached.high, count)};
    return true;
  };
  while (tried.low <= tried.high && !pin_at(tried.low)) ++tried.low;
  while (tried.high > tried.low && !pin_at(tried.high)) --tried.high;
  ways.reached.push_back(reached);
}

void CompositeSums::pin_whole(const CompositePart& part, Ways& ways) {
  Box narrowed = part.ranges;
  if (!narrow(narrowed, part.held)) return;
  const auto pin_at = [&](std::int64_t count) {
    if (!have_sum_in(narrowed, part.held, {count, count})) return false;
    ways.pinned.emplace_back(boxes_in(narrowed, part), CountRange{count, count});
    return true;
  };
  std::int64_t low = part.whole.low, high = part.whole.high;
  while (low <= high && !pin_at(low)) ++low;
  while (high > low && !pin_at(high)) --high;
}

CompositeSums::CompositeSums(std::vector<CompositePart> parts) : parts_(std::move(parts)) {
  for (const CompositePart& part : parts_) ways_.push_back(ways_of(part));
  size_.questions = static_cast<double>(parts_.size());
  size_.people.assign(parts_.front().compared.size(), 0);
  for (const CompositePart& part : parts_) {
    for (std::size_t g = 0; g < groups(); ++g) {
      size_.people[g] += static_cast<double>(part.people[part.compared[g]]) / size_.questions;
    }
  }
  grid_ = grid();
}

bool CompositeSums::can_be() const {
  return std::none_of(ways_.begin(), ways_.end(), [](const Ways& ways) { return ways.free.empty(); });
}

bool CompositeSums::never_few() const {
  return std::all_of(parts_.begin(), parts_.end(), [](const CompositePart& part) { return part.never_few; });
}

// Between which sums the rest can make up for each question; nothing when it cannot.
std::vector<CountRange> CompositeSums::room() const {
  std::vector<CountRange> room;
  for (std::size_t g = 0; g < groups(); ++g) {
    CountRange sums;
    std::int64_t widest = 0;
    for (std::size_t q = 0; q < parts_.size(); ++q) {
      if (ways_[q].free.empty()) return {};
      const CountRange& range = ways_[q].reached[parts_[q].compared[g]];
      if (range.empty()) return {};
      sums = {sums.low + range.low, sums.high + range.high};
      if (!parts_[q].never_few) widest = std::max(widest, range.high - range.low);
    }
    room.push_back({sums.low + widest, sums.high - widest});
    if (room.back().empty()) return {};
  }
  return room;
}

// Sums to look at: all combinations of some of few groups; of more their middles, with one group elsewhere at a time.
std::vector<CompositeSums::Sums> CompositeSums::grid() const {
  const std::vector<CountRange> room = this->room();
  if (room.size() < groups() || groups() > kMostGroups) return {};
  static constexpr std::int64_t kLevels[] = {1, 9, 9, 6, 4, 3};  // by the number of groups
  const auto level = [&](std::size_t group, std::int64_t i, std::int64_t levels) {
    return room[group].low + (room[group].high - room[group].low) * i / std::max<std::int64_t>(1, levels - 1);
  };
  std::set<Sums> all;
  if (groups() < std::size(kLevels)) {
    const std::int64_t levels = kLevels[groups()];
    all.insert(Sums{});
    for (std::size_t g = 0; g < groups(); ++g) {
      std::set<Sums> longer;
      for (Sums sums : all) {
        sums.push_back(0);
        for (std::int64_t i = 0; i < levels; ++i) {
          sums.back() = level(g, i, levels);
          longer.insert(sums);
        }
      }
      all = std::move(longer);
    }
  } else {
    Sums middles;
    for (std::size_t g = 0; g < groups(); ++g) middles.push_back(level(g, 1, 3));
    for (std::size_t g = 0; g < groups(); ++g) {
      Sums sums = middles;
      for (std::int64_t i = 0; i < 3; ++i) {
        sums[g] = level(g, i, 3);
        all.insert(sums);
      }
    }
  }
  return {all.begin(), all.end()};
}

void CompositeSums::put(const Box& box, const CountRange& whole, std::size_t part, BoundedTable& table) const {
  CountRange rest;
  for (const CountRange& range : box) rest = {rest.low + range.low, rest.high + range.high};
  for (std::size_t g = 0; g < groups(); ++g) {
    const CountRange& range = box[parts_[part].compared[g]];
    table.rows[g][part] = range;
    rest = {rest.low - range.low, rest.high - range.high};
  }
  table.rest[part] = rest;
  table.columns[part] = whole;
}

bool CompositeSums::stays_free(const Sums& sums) const {
  const std::size_t m = parts_.size();
  BoundedTable table{std::vector(groups(), std::vector<CountRange>(m)), std::vector<CountRange>(m),
                     std::vector<CountRange>(m)};
  for (std::size_t q = 0; q < m; ++q) put(ways_[q].free.front(), parts_[q].whole, q, table);
  if (!table.exists_with(sums)) return false;
  for (std::size_t q = 0; q < m; ++q) {
    for (const auto& [boxes, whole] : ways_[q].pinned) {
      const bool can_be = std::any_of(boxes.begin(), boxes.end(), [&, &whole = whole](const Box& box) {
        put(box, whole, q, table);
        return table.exists_with(sums);
      });
      if (!can_be) return false;
    }
    put(ways_[q].free.front(), parts_[q].whole, q, table);
  }
  return true;
}

bool CompositeSums::is_free_at(const Sums& sums) {
  const auto found = free_.find(sums);
  if (found != free_.end()) return found->second;
  return free_[sums] = stays_free(sums);
}

ShareSums CompositeSums::shares_of(const Sums& sums) const {
  ShareSums shares;
  for (std::size_t g = 0; g < groups(); ++g) {
    std::int64_t fewest = parts_.front().people[parts_.front().compared[g]], most = fewest;
    for (const CompositePart& part : parts_) {
      fewest = std::min(fewest, part.people[part.compared[g]]);
      most = std::max(most, part.people[part.compared[g]]);
    }
    shares.low.push_back(static_cast<double>(sums[g]) / static_cast<double>(most));
    shares.high.push_back(static_cast<double>(sums[g]) / static_cast<double>(fewest));
  }
  return shares;
}

ShareSums CompositeSums::all() const {
  ShareSums shares{std::vector<double>(groups()), std::vector<double>(groups())};
  for (const CompositePart& part : parts_) {
    for (std::size_t g = 0; g < groups(); ++g) {
      const std::size_t v = part.compared[g];
      shares.low[g] += static_cast<double>(part.ranges[v].low) / static_cast<double>(part.people[v]);
      shares.high[g] += static_cast<double>(part.ranges[v].high) / static_cast<double>(part.people[v]);
    }
  }
  return shares;
}

bool CompositeSums::is_free() {
  return std::any_of(grid_.begin(), grid_.end(), [this](const Sums& sums) { return is_free_at(sums); });
}

std::vector<ShareSums> CompositeSums::free(const Fits& fits, bool every) {
  std::vector<ShareSums> result;
  for (const Sums& sums : grid_) {
    if (!every && !result.empty()) break;
    ShareSums shares = shares_of(sums);
    if (fits(shares) && is_free_at(sums)) result.push_back(std::move(shares));
  }
  return result;
}

}  // namespace houvast::inline v0_1::detail
