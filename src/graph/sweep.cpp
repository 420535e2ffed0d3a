#include <algorithm>
#include <numeric>

#include "base/aligned.hpp"
#include "base/index.hpp"
#include "graph/detail_relabel.hpp"
#include "graph/detail_sweep_driver.hpp"
#include "houvast/base/parallel.hpp"
#include "houvast/base/stop.hpp"

namespace houvast::inline v0_1::graph::detail {
using houvast::detail::AlignedArray;
using houvast::detail::as_size;
using houvast::detail::at;
namespace {

struct alignas(64) SweepLine {
  std::uint64_t word[kSweepWords] = {};
};

// The arrays behind a SweepSpace.
class SweepMemory {
 public:
  explicit SweepMemory(std::size_t nodes) : lines_(3 * nodes), complete_(nodes), nodes_(3 * nodes) {
    std::uint64_t* lines = lines_.data()->word;
    space_ = {lines,         lines + kSweepWords * nodes, lines + 2 * kSweepWords * nodes, complete_.data(),
              nodes_.data(), nodes_.data() + nodes,       nodes_.data() + 2 * nodes};
  }

  [[nodiscard]] const SweepSpace& space() const { return space_; }

 private:
  AlignedArray<SweepLine> lines_;
  std::vector<std::uint8_t> complete_;
  std::vector<std::int32_t> nodes_;
  SweepSpace space_;
};

// One source after another: what the kernels do, for graphs on which searches share nothing.
class PlainSearch {
 public:
  explicit PlainSearch(const ArcRows& rows) : rows_(rows), level_(as_size(rows.nodes), -1), queue_(level_.size()) {}

  // Adds to `totals`; returns the distance to the farthest node reached and leaves their number in `reached()`.
  std::int32_t run(std::int32_t source, std::int32_t most_steps, std::vector<SweepTotals>& totals) {
    at(level_, source) = 0;
    queue_[0] = source;
    reached_ = 1;
    for (std::size_t i = 0; i < reached_; ++i) {
      const std::int32_t node = queue_[i];
      const std::int32_t level = at(level_, node);
      if (level > 0) {
        SweepTotals& total = at(totals, node);
        ++total.reached;
        total.farness += level;
        total.harmonic += 1.0 / level;
      }
      if (level == most_steps) continue;
      for (std::uint32_t arc = rows_.out_offsets[node]; arc < rows_.out_offsets[node + 1]; ++arc) {
        std::int32_t& other = at(level_, rows_.out[arc]);
        if (other >= 0) continue;
        other = level + 1;
        queue_[reached_++] = rows_.out[arc];
      }
    }
    const std::int32_t farthest = at(level_, queue_[reached_ - 1]);
    for (std::size_t i = 0; i < reached_; ++i) at(level_, queue_[i]) = -1;
    return farthest;
  }

  [[nodiscard]] std::size_t reached() const { return reached_; }

 private:
  const ArcRows rows_;
  std::vector<std::int32_t> level_;
  std::vector<std::int32_t> queue_;
  std::size_t reached_ = 0;
};

bool is_long_sweep(const ArcRows& rows, const std::vector<std::int32_t>& sources, std::int32_t most_steps) {
  constexpr std::size_t kNarrow = 16;  // nodes per level
  if (sources.empty()) return false;
  std::vector<SweepTotals> unused(as_size(rows.nodes));
  PlainSearch search(rows);
  const auto levels = as_size(search.run(sources.front(), most_steps, unused)) + 1;
  return levels * kNarrow > search.reached() && levels > kNarrow;
}

Choice<SweepKernel> sweep_kernels() noexcept {
  return {sweep_kernel_base(), sweep_kernel_avx2(), sweep_kernel_avx512()};
}

}  // namespace

bool has_sweep_kernel(InstructionSet set) noexcept {
  return sweep_kernels().has(set);
}

std::vector<std::int64_t> all_nodes(const Graph& graph) {
  std::vector<std::int64_t> nodes(as_size(graph.nodes()));
  std::iota(nodes.begin(), nodes.end(), 0);
  return nodes;
}

SweepResult sweep(const Graph& graph, const std::vector<std::int64_t>& sources, SweepOptions options) {
  const Relabelled relabelled_graph = relabelled(graph, options.direction);
  const ArcRows rows = relabelled_graph.rows();
  const auto nodes = as_size(rows.nodes);
  const std::vector<std::int32_t> starts = new_ids(relabelled_graph, sources);
  std::vector<std::size_t> order(starts.size());  // by new id: neighbours in one batch share their way
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return starts[a] < starts[b]; });
  std::vector<std::int32_t> sorted(starts.size());
  for (std::size_t i = 0; i < order.size(); ++i) sorted[i] = starts[order[i]];

  // Chunks of whole batches: how many depends on sizes only, so that sums are grouped alike for any number of threads.
  const std::size_t batches = (sorted.size() + kSweepBits - 1) / kSweepBits;
  const std::size_t most_chunks =
      std::clamp<std::size_t>((std::size_t{1} << 22) / std::max<std::size_t>(nodes, 1), 8, 64);
  const std::size_t per_chunk = std::max<std::size_t>(1, (batches + most_chunks - 1) / most_chunks) * kSweepBits;
  const std::size_t chunks = (sorted.size() + per_chunk - 1) / per_chunk;
  const SweepKernel kernel = sweep_kernels().of(options.set.value_or(sweep_kernels().best()));
  const auto most_steps = static_cast<std::int32_t>(
      std::clamp<std::int64_t>(options.most_steps, 0, std::numeric_limits<std::int32_t>::max() - 1));
  const bool plain = options.method == SweepMethod::kOneByOne ||
                     (options.method == SweepMethod::kByShape && is_long_sweep(rows, sorted, most_steps));
  std::vector<std::vector<SweepTotals>> parts(chunks);
  std::vector<std::int32_t> farthest(sorted.size());
  parallel_for(static_cast<std::int64_t>(chunks), options.threads, [&](std::int64_t chunk) {
    std::vector<SweepTotals>& part = at(parts, chunk);
    part.resize(nodes);
    const std::size_t begin = as_size(chunk) * per_chunk;
    const std::size_t end = std::min(begin + per_chunk, sorted.size());
    if (plain) {
      PlainSearch search(rows);
      for (std::size_t i = begin; i < end; ++i) farthest[i] = search.run(sorted[i], most_steps, part);
      return;
    }
    const SweepMemory memory(nodes);
    for (std::size_t i = begin; i < end; i += kSweepBits) {
      stop_point();
      const auto count = static_cast<int>(std::min<std::size_t>(kSweepBits, end - i));
      kernel(rows, sorted.data() + i, count, most_steps, memory.space(), part.data(), farthest.data() + i);
    }
  });

  SweepResult result{std::vector<SweepTotals>(nodes), std::vector<std::int32_t>(sorted.size())};
  for (const std::vector<SweepTotals>& part : parts) {
    for (std::size_t node = 0; node < nodes; ++node) {
      SweepTotals& total = at(result.totals, relabelled_graph.old_id[node]);
      total.reached += part[node].reached;
      total.farness += part[node].farness;
      total.harmonic += part[node].harmonic;
    }
  }
  for (std::size_t i = 0; i < order.size(); ++i) result.farthest[order[i]] = farthest[i];
  return result;
}

}  // namespace houvast::inline v0_1::graph::detail
