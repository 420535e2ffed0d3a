#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "houvast/base/table.hpp"
#include "houvast/scoring/summary.hpp"
#include "houvast/study.hpp"

/// A study as the statistics on arrays want it.
namespace houvast::detail {

/// A value of an attribute in words.
[[nodiscard]] std::string group_title(const Study& study, const std::string& by, const std::string& group,
                                      Language language);

/// Groups of the parties in display order: the vocabulary's, then as they appear; parties without a value come last.
struct PartyGroups {
  std::vector<std::string> labels;
  std::vector<std::int32_t> of_party;
};

/// @throws KeyError HV-506 unknown attribute
[[nodiscard]] PartyGroups group_parties(const Study& study, const std::string& by);

/// A rated question, or an element whose questions share one scale.
struct Measure {
  const Instrument* instrument = nullptr;
  bool is_element = false;
  std::string id;
  std::string text;
  const Scale* scale = nullptr;  ///< as the question reads it: turned round when it is reversed
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
/// Who returned an instrument: at least one of its questions was put to them.
[[nodiscard]] std::vector<bool> returned(const Study& study, std::int64_t wave, const Instrument& instrument);

/// Positions of the reversed questions of a measure.
[[nodiscard]] std::vector<std::int64_t> reversed_of(const Measure& measure);

/// @throws ValueError HV-302 for an impossible rule on answered items or level
void require_score_options(const ScoreOptions& options);

/// The options that every table of this room has, for its provenance.
[[nodiscard]] std::map<std::string, std::string> option_texts(const ScoreOptions& options);

/// The columns that say what a row is about.
class AboutColumns {
 public:
  void add(const WaveId& wave, const Measure& measure);
  /// wave, instrument, kind, id, text
  void append_to(std::vector<Column>& columns) &&;

 private:
  std::vector<std::string> wave_, instrument_, kind_, id_, text_;
};

/// A number with its bounds.
class IntervalColumns {
 public:
  IntervalColumns(const std::string& name, Claim meaning);
  void push(const Estimate& estimate);
  void push_missing();
  /// name, name_low, name_high
  void append_to(std::vector<Column>& columns) &&;

 private:
  ColumnBuilder<double> value_, low_, high_;
};

/// p_value and p_adjusted: the p-values of a table, NaN = none, and corrected over all of them.
void append_p_values(std::vector<Column>& columns, const std::vector<double>& p_values, Claim test);

/// The value of an estimate, or nothing when it is undefined.
[[nodiscard]] std::optional<double> value_of(const Estimate& estimate);
/// A named detail of an estimate, or nothing.
[[nodiscard]] std::optional<double> detail_of(const Estimate& estimate, const std::string& name);
/// A number in a table of statistics, or nothing.
[[nodiscard]] std::optional<double> number_at(const Table& table, std::string_view column, std::int64_t row);
/// The reason in a table of statistics, or nothing.
[[nodiscard]] std::optional<std::string> reason_at(const Table& table, std::int64_t row);

}  // namespace houvast::detail
