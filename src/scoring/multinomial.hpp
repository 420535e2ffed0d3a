#pragma once

#include <cstdint>
#include <span>

#include "houvast/base/random.hpp"

namespace houvast::inline v0_1::stats::detail {

/// stats::multinomial into memory that is there already; the weights are known to be fit.
void draw_multinomial(Random& random, std::int64_t n, std::span<const std::int64_t> weights,
                      std::span<std::int64_t> drawn);

}  // namespace houvast::inline v0_1::stats::detail
