#include "disclosure/composite_audit.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "scoring/distributions.hpp"

namespace houvast::inline v0_1::detail {
namespace {

double z_of(double p) {
  return p >= 1 ? 0 : stats::detail::normal_quantile(1 - p / 2);
}

double error_of(const CompositeSize& size, const GroupPair& pair, double spread) {
  return std::sqrt(spread * (1 / size.people[pair.first] + 1 / size.people[pair.second]));
}

// One level, and how the answers go together, for the test of sums.
struct Test {
  const CompositeSize& size;
  double level;
  Alike alike;

  // How far the shares are from being able to tell exactly what is said of a pair: 0 when they can.
  [[nodiscard]] double short_of(const ShareSums& sums, const GroupPair& pair, Say say) const {
    const auto [lower, higher] = difference_of(pair, say);
    const double n = size.people[lower] + size.people[higher];
    const auto middle = [&](std::size_t group) { return (sums.low[group] + sums.high[group]) / 2 / size.questions; };
    const double share = (size.people[lower] * middle(lower) + size.people[higher] * middle(higher)) / n;
    const auto limit = [&](double correlation) {
      const double inflation = (1 + (size.questions - 1) * correlation) / size.questions;
      return z_of(level) * error_of(size, pair, share * (1 - share) * inflation * n / (n - 1));
    };
    if (say != Say::kNothing) {
      const double gap = (sums.low[higher] - sums.high[lower]) / size.questions;
      return std::max(0.0, limit(alike.low) - gap);
    }
    const double gap =
        std::max(sums.high[higher] - sums.low[lower], sums.high[lower] - sums.low[higher]) / size.questions;
    return std::max(0.0, gap - limit(alike.high));
  }

  [[nodiscard]] double short_of(const ShareSums& sums, const std::vector<GroupPair>& pairs, const Said& said) const {
    double sum = 0;
    for (std::size_t i = 0; i < pairs.size(); ++i) sum += short_of(sums, pairs[i], said[i]);
    return sum;
  }

  // Whether it is said for certain, however the answers of people go together.
  [[nodiscard]] bool follows(const ShareSums& sums, const StatedDifference& difference) const {
    const double error = error_of(size, {difference.lower, difference.higher}, 0.25);
    return sums.low[difference.higher] - sums.high[difference.lower] >= z_of(level) * error * size.questions;
  }
};

std::vector<GroupPair> all_pairs(std::size_t groups) {
  std::vector<GroupPair> pairs;
  for (std::size_t i = 0; i < groups; ++i) {
    for (std::size_t j = i + 1; j < groups; ++j) pairs.emplace_back(i, j);
  }
  return pairs;
}

// Pairs of which the figures do not tell whether a difference is said; those of which they do are told.
template <class Follows>
std::vector<GroupPair> open_pairs(std::size_t groups, const Follows& follows,
                                  const std::vector<StatedDifference>& supported, std::vector<StatedDifference>& told) {
  std::vector<GroupPair> pairs;
  for (const GroupPair& pair : all_pairs(groups)) {
    bool is_certain = false;
    for (const Say say : {Say::kFirstLower, Say::kSecondLower}) {
      const StatedDifference difference = difference_of(pair, say);
      if (!follows(difference)) continue;
      is_certain = true;
      if (std::count(supported.begin(), supported.end(), difference) > 0) told.push_back(difference);
    }
    if (!is_certain) pairs.push_back(pair);
  }
  return pairs;
}

// One of each element's sums, together.
class Together {
 public:
  Together(const std::vector<std::vector<ShareSums>>& elements, const Test& test) : elements_(elements), test_(test) {}

  // Whether some can tell exactly this; looked for by changing one element at a time.
  [[nodiscard]] bool tell(const std::vector<GroupPair>& pairs, const Said& said) const {
    std::vector<std::size_t> chosen(elements_.size(), 0);
    double best = test_.short_of(sum_of(chosen), pairs, said);
    for (bool better = true; better && best > 0;) {
      better = false;
      for (std::size_t e = 0; e < elements_.size(); ++e) {
        for (std::size_t i = 0; i < elements_[e].size(); ++i) {
          const std::size_t before = std::exchange(chosen[e], i);
          const double now = test_.short_of(sum_of(chosen), pairs, said);
          better = better || now < best;
          if (now < best) {
            best = now;
          } else {
            chosen[e] = before;
          }
        }
      }
    }
    return best <= 0;
  }

  // Whatever they are.
  [[nodiscard]] ShareSums all() const {
    ShareSums sum = none();
    for (const std::vector<ShareSums>& element : elements_) {
      for (std::size_t g = 0; g < sum.low.size(); ++g) {
        const auto by = [g](auto member) {
          return [g, member](const auto& a, const auto& b) { return (a.*member)[g] < (b.*member)[g]; };
        };
        sum.low[g] += std::min_element(element.begin(), element.end(), by(&ShareSums::low))->low[g];
        sum.high[g] += std::max_element(element.begin(), element.end(), by(&ShareSums::high))->high[g];
      }
    }
    return sum;
  }

  // Whether the limit can lie here at all.
  [[nodiscard]] bool can_be() const {
    return std::none_of(elements_.begin(), elements_.end(), [](const auto& element) { return element.empty(); });
  }

  [[nodiscard]] const Test& test() const { return test_; }

 private:
  [[nodiscard]] ShareSums none() const {
    return {std::vector<double>(test_.size.people.size()), std::vector<double>(test_.size.people.size())};
  }

  [[nodiscard]] ShareSums sum_of(const std::vector<std::size_t>& chosen) const {
    ShareSums sum = none();
    for (std::size_t e = 0; e < chosen.size(); ++e) {
      for (std::size_t g = 0; g < sum.low.size(); ++g) {
        sum.low[g] += elements_[e][chosen[e]].low[g];
        sum.high[g] += elements_[e][chosen[e]].high[g];
      }
    }
    return sum;
  }

  const std::vector<std::vector<ShareSums>>& elements_;
  Test test_;
};

}  // namespace

Alike alike_from(double low, double high, double questions) {
  const auto correlation = [&](double alpha) {
    return std::clamp(alpha / (questions - alpha * (questions - 1)), 0.0, 1.0);
  };
  return {correlation(low), correlation(high)};
}

CompositeAudit::CompositeAudit(std::vector<CompositeLimit> limits, const Alike& alike)
    : limits_(std::move(limits)), alike_(alike) {}

bool CompositeAudit::follows(const StatedDifference& difference) const {
  const CompositeSums& sums = limits_.front().sums;
  return Test{sums.size(), limits_.front().level, alike_}.follows(sums.all(), difference);
}

bool CompositeAudit::is_safe(const std::vector<GroupPair>& pairs, const Said& said) {
  bool can_be = false;
  for (auto& [level, sums] : limits_) {
    if (!sums.can_be()) continue;
    can_be = true;
    const Test test{sums.size(), level, alike_};
    const auto fits = [&](const ShareSums& shares) { return test.short_of(shares, pairs, said) <= 0; };
    if (sums.free(fits, false).empty()) return false;
  }
  return can_be;
}

std::vector<StatedDifference> CompositeAudit::tellable(const std::vector<StatedDifference>& supported) {
  std::vector<StatedDifference> told;
  const auto follows = [this](const StatedDifference& difference) { return this->follows(difference); };
  const std::vector<GroupPair> open = open_pairs(limits_.front().sums.size().people.size(), follows, supported, told);
  const bool is_of_nobody = limits_.front().sums.never_few();
  StatementChoice choice(open, [&](const std::vector<GroupPair>& pairs, const Said& said) {
    return is_of_nobody || is_safe(pairs, said);
  });
  said_ = choice.chosen(supported);
  pairs_ = choice.pairs();
  const std::vector<StatedDifference> more = choice.differences(said_);
  told.insert(told.end(), more.begin(), more.end());
  return told;
}

std::vector<std::vector<ShareSums>> CompositeAudit::sums() {
  std::vector<std::vector<ShareSums>> result;
  for (auto& [level, sums] : limits_) {
    result.emplace_back();
    if (!sums.can_be()) continue;
    const Test test{sums.size(), level, alike_};
    const auto fits = [&](const ShareSums& shares) { return test.short_of(shares, pairs_, said_) <= 0; };
    result.back() = sums.free(fits, true);
    if (result.back().empty()) result.back().push_back(sums.all());
  }
  return result;
}

std::vector<StatedDifference> tellable_over_all(const std::vector<std::vector<std::vector<ShareSums>>>& elements,
                                                const CompositeSize& size, const std::vector<double>& levels,
                                                const Alike& alike, const std::vector<StatedDifference>& supported) {
  std::vector<Together> limits;
  for (std::size_t i = 0; i < levels.size(); ++i) {
    Together together(elements[i], {size, levels[i], alike});
    if (together.can_be()) limits.push_back(together);
  }
  std::vector<StatedDifference> told;
  if (limits.empty()) return told;
  const auto follows = [&](const StatedDifference& difference) {
    return std::all_of(limits.begin(), limits.end(),
                       [&](const Together& at) { return at.test().follows(at.all(), difference); });
  };
  const std::vector<GroupPair> open = open_pairs(size.people.size(), follows, supported, told);
  StatementChoice choice(open, [&](const std::vector<GroupPair>& pairs, const Said& said) {
    return std::all_of(limits.begin(), limits.end(), [&](const Together& at) { return at.tell(pairs, said); });
  });
  const std::vector<StatedDifference> more = choice.differences(choice.chosen(supported));
  told.insert(told.end(), more.begin(), more.end());
  return told;
}

}  // namespace houvast::inline v0_1::detail
