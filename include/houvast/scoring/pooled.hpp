#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "houvast/api.hpp"
#include "houvast/base/table.hpp"
#include "houvast/scoring/arrays.hpp"
#include "houvast/scoring/summary.hpp"
#include "houvast/study.hpp"

/// Shares of high answers of small groups, each drawn towards those of all groups as far as the groups are alike. For
/// research, beside the groups' own shares: nothing that is told of a study is made from them.
namespace houvast::inline v0_1 {
namespace stats {

/// Fewer groups say too little about how alike groups are.
inline constexpr std::int64_t kFewestPooled = 3;

struct PooledOptions {
  std::optional<std::vector<std::int64_t>> population{};  ///< per group, how many people were asked
  double level = 0.95;
};

/// Partially pooled shares of high answers of groups, every question counting the same.
///
/// The groups' shares are taken as drawn from one beta distribution, and a group's answers as binomial with so many
/// answers as its people are worth: their number over the variance of the share among people, of all groups together,
/// in units of the binomial's. Mean and spread of the beta distribution are not estimated but averaged over, by what
/// the answers make of a flat prior on the mean and on the standard deviation (of the share, in units of the largest
/// that there is). Interval: the beta distribution with the posterior's mean and variance. With a population the share
/// is that of all who were asked: what was seen, and what the posterior foretells of the others, to 0.3 of one answer.
/// Columns: group, n (people with an answer), share with bounds (mean_share), pooled with bounds, own_weight (how much
/// of the pooled share is the group's own), reason.
/// @param high people × questions: 1 for a high answer, 0 for another, NaN for none
/// @throws ValueError HV-301 lengths differ, HV-302 another value than 0, 1 and NaN, a level outside (0, 1), a
/// population smaller than the group
/// @complexity O(people × questions + groups)
/// @source Lee & Sabavala (1987), Journal of Business & Economic Statistics 5, 357-367 (beta-binomial); Korn & Graubard
/// (1998) (effective number of answers); Gelman (2006), Bayesian Analysis 1, 515-534 (flat prior on the standard
/// deviation); the 0.3 of an answer: own, by simulation
[[nodiscard]] HOUVAST_API Table pooled_shares(const Items& high, const Grouping& groups,
                                              const PooledOptions& options = {});

}  // namespace stats

/// The same of every question and element of a study, over the groups of an attribute.
///
/// Columns: wave, instrument, kind, id, text, group, n, share with bounds (as high_share of scores()), pooled with
/// bounds, own_weight, reason. Who was asked is the population, where that is known. Parties without a value for the
/// attribute are in no group.
/// @throws ValueError HV-303 without `by`, HV-302 for an impossible fraction or level; KeyError HV-505, HV-506
/// @complexity O(answers)
/// @source as stats::pooled_shares
[[nodiscard]] HOUVAST_API Table pooled_shares(const Study& study, const ScoreOptions& options);

}  // namespace houvast::inline v0_1
