#include "houvast/ecosystem/network.hpp"

#include <algorithm>
#include <map>
#include <unordered_map>
#include <utility>

namespace houvast {
namespace {

// What the two sides say about one ordered (directed) or unordered pair.
struct Reports {
  std::optional<double> by_first;
  std::optional<double> by_second;
};

}  // namespace

std::string_view to_string(TieRule rule) noexcept {
  return rule == TieRule::kSource ? "source" : rule == TieRule::kEither ? "either" : "both";
}

TieRule tie_rule_of(std::string_view name) {
  for (const TieRule rule : {TieRule::kSource, TieRule::kEither, TieRule::kBoth}) {
    if (to_string(rule) == name) return rule;
  }
  throw ValueError({"HV-303", "rule", std::string(name), "source, either or both", {}});
}

std::vector<std::int32_t> Network::silent() const {
  std::vector<std::int32_t> positions;
  for (std::int32_t i = 0; i < static_cast<std::int32_t>(parties.size()); ++i) {
    const auto at = static_cast<std::size_t>(i);
    if (asked[at] && !reported[at]) positions.push_back(i);
  }
  return positions;
}

bool Network::measured() const noexcept {
  return std::find(reported.begin(), reported.end(), true) != reported.end();
}

Network build_network(const std::vector<Party>& parties, const std::vector<TieReport>& ties, const Relation& relation,
                      const WaveId& wave, const NetworkOptions& options) {
  const TieRule rule = options.rule.value_or(relation.directed ? TieRule::kSource : TieRule::kEither);
  if (rule == TieRule::kSource && !relation.directed) {
    throw ValueError({"HV-303", "rule", "source", "either or both: relation " + relation.id + " has no direction", {}});
  }
  Network network;
  network.wave = wave;
  network.relation = relation.id;
  network.directed = relation.directed;
  network.rule = rule;
  network.minimum_strength = options.minimum_strength;
  std::unordered_map<std::string, std::int32_t> position;
  for (std::size_t p = 0; p < parties.size(); ++p) {
    if (!parties[p].takes_part_in(wave)) continue;
    position.emplace(parties[p].id.str(), static_cast<std::int32_t>(network.parties.size()));
    network.parties.push_back(static_cast<std::int32_t>(p));
    network.asked.push_back(parties[p].asked > 0);
  }
  const std::size_t n = network.parties.size();
  network.reported.assign(n, false);
  // Directed: reports "as sender" and "as receiver" are two different things to have answered.
  std::vector<bool> told_out(n), told_in(n);
  std::map<std::pair<std::int32_t, std::int32_t>, Reports> reports;
  for (const TieReport& tie : ties) {
    if (tie.wave != wave || tie.relation != relation.id) continue;
    const auto from = position.find(tie.from.str()), reporter = position.find(tie.reporter.str());
    const auto to = position.find(tie.to.str());
    if (from == position.end() || (!tie.to.empty() && to == position.end())) continue;
    if (reporter != position.end()) {
      const auto who = static_cast<std::size_t>(reporter->second);
      network.reported[who] = true;
      (tie.to.empty() || reporter->second == from->second || !relation.directed ? told_out : told_in)[who] = true;
    }
    if (tie.to.empty()) continue;
    std::pair<std::int32_t, std::int32_t> key{from->second, to->second};
    bool by_first = tie.reporter == tie.from || relation.complete;
    if (!relation.directed && key.second < key.first) {
      std::swap(key.first, key.second);
      by_first = !by_first || relation.complete;
    }
    (by_first ? reports[key].by_first : reports[key].by_second) = tie.strength;
  }
  if (relation.complete) {
    network.reported.assign(n, true);
    told_out.assign(n, true);
  }

  const auto observed = [&](std::int32_t a, std::int32_t b) {
    const auto i = static_cast<std::size_t>(a), j = static_cast<std::size_t>(b);
    if (relation.complete) return true;
    if (rule == TieRule::kSource) return static_cast<bool>(told_out[i]);
    const bool first = told_out[i], second = relation.directed ? told_in[j] : told_out[j];
    return rule == TieRule::kEither ? first || second : first && second;
  };
  network.observed_out.assign(n, 0);
  for (std::int32_t a = 0; a < static_cast<std::int32_t>(n); ++a) {
    for (std::int32_t b = relation.directed ? 0 : a + 1; b < static_cast<std::int32_t>(n); ++b) {
      if (a == b) continue;
      ++network.possible_dyads;
      if (!observed(a, b)) continue;
      ++network.observed_dyads;
      ++network.observed_out[static_cast<std::size_t>(a)];
      if (!relation.directed) ++network.observed_out[static_cast<std::size_t>(b)];
    }
  }

  for (const auto& [pair, said] : reports) {
    const auto [a, b] = pair;
    if (!observed(a, b)) continue;
    const auto i = static_cast<std::size_t>(a), j = static_cast<std::size_t>(b);
    const bool second_told = !relation.complete && (relation.directed ? told_in[j] : told_out[j]);
    const bool first_told = told_out[i];
    const double by_first = said.by_first.value_or(0), by_second = said.by_second.value_or(0);
    if (first_told && second_told && by_first != by_second)
      network.disagreements.push_back({a, b, by_first, by_second});
    double strength = by_first;
    if (!relation.complete && rule == TieRule::kEither) strength = std::max(by_first, by_second);
    if (!relation.complete && rule == TieRule::kBoth) strength = std::min(by_first, by_second);
    if (strength > 0 && strength >= options.minimum_strength) network.ties.push_back({a, b, strength});
  }
  return network;
}

}  // namespace houvast
