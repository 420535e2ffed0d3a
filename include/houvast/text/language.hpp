#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "houvast/api.hpp"

namespace houvast::inline v0_1 {

/// A language that texts can be written in: a BCP 47 tag such as "nl", "nl-x-plain" or "en".
class HOUVAST_API Language {
 public:
  static const Language kNl;
  static const Language kEn;
  /// Accented, longer and right-to-left English, made from the English messages: what is not in the catalogue stands
  /// out in it, and so does a layout that breaks.
  static const Language kPseudo;

  /// Dutch.
  Language() : tag_("nl") {}

  [[nodiscard]] const std::string& tag() const noexcept { return tag_; }
  /// The tags to look in, this one first: "nl-x-plain", "nl", "en". Parts are taken off at the end; English is last.
  [[nodiscard]] std::vector<std::string> fallback() const;
  /// Whether it is written from right to left.
  [[nodiscard]] bool right_to_left() const;

  friend bool operator==(const Language&, const Language&) = default;
  friend std::strong_ordering operator<=>(const Language& a, const Language& b) noexcept {
    return a.tag_.compare(b.tag_) <=> 0;
  }

 private:
  explicit Language(std::string tag) : tag_(std::move(tag)) {}
  friend HOUVAST_API std::optional<Language> find_language(std::string_view tag);

  std::string tag_;
};

/// The language with this tag, whatever its capitals; nothing when there are no messages in it or in a shorter form of
/// it.
[[nodiscard]] HOUVAST_API std::optional<Language> find_language(std::string_view tag);

/// Tags of the languages that the messages are written in, Dutch first; without the pseudo-language.
[[nodiscard]] HOUVAST_API std::vector<std::string> languages();

}  // namespace houvast::inline v0_1
