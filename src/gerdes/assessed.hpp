#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "houvast/gerdes/profile.hpp"
#include "scoring/study_view.hpp"

/// Assessments as the tables of this room want them: resolved, sorted and counted.
namespace houvast::detail {

/// A dimension of a stage instrument.
struct Dimension {
  const Question* question = nullptr;
  const Scale* scale = nullptr;
  const Instrument* instrument = nullptr;

  [[nodiscard]] bool inferred() const { return question->ordering == "inferred"; }
  /// @param stage a value of the scale
  [[nodiscard]] const Stage& stage(int stage) const;
};

/// One assessment.
struct Assessed {
  std::int64_t wave = 0;
  std::size_t dimension = 0;  ///< position in AssessedView::dimensions
  std::size_t group = 0;      ///< position in AssessedView::groups, of the assessor's party
  std::int32_t a = -1;        ///< party that it is about, -1 = none; in a pair a < b
  std::int32_t b = -1;
  std::int32_t party = -1;  ///< of the assessor, -1 = an outsider
  const std::string* assessor = nullptr;
  AnswerState state = AnswerState::kAnswered;
  int stage = 0;  ///< when answered
};

/// The assessments of one kind of object, ordered by wave, dimension, group, object and assessor.
struct AssessedView {
  std::vector<Dimension> dimensions;
  std::vector<std::string> groups;
  std::vector<Assessed> rows;  ///< those that were not asked are left out

  /// @throws KeyError HV-505 wave, HV-506 attribute
  AssessedView(const Study& study, AssessedObject object, const std::optional<WaveId>& wave, const std::string& by);
};

/// Calls visit(span) for every run of rows that are `same` as its first.
template <class Same, class Visit>
void for_each_run(std::span<const Assessed> rows, Same same, Visit visit) {
  for (std::size_t first = 0; first < rows.size();) {
    std::size_t last = first + 1;
    while (last < rows.size() && same(rows[first], rows[last])) ++last;
    visit(rows.subspan(first, last - first));
    first = last;
  }
}

[[nodiscard]] bool same_group(const Assessed& x, const Assessed& y);

/// How many name each stage, and what became of the rest.
class StageTally {
 public:
  explicit StageTally(const Scale& scale)
      : lowest_(scale.min()), counts_(static_cast<std::size_t>(scale.categories())) {}
  StageTally(const Scale& scale, std::span<const Assessed> rows);

  void add(const Assessed& row);

  [[nodiscard]] const std::vector<std::int64_t>& counts() const { return counts_; }
  [[nodiscard]] const std::array<std::int64_t, kAnswerStates>& states() const { return states_; }
  [[nodiscard]] std::int64_t n() const { return states_[static_cast<std::size_t>(AnswerState::kAnswered)]; }
  [[nodiscard]] std::int64_t dont_know() const { return states_[static_cast<std::size_t>(AnswerState::kDontKnow)]; }
  /// Don't knows among everybody who was asked and did not find it inapplicable, or nothing.
  [[nodiscard]] std::optional<double> dont_know_share() const;
  /// How many name this stage or a later one.
  [[nodiscard]] std::int64_t at_least(int stage) const;
  [[nodiscard]] std::optional<int> median_low() const;
  [[nodiscard]] std::optional<int> median_high() const;

 private:
  [[nodiscard]] int stage_at(std::int64_t rank) const;

  int lowest_;
  std::vector<std::int64_t> counts_;
  std::array<std::int64_t, kAnswerStates> states_{};
};

/// Different people behind these rows.
[[nodiscard]] std::int64_t assessors_of(std::span<const Assessed> rows);

/// The columns that say which dimension a row is about, and whether the order of its stages is inferred.
class DimensionColumns {
 public:
  explicit DimensionColumns(Language language = Language::kNl) : language_(language) {}
  void add(const Dimension& dimension);
  void add(const QuestionId& dimension, std::string title, bool inferred);
  /// dimension, title
  void append_names_to(std::vector<Column>& columns);
  /// inferred_order
  void append_order_to(std::vector<Column>& columns);

 private:
  Language language_;
  std::vector<std::string> dimension_, title_;
  std::vector<bool> inferred_;
};

/// The two columns of a median interval: the lower and the upper middle assessment.
class MedianColumns {
 public:
  /// @param suffix of the names, for example "_x"
  /// @param of whose assessments: a choice of the message "column.stage_median_low"
  MedianColumns(const std::string& suffix, const std::string& of);
  void push(std::optional<int> low, std::optional<int> high);
  void append_to(std::vector<Column>& columns) &&;

 private:
  ColumnBuilder<std::int64_t> low_, high_;
};

/// The options that every table of this room has, for its provenance.
[[nodiscard]] std::map<std::string, std::string> option_texts(const StageOptions& options);

}  // namespace houvast::detail
