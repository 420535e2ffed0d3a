#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <utility>

#include "houvast/api.hpp"

namespace houvast::inline v0_1 {

/// A seeded stream of random numbers that is the same on every compiler, standard library and machine.
///
/// Engine: xoshiro256** seeded through splitmix64. Give every independent piece of work its own `stream`, so that
/// results do not depend on the number of threads.
/// @source Blackman & Vigna (2021), ACM Transactions on Mathematical Software 47(4)
class HOUVAST_API Random {
 public:
  explicit Random(std::uint64_t seed, std::uint64_t stream = 0) noexcept;

  /// 64 uniform bits.
  [[nodiscard]] std::uint64_t bits() noexcept;

  /// Uniform integer in [0, n). @param n at least 1
  /// @source Lemire (2019), ACM Transactions on Modeling and Computer Simulation 29(1), without bias
  [[nodiscard]] std::uint64_t below(std::uint64_t n) noexcept;

  /// Uniform number in [0, 1) with 53 random bits.
  [[nodiscard]] double uniform() noexcept;

  /// True with probability `p`.
  [[nodiscard]] bool chance(double p) noexcept { return uniform() < p; }

  /// Fisher–Yates, in place.
  template <class T>
  void shuffle(std::span<T> items) noexcept {
    for (std::size_t i = items.size(); i > 1; --i) {
      using std::swap;
      swap(items[i - 1], items[static_cast<std::size_t>(below(i))]);
    }
  }

 private:
  std::array<std::uint64_t, 4> state_{};
};

}  // namespace houvast::inline v0_1
