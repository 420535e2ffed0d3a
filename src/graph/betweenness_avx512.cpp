// The betweenness kernel for machines with AVX-512 (F, BW, DQ, VL); dependencies.cpp chooses at run time.
#if defined(__AVX512F__) && defined(__AVX512DQ__) && defined(__AVX512BW__) && defined(__AVX512VL__)

#include "graph/detail_betweenness_kernel.hpp"

namespace houvast::inline v0_1::graph::detail {

BatchKernel betweenness_kernel_avx512() noexcept {
  return run_batch;
}

}  // namespace houvast::inline v0_1::graph::detail

#else

#include "graph/detail_betweenness.hpp"

namespace houvast::inline v0_1::graph::detail {

BatchKernel betweenness_kernel_avx512() noexcept {
  return nullptr;
}

}  // namespace houvast::inline v0_1::graph::detail

#endif
