#pragma once

#include <cstdint>
#include <limits>
#include <vector>

#include "houvast/graph/graph.hpp"

namespace houvast::inline v0_1::graph::detail {

/// Maximum flows in one graph between many pairs, every tie or arc having capacity 1.
/// @source Dinic (1970), Soviet Mathematics Doklady 11
class UnitFlow {
 public:
  explicit UnitFlow(const Graph& graph);

  /// The largest flow from `source` to another node `sink`, or `enough` when it is not smaller.
  [[nodiscard]] std::int64_t between(std::int64_t source, std::int64_t sink,
                                     std::int64_t enough = std::numeric_limits<std::int64_t>::max());

  /// Whether a node is on the source's side of the least cut that the last flow (not stopped by `enough`) found.
  [[nodiscard]] bool on_source_side(std::size_t node) const { return level_[node] >= 0; }

 private:
  [[nodiscard]] bool find_levels(std::int32_t source, std::int32_t sink);
  [[nodiscard]] bool augment(std::int32_t source, std::int32_t sink);

  std::vector<std::uint32_t> offsets_;
  std::vector<std::int32_t> head_;
  std::vector<std::uint32_t> partner_;  // the arc back
  std::vector<std::uint8_t> capacity_;  // at the start
  std::vector<std::uint8_t> residual_;  // now
  std::vector<std::int32_t> level_;     // steps from the source, -1 = not reached
  std::vector<std::uint32_t> next_;     // arc to try next
  std::vector<std::int32_t> queue_;
  std::vector<std::uint32_t> path_;  // arcs from the source to where the search is
};

}  // namespace houvast::inline v0_1::graph::detail
