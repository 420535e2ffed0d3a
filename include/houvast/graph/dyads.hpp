#pragma once

#include <cstdint>
#include <string_view>

#include "houvast/api.hpp"
#include "houvast/base/estimate.hpp"
#include "houvast/base/table.hpp"
#include "houvast/graph/graph.hpp"

/// Pairs and threes of nodes, and how much a network of directed ties looks like a chain of command.
///
/// Weights and loops play no part.
namespace houvast::inline v0_1::graph {

/// Tells how often ties are returned; there are three ways to count, so the result names its own.
///
/// With M mutual, A one-way and N empty pairs: "edgewise" 2M / (2M + A), the share of ties that are returned;
/// "dyadic" (M + N) / (M + A + N), the share of pairs where both say the same; "dyadic_nonnull" M / (M + A), the share
/// of tied pairs that are mutual.
/// @param definition "edgewise" (default), "dyadic" or "dyadic_nonnull"
/// @return value in [0, 1]; n = what the share is of (ties, pairs or tied pairs); details: mutual, asymmetric, null;
///         undefined when that is nothing, and for undirected graphs, where every tie is mutual by construction
/// @throws ValueError HV-303 unknown definition
/// @complexity O(nodes + ties)
/// @source Wasserman & Faust (1994), Social Network Analysis, chapter 13; names as in R sna
[[nodiscard]] HOUVAST_API Estimate reciprocity(const Graph& graph, std::string_view definition = "edgewise");

/// Counts pairs of nodes by the ties between them.
/// @return columns type ("mutual", "asymmetric", "null") and count
/// @complexity O(nodes + ties)
/// @source Holland & Leinhardt (1970), American Journal of Sociology 76(3), 492–513
[[nodiscard]] HOUVAST_API Table dyad_census(const Graph& graph);

/// Counts threes of nodes by the ties among them, in the 16 classes of Holland and Leinhardt.
///
/// Threes with ties in only one pair or none are never visited: closed threes are enumerated, open ones counted from
/// degrees, the rest follow by subtraction. An undirected tie counts as a mutual one.
/// @return columns type ("003", "012", "102", "021D", "021U", "021C", "111D", "111U", "030T", "030C", "201", "120D",
///         "120U", "120C", "210", "300") and count, exact: where one of them passes 64 bits, the column holds
///         WideInteger
/// @complexity O(nodes + ties^1.5)
/// @source Holland & Leinhardt (1976), Sociological Methodology 7, 1–45; sub-quadratic counting after Batagelj & Mrvar
///         (2001), Social Networks 23(3), 237–243
[[nodiscard]] HOUVAST_API Table triad_census(const Graph& graph);

/// For every node, how many threes of each class it is in; summed over nodes, three times `triad_census`.
/// @return one row per node: node, and a column per class ("003" to "300")
/// @complexity O(nodes + ties^1.5)
/// @source Holland & Leinhardt (1976), Sociological Methodology 7, 1–45
[[nodiscard]] HOUVAST_API Table node_triad_census(const Graph& graph);

/// Krackhardt's four dimensions; each is 1 in an out-tree, the ideal chain of command.
struct Krackhardt {
  Estimate connectedness;  ///< share of pairs that are joined by a path, whatever the direction; 1 for one node
  Estimate hierarchy;      ///< share of pairs joined by a directed path where there is no way back
  Estimate efficiency;     ///< 1 - ties beyond the needed ones / the most there could be, within weak components
  Estimate lubness;        ///< share of pairs with a closest common superior, within weak components of 3 or more
};

/// Compares a network of directed ties with a chain of command: one connected whole, no way back, no tie too many,
/// every two with one closest common superior.
///
/// "Closest" is Krackhardt's rule: a common superior that all other common superiors reach. R sna 2.7 describes this
/// rule but counts common superiors that reach all others; that number is `lubness.details["highest_common_superior"]`.
///
/// A measure is undefined when no pair could show it (hierarchy: nobody reaches anybody; efficiency: no component of
/// two; lubness: no component of three).
/// @return four estimates, each with the number of pairs (efficiency: of ties) as n
/// @complexity O(nodes + ties + c³ / 64) for c strong components, c² / 8 bytes
/// @source Krackhardt (1994), in Carley & Prietula (eds.), Computational Organization Theory, 89–111
[[nodiscard]] HOUVAST_API Krackhardt krackhardt(const Graph& graph);

}  // namespace houvast::inline v0_1::graph
