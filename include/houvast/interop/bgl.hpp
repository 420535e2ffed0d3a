#pragma once

#include <boost/graph/graph_traits.hpp>
#include <boost/graph/properties.hpp>
#include <boost/iterator/counting_iterator.hpp>
#include <boost/iterator/iterator_facade.hpp>
#include <boost/property_map/property_map.hpp>
#include <cstddef>
#include <cstdint>
#include <type_traits>
#include <utility>

#include "houvast/base/error.hpp"
#include "houvast/graph/graph.hpp"

/// A houvast::Graph for the algorithms of the Boost Graph Library.
///
/// Opt-in: no other header includes this one, and houvast itself does not hand Boost on to those who use it. Put
/// Boost's headers on your include path. `DirectedBgl(graph)` and `UndirectedBgl(graph)` are models of VertexListGraph,
/// EdgeListGraph, IncidenceGraph and AdjacencyGraph, with the interior properties vertex_index and edge_weight (1 when
/// unweighted). They share the rows of the graph: nothing is copied. Self-ties are left out, as in `Graph::edges`.
namespace houvast::inline v0_1::interop {

/// @tparam Category boost::directed_tag or boost::undirected_tag
template <class Category>
class BglGraph {
 public:
  static constexpr bool kUndirected = std::is_same_v<Category, boost::undirected_tag>;

  /// A tie seen from one end. An undirected tie is the same from both ends.
  struct Edge {
    std::int32_t from = 0;
    std::int32_t to = 0;
    std::uint32_t place = 0;  ///< in Graph::neighbours()

    friend bool operator==(const Edge& a, const Edge& b) {
      return (a.from == b.from && a.to == b.to) || (kUndirected && a.from == b.to && a.to == b.from);
    }
    friend bool operator!=(const Edge& a, const Edge& b) { return !(a == b); }
  };

  /// The ties of one node, each seen from it.
  class OutEdges : public boost::iterator_facade<OutEdges, Edge, boost::random_access_traversal_tag, Edge> {
   public:
    OutEdges() = default;
    OutEdges(const std::int32_t* neighbours, std::int32_t node, std::uint32_t place)
        : neighbours_(neighbours), node_(node), place_(place) {}

   private:
    friend class boost::iterator_core_access;
    [[nodiscard]] Edge dereference() const { return {node_, neighbours_[place_], place_}; }
    [[nodiscard]] bool equal(const OutEdges& other) const { return place_ == other.place_; }
    void increment() { ++place_; }
    void decrement() { --place_; }
    void advance(std::ptrdiff_t steps) {
      place_ = static_cast<std::uint32_t>(static_cast<std::ptrdiff_t>(place_) + steps);
    }
    [[nodiscard]] std::ptrdiff_t distance_to(const OutEdges& other) const {
      return static_cast<std::ptrdiff_t>(other.place_) - static_cast<std::ptrdiff_t>(place_);
    }

    const std::int32_t* neighbours_ = nullptr;
    std::int32_t node_ = 0;
    std::uint32_t place_ = 0;
  };

  /// All ties, an undirected one once.
  class Edges : public boost::iterator_facade<Edges, Edge, boost::forward_traversal_tag, Edge> {
   public:
    Edges() = default;
    Edges(const Graph& graph, std::int32_t node) : graph_(&graph), node_(node), place_(graph.offsets()[at(node)]) {
      settle();
    }

   private:
    friend class boost::iterator_core_access;
    static std::size_t at(std::int64_t index) { return static_cast<std::size_t>(index); }
    [[nodiscard]] Edge dereference() const { return {node_, graph_->neighbours()[place_], place_}; }
    [[nodiscard]] bool equal(const Edges& other) const { return node_ == other.node_ && place_ == other.place_; }
    void increment() {
      ++place_;
      settle();
    }
    // To the next place that is an edge, or to the end.
    void settle() {
      while (node_ < graph_->nodes()) {
        if (place_ == graph_->offsets()[at(node_) + 1]) {
          ++node_;
        } else if (kUndirected && graph_->neighbours()[place_] < node_) {
          ++place_;
        } else {
          return;
        }
      }
    }

    const Graph* graph_ = nullptr;
    std::int32_t node_ = 0;
    std::uint32_t place_ = 0;
  };

  /// The weight of a tie.
  struct Weights {
    using key_type = Edge;
    using value_type = double;
    using reference = double;
    using category = boost::readable_property_map_tag;
    const double* values = nullptr;  ///< by place; null: all 1

    friend double get(const Weights& weights, const Edge& edge) {
      return weights.values == nullptr ? 1.0 : weights.values[edge.place];
    }
    double operator[](const Edge& edge) const { return get(*this, edge); }
  };

  struct Traversal : virtual boost::vertex_list_graph_tag,
                     virtual boost::edge_list_graph_tag,
                     virtual boost::incidence_graph_tag,
                     virtual boost::adjacency_graph_tag {};

  /// @throws ValueError HV-303 when an undirected view is asked of a directed graph (see `Graph::symmetrized`)
  explicit BglGraph(Graph graph) : graph_(std::move(graph)) {
    if (kUndirected && graph_.directed()) {
      throw ValueError({"HV-303", {"problem.subject.graph"}, "directed", {"problem.expected.undirected_bgl"}});
    }
  }

  [[nodiscard]] const Graph& graph() const noexcept { return graph_; }

 private:
  Graph graph_;
};

using DirectedBgl = BglGraph<boost::directed_tag>;  ///< an undirected tie counts as two arcs
using UndirectedBgl = BglGraph<boost::undirected_tag>;

template <class C>
[[nodiscard]] std::size_t num_vertices(const BglGraph<C>& g) {
  return static_cast<std::size_t>(g.graph().nodes());
}
template <class C>
[[nodiscard]] std::pair<boost::counting_iterator<std::int32_t>, boost::counting_iterator<std::int32_t>> vertices(
    const BglGraph<C>& g) {
  return {boost::counting_iterator<std::int32_t>(0),
          boost::counting_iterator<std::int32_t>(static_cast<std::int32_t>(g.graph().nodes()))};
}
template <class C>
[[nodiscard]] std::size_t num_edges(const BglGraph<C>& g) {
  const std::size_t stored = g.graph().neighbours().size();
  return BglGraph<C>::kUndirected ? stored / 2 : stored;
}
template <class C>
[[nodiscard]] std::pair<typename BglGraph<C>::Edges, typename BglGraph<C>::Edges> edges(const BglGraph<C>& g) {
  return {{g.graph(), 0}, {g.graph(), static_cast<std::int32_t>(g.graph().nodes())}};
}
template <class C>
[[nodiscard]] std::size_t out_degree(std::int32_t node, const BglGraph<C>& g) {
  return g.graph().neighbours(node).size();
}
template <class C>
[[nodiscard]] std::pair<typename BglGraph<C>::OutEdges, typename BglGraph<C>::OutEdges> out_edges(
    std::int32_t node, const BglGraph<C>& g) {
  const std::int32_t* neighbours = g.graph().neighbours().data();
  const std::uint32_t* row = g.graph().offsets().data() + node;
  return {{neighbours, node, row[0]}, {neighbours, node, row[1]}};
}
template <class C>
[[nodiscard]] std::pair<const std::int32_t*, const std::int32_t*> adjacent_vertices(std::int32_t node,
                                                                                    const BglGraph<C>& g) {
  const auto row = g.graph().neighbours(node);
  return {row.data(), row.data() + row.size()};
}
template <class C>
[[nodiscard]] std::int32_t source(const typename BglGraph<C>::Edge& edge, const BglGraph<C>&) {
  return edge.from;
}
template <class C>
[[nodiscard]] std::int32_t target(const typename BglGraph<C>::Edge& edge, const BglGraph<C>&) {
  return edge.to;
}
template <class C>
[[nodiscard]] boost::typed_identity_property_map<std::int32_t> get(boost::vertex_index_t, const BglGraph<C>&) {
  return {};
}
template <class C>
[[nodiscard]] std::int32_t get(boost::vertex_index_t, const BglGraph<C>&, std::int32_t node) {
  return node;
}
template <class C>
[[nodiscard]] typename BglGraph<C>::Weights get(boost::edge_weight_t, const BglGraph<C>& g) {
  return {g.graph().weighted() ? g.graph().weights().data() : nullptr};
}
template <class C>
[[nodiscard]] double get(boost::edge_weight_t which, const BglGraph<C>& g, const typename BglGraph<C>::Edge& edge) {
  return get(which, g)[edge];
}

}  // namespace houvast::inline v0_1::interop

namespace boost {

template <class C>
struct graph_traits<houvast::interop::BglGraph<C>> {
  using Adapted = houvast::interop::BglGraph<C>;
  using vertex_descriptor = std::int32_t;
  using edge_descriptor = typename Adapted::Edge;
  using directed_category = C;
  using edge_parallel_category = disallow_parallel_edge_tag;
  using traversal_category = typename Adapted::Traversal;
  using vertex_iterator = counting_iterator<std::int32_t>;
  using edge_iterator = typename Adapted::Edges;
  using out_edge_iterator = typename Adapted::OutEdges;
  using adjacency_iterator = const std::int32_t*;
  using in_edge_iterator = void;
  using vertices_size_type = std::size_t;
  using edges_size_type = std::size_t;
  using degree_size_type = std::size_t;
  static vertex_descriptor null_vertex() { return -1; }
};

template <class C>
struct graph_traits<const houvast::interop::BglGraph<C>> : graph_traits<houvast::interop::BglGraph<C>> {};

template <class C>
struct property_map<houvast::interop::BglGraph<C>, vertex_index_t> {
  using type = typed_identity_property_map<std::int32_t>;
  using const_type = type;
};

template <class C>
struct property_map<houvast::interop::BglGraph<C>, edge_weight_t> {
  using type = typename houvast::interop::BglGraph<C>::Weights;
  using const_type = type;
};

}  // namespace boost
