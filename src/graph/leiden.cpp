#include "graph/leiden.hpp"

#include <algorithm>
#include <deque>
#include <numeric>
#include <span>
#include <utility>

#include "houvast/base/stop.hpp"

namespace houvast::graph::detail {
namespace {

using Labels = std::vector<std::int32_t>;

constexpr double kSmallest = 1e-12;  // gain that counts, as a share of all ties

std::size_t at(std::int32_t id) {
  return static_cast<std::size_t>(id);
}

Labels shuffled(std::int32_t count, Random& random) {
  Labels order(at(count));
  std::iota(order.begin(), order.end(), 0);
  random.shuffle(std::span(order));
  return order;
}

// What communities send and receive.
struct Flows {
  std::vector<double> sent, received;

  explicit Flows(std::size_t count) : sent(count), received(count) {}

  void add(std::int32_t community, const FlowNetwork& network, std::int32_t node, double sign = 1) {
    sent[at(community)] += sign * network.sent[at(node)];
    received[at(community)] += sign * network.received[at(node)];
  }
};

// Strength of one node's ties to communities, with the communities it has ties to.
class TiesTo {
 public:
  explicit TiesTo(std::size_t count) : strength_(count, -1) {}

  void clear() {
    for (const std::int32_t community : found_) strength_[at(community)] = -1;
    found_.clear();
  }
  void add(std::int32_t community, double strength) {
    if (strength_[at(community)] < 0) {
      strength_[at(community)] = 0;
      found_.push_back(community);
    }
    strength_[at(community)] += strength;
  }
  [[nodiscard]] double strength(std::int32_t community) const { return std::max(0.0, strength_[at(community)]); }
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
    Flows flows(at(n));
    std::vector<std::int32_t> size(at(n));
    for (std::int32_t node = 0; node < n; ++node) {
      flows.add(labels[at(node)], network_, node);
      ++size[at(labels[at(node)])];
    }
    Labels empty;
    for (std::int32_t community = n; community-- > 0;) {
      if (size[at(community)] == 0) empty.push_back(community);
    }
    const Labels order = shuffled(n, random_);
    std::deque<std::int32_t> queue(order.begin(), order.end());
    std::vector<bool> waits(at(n), true);
    TiesTo ties(at(n));
    bool moved = false;
    StopPoints looked(256);
    while (!queue.empty()) {
      looked();
      const std::int32_t node = queue.front();
      queue.pop_front();
      waits[at(node)] = false;
      const std::int32_t old = labels[at(node)];
      flows.add(old, network_, node, -1);
      if (--size[at(old)] == 0) empty.push_back(old);
      collect(node, labels, ties);
      const std::int32_t best = best_for(node, old, size[at(old)] == 0 ? old : empty.back(), flows, ties);
      flows.add(best, network_, node);
      if (size[at(best)]++ == 0) empty.pop_back();  // the last one, by choice
      if (best == old) continue;
      labels[at(node)] = best;
      moved = true;
      for (std::size_t i = network_.offsets[at(node)]; i < network_.offsets[at(node) + 1]; ++i) {
        const std::int32_t neighbour = network_.heads[i];
        if (waits[at(neighbour)] || labels[at(neighbour)] == best) continue;
        waits[at(neighbour)] = true;
        queue.push_back(neighbour);
      }
    }
    return moved;
  }

  // Divides every community into connected parts, each grown from single nodes by joins that gain.
  [[nodiscard]] Labels refine(const Labels& labels) {
    const std::int32_t n = network_.nodes();
    Flows whole(at(n)), part(at(n));
    Labels parts(at(n));
    std::vector<double> outward(at(n));  // strength of each part's ties to the rest of its community
    std::vector<bool> alone(at(n), true);
    for (std::int32_t node = 0; node < n; ++node) {
      parts[at(node)] = node;
      whole.add(labels[at(node)], network_, node);
      part.add(node, network_, node);
      for_each_tie(node, [&](std::int32_t neighbour, double strength) {
        if (labels[at(neighbour)] == labels[at(node)]) outward[at(node)] += strength;
      });
    }
    TiesTo ties(at(n));
    for (const std::int32_t node : shuffled(n, random_)) {
      const std::int32_t community = labels[at(node)];
      if (!alone[at(node)] || !is_well_tied(node, community, outward, part, whole)) continue;
      ties.clear();
      for_each_tie(node, [&](std::int32_t neighbour, double strength) {
        if (labels[at(neighbour)] == community) ties.add(parts[at(neighbour)], strength);
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
      parts[at(node)] = best;
      part.add(node, network_, node, -1);
      part.add(best, network_, node);
      outward[at(best)] += outward[at(node)] - 2 * ties.strength(best);
      alone[at(best)] = false;
    }
    return parts;
  }

 private:
  template <class Visit>
  void for_each_tie(std::int32_t node, Visit visit) const {
    for (std::size_t i = network_.offsets[at(node)]; i < network_.offsets[at(node) + 1]; ++i) {
      visit(network_.heads[i], network_.strengths[i]);
    }
  }

  void collect(std::int32_t node, const Labels& labels, TiesTo& ties) const {
    ties.clear();
    for_each_tie(node, [&](std::int32_t neighbour, double strength) { ties.add(labels[at(neighbour)], strength); });
  }

  // Strength that chance would give between a node and a community it is not in.
  [[nodiscard]] double pull(std::int32_t node, std::int32_t community, const Flows& flows) const {
    return pull_ * (network_.sent[at(node)] * flows.received[at(community)] +
                    network_.received[at(node)] * flows.sent[at(community)]);
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
    const double sent = part.sent[at(part_id)], received = part.received[at(part_id)];
    const double by_chance =
        pull_ * (sent * (whole.received[at(community)] - received) + received * (whole.sent[at(community)] - sent));
    return outward[at(part_id)] >= by_chance - kSmallest * network_.total;
  }

  const FlowNetwork& network_;
  double pull_;
  Random& random_;
};

// Every part becomes one node.
FlowNetwork aggregate(const FlowNetwork& network, const Labels& parts, std::int32_t count) {
  std::vector<std::vector<std::int32_t>> members(at(count));
  FlowNetwork result;
  result.total = network.total;
  result.sent.resize(at(count));
  result.received.resize(at(count));
  for (std::int32_t node = 0; node < network.nodes(); ++node) {
    const std::int32_t part = parts[at(node)];
    members[at(part)].push_back(node);
    result.sent[at(part)] += network.sent[at(node)];
    result.received[at(part)] += network.received[at(node)];
  }
  TiesTo ties(at(count));
  result.offsets.push_back(0);
  for (std::int32_t part = 0; part < count; ++part) {
    ties.clear();
    for (const std::int32_t node : members[at(part)]) {
      for (std::size_t i = network.offsets[at(node)]; i < network.offsets[at(node) + 1]; ++i) {
        const std::int32_t other = parts[at(network.heads[i])];
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
    if (result[at(start)] >= 0) continue;
    result[at(start)] = count;
    open.push_back(start);
    while (!open.empty()) {
      const std::int32_t node = open.back();
      open.pop_back();
      for (std::size_t i = network.offsets[at(node)]; i < network.offsets[at(node) + 1]; ++i) {
        const std::int32_t next = network.heads[i];
        if (result[at(next)] >= 0 || labels[at(next)] != labels[at(node)]) continue;
        result[at(next)] = count;
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
    for (std::size_t node = 0; node < labels.size(); ++node) labels[node] = division[at(place[node])];
    if (communities == level.nodes()) return changed;
    Labels parts = search.refine(division);
    const std::int32_t count = renumber(parts);
    if (count == level.nodes()) return changed;
    Labels next(at(count));
    for (std::int32_t node = 0; node < level.nodes(); ++node) next[at(parts[at(node)])] = division[at(node)];
    for (std::int32_t& node : place) node = parts[at(node)];
    level = aggregate(level, parts, count);
    division = std::move(next);
  }
}

}  // namespace

std::int32_t renumber(std::vector<std::int32_t>& labels) {
  std::int32_t count = 0;
  const std::int32_t most = labels.empty() ? 0 : *std::max_element(labels.begin(), labels.end()) + 1;
  Labels known(at(most), -1);
  for (std::int32_t& label : labels) {
    if (known[at(label)] < 0) known[at(label)] = count++;
    label = known[at(label)];
  }
  return count;
}

FlowNetwork flow_network(const Graph& graph) {
  FlowNetwork result;
  const auto n = static_cast<std::size_t>(graph.nodes());
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

}  // namespace houvast::graph::detail
