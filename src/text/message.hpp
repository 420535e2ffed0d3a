#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// A message of the catalogue, read: words and gaps (syntax of ICU MessageFormat).
namespace houvast::inline v0_1::detail {

struct MessagePart {
  enum class Kind : unsigned char {
    kWords,    ///< the message's own words
    kGap,      ///< {name}
    kPercent,  ///< {name, number, percent}: a share in whole percents
    kDecimal,  ///< {name, number}, {name, number, ::.00}, {name, number, ::.##}
    kList,     ///< {name, list, and} or {name, list, or}
    kDate,     ///< {name, date}: an ISO day in words
    kPlural,   ///< {name, plural, =0 {…} one {…} other {…}}
    kSelect,   ///< {name, select, word {…} other {…}}
    kCount,    ///< # inside a plural: its number
  };

  Kind kind = Kind::kWords;
  std::string text{};  ///< words; for a list: "and" or "or"
  std::string gap{};   ///< name of the argument
  int least_places = 0;
  int most_places = 3;
  std::vector<std::pair<std::string, std::vector<MessagePart>>> choices{};
};

using Message = std::vector<MessagePart>;

/// Reads a message.
/// @throws std::logic_error naming the key, the place and what was expected
[[nodiscard]] Message parse_message(std::string_view key, std::string_view text);

/// Adds the names of the gaps in order of first appearance.
void collect_gaps(const Message& message, std::vector<std::string>& names);

}  // namespace houvast::inline v0_1::detail
