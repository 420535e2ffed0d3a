#pragma once

#include <cstdint>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "houvast/api.hpp"
#include "houvast/text/claim.hpp"

namespace houvast::inline v0_1 {

/// Where in the user's material something is wrong. Empty fields are unknown or do not apply.
struct Where {
  std::string file;                 ///< file name as the user gave it
  std::optional<std::int64_t> row;  ///< 1-based line or record number, the heading being row 1
  std::string column;               ///< column name
  std::string pointer;              ///< JSON pointer (RFC 6901)

  friend bool operator==(const Where&, const Where&) = default;
};

/// What was found: a value as it stands, or words about it where it has none of its own ("7 columns").
class HOUVAST_API Found {
 public:
  Found() = default;
  Found(std::string value) : value_(std::move(value)) {}    // NOLINT(google-explicit-constructor)
  Found(const char* value) : value_(std::string(value)) {}  // NOLINT(google-explicit-constructor)
  Found(Claim words) : value_(std::move(words)) {}          // NOLINT(google-explicit-constructor)

  [[nodiscard]] std::string say(const Language& language) const;
  /// The words, where it is told in words.
  [[nodiscard]] const Claim* words() const noexcept { return std::get_if<Claim>(&value_); }

  friend bool operator==(const Found&, const Found&) = default;

 private:
  std::variant<std::string, Claim> value_;
};

/// One thing that is wrong, as data; `say` tells it in words that a user can act on.
///
/// `value` never holds a respondent's answer: messages quote rows and columns instead.
struct HOUVAST_API Issue {
  std::string code;  ///< stable code "HV-nnn", listed in docs/reference/errors.md
  Claim subject;     ///< what it is about, for example "problem.subject.party_id"
  Found value{};     ///< the offending value, empty when it would reveal an answer
  Claim expected{};  ///< what would have been right; without id when there is nothing to say
  Where where{};
  std::string near{};  ///< the nearest valid value, empty when none is near

  /// One line in a language: code, place, what was found, what was expected.
  [[nodiscard]] std::string say(const Language& language) const;
  /// The same in English.
  [[nodiscard]] std::string message() const;
  /// What would have been right, with the nearest valid value, in a language.
  [[nodiscard]] std::string expectation(const Language& language) const;

  friend bool operator==(const Issue&, const Issue&) = default;
};

/// What something is about when that is a parameter or option by its name in code.
[[nodiscard]] HOUVAST_API Claim argument(std::string_view name);

/// How many issues an error tells; more are counted.
inline constexpr std::size_t kIssuesTold = 50;

/// What is wrong as one text in a language: the line of the one issue, or how many there are with the lines of the
/// first.
/// @param first what the issues say, kIssuesTold at most
/// @param all how many issues there are
[[nodiscard]] HOUVAST_API std::string told_together(const std::vector<std::string>& first, std::size_t all,
                                                    const Language& language);

/// Root of everything that houvast throws. Carries at least one issue; `what()` is English.
class HOUVAST_API Error : public std::runtime_error {
 public:
  explicit Error(Issue issue);
  /// @param issues at least one
  explicit Error(std::vector<Issue> issues);

  [[nodiscard]] const std::vector<Issue>& issues() const noexcept { return issues_; }
  [[nodiscard]] const std::string& code() const noexcept { return issues_.front().code; }
  /// What the first is about, in English.
  [[nodiscard]] std::string subject() const;
  /// What was found, in English where it is told in words.
  [[nodiscard]] std::string value() const;
  /// What would have been right, in English.
  [[nodiscard]] std::string expected() const;
  [[nodiscard]] const Where& where() const noexcept { return issues_.front().where; }

 private:
  std::vector<Issue> issues_;
};

/// A value, shape or option that a function cannot take (HV-3xx). Python: also a `ValueError`.
class HOUVAST_API ValueError : public Error {
  using Error::Error;
};

/// A name that does not exist: an instrument, an attribute, a wave (HV-5xx). Python: also a `KeyError`.
class HOUVAST_API KeyError : public Error {
  using Error::Error;
};

/// A file or text that cannot be read at all as what it claims to be (HV-1xx). Python: also a `ValueError`.
class HOUVAST_API ParseError : public Error {
  using Error::Error;
};

/// A study or instrument with something wrong in it (HV-108 to HV-114, HV-2xx); lists everything at once. Python: also
/// a `ValueError`.
class HOUVAST_API ValidationError : public Error {
  using Error::Error;
};

/// Something that may not leave (HV-4xx). Python: also a `ValueError`.
class HOUVAST_API DisclosureError : public Error {
  using Error::Error;
};

}  // namespace houvast::inline v0_1
