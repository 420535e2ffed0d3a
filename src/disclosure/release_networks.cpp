#include <algorithm>
#include <cmath>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/index.hpp"
#include "disclosure/network_blocks.hpp"
#include "disclosure/parts.hpp"
#include "disclosure/protect.hpp"
#include "disclosure/told_reporters.hpp"
#include "houvast/graph/network_bounds.hpp"
#include "houvast/graph/network_groups.hpp"
#include "scoring/study_view.hpp"

namespace houvast::inline v0_1::detail {
namespace {

// What the middle of a step means for the numbers of a network.
ResponseBand band_of(const ReleasedShare& share) {
  const ResponseThresholds thresholds;
  const double middle = (share.low + share.high) / 2;
  if (middle >= thresholds.usable) return ResponseBand::kUsable;
  return middle >= thresholds.with_care ? ResponseBand::kWithCare : ResponseBand::kOnlyBounds;
}

// Who was asked, and how many of them reported. Where silence is not possible, or it was not recorded who was asked,
// nobody can tell how many were silent.
void add_response(const Network& parties, const ToldReporters& reporters, std::int64_t threshold,
                  ReleasedNetwork& released) {
  const NetworkResponse response = network_response(parties);
  released.complete = parties.complete;
  if (response.share) released.asked_band = n_band(response.asked, threshold);
  if (hides_silence(parties)) {  // all that is told follows from one step
    released.response_share = step_share(response.reported, response.asked, reporters.steps);
    released.response = band_of(*released.response_share);
    return;
  }
  released.response = response.band;
  released.reported_band = n_band(response.reported, threshold);
  if (response.share) {
    released.response_share = step_share(response.reported, response.asked, steps_of(response.asked, threshold));
  }
}

// The network between nodes. Labels are numbers: a group may have no name, and a node of a network must have one.
class BlockNetwork {
 public:
  BlockNetwork(const Network& parties, const BlockNodes& nodes, const std::string& relation)
      : grouping_(group_network(parties, labels_of(nodes), relation)) {
    for (const std::string& id : grouping_.network.ids) node_.push_back(std::stoll(id));
  }

  /// What may be told of the ties between two nodes, or inside one. @param least pairs that are known at least
  [[nodiscard]] std::optional<ReleasedShare> density(std::int64_t from, std::int64_t to, std::int64_t least,
                                                     std::int64_t threshold) const {
    for (const GroupCell& cell : grouping_.cells) {
      if (!is_between(cell, from, to)) continue;
      const std::int64_t steps = roomy_steps_of(std::min(cell.observed, least), threshold);
      if (steps > 0) return step_share(cell.tied, cell.observed, steps);
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

// Blocks between groups that stand alone, and all others taken together; none when only one is left. Where who was
// silent is nobody's business, which of them are told follows from what is told of everybody.
void add_blocks(const Network& parties, const PartyGroups& groups, const ToldCount& reporters, std::int64_t threshold,
                ReleasedNetwork& released) {
  const BlockNodes nodes = block_nodes(parties, groups, threshold);
  const std::int64_t count = std::ssize(nodes.names);
  if (count == 0) return;
  const BlockNetwork between(parties, nodes, released.relation);
  const bool directed = parties.directed;
  const auto least = [&](std::int64_t from, std::int64_t to) {
    return hides_silence(parties) ? least_known_between(nodes, from, to, reporters.people - reporters.low, directed)
                                  : parties.possible_dyads;
  };
  for (std::int64_t from = 0; from < count; ++from) {
    for (std::int64_t to = directed ? 0 : from; to < count; ++to) {
      const auto density = between.density(from, to, least(from, to), threshold);
      released.blocks.push_back(
          {at(nodes.names, from), at(nodes.names, to), density.has_value(), density.value_or(ReleasedShare{})});
    }
  }
  released.groups = nodes.names;
}

// A share at the edge of a step, so rounded that it stays inside; one on an edge stays there.
double rounded_down(double share, std::int64_t steps) {
  constexpr double kSmallest = 1e-9;
  return std::floor(share * static_cast<double>(steps) + kSmallest) / static_cast<double>(steps);
}
double rounded_up(double share, std::int64_t steps) {
  constexpr double kSmallest = 1e-9;
  return std::ceil(share * static_cast<double>(steps) - kSmallest) / static_cast<double>(steps);
}

// Of a network that too few told of nothing is said, as of one that nobody told of.
bool may_tell(const NetworkSummary& summary, std::int64_t threshold) {
  const Network& network = summary.network;
  const NetworkResponse response = network_response(network);
  const bool enough = hides_silence(network)
                          ? response.reported > threshold && response.asked >= fewest_asked(threshold)
                          : response.reported >= threshold;
  return enough && summary.density.defined() && summary.density.n >= threshold;
}

ToldReporters told_of(const Network& network, std::int64_t threshold) {
  if (!hides_silence(network)) return {};
  const NetworkResponse response = network_response(network);
  return told_reporters(response.asked, response.reported, threshold);
}

// Steps for pairs of parties, of which a network has many: down to hundredths, none narrower than the threshold.
constexpr std::int64_t kFinest = 100;
std::int64_t pair_steps_of(std::int64_t pairs, std::int64_t threshold) {
  return pairs >= kFinest * threshold ? kFinest : steps_of(pairs, threshold);
}

// The density, and between which numbers it lies with those who were silent. Where silence is nobody's business, both
// follow from how many reported as that is told, and from nothing else.
void add_density(const NetworkSummary& summary, const ToldCount& told, std::int64_t threshold,
                 ReleasedNetwork& released) {
  const Network& network = summary.network;
  const std::int64_t known = summary.density.n, all = network.possible_dyads;
  const std::int64_t least =
      hides_silence(network) ? std::min(known, least_known(network.size(), told.low, network.directed)) : known;
  const std::int64_t steps = pair_steps_of(least, threshold);
  released.density = step_share(std::ssize(network.ties), known, steps);
  ReleasedShare exact{summary.density.details.at("low"), summary.density.details.at("high")};
  if (hides_silence(network)) {
    const double seen = static_cast<double>(least) / static_cast<double>(all);
    exact.low = std::min(exact.low, released.density.low * seen);
    exact.high = std::max(exact.high, 1 - (1 - released.density.high) * seen);
  }
  const std::int64_t fine = hides_silence(network) ? kFinest : steps;
  released.bounds = {rounded_down(exact.low, fine), rounded_up(exact.high, fine)};
}

void add_numbers(const NetworkSummary& summary, std::int64_t threshold, ReleasedNetwork& released) {
  released.parties_band = n_band(summary.network.size(), threshold);
  released.ties_band = n_band(std::ssize(summary.network.ties), threshold);
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
  if (options.in_ledger || groups_of(group_parties(study, by), 1) > 1) return by;
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
      if (!may_tell(summary, policy.threshold())) continue;
      ReleasedNetwork network;
      network.wave = wave.id;
      network.relation = relation.id;
      network.title = relation.title;
      network.directed = relation.directed;
      network.shown = true;
      const ToldReporters told = told_of(summary.network, policy.threshold());
      add_response(summary.network, told, policy.threshold(), network);
      add_blocks(summary.network, groups, told.told, policy.threshold(), network);
      add_density(summary, told.told, policy.threshold(), network);
      add_numbers(summary, policy.threshold(), network);
      release.networks.push_back(std::move(network));
    }
  }
}

}  // namespace houvast::inline v0_1::detail
