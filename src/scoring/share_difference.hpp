#pragma once

#include <cstdint>
#include <span>

#include "houvast/base/estimate.hpp"

/// How much two shares of high answers differ, every question counting the same: rows of 1 high, 0 not high, -1 no
/// answer; per question how many people could have answered it, or nothing when that is not known.
namespace houvast::inline v0_1::stats::detail {

/// One side of a difference.
struct HighRows {
  std::span<const std::int8_t> high;
  std::span<const std::int64_t> population;
};

/// Later minus earlier, of the same people row by row; a question counts where it was answered both times.
[[nodiscard]] Estimate share_change(std::span<const std::int8_t> before, std::span<const std::int8_t> after,
                                    std::span<const std::int64_t> population, std::size_t questions, double level);
/// x minus y, of different people; a question counts where both sides answered it.
[[nodiscard]] Estimate share_difference(HighRows x, HighRows y, std::size_t questions, double level);

}  // namespace houvast::inline v0_1::stats::detail
