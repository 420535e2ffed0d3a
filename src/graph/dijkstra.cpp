#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <boost/graph/dijkstra_shortest_paths_no_color_map.hpp>
#include <boost/property_map/property_map.hpp>
#include <limits>
#include <utility>
#include <vector>

#include "base/index.hpp"
#include "graph/detail_dijkstra.hpp"
#include "graph/estimates.hpp"

namespace houvast::inline v0_1::graph::detail {
using houvast::detail::as_size;

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
    const auto source = as_size(ties.sources[i]), target = as_size(ties.targets[i]);
    if (there) arcs.emplace_back(source, target);
    if (back) arcs.emplace_back(target, source);
    lengths.insert(lengths.end(), as_size(there) + as_size(back), {ties.weights[i]});
  }
  boost_ = std::make_unique<const Boost>(Boost{Boost::Rows(boost::edges_are_unsorted_multi_pass, arcs.begin(),
                                                           arcs.end(), lengths.begin(), as_size(graph.nodes()))});
}

LengthGraph::~LengthGraph() = default;

void LengthGraph::distances_from(std::int64_t source, std::span<double> row) const {
  const auto& rows = boost_->rows;
  const auto index = get(boost::vertex_index, rows);
  const auto distance = boost::make_iterator_property_map(row.data(), index);
  boost::dijkstra_shortest_paths_no_color_map(
      rows, as_size(source), boost::dummy_property_map(), distance, get(&Boost::Length::value, rows), index,
      std::less<double>(), boost::closed_plus<double>(std::numeric_limits<double>::infinity()),
      std::numeric_limits<double>::infinity(), 0.0, boost::dijkstra_visitor<>());
}

}  // namespace houvast::inline v0_1::graph::detail
