#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "coverage/context.hpp"

/// Questions about the parties that take part in the wave.
namespace houvast::inline v0_1::detail {

/// What is known of one group of parties.
struct Presence {
  std::vector<std::size_t> members;
  std::size_t tied = 0;      ///< members with a tie
  std::size_t answered = 0;  ///< members of which somebody answered
};

template <class Fits>
[[nodiscard]] Presence presence_of(const CoverageContext& context, const Fits& fits) {
  Presence presence;
  for (std::size_t p = 0; p < context.parties().size(); ++p) {
    if (!context.takes_part[p] || !fits(context.parties()[p])) continue;
    presence.members.push_back(p);
    presence.tied += context.ties_of(p) > 0 ? 1 : 0;
    presence.answered += context.answered[p] ? 1 : 0;
  }
  return presence;
}

/// The parties of a domain; when nobody tells that domain: those of the perspective that the profile gives it.
[[nodiscard]] Presence presence_in(const CoverageContext& context, const Term& domain);

template <class Has>
[[nodiscard]] bool some_member(const CoverageContext& context, const Has& has) {
  for (std::size_t p = 0; p < context.parties().size(); ++p) {
    if (context.takes_part[p] && has(context.parties()[p])) return true;
  }
  return false;
}

/// How many of a perspective answered a question, and how many of them at the favourable side of its scale.
struct Favour {
  std::int64_t answered = 0;
  std::int64_t favourable = 0;
  [[nodiscard]] double share() const { return static_cast<double>(favourable) / static_cast<double>(answered); }
};
[[nodiscard]] Favour favour_of(const CoverageContext& context, const std::string& perspective,
                               const QuestionId& question);

/// Whether some member does not tell its domain, level or perspective: what seems absent may then hide behind it.
[[nodiscard]] bool some_without(const CoverageContext& context, std::string Party::*told);

/// One code per position of the network: where the party's word stands in a vocabulary, -1 = not known.
[[nodiscard]] std::vector<std::int32_t> codes_in(const CoverageContext& context, const Vocabulary& vocabulary,
                                                 std::string Party::*word);

/// Per organisation: whether a motive of one of its parties is known, from the roster or because somebody answered a
/// question on motives with "yes".
[[nodiscard]] std::vector<bool> known_motives(const CoverageContext& context);

/// What people wrote in this wave when asked who the driving forces are, folded.
[[nodiscard]] std::vector<std::string> answers_on_driving(const CoverageContext& context);

/// Whether one of the names stands in one of the texts as whole words. @param texts folded
[[nodiscard]] bool stands_in(const std::vector<std::string>& texts, const std::vector<std::string>& names);

/// Whether a sector has forms of collaboration of its own.
[[nodiscard]] bool has_forms(const std::string& sector);

}  // namespace houvast::inline v0_1::detail
