#include <cmath>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "graph/estimates.hpp"
#include "houvast/base/error.hpp"
#include "houvast/graph/network_bounds.hpp"

namespace houvast {
namespace {

// Down to whole percents: 79.6% is not yet 80%.
double whole_percents(double share) {
  return std::floor(100 * share + 1e-9) / 100;
}

// The table, row by row.
class Metrics {
 public:
  void add(std::string name, const Estimate& estimate, const std::optional<NetworkBounds>& bounds) {
    metric_.push_back(std::move(name));
    value_.push(estimate.defined() ? std::optional(estimate.value) : std::nullopt);
    low_.push(bounds ? std::optional(bounds->low) : std::nullopt);
    high_.push(bounds ? std::optional(bounds->high) : std::nullopt);
    exact_.push(bounds ? std::optional(bounds->low_exact && bounds->high_exact) : std::nullopt);
    n_.push_back(estimate.n);
    definition_.push_back(estimate.provenance.definition);
    reason_.push_back(estimate.reason);
  }

  [[nodiscard]] Table build(std::string title, Provenance provenance) && {
    std::vector<Column> columns;
    columns.push_back({"metric", std::move(metric_), {}, {"column.name"}});
    columns.push_back(std::move(value_).build());
    columns.push_back(std::move(low_).build());
    columns.push_back(std::move(high_).build());
    columns.push_back(std::move(exact_).build());
    columns.push_back({"n", std::move(n_), {}, {"column.metric_n"}});
    columns.push_back({"definition", std::move(definition_), {}, {"column.metric_definition"}});
    columns.push_back({"reason", std::move(reason_), {}, {"column.metric_reason"}});
    return {std::move(title), std::move(columns), std::move(provenance)};
  }

 private:
  std::vector<std::string> metric_, definition_, reason_;
  std::vector<std::int64_t> n_;
  ColumnBuilder<double> value_{"value", {"column.metric_value"}};
  ColumnBuilder<double> low_{"low", {"column.metric_low"}};
  ColumnBuilder<double> high_{"high", {"column.metric_high"}};
  ColumnBuilder<bool> exact_{"exact", {"column.metric_exact"}};
};

// A count that is known when its bounds meet.
Estimate count_of(const char* definition, std::int64_t n, const NetworkBounds& bounds) {
  if (bounds.low != bounds.high) {
    return undefined_estimate(definition, "own definition", n, "silence could hide ties; read the bounds");
  }
  return graph::detail::estimate_of(definition, "own definition", n, bounds.low);
}

}  // namespace

std::string_view to_string(ResponseBand band) noexcept {
  return band == ResponseBand::kUsable ? "usable" : band == ResponseBand::kWithCare ? "with care" : "only bounds";
}

NetworkResponse network_response(const Network& parties, const ResponseThresholds& thresholds) {
  if (!(0 <= thresholds.with_care && thresholds.with_care <= thresholds.usable && thresholds.usable <= 1)) {
    throw ValueError(
        {"HV-302",
         "thresholds of response",
         graph::detail::text_of(thresholds.usable) + " and " + graph::detail::text_of(thresholds.with_care),
         "two shares, first the one for usable: 1 >= usable >= with care >= 0",
         {}});
  }
  NetworkResponse response;
  response.asked_known = parties.asked_known;
  for (std::size_t i = 0; i < parties.ids.size(); ++i) {
    response.asked += parties.asked[i] || parties.reported[i];
    response.reported += parties.reported[i];
  }
  if (parties.complete) {
    response.share = 1;
    response.band = ResponseBand::kUsable;
    response.reason = {{"network_response.complete", {}}};
    return response;
  }
  const double share =
      response.asked == 0 ? 0 : static_cast<double>(response.reported) / static_cast<double>(response.asked);
  const auto reaches = [&response, share](double threshold) {
    return response.asked > 0 && share >= threshold - 1e-12;  // 3 of 5 is 0.6, whatever its last bit
  };
  if (!parties.asked_known) {
    // More may have been asked: the share can only be lower than that of the known.
    const bool care = reaches(thresholds.with_care);
    response.band = care ? ResponseBand::kWithCare : ResponseBand::kOnlyBounds;
    response.reason = {
        {"network_response.asked_unknown", {{"reported", response.reported}}},
        {care ? "network_response.read_with_care" : "network_response.too_few_known", {}},
    };
    return response;
  }
  response.share = share;
  const Arguments numbers{{"reported", response.reported},
                          {"asked", response.asked},
                          {"share", whole_percents(share)},
                          {"usable", whole_percents(thresholds.usable)},
                          {"with_care", whole_percents(thresholds.with_care)}};
  // Half-open bands: a share on the line belongs to the higher band.
  if (reaches(thresholds.usable)) {
    response.band = ResponseBand::kUsable;
    response.reason = {{"network_response.usable", numbers}};
  } else if (reaches(thresholds.with_care)) {
    response.band = ResponseBand::kWithCare;
    response.reason = {{"network_response.with_care", numbers}};
  } else {
    response.reason = {{"network_response.only_bounds", numbers}};
  }
  return response;
}

Table network_metrics(const NetworkSummary& summary, const ResponseThresholds& thresholds) {
  const Network& network = summary.network;
  const std::int64_t n = network.size();
  Metrics metrics;
  const NetworkResponse response = network_response(summary.of_parties(), thresholds);
  const char* const responded = "share of those asked that reported";
  metrics.add("response",
              response.share
                  ? graph::detail::estimate_of(responded, "own definition", response.asked, *response.share)
                  : undefined_estimate(responded, "own definition", response.reported, "who was asked is not known"),
              std::nullopt);
  const auto& details = summary.density.details;
  metrics.add(
      "density", summary.density,
      network.possible_dyads == 0 ? std::nullopt : std::optional(NetworkBounds{details.at("low"), details.at("high")}));
  const auto centralization = [&](const char* name, graph::Centrality of) {
    metrics.add(name, network_centralization(summary, of, thresholds),
                n < 3 ? std::nullopt : std::optional(centralization_bounds(network, of)));
  };
  centralization("degree_centralization", graph::Centrality::kDegree);
  if (network.directed) {
    centralization("in_degree_centralization", graph::Centrality::kInDegree);
    centralization("out_degree_centralization", graph::Centrality::kOutDegree);
    metrics.add("reciprocity", network_reciprocity(network), std::nullopt);
  }
  metrics.add("confirmation", network_confirmation(summary.of_parties()), std::nullopt);
  const NetworkBounds parts = component_bounds(network), alone = isolate_bounds(network);
  metrics.add("components", count_of("connected parts, direction ignored, a party alone being one", n, parts), parts);
  metrics.add("isolates", count_of("parties without any tie", n, alone), alone);
  return std::move(metrics).build("Numbers of " + network.relation + ", wave " + network.wave.str(),
                                  summary.density.provenance);
}

}  // namespace houvast
