#pragma once

#include <cstdint>
#include <exception>
#include <functional>
#include <version>

#if defined(__cpp_lib_jthread)  // not in the standard library of clang before its version 20
#include <stop_token>
#endif

#include "houvast/api.hpp"

namespace houvast::inline v0_1 {

/// Thrown by a function that was asked to stop. Nothing is wrong with what it was given, so it is no `Error`.
class HOUVAST_API Stopped : public std::exception {
 public:
  [[nodiscard]] const char* what() const noexcept override;
};

namespace detail {
struct StopState;
}

/// While it lives, long functions called by this thread, and the threads that they start, can be asked to stop: they
/// then throw `Stopped` within about 50 ms, and what they were making is gone. A scope inside another takes its place.
class HOUVAST_API StopScope {
 public:
#if defined(__cpp_lib_jthread)
  /// Where the standard library has stop tokens.
  /// @param token asks for it, from any thread
  explicit StopScope(std::stop_token token);
#endif
  /// @param asked whether to stop; called every 20 ms or so, by the thread that made the scope; throws nothing
  explicit StopScope(std::function<bool()> asked);
  StopScope(const StopScope&) = delete;
  StopScope& operator=(const StopScope&) = delete;
  ~StopScope();

 private:
  detail::StopState* state_;
  detail::StopState* outer_;
  bool outer_is_own_;
};

/// Ends a long function where somebody asked for it; functions call this at least every 50 ms, as often as they like.
/// @throws Stopped
HOUVAST_API void stop_point();

/// Stop points of a loop with steps that are short beside a look at the clock.
class StopPoints {
 public:
  /// @param steps how many of them take a few milliseconds at most
  explicit StopPoints(std::int64_t steps) : steps_(steps), left_(steps) {}
  /// One step. @throws Stopped
  void operator()() {
    if (--left_ > 0) return;
    left_ = steps_;
    stop_point();
  }

 private:
  std::int64_t steps_, left_;
};

}  // namespace houvast::inline v0_1
