#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "houvast/api.hpp"

namespace houvast::inline v0_1 {

/// Groups below this never leave, whatever a policy says.
inline constexpr std::int64_t kDisclosureFloor = 5;
/// Reliability of fewer answers stays inside.
inline constexpr std::int64_t kReliabilityMinimum = 30;

/// What may leave, and for whom.
class HOUVAST_API Policy {
 public:
  /// @param threshold both the number asked and the number who answered must reach it, per item
  /// @throws DisclosureError HV-401 when the threshold is below the floor, or below 10 for one called "external"
  Policy(std::string name, std::int64_t threshold);

  /// "team" (5) or "external" (10; also for parents and young people).
  /// @throws KeyError HV-402 for another name
  [[nodiscard]] static Policy named(std::string_view name);

  [[nodiscard]] const std::string& name() const noexcept { return name_; }
  [[nodiscard]] std::int64_t threshold() const noexcept { return threshold_; }

 private:
  std::string name_;
  std::int64_t threshold_;
};

}  // namespace houvast::inline v0_1
