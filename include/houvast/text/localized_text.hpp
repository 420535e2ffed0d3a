#pragma once

#include <map>
#include <string>
#include <vector>

#include "houvast/api.hpp"
#include "houvast/text/language.hpp"

namespace houvast::inline v0_1 {

/// A text in Dutch, English and whatever other languages there are; empty where there is none.
struct HOUVAST_API LocalizedText {
  std::string nl;
  std::string en;
  std::map<std::string, std::string> others{};  ///< by tag in lower case

  /// The text in a language, or in the nearest that there is; empty when there is none.
  [[nodiscard]] std::string get(const Language& language) const;
  /// The text of exactly this tag; empty when there is none.
  [[nodiscard]] std::string own(std::string_view tag) const;
  /// Sets the text of a tag.
  void set(std::string_view tag, std::string text);
  /// The tags that have a text, Dutch and English first.
  [[nodiscard]] std::vector<std::string> tags() const;
  /// The texts themselves, in the order of tags().
  [[nodiscard]] std::vector<std::string> texts() const;
  /// Every text that get() can give: for reading what was written in any language.
  [[nodiscard]] std::vector<std::string> readings() const;

  friend bool operator==(const LocalizedText&, const LocalizedText&) = default;
};

}  // namespace houvast::inline v0_1
