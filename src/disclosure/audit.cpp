#include "houvast/disclosure/audit.hpp"

#include <algorithm>
#include <cstddef>
#include <numeric>
#include <optional>

namespace houvast::inline v0_1 {
namespace {

// Somebody of one of the groups that a group is made of.
struct Insider {
  std::size_t group;
  std::size_t member;
  bool counted;
};

bool is_few(std::int64_t low, std::int64_t high, std::int64_t threshold) {
  return low >= 1 && low <= high && high < threshold;
}

// Groups and a whole whose bounds are known.
class Sum {
 public:
  Sum(const std::vector<ToldGroup>& groups, const ToldCount& whole) : whole_(whole) {
    for (const ToldGroup& group : groups) {
      groups_.push_back({group.told, {}});
      for (const std::int64_t people : group.members) groups_.back().members.push_back({people, 0, people});
    }
  }

  // The same, when `insider` is one of them.
  [[nodiscard]] Sum with(const Insider& insider) const {
    Sum known = *this;
    ToldCount& member = known.groups_[insider.group].members[insider.member];
    if (insider.counted) {
      member.low = std::max<std::int64_t>(member.low, 1);
    } else {
      member.high = std::min(member.high, member.people - 1);
    }
    known.insider_ = insider;
    return known;
  }

  [[nodiscard]] std::vector<Insider> insiders() const {
    std::vector<Insider> found;
    for (std::size_t g = 0; g < groups_.size(); ++g) {
      for (std::size_t m = 0; m < groups_[g].members.size(); ++m) {
        found.push_back({g, m, true});
        found.push_back({g, m, false});
      }
    }
    return found;
  }

  // Whether few are certain, somewhere.
  [[nodiscard]] bool isolates(std::int64_t threshold) const {
    if (few(possible_whole(), insider_.has_value(), threshold)) return true;
    for (std::size_t g = 0; g < groups_.size(); ++g) {
      const ToldCount group = possible_group(g);
      const bool mine = insider_ && insider_->group == g;
      if (few(group, mine, threshold)) return true;
      for (std::size_t m = 0; m < groups_[g].members.size(); ++m) {
        if (few(possible_member(g, m, group), mine && insider_->member == m, threshold)) return true;
      }
    }
    return false;
  }

 private:
  struct Group {
    ToldCount told;
    std::vector<ToldCount> members;
  };

  static ToldCount sum_of(const std::vector<ToldCount>& counts) {
    ToldCount sum;
    for (const ToldCount& count : counts) {
      sum = {sum.people + count.people, sum.low + count.low, sum.high + count.high};
    }
    return sum;
  }

  static ToldCount both(const ToldCount& one, std::int64_t low, std::int64_t high) {
    return {one.people, std::max(one.low, low), std::min(one.high, high)};
  }

  // A group by what is told of it and of what it is made of.
  [[nodiscard]] ToldCount by_itself(std::size_t g) const {
    const ToldCount inside = sum_of(groups_[g].members);
    return both(groups_[g].told, inside.low, inside.high);
  }

  [[nodiscard]] ToldCount others_of(std::size_t g) const {
    std::vector<ToldCount> others;
    for (std::size_t h = 0; h < groups_.size(); ++h) {
      if (h != g) others.push_back(by_itself(h));
    }
    return sum_of(others);
  }

  [[nodiscard]] ToldCount possible_whole() const {
    if (groups_.empty()) return whole_;
    const ToldCount all = others_of(groups_.size());
    return both(whole_, all.low, all.high);
  }

  [[nodiscard]] ToldCount possible_group(std::size_t g) const {
    const ToldCount others = others_of(g);
    return both(by_itself(g), whole_.low - others.high, whole_.high - others.low);
  }

  [[nodiscard]] ToldCount possible_member(std::size_t g, std::size_t m, const ToldCount& group) const {
    const ToldCount& member = groups_[g].members[m];
    const ToldCount inside = sum_of(groups_[g].members);
    return both(member, group.low - (inside.high - member.high), group.high - (inside.low - member.low));
  }

  // Whether those who are counted, or those who are not, are few; an insider who is among them leaves out one.
  [[nodiscard]] bool few(const ToldCount& known, bool mine, std::int64_t threshold) const {
    const std::int64_t counted = mine && insider_->counted ? 1 : 0;
    const std::int64_t others = mine && !insider_->counted ? 1 : 0;
    return is_few(known.low - counted, known.high - counted, threshold) ||
           is_few(known.people - known.high - others, known.people - known.low - others, threshold);
  }

  std::vector<Group> groups_;
  ToldCount whole_;
  std::optional<Insider> insider_;
};

constexpr std::int64_t kMostOutcomes = 4096;

// Every way in which groups can lie in their steps, one after the other.
class Outcomes {
 public:
  explicit Outcomes(const std::vector<SteppedGroup>& groups) : groups_(groups), step_(groups.size()) {
    for (const SteppedGroup& group : groups) {
      count_ = std::min(count_ * std::max<std::int64_t>(group.steps, 1), kMostOutcomes + 1);
      told_.push_back({{}, group.members});
    }
    for (std::size_t g = 0; g < groups_.size(); ++g) place(g);
  }

  [[nodiscard]] bool too_many() const { return count_ > kMostOutcomes; }
  [[nodiscard]] const std::vector<ToldGroup>& told() const { return told_; }

  // Whether some counts in these steps add up to the whole.
  [[nodiscard]] bool fits(const ToldCount& whole) const {
    if (told_.empty()) return true;
    std::int64_t low = 0, high = 0;
    for (const ToldGroup& group : told_) {
      low += group.told.low;
      high += group.told.high;
    }
    return low <= whole.high && high >= whole.low;
  }

  // To the next one; false after the last.
  bool next() {
    for (std::size_t g = 0; g < groups_.size(); ++g) {
      step_[g] = step_[g] + 1 < groups_[g].steps ? step_[g] + 1 : 0;
      place(g);
      if (step_[g] > 0) return true;
    }
    return false;
  }

 private:
  void place(std::size_t g) {
    const auto& members = groups_[g].members;
    const std::int64_t people = std::accumulate(members.begin(), members.end(), std::int64_t{0});
    told_[g].told = counts_of_step(step_[g], people, groups_[g].steps);
  }

  const std::vector<SteppedGroup>& groups_;
  std::vector<std::int64_t> step_;
  std::vector<ToldGroup> told_;
  std::int64_t count_ = 1;
};

}  // namespace

bool isolates_few(const std::vector<ToldGroup>& groups, const ToldCount& whole, std::int64_t threshold) {
  const Sum all(groups.empty() ? std::vector<ToldGroup>{{whole, {whole.people}}} : groups, whole);
  if (all.isolates(threshold)) return true;
  const std::vector<Insider> insiders = all.insiders();
  return std::any_of(insiders.begin(), insiders.end(),
                     [&](const Insider& insider) { return all.with(insider).isolates(threshold); });
}

ToldCount counts_of_step(std::int64_t step, std::int64_t people, std::int64_t steps) {
  if (steps == 0) return {people, 0, people};
  const auto first_in = [&](std::int64_t at) { return (at * people + steps - 1) / steps; };
  return {people, first_in(step), step + 1 == steps ? people : first_in(step + 1) - 1};
}

bool could_isolate_few(const std::vector<SteppedGroup>& groups, const ToldCount& whole, std::int64_t threshold) {
  Outcomes outcomes(groups);
  if (outcomes.too_many()) return true;
  do {
    if (outcomes.fits(whole) && isolates_few(outcomes.told(), whole, threshold)) return true;
  } while (outcomes.next());
  return false;
}

}  // namespace houvast::inline v0_1
