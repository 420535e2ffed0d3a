#pragma once

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "houvast/base/error.hpp"
#include "houvast/base/text.hpp"
#include "text/json.hpp"

/// Strict reading of JSON, private to the library.
namespace houvast::inline v0_1::detail {

inline constexpr int kMaxJsonDepth = 64;  // deeper than any file of ours; a parser's stack is not the user's problem

/// Empties a document from its leaves on. The destructor of a document that is not empty asks for memory, and where
/// there is none that is the end of the program.
// NOLINTNEXTLINE(bugprone-exception-escape): what throws is for nodes without children
inline void empty(Json& node) noexcept {
  if (!node.is_structured()) return;
  for (Json& child : node) empty(child);
  node.clear();
}

/// A document that was read, and that goes without asking for memory.
class ParsedJson {
 public:
  explicit ParsedJson(Json root) noexcept : root_(std::move(root)) {}
  ParsedJson(const ParsedJson&) = delete;
  ParsedJson& operator=(const ParsedJson&) = delete;
  ~ParsedJson() { empty(root_); }  // NOLINT(bugprone-exception-escape)

  operator const Json&() const noexcept { return root_; }  // NOLINT(google-explicit-constructor)
  [[nodiscard]] const Json& root() const noexcept { return root_; }

 private:
  Json root_;
};

/// Parses JSON and refuses what other parsers let pass: duplicate keys (HV-106), integers that do not fit 64 bits
/// and decimal numbers that no double holds (HV-107), nesting over kMaxJsonDepth (HV-105), text that is not UTF-8
/// (HV-103), an empty text (HV-102). A byte order mark is skipped.
/// @throws ParseError HV-104 for anything else, with line and column
[[nodiscard]] ParsedJson parse_json(std::string_view text, std::string_view file);
/// What the literal of a decimal number says, which has the C locale's decimal point; nothing when no double holds it.
[[nodiscard]] std::optional<double> decimal_number(std::string literal);

/// A key as a part of a JSON pointer (RFC 6901): '~' and '/' escaped.
[[nodiscard]] std::string escaped_pointer(std::string_view key);

/// What is wrong with one document, gathered while it is read.
struct JsonProblems {
  std::string file;
  std::vector<Issue> issues;
  int version = 1;  ///< of the format; from 2 on texts may be in any language, before in Dutch and English

  void add(std::string code, Claim subject, Found value, Claim expected, std::string pointer, std::string near = "");
  /// @throws ParseError when there are any
  void throw_if_any() const;
};

/// A place in a document; reading the wrong thing adds a problem and gives a default, so that all are listed at once.
class JsonCursor {
 public:
  JsonCursor(const Json& node, JsonProblems& problems, std::string pointer = "");

  [[nodiscard]] const std::string& pointer() const noexcept { return pointer_; }
  [[nodiscard]] const Json* node() const noexcept { return node_; }

  /// A member that must be there (HV-109).
  [[nodiscard]] JsonCursor at(std::string_view key) const;
  /// A member that may be absent or null.
  [[nodiscard]] std::optional<JsonCursor> maybe(std::string_view key) const;
  /// The items of an array (HV-108 when it is none).
  [[nodiscard]] std::vector<JsonCursor> items() const;
  /// The members of an object (HV-108 when it is none), sorted by key.
  [[nodiscard]] std::vector<std::pair<std::string, JsonCursor>> members() const;

  [[nodiscard]] std::string string() const;
  [[nodiscard]] std::int64_t integer(std::int64_t low, std::int64_t high) const;
  [[nodiscard]] double number() const;
  [[nodiscard]] bool boolean() const;
  [[nodiscard]] std::vector<std::string> strings() const;
  /// A text per language: {"nl": …, "en": …}, and other tags where the format allows them.
  [[nodiscard]] LocalizedText localized() const;
  /// The format of a document: "<name>/1", or "<name>/2", in which texts may be in any language.
  /// @throws ParseError HV-115 for another
  void format(std::string_view name) const;
  /// The version that the format said; 1 for formats that have one version.
  [[nodiscard]] int version() const noexcept { return problems_->version; }
  /// One of a set of words (HV-207, with the nearest).
  [[nodiscard]] std::string word(const std::vector<std::string>& known) const;

  /// Reports members that nobody reads (HV-110, with the nearest key).
  void allow_only(std::initializer_list<std::string_view> keys) const;

  void problem(std::string code, Claim subject, Found value, Claim expected, std::string near = "") const;

 private:
  const Json* node_;  // null after a missing member
  JsonProblems* problems_;
  std::string pointer_;
};

}  // namespace houvast::inline v0_1::detail
