// The betweenness kernel for every machine; dependencies.cpp chooses at run time.
#include "graph/detail_betweenness_kernel.hpp"

namespace houvast::graph::detail {

BatchKernel betweenness_kernel_base() noexcept {
  return run_batch;
}

}  // namespace houvast::graph::detail
