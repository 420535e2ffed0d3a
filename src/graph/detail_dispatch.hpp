#pragma once

#include <cstdint>

namespace houvast::inline v0_1::graph::detail {

/// Instruction sets that kernels exist for. Which one runs never changes a bit of the result.
enum class InstructionSet { kBase, kAvx2, kAvx512 };

/// Whether this machine can run it. @complexity O(1)
inline bool can_run(InstructionSet set) noexcept {
#if defined(__x86_64__) && defined(__GNUC__)
  switch (set) {
    case InstructionSet::kBase:
      return true;
    case InstructionSet::kAvx2:
      return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("popcnt") && __builtin_cpu_supports("bmi2");
    case InstructionSet::kAvx512:
      return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") &&
             __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512vl") &&
             __builtin_cpu_supports("popcnt");
  }
  return false;
#else
  return set == InstructionSet::kBase;
#endif
}

/// A set that this machine has and this build has a kernel for.
template <class Kernel>
struct Choice {
  Kernel base;
  Kernel avx2;    ///< null when this build has none
  Kernel avx512;  ///< null when this build has none

  [[nodiscard]] Kernel of(InstructionSet set) const noexcept {
    return set == InstructionSet::kAvx512 ? avx512 : set == InstructionSet::kAvx2 ? avx2 : base;
  }
  [[nodiscard]] bool has(InstructionSet set) const noexcept { return of(set) != nullptr && can_run(set); }

  [[nodiscard]] InstructionSet best() const noexcept {
    if (has(InstructionSet::kAvx512)) return InstructionSet::kAvx512;
    return has(InstructionSet::kAvx2) ? InstructionSet::kAvx2 : InstructionSet::kBase;
  }
};

}  // namespace houvast::inline v0_1::graph::detail
