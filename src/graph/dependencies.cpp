#include <algorithm>

#include "base/aligned.hpp"
#include "base/index.hpp"
#include "graph/detail_betweenness.hpp"
#include "graph/detail_dependencies.hpp"
#include "graph/detail_relabel.hpp"
#include "houvast/base/parallel.hpp"
#include "houvast/base/stop.hpp"

namespace houvast::inline v0_1::graph::detail {
using houvast::detail::AlignedArray;
using houvast::detail::as_size;
using houvast::detail::at;
namespace {

// Sources share too little of their way when they meet a node on more than this many levels each.
constexpr double kMostEntriesPerVisit = 0.5;
constexpr std::size_t kFewBatches = 32;  // so few are not worth a trial

struct alignas(64) Line {
  double lane[kBatch] = {};
};

// The arrays behind a BatchSpace.
class BatchMemory {
 public:
  explicit BatchMemory(std::size_t nodes)
      : lines_(3 * nodes), bytes_((2 + kBatch) * nodes), nodes_((2 + kBatch) * nodes), levels_(nodes + 2) {
    double* lines = lines_.data()->lane;
    space_ = {lines,
              lines + kBatch * nodes,
              lines + 2 * kBatch * nodes,
              bytes_.data(),
              bytes_.data() + nodes,
              nodes_.data(),
              nodes_.data() + nodes,
              nodes_.data() + 2 * nodes,
              bytes_.data() + 2 * nodes,
              levels_.data()};
  }

  [[nodiscard]] const BatchSpace& space() const { return space_; }

 private:
  AlignedArray<Line> lines_;
  std::vector<std::uint8_t> bytes_;
  std::vector<std::int32_t> nodes_;
  std::vector<std::int64_t> levels_;
  BatchSpace space_;
};

// Sources [begin, end) in batches of eight.
std::vector<double> in_batches(const ArcRows& rows, std::span<const std::int32_t> sources, BatchKernel kernel) {
  const auto nodes = as_size(rows.nodes);
  const BatchMemory memory(nodes);
  AlignedArray<Line> total(nodes);
  for (std::size_t i = 0; i < sources.size(); i += kBatch) {
    stop_point();
    const auto count = static_cast<int>(std::min<std::size_t>(kBatch, sources.size() - i));
    kernel(rows, sources.data() + i, count, memory.space(), total.data()->lane);
  }
  std::vector<double> result(nodes);
  for (std::size_t node = 0; node < nodes; ++node) {
    const double* lane = total[node].lane;
    result[node] = ((lane[0] + lane[4]) + (lane[2] + lane[6])) + ((lane[1] + lane[5]) + (lane[3] + lane[7]));
  }
  return result;
}

// Brandes (2001) for one source after another.
std::vector<double> one_by_one(const ArcRows& rows, std::span<const std::int32_t> sources) {
  const auto nodes = as_size(rows.nodes);
  std::vector<double> result(nodes, 0.0), paths(nodes, 0.0), coefficient(nodes, 0.0);
  std::vector<std::int32_t> level(nodes, -1), queue(nodes);
  for (const std::int32_t source : sources) {
    stop_point();
    at(level, source) = 0;
    at(paths, source) = 1.0;
    queue[0] = source;
    std::size_t end = 1;
    for (std::size_t i = 0; i < end; ++i) {
      const std::int32_t node = queue[i];
      const std::int32_t below = at(level, node) + 1;
      const double arriving = at(paths, node);
      for (std::uint32_t arc = rows.out_offsets[node]; arc < rows.out_offsets[node + 1]; ++arc) {
        const auto other = as_size(rows.out[arc]);
        if (level[other] < 0) {
          level[other] = below;
          queue[end++] = rows.out[arc];
        }
        if (level[other] == below) paths[other] += arriving;
      }
    }
    for (std::size_t i = end; i-- > 1;) {
      const auto node = as_size(queue[i]);
      double ahead = 0.0;
      for (std::uint32_t arc = rows.out_offsets[node]; arc < rows.out_offsets[node + 1]; ++arc) {
        const auto other = as_size(rows.out[arc]);
        ahead += level[other] == level[node] + 1 ? coefficient[other] : 0.0;
      }
      const double dependency = paths[node] * ahead;
      result[node] += dependency;
      coefficient[node] = (1.0 + dependency) / paths[node];
    }
    for (std::size_t i = 0; i < end; ++i) {
      const auto node = as_size(queue[i]);
      level[node] = -1;
      paths[node] = 0.0;
    }
  }
  return result;
}

// Whether one source at a time is better: on long, narrow graphs (a path, a lattice) eight sources share little of
// their way, and the plain search meets no surprises. Tried on the first, the middle and the last batch, so that the
// choice depends on nothing but the graph and the sources.
bool is_long_and_narrow(const ArcRows& rows, const std::vector<std::int32_t>& sources, BatchKernel kernel) {
  const std::size_t batches = (sources.size() + kBatch - 1) / kBatch;
  if (batches <= kFewBatches) return false;
  const BatchMemory memory(as_size(rows.nodes));
  std::vector<Line> unused(as_size(rows.nodes));
  BatchCost cost{};
  for (const std::size_t batch : {std::size_t{0}, batches / 2, batches - 1}) {
    const std::size_t begin = batch * kBatch;
    const auto count = static_cast<int>(std::min<std::size_t>(kBatch, sources.size() - begin));
    const BatchCost one = kernel(rows, sources.data() + begin, count, memory.space(), unused.data()->lane);
    cost.entries += one.entries;
    cost.lane_visits += one.lane_visits;
    cost.nodes = std::max(cost.nodes, one.nodes);
    cost.levels = std::max(cost.levels, one.levels);
  }
  const double most = kMostEntriesPerVisit * static_cast<double>(cost.lane_visits);
  return static_cast<double>(cost.entries) > most && cost.levels * cost.levels > cost.nodes;
}

Choice<BatchKernel> kernels() noexcept {
  return {betweenness_kernel_base(), betweenness_kernel_avx2(), betweenness_kernel_avx512()};
}

}  // namespace

bool has_dependency_kernel(InstructionSet set) noexcept {
  return kernels().has(set);
}

std::vector<double> dependencies(const Graph& graph, const std::vector<std::int64_t>& sources,
                                 DependencyOptions options) {
  const Relabelled relabelled_graph = relabelled(graph, Direction::kOut);
  const ArcRows rows = relabelled_graph.rows();
  const auto nodes = as_size(rows.nodes);
  std::vector<std::int32_t> starts = new_ids(relabelled_graph, sources);
  std::sort(starts.begin(), starts.end());
  const BatchKernel kernel = kernels().of(options.set.value_or(kernels().best()));
  const bool batched = options.method == Method::kBatches ||
                       (options.method == Method::kByShape && !is_long_and_narrow(rows, starts, kernel));

  // Chunks of whole batches: how many depends on sizes only, so that sums are grouped alike for any number of threads.
  const std::size_t batches = (starts.size() + kBatch - 1) / kBatch;
  const std::size_t most_chunks =
      std::clamp<std::size_t>((std::size_t{1} << 24) / std::max<std::size_t>(nodes, 1), 16, 64);
  const std::size_t per_chunk = std::max<std::size_t>(1, (batches + most_chunks - 1) / most_chunks) * kBatch;
  const std::size_t chunks = (starts.size() + per_chunk - 1) / per_chunk;
  std::vector<std::vector<double>> parts(chunks);
  parallel_for(static_cast<std::int64_t>(chunks), options.threads, [&](std::int64_t chunk) {
    const std::size_t begin = as_size(chunk) * per_chunk;
    const std::span<const std::int32_t> mine(starts.data() + begin, std::min(per_chunk, starts.size() - begin));
    at(parts, chunk) = batched ? in_batches(rows, mine, kernel) : one_by_one(rows, mine);
  });

  std::vector<double> result(nodes, 0.0);
  for (const std::vector<double>& part : parts) {
    for (std::size_t node = 0; node < nodes; ++node) {
      at(result, relabelled_graph.old_id[node]) += part[node];
    }
  }
  return result;
}

}  // namespace houvast::inline v0_1::graph::detail
