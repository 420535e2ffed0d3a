#include <variant>

#include "base/index.hpp"
#include "convert.hpp"
#include "docs.hpp"
#include "houvast/base/choice.hpp"
#include "houvast/graph/multiplex.hpp"
#include "houvast/graph/network_bounds.hpp"
#include "houvast/graph/network_change.hpp"
#include "houvast/graph/network_summary.hpp"
#include "houvast/graph/network_view.hpp"
#include "houvast/graph/two_mode.hpp"
#include "houvast/study/names.hpp"
#include "houvast/text/say.hpp"
#include "pickle.hpp"
#include "rooms.hpp"

namespace houvast::bindings {
using houvast::detail::as_size;
namespace {

// A result together with the study that names its parties.
struct StudyNetwork {
  Study study;
  NetworkSummary summary;
  ResponseThresholds thresholds;
};
struct StudyNetworkChange {
  Study study;
  NetworkChangeOptions options;
  NetworkChange change;
};

StudyNetwork network_of(const Study& study, const std::string& relation, const WaveId& wave, const NetworkOptions& ties,
                        const std::string& level, const ResponseThresholds& bands) {
  NetworkSummary summary = grouped_summary(study, network_summary(study, relation, wave, ties), level);
  static_cast<void>(network_response(summary.of_parties(), bands));  // refuses impossible bands here, not later
  return {study, std::move(summary), bands};
}

StudyNetworkChange change_of(const Study& study, const NetworkChangeOptions& options) {
  return {study, options, network_change(study, options)};
}

// Networks are computed again from their study.
py::tuple network_state(const StudyNetwork& of) {
  const Network& network = of.summary.network;
  return py::make_tuple(of.study, network.relation, packed(network.wave), packed(network.rule),
                        network.minimum_strength, network.level, of.thresholds.usable, of.thresholds.with_care);
}

StudyNetwork network_from(const py::tuple& state) {
  return network_of(state[0].cast<Study>(), state[1].cast<std::string>(), Packing<WaveId>::unpack(state[2]),
                    {Packing<TieRule>::unpack(state[3]), state[4].cast<double>()}, state[5].cast<std::string>(),
                    {state[6].cast<double>(), state[7].cast<double>()});
}

py::tuple change_state(const StudyNetworkChange& of) {
  const NetworkChangeOptions& options = of.options;
  return py::make_tuple(of.study, options.relation, packed(options.from), packed(options.to), packed(options.rule),
                        options.minimum_strength);
}

StudyNetworkChange change_from(const py::tuple& state) {
  return change_of(state[0].cast<Study>(),
                   {state[1].cast<std::string>(), Packing<std::optional<WaveId>>::unpack(state[2]),
                    Packing<std::optional<WaveId>>::unpack(state[3]), Packing<std::optional<TieRule>>::unpack(state[4]),
                    state[5].cast<double>()});
}

std::optional<TieRule> rule_of(const std::optional<std::string>& rule) {
  return rule ? std::optional(tie_rule_of(*rule)) : std::nullopt;
}

std::vector<std::string> ids_at(const Network& network, const std::vector<std::int32_t>& positions) {
  std::vector<std::string> ids;
  for (const std::int32_t at : positions) ids.push_back(network.ids[as_size(at)]);
  return ids;
}

std::vector<std::string> party_ids(const Study& study, const std::vector<std::int32_t>& parties) {
  std::vector<std::string> ids;
  for (const std::int32_t p : parties) ids.push_back(study.parties()[as_size(p)].id.str());
  return ids;
}

graph::Centrality centrality_of(std::string_view kind) {
  return choose<graph::Centrality>({"problem.subject.kind"}, kind,
                                   {{"degree", graph::Centrality::kDegree},
                                    {"in_degree", graph::Centrality::kInDegree},
                                    {"out_degree", graph::Centrality::kOutDegree},
                                    {"betweenness", graph::Centrality::kBetweenness},
                                    {"closeness", graph::Centrality::kCloseness},
                                    {"eigenvector", graph::Centrality::kEigenvector}});
}

bool of_items(std::string_view side) {
  return choose<bool>(argument("side"), side, {{"parties", false}, {"items", true}});
}

void register_views(py::module_& core) {
  py::class_<NetworkResponse>(core, "NetworkResponse", "Who reported, and how far that lets the numbers be read.")
      .def_readonly("asked", &NetworkResponse::asked, "Parties; at least so many when who was asked is not known.")
      .def_readonly("reported", &NetworkResponse::reported, "Parties that reported.")
      .def_readonly("asked_known", &NetworkResponse::asked_known, "Whether it is known who was asked.")
      .def_readonly("share", &NetworkResponse::share, "Nothing when who was asked is not known.")
      .def_property_readonly(
          "band", [](const NetworkResponse& r) { return std::string(to_string(r.band)); },
          "\"usable\", \"with care\" or \"only bounds\".")
      .def_property_readonly(
          "reason", [](const NetworkResponse& r) { return in_every_language(r.reason); },
          "Why this band, with the numbers.")
      .def_readonly("claims", &NetworkResponse::reason, "The same as data.");

  py::class_<NetworkView>(core, "NetworkView", "Some ties of a network, to look at; it has no metrics.")
      .def_readonly("perspectives", &NetworkView::perspectives, "Ids of the perspectives that are looked at.")
      .def_readonly("parties", &NetworkView::parties, "Rows of the network's table; numbers are of the whole network.")
      .def_readonly("ties", &NetworkView::ties, "The ties, with numbers of the whole network.")
      .def_readonly("all_parties", &NetworkView::all_parties, "Number of parties of the whole network.")
      .def_readonly("all_ties", &NetworkView::all_ties, "Number of ties of the whole network.")
      .def_readonly("disagreements", &NetworkView::disagreements,
                    "Where the two sides of these ties say different things.")
      .def("__getattr__", [](const NetworkView&, const std::string& name) -> py::object {
        throw py::attribute_error("a view shows some ties and has no '" + name +
                                  "': numbers are of the whole network, so ask the network itself");
      });
}

void register_network_class(py::module_& core) {
  py::class_<StudyNetwork> study_network(core, "StudyNetwork",
                                         "Who works with whom in one wave; exact, for inside use.");
  study_network
      .def_property_readonly(
          "density", [](const StudyNetwork& n) { return n.summary.density; },
          "Over observed dyads, with bounds in details.")
      .def_property_readonly(
          "graph", [](const StudyNetwork& n) { return n.summary.graph; },
          "The network as a Graph, nodes in the order of `party_ids`; it knows nothing of silence.")
      .def_property_readonly(
          "party_ids", [](const StudyNetwork& n) { return n.summary.network.ids; },
          "Nodes: party ids, or names of groups.")
      .def_property_readonly(
          "silent", [](const StudyNetwork& n) { return ids_at(n.summary.network, n.summary.network.silent()); },
          "Parties that were asked and gave no report.")
      .def_property_readonly(
          "isolated", [](const StudyNetwork& n) { return ids_at(n.summary.network, n.summary.isolated); },
          "Ids of parties that are known to have no tie.")
      .def_property_readonly(
          "unknown_ties", [](const StudyNetwork& n) { return ids_at(n.summary.network, n.summary.unknown_ties); },
          "Silent parties that nobody names.")
      .def_property_readonly(
          "components", [](const StudyNetwork& n) { return n.summary.component_sizes; },
          "Sizes of the connected parts, by the ties that were told.")
      .def_property_readonly(
          "components_bounds",
          [](const StudyNetwork& n) {
            const NetworkBounds bounds = component_bounds(n.summary.network);
            return std::pair(static_cast<std::int64_t>(bounds.low), static_cast<std::int64_t>(bounds.high));
          },
          "Fewest and most connected parts, whatever holds for the dyads that nobody told about.")
      .def_property_readonly(
          "articulation_points",
          [](const StudyNetwork& n) {
            py::dict result;
            for (const CutParty& cut : n.summary.cut_parties) {
              result[py::str(n.summary.network.ids[as_size(cut.position)])] = ids_at(n.summary.network, cut.cut_off);
            }
            return result;
          },
          "Party id → ids that lose contact with the largest part when it leaves.")
      .def_property_readonly(
          "response", [](const StudyNetwork& n) { return network_response(n.summary.of_parties(), n.thresholds); },
          "Share of the parties asked that reported, with its band and the reason for it.")
      .def(
          "centralization",
          [](const StudyNetwork& n, std::string_view kind) {
            return network_centralization(n.summary, centrality_of(kind), n.thresholds);
          },
          py::arg("kind") = "in_degree", doc("StudyNetwork.centralization"))
      .def(
          "reciprocity",
          [](const StudyNetwork& n, std::string_view definition) {
            return network_reciprocity(n.summary.network, definition);
          },
          py::arg("definition") = "edgewise", doc("StudyNetwork.reciprocity"))
      .def_property_readonly(
          "confirmation", [](const StudyNetwork& n) { return network_confirmation(n.summary.of_parties()); },
          "Share of ties named by one side that the other side names too.")
      .def_property_readonly(
          "metrics", [](const StudyNetwork& n) { return network_metrics(n.summary, n.thresholds); },
          "One row per number: value, low, high, n, definition, reason.")
      .def_property_readonly(
          "parties", [](const StudyNetwork& n) { return titled(network_table(n.study, n.summary), n.study); },
          "One row per party, or per group.")
      .def_property_readonly(
          "ties", [](const StudyNetwork& n) { return titled(ties_table(n.summary.network), n.study); },
          "One row per tie.")
      .def_property_readonly(
          "groups",
          [](const StudyNetwork& n) -> std::optional<Table> {
            return n.summary.grouping ? std::optional(group_table(*n.summary.grouping)) : std::nullopt;
          },
          "Of a network of groups: pairs of members between and inside groups; None for a network of parties.")
      .def_property_readonly(
          "disagreements",
          [](const StudyNetwork& n) { return titled(disagreements_table(n.summary.of_parties()), n.study); },
          "Pairs of parties that say different things about the same tie.")
      .def(
          "view",
          [](const StudyNetwork& n, const std::variant<std::string, std::vector<std::string>>& perspectives,
             bool both_ends) {
            const auto* one = std::get_if<std::string>(&perspectives);
            return network_view(n.study, n.summary,
                                {one ? std::vector<std::string>{*one} : std::get<1>(perspectives), both_ends});
          },
          py::arg("perspectives"), py::arg("both_ends") = false, doc("StudyNetwork.view"))
      .def_property_readonly(
          "relation", [](const StudyNetwork& n) { return n.summary.network.relation; }, "Id of the relation.")
      .def_property_readonly(
          "wave", [](const StudyNetwork& n) { return n.summary.network.wave.str(); }, "Id of the wave.")
      .def_property_readonly(
          "rule", [](const StudyNetwork& n) { return std::string(to_string(n.summary.network.rule)); },
          "When a tie counts: \"source\", \"either\" or \"both\".")
      .def_property_readonly(
          "level", [](const StudyNetwork& n) { return n.summary.network.level; },
          "\"party\", or the attribute that parties are taken together by.")
      .def(py::pickle(&network_state, &network_from));
}

void register_change(py::module_& core) {
  py::class_<StudyNetworkChange>(core, "NetworkChange", "One relation in two waves; exact, for inside use.")
      .def_property_readonly(
          "relation", [](const StudyNetworkChange& c) { return c.change.relation; }, "Id of the relation.")
      .def_property_readonly(
          "from_wave", [](const StudyNetworkChange& c) { return c.change.from.str(); }, "Id of the earlier wave.")
      .def_property_readonly(
          "to_wave", [](const StudyNetworkChange& c) { return c.change.to.str(); }, "Id of the later wave.")
      .def_property_readonly(
          "party_ids", [](const StudyNetworkChange& c) { return party_ids(c.study, c.change.parties); },
          "Parties in both waves.")
      .def_property_readonly(
          "pairs", [](const StudyNetworkChange& c) { return c.change.pairs.size(); }, "Pairs observed in both waves.")
      .def_property_readonly(
          "kept", [](const StudyNetworkChange& c) { return c.change.kept; }, "Ties in both waves.")
      .def_property_readonly(
          "new", [](const StudyNetworkChange& c) { return c.change.fresh; }, "Ties in the later wave only.")
      .def_property_readonly(
          "lost", [](const StudyNetworkChange& c) { return c.change.lost; }, "Ties in the earlier wave only.")
      .def_property_readonly(
          "never", [](const StudyNetworkChange& c) { return c.change.never; }, "Pairs without a tie in either wave.")
      .def_property_readonly(
          "strengthened", [](const StudyNetworkChange& c) { return c.change.strengthened; }, "Kept and stronger.")
      .def_property_readonly(
          "weakened", [](const StudyNetworkChange& c) { return c.change.weakened; }, "Kept and weaker.")
      .def_property_readonly(
          "jaccard", [](const StudyNetworkChange& c) { return c.change.jaccard; }, "kept / (kept + new + lost).")
      .def_property_readonly(
          "hamming", [](const StudyNetworkChange& c) { return c.change.hamming; },
          "(new + lost) / pairs; detail `count` = new + lost.")
      .def_property_readonly(
          "ties", [](const StudyNetworkChange& c) { return titled(changed_ties_table(c.study, c.change), c.study); },
          "One row per compared pair with a tie in at least one wave.")
      .def_property_readonly(
          "not_compared",
          [](const StudyNetworkChange& c) { return titled(not_compared_table(c.study, c.change), c.study); },
          "Why some pairs say nothing about change: who joined, left or was silent.")
      .def(
          "churn", [](const StudyNetworkChange& c, std::string_view by) { return churn_table(c.study, c.change, by); },
          py::arg("by") = "domain", doc("NetworkChange.churn"))
      .def(py::pickle(&change_state, &change_from));
}

void register_modes(py::module_& core) {
  py::class_<Multiplex>(core, "Multiplex", "Several relations of one wave side by side; exact, for inside use.")
      .def_property_readonly(
          "wave", [](const Multiplex& m) { return m.wave.str(); }, "Id of the wave.")
      .def_readonly("relations", &Multiplex::relations, "Ids of the relations.")
      .def_readonly("directed", &Multiplex::directed, "Whether arcs are compared, or pairs whatever the direction.")
      .def_property_readonly("pairs", &multiplex_pairs_table, "One row per pair with a tie: which relations.")
      .def_property_readonly("overlap", &overlap_table, "One row per two relations, over pairs observed in both.")
      .def_property_readonly("parties", &multiplexity_table, "One row per party: partners in two or more relations.");

  py::class_<TwoMode>(core, "TwoMode", "Parties and what they have or answered; exact, for inside use.")
      .def_readonly("kind", &TwoMode::kind, "\"expertise\" or \"questions\".")
      .def_property_readonly(
          "wave", [](const TwoMode& t) { return t.wave.str(); }, "Id of the wave.")
      .def_readonly("party_ids", &TwoMode::parties, "Ids of the parties.")
      .def_readonly("items", &TwoMode::items, "What the parties have or answered.")
      .def_readonly("density", &TwoMode::density, "Over parties that told, with bounds in details.")
      .def_property_readonly("incidence", &incidence_table, "One row per party and item that go together.")
      .def(
          "degrees", [](const TwoMode& t, std::string_view side) { return two_mode_degrees(t, of_items(side)); },
          py::arg("side") = "parties", doc("TwoMode.degrees"))
      .def(
          "shared", [](const TwoMode& t, std::string_view side) { return projection_table(t, of_items(side)); },
          py::arg("side") = "parties", doc("TwoMode.shared"))
      .def(
          "projection", [](const TwoMode& t, std::string_view side) { return t.projection(of_items(side)); },
          py::arg("side") = "parties", doc("TwoMode.projection"));
}

}  // namespace

void register_network(py::module_& core) {
  register_views(core);
  register_network_class(core);
  register_change(core);
  register_modes(core);

  auto study = py::reinterpret_borrow<py::class_<Study>>(core.attr("Study"));  // bound by register_study
  study.def(
      "network",
      [](const Study& s, const std::optional<std::string>& relation, const WaveName& wave,
         const std::optional<std::string>& rule, double minimum_strength, const std::string& level,
         std::pair<double, double> thresholds) {
        const std::string name = relation ? *relation : s.data().relations.empty() ? "" : s.data().relations.front().id;
        const WaveId of = wave_id(wave).value_or(s.last_wave().id);
        const ResponseThresholds bands{thresholds.first, thresholds.second};
        return network_of(s, name, of, {rule_of(rule), minimum_strength}, level, bands);
      },
      py::arg("relation") = py::none(), py::arg("wave") = py::none(), py::arg("rule") = py::none(),
      py::arg("minimum_strength") = 0.0, py::arg("level") = "party", py::arg("response_bands") = std::pair(0.8, 0.6),
      py::call_guard<Unlocked>(), doc("Study.network"));
  study.def(
      "network_change",
      [](const Study& s, const WaveName& from, const WaveName& to, const std::optional<std::string>& relation,
         const std::optional<std::string>& rule, double minimum_strength) {
        return change_of(s, {relation.value_or(""), wave_id(from), wave_id(to), rule_of(rule), minimum_strength});
      },
      py::arg("from_wave") = py::none(), py::arg("to_wave") = py::none(), py::arg("relation") = py::none(),
      py::arg("rule") = py::none(), py::arg("minimum_strength") = 0.0, py::call_guard<Unlocked>(),
      doc("Study.network_change"));
  study.def(
      "multiplex",
      [](const Study& s, const WaveName& wave, const std::vector<std::string>& relations,
         const std::optional<std::string>& rule, double minimum_strength) {
        return multiplex(s, {wave_id(wave), relations, rule_of(rule), minimum_strength});
      },
      py::arg("wave") = py::none(), py::arg("relations") = std::vector<std::string>(), py::arg("rule") = py::none(),
      py::arg("minimum_strength") = 0.0, py::call_guard<Unlocked>(), doc("Study.multiplex"));
  study.def(
      "two_mode",
      [](const Study& s, std::string_view kind, const WaveName& wave) { return two_mode(s, kind, wave_id(wave)); },
      py::arg("kind") = "expertise", py::arg("wave") = py::none(), py::call_guard<Unlocked>(), doc("Study.two_mode"));
}

}  // namespace houvast::bindings
