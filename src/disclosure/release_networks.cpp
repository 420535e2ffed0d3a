#include <algorithm>
#include <cmath>
#include <cstdint>
#include <string>
#include <vector>

#include "disclosure/parts.hpp"
#include "disclosure/protect.hpp"
#include "houvast/graph/network_bounds.hpp"
#include "houvast/graph/network_groups.hpp"
#include "scoring/study_view.hpp"

namespace houvast::detail {
namespace {

void add_response(const Network& parties, ReleasedNetwork& released) {
  const NetworkResponse response = network_response(parties);
  released.complete = parties.complete;
  released.response = response.band;
  released.reported_band = n_band(response.reported);
  if (!response.share) return;
  released.asked_band = n_band(response.asked);
  released.response_share = rounded_share(*response.share, response.asked);
}

// Rounded to 5 points; at the ends, where nearly all or nearly none have a tie, only the band.
ReleasedShare block_density(std::int64_t tied, std::int64_t observed) {
  if (tied * 10 < observed) return {std::nullopt, 0, 0.1};
  if (tied * 10 > observed * 9) return {std::nullopt, 0.9, 1};
  return {std::round(static_cast<double>(tied) / static_cast<double>(observed) * 20) / 20, 0, 1};
}

// Blocks between groups that stand alone, and all others taken together; none when only one is left.
void add_blocks(const Network& parties, const PartyGroups& groups, std::int64_t threshold, ReleasedNetwork& released) {
  std::vector<std::int64_t> asked(groups.labels.size()), reported(groups.labels.size());
  std::vector<bool> present(groups.labels.size());
  const auto group_of = [&](std::size_t position) {
    return static_cast<std::size_t>(groups.of_party[static_cast<std::size_t>(parties.parties[position])]);
  };
  for (std::size_t i = 0; i < parties.parties.size(); ++i) {
    present[group_of(i)] = true;
    asked[group_of(i)] += parties.asked[i] || parties.reported[i];
    reported[group_of(i)] += parties.reported[i];
  }
  const std::vector<int> own = published_groups(asked, reported, threshold);
  // Labels are positions: a group may have no name, and a node of a network must have one.
  std::vector<std::string> names;
  std::vector<std::int64_t> node(own.size());
  std::int64_t together = -1;
  for (std::size_t g = 0; g < own.size(); ++g) {
    if (!present[g] || own[g] < 0) continue;
    node[g] = std::ssize(names);
    names.push_back(groups.labels[g]);
  }
  for (std::size_t g = 0; g < own.size(); ++g) {
    if (!present[g] || own[g] >= 0) continue;
    if (together < 0) {
      together = std::ssize(names);
      names.emplace_back(kOtherGroups);
    }
    node[g] = together;
  }
  if (names.size() < 2) return;
  std::vector<std::string> labels;
  for (std::size_t i = 0; i < parties.parties.size(); ++i) labels.push_back(std::to_string(node[group_of(i)]));
  const Grouping grouping = group_network(parties, labels, released.relation);
  released.groups = names;
  const auto place = [&](std::int32_t group) {
    return std::stoul(grouping.network.ids[static_cast<std::size_t>(group)]);
  };
  for (std::size_t from = 0; from < names.size(); ++from) {
    for (std::size_t to = parties.directed ? 0 : from; to < names.size(); ++to) {
      ReleasedBlock block{names[from], names[to], false, {}};
      for (const GroupCell& cell : grouping.cells) {
        const auto a = place(cell.from), b = place(cell.to);
        const bool here = (a == from && b == to) || (!parties.directed && a == to && b == from);
        if (!here || cell.observed < threshold) continue;
        block.shown = true;
        block.density = block_density(cell.tied, cell.observed);
      }
      released.blocks.push_back(std::move(block));
    }
  }
}

}  // namespace

void release_networks(const Study& study, const Policy& policy, const ReleaseOptions& options, Release& release) {
  release.blocks_by = options.by.empty() ? "domain" : options.by;
  const PartyGroups groups = group_parties(study, release.blocks_by);
  for (const Wave& wave : study.waves()) {
    for (const Relation& relation : study.data().relations) {
      const bool measured = std::any_of(study.data().ties.begin(), study.data().ties.end(), [&](const TieReport& tie) {
        return tie.wave == wave.id && tie.relation == relation.id;
      });
      if (!measured) continue;
      const NetworkSummary summary = network_summary(study, relation.id, wave.id);
      ReleasedNetwork network;
      network.wave = wave.id;
      network.relation = relation.id;
      network.title = relation.title;
      network.directed = relation.directed;
      const auto reported = std::count(summary.network.reported.begin(), summary.network.reported.end(), true);
      network.shown = reported >= policy.threshold() && summary.density.defined();
      if (network.shown) {
        network.parties = summary.network.size();
        network.reported = reported;
        network.ties = static_cast<std::int64_t>(summary.network.ties.size());
        add_response(summary.network, network);
        add_blocks(summary.network, groups, policy.threshold(), network);
        network.density = summary.density.value;
        network.density_low = summary.density.details.at("low");
        network.density_high = summary.density.details.at("high");
        network.parts = std::count_if(summary.component_sizes.begin(), summary.component_sizes.end(),
                                      [](std::int64_t size) { return size > 1; });
        network.isolated = static_cast<std::int64_t>(summary.isolated.size());
        network.cut_parties = static_cast<std::int64_t>(summary.cut_parties.size());
        for (const CutParty& cut : summary.cut_parties) {
          const auto party = static_cast<std::size_t>(summary.network.parties[static_cast<std::size_t>(cut.position)]);
          const Party& named = study.parties()[party];
          network.cut_names.push_back(
              {public_name(study, named, Language::kNl), public_name(study, named, Language::kEn)});
        }
      }
      release.networks.push_back(std::move(network));
    }
  }
}

}  // namespace houvast::detail
