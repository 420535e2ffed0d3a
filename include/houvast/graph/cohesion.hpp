#pragma once

#include <cstdint>
#include <vector>

#include "houvast/api.hpp"
#include "houvast/base/estimate.hpp"
#include "houvast/graph/graph.hpp"

namespace houvast::inline v0_1::graph {

/// The share of possible ties that are there: ties / (n (n - 1)) when directed, twice that when undirected.
///
/// Loops count neither as ties nor as possible ties. Undefined with fewer than two nodes.
/// @return `n` = number of possible ties; details "ties"
/// @complexity O(1)
/// @source Wasserman & Faust (1994), eq. 4.3 and 4.19
[[nodiscard]] HOUVAST_API Estimate density(const Graph& graph);

/// Which ties count towards a node's core in a directed graph.
enum class CoreTies {
  kSymmetrized,  ///< neighbours, whatever the direction: two opposite arcs count once
  kAll,          ///< arcs in either direction: two opposite arcs count twice (igraph "all", networkx)
  kIn,           ///< arcs towards the node
  kOut,          ///< arcs away from the node
};

/// For each node the largest k for which it is in a k-core: a part in which all have at least k ties within the part.
/// @param ties makes no difference when undirected
/// @complexity O(nodes + ties)
/// @source Seidman (1983), Social Networks 5(3); Batagelj & Zaversnik (2003), arXiv:cs/0310049
[[nodiscard]] HOUVAST_API std::vector<std::int64_t> core_numbers(const Graph& graph,
                                                                 CoreTies ties = CoreTies::kSymmetrized);

/// How many ties must fail, at least, before some node can no longer reach some other.
///
/// Directed: before some node can no longer reach some other along arcs. Undefined with fewer than two nodes.
/// @return `n` = number of nodes
/// @complexity O(nodes) maximum flows, each O(ties * min(nodes^(2/3), sqrt(ties)))
/// @source Menger (1927); Schnorr (1979), SIAM Journal on Computing 8(2); flows by Dinic (1970)
[[nodiscard]] HOUVAST_API Estimate edge_connectivity(const Graph& graph);

/// The nested groups whose members stay connected with each other however few ties to the outside fail.
///
/// lambda(u, v) is the number of ties that must fail before u and v are separated. A lambda set of level k is a largest
/// group in which every pair has lambda >= k; the sets of a higher level lie within those of a lower one.
struct HOUVAST_API LambdaSets {
  std::vector<std::int64_t> parent;  ///< tree of equivalent flows: parent of each node, that of node 0 is 0
  std::vector<std::int64_t> flow;    ///< lambda between a node and its parent; 0 for node 0
  std::vector<std::int64_t> levels;  ///< the values of lambda above 0 that occur, in decreasing order

  [[nodiscard]] std::int64_t nodes() const noexcept { return static_cast<std::int64_t>(parent.size()); }

  /// lambda(u, v): the smallest flow on the way from u to v in the tree; 0 for u = v, where it has no meaning.
  /// @throws ValueError HV-302 when an id is out of range
  /// @complexity O(nodes)
  [[nodiscard]] std::int64_t between(std::int64_t u, std::int64_t v) const;

  /// lambda of every pair, row after row; 0 on the diagonal. @complexity O(nodes^2)
  [[nodiscard]] std::vector<std::int64_t> matrix() const;

  /// The lambda set of each node at a level, as labels in order of first appearance.
  /// @param level at least 1; 1 gives the components
  /// @throws ValueError HV-302 when `level` is below 1
  /// @complexity O(nodes)
  [[nodiscard]] std::vector<std::int64_t> sets(std::int64_t level) const;
};

/// Lambda sets of an undirected graph; ties count 1 whatever their weight.
/// @throws ValueError HV-303 for a directed graph: symmetrize it first, in the way that suits the question
/// @complexity O(nodes) maximum flows
/// @source Borgatti, Everett & Shirey (1990), Social Networks 12(4); tree by Gusfield (1990), SIAM Journal on
///         Computing 19(1)
[[nodiscard]] HOUVAST_API LambdaSets lambda_sets(const Graph& graph);

struct CliqueOptions {
  std::int64_t min_size = 1;     ///< smallest clique to return, at least 1
  std::int64_t limit = 1000000;  ///< refuse to find more than this many
};

/// All maximal cliques: groups in which everybody has a tie with everybody and to which nobody can be added.
/// @return cliques with members in increasing order, the list in lexicographic order
/// @throws ValueError HV-302 when there are more than `limit` (never a silent part of them) or an option is below 1,
///         HV-303 for a directed graph: symmetrize it first
/// @complexity O(d nodes 3^(d/3)) with d the largest core number
/// @source Bron & Kerbosch (1973); Tomita, Tanaka & Takahashi (2006); Eppstein, Loeffler & Strash (2010)
[[nodiscard]] HOUVAST_API std::vector<std::vector<std::int64_t>> maximal_cliques(const Graph& graph,
                                                                                 CliqueOptions options = {});

/// What a node with fewer than two neighbours gets, for which local clustering has no meaning.
enum class TooFew {
  kZero,  ///< 0, and it counts in the average (networkx)
  kNan,   ///< NaN, and it is left out of the average (sna, igraph)
};

/// The share of connected triples that are closed: 3 * triangles / paths of length two; direction is ignored.
///
/// Undefined when there is no path of length two.
/// @return `n` = number of paths of length two; details "triangles"
/// @complexity O(ties^1.5)
/// @source Newman, Watts & Strogatz (2002), PNAS 99, eq. 3
[[nodiscard]] HOUVAST_API Estimate transitivity(const Graph& graph);

/// For each node the share of pairs of its neighbours that have a tie themselves; direction is ignored.
/// @complexity O(ties^1.5)
/// @source Watts & Strogatz (1998), Nature 393
[[nodiscard]] HOUVAST_API std::vector<double> clustering(const Graph& graph, TooFew too_few = TooFew::kZero);

/// The mean of local clustering. Undefined when no node counts.
/// @return `n` = number of nodes that count
/// @complexity O(ties^1.5)
/// @source Watts & Strogatz (1998), Nature 393
[[nodiscard]] HOUVAST_API Estimate average_clustering(const Graph& graph, TooFew too_few = TooFew::kZero);

}  // namespace houvast::inline v0_1::graph
