#include "scoring/ranks.hpp"

#include <algorithm>
#include <functional>
#include <numeric>

#include "base/index.hpp"
#include "scoring/support.hpp"

namespace houvast::inline v0_1::stats::detail {
using houvast::detail::as_size;
using houvast::detail::at;

Ranks ranks_of(std::span<const double> values) {
  std::vector<std::size_t> order(values.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return values[a] < values[b]; });
  Ranks ranks;
  ranks.doubled.resize(values.size());
  for (std::size_t first = 0; first < order.size();) {
    std::size_t end = first + 1;
    while (end < order.size() && values[order[end]] == values[order[first]]) ++end;
    // Ranks first + 1 to end: their mean, twice.
    for (std::size_t i = first; i < end; ++i) ranks.doubled[order[i]] = static_cast<std::int64_t>(first + 1 + end);
    const auto size = static_cast<double>(end - first);
    ranks.tie_sum += size * size * size - size;
    ranks.ties = ranks.ties || end - first > 1;
    first = end;
  }
  return ranks;
}

double Tails::p_value(Alternative alternative) const noexcept {
  switch (alternative) {
    case Alternative::kLess:
      return at_most;
    case Alternative::kGreater:
      return at_least;
    case Alternative::kTwoSided:
      break;
  }
  return std::min(1.0, 2 * std::min(at_most, at_least));
}

namespace {

Tails tails_of(std::span<const double> weight, double total, std::int64_t observed) {
  const auto place = as_size(observed);
  Tails tails;
  tails.at_most = std::min(1.0, std::accumulate(weight.begin(), weight.begin() + observed + 1, 0.0) / total);
  // From the far end, so that small probabilities are added first.
  tails.at_least =
      std::min(1.0, std::accumulate(weight.rbegin(), weight.rend() - static_cast<std::ptrdiff_t>(place), 0.0) / total);
  return tails;
}

}  // namespace

Tails signed_sum_tails(std::span<const std::int64_t> ranks, std::int64_t observed) {
  const std::int64_t total = std::accumulate(ranks.begin(), ranks.end(), std::int64_t{0});
  std::vector<double> probability(as_size(total) + 1);
  probability[0] = 1;
  std::int64_t reached = 0;
  for (const std::int64_t rank : ranks) {
    reached += rank;
    for (std::int64_t sum = reached; sum >= 0; --sum) {
      const double without = at(probability, sum);
      const double with = sum >= rank ? at(probability, sum - rank) : 0;
      at(probability, sum) = (without + with) / 2;
    }
  }
  return tails_of(probability, 1, observed);
}

Tails chosen_sum_tails(std::span<const std::int64_t> ranks, std::int64_t chosen, std::int64_t observed) {
  constexpr double kMostWork = 2e9;
  std::vector<std::int64_t> sorted(ranks.begin(), ranks.end());
  std::sort(sorted.begin(), sorted.end(), std::greater<>());
  const std::int64_t largest = std::accumulate(sorted.begin(), sorted.begin() + chosen, std::int64_t{0});
  const auto n = static_cast<std::int64_t>(ranks.size());
  if (n > kMostExact ||
      static_cast<double>(n) * static_cast<double>(chosen) * static_cast<double>(largest) > kMostWork) {
    fail("HV-302", argument("method"), "exact", {"problem.expected.approximate_for_answers"});
  }
  // ways[count][sum]: how many choices of `count` ranks have that sum.
  const std::int64_t width = largest + 1;
  std::vector<double> ways(as_size((chosen + 1) * width));
  ways[0] = 1;
  std::int64_t seen = 0;
  for (const std::int64_t rank : sorted) {
    ++seen;
    for (std::int64_t count = std::min(seen, chosen); count >= 1; --count) {
      double* to = ways.data() + count * width;
      const double* from = to - width;
      for (std::int64_t sum = rank; sum < width; ++sum) to[sum] += from[sum - rank];
    }
  }
  const std::span<const double> last(ways.data() + chosen * width, as_size(width));
  return tails_of(last, std::accumulate(last.begin(), last.end(), 0.0), observed);
}

}  // namespace houvast::inline v0_1::stats::detail
