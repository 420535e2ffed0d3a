#include "houvast/graph/network_summary.hpp"

#include <algorithm>
#include <iterator>
#include <span>

#include "base/index.hpp"
#include "ecosystem/tie_ends.hpp"
#include "houvast/base/fields.hpp"
#include "houvast/graph/components.hpp"
#include "houvast/graph/robustness.hpp"
#include "houvast/version.hpp"
#include "text/number_text.hpp"

namespace houvast::inline v0_1 {
using houvast::detail::as_size;
namespace {

Estimate observed_density(const Network& network) {
  Estimate density;
  density.n = network.observed_dyads;
  density.provenance = {{"method.observed_density"},
                        {"source.with_bounds", {{"source", Claim{"source.observed_density"}}}},
                        {{"relation", network.relation},
                         {"wave", network.wave.str()},
                         {"rule", std::string(to_string(network.rule))},
                         {"level", network.level},
                         {"minimum_strength", detail::text_of(network.minimum_strength)}},
                        std::nullopt,
                        kVersion};
  density.method = {"method.observed_density_line"};
  const auto ties = static_cast<double>(network.ties.size());
  const auto possible = static_cast<double>(network.possible_dyads);
  density.details = {
      {"ties", ties}, {"observed_dyads", static_cast<double>(network.observed_dyads)}, {"possible_dyads", possible}};
  if (network.possible_dyads > 0) {
    density.details["low"] = ties / possible;
    density.details["high"] = (ties + static_cast<double>(network.open_dyads)) / possible;
  }
  if (network.observed_dyads == 0) {
    density.reason = {Claim{"reason.no_dyad_observed"}};
  } else {
    density.value = ties / static_cast<double>(network.observed_dyads);
  }
  return density;
}

// For every cut party, who no longer reaches the largest part that remains.
std::vector<CutParty> cut_parties(const Graph& graph) {
  std::vector<CutParty> result;
  for (const graph::CutNode& cut : graph::cut_nodes(graph)) {
    result.push_back({cut.node, {cut.cut_off.begin(), cut.cut_off.end()}});
  }
  return result;
}

}  // namespace

Graph graph_of(const Network& network) {
  std::vector<std::int64_t> sources, targets;
  std::vector<double> weights;
  sources.reserve(network.ties.size());
  targets.reserve(network.ties.size());
  weights.reserve(network.ties.size());
  for (const Network::Tie& tie : network.ties) {
    sources.push_back(tie.from);
    targets.push_back(tie.to);
    weights.push_back(tie.strength);
  }
  return {network.size(), sources, targets, weights, {.directed = network.directed}};
}

NetworkSummary network_summary(const Study& study, std::string_view relation, const WaveId& wave,
                               const NetworkOptions& options) {
  return summary_of(measured_network(study, relation, wave, options));
}

NetworkSummary grouped_summary(const Study& study, const NetworkSummary& parties, std::string_view level) {
  if (parties.grouping)
    throw ValueError({"HV-303", argument("level"), parties.network.level, {"problem.expected.of_parties"}});
  if (level == "party" || level == "person") return parties;
  std::vector<std::string> labels;
  for (const std::int32_t index : parties.network.parties) {
    const Party& party = study.parties()[as_size(index)];
    std::string label = study.attribute(party, level);
    if (label.empty()) label = party.id.str();
    labels.push_back(std::move(label));
  }
  Grouping grouping = group_network(parties.network, labels, std::string(level));
  NetworkSummary summary = summary_of(grouping.network);
  summary.grouping = std::move(grouping);
  return summary;
}

Network reported_network(const Study& study, std::string_view relation, const WaveId& wave,
                         const NetworkOptions& options) {
  const Relation& of = study.relation(relation);
  static_cast<void>(study.wave_index(wave));
  Network network = detail::build_network(study.parties(), study.data().ties, study.tie_ends(), of, wave, options);
  network.asked_known = study.data().asked_known || of.complete;
  return network;
}

Network measured_network(const Study& study, std::string_view relation, const WaveId& wave,
                         const NetworkOptions& options) {
  Network network = reported_network(study, relation, wave, options);
  if (!network.measured()) {
    throw ValueError({"HV-305",
                      {"problem.subject.reports_on_relation", {{"relation", std::string(relation)}}},
                      wave.str(),
                      {"problem.expected.one_or_more"}});
  }
  return network;
}

NetworkSummary summary_of(Network of) {
  NetworkSummary summary;
  summary.network = std::move(of);
  const Network& network = summary.network;
  summary.graph = graph_of(network);
  summary.density = observed_density(network);
  const graph::Components components = graph::components(summary.graph);
  summary.component = components.labels;
  summary.component_sizes = components.sizes;
  summary.in_degree.assign(as_size(network.size()), 0);
  summary.out_degree = summary.in_degree;
  for (const Network::Tie& tie : network.ties) {
    const auto from = as_size(tie.from), to = as_size(tie.to);
    ++summary.out_degree[from];
    ++summary.in_degree[to];
    if (!network.directed) {
      ++summary.out_degree[to];
      ++summary.in_degree[from];
    }
  }
  for (std::int32_t i = 0; i < static_cast<std::int32_t>(network.size()); ++i) {
    const auto at = as_size(i);
    if (summary.in_degree[at] + summary.out_degree[at] > 0) continue;
    // Who only told of ties towards it did not tell whether there are ties from it.
    (network.tells(i) ? summary.isolated : summary.unknown_ties).push_back(i);
  }
  summary.cut_parties = cut_parties(summary.graph);
  return summary;
}

namespace {

// A place in the network: a party, or a group of them.
struct PlaceRow {
  std::size_t at = 0;
  const Party* party = nullptr;  // of a network of parties
  std::int64_t cuts_off = 0;
};

Fields<PlaceRow> party_fields(const Network& network) {
  using Row = PlaceRow;
  const auto asked = [&network](const Row& row) {
    const bool known = network.asked[row.at] || network.asked_known;
    return known ? std::optional<bool>(network.asked[row.at]) : std::nullopt;
  };
  return {
      {"party", {"column.party_id"}, [](const Row& row) { return row.party->id; }},
      {"name", {"column.name"}, [](const Row& row) { return row.party->name; }},
      {"domain", {"column.domain_id"}, [](const Row& row) { return row.party->domain; }},
      {"asked", {"column.party_asked"}, asked},
      {"reported", {"column.party_reported"}, [&network](const Row& row) -> bool { return network.reported[row.at]; }}};
}

Fields<PlaceRow> place_fields(const NetworkSummary& summary) {
  using Row = PlaceRow;
  const auto out_degree = [&summary](const Row& row) {
    const bool told = summary.network.reported[row.at] || !summary.network.directed;
    return told ? std::optional(summary.out_degree[row.at]) : std::nullopt;
  };
  return {{"in_degree", {"column.in_degree"}, [&summary](const Row& row) { return summary.in_degree[row.at]; }},
          {"out_degree", {"column.out_degree"}, out_degree},
          {"component", {"column.component"}, [&summary](const Row& row) { return summary.component[row.at]; }},
          {"cuts_off", {"column.cuts_off"}, &Row::cuts_off}};
}

}  // namespace

Table network_table(const Study& study, const NetworkSummary& summary) {
  const Network& network = summary.network;
  std::vector<PlaceRow> rows(network.ids.size());
  for (std::size_t i = 0; i < rows.size(); ++i) {
    rows[i].at = i;
    if (!summary.grouping) rows[i].party = &study.parties()[as_size(network.parties[i])];
  }
  for (const CutParty& cut : summary.cut_parties) {
    rows[as_size(cut.position)].cuts_off = std::ssize(cut.cut_off);
  }
  std::vector<Column> columns =
      summary.grouping ? member_columns(*summary.grouping) : columns_of(rows, party_fields(network));
  for (Column& column : columns_of(rows, place_fields(summary))) columns.push_back(std::move(column));
  return {{"title.network", {{"relation", network.relation}, {"by", network.level}, {"wave", network.wave.str()}}},
          std::move(columns),
          summary.density.provenance};
}

}  // namespace houvast::inline v0_1
