#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "houvast/api.hpp"
#include "houvast/base/table.hpp"
#include "houvast/graph/graph.hpp"

namespace houvast::inline v0_1::graph {

/// What new ties should do for a network. The direction and the weight of ties play no part in any of them.
enum class TieGoal {
  kGroupPairs,          ///< more pairs of groups with two nodes, one of each, at most `steps` ties apart
  kReachAny,            ///< more nodes at most `steps` ties from at least one target; targets themselves do not count
  kReachEvery,          ///< more nodes at most `steps` ties from every target; targets themselves do not count
  kArticulationPoints,  ///< fewer nodes whose departure splits their component
  kPairsSeparated,      ///< fewer pairs separated by a departure: `pairs_lost` of `knockout`, over all nodes
};

struct NewTiesOptions {
  TieGoal goal = TieGoal::kPairsSeparated;
  std::span<const std::int32_t> groups = {};   ///< kGroupPairs: one code per node, -1 = no group
  std::span<const std::int64_t> targets = {};  ///< kReachAny, kReachEvery: ids, at least one
  std::optional<std::int64_t> steps = {};      ///< at least 1; nothing: 1 for pairs of groups, 2 for reach
  /// Pairs that may become a tie; nothing: every pair without a tie in either direction.
  std::optional<std::span<const std::pair<std::int64_t, std::int64_t>>> candidates = {};
  std::int64_t combinations = 100000;  ///< up to so many sets of ties all are tried; with more the search is greedy
  int threads = 1;                     ///< 0 = all; never changes the result
};

/// New ties, with what each of them does for the goal.
struct NewTies {
  Table table;  ///< a row per tie: tie (1, 2 ...), source < target, before and after (value of the goal)
  std::int64_t before = 0;
  std::int64_t after = 0;
  std::int64_t candidates = 0;  ///< pairs that could become a tie
  bool exact = false;           ///< all sets of ties were tried: no other set of at most so many ties does better
  Claim method;
};

/// Which few new ties do most for a goal. Keeping a tie costs time: fewer ties are given when more do not help.
///
/// Exact, by trying every set of at most `count` candidates, when there are no more than `combinations` sets: of the
/// best sets the smallest, and of these the first in the order of nodes. Else greedy: in every step all candidates are
/// tried and the one that does most is added, the first in the order of nodes when several do the same; it ends when no
/// single tie does anything (two together might). The values of the goal are exact in both.
/// @param count at least 1
/// @throws ValueError HV-301 not one group code per node; HV-302 a count or steps below 1, an id out of range, a
///         candidate that is a tie or a loop; HV-305 no groups or no targets where the goal needs them
/// @complexity O((nodes + ties) × sets tried); for kReachEvery times the number of targets
/// @source own definition
[[nodiscard]] HOUVAST_API NewTies best_new_ties(const Graph& graph, std::int64_t count,
                                                const NewTiesOptions& options = {});

}  // namespace houvast::inline v0_1::graph
