#include "convert.hpp"
#include "houvast/disclosure/document.hpp"
#include "houvast/disclosure/release.hpp"
#include "houvast/text/say.hpp"
#include "rooms.hpp"

namespace houvast::bindings {
namespace {

// The one public symbol for whatever may not be shown.
py::object hidden() {
  return py::module_::import("houvast.results.hidden").attr("HIDDEN");
}

template <class Item, class Value>
auto or_hidden(Value Item::*field) {
  return [field](const Item& item) -> py::object { return item.shown ? py::cast(item.*field) : hidden(); };
}

}  // namespace

void register_release(py::module_& core) {
  py::class_<Policy>(core, "Policy", "What may leave, and for whom.")
      .def(py::init<std::string, std::int64_t>(), py::arg("name"), py::arg("threshold"),
           "Raises DisclosureError HV-401 when the threshold is below 5.")
      .def_static("named", &Policy::named, py::arg("name"), "\"team\" (5) or \"external\" (10).")
      .def_property_readonly("name", &Policy::name)
      .def_property_readonly("threshold", &Policy::threshold)
      .def("__repr__",
           [](const Policy& p) { return "Policy(" + p.name() + ", threshold " + std::to_string(p.threshold()) + ")"; });

  py::class_<ReleasedShare>(core, "ReleasedShare",
                            "A share as it may leave: a rounded value with interval, or only a band.")
      .def_readonly("value", &ReleasedShare::value)
      .def_readonly("low", &ReleasedShare::low)
      .def_readonly("high", &ReleasedShare::high);

  py::class_<ReleasedBin>(core, "ReleasedBin", "A part of a distribution after collapsing small categories.")
      .def_property_readonly("from_value", [](const ReleasedBin& b) { return b.from; })
      .def_property_readonly("to_value", [](const ReleasedBin& b) { return b.to; })
      .def_readonly("share", &ReleasedBin::share);

  py::class_<ReleasedScore>(core, "ReleasedScore",
                            "What may be told of one group's answers to one question or element.")
      .def_property_readonly("wave", [](const ReleasedScore& s) { return s.wave.str(); })
      .def_property_readonly("instrument", [](const ReleasedScore& s) { return s.instrument.str(); })
      .def_property_readonly("kind", [](const ReleasedScore& s) { return s.is_element ? "element" : "question"; })
      .def_readonly("id", &ReleasedScore::id)
      .def_readonly("group", &ReleasedScore::group)
      .def_readonly("shown", &ReleasedScore::shown)
      .def_property_readonly("n_band", or_hidden(&ReleasedScore::n_band))
      .def_property_readonly("top", or_hidden(&ReleasedScore::top))
      .def_property_readonly("dont_know", or_hidden(&ReleasedScore::dont_know))
      .def_property_readonly("distribution", or_hidden(&ReleasedScore::distribution))
      .def_property_readonly("median_low", or_hidden(&ReleasedScore::median_low))
      .def_property_readonly("median_high", or_hidden(&ReleasedScore::median_high));

  py::class_<ReleasedResponse>(core, "ReleasedResponse", "Who was asked and who answered.")
      .def_property_readonly("wave", [](const ReleasedResponse& r) { return r.wave.str(); })
      .def_property_readonly("instrument", [](const ReleasedResponse& r) { return r.instrument.str(); })
      .def_readonly("is_total", &ReleasedResponse::is_total)
      .def_readonly("group", &ReleasedResponse::group)
      .def_readonly("shown", &ReleasedResponse::shown)
      .def_property_readonly("asked_band", or_hidden(&ReleasedResponse::asked_band))
      .def_property_readonly("respondents_band", or_hidden(&ReleasedResponse::respondents_band))
      .def_property_readonly("share", or_hidden(&ReleasedResponse::share));

  py::class_<ReleasedStage>(core, "ReleasedStage", "The distribution of one dimension over its stages.")
      .def_property_readonly("wave", [](const ReleasedStage& s) { return s.wave.str(); })
      .def_property_readonly("dimension", [](const ReleasedStage& s) { return s.dimension.str(); })
      .def_readonly("shown", &ReleasedStage::shown)
      .def_readonly("inferred_order", &ReleasedStage::inferred_order)
      .def_property_readonly("n_band", or_hidden(&ReleasedStage::n_band))
      .def_property_readonly("distribution", or_hidden(&ReleasedStage::distribution))
      .def_property_readonly("dont_know", or_hidden(&ReleasedStage::dont_know));

  py::class_<ReleasedStrengthening>(core, "ReleasedStrengthening",
                                    "Whether one dimension qualifies for strengthening, without numbers of people.")
      .def_property_readonly("wave", [](const ReleasedStrengthening& s) { return s.wave.str(); })
      .def_property_readonly("dimension", [](const ReleasedStrengthening& s) { return s.dimension.str(); })
      .def_readonly("shown", &ReleasedStrengthening::shown)
      .def_readonly("inferred_order", &ReleasedStrengthening::inferred_order)
      .def_readonly("wished", &ReleasedStrengthening::wished)
      .def_readonly("wished_title", &ReleasedStrengthening::wished_title)
      .def_property_readonly("status", or_hidden(&ReleasedStrengthening::status))
      .def_property_readonly("claims", or_hidden(&ReleasedStrengthening::claims))
      .def_property_readonly("sentence",
                             [](const ReleasedStrengthening& s) -> py::object {
                               return s.shown ? py::cast(in_every_language(s.claims)) : hidden();
                             })
      .def_property_readonly("to_stage", or_hidden(&ReleasedStrengthening::to_stage))
      .def_property_readonly("to_title", or_hidden(&ReleasedStrengthening::to_title))
      .def_property_readonly("to_description", or_hidden(&ReleasedStrengthening::to_description));

  py::class_<ReleasedReliability>(core, "ReleasedReliability",
                                  "How well the questions of an element go together, from 30 people.")
      .def_property_readonly("wave", [](const ReleasedReliability& r) { return r.wave.str(); })
      .def_property_readonly("instrument", [](const ReleasedReliability& r) { return r.instrument.str(); })
      .def_readonly("element", &ReleasedReliability::element)
      .def_readonly("items", &ReleasedReliability::items)
      .def_readonly("shown", &ReleasedReliability::shown)
      .def_property_readonly("n_band", or_hidden(&ReleasedReliability::n_band))
      .def_property_readonly("alpha", or_hidden(&ReleasedReliability::alpha))
      .def_property_readonly("low", or_hidden(&ReleasedReliability::low))
      .def_property_readonly("high", or_hidden(&ReleasedReliability::high));

  py::class_<ReleasedGoal>(core, "ReleasedGoal", "One goal or agreement in its own words.")
      .def_readonly("kind", &ReleasedGoal::kind)
      .def_readonly("title", &ReleasedGoal::title)
      .def_readonly("indicator", &ReleasedGoal::indicator)
      .def_readonly("owner", &ReleasedGoal::owner)
      .def_property_readonly("status", [](const ReleasedGoal& g) { return std::string(to_string(g.status)); })
      .def_readonly("secured", &ReleasedGoal::secured)
      .def_readonly("start", &ReleasedGoal::start)
      .def_readonly("latest", &ReleasedGoal::latest)
      .def_readonly("target", &ReleasedGoal::target);

  py::class_<ReleasedGoals>(core, "ReleasedGoals",
                            "What became of the goals and agreements that serve one element, counted.")
      .def_property_readonly("wave", [](const ReleasedGoals& g) { return g.wave.str(); })
      .def_property_readonly("element", [](const ReleasedGoals& g) { return g.element.str(); })
      .def_readonly("total", &ReleasedGoals::total)
      .def_readonly("reached", &ReleasedGoals::reached)
      .def_readonly("on_the_way", &ReleasedGoals::on_the_way)
      .def_readonly("not_yet", &ReleasedGoals::not_yet)
      .def_readonly("away", &ReleasedGoals::away)
      .def_readonly("unknown", &ReleasedGoals::unknown)
      .def_readonly("secured", &ReleasedGoals::secured)
      .def_readonly("without_owner", &ReleasedGoals::without_owner)
      .def_readonly("without_indicator", &ReleasedGoals::without_indicator)
      .def_readonly("without_target", &ReleasedGoals::without_target)
      .def_readonly("goals", &ReleasedGoals::goals);

  py::class_<ReleasedFinding>(core, "ReleasedFinding",
                              "The outcome of one check, with names only where there is consent.")
      .def_readonly("check", &ReleasedFinding::check)
      .def_property_readonly("wave", [](const ReleasedFinding& f) { return f.wave.str(); })
      .def_readonly("relation", &ReleasedFinding::relation)
      .def_readonly("questions", &ReleasedFinding::questions)
      .def_property_readonly("title", [](const ReleasedFinding& f) { return in_every_language({f.title}); })
      .def_property_readonly("status", [](const ReleasedFinding& f) { return std::string(to_string(f.status)); })
      .def_property_readonly(
          "rule", [](const ReleasedFinding& f) { return in_every_language({f.rule}); }, "The rule with its thresholds.")
      .def_readonly("claims", &ReleasedFinding::claims, "What was found, as data.")
      .def_property_readonly(
          "sentence", [](const ReleasedFinding& f) { return in_every_language(f.claims); }, "The claims in words.")
      .def_property_readonly(
          "needed", [](const ReleasedFinding& f) { return in_every_language(f.needed); },
          "What would settle an unknown; else empty.");

  py::class_<ReleasedBlock>(core, "ReleasedBlock", "Ties between two groups of parties, or inside one.")
      .def_property_readonly("from_group", [](const ReleasedBlock& b) { return b.from; })
      .def_property_readonly("to_group", [](const ReleasedBlock& b) { return b.to; })
      .def_readonly("shown", &ReleasedBlock::shown)
      .def_property_readonly("density", or_hidden(&ReleasedBlock::density));

  py::class_<ReleasedNetwork>(core, "ReleasedNetwork", "The numbers of one relation in one wave.")
      .def_property_readonly("wave", [](const ReleasedNetwork& n) { return n.wave.str(); })
      .def_readonly("relation", &ReleasedNetwork::relation)
      .def_readonly("title", &ReleasedNetwork::title)
      .def_readonly("directed", &ReleasedNetwork::directed)
      .def_readonly("shown", &ReleasedNetwork::shown)
      .def_property_readonly("parties", or_hidden(&ReleasedNetwork::parties))
      .def_property_readonly("reported", or_hidden(&ReleasedNetwork::reported))
      .def_property_readonly("ties", or_hidden(&ReleasedNetwork::ties))
      .def_property_readonly("density", or_hidden(&ReleasedNetwork::density))
      .def_property_readonly("density_low", or_hidden(&ReleasedNetwork::density_low))
      .def_property_readonly("density_high", or_hidden(&ReleasedNetwork::density_high))
      .def_property_readonly("parts", or_hidden(&ReleasedNetwork::parts))
      .def_property_readonly("isolated", or_hidden(&ReleasedNetwork::isolated))
      .def_property_readonly("cut_parties", or_hidden(&ReleasedNetwork::cut_parties))
      .def_property_readonly("cut_names", or_hidden(&ReleasedNetwork::cut_names))
      .def_property_readonly("complete", or_hidden(&ReleasedNetwork::complete))
      .def_property_readonly("response",
                             [](const ReleasedNetwork& n) {
                               return n.shown ? py::object(py::str(std::string(to_string(n.response)))) : hidden();
                             })
      .def_property_readonly("asked_band", or_hidden(&ReleasedNetwork::asked_band))
      .def_property_readonly("reported_band", or_hidden(&ReleasedNetwork::reported_band))
      .def_property_readonly("response_share", or_hidden(&ReleasedNetwork::response_share))
      .def_readonly("groups", &ReleasedNetwork::groups)
      .def_readonly("blocks", &ReleasedNetwork::blocks);

  py::class_<ReleasedAgendaItem>(core, "ReleasedAgendaItem", "One question to talk about, with what may be told of it.")
      .def_property_readonly("question", [](const ReleasedAgendaItem& i) { return i.question.str(); })
      .def_property_readonly("element", [](const ReleasedAgendaItem& i) { return i.element.str(); })
      .def_property_readonly("reason", [](const ReleasedAgendaItem& i) { return std::string(to_string(i.reason)); })
      .def_readonly("total", &ReleasedAgendaItem::total)
      .def_readonly("lowest_group", &ReleasedAgendaItem::lowest_group)
      .def_readonly("highest_group", &ReleasedAgendaItem::highest_group)
      .def_readonly("advice", &ReleasedAgendaItem::advice)
      .def_property_readonly(
          "opening", [](const ReleasedAgendaItem& i) { return in_every_language({i.opening}); },
          "A way to open the conversation.")
      .def_property_readonly(
          "claims", [](const ReleasedAgendaItem& i) { return std::vector<Claim>{i.opening}; }, "The same as data.");

  py::class_<Release> released(core, "Release", "Everything about a study that may be shown to others under a policy.");
  released.def_readonly("study_id", &Release::study_id)
      .def_readonly("title", &Release::title)
      .def_readonly("fictional", &Release::fictional)
      .def_readonly("source", &Release::source)
      .def_readonly("asked_known", &Release::asked_known, "Whether the study tells how many people were asked.")
      .def_readonly("policy", &Release::policy)
      .def_readonly("threshold", &Release::threshold)
      .def_readonly("by", &Release::by)
      .def_readonly("group_titles", &Release::group_titles)
      .def_readonly("instruments", &Release::instruments)
      .def_readonly("waves", &Release::waves)
      .def_readonly("responses", &Release::responses)
      .def_readonly("totals", &Release::totals)
      .def_readonly("groups", &Release::groups)
      .def_readonly("reliability", &Release::reliability)
      .def_readonly("stages", &Release::stages)
      .def_readonly("complexity", &Release::complexity)
      .def_readonly("strengthening", &Release::strengthening)
      .def_readonly("blocks_by", &Release::blocks_by)
      .def_readonly("networks", &Release::networks)
      .def_readonly("goals", &Release::goals)
      .def_readonly("findings", &Release::findings)
      .def_readonly("agenda", &Release::agenda)
      .def("__repr__", [](const Release& r) {
        return "Release(" + r.study_id + ", policy " + r.policy + ", threshold " + std::to_string(r.threshold) + ")";
      });

  core.attr("RELEASE_SCHEMA") = kReleaseSchema;
  core.def("release_document", &release_document, py::arg("release"),
           "The numbers and words of a release as JSON text; its claims are empty.");
  core.attr("OTHER_GROUPS") = kOtherGroups;
  core.attr("DISCLOSURE_FLOOR") = kDisclosureFloor;
  core.def(
      "release",
      [](const Study& study, const Policy& policy, const std::string& by, std::int64_t agenda_length,
         const std::string& goals, const std::optional<std::string>& complexity) {
        const py::gil_scoped_release nogil;
        ReleaseOptions options{.by = by, .agenda_length = agenda_length, .goals = goal_detail_of(goals)};
        if (complexity) options.complexity = complexity_of(*complexity);
        return release(study, policy, options);
      },
      py::arg("study"), py::arg("policy"), py::arg("by") = "perspective", py::arg("agenda_length") = 5,
      py::arg("goals") = "counts", py::arg("complexity") = py::none());
}

}  // namespace houvast::bindings
