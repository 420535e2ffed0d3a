#pragma once

#include <concepts>
#include <cstddef>

namespace houvast::detail {

/// The element at a signed index that lies in the container.
template <class Container, std::integral Index>
[[nodiscard]] constexpr decltype(auto) at(Container& container, Index index) {
  return container[static_cast<std::size_t>(index)];
}

}  // namespace houvast::detail
