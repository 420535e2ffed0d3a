#include "houvast/base/stop.hpp"

#include <atomic>
#include <utility>

#include "base/stop_state.hpp"

namespace houvast::inline v0_1 {
namespace detail {

using Clock = std::chrono::steady_clock;

struct StopState {
#if defined(__cpp_lib_jthread)
  std::stop_token token{};
#endif
  std::function<bool()> asked{};
  std::atomic<bool> stopped = false;
  Clock::time_point next_look = Clock::now() + kBetweenLooks;

  // Whether somebody asked for it already.
  bool requested() const {
#if defined(__cpp_lib_jthread)
    if (token.stop_requested()) return true;
#endif
    return stopped.load(std::memory_order_relaxed);
  }

  // Whether to stop, as its own thread finds out.
  bool look() {
    if (!asked) return false;
    const Clock::time_point now = Clock::now();
    if (now < next_look) return false;
    next_look = now + kBetweenLooks;
    stopped = asked();
    return stopped;
  }
};

namespace {

thread_local StopState* current = nullptr;
thread_local bool current_is_own = false;  // made by this thread, not by one that started it

}  // namespace

StopState* stop_state() noexcept {
  return current;
}

StopInherited::StopInherited(StopState* state) noexcept {
  current = state;
}

StopInherited::~StopInherited() {
  current = nullptr;
}

}  // namespace detail

const char* Stopped::what() const noexcept {
  return "stopped";
}

#if defined(__cpp_lib_jthread)
StopScope::StopScope(std::stop_token token)
    : state_(new detail::StopState{.token = std::move(token)}),
      outer_(std::exchange(detail::current, state_)),
      outer_is_own_(std::exchange(detail::current_is_own, true)) {}
#endif

StopScope::StopScope(std::function<bool()> asked)
    : state_(new detail::StopState{.asked = std::move(asked)}),
      outer_(std::exchange(detail::current, state_)),
      outer_is_own_(std::exchange(detail::current_is_own, true)) {}

StopScope::~StopScope() {
  detail::current = outer_;
  detail::current_is_own = outer_is_own_;
  delete state_;
}

void stop_point() {
  detail::StopState* const state = detail::current;
  if (state == nullptr) return;
  if (state->requested() || (detail::current_is_own && state->look())) throw Stopped();
}

}  // namespace houvast::inline v0_1
