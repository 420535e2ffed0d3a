#include "houvast/graph/groups.hpp"

#include "graph/reference.hpp"
#include "graph/shapes.hpp"

namespace houvast::graph {
namespace {

using namespace houvast::test;

const std::vector<std::string> kPositions = {"coordinator", "consultant", "representative",
                                             "gatekeeper",  "liaison",    "total"};

struct Case {
  const char* network;
  const char* attribute;
  const char* reference;
};
const std::vector<Case> kCases = {{"tc_indiana_TCcoll", "agency_cat", "tc_indiana_TCcoll_by_agency_cat"},
                                  {"dhhs_collaboration", "agency", "dhhs_by_agency"},
                                  {"emon_texas", "Sponsorship", "emon_texas_by_sponsorship"}};

TEST(Groups, MeasuredNetworksMatchTheReference) {
  const Json reference = read_json("reference_values.json");
  for (const Case& c : kCases) {
    const Graph graph = read_graph(c.network);
    const std::vector<std::int32_t> groups = read_groups(c.network, c.attribute);
    const Json& expected = reference[c.reference];
    const Estimate ei = ei_index(graph, groups, {.permutations = 0});
    expect_same(expected["ei_index"], ei.value, c.network);
    EXPECT_EQ(ei.n, graph.ties());
    EXPECT_FALSE(ei.p_value.has_value());
    if (expected.contains("external")) {
      expect_same(expected["external"], ei.details.at("external"), "external");
      expect_same(expected["internal"], ei.details.at("internal"), "internal");
      expect_same(expected["assortativity_nominal"], assortativity_nominal(graph, groups).value, "assortativity");
    }
    const Table table = brokerage(graph, groups);
    ASSERT_EQ(table.rows(), graph.nodes());
    for (std::int64_t node = 0; node < graph.nodes(); ++node) {
      for (std::size_t k = 0; k < kPositions.size(); ++k) {
        expect_same(expected["brokerage_raw"][static_cast<std::size_t>(node)][k], cell(table, kPositions[k], node),
                    c.network);
      }
    }
  }
}

TEST(Groups, BrokerageExpectationAndZMatchSna) {
  const Json reference = read_json("b_reference.json")["brokerage"];
  ASSERT_EQ(reference.size(), 4U);
  for (const auto& [network, expected] : reference.items()) {
    const Graph graph = read_graph(network);
    const std::vector<std::int32_t> groups = read_groups(network, expected["by"]);
    const Table table = brokerage(graph, groups);
    const Table totals = brokerage_totals(graph, groups);
    for (std::size_t k = 0; k < kPositions.size(); ++k) {
      for (std::int64_t node = 0; node < graph.nodes(); ++node) {
        const auto at = static_cast<std::size_t>(node);
        expect_same(expected["raw"][at][k], cell(table, kPositions[k], node), network);
        expect_same(expected["expected"][at][k], cell(table, "expected_" + kPositions[k], node), network);
        expect_same(expected["z"][at][k], cell(table, "z_" + kPositions[k], node), network);
      }
      const auto row = static_cast<std::int64_t>(k);
      expect_same(expected["total"][k], cell(totals, "count", row), network);
      expect_same(expected["total_expected"][k], cell(totals, "expected", row), network);
      expect_same(expected["total_sd"][k], cell(totals, "sd", row), network);
      expect_same(expected["total_z"][k], cell(totals, "z", row), network);
    }
  }
}

TEST(Groups, RandomNetworksMatchSnaAndIgraph) {
  std::int64_t undefined = 0;
  for (const Json& entry : random_networks()) {
    const Graph graph = graph_of(entry);
    const auto groups = entry["groups"].get<std::vector<std::int32_t>>();
    expect_same(entry["assortativity_nominal"], assortativity_nominal(graph, groups).value, entry["edges"].dump());
    if (!graph.directed())
      expect_same(entry["assortativity_degree"], assortativity(graph).value, entry["edges"].dump());
    if (entry["brokerage"].is_null()) continue;
    const Table table = brokerage(graph, groups);
    for (std::int64_t node = 0; node < graph.nodes(); ++node) {
      for (std::size_t k = 0; k < kPositions.size(); ++k) {
        const auto at = static_cast<std::size_t>(node);
        expect_same(entry["brokerage"]["raw"][at][k], cell(table, kPositions[k], node), entry["edges"].dump());
        expect_same(entry["brokerage"]["expected"][at][k], cell(table, "expected_" + kPositions[k], node),
                    entry["edges"].dump());
        expect_same(entry["brokerage"]["z"][at][k], cell(table, "z_" + kPositions[k], node), entry["edges"].dump());
        undefined += entry["brokerage"]["z"][at][k].is_null();
      }
    }
  }
  EXPECT_GT(undefined, 100);  // groups of one are among them
}

// Trap 14: the raw value looks outward, chance would look much more so.
TEST(Groups, RawEiLooksOutwardWhereChanceLooksMoreSo) {
  const Graph graph = read_graph("dhhs_collaboration");
  const Estimate ei = ei_index(graph, read_groups("dhhs_collaboration", "agency"), {.permutations = 1000, .seed = 4});
  EXPECT_NEAR(ei.value, 0.230, 0.0005);
  ASSERT_TRUE(ei.expected.has_value());
  EXPECT_NEAR(*ei.expected, 0.6995, 0.0005);
  EXPECT_DOUBLE_EQ(*ei.p_value, 1.0 / 1001);
  EXPECT_DOUBLE_EQ(ei.details.at("p_less_equal"), 1.0 / 1001);
  EXPECT_DOUBLE_EQ(ei.details.at("p_greater_equal"), 1.0);
}

// Trap 15: a group of one has no z where its size rules the position out, and every other value is a number.
TEST(Groups, GroupOfOneHasMissingValuesNotNans) {
  const std::vector<std::int64_t> sources = {0, 1, 2, 3, 4, 0}, targets = {1, 2, 3, 4, 0, 2};
  const Graph graph(5, sources, targets, {}, {.directed = true});
  const std::vector<std::int32_t> groups = {0, 0, 0, 0, 1};
  const Table table = brokerage(graph, groups);
  for (const Column& column : table.columns()) {
    const auto* values = std::get_if<std::vector<double>>(&column.data);
    if (values == nullptr) continue;
    for (const double value : *values) EXPECT_TRUE(std::isfinite(value)) << column.name;
  }
  for (const char* position : {"z_coordinator", "z_representative", "z_gatekeeper", "z_liaison"}) {
    EXPECT_FALSE(table.column(position).is_valid(4)) << position;
    EXPECT_NE(table.column(position).describe().find("missing"), std::string::npos);
  }
  for (const char* position : {"z_consultant", "z_total"}) EXPECT_TRUE(table.column(position).is_valid(4)) << position;
  EXPECT_EQ(cell(table, "expected_coordinator", 4), 0);
}

TEST(Groups, ExpectedIsTheMeanOverAllDivisions) {
  // All 6! placements of the labels on a small network, one by one.
  const std::vector<std::int64_t> sources = {0, 0, 1, 3, 4, 2}, targets = {1, 2, 2, 4, 5, 5};
  for (const bool directed : {false, true}) {
    const Graph graph(6, sources, targets, {}, {.directed = directed});
    std::vector<std::int32_t> groups = {0, 0, 0, 1, 1, 2};
    const double observed = ei_index(graph, groups, {.permutations = 0}).value;
    const double expected = *ei_index(graph, groups, {.permutations = 0}).expected;
    double sum = 0, count = 0, far = 0;
    do {
      const double value = ei_index(graph, groups, {.permutations = 0}).value;
      sum += value;
      count += 1;
      far += std::abs(value - expected) >= std::abs(observed - expected) - 1e-12;
    } while (std::next_permutation(groups.begin(), groups.end()));
    EXPECT_NEAR(sum / count, expected, kTolerance);
    const std::vector<std::int32_t> start = {0, 0, 0, 1, 1, 2};
    const Estimate sampled = ei_index(graph, start, {.permutations = 20000, .seed = 3});
    EXPECT_NEAR(*sampled.p_value, far / count, 0.015);
    EXPECT_NEAR(sampled.details.at("permuted_mean"), expected, 0.01);
  }
}

TEST(Groups, SmallGraphsMatchBruteForce) {
  Random random(20240517);
  for (std::int64_t round = 0; round < shapes::rounds(30000); ++round) {
    const bool directed = round % 2 == 0;
    const Graph graph = random_graph(random, directed);
    const Matrix a = matrix_of(graph);
    const std::size_t n = a.size();
    std::vector<std::int32_t> groups = random_groups(random, graph.nodes(), 1 + random.below(4));
    const Table table = brokerage(graph, groups);
    for (std::size_t v = 0; v < n; ++v) {
      std::vector<double> counts(6);
      for (std::size_t i = 0; i < n; ++i) {
        for (std::size_t k = 0; k < n; ++k) {
          if (i == k || i == v || k == v || a[i][v] == 0 || a[v][k] == 0 || a[i][k] != 0) continue;
          const bool iv = groups[i] == groups[v], vk = groups[v] == groups[k], ik = groups[i] == groups[k];
          counts[iv && vk ? 0 : ik ? 1 : iv ? 2 : vk ? 3 : 4] += 1;
          counts[5] += 1;
        }
      }
      for (std::size_t k = 0; k < 6; ++k) {
        ASSERT_EQ(cell(table, kPositions[k], static_cast<std::int64_t>(v)), counts[k]);
      }
    }
    for (std::int32_t& group : groups) group = random.chance(0.15) ? -1 : group;  // some without a group
    double external = 0, internal = 0, possible_external = 0, possible_internal = 0;
    for (std::size_t i = 0; i < n; ++i) {
      for (std::size_t j = 0; j < n; ++j) {
        if (i == j || groups[i] < 0 || groups[j] < 0) continue;
        (groups[i] == groups[j] ? possible_internal : possible_external) += 1;
        (groups[i] == groups[j] ? internal : external) += a[i][j];
      }
    }
    const Estimate ei = ei_index(graph, groups, {.permutations = 0});
    ASSERT_EQ(ei.defined(), external + internal > 0);
    if (!ei.defined()) continue;
    ASSERT_DOUBLE_EQ(ei.value, (external - internal) / (external + internal));
    ASSERT_DOUBLE_EQ(*ei.expected, (possible_external - possible_internal) / (possible_external + possible_internal));
    const Table blocks = group_density(graph, groups);
    double ties = 0, possible = 0;
    for (std::int64_t row = 0; row < blocks.rows(); ++row) {
      ties += cell(blocks, "ties", row);
      possible += cell(blocks, "possible", row);
      if (cell(blocks, "possible", row) > 0) {
        ASSERT_DOUBLE_EQ(cell(blocks, "density", row), cell(blocks, "ties", row) / cell(blocks, "possible", row));
      }
    }
    ASSERT_EQ(ties, (external + internal) / (directed ? 1 : 2));
    ASSERT_EQ(possible, (possible_external + possible_internal) / (directed ? 1 : 2));
  }
}

TEST(Groups, BlockMatrixCountsByHand) {
  const std::vector<std::int64_t> sources = {0, 1, 2}, targets = {1, 2, 3};
  const std::vector<std::int32_t> groups = {7, 7, 2, -1};
  const std::vector<std::string> labels = {"a", "b", "school", "d", "e", "f", "g", "care"};
  const Table undirected = group_density(Graph(4, sources, targets), groups, labels);
  ASSERT_EQ(undirected.rows(), 3);
  EXPECT_EQ(std::get<std::vector<std::string>>(undirected.column("from_group").data),
            (std::vector<std::string>{"school", "school", "care"}));
  EXPECT_EQ(std::get<std::vector<std::string>>(undirected.column("to_group").data),
            (std::vector<std::string>{"school", "care", "care"}));
  EXPECT_EQ(std::get<std::vector<std::int64_t>>(undirected.column("ties").data), (std::vector<std::int64_t>{0, 1, 1}));
  EXPECT_EQ(std::get<std::vector<std::int64_t>>(undirected.column("possible").data),
            (std::vector<std::int64_t>{0, 2, 1}));
  EXPECT_FALSE(undirected.column("density").is_valid(0));
  EXPECT_EQ(cell(undirected, "density", 1), 0.5);
  const Table directed = group_density(Graph(4, sources, targets, {}, {.directed = true}), groups, labels);
  EXPECT_EQ(std::get<std::vector<std::int64_t>>(directed.column("ties").data), (std::vector<std::int64_t>{0, 0, 1, 1}));
  EXPECT_EQ(std::get<std::vector<std::int64_t>>(directed.column("possible").data),
            (std::vector<std::int64_t>{0, 2, 2, 2}));
}

TEST(Groups, ThreadsNeverChangeAResult) {
  Random random(5);
  std::vector<std::int64_t> sources, targets;
  for (std::int64_t i = 0; i < 300; ++i) {
    for (std::int64_t j = 0; j < 300; ++j) {
      if (i != j && random.chance(0.05)) {
        sources.push_back(i);
        targets.push_back(j);
      }
    }
  }
  const Graph graph(300, sources, targets, {}, {.directed = true});
  const std::vector<std::int32_t> groups = random_groups(random, 300, 6);
  const Estimate one = ei_index(graph, groups, {.permutations = 200, .seed = 9, .threads = 1});
  const Table brokers = brokerage(graph, groups, {.threads = 1});
  for (const int threads : {2, 8}) {
    const Estimate more = ei_index(graph, groups, {.permutations = 200, .seed = 9, .threads = threads});
    EXPECT_EQ(one.p_value, more.p_value);
    EXPECT_EQ(one.details, more.details);
    EXPECT_EQ(brokers, brokerage(graph, groups, {.threads = threads}));
  }
  const Estimate other = ei_index(graph, groups, {.permutations = 200, .seed = 10});
  EXPECT_NE(one.details.at("permuted_mean"), other.details.at("permuted_mean"));
}

TEST(Groups, UndefinedValuesSayWhy) {
  const Graph empty(3, {}, {});
  const std::vector<std::int32_t> groups = {0, 1, 1};
  for (const Estimate& estimate :
       {ei_index(empty, groups), assortativity_nominal(empty, groups), assortativity(empty)}) {
    EXPECT_TRUE(std::isnan(estimate.value));
    EXPECT_FALSE(estimate.reason.empty());
  }
  const std::vector<std::int64_t> sources = {0, 1, 2}, targets = {1, 2, 0};
  const Graph ring(3, sources, targets);
  const std::vector<std::int32_t> same = {4, 4, 4};
  EXPECT_NE(reason_text(assortativity_nominal(ring, same)).value_or("").find("one group"), std::string::npos);
  EXPECT_NE(reason_text(assortativity(ring)).value_or("").find("equal"), std::string::npos);
  EXPECT_EQ(ei_index(ring, same).value, -1);
  EXPECT_EQ(*ei_index(ring, same).p_value, 1);
}

TEST(Groups, WrongArgumentsAreNamed) {
  const Graph graph(3, {}, {});
  const std::vector<std::int32_t> two = {0, 1}, low = {0, -2, 1}, none = {0, -1, 1}, high = {0, 1, 2};
  const std::vector<std::string> labels = {"a", "b"};
  EXPECT_EQ(code_of([&] { (void)ei_index(graph, two); }), "HV-301");
  EXPECT_EQ(code_of([&] { (void)ei_index(graph, low); }), "HV-302");
  EXPECT_EQ(code_of([&] { (void)ei_index(graph, none, {.permutations = -1}); }), "HV-302");
  EXPECT_EQ(code_of([&] { (void)brokerage(graph, none); }), "HV-302");
  EXPECT_EQ(code_of([&] { (void)brokerage_totals(graph, two); }), "HV-301");
  EXPECT_EQ(code_of([&] { (void)brokerage(graph, high, {.labels = labels}); }), "HV-302");
  EXPECT_EQ(code_of([&] { (void)brokerage(graph, high, {.threads = -1}); }), "HV-302");
  EXPECT_EQ(code_of([&] { (void)group_density(graph, high, labels); }), "HV-302");
  EXPECT_EQ(code_of([&] { (void)assortativity_nominal(graph, two); }), "HV-301");
  EXPECT_EQ(code_of([&] { (void)assortativity(graph, {.source = "all"}); }), "HV-303");
}

}  // namespace
}  // namespace houvast::graph
