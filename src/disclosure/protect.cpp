#include "disclosure/protect.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace houvast::detail {

std::string n_band(std::int64_t n) {
  constexpr std::int64_t kEdges[] = {0, 5, 10, 20, 50, 100, 200};
  for (std::size_t i = 0; i + 1 < std::size(kEdges); ++i) {
    if (n < kEdges[i + 1]) return std::to_string(kEdges[i]) + "–" + std::to_string(kEdges[i + 1] - 1);
  }
  return "200+";
}

double rounded_share(double share, std::int64_t n) {
  const double step = n >= kPercentileMinimum ? 100 : 20;
  return std::round(share * step) / step;
}

ReleasedShare protected_share(std::int64_t count, std::int64_t n, const std::optional<Interval>& interval,
                              std::int64_t threshold) {
  const std::int64_t rest = n - count;
  const auto fine = [threshold](std::int64_t side) { return side == 0 || side >= threshold; };
  const double share = static_cast<double>(count) / static_cast<double>(n);
  const bool nearly_all = std::max(count, rest) * 10 >= n * 9;
  if (fine(count) && fine(rest) && !nearly_all) {
    const double step = n >= kPercentileMinimum ? 100 : 20;
    ReleasedShare released{rounded_share(share, n), 0, 1};
    if (interval) {
      released.low = std::floor(interval->low * step) / step;
      released.high = std::ceil(interval->high * step) / step;
    }
    return released;
  }
  const double quarter = std::min(std::floor(share * 4), 3.0);
  return {std::nullopt, quarter / 4, (quarter + 1) / 4};
}

std::vector<ReleasedBin> collapsed(const std::vector<std::int64_t>& counts, int min, std::int64_t boundary,
                                   std::int64_t threshold) {
  struct Bin {
    std::size_t from, to;
    std::int64_t count;
  };
  const std::int64_t n = std::accumulate(counts.begin(), counts.end(), std::int64_t{0});
  std::vector<ReleasedBin> result;
  if (n == 0) return result;
  const auto split =
      static_cast<std::size_t>(std::clamp<std::int64_t>(boundary, 0, static_cast<std::int64_t>(counts.size())));
  const auto add_side = [&](std::size_t begin, std::size_t end) {
    std::vector<Bin> bins;
    for (std::size_t i = begin; i < end; ++i) bins.push_back({i, i, counts[i]});
    while (true) {
      const auto small = std::find_if(bins.begin(), bins.end(),
                                      [&](const Bin& bin) { return bin.count > 0 && bin.count < threshold; });
      if (small == bins.end()) break;
      if (bins.size() == 1) return false;
      const auto at = static_cast<std::size_t>(small - bins.begin());
      const bool left = at > 0 && (at + 1 == bins.size() || bins[at - 1].count <= bins[at + 1].count);
      const std::size_t first = left ? at - 1 : at;
      bins[first] = {bins[first].from, bins[first + 1].to, bins[first].count + bins[first + 1].count};
      bins.erase(bins.begin() + static_cast<std::ptrdiff_t>(first) + 1);
    }
    for (const Bin& bin : bins) {
      const double share = static_cast<double>(bin.count) / static_cast<double>(n);
      result.push_back({min + static_cast<int>(bin.from), min + static_cast<int>(bin.to), rounded_share(share, n)});
    }
    return true;
  };
  if (!add_side(0, split) || !add_side(split, counts.size())) return {};
  return result;
}

std::vector<int> published_groups(const std::vector<std::int64_t>& asked, const std::vector<std::int64_t>& answered,
                                  std::int64_t threshold) {
  std::vector<int> own(asked.size());
  std::int64_t together_asked = 0, together_answered = 0;
  const auto join = [&](std::size_t g) {
    own[g] = -1;
    together_asked += asked[g];
    together_answered += answered[g];
  };
  for (std::size_t g = 0; g < asked.size(); ++g) {
    own[g] = static_cast<int>(g);
    if (asked[g] < threshold || answered[g] < threshold) join(g);
  }
  // What goes together must itself be large enough, or subtraction from the total would reveal it.
  while (together_asked > 0 && (together_asked < threshold || together_answered < threshold)) {
    std::size_t smallest = asked.size();
    for (std::size_t g = 0; g < asked.size(); ++g) {
      if (own[g] >= 0 && (smallest == asked.size() || answered[g] < answered[smallest])) smallest = g;
    }
    if (smallest == asked.size()) break;
    join(smallest);
  }
  return own;
}

std::vector<bool> hidden_cells(const std::vector<std::int64_t>& n, std::int64_t threshold) {
  std::vector<bool> hidden(n.size());
  std::int64_t sum = 0, cells = 0;
  const auto hide = [&](std::size_t g) {
    hidden[g] = true;
    sum += n[g];
    ++cells;
  };
  for (std::size_t g = 0; g < n.size(); ++g) {
    if (n[g] < threshold) hide(g);
  }
  while (cells > 0 && (sum < threshold || cells == 1)) {
    std::size_t smallest = n.size();
    for (std::size_t g = 0; g < n.size(); ++g) {
      if (!hidden[g] && (smallest == n.size() || n[g] < n[smallest])) smallest = g;
    }
    if (smallest == n.size()) break;
    hide(smallest);
  }
  return hidden;
}

}  // namespace houvast::detail
