#pragma once

#include <optional>
#include <string>

#include "houvast/api.hpp"
#include "houvast/base/table.hpp"
#include "houvast/gerdes/profile.hpp"
#include "houvast/study.hpp"

namespace houvast::inline v0_1 {

/// Where groups see the stages differently: all pairs of groups on every dimension.
///
/// Who belongs to a party without a value for the attribute, or to no party, is in no group. Types have no row.
/// Columns: wave, dimension, title, group_x, group_y, inferred_order; n_x, n_y (named a stage), dont_know_x,
/// dont_know_y and their shares; median interval of each; delta with bounds (Cliff's delta, above 0 when x names later
/// stages); superiority (chance that somebody of x names a later stage than somebody of y, equal counting half);
/// p_value, p_adjusted (over all rows of this table), exact (Mann-Whitney, ties included); reason. Bounds and test are
/// missing when somebody judged several objects, because those judgements are not independent.
/// @param options `by` is needed; `per_object` is not looked at
/// @throws ValueError HV-303 without `by`, HV-302 level; KeyError HV-505, HV-506
/// @complexity O(waves × dimensions × groups × assessments × log assessments)
/// @source Cliff (1993); Feng & Cliff (2004); Mann & Whitney (1947); Benjamini & Hochberg (1995)
[[nodiscard]] HOUVAST_API Table gerdes_contrasts(const Study& study, const StageOptions& options);

struct StageChangeOptions {
  std::optional<WaveId> from{};  ///< with `to`: one pair of waves
  std::optional<WaveId> to{};    ///< neither: all consecutive pairs and, with three or more waves, first to last
  std::string by{};              ///< attribute of the assessor's party; empty = everybody together
  AssessedObject object = AssessedObject::kWhole;
  double level = 0.95;  ///< of the interval
};

/// Who came to see a later or an earlier stage: the same assessor on the same object and dimension in two waves.
///
/// Assessors count in the group of the party that they belong to in the later wave (who left: in the earlier one).
/// Types have no row: none of them is later than another.
/// Columns: from, to, dimension, title, group, inferred_order; n_both (judged in both waves), n_joined, n_left (in one
/// of them only), n_pairs (of n_both: a stage in both); up, same, down; median interval of the pairs in both waves;
/// share_up with bounds (of those who moved; Wilson), p_value (exact sign test), p_adjusted (over all rows of this
/// table); came_to_know, no_longer_know (from and to don't know); reason. Bounds and test are missing when somebody
/// judged several objects.
/// @throws ValueError HV-303 only one of `from` and `to`, HV-302 level or `to` not after `from`, HV-305 fewer than two
///         waves; KeyError HV-505, HV-506
/// @complexity O(pairs of waves × assessments × log assessments)
/// @source Dixon & Mood (1946); Wilson (1927); Benjamini & Hochberg (1995)
[[nodiscard]] HOUVAST_API Table gerdes_change(const Study& study, const StageChangeOptions& options = {});

}  // namespace houvast::inline v0_1
