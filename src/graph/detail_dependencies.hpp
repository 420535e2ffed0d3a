#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "graph/detail_dispatch.hpp"
#include "houvast/graph/graph.hpp"

namespace houvast::inline v0_1::graph::detail {

/// How the sum of dependencies is computed.
enum class Method {
  kByShape,   ///< one of the two below, by what a few batches show
  kBatches,   ///< eight sources at once
  kOneByOne,  ///< one source at a time: better on long, narrow graphs
};

struct DependencyOptions {
  int threads = 1;
  Method method = Method::kByShape;
  std::optional<InstructionSet> set = std::nullopt;  ///< nothing = the best there is
};

/// For each node the sum, over the sources, of the source's dependency on it: over all targets the share of shortest
/// paths from the source that run through the node (Brandes 2001, eq. 7). Every ordered pair counts.
/// @param sources ids of different nodes
/// @return in node order; not finite where there are more paths than a double can hold
[[nodiscard]] std::vector<double> dependencies(const Graph& graph, const std::vector<std::int64_t>& sources,
                                               DependencyOptions options);

/// Whether `set` can be asked for.
[[nodiscard]] bool has_dependency_kernel(InstructionSet set) noexcept;

}  // namespace houvast::inline v0_1::graph::detail
