#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "houvast/text/language.hpp"
#include "text/message.hpp"

/// The messages of all languages, read once.
namespace houvast::inline v0_1::detail {

struct CatalogueEntry {
  std::string text;  ///< as it is written in the file
  Message message;
};

using MessagesOfLanguage = std::map<std::string, CatalogueEntry, std::less<>>;

/// Language tag → its messages, from every file of src/text/messages/<tag>.
/// @throws std::logic_error for a file that is not a flat object of texts, a key that stands twice or outside the file
/// of its subject, or a message that cannot be read
[[nodiscard]] const std::map<std::string, MessagesOfLanguage, std::less<>>& catalogue();

/// The message of a key in the first language of the chain that has it, in the wording for an audience when there is
/// one ("key@audience"); null when no language has it.
[[nodiscard]] const Message* find_message(std::string_view key, const Language& language, std::string_view audience);

/// A word about the language itself (language.json): decimal mark, plural rule, direction, words between list items.
[[nodiscard]] std::string language_word(std::string_view key, const Language& language);

}  // namespace houvast::inline v0_1::detail
