#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace houvast::inline v0_1 {

/// Many bits into one well-spread word, so that tables may use any of its bits.
[[nodiscard]] constexpr std::uint64_t spread_bits(std::uint64_t bits) noexcept {
  bits = (bits ^ bits >> 32) * 0x9E3779B97F4A7C15U;
  bits = (bits ^ bits >> 29) * 0x9E3779B97F4A7C15U;
  return bits ^ bits >> 32;
}

/// Gives different things the numbers 0, 1, 2, … in the order in which they come; the things stay with the caller.
class Numbering {
 public:
  Numbering() : slots_(64) {}

  /// The number of a thing; the next one, `size()` before the call, when none is the same.
  /// @param hash equal for things that are the same; see `spread_bits` @param same tells whether the thing of a number
  /// is it
  /// @complexity O(1) on average
  template <class Same>
  [[nodiscard]] std::int32_t number(std::uint64_t hash, const Same& same) {
    const auto tag = static_cast<std::uint32_t>(hash);
    std::size_t at = tag & (slots_.size() - 1);
    for (; slots_[at].number >= 0; at = (at + 1) & (slots_.size() - 1)) {
      if (slots_[at].tag == tag && same(slots_[at].number)) return slots_[at].number;
    }
    const std::int32_t next = size_++;
    slots_[at] = {tag, next};
    if (static_cast<std::size_t>(size_) * 2 > slots_.size()) grow();
    return next;
  }

  [[nodiscard]] std::int32_t size() const noexcept { return size_; }

 private:
  struct Slot {
    std::uint32_t tag = 0;
    std::int32_t number = -1;
  };

  void grow() {
    std::vector<Slot> old(slots_.size() * 4);
    old.swap(slots_);
    for (const Slot& slot : old) {
      if (slot.number < 0) continue;
      std::size_t at = slot.tag & (slots_.size() - 1);
      while (slots_[at].number >= 0) at = (at + 1) & (slots_.size() - 1);
      slots_[at] = slot;
    }
  }

  std::vector<Slot> slots_;  // a power of two, at most half full
  std::int32_t size_ = 0;
};

}  // namespace houvast::inline v0_1
