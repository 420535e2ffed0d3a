#include "houvast/disclosure/sequence.hpp"

#include <algorithm>
#include <numeric>
#include <optional>
#include <string>
#include <utility>

#include "houvast/base/error.hpp"

namespace houvast::inline v0_1 {
namespace {

using World = std::vector<std::int64_t>;

// Between which numbers the counted people of each part lie.
struct Bounds {
  World low;
  World high;
};

std::int64_t sum_of(const World& numbers, const std::vector<std::size_t>& parts) {
  return std::accumulate(parts.begin(), parts.end(), std::int64_t{0},
                         [&](std::int64_t sum, std::size_t part) { return sum + numbers[part]; });
}

// Draws bounds closer to what one sum leaves. @return whether any bound moved; nothing when the sum cannot be
std::optional<bool> narrowed_by(const ToldSum& sum, Bounds& bounds) {
  const std::int64_t low = sum_of(bounds.low, sum.parts), high = sum_of(bounds.high, sum.parts);
  if (low > sum.high || high < sum.low) return std::nullopt;
  bool moved = false;
  for (const std::size_t part : sum.parts) {
    const std::int64_t least = std::max(bounds.low[part], sum.low - (high - bounds.high[part]));
    const std::int64_t most = std::min(bounds.high[part], sum.high - (low - bounds.low[part]));
    if (least > most) return std::nullopt;
    moved = moved || least != bounds.low[part] || most != bounds.high[part];
    bounds.low[part] = least;
    bounds.high[part] = most;
  }
  return moved;
}

// Looks for whole numbers that give every sum.
class Search {
 public:
  Search(const std::vector<ToldSum>& told, const std::vector<ToldSum>& further) {
    for (const ToldSum& sum : told) sums_.push_back(&sum);
    for (const ToldSum& sum : further) sums_.push_back(&sum);
  }

  [[nodiscard]] std::optional<World> find(Bounds bounds) {
    if (steps_ == 0 || !narrow(bounds)) return std::nullopt;
    --steps_;
    const std::size_t open = widest(bounds);
    if (bounds.low[open] == bounds.high[open]) return bounds.low;
    const std::int64_t middle = bounds.low[open] + (bounds.high[open] - bounds.low[open]) / 2;
    Bounds lower = bounds;
    lower.high[open] = middle;
    if (auto found = find(std::move(lower))) return found;
    bounds.low[open] = middle + 1;
    return find(std::move(bounds));
  }

  /// Whether it ended because there was nothing left to try.
  [[nodiscard]] bool is_exhaustive() const { return steps_ > 0; }

 private:
  bool narrow(Bounds& bounds) const {
    constexpr int kSweeps = 100;  // bounds that creep are halved instead
    for (int sweep = 0; sweep < kSweeps; ++sweep) {
      bool moved = false;
      for (const ToldSum* sum : sums_) {
        const std::optional<bool> here = narrowed_by(*sum, bounds);
        if (!here) return false;
        moved = moved || *here;
      }
      if (!moved) break;
    }
    return true;
  }

  static std::size_t widest(const Bounds& bounds) {
    std::size_t widest = 0;
    for (std::size_t part = 1; part < bounds.low.size(); ++part) {
      if (bounds.high[part] - bounds.low[part] > bounds.high[widest] - bounds.low[widest]) widest = part;
    }
    return widest;
  }

  std::vector<const ToldSum*> sums_;
  int steps_ = 10'000;
};

// Somebody of one part, who is counted or not.
struct Eye {
  std::size_t part;
  bool counted;
};

// All worlds that fit what was told, and those of them that were met.
class Worlds {
 public:
  Worlds(const std::vector<std::int64_t>& people, const std::vector<ToldSum>& told) : people_(people), told_(told) {}

  /// Whether there is a world that also gives these sums; yes when that is not known in time and `if_unknown` says so.
  [[nodiscard]] bool any(const std::vector<ToldSum>& further, bool if_unknown) {
    const auto gives = [&](const World& world) {
      return std::all_of(further.begin(), further.end(), [&](const ToldSum& each) {
        const std::int64_t sum = sum_of(world, each.parts);
        return sum >= each.low && sum <= each.high;
      });
    };
    if (std::any_of(met_.begin(), met_.end(), gives)) return true;
    Search search(told_, further);
    if (auto found = search.find({World(people_.size()), people_})) {
      met_.push_back(std::move(*found));
      return true;
    }
    return !search.is_exhaustive() && if_unknown;
  }

  /// Whether few of a set are certain to be counted (or not), for somebody who reads, or is one of them.
  [[nodiscard]] bool isolates(const std::vector<std::size_t>& set, bool counted, const std::optional<Eye>& eye,
                              std::int64_t threshold) {
    const std::int64_t people = sum_of(people_, set);
    const bool is_mine = eye && eye->counted == counted && std::find(set.begin(), set.end(), eye->part) != set.end();
    const std::int64_t enough = threshold + (is_mine ? 1 : 0), none = is_mine ? 1 : 0;
    std::vector<ToldSum> further;
    if (eye) further.push_back(seen_by(*eye));
    further.push_back(counted ? ToldSum{set, enough, people} : ToldSum{set, 0, people - enough});
    if (any(further, false)) return false;
    further.back() = counted ? ToldSum{set, 0, none} : ToldSum{set, people - none, people};
    return !any(further, false);
  }

  [[nodiscard]] ToldSum seen_by(const Eye& eye) const {
    const std::int64_t people = people_[eye.part];
    return eye.counted ? ToldSum{{eye.part}, 1, people} : ToldSum{{eye.part}, 0, people - 1};
  }

 private:
  const std::vector<std::int64_t>& people_;
  const std::vector<ToldSum>& told_;
  std::vector<World> met_;
};

// Everybody who looks: a reader, and somebody of each part that there can be.
std::vector<std::optional<Eye>> eyes(Worlds& worlds, std::size_t parts) {
  std::vector<std::optional<Eye>> found{std::nullopt};
  for (std::size_t part = 0; part < parts; ++part) {
    for (const bool counted : {true, false}) {
      const Eye eye{part, counted};
      if (worlds.any({worlds.seen_by(eye)}, true)) found.emplace_back(eye);
    }
  }
  return found;
}

void check_parts(const std::vector<std::size_t>& parts, std::size_t known) {
  for (const std::size_t part : parts) {
    if (part < known) continue;
    throw ValueError(
        {"HV-302",
         argument("sets"),
         std::to_string(part),
         {"problem.expected.between", {{"low", "0"}, {"high", std::to_string(static_cast<std::int64_t>(known) - 1)}}}});
  }
}

}  // namespace

bool sequence_isolates_few(const std::vector<std::int64_t>& people, const std::vector<ToldSum>& told,
                           const std::vector<std::vector<std::size_t>>& sets, std::int64_t threshold) {
  for (const ToldSum& sum : told) check_parts(sum.parts, people.size());
  for (const std::vector<std::size_t>& set : sets) check_parts(set, people.size());
  if (people.empty()) return false;
  Worlds worlds(people, told);
  if (!worlds.any({}, false)) return true;
  for (const std::optional<Eye>& eye : eyes(worlds, people.size())) {
    for (const std::vector<std::size_t>& set : sets) {
      if (sum_of(people, set) == 0) continue;
      if (worlds.isolates(set, true, eye, threshold) || worlds.isolates(set, false, eye, threshold)) return true;
    }
  }
  return false;
}

}  // namespace houvast::inline v0_1
