#pragma once

#include <cstdint>

#include "base/bits.hpp"
#include "scoring/moments_kernel.hpp"

/// The code of the kernels, for the translation units that compile it and for nobody else.
namespace houvast::inline v0_1::stats::detail {

// Internal linkage: each translation unit compiles its own copy for its own instruction set.
namespace {

// Four columns at once, so that one load of `left` serves four products.
void products_of_block(const std::int16_t* left, const std::int16_t* right, std::int64_t items, bool symmetric,
                       std::int64_t* sums) {
  for (std::int64_t i = 0; i < items; ++i) {
    const std::int16_t* a = left + i * kBlockRows;
    std::int64_t* row = sums + i * items;
    std::int64_t j = symmetric ? i : 0;
    for (; j + 4 <= items; j += 4) {
      const std::int16_t* b = right + j * kBlockRows;
      std::int32_t s0 = 0, s1 = 0, s2 = 0, s3 = 0;
      for (int r = 0; r < kBlockRows; ++r) {
        s0 += std::int32_t{a[r]} * b[r];
        s1 += std::int32_t{a[r]} * b[r + kBlockRows];
        s2 += std::int32_t{a[r]} * b[r + 2 * kBlockRows];
        s3 += std::int32_t{a[r]} * b[r + 3 * kBlockRows];
      }
      row[j] += s0;
      row[j + 1] += s1;
      row[j + 2] += s2;
      row[j + 3] += s3;
    }
    for (; j < items; ++j) {
      const std::int16_t* b = right + j * kBlockRows;
      std::int32_t sum = 0;
      for (int r = 0; r < kBlockRows; ++r) sum += std::int32_t{a[r]} * b[r];
      row[j] += sum;
    }
  }
}

// Without branches and in 64-bit steps, so that compilers vectorise it.
std::int64_t convert_values(const double* values, std::int64_t count, std::int16_t* code, std::int16_t* there) {
  constexpr std::int64_t kMagnitude = 0x7FFFFFFFFFFFFFFF;  // all bits but the sign
  constexpr std::int64_t kInfinity = 0x7FF0000000000000;   // NaN lies above it
  constexpr auto kLargest = houvast::detail::bit_cast<std::int64_t>(double{kLargestBlockCode});
  constexpr double kWhole = 6755399441055744.0;  // 1.5 × 2^52: the last bits of a sum with it are the whole number
  std::int64_t missing = 0, wrong = 0;
  for (std::int64_t i = 0; i < count; ++i) {
    const auto bits = houvast::detail::bit_cast<std::int64_t>(values[i]);
    const std::int64_t is_nan = (bits & kMagnitude) > kInfinity ? -1 : 0;
    const std::int64_t known_bits = bits & ~is_nan;
    const auto known = houvast::detail::bit_cast<double>(known_bits);
    const double shifted = known + kWhole;
    const std::int64_t too_large = (known_bits & kMagnitude) > kLargest ? 1 : 0;
    const std::int64_t broken = shifted - kWhole != known ? 1 : 0;
    wrong |= too_large | broken;
    missing -= is_nan;
    code[i] = static_cast<std::int16_t>(houvast::detail::bit_cast<std::int64_t>(shifted));
    there[i] = static_cast<std::int16_t>(is_nan + 1);
  }
  return wrong != 0 ? -1 : missing;
}

}  // namespace
}  // namespace houvast::inline v0_1::stats::detail
