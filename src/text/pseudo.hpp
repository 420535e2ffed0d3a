#pragma once

#include <string>
#include <string_view>

namespace houvast::inline v0_1::detail {

/// Words of the pseudo-language: accented, 40 % longer.
[[nodiscard]] std::string pseudo_words(std::string_view english);

/// A whole text in it, between ⟦ and ⟧, so that what is cut off or glued together shows; empty stays empty.
[[nodiscard]] std::string pseudo_text(std::string_view english);

}  // namespace houvast::inline v0_1::detail
