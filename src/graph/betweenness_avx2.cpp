// The betweenness kernel for machines with AVX2; dependencies.cpp chooses at run time.
#if defined(__AVX2__)

#include "graph/detail_betweenness_kernel.hpp"

namespace houvast::inline v0_1::graph::detail {

BatchKernel betweenness_kernel_avx2() noexcept {
  return run_batch;
}

}  // namespace houvast::inline v0_1::graph::detail

#else

#include "graph/detail_betweenness.hpp"

namespace houvast::inline v0_1::graph::detail {

BatchKernel betweenness_kernel_avx2() noexcept {
  return nullptr;
}

}  // namespace houvast::inline v0_1::graph::detail

#endif
