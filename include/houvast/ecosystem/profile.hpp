#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "houvast/base/text.hpp"

namespace houvast {

/// A word of a vocabulary: a domain, a level, a perspective.
struct Term {
  std::string id;
  LocalizedText title;
  bool expected = false;    ///< an ecosystem is expected to hold it
  std::string parent{};     ///< sector → domain; empty when there is none
  bool has_levels = false;  ///< for a domain: practice, policy and governance are expected in it

  friend bool operator==(const Term&, const Term&) = default;
};

/// The words of one kind, matched by id or by title (whole, after folding).
class Vocabulary {
 public:
  Vocabulary() = default;
  Vocabulary(std::string name, std::vector<Term> terms) : name_(std::move(name)), terms_(std::move(terms)) {}

  [[nodiscard]] const std::string& name() const noexcept { return name_; }
  [[nodiscard]] const std::vector<Term>& terms() const noexcept { return terms_; }
  /// The id that a word stands for, or nothing.
  [[nodiscard]] std::optional<std::string> find(std::string_view word) const;
  [[nodiscard]] const Term* term(std::string_view id) const;
  [[nodiscard]] std::string nearest_to(std::string_view word) const;
  /// Title in a language; the id itself for a word that is not in the vocabulary.
  [[nodiscard]] std::string title(std::string_view id, Language language) const;

 private:
  std::string name_;
  std::vector<Term> terms_;
};

/// What an ecosystem is made of and what it is expected to hold. A region edits its own.
struct Profile {
  std::string id;
  LocalizedText title;
  Vocabulary domains;
  Vocabulary sectors;
  Vocabulary levels;
  Vocabulary perspectives;
  Vocabulary roles;
  std::string informal_domain;                   ///< the domain of neighbours, friends, trainers, volunteers
  std::vector<std::string> family_perspectives;  ///< parents and young people
  std::string driving_role;                      ///< the role of the kartrekker
  std::string json;                              ///< the text it was read from

  /// Reads the JSON form (docs/reference/profile.md).
  /// @throws ParseError HV-1xx, ValidationError HV-2xx
  [[nodiscard]] static Profile parse(std::string_view json, std::string_view file = "profile.json");
};

/// The Dutch youth ecosystem of the sources.
[[nodiscard]] const Profile& default_profile();

}  // namespace houvast
