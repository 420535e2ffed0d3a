#include "houvast/graph/dyads.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <numeric>

#include "graph/reference.hpp"
#include "graph/shapes.hpp"
#include "houvast/text/say.hpp"

namespace houvast::graph {
namespace {

using namespace houvast::test;

std::vector<std::int64_t> counts_of(const Table& census) {
  return std::get<std::vector<std::int64_t>>(census.column("count").data);
}

void expect_krackhardt(const Json& expected, const Krackhardt& value, const std::string& what) {
  expect_same(expected["connectedness"], value.connectedness.value, "connectedness " + what);
  expect_same(expected["hierarchy"], value.hierarchy.value, "hierarchy " + what);
  expect_same(expected["efficiency"], value.efficiency.value, "efficiency " + what);
  // sna looks for the highest instead of the closest common superior (see the header).
  const auto highest = value.lubness.details.find("highest_common_superior");
  expect_same(expected["lubness"], highest == value.lubness.details.end() ? std::nan("") : highest->second,
              "lubness " + what);
}

TEST(Dyads, MeasuredNetworkMatchesTheReference) {
  const Json expected = read_json("reference_values.json")["emon_texas_by_sponsorship"];
  const Graph graph = read_graph("emon_texas");
  expect_same(expected["reciprocity_edgewise"], reciprocity(graph, "edgewise").value, "edgewise");
  expect_same(expected["reciprocity_dyadic_nonnull"], reciprocity(graph, "dyadic_nonnull").value, "nonnull");
  EXPECT_EQ(counts_of(dyad_census(graph)), expected["dyad_census"].get<std::vector<std::int64_t>>());
  EXPECT_EQ(counts_of(triad_census(graph)), expected["triad_census"].get<std::vector<std::int64_t>>());
  EXPECT_EQ(std::get<std::vector<std::string>>(triad_census(graph).column("type").data),
            expected["triad_census_columns"].get<std::vector<std::string>>());
  expect_krackhardt(expected["krackhardt"], krackhardt(graph), "Texas");
  expect_same(expected["krackhardt"]["lubness"], krackhardt(graph).lubness.value, "lubness");
}

// Trap 12: three reciprocities on one network.
TEST(Dyads, EveryReciprocityNamesItsDefinition) {
  const Json expected = read_json("b_reference.json")["cheyenne"];
  const Graph graph = read_graph("b_emon_cheyenne");
  std::vector<std::string> methods;
  for (const auto& [definition, value] : expected["reciprocity"].items()) {
    const Estimate estimate = reciprocity(graph, definition);
    expect_same(value, estimate.value, definition);
    EXPECT_EQ(estimate.provenance.options.at("definition"), definition);
    methods.push_back(say(estimate.method, Language::kEn));
  }
  EXPECT_NEAR(reciprocity(graph, "dyadic").value, 0.615, 0.0005);
  EXPECT_NEAR(reciprocity(graph).value, 0.578, 0.0005);
  EXPECT_NEAR(reciprocity(graph, "dyadic_nonnull").value, 0.407, 0.0005);
  std::sort(methods.begin(), methods.end());
  EXPECT_EQ(std::unique(methods.begin(), methods.end()), methods.end());
  expect_krackhardt(expected["krackhardt"], krackhardt(graph), "Cheyenne");
}

TEST(Dyads, RandomNetworksMatchSna) {
  for (const Json& entry : random_networks()) {
    const Graph graph = graph_of(entry);
    expect_krackhardt(entry["krackhardt"], krackhardt(graph), entry["edges"].dump());
    if (entry["triads"].is_null()) continue;
    EXPECT_EQ(counts_of(triad_census(graph)), entry["triads"].get<std::vector<std::int64_t>>())
        << entry["edges"].dump();
  }
}

// 4,000,000 nodes and one arc: n - 2 threes hold it, and all others are empty, more than 64 bits can say.
TEST(Dyads, TriadsOfMillionsOfNodesAreExact) {
  const std::vector<std::int64_t> source = {0}, target = {1};
  const Table census = triad_census(Graph(4'000'000, source, target, {}, {.directed = true}));
  const auto& counts = std::get<std::vector<WideInteger>>(census.column("count").data);
  const WideInteger empty = WideInteger{10'666'658'666'664} * 1'000'000 + 2;  // C(n, 3) - (n - 2)
  EXPECT_TRUE(counts[0] == empty);
  EXPECT_TRUE(counts[1] == 3'999'998);
  EXPECT_TRUE(std::accumulate(counts.begin(), counts.end(), WideInteger{0}) == empty + 3'999'998);
}

// The class by definition: the 16 classes written down as one drawing each, compared over all six orders of the nodes.
std::size_t class_by_drawing(const Matrix& a, std::array<std::size_t, 3> nodes) {
  using Arcs = std::vector<std::pair<int, int>>;
  static const std::vector<Arcs> kDrawings = {{},
                                              {{0, 1}},
                                              {{0, 1}, {1, 0}},
                                              {{1, 0}, {1, 2}},
                                              {{0, 1}, {2, 1}},
                                              {{0, 1}, {1, 2}},
                                              {{0, 2}, {2, 0}, {1, 2}},
                                              {{0, 2}, {2, 0}, {2, 1}},
                                              {{0, 1}, {2, 1}, {0, 2}},
                                              {{0, 1}, {1, 2}, {2, 0}},
                                              {{0, 1}, {1, 0}, {0, 2}, {2, 0}},
                                              {{1, 0}, {1, 2}, {0, 2}, {2, 0}},
                                              {{0, 1}, {2, 1}, {0, 2}, {2, 0}},
                                              {{0, 1}, {1, 2}, {0, 2}, {2, 0}},
                                              {{0, 1}, {1, 2}, {2, 1}, {0, 2}, {2, 0}},
                                              {{0, 1}, {1, 0}, {1, 2}, {2, 1}, {0, 2}, {2, 0}}};
  std::sort(nodes.begin(), nodes.end());
  do {
    for (std::size_t k = 0; k < kDrawings.size(); ++k) {
      Matrix drawing(3, std::vector<double>(3));
      for (const auto& [i, j] : kDrawings[k]) drawing[static_cast<std::size_t>(i)][static_cast<std::size_t>(j)] = 1;
      bool same = true;
      for (std::size_t i = 0; i < 3; ++i) {
        for (std::size_t j = 0; j < 3; ++j) same &= i == j || drawing[i][j] == a[nodes[i]][nodes[j]];
      }
      if (same) return k;
    }
  } while (std::next_permutation(nodes.begin(), nodes.end()));
  ADD_FAILURE() << "a three without a class";
  return 0;
}

TEST(Dyads, SmallGraphsMatchBruteForce) {
  Random random(77);
  for (std::int64_t round = 0; round < shapes::rounds(20000); ++round) {
    const Graph graph = random_graph(random, round % 3 != 0);
    const Matrix a = matrix_of(graph);
    const std::size_t n = a.size();
    std::int64_t mutual = 0, one_way = 0, null = 0;
    std::vector<std::int64_t> triads(16);
    for (std::size_t i = 0; i < n; ++i) {
      for (std::size_t j = i + 1; j < n; ++j) {
        const double ties = a[i][j] + a[j][i];
        ++(ties == 2 ? mutual : ties == 1 ? one_way : null);
        for (std::size_t k = j + 1; k < n; ++k) ++triads[class_by_drawing(a, {i, j, k})];
      }
    }
    ASSERT_EQ(counts_of(dyad_census(graph)), (std::vector<std::int64_t>{mutual, one_way, null}));
    ASSERT_EQ(counts_of(triad_census(graph)), triads);
    const Estimate edgewise = reciprocity(graph);
    if (!graph.directed()) {
      ASSERT_NE(reason_text(edgewise).value_or("").find("construction"), std::string::npos);
    } else if (mutual + one_way == 0) {
      ASSERT_FALSE(edgewise.reason.empty());
    } else {
      ASSERT_DOUBLE_EQ(edgewise.value, 2.0 * static_cast<double>(mutual) / static_cast<double>(2 * mutual + one_way));
    }
  }
}

TEST(Dyads, KrackhardtMatchesBruteForce) {
  Random random(78);
  for (std::int64_t round = 0; round < shapes::rounds(20000); ++round) {
    const Graph graph = random_graph(random, round % 3 != 0);
    const Matrix a = matrix_of(graph);
    const std::size_t n = a.size();
    const auto closure = [n](Matrix r) {
      for (std::size_t i = 0; i < n; ++i) r[i][i] = 1;
      for (std::size_t k = 0; k < n; ++k) {
        for (std::size_t i = 0; i < n; ++i) {
          for (std::size_t j = 0; j < n; ++j) r[i][j] = r[i][j] != 0 || (r[i][k] != 0 && r[k][j] != 0) ? 1 : 0;
        }
      }
      return r;
    };
    Matrix both = a;
    for (std::size_t i = 0; i < n; ++i) {
      for (std::size_t j = 0; j < n; ++j) both[i][j] = std::max(a[i][j], a[j][i]);
    }
    const Matrix reach = closure(a), weak = closure(both);
    double joined = 0, pairs = 0, mutual = 0, one_way = 0, bounded = 0, candidates = 0;
    for (std::size_t i = 0; i < n; ++i) {
      for (std::size_t j = i + 1; j < n; ++j) {
        pairs += 1;
        joined += weak[i][j];
        mutual += reach[i][j] * reach[j][i];
        one_way += reach[i][j] != reach[j][i];
        const double size = [&] {
          double members = 0;
          for (std::size_t k = 0; k < n; ++k) members += weak[i][k];
          return members;
        }();
        if (weak[i][j] == 0 || size < 3) continue;
        bool found = false;
        for (std::size_t u = 0; u < n && !found; ++u) {
          if (reach[u][i] == 0 || reach[u][j] == 0) continue;
          found = true;
          for (std::size_t v = 0; v < n; ++v) {
            if (reach[v][i] != 0 && reach[v][j] != 0 && reach[v][u] == 0) found = false;
          }
        }
        bounded += found ? 0 : 1;
      }
    }
    std::map<std::size_t, double> sizes;  // by first member
    for (std::size_t i = 0; i < n; ++i) {
      std::size_t first = 0;
      while (weak[i][first] == 0) ++first;
      sizes[first] += 1;
    }
    double needed = 0, spare = 0, arcs = 0;
    for (const auto& [first, size] : sizes) {
      needed += size - 1;
      spare += (size - 1) * (size - 1);
      candidates += size > 2 ? (size - 1) * (size - 2) / 2 : 0;
    }
    for (const auto& row : a) {
      for (const double value : row) arcs += value;
    }
    const Krackhardt value = krackhardt(graph);
    const auto check = [](const Estimate& estimate, bool defined, double expected, const char* what) {
      EXPECT_EQ(estimate.defined(), defined) << what;
      if (defined) {
        EXPECT_NEAR(estimate.value, expected, 1e-12) << what;
      } else {
        EXPECT_TRUE(std::isnan(estimate.value)) << what;
      }
    };
    check(value.connectedness, true, n == 1 ? 1 : joined / pairs, "connectedness");
    check(value.hierarchy, mutual + one_way > 0, one_way / (mutual + one_way), "hierarchy");
    check(value.efficiency, spare > 0, 1 - (arcs - needed) / spare, "efficiency");
    check(value.lubness, candidates > 0, 1 - bounded / candidates, "lubness");
    if (HasFailure()) FAIL() << "round " << round;
  }
}

TEST(Dyads, OutTreeIsTheIdealChainOfCommand) {
  std::vector<std::int64_t> sources, targets;
  for (std::int64_t child = 1; child < 200; ++child) {
    sources.push_back((child - 1) / 3);
    targets.push_back(child);
  }
  const Krackhardt tree = krackhardt(Graph(200, sources, targets, {}, {.directed = true}));
  EXPECT_EQ(tree.connectedness.value, 1);
  EXPECT_EQ(tree.hierarchy.value, 1);
  EXPECT_EQ(tree.efficiency.value, 1);
  EXPECT_EQ(tree.lubness.value, 1);
  const Krackhardt turned = krackhardt(Graph(200, targets, sources, {}, {.directed = true}));
  EXPECT_EQ(turned.hierarchy.value, 1);
  EXPECT_LT(turned.lubness.value, 0.5);
}

TEST(Dyads, CensusOfALargeNetworkAddsUp) {
  Random random(3);
  std::vector<std::int64_t> sources, targets;
  for (std::int64_t i = 0; i < 2000; ++i) {
    for (std::int64_t j = 0; j < 2000; ++j) {
      if (i != j && random.chance(0.002)) {
        sources.push_back(i);
        targets.push_back(j);
      }
    }
  }
  const Graph graph(2000, sources, targets, {}, {.directed = true});
  std::int64_t sum = 0;
  for (const std::int64_t count : counts_of(triad_census(graph))) {
    EXPECT_GE(count, 0);
    sum += count;
  }
  EXPECT_EQ(sum, std::int64_t{2000} * 1999 * 1998 / 6);
}

TEST(Dyads, UnknownDefinitionIsRefused) {
  const Graph graph(2, {}, {}, {}, {.directed = true});
  EXPECT_EQ(code_of([&] { (void)reciprocity(graph, "mutual"); }), "HV-303");
  EXPECT_EQ(counts_of(triad_census(Graph())), std::vector<std::int64_t>(16));
  EXPECT_FALSE(krackhardt(Graph()).connectedness.defined());
}

}  // namespace
}  // namespace houvast::graph
