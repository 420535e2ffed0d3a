#include "houvast/graph/communities.hpp"

#include <algorithm>
#include <functional>
#include <numeric>
#include <set>

#include "graph/reference.hpp"

namespace houvast::graph {
namespace {

using namespace houvast::test;

Graph random_large(std::uint64_t seed, std::int64_t nodes, double share, bool directed) {
  Random random(seed);
  std::vector<std::int64_t> sources, targets;
  for (std::int64_t i = 0; i < nodes; ++i) {
    for (std::int64_t j = directed ? 0 : i + 1; j < nodes; ++j) {
      if (i == j || !random.chance(share)) continue;
      sources.push_back(i);
      targets.push_back(j);
    }
  }
  return Graph(nodes, sources, targets, {}, {.directed = directed});
}

TEST(Communities, ModularityMatchesIgraph) {
  std::int64_t defined = 0;
  for (const Json& entry : random_networks()) {
    const auto groups = entry["groups"].get<std::vector<std::int32_t>>();
    expect_same(entry["modularity"], modularity(graph_of(entry), groups).value, entry["edges"].dump());
    expect_same(entry["modularity_weighted"], modularity(graph_of(entry, true), groups, 1.5).value,
                entry["edges"].dump());
    defined += !entry["modularity"].is_null();
  }
  EXPECT_GT(defined, 100);
}

TEST(Communities, AsGoodAsTheBestThatOthersFind) {
  const Json reference = read_json("b_reference.json");
  for (const auto& [name, entry] : reference["best_modularity"].items()) {
    const Communities found = communities(graph_of(entry));
    EXPECT_GE(found.modularity.value, entry["modularity"].get<double>() - kTolerance) << name;
    EXPECT_NEAR(found.modularity.value, modularity(graph_of(entry), found.labels).value, 1e-12) << name;
  }
}

// Calls visit(labels) for every division of n nodes.
void for_each_division(std::size_t n, const std::function<void(const std::vector<std::int32_t>&)>& visit) {
  std::vector<std::int32_t> labels(n);
  const std::function<void(std::size_t, std::int32_t)> extend = [&](std::size_t node, std::int32_t used) {
    if (node == n) {
      visit(labels);
      return;
    }
    for (std::int32_t label = 0; label <= used; ++label) {
      labels[node] = label;
      extend(node + 1, std::max(used, label + 1));
    }
  };
  extend(0, 0);
}

double modularity_by_cells(const Matrix& a, const std::vector<std::int32_t>& labels, double resolution) {
  const std::size_t n = a.size();
  double total = 0, value = 0;
  std::vector<double> sent(n), received(n);
  for (std::size_t i = 0; i < n; ++i) {
    for (std::size_t j = 0; j < n; ++j) {
      total += a[i][j];
      sent[i] += a[i][j];
      received[j] += a[i][j];
    }
  }
  for (std::size_t i = 0; i < n; ++i) {
    for (std::size_t j = 0; j < n; ++j) {
      if (labels[i] == labels[j]) value += a[i][j] / total - resolution * sent[i] * received[j] / (total * total);
    }
  }
  return value;
}

TEST(Communities, SmallGraphsReachTheBestOfAllDivisions) {
  Random random(12);
  int rounds = 0, best_found = 0;
  while (rounds < 400) {
    const Graph graph = random_graph(random, rounds % 2 == 0, rounds % 50 == 0 ? 8 : 7, rounds % 3 == 0);
    if (graph.ties() == 0) continue;
    ++rounds;
    const double resolution = rounds % 5 == 0 ? 0.7 : 1.0;
    const Matrix a = matrix_of(graph);
    double best = -2;
    for_each_division(a.size(), [&](const std::vector<std::int32_t>& labels) {
      best = std::max(best, modularity_by_cells(a, labels, resolution));
    });
    const Communities found = communities(graph, {.resolution = resolution});
    ASSERT_NEAR(found.modularity.value, modularity_by_cells(a, found.labels, resolution), kTolerance);
    ASSERT_LE(found.modularity.value, best + kTolerance);
    best_found += found.modularity.value > best - kTolerance;
  }
  EXPECT_GE(best_found, 396);
}

TEST(Communities, EveryCommunityIsConnected) {
  for (const bool directed : {false, true}) {
    for (std::uint64_t seed = 1; seed <= 12; ++seed) {
      const Graph graph = random_large(seed, 300, 0.002 * static_cast<double>(seed), directed);
      const Communities found = communities(graph, {.resolution = seed % 2 == 0 ? 0.3 : 1.0, .attempts = 1});
      std::set<std::int32_t> started;
      std::vector<bool> seen(300);
      const Graph both = graph.symmetrized();
      for (std::int64_t start = 0; start < 300; ++start) {
        if (seen[static_cast<std::size_t>(start)]) continue;
        const std::int32_t label = found.labels[static_cast<std::size_t>(start)];
        EXPECT_TRUE(started.insert(label).second) << "community " << label << " is in pieces";
        std::vector<std::int64_t> open = {start};
        seen[static_cast<std::size_t>(start)] = true;
        while (!open.empty()) {
          const std::int64_t node = open.back();
          open.pop_back();
          for (const std::int32_t next : both.neighbours(node)) {
            const auto at = static_cast<std::size_t>(next);
            if (seen[at] || found.labels[at] != label) continue;
            seen[at] = true;
            open.push_back(next);
          }
        }
      }
      EXPECT_EQ(static_cast<std::int64_t>(started.size()), found.count);
      EXPECT_EQ(*started.rbegin(), found.count - 1);
    }
  }
}

TEST(Communities, PlantedGroupsAreFoundAgain) {
  Random random(4);
  std::vector<std::int64_t> sources, targets;
  for (std::int64_t i = 0; i < 600; ++i) {
    for (std::int64_t j = i + 1; j < 600; ++j) {
      if (random.chance(i % 6 == j % 6 ? 0.2 : 0.005)) {
        sources.push_back(i);
        targets.push_back(j);
      }
    }
  }
  const Communities found = communities(Graph(600, sources, targets));
  EXPECT_EQ(found.count, 6);
  for (std::size_t node = 0; node < 600; ++node) EXPECT_EQ(found.labels[node], static_cast<std::int32_t>(node % 6));
}

TEST(Communities, SameSeedSameDivision) {
  const Graph graph = random_large(9, 400, 0.02, false);
  const Communities first = communities(graph, {.seed = 3}), again = communities(graph, {.seed = 3});
  EXPECT_EQ(first.labels, again.labels);
  EXPECT_EQ(first.modularity.value, again.modularity.value);
  EXPECT_GT(communities(graph, {.resolution = 3}).count, first.count);
  EXPECT_EQ(communities(graph, {.resolution = 0}).count, 1);  // one component
}

TEST(Communities, NodesWithoutTiesStandAlone) {
  const Communities empty = communities(Graph(4, {}, {}));
  EXPECT_EQ(empty.labels, (std::vector<std::int32_t>{0, 1, 2, 3}));
  EXPECT_FALSE(empty.modularity.defined());
  EXPECT_TRUE(communities(Graph()).labels.empty());
  const std::vector<std::int64_t> sources = {0}, targets = {1};
  EXPECT_EQ(communities(Graph(3, sources, targets)).labels, (std::vector<std::int32_t>{0, 0, 1}));
}

TEST(Communities, WrongArgumentsAreNamed) {
  const std::vector<std::int64_t> sources = {0}, targets = {1};
  const std::vector<double> negative = {-1};
  const std::vector<std::int32_t> labels = {0, -1}, one = {0};
  const Graph graph(2, sources, targets), below(2, sources, targets, negative);
  EXPECT_EQ(code_of([&] { (void)communities(graph, {.resolution = -1}); }), "HV-302");
  EXPECT_EQ(code_of([&] { (void)communities(graph, {.resolution = std::nan("")}); }), "HV-302");
  EXPECT_EQ(code_of([&] { (void)communities(graph, {.attempts = 0}); }), "HV-302");
  EXPECT_EQ(code_of([&] { (void)communities(graph, {.rounds = 0}); }), "HV-302");
  EXPECT_EQ(code_of([&] { (void)communities(below); }), "HV-302");
  EXPECT_EQ(code_of([&] { (void)modularity(graph, labels); }), "HV-302");
  EXPECT_EQ(code_of([&] { (void)modularity(graph, one); }), "HV-301");
  EXPECT_EQ(code_of([&] { (void)core_periphery(graph, {.between = "maybe"}); }), "HV-303");
  EXPECT_EQ(code_of([&] { (void)core_periphery(graph, {.attempts = -1}); }), "HV-302");
  EXPECT_EQ(code_of([&] { (void)continuous_coreness(below); }), "HV-302");
}

// Correlation of the cells with the ideal ones, by definition.
double fit_by_cells(const Matrix& a, const std::vector<bool>& core, const std::string& between) {
  double n = 0, x = 0, y = 0, xx = 0, yy = 0, xy = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    for (std::size_t j = 0; j < a.size(); ++j) {
      if (i == j || (between == "missing" && core[i] != core[j])) continue;
      const double ideal = between == "present" ? (core[i] || core[j]) : (core[i] && core[j]);
      n += 1;
      x += a[i][j];
      y += ideal;
      xx += a[i][j] * a[i][j];
      yy += ideal * ideal;
      xy += a[i][j] * ideal;
    }
  }
  const double spread = (n * xx - x * x) * (n * yy - y * y);
  return spread > 0 ? (n * xy - x * y) / std::sqrt(spread) : std::nan("");
}

double best_by_cells(const Matrix& a, const std::string& between) {
  double best = std::nan("");
  for (std::uint64_t set = 0; set < std::uint64_t{1} << a.size(); ++set) {
    std::vector<bool> core(a.size());
    for (std::size_t node = 0; node < a.size(); ++node) core[node] = (set >> node & 1) != 0;
    const double value = fit_by_cells(a, core, between);
    if (!std::isnan(value) && !(value <= best)) best = value;
  }
  return best;
}

TEST(CorePeriphery, SmallGraphsReachTheBestOfAllDivisions) {
  Random random(21);
  for (int round = 0; round < 3000; ++round) {
    const Graph graph = random_graph(random, round % 2 == 0);
    const Matrix a = matrix_of(graph);
    const std::string between = round % 3 == 0 ? "absent" : round % 3 == 1 ? "present" : "missing";
    const CorePeriphery found = core_periphery(graph, {.between = between});
    const double best = best_by_cells(a, between);
    ASSERT_EQ(found.correlation.defined(), !std::isnan(best));
    if (!found.correlation.defined()) continue;
    ASSERT_NEAR(found.correlation.value, best, kTolerance);
    ASSERT_NEAR(found.correlation.value, fit_by_cells(a, found.core, between), kTolerance);
    ASSERT_EQ(found.correlation.details.at("core_size"), std::count(found.core.begin(), found.core.end(), true));
    ASSERT_EQ(found.correlation.details.at("exact"), 1);
  }
}

TEST(CorePeriphery, SearchReachesTheBestOfAllDivisions) {
  for (std::uint64_t seed = 1; seed <= 3; ++seed) {
    const Graph graph = random_large(seed, 17, 0.3, seed == 2);  // just above what is tried out in full
    const char* between = seed == 3 ? "missing" : "absent";
    const CorePeriphery found = core_periphery(graph, {.between = between});
    EXPECT_EQ(found.correlation.details.at("exact"), 0);
    EXPECT_NEAR(found.correlation.value, best_by_cells(matrix_of(graph), between), kTolerance);
  }
}

TEST(CorePeriphery, PlantedCoreIsFoundAgain) {
  Random random(6);
  std::vector<std::int64_t> sources, targets;
  for (std::int64_t i = 0; i < 80; ++i) {
    for (std::int64_t j = i + 1; j < 80; ++j) {
      if (random.chance(i < 15 && j < 15 ? 0.9 : i < 15 ? 0.25 : 0.03)) {
        sources.push_back(i);
        targets.push_back(j);
      }
    }
  }
  const CorePeriphery found = core_periphery(Graph(80, sources, targets));
  for (std::size_t node = 0; node < 80; ++node) EXPECT_EQ(found.core[node], node < 15) << node;
  EXPECT_GT(found.correlation.details.at("core_density"), 0.8);
  EXPECT_LT(found.correlation.details.at("periphery_density"), 0.1);
  EXPECT_EQ(core_periphery(Graph(80, sources, targets), {.seed = 1}).core, found.core);
}

TEST(CorePeriphery, UndefinedWhereAllPairsAreAlike) {
  for (const Graph& graph : {Graph(), Graph(1, {}, {}), Graph(5, {}, {})}) {
    const CorePeriphery found = core_periphery(graph);
    EXPECT_FALSE(found.correlation.reason.empty());
    EXPECT_EQ(std::count(found.core.begin(), found.core.end(), true), 0);
  }
}

TEST(CorePeriphery, CorenessMatchesAGeneralOptimiser) {
  const Json reference = read_json("b_reference.json");
  const auto check = [&](const char* name, const Graph& graph) {
    const Json& expected = reference["coreness"][name];
    const Coreness found = continuous_coreness(graph);
    const Matrix a = matrix_of(graph);
    double loss = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
      for (std::size_t j = 0; j < a.size(); ++j) {
        if (i != j) loss += std::pow(a[i][j] - found.values[i] * found.values[j], 2);
      }
      EXPECT_NEAR(found.values[i], expected["values"][i].get<double>(), 1e-6) << name;
    }
    EXPECT_LE(loss, expected["loss"].get<double>() + kTolerance) << name;
    EXPECT_NEAR(found.fit.value, expected["fit"].get<double>(), 1e-7) << name;
  };
  check("Zachary", graph_of(reference["best_modularity"]["Zachary"]));
  check("Krackhardt_kite", graph_of(reference["best_modularity"]["Krackhardt_kite"]));
  const std::vector<std::int64_t> hub = {0, 0, 0, 0, 0}, leaves = {1, 2, 3, 4, 5};
  check("star", Graph(6, hub, leaves));
}

TEST(CorePeriphery, CorenessCannotBeImprovedNodeByNode) {
  Random random(44);
  for (int round = 0; round < 300; ++round) {
    const bool directed = round % 2 == 0;
    const Graph graph = random_graph(random, directed, 8, round % 3 == 0);
    const Matrix a = matrix_of(graph);
    const std::vector<double> c = continuous_coreness(graph).values;
    double most = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
      for (std::size_t j = 0; j < a.size(); ++j) most = std::max(most, a[i][j] + a[j][i]);
    }
    const auto loss = [&](std::size_t i, double value) {
      double sum = 0;
      for (std::size_t j = 0; j < a.size(); ++j) {
        if (j != i) sum += std::pow((most > 0 ? (a[i][j] + a[j][i]) / most : 0) - value * c[j], 2);
      }
      return sum;
    };
    for (std::size_t i = 0; i < a.size(); ++i) {
      ASSERT_GE(c[i], 0);
      ASSERT_LE(c[i], 1);
      for (const double step : {-1e-3, 1e-3}) {
        const double other = std::clamp(c[i] + step, 0.0, 1.0);
        ASSERT_GE(loss(i, other), loss(i, c[i]) - 1e-9) << "round " << round;
      }
    }
  }
}

}  // namespace
}  // namespace houvast::graph
