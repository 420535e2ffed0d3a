#pragma once

namespace houvast::inline v0_1::detail {

/// Whether threads can be started: WebAssembly has them only when it is built for them. With one, everything comes out
/// the same.
#if defined(__EMSCRIPTEN__) && !defined(__EMSCRIPTEN_PTHREADS__)
inline constexpr bool kThreads = false;
#else
inline constexpr bool kThreads = true;
#endif

}  // namespace houvast::inline v0_1::detail
