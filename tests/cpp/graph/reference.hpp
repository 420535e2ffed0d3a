#pragma once

#include <gtest/gtest.h>

#include <cmath>
#include <cstdint>
#include <fstream>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "houvast/base/error.hpp"
#include "houvast/base/random.hpp"
#include "houvast/base/table.hpp"
#include "houvast/graph/graph.hpp"

/// Reference values, matrices and random graphs for the tests of groups, dyads, ego networks and permutations.
namespace houvast::test {

using Json = nlohmann::json;
using Matrix = std::vector<std::vector<double>>;

constexpr double kTolerance = 1e-9;

inline Json read_json(const std::string& name) {
  std::ifstream file(std::string(HOUVAST_TEST_DATA) + "/networks/" + name);
  if (!file) throw std::runtime_error("no test data " + name);
  return Json::parse(file);
}

/// A network of the test data; ties where there is an edge.
inline Graph read_graph(const std::string& name) {
  const Json json = read_json(name + ".json");
  std::vector<std::int64_t> sources, targets;
  for (const Json& edge : json["edges"]) {
    sources.push_back(edge["source"]);
    targets.push_back(edge["target"]);
  }
  return Graph(static_cast<std::int64_t>(json["nodes"].size()), sources, targets, {},
               {.directed = json["directed"].get<bool>()});
}

/// A network of the test data as a symmetric matrix of an attribute (1 without one).
inline std::vector<double> read_matrix(const std::string& name, const std::string& attribute = "") {
  const Json json = read_json(name + ".json");
  const std::size_t n = json["nodes"].size();
  std::vector<double> cells(n * n);
  for (const Json& edge : json["edges"]) {
    const std::size_t i = edge["source"], j = edge["target"];
    cells[i * n + j] = cells[j * n + i] = attribute.empty() ? 1.0 : edge[attribute].get<double>();
  }
  return cells;
}

/// Codes in order of first appearance of a node attribute.
inline std::vector<std::int32_t> read_groups(const std::string& name, const std::string& attribute) {
  std::vector<std::string> known;
  std::vector<std::int32_t> codes;
  const Json json = read_json(name + ".json");
  for (const Json& node : json["nodes"]) {
    const std::string label = node[attribute].dump();
    std::size_t code = 0;
    while (code < known.size() && known[code] != label) ++code;
    if (code == known.size()) known.push_back(label);
    codes.push_back(static_cast<std::int32_t>(code));
  }
  return codes;
}

/// null in the reference values is an undefined one.
inline void expect_same(const Json& expected, double value, const std::string& what) {
  if (expected.is_null()) {
    EXPECT_TRUE(std::isnan(value)) << what << " is " << value << ", not undefined";
  } else {
    EXPECT_NEAR(expected.get<double>(), value, kTolerance) << what;
  }
}

/// Value of a numeric column, NaN when missing.
inline double cell(const Table& table, const std::string& column, std::int64_t row) {
  const Column& found = table.column(column);
  if (!found.is_valid(row)) return std::nan("");
  const auto at = static_cast<std::size_t>(row);
  if (const auto* whole = std::get_if<std::vector<std::int64_t>>(&found.data)) {
    return static_cast<double>((*whole)[at]);
  }
  return std::get<std::vector<double>>(found.data)[at];
}

/// The adjacency matrix, filled from `has_tie` alone.
inline Matrix matrix_of(const Graph& graph) {
  const auto n = static_cast<std::size_t>(graph.nodes());
  Matrix matrix(n, std::vector<double>(n));
  for (std::size_t i = 0; i < n; ++i) {
    for (std::size_t j = 0; j < n; ++j) {
      const auto source = static_cast<std::int64_t>(i), target = static_cast<std::int64_t>(j);
      if (i != j) matrix[i][j] = graph.weight(source, target).value_or(0);
    }
  }
  return matrix;
}

/// A random graph of 1 to `most` nodes, with isolates, loops, empty and full ones among them.
inline Graph random_graph(Random& random, bool directed, std::uint64_t most = 8, bool weighted = false) {
  const auto n = static_cast<std::int64_t>(1 + random.below(most));
  const double share = random.uniform() * 1.1;
  std::vector<std::int64_t> sources, targets;
  std::vector<double> weights;
  for (std::int64_t i = 0; i < n; ++i) {
    for (std::int64_t j = directed ? 0 : i; j < n; ++j) {
      if (!random.chance(share)) continue;
      sources.push_back(i);
      targets.push_back(j);
      if (weighted) weights.push_back(static_cast<double>(1 + random.below(5)));
    }
  }
  return Graph(n, sources, targets, weights, {.directed = directed});
}

inline std::vector<std::int32_t> random_groups(Random& random, std::int64_t nodes, std::uint64_t groups) {
  std::vector<std::int32_t> codes;
  for (std::int64_t i = 0; i < nodes; ++i) codes.push_back(static_cast<std::int32_t>(random.below(groups)));
  return codes;
}

/// The random networks that R knows the answers to.
inline std::vector<Json> random_networks() {
  const Json json = read_json("b_reference.json");
  const auto networks = json["random"].get<std::vector<Json>>();
  if (networks.size() < 200) throw std::runtime_error("random networks are missing");
  return networks;
}

/// The graph of one entry of `random` in b_reference.json.
inline Graph graph_of(const Json& entry, bool weighted = false) {
  std::vector<std::int64_t> sources, targets;
  std::vector<double> weights;
  for (std::size_t i = 0; i < entry["edges"].size(); ++i) {
    sources.push_back(entry["edges"][i][0]);
    targets.push_back(entry["edges"][i][1]);
    if (weighted) weights.push_back(entry["weights"][i]);
  }
  const bool directed = entry.value("directed", false);
  return Graph(entry["n"], sources, targets, weights, {.directed = directed});
}

/// The code of the error that `call` throws, or "" when it throws none.
template <class Call>
std::string code_of(Call call) {
  try {
    call();
  } catch (const Error& error) {
    return error.code();
  }
  return "";
}

}  // namespace houvast::test
