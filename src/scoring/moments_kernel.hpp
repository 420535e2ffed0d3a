#pragma once

#include <cstdint>

/// The inner loops of item moments: whole numbers of one block of respondents, compiled once per instruction set from
/// moments_kernel_code.hpp.
namespace houvast::inline v0_1::stats::detail {

inline constexpr int kBlockRows = 512;          ///< rows in a block, item after item, padded with zeros
inline constexpr int kLargestBlockCode = 1000;  ///< |code| for which a block's sum of products fits 32 bits

struct MomentKernels {
  /// sums[i × items + j] += sum over the block of left[i] × right[j], for j >= i only when `symmetric`.
  void (*products)(const std::int16_t* left, const std::int16_t* right, std::int64_t items, bool symmetric,
                   std::int64_t* sums);
  /// Values as small whole numbers, 0 where missing, and 1 in `there` where they are not missing.
  /// @return how many are missing, or -1 when one is not a whole number of at most kLargestBlockCode
  std::int64_t (*convert)(const double* values, std::int64_t count, std::int16_t* code, std::int16_t* there);
};

/// The fastest version that this machine runs; all give the same integers.
[[nodiscard]] MomentKernels moment_kernels() noexcept;

[[nodiscard]] MomentKernels moment_kernels_portable() noexcept;
#if defined(__x86_64__) && defined(__GNUC__)
[[nodiscard]] MomentKernels moment_kernels_avx2() noexcept;
[[nodiscard]] MomentKernels moment_kernels_avx512() noexcept;
#endif

}  // namespace houvast::inline v0_1::stats::detail
