#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "houvast/base/text.hpp"
#include "houvast/coverage/coverage.hpp"

/// How findings are put into words, in Dutch and English at once.
namespace houvast::detail {

/// "{party:a}, {party:b} en {party:c}" in both languages.
[[nodiscard]] LocalizedText listed(const std::string& kind, const std::vector<std::string>& ids);

/// "{kind:id}"; braces in an id that was typed freely become parentheses, so that the token stays whole.
[[nodiscard]] std::string token(std::string_view kind, std::string_view id);

/// Two sentences after each other.
[[nodiscard]] LocalizedText joined(const LocalizedText& a, const LocalizedText& b);

/// The forms of a verb phrase for one and for many.
struct Verb {
  const char* nl_one;
  const char* nl_many;
  const char* en_one;
  const char* en_many;
};

/// "Names do X." in both languages, with the verb for one or many; empty without ids.
[[nodiscard]] LocalizedText about(const std::string& kind, const std::vector<std::string>& ids, const Verb& verb);

/// "1 partij" or "3 partijen".
[[nodiscard]] std::string plural(std::size_t n, const char* one, const char* many);

/// A share in whole percents: "50".
[[nodiscard]] std::string percent(double share);

/// The ids of the evidence with a role.
[[nodiscard]] std::vector<std::string> ids_with_role(const Finding& finding, const std::string& role);

/// What would settle how many people were asked.
[[nodiscard]] LocalizedText record_who_is_asked();

/// The finding, unknown because nobody was asked about ties.
[[nodiscard]] Finding ties_not_measured(Finding finding);

/// The finding, unknown: what is not known, and what would settle it.
[[nodiscard]] Finding not_known(Finding finding, LocalizedText sentence, LocalizedText needed);

/// The finding, not applicable, with the reason.
[[nodiscard]] Finding does_not_apply(Finding finding, LocalizedText sentence);

}  // namespace houvast::detail
