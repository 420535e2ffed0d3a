#pragma once

// Brandes' algorithm for eight sources at once, level by level. Included once per instruction set.
//
// The same sums in the same order whatever the instruction set: going back every node adds its whole row, coefficients
// being 0 except on the level behind it, so no predecessor is ever looked for.

#include "graph/detail_betweenness.hpp"
#include "graph/detail_lanes.hpp"

namespace houvast::inline v0_1::graph::detail {
namespace {

class Batch {
 public:
  Batch(const ArcRows& rows, const BatchSpace& space) : rows_(rows), space_(space) {}

  BatchCost run(const std::int32_t* sources, int count, double* total) {
    start(sources, count);
    while (level_begin_ < entries_) advance();
    --levels_;  // the last one is empty
    for (std::int64_t level = levels_ - 1; level >= 1; --level) go_back(level);
    return finish(total);
  }

 private:
  static std::int64_t at(std::int32_t node) { return static_cast<std::int64_t>(node) * kBatch; }

  void visit(std::int32_t node, unsigned bits, Lanes paths) {
    if (space_.visited[node] == 0) space_.touched[touched_++] = node;
    space_.visited[node] = static_cast<std::uint8_t>(space_.visited[node] | bits);
    store(space_.paths + at(node), load(space_.paths + at(node)) + keep(paths, bits));
    space_.entry[entries_] = node;
    space_.entry_bits[entries_] = static_cast<std::uint8_t>(bits);
    ++entries_;
  }

  void start(const std::int32_t* sources, int count) {
    all_ = (1U << count) - 1U;
    for (int lane = 0; lane < count; ++lane) visit(sources[lane], 1U << lane, one_lanes());
    space_.level_start[0] = 0;
    levels_ = 1;
  }

  // From the level [level_begin_, entries_) to the next.
  void advance() {
    const std::int64_t begin = level_begin_, end = entries_;
    std::int64_t arcs = 0;
    for (std::int64_t i = begin; i < end; ++i) {
      const std::int32_t node = space_.entry[i];
      arcs += rows_.out_offsets[node + 1] - rows_.out_offsets[node];
    }
    space_.level_start[levels_++] = end;
    level_begin_ = end;
    if (arcs * 4 > rows_.out_offsets[rows_.nodes]) {
      pull(begin, end);
    } else {
      push(begin, end);
    }
  }

  void push(std::int64_t begin, std::int64_t end) {
    const std::int32_t* out = rows_.out;
    const std::uint8_t* visited = space_.visited;
    std::uint8_t* flagged = space_.flagged;
    std::int32_t* list = space_.arrived;
    double* sums = space_.sum;
    std::int64_t arrived = 0;
    for (std::int64_t i = begin; i < end; ++i) {
      const std::int32_t node = space_.entry[i];
      const Lanes paths = keep(load(space_.paths + at(node)), space_.entry_bits[i]);
      const std::uint32_t last = rows_.out_offsets[node + 1];
      for (std::uint32_t arc = rows_.out_offsets[node]; arc < last; ++arc) {
        const std::int32_t other = out[arc];
        if (visited[other] == all_) continue;
        if (flagged[other] == 0) {
          flagged[other] = 1;
          list[arrived++] = other;
        }
        double* sum = sums + at(other);
        store(sum, load(sum) + paths);
      }
    }
    for (std::int64_t i = 0; i < arrived; ++i) {
      const std::int32_t node = list[i];
      flagged[node] = 0;
      const Lanes paths = load(sums + at(node));
      store(sums + at(node), zero_lanes());
      arrive(node, paths);
    }
  }

  void pull(std::int64_t begin, std::int64_t end) {
    for (std::int64_t i = begin; i < end; ++i) {
      const std::int32_t node = space_.entry[i];
      store(space_.wave + at(node), keep(load(space_.paths + at(node)), space_.entry_bits[i]));
    }
    for (std::int32_t node = 0; node < rows_.nodes; ++node) {
      if (space_.visited[node] != all_) arrive(node, row_sum(rows_.in_offsets, rows_.in, node));
    }
    clear_wave(begin, end);
  }

  void arrive(std::int32_t node, Lanes paths) {
    const unsigned fresh = nonzero(paths) & ~static_cast<unsigned>(space_.visited[node]);
    if (fresh != 0) visit(node, fresh, paths);
  }

  void clear_wave(std::int64_t begin, std::int64_t end) {
    for (std::int64_t i = begin; i < end; ++i) store(space_.wave + at(space_.entry[i]), zero_lanes());
  }

  Lanes row_sum(const std::uint32_t* offsets, const std::int32_t* neighbours, std::int32_t node) const {
    Lanes sum = zero_lanes();
    for (std::uint32_t arc = offsets[node]; arc < offsets[node + 1]; ++arc) {
      sum = sum + load(space_.wave + at(neighbours[arc]));
    }
    return sum;
  }

  // Dependencies of the nodes on a level, then their coefficients in place of those of the level behind.
  void go_back(std::int64_t level) {
    const std::int64_t begin = space_.level_start[level], end = space_.level_start[level + 1];
    const bool is_last = level + 1 == levels_;
    if (!is_last) {
      for (std::int64_t i = begin; i < end; ++i) {
        const std::int32_t node = space_.entry[i];
        const Lanes ahead = row_sum(rows_.out_offsets, rows_.out, node);
        double* dependency = space_.sum + at(node);
        const Lanes added = keep(load(space_.paths + at(node)) * ahead, space_.entry_bits[i]);
        store(dependency, load(dependency) + added);
      }
      clear_wave(end, space_.level_start[level + 2]);
    }
    if (level == 1) return;  // nobody would read its coefficients
    for (std::int64_t i = begin; i < end; ++i) {
      const std::int32_t node = space_.entry[i];
      const Lanes coefficient = (one_lanes() + load(space_.sum + at(node))) / load(space_.paths + at(node));
      store(space_.wave + at(node), keep(coefficient, space_.entry_bits[i]));
    }
  }

  BatchCost finish(double* total) {
    std::int64_t lane_visits = 0;
    for (std::int64_t i = 0; i < touched_; ++i) {
      const std::int32_t node = space_.touched[i];
      double* sum = space_.sum + at(node);
      store(total + at(node), load(total + at(node)) + load(sum));
      store(sum, zero_lanes());
      store(space_.paths + at(node), zero_lanes());
      lane_visits += __builtin_popcount(space_.visited[node]);
      space_.visited[node] = 0;
    }
    return {entries_, lane_visits, touched_, levels_};
  }

  const ArcRows rows_;
  const BatchSpace space_;
  unsigned all_ = 0;  // one bit per source
  std::int64_t entries_ = 0;
  std::int64_t touched_ = 0;
  std::int64_t level_begin_ = 0;
  std::int64_t levels_ = 0;
};

BatchCost run_batch(const ArcRows& rows, const std::int32_t* sources, int count, const BatchSpace& space,
                    double* total) {
  return Batch(rows, space).run(sources, count, total);
}

}  // namespace
}  // namespace houvast::inline v0_1::graph::detail
