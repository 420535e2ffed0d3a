#pragma once

#include <string>

#include "houvast/text/language.hpp"

namespace houvast {

/// A text in Dutch and English.
struct LocalizedText {
  std::string nl;
  std::string en;

  /// The text in a language, or in the nearest that there is; empty when there is none.
  [[nodiscard]] std::string get(const Language& language) const;
  friend bool operator==(const LocalizedText&, const LocalizedText&) = default;
};

}  // namespace houvast
