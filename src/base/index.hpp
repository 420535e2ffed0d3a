#pragma once

#include <concepts>
#include <cstddef>
#include <span>
#include <type_traits>

namespace houvast::inline v0_1::detail {

/// What counts or numbers things: a whole number, or a value of an enumeration.
template <class T>
concept Countable = std::integral<T> || std::is_enum_v<T>;

/// A signed count or index that is not below 0 as a size.
[[nodiscard]] constexpr std::size_t as_size(Countable auto number) noexcept {
  return static_cast<std::size_t>(number);
}

/// The whole part of a number that is not below 0 as a size.
[[nodiscard]] constexpr std::size_t whole_part(std::floating_point auto number) noexcept {
  return static_cast<std::size_t>(number);
}

/// The element at a signed index that lies in the container.
template <class Container>
[[nodiscard]] constexpr decltype(auto) at(Container& container, Countable auto index) {
  return container[as_size(index)];
}

/// The same of a view that a function just made.
template <class Element, std::size_t extent>
[[nodiscard]] constexpr Element& at(std::span<Element, extent> view, Countable auto index) {
  return view[as_size(index)];
}

}  // namespace houvast::inline v0_1::detail
