#pragma once

#include <cstdint>
#include <span>
#include <string>

#include "houvast/api.hpp"
#include "houvast/base/estimate.hpp"
#include "houvast/base/table.hpp"
#include "houvast/graph/graph.hpp"

/// Groups of nodes (organisations, domains, levels) and the ties within and between them.
///
/// In every function `groups` holds one code per node, 0 or more, or -1 for a node without a group. A node without a
/// group is left out together with its ties, except where a function says that it refuses it. Weights and loops play no
/// part.
namespace houvast::inline v0_1::graph {

struct EiOptions {
  std::int64_t permutations = 1000;  ///< random divisions of the same group sizes over the nodes; 0 = no test
  std::uint64_t seed = 1;            ///< permutation p uses stream p
  int threads = 1;                   ///< 0 = all; never changes the result
};

/// Tells whether ties look outward (+1: all between groups) or inward (-1: all within groups), beside its value by
/// chance.
///
/// value = (external - internal) / (external + internal). `expected` = (possible external - possible internal) /
/// possible pairs: the value when every pair of nodes is tied with the same probability, given the group sizes; this is
/// also the exact mean over all permutations of the labels. `p_value` is two-sided: the share of permutations at least
/// as far from `expected` as the observed value, on either side, the observed one included: (1 + hits) / (1 +
/// permutations).
/// @param groups one code per node, -1 = no group
/// @return n = ties counted; details: external, internal, possible_external, possible_internal (arcs when directed),
///         p_greater_equal, p_less_equal, nodes_without_group, permuted_mean, permuted_sd; undefined without ties
/// @throws ValueError HV-301 wrong length, HV-302 a code below -1 or fewer than 0 permutations
/// @complexity O(nodes + ties) per permutation
/// @source Krackhardt & Stern (1988), Social Psychology Quarterly 51(2), 123–140; value by chance: own definition
[[nodiscard]] HOUVAST_API Estimate ei_index(const Graph& graph, std::span<const std::int32_t> groups,
                                            const EiOptions& options = {});

/// Shows how dense the ties are within and between groups (block matrix).
/// @param groups one code per node, -1 = no group
/// @param labels names by code, or empty to use the codes
/// @return columns from_group, to_group, ties, possible, density (0 to 1, missing where no pair is possible); every
///         ordered pair of groups when directed, every unordered pair once (from before to) when undirected
/// @throws ValueError HV-301 wrong length, HV-302 a code below -1 or without a label
/// @complexity O(nodes + ties + groups²)
/// @source Wasserman & Faust (1994), Social Network Analysis, chapter 10
[[nodiscard]] HOUVAST_API Table group_density(const Graph& graph, std::span<const std::int32_t> groups,
                                              std::span<const std::string> labels = {});

/// Tells how much more ties stay within groups than the groups' shares of ties would give (1 = always, 0 = by chance).
/// @param groups one code per node, -1 = no group
/// @return n = ties counted; undefined without ties or when all ties lie in one group
/// @throws ValueError HV-301 wrong length, HV-302 a code below -1
/// @complexity O(nodes + ties)
/// @source Newman (2003), Physical Review E 67, 026126, eq. 2
[[nodiscard]] HOUVAST_API Estimate assortativity_nominal(const Graph& graph, std::span<const std::int32_t> groups);

struct AssortativityOptions {
  std::string source = "out";  ///< degree of the sender: "out" or "in"; both are the degree when undirected
  std::string target = "in";   ///< degree of the receiver: "out" or "in"
};

/// Tells whether well-connected nodes are tied to well-connected nodes (+1) or to little-connected ones (-1).
/// @return correlation of the degrees at both ends of the ties; n = ties; undefined without ties or when all degrees at
///         one end are equal
/// @throws ValueError HV-303 unknown degree
/// @complexity O(nodes + ties)
/// @source Newman (2003), Physical Review E 67, 026126, section III
[[nodiscard]] HOUVAST_API Estimate assortativity(const Graph& graph, const AssortativityOptions& options = {});

struct BrokerageOptions {
  std::span<const std::string> labels = {};  ///< names by group code, or empty to use the codes
  int threads = 1;                           ///< 0 = all; never changes the result
};

/// Counts how often each node stands between two others that have no direct tie, by the groups of the three.
///
/// Over all ordered pairs (i, k) with ties i -> v -> k and no tie i -> k: coordinator (all three in one group),
/// consultant (i and k in one group, v in another), representative (i and v in one, k in another), gatekeeper (v and k
/// in one, i in another), liaison (three groups). An undirected tie is a tie both ways, so that each unordered pair
/// counts twice and representative equals gatekeeper (as R sna counts).
///
/// Expectation and z: given the density and the group sizes, every tie independent. z is missing where chance leaves no
/// room: the variance is zero because the groups are too small for the position (a group of one has no coordinator, two
/// groups have no liaison) or because no open pair can exist (no ties, or all).
/// @param groups one code per node; every node needs one
/// @return a row per node: node, group, the five positions and total (counts), expected_* and z_* for each
/// @throws ValueError HV-301 wrong length, HV-302 a code below 0 or without a label
/// @complexity O(sum over ties i -> v of the out-degree of i)
/// @source Gould & Fernandez (1989), Sociological Methodology 19, 89–126
[[nodiscard]] HOUVAST_API Table brokerage(const Graph& graph, std::span<const std::int32_t> groups,
                                          const BrokerageOptions& options = {});

/// Counts each brokerage position over the whole network, beside its value by chance.
/// @param groups one code per node; every node needs one
/// @return six rows: position, count, expected, sd, z (missing where the variance by chance is not above zero)
/// @throws ValueError HV-301 wrong length, HV-302 a code below 0
/// @complexity as `brokerage`
/// @source Gould & Fernandez (1989), Sociological Methodology 19, 89–126
[[nodiscard]] HOUVAST_API Table brokerage_totals(const Graph& graph, std::span<const std::int32_t> groups,
                                                 const BrokerageOptions& options = {});

}  // namespace houvast::inline v0_1::graph
