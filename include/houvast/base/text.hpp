#pragma once

#include <algorithm>
#include <string>
#include <string_view>

#include "houvast/api.hpp"
#include "houvast/text/localized_text.hpp"

namespace houvast::inline v0_1 {

/// The language with this tag.
/// @throws KeyError HV-503 for a language without messages
[[nodiscard]] HOUVAST_API Language language_of(std::string_view tag);

/// The candidate nearest to `text` by edit distance, or an empty view when none is near enough to suggest.
///
/// A text of more than 128 bytes has none: a misspelling is sought in names, not in prose.
/// @complexity O(n) candidates times at most 128 * 192 bytes
template <class Range>
[[nodiscard]] std::string nearest(std::string_view text, const Range& candidates);

/// Optimal string alignment distance in bytes.
[[nodiscard]] HOUVAST_API std::size_t edit_distance(std::string_view a, std::string_view b);

/// The same, or `limit` when it is not below that, which is known earlier.
[[nodiscard]] HOUVAST_API std::size_t edit_distance_below(std::string_view a, std::string_view b, std::size_t limit);

/// Whether the bytes are well-formed UTF-8 (RFC 3629: no overlong forms, no surrogates).
[[nodiscard]] HOUVAST_API bool is_utf8(std::string_view bytes) noexcept;

template <class Range>
std::string nearest(std::string_view text, const Range& candidates) {
  constexpr std::size_t kLongest = 128;
  std::string best;
  if (text.size() > kLongest) return best;
  std::size_t best_distance = text.size() / 2 + 1;  // further away is no suggestion
  for (const auto& each : candidates) {
    const std::string_view candidate = each;
    const auto [shorter, longer] = std::minmax({text.size(), candidate.size()});
    if (longer - shorter >= best_distance) continue;  // at least that many bytes differ
    const std::size_t distance = edit_distance_below(text, candidate, best_distance);
    if (distance < best_distance) {
      best_distance = distance;
      best = candidate;
    }
  }
  return best;
}

}  // namespace houvast::inline v0_1
