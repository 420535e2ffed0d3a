#pragma once

#include <optional>
#include <span>
#include <string>

#include "houvast/api.hpp"
#include "houvast/base/table.hpp"
#include "houvast/scoring/summary.hpp"
#include "houvast/study.hpp"

namespace houvast::inline v0_1 {

struct UnitOptions {
  std::string by{};              ///< attribute of the parties to split by; empty = everybody together
  std::optional<WaveId> wave{};  ///< one wave; nothing = every wave
  /// What counts the same: "respondents", "parties", "organisations", "perspectives", or any attribute of the parties.
  std::string unit = "organisations";
  /// Instead of `unit`: a weight of 0 or more for each of the study's respondents, in their order; 0 leaves out.
  std::optional<std::span<const double>> weights{};
  int minimum_numerator = 1;  ///< of the questions of an element that must be answered for a score
  int minimum_denominator = 2;
  double level = 0.95;
  bool with_private = false;
};

/// Scores in which every unit counts the same, so that one organisation with many respondents does not drown the
/// others.
///
/// Estimator: the share of each unit is taken first; the result is the mean of these shares. Interval: Student's t over
/// the units (units - 1 degrees of freedom), cut off at 0 and 1; none with one unit, or when all units are the same. A
/// party without a value for the unit's attribute is a unit of its own. With weights: Σ w y / Σ w, with the linearised
/// (Hájek) variance over respondents and t with respondents - 1 degrees of freedom.
/// Columns: wave, instrument, kind, id, text, group, unit; units, n (answers or scale scores with a weight above 0),
/// effective_n ((Σ w)² / Σ w², w being the weight that the answer got), top_box with bounds, dont_know_share (same
/// estimator), share_1 … share_k (of questions), top_box_respondents (for comparison: every respondent counts the
/// same), reason.
/// @throws ValueError HV-301 weights of another number than the respondents, HV-302 a weight that is negative or not
///         finite, an impossible fraction or level; KeyError HV-505, HV-506
/// @complexity O(answers)
/// @source own definition; two-stage mean of cluster means: Cochran (1977), section 9A; weights: Hájek (1971)
[[nodiscard]] HOUVAST_API Table unit_scores(const Study& study, const UnitOptions& options = {});

}  // namespace houvast::inline v0_1
