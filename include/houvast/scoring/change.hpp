#pragma once

#include <optional>
#include <string>

#include "houvast/api.hpp"
#include "houvast/base/table.hpp"
#include "houvast/scoring/contrast.hpp"
#include "houvast/study.hpp"

namespace houvast::inline v0_1 {

struct ChangeOptions {
  std::optional<WaveId> from{};  ///< with `to`: one pair of waves
  std::optional<WaveId> to{};    ///< neither: all consecutive pairs and, with three or more waves, first to last
  std::string by{};              ///< attribute of the parties to split by; empty = everybody together
  stats::ZeroMethod zeros = stats::ZeroMethod::kWilcox;  ///< what the signed-rank test does with who did not move
  int minimum_numerator = 1;    ///< of the questions of an element that must be answered for a score
  int minimum_denominator = 2;  ///< compared in integers
  double level = 0.95;          ///< of intervals, and of a change that counts as reliable
  bool with_effects = true;     ///< also srm, alpha and reliable change, which take longest; else they are missing
  bool with_private = false;    ///< also instruments whose answers belong to their author
};

/// Who moved, and who came and left: change of the same people apart from the change of the company.
///
/// Questions of a profile, in which no answer is better than another, are left out.
/// The panel is who has the same respondent id in both waves and returned the instrument in both; n_came returned it in
/// the later wave only, n_left in the earlier wave only. People count in the group of the party that they answered for
/// in the later wave (who left: in the earlier one). Better is towards the favourable end of the scale, after turning
/// round a reversed question.
/// Columns: from, to (wave ids), instrument, kind, id, text, group; n_panel, n_came, n_left (people), n_pairs (of the
/// panel with both answers or scores); share_better, share_same, share_worse, delta_within (Cliff's delta within pairs:
/// better - worse); w_plus, p_value, p_adjusted, exact (Wilcoxon signed rank of better minus worse; adjusted over all
/// rows); srm with bounds (standardised response mean, above 0 = better); delta with bounds (Cliff's delta of everybody
/// in the later against everybody in the earlier wave, as independent samples, above 0 = better); top_from, top_to
/// (top-box shares of the pairs), top_came, top_left (of those who came and left); high_from, high_to and
/// high_change with bounds (share of high answers, every question counting the same, of the questions that the same
/// people answered both times: stats::mean_share_change(), about all who were asked both times when that is known);
/// high_came, high_left (of those who came and left); high_difference with bounds (everybody in the later wave minus
/// everybody in the earlier, as different people: stats::mean_share_difference()); for elements alpha, reliably_better
/// and reliably_worse (shares of the pairs by the reliable change index with Cronbach's alpha and the standard
/// deviation of all pairs in the earlier wave); reason.
/// @throws ValueError HV-303 only one of `from` and `to`, HV-302 options out of range, `to` not after `from`, HV-305
///         fewer than two waves; KeyError HV-505, HV-506
/// @complexity O(pairs of waves × measures × answers × log answers)
/// @source Wilcoxon (1945); Cliff (1993); Liang, Fossel & Larson (1990); Jacobson & Truax (1991); Benjamini & Hochberg
/// (1995); Zou & Donner (2008)
[[nodiscard]] HOUVAST_API Table change(const Study& study, const ChangeOptions& options = {});

}  // namespace houvast::inline v0_1
