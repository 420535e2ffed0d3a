#include "houvast/graph/graph.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <mutex>
#include <string>
#include <utility>

#include "base/index.hpp"
#include "houvast/base/error.hpp"

namespace houvast::inline v0_1 {
using houvast::detail::as_size;
using houvast::detail::at;
namespace {

constexpr std::int64_t kMaxNodes = std::numeric_limits<std::int32_t>::max();
constexpr std::int64_t kMaxStored = std::numeric_limits<std::uint32_t>::max();

void check_lengths(std::int64_t nodes, std::size_t sources, std::size_t targets, std::size_t weights) {
  if (nodes < 0 || nodes > kMaxNodes) {
    throw ValueError({"HV-302",
                      argument("nodes"),
                      std::to_string(nodes),
                      {"problem.expected.between", {{"low", 0}, {"high", kMaxNodes}}}});
  }
  if (sources != targets) {
    throw ValueError({"HV-301",
                      argument("targets"),
                      Claim{"problem.value.targets", {{"n", targets}}},
                      {"problem.expected.target_per_source", {{"n", sources}}}});
  }
  if (weights != 0 && weights != sources) {
    throw ValueError({"HV-301",
                      argument("weights"),
                      Claim{"problem.value.weights", {{"n", weights}}},
                      {"problem.expected.weight_per_tie_or_none", {{"n", sources}}}});
  }
}

void check_id(const char* subject, std::int64_t id, std::int64_t nodes, std::optional<std::int64_t> tie = {}) {
  if (id >= 0 && id < nodes) return;
  const Claim any{"problem.expected.node_up_to", {{"last", nodes - 1}}}, none{"problem.expected.no_node"};
  const Found found = tie ? Found(Claim{"problem.value.at_tie", {{"value", id}, {"tie", *tie}}}) : std::to_string(id);
  throw ValueError({"HV-302", argument(subject), found, nodes == 0 ? none : any});
}

void check_values(std::int64_t nodes, std::span<const std::int64_t> sources, std::span<const std::int64_t> targets,
                  std::span<const double> weights, bool directed) {
  const std::int64_t most = kMaxStored / (directed ? 1 : 2);
  if (static_cast<std::int64_t>(sources.size()) > most) {
    throw ValueError(
        {"HV-302", argument("ties"), std::to_string(sources.size()), {"problem.expected.at_most", {{"most", most}}}});
  }
  for (std::size_t i = 0; i < sources.size(); ++i) {
    check_id("source", sources[i], nodes, static_cast<std::int64_t>(i));
    check_id("target", targets[i], nodes, static_cast<std::int64_t>(i));
  }
  for (std::size_t i = 0; i < weights.size(); ++i) {
    if (std::isfinite(weights[i])) continue;
    throw ValueError({"HV-302",
                      {"problem.subject.weight"},
                      Claim{"problem.value.not_finite_at_tie", {{"tie", i}}},
                      {"problem.expected.finite_number"}});
  }
}

// The ties as the caller gave them, checked.
struct Given {
  std::span<const std::int64_t> sources;
  std::span<const std::int64_t> targets;
  std::span<const double> weights;
  bool directed;
  Duplicates duplicates;

  // Summing counts ties when there is nothing else to sum.
  [[nodiscard]] bool weighted() const { return !weights.empty() || duplicates == Duplicates::kSum; }
  [[nodiscard]] double weight(std::size_t tie) const { return weights.empty() ? 1.0 : weights[tie]; }

  // Calls visit(source, target, tie) for every arc to store: an undirected tie in both directions, loops left out.
  template <class Visit>
  void for_each_arc(Visit visit) const {
    for (std::size_t i = 0; i < sources.size(); ++i) {
      const auto source = as_size(sources[i]), target = as_size(targets[i]);
      if (source == target) continue;
      visit(source, target, i);
      if (!directed) visit(target, source, i);
    }
  }
};

// The first two places where the tie occurs: found only once it is known to occur twice.
[[noreturn]] void refuse_duplicate(const Given& given, std::int64_t source, std::int64_t target) {
  std::vector<std::size_t> places;
  for (std::size_t i = 0; i < given.sources.size() && places.size() < 2; ++i) {
    const bool same = given.sources[i] == source && given.targets[i] == target;
    const bool turned = !given.directed && given.sources[i] == target && given.targets[i] == source;
    if (same || turned) places.push_back(i);
  }
  const std::string tie = std::to_string(source) + (given.directed ? " -> " : " - ") + std::to_string(target);
  throw ValueError({"HV-304",
                    {"problem.subject.tie"},
                    Claim{"problem.value.tie_twice", {{"tie", tie}, {"first", places[0]}, {"second", places[1]}}},
                    {"problem.expected.tie_once"}});
}

std::vector<std::int32_t> loops_of(const Given& given) {
  std::vector<std::int32_t> loops;
  for (std::size_t i = 0; i < given.sources.size(); ++i) {
    if (given.sources[i] == given.targets[i]) loops.push_back(static_cast<std::int32_t>(given.sources[i]));
  }
  std::sort(loops.begin(), loops.end());
  const auto twice = std::adjacent_find(loops.begin(), loops.end());
  if (twice != loops.end() && given.duplicates == Duplicates::kError) refuse_duplicate(given, *twice, *twice);
  loops.erase(std::unique(loops.begin(), loops.end()), loops.end());
  return loops;
}

// Turns counts in places [1, size) into row starts.
void accumulate(std::vector<std::uint32_t>& offsets) {
  for (std::size_t i = 1; i < offsets.size(); ++i) offsets[i] += offsets[i - 1];
}

// Two counting passes: bucket by target in the order given, then deal the buckets out, so every row fills up sorted.
template <class Rows>
void sort_into_rows(const Given& given, std::size_t nodes, Rows& rows) {
  const bool weighted = given.weighted();
  std::vector<std::uint32_t> by_target(nodes + 1, 0);
  rows.offsets.assign(nodes + 1, 0);
  given.for_each_arc([&](std::size_t source, std::size_t target, std::size_t) {
    ++by_target[target + 1];
    ++rows.offsets[source + 1];
  });
  accumulate(by_target);
  accumulate(rows.offsets);

  const std::size_t stored = rows.offsets.back();
  std::vector<std::int32_t> bucket(stored);
  std::vector<double> bucket_weights(weighted ? stored : 0);
  std::vector<std::uint32_t> next(by_target.begin(), by_target.end() - 1);
  given.for_each_arc([&](std::size_t source, std::size_t target, std::size_t tie) {
    const std::uint32_t place = next[target]++;
    bucket[place] = static_cast<std::int32_t>(source);
    if (weighted) bucket_weights[place] = given.weight(tie);
  });

  rows.neighbours.resize(stored);
  rows.weights.resize(weighted ? stored : 0);
  next.assign(rows.offsets.begin(), rows.offsets.end() - 1);
  for (std::size_t target = 0; target < nodes; ++target) {
    for (std::uint32_t i = by_target[target]; i < by_target[target + 1]; ++i) {
      const std::uint32_t place = next[as_size(bucket[i])]++;
      rows.neighbours[place] = static_cast<std::int32_t>(target);
      if (weighted) rows.weights[place] = bucket_weights[i];
    }
  }
}

// Equal neighbours stand side by side in a sorted row.
template <class Rows>
void join_duplicates(const Given& given, Rows& rows) {
  const bool weighted = given.weighted();
  std::uint32_t kept = 0;
  for (std::size_t row = 0; row + 1 < rows.offsets.size(); ++row) {
    const std::uint32_t start = kept;
    for (std::uint32_t i = rows.offsets[row]; i < rows.offsets[row + 1]; ++i) {
      if (kept > start && rows.neighbours[kept - 1] == rows.neighbours[i]) {
        if (given.duplicates == Duplicates::kError) {
          refuse_duplicate(given, static_cast<std::int64_t>(row), rows.neighbours[i]);
        }
        if (weighted) {
          double& weight = rows.weights[kept - 1];
          weight = given.duplicates == Duplicates::kSum ? weight + rows.weights[i] : std::max(weight, rows.weights[i]);
        }
        continue;
      }
      rows.neighbours[kept] = rows.neighbours[i];
      if (weighted) rows.weights[kept] = rows.weights[i];
      ++kept;
    }
    rows.offsets[row] = start;
  }
  rows.offsets.back() = kept;
  rows.neighbours.resize(kept);
  rows.weights.resize(weighted ? kept : 0);
}

}  // namespace

struct Graph::Cache {
  std::once_flag once;
  Graph transposed;
};

Graph::Graph(std::int64_t nodes, std::span<const std::int64_t> sources, std::span<const std::int64_t> targets,
             std::span<const double> weights, GraphOptions options)
    : directed_(options.directed) {
  check_lengths(nodes, sources.size(), targets.size(), weights.size());
  check_values(nodes, sources, targets, weights, directed_);
  const Given given{sources, targets, weights, directed_, options.duplicates};
  loop_nodes_ = loops_of(given);
  Rows rows;
  sort_into_rows(given, as_size(nodes), rows);
  join_duplicates(given, rows);
  adopt(std::move(rows), given.weighted());
}

Graph::Graph(Rows rows, std::vector<std::int32_t> loop_nodes, bool directed, bool weighted)
    : directed_(directed), loop_nodes_(std::move(loop_nodes)) {
  adopt(std::move(rows), weighted);
}

void Graph::adopt(Rows rows, bool weighted) {
  nodes_ = static_cast<std::int64_t>(rows.offsets.size()) - 1;
  ties_ = static_cast<std::int64_t>(rows.neighbours.size()) / (directed_ ? 1 : 2);
  offsets_ = std::make_shared<const std::vector<std::uint32_t>>(std::move(rows.offsets));
  neighbours_ = std::make_shared<const std::vector<std::int32_t>>(std::move(rows.neighbours));
  if (weighted) weights_ = std::make_shared<const std::vector<double>>(std::move(rows.weights));
  cache_ = std::make_shared<Cache>();
}

std::optional<std::size_t> Graph::find(std::int64_t source, std::int64_t target) const {
  check_id("source", source, nodes_);
  check_id("target", target, nodes_);
  const auto row = neighbours(source);
  const auto place = std::lower_bound(row.begin(), row.end(), static_cast<std::int32_t>(target));
  if (place == row.end() || *place != target) return std::nullopt;
  return offsets()[as_size(source)] + as_size(place - row.begin());
}

bool Graph::has_tie(std::int64_t source, std::int64_t target) const {
  return find(source, target).has_value();
}

std::optional<double> Graph::weight(std::int64_t source, std::int64_t target) const {
  const auto place = find(source, target);
  if (!place) return std::nullopt;
  return weights_ ? (*weights_)[*place] : 1.0;
}

TieList Graph::edges() const {
  TieList list;
  const auto count = as_size(ties_);
  list.sources.reserve(count);
  list.targets.reserve(count);
  list.weights.reserve(count);
  for (std::int64_t source = 0; source < nodes_; ++source) {
    const std::size_t start = offsets()[as_size(source)];
    const auto row = neighbours(source);
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (!directed_ && row[i] < source) continue;
      list.sources.push_back(source);
      list.targets.push_back(row[i]);
      list.weights.push_back(weights_ ? (*weights_)[start + i] : 1.0);
    }
  }
  return list;
}

Graph Graph::transpose() const {
  if (!directed_ || !cache_) return *this;
  std::call_once(cache_->once, [this] {
    Rows rows{std::vector<std::uint32_t>(as_size(nodes_) + 1, 0), {}, {}};
    for (const std::int32_t target : neighbours()) ++rows.offsets[as_size(target) + 1];
    accumulate(rows.offsets);
    rows.neighbours.resize(neighbours().size());
    rows.weights.resize(weights().size());
    std::vector<std::uint32_t> next(rows.offsets.begin(), rows.offsets.end() - 1);
    for (std::int64_t source = 0; source < nodes_; ++source) {
      std::size_t i = offsets()[as_size(source)];
      for (const std::int32_t target : neighbours(source)) {
        const std::uint32_t place = next[as_size(target)]++;
        rows.neighbours[place] = static_cast<std::int32_t>(source);
        if (weights_) rows.weights[place] = (*weights_)[i];
        ++i;
      }
    }
    cache_->transposed = Graph(std::move(rows), loop_nodes_, true, weighted());
  });
  return cache_->transposed;
}

// The ties of one node; without weights when the graph has none.
struct Graph::Row {
  std::span<const std::int32_t> neighbours;
  std::span<const double> weights;

  // The neighbour in a place, past the end a node after all others.
  [[nodiscard]] std::int32_t at(std::size_t i) const {
    return i < neighbours.size() ? neighbours[i] : std::numeric_limits<std::int32_t>::max();
  }
};

Graph::Row Graph::row(std::int64_t node) const {
  const auto to = neighbours(node);
  if (!weighted()) return {to, {}};
  return {to, weights().subspan(offsets()[as_size(node)], to.size())};
}

// Appends the neighbours of either row, or of both where only mutual ties count.
void Graph::append_union(Rows& rows, const Row& out, const Row& in, bool mutual) {
  std::size_t i = 0, j = 0;
  while (i < out.neighbours.size() || j < in.neighbours.size()) {
    const std::int32_t other = std::min(out.at(i), in.at(j));
    const bool goes = out.at(i) == other, comes = in.at(j) == other;
    if (goes && comes) {
      rows.neighbours.push_back(other);
      if (!out.weights.empty()) rows.weights.push_back(std::max(out.weights[i], in.weights[j]));
    } else if (!mutual) {
      rows.neighbours.push_back(other);
      const Row& only = goes ? out : in;
      if (!only.weights.empty()) rows.weights.push_back(only.weights[goes ? i : j]);
    }
    i += goes ? 1 : 0;
    j += comes ? 1 : 0;
  }
}

Graph Graph::symmetrized(bool mutual) const {
  if (!directed_) return *this;
  const Graph turned = transpose();
  Rows rows{{0}, {}, {}};
  rows.offsets.reserve(as_size(nodes_) + 1);
  for (std::int64_t node = 0; node < nodes_; ++node) {
    append_union(rows, row(node), turned.row(node), mutual);
    rows.offsets.push_back(static_cast<std::uint32_t>(rows.neighbours.size()));
  }
  return Graph(std::move(rows), loop_nodes_, false, weighted());
}

Graph Graph::without(std::span<const bool> removed) const {
  if (static_cast<std::int64_t>(removed.size()) != nodes_) {
    throw ValueError({"HV-301",
                      argument("removed"),
                      Claim{"problem.value.flags", {{"n", removed.size()}}},
                      {"problem.expected.flags_of_nodes", {{"n", nodes_}}}});
  }
  std::vector<std::int32_t> new_id(removed.size(), -1);
  std::int32_t count = 0;
  for (std::size_t node = 0; node < removed.size(); ++node) {
    if (!removed[node]) new_id[node] = count++;
  }
  Rows rows{{0}, {}, {}};
  rows.offsets.reserve(as_size(count) + 1);
  for (std::int64_t node = 0; node < nodes_; ++node) {
    if (removed[as_size(node)]) continue;
    std::size_t i = offsets()[as_size(node)];
    for (const std::int32_t other : neighbours(node)) {
      if (const std::int32_t id = new_id[as_size(other)]; id >= 0) {
        rows.neighbours.push_back(id);
        if (weights_) rows.weights.push_back((*weights_)[i]);
      }
      ++i;
    }
    rows.offsets.push_back(static_cast<std::uint32_t>(rows.neighbours.size()));
  }
  std::vector<std::int32_t> loops;
  for (const std::int32_t node : loop_nodes_) {
    if (const std::int32_t id = new_id[as_size(node)]; id >= 0) loops.push_back(id);
  }
  return Graph(std::move(rows), std::move(loops), directed_, weighted());
}

}  // namespace houvast::inline v0_1
