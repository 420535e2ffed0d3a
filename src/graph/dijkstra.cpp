#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <boost/graph/dijkstra_shortest_paths_no_color_map.hpp>
#include <boost/property_map/property_map.hpp>
#include <limits>
#include <utility>
#include <vector>

#include "graph/detail_dijkstra.hpp"
#include "graph/estimates.hpp"

namespace houvast::graph::detail {

struct LengthGraph::Boost {
  struct Length {
    double value = 0.0;
  };
  using Rows = boost::compressed_sparse_row_graph<boost::directedS, boost::no_property, Length>;

  Rows rows;
};

LengthGraph::LengthGraph(const Graph& graph, Direction direction) {
  check_weights(graph);
  const TieList ties = graph.edges();
  const bool there = !graph.directed() || direction != Direction::kIn;
  const bool back = !graph.directed() || direction != Direction::kOut;
  std::vector<std::pair<std::size_t, std::size_t>> arcs;
  std::vector<Boost::Length> lengths;
  for (std::size_t i = 0; i < ties.sources.size(); ++i) {
    const auto source = static_cast<std::size_t>(ties.sources[i]), target = static_cast<std::size_t>(ties.targets[i]);
    if (there) arcs.emplace_back(source, target);
    if (back) arcs.emplace_back(target, source);
    lengths.insert(lengths.end(), static_cast<std::size_t>(there) + static_cast<std::size_t>(back), {ties.weights[i]});
  }
  boost_ =
      std::make_unique<const Boost>(Boost{Boost::Rows(boost::edges_are_unsorted_multi_pass, arcs.begin(), arcs.end(),
                                                      lengths.begin(), static_cast<std::size_t>(graph.nodes()))});
}

LengthGraph::~LengthGraph() = default;

void LengthGraph::distances_from(std::int64_t source, std::span<double> row) const {
  const auto& rows = boost_->rows;
  const auto index = get(boost::vertex_index, rows);
  const auto distance = boost::make_iterator_property_map(row.data(), index);
  boost::dijkstra_shortest_paths_no_color_map(
      rows, static_cast<std::size_t>(source), boost::dummy_property_map(), distance, get(&Boost::Length::value, rows),
      index, std::less<double>(), boost::closed_plus<double>(std::numeric_limits<double>::infinity()),
      std::numeric_limits<double>::infinity(), 0.0, boost::dijkstra_visitor<>());
}

}  // namespace houvast::graph::detail
