#pragma once

#include <cstdint>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

namespace houvast {

/// Where in the user's material something is wrong. Empty fields are unknown or do not apply.
struct Where {
  std::string file;                 ///< file name as the user gave it
  std::optional<std::int64_t> row;  ///< 1-based line or record number, the heading being row 1
  std::string column;               ///< column name
  std::string pointer;              ///< JSON pointer (RFC 6901)

  friend bool operator==(const Where&, const Where&) = default;
};

/// One thing that is wrong, in words a user can act on.
///
/// `value` never holds a respondent's answer: messages quote rows and columns instead.
struct Issue {
  std::string code;      ///< stable code "HV-nnn", listed in docs/reference/errors.md
  std::string subject;   ///< what it is about, for example "party id"
  std::string value;     ///< the offending value, empty when it would reveal an answer
  std::string expected;  ///< what would have been right, with the nearest valid value when there is one
  Where where;

  /// One line: code, place, what was found, what was expected.
  [[nodiscard]] std::string message() const;

  friend bool operator==(const Issue&, const Issue&) = default;
};

/// Root of everything that houvast throws. Carries at least one issue.
class Error : public std::runtime_error {
 public:
  explicit Error(Issue issue);
  /// @param issues at least one
  explicit Error(std::vector<Issue> issues);

  [[nodiscard]] const std::vector<Issue>& issues() const noexcept { return issues_; }
  [[nodiscard]] const std::string& code() const noexcept { return issues_.front().code; }
  [[nodiscard]] const std::string& subject() const noexcept { return issues_.front().subject; }
  [[nodiscard]] const std::string& value() const noexcept { return issues_.front().value; }
  [[nodiscard]] const std::string& expected() const noexcept { return issues_.front().expected; }
  [[nodiscard]] const Where& where() const noexcept { return issues_.front().where; }

 private:
  std::vector<Issue> issues_;
};

/// A value, shape or option that a function cannot take (HV-3xx). Python: also a `ValueError`.
class ValueError : public Error {
  using Error::Error;
};

/// A name that does not exist: an instrument, an attribute, a wave (HV-5xx). Python: also a `KeyError`.
class KeyError : public Error {
  using Error::Error;
};

/// A file or text that cannot be read at all as what it claims to be (HV-1xx). Python: also a `ValueError`.
class ParseError : public Error {
  using Error::Error;
};

/// A study or instrument with something wrong in it (HV-108 to HV-114, HV-2xx); lists everything at once. Python: also
/// a `ValueError`.
class ValidationError : public Error {
  using Error::Error;
};

/// Something that may not leave (HV-4xx). Python: also a `ValueError`.
class DisclosureError : public Error {
  using Error::Error;
};

}  // namespace houvast
