#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "base/index.hpp"
#include "houvast/graph/graph.hpp"

namespace houvast::inline v0_1::graph::detail {
using houvast::detail::at;

/// A graph with its nodes in an order that follows from the ties alone, so that a search that depends on the order
/// finds the same whatever the nodes were called.
///
/// Nodes are told apart by their ties, by those of their neighbours, and so on (colour refinement). As long as some
/// cannot be told apart, the first of them is set apart and the rest follows; so of nodes that are alike, the order in
/// which they were given decides. That is repeated within a limit of work, beyond which the given order decides.
/// @complexity O(ties × log(nodes)) for graphs without likeness, at most about 1e8 steps for others
/// @source Weisfeiler & Leman (1968); individualisation: McKay (1981), Congressus Numerantium 30, 45–87
class Canonical {
 public:
  explicit Canonical(const Graph& graph);

  [[nodiscard]] const Graph& graph() const noexcept { return graph_; }

  /// What was found per node of `graph()`, per node of the graph it was made from.
  template <class T>
  [[nodiscard]] std::vector<T> given_order(const std::vector<T>& found) const {
    std::vector<T> result(found.size());
    for (std::size_t place = 0; place < found.size(); ++place) {
      at(result, order_[place]) = found[place];
    }
    return result;
  }

 private:
  std::vector<std::int32_t> order_;  // the given node at each place
  Graph graph_;
};

}  // namespace houvast::inline v0_1::graph::detail
