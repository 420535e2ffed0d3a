#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "houvast/api.hpp"
#include "houvast/base/estimate.hpp"
#include "houvast/graph/graph.hpp"

/// Groups that the ties themselves show: communities, and a core with a periphery. Loops play no part.
namespace houvast::inline v0_1::graph {

/// Tells how much denser a division into groups is inside than chance would make it.
///
/// Undirected: sum over groups of L_c / m - resolution × (K_c / 2m)²; directed: L_c / m - resolution × K_out K_in / m².
/// Weights count where there are any.
/// @param labels one code per node, 0 or more
/// @param resolution 0 or more; above 1 asks for smaller groups
/// @return n = ties; undefined without ties (or without weight)
/// @throws ValueError HV-301 wrong length, HV-302 a label below 0, a negative resolution or a negative weight
/// @complexity O(nodes + ties)
/// @source Newman (2006), PNAS 103(23), 8577–8582; directed: Leicht & Newman (2008), PRL 100, 118703; resolution:
///         Reichardt & Bornholdt (2006), Physical Review E 74, 016110
[[nodiscard]] HOUVAST_API Estimate modularity(const Graph& graph, std::span<const std::int32_t> labels,
                                              double resolution = 1.0);

struct CommunityOptions {
  double resolution = 1.0;  ///< 0 or more; above 1 asks for smaller communities
  std::uint64_t seed = 1;
  /// Independent searches, of which the best is kept; at least 1. Nothing: 100 up to 500 nodes, where they cost little,
  /// and 10 beyond.
  std::optional<std::int64_t> attempts{};
  std::int64_t rounds = 1000;  ///< most rounds per search, which ends earlier when nothing changes; at least 1
};

/// A division into communities.
struct Communities {
  std::vector<std::int32_t> labels;  ///< one per node, 0 to count - 1 in order of first appearance
  std::int64_t count = 0;
  Estimate modularity;  ///< of this division, at the asked resolution
};

/// Finds groups of nodes that have more ties with each other than chance would give; each is connected.
///
/// Local moving, refinement and aggregation until nothing improves (Leiden), with the best instead of a random
/// improvement in the refinement. Every search takes up to ten rounds, and the three that have come furthest go on
/// until nothing changes. A node without ties is a community of its own. Direction and weights count.
///
/// Whatever the nodes are called, the division is the same: the search takes them in an order that follows from their
/// ties. Only of nodes that their ties do not tell apart, the order in which they are given decides.
/// @throws ValueError HV-302 a negative resolution or weight, or no attempt or round
/// @complexity about O(nodes + ties) per round; a network without any structure takes the most rounds
/// @source Traag, Waltman & van Eck (2019), Scientific Reports 9, 5233
[[nodiscard]] HOUVAST_API Communities communities(const Graph& graph, const CommunityOptions& options = {});

struct CoreOptions {
  /// What an ideal network has between core and periphery: "absent" (only the core is tied), "present" (all are tied to
  /// the core), or "missing" (not looked at: only core and periphery themselves count).
  std::string between = "absent";
  std::uint64_t seed = 1;
  std::int64_t attempts = 32;  ///< random starts beside the ordered ones; at least 0; not used for small networks
};

/// A core and a periphery.
struct CorePeriphery {
  std::vector<bool> core;  ///< one per node; all false when undefined
  Estimate correlation;    ///< between the network and the ideal one; details: core_size, core_density,
                           ///< between_density, periphery_density (absent where no pair is possible), exact (1 or 0)
};

/// Divides the network into a core whose members are tied and a periphery whose members are not, as well as it goes.
///
/// Maximises the correlation between the ties (off the diagonal, every tie 1) and the ideal network. Exact up to 16
/// nodes (every division is tried); beyond that the best of many searches that move or swap single nodes. Of equally
/// good divisions the one with the smaller core is kept, then the one with the lower nodes in the core (up to 16 nodes)
/// or the one that comes first in the order of the search, which follows from the ties alone: whatever the nodes are
/// called, the division is the same, but for nodes that their ties do not tell apart.
/// @throws ValueError HV-303 unknown `between`, HV-302 a negative number of attempts
/// @complexity O(2^nodes × degree) up to 16 nodes, else O(attempts × passes × (nodes + ties)), and up to 512 nodes
///             O(nodes²) per pass for the swaps; above that nodes are moved but not swapped
/// @source Borgatti & Everett (2000), Social Networks 21(4), 375–395, section 3
[[nodiscard]] HOUVAST_API CorePeriphery core_periphery(const Graph& graph, const CoreOptions& options = {});

/// How near each node is to the core.
struct Coreness {
  std::vector<double> values;  ///< one per node, 0 to 1; all 0 without ties
  Estimate fit;                ///< correlation between ties and products of coreness, off the diagonal
};

/// Gives each node a degree of coreness, so that ties are as near as possible to the product of both ends' coreness.
///
/// Least squares off the diagonal (MINRES) over coreness from 0 to 1, ties divided by the largest weight; without the
/// upper bound a star has no best answer. Improves one node at a time until no coreness changes by more than 1e-13,
/// starting from what each node's ties sum to and from each node with those it is tied to (above 64 nodes: from the 16
/// whose ties sum to most); the lowest sum of squares counts. The search takes nodes in an order that follows from
/// their ties, so that it finds the same whatever they are called; of equally good answers the first in that order is
/// kept, which for nodes that their ties do not tell apart is the order in which they are given. Direction: (a_ij +
/// a_ji) / 2. Weights count.
/// @return fit is undefined when all pairs are tied alike
/// @throws ValueError HV-302 a negative weight
/// @complexity O(nodes + ties) per round, at most 10,000 rounds from each of at most 65 starts
/// @source Borgatti & Everett (2000), Social Networks 21(4), 375–395, section 4; MINRES: Comrey (1962), Psychological
///         Reports 11, 15–18; upper bound: own definition
[[nodiscard]] HOUVAST_API Coreness continuous_coreness(const Graph& graph);

}  // namespace houvast::inline v0_1::graph
