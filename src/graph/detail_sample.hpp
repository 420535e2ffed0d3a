#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "houvast/graph/centrality.hpp"

namespace houvast::inline v0_1::graph::detail {

/// Different nodes drawn with equal chance, as many as asked for or as there are, in increasing order.
/// @throws ValueError HV-302 when there are to be fewer than one, or the confidence is not in (0, 1)
/// @complexity O(nodes)
[[nodiscard]] std::vector<std::int64_t> draw_nodes(const Graph& graph, const SampleOptions& options);

/// How far the mean over `samples` of `population` values between 0 and `range`, drawn without replacement, can be from
/// the mean of all, for each of `population` such means at once; 0 when all were drawn.
/// @source Serfling (1974), Annals of Statistics 2(1), corollary 1.1, both sides, Bonferroni
[[nodiscard]] double mean_error(std::int64_t samples, std::int64_t population, double range, double confidence);

/// Values with the same error on both sides, kept within [0, largest].
[[nodiscard]] SampledCentrality with_error(std::vector<double> values, double error, double largest);

/// Fills in what was asked for.
void describe(SampledCentrality& result, Claim definition, Claim source, std::int64_t samples,
              const SampleOptions& options);

}  // namespace houvast::inline v0_1::graph::detail
