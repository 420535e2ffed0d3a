#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "houvast/disclosure/audit.hpp"
#include "houvast/disclosure/release.hpp"

namespace houvast::inline v0_1::detail {

/// In how many equal steps a share of `n` people is told: halves (2) from the threshold, quarters (4) from four times
/// it, tenths (10) from ten times, twentieths (20) from twenty times; 0 below the threshold. So no step but a half of a
/// group below twice the threshold holds fewer people than the threshold.
[[nodiscard]] std::int64_t steps_of(std::int64_t n, std::int64_t threshold);

/// The band of a number of people: its edges are those at which the steps change, with the doubles between.
/// With a threshold of 5: "5–9", "10–19", "20–49", "50–99", "100–199", "200+"; "0–4" below.
[[nodiscard]] std::string n_band(std::int64_t n, std::int64_t threshold);

/// The step that a share lies in; a share on an edge lies in the higher step.
/// @param steps 1 or more
[[nodiscard]] ReleasedShare step_share(std::int64_t count, std::int64_t n, std::int64_t steps);

/// Of `people`, how many can be counted when it is told in which of `steps` equal steps their share lies; 0 tells
/// nothing.
[[nodiscard]] ToldCount told_count(std::int64_t count, std::int64_t people, std::int64_t steps);

/// In how many steps the share of a category is told: those of which each holds two people more than the threshold, so
/// that what remains when the other categories are subtracted from the whole is as wide; 0 when there are none.
[[nodiscard]] std::int64_t roomy_steps_of(std::int64_t n, std::int64_t threshold);

/// How many people a group must have to be told of beside the whole: two halves with room.
[[nodiscard]] std::int64_t fewest_of_group(std::int64_t threshold);

/// Each category with the step that its share lies in; empty without roomy_steps_of().
[[nodiscard]] std::vector<ReleasedBin> told_distribution(const std::vector<std::int64_t>& counts, int min,
                                                         std::int64_t threshold);

/// Which groups are published by themselves (their index) and which only together (-1): every published set, and all
/// that go together, reach the threshold in both numbers, or everything goes together.
[[nodiscard]] std::vector<int> published_groups(const std::vector<std::int64_t>& asked,
                                                const std::vector<std::int64_t>& answered, std::int64_t threshold);

/// Groups whose cell of one item must be hidden: those below the threshold, and the smallest others until what is
/// hidden is 0 or at least the threshold, and never just one.
[[nodiscard]] std::vector<bool> hidden_cells(const std::vector<std::int64_t>& n, std::int64_t threshold);

}  // namespace houvast::inline v0_1::detail
