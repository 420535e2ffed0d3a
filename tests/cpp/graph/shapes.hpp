#pragma once

// Graphs that several tests of this room need.

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <fstream>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "houvast/base/error.hpp"
#include "houvast/base/random.hpp"
#include "houvast/graph/graph.hpp"

namespace shapes {

using houvast::Graph;
using Ids = std::vector<std::int64_t>;

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
inline constexpr int kSlower = 20;  // sanitizers: fewer random graphs
#else
inline constexpr int kSlower = 1;
#endif

// How many random graphs a test draws: `usual`, or as many as HOUVAST_RANDOM_GRAPHS says.
inline std::int64_t rounds(std::int64_t usual) {
  const char* wanted = std::getenv("HOUVAST_RANDOM_GRAPHS");
  return (wanted != nullptr ? std::max(usual, static_cast<std::int64_t>(std::atoll(wanted))) : usual) / kSlower;
}

inline Graph of(std::int64_t nodes, const std::vector<std::pair<int, int>>& ties, bool directed = false) {
  Ids sources, targets;
  for (const auto& [source, target] : ties) {
    sources.push_back(source);
    targets.push_back(target);
  }
  return Graph(nodes, sources, targets, {}, {.directed = directed});
}

inline Graph path(std::int64_t nodes, bool directed = false) {
  Ids sources, targets;
  for (std::int64_t i = 0; i + 1 < nodes; ++i) {
    sources.push_back(i);
    targets.push_back(i + 1);
  }
  return Graph(nodes, sources, targets, {}, {.directed = directed});
}

inline Graph star(std::int64_t nodes) {
  Ids sources(static_cast<std::size_t>(nodes - 1), 0), targets;
  for (std::int64_t i = 1; i < nodes; ++i) targets.push_back(i);
  return Graph(nodes, sources, targets);
}

inline Graph grid(std::int64_t side) {
  Ids sources, targets;
  for (std::int64_t i = 0; i < side * side; ++i) {
    if (i % side + 1 < side) {
      sources.push_back(i);
      targets.push_back(i + 1);
    }
    if (i + side < side * side) {
      sources.push_back(i);
      targets.push_back(i + side);
    }
  }
  return Graph(side * side, sources, targets);
}

inline Graph random(std::int64_t nodes, std::int64_t ties, std::uint64_t seed, bool directed = false) {
  houvast::Random random(seed);
  std::set<std::pair<std::int64_t, std::int64_t>> known;
  Ids sources, targets;
  while (static_cast<std::int64_t>(known.size()) < ties) {
    auto a = static_cast<std::int64_t>(random.below(static_cast<std::uint64_t>(nodes)));
    auto b = static_cast<std::int64_t>(random.below(static_cast<std::uint64_t>(nodes)));
    if (a == b) continue;
    if (!directed && a > b) std::swap(a, b);
    if (!known.emplace(a, b).second) continue;
    sources.push_back(a);
    targets.push_back(b);
  }
  return Graph(nodes, sources, targets, {}, {.directed = directed});
}

inline nlohmann::json json_of(const std::string& name) {
  std::ifstream file(std::string(HOUVAST_TEST_DATA) + "/networks/" + name + ".json");
  return nlohmann::json::parse(file);
}

inline Graph measured(const std::string& name) {
  const nlohmann::json data = json_of(name);
  Ids sources, targets;
  for (const auto& edge : data.at("edges")) {
    sources.push_back(edge.at("source"));
    targets.push_back(edge.at("target"));
  }
  return Graph(static_cast<std::int64_t>(data.at("nodes").size()), sources, targets, {},
               {.directed = data.at("directed")});
}

inline nlohmann::json reference(const std::string& key) {
  return json_of("reference_values").at(key);
}

// The code of the error that `work` throws, or "none".
template <class Work>
std::string code_of(Work work) {
  try {
    static_cast<void>(work());
  } catch (const houvast::Error& error) {
    return error.code();
  }
  return "none";
}

// Equal, or both not a number.
inline void expect_near(const std::vector<double>& found, const std::vector<double>& wanted, double tolerance,
                        const char* what) {
  ASSERT_EQ(found.size(), wanted.size()) << what;
  for (std::size_t i = 0; i < found.size(); ++i) {
    if (found[i] != found[i] && wanted[i] != wanted[i]) continue;
    EXPECT_NEAR(found[i], wanted[i], tolerance) << what << " at " << i;
  }
}

}  // namespace shapes
