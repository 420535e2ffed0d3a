#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "houvast/api.hpp"
#include "houvast/base/table.hpp"
#include "houvast/graph/network_summary.hpp"
#include "houvast/study.hpp"

namespace houvast::inline v0_1 {

/// One row per tie: from, to, strength, and how many reports name it.
[[nodiscard]] HOUVAST_API Table ties_table(const Network& network);

/// One row per tie about which both sides told different things: both words, and whether they differ on there being a
/// tie (existence) or only on how strong it is (strength).
/// @param parties a network of parties
[[nodiscard]] HOUVAST_API Table disagreements_table(const Network& parties);

struct NetworkViewOptions {
  std::vector<std::string> perspectives{};  ///< ids or titles of the profile's perspectives; at least one
  bool both_ends = false;                   ///< a tie must have both ends among them, instead of one
};

/// A part of a network to look at. It has rows and no metrics: numbers are of the whole network, so that a filter for
/// the picture can never change them.
struct NetworkView {
  std::vector<std::string> perspectives;  ///< ids
  std::int64_t all_parties = 0;
  std::int64_t all_ties = 0;
  Table parties;  ///< rows of network_table: those of the perspectives, and who they are tied to when one end is enough
  Table ties;
  Table disagreements;
};

/// The ties of some perspectives, out of the whole network; every number in the rows is that of the whole network.
/// @throws ValueError HV-303 a network of groups, HV-302 no perspective; KeyError HV-506 a perspective that the profile
///         and the parties do not know
/// @complexity O(parties + ties)
[[nodiscard]] HOUVAST_API NetworkView network_view(const Study& study, const NetworkSummary& summary,
                                                   const NetworkViewOptions& options);

}  // namespace houvast::inline v0_1
