#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "houvast/api.hpp"
#include "houvast/base/table.hpp"
#include "houvast/instrument/instrument.hpp"
#include "houvast/responses/response_table.hpp"

namespace houvast::inline v0_1 {

namespace detail {
struct TallyFrame;
}

struct TallyOptions {
  std::vector<std::string> groups{""};  ///< labels that group codes count in, at least one
  std::vector<std::string> waves{""};   ///< labels that wave codes count in, at least one
  /// Also count how every two questions of an element are answered together, which Cronbach's alpha needs.
  bool pairs = true;
  /// A scale score needs `numerator / denominator` of its items answered, compared in integers.
  int minimum_numerator = 1;
  int minimum_denominator = 2;
};

/// One code per respondent, or one code for all of them.
using CodeColumn = std::variant<std::int32_t, std::span<const std::uint8_t>, std::span<const std::int32_t>>;

/// Answers of many respondents, one byte each (see AnswerCode), as they lie in memory.
struct TallyBatch {
  CodeColumn group = 0;  ///< indices into the groups
  CodeColumn wave = 0;   ///< indices into the waves
  /// One column per question, in the order of Tally::questions().
  std::vector<std::span<const AnswerCode>> columns{};
  /// Used when there are no columns: respondent after respondent, questions in the order of Tally::questions().
  std::span<const AnswerCode> rows{};
};

/// The same as a long list: row i says that respondent[i] answered question[i] with code[i].
///
/// All answers of a respondent must come in one batch. A question that a respondent has no row for counts as skipped
/// when the respondent has a row of another state than not asked, and else as not asked.
struct LongTallyBatch {
  CodeColumn group = 0;  ///< per respondent
  CodeColumn wave = 0;   ///< per respondent
  std::int64_t respondents = 0;
  std::span<const std::int32_t> respondent{};  ///< in [0, respondents)
  std::span<const std::int32_t> question{};    ///< indices into Tally::questions()
  std::span<const AnswerCode> code{};
};

/// Counts of answers that can be added up: over batches, files, machines and years.
///
/// Holds, for every group and wave: how often each question got each answer or state; how many respondents of an
/// element have each sum over each number of answered questions; and for every two questions of an element the sums
/// behind their covariance. Whole numbers only, so that splitting and merging in any order gives the same bytes. No
/// answers of single respondents are kept, yet counts of small groups do reveal them: a tally is not for release.
class HOUVAST_API Tally {
 public:
  /// @throws ValueError HV-301 no group or no wave, HV-304 a label twice, HV-302 an impossible fraction, HV-305 an
  ///         instrument without rated questions
  explicit Tally(const Instrument& instrument, TallyOptions options = {});

  [[nodiscard]] const Instrument& instrument() const noexcept;
  [[nodiscard]] const TallyOptions& options() const noexcept;
  /// The rated questions of the instrument, in its order: what columns count in.
  [[nodiscard]] std::vector<QuestionId> questions() const;
  /// How many respondents returned the instrument: at least one rated question was put to them.
  [[nodiscard]] std::int64_t respondents() const noexcept;

  /// What `update` adds, as a tally of its own; this one stays as it is, so that threads may count side by side and
  /// merge what they counted.
  /// @param threads as for update
  /// @throws as update
  [[nodiscard]] Tally counted(const TallyBatch& batch, int threads = 1) const;
  [[nodiscard]] Tally counted(const LongTallyBatch& batch, int threads = 1) const;

  /// Adds answers. When it throws, nothing was added. Memory of the batch that others change meanwhile gives other
  /// counts, and nothing worse.
  /// @param threads 0 = as many as the machine has; never changes a bit of the result
  /// @throws ValueError HV-301 columns of different length or number, HV-302 a group, wave or answer code out of range
  /// @complexity O(respondents × questions), with pairs O(respondents × questions of an element²)
  void update(const TallyBatch& batch, int threads = 1);
  /// @throws ValueError as above; HV-304 the same question answered twice by a respondent
  void update(const LongTallyBatch& batch, int threads = 1);

  /// Adds the counts of another tally.
  /// @throws ValueError HV-307 when the other has another instrument, other labels or another rule; HV-302 when there
  ///         would be more than 2^40 respondents
  /// @complexity O(size)
  void merge(const Tally& other);

  /// The same counts under other lists of labels: in another order, or with labels that nothing was counted under yet,
  /// so that tallies that met different labels can be merged.
  /// @throws ValueError HV-301 no label, HV-302 a label of this tally is not among them, HV-304 a label twice
  /// @complexity O(size)
  [[nodiscard]] Tally with_labels(std::vector<std::string> groups, std::vector<std::string> waves) const;

  /// The whole state: version 1, little-endian on every machine, with the SHA-256 of the instrument's JSON and of
  /// itself.
  [[nodiscard]] std::string to_bytes() const;
  /// Nothing is allocated that the bytes do not fill, and numbers that no answers give are refused.
  /// @throws ParseError HV-115 another version, HV-120 no tally or a damaged one; ValueError HV-307 made for another
  ///         instrument
  [[nodiscard]] static Tally from_bytes(std::string_view bytes, const Instrument& instrument);

  /// The columns of scores_table that follow from counts: all but asked and response.
  ///
  /// Rows: by wave, element (its questions first, then the element), group. `below_minimum` counts respondents who
  /// answered too few questions of an element for a scale score.
  /// @param level of the Wilson intervals
  /// @throws ValueError HV-302
  /// @complexity O(size)
  /// @source own definition; Wilson (1927) for the interval
  [[nodiscard]] Table finalize(double level = 0.95) const;

  /// Cronbach's alpha (pairwise) of every element, per wave and group.
  ///
  /// Columns: wave, id, group, items, n (respondents with at least one answer), alpha, alpha_low, alpha_high,
  /// standardized_alpha, reason.
  /// @throws ValueError HV-305 when the tally was made without pairs, HV-302 a level outside (0, 1)
  /// @complexity O(size)
  /// @source Cronbach (1951); interval: Feldt, Woodruff & Salih (1987)
  [[nodiscard]] Table reliability(double level = 0.95) const;

  friend HOUVAST_API bool operator==(const Tally& a, const Tally& b);

 private:
  explicit Tally(std::shared_ptr<const detail::TallyFrame> frame);

  std::shared_ptr<const detail::TallyFrame> frame_;  ///< what is counted, shared by copies
  std::vector<std::uint64_t> numbers_;               ///< wave × group × the frame's cell
};

}  // namespace houvast::inline v0_1
