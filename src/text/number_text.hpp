#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

/// Numbers as text and back: always with a decimal point, whatever the C locale of the program that we are part of.
/// Nothing else in the library turns a number with decimals into text or text into one (tests/numbers.py).
namespace houvast::inline v0_1::detail {

/// The shortest text that reads back as the same number ("0.95", "5").
[[nodiscard]] std::string text_of(double number);

/// A number with so many decimals ("0.50"). @param decimals 0 to 80
[[nodiscard]] std::string fixed_text(double number, int decimals);

/// A whole number with zeros before it until it has so many digits ("07").
[[nodiscard]] std::string padded_text(int number, int digits);

/// A whole or decimal number ("12", "+1.5", "2e-3") that fills the whole text and that a double can hold, or nothing.
[[nodiscard]] std::optional<double> parsed_number(std::string_view text);

/// A whole number ("12", "-3") that fills the whole text and that 64 bits can hold, or nothing.
[[nodiscard]] std::optional<std::int64_t> parsed_whole(std::string_view text);

}  // namespace houvast::inline v0_1::detail
