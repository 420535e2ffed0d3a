#include <pybind11/numpy.h>
#include <pybind11/pybind11.h>
#include <pybind11/stl.h>

#include <algorithm>
#include <numeric>

#include "base/index.hpp"
#include "convert.hpp"
#include "docs.hpp"
#include "houvast/base/choice.hpp"
#include "houvast/graph/communities.hpp"
#include "houvast/graph/dyads.hpp"
#include "houvast/graph/ego.hpp"
#include "houvast/graph/groups.hpp"
#include "houvast/graph/permutation.hpp"
#include "pickle.hpp"

/// Groups, dyads, ego networks, permutation tests and communities as `houvast.graph`.
namespace houvast::bindings {
using houvast::detail::as_size;
namespace {

/// A copy of a square matrix of numbers; masked cells become NaN.
class Matrix {
 public:
  Matrix(const py::object& given, const char* name) {
    const DoubleArray cells = numbers_of(given, name);
    if (cells.ndim() != 2) {
      throw ValueError({"HV-301",
                        argument(name),
                        Claim{"problem.value.dimensions", {{"n", cells.ndim()}}},
                        {"problem.expected.square_matrix"}});
    }
    rows_ = cells.shape(0);
    cells_.assign(cells.data(), cells.data() + cells.size());
    names_ = cells.columns;
    if (rows_ == cells.shape(1) && !cells.rows.empty()) move(places(cells.rows, names_, name), in_order());
  }

  // Puts rows and columns in the order of another matrix, when both say what their nodes are called.
  void follow(const Matrix& first, const char* name) {
    if (first.names_.size() != names_.size() || names_.empty()) return;
    const Places from = places(names_, first.names_, name);
    move(from, from);
    names_ = first.names_;
  }

  [[nodiscard]] graph::SquareMatrix view() const { return {rows_, cells_}; }

 private:
  using Places = std::vector<std::size_t>;

  [[nodiscard]] Places in_order() const {
    Places places(as_size(rows_));
    std::iota(places.begin(), places.end(), std::size_t{0});
    return places;
  }

  // Where each of the nodes wanted stands among those given.
  static Places places(const std::vector<std::string>& given, const std::vector<std::string>& wanted,
                       const char* name) {
    Places places;
    for (const std::string& node : wanted) {
      const auto found = std::find(given.begin(), given.end(), node);
      if (found == given.end()) {
        unknown_name("HV-504", argument(name), node, given, {"problem.expected.same_nodes"});
      }
      places.push_back(as_size(found - given.begin()));
    }
    return places;
  }

  void move(const Places& rows, const Places& columns) {
    std::vector<double> moved;
    moved.reserve(cells_.size());
    for (const std::size_t row : rows) {
      for (const std::size_t column : columns) moved.push_back(cells_[row * columns.size() + column]);
    }
    cells_ = std::move(moved);
  }

  static DoubleArray numbers_of(const py::object& given, const char* name) {
    try {
      return to_numbers(given);
    } catch (const py::type_error&) {
      throw ValueError(
          {"HV-302", argument(name), Py_TYPE(given.ptr())->tp_name, {"problem.expected.matrix_of_numbers"}});
    }
  }

  std::int64_t rows_ = 0;
  std::vector<double> cells_;
  std::vector<std::string> names_;
};

py::array_t<bool> flags_to_numpy(const std::vector<bool>& flags) {
  py::array_t<bool> result(static_cast<py::ssize_t>(flags.size()));
  bool* out = result.mutable_data();
  for (const bool flag : flags) *out++ = flag;
  return result;
}

using Predictors =
    Called<"collections.abc.Sequence[numpy.typing.ArrayLike] | collections.abc.Mapping[str, numpy.typing.ArrayLike]">;

void register_groups(py::module_& m) {
  m.def(
      "ei_index",
      [](const Graph& graph, const NodeLabels& groups, std::int64_t permutations, std::uint64_t seed, int threads) {
        const Groups g = to_node_groups(groups, graph.nodes());
        return released([&] {
          return graph::ei_index(graph, g.codes, {.permutations = permutations, .seed = seed, .threads = threads});
        });
      },
      py::arg("graph"), py::arg("groups"), py::kw_only(), py::arg("permutations") = 1000, py::arg("seed") = 1,
      py::arg("threads") = 1, doc("graph.ei_index"));
  m.def(
      "group_density",
      [](const Graph& graph, const NodeLabels& groups) {
        const Groups g = to_node_groups(groups, graph.nodes());
        return released([&] { return graph::group_density(graph, g.codes, g.labels); });
      },
      py::arg("graph"), py::arg("groups"), doc("graph.group_density"));
  m.def(
      "assortativity_nominal",
      [](const Graph& graph, const NodeLabels& groups) {
        const Groups g = to_node_groups(groups, graph.nodes());
        return released([&] { return graph::assortativity_nominal(graph, g.codes); });
      },
      py::arg("graph"), py::arg("groups"), doc("graph.assortativity_nominal"));
  m.def(
      "assortativity",
      [](const Graph& graph, const std::optional<NodeLabels>& groups, const std::string& source,
         const std::string& target) {
        if (!groups) {
          return released([&] { return graph::assortativity(graph, {.source = source, .target = target}); });
        }
        const Groups g = to_node_groups(*groups, graph.nodes());
        return released([&] { return graph::assortativity_nominal(graph, g.codes); });
      },
      py::arg("graph"), py::arg("groups") = py::none(), py::kw_only(), py::arg("source") = "out",
      py::arg("target") = "in", doc("graph.assortativity"));
  m.def(
      "brokerage",
      [](const Graph& graph, const NodeLabels& groups, int threads) {
        const Groups g = to_node_groups(groups, graph.nodes());
        return released([&] { return graph::brokerage(graph, g.codes, {.labels = g.labels, .threads = threads}); });
      },
      py::arg("graph"), py::arg("groups"), py::kw_only(), py::arg("threads") = 1, doc("graph.brokerage"));
  m.def(
      "brokerage_totals",
      [](const Graph& graph, const NodeLabels& groups, int threads) {
        const Groups g = to_node_groups(groups, graph.nodes());
        return released(
            [&] { return graph::brokerage_totals(graph, g.codes, {.labels = g.labels, .threads = threads}); });
      },
      py::arg("graph"), py::arg("groups"), py::kw_only(), py::arg("threads") = 1, doc("graph.brokerage_totals"));
}

void register_dyads(py::module_& m) {
  py::class_<graph::Krackhardt>(m, "Krackhardt", "Krackhardt's four dimensions; each is 1 in an out-tree.")
      .def_readonly("connectedness", &graph::Krackhardt::connectedness, "share of pairs in one weak component")
      .def_readonly("hierarchy", &graph::Krackhardt::hierarchy, "share of joined pairs without a way back")
      .def_readonly("efficiency", &graph::Krackhardt::efficiency, "1 - ties too many / most there could be")
      .def_readonly("lubness", &graph::Krackhardt::lubness, "share of pairs with a closest common superior")
      .def(pickled(&graph::Krackhardt::connectedness, &graph::Krackhardt::hierarchy, &graph::Krackhardt::efficiency,
                   &graph::Krackhardt::lubness));
  m.def(
      "reciprocity",
      [](const Graph& graph, const std::string& definition) {
        return released([&] { return graph::reciprocity(graph, definition); });
      },
      py::arg("graph"), py::arg("definition") = "edgewise", doc("graph.reciprocity"));
  m.def(
      "dyad_census", [](const Graph& graph) { return released([&] { return graph::dyad_census(graph); }); },
      py::arg("graph"), doc("graph.dyad_census"));
  m.def(
      "triad_census", [](const Graph& graph) { return released([&] { return graph::triad_census(graph); }); },
      py::arg("graph"), doc("graph.triad_census"));
  m.def(
      "node_triad_census", [](const Graph& graph) { return released([&] { return graph::node_triad_census(graph); }); },
      py::arg("graph"), doc("graph.node_triad_census"));
  m.def(
      "krackhardt", [](const Graph& graph) { return released([&] { return graph::krackhardt(graph); }); },
      py::arg("graph"), doc("graph.krackhardt"));
}

void register_ego(py::module_& m) {
  m.def(
      "constraint",
      [](const Graph& graph, bool weighted) {
        return to_numpy(released([&] { return graph::constraint(graph, {.weighted = weighted}); }));
      },
      py::arg("graph"), py::kw_only(), py::arg("weighted") = true, doc("graph.constraint"));
  m.def(
      "effective_size",
      [](const Graph& graph, bool weighted) {
        return to_numpy(released([&] { return graph::effective_size(graph, {.weighted = weighted}); }));
      },
      py::arg("graph"), py::kw_only(), py::arg("weighted") = true, doc("graph.effective_size"));
  m.def(
      "hierarchy",
      [](const Graph& graph, bool weighted) {
        return to_numpy(released([&] { return graph::hierarchy(graph, {.weighted = weighted}); }));
      },
      py::arg("graph"), py::kw_only(), py::arg("weighted") = true, doc("graph.hierarchy"));
  m.def(
      "ego_measures",
      [](const Graph& graph, bool weighted) {
        return released([&] { return graph::ego_measures(graph, {.weighted = weighted}); });
      },
      py::arg("graph"), py::kw_only(), py::arg("weighted") = true, doc("graph.ego_measures"));
}

void register_permutation(py::module_& m) {
  m.def(
      "qap_correlation",
      [](const Numbers& a, const Numbers& b, std::int64_t permutations, std::uint64_t seed, bool directed,
         int threads) {
        const Matrix first(a, "a");
        Matrix second(b, "b");
        second.follow(first, "b");
        return released([&] {
          return graph::qap_correlation(
              first.view(), second.view(),
              {.permutations = permutations, .seed = seed, .directed = directed, .threads = threads});
        });
      },
      py::arg("a"), py::arg("b"), py::kw_only(), py::arg("permutations") = 1000, py::arg("seed") = 1,
      py::arg("directed") = true, py::arg("threads") = 1, doc("graph.qap_correlation"));
  m.def(
      "mrqap",
      [](const Numbers& y, const Predictors& predictors, std::vector<std::string> names, std::int64_t permutations,
         std::uint64_t seed, bool directed, int threads) {
        const Matrix outcome(y, "y");
        py::object matrices = predictors;
        if (py::isinstance<py::dict>(predictors)) {
          if (names.empty()) names = py::list(predictors).cast<std::vector<std::string>>();
          matrices = predictors.attr("values")();
        }
        std::vector<Matrix> held;
        for (const py::handle matrix : matrices) {
          held.emplace_back(py::reinterpret_borrow<py::object>(matrix), "predictor");
          held.back().follow(outcome, "predictor");
        }
        std::vector<graph::SquareMatrix> views;
        for (const Matrix& matrix : held) views.push_back(matrix.view());
        return released([&] {
          return graph::mrqap(
              outcome.view(), views,
              {.names = names, .permutations = permutations, .seed = seed, .directed = directed, .threads = threads});
        });
      },
      py::arg("y"), py::arg("predictors"), py::kw_only(), py::arg("names") = std::vector<std::string>{},
      py::arg("permutations") = 1000, py::arg("seed") = 1, py::arg("directed") = true, py::arg("threads") = 1,
      doc("graph.mrqap"));
}

void register_communities(py::module_& m) {
  py::class_<graph::Communities>(m, "Communities", "A division into communities.")
      .def_property_readonly(
          "labels", [](const graph::Communities& self) { return to_numpy(self.labels); }, "community of each node")
      .def_readonly("count", &graph::Communities::count, "number of communities")
      .def_readonly("modularity", &graph::Communities::modularity, "modularity of the division")
      .def(pickled(&graph::Communities::labels, &graph::Communities::count, &graph::Communities::modularity));
  py::class_<graph::CorePeriphery>(m, "CorePeriphery", "A core and a periphery.")
      .def_property_readonly(
          "core", [](const graph::CorePeriphery& self) { return flags_to_numpy(self.core); },
          "whether each node is in the core")
      .def_readonly("correlation", &graph::CorePeriphery::correlation, "with the ideal core and periphery")
      .def(pickled(&graph::CorePeriphery::core, &graph::CorePeriphery::correlation));
  py::class_<graph::Coreness>(m, "Coreness", "How near each node is to the core.")
      .def_property_readonly(
          "values", [](const graph::Coreness& self) { return to_numpy(self.values); }, "coreness of each node, 0 to 1")
      .def_readonly("fit", &graph::Coreness::fit, "correlation of ties with products of coreness")
      .def(pickled(&graph::Coreness::values, &graph::Coreness::fit));
  m.def(
      "modularity",
      [](const Graph& graph, const NodeLabels& labels, double resolution) {
        const Groups g = to_node_groups(labels, graph.nodes(), "labels");
        return released([&] { return graph::modularity(graph, g.codes, resolution); });
      },
      py::arg("graph"), py::arg("labels"), py::kw_only(), py::arg("resolution") = 1.0, doc("graph.modularity"));
  m.def(
      "communities",
      [](const Graph& graph, double resolution, std::uint64_t seed, std::optional<std::int64_t> attempts,
         std::int64_t rounds) {
        return released([&] {
          return graph::communities(graph,
                                    {.resolution = resolution, .seed = seed, .attempts = attempts, .rounds = rounds});
        });
      },
      py::arg("graph"), py::kw_only(), py::arg("resolution") = 1.0, py::arg("seed") = 1,
      py::arg("attempts") = py::none(), py::arg("rounds") = graph::CommunityOptions{}.rounds, doc("graph.communities"));
  m.def(
      "core_periphery",
      [](const Graph& graph, const std::string& between, std::uint64_t seed, std::int64_t attempts) {
        return released(
            [&] { return graph::core_periphery(graph, {.between = between, .seed = seed, .attempts = attempts}); });
      },
      py::arg("graph"), py::kw_only(), py::arg("between") = "absent", py::arg("seed") = 1,
      py::arg("attempts") = graph::CoreOptions{}.attempts, doc("graph.core_periphery"));
  m.def(
      "continuous_coreness",
      [](const Graph& graph) { return released([&] { return graph::continuous_coreness(graph); }); }, py::arg("graph"),
      doc("graph.continuous_coreness"));
}

}  // namespace

void register_graph_groups(py::module_& core) {
  py::module_ m = core.attr("graph");
  register_groups(m);
  register_dyads(m);
  register_ego(m);
  register_permutation(m);
  register_communities(m);
}

}  // namespace houvast::bindings
