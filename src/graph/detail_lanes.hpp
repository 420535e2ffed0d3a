#pragma once

// Eight doubles and 512 bits at once, in the widest registers that this translation unit may use.
//
// For the files that exist once per instruction set: everything here has internal linkage and nothing of the standard
// library is instantiated, so that no code for a newer machine can end up in a function that others share.

#include <cstdint>

#if defined(__SSE2__)
#include <immintrin.h>
#endif

namespace houvast::inline v0_1::graph::detail {
namespace {

#if defined(__AVX512F__)

struct Lanes {
  __m512d v;
};
inline Lanes zero_lanes() {
  return {_mm512_setzero_pd()};
}
inline Lanes one_lanes() {
  return {_mm512_set1_pd(1.0)};
}
inline Lanes load(const double* from) {
  return {_mm512_load_pd(from)};
}
inline void store(double* to, Lanes a) {
  _mm512_store_pd(to, a.v);
}
inline Lanes operator+(Lanes a, Lanes b) {
  return {_mm512_add_pd(a.v, b.v)};
}
inline Lanes operator*(Lanes a, Lanes b) {
  return {_mm512_mul_pd(a.v, b.v)};
}
inline Lanes operator/(Lanes a, Lanes b) {
  return {_mm512_div_pd(a.v, b.v)};
}
/// One bit per lane that is not 0.
inline unsigned nonzero(Lanes a) {
  return _mm512_cmp_pd_mask(a.v, _mm512_setzero_pd(), _CMP_NEQ_UQ);
}
/// The lanes whose bit is set, 0 in the others.
inline Lanes keep(Lanes a, unsigned bits) {
  return {_mm512_maskz_mov_pd(static_cast<__mmask8>(bits), a.v)};
}

#elif defined(__AVX2__)

alignas(32) constexpr std::int64_t kLaneMask[16][4] = {
    {0, 0, 0, 0},   {-1, 0, 0, 0},   {0, -1, 0, 0},   {-1, -1, 0, 0},  {0, 0, -1, 0},  {-1, 0, -1, 0},
    {0, -1, -1, 0}, {-1, -1, -1, 0}, {0, 0, 0, -1},   {-1, 0, 0, -1},  {0, -1, 0, -1}, {-1, -1, 0, -1},
    {0, 0, -1, -1}, {-1, 0, -1, -1}, {0, -1, -1, -1}, {-1, -1, -1, -1}};

struct Lanes {
  __m256d v0, v1;
};
inline Lanes zero_lanes() {
  return {_mm256_setzero_pd(), _mm256_setzero_pd()};
}
inline Lanes one_lanes() {
  return {_mm256_set1_pd(1.0), _mm256_set1_pd(1.0)};
}
inline Lanes load(const double* from) {
  return {_mm256_load_pd(from), _mm256_load_pd(from + 4)};
}
inline void store(double* to, Lanes a) {
  _mm256_store_pd(to, a.v0);
  _mm256_store_pd(to + 4, a.v1);
}
inline Lanes operator+(Lanes a, Lanes b) {
  return {_mm256_add_pd(a.v0, b.v0), _mm256_add_pd(a.v1, b.v1)};
}
inline Lanes operator*(Lanes a, Lanes b) {
  return {_mm256_mul_pd(a.v0, b.v0), _mm256_mul_pd(a.v1, b.v1)};
}
inline Lanes operator/(Lanes a, Lanes b) {
  return {_mm256_div_pd(a.v0, b.v0), _mm256_div_pd(a.v1, b.v1)};
}
inline unsigned nonzero(Lanes a) {
  const __m256d zero = _mm256_setzero_pd();
  const int low = _mm256_movemask_pd(_mm256_cmp_pd(a.v0, zero, _CMP_NEQ_UQ));
  const int high = _mm256_movemask_pd(_mm256_cmp_pd(a.v1, zero, _CMP_NEQ_UQ));
  return static_cast<unsigned>(low | (high << 4));
}
inline __m256d lane_mask(unsigned bits) {
  return _mm256_castsi256_pd(_mm256_load_si256(reinterpret_cast<const __m256i*>(kLaneMask[bits])));
}
inline Lanes keep(Lanes a, unsigned bits) {
  return {_mm256_and_pd(a.v0, lane_mask(bits & 15U)), _mm256_and_pd(a.v1, lane_mask(bits >> 4))};
}

#elif defined(__SSE2__)

alignas(16) constexpr std::int64_t kLaneMask[4][2] = {{0, 0}, {-1, 0}, {0, -1}, {-1, -1}};

struct Lanes {
  __m128d v0, v1, v2, v3;
};
inline Lanes zero_lanes() {
  return {_mm_setzero_pd(), _mm_setzero_pd(), _mm_setzero_pd(), _mm_setzero_pd()};
}
inline Lanes one_lanes() {
  return {_mm_set1_pd(1.0), _mm_set1_pd(1.0), _mm_set1_pd(1.0), _mm_set1_pd(1.0)};
}
inline Lanes load(const double* from) {
  return {_mm_load_pd(from), _mm_load_pd(from + 2), _mm_load_pd(from + 4), _mm_load_pd(from + 6)};
}
inline void store(double* to, Lanes a) {
  _mm_store_pd(to, a.v0);
  _mm_store_pd(to + 2, a.v1);
  _mm_store_pd(to + 4, a.v2);
  _mm_store_pd(to + 6, a.v3);
}
inline Lanes operator+(Lanes a, Lanes b) {
  return {_mm_add_pd(a.v0, b.v0), _mm_add_pd(a.v1, b.v1), _mm_add_pd(a.v2, b.v2), _mm_add_pd(a.v3, b.v3)};
}
inline Lanes operator*(Lanes a, Lanes b) {
  return {_mm_mul_pd(a.v0, b.v0), _mm_mul_pd(a.v1, b.v1), _mm_mul_pd(a.v2, b.v2), _mm_mul_pd(a.v3, b.v3)};
}
inline Lanes operator/(Lanes a, Lanes b) {
  return {_mm_div_pd(a.v0, b.v0), _mm_div_pd(a.v1, b.v1), _mm_div_pd(a.v2, b.v2), _mm_div_pd(a.v3, b.v3)};
}
inline unsigned nonzero(Lanes a) {
  const __m128d zero = _mm_setzero_pd();
  const int bits = _mm_movemask_pd(_mm_cmpneq_pd(a.v0, zero)) | (_mm_movemask_pd(_mm_cmpneq_pd(a.v1, zero)) << 2) |
                   (_mm_movemask_pd(_mm_cmpneq_pd(a.v2, zero)) << 4) |
                   (_mm_movemask_pd(_mm_cmpneq_pd(a.v3, zero)) << 6);
  return static_cast<unsigned>(bits);
}
inline __m128d lane_mask(unsigned bits) {
  return _mm_castsi128_pd(_mm_load_si128(reinterpret_cast<const __m128i*>(kLaneMask[bits & 3U])));
}
inline Lanes keep(Lanes a, unsigned bits) {
  return {_mm_and_pd(a.v0, lane_mask(bits)), _mm_and_pd(a.v1, lane_mask(bits >> 2)),
          _mm_and_pd(a.v2, lane_mask(bits >> 4)), _mm_and_pd(a.v3, lane_mask(bits >> 6))};
}

#else

struct Lanes {
  double v[8];
};
inline Lanes zero_lanes() {
  return {{0, 0, 0, 0, 0, 0, 0, 0}};
}
inline Lanes one_lanes() {
  return {{1, 1, 1, 1, 1, 1, 1, 1}};
}
inline Lanes load(const double* from) {
  Lanes a;
  for (int i = 0; i < 8; ++i) a.v[i] = from[i];
  return a;
}
inline void store(double* to, Lanes a) {
  for (int i = 0; i < 8; ++i) to[i] = a.v[i];
}
inline Lanes operator+(Lanes a, Lanes b) {
  for (int i = 0; i < 8; ++i) a.v[i] += b.v[i];
  return a;
}
inline Lanes operator*(Lanes a, Lanes b) {
  for (int i = 0; i < 8; ++i) a.v[i] *= b.v[i];
  return a;
}
inline Lanes operator/(Lanes a, Lanes b) {
  for (int i = 0; i < 8; ++i) a.v[i] /= b.v[i];
  return a;
}
inline unsigned nonzero(Lanes a) {
  unsigned bits = 0;
  for (unsigned i = 0; i < 8; ++i) bits |= (a.v[i] != 0.0 ? 1U : 0U) << i;
  return bits;
}
inline Lanes keep(Lanes a, unsigned bits) {
  for (unsigned i = 0; i < 8; ++i) a.v[i] = (bits >> i & 1U) != 0 ? a.v[i] : 0.0;
  return a;
}

#endif

}  // namespace
}  // namespace houvast::inline v0_1::graph::detail
