#pragma once

#include <cmath>
#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "houvast/base/fields.hpp"
#include "houvast/base/table.hpp"
#include "houvast/scoring/contrast.hpp"
#include "houvast/scoring/reliability.hpp"
#include "houvast/scoring/summary.hpp"
#include "houvast/study.hpp"

/// A study as the statistics on arrays want it.
namespace houvast::inline v0_1::detail {

/// A value of an attribute in words.
[[nodiscard]] std::string group_title(const Study& study, const std::string& by, const std::string& group,
                                      const Language& language);

/// Groups of the parties in display order: the vocabulary's, then as they appear; parties without a value come last.
struct PartyGroups {
  std::vector<std::string> labels;
  std::vector<std::int32_t> of_party;
};

/// @param by an attribute, or several with " + " between them: each combination that occurs is a group, called so too
/// @throws KeyError HV-506 unknown attribute
[[nodiscard]] PartyGroups group_parties(const Study& study, const std::string& by);

/// A rated question, or an element whose questions share one scale.
struct Measure {
  const Instrument* instrument = nullptr;
  bool is_element = false;
  std::string id;
  std::string text;
  const Scale* scale = nullptr;  ///< as the question reads it: turned round when it is reversed
  bool graded = true;            ///< false: of a profile, where a high answer is not better
  std::vector<const Question*> questions{};

  [[nodiscard]] bool higher_is_better() const noexcept { return scale->direction() == ScaleDirection::kAscending; }
};

/// What was asked in a wave and is scored, in the order of scores().
[[nodiscard]] std::vector<Measure> measures_of(const Study& study, std::int64_t wave, bool with_private);

/// The waves that options name: one, or all of them. @throws KeyError HV-505
[[nodiscard]] std::vector<std::int64_t> waves_of(const Study& study, const std::optional<WaveId>& wave);

/// An earlier and a later wave, by index.
using WavePair = std::pair<std::int64_t, std::int64_t>;
/// The waves to compare: those named, or all consecutive pairs and, with three or more waves, first to last.
/// @throws ValueError HV-303 only one of both, HV-302 `to` not after `from`, HV-305 fewer than two waves; KeyError
/// HV-505
[[nodiscard]] std::vector<WavePair> wave_pairs(const Study& study, const std::optional<WaveId>& from,
                                               const std::optional<WaveId>& to);

/// Answer (element: scale score by the rule on answered items) of every row of a wave, NaN where there is none.
[[nodiscard]] std::vector<double> values_of(const Study& study, std::int64_t wave, const Measure& measure,
                                            const ScoreOptions& options);
/// Answers to the questions of a measure, row after row, as given (not turned round), NaN where there is none.
[[nodiscard]] std::vector<double> items_of(const Study& study, std::int64_t wave, const Measure& measure);
/// Group of every row of a wave.
[[nodiscard]] std::vector<std::int32_t> group_of_rows(const Study& study, std::int64_t wave, const PartyGroups& groups);
/// To which groups a question was put in a wave: to somebody of them.
[[nodiscard]] std::vector<bool> groups_asked(const Study& study, std::int64_t wave, const Question& question,
                                             const PartyGroups& groups);
/// Which groups were asked all of some questions that were put to anybody. Parents or children may be asked fewer; what
/// they answer over fewer questions is not set beside what others answer over all of them.
[[nodiscard]] std::vector<bool> groups_asked_all(const Study& study, std::int64_t wave,
                                                 std::span<const Question* const> questions, const PartyGroups& groups);
/// Who returned an instrument: at least one of its questions was put to them.
[[nodiscard]] std::vector<bool> returned(const Study& study, std::int64_t wave, const Instrument& instrument);

/// Positions of the reversed questions of a measure.
[[nodiscard]] std::vector<std::int64_t> reversed_of(const Measure& measure);
/// How the questions of a measure go into a reliability: reversed ones turned round by the declared bounds.
[[nodiscard]] stats::ReliabilityOptions reliability_options(const Measure& measure, double level);

/// @throws ValueError HV-302 for an impossible rule on answered items or level
void require_score_options(const ScoreOptions& options);

/// The options that every table of this room has, for its provenance.
[[nodiscard]] std::map<std::string, std::string> option_texts(const ScoreOptions& options);

/// What a row of a table is about.
struct AboutRow {
  AboutRow(const WaveId& of_wave, const Measure& measure);

  std::string wave, instrument, kind, id, text;
};

/// wave, instrument, kind, id, text
template <class Row>
[[nodiscard]] Fields<Row> about_fields() {
  return {{"wave", {"column.wave_id"}, &Row::wave},
          {"instrument", {"column.instrument_id"}, &Row::instrument},
          {"kind", {"column.question_or_element"}, &Row::kind},
          {"id", {"column.question_or_element_id"}, &Row::id},
          {"text", {"column.exact_wording"}, &Row::text}};
}

/// The outcome of a test in a row, and the same corrected over all rows.
struct TestedRow {
  /// @param test one with a detail "exact"; undefined: no p-value
  void set_test(const Estimate& test);

  std::optional<double> p_value, p_adjusted;
  std::optional<bool> exact;
};

/// p_value and p_adjusted
template <class Row>
[[nodiscard]] Fields<Row> test_fields(Claim test) {
  return {{"p_value", std::move(test), &Row::p_value}, {"p_adjusted", {"column.p_adjusted"}, &Row::p_adjusted}};
}

/// Corrects the p-values over all rows (Benjamini & Hochberg).
template <class Row>
void adjust_p_values(std::vector<Row>& rows) {
  std::vector<double> p_values;
  for (const Row& row : rows) p_values.push_back(row.p_value.value_or(std::numeric_limits<double>::quiet_NaN()));
  const std::vector<double> adjusted = stats::benjamini_hochberg(p_values);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (!std::isnan(adjusted[i])) rows[i].p_adjusted = adjusted[i];
  }
}

/// The title of a table with the attribute that its rows are split by, when there is one.
[[nodiscard]] Claim title_by(Claim title, const std::string& by);

/// The value of an estimate, or nothing when it is undefined.
[[nodiscard]] std::optional<double> value_of(const Estimate& estimate);
/// A named detail of an estimate, or nothing.
[[nodiscard]] std::optional<double> detail_of(const Estimate& estimate, const std::string& name);
/// A number in a table of statistics, or nothing.
[[nodiscard]] std::optional<double> number_at(const Table& table, std::string_view column, std::int64_t row);
/// Why the first of these that is undefined has no value, or nothing. @param estimates nullptr: was not computed
[[nodiscard]] std::optional<std::string> first_reason(std::initializer_list<const Estimate*> estimates);
/// The reason in a table of statistics, or nothing.
[[nodiscard]] std::optional<std::string> reason_at(const Table& table, std::int64_t row);

}  // namespace houvast::inline v0_1::detail
