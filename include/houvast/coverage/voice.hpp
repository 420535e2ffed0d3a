#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "houvast/api.hpp"
#include "houvast/base/table.hpp"
#include "houvast/coverage/coverage.hpp"

namespace houvast::inline v0_1 {

/// A share of something divided by the share that would be fair: 1 is equal, below 1 is heard less.
struct Parity {
  std::optional<double> index{};
  std::optional<double> low{};  ///< 95 % interval
  std::optional<double> high{};
};

/// What one perspective puts in and is heard of.
struct Voice {
  std::string perspective;  ///< of the profile; empty: parties without one
  std::int64_t parties = 0;
  std::int64_t asked = 0;     ///< people; at least so many when `asked_known` is false
  std::int64_t answered = 0;  ///< people
  bool asked_known = true;    ///< StudyData::asked_known
  std::optional<double> share_of_parties{};
  std::optional<double> share_of_asked{};
  std::optional<std::int64_t> population{};     ///< people that the profile says there are
  std::optional<double> share_of_population{};  ///< of the perspectives with a population, two or more
  std::optional<double> share_of_answers{};
  std::optional<double> share_of_ties{};         ///< directed: of ties that others name
  std::optional<double> share_of_betweenness{};  ///< of in-between positions
  /// Half of the 95 % interval of share_of_betweenness when it is an estimate: in networks of more than 5,000 parties.
  std::optional<double> betweenness_error{};
  Parity answers{};             ///< share of answers / share of the people asked
  Parity answers_by_parties{};  ///< share of answers / share of the parties
  /// Share of the answers of the perspectives with a population / share of that population.
  Parity answers_by_population{};
  Parity ties{};         ///< share of ties / share of the parties
  Parity betweenness{};  ///< share of in-between positions / share of the parties
};

/// How every perspective is heard beside its share of those who take part: answers, ties, in-between positions.
///
/// Perspectives with members, in the profile's order. Shares are over the parties whose perspective is known; who has
/// none comes last, with counts only. Interval of answers: Wilson's of the share, divided by the fair share; of ties:
/// percentiles of 400 drawings of parties with replacement within each perspective, in which the tie of a party with
/// its own copy is that of two parties drawn from its perspective, seed of the study's id; of betweenness: none, since
/// it depends on the whole network. In networks of more than 5,000 parties betweenness is an estimate from the shortest
/// paths that start in 16 drawings of 8 parties, seed of the study's id, with the error that follows from how the
/// drawings differ. Missing: nobody answered, nobody told about ties; of the people asked and of
/// answers beside them: how many were asked is not known.
/// @throws KeyError HV-505 wave, HV-507 relation
/// @complexity O(parties × ties) up to 5,000 parties, then O(ties): 400 drawings of ties, 128 searches
/// @source own definition (HOUVAST E6.3); Wilson (1927); Snijders & Borgatti (1999), Connections 22(2), for drawing
///         parties; Freeman (1977) for betweenness; Brandes & Pich (2007) and Cochran (1977), Sampling Techniques,
///         eq. 6.13, for its estimate and error
[[nodiscard]] HOUVAST_API std::vector<Voice> voices(const Study& study, const CoverageOptions& options = {});

/// One row per perspective, shares and parities side by side.
[[nodiscard]] HOUVAST_API Table voice_table(const Study& study, const std::vector<Voice>& voices);

}  // namespace houvast::inline v0_1
