#include <algorithm>
#include <cmath>

#include "base/index.hpp"
#include "graph/detail_sample.hpp"
#include "graph/detail_sweep_driver.hpp"
#include "graph/estimates.hpp"
#include "houvast/base/random.hpp"

namespace houvast::inline v0_1::graph::detail {
using houvast::detail::as_size;

std::vector<std::int64_t> draw_nodes(const Graph& graph, const SampleOptions& options) {
  check_at_least(argument("samples"), options.samples, 1);
  if (!(options.confidence > 0.0 && options.confidence < 1.0)) {
    throw ValueError(
        {"HV-302", argument("confidence"), text_of(options.confidence), {"problem.expected.share_between"}});
  }
  std::vector<std::int64_t> nodes = all_nodes(graph);
  const std::size_t count = std::min<std::size_t>(nodes.size(), as_size(options.samples));
  Random random(options.seed);
  for (std::size_t i = 0; i < count; ++i) {
    std::swap(nodes[i], nodes[i + as_size(random.below(nodes.size() - i))]);
  }
  nodes.resize(count);
  std::sort(nodes.begin(), nodes.end());
  return nodes;
}

double mean_error(std::int64_t samples, std::int64_t population, double range, double confidence) {
  if (samples >= population) return 0.0;
  const auto drawn = static_cast<double>(samples), all = static_cast<double>(population);
  const double not_drawn = 1.0 - (drawn - 1.0) / all;
  return range * std::sqrt(not_drawn * std::log(2.0 * all / (1.0 - confidence)) / (2.0 * drawn));
}

SampledCentrality with_error(std::vector<double> values, double error, double largest) {
  SampledCentrality result;
  result.error = error;
  result.low.reserve(values.size());
  result.high.reserve(values.size());
  for (const double value : values) {
    result.low.push_back(std::max(0.0, value - error));
    result.high.push_back(std::max(value, std::min(largest, value + error)));
  }
  result.values = std::move(values);
  return result;
}

void describe(SampledCentrality& result, Claim definition, Claim source, std::int64_t samples,
              const SampleOptions& options) {
  result.samples = samples;
  result.provenance = provenance_of(std::move(definition), std::move(source));
  result.provenance.options["samples"] = std::to_string(samples);
  result.provenance.options["confidence"] = text_of(options.confidence);
  result.provenance.options["normalized"] = options.normalized ? "true" : "false";
  result.provenance.seed = options.seed;
}

}  // namespace houvast::inline v0_1::graph::detail
