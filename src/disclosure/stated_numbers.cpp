#include "disclosure/stated_numbers.hpp"

#include <algorithm>
#include <array>
#include <numeric>
#include <utility>

namespace houvast::inline v0_1::detail {
namespace {

CountRange range_of(const ToldCount& told) {
  return {told.low, told.high};
}

void know(CountRange& range, const Insider& insider, std::int64_t people) {
  if (insider.counted) {
    range.low = std::max<std::int64_t>(range.low, 1);
  } else {
    range.high = std::min(range.high, people - 1);
  }
}

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
  Audit(const StatedNumbers& numbers, const std::vector<AtLeast>& sure, const std::vector<AtLeast>& perhaps,
        std::int64_t threshold)
      : numbers_(numbers), sure_(sure), perhaps_(perhaps), threshold_(threshold) {}

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

  const StatedNumbers& numbers_;
  const std::vector<AtLeast>& sure_;
  const std::vector<AtLeast>& perhaps_;
  std::int64_t threshold_;
};

}  // namespace

StatedNumbers::StatedNumbers(const StatedQuestion& question)
    : whole_(range_of(question.whole)), people_(question.whole.people) {
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

std::int64_t StatedNumbers::people_in(const Part& part) const {
  const auto& members = members_[part.variable];
  return std::accumulate(members.begin() + static_cast<std::ptrdiff_t>(part.first),
                         members.begin() + static_cast<std::ptrdiff_t>(part.last), std::int64_t{0});
}

bool StatedNumbers::never_few(const Part& part, std::int64_t threshold) const {
  const CountRange& range = ranges_[part.variable];
  return people_in(part) == people_in({part.variable, 0, members_[part.variable].size()}) && range.low > threshold &&
         people_in(part) - range.high > threshold;
}

std::vector<CountRange> StatedNumbers::with(const Part& part, CountRange counted,
                                            const std::optional<Insider>& insider) const {
  std::vector<CountRange> narrowed = ranges_;
  CountRange others{0, people_in({part.variable, 0, members_[part.variable].size()}) - people_in(part)};
  if (insider && insider->variable != part.variable) {
    know(narrowed[insider->variable], *insider, people_in({insider->variable, 0, members_[insider->variable].size()}));
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

void StatedNumbers::add(std::vector<std::int64_t> members, CountRange range) {
  members_.push_back(std::move(members));
  ranges_.push_back(range);
}

void StatedNumbers::add_hidden(const std::vector<ToldGroup>& hidden) {
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

bool tells_of_no_few(const StatedNumbers& numbers, const std::vector<AtLeast>& sure,
                     const std::vector<AtLeast>& perhaps, std::int64_t threshold, bool whole_is_known) {
  return Audit(numbers, sure, perhaps, threshold).holds(whole_is_known);
}

}  // namespace houvast::inline v0_1::detail
