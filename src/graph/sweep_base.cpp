// The bit-parallel search for every machine; sweep.cpp chooses at run time.
#include "graph/detail_sweep_kernel.hpp"

namespace houvast::inline v0_1::graph::detail {

SweepKernel sweep_kernel_base() noexcept {
  return run_sweep;
}

}  // namespace houvast::inline v0_1::graph::detail
