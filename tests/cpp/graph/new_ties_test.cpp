#include "houvast/graph/new_ties.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "graph/oracle_paths.hpp"
#include "graph/shapes.hpp"
#include "houvast/graph/robustness.hpp"

namespace {

using houvast::Graph;
using houvast::Table;
using namespace houvast::graph;
using oracle::Longs;
using oracle::Small;
using shapes::code_of;
using Pairs = std::vector<std::pair<std::int64_t, std::int64_t>>;

constexpr TieGoal kGoals[] = {TieGoal::kGroupPairs, TieGoal::kReachAny, TieGoal::kReachEvery,
                              TieGoal::kArticulationPoints, TieGoal::kPairsSeparated};

struct Question {
  TieGoal goal = TieGoal::kGroupPairs;
  std::vector<std::int32_t> groups;
  Longs targets;
  int steps = 1;

  [[nodiscard]] bool fewer() const { return goal == TieGoal::kArticulationPoints || goal == TieGoal::kPairsSeparated; }
};

std::int64_t connected_pairs(const Small& g, unsigned present) {
  std::int64_t pairs = 0;
  for (const unsigned part : oracle::component_sets(g, present)) {
    pairs += oracle::bits_of(part) * (oracle::bits_of(part) - 1) / 2;
  }
  return pairs;
}

// The goal straight from its definition, by distances and by components of what remains.
std::int64_t value_of(const Small& g, const Question& question) {
  const unsigned everybody = (1U << g.n) - 1U;
  std::int64_t value = 0;
  if (question.fewer()) {
    for (int node = 0; node < g.n; ++node) {
      const unsigned rest = everybody & ~(1U << node);
      std::int64_t reachable = 0;  // pairs of others that were connected
      for (const unsigned part : oracle::component_sets(g, everybody)) {
        const std::int64_t others = oracle::bits_of(part & rest);
        reachable += others * (others - 1) / 2;
      }
      const std::int64_t lost = reachable - connected_pairs(g, rest);
      value += question.goal == TieGoal::kPairsSeparated ? lost : (lost > 0 ? 1 : 0);
    }
    return value;
  }
  const oracle::IntMatrix d = oracle::distances(g, false);
  if (question.goal == TieGoal::kGroupPairs) {
    for (int a = 0; a < 3; ++a) {
      for (int b = a + 1; b < 3; ++b) {
        bool near = false;
        for (int i = 0; i < g.n; ++i) {
          for (int j = 0; j < g.n; ++j) {
            near = near || (question.groups[static_cast<std::size_t>(i)] == a &&
                            question.groups[static_cast<std::size_t>(j)] == b && d[i][j] <= question.steps);
          }
        }
        value += near ? 1 : 0;
      }
    }
    return value;
  }
  for (int node = 0; node < g.n; ++node) {
    if (std::count(question.targets.begin(), question.targets.end(), node) > 0) continue;
    const auto near = [&](std::int64_t target) { return d[node][target] <= question.steps; };
    const bool any = std::any_of(question.targets.begin(), question.targets.end(), near);
    const bool every = std::all_of(question.targets.begin(), question.targets.end(), near);
    value += (question.goal == TieGoal::kReachAny ? any : every) ? 1 : 0;
  }
  return value;
}

Small with(Small g, const Pairs& ties) {
  for (const auto& [a, b] : ties) g.tie[a][b] = g.tie[b][a] = 1;
  return g;
}

// The best value over all sets of at most `count` candidates, by their bits.
std::int64_t best_value(const Small& g, const Pairs& candidates, int count, const Question& question) {
  std::int64_t best = value_of(g, question);
  for (unsigned set = 1; set < 1U << candidates.size(); ++set) {
    if (oracle::bits_of(set) > count) continue;
    Pairs ties;
    for (std::size_t i = 0; i < candidates.size(); ++i) {
      if ((set >> i & 1U) != 0) ties.push_back(candidates[i]);
    }
    const std::int64_t value = value_of(with(g, ties), question);
    best = question.fewer() ? std::min(best, value) : std::max(best, value);
  }
  return best;
}

Pairs ties_of(const NewTies& found) {
  const auto& source = std::get<Longs>(found.table.column("source").data);
  const auto& target = std::get<Longs>(found.table.column("target").data);
  Pairs pairs;
  for (std::size_t i = 0; i < source.size(); ++i) pairs.emplace_back(source[i], target[i]);
  return pairs;
}

Question random_question(houvast::Random& random, const Small& small, TieGoal goal) {
  Question question{goal, {}, {}, 1 + static_cast<int>(random.below(3))};
  for (int node = 0; node < small.n; ++node) {
    question.groups.push_back(static_cast<std::int32_t>(random.below(4)) - 1);
    if (random.chance(0.3)) question.targets.push_back(node);
  }
  if (question.targets.empty()) question.targets.push_back(0);
  return question;
}

NewTiesOptions options_of(const Question& question) {
  return {.goal = question.goal, .groups = question.groups, .targets = question.targets, .steps = question.steps};
}

// Before and after every tie, and the best that any set can do.
TEST(NewTies, EqualBruteForce) {
  houvast::Random random(71);
  std::int64_t tried = 0;
  while (tried < shapes::rounds(3000) && !HasFailure()) {
    const Small given = oracle::random_small(random, tried % 2 == 1);
    const Small small = given.symmetrized();
    Pairs candidates;
    for (int a = 0; a < small.n; ++a) {
      for (int b = a + 1; b < small.n; ++b) {
        if (small.tie[a][b] == 0 && candidates.size() < 7 && random.chance(0.7)) candidates.emplace_back(a, b);
      }
    }
    if (small.n < 3 || candidates.empty()) continue;
    const Question question = random_question(random, small, kGoals[tried % 5]);
    const int count = 1 + static_cast<int>(random.below(3));
    Pairs turned = candidates;  // given in any order, either end first, some twice
    random.shuffle(std::span(turned));
    for (auto& [a, b] : turned) {
      if (random.chance(0.5)) std::swap(a, b);
    }
    turned.push_back(turned.front());
    NewTiesOptions options = options_of(question);
    options.candidates = turned;
    const Graph graph = given.graph(true);
    const NewTies exact = best_new_ties(graph, count, options);
    options.combinations = 0;
    const NewTies greedy = best_new_ties(graph, count, options);
    ++tried;
    EXPECT_TRUE(exact.exact);
    EXPECT_FALSE(greedy.exact);
    EXPECT_EQ(exact.candidates, static_cast<std::int64_t>(candidates.size()));
    EXPECT_EQ(exact.after, best_value(small, candidates, count, question));
    for (const NewTies* found : {&exact, &greedy}) {
      Pairs ties;
      std::int64_t value = value_of(small, question);
      EXPECT_EQ(found->before, value);
      EXPECT_LE(found->table.rows(), count);
      for (const auto& tie : ties_of(*found)) {
        EXPECT_EQ(std::count(candidates.begin(), candidates.end(), tie), 1);
        EXPECT_EQ(std::count(ties.begin(), ties.end(), tie), 0);
        EXPECT_EQ(std::get<Longs>(found->table.column("before").data)[ties.size()], value);
        // A greedy step does what the best single tie does, and is the first that does so.
        if (found == &greedy) {
          const std::int64_t best = best_value(with(small, ties), candidates, 1, question);
          const auto first = std::find_if(candidates.begin(), candidates.end(), [&](const auto& each) {
            return value_of(with(with(small, ties), {each}), question) == best;
          });
          ASSERT_NE(first, candidates.end());
          EXPECT_EQ(tie, *first);
        }
        ties.push_back(tie);
        value = value_of(with(small, ties), question);
        EXPECT_EQ(std::get<Longs>(found->table.column("after").data)[ties.size() - 1], value);
      }
      EXPECT_EQ(found->after, value);
    }
    if (exact.table.rows() > 0) {  // no smaller set does as much
      EXPECT_NE(best_value(small, candidates, static_cast<int>(exact.table.rows()) - 1, question), exact.after);
    }
  }
}

TEST(NewTies, AllPairsWithoutATieAreCandidates) {
  const Graph path = shapes::path(5);
  const NewTies found = best_new_ties(path, 1, {.goal = TieGoal::kPairsSeparated});
  EXPECT_EQ(found.candidates, 6);
  EXPECT_EQ(found.before, 3 + 4 + 3);
  EXPECT_EQ(found.after, 0) << "a circle has no single point of failure";
  EXPECT_EQ(ties_of(found), (Pairs{{0, 4}}));
  const Graph arrows = shapes::path(5, true);
  EXPECT_EQ(ties_of(best_new_ties(arrows, 1)), (Pairs{{0, 4}})) << "direction is ignored";
}

TEST(NewTies, NoMoreTiesThanHelp) {
  const NewTies circle = best_new_ties(shapes::of(4, {{0, 1}, {1, 2}, {2, 3}, {3, 0}}), 2);
  EXPECT_EQ(circle.table.rows(), 0);
  EXPECT_EQ(circle.before, circle.after);
  const NewTies full = best_new_ties(shapes::of(2, {{0, 1}}), 2);
  EXPECT_EQ(full.candidates, 0);
  EXPECT_EQ(full.table.rows(), 0);
  EXPECT_EQ(best_new_ties(Graph{}, 1).table.rows(), 0);
}

TEST(NewTies, ThreadsNeverChangeAResult) {
  const Graph graph = shapes::random(60, 70, 4);
  std::vector<std::int32_t> groups;
  for (std::int32_t node = 0; node < 60; ++node) groups.push_back(node % 9);
  for (const TieGoal goal : kGoals) {
    const Longs targets{3, 40};
    const auto run = [&](int threads, std::int64_t combinations, std::int64_t count) {
      return best_new_ties(
          graph, count,
          {.goal = goal, .groups = groups, .targets = targets, .combinations = combinations, .threads = threads});
    };
    EXPECT_EQ(run(1, 0, 3).table, run(2, 0, 3).table);
    EXPECT_EQ(run(1, 0, 3).table, run(8, 0, 3).table);
    EXPECT_EQ(run(1, 2000, 1).table, run(8, 2000, 1).table);
  }
}

TEST(NewTies, RefuseWhatCannotBe) {
  const Graph star = shapes::star(4);
  const auto code = [&](std::int64_t count, const NewTiesOptions& options) {
    return code_of([&] { return best_new_ties(star, count, options); });
  };
  const std::vector<std::int32_t> short_groups{0, 1};
  const Longs outside{9};
  const Pairs tied{{1, 0}}, loop{{2, 2}}, far{{1, 9}};
  EXPECT_EQ(code(0, {}), "HV-302");
  EXPECT_EQ(code(1, {.steps = 0}), "HV-302");
  EXPECT_EQ(code(1, {.combinations = -1}), "HV-302");
  EXPECT_EQ(code(1, {.goal = TieGoal::kGroupPairs}), "HV-305");
  EXPECT_EQ(code(1, {.goal = TieGoal::kGroupPairs, .groups = short_groups}), "HV-301");
  EXPECT_EQ(code(1, {.goal = TieGoal::kReachAny}), "HV-305");
  EXPECT_EQ(code(1, {.goal = TieGoal::kReachEvery, .targets = outside}), "HV-302");
  EXPECT_EQ(code(1, {.candidates = tied}), "HV-302");
  EXPECT_EQ(code(1, {.candidates = loop}), "HV-302");
  EXPECT_EQ(code(1, {.candidates = far}), "HV-302");
  EXPECT_EQ(code(1, {.threads = -1}), "HV-302");
}

// Who loses the largest remaining part, straight from the definition.
TEST(CutOff, EqualsBruteForce) {
  houvast::Random random(72);
  for (std::int64_t i = 0; i < shapes::rounds(5000) && !HasFailure(); ++i) {
    const Small small = oracle::random_small(random, i % 2 == 1);
    Longs leaving;
    unsigned gone = 0;
    for (int node = 0; node < small.n; ++node) {
      if (!random.chance(0.3)) continue;
      leaving.push_back(node);
      gone |= 1U << node;
    }
    unsigned lost = 0;
    for (const unsigned whole : oracle::component_sets(small, (1U << small.n) - 1U)) {
      unsigned largest = 0;
      const std::vector<unsigned> parts = oracle::component_sets(small, whole & ~gone);  // lowest node first
      for (const unsigned part : parts) {
        if (oracle::bits_of(part) > oracle::bits_of(largest)) largest = part;
      }
      lost |= whole & ~gone & ~largest;
    }
    Longs wanted;
    for (int node = 0; node < small.n; ++node) {
      if ((lost >> node & 1U) != 0) wanted.push_back(node);
    }
    const Graph graph = small.graph(false);
    EXPECT_EQ(cut_off(graph, leaving), wanted);
    const Table counted = knockout(graph, std::vector<Longs>{leaving});
    EXPECT_EQ(std::get<Longs>(counted.column("cut_off").data)[0], static_cast<std::int64_t>(wanted.size()));
  }
  EXPECT_EQ(code_of([] { return cut_off(shapes::star(3), Longs{3}); }), "HV-302");
}

TEST(Knockout, OfGroupsIsThatOfTheirSets) {
  const Graph graph = shapes::random(40, 44, 5);
  std::vector<std::int32_t> groups;
  std::vector<Longs> sets(5);
  for (std::int32_t node = 0; node < 40; ++node) {
    groups.push_back(node % 6 - 1);
    if (node % 6 > 0) sets[static_cast<std::size_t>(node % 6 - 1)].push_back(node);
  }
  const std::vector<std::string> labels{"a", "b", "c", "d", "e"};
  const Table by_group = knockout_groups(graph, groups, labels), by_set = knockout(graph, sets);
  EXPECT_EQ(std::get<std::vector<std::string>>(by_group.column("group").data), labels);
  for (const char* name : {"removed", "components", "largest", "cut_off", "pairs_lost"}) {
    EXPECT_EQ(by_group.column(name), by_set.column(name)) << name;
  }
  EXPECT_EQ(code_of([&] { return knockout_groups(graph, std::vector<std::int32_t>{0}); }), "HV-301");
}

}  // namespace
