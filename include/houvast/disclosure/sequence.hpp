#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "houvast/api.hpp"

namespace houvast::inline v0_1 {

/// Of some parts of the people together, at least `low` and at most `high` are counted.
struct ToldSum {
  std::vector<std::size_t> parts;
  std::int64_t low = 0;
  std::int64_t high = 0;
};

/// Whether what several releases told, put together, makes somebody certain that there are people in one of `sets` who
/// are counted, or who are not, but fewer than the threshold.
///
/// People of one part are in the same groups of every release. Looked at with the eyes of somebody who reads it all and
/// of each of those who are counted or not, who leaves out the own answer; all know how many people there are in each
/// part. Nothing is certain as soon as there is a world, whole numbers that give all that was told, in which it is not
/// so; worlds are looked for by halving the bounds of parts. True as well when there is no world at all (then answers
/// changed between releases), or none is found within 10,000 steps.
/// @param people per part
/// @param sets parts that are looked at together
/// @throws ValueError HV-302 for a part that does not exist
/// @complexity O(sets × parts) searches at most; most are answered by a world that was found before
/// @source own definition
[[nodiscard]] HOUVAST_API bool sequence_isolates_few(const std::vector<std::int64_t>& people,
                                                     const std::vector<ToldSum>& told,
                                                     const std::vector<std::vector<std::size_t>>& sets,
                                                     std::int64_t threshold);

}  // namespace houvast::inline v0_1
