#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "houvast/api.hpp"
#include "houvast/base/estimate.hpp"
#include "houvast/base/table.hpp"
#include "houvast/scoring/arrays.hpp"

/// How far the items of a scale measure the same thing.
namespace houvast::inline v0_1::stats {

struct ReliabilityOptions {
  Missing missing = Missing::kPairwise;
  std::vector<std::int64_t> reverse{};  ///< indexes (from 0) of items to turn round
  std::optional<Bounds> bounds{};       ///< declared codes; needed as soon as `reverse` names an item
  double level = 0.95;                  ///< of the interval
};

/// What reliability needs of the answers: counts, means and covariances of items. Square tables are row after row.
struct ItemMoments {
  std::int64_t items = 0;
  std::int64_t respondents = 0;      ///< with at least one answer (pairwise) or all answers (listwise)
  std::vector<std::int64_t> pair_n;  ///< items × items: respondents who answered both
  std::vector<double> means;         ///< per item over all who answered it; NaN when nobody did
  std::vector<double> covariance;    ///< items × items, denominator pair_n - 1; NaN where pair_n < 2

  [[nodiscard]] double cov(std::int64_t i, std::int64_t j) const {
    return covariance[static_cast<std::size_t>(i * items + j)];
  }
  [[nodiscard]] std::int64_t n(std::int64_t i, std::int64_t j) const {
    return pair_n[static_cast<std::size_t>(i * items + j)];
  }
};

/// Counts, means and covariances of the items, in one pass over the answers.
///
/// Whole numbers are summed exactly, so that the order of respondents never changes a bit. Pairwise covariances take
/// both means over those who answered both items.
/// @throws ValueError HV-301 shape, HV-302 an infinite value, codes outside the bounds, `reverse` without bounds
/// @complexity O(rows × items²)
/// @source own definition
[[nodiscard]] HOUVAST_API ItemMoments item_moments(const Items& items, const ReliabilityOptions& options = {});
/// The same from one byte per answer, item after item.
[[nodiscard]] HOUVAST_API ItemMoments item_moments(const ItemCodes& items, const ReliabilityOptions& options = {});

/// Cronbach's alpha with Feldt's interval: how consistent the sum of the items is.
///
/// `details`: items, mean_inter_item_covariance, and where defined standardized and mean_inter_item_correlation.
/// @return n = respondents that were used; undefined for one item, without shared answers or
///         variance, and above 1 (pairwise covariances of different respondents that contradict each other)
/// @throws ValueError HV-301 shape, HV-302 codes outside the bounds, `reverse` without bounds
/// @complexity O(rows × items²)
/// @source Cronbach (1951); interval: Feldt, Woodruff & Salih (1987), eq. 6
[[nodiscard]] HOUVAST_API Estimate cronbach_alpha(const Items& items, const ReliabilityOptions& options = {});
[[nodiscard]] HOUVAST_API Estimate cronbach_alpha(const ItemCodes& items, const ReliabilityOptions& options = {});
/// From moments that were summed elsewhere, for example over many batches; only `level` of the options is used.
[[nodiscard]] HOUVAST_API Estimate cronbach_alpha(const ItemMoments& moments, const ReliabilityOptions& options = {});

/// Alpha of the standardised items, from their mean correlation.
///
/// `details`: mean_inter_item_correlation.
/// @return undefined when an item has no variance
/// @throws ValueError as cronbach_alpha
/// @complexity O(rows × items²)
/// @source Cronbach (1951) on the correlation matrix
[[nodiscard]] HOUVAST_API Estimate standardized_alpha(const Items& items, const ReliabilityOptions& options = {});

/// What each item does to the scale.
///
/// Columns: item (index from 0), n, mean, sd, item_rest_correlation (with the sum of the other items),
/// alpha_if_dropped, reason (why a value is missing). Reversed items are described after turning them round.
/// @throws ValueError as cronbach_alpha
/// @complexity O(rows × items²)
/// @source Cronbach (1951); corrected item-total correlation: Henrysson (1963)
[[nodiscard]] HOUVAST_API Table item_statistics(const Items& items, const ReliabilityOptions& options = {});
/// The same from moments that were summed elsewhere.
[[nodiscard]] HOUVAST_API Table item_statistics(const ItemMoments& moments);

/// Reliability of a two-item scale, with an interval from Fisher's z of the correlation.
///
/// `details`: correlation.
/// @param items exactly two columns
/// @throws ValueError HV-301 for another number of items, else as cronbach_alpha
/// @complexity O(rows)
/// @source Spearman (1910); Brown (1910); Eisinga, Te Grotenhuis & Pelzer (2013)
[[nodiscard]] HOUVAST_API Estimate spearman_brown(const Items& items, const ReliabilityOptions& options = {});

/// McDonald's omega total of a one-factor model, fitted to the correlations by unweighted least squares.
///
/// Uniquenesses are .005 or more in the fit, as in R's psych and factanal, and communalities 1 or less. The fit can
/// have several minima: the lowest is taken of those reached from the first principal component and from each item as
/// the factor, whatever the order of the columns; of equal ones the one with the higher omega.
///
/// `details`: items, rms_residual (of the correlations), heywood (number of items whose uniqueness reached its limit).
/// No interval.
/// @return undefined for fewer than three items or when an item has no variance
/// @throws ValueError as cronbach_alpha
/// @complexity O(rows × items² + iterations × items³)
/// @source McDonald (1999), eq. 6.20; fit: Harman & Jones (1966), with limits Harman & Fukuda (1966)
[[nodiscard]] HOUVAST_API Estimate omega_total(const Items& items, const ReliabilityOptions& options = {});

/// The loadings behind omega_total.
///
/// Columns: item (index from 0), loading, communality, uniqueness, reason.
/// @throws ValueError as cronbach_alpha
/// @source Harman & Jones (1966)
[[nodiscard]] HOUVAST_API Table factor_loadings(const Items& items, const ReliabilityOptions& options = {});

/// Alpha on polychoric correlations: the reliability of the continuous traits that the categories are cut from.
///
/// Correlations are two-step maximum likelihood without correction for empty cells, over those who answered both
/// items. No interval.
///
/// `details`: items, mean_inter_item_correlation.
/// @return undefined when an item has one category only, or when a correlation runs to -1 or 1
/// @throws ValueError as cronbach_alpha; HV-302 a code that is not a whole number
/// @complexity O(rows × items² + items² × categories² × iterations)
/// @source Zumbo, Gadermann & Zeisser (2007); Olsson (1979), two-step
[[nodiscard]] HOUVAST_API Estimate ordinal_alpha(const Items& items, const ReliabilityOptions& options = {});

/// Polychoric correlation of two ordinal items, two-step maximum likelihood.
/// @return undefined when one of them has one category only, or when the likelihood has no maximum inside (-1, 1)
/// @throws ValueError HV-301 lengths differ, HV-302 a code that is not a whole number
/// @complexity O(n + categories² × iterations)
/// @source Olsson (1979), two-step
[[nodiscard]] HOUVAST_API Estimate polychoric_correlation(std::span<const double> x, std::span<const double> y);

}  // namespace houvast::inline v0_1::stats
