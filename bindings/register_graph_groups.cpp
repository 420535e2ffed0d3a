#include <pybind11/numpy.h>
#include <pybind11/pybind11.h>
#include <pybind11/stl.h>

#include "convert.hpp"
#include "houvast/graph/communities.hpp"
#include "houvast/graph/dyads.hpp"
#include "houvast/graph/ego.hpp"
#include "houvast/graph/groups.hpp"
#include "houvast/graph/permutation.hpp"
#include "pickle.hpp"

/// Groups, dyads, ego networks, permutation tests and communities as `houvast.graph`.
namespace houvast::bindings {
namespace {

/// A copy of a square matrix of numbers; masked cells become NaN.
class Matrix {
 public:
  Matrix(const py::object& given, const char* name) {
    const DoubleArray cells = numbers_of(given, name);
    if (cells.ndim() != 2) {
      throw ValueError({"HV-301", name, std::to_string(cells.ndim()) + " dimensions", "a square matrix", {}});
    }
    rows_ = cells.shape(0);
    cells_.assign(cells.data(), cells.data() + cells.size());
  }

  [[nodiscard]] graph::SquareMatrix view() const { return {rows_, cells_}; }

 private:
  static DoubleArray numbers_of(const py::object& given, const char* name) {
    try {
      return to_numbers(given);
    } catch (const py::type_error&) {
      throw ValueError({"HV-302", name, Py_TYPE(given.ptr())->tp_name, "a square matrix of numbers", {}});
    }
  }

  std::int64_t rows_ = 0;
  std::vector<double> cells_;
};

py::array_t<bool> flags_to_numpy(const std::vector<bool>& flags) {
  py::array_t<bool> result(static_cast<py::ssize_t>(flags.size()));
  bool* out = result.mutable_data();
  for (const bool flag : flags) *out++ = flag;
  return result;
}

void register_groups(py::module_& m) {
  m.def(
      "ei_index",
      [](const Graph& graph, const py::object& groups, std::int64_t permutations, std::uint64_t seed, int threads) {
        const Groups g = to_node_groups(groups, graph.nodes());
        return released([&] {
          return graph::ei_index(graph, g.codes, {.permutations = permutations, .seed = seed, .threads = threads});
        });
      },
      py::arg("graph"), py::arg("groups"), py::kw_only(), py::arg("permutations") = 1000, py::arg("seed") = 1,
      py::arg("threads") = 1,
      "Whether ties look outward (+1) or inward (-1): (external - internal) / all ties.\n\n"
      "`expected` is the value by chance given the group sizes, `p_value` two-sided by permuting the labels.\n"
      "Nodes without a group (None or NaN) are left out with their ties.\n"
      "Source: Krackhardt & Stern (1988).");
  m.def(
      "group_density",
      [](const Graph& graph, const py::object& groups) {
        const Groups g = to_node_groups(groups, graph.nodes());
        return released([&] { return graph::group_density(graph, g.codes, g.labels); });
      },
      py::arg("graph"), py::arg("groups"),
      "Ties, possible ties and density within and between groups (block matrix), a row per pair of groups.\n"
      "Source: Wasserman & Faust (1994), chapter 10.");
  m.def(
      "assortativity_nominal",
      [](const Graph& graph, const py::object& groups) {
        const Groups g = to_node_groups(groups, graph.nodes());
        return released([&] { return graph::assortativity_nominal(graph, g.codes); });
      },
      py::arg("graph"), py::arg("groups"),
      "How much more ties stay within groups than by chance (1 = always, 0 = by chance).\nSource: Newman (2003).");
  m.def(
      "assortativity",
      [](const Graph& graph, const py::object& groups, const std::string& source, const std::string& target) {
        if (groups.is_none()) {
          return released([&] { return graph::assortativity(graph, {.source = source, .target = target}); });
        }
        const Groups g = to_node_groups(groups, graph.nodes());
        return released([&] { return graph::assortativity_nominal(graph, g.codes); });
      },
      py::arg("graph"), py::arg("groups") = py::none(), py::kw_only(), py::arg("source") = "out",
      py::arg("target") = "in",
      "Correlation of the degrees at both ends of ties; with `groups` the same as `assortativity_nominal`.\n\n"
      "`source` and `target` say which degree of a directed graph counts: \"out\" or \"in\".\nSource: Newman (2003).");
  m.def(
      "brokerage",
      [](const Graph& graph, const py::object& groups, int threads) {
        const Groups g = to_node_groups(groups, graph.nodes());
        return released([&] { return graph::brokerage(graph, g.codes, {.labels = g.labels, .threads = threads}); });
      },
      py::arg("graph"), py::arg("groups"), py::kw_only(), py::arg("threads") = 1,
      "How often each node stands between two others without a direct tie, by their groups.\n\n"
      "Columns coordinator, consultant, representative, gatekeeper, liaison, total, each with expected_* and z_*\n"
      "(z is missing where the group is too small for the position). Every node needs a group.\n"
      "Source: Gould & Fernandez (1989).");
  m.def(
      "brokerage_totals",
      [](const Graph& graph, const py::object& groups, int threads) {
        const Groups g = to_node_groups(groups, graph.nodes());
        return released(
            [&] { return graph::brokerage_totals(graph, g.codes, {.labels = g.labels, .threads = threads}); });
      },
      py::arg("graph"), py::arg("groups"), py::kw_only(), py::arg("threads") = 1,
      "Each brokerage position over the whole network: count, expected, sd, z.\nSource: Gould & Fernandez (1989).");
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
      py::arg("graph"), py::arg("definition") = "edgewise",
      "How often ties are returned: \"edgewise\" 2M / (2M + A), \"dyadic\" (M + N) / (M + A + N) or\n"
      "\"dyadic_nonnull\" M / (M + A), with M mutual, A one-way and N empty pairs.\n"
      "Source: Wasserman & Faust (1994); names as in R sna.");
  m.def(
      "dyad_census", [](const Graph& graph) { return released([&] { return graph::dyad_census(graph); }); },
      py::arg("graph"), "Number of mutual, asymmetric and null pairs.\nSource: Holland & Leinhardt (1970).");
  m.def(
      "triad_census", [](const Graph& graph) { return released([&] { return graph::triad_census(graph); }); },
      py::arg("graph"), "Number of threes in each of the 16 classes.\nSource: Holland & Leinhardt (1976).");
  m.def(
      "krackhardt", [](const Graph& graph) { return released([&] { return graph::krackhardt(graph); }); },
      py::arg("graph"),
      "Connectedness, hierarchy, efficiency and least upper boundedness.\nSource: Krackhardt (1994).");
}

void register_ego(py::module_& m) {
  m.def(
      "constraint",
      [](const Graph& graph, bool weighted) {
        return to_numpy(released([&] { return graph::constraint(graph, {.weighted = weighted}); }));
      },
      py::arg("graph"), py::kw_only(), py::arg("weighted") = true,
      "Burt's constraint of each node; contacts are all nodes with a tie to or from it. NaN without contacts;\n"
      "it can exceed 1.\nSource: Burt (1992), chapter 2.");
  m.def(
      "effective_size",
      [](const Graph& graph, bool weighted) {
        return to_numpy(released([&] { return graph::effective_size(graph, {.weighted = weighted}); }));
      },
      py::arg("graph"), py::kw_only(), py::arg("weighted") = true,
      "Contacts of each node that are not doubled by others. NaN without contacts.\nSource: Burt (1992), chapter 2.");
  m.def(
      "hierarchy",
      [](const Graph& graph, bool weighted) {
        return to_numpy(released([&] { return graph::hierarchy(graph, {.weighted = weighted}); }));
      },
      py::arg("graph"), py::kw_only(), py::arg("weighted") = true,
      "How far each node's constraint comes from one contact (0 to 1). NaN without contacts.\n"
      "Source: Burt (1992), chapter 2. For Krackhardt's hierarchy see `krackhardt`.");
  m.def(
      "ego_measures",
      [](const Graph& graph, bool weighted) {
        return released([&] { return graph::ego_measures(graph, {.weighted = weighted}); });
      },
      py::arg("graph"), py::kw_only(), py::arg("weighted") = true,
      "Contacts, ties among them, effective size, efficiency, constraint and hierarchy, a row per node.\n"
      "Source: Burt (1992), chapter 2.");
}

void register_permutation(py::module_& m) {
  m.def(
      "qap_correlation",
      [](const py::object& a, const py::object& b, std::int64_t permutations, std::uint64_t seed, bool directed,
         int threads) {
        const Matrix first(a, "a"), second(b, "b");
        return released([&] {
          return graph::qap_correlation(
              first.view(), second.view(),
              {.permutations = permutations, .seed = seed, .directed = directed, .threads = threads});
        });
      },
      py::arg("a"), py::arg("b"), py::kw_only(), py::arg("permutations") = 1000, py::arg("seed") = 1,
      py::arg("directed") = true, py::arg("threads") = 1,
      "Correlation of two square matrices off the diagonal, tested by permuting the nodes of `b`.\n\n"
      "NaN or masked cells are missing. `directed=False` asks for symmetric matrices and counts each pair once.\n"
      "Source: Krackhardt (1988).");
  m.def(
      "mrqap",
      [](const py::object& y, const py::object& predictors, std::vector<std::string> names, std::int64_t permutations,
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
      "Regression of one square matrix on others, tested by double semi-partialling.\n\n"
      "`predictors` is a list of matrices (with `names`) or a dict of name to matrix.\n"
      "Source: Dekker, Krackhardt & Snijders (2007).");
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
      [](const Graph& graph, const py::object& labels, double resolution) {
        const Groups g = to_node_groups(labels, graph.nodes(), "labels");
        return released([&] { return graph::modularity(graph, g.codes, resolution); });
      },
      py::arg("graph"), py::arg("labels"), py::kw_only(), py::arg("resolution") = 1.0,
      "How much denser a division is inside than by chance.\n"
      "Source: Newman (2006); directed: Leicht & Newman (2008).");
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
      py::arg("attempts") = py::none(), py::arg("rounds") = graph::CommunityOptions{}.rounds,
      "Groups of nodes with more ties inside than by chance, each connected (Leiden).\n\n"
      "`attempts`: independent searches (None: 100 up to 500 nodes, 10 beyond), of which the best is kept.\n"
      "Source: Traag, Waltman & van Eck (2019).");
  m.def(
      "core_periphery",
      [](const Graph& graph, const std::string& between, std::uint64_t seed, std::int64_t attempts) {
        return released(
            [&] { return graph::core_periphery(graph, {.between = between, .seed = seed, .attempts = attempts}); });
      },
      py::arg("graph"), py::kw_only(), py::arg("between") = "absent", py::arg("seed") = 1,
      py::arg("attempts") = graph::CoreOptions{}.attempts,
      "The core and periphery that fit the ties best.\n\n"
      "`between` says what an ideal network has between them: \"absent\", \"present\" or \"missing\" (not looked at).\n"
      "Source: Borgatti & Everett (2000).");
  m.def(
      "continuous_coreness",
      [](const Graph& graph) { return released([&] { return graph::continuous_coreness(graph); }); }, py::arg("graph"),
      "Coreness of each node, 0 to 1, so that ties are near to the product of both ends' coreness.\n"
      "Source: Borgatti & Everett (2000), section 4.");
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
