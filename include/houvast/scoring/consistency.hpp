#pragma once

#include "houvast/api.hpp"
#include "houvast/base/table.hpp"
#include "houvast/scoring/summary.hpp"
#include "houvast/study.hpp"

namespace houvast {

/// Whether the questions of an element measure one thing, per wave and group.
///
/// Columns: wave, instrument, kind, id, text, group, items; n (people with at least one answer) and alpha with bounds
/// (Cronbach, pairwise missing; Feldt); n_listwise (people who answered every question) and alpha_listwise with bounds;
/// standardized_alpha, omega_total (pairwise); spearman_brown with bounds (elements of two questions); reason. Reversed
/// questions are turned round by the declared bounds.
/// @throws ValueError HV-302 for an impossible level; KeyError HV-505, HV-506
/// @complexity O(answers × questions of an element)
/// @source Cronbach (1951); Feldt, Woodruff & Salih (1987); McDonald (1999); Eisinga, Te Grotenhuis & Pelzer (2013)
[[nodiscard]] HOUVAST_API Table reliability(const Study& study, const ScoreOptions& options = {});

/// What each question does to its element, per wave and group.
///
/// Columns: wave, instrument, kind, id, text, element, group, n, mean, sd, item_rest_correlation, alpha_if_dropped,
/// reason (pairwise missing, reversed questions turned round).
/// @throws ValueError HV-302 for an impossible level; KeyError HV-505, HV-506
/// @complexity O(answers × questions of an element)
/// @source Cronbach (1951); Henrysson (1963)
[[nodiscard]] HOUVAST_API Table item_analysis(const Study& study, const ScoreOptions& options = {});

/// Whether the members of a group agree among themselves, on every question and element.
///
/// Columns: wave, instrument, kind, id, text, group, items, n (people with at least one answer). Questions: rwg,
/// consensus (Tastle & Wierman), agreement_a (van der Eijk), polarisation. Elements: rwg_j and r_star_wg_j beside each
/// other, since the first grows with the number of questions whatever the agreement. Both: average deviation about mean
/// and median (ad_mean, ad_median) with its practical limit ad_limit, awg. Over all groups of the row's question or
/// element, the same on every row: icc1, icc2, design_effect. reason: why numbers are missing or set to 0. Null
/// distribution: uniform; members with gaps count where they answered.
/// @throws ValueError HV-302 for an impossible fraction; KeyError HV-505, HV-506
/// @complexity O(answers × log answers)
/// @source James, Demaree & Wolf (1984); Lindell, Brandt & Whitney (1999); Burke, Finkelstein & Dusig (1999); Burke &
/// Dunlap (2002); Brown & Hauenstein (2005); Tastle & Wierman (2007); Van der Eijk (2001); Bliese (2000)
[[nodiscard]] HOUVAST_API Table agreement(const Study& study, const ScoreOptions& options = {});

}  // namespace houvast
