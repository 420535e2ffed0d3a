#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "houvast/base/estimate.hpp"
#include "houvast/scoring/arrays.hpp"

/// The share of high answers over several questions, every question counting the same.
namespace houvast::inline v0_1::stats::detail {

/// What the share and its interval follow from.
struct MeanShare {
  std::optional<double> share{};  ///< nothing when no question has an answer
  double variance = 0;            ///< linearised, people as clusters, as if drawn from many
  double seen = 0;                ///< answers among those that there could be; 0 when that is not known
  std::int64_t people = 0;        ///< with an answer
  double least = 0;               ///< what the share would be if every missing answer were not high
  double most = 1;                ///< and if every one were high
};

/// @param high people × questions, row after row: 1 high, 0 not high, -1 no answer
/// @param population per question how many people could have answered it; empty when that is not known
[[nodiscard]] MeanShare mean_share(std::span<const std::int8_t> high, std::span<const std::int64_t> population,
                                   std::size_t questions);
/// What each person adds to the share: how far their answers lie above the shares of their questions; 0 without
/// answers.
[[nodiscard]] std::vector<double> contributions(std::span<const std::int8_t> high, std::size_t questions);
/// The same of one question, from counts.
[[nodiscard]] MeanShare share_of_one(std::int64_t high, std::int64_t n, std::optional<std::int64_t> population);

/// High answers as 1, others as 0, none as -1. @throws ValueError HV-301, HV-302 for another value than 0, 1 and NaN
[[nodiscard]] std::vector<std::int8_t> high_of(const Items& items);
/// @throws ValueError HV-302 for fewer than there are
void require_population(std::int64_t population, std::int64_t people);

/// Wilson's form with the effective number of answers and Student's t; nothing for fewer than two people.
[[nodiscard]] std::optional<Interval> interval_of(const MeanShare& of, double level);

}  // namespace houvast::inline v0_1::stats::detail
