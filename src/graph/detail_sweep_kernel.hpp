#pragma once

// Breadth-first search from 512 sources at once, one bit each. Included once per instruction set.
//
// Bits and counts are exact, and every node adds its part of a level in the order of levels, so neither the instruction
// set nor the choice between push and pull can change the result.

#include "graph/detail_bits.hpp"
#include "graph/detail_sweep.hpp"

namespace houvast::inline v0_1::graph::detail {
namespace {

class Sweep {
 public:
  Sweep(const ArcRows& rows, const SweepSpace& space, SweepTotals* totals, std::int32_t* farthest)
      : rows_(rows), space_(space), totals_(totals), farthest_(farthest) {}

  void run(const std::int32_t* sources, int count, std::int32_t most_steps) {
    start(sources, count);
    for (std::int32_t level = 1; level <= most_steps && waiting_ > 0; ++level) advance(level);
    finish();
  }

 private:
  static std::int64_t at(std::int32_t node) { return static_cast<std::int64_t>(node) * kSweepWords; }
  [[nodiscard]] std::int64_t arcs_in(std::int32_t node) const {
    return static_cast<std::int64_t>(rows_.in_offsets[node + 1]) - rows_.in_offsets[node];
  }

  void start(const std::int32_t* sources, int count) {
    std::uint64_t all[kSweepWords] = {};
    for (int source = 0; source < count; ++source) {
      const std::int32_t node = sources[source];
      const std::uint64_t bit = std::uint64_t{1} << (source % 64);
      all[source / 64] |= bit;
      space_.seen[at(node) + source / 64] = bit;
      space_.wave[at(node) + source / 64] = bit;
      space_.current[waiting_++] = node;
      space_.touched[touched_++] = node;
      farthest_[source] = 0;
    }
    all_ = load_bits(all);
    open_arcs_ = rows_.in_offsets[rows_.nodes];
  }

  void advance(std::int32_t level) {
    std::int64_t arcs = 0;
    for (std::int64_t i = 0; i < waiting_; ++i) {
      const std::int32_t node = space_.current[i];
      arcs += rows_.out_offsets[node + 1] - rows_.out_offsets[node];
    }
    arrived_ = 0;
    if (2 * arcs > open_arcs_ + rows_.nodes / 4) {
      pull();
    } else {
      push();
    }
    for (std::int64_t i = 0; i < waiting_; ++i) store_bits(space_.wave + at(space_.current[i]), no_bits());
    Bits somewhere = no_bits();
    for (std::int64_t i = 0; i < arrived_; ++i) arrive(space_.following[i], level, somewhere);
    note_farthest(somewhere, level);
    std::int32_t* const old = space_.current;
    space_.current = space_.following;
    space_.following = old;
    waiting_ = arrived_;
  }

  void push() {
    for (std::int64_t i = 0; i < waiting_; ++i) {
      const std::int32_t node = space_.current[i];
      const Bits wave = load_bits(space_.wave + at(node));
      for (std::uint32_t arc = rows_.out_offsets[node]; arc < rows_.out_offsets[node + 1]; ++arc) {
        const std::int32_t other = rows_.out[arc];
        const Bits fresh = without(wave, load_bits(space_.seen + at(other)));
        if (!any(fresh)) continue;
        std::uint64_t* const arriving = space_.arriving + at(other);
        const Bits before = load_bits(arriving);
        if (!any(before)) space_.following[arrived_++] = other;
        store_bits(arriving, before | fresh);
      }
    }
  }

  void pull() {
    for (std::int32_t node = 0; node < rows_.nodes; ++node) {
      if (space_.complete[node] != 0) continue;
      Bits wave = no_bits();
      for (std::uint32_t arc = rows_.in_offsets[node]; arc < rows_.in_offsets[node + 1]; ++arc) {
        wave = wave | load_bits(space_.wave + at(rows_.in[arc]));
      }
      const Bits fresh = without(wave, load_bits(space_.seen + at(node)));
      if (!any(fresh)) continue;
      space_.following[arrived_++] = node;
      store_bits(space_.arriving + at(node), fresh);
    }
  }

  void arrive(std::int32_t node, std::int32_t level, Bits& somewhere) {
    std::uint64_t* const arriving = space_.arriving + at(node);
    std::uint64_t* const seen = space_.seen + at(node);
    const std::int64_t count = count_bits(arriving);
    totals_[node].reached += count;
    totals_[node].farness += count * level;
    totals_[node].harmonic += static_cast<double>(count) / level;
    const Bits fresh = load_bits(arriving);
    const Bits before = load_bits(seen);
    const Bits now = before | fresh;
    if (!any(before)) space_.touched[touched_++] = node;
    if (!any(without(all_, now))) {
      space_.complete[node] = 1;
      open_arcs_ -= arcs_in(node);
    }
    store_bits(seen, now);
    store_bits(space_.wave + at(node), fresh);
    store_bits(arriving, no_bits());
    somewhere = somewhere | fresh;
  }

  void note_farthest(const Bits& somewhere, std::int32_t level) {
    alignas(64) std::uint64_t words[kSweepWords];
    store_bits(words, somewhere);
    for (int word = 0; word < kSweepWords; ++word) {
      for (std::uint64_t rest = words[word]; rest != 0; rest &= rest - 1) {
        farthest_[64 * word + __builtin_ctzll(rest)] = level;
      }
    }
  }

  void finish() {
    for (std::int64_t i = 0; i < waiting_; ++i) store_bits(space_.wave + at(space_.current[i]), no_bits());
    for (std::int64_t i = 0; i < touched_; ++i) {
      store_bits(space_.seen + at(space_.touched[i]), no_bits());
      space_.complete[space_.touched[i]] = 0;
    }
  }

  const ArcRows rows_;
  SweepSpace space_;
  SweepTotals* const totals_;
  std::int32_t* const farthest_;
  Bits all_ = no_bits();
  std::int64_t open_arcs_ = 0;  // arcs towards nodes that not all sources have reached
  std::int64_t waiting_ = 0;
  std::int64_t arrived_ = 0;
  std::int64_t touched_ = 0;
};

void run_sweep(const ArcRows& rows, const std::int32_t* sources, int count, std::int32_t most_steps,
               const SweepSpace& space, SweepTotals* totals, std::int32_t* farthest) {
  Sweep(rows, space, totals, farthest).run(sources, count, most_steps);
}

}  // namespace
}  // namespace houvast::inline v0_1::graph::detail
