#include "convert.hpp"
#include "docs.hpp"
#include "houvast/base/choice.hpp"
#include "houvast/base/text.hpp"
#include "houvast/coverage/network_what_if.hpp"
#include "houvast/graph/new_ties.hpp"
#include "houvast/graph/robustness.hpp"
#include "houvast/text/say.hpp"
#include "pickle.hpp"
#include "rooms.hpp"

/// What if nodes leave or ties are made, on graphs and on studies.
namespace houvast::bindings {
namespace {

using Pair = std::pair<std::int64_t, std::int64_t>;

graph::TieGoal goal_of(const std::string& name) {
  return choose<graph::TieGoal>({"problem.subject.goal"}, name,
                                {{"groups", graph::TieGoal::kGroupPairs},
                                 {"reach_any", graph::TieGoal::kReachAny},
                                 {"reach_every", graph::TieGoal::kReachEvery},
                                 {"articulation_points", graph::TieGoal::kArticulationPoints},
                                 {"pairs_separated", graph::TieGoal::kPairsSeparated}});
}

std::vector<PartyId> parties_of(const py::handle& ids) {
  if (py::isinstance<py::str>(ids)) return {PartyId(ids.cast<std::string>())};
  std::vector<PartyId> parties;
  for (const py::handle id : ids) parties.emplace_back(id.cast<std::string>());
  return parties;
}

using NamedParties = std::vector<std::pair<std::string, std::vector<PartyId>>>;

// A dict of name to party ids, or a list of such sets, which are then called by their ids.
NamedParties sets_of(const py::object& sets) {
  NamedParties result;
  if (py::isinstance<py::str>(sets)) return {{sets.cast<std::string>(), parties_of(sets)}};
  const bool named = py::isinstance<py::dict>(sets);
  for (const py::handle item : sets) {
    if (named) {
      result.emplace_back(py::str(item).cast<std::string>(), parties_of(sets[item]));
      continue;
    }
    std::vector<PartyId> parties = parties_of(item);
    std::string name;
    for (const PartyId& id : parties) name += (name.empty() ? "" : ";") + id.str();
    result.emplace_back(std::move(name), std::move(parties));
  }
  return result;
}

using NodeSets = Called<"collections.abc.Iterable[numpy.typing.ArrayLike | collections.abc.Set[int]]">;
using PartySets = Called<
    "str | collections.abc.Mapping[str, collections.abc.Iterable[str]] | collections.abc.Iterable[str | "
    "collections.abc.Iterable[str]]">;

Table knockout_of(const Graph& graph, const std::optional<NodeSets>& sets, const std::optional<NodeLabels>& groups) {
  if (sets && groups) {
    throw ValueError({"HV-304",
                      {"problem.subject.who_leaves"},
                      Claim{"problem.value.sets_and_groups", {}},
                      {"problem.expected.sets_or_groups"}});
  }
  if (groups) {
    const Groups g = to_node_groups(*groups, graph.nodes());
    return released([&] { return graph::knockout_groups(graph, g.codes, g.labels); });
  }
  if (!sets) return released([&] { return graph::knockout(graph); });
  std::vector<std::vector<std::int64_t>> members;
  for (const py::handle set : *sets) {
    members.push_back(to_indexes(py::reinterpret_borrow<WholeNumbers>(set), "set", graph.nodes()));
  }
  return released([&] { return graph::knockout(graph, members); });
}

void register_on_graphs(py::module_& m) {
  py::class_<graph::NewTies>(m, "NewTies", "New ties, with what each of them does for the goal.")
      .def_readonly("table", &graph::NewTies::table,
                    "A row per tie: its ends, and the value of the goal before and after it.")
      .def_readonly("before", &graph::NewTies::before, "Value of the goal as it is.")
      .def_readonly("after", &graph::NewTies::after, "Value of the goal with all these ties.")
      .def_readonly("candidates", &graph::NewTies::candidates, "Number of pairs that could become a tie.")
      .def_readonly("exact", &graph::NewTies::exact, "Whether every set of so many ties was tried.")
      .def_property_readonly(
          "method", [](const graph::NewTies& n) { return say(n.method, Language::kEn); },
          "How they were found, in English.")
      .def(
          "say", [](const graph::NewTies& n, std::string_view lang) { return say(n.method, language_of(lang)); },
          py::arg("lang"), doc("NewTies.say"))
      .def(pickled(&graph::NewTies::table, &graph::NewTies::before, &graph::NewTies::after, &graph::NewTies::candidates,
                   &graph::NewTies::exact, &graph::NewTies::method));
  m.def(
      "best_new_ties",
      [](const Graph& graph, std::int64_t k, const std::string& goal, const std::optional<NodeLabels>& groups,
         const std::optional<WholeNumbers>& targets, std::optional<std::int64_t> steps,
         const std::optional<std::vector<Pair>>& candidates, std::int64_t combinations, int threads) {
        graph::NewTiesOptions options{
            .goal = goal_of(goal), .steps = steps, .combinations = combinations, .threads = threads};
        Groups labels;
        if (groups) labels = to_node_groups(*groups, graph.nodes());
        options.groups = labels.codes;
        const std::vector<std::int64_t> wanted =  // the options only look at them
            targets ? to_indexes(*targets, "targets", graph.nodes()) : std::vector<std::int64_t>();
        options.targets = wanted;
        if (candidates) options.candidates = *candidates;
        const Unlocked nogil;
        return graph::best_new_ties(graph, k, options);
      },
      py::arg("graph"), py::arg("k"), py::kw_only(), py::arg("goal") = "pairs_separated",
      py::arg("groups") = py::none(), py::arg("targets") = py::none(), py::arg("steps") = py::none(),
      py::arg("candidates") = py::none(), py::arg("combinations") = graph::NewTiesOptions{}.combinations,
      py::arg("threads") = 1, doc("graph.best_new_ties"));
  m.def("knockout", &knockout_of, py::arg("graph"), py::arg("sets") = py::none(), py::kw_only(),
        py::arg("groups") = py::none(), doc("graph.knockout"));
  m.def(
      "cut_off",
      [](const Graph& graph, const WholeNumbers& leaving) {
        const std::vector<std::int64_t> nodes = to_indexes(leaving, "leaving", graph.nodes());
        const Unlocked nogil;
        return graph::cut_off(graph, nodes);
      },
      py::arg("graph"), py::arg("leaving"), doc("graph.cut_off"));
}

}  // namespace

void register_what_if(py::module_& core) {
  py::module_ m = core.attr("graph");
  register_on_graphs(m);
  auto study = py::reinterpret_borrow<py::class_<Study>>(core.attr("Study"));  // bound by register_study
  study.def(
      "knockouts",
      [](const Study& of, const std::string& by, const std::optional<PartySets>& sets, const std::string& relation,
         const WaveName& wave, std::string_view lang) {
        const KnockoutOptions options{wave_id(wave), relation, by, sets ? sets_of(*sets) : NamedParties(),
                                      language_of(lang)};
        const Unlocked nogil;
        return network_knockouts(of, options);
      },
      py::arg("by") = "party", py::kw_only(), py::arg("sets") = py::none(), py::arg("relation") = "",
      py::arg("wave") = py::none(), py::arg("lang") = "nl", doc("Study.knockouts"));
  study.def(
      "best_new_ties",
      [](const Study& of, std::int64_t k, const std::string& goal, bool every, std::optional<std::int64_t> steps,
         const std::string& relation, const WaveName& wave, std::int64_t combinations, int threads) {
        const TieAdviceOptions options{wave_id(wave), relation, goal, every, steps, combinations, threads};
        const Unlocked nogil;
        return network_new_ties(of, k, options);
      },
      py::arg("k") = 3, py::arg("goal") = "domains", py::kw_only(), py::arg("every") = false,
      py::arg("steps") = py::none(), py::arg("relation") = "", py::arg("wave") = py::none(),
      py::arg("combinations") = TieAdviceOptions{}.combinations, py::arg("threads") = 1, doc("Study.best_new_ties"));
}

}  // namespace houvast::bindings
