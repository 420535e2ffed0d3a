#pragma once

#include <chrono>

#include "houvast/base/stop.hpp"

namespace houvast::inline v0_1::detail {

inline constexpr std::chrono::milliseconds kBetweenLooks{20};

/// What was asked in this thread; null outside of every scope.
[[nodiscard]] StopState* stop_state() noexcept;

/// Makes what was asked of a thread count in one that it has started.
class StopInherited {
 public:
  explicit StopInherited(StopState* state) noexcept;
  StopInherited(const StopInherited&) = delete;
  StopInherited& operator=(const StopInherited&) = delete;
  ~StopInherited();
};

}  // namespace houvast::inline v0_1::detail
