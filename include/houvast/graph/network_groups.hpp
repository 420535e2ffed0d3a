#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "houvast/api.hpp"
#include "houvast/base/table.hpp"
#include "houvast/ecosystem/network.hpp"

namespace houvast::inline v0_1 {

/// What was seen between two groups of parties, or inside one.
struct GroupCell {
  std::int32_t from = 0;  ///< position of the group; undirected: from <= to
  std::int32_t to = 0;    ///< the same as `from`: inside the group
  std::int64_t possible = 0;
  std::int64_t observed = 0;
  std::int64_t open = 0;  ///< pairs in which silence could hide a tie
  std::int64_t tied = 0;
  std::int64_t reports = 0;  ///< reports that name these ties
  double strength_sum = 0;
  double strength_max = 0;

  [[nodiscard]] bool inside() const noexcept { return from == to; }
};

/// A network in which a node is a group of parties, with what was taken together.
struct Grouping {
  Network parties;                     ///< the parties' own network
  Network network;                     ///< between groups: no loops; strength of a tie: that of its strongest pair
  std::vector<std::int32_t> group_of;  ///< per party position: position of its group
  std::vector<std::int64_t> members;   ///< per group: parties
  std::vector<std::int64_t> asked;     ///< per group: members that were asked
  std::vector<std::int64_t> reported;  ///< per group: members that reported
  std::vector<GroupCell> cells;        ///< every two groups, and every group of two or more with itself
};

/// Takes parties together: two groups are tied when any of their members are.
///
/// A pair of groups is observed when at least one pair of their members is. A group is silent when all of its members
/// that were asked are; it is partly silent when some are. Bounds count every pair of groups without a tie of which not
/// all pairs of members were settled as one that silence could hide.
/// @param parties a network of parties @param labels one per position, never empty @param level what the groups are
/// @throws ValueError HV-301 when there is not one label per party
/// @complexity O(parties² + groups²)
/// @source own definition; block of a network after Wasserman & Faust (1994), ch. 9
[[nodiscard]] HOUVAST_API Grouping group_network(const Network& parties, std::span<const std::string> labels,
                                                 std::string level);

/// Columns group, members, asked, reported, silence (none, part, all), and inside: pairs possible, observed and tied.
/// When who was asked is not known, asked is missing, and silence too where nobody is known to have been silent.
[[nodiscard]] HOUVAST_API std::vector<Column> member_columns(const Grouping& grouping);

/// One row per pair of groups and one per group with itself (inside): pairs possible, observed and tied, density over
/// the observed ones, reports, summed, mean and largest strength.
[[nodiscard]] HOUVAST_API Table group_table(const Grouping& grouping);

}  // namespace houvast::inline v0_1
