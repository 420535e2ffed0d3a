#include "disclosure/network_blocks.hpp"

#include <algorithm>
#include <cstddef>

#include "base/index.hpp"
#include "disclosure/protect.hpp"
#include "houvast/disclosure/release.hpp"

namespace houvast::inline v0_1::detail {
namespace {

// The most pairs between two nodes of which both are silent, however the silent are divided over them.
std::int64_t most_unknown(std::int64_t unasked, std::int64_t asked, std::int64_t other_unasked,
                          std::int64_t other_asked, std::int64_t silent) {
  std::int64_t most = 0;
  for (std::int64_t here = 0; here <= std::min(asked, silent); ++here) {
    most = std::max(most, (unasked + here) * (other_unasked + std::min(other_asked, silent - here)));
  }
  return most;
}

}  // namespace

bool hides_silence(const Network& parties) {
  return parties.asked_known && !parties.complete;
}

BlockNodes block_nodes(const Network& parties, const PartyGroups& groups, std::int64_t threshold) {
  std::vector<std::int64_t> asked(groups.labels.size()), reported(groups.labels.size()), node(groups.labels.size());
  std::vector<bool> present(groups.labels.size());
  for (std::size_t i = 0; i < parties.parties.size(); ++i) {
    const std::int32_t group = at(groups.of_party, parties.parties[i]);
    at(present, group) = true;
    at(asked, group) += parties.asked[i] || parties.reported[i];
    at(reported, group) += parties.reported[i];
  }
  const std::vector<int> own = published_groups(asked, hides_silence(parties) ? asked : reported, threshold);
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
  if (nodes.names.size() < 2) return {};
  nodes.parties.resize(nodes.names.size());
  nodes.asked.resize(nodes.names.size());
  for (const std::int32_t party : parties.parties) {
    nodes.of_position.push_back(at(node, at(groups.of_party, party)));
    ++at(nodes.parties, nodes.of_position.back());
  }
  for (std::size_t g = 0; g < own.size(); ++g) {
    if (present[g]) at(nodes.asked, node[g]) += asked[g];
  }
  return nodes;
}

std::int64_t least_known(std::int64_t parties, std::int64_t reported, bool directed) {
  const auto pairs_of = [](std::int64_t n) { return n * (n - 1) / 2; };
  return directed ? reported * (parties - 1) : pairs_of(parties) - pairs_of(parties - reported);
}

std::int64_t least_known_between(const BlockNodes& nodes, std::int64_t from, std::int64_t to, std::int64_t silent,
                                 bool directed) {
  const std::int64_t here = at(nodes.parties, from), asked = at(nodes.asked, from);
  const std::int64_t there = at(nodes.parties, to), asked_there = at(nodes.asked, to);
  const std::int64_t reported = asked - std::min(asked, silent);
  if (from == to) return least_known(here, reported, directed);
  if (directed) return reported * there;
  return here * there - most_unknown(here - asked, asked, there - asked_there, asked_there, silent);
}

}  // namespace houvast::inline v0_1::detail
