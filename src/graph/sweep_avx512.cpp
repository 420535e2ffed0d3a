// The bit-parallel search for machines with AVX-512 (F, BW, DQ, VL); sweep.cpp chooses at run time.
#if defined(__AVX512F__) && defined(__AVX512DQ__) && defined(__AVX512BW__) && defined(__AVX512VL__)

#include "graph/detail_sweep_kernel.hpp"

namespace houvast::inline v0_1::graph::detail {

SweepKernel sweep_kernel_avx512() noexcept {
  return run_sweep;
}

}  // namespace houvast::inline v0_1::graph::detail

#else

#include "graph/detail_sweep.hpp"

namespace houvast::inline v0_1::graph::detail {

SweepKernel sweep_kernel_avx512() noexcept {
  return nullptr;
}

}  // namespace houvast::inline v0_1::graph::detail

#endif
