#include "text/number_text.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <system_error>

// The standard library of clang writes such numbers since version 14, and reads them since 20.
#if !defined(__cpp_lib_to_chars) && defined(_LIBCPP_VERSION)
#include <iomanip>
#include <locale>
#include <sstream>
#endif

namespace houvast::inline v0_1::detail {
namespace {

[[maybe_unused]] constexpr std::size_t kLongest = 400;  // the largest double has 309 digits before the point

#if !defined(__cpp_lib_to_chars) && defined(_LIBCPP_VERSION)
bool read(std::string_view text, double& value) {
  if (text.empty() || text.find_first_not_of("0123456789.eE+-") != std::string_view::npos) return false;
  std::istringstream stream{std::string(text)};
  stream.imbue(std::locale::classic());
  stream >> value;
  if (stream.fail() && std::fpclassify(value) == FP_SUBNORMAL) stream.clear();  // read, but told as too small
  return !stream.fail() && stream.peek() == std::char_traits<char>::eof();
}
#else
bool read(std::string_view text, double& value) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc() && end == text.data() + text.size();
}
#endif

#if defined(_LIBCPP_VERSION) && _LIBCPP_VERSION < 14000
std::string written(double number, int decimals, std::ios_base::fmtflags format) {
  std::ostringstream stream;
  stream.imbue(std::locale::classic());
  stream.setf(format, std::ios_base::floatfield);
  stream << std::setprecision(decimals) << number;
  return stream.str();
}
#endif

}  // namespace

#if defined(_LIBCPP_VERSION) && _LIBCPP_VERSION < 14000
// As std::to_chars has it: the fewest digits that give the number back, in the shorter form of the two.
std::string text_of(double number) {
  if (!std::isfinite(number)) return written(number, 0, std::ios_base::fixed);
  constexpr int kMostDigits = 17;
  int digits = 1;
  std::string text;
  for (; digits <= kMostDigits; ++digits) {
    text = written(number, digits - 1, std::ios_base::scientific);
    double back = 0;
    if (read(text, back) && back == number) break;
  }
  const int exponent = std::stoi(text.substr(text.find('e') + 1));
  std::string fixed = written(number, std::max(0, digits - 1 - exponent), std::ios_base::fixed);
  return fixed.size() <= text.size() ? fixed : text;
}

std::string fixed_text(double number, int decimals) {
  return written(number, decimals, std::ios_base::fixed);
}
#else
std::string text_of(double number) {
  std::array<char, kLongest> text{};
  return {text.data(), std::to_chars(text.data(), text.data() + text.size(), number).ptr};
}

std::string fixed_text(double number, int decimals) {
  std::array<char, kLongest> text{};
  const auto end = std::to_chars(text.data(), text.data() + text.size(), number, std::chars_format::fixed, decimals);
  return {text.data(), end.ptr};
}
#endif

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

}  // namespace houvast::inline v0_1::detail
