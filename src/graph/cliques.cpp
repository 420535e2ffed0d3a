#include <algorithm>
#include <iterator>
#include <string>

#include "base/index.hpp"
#include "graph/detail_cores.hpp"
#include "graph/estimates.hpp"
#include "houvast/base/error.hpp"
#include "houvast/base/stop.hpp"
#include "houvast/graph/cohesion.hpp"

namespace houvast::inline v0_1::graph {
using houvast::detail::at;
namespace {

using Set = std::vector<std::int32_t>;  // sorted

Set common(const Set& set, std::span<const std::int32_t> neighbours) {
  Set result;
  std::set_intersection(set.begin(), set.end(), neighbours.begin(), neighbours.end(), std::back_inserter(result));
  return result;
}

// One level of the search: what can still be added, what was tried before, and what to try now.
struct Level {
  Set candidates;
  Set tried;
  Set branches;
  std::size_t next = 0;
};

// Candidates that are not neighbours of the pivot, which is the node with most candidates among its neighbours.
Set branches_of(const Graph& graph, const Set& candidates, const Set& tried) {
  std::int32_t pivot = -1;
  std::size_t most = 0;
  for (const Set* nodes : {&candidates, &tried}) {
    for (const std::int32_t node : *nodes) {
      const std::size_t count = common(candidates, graph.neighbours(node)).size();
      if (pivot >= 0 && count <= most) continue;
      pivot = node;
      most = count;
    }
  }
  Set result;
  const auto row = graph.neighbours(pivot);
  std::set_difference(candidates.begin(), candidates.end(), row.begin(), row.end(), std::back_inserter(result));
  return result;
}

class CliqueSearch {
 public:
  CliqueSearch(const Graph& graph, CliqueOptions options) : graph_(graph), options_(options) {}

  // All maximal cliques that hold `first` and, besides, only candidates.
  void run(std::int32_t first, Set candidates, Set tried) {
    clique_ = {first};
    descend(std::move(candidates), std::move(tried));
    while (!levels_.empty()) {
      stop_point();
      Level& level = levels_.back();
      if (level.next == level.branches.size()) {
        levels_.pop_back();
        clique_.pop_back();
        continue;
      }
      const std::int32_t node = level.branches[level.next++];
      Set deeper_candidates = common(level.candidates, graph_.neighbours(node));
      Set deeper_tried = common(level.tried, graph_.neighbours(node));
      level.candidates.erase(std::lower_bound(level.candidates.begin(), level.candidates.end(), node));
      level.tried.insert(std::lower_bound(level.tried.begin(), level.tried.end(), node), node);
      clique_.push_back(node);
      descend(std::move(deeper_candidates), std::move(deeper_tried));
    }
  }

  std::vector<std::vector<std::int64_t>> take() && {
    std::sort(found_.begin(), found_.end());
    return std::move(found_);
  }

 private:
  void descend(Set candidates, Set tried) {
    if (!candidates.empty()) {
      Set branches = branches_of(graph_, candidates, tried);
      levels_.push_back({std::move(candidates), std::move(tried), std::move(branches)});
      return;
    }
    if (tried.empty()) report();
    clique_.pop_back();
  }

  void report() {
    if (static_cast<std::int64_t>(clique_.size()) < options_.min_size) return;
    if (static_cast<std::int64_t>(found_.size()) == options_.limit) {
      throw ValueError({"HV-302",
                        {"problem.subject.maximal_cliques"},
                        Claim{"problem.value.more_than", {{"n", options_.limit}}},
                        {"problem.expected.fewer_cliques"}});
    }
    std::vector<std::int64_t> members(clique_.begin(), clique_.end());
    std::sort(members.begin(), members.end());
    found_.push_back(std::move(members));
  }

  const Graph& graph_;
  CliqueOptions options_;
  Set clique_;
  std::vector<Level> levels_;
  std::vector<std::vector<std::int64_t>> found_;
};

}  // namespace

std::vector<std::vector<std::int64_t>> maximal_cliques(const Graph& graph, CliqueOptions options) {
  if (graph.directed()) {
    throw ValueError({"HV-303", {"problem.subject.graph"}, "directed", {"problem.expected.undirected_graph"}});
  }
  detail::check_at_least(argument("min_size"), options.min_size, 1);
  detail::check_at_least(argument("limit"), options.limit, 1);
  const detail::Peeling peeling = detail::peel(graph, CoreTies::kSymmetrized);
  std::vector<std::size_t> place(peeling.order.size());
  for (std::size_t i = 0; i < place.size(); ++i) at(place, peeling.order[i]) = i;
  CliqueSearch search(graph, options);
  for (std::size_t i = 0; i < place.size(); ++i) {
    Set later, earlier;
    for (const std::int32_t other : graph.neighbours(peeling.order[i])) {
      (at(place, other) > i ? later : earlier).push_back(other);
    }
    search.run(peeling.order[i], std::move(later), std::move(earlier));
  }
  return std::move(search).take();
}

}  // namespace houvast::inline v0_1::graph
