#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "houvast/api.hpp"
#include "houvast/text/claim.hpp"

namespace houvast::inline v0_1 {

/// How something is called in a language; what it returns for a kind that it does not know is shown as it is.
using Namer = std::function<std::string(const Named&, const Language&)>;

/// Whom a message is for.
struct Listener {
  Language language{};
  std::string audience{};  ///< "" for professionals; a message without a wording for this audience has its ordinary one
  Namer names{};           ///< nothing: ids stand for themselves
};

/// A stretch of a message: its own words, or what fills one of its gaps.
struct Piece {
  std::string text;
  std::string gap{};  ///< name of the argument; empty for the message's own words

  friend bool operator==(const Piece&, const Piece&) = default;
};

/// The claim as a sentence.
///
/// Messages are written in the syntax of ICU MessageFormat: {name}, {n, plural, one {…} other {…}},
/// {status, select, ok {…} other {…}}, {share, number, percent}, {d, number, .00}, {parties, list, and}
/// (or "or", or "semicolon" for items with commas of their own).
/// @throws std::logic_error for a message that does not exist or a gap that is not filled: a fault of the program,
/// which
///         the tests look for
/// @complexity O(length)
[[nodiscard]] HOUVAST_API std::string say(const Claim& claim, const Listener& listener);
[[nodiscard]] HOUVAST_API std::string say(const Claim& claim, const Language& language);
/// The claims after each other, one space between.
[[nodiscard]] HOUVAST_API std::string say(const std::vector<Claim>& claims, const Listener& listener);

/// The claim as stretches, so that what fills a gap can be marked up.
[[nodiscard]] HOUVAST_API std::vector<Piece> say_in_pieces(const Claim& claim, const Listener& listener);

/// The claim with every name looked up now, in every language: what may leave carries no ids.
[[nodiscard]] HOUVAST_API Claim with_names(Claim claim, const Namer& names);

/// The claim with the name of everything in it beside its id, so that it can be said without a namer.
[[nodiscard]] HOUVAST_API Claim with_names_beside(Claim claim, const Namer& names);

/// The claims after each other, in every language that there are messages in.
[[nodiscard]] HOUVAST_API LocalizedText in_every_language(const std::vector<Claim>& claims);

/// Whether the catalogue has this message.
[[nodiscard]] HOUVAST_API bool has_message(std::string_view key);

/// Every message of a language's own folder: key and text, in order.
[[nodiscard]] HOUVAST_API std::vector<std::pair<std::string, std::string>> messages(std::string_view tag);

/// Names of the gaps of a message in a language's own folder, in order, without repeats.
[[nodiscard]] HOUVAST_API std::vector<std::string> gaps(std::string_view key, std::string_view tag);

}  // namespace houvast::inline v0_1
