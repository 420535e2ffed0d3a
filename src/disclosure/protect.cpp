#include "disclosure/protect.hpp"

#include <algorithm>
#include <numeric>

namespace houvast::inline v0_1::detail {
namespace {

// A step of a distribution holds so many people more than the threshold.
constexpr std::int64_t kRoom = 2;

}  // namespace

std::int64_t steps_of(std::int64_t n, std::int64_t threshold) {
  if (n < threshold) return 0;
  for (const std::int64_t steps : {20, 10, 4}) {
    if (n >= steps * threshold) return steps;
  }
  return 2;
}

std::string n_band(std::int64_t n, std::int64_t threshold) {
  std::int64_t from = 0;
  for (const std::int64_t times : {1, 2, 4, 10, 20, 40}) {
    const std::int64_t next = times * threshold;
    if (n < next) return std::to_string(from) + "–" + std::to_string(next - 1);
    from = next;
  }
  return std::to_string(from) + "+";
}

ReleasedShare step_share(std::int64_t count, std::int64_t n, std::int64_t steps) {
  const std::int64_t step = n == 0 ? 0 : std::min(count * steps / n, steps - 1);
  const auto edge = [steps](std::int64_t at) { return static_cast<double>(at) / static_cast<double>(steps); };
  return {edge(step), edge(step + 1)};
}

ToldCount told_count(std::int64_t count, std::int64_t people, std::int64_t steps) {
  return counts_of_step(people == 0 ? 0 : std::min(count * steps / people, steps - 1), people, steps);
}

std::int64_t roomy_steps_of(std::int64_t n, std::int64_t threshold) {
  for (const std::int64_t steps : {20, 10, 4, 2}) {
    if (n >= steps * (threshold + kRoom)) return steps;
  }
  return 0;
}

std::int64_t fewest_of_group(std::int64_t threshold) {
  return 2 * (threshold + kRoom);
}

std::vector<ReleasedBin> told_distribution(const std::vector<std::int64_t>& counts, int min, std::int64_t threshold) {
  const std::int64_t n = std::accumulate(counts.begin(), counts.end(), std::int64_t{0});
  const std::int64_t steps = roomy_steps_of(n, threshold);
  std::vector<ReleasedBin> told;
  if (steps == 0) return told;
  for (std::size_t i = 0; i < counts.size(); ++i) {
    told.push_back({min + static_cast<int>(i), step_share(counts[i], n, steps)});
  }
  return told;
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

}  // namespace houvast::inline v0_1::detail
