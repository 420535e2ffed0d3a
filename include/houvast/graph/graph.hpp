#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "houvast/api.hpp"

namespace houvast::inline v0_1 {

/// Which arcs of a directed graph a measure follows. In an undirected graph all three are the same.
enum class Direction {
  kAll,  ///< both ways, the direction being ignored
  kIn,   ///< towards the node
  kOut,  ///< away from the node
};

/// What to do with ties that metrics of simple graphs do not know.
enum class Duplicates {
  kError,    ///< refuse (HV-304)
  kKeepMax,  ///< one tie with the largest weight
  kSum,      ///< one tie with the summed weight; without weights every tie counts 1, so the sum is how often it occurs
};

struct GraphOptions {
  bool directed = false;
  Duplicates duplicates = Duplicates::kError;
};

/// The ties of a graph, one per row; an undirected tie once, with source < target.
struct TieList {
  std::vector<std::int64_t> sources;
  std::vector<std::int64_t> targets;
  std::vector<double> weights;  ///< all 1 when the graph is unweighted
};

/// An immutable graph in compressed sparse rows: 32-bit offsets and ids, each row sorted, no parallel ties.
///
/// An undirected tie is stored in both rows. Self-ties (loops) are kept apart: they count in `loops()` and in no metric
/// unless the metric says so (a star's centralization is 1 only without them). Copies share their rows.
class HOUVAST_API Graph {
 public:
  Graph() = default;

  /// @param nodes number of nodes, at least 0 and below 2^31
  /// @param sources,targets one pair per tie, ids in [0, nodes); undirected ties once, in either direction
  /// @param weights empty (all ties 1) or one finite weight per tie
  /// @throws ValueError HV-301 lengths differ, HV-302 an id out of range, a weight that is not finite or too many ties
  ///         (2^32 or more when stored, an undirected one twice), HV-304 the same tie twice under Duplicates::kError
  /// @complexity O(nodes + ties): two counting passes
  Graph(std::int64_t nodes, std::span<const std::int64_t> sources, std::span<const std::int64_t> targets,
        std::span<const double> weights = {}, GraphOptions options = {});

  [[nodiscard]] std::int64_t nodes() const noexcept { return nodes_; }
  /// Number of ties without loops: arcs when directed, edges when undirected.
  [[nodiscard]] std::int64_t ties() const noexcept { return ties_; }
  /// Number of nodes with a tie to themselves.
  [[nodiscard]] std::int64_t loops() const noexcept { return static_cast<std::int64_t>(loop_nodes_.size()); }
  [[nodiscard]] bool directed() const noexcept { return directed_; }
  [[nodiscard]] bool weighted() const noexcept { return weights_ != nullptr; }
  /// The nodes with a tie to themselves, in increasing order.
  [[nodiscard]] std::span<const std::int32_t> loop_nodes() const noexcept { return loop_nodes_; }

  /// Row pointers into `neighbours()`, nodes() + 1 of them. Out-neighbours when directed.
  [[nodiscard]] std::span<const std::uint32_t> offsets() const noexcept {
    return offsets_ ? std::span<const std::uint32_t>(*offsets_) : std::span<const std::uint32_t>(kNoRows);
  }
  /// Sorted neighbour ids, row after row.
  [[nodiscard]] std::span<const std::int32_t> neighbours() const noexcept {
    return neighbours_ ? std::span<const std::int32_t>(*neighbours_) : std::span<const std::int32_t>();
  }
  /// @param node in [0, nodes()), unchecked
  [[nodiscard]] std::span<const std::int32_t> neighbours(std::int64_t node) const noexcept {
    const std::uint32_t* row = offsets().data() + node;
    return {neighbours_ ? neighbours_->data() + row[0] : nullptr, row[1] - row[0]};
  }
  /// Weights in the order of `neighbours()`; empty when unweighted.
  [[nodiscard]] std::span<const double> weights() const noexcept {
    return weights_ ? std::span<const double>(*weights_) : std::span<const double>();
  }

  /// Whether there is a tie from `source` to `target`; a loop is no tie.
  /// @throws ValueError HV-302 when an id is out of range
  /// @complexity O(log degree)
  [[nodiscard]] bool has_tie(std::int64_t source, std::int64_t target) const;
  /// Weight of a tie (1 when unweighted), or nothing when there is none.
  /// @throws ValueError HV-302 when an id is out of range
  /// @complexity O(log degree)
  [[nodiscard]] std::optional<double> weight(std::int64_t source, std::int64_t target) const;
  /// All ties, ordered by source, then target. @complexity O(nodes + ties)
  [[nodiscard]] TieList edges() const;

  /// Every arc turned round; an undirected graph is its own transpose. Computed once, then shared (thread-safe).
  [[nodiscard]] Graph transpose() const;
  /// Undirected graph with a tie where either (`mutual` false) or both (`mutual` true) arcs are; weights: the larger.
  /// An undirected graph is returned as it is. @complexity O(nodes + ties)
  [[nodiscard]] Graph symmetrized(bool mutual = false) const;
  /// The graph without the marked nodes (one flag per node), ids renumbered in order.
  /// @throws ValueError HV-301 when there is not one flag per node
  /// @complexity O(nodes + ties)
  [[nodiscard]] Graph without(std::span<const bool> removed) const;

 private:
  struct Cache;
  struct Rows {
    std::vector<std::uint32_t> offsets;
    std::vector<std::int32_t> neighbours;
    std::vector<double> weights;
  };
  struct Row;
  static constexpr std::uint32_t kNoRows[1] = {0};

  Graph(Rows rows, std::vector<std::int32_t> loop_nodes, bool directed, bool weighted);
  void adopt(Rows rows, bool weighted);
  [[nodiscard]] Row row(std::int64_t node) const;
  static void append_union(Rows& rows, const Row& out, const Row& in, bool mutual);
  [[nodiscard]] std::optional<std::size_t> find(std::int64_t source, std::int64_t target) const;

  std::int64_t nodes_ = 0;
  std::int64_t ties_ = 0;
  bool directed_ = false;
  std::vector<std::int32_t> loop_nodes_;
  std::shared_ptr<const std::vector<std::uint32_t>> offsets_;
  std::shared_ptr<const std::vector<std::int32_t>> neighbours_;
  std::shared_ptr<const std::vector<double>> weights_;
  std::shared_ptr<Cache> cache_;
};

}  // namespace houvast::inline v0_1
