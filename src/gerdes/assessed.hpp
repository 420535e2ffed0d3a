#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/index.hpp"
#include "houvast/base/fields.hpp"
#include "houvast/gerdes/pairs.hpp"
#include "houvast/gerdes/profile.hpp"
#include "scoring/study_view.hpp"

/// Assessments as the tables of this room want them: resolved, sorted and counted.
namespace houvast::inline v0_1::detail {

/// A dimension of a stage instrument.
struct Dimension {
  const Question* question = nullptr;
  const Scale* scale = nullptr;
  const Instrument* instrument = nullptr;

  /// Types beside each other: none of them is further than another.
  [[nodiscard]] bool types() const { return question->ordering == "types"; }
  /// The source does not state an order.
  [[nodiscard]] bool inferred() const { return question->ordering == "inferred" || types(); }
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

  /// Leaves out the assessments of types, for what compares by order.
  void keep_ordered();
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
  explicit StageTally(const Dimension& dimension)
      : types_(dimension.types()), lowest_(dimension.scale->min()), counts_(as_size(dimension.scale->categories())) {}
  StageTally(const Dimension& dimension, std::span<const Assessed> rows);

  void add(const Assessed& row);

  [[nodiscard]] const std::vector<std::int64_t>& counts() const { return counts_; }
  [[nodiscard]] const std::array<std::int64_t, kAnswerStates>& states() const { return states_; }
  [[nodiscard]] std::int64_t n() const { return at(states_, AnswerState::kAnswered); }
  [[nodiscard]] std::int64_t dont_know() const { return at(states_, AnswerState::kDontKnow); }
  /// Don't knows among everybody who was asked and did not find it inapplicable, or nothing.
  [[nodiscard]] std::optional<double> dont_know_share() const;
  /// How many name this stage or a later one; of types, this very one.
  [[nodiscard]] std::int64_t at_least(int stage) const;
  /// Nothing also of types.
  [[nodiscard]] std::optional<int> median_low() const;
  [[nodiscard]] std::optional<int> median_high() const;

 private:
  [[nodiscard]] int stage_at(std::int64_t rank) const;

  bool types_;
  int lowest_;
  std::vector<std::int64_t> counts_;
  std::array<std::int64_t, kAnswerStates> states_{};
};

/// Different people behind these rows.
[[nodiscard]] std::int64_t assessors_of(std::span<const Assessed> rows);

/// What a tally says in short.
[[nodiscard]] StageSide side_of(const StageTally& tally);

/// Which dimension a row of a table is about, and whether the order of its stages is inferred.
struct DimensionRow {
  explicit DimensionRow(const Dimension& of, const Language& language = Language::kNl)
      : dimension(of.question->id.str()), title(of.question->text.get(language)), inferred_order(of.inferred()) {}

  std::string dimension, title;
  bool inferred_order;
};

/// dimension, title
template <class Row, class Title>
[[nodiscard]] Fields<Row> dimension_fields(Title title) {
  return {{"dimension", {"column.dimension_id"}, &Row::dimension}, {"title", {"column.dimension_name"}, title}};
}
template <class Row>
[[nodiscard]] Fields<Row> dimension_fields() {
  return dimension_fields<Row>(&Row::title);
}

/// inferred_order
template <class Row>
[[nodiscard]] Fields<Row> order_fields() {
  return {{"inferred_order", {"column.inferred_order"}, &Row::inferred_order}};
}

/// The two ends of a median interval: the lower and the upper middle assessment.
/// @param suffix of the names, for example "_x"
/// @param of whose assessments: a choice of the message "column.stage_median_low"
/// @param side a StageSide: a member of the row or a function of it
template <class Row, class Get>
[[nodiscard]] Fields<Row> median_fields(const std::string& suffix, const std::string& of, Get side) {
  return {{"median_low" + suffix,
           {"column.stage_median_low", {{"of", of}}},
           [side](const Row& row) { return std::invoke(side, row).low; }},
          {"median_high" + suffix, {"column.stage_median_high", {{"of", of}}}, [side](const Row& row) {
             return std::invoke(side, row).high;
           }}};
}

/// The options that every table of this room has, for its provenance.
[[nodiscard]] std::map<std::string, std::string> option_texts(const StageOptions& options);

}  // namespace houvast::inline v0_1::detail
