// An algorithm of the Boost Graph Library on a graph of houvast, without a copy: the cheapest ties that reach
// everybody.
#include <boost/graph/kruskal_min_spanning_tree.hpp>
#include <houvast/interop/bgl.hpp>
#include <iostream>
#include <iterator>
#include <vector>

int main() {
  const std::vector<std::int64_t> sources = {0, 0, 1, 1, 2, 3};
  const std::vector<std::int64_t> targets = {1, 2, 2, 3, 4, 4};
  const std::vector<double> hours = {4, 1, 2, 5, 8, 3};
  const houvast::interop::UndirectedBgl graph(houvast::Graph(5, sources, targets, hours));

  std::vector<houvast::interop::UndirectedBgl::Edge> tree;
  boost::kruskal_minimum_spanning_tree(graph, std::back_inserter(tree));
  double all = 0;
  for (const auto& edge : tree) {
    std::cout << edge.from << " - " << edge.to << "\n";
    all += get(boost::edge_weight, graph, edge);
  }
  std::cout << all << " hours\n";
}
