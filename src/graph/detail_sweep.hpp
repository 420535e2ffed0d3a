#pragma once

// What the kernels of the bit-parallel breadth-first search and their driver share: plain data, because the kernels are
// compiled once per instruction set and may not instantiate anything that others share.

#include <cstdint>

#include "graph/detail_rows.hpp"

namespace houvast::inline v0_1::graph::detail {

inline constexpr int kSweepWords = 8;
inline constexpr int kSweepBits = 64 * kSweepWords;  ///< sources at once

/// What a node gathers from the sources that reach it, itself left out.
struct SweepTotals {
  std::int64_t reached = 0;  ///< number of sources
  std::int64_t farness = 0;  ///< sum of distances
  double harmonic = 0.0;     ///< sum of 1 / distance
};

/// Working memory; all zero between batches. Arrays of bits hold kSweepWords words per node, on 64 bytes.
struct SweepSpace {
  std::uint64_t* seen;      ///< sources that have reached the node
  std::uint64_t* wave;      ///< ... on the current level
  std::uint64_t* arriving;  ///< ... on the next level
  std::uint8_t* complete;   ///< reached by all sources
  std::int32_t* current;    ///< nodes on the current level
  std::int32_t* following;  ///< nodes on the next level
  std::int32_t* touched;    ///< nodes reached by any source
};

/// Searches from up to kSweepBits sources along `out` rows, up to `most_steps` steps, and adds to `totals` (one per
/// node). `farthest` gets each source's distance to the farthest node that it reaches.
using SweepKernel = void (*)(const ArcRows& rows, const std::int32_t* sources, int count, std::int32_t most_steps,
                             const SweepSpace& space, SweepTotals* totals, std::int32_t* farthest);

/// The kernel for an instruction set, or null when this build has none.
SweepKernel sweep_kernel_base() noexcept;
SweepKernel sweep_kernel_avx2() noexcept;
SweepKernel sweep_kernel_avx512() noexcept;

}  // namespace houvast::inline v0_1::graph::detail
