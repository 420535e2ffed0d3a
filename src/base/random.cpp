#include "houvast/base/random.hpp"

#include <bit>

namespace houvast::inline v0_1 {
namespace {

std::uint64_t splitmix(std::uint64_t& state) noexcept {
  state += 0x9E3779B97F4A7C15ULL;
  std::uint64_t z = state;
  z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
  z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
  return z ^ (z >> 31);
}

struct Product {
  std::uint64_t high;
  std::uint64_t low;
};

// 64 × 64 → 128 bits without a compiler extension.
Product multiply(std::uint64_t a, std::uint64_t b) noexcept {
  constexpr std::uint64_t kMask = 0xFFFFFFFFULL;
  const std::uint64_t a0 = a & kMask, a1 = a >> 32, b0 = b & kMask, b1 = b >> 32;
  const std::uint64_t p00 = a0 * b0, p01 = a0 * b1, p10 = a1 * b0, p11 = a1 * b1;
  const std::uint64_t middle = (p00 >> 32) + (p01 & kMask) + (p10 & kMask);
  return {p11 + (p01 >> 32) + (p10 >> 32) + (middle >> 32), (middle << 32) | (p00 & kMask)};
}

}  // namespace

Random::Random(std::uint64_t seed, std::uint64_t stream) noexcept {
  std::uint64_t mixer = seed;
  mixer = splitmix(mixer) ^ (stream * 0xD1342543DE82EF95ULL);
  for (auto& word : state_) word = splitmix(mixer);
}

std::uint64_t Random::bits() noexcept {
  const std::uint64_t result = std::rotl(state_[1] * 5, 7) * 9;
  const std::uint64_t t = state_[1] << 17;
  state_[2] ^= state_[0];
  state_[3] ^= state_[1];
  state_[1] ^= state_[2];
  state_[0] ^= state_[3];
  state_[2] ^= t;
  state_[3] = std::rotl(state_[3], 45);
  return result;
}

std::uint64_t Random::below(std::uint64_t n) noexcept {
  if (n < 2) return 0;
  Product product = multiply(bits(), n);
  if (product.low < n) {
    const std::uint64_t threshold = (0 - n) % n;
    while (product.low < threshold) product = multiply(bits(), n);
  }
  return product.high;
}

double Random::uniform() noexcept {
  return static_cast<double>(bits() >> 11) * 0x1.0p-53;
}

}  // namespace houvast::inline v0_1
