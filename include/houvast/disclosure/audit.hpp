#pragma once

#include <cstdint>
#include <vector>

#include "houvast/api.hpp"

namespace houvast::inline v0_1 {

/// What is told of a number of people: of `people`, at least `low` and at most `high` are counted.
struct ToldCount {
  std::int64_t people = 0;
  std::int64_t low = 0;
  std::int64_t high = 0;
};

/// A group as it is told of, and the numbers of people in the groups that it is made of (one: itself).
struct ToldGroup {
  ToldCount told;
  std::vector<std::int64_t> members;
};

/// Whether somebody can be certain that there are people who are counted, or who are not, but fewer than the threshold:
/// in a group, in a part of one, or over all groups.
///
/// Everything that is told is put together: the groups add up to the whole. Looked at with the eyes of somebody who
/// reads it all and of each of those who are counted or not, who leaves out the own answer. All of them are taken to
/// know how many people there are in each group, so who knows less is certain of no more. A sum of whole numbers
/// between bounds takes every value between the sums of the bounds; so the bounds that are compared are exact, and no
/// world has to be tried.
/// @param groups may be empty: only the whole is told
/// @complexity O(members² × groups)
/// @source own definition
[[nodiscard]] HOUVAST_API bool isolates_few(const std::vector<ToldGroup>& groups, const ToldCount& whole,
                                            std::int64_t threshold);

/// A group of which is told in which of `steps` equal steps its share lies (0: nothing), and what it is made of.
struct SteppedGroup {
  std::int64_t steps = 0;
  std::vector<std::int64_t> members;
};

/// The counts of `people` that lie in one of `steps` equal steps, the first one being 0; with 0 steps all of them.
[[nodiscard]] HOUVAST_API ToldCount counts_of_step(std::int64_t step, std::int64_t people, std::int64_t steps);

/// Whether isolates_few() could hold when groups are told in these steps, whatever the counts that add up to the whole.
///
/// What is decided by this follows from how many people there are and from what is told of the whole; so that groups
/// are told, or not, says nothing of their counts. True as well when there are too many outcomes to look at each.
/// @complexity O(outcomes × members²), at most 4096 outcomes
/// @source own definition
[[nodiscard]] HOUVAST_API bool could_isolate_few(const std::vector<SteppedGroup>& groups, const ToldCount& whole,
                                                 std::int64_t threshold);

}  // namespace houvast::inline v0_1
