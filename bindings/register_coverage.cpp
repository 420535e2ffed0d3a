#include "convert.hpp"
#include "docs.hpp"
#include "findings.hpp"
#include "houvast/base/choice.hpp"
#include "houvast/coverage/checks.hpp"
#include "houvast/coverage/needs.hpp"
#include "houvast/coverage/partners.hpp"
#include "houvast/coverage/scenario.hpp"
#include "houvast/coverage/voice.hpp"
#include "rooms.hpp"

namespace houvast::bindings {
namespace {

CoverageOptions options_of(const WaveName& wave, const std::string& relation) {
  return {.wave = wave_id(wave), .relation = relation};
}

// A party as a dict with the columns of the parties table that matter for coverage; an unknown key is refused.
Party party_of(const py::dict& fields) {
  Party party;
  for (const auto& [key, value] : fields) {
    const auto name = key.cast<std::string>();
    if (name == "id") {
      party.id = PartyId(value.cast<std::string>());
    } else if (name == "name") {
      party.name = value.cast<std::string>();
    } else if (name == "kind") {
      party.kind = value.cast<std::string>();
    } else if (name == "domain") {
      party.domain = value.cast<std::string>();
    } else if (name == "sector") {
      party.sector = value.cast<std::string>();
    } else if (name == "level") {
      party.level = value.cast<std::string>();
    } else if (name == "organisation") {
      party.organisation = value.cast<std::string>();
    } else if (name == "perspective") {
      party.perspective = value.cast<std::string>();
    } else if (name == "roles") {
      party.roles = value.cast<std::vector<std::string>>();
    } else if (name == "mandates") {
      party.mandates = value.cast<std::vector<std::string>>();
    } else if (name == "expertise") {
      party.expertise = value.cast<std::vector<std::string>>();
    } else {
      refuse_choice({"problem.subject.field_of_party"}, name,
                    {"id", "name", "kind", "domain", "sector", "level", "organisation", "perspective", "roles",
                     "mandates", "expertise"});
    }
  }
  if (party.name.empty()) party.name = party.id.str();
  return party;
}

TieReport tie_of(const py::handle& pair) {
  const auto [from, to] = pair.cast<std::pair<std::string, std::string>>();
  TieReport tie;
  tie.from = PartyId(from);
  tie.to = PartyId(to);
  return tie;
}

void register_finding(py::module_& core) {
  py::class_<Check>(core, "Check", "One of the questions that coverage puts to a study.")
      .def_readonly("id", &Check::id, "\"C1\", \"C2\", …")
      .def_property_readonly(
          "title", [](const Check& c) { return in_every_language({c.title}); }, "What it asks, in few words.")
      .def_readonly("questions", &Check::questions, "Questions of the instruments that it makes concrete.")
      .def_readonly("needs", &Check::needs, "What it cannot judge without, or to whom it applies.")
      .def_readonly("reads", &Check::reads, "What else it looks at.")
      .def_property_readonly(
          "settles", [](const Check& c) { return in_every_language(c.settles); },
          "What would settle it when something of these is not there.")
      .def_property_readonly(
          "rule", [](const Check& c) { return in_every_language({c.rule}); }, "The rule with its thresholds.");

  py::class_<Evidence>(core, "Evidence", "One fact behind a finding.")
      .def_readonly("kind", &Evidence::kind, "What it is a fact about: \"party\", \"domain\", \"question\", …")
      .def_readonly("id", &Evidence::id, "Id of that thing.")
      .def_readonly("role", &Evidence::role, "What it does in the finding.")
      .def_readonly("value", &Evidence::value, "A number that belongs to it, or a count; None when there is none.")
      .def_readonly("of", &Evidence::of, "What the number is a part of, if anything.")
      .def("__repr__", [](const Evidence& e) { return "Evidence(" + e.kind + " " + e.id + ": " + e.role + ")"; });

  py::class_<Finding>(core, "Finding", "The outcome of one check.")
      .def_readonly("check", &Finding::check, "Id of the check.")
      .def_readonly("questions", &Finding::questions, "Questions of the instruments that it makes concrete.")
      .def_property_readonly(
          "title", [](const Finding& f) { return in_every_language({f.title}); }, "What the check asks, in few words.")
      .def_property_readonly(
          "status", [](const Finding& f) { return std::string(to_string(f.status)); },
          "\"ok\", \"attention\", \"missing\", \"unknown\" or \"not_applicable\".")
      .def_readonly("evidence", &Finding::evidence, "The facts behind it.")
      .def_property_readonly(
          "rule", [](const Finding& f) { return in_every_language({f.rule}); }, "The rule with its thresholds.")
      .def_readonly("claims", &Finding::claims, "What was found, as data.")
      .def_property_readonly(
          "sentence", [](const Finding& f) { return in_every_language(f.claims); }, "The claims in words.")
      .def_property_readonly(
          "needed", [](const Finding& f) { return in_every_language(f.needed); },
          "What would settle an unknown; else empty.")
      .def("__repr__",
           [](const Finding& f) { return "Finding(" + f.check + ": " + std::string(to_string(f.status)) + ")"; });
}

}  // namespace

void register_coverage(py::module_& core) {
  register_finding(core);
  py::class_<FindingChange>(core, "FindingChange", "A check whose status or evidence is different after a change.")
      .def_readonly("check", &FindingChange::check, "Id of the check.")
      .def_property_readonly(
          "before", [](const FindingChange& c) { return std::string(to_string(c.before)); }, "Status before.")
      .def_property_readonly(
          "after", [](const FindingChange& c) { return std::string(to_string(c.after)); }, "Status after.")
      .def_readonly("gone", &FindingChange::gone, "Evidence only before.")
      .def_readonly("came", &FindingChange::came, "Evidence only after.");

  py::class_<Scenario>(core, "Scenario", "The ecosystem before and after a change; exact, for inside use.")
      .def_readonly("study", &Scenario::study, "The study after the change.")
      .def_readonly("before", &Scenario::before, "The findings as they are.")
      .def_readonly("after", &Scenario::after, "The findings after the change.")
      .def_readonly("changes", &Scenario::changes, "The checks whose status or evidence is different.")
      .def(
          "table",
          [](const Scenario& scenario, std::string_view lang) { return scenario_table(scenario, language_of(lang)); },
          py::arg("lang") = "nl", doc("Scenario.table"));

  core.def(
      "default_profile", [] { return default_profile().json; }, doc("default_profile"));
  core.def(
      "checks", [] { return checks(); }, doc("checks"));
  auto study = py::reinterpret_borrow<py::class_<Study>>(core.attr("Study"));  // bound by register_study
  study.def(
      "coverage",
      [](const Study& of, const WaveName& wave, const std::string& relation) {
        return with_names_beside(coverage(of, options_of(wave, relation)), of);
      },
      py::arg("wave") = py::none(), py::arg("relation") = "", doc("Study.coverage"));
  study.def(
      "coverage_table",
      [](const Study& of, const WaveName& wave, const std::string& relation, std::string_view lang) {
        return coverage_table(of, coverage(of, options_of(wave, relation)), language_of(lang));
      },
      py::arg("wave") = py::none(), py::arg("relation") = "", py::arg("lang") = "nl", doc("Study.coverage_table"));
  study.def(
      "positions",
      [](const Study& of, const WaveName& wave, const std::string& relation) {
        py::dict result;
        const auto all = positions(of, options_of(wave, relation));
        for (std::size_t p = 0; p < all.size(); ++p) {
          if (all[p]) result[py::str(of.parties()[p].id.str())] = std::string(to_string(*all[p]));
        }
        return result;
      },
      py::arg("wave") = py::none(), py::arg("relation") = "", doc("Study.positions"));
  study.def(
      "what_if",
      [](const Study& of, const std::vector<std::string>& remove, const std::vector<py::dict>& add,
         const py::list& ties, const WaveName& wave, const std::string& relation) {
        Change change;
        for (const std::string& id : remove) change.remove.emplace_back(id);
        for (const py::dict& fields : add) change.add.push_back(party_of(fields));
        for (const py::handle pair : ties) change.ties.push_back(tie_of(pair));
        Scenario scenario = what_if(of, change, options_of(wave, relation));
        scenario.before = with_names_beside(std::move(scenario.before), of);
        scenario.after = with_names_beside(std::move(scenario.after), scenario.study);
        return scenario;
      },
      py::arg("remove") = std::vector<std::string>(), py::arg("add") = std::vector<py::dict>(),
      py::arg("ties") = py::list(), py::arg("wave") = py::none(), py::arg("relation") = "", doc("Study.what_if"));
  study.def(
      "partners",
      [](const Study& of, const WaveName& wave, const std::string& relation) {
        return partner_table(of, partner_ties(of, options_of(wave, relation)));
      },
      py::arg("wave") = py::none(), py::arg("relation") = "", doc("Study.partners"));
  study.def(
      "partners_by_domain",
      [](const Study& of, const WaveName& wave, const std::string& relation) {
        return partners_by_domain(of, options_of(wave, relation));
      },
      py::arg("wave") = py::none(), py::arg("relation") = "", doc("Study.partners_by_domain"));
  study.def(
      "voice",
      [](const Study& of, const WaveName& wave, const std::string& relation) {
        return voice_table(of, voices(of, options_of(wave, relation)));
      },
      py::arg("wave") = py::none(), py::arg("relation") = "", doc("Study.voice"));
  study.def(
      "need_matrix",
      [](const Study& of, const WaveName& wave, std::string_view lang) {
        return need_table(of, need_matrix(of, options_of(wave, "")), language_of(lang));
      },
      py::arg("wave") = py::none(), py::arg("lang") = "nl", doc("Study.need_matrix"));
}

}  // namespace houvast::bindings
