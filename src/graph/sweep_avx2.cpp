// The bit-parallel search for machines with AVX2; sweep.cpp chooses at run time.
#if defined(__AVX2__)

#include "graph/detail_sweep_kernel.hpp"

namespace houvast::inline v0_1::graph::detail {

SweepKernel sweep_kernel_avx2() noexcept {
  return run_sweep;
}

}  // namespace houvast::inline v0_1::graph::detail

#else

#include "graph/detail_sweep.hpp"

namespace houvast::inline v0_1::graph::detail {

SweepKernel sweep_kernel_avx2() noexcept {
  return nullptr;
}

}  // namespace houvast::inline v0_1::graph::detail

#endif
