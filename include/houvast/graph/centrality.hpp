#pragma once

#include <cstdint>
#include <vector>

#include "houvast/api.hpp"
#include "houvast/base/estimate.hpp"
#include "houvast/graph/graph.hpp"
#include "houvast/graph/paths.hpp"

namespace houvast::inline v0_1::graph {

/// The number of ties of each node, loops not counted.
/// @param direction of arcs to count; kAll = in plus out
/// @complexity O(nodes), O(nodes + ties) for arcs towards the node
/// @source Freeman (1978), Social Networks 1(3)
[[nodiscard]] HOUVAST_API std::vector<std::int64_t> degree(const Graph& graph, Direction direction = Direction::kAll);

/// The summed weight of the ties of each node, loops not counted; every tie weighs 1 when unweighted.
/// @param direction of arcs to count; kAll = in plus out
/// @complexity O(nodes + ties)
/// @source Barrat, Barthelemy, Pastor-Satorras & Vespignani (2004), PNAS 101, eq. 2
[[nodiscard]] HOUVAST_API std::vector<double> strength(const Graph& graph, Direction direction = Direction::kAll);

struct BetweennessOptions {
  bool normalized = false;  ///< divide by the number of pairs of other nodes
  int threads = 1;          ///< 0 = as many as the machine has; never changes a bit of the result
  WeightMeaning weights = WeightMeaning::kIgnored;  ///< kDistance: each above 0
};

/// For each node how many shortest paths between others run through it, a pair with several paths counting in parts.
///
/// A tie is one step, or as long as its weight; directed paths follow the arcs. An undirected pair counts once.
/// @throws ValueError HV-302 when two nodes have more shortest paths than a double can hold (about 10^308), or a length
///         is not above 0
/// @complexity O(nodes * ties), eight sources at a time; at most 0.4 KB of memory per node and thread. With lengths
///             O(nodes * (nodes + ties) log nodes)
/// @source Freeman (1977), Sociometry 40(1); Brandes (2001), Journal of Mathematical Sociology 25(2)
[[nodiscard]] HOUVAST_API std::vector<double> betweenness(const Graph& graph, BetweennessOptions options = {});

/// How closeness deals with nodes that cannot be reached. r = number of other nodes reached, D = sum of distances to
/// them, n = number of nodes.
enum class ClosenessVariant {
  kWassermanFaust,  ///< (r / (n - 1)) * (r / D), 0 when r = 0 (networkx default)
  kComponent,       ///< r / D, NaN when r = 0 (igraph normalized; networkx wf_improved=False but for r = 0)
  kReciprocalSum,   ///< 1 / D, NaN when r = 0 (igraph not normalized)
};

struct ClosenessOptions {
  ClosenessVariant variant = ClosenessVariant::kWassermanFaust;
  Direction direction = Direction::kOut;  ///< kOut: distances from the node, kIn: towards it (networkx)
  int threads = 1;                        ///< 0 = as many as the machine has; never changes a bit of the result
  WeightMeaning weights = WeightMeaning::kIgnored;  ///< kDistance: each above 0
};

/// How near each node is to the nodes that it can reach; a tie is one step, or as long as its weight.
/// @throws ValueError HV-302 when a length is not above 0
/// @complexity O(nodes * (nodes + ties) / 512) word operations in practice; 0.2 KB of memory per node and thread
/// @source Freeman (1978), Social Networks 1(3); Wasserman & Faust (1994), eq. 5.22
[[nodiscard]] HOUVAST_API std::vector<double> closeness(const Graph& graph, ClosenessOptions options = {});

struct HarmonicOptions {
  bool normalized = false;  ///< divide by n - 1
  Direction direction = Direction::kOut;
  int threads = 1;  ///< 0 = as many as the machine has; never changes a bit of the result
};

/// The sum of 1 / distance from each node to all others, those that cannot be reached counting 0.
/// @return with `normalized` NaN when there are no others
/// @complexity as `closeness`
/// @source Rochat (2009), Applications of Social Network Analysis; Boldi & Vigna (2014), Internet Mathematics 10
[[nodiscard]] HOUVAST_API std::vector<double> harmonic(const Graph& graph, HarmonicOptions options = {});

struct SampleOptions {
  std::int64_t samples = 512;  ///< number of nodes to search from, drawn without replacement; at most all
  std::uint64_t seed = 1;
  double confidence = 0.95;               ///< that all nodes' intervals hold together, in (0, 1)
  bool normalized = false;                ///< betweenness and harmonic as in their options; closeness is always r / D
  Direction direction = Direction::kOut;  ///< closeness and harmonic only
  int threads = 1;                        ///< 0 = as many as the machine has; never changes a bit of the result
};

/// Values of a centrality from a sample of nodes, each with an interval; all intervals hold together with the stated
/// confidence.
struct SampledCentrality {
  std::vector<double> values;
  std::vector<double> low;
  std::vector<double> high;
  double error = 0.0;  ///< bound that made the intervals, in the unit that the function names
  std::int64_t samples = 0;
  Provenance provenance;
};

/// Betweenness of a very large graph, from the paths that start in a sample of nodes, scaled up.
/// @return `error`: largest difference from betweenness, in its unit
/// @throws ValueError HV-302 when an option is out of range
/// @complexity O(samples * ties)
/// @source Brandes & Pich (2007), International Journal of Bifurcation and Chaos 17(7); bound: Serfling (1974), Annals
///         of Statistics 2(1), corollary 1.1, over all nodes (Bonferroni), a node's share of one source's paths being
///         at most n - 2
[[nodiscard]] HOUVAST_API SampledCentrality sampled_betweenness(const Graph& graph, SampleOptions options = {});

/// Closeness (n - 1) / D of a very large connected graph, from the distances to a sample of nodes.
/// @return `error`: largest difference of the mean distance D / n, in steps
/// @throws ValueError HV-302 when an option is out of range, HV-305 when some node cannot reach another
/// @complexity O(samples * ties / 512) word operations in practice
/// @source Eppstein & Wang (2004), Journal of Graph Algorithms and Applications 8(1); bound: Serfling (1974), over all
///         nodes, a distance being at most the least sum of farthest distances to and from one node of the sample
[[nodiscard]] HOUVAST_API SampledCentrality sampled_closeness(const Graph& graph, SampleOptions options = {});

/// Harmonic centrality of a very large graph, from the distances to a sample of nodes, scaled up.
/// @return `error`: largest difference from harmonic, in its unit
/// @throws ValueError HV-302 when an option is out of range
/// @complexity O(samples * ties / 512) word operations in practice
/// @source Eppstein & Wang (2004) with 1 / distance; bound: Serfling (1974), over all nodes, a term being at most 1
[[nodiscard]] HOUVAST_API SampledCentrality sampled_harmonic(const Graph& graph, SampleOptions options = {});

/// What an eigenvector is scaled to.
enum class EigenvectorScale {
  kMaximum,  ///< largest value 1 (igraph)
  kLength,   ///< sum of squares 1 (networkx)
};

struct EigenvectorOptions {
  EigenvectorScale scale = EigenvectorScale::kMaximum;
  bool weighted = false;  ///< use the weights, which must not be negative
  double tolerance = 1e-12;
  std::int64_t max_iterations = 100000;
};

/// Each node's centrality in proportion to the summed centrality of those with a tie to it (arcs towards it).
///
/// Limit of power iteration from equal values. Undirected: computed per component, of which the one with the largest
/// eigenvalue has values and the others 0; components whose largest eigenvalues are equal (relative difference up to
/// 1e-12) all have values, in the proportions of that limit: a vector v of a component counts for sum(v) / sum(v²).
/// All NaN when no tie or no cycle of arcs makes such values exist.
/// @throws ValueError HV-302 when a used weight is negative or an option out of range, HV-306 when it does not settle
/// @complexity O(iterations * (nodes + ties))
/// @source Bonacich (1972), Journal of Mathematical Sociology 2(1)
[[nodiscard]] HOUVAST_API std::vector<double> eigenvector(const Graph& graph, EigenvectorOptions options = {});

struct PagerankOptions {
  double damping = 0.85;  ///< chance of following a tie, in [0, 1)
  bool weighted = false;  ///< follow ties in proportion to their weights, which must not be negative
  double tolerance = 1e-14;
  std::int64_t max_iterations = 100000;
};

/// The share of time that a wanderer along ties, who sometimes jumps to any node, spends at each node.
///
/// Who is at a node without a way out jumps. Values add up to 1.
/// @throws ValueError HV-302 when a used weight is negative or an option out of range, HV-306 when it does not settle
/// @complexity O(iterations * (nodes + ties))
/// @source Brin & Page (1998), Computer Networks and ISDN Systems 30
[[nodiscard]] HOUVAST_API std::vector<double> pagerank(const Graph& graph, PagerankOptions options = {});

/// Which centrality a centralization is about.
enum class Centrality { kDegree, kInDegree, kOutDegree, kBetweenness, kCloseness, kEigenvector };

struct CentralizationOptions {
  int threads = 1;  ///< 0 = as many as the machine has; never changes a bit of the result
};

/// How far the network turns around one node: 1 for a star, 0 when all are equally central. Loops never count.
///
/// Sum of the differences from the most central node, divided by that sum in a star of the same size (an in-star or
/// out-star for in- and out-degree, a star of arcs both ways for the others when directed). Degree, betweenness and
/// closeness are at most 1; eigenvector can pass 1, so its detail "relative_to_maximum" gives the sum divided by the
/// largest possible one, n - 2 (one tie and isolates). Undefined with fewer than three nodes; closeness when the graph
/// is directed or not connected; eigenvector when it is directed or has no tie.
/// @return `n` = number of nodes; details "sum" (of the differences) and "sum_in_star"
/// @complexity that of the centrality
/// @source Freeman (1978), Social Networks 1(3), eq. 3 to 5; own definition for eigenvector
[[nodiscard]] HOUVAST_API Estimate centralization(const Graph& graph, Centrality of,
                                                  CentralizationOptions options = {});

}  // namespace houvast::inline v0_1::graph
