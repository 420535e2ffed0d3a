#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "houvast/api.hpp"
#include "houvast/base/text.hpp"

namespace houvast::inline v0_1 {

/// A word of a vocabulary: a domain, a level, a perspective.
struct Term {
  std::string id;
  LocalizedText title;
  bool expected = false;    ///< an ecosystem is expected to hold it
  std::string parent{};     ///< sector → domain; empty when there is none
  bool has_levels = false;  ///< for a domain: practice, policy and governance are expected in it
  /// For a domain: who has this perspective belongs to it when nobody tells that domain; empty: nobody.
  std::string perspective{};
  std::optional<std::int64_t> population{};  ///< for a perspective: how many people it is there for, or speaks for

  friend bool operator==(const Term&, const Term&) = default;
};

/// The words of one kind, matched by id or by title (whole, after folding).
class HOUVAST_API Vocabulary {
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
  [[nodiscard]] std::string title(std::string_view id, const Language& language) const;

 private:
  std::string name_;
  std::vector<Term> terms_;
};

/// Where coverage draws its lines; all of them own definitions, and a region may set its own.
struct Thresholds {
  double response = 0.5;       ///< share of those asked that must have answered, per perspective
  double observed = 0.5;       ///< share of pairs that somebody must have told about before "no tie" is a finding
  double significance = 0.01;  ///< chance below which ties look inward by more than chance
  double parity = 0.5;         ///< share of voice against share of members below which a voice counts as small
  double mutual = 0.55;        ///< share of ties in which both sides must confirm a condition
  std::int64_t steps = 2;      ///< through how many ties somebody must be reachable
  std::int64_t overlap = 4;    ///< number of organisations with the same offer that counts as overlap

  friend bool operator==(const Thresholds&, const Thresholds&) = default;
};

/// What an ecosystem is made of and what it is expected to hold. A region edits its own.
struct HOUVAST_API Profile {
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
  std::string mandate_role{};                    ///< the role of who holds a mandate; empty: none
  Vocabulary decisions{};                        ///< decisions for which somebody must have a mandate
  Vocabulary expertise{};                        ///< expertise that must be there
  Vocabulary needs{};                            ///< with `ages` and `support_levels`: the cells of the need matrix
  Vocabulary ages{};
  Vocabulary support_levels{};
  std::vector<std::string> not_applicable{};  ///< ids of coverage checks that do not apply here
  Thresholds thresholds{};
  std::string json;  ///< the text it was read from

  /// The words for a kind of name: "domain", "sector", "level", "perspective", "role", "decision", "expertise", "need",
  /// "age" or "support"; null for another kind.
  [[nodiscard]] const Vocabulary* vocabulary(std::string_view kind) const;
  /// The words that an attribute of parties takes its values from; null for one with values of its own.
  [[nodiscard]] const Vocabulary* vocabulary_of_attribute(std::string_view attribute) const;

  /// Reads the JSON form (docs/reference/profile.md).
  /// @throws ParseError HV-1xx, ValidationError HV-2xx
  [[nodiscard]] static Profile parse(std::string_view json, std::string_view file = "profile.json");
};

/// The same profile that also expects these decisions and this expertise.
/// @param decisions,expertise words; those that the profile already knows are left out
/// @complexity O(words × terms)
[[nodiscard]] HOUVAST_API Profile expecting(const Profile& profile, const std::vector<std::string>& decisions,
                                            const std::vector<std::string>& expertise);

/// The Dutch youth ecosystem of the sources.
[[nodiscard]] HOUVAST_API const Profile& default_profile();

}  // namespace houvast::inline v0_1
