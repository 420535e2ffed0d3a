#include <cmath>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "graph/estimates.hpp"
#include "houvast/base/error.hpp"
#include "houvast/base/fields.hpp"
#include "houvast/graph/network_bounds.hpp"
#include "houvast/text/say.hpp"

namespace houvast::inline v0_1 {
namespace {

// Down to whole percents: 79.6% is not yet 80%.
double whole_percents(double share) {
  return std::floor(100 * share + 1e-9) / 100;
}

struct MetricRow {
  std::string metric;
  Estimate estimate;
  std::optional<NetworkBounds> bounds{};
};

Fields<MetricRow> metric_fields() {
  using Row = MetricRow;
  const auto bound = [](double NetworkBounds::*end) {
    return [end](const Row& row) { return row.bounds ? std::optional((*row.bounds).*end) : std::nullopt; };
  };
  const auto exact = [](const Row& row) {
    return row.bounds ? std::optional(row.bounds->low_exact && row.bounds->high_exact) : std::nullopt;
  };
  return {{"metric", {"column.name"}, &Row::metric},
          {"value", {"column.metric_value"}, &Row::estimate},
          {"low", {"column.metric_low"}, bound(&NetworkBounds::low)},
          {"high", {"column.metric_high"}, bound(&NetworkBounds::high)},
          {"exact", {"column.metric_exact"}, exact},
          {"n", {"column.metric_n"}, [](const Row& row) { return row.estimate.n; }},
          {"definition",
           {"column.metric_definition"},
           [](const Row& row) { return say(row.estimate.provenance.definition, Language::kEn); }},
          {"reason", {"column.metric_reason"}, [](const Row& row) { return reason_text(row.estimate).value_or(""); }}};
}

// A count that is known when its bounds meet.
Estimate count_of(const char* definition, std::int64_t n, const NetworkBounds& bounds) {
  if (bounds.low != bounds.high) {
    return undefined_estimate({definition}, {"source.own"}, n, {"reason.silence_hides_ties"});
  }
  return defined_estimate({definition}, {"source.own"}, n, bounds.low);
}

}  // namespace

std::string_view to_string(ResponseBand band) noexcept {
  return band == ResponseBand::kUsable ? "usable" : band == ResponseBand::kWithCare ? "with care" : "only bounds";
}

NetworkResponse network_response(const Network& parties, const ResponseThresholds& thresholds) {
  if (!(0 <= thresholds.with_care && thresholds.with_care <= thresholds.usable && thresholds.usable <= 1)) {
    throw ValueError({"HV-302",
                      {"problem.subject.thresholds_of_response"},
                      Claim{"problem.value.both",
                            {{"one", graph::detail::text_of(thresholds.usable)},
                             {"other", graph::detail::text_of(thresholds.with_care)}}},
                      {"problem.expected.two_shares"}});
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
  std::vector<MetricRow> metrics;
  const auto add = [&metrics](std::string name, Estimate estimate, std::optional<NetworkBounds> bounds = {}) {
    metrics.push_back({std::move(name), std::move(estimate), bounds});
  };
  const NetworkResponse response = network_response(summary.of_parties(), thresholds);
  const Claim responded{"method.network_response"}, own{"source.own"};
  add("response", response.share ? defined_estimate(responded, own, response.asked, *response.share)
                                 : undefined_estimate(responded, own, response.reported, {"reason.asked_unknown"}));
  const auto& details = summary.density.details;
  add("density", summary.density,
      network.possible_dyads == 0 ? std::nullopt : std::optional(NetworkBounds{details.at("low"), details.at("high")}));
  const auto centralization = [&](const char* name, graph::Centrality of) {
    add(name, network_centralization(summary, of, thresholds),
        n < 3 ? std::nullopt : std::optional(centralization_bounds(network, of)));
  };
  centralization("degree_centralization", graph::Centrality::kDegree);
  if (network.directed) {
    centralization("in_degree_centralization", graph::Centrality::kInDegree);
    centralization("out_degree_centralization", graph::Centrality::kOutDegree);
    add("reciprocity", network_reciprocity(network));
  }
  add("confirmation", network_confirmation(summary.of_parties()));
  const NetworkBounds parts = component_bounds(network), alone = isolate_bounds(network);
  add("components", count_of("method.network_parts", n, parts), parts);
  add("isolates", count_of("method.isolates", n, alone), alone);
  return {{"title.network_numbers", {{"relation", network.relation}, {"wave", network.wave.str()}}},
          columns_of(metrics, metric_fields()),
          summary.density.provenance};
}

}  // namespace houvast::inline v0_1
