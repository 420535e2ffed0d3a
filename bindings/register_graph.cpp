#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/index.hpp"
#include "convert.hpp"
#include "docs.hpp"
#include "houvast/base/choice.hpp"
#include "houvast/base/text.hpp"
#include "houvast/graph/centrality.hpp"
#include "houvast/graph/cohesion.hpp"
#include "houvast/graph/components.hpp"
#include "houvast/graph/graph.hpp"
#include "houvast/graph/paths.hpp"
#include "houvast/graph/robustness.hpp"
#include "houvast/text/say.hpp"
#include "pickle.hpp"
#include "rooms.hpp"

namespace houvast::bindings {
using houvast::detail::as_size;
using houvast::detail::at;
namespace {

using namespace py::literals;
using graph::Centrality;
using graph::ClosenessVariant;
using graph::CoreTies;
using graph::EigenvectorScale;
using graph::TooFew;
using graph::WeightMeaning;
using Ids = std::vector<std::int64_t>;

const std::vector<Choice<Direction>> kModes{{"all", Direction::kAll}, {"in", Direction::kIn}, {"out", Direction::kOut}};

Direction mode_of(const std::string& name) {
  return choose(argument("mode"), name, kModes);
}

WeightMeaning meaning_of(const std::string& name) {
  return choose<WeightMeaning>(argument("weights"), name,
                               {{"ignored", WeightMeaning::kIgnored}, {"distance", WeightMeaning::kDistance}},
                               "problem.expected.meaning_of_weights");
}

TooFew too_few_of(const std::string& name) {
  return choose<TooFew>(argument("too_few"), name, {{"zero", TooFew::kZero}, {"nan", TooFew::kNan}});
}

// Row after row, as a two-dimensional array without a copy.
template <class T>
py::array_t<T> to_matrix(std::vector<T> values, std::int64_t rows, std::int64_t columns) {
  return to_numpy(std::move(values)).reshape({rows, columns});
}

Graph make_graph(std::int64_t nodes, const WholeNumbers& sources, const WholeNumbers& targets, bool directed,
                 const std::optional<DoubleArray>& weights, const std::string& duplicates) {
  const Ids from = to_indexes(sources, "sources", kNoMask), to = to_indexes(targets, "targets", kNoMask);
  const auto rule = choose<Duplicates>(
      argument("duplicates"), duplicates,
      {{"error", Duplicates::kError}, {"keep_max", Duplicates::kKeepMax}, {"sum", Duplicates::kSum}});
  const auto strengths = weights ? copy_1d(*weights, "weights") : std::vector<double>();
  if (weights && strengths.size() != from.size()) {
    throw ValueError({"HV-301",
                      argument("weights"),
                      Claim{"problem.value.weights", {{"n", strengths.size()}}},
                      {"problem.expected.weight_per_tie", {{"n", from.size()}}}});
  }
  return released([&] { return Graph(nodes, from, to, strengths, {.directed = directed, .duplicates = rule}); });
}

py::tuple edges_of(const Graph& graph) {
  TieList ties = graph.edges();
  return py::make_tuple(to_numpy(std::move(ties.sources)), to_numpy(std::move(ties.targets)),
                        to_numpy(std::move(ties.weights)));
}

Ids loops_of(const Graph& graph) {
  return {graph.loop_nodes().begin(), graph.loop_nodes().end()};
}

Graph restored(const py::tuple& state) {
  auto ids = [](const py::handle& values) { return values.cast<Ids>(); };
  Ids sources = ids(state[1]), targets = ids(state[2]);
  auto weights = state[3].cast<std::vector<double>>();
  for (const std::int64_t node : ids(state[5])) {
    sources.push_back(node);
    targets.push_back(node);
    if (!weights.empty()) weights.push_back(0.0);
  }
  return Graph(state[0].cast<std::int64_t>(), sources, targets, weights, {.directed = state[4].cast<bool>()});
}

py::tuple state_of(const Graph& graph) {
  TieList ties = graph.edges();
  if (!graph.weighted()) ties.weights.clear();
  return py::make_tuple(graph.nodes(), std::move(ties.sources), std::move(ties.targets), std::move(ties.weights),
                        graph.directed(), loops_of(graph));
}

void register_class(py::module_& core) {
  py::class_<Graph>(core, "Graph",
                    "An immutable network: nodes 0 to n - 1 and ties between them. Self-ties (loops) are counted and "
                    "otherwise left out of everything.")
      .def(py::init(&make_graph), "n"_a, "sources"_a, "targets"_a, py::kw_only(), "directed"_a = false,
           "weights"_a = py::none(), "duplicates"_a = "error", doc("Graph.__init__"))
      .def_property_readonly("nodes", &Graph::nodes, "Number of nodes.")
      .def_property_readonly("ties", &Graph::ties, "Number of ties without loops: arcs when directed.")
      .def_property_readonly("loops", &Graph::loops, "Number of nodes with a tie to themselves.")
      .def_property_readonly("directed", &Graph::directed, "Whether ties have a direction.")
      .def_property_readonly("weighted", &Graph::weighted, "Whether ties have weights.")
      .def_property_readonly(
          "loop_nodes", [](const Graph& graph) { return to_numpy(loops_of(graph)); },
          "The nodes with a tie to themselves, in increasing order.")
      .def(
          "neighbours",
          [](const Graph& graph, std::int64_t node) {
            if (node < 0 || node >= graph.nodes()) {
              throw ValueError({"HV-302",
                                {"problem.subject.node"},
                                std::to_string(node),
                                {"problem.expected.node_below", {{"nodes", graph.nodes()}}}});
            }
            const auto row = graph.neighbours(node);
            return to_numpy(Ids(row.begin(), row.end()));
          },
          "node"_a, doc("Graph.neighbours"))
      .def("has_tie", &Graph::has_tie, "source"_a, "target"_a, doc("Graph.has_tie"))
      .def("weight", &Graph::weight, "source"_a, "target"_a, doc("Graph.weight"))
      .def("transpose", &Graph::transpose, py::call_guard<Unlocked>(), doc("Graph.transpose"))
      .def("symmetrized", &Graph::symmetrized, "mutual"_a = false, py::call_guard<Unlocked>(), doc("Graph.symmetrized"))
      .def(
          "without",
          [](const Graph& graph, const WholeNumbers& removed) {
            std::vector<char> flags(as_size(graph.nodes()), 0);
            for (const std::int64_t node : to_indexes(removed, "removed", graph.nodes())) {
              if (node < 0 || node >= graph.nodes()) {
                throw ValueError({"HV-302",
                                  argument("removed"),
                                  std::to_string(node),
                                  {"problem.expected.node_below", {{"nodes", graph.nodes()}}}});
              }
              at(flags, node) = 1;
            }
            const auto view = std::make_unique<bool[]>(flags.size());
            for (std::size_t i = 0; i < flags.size(); ++i) view[i] = flags[i] != 0;
            return graph.without({view.get(), flags.size()});
          },
          "removed"_a, doc("Graph.without"))
      .def("edges", &edges_of, doc("Graph.edges"))
      .def("__repr__",
           [](const Graph& graph) {
             return "Graph(nodes=" + std::to_string(graph.nodes()) + ", ties=" + std::to_string(graph.ties()) +
                    ", loops=" + std::to_string(graph.loops()) + ", directed=" + (graph.directed() ? "True" : "False") +
                    ", weighted=" + (graph.weighted() ? "True)" : "False)");
           })
      .def(py::pickle(&state_of, &restored));
}

void register_graph_results(py::module_& module) {
  py::class_<graph::Components>(module, "Components", "Which nodes hang together.")
      .def_property_readonly(
          "labels", [](const graph::Components& self) { return to_numpy(self.labels); },
          "The component of each node: 0, 1, 2 ... in order of first appearance.")
      .def_property_readonly(
          "sizes", [](const graph::Components& self) { return to_numpy(self.sizes); }, "Nodes per component.")
      .def_property_readonly("count", &graph::Components::count, "Number of components.")
      .def("__len__", &graph::Components::count)
      .def(pickled(&graph::Components::labels, &graph::Components::sizes));

  py::class_<graph::LambdaSets>(module, "LambdaSets",
                                "Nested groups that stay connected however few ties to the outside fail.")
      .def_property_readonly(
          "levels", [](const graph::LambdaSets& self) { return to_numpy(self.levels); },
          "The values of lambda above 0 that occur, in decreasing order.")
      .def_property_readonly(
          "matrix", [](const graph::LambdaSets& self) { return to_matrix(self.matrix(), self.nodes(), self.nodes()); },
          "Ties that must fail before two nodes are separated, for every pair; 0 on the diagonal.")
      .def("between", &graph::LambdaSets::between, "u"_a, "v"_a, doc("LambdaSets.between"))
      .def(
          "sets", [](const graph::LambdaSets& self, std::int64_t level) { return to_numpy(self.sets(level)); },
          "level"_a, doc("LambdaSets.sets"))
      .def(pickled(&graph::LambdaSets::parent, &graph::LambdaSets::flow, &graph::LambdaSets::levels));

  py::class_<graph::SampledCentrality>(module, "SampledCentrality",
                                       "A centrality from a sample of nodes; all intervals hold together with the "
                                       "stated confidence.")
      .def_property_readonly(
          "values", [](const graph::SampledCentrality& self) { return to_numpy(self.values); }, "One per node.")
      .def_property_readonly(
          "low", [](const graph::SampledCentrality& self) { return to_numpy(self.low); }, "Lower ends.")
      .def_property_readonly(
          "high", [](const graph::SampledCentrality& self) { return to_numpy(self.high); }, "Upper ends.")
      .def_readonly("error", &graph::SampledCentrality::error, "The bound that made the intervals.")
      .def_readonly("samples", &graph::SampledCentrality::samples, "Number of nodes searched from.")
      .def_property_readonly(
          "method", [](const graph::SampledCentrality& self) { return say(self.provenance.definition, Language::kEn); },
          "How it was computed, in one line of English.")
      .def(
          "say",
          [](const graph::SampledCentrality& self, std::string_view lang) {
            return say(self.provenance.definition, language_of(lang));
          },
          py::arg("lang"), doc("SampledCentrality.say"))
      .def_readonly("provenance", &graph::SampledCentrality::provenance,
                    "How it was computed: definition, source, options, version and seed.")
      .def(pickled(&graph::SampledCentrality::values, &graph::SampledCentrality::low, &graph::SampledCentrality::high,
                   &graph::SampledCentrality::error, &graph::SampledCentrality::samples,
                   &graph::SampledCentrality::provenance));
}

void register_structure(py::module_& module) {
  module.def(
      "density", [](const Graph& graph) { return graph::density(graph); }, "graph"_a, doc("graph.density"));
  module.def(
      "components",
      [](const Graph& graph, bool strong) { return released([&] { return graph::components(graph, strong); }); },
      "graph"_a, "strong"_a = false, doc("graph.components"));
  module.def(
      "isolates", [](const Graph& graph) { return to_numpy(graph::isolates(graph)); }, "graph"_a,
      doc("graph.isolates"));
  module.def(
      "articulation_points",
      [](const Graph& graph) { return to_numpy(released([&] { return graph::articulation_points(graph); })); },
      "graph"_a, doc("graph.articulation_points"));
  module.def(
      "bridges",
      [](const Graph& graph) {
        const auto pairs = released([&] { return graph::bridges(graph); });
        Ids flat;
        flat.reserve(2 * pairs.size());
        for (const auto& [a, b] : pairs) flat.insert(flat.end(), {a, b});
        return to_matrix(std::move(flat), static_cast<std::int64_t>(pairs.size()), 2);
      },
      "graph"_a, doc("graph.bridges"));
  module.def(
      "core_numbers",
      [](const Graph& graph, const std::string& mode) {
        const auto ties = choose<CoreTies>(argument("mode"), mode,
                                           {{"symmetrized", CoreTies::kSymmetrized},
                                            {"all", CoreTies::kAll},
                                            {"in", CoreTies::kIn},
                                            {"out", CoreTies::kOut}});
        return to_numpy(released([&] { return graph::core_numbers(graph, ties); }));
      },
      "graph"_a, "mode"_a = "symmetrized", doc("graph.core_numbers"));
  module.def(
      "edge_connectivity", [](const Graph& graph) { return released([&] { return graph::edge_connectivity(graph); }); },
      "graph"_a, doc("graph.edge_connectivity"));
  module.def(
      "lambda_sets", [](const Graph& graph) { return released([&] { return graph::lambda_sets(graph); }); }, "graph"_a,
      doc("graph.lambda_sets"));
  module.def(
      "maximal_cliques",
      [](const Graph& graph, std::int64_t min_size, std::int64_t limit) {
        return released([&] { return graph::maximal_cliques(graph, {.min_size = min_size, .limit = limit}); });
      },
      "graph"_a, "min_size"_a = 1, "limit"_a = 1000000, doc("graph.maximal_cliques"));
  module.def(
      "transitivity", [](const Graph& graph) { return released([&] { return graph::transitivity(graph); }); },
      "graph"_a, doc("graph.transitivity"));
  module.def(
      "clustering",
      [](const Graph& graph, const std::string& too_few) {
        const TooFew rule = too_few_of(too_few);
        return to_numpy(released([&] { return graph::clustering(graph, rule); }));
      },
      "graph"_a, "too_few"_a = "zero", doc("graph.clustering"));
  module.def(
      "average_clustering",
      [](const Graph& graph, const std::string& too_few) {
        const TooFew rule = too_few_of(too_few);
        return released([&] { return graph::average_clustering(graph, rule); });
      },
      "graph"_a, "too_few"_a = "zero", doc("graph.average_clustering"));
}

using Sources = Called<"int | numpy.typing.ArrayLike | collections.abc.Set[int]">;

void register_paths(py::module_& module) {
  module.def(
      "distances",
      [](const Graph& graph, const std::optional<Sources>& given, const std::string& mode, const std::string& weights,
         int threads) -> py::array_t<double> {
        graph::DistanceOptions options{.direction = mode_of(mode), .weights = meaning_of(weights), .threads = threads};
        const bool single = given && PyIndex_Check(given->ptr()) != 0 && !py::hasattr(*given, "__iter__");
        if (single) {
          options.sources = Ids{given->cast<std::int64_t>()};
        } else if (given) {
          options.sources = to_indexes(py::reinterpret_borrow<WholeNumbers>(*given), "sources", graph.nodes());
        }
        graph::Distances found = released([&] { return graph::distances(graph, options); });
        if (single) return to_numpy(std::move(found.values));
        return to_matrix(std::move(found.values), static_cast<std::int64_t>(found.sources.size()), found.nodes);
      },
      "graph"_a, "sources"_a = py::none(), "mode"_a = "out", "weights"_a = "ignored", "threads"_a = 1,
      doc("graph.distances"));
  module.def(
      "diameter",
      [](const Graph& graph, const std::string& mode, const std::string& weights, int threads) {
        const graph::PathOptions options{mode_of(mode), meaning_of(weights), threads};
        return released([&] { return graph::diameter(graph, options); });
      },
      "graph"_a, "mode"_a = "out", "weights"_a = "ignored", "threads"_a = 1, doc("graph.diameter"));
  module.def(
      "average_path_length",
      [](const Graph& graph, const std::string& mode, const std::string& weights, int threads) {
        const graph::PathOptions options{mode_of(mode), meaning_of(weights), threads};
        return released([&] { return graph::average_path_length(graph, options); });
      },
      "graph"_a, "mode"_a = "out", "weights"_a = "ignored", "threads"_a = 1, doc("graph.average_path_length"));
  module.def(
      "reach",
      [](const Graph& graph, std::int64_t steps, const std::string& mode, int threads) {
        const Direction direction = mode_of(mode);
        return to_numpy(released([&] { return graph::reach(graph, steps, {direction, threads}); }));
      },
      "graph"_a, "steps"_a, "mode"_a = "out", "threads"_a = 1, doc("graph.reach"));
}

void register_centrality(py::module_& module) {
  module.def(
      "degree",
      [](const Graph& graph, const std::string& mode) { return to_numpy(graph::degree(graph, mode_of(mode))); },
      "graph"_a, "mode"_a = "all", doc("graph.degree"));
  module.def(
      "strength",
      [](const Graph& graph, const std::string& mode) { return to_numpy(graph::strength(graph, mode_of(mode))); },
      "graph"_a, "mode"_a = "all", doc("graph.strength"));
  module.def(
      "betweenness",
      [](const Graph& graph, bool normalized, int threads, const std::string& weights) {
        const WeightMeaning meaning = meaning_of(weights);
        return to_numpy(released([&] { return graph::betweenness(graph, {normalized, threads, meaning}); }));
      },
      "graph"_a, "normalized"_a = false, "threads"_a = 1, py::kw_only(), "weights"_a = "ignored",
      doc("graph.betweenness"));
  module.def(
      "closeness",
      [](const Graph& graph, const std::string& variant, const std::string& mode, int threads,
         const std::string& weights) {
        const auto which = choose<ClosenessVariant>(argument("variant"), variant,
                                                    {{"wasserman_faust", ClosenessVariant::kWassermanFaust},
                                                     {"component", ClosenessVariant::kComponent},
                                                     {"reciprocal_sum", ClosenessVariant::kReciprocalSum}});
        const Direction direction = mode_of(mode);
        const WeightMeaning meaning = meaning_of(weights);
        return to_numpy(released([&] { return graph::closeness(graph, {which, direction, threads, meaning}); }));
      },
      "graph"_a, "variant"_a = "wasserman_faust", "mode"_a = "out", "threads"_a = 1, py::kw_only(),
      "weights"_a = "ignored", doc("graph.closeness"));
  module.def(
      "harmonic",
      [](const Graph& graph, bool normalized, const std::string& mode, int threads) {
        const Direction direction = mode_of(mode);
        return to_numpy(released([&] { return graph::harmonic(graph, {normalized, direction, threads}); }));
      },
      "graph"_a, "normalized"_a = false, "mode"_a = "out", "threads"_a = 1, doc("graph.harmonic"));
  const auto sampled = [&module](const char* name, auto function, const char* text) {
    module.def(
        name,
        [function](const Graph& graph, std::int64_t samples, std::uint64_t seed, double confidence, bool normalized,
                   const std::string& mode, int threads) {
          const graph::SampleOptions options{samples, seed, confidence, normalized, mode_of(mode), threads};
          return released([&] { return function(graph, options); });
        },
        "graph"_a, py::kw_only(), "samples"_a = 512, "seed"_a = 1, "confidence"_a = 0.95, "normalized"_a = false,
        "mode"_a = "out", "threads"_a = 1, text);
  };
  sampled("sampled_betweenness", &graph::sampled_betweenness, doc("graph.sampled_betweenness"));
  sampled("sampled_closeness", &graph::sampled_closeness, doc("graph.sampled_closeness"));
  sampled("sampled_harmonic", &graph::sampled_harmonic, doc("graph.sampled_harmonic"));
  module.def(
      "eigenvector",
      [](const Graph& graph, const std::string& scale, bool weighted, double tolerance, std::int64_t max_iterations) {
        const auto to = choose<EigenvectorScale>(
            argument("scale"), scale, {{"maximum", EigenvectorScale::kMaximum}, {"length", EigenvectorScale::kLength}});
        return to_numpy(released([&] { return graph::eigenvector(graph, {to, weighted, tolerance, max_iterations}); }));
      },
      "graph"_a, "scale"_a = "maximum", "weighted"_a = false, "tolerance"_a = 1e-12, "max_iterations"_a = 100000,
      doc("graph.eigenvector"));
  module.def(
      "pagerank",
      [](const Graph& graph, double damping, bool weighted, double tolerance, std::int64_t max_iterations) {
        return to_numpy(released([&] {
          return graph::pagerank(graph, {damping, weighted, tolerance, max_iterations});
        }));
      },
      "graph"_a, "damping"_a = 0.85, "weighted"_a = false, "tolerance"_a = 1e-14, "max_iterations"_a = 100000,
      doc("graph.pagerank"));
  module.def(
      "centralization",
      [](const Graph& graph, const std::string& which, int threads) {
        const auto of = choose<Centrality>(argument("which"), which,
                                           {{"degree", Centrality::kDegree},
                                            {"in_degree", Centrality::kInDegree},
                                            {"out_degree", Centrality::kOutDegree},
                                            {"betweenness", Centrality::kBetweenness},
                                            {"closeness", Centrality::kCloseness},
                                            {"eigenvector", Centrality::kEigenvector}});
        return released([&] { return graph::centralization(graph, of, {threads}); });
      },
      "graph"_a, "which"_a, "threads"_a = 1, doc("graph.centralization"));
}

void register_robustness(py::module_& module) {
  module.def(
      "knockout_curve",
      [](const Graph& graph, const WholeNumbers& order) {
        const Ids nodes = to_indexes(order, "order", kNoMask);
        return released([&] { return graph::knockout_curve(graph, nodes); });
      },
      "graph"_a, "order"_a, doc("graph.knockout_curve"));
}

}  // namespace

void register_graph(py::module_& core) {
  register_class(core);
  auto module = core.attr("graph").cast<py::module_>();
  register_graph_results(module);
  register_structure(module);
  register_paths(module);
  register_centrality(module);
  register_robustness(module);
}

}  // namespace houvast::bindings
