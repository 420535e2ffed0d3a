#include <array>
#include <string>
#include <utility>
#include <vector>

#include "convert.hpp"
#include "docs.hpp"
#include "houvast/disclosure/document.hpp"
#include "houvast/disclosure/release.hpp"
#include "houvast/disclosure/sequence.hpp"
#include "houvast/scoring/supported.hpp"
#include "houvast/text/say.hpp"
#include "rooms.hpp"

namespace houvast::bindings {
namespace {

// A value, or the one public symbol for whatever may not be shown.
template <class Value>
class OrHidden : public py::object {
 public:
  PYBIND11_OBJECT_DEFAULT(OrHidden, py::object, holds)

 private:
  static bool holds(PyObject* /*anything*/) { return true; }
};

py::object hidden() {
  return py::module_::import("houvast.results.hidden").attr("HIDDEN");
}

template <class Item, class Value>
auto or_hidden(Value Item::*field) {
  return [field](const Item& item) -> OrHidden<Value> { return item.shown ? py::cast(item.*field) : hidden(); };
}

// A release is made by its gate only: not by `Release.__new__`, which would leave one without contents.
PyObject* refuse_forged(PyTypeObject* /*type*/, PyObject* /*args*/, PyObject* /*kwargs*/) {
  try {
    py::module_::import("houvast.release.gate").attr("refuse")("Release");
  } catch (py::error_already_set& error) {
    error.restore();
  }
  return nullptr;
}

}  // namespace
}  // namespace houvast::bindings

namespace pybind11::detail {

template <class Value>
struct handle_type_name<houvast::bindings::OrHidden<Value>> {
  static constexpr auto name = make_caster<Value>::name + const_name(" | houvast.results.hidden.Hidden");
};

}  // namespace pybind11::detail

namespace houvast::bindings {

void register_release(py::module_& core) {
  py::class_<Policy>(core, "Policy", "What may leave, and for whom.")
      .def(py::init<std::string, std::int64_t>(), py::arg("name"), py::arg("threshold"), doc("Policy.__init__"))
      .def_static("named", &Policy::named, py::arg("name"), doc("Policy.named"))
      .def_property_readonly("name", &Policy::name, "What it is called.")
      .def_property_readonly("threshold", &Policy::threshold, "Fewest people behind a number that is shown.");

  py::class_<ReleasedShare>(core, "ReleasedShare", "A share as it may leave: the step that it lies in.")
      .def_readonly("low", &ReleasedShare::low, "Lower edge of the step, which is in it.")
      .def_readonly("high", &ReleasedShare::high, "Upper edge of the step, which is not in it unless it is 1.");

  py::class_<ReleasedBin>(core, "ReleasedBin", "A category of a distribution.")
      .def_readonly("value", &ReleasedBin::value, "The value of the scale.")
      .def_readonly("share", &ReleasedBin::share, "Share of the answers.");

  py::class_<ReleasedScore>(core, "ReleasedScore",
                            "What may be told of one group's answers to one question or element.")
      .def_property_readonly(
          "wave", [](const ReleasedScore& s) { return s.wave.str(); }, "Id of the wave.")
      .def_property_readonly(
          "instrument", [](const ReleasedScore& s) { return s.instrument.str(); }, "Id of the instrument.")
      .def_property_readonly(
          "kind", [](const ReleasedScore& s) { return s.is_element ? "element" : "question"; },
          "\"question\" or \"element\".")
      .def_readonly("id", &ReleasedScore::id, "Id of the question or element.")
      .def_readonly("group", &ReleasedScore::group, "Name of the group; \"\" for everybody.")
      .def_readonly("shown", &ReleasedScore::shown, "Whether anything may be shown.")
      .def_property_readonly("n_band", or_hidden(&ReleasedScore::n_band), "Number of answers, as a band.")
      .def_property_readonly("top", or_hidden(&ReleasedScore::top), "Top-box share.")
      .def_property_readonly("dont_know", or_hidden(&ReleasedScore::dont_know), "Share of those who do not know.")
      .def_property_readonly("distribution", or_hidden(&ReleasedScore::distribution),
                             "Shares of the values; empty when they may not leave.");

  py::class_<ReleasedResponse>(core, "ReleasedResponse", "Who was asked and who answered.")
      .def_property_readonly(
          "wave", [](const ReleasedResponse& r) { return r.wave.str(); }, "Id of the wave.")
      .def_property_readonly(
          "instrument", [](const ReleasedResponse& r) { return r.instrument.str(); }, "Id of the instrument.")
      .def_readonly("is_total", &ReleasedResponse::is_total, "Whether it is about everybody.")
      .def_readonly("group", &ReleasedResponse::group, "Name of the group; \"\" for parties without one.")
      .def_readonly("shown", &ReleasedResponse::shown, "Whether anything may be shown.")
      .def_property_readonly("asked_band", or_hidden(&ReleasedResponse::asked_band),
                             "Number of people asked, as a band; \"\" when not known.")
      .def_property_readonly("respondents_band", or_hidden(&ReleasedResponse::respondents_band),
                             "Number of people who answered, as a band; \"\" when how many were asked is known.")
      .def_property_readonly("share", or_hidden(&ReleasedResponse::share),
                             "Share of those asked who answered; None when not known.");

  py::class_<ReleasedStage>(core, "ReleasedStage", "The distribution of one dimension over its stages.")
      .def_property_readonly(
          "wave", [](const ReleasedStage& s) { return s.wave.str(); }, "Id of the wave.")
      .def_property_readonly(
          "dimension", [](const ReleasedStage& s) { return s.dimension.str(); }, "Id of the dimension.")
      .def_readonly("shown", &ReleasedStage::shown, "Whether anything may be shown.")
      .def_readonly("inferred_order", &ReleasedStage::inferred_order,
                    "Whether the order of the stages is not stated by the source.")
      .def_property_readonly("n_band", or_hidden(&ReleasedStage::n_band), "Number of assessments, as a band.")
      .def_property_readonly("distribution", or_hidden(&ReleasedStage::distribution), "Shares of the stages.")
      .def_property_readonly("dont_know", or_hidden(&ReleasedStage::dont_know), "Share of those who do not know.");

  py::class_<ReleasedStrengthening>(core, "ReleasedStrengthening",
                                    "Whether one dimension qualifies for strengthening, without numbers of people.")
      .def_property_readonly(
          "wave", [](const ReleasedStrengthening& s) { return s.wave.str(); }, "Id of the wave.")
      .def_property_readonly(
          "dimension", [](const ReleasedStrengthening& s) { return s.dimension.str(); }, "Id of the dimension.")
      .def_readonly("shown", &ReleasedStrengthening::shown, "Whether anything may be shown.")
      .def_readonly("inferred_order", &ReleasedStrengthening::inferred_order,
                    "Whether the order of the stages is not stated by the source.")
      .def_readonly("wished", &ReleasedStrengthening::wished, "The stage that the questions ask.")
      .def_readonly("wished_title", &ReleasedStrengthening::wished_title, "What that stage is called.")
      .def_property_readonly("status", or_hidden(&ReleasedStrengthening::status),
                             "\"strengthen\", \"fits\", \"lower_fits\" or \"unknown\".")
      .def_property_readonly("claims", or_hidden(&ReleasedStrengthening::claims), "What is said of it, as data.")
      .def_property_readonly(
          "sentence",
          [](const ReleasedStrengthening& s) -> OrHidden<LocalizedText> {
            return s.shown ? py::cast(in_every_language(s.claims)) : hidden();
          },
          "The claims in words.")
      .def_property_readonly("to_stage", or_hidden(&ReleasedStrengthening::to_stage),
                             "The next stage, or the earlier one that would do; None for neither.")
      .def_property_readonly("to_title", or_hidden(&ReleasedStrengthening::to_title), "What that stage is called.")
      .def_property_readonly("to_description", or_hidden(&ReleasedStrengthening::to_description),
                             "What that stage looks like.");

  py::class_<ReleasedReliability>(core, "ReleasedReliability",
                                  "How well the questions of an element go together, from 30 people.")
      .def_property_readonly(
          "wave", [](const ReleasedReliability& r) { return r.wave.str(); }, "Id of the wave.")
      .def_property_readonly(
          "instrument", [](const ReleasedReliability& r) { return r.instrument.str(); }, "Id of the instrument.")
      .def_readonly("element", &ReleasedReliability::element, "Id of the element.")
      .def_readonly("items", &ReleasedReliability::items, "Number of rated questions.")
      .def_readonly("shown", &ReleasedReliability::shown, "Whether anything may be shown.")
      .def_property_readonly("n_band", or_hidden(&ReleasedReliability::n_band), "Number of people, as a band.")
      .def_property_readonly("alpha", or_hidden(&ReleasedReliability::alpha), "Cronbach's alpha, with one decimal.")
      .def_property_readonly("low", or_hidden(&ReleasedReliability::low), "Lower end of its interval.")
      .def_property_readonly("high", or_hidden(&ReleasedReliability::high), "Upper end of its interval.")
      .def_property_readonly("together", or_hidden(&ReleasedReliability::together),
                             "Whether the questions hang together; if not, the element is told by question.");

  py::class_<ReleasedGoal>(core, "ReleasedGoal", "One goal or agreement in its own words.")
      .def_readonly("kind", &ReleasedGoal::kind, "\"goal\" or \"agreement\".")
      .def_readonly("title", &ReleasedGoal::title, "What is to be reached.")
      .def_readonly("indicator", &ReleasedGoal::indicator, "How to tell; may be empty.")
      .def_readonly("owner", &ReleasedGoal::owner, "Who sees to it, by name only with consent; may be empty.")
      .def_property_readonly(
          "status", [](const ReleasedGoal& g) { return std::string(to_string(g.status)); },
          "How far it is: \"reached\", \"on the way\", \"not yet\", \"away\" or \"unknown\".")
      .def_readonly("secured", &ReleasedGoal::secured,
                    "Whether it was reached and stayed so; None when that cannot be told yet.")
      .def_readonly("start", &ReleasedGoal::start, "First value of the indicator, if any.")
      .def_readonly("latest", &ReleasedGoal::latest, "Latest value of the indicator, if any.")
      .def_readonly("target", &ReleasedGoal::target, "Value to reach, if any.");

  py::class_<ReleasedGoals>(core, "ReleasedGoals",
                            "What became of the goals and agreements that serve one element, counted.")
      .def_property_readonly(
          "wave", [](const ReleasedGoals& g) { return g.wave.str(); }, "Id of the wave.")
      .def_property_readonly(
          "element", [](const ReleasedGoals& g) { return g.element.str(); },
          "Id of the element; \"\" for none, or a private one.")
      .def_readonly("total", &ReleasedGoals::total, "How many there are.")
      .def_readonly("reached", &ReleasedGoals::reached, "How many are reached.")
      .def_readonly("on_the_way", &ReleasedGoals::on_the_way, "How many are on the way.")
      .def_readonly("not_yet", &ReleasedGoals::not_yet, "How many are not on the way yet.")
      .def_readonly("away", &ReleasedGoals::away, "How many moved away from their target.")
      .def_readonly("unknown", &ReleasedGoals::unknown, "Of how many this is not known.")
      .def_readonly("secured", &ReleasedGoals::secured, "How many were reached and stayed so.")
      .def_readonly("without_owner", &ReleasedGoals::without_owner, "How many have no owner.")
      .def_readonly("without_indicator", &ReleasedGoals::without_indicator, "How many have no indicator.")
      .def_readonly("without_target", &ReleasedGoals::without_target, "How many have no target.")
      .def_readonly("goals", &ReleasedGoals::goals, "The goals in their own words; empty unless asked for.");

  py::class_<ReleasedFinding>(core, "ReleasedFinding",
                              "The outcome of one check, with names only where there is consent.")
      .def_readonly("check", &ReleasedFinding::check, "Id of the check.")
      .def_property_readonly(
          "wave", [](const ReleasedFinding& f) { return f.wave.str(); }, "Id of the wave.")
      .def_readonly("relation", &ReleasedFinding::relation, "Id of the relation; \"\" when the study has none.")
      .def_readonly("questions", &ReleasedFinding::questions, "Questions of the instruments that it makes concrete.")
      .def_property_readonly(
          "title", [](const ReleasedFinding& f) { return in_every_language({f.title}); },
          "What the check asks, in few words.")
      .def_property_readonly(
          "status", [](const ReleasedFinding& f) { return std::string(to_string(f.status)); },
          "\"ok\", \"attention\", \"missing\", \"unknown\" or \"not_applicable\".")
      .def_property_readonly(
          "rule", [](const ReleasedFinding& f) { return in_every_language({f.rule}); }, "The rule with its thresholds.")
      .def_readonly("claims", &ReleasedFinding::claims, "What was found, as data.")
      .def_property_readonly(
          "sentence", [](const ReleasedFinding& f) { return in_every_language(f.claims); }, "The claims in words.")
      .def_property_readonly(
          "needed", [](const ReleasedFinding& f) { return in_every_language(f.needed); },
          "What would settle an unknown; else empty.");

  py::class_<ReleasedBlock>(core, "ReleasedBlock", "Ties between two groups of parties, or inside one.")
      .def_property_readonly(
          "from_group", [](const ReleasedBlock& b) { return b.from; }, "Group at which ties begin.")
      .def_property_readonly(
          "to_group", [](const ReleasedBlock& b) { return b.to; }, "Group at which ties end.")
      .def_readonly("shown", &ReleasedBlock::shown, "Whether anything may be shown.")
      .def_property_readonly("density", or_hidden(&ReleasedBlock::density), "Share of the pairs that have a tie.");

  py::class_<ReleasedNetwork>(core, "ReleasedNetwork", "The numbers of one relation in one wave.")
      .def_property_readonly(
          "wave", [](const ReleasedNetwork& n) { return n.wave.str(); }, "Id of the wave.")
      .def_readonly("relation", &ReleasedNetwork::relation, "Id of the relation.")
      .def_readonly("title", &ReleasedNetwork::title, "What the relation is called.")
      .def_readonly("directed", &ReleasedNetwork::directed, "Whether ties have a direction.")
      .def_readonly("shown", &ReleasedNetwork::shown, "Whether anything may be shown.")
      .def_property_readonly("parties_band", or_hidden(&ReleasedNetwork::parties_band), "Number of parties, as a band.")
      .def_property_readonly("ties_band", or_hidden(&ReleasedNetwork::ties_band), "Number of ties, as a band.")
      .def_property_readonly("density", or_hidden(&ReleasedNetwork::density),
                             "Share of the pairs that have a tie, over pairs that something is known about.")
      .def_property_readonly("bounds", or_hidden(&ReleasedNetwork::bounds),
                             "Density if no pair has a tie that may be unknown by what is told, and if every one has.")
      .def_property_readonly("parts", or_hidden(&ReleasedNetwork::parts), "Connected parts of two or more parties.")
      .def_property_readonly("complete", or_hidden(&ReleasedNetwork::complete), "Whether nobody was silent.")
      .def_property_readonly(
          "response",
          [](const ReleasedNetwork& n) -> OrHidden<std::string> {
            return n.shown ? py::object(py::str(std::string(to_string(n.response)))) : hidden();
          },
          "How far the response lets the numbers be read.")
      .def_property_readonly("asked_band", or_hidden(&ReleasedNetwork::asked_band),
                             "Number of parties asked, as a band; \"\" when not known.")
      .def_property_readonly("reported_band", or_hidden(&ReleasedNetwork::reported_band),
                             "Number of parties that reported, as a band; \"\" where who was asked is known.")
      .def_property_readonly("response_share", or_hidden(&ReleasedNetwork::response_share),
                             "Share of those asked that reported; None when not known, or of too few.")
      .def_readonly("groups", &ReleasedNetwork::groups,
                    "Groups in the order in which they are shown; empty when no two may be told apart.")
      .def_readonly("blocks", &ReleasedNetwork::blocks, "Ties between every two groups, and inside each.");

  py::class_<ReleasedAgendaItem>(core, "ReleasedAgendaItem", "One question to talk about, with what may be told of it.")
      .def_property_readonly(
          "question", [](const ReleasedAgendaItem& i) { return i.question.str(); }, "Id of the question.")
      .def_property_readonly(
          "element", [](const ReleasedAgendaItem& i) { return i.element.str(); },
          "Id of the element that it belongs to.")
      .def_property_readonly(
          "reason", [](const ReleasedAgendaItem& i) { return std::string(to_string(i.reason)); },
          "The criterion that put it on the agenda.")
      .def_readonly("total", &ReleasedAgendaItem::total,
                    "What may be told of everybody's answers; None when there are none.")
      .def_readonly("lowest_group", &ReleasedAgendaItem::lowest_group,
                    "Who gives the fewest high answers, if that may be told.")
      .def_readonly("highest_group", &ReleasedAgendaItem::highest_group,
                    "Who gives the most high answers, if that may be told.")
      .def_readonly("advice", &ReleasedAgendaItem::advice, "Advice for it, each with its source.")
      .def_property_readonly(
          "opening", [](const ReleasedAgendaItem& i) { return in_every_language({i.opening}); },
          "A way to open the conversation.")
      .def_property_readonly(
          "claims", [](const ReleasedAgendaItem& i) { return std::vector<Claim>{i.opening}; }, "The same as data.");

  py::class_<Release> released(
      core, "Release", py::custom_type_setup([](PyHeapTypeObject* type) { type->ht_type.tp_new = refuse_forged; }),
      "Everything about a study that may be shown to others under a policy.");
  released.def_readonly("study_id", &Release::study_id, "Id of the study.")
      .def_readonly("title", &Release::title, "What the study is called.")
      .def_readonly("fictional", &Release::fictional, "Whether the people and answers are made up.")
      .def_readonly("source", &Release::source, "Where the data come from.")
      .def_readonly("asked_known", &Release::asked_known, "Whether the study tells how many people were asked.")
      .def_readonly("policy", &Release::policy, "Name of the policy that it was made under.")
      .def_readonly("threshold", &Release::threshold, "Fewest people behind a number that is shown.")
      .def_property_readonly(
          "ledger", [](const Release& r) { return std::string(r.in_ledger ? "kept" : "none"); },
          "\"kept\" when a ledger keeps it beside earlier releases, else \"none\".")
      .def_readonly("by", &Release::by, "The one attribute that it is split by; \"\" for none.")
      .def_readonly("group_titles", &Release::group_titles, "Words for the groups that the profile has words for.")
      .def_readonly("instruments", &Release::instruments, "Wordings, scales and sources; none that is private.")
      .def_readonly("waves", &Release::waves, "The rounds of asking.")
      .def_readonly("responses", &Release::responses, "Who was asked and who answered.")
      .def_readonly("totals", &Release::totals, "Scores of everybody.")
      .def_readonly("groups", &Release::groups, "Scores of each group.")
      .def_readonly("reliability", &Release::reliability, "How well the questions of elements go together.")
      .def_readonly("stages", &Release::stages, "Dimensions of Gerdes.")
      .def_readonly("complexity", &Release::complexity,
                    "What the questions are that the collaboration is for; \"\" when not told.")
      .def_readonly("strengthening", &Release::strengthening, "Which dimensions qualify for strengthening.")
      .def_readonly("blocks_by", &Release::blocks_by, "The attribute that parties of networks are taken together by.")
      .def_readonly("networks", &Release::networks, "One relation in one wave each.")
      .def_readonly("goals", &Release::goals, "Goals and agreements per element.")
      .def_readonly("findings", &Release::findings, "Outcomes of the coverage checks.")
      .def_readonly("agenda", &Release::agenda, "Questions to talk about.");

  core.attr("RELEASE_SCHEMA") = kReleaseSchema;
  core.def("release_document", &release_document, py::arg("release"), doc("release_document"));
  core.attr("OTHER_GROUPS") = kOtherGroups;
  core.attr("DISCLOSURE_FLOOR") = kDisclosureFloor;
  core.def(
      "release",
      [](const Study& study, const Policy& policy, const std::string& by, std::int64_t agenda_length,
         const std::string& goals, const std::optional<std::string>& complexity, bool in_ledger) {
        const Unlocked nogil;
        ReleaseOptions options{
            .by = by, .agenda_length = agenda_length, .goals = goal_detail_of(goals), .in_ledger = in_ledger};
        if (complexity) options.complexity = complexity_of(*complexity);
        return release(study, policy, options);
      },
      py::arg("study"), py::arg("policy"), py::arg("by") = "perspective", py::arg("agenda_length") = 5,
      py::arg("goals") = "counts", py::arg("complexity") = py::none(), py::arg("in_ledger") = false, doc("release"));
  core.def(
      "supported_statements",
      [](const Study& study, const std::string& by) {
        const Unlocked nogil;
        std::vector<std::array<std::string, 7>> found;
        const auto add = [&](const char* claim, const WaveId& wave, const Compared& what, std::string one,
                             std::string other) {
          found.push_back({claim, wave.str(), what.instrument.str(), std::string(to_string(what.breadth)), what.id,
                           std::move(one), std::move(other)});
        };
        if (!by.empty()) {
          for (const auto& each : supported_differences(study, {.by = by})) {
            add("difference", each.wave, each.what, each.higher, each.lower);
          }
        }
        for (const auto& each : supported_changes(study)) add("change", each.to, each.what, each.from.str(), "");
        for (const auto& each : supported_orders(study)) add("order", each.wave, each.what, "", "");
        return found;
      },
      py::arg("study"), py::arg("by"), doc("supported_statements"));
  core.def(
      "sequence_isolates_few",
      [](const std::vector<std::int64_t>& people,
         const std::vector<std::tuple<std::vector<std::size_t>, std::int64_t, std::int64_t>>& told,
         const std::vector<std::vector<std::size_t>>& sets, std::int64_t threshold) {
        const Unlocked nogil;
        std::vector<ToldSum> sums;
        for (const auto& [parts, low, high] : told) sums.push_back({parts, low, high});
        return sequence_isolates_few(people, sums, sets, threshold);
      },
      py::arg("people"), py::arg("told"), py::arg("sets"), py::arg("threshold"), doc("sequence_isolates_few"));
}

}  // namespace houvast::bindings
