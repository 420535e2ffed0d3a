#pragma once

#include <cstdint>

#include "houvast/disclosure/audit.hpp"

/// What may be told of how many parties reported in a network.
namespace houvast::inline v0_1::detail {

/// How many parties reported, as it is told.
struct ToldReporters {
  std::int64_t steps = 0;  ///< in how many steps their share is told
  ToldCount told;          ///< of those asked
};

/// From how many parties that were asked who reported may be told of at all. With fewer, that more than the threshold
/// reported says of some that few of them did.
[[nodiscard]] constexpr std::int64_t fewest_asked(std::int64_t threshold) noexcept {
  return 2 * threshold + 1;
}

/// The share of those asked that reported, in the steps of everybody: by none of these is somebody certain of few.
/// @param asked at least fewest_asked() @param reported more than the threshold
[[nodiscard]] ToldReporters told_reporters(std::int64_t asked, std::int64_t reported, std::int64_t threshold);

}  // namespace houvast::inline v0_1::detail
