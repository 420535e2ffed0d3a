#include "houvast/graph/groups.hpp"

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

#include "base/index.hpp"
#include "graph/estimates.hpp"
#include "graph/partition.hpp"
#include "houvast/base/choice.hpp"
#include "houvast/base/fields.hpp"
#include "houvast/base/parallel.hpp"
#include "houvast/base/random.hpp"
#include "houvast/base/stop.hpp"

namespace houvast::inline v0_1::graph {
using houvast::detail::as_size;
using houvast::detail::at;
namespace {

using detail::Groupless;
using detail::Partition;
using detail::partition_of;

constexpr const char* kEiSource = "source.ei_index";
constexpr const char* kMixingSource = "source.newman_2003";
constexpr std::int64_t kChunk = 16;  // permutations per piece of parallel work

// Calls visit(source, target) once per tie: every arc, or every undirected tie with the smaller id first.
template <class Visit>
void for_each_tie(const Graph& graph, Visit visit) {
  for (std::int64_t source = 0; source < graph.nodes(); ++source) {
    for (const std::int32_t target : graph.neighbours(source)) {
      if (graph.directed() || source < target) visit(static_cast<std::int32_t>(source), target);
    }
  }
}

// The ties between nodes with a group, as places in the list of such nodes.
struct LabelledTies {
  std::vector<std::int32_t> labels;                           // of the nodes with a group
  std::vector<std::pair<std::int32_t, std::int32_t>> ties{};  // places in labels

  LabelledTies(const Graph& graph, const Partition& partition) {
    std::vector<std::int32_t> place(partition.group.size(), -1);
    for (std::size_t node = 0; node < place.size(); ++node) {
      if (partition.group[node] < 0) continue;
      place[node] = static_cast<std::int32_t>(labels.size());
      labels.push_back(partition.group[node]);
    }
    for_each_tie(graph, [&](std::int32_t source, std::int32_t target) {
      const std::int32_t from = at(place, source), to = at(place, target);
      if (from >= 0 && to >= 0) ties.emplace_back(from, to);
    });
  }

  [[nodiscard]] std::int64_t external(const std::vector<std::int32_t>& given) const {
    std::int64_t count = 0;
    for (const auto& [from, to] : ties) {
      count += at(given, from) != at(given, to);
    }
    return count;
  }
};

std::vector<std::int64_t> permuted_external(const LabelledTies& ties, const EiOptions& options) {
  std::vector<std::int64_t> counts(as_size(options.permutations));
  const std::int64_t chunks = (options.permutations + kChunk - 1) / kChunk;
  parallel_for(chunks, options.threads, [&](std::int64_t chunk) {
    std::vector<std::int32_t> labels;
    const std::int64_t end = std::min((chunk + 1) * kChunk, options.permutations);
    for (std::int64_t p = chunk * kChunk; p < end; ++p) {
      stop_point();
      Random random(options.seed, static_cast<std::uint64_t>(p));
      labels = ties.labels;
      random.shuffle(std::span(labels));
      at(counts, p) = ties.external(labels);
    }
  });
  return counts;
}

// Adds what the permuted numbers of external ties say about the observed one.
void add_test(Estimate& result, std::int64_t external, std::int64_t ties, const std::vector<std::int64_t>& permuted) {
  const auto total = static_cast<double>(ties);
  const double by_chance = (*result.expected + 1) / 2 * total;  // external ties
  const double distance = std::abs(static_cast<double>(external) - by_chance);
  const double tolerance = 1e-12 * (1 + total);  // counts differ by 1 at least; by_chance is rounded
  std::int64_t far = 1, more = 1, less = 1;
  double sum = 0, squares = 0;
  for (const std::int64_t count : permuted) {
    far += std::abs(static_cast<double>(count) - by_chance) >= distance - tolerance;
    more += count >= external;
    less += count <= external;
    const double value = 2 * static_cast<double>(count) / total - 1;
    sum += value;
    squares += value * value;
  }
  const auto n = static_cast<double>(permuted.size());
  result.p_value = static_cast<double>(far) / (n + 1);
  result.details["p_greater_equal"] = static_cast<double>(more) / (n + 1);
  result.details["p_less_equal"] = static_cast<double>(less) / (n + 1);
  result.details["permuted_mean"] = sum / n;
  if (permuted.size() > 1) {
    result.details["permuted_sd"] = std::sqrt(std::max(0.0, (squares - sum * sum / n) / (n - 1)));
  }
}

double pairs_of(double nodes, bool directed) {
  return nodes * (nodes - 1) / (directed ? 1 : 2);
}

}  // namespace

Estimate ei_index(const Graph& graph, std::span<const std::int32_t> groups, const EiOptions& options) {
  detail::check_at_least(argument("permutations"), options.permutations, 0);
  const Partition partition = partition_of(groups, graph.nodes(), {}, Groupless::kAllowed);
  const LabelledTies ties(graph, partition);
  const auto count = static_cast<std::int64_t>(ties.ties.size());
  const Claim definition{"method.ei_index"};
  if (count == 0) return undefined_estimate(definition, {kEiSource}, 0, {"reason.no_grouped_ties"});

  const std::int64_t external = ties.external(ties.labels);
  const auto total = static_cast<double>(count);
  Estimate result = defined_estimate(definition, {kEiSource}, count, static_cast<double>(2 * external - count) / total);
  const double possible = pairs_of(static_cast<double>(partition.members), graph.directed());
  double possible_internal = 0;
  for (const std::int64_t size : partition.size) {
    possible_internal += pairs_of(static_cast<double>(size), graph.directed());
  }
  result.expected = (possible - 2 * possible_internal) / possible;
  result.details = {{"external", static_cast<double>(external)},
                    {"internal", static_cast<double>(count - external)},
                    {"possible_external", possible - possible_internal},
                    {"possible_internal", possible_internal},
                    {"nodes_without_group", static_cast<double>(graph.nodes() - partition.members)}};
  result.provenance.options["permutations"] = std::to_string(options.permutations);
  if (options.permutations > 0) {
    result.provenance.seed = options.seed;
    add_test(result, external, count, permuted_external(ties, options));
  }
  return result;
}

namespace {

// The ties from one group to another, or inside one.
struct DensityRow {
  std::string from, to;
  std::int64_t ties = 0, possible = 0;
};

Fields<DensityRow> density_fields() {
  using Row = DensityRow;
  return {{"from_group", {"column.sending_group"}, &Row::from},
          {"to_group", {"column.receiving_group"}, &Row::to},
          {"ties", {"column.ties"}, &Row::ties},
          {"possible", {"column.ties_possible"}, &Row::possible},
          {"density", {"column.tie_density"}, [](const Row& row) {
             return row.possible == 0
                        ? std::nullopt
                        : std::optional(static_cast<double>(row.ties) / static_cast<double>(row.possible));
           }}};
}

}  // namespace

Table group_density(const Graph& graph, std::span<const std::int32_t> groups, std::span<const std::string> labels) {
  const Partition partition = partition_of(groups, graph.nodes(), labels, Groupless::kAllowed);
  const auto count = as_size(partition.count());
  std::vector<std::int64_t> ties(count * count);
  for_each_tie(graph, [&](std::int32_t source, std::int32_t target) {
    auto from = static_cast<std::int64_t>(at(partition.group, source));
    auto to = static_cast<std::int64_t>(at(partition.group, target));
    if (from < 0 || to < 0) return;
    if (!graph.directed() && to < from) std::swap(from, to);
    ++ties[as_size(from) * count + as_size(to)];
  });
  std::vector<DensityRow> rows;
  for (std::size_t from = 0; from < count; ++from) {
    for (std::size_t to = graph.directed() ? 0 : from; to < count; ++to) {
      const std::int64_t n = partition.size[from];
      const std::int64_t pairs = from != to ? n * partition.size[to] : graph.directed() ? n * (n - 1) : n * (n - 1) / 2;
      rows.push_back({partition.label[from], partition.label[to], ties[from * count + to], pairs});
    }
  }
  return Table({"title.density_by_group"}, columns_of(rows, density_fields()),
               provenance_of({"method.density_by_group"}, {"source.wasserman_faust_1994"}));
}

Estimate assortativity_nominal(const Graph& graph, std::span<const std::int32_t> groups) {
  const Partition partition = partition_of(groups, graph.nodes(), {}, Groupless::kAllowed);
  std::vector<double> sent(as_size(partition.count())), received(sent.size());
  std::int64_t ties = 0;
  double same = 0;
  for_each_tie(graph, [&](std::int32_t source, std::int32_t target) {
    const std::int32_t from = at(partition.group, source);
    const std::int32_t to = at(partition.group, target);
    if (from < 0 || to < 0) return;
    ++ties;
    same += from == to;
    at(sent, from) += 1;
    at(received, to) += 1;
  });
  const Claim definition{"method.assortativity_nominal"};
  if (ties == 0) {
    return undefined_estimate(definition, {kMixingSource}, 0, {"reason.no_grouped_ties"});
  }
  const auto total = static_cast<double>(ties);
  double products = 0;  // exact: whole numbers
  for (std::size_t group = 0; group < sent.size(); ++group) {
    const double ends = sent[group] + received[group];
    products += graph.directed() ? sent[group] * received[group] : ends * ends;
  }
  const double all = graph.directed() ? total * total : 4 * total * total;
  if (products == all) {
    return undefined_estimate(definition, {kMixingSource}, ties, {"reason.one_group_only"});
  }
  const double by_chance = products / all;
  return defined_estimate(definition, {kMixingSource}, ties, (same / total - by_chance) / (1 - by_chance));
}

Estimate assortativity(const Graph& graph, const AssortativityOptions& options) {
  for (const std::string* degree : {&options.source, &options.target}) {
    if (*degree != "out" && *degree != "in") {
      refuse_choice(argument("degree"), *degree, {"out", "in"});
    }
  }
  const auto degrees = [&](const std::string& which) {
    const Graph side = which == "in" ? graph.transpose() : graph;
    std::vector<double> result(as_size(graph.nodes()));
    for (std::int64_t node = 0; node < graph.nodes(); ++node) {
      at(result, node) = static_cast<double>(side.neighbours(node).size());
    }
    return result;
  };
  const std::vector<double> at_source = degrees(options.source), at_target = degrees(options.target);
  const Claim definition = graph.directed() ? Claim{"method.assortativity_directed",
                                                    {{"source", options.source}, {"target", options.target}}}
                                            : Claim{"method.assortativity"};
  double n = 0, x = 0, y = 0, xx = 0, yy = 0, xy = 0;  // whole numbers; an undirected tie is looked at from both ends
  for (std::int64_t source = 0; source < graph.nodes(); ++source) {
    for (const std::int32_t target : graph.neighbours(source)) {
      const double a = at(at_source, source), b = at(at_target, target);
      n += 1;
      x += a;
      y += b;
      xx += a * a;
      yy += b * b;
      xy += a * b;
    }
  }
  if (graph.ties() == 0) return undefined_estimate(definition, {kMixingSource}, 0, {"reason.no_ties_there"});
  const double variance_x = n * xx - x * x, variance_y = n * yy - y * y;
  if (variance_x <= 0 || variance_y <= 0) {
    return undefined_estimate(definition, {kMixingSource}, graph.ties(), {"reason.equal_degrees"});
  }
  Estimate result = defined_estimate(definition, {kMixingSource}, graph.ties(),
                                     (n * xy - x * y) / (std::sqrt(variance_x) * std::sqrt(variance_y)));
  result.provenance.options = {{"source", options.source}, {"target", options.target}};
  return result;
}

}  // namespace houvast::inline v0_1::graph
