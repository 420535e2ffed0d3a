#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <tuple>

#include "graph/open_dyads.hpp"
#include "houvast/base/random.hpp"
#include "houvast/graph/components.hpp"
#include "houvast/graph/network_bounds.hpp"
#include "houvast/graph/network_groups.hpp"
#include "houvast/graph/robustness.hpp"

// Dyads are counted by kinds of parties; here they are looked at one by one, by the definitions of network.hpp.
namespace houvast {
namespace {

const WaveId kWave("w");

Party party(std::size_t number) {
  Party made;
  made.id = PartyId("p" + std::to_string(number));
  return made;
}

Relation contact(bool directed) {
  Relation made;
  made.id = "r";
  made.directed = directed;
  return made;
}

struct Drawn {
  Relation relation;
  TieRule rule = TieRule::kEither;
  std::vector<Party> parties;
  std::vector<TieReport> reports;
  std::set<std::size_t> told_out, told_in;

  Drawn(Random& random, bool directed, TieRule by) : relation(contact(directed)), rule(by) {
    const std::size_t n = 2 + random.below(7);
    for (std::size_t p = 0; p < n; ++p) parties.push_back(party(p));
    std::set<std::tuple<std::size_t, std::size_t, bool>> seen;
    for (std::size_t i = random.below(2 * n + 1); i > 0; --i) {
      const std::size_t a = random.below(n), b = random.below(n);
      const bool by_sender = random.chance(0.7);
      if (a == b || !seen.emplace(a, b, by_sender).second) continue;
      reports.push_back(
          {kWave, parties[by_sender ? a : b].id, parties[a].id, parties[b].id, "r", random.chance(0.2) ? 0.0 : 1.0});
      (by_sender || !directed ? told_out : told_in).insert(by_sender ? a : b);
    }
    for (std::size_t p = 0; p < n; ++p) {
      if (!random.chance(0.15)) continue;
      reports.push_back({kWave, parties[p].id, parties[p].id, PartyId(), "r"});
      told_out.insert(p);
    }
    if (!directed) told_in = told_out;
  }

  [[nodiscard]] Network network() const { return build_network(parties, reports, relation, kWave, {.rule = rule}); }

  [[nodiscard]] bool observed(std::size_t a, std::size_t b) const {
    const bool first = told_out.contains(a), second = told_in.contains(b);
    return rule == TieRule::kSource ? first : rule == TieRule::kEither ? first || second : first && second;
  }
  // What the side that told says of it, as the last of its reports has it.
  [[nodiscard]] bool names(std::size_t who, std::size_t a, std::size_t b) const {
    bool named = false;
    for (const TieReport& report : reports) {
      const bool here = report.from == parties[a].id && report.to == parties[b].id;
      const bool turned = !relation.directed && report.from == parties[b].id && report.to == parties[a].id;
      if ((here || turned) && report.reporter == parties[who].id) named = report.strength > 0;
    }
    return named;
  }
  [[nodiscard]] bool open(std::size_t a, std::size_t b) const {
    if (observed(a, b)) return false;
    if (rule != TieRule::kBoth) return true;
    return (!told_out.contains(a) || names(a, a, b)) && (!told_in.contains(b) || names(b, a, b));
  }
};

template <class Visit>
void for_each_dyad(const Network& network, Visit visit) {
  const auto n = static_cast<std::int32_t>(network.size());
  for (std::int32_t a = 0; a < n; ++a) {
    for (std::int32_t b = network.directed ? 0 : a + 1; b < n; ++b) {
      if (a != b) visit(a, b);
    }
  }
}

void compare(const Drawn& drawn) {
  const Network network = drawn.network();
  std::int64_t possible = 0, observed = 0, open = 0, both = 0, told_by_both = 0;
  std::vector<std::int64_t> out(network.ids.size()), in(out), observed_out(out);
  std::vector<std::int64_t> sources, targets;
  for_each_dyad(network, [&](std::int32_t a, std::int32_t b) {
    const auto i = static_cast<std::size_t>(a), j = static_cast<std::size_t>(b);
    EXPECT_EQ(network.observed(a, b), drawn.observed(i, j));
    EXPECT_EQ(network.open(a, b), drawn.open(i, j));
    ++possible;
    observed += drawn.observed(i, j);
    open += drawn.open(i, j);
    told_by_both += drawn.told_out.contains(i) && drawn.told_in.contains(j);
    if (a < b) both += drawn.observed(i, j) && drawn.observed(j, i);
    observed_out[i] += drawn.observed(i, j);
    if (!network.directed) observed_out[j] += drawn.observed(i, j);
    if (!drawn.open(i, j)) return;
    ++out[i];
    ++in[j];
    if (!network.directed) ++out[j], ++in[i];
    sources.push_back(a);
    targets.push_back(b);
  });
  EXPECT_EQ(network.possible_dyads, possible);
  EXPECT_EQ(network.observed_dyads, observed);
  EXPECT_EQ(network.open_dyads, open);
  EXPECT_EQ(network.told_by_both, told_by_both);
  EXPECT_EQ(network.observed_out, observed_out);
  EXPECT_EQ(detail::pairs_observed_both_ways(network), both);
  const detail::OpenCounts counts = detail::open_counts(network);
  EXPECT_EQ(counts.out, out);
  EXPECT_EQ(counts.in, in);
  for (const Network::Tie& tie : network.ties) {
    sources.push_back(tie.from);
    targets.push_back(tie.to);
  }
  const Graph with_all_open(network.size(), sources, targets, {},
                            {.directed = network.directed, .duplicates = Duplicates::kKeepMax});
  EXPECT_EQ(component_bounds(network).low, static_cast<double>(graph::components(with_all_open).count()));
  EXPECT_EQ(isolate_bounds(network).low, static_cast<double>(graph::isolates(with_all_open).size()));
}

void compare_groups(const Drawn& drawn, Random& random) {
  const Network network = drawn.network();
  std::vector<std::string> labels;
  for (std::size_t i = 0; i < network.ids.size(); ++i) labels.push_back(std::string(1, "abc"[random.below(3)]));
  const Grouping grouping = group_network(network, labels, "group");
  std::map<std::pair<std::string, std::string>, std::array<std::int64_t, 3>> expected;
  for_each_dyad(network, [&](std::int32_t a, std::int32_t b) {
    std::string from = labels[static_cast<std::size_t>(a)], to = labels[static_cast<std::size_t>(b)];
    const auto order = [&](const std::string& label) {
      return std::find(grouping.network.ids.begin(), grouping.network.ids.end(), label);
    };
    if (!network.directed && order(to) < order(from)) std::swap(from, to);
    auto& cell = expected[{from, to}];
    ++cell[0];
    cell[1] += network.observed(a, b);
    cell[2] += network.open(a, b);
  });
  EXPECT_EQ(grouping.cells.size(), expected.size());
  for (const GroupCell& cell : grouping.cells) {
    const auto& ids = grouping.network.ids;
    const std::array<std::int64_t, 3> found{cell.possible, cell.observed, cell.open};
    EXPECT_EQ(found, (expected[{ids[static_cast<std::size_t>(cell.from)], ids[static_cast<std::size_t>(cell.to)]}]));
  }
}

TEST(ToldDyads, CountsByKindsAreCountsOfDyads) {
  Random random(17);
  for (int i = 0; i < 400; ++i) {
    for (const TieRule rule : {TieRule::kSource, TieRule::kEither, TieRule::kBoth}) {
      for (const bool directed : {true, false}) {
        if (!directed && rule == TieRule::kSource) continue;
        const Drawn drawn(random, directed, rule);
        compare(drawn);
        compare_groups(drawn, random);
      }
    }
  }
}

TEST(ToldDyads, ALargeNetworkTakesNoTableOfAllPairs) {
  std::vector<Party> parties;
  for (std::size_t p = 0; p < 200'000; ++p) parties.push_back(party(p));
  std::vector<TieReport> reports;
  for (std::size_t p = 0; p + 1 < parties.size(); p += 2) {
    reports.push_back({kWave, parties[p].id, parties[p].id, parties[p + 1].id, "r"});
  }
  const Network network = build_network(parties, reports, contact(false), kWave);
  EXPECT_EQ(network.possible_dyads, 19'999'900'000);
  EXPECT_EQ(network.open_dyads, 4'999'950'000);
  EXPECT_EQ(component_bounds(network).low, 1);
  EXPECT_EQ(component_bounds(network).high, 100'000);
}

// Every cut node, beside the function that takes one out and looks at what is left.
TEST(CutNodes, AreThoseThatCutOffWhatTheyCutOff) {
  Random random(3);
  for (int i = 0; i < 500; ++i) {
    const std::size_t n = 1 + random.below(12);
    std::vector<std::int64_t> sources, targets;
    for (std::size_t ties = random.below(n + 3); ties > 0; --ties) {
      sources.push_back(static_cast<std::int64_t>(random.below(n)));
      targets.push_back(static_cast<std::int64_t>(random.below(n)));
    }
    const Graph graph(static_cast<std::int64_t>(n), sources, targets, {},
                      {.directed = random.chance(0.5), .duplicates = Duplicates::kKeepMax});
    std::vector<std::int64_t> nodes;
    for (const graph::CutNode& cut : graph::cut_nodes(graph)) {
      nodes.push_back(cut.node);
      EXPECT_EQ(cut.cut_off, graph::cut_off(graph, std::vector<std::int64_t>{cut.node}));
    }
    EXPECT_EQ(nodes, graph::articulation_points(graph));
  }
}

}  // namespace
}  // namespace houvast
