#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "houvast/api.hpp"
#include "houvast/base/estimate.hpp"
#include "houvast/base/table.hpp"
#include "houvast/scoring/arrays.hpp"

/// Describing answers on an ordered scale. NaN is no answer and is left out; n counts what is left.
namespace houvast::inline v0_1::stats {

/// How many chose each category, with Wilson's interval around each share.
///
/// Columns: category, count, share, low, high; one row per declared category, also those that nobody chose.
/// @param values whole codes within `bounds`, NaN = missing
/// @throws ValueError HV-302 a code outside the bounds or not whole, a level outside (0, 1)
/// @complexity O(n + categories)
/// @source own definition
[[nodiscard]] HOUVAST_API Table distribution(std::span<const double> values, const Bounds& bounds, double level = 0.95);

/// The category that at least a share p of the answers does not exceed: never a category that does not exist.
///
/// @param p in [0, 1]
/// @return the smallest answer whose cumulative count is at least p n (Hyndman & Fan type 1)
/// @throws ValueError HV-302
/// @complexity O(n log n)
/// @source Hyndman & Fan (1996), definition 1
[[nodiscard]] HOUVAST_API Estimate ordinal_quantile(std::span<const double> values, double p);

/// The middle answer. When the two middle answers differ, `value` is the lower and `details` holds both.
///
/// `details`: low, high (the lower and the upper middle answer).
/// @complexity O(n log n)
/// @source Hyndman & Fan (1996), definition 1
[[nodiscard]] HOUVAST_API Estimate ordinal_median(std::span<const double> values);

/// The median by interpolation within the category of the middle answer, each category being `width` wide.
///
/// When the two middle answers differ it is halfway between them.
/// @param width distance between neighbouring categories, above 0
/// @throws ValueError HV-302
/// @complexity O(n log n)
/// @source grouped-data median, Revelle's psych::interp.median
[[nodiscard]] HOUVAST_API Estimate interpolated_median(std::span<const double> values, double width = 1);

/// The answer given most often; with ties the lowest of them.
///
/// `details`: share (of the answers that chose it), modes (how many answers share the first place).
/// @complexity O(n log n)
/// @source own definition
[[nodiscard]] HOUVAST_API Estimate mode(std::span<const double> values);

/// The arithmetic mean, for those who take the categories as equally far apart.
///
/// `details`: sd, se (both absent with one answer). Without an interval: see bootstrap_mean.
/// @complexity O(n)
/// @source own definition
[[nodiscard]] HOUVAST_API Estimate mean(std::span<const double> values);

/// Which way a scale runs.
enum class Direction {
  kAscending,   ///< the highest code says "most"
  kDescending,  ///< 1 says "most"
};

/// "ascending" or "descending". @throws ValueError HV-303
[[nodiscard]] HOUVAST_API Direction direction_of(std::string_view name);

struct BoxOptions {
  Bounds bounds{};         ///< declared, whole codes
  std::int64_t boxes = 1;  ///< how many categories from the end, at least 1
  Direction direction = Direction::kAscending;
  double level = 0.95;
};

/// The share that chose one of the `boxes` most favourable categories, with Wilson's interval.
///
/// `details`: successes.
/// @throws ValueError HV-302 codes outside the bounds, more boxes than categories
/// @complexity O(n)
/// @source Wilson (1927) for the interval
[[nodiscard]] HOUVAST_API Estimate top_box(std::span<const double> values, const BoxOptions& options);

/// The share that chose one of the `boxes` least favourable categories, with Wilson's interval.
/// @throws ValueError HV-302 codes outside the bounds, more boxes than categories
/// @complexity O(n)
/// @source Wilson (1927) for the interval
[[nodiscard]] HOUVAST_API Estimate bottom_box(std::span<const double> values, const BoxOptions& options);

/// Turns a scale round by its declared bounds: low + high - code.
/// @throws ValueError HV-302 a value outside the bounds
/// @complexity O(n)
/// @source own definition
[[nodiscard]] HOUVAST_API std::vector<double> reverse_code(std::span<const double> values, const Bounds& bounds);

struct ScaleOptions {
  std::int64_t minimum_numerator = 1;    ///< a score needs numerator / denominator of the items answered
  std::int64_t minimum_denominator = 2;  ///< compared in integers: answered × denominator >= items × numerator
  std::vector<std::int64_t> reverse{};   ///< indexes (from 0) of items to turn round
  std::optional<Bounds> bounds{};        ///< needed as soon as `reverse` names an item
};

/// The mean over the items that someone answered, given that enough are answered; nothing is filled in.
///
/// Columns: score (missing when too few are answered), answered, asked; one row per respondent.
/// @throws ValueError HV-301 shape, HV-302 codes outside the bounds, an item index out of range or reverse without
///         bounds
/// @complexity O(rows × items)
/// @source own definition
[[nodiscard]] HOUVAST_API Table scale_scores(const Items& items, const ScaleOptions& options = {});

/// The band in which each value falls: band i is edges[i] <= value < edges[i + 1], the last also takes its upper edge.
///
/// Bands touch, so no value falls between two of them.
/// Columns: band (index from 0; missing for a missing value).
/// @param edges at least two, ascending
/// @throws ValueError HV-302 edges not ascending or a value outside them
/// @complexity O(n log edges)
/// @source own definition
[[nodiscard]] HOUVAST_API Table bands(std::span<const double> values, std::span<const double> edges);

}  // namespace houvast::inline v0_1::stats
