#pragma once

// What the betweenness kernels and their driver share: plain data, because the kernels are compiled once per
// instruction set and may not instantiate anything that others share.

#include <cstdint>

#include "graph/detail_rows.hpp"

namespace houvast::inline v0_1::graph::detail {

inline constexpr int kBatch = 8;  ///< sources at once

/// Working memory; all zero between batches. Arrays of doubles hold kBatch lanes per node, on 64 bytes.
struct BatchSpace {
  double* paths;              ///< number of shortest paths from each source
  double* wave;               ///< forward: paths of nodes on the current level; back: coefficient of the level behind
  double* sum;                ///< forward: paths that arrive; back: dependency of each source
  std::uint8_t* visited;      ///< one bit per lane
  std::uint8_t* flagged;      ///< arrived at on this level
  std::int32_t* arrived;      ///< nodes flagged
  std::int32_t* touched;      ///< nodes visited by any lane
  std::int32_t* entry;        ///< nodes level by level, kBatch * nodes of them at most
  std::uint8_t* entry_bits;   ///< the lanes for which the node is on that level
  std::int64_t* level_start;  ///< nodes + 2 of them
};

/// How much work a batch was: entries are (node, level), lane visits (node, lane).
struct BatchCost {
  std::int64_t entries;
  std::int64_t lane_visits;
  std::int64_t nodes;   ///< visited by any lane
  std::int64_t levels;  ///< the sources' own included
};

/// Adds the dependencies of up to kBatch sources on every node to `total` (kBatch lanes per node).
using BatchKernel = BatchCost (*)(const ArcRows& rows, const std::int32_t* sources, int count, const BatchSpace& space,
                                  double* total);

/// The kernel for an instruction set, or null when this build has none.
BatchKernel betweenness_kernel_base() noexcept;
BatchKernel betweenness_kernel_avx2() noexcept;
BatchKernel betweenness_kernel_avx512() noexcept;

}  // namespace houvast::inline v0_1::graph::detail
