#include <algorithm>
#include <cmath>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/index.hpp"
#include "disclosure/parts.hpp"
#include "disclosure/protect.hpp"
#include "houvast/graph/network_bounds.hpp"
#include "houvast/graph/network_groups.hpp"
#include "scoring/study_view.hpp"

namespace houvast::detail {
namespace {

void add_response(const Network& parties, std::int64_t threshold, ReleasedNetwork& released) {
  const NetworkResponse response = network_response(parties);
  released.complete = parties.complete;
  released.response = response.band;
  released.reported_band = n_band(response.reported, threshold);
  if (!response.share) return;
  released.asked_band = n_band(response.asked, threshold);
  released.response_share = step_share(response.reported, response.asked, steps_of(response.asked, threshold));
}

// What groups of parties become in a network between groups: a node for each that stands alone, one for all others.
struct BlockNodes {
  std::vector<std::string> names;
  std::vector<std::int64_t> of_position;  ///< per party of the network
};

BlockNodes block_nodes(const Network& parties, const PartyGroups& groups, std::int64_t threshold) {
  std::vector<std::int64_t> asked(groups.labels.size()), reported(groups.labels.size()), node(groups.labels.size());
  std::vector<bool> present(groups.labels.size());
  for (std::size_t i = 0; i < parties.parties.size(); ++i) {
    const std::int32_t group = at(groups.of_party, parties.parties[i]);
    at(present, group) = true;
    at(asked, group) += parties.asked[i] || parties.reported[i];
    at(reported, group) += parties.reported[i];
  }
  const std::vector<int> own = published_groups(asked, reported, threshold);
  BlockNodes nodes;
  for (std::size_t g = 0; g < own.size(); ++g) {
    if (!present[g] || own[g] < 0) continue;
    node[g] = std::ssize(nodes.names);
    nodes.names.push_back(groups.labels[g]);
  }
  const std::int64_t together = std::ssize(nodes.names);
  for (std::size_t g = 0; g < own.size(); ++g) {
    if (!present[g] || own[g] >= 0) continue;
    node[g] = together;
    nodes.names.resize(as_size(together) + 1, kOtherGroups);
  }
  for (const std::int32_t party : parties.parties) nodes.of_position.push_back(at(node, at(groups.of_party, party)));
  return nodes;
}

// The network between nodes. Labels are numbers: a group may have no name, and a node of a network must have one.
class BlockNetwork {
 public:
  BlockNetwork(const Network& parties, const BlockNodes& nodes, const std::string& relation)
      : grouping_(group_network(parties, labels_of(nodes), relation)) {
    for (const std::string& id : grouping_.network.ids) node_.push_back(std::stoll(id));
  }

  /// What may be told of the ties between two nodes, or inside one.
  [[nodiscard]] std::optional<ReleasedShare> density(std::int64_t from, std::int64_t to, std::int64_t threshold) const {
    for (const GroupCell& cell : grouping_.cells) {
      if (is_between(cell, from, to) && cell.observed >= threshold) {
        return step_share(cell.tied, cell.observed, steps_of(cell.observed, threshold));
      }
    }
    return std::nullopt;
  }

 private:
  static std::vector<std::string> labels_of(const BlockNodes& nodes) {
    std::vector<std::string> labels;
    for (const std::int64_t node : nodes.of_position) labels.push_back(std::to_string(node));
    return labels;
  }

  [[nodiscard]] bool is_between(const GroupCell& cell, std::int64_t from, std::int64_t to) const {
    const std::int64_t a = at(node_, cell.from), b = at(node_, cell.to);
    return (a == from && b == to) || (!grouping_.parties.directed && a == to && b == from);
  }

  Grouping grouping_;
  std::vector<std::int64_t> node_;  // per group of the network
};

// Blocks between groups that stand alone, and all others taken together; none when only one is left.
void add_blocks(const Network& parties, const PartyGroups& groups, std::int64_t threshold, ReleasedNetwork& released) {
  const BlockNodes nodes = block_nodes(parties, groups, threshold);
  const std::int64_t count = std::ssize(nodes.names);
  if (count < 2) return;
  const BlockNetwork between(parties, nodes, released.relation);
  for (std::int64_t from = 0; from < count; ++from) {
    for (std::int64_t to = parties.directed ? 0 : from; to < count; ++to) {
      const auto density = between.density(from, to, threshold);
      released.blocks.push_back(
          {at(nodes.names, from), at(nodes.names, to), density.has_value(), density.value_or(ReleasedShare{})});
    }
  }
  released.groups = nodes.names;
}

ReleasedShare bounds_of(const Estimate& density, std::int64_t steps) {
  const auto at_edge = [steps](double share, double (*round)(double)) {
    constexpr double kSmallest = 1e-9;  // a share on an edge stays there
    const double moved = round == static_cast<double (*)(double)>(std::floor) ? kSmallest : -kSmallest;
    return round(share * static_cast<double>(steps) + moved) / static_cast<double>(steps);
  };
  return {at_edge(density.details.at("low"), std::floor), at_edge(density.details.at("high"), std::ceil)};
}

std::int64_t reporters(const NetworkSummary& summary) {
  return std::count(summary.network.reported.begin(), summary.network.reported.end(), true);
}

// Steps for pairs of parties, of which a network has many: down to hundredths, none narrower than the threshold.
std::int64_t pair_steps_of(std::int64_t pairs, std::int64_t threshold) {
  return pairs >= 100 * threshold ? 100 : steps_of(pairs, threshold);
}

void add_numbers(const NetworkSummary& summary, std::int64_t threshold, ReleasedNetwork& released) {
  const std::int64_t pairs = summary.density.n, ties = std::ssize(summary.network.ties);
  const std::int64_t steps = pair_steps_of(pairs, threshold);
  released.parties_band = n_band(summary.network.size(), threshold);
  released.ties_band = n_band(ties, threshold);
  released.density = step_share(std::llround(summary.density.value * static_cast<double>(pairs)), pairs, steps);
  released.bounds = bounds_of(summary.density, steps);
  released.parts = std::count_if(summary.component_sizes.begin(), summary.component_sizes.end(),
                                 [](std::int64_t size) { return size > 1; });
}

std::int64_t groups_of(const PartyGroups& groups, std::int64_t least) {
  std::vector<std::int64_t> sizes(groups.labels.size());
  for (const std::int32_t group : groups.of_party) ++at(sizes, group);
  return std::count_if(sizes.begin(), sizes.end(), [least](std::int64_t size) { return size >= least; });
}

}  // namespace

std::string blocks_by(const Study& study, const Policy& policy, const ReleaseOptions& options) {
  std::string by = options.by.empty() ? "domain" : options.by;
  if (groups_of(group_parties(study, by), 1) > 1) return by;
  for (const char* other : {"domain", "level"}) {
    if (groups_of(group_parties(study, other), policy.threshold()) > 1) return other;
  }
  return by;
}

void release_networks(const Study& study, const Policy& policy, Release& release) {
  const PartyGroups groups = group_parties(study, release.blocks_by);
  for (const Wave& wave : study.waves()) {
    for (const Relation& relation : study.data().relations) {
      Network reported = reported_network(study, relation.id, wave.id);
      if (!reported.measured()) continue;
      const NetworkSummary summary = summary_of(std::move(reported));
      ReleasedNetwork network;
      network.wave = wave.id;
      network.relation = relation.id;
      network.title = relation.title;
      network.directed = relation.directed;
      network.shown = reporters(summary) >= policy.threshold() && summary.density.defined() &&
                      summary.density.n >= policy.threshold();
      if (network.shown) {
        add_response(summary.network, policy.threshold(), network);
        add_blocks(summary.network, groups, policy.threshold(), network);
        add_numbers(summary, policy.threshold(), network);
      }
      release.networks.push_back(std::move(network));
    }
  }
}

}  // namespace houvast::detail
