#include "text/number_text.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <system_error>

// The standard library of clang 14 to 19 writes such numbers but does not read them.
#if !defined(__cpp_lib_to_chars) && defined(_LIBCPP_VERSION)
#include <locale>
#include <sstream>
#endif

namespace houvast::detail {
namespace {

constexpr std::size_t kLongest = 400;  // the largest double has 309 digits before the point

#if !defined(__cpp_lib_to_chars) && defined(_LIBCPP_VERSION)
bool read(std::string_view text, double& value) {
  if (text.empty() || text.find_first_not_of("0123456789.eE+-") != std::string_view::npos) return false;
  std::istringstream stream{std::string(text)};
  stream.imbue(std::locale::classic());
  return static_cast<bool>(stream >> value) && stream.peek() == std::char_traits<char>::eof();
}
#else
bool read(std::string_view text, double& value) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc() && end == text.data() + text.size();
}
#endif

}  // namespace

std::string text_of(double number) {
  std::array<char, kLongest> text{};
  return {text.data(), std::to_chars(text.data(), text.data() + text.size(), number).ptr};
}

std::string fixed_text(double number, int decimals) {
  std::array<char, kLongest> text{};
  const auto end = std::to_chars(text.data(), text.data() + text.size(), number, std::chars_format::fixed, decimals);
  return {text.data(), end.ptr};
}

std::string padded_text(int number, int digits) {
  const std::string text = std::to_string(std::abs(std::int64_t{number}));
  const auto missing = static_cast<std::size_t>(std::max(0, digits - static_cast<int>(text.size())));
  return (number < 0 ? "-" : "") + std::string(missing, '0') + text;
}

std::optional<double> parsed_number(std::string_view text) {
  if (text.starts_with('+')) {
    text.remove_prefix(1);
    if (text.starts_with('-')) return std::nullopt;
  }
  double value = 0;
  if (!read(text, value) || !std::isfinite(value)) return std::nullopt;
  return value;
}

std::optional<std::int64_t> parsed_whole(std::string_view text) {
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

}  // namespace houvast::detail
