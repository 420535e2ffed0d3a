#include "houvast/graph/ego.hpp"

#include <numeric>

#include "graph/reference.hpp"
#include "graph/shapes.hpp"

namespace houvast::graph {
namespace {

using namespace houvast::test;

TEST(Ego, MeasuredNetworksMatchTheReference) {
  const Json reference = read_json("reference_values.json");
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"tc_indiana_TCcoll", "tc_indiana_TCcoll_by_agency_cat"}, {"dhhs_collaboration", "dhhs_by_agency"}};
  for (const auto& [network, key] : cases) {
    const std::vector<double> values = constraint(read_graph(network));
    const Json& expected = reference[key]["constraint"];
    ASSERT_EQ(values.size(), expected.size());
    for (std::size_t node = 0; node < values.size(); ++node) expect_same(expected[node], values[node], network);
  }
}

TEST(Ego, RandomNetworksMatchIgraph) {
  std::int64_t undefined = 0, above_one = 0;
  for (const Json& entry : random_networks()) {
    const std::vector<double> values = constraint(graph_of(entry));
    const std::vector<double> weighted = constraint(graph_of(entry, true));
    for (std::size_t node = 0; node < values.size(); ++node) {
      expect_same(entry["constraint"][node], values[node], entry["edges"].dump());
      expect_same(entry["constraint_weighted"][node], weighted[node], entry["edges"].dump());
      undefined += std::isnan(values[node]);
      above_one += values[node] > 1 + kTolerance;
    }
    EXPECT_EQ(constraint(graph_of(entry, true), {.weighted = false}).size(), values.size());
  }
  EXPECT_GT(undefined, 0);
  EXPECT_GT(above_one, 0);
}

// Trap 13: somebody who only receives has contacts; somebody without any tie has no constraint; it can exceed 1.
TEST(Ego, PureReceiversHaveAConstraintAndIsolatesHaveNone) {
  const std::vector<std::int64_t> sources = {0, 1, 0}, targets = {1, 2, 2};
  const Graph graph(4, sources, targets, {}, {.directed = true});
  const std::vector<double> values = constraint(graph);
  EXPECT_NEAR(values[2], 2 * std::pow(0.5 + 0.25, 2), kTolerance);  // sends nothing
  EXPECT_GT(values[2], 1);
  EXPECT_TRUE(std::isnan(values[3]));
  EXPECT_TRUE(std::isnan(effective_size(graph)[3]));
  EXPECT_TRUE(std::isnan(hierarchy(graph)[3]));
  const Table table = ego_measures(graph);
  EXPECT_EQ(cell(table, "contacts", 3), 0);
  for (const char* column : {"constraint", "effective_size", "efficiency", "hierarchy", "contact_density"}) {
    EXPECT_TRUE(table.column(column).is_valid(2)) << column;
    EXPECT_FALSE(table.column(column).is_valid(3)) << column;
  }
}

// Burt's definitions, cell by cell.
struct Definition {
  std::vector<double> constraint, effective_size, hierarchy;

  explicit Definition(const Matrix& a) {
    const std::size_t n = a.size();
    Matrix z(n, std::vector<double>(n));
    for (std::size_t i = 0; i < n; ++i) {
      for (std::size_t j = 0; j < n; ++j) z[i][j] = i == j ? 0 : a[i][j] + a[j][i];
    }
    const auto p = [&](std::size_t i, std::size_t j) {
      return z[i][j] / std::accumulate(z[i].begin(), z[i].end(), 0.0);
    };
    const auto m = [&](std::size_t j, std::size_t q) { return z[j][q] / *std::max_element(z[j].begin(), z[j].end()); };
    for (std::size_t i = 0; i < n; ++i) {
      std::vector<double> dependence;
      double effective = 0;
      for (std::size_t j = 0; j < n; ++j) {
        if (z[i][j] == 0) continue;
        double c = p(i, j), redundancy = 0;
        for (std::size_t q = 0; q < n; ++q) {
          if (q == i || q == j || z[i][q] == 0) continue;
          c += p(i, q) * p(q, j);
          redundancy += p(i, q) * m(j, q);
        }
        dependence.push_back(c * c);
        effective += 1 - redundancy;
      }
      const auto count = static_cast<double>(dependence.size());
      const double sum = std::accumulate(dependence.begin(), dependence.end(), 0.0);
      double concentration = 0;
      for (const double c : dependence) concentration += c * count / sum * std::log(c * count / sum);
      constraint.push_back(count == 0 ? std::nan("") : sum);
      effective_size.push_back(count == 0 ? std::nan("") : effective);
      hierarchy.push_back(count == 0 ? std::nan("") : count == 1 ? 1 : concentration / (count * std::log(count)));
    }
  }
};

void expect_values(const std::vector<double>& values, const std::vector<double>& expected, const char* what) {
  ASSERT_EQ(values.size(), expected.size());
  for (std::size_t node = 0; node < values.size(); ++node) {
    if (std::isnan(expected[node])) {
      ASSERT_TRUE(std::isnan(values[node])) << what;
    } else {
      ASSERT_NEAR(values[node], expected[node], 1e-12) << what;
    }
  }
}

TEST(Ego, SmallGraphsMatchTheDefinition) {
  Random random(99);
  for (std::int64_t round = 0; round < shapes::rounds(50000); ++round) {
    const bool weighted = round % 4 >= 2;
    const Graph graph = random_graph(random, round % 2 == 0, 8, weighted);
    const Definition expected(matrix_of(graph));
    expect_values(constraint(graph), expected.constraint, "constraint");
    expect_values(effective_size(graph), expected.effective_size, "effective size");
    expect_values(hierarchy(graph), expected.hierarchy, "hierarchy");
    if (HasFatalFailure()) FAIL() << "round " << round;
    const Table table = ego_measures(graph);
    const Matrix a = matrix_of(graph);
    for (std::size_t i = 0; i < a.size(); ++i) {
      std::vector<std::size_t> contacts;
      for (std::size_t j = 0; j < a.size(); ++j) {
        if (a[i][j] != 0 || a[j][i] != 0) contacts.push_back(j);
      }
      double ties = 0;
      for (const std::size_t j : contacts) {
        for (const std::size_t k : contacts) ties += j < k && (a[j][k] != 0 || a[k][j] != 0);
      }
      const auto row = static_cast<std::int64_t>(i);
      ASSERT_EQ(cell(table, "contacts", row), static_cast<double>(contacts.size()));
      ASSERT_EQ(cell(table, "contact_ties", row), ties);
    }
  }
}

TEST(Ego, WeightsCanBeLeftOutOrRefused) {
  const std::vector<std::int64_t> sources = {0, 0, 1}, targets = {1, 2, 2};
  const std::vector<double> weights = {1, 4, 2}, negative = {1, -4, 2}, zero = {0, 0, 0};
  const Graph plain(3, sources, targets), weighted(3, sources, targets, weights);
  EXPECT_EQ(constraint(weighted, {.weighted = false}), constraint(plain));
  EXPECT_NE(constraint(weighted), constraint(plain));
  EXPECT_EQ(code_of([&] { (void)constraint(Graph(3, sources, targets, negative)); }), "HV-302");
  EXPECT_EQ(code_of([&] { (void)ego_measures(Graph(3, sources, targets, negative)); }), "HV-302");
  for (const double value : constraint(Graph(3, sources, targets, zero))) EXPECT_TRUE(std::isnan(value));
  EXPECT_TRUE(constraint(Graph()).empty());
}

}  // namespace
}  // namespace houvast::graph
