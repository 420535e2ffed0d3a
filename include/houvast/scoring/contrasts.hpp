#pragma once

#include "houvast/api.hpp"
#include "houvast/base/table.hpp"
#include "houvast/scoring/summary.hpp"
#include "houvast/study.hpp"

namespace houvast::inline v0_1 {

/// Where groups see the collaboration differently: all pairs of groups on every question and element.
///
/// Questions of a profile, in which no answer is better than another, are left out.
/// Values are those of scores(): answers as given, scale scores with reversed questions turned round. Which answers are
/// favourable follows from the scale's direction, the other way for a reversed question. Parties without a value for
/// the attribute are in no group. Columns: wave, instrument, kind, id, text, group_x, group_y, n_x, n_y, n_smallest;
/// delta with delta_low and delta_high (Cliff's delta, above 0 when x answers more favourably); u, p_value, p_adjusted,
/// exact (Mann-Whitney, ties included; adjusted over all rows of this table); top_x, top_y, top_difference with bounds
/// (Newcombe); high_x, high_y, high_difference with bounds (share of high answers, every question counting the same, of
/// the questions that both groups answered: stats::mean_share_difference(), about all who were asked when that is
/// known); reason.
/// @param options `by` is needed
/// @throws ValueError HV-303 without `by`, HV-302 for an impossible fraction or level; KeyError HV-505, HV-506
/// @complexity O(waves × measures × groups × answers × log answers)
/// @source Cliff (1993); Feng & Cliff (2004); Mann & Whitney (1947); Newcombe (1998); Benjamini & Hochberg
/// (1995); Zou & Donner (2008)
[[nodiscard]] HOUVAST_API Table contrasts(const Study& study, const ScoreOptions& options);

}  // namespace houvast::inline v0_1
