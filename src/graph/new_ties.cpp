#include "houvast/graph/new_ties.hpp"

#include <algorithm>
#include <iterator>
#include <limits>
#include <numeric>
#include <tuple>
#include <vector>

#include "base/index.hpp"
#include "graph/estimates.hpp"
#include "graph/partition.hpp"
#include "houvast/base/fields.hpp"
#include "houvast/base/parallel.hpp"
#include "houvast/base/stop.hpp"
#include "houvast/graph/components.hpp"
#include "houvast/graph/robustness.hpp"

namespace houvast::inline v0_1::graph {
using houvast::detail::as_size;
namespace {

using Pair = std::pair<std::int64_t, std::int64_t>;
using Pairs = std::vector<Pair>;
using Places = std::vector<std::size_t>;  // places in the list of candidates, increasing

std::string text_of(const Pair& pair) {
  return std::to_string(pair.first) + " and " + std::to_string(pair.second);
}

// The graph without directions and weights, to which ties can be added.
class Extendable {
 public:
  explicit Extendable(const Graph& graph) : plain_(graph.symmetrized()), ties_(plain_.edges()) {}

  [[nodiscard]] const Graph& plain() const { return plain_; }

  [[nodiscard]] Graph with(const Pairs& candidates, const Places& added) const {
    std::vector<std::int64_t> sources = ties_.sources, targets = ties_.targets;
    for (const std::size_t place : added) {
      sources.push_back(candidates[place].first);
      targets.push_back(candidates[place].second);
    }
    return Graph(plain_.nodes(), sources, targets);
  }

 private:
  Graph plain_;
  TieList ties_;
};

// The nodes at most `steps` ties from some of `starts`, these included.
std::vector<bool> within(const Graph& graph, std::span<const std::int64_t> starts, std::int64_t steps) {
  std::vector<bool> reached(as_size(graph.nodes()), false);
  std::vector<std::int64_t> edge, next;
  for (const std::int64_t start : starts) {
    if (!reached[as_size(start)]) edge.push_back(start);
    reached[as_size(start)] = true;
  }
  for (std::int64_t step = 0; step < steps && !edge.empty(); ++step) {
    next.clear();
    for (const std::int64_t node : edge) {
      for (const std::int32_t other : graph.neighbours(node)) {
        if (reached[as_size(other)]) continue;
        reached[as_size(other)] = true;
        next.push_back(other);
      }
    }
    edge.swap(next);
  }
  return reached;
}

// The value of one goal in a graph without directions.
class Goal {
 public:
  Goal(const Graph& graph, const NewTiesOptions& options) : goal_(options.goal) {
    const bool by_group = goal_ == TieGoal::kGroupPairs;
    steps_ = options.steps.value_or(by_group ? 1 : 2);
    detail::check_at_least(argument("steps"), steps_, 1);
    if (by_group) {
      if (options.groups.empty() && graph.nodes() > 0) {
        throw ValueError({"HV-305", argument("groups"), "0", {"problem.expected.group_per_node"}});
      }
      const auto parts = detail::partition_of(options.groups, graph.nodes(), {}, detail::Groupless::kAllowed);
      group_ = parts.group;
      members_.resize(parts.size.size());
      for (std::size_t node = 0; node < group_.size(); ++node) {
        if (group_[node] >= 0) members_[as_size(group_[node])].push_back(static_cast<std::int64_t>(node));
      }
    }
    if (goal_ != TieGoal::kReachAny && goal_ != TieGoal::kReachEvery) return;
    if (options.targets.empty()) throw ValueError({"HV-305", argument("targets"), "0", {"problem.expected.one_node"}});
    targets_.assign(options.targets.begin(), options.targets.end());
    for (const std::int64_t node : targets_) {
      if (node >= 0 && node < graph.nodes()) continue;
      throw ValueError({"HV-302",
                        argument("target"),
                        std::to_string(node),
                        {"problem.expected.node_below", {{"nodes", graph.nodes()}}}});
    }
  }

  [[nodiscard]] std::int64_t value(const Graph& graph) const {
    switch (goal_) {
      case TieGoal::kGroupPairs:
        return group_pairs(graph);
      case TieGoal::kReachAny:
        return reach_any(graph);
      case TieGoal::kReachEvery:
        return reach_every(graph);
      case TieGoal::kArticulationPoints:
        return static_cast<std::int64_t>(articulation_points(graph).size());
      case TieGoal::kPairsSeparated:
        break;
    }
    const Table table = knockout(graph);
    const auto& lost = std::get<std::vector<std::int64_t>>(table.column("pairs_lost").data);
    return std::accumulate(lost.begin(), lost.end(), std::int64_t{0});
  }

  // The same, so that more is better.
  [[nodiscard]] std::int64_t score(std::int64_t value) const {
    return goal_ == TieGoal::kArticulationPoints || goal_ == TieGoal::kPairsSeparated ? -value : value;
  }

  [[nodiscard]] Claim definition() const {
    switch (goal_) {
      case TieGoal::kGroupPairs:
        return {"method.tie_goal.group_pairs", {{"steps", steps_}}};
      case TieGoal::kReachAny:
        return {"method.tie_goal.reach_any", {{"steps", steps_}}};
      case TieGoal::kReachEvery:
        return {"method.tie_goal.reach_every", {{"steps", steps_}}};
      case TieGoal::kArticulationPoints:
        return {"method.tie_goal.articulation_points"};
      case TieGoal::kPairsSeparated:
        break;
    }
    return {"method.tie_goal.pairs_separated"};
  }

 private:
  [[nodiscard]] std::int64_t group_pairs(const Graph& graph) const {
    std::int64_t pairs = 0;
    std::vector<bool> met(members_.size());
    for (std::size_t group = 0; group < members_.size(); ++group) {
      const std::vector<bool> reached = within(graph, members_[group], steps_);
      met.assign(members_.size(), false);
      for (std::size_t node = 0; node < reached.size(); ++node) {
        if (reached[node] && group_[node] > static_cast<std::int32_t>(group)) met[as_size(group_[node])] = true;
      }
      pairs += std::count(met.begin(), met.end(), true);
    }
    return pairs;
  }

  [[nodiscard]] std::int64_t reach_any(const Graph& graph) const {
    std::vector<bool> reached = within(graph, targets_, steps_);
    for (const std::int64_t target : targets_) reached[as_size(target)] = false;
    return std::count(reached.begin(), reached.end(), true);
  }

  [[nodiscard]] std::int64_t reach_every(const Graph& graph) const {
    std::vector<bool> all(as_size(graph.nodes()), true);
    for (const std::int64_t target : targets_) {
      const std::vector<bool> reached = within(graph, std::span(&target, 1), steps_);
      for (std::size_t node = 0; node < all.size(); ++node) all[node] = all[node] && reached[node];
    }
    for (const std::int64_t target : targets_) all[as_size(target)] = false;
    return std::count(all.begin(), all.end(), true);
  }

  TieGoal goal_;
  std::int64_t steps_ = 1;
  std::vector<std::int32_t> group_;
  std::vector<std::vector<std::int64_t>> members_;
  std::vector<std::int64_t> targets_;
};

// The pairs that may become a tie, each once, in the order of nodes.
Pairs candidates_of(const Graph& graph, const NewTiesOptions& options) {
  Pairs pairs;
  if (!options.candidates) {
    for (std::int64_t a = 0; a < graph.nodes(); ++a) {
      for (std::int64_t b = a + 1; b < graph.nodes(); ++b) {
        if (!graph.has_tie(a, b)) pairs.emplace_back(a, b);
      }
    }
    return pairs;
  }
  for (const Pair& pair : *options.candidates) {
    const auto [a, b] = std::minmax(pair.first, pair.second);
    if (a < 0 || b >= graph.nodes()) {
      throw ValueError({"HV-302",
                        argument("candidate"),
                        text_of(pair),
                        {"problem.expected.two_nodes_below", {{"nodes", graph.nodes()}}}});
    }
    if (a == b || graph.has_tie(a, b)) {
      throw ValueError({"HV-302", argument("candidate"), text_of(pair), {"problem.expected.candidate"}});
    }
    pairs.emplace_back(a, b);
  }
  std::sort(pairs.begin(), pairs.end());
  pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
  return pairs;
}

// Whether there are at most `limit` sets of 1 to `count` out of `candidates`.
bool all_can_be_tried(std::int64_t candidates, std::int64_t count, std::int64_t limit) {
  std::int64_t sets = 1, total = 0;
  for (std::int64_t size = 1; size <= count; ++size) {
    const std::int64_t factor = candidates - size + 1;
    if (factor > 0 && sets > std::numeric_limits<std::int64_t>::max() / factor) return false;
    sets = sets * factor / size;
    total += sets;
    if (total > limit) return false;
  }
  return true;
}

// The best of several sets of ties and its score.
struct Choice {
  Places places;
  std::int64_t score = 0;

  void improve(const Choice& other) {
    if (other.score > score) *this = other;
  }
};

class TieSearch {
 public:
  TieSearch(const Graph& graph, const NewTiesOptions& options)
      : base_(graph),
        goal_(graph, options),
        candidates_(candidates_of(base_.plain(), options)),
        threads_(options.threads) {}

  [[nodiscard]] const Pairs& candidates() const { return candidates_; }
  [[nodiscard]] const Goal& goal() const { return goal_; }
  [[nodiscard]] std::int64_t value(const Places& added) const { return goal_.value(base_.with(candidates_, added)); }

  [[nodiscard]] Places every_set(std::size_t count) const {
    Choice best = nothing_added();
    for (std::size_t size = 1; size <= std::min(count, candidates_.size()); ++size) {
      const std::size_t firsts = candidates_.size() - size + 1;
      best = best_of(best, firsts, [&](std::size_t first) { return starting_with(first, size, best); });
    }
    return best.places;
  }

  [[nodiscard]] Places greedy(std::size_t count) const {
    Choice best = nothing_added();
    for (std::size_t size = 1; size <= count; ++size) {
      const Choice before = best;
      best = best_of(before, candidates_.size(), [&](std::size_t place) {
        if (std::find(before.places.begin(), before.places.end(), place) != before.places.end()) return Choice(before);
        Choice longer = before;
        longer.places.push_back(place);
        longer.score = goal_.score(value(longer.places));
        return longer;
      });
      if (best.places.size() < size) break;
    }
    return best.places;
  }

 private:
  [[nodiscard]] Choice nothing_added() const { return {{}, goal_.score(value({}))}; }

  // The best set of `size` places of which `first` is the smallest, or `best` when none is better.
  [[nodiscard]] Choice starting_with(std::size_t first, std::size_t size, Choice best) const {
    Choice tried{Places(size), 0};
    std::iota(tried.places.begin(), tried.places.end(), first);
    while (true) {
      stop_point();
      tried.score = goal_.score(value(tried.places));
      best.improve(tried);
      std::size_t at = size;  // the next set in order: move the last place that can move
      while (at > 1 && tried.places[at - 1] == candidates_.size() - size + at - 1) --at;
      if (at <= 1) return best;
      ++tried.places[at - 1];
      for (; at < size; ++at) tried.places[at] = tried.places[at - 1] + 1;
    }
  }

  // The first of the best choices, in the order of `chunk`.
  template <class Work>
  [[nodiscard]] Choice best_of(Choice best, std::size_t chunks, Work work) const {
    std::vector<Choice> found(chunks);
    parallel_for(static_cast<std::int64_t>(chunks), threads_,
                 [&](std::int64_t chunk) { found[as_size(chunk)] = work(as_size(chunk)); });
    for (const Choice& each : found) best.improve(each);
    return best;
  }

  Extendable base_;
  Goal goal_;
  Pairs candidates_;
  int threads_;
};

struct NewTie {
  std::int64_t number = 0, source = 0, target = 0, before = 0, after = 0;
};

Fields<NewTie> new_tie_fields() {
  return {{"tie", {"column.tie_order"}, &NewTie::number},
          {"source", {"column.tie_source"}, &NewTie::source},
          {"target", {"column.tie_target"}, &NewTie::target},
          {"before", {"column.goal_value_before"}, &NewTie::before},
          {"after", {"column.goal_value_after"}, &NewTie::after}};
}

}  // namespace

NewTies best_new_ties(const Graph& graph, std::int64_t count, const NewTiesOptions& options) {
  detail::check_at_least({"problem.subject.number_of_ties"}, count, 1);
  detail::check_at_least(argument("combinations"), options.combinations, 0);
  const TieSearch search(graph, options);
  NewTies result;
  result.candidates = static_cast<std::int64_t>(search.candidates().size());
  count = std::min(count, result.candidates);
  result.exact = all_can_be_tried(result.candidates, count, options.combinations);
  const Places chosen = result.exact ? search.every_set(as_size(count)) : search.greedy(as_size(count));
  result.method = {"method.new_ties",
                   {{"search", result.exact ? "exact" : "greedy"},
                    {"count", count},
                    {"ended", static_cast<std::int64_t>(chosen.size()) < count ? "yes" : "no"},
                    {"goal", search.goal().definition()}}};

  std::vector<NewTie> rows;
  result.before = result.after = search.value({});
  Places added;
  for (const std::size_t place : chosen) {
    added.push_back(place);
    NewTie& row = rows.emplace_back(NewTie{.number = std::ssize(added), .before = result.after});
    std::tie(row.source, row.target) = search.candidates()[place];
    row.after = result.after = search.value(added);
  }
  Provenance provenance = provenance_of(result.method, {"source.own"});
  provenance.options = {{"candidates", std::to_string(result.candidates)}, {"exact", result.exact ? "true" : "false"}};
  result.table = Table({"title.new_ties"}, columns_of(rows, new_tie_fields()), std::move(provenance));
  return result;
}

}  // namespace houvast::inline v0_1::graph
