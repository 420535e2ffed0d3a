// The betweenness kernel for every machine; dependencies.cpp chooses at run time.
#include "graph/detail_betweenness_kernel.hpp"

namespace houvast::inline v0_1::graph::detail {

BatchKernel betweenness_kernel_base() noexcept {
  return run_batch;
}

}  // namespace houvast::inline v0_1::graph::detail
