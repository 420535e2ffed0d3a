#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "base/index.hpp"
#include "houvast/graph/graph.hpp"

namespace houvast::inline v0_1::graph::detail {
using houvast::detail::as_size;
using houvast::detail::at;

/// Every adjacent pair of nodes once, whatever the direction, in the row of the node with fewer neighbours.
///
/// So ordered, no row is longer than the root of twice the number of pairs, and every closed three is met exactly once.
class AdjacentPairs {
 public:
  enum Tie : std::uint8_t { kForward = 1, kBackward = 2, kMutual = 3 };

  /// @param with_strength whether to add up a_ij + a_ji per pair (undirected: the weight itself; no weights: ties)
  AdjacentPairs(const Graph& graph, bool with_strength, bool weighted = false);

  [[nodiscard]] std::int64_t nodes() const { return static_cast<std::int64_t>(offsets_.size()) - 1; }
  [[nodiscard]] std::size_t size() const { return heads_.size(); }
  [[nodiscard]] std::size_t begin(std::int64_t node) const { return at(offsets_, node); }
  [[nodiscard]] std::size_t end(std::int64_t node) const { return offsets_[as_size(node) + 1]; }
  /// The other node of a pair.
  [[nodiscard]] std::int32_t head(std::size_t pair) const { return heads_[pair]; }
  /// The tie as seen from the row's node.
  [[nodiscard]] Tie tie(std::size_t pair) const { return ties_[pair]; }
  [[nodiscard]] double strength(std::size_t pair) const { return strengths_[pair]; }
  /// Number of adjacent nodes per node, whatever the direction.
  [[nodiscard]] const std::vector<std::int32_t>& degrees() const { return degrees_; }

  /// Calls visit(tail, pair) for every pair.
  template <class Visit>
  void for_each(Visit visit) const {
    for (std::int64_t tail = 0; tail < nodes(); ++tail) {
      for (std::size_t pair = begin(tail); pair < end(tail); ++pair) visit(static_cast<std::int32_t>(tail), pair);
    }
  }

  /// Calls visit(a, b, c, ab, ac, bc) for every three nodes that are adjacent to each other; the pairs ab and ac stand
  /// in the row of a, bc in the row of b.
  template <class Visit>
  void for_each_triangle(Visit visit) const {
    std::vector<std::uint32_t> mark(as_size(nodes()));  // pair + 1, or 0
    for (std::int64_t a = 0; a < nodes(); ++a) {
      for (std::size_t ac = begin(a); ac < end(a); ++ac) {
        at(mark, heads_[ac]) = static_cast<std::uint32_t>(ac + 1);
      }
      for (std::size_t ab = begin(a); ab < end(a); ++ab) {
        const std::int32_t b = heads_[ab];
        for (std::size_t bc = begin(b); bc < end(b); ++bc) {
          const std::uint32_t found = at(mark, heads_[bc]);
          if (found != 0) visit(static_cast<std::int32_t>(a), b, heads_[bc], ab, std::size_t{found} - 1, bc);
        }
      }
      for (std::size_t ac = begin(a); ac < end(a); ++ac) at(mark, heads_[ac]) = 0;
    }
  }

 private:
  std::vector<std::uint32_t> offsets_;
  std::vector<std::int32_t> heads_;
  std::vector<Tie> ties_;
  std::vector<double> strengths_;
  std::vector<std::int32_t> degrees_;
};

}  // namespace houvast::inline v0_1::graph::detail
