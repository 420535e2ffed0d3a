#pragma once

#include <cstdint>
#include <optional>

#include "houvast/api.hpp"
#include "houvast/base/estimate.hpp"
#include "houvast/base/table.hpp"
#include "houvast/scoring/summary.hpp"
#include "houvast/study.hpp"

namespace houvast::inline v0_1 {

/// With fewer people it is not judged whether questions hang together.
inline constexpr std::int64_t kFewestTogether = 30;
/// Questions with a lower alpha do not hang together.
inline constexpr double kAlphaTogether = 0.5;

/// Whether questions hang together enough to be told as one thing: their alpha is at least kAlphaTogether and its
/// interval lies above 0, both as they are told, with one decimal (bounds rounded outwards). So it tells no more than
/// they do.
/// @param alpha of stats::cronbach_alpha
/// @return nothing with fewer people than kFewestTogether and where alpha or its interval is not defined
/// @source George & Mallery (2003), SPSS for Windows Step by Step, p. 231 (below .5 is unacceptable); own rule for the
/// interval
[[nodiscard]] HOUVAST_API std::optional<bool> hangs_together(const Estimate& alpha);

/// Whether the questions of an element measure one thing, per wave and group.
///
/// Columns: wave, instrument, kind, id, text, group, items; n (people with at least one answer) and alpha with bounds
/// (Cronbach, pairwise missing; Feldt); n_listwise (people who answered every question) and alpha_listwise with bounds;
/// standardized_alpha, omega_total (pairwise); spearman_brown with bounds (elements of two questions); together
/// (hangs_together() of alpha); reason. Reversed questions are turned round by the declared bounds.
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

}  // namespace houvast::inline v0_1
