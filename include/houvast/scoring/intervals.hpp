#pragma once

#include <cstdint>
#include <optional>

#include "houvast/api.hpp"
#include "houvast/base/estimate.hpp"
#include "houvast/scoring/arrays.hpp"

namespace houvast::inline v0_1::stats {

/// How sure we can be of a share: Wilson's score interval, which stays within 0 and 1 and works for small n.
///
/// `details`: successes.
/// @param successes how many of the n, in [0, n]
/// @param n number of answers, at least 0
/// @param level confidence level in (0, 1)
/// @return the share with its interval; undefined when n is 0
/// @throws ValueError HV-302
/// @complexity O(1)
/// @source Wilson (1927), Journal of the American Statistical Association 22, 209-212
[[nodiscard]] HOUVAST_API Estimate wilson_interval(std::int64_t successes, std::int64_t n, double level = 0.95);

/// How much two shares differ, with Newcombe's hybrid score interval (built from the two Wilson intervals).
///
/// `details`: share_x, share_y.
/// @return share x minus share y; n is the sum of both; undefined when either n is 0
/// @throws ValueError HV-302
/// @complexity O(1)
/// @source Newcombe (1998), Statistics in Medicine 17, 873-890, method 10
[[nodiscard]] HOUVAST_API Estimate proportion_difference(std::int64_t successes_x, std::int64_t n_x,
                                                         std::int64_t successes_y, std::int64_t n_y,
                                                         double level = 0.95);

struct MeanShareOptions {
  std::optional<std::int64_t> population{};  ///< how many people were asked; nothing: as if drawn from many
  double level = 0.95;
};

/// The share of high answers over several questions, every question counting the same.
///
/// The people are the clusters: what one person answers to several questions goes together. A question without answers
/// does not count. `details`: variance (linearised, as if drawn from many); with a population also least and most: what
/// the share would be if every missing answer were not high, or high.
/// @param high people × questions: 1 for a high answer, 0 for another, NaN for none
/// @return the share with its interval: among all who were asked when the population is given; no interval for fewer
/// than two people; undefined without answers. n is the number of people with an answer
/// @throws ValueError HV-301 when the values do not fill whole rows, HV-302 for another value than 0, 1 and NaN, for a
/// level outside (0, 1) and for a population smaller than the number of rows
/// @complexity O(people × questions)
/// @source Binder (1983), International Statistical Review 51, 279-292 (variance); Korn & Graubard (1998), Survey
/// Methodology 24, 193-201 (effective number of answers), in Wilson's (1927) form; Cochran (1977), Sampling Techniques,
/// sec. 2.6 (finite population); Manski (1989), Journal of Human Resources 24, 343-360 (least and most)
[[nodiscard]] HOUVAST_API Estimate mean_share(const Items& high, const MeanShareOptions& options = {});

/// How much the share of high answers of the same people changed, every question counting the same.
///
/// A question of a person counts where it was answered both times. The interval is recovered from the intervals of
/// both shares (mean_share()) and how much they go together; with one question and no roster it is Newcombe's paired
/// one, with Student's t. `details`: share_from, share_to, correlation (of what people add to either share).
/// @param before people × questions: 1 for a high answer, 0 for another, NaN for none
/// @param after the same people in the same order
/// @param options population: how many people were asked both times
/// @return after minus before with its interval; no interval for fewer than two people; undefined when nothing was
/// answered both times. n is the number of people who answered a question both times
/// @throws ValueError HV-301 when the shapes differ or the values do not fill whole rows, HV-302 as mean_share()
/// @complexity O(people × questions)
/// @source Zou & Donner (2008), Statistics in Medicine 27, 1693-1702; Newcombe (1998), Statistics in Medicine 17,
/// 2635-2650 (paired)
[[nodiscard]] HOUVAST_API Estimate mean_share_change(const Items& before, const Items& after,
                                                     const MeanShareOptions& options = {});

struct MeanShareDifferenceOptions {
  std::optional<std::int64_t> population_x{};  ///< how many people were asked; nothing: as if drawn from many
  std::optional<std::int64_t> population_y{};
  double level = 0.95;
};

/// How much the shares of high answers of two groups differ, every question counting the same.
///
/// A question counts where somebody of both groups answered it. The interval is recovered from the intervals of both
/// shares (mean_share()). `details`: share_x, share_y.
/// @param x people × questions: 1 for a high answer, 0 for another, NaN for none
/// @param y other people, the same questions
/// @return x minus y with its interval; no interval for fewer than two people in a group; undefined when no question
/// was answered by both. n is the number of people of both groups
/// @throws ValueError HV-301 when the numbers of questions differ or the values do not fill whole rows, HV-302 as
/// mean_share()
/// @complexity O(people × questions)
/// @source Zou & Donner (2008), Statistics in Medicine 27, 1693-1702
[[nodiscard]] HOUVAST_API Estimate mean_share_difference(const Items& x, const Items& y,
                                                         const MeanShareDifferenceOptions& options = {});

}  // namespace houvast::inline v0_1::stats
