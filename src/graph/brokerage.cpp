#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <utility>
#include <vector>

#include "base/index.hpp"
#include "graph/estimates.hpp"
#include "graph/partition.hpp"
#include "houvast/base/fields.hpp"
#include "houvast/base/parallel.hpp"
#include "houvast/graph/groups.hpp"

namespace houvast::inline v0_1::graph {
using houvast::detail::as_size;
using houvast::detail::at;
namespace {

using detail::Partition;

constexpr const char* kGouldFernandez = "source.gould_fernandez_1989";
constexpr std::size_t kPositions = 6;
constexpr std::array<const char*, kPositions> kNames = {"coordinator", "consultant", "representative",
                                                        "gatekeeper",  "liaison",    "total"};
constexpr std::array<const char*, kPositions> kMeaning = {"column.coordinator",    "column.consultant",
                                                          "column.representative", "column.gatekeeper",
                                                          "column.liaison",        "column.positions_together"};
using Counts = std::array<std::int64_t, kPositions>;
using Numbers = std::array<double, kPositions>;

// Counts the open pairs around one node after another, with marks that are taken away again after each.
class BrokerKernel {
 public:
  BrokerKernel(const Graph& graph, const Graph& transpose, const Partition& partition)
      : graph_(graph),
        transpose_(transpose),
        group_(partition.group),
        receiver_group_(partition.group.size(), -1),
        receivers_in_(partition.size.size()) {}

  Counts count(std::int64_t broker) {
    const std::span<const std::int32_t> receivers = graph_.neighbours(broker);
    const std::int32_t own = at(group_, broker);
    for (const std::int32_t receiver : receivers) {
      const std::int32_t group = at(group_, receiver);
      at(receiver_group_, receiver) = group;
      ++at(receivers_in_, group);
    }
    Counts counts{};
    for (const std::int32_t sender : transpose_.neighbours(broker)) add_sender(sender, own, receivers, counts);
    for (const std::int32_t receiver : receivers) {
      at(receiver_group_, receiver) = -1;
      at(receivers_in_, at(group_, receiver)) = 0;
    }
    return counts;
  }

 private:
  void add_sender(std::int32_t sender, std::int32_t own, std::span<const std::int32_t> receivers, Counts& counts) {
    const std::int32_t theirs = at(group_, sender);
    const bool is_receiver = at(receiver_group_, sender) >= 0;
    // Receivers that the sender reaches itself, without branches: in all, in the broker's and in the sender's group.
    std::int32_t closed = 0, closed_own = 0, closed_theirs = 0;
    for (const std::int32_t reached : graph_.neighbours(sender)) {
      const std::int32_t group = at(receiver_group_, reached);
      closed += group >= 0;
      closed_own += group == own;
      closed_theirs += group == theirs;
    }
    const std::int64_t open = static_cast<std::int64_t>(receivers.size()) - is_receiver - closed;
    const std::int64_t open_theirs = at(receivers_in_, theirs) - is_receiver - closed_theirs;
    if (theirs == own) {
      counts[0] += open_theirs;
      counts[2] += open - open_theirs;
    } else {
      const std::int64_t open_own = at(receivers_in_, own) - closed_own;
      counts[1] += open_theirs;
      counts[3] += open_own;
      counts[4] += open - open_own - open_theirs;
    }
    counts[5] += open;
  }

  const Graph& graph_;
  const Graph& transpose_;
  const std::vector<std::int32_t>& group_;
  std::vector<std::int32_t> receiver_group_;  // per node: its group when the broker has a tie to it, else -1
  std::vector<std::int64_t> receivers_in_;    // per group
};

std::vector<Counts> count_all(const Graph& graph, const Partition& partition, int threads) {
  const Graph transpose = graph.transpose();
  std::vector<Counts> counts(as_size(graph.nodes()));
  const std::int64_t chunks = std::min<std::int64_t>(32, graph.nodes() / 64 + 1);
  parallel_for(chunks, threads, [&](std::int64_t chunk) {
    BrokerKernel kernel(graph, transpose, partition);
    const std::int64_t begin = graph.nodes() * chunk / chunks, end = graph.nodes() * (chunk + 1) / chunks;
    for (std::int64_t node = begin; node < end; ++node) at(counts, node) = kernel.count(node);
  });
  return counts;
}

double pairs(double n) {
  return n * (n - 1) / 2;
}

// The network as the model of chance sees it: density and group sizes.
class ChanceModel {
 public:
  ChanceModel(const Graph& graph, const Partition& partition) : sizes_(partition.size) {
    nodes_ = static_cast<double>(graph.nodes());
    const auto arcs = static_cast<double>(graph.directed() ? graph.ties() : 2 * graph.ties());
    const double density = nodes_ < 2 ? 0 : arcs / (nodes_ * (nodes_ - 1));
    const double absent = 1 - density;
    open_ = density * density * absent;
    two_open_ = open_ * density * absent * absent;      // d³ (1 - d)³
    shared_end_ = open_ * open_;                        // d⁴ (1 - d)²
    shared_way_ = open_ * density * density * density;  // d⁵ (1 - d)
    for (const std::int64_t size : sizes_) {
      const auto n = static_cast<double>(size);
      squares_ += n * n;
      cubes_ += n * n * n;
      fourths_ += n * n * n * n;
    }
  }

  // Mean and standard deviation of each position for a node in `group`.
  void node(std::size_t group, Numbers& mean, Numbers& sd) const {
    const auto n = static_cast<double>(sizes_[group]);
    const double others = nodes_ - n, others2 = squares_ - n * n, others3 = cubes_ - n * n * n;
    const bool three_groups = sizes_.size() > 2;
    // Ordered pairs of sender and receiver that the position allows.
    const Numbers places = {(n - 1) * (n - 2),
                            others2 - others,
                            others * (n - 1),
                            others * (n - 1),
                            three_groups ? others * others - others2 : 0,
                            (nodes_ - 1) * (nodes_ - 2)};
    // Pairs of such pairs that share an end, where they depend on each other.
    const double one_side = (n - 1) * pairs(others) + others * pairs(n - 1);
    const Numbers shared = {
        2 * (n - 1) * (n - 2) * (n - 3),
        2 * (others3 - 3 * others2 + 2 * others),
        2 * one_side,
        2 * one_side,
        three_groups ? 2 * ((others * others - others) * others - (2 * others - 1) * others2 + others3) : 0,
        2 * (nodes_ - 1) * (nodes_ - 2) * (nodes_ - 3)};
    for (std::size_t position = 0; position < kPositions; ++position) {
      mean[position] = open_ * places[position];
      sd[position] = std::sqrt(std::max(0.0, mean[position] * (1 - open_) + shared[position] * two_open_));
    }
  }

  // Mean and variance of each position over the whole network.
  void network(Numbers& mean, Numbers& variance) const {
    double within = 0, outward = 0, within_shared = 0, consultant_shared = 0, outward_shared = 0;
    for (const std::int64_t size : sizes_) {
      const auto n = static_cast<double>(size);
      const double others = nodes_ - n, others2 = squares_ - n * n;
      within += n * (n - 1) * (n - 2);
      outward += n * others * (n - 1);
      within_shared += n * (n - 1) * (n - 2) * all_shared(n);
      consultant_shared +=
          n * (n - 1) * (((2 * n - 6) * others + 2 * others2) * two_open_ + (others - 1) * others * shared_way_);
      outward_shared += n * others * (n - 1) * ((nodes_ - 3) * two_open_ + (n - 2) * shared_way_);
    }
    // Sums over three different groups i, j, k of n_i n_j n_k and of n_i² n_j n_k.
    const bool three_groups = sizes_.size() > 2;
    const double triples = three_groups ? nodes_ * nodes_ * nodes_ - 3 * nodes_ * squares_ + 2 * cubes_ : 0;
    const double weighted =
        three_groups ? squares_ * nodes_ * nodes_ - squares_ * squares_ - 2 * cubes_ * nodes_ + 2 * fourths_ : 0;
    const double ends = (4 * nodes_ - 2) * triples - 8 * weighted;
    const double ways = (nodes_ - 1) * triples - 2 * weighted;
    const double all = nodes_ * (nodes_ - 1) * (nodes_ - 2);
    const Numbers places = {within, outward, outward, outward, triples, all};
    const Numbers shared = {within_shared,
                            consultant_shared,
                            outward_shared,
                            outward_shared,
                            ends * two_open_ - ends * shared_end_ + ways * shared_way_,
                            all * all_shared(nodes_)};
    for (std::size_t position = 0; position < kPositions; ++position) {
      mean[position] = open_ * places[position];
      variance[position] = mean[position] * (1 - open_) + shared[position];
    }
  }

 private:
  // How triples within one set of n nodes depend on each other, per triple.
  [[nodiscard]] double all_shared(double n) const {
    return (4 * n - 10) * two_open_ - 4 * (n - 3) * shared_end_ + (n - 3) * shared_way_;
  }

  const std::vector<std::int64_t>& sizes_;
  double nodes_ = 0, squares_ = 0, cubes_ = 0, fourths_ = 0;
  double open_ = 0;  // chance that a tie in, a tie out and no direct tie are found at one place: d² (1 - d)
  double two_open_ = 0, shared_end_ = 0, shared_way_ = 0;
};

std::optional<double> z_of(std::int64_t count, double mean, double sd) {
  if (!(sd > 0)) return std::nullopt;
  return (static_cast<double>(count) - mean) / sd;
}

struct PositionRow {
  const char* position = nullptr;
  std::int64_t count = 0;
  double expected = 0;
  std::optional<double> sd{};
};

Fields<PositionRow> position_fields() {
  using Row = PositionRow;
  return {{"position", {"column.broker_position"}, &Row::position},
          {"count", {"column.open_pairs"}, &Row::count},
          {"expected", {"column.count_by_chance"}, &Row::expected},
          {"sd", {"column.sd_by_chance"}, &Row::sd},
          {"z", {"column.z_by_chance"}, [](const Row& row) {
             return row.sd ? z_of(row.count, row.expected, *row.sd) : std::nullopt;
           }}};
}

}  // namespace

Table brokerage(const Graph& graph, std::span<const std::int32_t> groups, const BrokerageOptions& options) {
  const Partition partition = detail::partition_of(groups, graph.nodes(), options.labels, detail::Groupless::kRefused);
  const std::vector<Counts> counts = count_all(graph, partition, options.threads);
  const ChanceModel model(graph, partition);
  std::vector<Numbers> mean(partition.size.size()), sd(partition.size.size());
  for (std::size_t group = 0; group < mean.size(); ++group) model.node(group, mean[group], sd[group]);

  std::vector<std::int64_t> nodes;
  std::vector<std::string> labels;
  for (std::int64_t node = 0; node < graph.nodes(); ++node) {
    nodes.push_back(node);
    labels.push_back(at(partition.label, at(partition.group, node)));
  }
  std::vector<Column> columns;
  columns.push_back({"node", std::move(nodes), {}, {"column.node"}});
  columns.push_back({"group", std::move(labels), {}, {"column.node_group"}});
  for (std::size_t position = 0; position < kPositions; ++position) {
    std::vector<std::int64_t> values;
    for (const Counts& count : counts) values.push_back(count[position]);
    columns.push_back({kNames[position], std::move(values), {}, {kMeaning[position]}});
  }
  for (std::size_t position = 0; position < kPositions; ++position) {
    std::vector<double> values;
    for (const std::int32_t group : partition.group) values.push_back(at(mean, group)[position]);
    columns.push_back({std::string("expected_") + kNames[position], std::move(values), {}, {"column.count_by_chance"}});
  }
  for (std::size_t position = 0; position < kPositions; ++position) {
    ColumnBuilder<double> z(std::string("z_") + kNames[position], {"column.z_if_room"});
    for (std::size_t node = 0; node < counts.size(); ++node) {
      const auto group = as_size(partition.group[node]);
      z.push(z_of(counts[node][position], mean[group][position], sd[group][position]));
    }
    columns.push_back(std::move(z).build());
  }
  return Table({"title.brokerage"}, std::move(columns), provenance_of({"method.brokerage"}, {kGouldFernandez}));
}

Table brokerage_totals(const Graph& graph, std::span<const std::int32_t> groups, const BrokerageOptions& options) {
  const Partition partition = detail::partition_of(groups, graph.nodes(), options.labels, detail::Groupless::kRefused);
  Counts total{};
  for (const Counts& counts : count_all(graph, partition, options.threads)) {
    for (std::size_t position = 0; position < kPositions; ++position) total[position] += counts[position];
  }
  Numbers mean{}, variance{};
  ChanceModel(graph, partition).network(mean, variance);
  std::vector<PositionRow> rows;
  for (std::size_t position = 0; position < kPositions; ++position) {
    PositionRow& row = rows.emplace_back(PositionRow{kNames[position], total[position], mean[position]});
    if (variance[position] > 0) row.sd = std::sqrt(variance[position]);
  }
  return Table({"title.brokerage_total"}, columns_of(rows, position_fields()),
               provenance_of({"method.brokerage_total"}, {kGouldFernandez}));
}

}  // namespace houvast::inline v0_1::graph
