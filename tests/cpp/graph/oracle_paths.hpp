#pragma once

// Brute force for graphs of a few nodes: everything straight from its definition, nothing shared with the library but
// the random numbers.

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <limits>
#include <utility>
#include <vector>

#include "houvast/base/random.hpp"
#include "houvast/graph/graph.hpp"

namespace oracle {

inline constexpr int kMost = 8;
inline constexpr int kFar = 1000000;
using IntMatrix = std::array<std::array<int, kMost>, kMost>;
using Longs = std::vector<std::int64_t>;
using Doubles = std::vector<double>;

struct Small {
  int n = 0;
  bool directed = false;
  IntMatrix tie{};     // 1 = tie, no loops
  IntMatrix weight{};  // 0 to 9 where there is a tie
  std::vector<int> loops;

  [[nodiscard]] houvast::Graph graph(bool weighted) const {
    Longs sources, targets;
    Doubles weights;
    for (int i = 0; i < n; ++i) {
      for (int j = directed ? 0 : i; j < n; ++j) {
        if (tie[i][j] == 0) continue;
        const bool turn = !directed && (i + j) % 2 == 1;  // undirected ties come in either direction
        sources.push_back(turn ? j : i);
        targets.push_back(turn ? i : j);
        weights.push_back(weight[i][j]);
      }
    }
    for (const int loop : loops) {
      sources.push_back(loop);
      targets.push_back(loop);
      weights.push_back(5);
    }
    return houvast::Graph(n, sources, targets, weighted ? weights : Doubles{}, {.directed = directed});
  }

  // Ties in either direction (or both).
  [[nodiscard]] Small symmetrized(bool mutual = false) const {
    Small result = *this;
    result.directed = false;
    for (int i = 0; i < n; ++i) {
      for (int j = 0; j < n; ++j) {
        const int count = tie[i][j] + tie[j][i];
        result.tie[i][j] = count >= (mutual ? 2 : 1) ? 1 : 0;
        result.weight[i][j] = std::max(weight[i][j], weight[j][i]);
      }
    }
    return result;
  }

  [[nodiscard]] Small turned() const {
    Small result = *this;
    for (int i = 0; i < n; ++i) {
      for (int j = 0; j < n; ++j) {
        result.tie[i][j] = tie[j][i];
        result.weight[i][j] = weight[j][i];
      }
    }
    return result;
  }
};

inline Small random_small(houvast::Random& random, bool directed) {
  Small small;
  small.n = static_cast<int>(random.below(kMost + 1));
  small.directed = directed;
  const double chance = random.uniform();
  for (int i = 0; i < small.n; ++i) {
    if (random.chance(0.1)) small.loops.push_back(i);
    for (int j = directed ? 0 : i + 1; j < small.n; ++j) {
      if (i == j || !random.chance(chance)) continue;
      small.tie[i][j] = 1;
      small.weight[i][j] = static_cast<int>(random.below(10));
      if (directed) continue;
      small.tie[j][i] = 1;
      small.weight[j][i] = small.weight[i][j];
    }
  }
  return small;
}

// Floyd and Warshall.
inline IntMatrix distances(const Small& g, bool lengths) {
  IntMatrix d{};
  for (int i = 0; i < g.n; ++i) {
    for (int j = 0; j < g.n; ++j) d[i][j] = i == j ? 0 : g.tie[i][j] ? (lengths ? g.weight[i][j] : 1) : kFar;
  }
  for (int k = 0; k < g.n; ++k) {
    for (int i = 0; i < g.n; ++i) {
      for (int j = 0; j < g.n; ++j) d[i][j] = std::min(d[i][j], d[i][k] + d[k][j]);
    }
  }
  for (auto& row : d) {
    for (int& value : row) value = std::min(value, kFar);
  }
  return d;
}

// Number of shortest paths: walks of exactly the length of the distance.
inline IntMatrix path_counts(const Small& g, const IntMatrix& d) {
  IntMatrix count{}, walks{};
  for (int i = 0; i < g.n; ++i) walks[i][i] = 1;
  for (int length = 0; length < g.n; ++length) {
    for (int i = 0; i < g.n; ++i) {
      for (int j = 0; j < g.n; ++j) {
        if (d[i][j] == length) count[i][j] = walks[i][j];
      }
    }
    IntMatrix longer{};
    for (int i = 0; i < g.n; ++i) {
      for (int k = 0; k < g.n; ++k) {
        for (int j = 0; j < g.n; ++j) longer[i][j] += walks[i][k] * g.tie[k][j];
      }
    }
    walks = longer;
  }
  return count;
}

// Freeman (1977): over all ordered pairs.
inline Doubles betweenness(const Small& g) {
  const IntMatrix d = distances(g, false), paths = path_counts(g, d);
  Doubles result(static_cast<std::size_t>(g.n), 0.0);
  for (int s = 0; s < g.n; ++s) {
    for (int t = 0; t < g.n; ++t) {
      if (s == t || d[s][t] == kFar) continue;
      for (int v = 0; v < g.n; ++v) {
        if (v == s || v == t || d[s][v] + d[v][t] != d[s][t]) continue;
        result[static_cast<std::size_t>(v)] += static_cast<double>(paths[s][v]) * paths[v][t] / paths[s][t];
      }
    }
  }
  if (!g.directed) {
    for (double& value : result) value /= 2;
  }
  return result;
}

// Labels in order of first appearance of nodes for which `same` holds.
template <class Same>
Longs labels(int n, Same same) {
  Longs result(static_cast<std::size_t>(n), -1);
  std::int64_t count = 0;
  for (int i = 0; i < n; ++i) {
    for (int j = 0; j < i; ++j) {
      if (same(j, i)) result[static_cast<std::size_t>(i)] = result[static_cast<std::size_t>(j)];
    }
    if (result[static_cast<std::size_t>(i)] < 0) result[static_cast<std::size_t>(i)] = count++;
  }
  return result;
}

// Sizes of weak components of the nodes in `present` (bits), by breadth of a growing set of bits.
inline std::vector<unsigned> component_sets(const Small& g, unsigned present) {
  std::vector<unsigned> result;
  while (present != 0) {
    unsigned part = present & (~present + 1), before = 0;
    while (part != before) {
      before = part;
      for (int i = 0; i < g.n; ++i) {
        for (int j = 0; j < g.n; ++j) {
          const bool tied = g.tie[i][j] != 0 || g.tie[j][i] != 0;
          if (tied && (part >> i & 1U) != 0 && (present >> j & 1U) != 0) part |= 1U << j;
        }
      }
    }
    result.push_back(part);
    present &= ~part;
  }
  return result;
}

inline int bits_of(unsigned set) {
  return __builtin_popcount(set);
}

// The largest k for which a node is in some set in which everybody has at least k ties (by `count(i, j)`).
template <class Count>
Longs cores(int n, Count count) {
  Longs result(static_cast<std::size_t>(n), 0);
  for (unsigned set = 1; set < 1U << n; ++set) {
    int least = kFar;
    for (int i = 0; i < n; ++i) {
      if ((set >> i & 1U) == 0) continue;
      int ties = 0;
      for (int j = 0; j < n; ++j) ties += (set >> j & 1U) != 0 ? count(i, j) : 0;
      least = std::min(least, ties);
    }
    for (int i = 0; i < n; ++i) {
      auto& best = result[static_cast<std::size_t>(i)];
      if ((set >> i & 1U) != 0) best = std::max<std::int64_t>(best, least);
    }
  }
  return result;
}

// Least number of arcs from a set with u to its complement with v.
inline IntMatrix cuts(const Small& g) {
  IntMatrix least{};
  for (auto& row : least) row.fill(kFar);
  for (unsigned set = 1; set + 1 < 1U << g.n; ++set) {
    int crossing = 0;
    for (int i = 0; i < g.n; ++i) {
      for (int j = 0; j < g.n; ++j) {
        crossing += (set >> i & 1U) != 0 && (set >> j & 1U) == 0 ? g.tie[i][j] : 0;
      }
    }
    for (int i = 0; i < g.n; ++i) {
      for (int j = 0; j < g.n; ++j) {
        if ((set >> i & 1U) != 0 && (set >> j & 1U) == 0) least[i][j] = std::min(least[i][j], crossing);
      }
    }
  }
  return least;
}

inline std::vector<Longs> cliques(const Small& g) {
  const auto is_clique = [&](unsigned set) {
    for (int i = 0; i < g.n; ++i) {
      for (int j = 0; j < i; ++j) {
        if ((set >> i & 1U) != 0 && (set >> j & 1U) != 0 && g.tie[i][j] == 0) return false;
      }
    }
    return true;
  };
  std::vector<Longs> result;
  for (unsigned set = 1; set < 1U << g.n; ++set) {
    bool maximal = is_clique(set);
    for (int i = 0; i < g.n && maximal; ++i) {
      maximal = (set >> i & 1U) != 0 || !is_clique(set | 1U << i);
    }
    if (!maximal) continue;
    Longs members;
    for (int i = 0; i < g.n; ++i) {
      if ((set >> i & 1U) != 0) members.push_back(i);
    }
    result.push_back(members);
  }
  std::sort(result.begin(), result.end());
  return result;
}

// Solves (I - damping M) x = (1 - damping) / n by elimination, where M moves a wanderer along ties.
inline Doubles pagerank(const Small& g, bool weighted, double damping) {
  const auto n = static_cast<std::size_t>(g.n);
  std::vector<Doubles> rows(n, Doubles(n + 1, 0.0));
  for (std::size_t j = 0; j < n; ++j) {
    double out = 0;
    for (std::size_t i = 0; i < n; ++i) out += weighted ? g.weight[j][i] : g.tie[j][i];
    for (std::size_t i = 0; i < n; ++i) {
      const double step = out > 0 ? (weighted ? g.weight[j][i] : g.tie[j][i]) / out : 1.0 / static_cast<double>(n);
      rows[i][j] = (i == j ? 1.0 : 0.0) - damping * step;
    }
  }
  for (auto& row : rows) row[n] = (1 - damping) / static_cast<double>(n);
  for (std::size_t p = 0; p < n; ++p) {
    std::size_t best = p;
    for (std::size_t i = p; i < n; ++i) best = std::abs(rows[i][p]) > std::abs(rows[best][p]) ? i : best;
    std::swap(rows[p], rows[best]);
    for (std::size_t i = 0; i < n; ++i) {
      if (i == p) continue;
      const double factor = rows[i][p] / rows[p][p];
      for (std::size_t j = p; j <= n; ++j) rows[i][j] -= factor * rows[p][j];
    }
  }
  Doubles result(n);
  for (std::size_t i = 0; i < n; ++i) result[i] = rows[i][n] / rows[i][i];
  return result;
}

}  // namespace oracle
