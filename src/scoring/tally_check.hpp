#pragma once

#include <cstdint>
#include <span>

#include "scoring/tally_frame.hpp"

namespace houvast::inline v0_1::detail {

/// More respondents than any tally can have; sums over fewer fit 64 bits.
inline constexpr std::uint64_t kMostRespondents = std::uint64_t{1} << 40U;

/// The rows that were counted, those to whom nothing was put included. @param numbers of all cells
[[nodiscard]] std::uint64_t rows_counted(const TallyFrame& frame, std::span<const std::uint64_t> numbers);

/// Why no answers give some numbers, or null when none of these rules is broken: every question of a cell counts the
/// same respondents; scores and pairs count those who answered, as often and with the values that the questions say.
/// @complexity O(size)
[[nodiscard]] const char* contradiction(const TallyFrame& frame, std::span<const std::uint64_t> numbers);

}  // namespace houvast::inline v0_1::detail
