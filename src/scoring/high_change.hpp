#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "houvast/base/estimate.hpp"
#include "houvast/study.hpp"
#include "scoring/measure_answers.hpp"

/// How the share of high answers to a measure changed between two waves.
namespace houvast::inline v0_1::detail {

/// Where the answers of one person stand in the earlier and the later wave; nothing where they did not answer.
struct RowsOfPerson {
  std::optional<std::size_t> before, after;
};

/// How many people were asked in the earlier wave, in the later one, and by parties that took part both times.
struct AskedTwice {
  std::int64_t before = 0, after = 0, both = 0;
};
/// Of every group; nothing when it was not recorded who was asked.
[[nodiscard]] std::vector<std::optional<AskedTwice>> asked_twice(const Study& study, WavePair waves,
                                                                 const PartyGroups& groups);

class HighChange {
 public:
  HighChange(const Study& study, WavePair waves, const Measure& measure);

  /// Later minus earlier of those who answered both times; the interval is about all who were asked both times.
  [[nodiscard]] Estimate of_the_same(std::span<const RowsOfPerson> people, const std::optional<AskedTwice>& asked,
                                     double level) const;
  /// Everybody later minus everybody earlier, as different people.
  [[nodiscard]] Estimate of_everybody(std::span<const RowsOfPerson> people, const std::optional<AskedTwice>& asked,
                                      double level) const;

  /// The share of high answers of some rows of the earlier wave; nothing without answers.
  [[nodiscard]] std::optional<double> before(std::span<const std::size_t> rows) const;
  /// And of the later one.
  [[nodiscard]] std::optional<double> after(std::span<const std::size_t> rows) const;

 private:
  MeasureAnswers before_, after_;
};

}  // namespace houvast::inline v0_1::detail
