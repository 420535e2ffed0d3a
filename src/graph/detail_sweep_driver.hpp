#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <vector>

#include "graph/detail_dispatch.hpp"
#include "graph/detail_sweep.hpp"
#include "houvast/graph/graph.hpp"

namespace houvast::inline v0_1::graph::detail {

/// How the searches are made. Every way gives the same counts and distances; sums of 1 / distance agree to rounding.
enum class SweepMethod {
  kByShape,   ///< one of the two below, by how long and narrow the graph looks from the first source
  kBatches,   ///< 512 sources at once
  kOneByOne,  ///< one source at a time: better where levels are a handful of nodes
};

struct SweepOptions {
  Direction direction = Direction::kOut;  ///< kOut: the sources search along arcs, kIn: against them, kAll: both ways
  std::int64_t most_steps = std::numeric_limits<std::int32_t>::max();
  int threads = 1;
  SweepMethod method = SweepMethod::kByShape;
  std::optional<InstructionSet> set = std::nullopt;  ///< nothing = the best there is
};

struct SweepResult {
  std::vector<SweepTotals> totals;     ///< per node: what it gathers from the sources that reach it
  std::vector<std::int32_t> farthest;  ///< per source, in their order: distance to the farthest node that it reaches
};

/// Breadth-first searches from many sources at once.
/// @param sources ids of different nodes
/// @complexity O(sources * (nodes + ties) / 512) word operations where searches share their way
/// @source Then et al. (2014), Proceedings of the VLDB Endowment 8(4), with counts per target
[[nodiscard]] SweepResult sweep(const Graph& graph, const std::vector<std::int64_t>& sources, SweepOptions options);

/// Whether `set` can be asked for.
[[nodiscard]] bool has_sweep_kernel(InstructionSet set) noexcept;

/// 0, 1, ... for "from everywhere".
[[nodiscard]] std::vector<std::int64_t> all_nodes(const Graph& graph);

}  // namespace houvast::inline v0_1::graph::detail
