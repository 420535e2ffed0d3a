#include "houvast/graph/ego.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <utility>

#include "base/index.hpp"
#include "graph/adjacent_pairs.hpp"
#include "graph/estimates.hpp"
#include "houvast/base/stop.hpp"

namespace houvast::inline v0_1::graph {
using houvast::detail::as_size;
using houvast::detail::at;
namespace {

using detail::AdjacentPairs;

constexpr double kUndefined = std::numeric_limits<double>::quiet_NaN();

// Contacts of all nodes and, per adjacent pair, what their common contacts make of it.
class Surroundings {
 public:
  Surroundings(const Graph& graph, const EgoOptions& options)
      : pairs_(checked(graph), true, options.weighted), total_(as_size(graph.nodes())), strongest_(total_.size()) {
    for_each_side([&](std::size_t node, std::size_t, std::size_t pair) {
      total_[node] += pairs_.strength(pair);
      strongest_[node] = std::max(strongest_[node], pairs_.strength(pair));
    });
  }

  // c_ij is the square of (strength_ij + sum over q of strength_iq strength_qj / total_q) / total_i: apart from the
  // last division it is the same seen from i and from j, and every closed three adds to each of its pairs once.
  [[nodiscard]] std::vector<double> dependence() const {
    std::vector<double> way_round(pairs_.size());
    pairs_.for_each_triangle(
        [&](std::int32_t a, std::int32_t b, std::int32_t c, std::size_t ab, std::size_t ac, std::size_t bc) {
          const double s_ab = pairs_.strength(ab), s_ac = pairs_.strength(ac), s_bc = pairs_.strength(bc);
          way_round[ab] += by_way_of(c, s_ac * s_bc);
          way_round[ac] += by_way_of(b, s_ab * s_bc);
          way_round[bc] += by_way_of(a, s_ab * s_ac);
        });
    for (std::size_t pair = 0; pair < way_round.size(); ++pair) way_round[pair] += pairs_.strength(pair);
    return way_round;
  }

  [[nodiscard]] std::vector<double> constraint() const {
    const std::vector<double> dependence = this->dependence();
    std::vector<double> result = start();
    for_each_side([&](std::size_t node, std::size_t, std::size_t pair) {
      const double share = dependence[pair] / total_[node];
      result[node] += share * share;
    });
    return result;
  }

  [[nodiscard]] std::vector<double> effective_size() const {
    std::vector<double> doubled(pairs_.size());  // sum over q of strength_iq strength_jq
    pairs_.for_each_triangle(
        [&](std::int32_t, std::int32_t, std::int32_t, std::size_t ab, std::size_t ac, std::size_t bc) {
          const double s_ab = pairs_.strength(ab), s_ac = pairs_.strength(ac), s_bc = pairs_.strength(bc);
          doubled[ab] += s_ac * s_bc;
          doubled[ac] += s_ab * s_bc;
          doubled[bc] += s_ab * s_ac;
        });
    std::vector<double> result = start();
    for_each_side([&](std::size_t node, std::size_t contact, std::size_t pair) {
      const double scale = total_[node] * strongest_[contact];
      result[node] += scale > 0 ? 1 - doubled[pair] / scale : 1;
    });
    return result;
  }

  [[nodiscard]] std::vector<double> hierarchy() const {
    const std::vector<double> dependence = this->dependence();
    const std::vector<double> constraint = this->constraint();
    std::vector<double> result = start();
    for_each_side([&](std::size_t node, std::size_t, std::size_t pair) {
      const double share = dependence[pair] / total_[node];
      const double ratio = share * share / constraint[node] * contacts(node);
      if (ratio > 0) result[node] += ratio * std::log(ratio);
    });
    StopPoints looked(64);
    for (std::size_t node = 0; node < result.size(); ++node) {
      looked();
      if (std::isnan(result[node])) continue;
      const double n = contacts(node);
      result[node] = n == 1 ? 1.0 : std::clamp(result[node] / (n * std::log(n)), 0.0, 1.0);
    }
    return result;
  }

  // Per node: how many pairs of its contacts are adjacent.
  [[nodiscard]] std::vector<std::int64_t> contact_ties() const {
    std::vector<std::int64_t> result(total_.size());
    pairs_.for_each_triangle(
        [&](std::int32_t a, std::int32_t b, std::int32_t c, std::size_t, std::size_t, std::size_t) {
          for (const std::int32_t node : {a, b, c}) ++at(result, node);
        });
    return result;
  }

  [[nodiscard]] double contacts(std::size_t node) const { return static_cast<double>(pairs_.degrees()[node]); }

 private:
  static const Graph& checked(const Graph& graph) {
    detail::check_weights(graph);
    return graph;
  }

  [[nodiscard]] double by_way_of(std::int32_t node, double product) const {
    return product > 0 ? product / at(total_, node) : 0;
  }

  // 0, or NaN for nodes whose contacts have no strength.
  [[nodiscard]] std::vector<double> start() const {
    std::vector<double> result(total_.size());
    StopPoints looked(64);
    for (std::size_t node = 0; node < result.size(); ++node) {
      looked();
      if (!(total_[node] > 0)) result[node] = kUndefined;
    }
    return result;
  }

  // Calls visit(node, contact, pair) for every adjacent pair from both sides.
  template <class Visit>
  void for_each_side(Visit visit) const {
    pairs_.for_each([&](std::int32_t tail, std::size_t pair) {
      const auto a = as_size(tail), b = as_size(pairs_.head(pair));
      visit(a, b, pair);
      visit(b, a, pair);
    });
  }

  AdjacentPairs pairs_;
  std::vector<double> total_;      // sum of the strengths of a node's contacts
  std::vector<double> strongest_;  // largest of them
};

Column column_of(const char* name, const std::vector<double>& values, const char* meaning) {
  ColumnBuilder<double> column(name, {meaning});
  for (const double value : values) column.push(std::isnan(value) ? std::nullopt : std::optional(value));
  return std::move(column).build();
}

}  // namespace

std::vector<double> constraint(const Graph& graph, const EgoOptions& options) {
  return Surroundings(graph, options).constraint();
}

std::vector<double> effective_size(const Graph& graph, const EgoOptions& options) {
  return Surroundings(graph, options).effective_size();
}

std::vector<double> hierarchy(const Graph& graph, const EgoOptions& options) {
  return Surroundings(graph, options).hierarchy();
}

Table ego_measures(const Graph& graph, const EgoOptions& options) {
  const Surroundings surroundings(graph, options);
  const std::vector<std::int64_t> contact_ties = surroundings.contact_ties();
  const std::vector<double> effective = surroundings.effective_size();
  std::vector<std::int64_t> nodes, contacts;
  std::vector<double> density, efficiency;
  for (std::size_t node = 0; node < contact_ties.size(); ++node) {
    const double n = surroundings.contacts(node);
    nodes.push_back(static_cast<std::int64_t>(node));
    contacts.push_back(static_cast<std::int64_t>(n));
    density.push_back(n < 2 ? kUndefined : static_cast<double>(contact_ties[node]) / (n * (n - 1) / 2));
    efficiency.push_back(effective[node] / n);
  }
  std::vector<Column> columns;
  columns.push_back({"node", std::move(nodes), {}, {"column.node"}});
  columns.push_back({"contacts", std::move(contacts), {}, {"column.contacts"}});
  columns.push_back({"contact_ties", contact_ties, {}, {"column.contact_ties"}});
  columns.push_back(column_of("contact_density", density, "column.contact_density"));
  columns.push_back(column_of("effective_size", effective, "column.effective_size"));
  columns.push_back(column_of("efficiency", efficiency, "column.efficiency"));
  columns.push_back(column_of("constraint", surroundings.constraint(), "column.constraint"));
  columns.push_back(column_of("hierarchy", surroundings.hierarchy(), "column.hierarchy"));
  Provenance provenance = provenance_of({"method.ego_networks"}, {"source.burt_1992"});
  provenance.options["weighted"] = options.weighted && graph.weighted() ? "true" : "false";
  return Table({"title.ego_networks"}, std::move(columns), std::move(provenance));
}

}  // namespace houvast::inline v0_1::graph
