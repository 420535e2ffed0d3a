#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "houvast/api.hpp"
#include "houvast/base/estimate.hpp"
#include "houvast/base/table.hpp"
#include "houvast/ecosystem/network.hpp"
#include "houvast/graph/graph.hpp"
#include "houvast/graph/network_groups.hpp"
#include "houvast/study.hpp"

namespace houvast::inline v0_1 {

/// A party whose leaving would cut others off.
struct CutParty {
  std::int32_t position = 0;          ///< in Network::parties
  std::vector<std::int32_t> cut_off;  ///< positions that would no longer reach the largest remaining part
};

/// The first numbers of a network, over observed dyads.
struct NetworkSummary {
  Network network;
  std::optional<Grouping> grouping;  ///< when the nodes are groups of parties
  Graph graph;                       ///< nodes in the order of network.parties
  Estimate density;  ///< ties / observed dyads; details: low and high = bounds over what silence could hide
  std::vector<std::int64_t> component;        ///< per position, 0 = the first
  std::vector<std::int64_t> component_sizes;  ///< per component
  std::vector<std::int32_t> isolated;         ///< positions that reported and have no tie
  std::vector<std::int32_t>
      unknown_ties;  ///< positions that nobody names and that did not tell: not isolated, not known
  std::vector<CutParty> cut_parties;
  std::vector<std::int64_t> in_degree;   ///< per position; undirected: the degree
  std::vector<std::int64_t> out_degree;  ///< per position; undirected: the degree; 0 for the silent says nothing

  /// The parties' own network: who disagrees is never asked of groups.
  [[nodiscard]] const Network& of_parties() const noexcept { return grouping ? grouping->parties : network; }
};

/// The network as a graph: nodes in the order of `network.parties`, weights = strengths.
[[nodiscard]] HOUVAST_API Graph graph_of(const Network& network);

/// The network of one relation in one wave, with the study's own names checked; `measured()` tells whether anybody who
/// takes part in that wave reported on it.
/// @throws KeyError HV-505 wave, HV-507 relation
/// @complexity O(parties² + reports)
[[nodiscard]] HOUVAST_API Network reported_network(const Study& study, std::string_view relation, const WaveId& wave,
                                                   const NetworkOptions& options = {});

/// The same, measured.
/// @throws KeyError HV-505 wave, HV-507 relation; ValueError HV-305 when nobody reported on it in that wave
/// @complexity O(parties² + reports)
[[nodiscard]] HOUVAST_API Network measured_network(const Study& study, std::string_view relation, const WaveId& wave,
                                                   const NetworkOptions& options = {});

/// Density, components, degrees and cut parties of a network.
/// @complexity O(parties²)
[[nodiscard]] HOUVAST_API NetworkSummary summary_of(Network network);

/// Density, components, degrees and cut parties of one relation in one wave.
/// @throws KeyError HV-505 wave, HV-507 relation; ValueError HV-305 when nobody reported on it in that wave
/// @complexity O(parties² + reports)
/// @source Wasserman & Faust (1994), ch. 4; bounds: own definition
[[nodiscard]] HOUVAST_API NetworkSummary network_summary(const Study& study, std::string_view relation,
                                                         const WaveId& wave, const NetworkOptions& options = {});

/// The same numbers with parties taken together: a node is an organisation, a domain, ... A party without one stands
/// for itself. Ties inside a group are no loops: they stand apart in `grouping`.
/// @param parties summary of the parties' own network @param level an attribute of the parties, "party" or "person"
///        (the summary as it is)
/// @throws KeyError HV-506 attribute; ValueError HV-303 when the summary is of groups already
/// @complexity O(parties²)
[[nodiscard]] HOUVAST_API NetworkSummary grouped_summary(const Study& study, const NetworkSummary& parties,
                                                         std::string_view level);

/// One row per party: id, name, domain, asked, reported, in and out degree, component, cuts off how many; for groups
/// the group, its members, how many of them were asked and reported, and the rest alike.
[[nodiscard]] HOUVAST_API Table network_table(const Study& study, const NetworkSummary& summary);

}  // namespace houvast::inline v0_1
