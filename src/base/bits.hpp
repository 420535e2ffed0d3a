#pragma once

#include <bit>

namespace houvast::inline v0_1::detail {

/// std::bit_cast, which the standard library of older Emscripten lacks.
///
/// Every file has its own: code for newer processors must not become that of the others.
template <class To, class From>
[[maybe_unused]] static constexpr To bit_cast(const From& from) noexcept {
#if defined(__cpp_lib_bit_cast)
  return std::bit_cast<To>(from);
#else
  return __builtin_bit_cast(To, from);
#endif
}

}  // namespace houvast::inline v0_1::detail
