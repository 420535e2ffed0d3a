#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "houvast/api.hpp"
#include "houvast/base/error.hpp"
#include "houvast/text/claim.hpp"

namespace houvast::inline v0_1 {

/// The name of an option, and what it stands for.
template <class T>
using Choice = std::pair<std::string, T>;

/// An option that does not exist, with the names that do and the nearest.
/// @param expected the key of a message with a gap `choices`, which may say more than their names
/// @throws ValueError HV-303
[[noreturn]] HOUVAST_API void refuse_choice(const Claim& subject, std::string_view name,
                                            const std::vector<std::string>& known,
                                            const std::string& expected = "problem.expected.choices");

/// A name that does not exist, with the nearest of those that do.
/// @throws KeyError with this code
[[noreturn]] HOUVAST_API void unknown_name(const std::string& code, const Claim& subject, std::string_view name,
                                           const std::vector<std::string>& known, const Claim& expected);
/// The same; what is expected is one of those that exist.
[[noreturn]] HOUVAST_API void unknown_name(const std::string& code, const Claim& subject, std::string_view name,
                                           const std::vector<std::string>& known);

/// The names as one text, for a message that lists them all.
[[nodiscard]] HOUVAST_API std::string in_a_row(const std::vector<std::string>& names);

/// What an option's name stands for.
/// @throws ValueError HV-303 for a name that is not among them, with the nearest
template <class T>
[[nodiscard]] T choose(const Claim& subject, std::string_view name, const std::vector<Choice<T>>& choices,
                       const std::string& expected = "problem.expected.choices") {
  std::vector<std::string> known;
  for (const auto& [each, value] : choices) {
    if (name == each) return value;
    known.push_back(each);
  }
  refuse_choice(subject, name, known, expected);
}

}  // namespace houvast::inline v0_1
