#pragma once

#include <cstdint>

namespace houvast::inline v0_1::graph::detail {

/// Rows along which paths go on and rows along which they came, the same when undirected. Plain pointers, because the
/// kernels that are compiled once per instruction set use nothing else.
struct ArcRows {
  std::int32_t nodes;
  const std::uint32_t* out_offsets;
  const std::int32_t* out;
  const std::uint32_t* in_offsets;
  const std::int32_t* in;
};

}  // namespace houvast::inline v0_1::graph::detail
