#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "houvast/api.hpp"
#include "houvast/base/table.hpp"
#include "houvast/scoring/arrays.hpp"
#include "houvast/scoring/summary.hpp"
#include "houvast/study.hpp"
#include "houvast/text/claim.hpp"

/// Whether a question means the same to two groups: differential item functioning.
namespace houvast::inline v0_1 {
namespace stats {

/// With fewer answers of a group nothing is said.
inline constexpr std::int64_t kFewestFunctioning = 30;
/// A smaller gain in Nagelkerke's R² is negligible, and one from kLargeFunctioning on is large.
inline constexpr double kModerateFunctioning = 0.035;
inline constexpr double kLargeFunctioning = 0.07;

struct FunctioningOptions {
  /// Per respondent what people are held alike by; nothing: the mean of the answered items.
  std::optional<std::span<const double>> matching{};
};

/// Do people of two groups who answer alike on the whole answer an item alike?
///
/// Three proportional-odds models of every item: by the matching score; and by group; and by their product. Their
/// likelihood ratios test whether the item is harder for one group throughout (uniform), whether that depends on the
/// score (non-uniform), and both together (two degrees of freedom), each for every two groups.
/// Columns: item, group_x, group_y, n_x, n_y, chi2, p_value, p_adjusted (both together; Benjamini & Hochberg over all
/// rows), chi2_uniform, p_uniform, chi2_nonuniform, p_nonuniform, log_odds (uniform: above 0 when x answers higher at
/// the same score), r2_gain (Nagelkerke's, of both together), size ("negligible", "moderate" or "large"), differs
/// (p_adjusted below 0.05 and not negligible), reason.
/// @param items respondents × items, NaN for none
/// @throws ValueError HV-301 lengths differ, HV-302 an infinite value
/// @complexity O(items × pairs of groups × respondents), a few steps each
/// @source Zumbo (1999), A Handbook on the Theory and Methods of Differential Item Functioning; sizes: Jodoin & Gierl
/// (2001), Applied Measurement in Education 14, 329-349; fewest: own rule
[[nodiscard]] HOUVAST_API Table differential_item_functioning(const Items& items, const Grouping& groups,
                                                              const FunctioningOptions& options = {});

}  // namespace stats

/// The same of every rated question of a study, between the groups of an attribute: people are held alike by the mean,
/// from least to most favourable, of all rated questions of the instrument that they answered, when these are enough.
///
/// Columns: wave, instrument, kind, id, text, and those of stats::differential_item_functioning but item.
/// @throws ValueError HV-303 without `by`, HV-302 for an impossible fraction; KeyError HV-505, HV-506
/// @complexity as stats::differential_item_functioning
/// @source as stats::differential_item_functioning
[[nodiscard]] HOUVAST_API Table differential_item_functioning(const Study& study, const ScoreOptions& options);

/// A question that does not mean the same to two groups, or may not.
struct HOUVAST_API DifferingQuestion {
  QuestionId question;
  std::string group;
  std::string other;
  std::string size;  ///< "moderate" or "large"

  /// What is to be borne in mind. @param by the attribute whose values the groups are
  [[nodiscard]] Claim caveat(const std::string& by) const;
};

/// The questions and pairs of groups that `differs`, in the wave that is named, else in the last.
/// @throws as differential_item_functioning
[[nodiscard]] HOUVAST_API std::vector<DifferingQuestion> differing_questions(const Study& study,
                                                                             const ScoreOptions& options);

/// What is to be borne in mind with a comparison of groups in the wave that is named, else in the last: one claim for
/// every question and pair of groups that `differs`, with names.
/// @throws as differential_item_functioning
[[nodiscard]] HOUVAST_API std::vector<Claim> comparison_caveats(const Study& study, const ScoreOptions& options);

}  // namespace houvast::inline v0_1
