#include "graph/leiden.hpp"

#include <algorithm>
#include <deque>
#include <numeric>
#include <span>
#include <utility>

#include "base/index.hpp"
#include "houvast/base/stop.hpp"

namespace houvast::inline v0_1::graph::detail {
using houvast::detail::as_size;
using houvast::detail::at;
namespace {

using Labels = std::vector<std::int32_t>;

constexpr double kSmallest = 1e-12;  // gain that counts, as a share of all ties

Labels shuffled(std::int32_t count, Random& random) {
  Labels order(as_size(count));
  std::iota(order.begin(), order.end(), 0);
  random.shuffle(std::span(order));
  return order;
}

// What communities send and receive.
struct Flows {
  std::vector<double> sent, received;

  explicit Flows(std::size_t count) : sent(count), received(count) {}

  void add(std::int32_t community, const FlowNetwork& network, std::int32_t node, double sign = 1) {
    at(sent, community) += sign * at(network.sent, node);
    at(received, community) += sign * at(network.received, node);
  }
};

// Strength of one node's ties to communities, with the communities it has ties to.
class TiesTo {
 public:
  explicit TiesTo(std::size_t count) : strength_(count, -1) {}

  void clear() {
    for (const std::int32_t community : found_) at(strength_, community) = -1;
    found_.clear();
  }
  void add(std::int32_t community, double strength) {
    if (at(strength_, community) < 0) {
      at(strength_, community) = 0;
      found_.push_back(community);
    }
    at(strength_, community) += strength;
  }
  [[nodiscard]] double strength(std::int32_t community) const { return std::max(0.0, at(strength_, community)); }
  [[nodiscard]] const Labels& found() const { return found_; }

 private:
  std::vector<double> strength_;
  Labels found_;
};

class Search {
 public:
  Search(const FlowNetwork& network, double resolution, Random& random)
      : network_(network), pull_(network.total > 0 ? resolution / network.total : 0), random_(random) {}

  // Moves nodes to the community where they add most, until none can add anything; returns whether any moved.
  bool move_nodes(Labels& labels) {
    const std::int32_t n = network_.nodes();
    Flows flows(as_size(n));
    std::vector<std::int32_t> size(as_size(n));
    for (std::int32_t node = 0; node < n; ++node) {
      flows.add(at(labels, node), network_, node);
      ++at(size, at(labels, node));
    }
    Labels empty;
    for (std::int32_t community = n; community-- > 0;) {
      if (at(size, community) == 0) empty.push_back(community);
    }
    const Labels order = shuffled(n, random_);
    std::deque<std::int32_t> queue(order.begin(), order.end());
    std::vector<bool> waits(as_size(n), true);
    TiesTo ties(as_size(n));
    bool moved = false;
    StopPoints looked(256);
    while (!queue.empty()) {
      looked();
      const std::int32_t node = queue.front();
      queue.pop_front();
      at(waits, node) = false;
      const std::int32_t old = at(labels, node);
      flows.add(old, network_, node, -1);
      if (--at(size, old) == 0) empty.push_back(old);
      collect(node, labels, ties);
      const std::int32_t best = best_for(node, old, at(size, old) == 0 ? old : empty.back(), flows, ties);
      flows.add(best, network_, node);
      if (at(size, best)++ == 0) empty.pop_back();  // the last one, by choice
      if (best == old) continue;
      at(labels, node) = best;
      moved = true;
      for (std::size_t i = at(network_.offsets, node); i < network_.offsets[as_size(node) + 1]; ++i) {
        const std::int32_t neighbour = network_.heads[i];
        if (at(waits, neighbour) || at(labels, neighbour) == best) continue;
        at(waits, neighbour) = true;
        queue.push_back(neighbour);
      }
    }
    return moved;
  }

  // Divides every community into connected parts, each grown from single nodes by joins that gain.
  [[nodiscard]] Labels refine(const Labels& labels) {
    const std::int32_t n = network_.nodes();
    Flows whole(as_size(n)), part(as_size(n));
    Labels parts(as_size(n));
    std::vector<double> outward(as_size(n));  // strength of each part's ties to the rest of its community
    std::vector<bool> alone(as_size(n), true);
    for (std::int32_t node = 0; node < n; ++node) {
      at(parts, node) = node;
      whole.add(at(labels, node), network_, node);
      part.add(node, network_, node);
      for_each_tie(node, [&](std::int32_t neighbour, double strength) {
        if (at(labels, neighbour) == at(labels, node)) at(outward, node) += strength;
      });
    }
    TiesTo ties(as_size(n));
    for (const std::int32_t node : shuffled(n, random_)) {
      const std::int32_t community = at(labels, node);
      if (!at(alone, node) || !is_well_tied(node, community, outward, part, whole)) continue;
      ties.clear();
      for_each_tie(node, [&](std::int32_t neighbour, double strength) {
        if (at(labels, neighbour) == community) ties.add(at(parts, neighbour), strength);
      });
      std::int32_t best = node;
      double most = 0;
      for (const std::int32_t candidate : ties.found()) {
        if (candidate == node || !is_well_tied(candidate, community, outward, part, whole)) continue;
        const double gained = ties.strength(candidate) - pull(node, candidate, part);
        if (gained > most || (best == node && gained >= 0 && ties.strength(candidate) > 0)) {
          best = candidate;
          most = std::max(most, gained);
        }
      }
      if (best == node) continue;
      at(parts, node) = best;
      part.add(node, network_, node, -1);
      part.add(best, network_, node);
      at(outward, best) += at(outward, node) - 2 * ties.strength(best);
      at(alone, best) = false;
    }
    return parts;
  }

 private:
  template <class Visit>
  void for_each_tie(std::int32_t node, Visit visit) const {
    for (std::size_t i = at(network_.offsets, node); i < network_.offsets[as_size(node) + 1]; ++i) {
      visit(network_.heads[i], network_.strengths[i]);
    }
  }

  void collect(std::int32_t node, const Labels& labels, TiesTo& ties) const {
    ties.clear();
    for_each_tie(node, [&](std::int32_t neighbour, double strength) { ties.add(at(labels, neighbour), strength); });
  }

  // Strength that chance would give between a node and a community it is not in.
  [[nodiscard]] double pull(std::int32_t node, std::int32_t community, const Flows& flows) const {
    return pull_ * (at(network_.sent, node) * at(flows.received, community) +
                    at(network_.received, node) * at(flows.sent, community));
  }

  [[nodiscard]] std::int32_t best_for(std::int32_t node, std::int32_t old, std::int32_t empty, const Flows& flows,
                                      const TiesTo& ties) const {
    const double least = kSmallest * network_.total;
    std::int32_t best = old;
    double most = ties.strength(old) - pull(node, old, flows);
    if (-most > least) {
      best = empty;
      most = 0;
    }
    for (const std::int32_t candidate : ties.found()) {
      const double gained = ties.strength(candidate) - pull(node, candidate, flows);
      if (gained > most + least) {
        best = candidate;
        most = gained;
      }
    }
    return best;
  }

  // Whether a part has at least the ties to the rest of its community that chance would give.
  [[nodiscard]] bool is_well_tied(std::int32_t part_id, std::int32_t community, const std::vector<double>& outward,
                                  const Flows& part, const Flows& whole) const {
    const double sent = at(part.sent, part_id), received = at(part.received, part_id);
    const double by_chance =
        pull_ * (sent * (at(whole.received, community) - received) + received * (at(whole.sent, community) - sent));
    return at(outward, part_id) >= by_chance - kSmallest * network_.total;
  }

  const FlowNetwork& network_;
  double pull_;
  Random& random_;
};

// Every part becomes one node.
FlowNetwork aggregate(const FlowNetwork& network, const Labels& parts, std::int32_t count) {
  std::vector<std::vector<std::int32_t>> members(as_size(count));
  FlowNetwork result;
  result.total = network.total;
  result.sent.resize(as_size(count));
  result.received.resize(as_size(count));
  for (std::int32_t node = 0; node < network.nodes(); ++node) {
    const std::int32_t part = at(parts, node);
    at(members, part).push_back(node);
    at(result.sent, part) += at(network.sent, node);
    at(result.received, part) += at(network.received, node);
  }
  TiesTo ties(as_size(count));
  result.offsets.push_back(0);
  for (std::int32_t part = 0; part < count; ++part) {
    ties.clear();
    for (const std::int32_t node : at(members, part)) {
      for (std::size_t i = at(network.offsets, node); i < network.offsets[as_size(node) + 1]; ++i) {
        const std::int32_t other = at(parts, network.heads[i]);
        if (other != part) ties.add(other, network.strengths[i]);
      }
    }
    for (const std::int32_t other : ties.found()) {
      result.heads.push_back(other);
      result.strengths.push_back(ties.strength(other));
    }
    result.offsets.push_back(result.heads.size());
  }
  return result;
}

// Gives the pieces of a community that is not connected labels of their own: never worse, as no tie is lost.
void separate(const FlowNetwork& network, Labels& labels) {
  Labels result(labels.size(), -1), open;
  std::int32_t count = 0;
  for (std::int32_t start = 0; start < network.nodes(); ++start) {
    if (at(result, start) >= 0) continue;
    at(result, start) = count;
    open.push_back(start);
    while (!open.empty()) {
      const std::int32_t node = open.back();
      open.pop_back();
      for (std::size_t i = at(network.offsets, node); i < network.offsets[as_size(node) + 1]; ++i) {
        const std::int32_t next = network.heads[i];
        if (at(result, next) >= 0 || at(labels, next) != at(labels, node)) continue;
        at(result, next) = count;
        open.push_back(next);
      }
    }
    ++count;
  }
  labels = std::move(result);
}

// Moving, refining and aggregating once, from the given division; returns whether it changed.
bool improve(const FlowNetwork& network, double resolution, Random& random, Labels& labels) {
  FlowNetwork level = network;
  Labels place(labels.size());  // node of this level that each node of the network is in
  std::iota(place.begin(), place.end(), 0);
  Labels division = labels;
  bool changed = false;
  while (true) {
    stop_point();
    Search search(level, resolution, random);
    changed |= search.move_nodes(division);
    const std::int32_t communities = renumber(division);
    for (std::size_t node = 0; node < labels.size(); ++node) labels[node] = at(division, place[node]);
    if (communities == level.nodes()) return changed;
    Labels parts = search.refine(division);
    const std::int32_t count = renumber(parts);
    if (count == level.nodes()) return changed;
    Labels next(as_size(count));
    for (std::int32_t node = 0; node < level.nodes(); ++node) at(next, at(parts, node)) = at(division, node);
    for (std::int32_t& node : place) node = at(parts, node);
    level = aggregate(level, parts, count);
    division = std::move(next);
  }
}

}  // namespace

std::int32_t renumber(std::vector<std::int32_t>& labels) {
  std::int32_t count = 0;
  const std::int32_t most = labels.empty() ? 0 : *std::max_element(labels.begin(), labels.end()) + 1;
  Labels known(as_size(most), -1);
  for (std::int32_t& label : labels) {
    if (at(known, label) < 0) at(known, label) = count++;
    label = at(known, label);
  }
  return count;
}

FlowNetwork flow_network(const Graph& graph) {
  FlowNetwork result;
  const auto n = as_size(graph.nodes());
  result.sent.resize(n);
  result.received.resize(n);
  const Graph transpose = graph.transpose();
  const auto add_row = [&](const Graph& side, std::size_t node, std::vector<double>& flow) {
    const std::size_t begin = side.offsets()[node];
    const std::span<const std::int32_t> row = side.neighbours(static_cast<std::int64_t>(node));
    for (std::size_t i = 0; i < row.size(); ++i) {
      const double weight = side.weighted() ? side.weights()[begin + i] : 1;
      result.heads.push_back(row[i]);
      result.strengths.push_back(weight);
      flow[node] += weight;
    }
  };
  result.offsets.push_back(0);
  for (std::size_t node = 0; node < n; ++node) {
    add_row(graph, node, result.sent);
    if (graph.directed()) {
      add_row(transpose, node, result.received);
    } else {
      result.received[node] = result.sent[node];
      for (std::size_t i = result.offsets.back(); i < result.strengths.size(); ++i) result.strengths[i] *= 2;
    }
    result.total += result.sent[node];
    result.offsets.push_back(result.heads.size());
  }
  return result;
}

LeidenSearch::LeidenSearch(const FlowNetwork& network, double resolution, Random random)
    : network_(&network), resolution_(resolution), random_(random), labels_(network.sent.size()) {
  std::iota(labels_.begin(), labels_.end(), 0);
}

void LeidenSearch::go_on(std::int64_t rounds) {
  for (std::int64_t round = 0; round < rounds && !settled_; ++round) {
    settled_ = !improve(*network_, resolution_, random_, labels_);
  }
  separate(*network_, labels_);
}

}  // namespace houvast::inline v0_1::graph::detail
