#include "houvast/graph/robustness.hpp"

#include <algorithm>
#include <limits>
#include <optional>
#include <string>

#include "base/index.hpp"
#include "graph/detail_lowlink.hpp"
#include "graph/estimates.hpp"
#include "graph/partition.hpp"
#include "houvast/base/stop.hpp"
#include "houvast/graph/components.hpp"

namespace houvast::inline v0_1::graph {
using houvast::detail::as_size;
using houvast::detail::at;
namespace {

std::int64_t pairs(std::int64_t nodes) {
  return nodes * (nodes - 1) / 2;
}

std::vector<std::int64_t> counting(std::size_t count) {
  std::vector<std::int64_t> result(count);
  for (std::size_t i = 0; i < count; ++i) result[i] = static_cast<std::int64_t>(i);
  return result;
}

// The parts that a component falls into when something leaves it.
struct Parts {
  std::int64_t count = 0;
  std::int64_t nodes = 0;
  std::int64_t largest = 0;
  std::int64_t connected_pairs = 0;

  void add(std::int64_t size) {
    if (size == 0) return;
    ++count;
    nodes += size;
    largest = std::max(largest, size);
    connected_pairs += pairs(size);
  }
};

// What is known of one departure.
struct Effects {
  std::vector<std::int64_t> components, largest, cut_off, pairs_lost;

  explicit Effects(std::size_t count) : components(count), largest(count), cut_off(count), pairs_lost(count) {}

  void append_to(std::vector<Column>& columns) && {
    columns.push_back({"components", std::move(components), {}, {"column.components_left"}});
    columns.push_back({"largest", std::move(largest), {}, {"column.largest_left"}});
    columns.push_back({"cut_off", std::move(cut_off), {}, {"column.cut_off_left"}});
    columns.push_back({"pairs_lost", std::move(pairs_lost), {}, {"column.pairs_lost"}});
  }
};

void check_node(const Claim& subject, std::int64_t node, const Graph& graph) {
  if (node >= 0 && node < graph.nodes()) return;
  throw ValueError(
      {"HV-302", subject, std::to_string(node), {"problem.expected.node_below", {{"nodes", graph.nodes()}}}});
}

// Largest size when one component is left out.
std::int64_t largest_but(const std::vector<std::int64_t>& sizes, std::int64_t first, std::int64_t second,
                         std::int64_t left_out) {
  if (first != left_out) return first < 0 ? 0 : at(sizes, first);
  return second < 0 ? 0 : at(sizes, second);
}

class UnionFind {
 public:
  explicit UnionFind(std::int64_t nodes) : parent_(as_size(nodes), -1) {}

  // Number of nodes of the set of `node`, which is its root.
  [[nodiscard]] std::int64_t size_of_root(std::int32_t root) const { return -at(parent_, root); }

  [[nodiscard]] std::int32_t root_of(std::int32_t node) {
    while (at(parent_, node) >= 0) {
      std::int32_t& up = at(parent_, node);
      if (at(parent_, up) >= 0) up = at(parent_, up);
      node = up;
    }
    return node;
  }

  // Puts two different roots together.
  void join(std::int32_t a, std::int32_t b) {
    if (size_of_root(a) < size_of_root(b)) std::swap(a, b);
    at(parent_, a) += at(parent_, b);
    at(parent_, b) = a;
  }

 private:
  std::vector<std::int32_t> parent_;  // negative: a root, and minus the size of its set
};

}  // namespace

Table knockout(const Graph& graph) {
  const detail::LowLink search = detail::low_link(graph.symmetrized());
  const std::size_t nodes = search.node.size();
  std::vector<std::int64_t> size(nodes, 1);  // of subtrees, by position
  for (std::size_t i = nodes; i-- > 0;) {
    if (search.parent[i] >= 0) at(size, search.parent[i]) += size[i];
  }
  std::vector<Parts> parts(nodes);
  std::vector<std::int64_t> root(nodes);  // position of the root of each position's tree
  std::int64_t components = 0, first = -1, second = -1;
  for (std::size_t i = 0; i < nodes; ++i) {
    if (search.parent[i] < 0) {
      root[i] = static_cast<std::int64_t>(i);
      ++components;
      if (first < 0 || size[i] > at(size, first)) {
        second = first;
        first = root[i];
      } else if (second < 0 || size[i] > at(size, second)) {
        second = root[i];
      }
      continue;
    }
    const auto parent = as_size(search.parent[i]);
    root[i] = root[parent];
    if (search.parent[parent] < 0 || search.falls_off(i)) parts[parent].add(size[i]);
  }

  Effects effects(nodes);
  for (std::size_t i = 0; i < nodes; ++i) {
    const std::int64_t left = at(size, root[i]) - 1;
    parts[i].add(left - parts[i].nodes);  // what hangs on to the parent
    const auto node = as_size(search.node[i]);
    effects.components[node] = components - 1 + parts[i].count;
    effects.largest[node] = std::max(parts[i].largest, largest_but(size, first, second, root[i]));
    effects.cut_off[node] = left - parts[i].largest;
    effects.pairs_lost[node] = pairs(left) - parts[i].connected_pairs;
  }
  std::vector<Column> columns{{"node", counting(nodes), {}, {"column.node_leaving"}}};
  std::move(effects).append_to(columns);
  return Table({"title.departures"}, std::move(columns), provenance_of({"method.departures"}, {"source.departures"}));
}

Table knockout(const Graph& graph, std::span<const std::vector<std::int64_t>> sets) {
  const Graph undirected = graph.symmetrized();
  const Components before = components(undirected);
  Effects effects(sets.size());
  std::vector<std::int64_t> removed(sets.size(), 0);
  std::vector<std::size_t> gone_or_seen(as_size(graph.nodes()), 0);  // set number + 1
  std::vector<std::int32_t> queue;
  for (std::size_t i = 0; i < sets.size(); ++i) {
    stop_point();
    for (const std::int64_t node : sets[i]) {
      check_node({"problem.subject.node_of_set"}, node, graph);
      std::size_t& mark = at(gone_or_seen, node);
      if (mark != i + 1) ++removed[i];
      mark = i + 1;
    }
    std::vector<Parts> parts(before.sizes.size());
    for (std::int32_t start = 0; start < graph.nodes(); ++start) {
      if (at(gone_or_seen, start) == i + 1) continue;
      at(gone_or_seen, start) = i + 1;
      queue.assign(1, start);
      for (std::size_t next = 0; next < queue.size(); ++next) {
        for (const std::int32_t other : undirected.neighbours(queue[next])) {
          if (at(gone_or_seen, other) == i + 1) continue;
          at(gone_or_seen, other) = i + 1;
          queue.push_back(other);
        }
      }
      at(parts, at(before.labels, start)).add(static_cast<std::int64_t>(queue.size()));
    }
    for (const Parts& part : parts) {
      effects.components[i] += part.count;
      effects.largest[i] = std::max(effects.largest[i], part.largest);
      effects.cut_off[i] += part.nodes - part.largest;
      effects.pairs_lost[i] += pairs(part.nodes) - part.connected_pairs;
    }
  }
  std::vector<Column> columns{{"set", counting(sets.size()), {}, {"column.set_leaving"}},
                              {"removed", std::move(removed), {}, {"column.nodes_in_set"}}};
  std::move(effects).append_to(columns);
  return Table({"title.departures_of_sets"}, std::move(columns),
               provenance_of({"method.departures_of_sets"}, {"source.own"}));
}

Table knockout_groups(const Graph& graph, std::span<const std::int32_t> groups, std::span<const std::string> labels) {
  const detail::Partition partition = detail::partition_of(groups, graph.nodes(), labels, detail::Groupless::kAllowed);
  std::vector<std::vector<std::int64_t>> sets(partition.size.size());
  for (std::size_t node = 0; node < partition.group.size(); ++node) {
    const std::int32_t group = partition.group[node];
    if (group >= 0) at(sets, group).push_back(static_cast<std::int64_t>(node));
  }
  const Table by_set = knockout(graph, sets);
  std::vector<Column> columns = by_set.columns();
  columns.front() = {"group", partition.label, {}, {"column.group_leaving"}};
  return Table({"title.departures_of_groups"}, std::move(columns), by_set.provenance());
}

std::vector<std::int64_t> cut_off(const Graph& graph, std::span<const std::int64_t> leaving) {
  std::vector<bool> gone(as_size(graph.nodes()), false);
  for (const std::int64_t node : leaving) {
    check_node({"problem.subject.leaving_node"}, node, graph);
    at(gone, node) = true;
  }
  const Graph undirected = graph.symmetrized();
  const Components before = components(undirected);
  std::vector<std::int64_t> part(gone.size(), -1), size, largest(before.sizes.size(), -1);
  std::vector<std::int32_t> queue;
  for (std::int32_t start = 0; start < graph.nodes(); ++start) {
    if (at(gone, start) || at(part, start) >= 0) continue;
    const auto label = static_cast<std::int64_t>(size.size());
    at(part, start) = label;
    queue.assign(1, start);
    for (std::size_t next = 0; next < queue.size(); ++next) {
      for (const std::int32_t other : undirected.neighbours(queue[next])) {
        if (at(gone, other) || at(part, other) >= 0) continue;
        at(part, other) = label;
        queue.push_back(other);
      }
    }
    size.push_back(static_cast<std::int64_t>(queue.size()));
    std::int64_t& best = at(largest, at(before.labels, start));
    if (best < 0 || size.back() > at(size, best)) best = label;
  }
  std::vector<std::int64_t> result;
  for (std::size_t node = 0; node < part.size(); ++node) {
    if (part[node] < 0 || part[node] == at(largest, before.labels[node])) continue;
    result.push_back(static_cast<std::int64_t>(node));
  }
  return result;
}

Table knockout_curve(const Graph& graph, std::span<const std::int64_t> order) {
  const Graph undirected = graph.symmetrized();
  std::vector<bool> there(as_size(graph.nodes()), true);
  for (const std::int64_t node : order) {
    check_node({"problem.subject.node_of_order"}, node, graph);
    if (!at(there, node)) {
      throw ValueError(
          {"HV-304", {"problem.subject.node_of_order"}, std::to_string(node), {"problem.expected.node_at_most_once"}});
    }
    at(there, node) = false;
  }

  UnionFind sets(graph.nodes());
  std::int64_t components = 0, largest = 0, connected = 0;
  const auto tie_in = [&](std::int32_t node) {
    ++components;
    largest = std::max<std::int64_t>(largest, 1);
    for (const std::int32_t other : undirected.neighbours(node)) {
      if (!at(there, other)) continue;
      const std::int32_t a = sets.root_of(node), b = sets.root_of(other);
      if (a == b) continue;
      const std::int64_t sizes[2] = {sets.size_of_root(a), sets.size_of_root(b)};
      sets.join(a, b);
      --components;
      largest = std::max(largest, sizes[0] + sizes[1]);
      connected += sizes[0] * sizes[1];
    }
  };
  for (std::int32_t node = 0; node < graph.nodes(); ++node) {
    if (at(there, node)) tie_in(node);
  }

  const std::size_t rows = order.size() + 1;
  std::vector<std::int64_t> component_column(rows), largest_column(rows), pair_column(rows);
  for (std::size_t row = rows; row-- > 0;) {
    component_column[row] = components;
    largest_column[row] = largest;
    pair_column[row] = connected;
    if (row == 0) break;
    at(there, order[row - 1]) = true;
    tie_in(static_cast<std::int32_t>(order[row - 1]));
  }
  ColumnBuilder<std::int64_t> who("node", {"column.last_node_leaving"});
  who.push_missing();
  for (const std::int64_t node : order) who.push(node);
  return Table({"title.departures_in_order"},
               {{"removed", counting(rows), {}, {"column.nodes_left"}},
                std::move(who).build(),
                {"components", std::move(component_column), {}, {"column.components_left"}},
                {"largest", std::move(largest_column), {}, {"column.largest_left"}},
                {"pairs_connected", std::move(pair_column), {}, {"column.pairs_connected"}}},
               provenance_of({"method.departures_in_order"}, {"source.departures_in_order"}));
}

}  // namespace houvast::inline v0_1::graph
