#include "houvast/interop/bgl.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <boost/graph/betweenness_centrality.hpp>
#include <boost/graph/biconnected_components.hpp>
#include <boost/graph/connected_components.hpp>
#include <boost/graph/dijkstra_shortest_paths.hpp>
#include <boost/graph/graph_concepts.hpp>
#include <boost/graph/strong_components.hpp>
#include <iterator>
#include <limits>
#include <vector>

#include "graph/shapes.hpp"
#include "houvast/graph/centrality.hpp"
#include "houvast/graph/components.hpp"
#include "houvast/graph/paths.hpp"

// The adapter fits the concepts of the Boost Graph Library, and its algorithms find what ours find.
namespace {

using houvast::Graph;
using houvast::interop::DirectedBgl;
using houvast::interop::UndirectedBgl;

BOOST_CONCEPT_ASSERT((boost::VertexListGraphConcept<DirectedBgl>));
BOOST_CONCEPT_ASSERT((boost::EdgeListGraphConcept<DirectedBgl>));
BOOST_CONCEPT_ASSERT((boost::IncidenceGraphConcept<DirectedBgl>));
BOOST_CONCEPT_ASSERT((boost::AdjacencyGraphConcept<DirectedBgl>));
BOOST_CONCEPT_ASSERT((boost::VertexListGraphConcept<UndirectedBgl>));
BOOST_CONCEPT_ASSERT((boost::EdgeListGraphConcept<UndirectedBgl>));
BOOST_CONCEPT_ASSERT((boost::IncidenceGraphConcept<UndirectedBgl>));
BOOST_CONCEPT_ASSERT((boost::AdjacencyGraphConcept<UndirectedBgl>));

template <class T>
auto map_of(std::vector<T>& values) {
  return boost::make_iterator_property_map(values.begin(), boost::typed_identity_property_map<std::int32_t>());
}

// Two divisions into the same parts, whatever the parts are called.
template <class A, class B>
bool same_division(const std::vector<A>& a, const std::vector<B>& b) {
  for (std::size_t i = 0; i < a.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      if ((a[i] == a[j]) != (b[i] == b[j])) return false;
    }
  }
  return a.size() == b.size();
}

TEST(Bgl, UndirectedAlgorithmsAgree) {
  for (const std::uint64_t seed : {1, 2, 3, 4, 5}) {
    const Graph graph = shapes::random(80, 60 + 20 * static_cast<std::int64_t>(seed), seed);
    const UndirectedBgl adapted(graph);
    ASSERT_EQ(num_edges(adapted), static_cast<std::size_t>(graph.ties()));
    const auto [first, last] = edges(adapted);
    EXPECT_EQ(std::distance(first, last), graph.ties());

    std::vector<int> part(80);
    const int parts = boost::connected_components(adapted, map_of(part));
    const auto components = houvast::graph::components(graph);
    EXPECT_EQ(parts, components.count());
    EXPECT_TRUE(same_division(part, components.labels));

    std::vector<std::int32_t> cuts;
    boost::articulation_points(adapted, std::back_inserter(cuts));
    std::sort(cuts.begin(), cuts.end());
    const auto wanted = houvast::graph::articulation_points(graph);
    EXPECT_TRUE(std::equal(cuts.begin(), cuts.end(), wanted.begin(), wanted.end()));

    std::vector<double> between(80);
    boost::brandes_betweenness_centrality(adapted, map_of(between));
    shapes::expect_near(between, houvast::graph::betweenness(graph), 1e-9, "betweenness");
  }
}

TEST(Bgl, DirectedAlgorithmsAgree) {
  for (const std::uint64_t seed : {6, 7, 8}) {
    const Graph graph = shapes::random(60, 40 * static_cast<std::int64_t>(seed - 4), seed, true);
    const DirectedBgl adapted(graph);
    std::vector<int> part(60);
    const int parts = boost::strong_components(adapted, map_of(part));
    const auto components = houvast::graph::components(graph, true);
    EXPECT_EQ(parts, components.count());
    EXPECT_TRUE(same_division(part, components.labels));

    std::vector<double> between(60);
    boost::brandes_betweenness_centrality(adapted, map_of(between));
    shapes::expect_near(between, houvast::graph::betweenness(graph), 1e-9, "betweenness");
  }
}

TEST(Bgl, WeightsAreLengthsForDijkstra) {
  houvast::Random random(9);
  std::vector<std::int64_t> sources, targets;
  std::vector<double> lengths;
  for (std::int64_t a = 0; a < 40; ++a) {
    for (std::int64_t b = 0; b < 40; ++b) {
      if (a == b || !random.chance(0.06)) continue;
      sources.push_back(a);
      targets.push_back(b);
      lengths.push_back(1 + static_cast<double>(random.below(20)) / 4);
    }
  }
  const Graph graph(40, sources, targets, lengths, {.directed = true});
  const DirectedBgl adapted(graph);
  const auto wanted = houvast::graph::distances(graph, {.weights = houvast::graph::WeightMeaning::kDistance});
  for (std::int32_t start = 0; start < 40; ++start) {
    std::vector<double> found(40);
    boost::dijkstra_shortest_paths(
        adapted, start, boost::distance_map(map_of(found)).distance_inf(std::numeric_limits<double>::infinity()));
    for (std::int32_t node = 0; node < 40; ++node) {
      EXPECT_EQ(found[static_cast<std::size_t>(node)], wanted.at(start, node));
    }
  }
}

TEST(Bgl, EdgesAreSeenOnceAndFromBothEnds) {
  const Graph graph(4, std::vector<std::int64_t>{2, 0, 1, 3}, std::vector<std::int64_t>{0, 1, 1, 1});
  const UndirectedBgl undirected(graph);  // the self-tie of 1 is left out
  std::vector<std::pair<int, int>> seen;
  for (auto [edge, end] = edges(undirected); edge != end; ++edge) {
    seen.emplace_back(source(*edge, undirected), target(*edge, undirected));
  }
  EXPECT_EQ(seen, (std::vector<std::pair<int, int>>{{0, 1}, {0, 2}, {1, 3}}));
  EXPECT_EQ(*out_edges(2, undirected).first, *std::next(out_edges(0, undirected).first));
  EXPECT_EQ(num_edges(DirectedBgl(graph)), 6U) << "as arcs: two per tie";
  const DirectedBgl empty{Graph{}};
  EXPECT_EQ(edges(empty).first, edges(empty).second);
  EXPECT_EQ(shapes::code_of([] { return UndirectedBgl(shapes::path(3, true)); }), "HV-303");
}

}  // namespace
