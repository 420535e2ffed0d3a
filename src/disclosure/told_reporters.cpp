#include "disclosure/told_reporters.hpp"

#include <algorithm>

#include "disclosure/protect.hpp"

namespace houvast::inline v0_1::detail {

ToldReporters told_reporters(std::int64_t asked, std::int64_t reported, std::int64_t threshold) {
  const std::int64_t steps = steps_of(asked, threshold);
  ToldCount told = counts_of_step(std::min(reported * steps / asked, steps - 1), asked, steps);
  told.low = std::max(told.low, threshold + 1);
  return {steps, told};
}

}  // namespace houvast::inline v0_1::detail
