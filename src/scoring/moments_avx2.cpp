#if defined(__x86_64__) && defined(__GNUC__)

#include "scoring/moments_kernel_code.hpp"

namespace houvast::inline v0_1::stats::detail {

MomentKernels moment_kernels_avx2() noexcept {
  return {products_of_block, convert_values};
}

}  // namespace houvast::inline v0_1::stats::detail

#endif
