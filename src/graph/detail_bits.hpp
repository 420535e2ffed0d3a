#pragma once

// 512 bits at once, in the widest registers that this translation unit may use. Internal linkage throughout, like
// detail_lanes.hpp and for the same reason.

#include <cstdint>

#if defined(__SSE2__)
#include <immintrin.h>
#endif

namespace houvast::inline v0_1::graph::detail {
namespace {

#if defined(__AVX512F__)

struct Bits {
  __m512i v;
};
inline Bits no_bits() {
  return {_mm512_setzero_si512()};
}
inline Bits load_bits(const std::uint64_t* from) {
  return {_mm512_loadu_si512(from)};
}
inline void store_bits(std::uint64_t* to, Bits a) {
  _mm512_storeu_si512(to, a.v);
}
inline Bits operator|(Bits a, Bits b) {
  return {_mm512_or_si512(a.v, b.v)};
}
/// The bits of `a` that are not in `b`.
inline Bits without(Bits a, Bits b) {
  return {a.v & ~b.v};
}
inline bool any(Bits a) {
  return _mm512_test_epi64_mask(a.v, a.v) != 0;
}

#elif defined(__AVX2__)

struct Bits {
  __m256i v0, v1;
};
inline Bits no_bits() {
  return {_mm256_setzero_si256(), _mm256_setzero_si256()};
}
inline Bits load_bits(const std::uint64_t* from) {
  const auto* words = reinterpret_cast<const __m256i*>(from);
  return {_mm256_loadu_si256(words), _mm256_loadu_si256(words + 1)};
}
inline void store_bits(std::uint64_t* to, Bits a) {
  auto* words = reinterpret_cast<__m256i*>(to);
  _mm256_storeu_si256(words, a.v0);
  _mm256_storeu_si256(words + 1, a.v1);
}
inline Bits operator|(Bits a, Bits b) {
  return {_mm256_or_si256(a.v0, b.v0), _mm256_or_si256(a.v1, b.v1)};
}
inline Bits without(Bits a, Bits b) {
  return {_mm256_andnot_si256(b.v0, a.v0), _mm256_andnot_si256(b.v1, a.v1)};
}
inline bool any(Bits a) {
  const __m256i either = _mm256_or_si256(a.v0, a.v1);
  return _mm256_testz_si256(either, either) == 0;
}

#elif defined(__SSE2__)

struct Bits {
  __m128i v0, v1, v2, v3;
};
inline Bits no_bits() {
  return {_mm_setzero_si128(), _mm_setzero_si128(), _mm_setzero_si128(), _mm_setzero_si128()};
}
inline Bits load_bits(const std::uint64_t* from) {
  const auto* words = reinterpret_cast<const __m128i*>(from);
  return {_mm_loadu_si128(words), _mm_loadu_si128(words + 1), _mm_loadu_si128(words + 2), _mm_loadu_si128(words + 3)};
}
inline void store_bits(std::uint64_t* to, Bits a) {
  auto* words = reinterpret_cast<__m128i*>(to);
  _mm_storeu_si128(words, a.v0);
  _mm_storeu_si128(words + 1, a.v1);
  _mm_storeu_si128(words + 2, a.v2);
  _mm_storeu_si128(words + 3, a.v3);
}
inline Bits operator|(Bits a, Bits b) {
  return {_mm_or_si128(a.v0, b.v0), _mm_or_si128(a.v1, b.v1), _mm_or_si128(a.v2, b.v2), _mm_or_si128(a.v3, b.v3)};
}
inline Bits without(Bits a, Bits b) {
  return {_mm_andnot_si128(b.v0, a.v0), _mm_andnot_si128(b.v1, a.v1), _mm_andnot_si128(b.v2, a.v2),
          _mm_andnot_si128(b.v3, a.v3)};
}
inline bool any(Bits a) {
  const __m128i either = _mm_or_si128(_mm_or_si128(a.v0, a.v1), _mm_or_si128(a.v2, a.v3));
  return _mm_movemask_epi8(_mm_cmpeq_epi8(either, _mm_setzero_si128())) != 0xFFFF;
}

#else

struct Bits {
  std::uint64_t v[8];
};
inline Bits no_bits() {
  return {{0, 0, 0, 0, 0, 0, 0, 0}};
}
inline Bits load_bits(const std::uint64_t* from) {
  Bits a;
  for (int i = 0; i < 8; ++i) a.v[i] = from[i];
  return a;
}
inline void store_bits(std::uint64_t* to, Bits a) {
  for (int i = 0; i < 8; ++i) to[i] = a.v[i];
}
inline Bits operator|(Bits a, Bits b) {
  for (int i = 0; i < 8; ++i) a.v[i] |= b.v[i];
  return a;
}
inline Bits without(Bits a, Bits b) {
  for (int i = 0; i < 8; ++i) a.v[i] &= ~b.v[i];
  return a;
}
inline bool any(Bits a) {
  std::uint64_t either = 0;
  for (int i = 0; i < 8; ++i) either |= a.v[i];
  return either != 0;
}

#endif

/// How many of 512 bits are set.
inline std::int64_t count_bits(const std::uint64_t* words) {
#if defined(__POPCNT__)
  std::int64_t count = 0;
  for (int i = 0; i < 8; ++i) count += __builtin_popcountll(words[i]);
  return count;
#else
  // Bits in pairs, nibbles, bytes (each at most 64), then the sum of all bytes.
  constexpr std::uint64_t kOnes = 0x5555555555555555ULL, kTwos = 0x3333333333333333ULL, kFours = 0x0F0F0F0F0F0F0F0FULL;
  std::uint64_t bytes = 0;
  for (int i = 0; i < 8; ++i) {
    std::uint64_t word = words[i] - ((words[i] >> 1) & kOnes);
    word = (word & kTwos) + ((word >> 2) & kTwos);
    bytes += (word + (word >> 4)) & kFours;
  }
  return static_cast<std::int64_t>(
      (((bytes >> 8) & 0x00FF00FF00FF00FFULL) + (bytes & 0x00FF00FF00FF00FFULL)) * 0x0001000100010001ULL >> 48);
#endif
}

}  // namespace
}  // namespace houvast::inline v0_1::graph::detail
