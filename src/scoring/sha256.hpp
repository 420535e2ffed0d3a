#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace houvast::inline v0_1::detail {

/// The SHA-256 of some bytes.
/// @source FIPS 180-4, section 6.2
[[nodiscard]] std::array<std::uint8_t, 32> sha256(std::string_view bytes);

}  // namespace houvast::inline v0_1::detail
