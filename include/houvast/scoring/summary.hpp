#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "houvast/api.hpp"
#include "houvast/base/estimate.hpp"
#include "houvast/base/table.hpp"
#include "houvast/study.hpp"

namespace houvast::inline v0_1 {

struct ScoreOptions {
  std::string by{};              ///< attribute of the parties to split by, or several with " + "; empty = everybody
  std::optional<WaveId> wave{};  ///< one wave; nothing = every wave
  /// A scale score needs `numerator / denominator` of its items answered, compared in integers.
  int minimum_numerator = 1;
  int minimum_denominator = 2;
  double level = 0.95;        ///< of the intervals
  bool with_private = false;  ///< also score instruments whose answers belong to their author
  bool with_mean = false;     ///< also tell means with a percentile bootstrap interval: for those who ask for them
  std::uint64_t seed = 0;     ///< of the bootstrap
};

/// The label of parties that have no value for the attribute that results are split by.
inline constexpr const char* kNoGroup = "";

/// What a group answered to one question, or over one element. The counts can be added up; the rest follows from them.
struct HOUVAST_API Score {
  WaveId wave;
  InstrumentId instrument;
  bool is_element = false;
  std::string id;                ///< question or element id
  std::string group;             ///< value of the attribute; with `by` empty: empty
  std::int64_t asked = 0;        ///< people who were asked, from the parties table
  bool asked_known = true;       ///< StudyData::asked_known; when false, `asked` is at least so many
  std::int64_t respondents = 0;  ///< people who returned this instrument
  std::array<std::int64_t, kAnswerStates> states{};  ///< question: per state; element: over its rated questions
  std::vector<std::int64_t> counts;                  ///< question: answers per category, lowest first
  std::vector<double> scale_scores;                  ///< element: one per respondent who answered enough, in row order
  std::int64_t top = 0;                              ///< answers (element: scale scores) in the top box of scale_of()

  std::vector<std::int8_t> high;         ///< element: respondents × questions: 1 a high answer, 0 another, -1 none
  std::vector<std::int64_t> population;  ///< per question, how many of those asked could have answered it

  // What follows from the counts:
  std::int64_t scored = 0;               ///< number of answers, or of scale scores
  std::optional<double> median_low;      ///< lower middle answer (or score), in the scale's values
  std::optional<double> median_high;     ///< upper middle answer
  std::optional<double> top_share;       ///< top / scored
  std::optional<Interval> top_interval;  ///< Wilson
  /// Share of answers that are high, every question counting the same; for a question its top share.
  std::optional<double> high_share;
  /// Of the same among all who were asked; as if drawn from many when how many were asked is not known.
  std::optional<Interval> high_interval;
  /// What it would be if nobody who was silent would answer high, and if all would; nothing when who was asked is not
  /// known.
  std::optional<double> high_least, high_most;
  /// Share of those asked who returned the instrument; nothing when nobody was asked, or how many is not known.
  [[nodiscard]] std::optional<double> response_share() const noexcept;
  [[nodiscard]] std::int64_t state(AnswerState which) const noexcept { return states[static_cast<std::size_t>(which)]; }
  /// Share of "don't know" among those who were asked the question and did not find it inapplicable, or nothing.
  [[nodiscard]] std::optional<double> dont_know_share() const noexcept;
};

/// How a group answers each question and element.
///
/// Rows: by wave, instrument, element (its questions first, then the element), group in order of the vocabulary or of
/// first appearance. Questions that are open, and instruments not asked in a wave, have no row. A group that was not
/// put every question of an element that others were (parents, young people) has no score over the element; its
/// questions do.
/// @throws KeyError HV-505 unknown wave, HV-506 unknown attribute; ValueError HV-302 for an impossible fraction or
/// level
/// @complexity O(answers + rows)
/// @source own definition; Wilson (1927) for the interval of the top share, stats::mean_share for that of high answers
[[nodiscard]] HOUVAST_API std::vector<Score> scores(const Study& study, const ScoreOptions& options = {});

/// Several groups taken together as if they were one. All must be of the same wave and question or element. How many
/// were asked is known when it is of every part.
/// @throws ValueError HV-305 for none
[[nodiscard]] HOUVAST_API Score merged(const Study& study, std::span<const Score> parts, std::string group,
                                       double level = 0.95);

/// Scores as a table: one row per score, columns documented in docs/reference/tables.md.
[[nodiscard]] HOUVAST_API Table scores_table(const Study& study, const std::vector<Score>& scores,
                                             const ScoreOptions& options);

/// The scale as a question reads it (turned round when it is reversed), or that of an element's scale scores; null when
/// there is none.
[[nodiscard]] HOUVAST_API const Scale* scale_of(const Study& study, const Score& score);

}  // namespace houvast::inline v0_1
