#include "scoring/step_down.hpp"

#include <algorithm>
#include <limits>
#include <numeric>

#include "houvast/base/stop.hpp"

namespace houvast::detail {

std::vector<double> step_down(std::span<const double> observed, const DrawAgain& draw, std::int64_t draws,
                              double alpha) {
  const std::size_t m = observed.size();
  std::vector<std::size_t> order(m);
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return observed[a] < observed[b]; });
  std::vector<std::int64_t> as_small(m);
  std::vector<double> drawn(m), adjusted(m, 1.0);
  const double all = static_cast<double>(draws) + 1;
  for (std::int64_t d = 0; d < draws; ++d) {
    stop_point();
    draw(drawn);
    double smallest = std::numeric_limits<double>::infinity();
    for (std::size_t k = m; k-- > 0;) {
      smallest = std::min(smallest, drawn[order[k]]);
      // Equal but for the last bits counts as equal, so that compilers agree.
      as_small[k] += smallest <= observed[order[k]] * (1 + 1e-9) ? 1 : 0;
    }
    if (m == 0 || static_cast<double>(as_small.front() + 1) > alpha * all) return adjusted;
  }
  double largest = 0;
  for (std::size_t k = 0; k < m; ++k) {
    largest = std::max(largest, static_cast<double>(as_small[k] + 1) / all);
    adjusted[order[k]] = largest;
  }
  return adjusted;
}

}  // namespace houvast::detail
