#include "scoring/step_down.hpp"

#include <algorithm>
#include <limits>
#include <numeric>

#include "houvast/base/stop.hpp"

namespace houvast::inline v0_1::detail {
namespace {

// The tail of 11 standard errors; a sum over so many people has no longer one.
constexpr double kSure = 1e-30;
constexpr double kManyPeople = 2000;

}  // namespace

bool is_sure(double p, double people) {
  return people >= kManyPeople && p < kSure;
}

std::vector<double> step_down(std::span<const double> observed, const DrawAgain& draw, std::int64_t draws, double alpha,
                              const std::vector<bool>& sure) {
  const std::size_t m = observed.size();
  std::vector<std::size_t> order(m);
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return observed[a] < observed[b]; });
  std::size_t first = 0;
  while (first < m && !sure.empty() && sure[order[first]]) ++first;
  std::vector<std::int64_t> as_small(m);
  std::vector<double> drawn(m), adjusted(m, 1.0);
  const double all = static_cast<double>(draws) + 1;
  std::size_t reached = m;  // from here on nothing can reach alpha
  for (std::int64_t d = 0; d < draws && first < reached; ++d) {
    stop_point();
    draw(drawn);
    double smallest = std::numeric_limits<double>::infinity();
    for (std::size_t k = m; k-- > first;) {
      smallest = std::min(smallest, drawn[order[k]]);
      // Equal but for the last bits counts as equal, so that compilers agree.
      as_small[k] += smallest <= observed[order[k]] * (1 + 1e-9) ? 1 : 0;
    }
    if (static_cast<double>(as_small[first] + 1) > alpha * all) reached = first;
  }
  double largest = 0;
  for (std::size_t k = 0; k < reached; ++k) {
    largest = std::max(largest, static_cast<double>(as_small[k] + 1) / all);
    adjusted[order[k]] = largest;
  }
  return adjusted;
}

}  // namespace houvast::inline v0_1::detail
