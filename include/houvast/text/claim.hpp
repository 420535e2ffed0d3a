#pragma once

#include <concepts>
#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "houvast/api.hpp"
#include "houvast/text/localized_text.hpp"

namespace houvast::inline v0_1 {

/// Something that has a name of its own, which is looked up when it is said.
struct Named {
  /// one of those that a study knows (names_of in houvast/study/names.hpp), or "message": a word of the catalogue
  std::string kind;
  std::string id;
  LocalizedText name{};  ///< when it was looked up before (`with_names_beside`); else empty

  friend bool operator==(const Named& a, const Named& b) { return a.kind == b.kind && a.id == b.id; }
};

struct Claim;

/// @cond
namespace detail {

// A type of count that is no other argument's; which it is differs between systems: `long` on macOS and WebAssembly.
template <class T>
concept OtherCount = std::integral<T> && sizeof(T) >= sizeof(int) && !std::same_as<T, int> &&
                     !std::same_as<T, std::int64_t> && !std::same_as<T, std::size_t>;

}  // namespace detail
/// @endcond

/// What fills a gap of a message: a count, a number, a text, a name, other claims, or a list of them.
class HOUVAST_API Argument {
 public:
  using List = std::vector<Argument>;
  using Value = std::variant<std::int64_t, double, std::string, LocalizedText, Named, std::vector<Claim>, List>;

  Argument(std::int64_t count);  // NOLINT(google-explicit-constructor)
  Argument(int count);           // NOLINT(google-explicit-constructor)
  Argument(std::size_t count);   // NOLINT(google-explicit-constructor)
  /// @cond
  template <detail::OtherCount Count>
  Argument(Count count) : Argument(static_cast<std::int64_t>(count)) {}  // NOLINT(google-explicit-constructor)
  /// @endcond
  Argument(double number);              // NOLINT(google-explicit-constructor)
  Argument(std::string text);           // NOLINT(google-explicit-constructor)
  Argument(const char* text);           // NOLINT(google-explicit-constructor)
  Argument(LocalizedText text);         // NOLINT(google-explicit-constructor)
  Argument(Named name);                 // NOLINT(google-explicit-constructor)
  Argument(List items);                 // NOLINT(google-explicit-constructor)
  Argument(Claim claim);                // NOLINT(google-explicit-constructor)
  Argument(std::vector<Claim> claims);  // NOLINT(google-explicit-constructor)
  Argument(const Argument& other);
  Argument(Argument&& other) noexcept;
  Argument& operator=(const Argument& other);
  Argument& operator=(Argument&& other) noexcept;
  ~Argument();

  [[nodiscard]] const Value& value() const noexcept { return value_; }
  [[nodiscard]] Value& value() noexcept { return value_; }

  friend HOUVAST_API bool operator==(const Argument& a, const Argument& b);

 private:
  Value value_;
};

using Arguments = std::map<std::string, Argument, std::less<>>;

/// Something that houvast asserts, as data: it becomes a sentence only when it is said.
struct Claim {
  std::string id;    ///< key of its message, for example "coverage.C7.isolated"
  Arguments args{};  ///< by the name of the gap

  friend bool operator==(const Claim&, const Claim&) = default;
};

// Here, where a claim is whole: an argument may hold claims.
inline Argument::Argument(std::int64_t count) : value_(count) {}
inline Argument::Argument(int count) : value_(std::int64_t{count}) {}
inline Argument::Argument(std::size_t count) : value_(static_cast<std::int64_t>(count)) {}
inline Argument::Argument(double number) : value_(number) {}
inline Argument::Argument(std::string text) : value_(std::move(text)) {}
inline Argument::Argument(const char* text) : value_(std::string(text)) {}
inline Argument::Argument(LocalizedText text) : value_(std::move(text)) {}
inline Argument::Argument(Named name) : value_(std::move(name)) {}
inline Argument::Argument(List items) : value_(std::move(items)) {}
inline Argument::Argument(Claim claim) : value_(std::vector<Claim>{std::move(claim)}) {}
inline Argument::Argument(std::vector<Claim> claims) : value_(std::move(claims)) {}
inline Argument::Argument(const Argument& other) = default;
inline Argument::Argument(Argument&& other) noexcept = default;
inline Argument& Argument::operator=(const Argument& other) = default;
inline Argument& Argument::operator=(Argument&& other) noexcept = default;
inline Argument::~Argument() = default;
inline bool operator==(const Argument& a, const Argument& b) {
  return a.value_ == b.value_;
}

/// A list of names of one kind.
[[nodiscard]] HOUVAST_API Argument named(const std::string& kind, const std::vector<std::string>& ids);

}  // namespace houvast::inline v0_1
