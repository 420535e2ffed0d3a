#pragma once

// Arrays of what stands on more bytes than the language gives by itself, as wide instructions want it.

#include <cstddef>
#include <limits>
#include <memory>
#include <new>
#include <type_traits>

namespace houvast::inline v0_1::detail {

/// `size` elements that begin as `T{}`, on the bytes that `T` asks for.
///
/// `std::vector` would do, but as C++23 clang 14 takes the allocator of libstdc++ 12 for one that the compiler runs,
/// and gets memory on 16 bytes only.
template <typename T>
class AlignedArray {
  static_assert(std::is_trivially_destructible_v<T>);

 public:
  explicit AlignedArray(std::size_t size) : elements_(allocated(size)) {
    std::uninitialized_value_construct_n(elements_.get(), size);
  }

  [[nodiscard]] T* data() noexcept { return elements_.get(); }
  T& operator[](std::size_t i) noexcept { return elements_[i]; }

 private:
  static constexpr std::align_val_t kBytes{alignof(T)};
  struct Free {
    void operator()(T* elements) const noexcept { ::operator delete(elements, kBytes); }
  };

  static T* allocated(std::size_t size) {
    if (size > std::numeric_limits<std::size_t>::max() / sizeof(T)) throw std::bad_array_new_length();
    return static_cast<T*>(::operator new(size * sizeof(T), kBytes));
  }

  std::unique_ptr<T[], Free> elements_;
};

}  // namespace houvast::inline v0_1::detail
