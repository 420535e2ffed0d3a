#include "disclosure/statement_audit.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <map>
#include <numeric>
#include <optional>
#include <set>
#include <tuple>

#include "disclosure/count_lattice.hpp"
#include "disclosure/protect.hpp"

namespace houvast::detail {
namespace {

constexpr std::int64_t kThreshold = 5;

using World = std::vector<std::int64_t>;  // high answers in each group

// Every world of some groups.
std::vector<World> worlds_of(const std::vector<std::int64_t>& people) {
  std::vector<World> worlds = {{}};
  for (const std::int64_t n : people) {
    std::vector<World> longer;
    for (const World& world : worlds) {
      for (std::int64_t k = 0; k <= n; ++k) {
        longer.push_back(world);
        longer.back().push_back(k);
      }
    }
    worlds = std::move(longer);
  }
  return worlds;
}

// log of the binomial coefficient, by the gamma function.
double log_choose(std::int64_t n, std::int64_t k) {
  const auto of = [](std::int64_t x) { return std::lgamma(static_cast<double>(x) + 1); };
  return of(n) - of(k) - of(n - k);
}

// Two-sided mid-p of Fisher's test, by adding up everything.
double fisher(std::int64_t a, std::int64_t n_a, std::int64_t b, std::int64_t n_b) {
  const std::int64_t marked = a + b;
  double below = 0, here = 0, above = 0;
  for (std::int64_t x = std::max<std::int64_t>(0, marked - n_b); x <= std::min(n_a, marked); ++x) {
    const double p = std::exp(log_choose(n_a, x) + log_choose(n_b, marked - x) - log_choose(n_a + n_b, marked));
    (x < a ? below : x > a ? above : here) += p;
  }
  return std::min(1.0, 2 * std::min(below + here / 2, above + here / 2));
}

// A study of one question: groups that are shown, then groups that are hidden, and a test at `alpha`.
struct Small {
  std::vector<std::int64_t> shown;
  std::vector<std::int64_t> hidden;
  double alpha = 0.03;
};

std::int64_t step_of(std::int64_t k, std::int64_t n, std::int64_t steps) {
  return k == n ? steps - 1 : k * steps / n;
}

// Everything that a document says of a world: steps, and statements.
class Documents {
 public:
  explicit Documents(Small small) : small_(std::move(small)) {
    people_ = small_.shown;
    people_.insert(people_.end(), small_.hidden.begin(), small_.hidden.end());
    everybody_ = std::accumulate(people_.begin(), people_.end(), std::int64_t{0});
  }

  using Pairs = std::vector<std::pair<std::size_t, std::size_t>>;
  // Steps of groups and of everybody, statements, and the number of everybody where all may be said of it.
  using Document = std::tuple<World, std::int64_t, Pairs, std::int64_t>;

  [[nodiscard]] const std::vector<std::int64_t>& people() const { return people_; }
  [[nodiscard]] std::size_t shown() const { return small_.shown.size(); }

  Document of(const World& world) {
    World steps;
    StatedQuestion question;
    std::int64_t sum = std::accumulate(world.begin(), world.end(), std::int64_t{0});
    for (std::size_t g = 0; g < people_.size(); ++g) {
      if (g >= small_.shown.size()) {
        question.hidden.push_back({{people_[g], 0, people_[g]}, {people_[g]}});
        continue;
      }
      const std::int64_t in = roomy_steps_of(people_[g], kThreshold);
      steps.push_back(step_of(world[g], people_[g], in));
      question.groups.push_back({told_count(world[g], people_[g], in), {people_[g]}});
      question.compared.push_back(g);
    }
    const std::int64_t in = steps_of(everybody_, kThreshold);
    question.whole = told_count(sum, everybody_, in);
    question.levels = {small_.alpha / 2, small_.alpha * 2};
    const std::vector<StatedDifference> supported = supported_in(world);
    Pairs pattern;
    for (const StatedDifference& each : supported) pattern.emplace_back(each.lower, each.higher);
    const auto key = std::tuple(steps, step_of(sum, everybody_, in), pattern);
    auto found = told_.find(key);
    if (found == told_.end()) {
      const Tellable told = tellable(question, supported, kThreshold);
      Pairs said;
      for (const StatedDifference& each : told.differences) said.emplace_back(each.lower, each.higher);
      std::sort(said.begin(), said.end());
      found = told_.emplace(key, std::pair(said, told.whole_may_be_known)).first;
    }
    const auto& [said, whole_may_be_known] = found->second;
    wholes_ += whole_may_be_known ? 1 : 0;
    statements_ += static_cast<std::int64_t>(said.size());
    supported_ += static_cast<std::int64_t>(supported.size());
    return {steps, std::get<1>(key), said, whole_may_be_known ? sum : -1};
  }

  [[nodiscard]] std::int64_t statements() const { return statements_; }
  [[nodiscard]] std::int64_t supported() const { return supported_; }
  [[nodiscard]] std::int64_t wholes() const { return wholes_; }

 private:
  std::vector<StatedDifference> supported_in(const World& world) const {
    std::vector<StatedDifference> found;
    for (std::size_t a = 0; a < small_.shown.size(); ++a) {
      for (std::size_t b = a + 1; b < small_.shown.size(); ++b) {
        if (fisher(world[a], people_[a], world[b], people_[b]) > small_.alpha) continue;
        const bool a_lower = world[a] * people_[b] < world[b] * people_[a];
        found.push_back(a_lower ? StatedDifference{a, b} : StatedDifference{b, a});
      }
    }
    return found;
  }

  Small small_;
  std::vector<std::int64_t> people_;
  std::int64_t everybody_ = 0;
  std::map<std::tuple<World, std::int64_t, Pairs>, std::pair<Pairs, bool>> told_;
  std::int64_t statements_ = 0, supported_ = 0, wholes_ = 0;
};

bool all_few(const std::set<std::int64_t>& numbers) {
  return !numbers.empty() && *numbers.begin() >= 1 && *numbers.rbegin() < kThreshold;
}

// Each group, the hidden ones together, and everybody.
std::vector<std::vector<std::size_t>> parts_of(std::size_t groups, std::size_t shown) {
  std::vector<std::vector<std::size_t>> parts(2);
  for (std::size_t g = 0; g < groups; ++g) {
    parts.push_back({g});
    parts[0].push_back(g);
    if (g >= shown) parts[1].push_back(g);
  }
  return parts;
}

// What the worlds of one document leave possible for the number counted in a part, and for the others, in the eyes of
// nobody in particular and of each who answered.
bool tells_of_few(const std::vector<World>& worlds, const std::vector<std::int64_t>& people,
                  const std::vector<std::size_t>& part) {
  const auto sum_of = [&](const std::vector<std::int64_t>& numbers) {
    return std::accumulate(part.begin(), part.end(), std::int64_t{0},
                           [&](std::int64_t sum, std::size_t g) { return sum + numbers[g]; });
  };
  const auto few = [&](std::optional<std::size_t> insider, bool high) {
    const std::int64_t mine = insider && std::count(part.begin(), part.end(), *insider) > 0 ? 1 : 0;
    std::set<std::int64_t> counted, others;
    for (const World& world : worlds) {
      if (insider && (high ? world[*insider] : people[*insider] - world[*insider]) == 0) continue;
      counted.insert(sum_of(world) - (high ? mine : 0));
      others.insert(sum_of(people) - sum_of(world) - (high ? 0 : mine));
    }
    return all_few(counted) || all_few(others);
  };
  if (few(std::nullopt, false)) return true;
  for (std::size_t i = 0; i < people.size(); ++i) {
    if (few(i, true) || few(i, false)) return true;
  }
  return false;
}

// How many documents of a study tell of few, as an attacker sees who tries every world.
std::int64_t opened(Documents& documents) {
  std::map<Documents::Document, std::vector<World>> worlds;
  for (const World& world : worlds_of(documents.people())) worlds[documents.of(world)].push_back(world);
  const auto parts = parts_of(documents.people().size(), documents.shown());
  return std::count_if(worlds.begin(), worlds.end(), [&](const auto& each) {
    return std::any_of(parts.begin(), parts.end(),
                       [&](const auto& part) { return tells_of_few(each.second, documents.people(), part); });
  });
}

class Enumerated : public ::testing::TestWithParam<Small> {};

TEST_P(Enumerated, NoDocumentTellsOfFewByItsStatements) {
  Documents documents(GetParam());
  EXPECT_EQ(opened(documents), 0);
  EXPECT_GT(documents.statements() * 4, documents.supported()) << "little is told";
  EXPECT_GT(documents.wholes(), 0);
}

TEST(Follows, BelowOnlyWhenEvenTheMostContraryAnswersWouldShowIt) {
  const auto told = [](std::int64_t low, std::int64_t high) { return ToldCount{133, low, high}; };
  EXPECT_TRUE(follows_below(told(0, 13), told(93, 99)));
  EXPECT_FALSE(follows_below(told(93, 99), told(0, 13)));
  EXPECT_FALSE(follows_below(told(0, 13), told(20, 26)));   // 20 up and 13 down
  EXPECT_FALSE(follows_below(told(40, 53), told(47, 60)));  // the steps overlap
  EXPECT_FALSE(follows_below({20, 0, 4}, {20, 15, 19}));    // 15 up and 4 down
  EXPECT_FALSE(follows_below({20, 0, 4}, {60, 55, 59}));    // others answered
}

TEST(Follows, ApartOnlyFarFromTheAverage) {
  const std::vector<ToldCount> others = {{100, 40, 49}, {100, 30, 39}, {100, 50, 59}};  // on average 40 or more
  EXPECT_TRUE(follows_apart({100, 0, 9}, others, false));  // 31 points below; 25 are needed
  EXPECT_FALSE(follows_apart({100, 10, 19}, others, false));
  EXPECT_FALSE(follows_apart({100, 0, 9}, others, true));
  EXPECT_TRUE(follows_apart({100, 80, 89}, others, true));  // 49 on average or less
  EXPECT_FALSE(follows_apart({100, 70, 79}, others, true));
  EXPECT_FALSE(follows_apart({100, 0, 9}, {}, false));
}

INSTANTIATE_TEST_SUITE_P(StatementAudit, Enumerated,
                         ::testing::Values(Small{{14, 14}, {}}, Small{{20, 14}, {}}, Small{{28, 30}, {}},
                                           Small{{60, 18}, {}}, Small{{14, 15}, {14}}, Small{{40, 18}, {9, 6}},
                                           Small{{14, 14, 16}, {}, 0.01}, Small{{14, 20, 28}, {}, 0.01},
                                           Small{{18, 15}, {8, 7}, 0.01}));

}  // namespace
}  // namespace houvast::detail
