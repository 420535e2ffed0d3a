#pragma once

#include <cstdint>
#include <string_view>

namespace houvast::inline v0_1::detail {

/// The plural category of a whole number ("zero", "one", "two", "few", "many", "other") by the rule that the language
/// names: "one_other" (Dutch, English, German, Turkish), "one_with_zero" (French), "none" (Chinese, Indonesian),
/// "slavic" (Ukrainian, Russian), "polish", "arabic".
/// @throws std::logic_error for another rule
/// @source Unicode CLDR 44, plural rules, cardinals of whole numbers
[[nodiscard]] std::string_view plural_category(std::string_view rule, std::int64_t number);

}  // namespace houvast::inline v0_1::detail
