#include "convert.hpp"
#include "houvast/coverage/coverage.hpp"
#include "houvast/gerdes/profile.hpp"
#include "houvast/graph/network_summary.hpp"
#include "houvast/io/study_io.hpp"
#include "houvast/scoring/summary.hpp"
#include "rooms.hpp"

namespace houvast::bindings {
namespace {

std::optional<WaveId> wave_id(const std::optional<std::string>& wave) {
  return wave ? std::optional<WaveId>(WaveId(*wave)) : std::nullopt;
}

WaveId wave_or_last(const Study& study, const std::optional<std::string>& wave) {
  return wave ? WaveId(*wave) : study.last_wave().id;
}

std::vector<std::string> party_ids(const Study& study, const Network& network,
                                   const std::vector<std::int32_t>& positions) {
  std::vector<std::string> ids;
  for (const std::int32_t at : positions) {
    ids.push_back(study.parties()[static_cast<std::size_t>(network.parties[static_cast<std::size_t>(at)])].id.str());
  }
  return ids;
}

std::string party_id(const Study& study, const Network& network, std::int32_t position) {
  return party_ids(study, network, {position}).front();
}

// A summary together with the study that names its parties.
struct StudyNetwork {
  Study study;
  NetworkSummary summary;
};

Table disagreements_table(const StudyNetwork& of) {
  const Network& network = of.summary.network;
  std::vector<std::string> a, b;
  std::vector<double> by_a, by_b;
  for (const Disagreement& each : network.disagreements) {
    a.push_back(party_id(of.study, network, each.a));
    b.push_back(party_id(of.study, network, each.b));
    by_a.push_back(each.strength_by_a);
    by_b.push_back(each.strength_by_b);
  }
  return {"Disagreements on " + network.relation,
          {{"a", std::move(a), {}, "party id"},
           {"b", std::move(b), {}, "party id"},
           {"strength_by_a", std::move(by_a), {}, "what a says; 0 = no tie"},
           {"strength_by_b", std::move(by_b), {}, "what b says; 0 = no tie"}},
          of.summary.density.provenance};
}

TextTable text_table(const py::handle& item) {
  const auto table = py::cast<py::dict>(item);
  TextTable result;
  result.name = table["name"].cast<std::string>();
  result.file = table["file"].cast<std::string>();
  // Cells may hold bytes that are no UTF-8: they arrive as bytes and the core says where.
  const auto cell_text = [](const py::handle& cell) { return cell.cast<std::string>(); };
  for (const py::handle cell : table["columns"]) result.columns.push_back(cell_text(cell));
  for (const py::handle row : table["rows"]) {
    std::vector<std::string> cells;
    for (const py::handle cell : row) cells.push_back(cell_text(cell));
    result.rows.push_back(std::move(cells));
  }
  result.row_numbers = table["row_numbers"].cast<std::vector<std::int64_t>>();
  return result;
}

}  // namespace

void register_study(py::module_& core) {
  py::class_<Party>(core, "Party", "Who takes part.")
      .def_property_readonly("id", [](const Party& p) { return p.id.str(); })
      .def_readonly("name", &Party::name)
      .def_readonly("kind", &Party::kind)
      .def_readonly("domain", &Party::domain)
      .def_readonly("sector", &Party::sector)
      .def_readonly("level", &Party::level)
      .def_readonly("organisation", &Party::organisation)
      .def_readonly("perspective", &Party::perspective)
      .def_readonly("roles", &Party::roles)
      .def_readonly("mandates", &Party::mandates)
      .def_readonly("motives", &Party::motives)
      .def_readonly("expertise", &Party::expertise)
      .def_readonly("consent", &Party::consent)
      .def_readonly("asked", &Party::asked)
      .def_readonly("attributes", &Party::attributes)
      .def("__repr__", [](const Party& p) { return "Party(" + p.id.str() + ": " + p.name + ")"; });

  py::class_<Wave>(core, "Wave", "One round of asking.")
      .def_property_readonly("id", [](const Wave& w) { return w.id.str(); })
      .def_readonly("date", &Wave::date)
      .def_readonly("label", &Wave::label)
      .def("__repr__", [](const Wave& w) { return "Wave(" + w.id.str() + ")"; });

  py::class_<Evidence>(core, "Evidence", "One fact behind a finding.")
      .def_readonly("kind", &Evidence::kind)
      .def_readonly("id", &Evidence::id)
      .def_readonly("role", &Evidence::role)
      .def_readonly("value", &Evidence::value)
      .def_readonly("of", &Evidence::of)
      .def("__repr__", [](const Evidence& e) { return "Evidence(" + e.kind + " " + e.id + ": " + e.role + ")"; });

  py::class_<Finding>(core, "Finding", "The outcome of one check.")
      .def_readonly("check", &Finding::check)
      .def_readonly("questions", &Finding::questions)
      .def_readonly("title", &Finding::title)
      .def_property_readonly("status", [](const Finding& f) { return std::string(to_string(f.status)); })
      .def_readonly("evidence", &Finding::evidence)
      .def_readonly("rule", &Finding::rule)
      .def_readonly("sentence", &Finding::sentence)
      .def_readonly("needed", &Finding::needed)
      .def("__repr__",
           [](const Finding& f) { return "Finding(" + f.check + ": " + std::string(to_string(f.status)) + ")"; });

  py::class_<StudyNetwork>(core, "StudyNetwork", "Who works with whom in one wave; exact, for inside use.")
      .def_property_readonly(
          "density", [](const StudyNetwork& n) { return n.summary.density; },
          "Over observed dyads, with bounds in details.")
      .def_property_readonly(
          "graph", [](const StudyNetwork& n) { return n.summary.graph; },
          "The network as a Graph, nodes in the order of `party_ids`.")
      .def_property_readonly("party_ids",
                             [](const StudyNetwork& n) {
                               std::vector<std::string> ids;
                               for (const std::int32_t p : n.summary.network.parties)
                                 ids.push_back(n.study.parties()[static_cast<std::size_t>(p)].id.str());
                               return ids;
                             })
      .def_property_readonly(
          "silent",
          [](const StudyNetwork& n) { return party_ids(n.study, n.summary.network, n.summary.network.silent()); },
          "Parties that were asked and gave no report.")
      .def_property_readonly(
          "isolated", [](const StudyNetwork& n) { return party_ids(n.study, n.summary.network, n.summary.isolated); })
      .def_property_readonly(
          "unknown_ties",
          [](const StudyNetwork& n) { return party_ids(n.study, n.summary.network, n.summary.unknown_ties); },
          "Silent parties that nobody names.")
      .def_property_readonly(
          "components", [](const StudyNetwork& n) { return n.summary.component_sizes; },
          "Sizes of the connected parts.")
      .def_property_readonly(
          "articulation_points",
          [](const StudyNetwork& n) {
            py::dict result;
            for (const CutParty& cut : n.summary.cut_parties) {
              result[py::str(party_id(n.study, n.summary.network, cut.position))] =
                  party_ids(n.study, n.summary.network, cut.cut_off);
            }
            return result;
          },
          "Party id → ids that lose contact with the largest part when it leaves.")
      .def_property_readonly(
          "parties", [](const StudyNetwork& n) { return network_table(n.study, n.summary); }, "One row per party.")
      .def_property_readonly("disagreements", &disagreements_table,
                             "Pairs that say different things about the same tie.")
      .def_property_readonly("relation", [](const StudyNetwork& n) { return n.summary.network.relation; })
      .def_property_readonly("wave", [](const StudyNetwork& n) { return n.summary.network.wave.str(); })
      .def("__repr__", [](const StudyNetwork& n) {
        return "StudyNetwork(" + n.summary.network.relation + ", wave " + n.summary.network.wave.str() + ": " +
               std::to_string(n.summary.network.size()) + " parties, " + std::to_string(n.summary.network.ties.size()) +
               " ties)";
      });

  py::class_<Study> study(core, "Study", "One collaboration, measured in one or more waves.");
  delegate(study, "release", "houvast.release", "release_study",
           "What may leave under a policy: \"team\", \"external\" or a Policy.");
  delegate(study, "save", "houvast.studyfiles", "save",
           "Writes the study as a folder, or as one file when the path ends in .json.");
  study.def_property_readonly("id", &Study::id)
      .def_property_readonly("title", [](const Study& s) { return s.data().title; })
      .def_property_readonly("language", [](const Study& s) { return s.data().language; })
      .def_property_readonly("fictional", [](const Study& s) { return s.data().fictional; })
      .def_property_readonly("source", [](const Study& s) { return s.data().source; })
      .def_property_readonly("waves", &Study::waves)
      .def_property_readonly("parties", &Study::parties)
      .def_property_readonly("instruments", [](const Study& s) { return s.data().instruments; })
      .def_property_readonly("relations",
                             [](const Study& s) {
                               std::vector<std::string> ids;
                               for (const Relation& relation : s.data().relations) ids.push_back(relation.id);
                               return ids;
                             })
      .def_property_readonly("attributes", &Study::attributes, "What results may be split by.")
      .def_property_readonly(
          "respondents", [](const Study& s) { return s.data().respondents.size(); },
          "Number of respondents over all waves.")
      .def_property_readonly(
          "answers", [](const Study& s) { return s.data().answers.size(); }, "Number of coded answers over all waves.")
      .def(
          "term_title",
          [](const Study& s, const std::string& attribute, const std::string& id, std::string_view lang) {
            const Profile& profile = s.profile();
            const Language language = language_of(lang);
            if (attribute == "domain") return profile.domains.title(id, language);
            if (attribute == "sector") return profile.sectors.title(id, language);
            if (attribute == "level") return profile.levels.title(id, language);
            if (attribute == "perspective") return profile.perspectives.title(id, language);
            return id;
          },
          py::arg("attribute"), py::arg("id"), py::arg("lang"), "The words for a value of an attribute.")
      .def(
          "scores",
          [](const Study& s, const std::string& by, const std::optional<std::string>& wave, std::pair<int, int> minimum,
             double level, bool with_private, bool mean, std::uint64_t seed) {
            const ScoreOptions options{by,    wave_id(wave), minimum.first, minimum.second,
                                       level, with_private,  mean,          seed};
            const py::gil_scoped_release nogil;
            return scores_table(s, scores(s, options), options);
          },
          py::arg("by") = "", py::arg("wave") = py::none(), py::arg("minimum_answered") = std::pair(1, 2),
          py::arg("level") = 0.95, py::arg("with_private") = false, py::arg("mean") = false, py::arg("seed") = 0,
          "How each group answers each question and element; with mean=True also means with a bootstrap interval.")
      .def(
          "gerdes",
          [](const Study& s, const std::string& by, const std::optional<std::string>& wave, const std::string& object) {
            const StageOptions options{wave_id(wave), by, assessed_object_of(object)};
            const py::gil_scoped_release nogil;
            return stage_table(s, stage_profiles(s, options), options);
          },
          py::arg("by") = "", py::arg("wave") = py::none(), py::arg("object") = "whole")
      .def(
          "network",
          [](const Study& s, const std::optional<std::string>& relation, const std::optional<std::string>& wave,
             const std::optional<std::string>& rule, double minimum_strength) {
            NetworkOptions options;
            if (rule) options.rule = tie_rule_of(*rule);
            options.minimum_strength = minimum_strength;
            const std::string name = relation                     ? *relation
                                     : s.data().relations.empty() ? ""
                                                                  : s.data().relations.front().id;
            return StudyNetwork{s, network_summary(s, name, wave_or_last(s, wave), options)};
          },
          py::arg("relation") = py::none(), py::arg("wave") = py::none(), py::arg("rule") = py::none(),
          py::arg("minimum_strength") = 0.0)
      .def(
          "coverage",
          [](const Study& s, const std::optional<std::string>& wave, const std::string& relation) {
            return coverage(s, {wave_id(wave), relation});
          },
          py::arg("wave") = py::none(), py::arg("relation") = "")
      .def(
          "coverage_table",
          [](const Study& s, const std::optional<std::string>& wave, const std::string& relation,
             std::string_view lang) {
            return coverage_table(s, coverage(s, {wave_id(wave), relation}), language_of(lang));
          },
          py::arg("wave") = py::none(), py::arg("relation") = "", py::arg("lang") = "nl")
      .def(
          "positions",
          [](const Study& s, const std::optional<std::string>& wave, const std::string& relation) {
            py::dict result;
            const auto all = positions(s, {wave_id(wave), relation});
            for (std::size_t p = 0; p < all.size(); ++p) {
              if (all[p]) result[py::str(s.parties()[p].id.str())] = std::string(to_string(*all[p]));
            }
            return result;
          },
          py::arg("wave") = py::none(), py::arg("relation") = "")
      .def(
          "render",
          [](const Study& s, const LocalizedText& text, std::string_view lang) {
            const Language language = language_of(lang);
            return render(s, text.get(language), language, [](const Party& party) { return party.name; });
          },
          py::arg("text"), py::arg("lang") = "nl", "A finding's sentence with the names filled in; for inside use.")
      .def("to_json", &study_to_json, "The one-file form.")
      .def("header_json", &study_header_json, "study.json of the folder form.")
      .def(
          "tables",
          [](const Study& s) {
            py::dict result;
            for (const TextTable& table : study_to_tables(s))
              result[py::str(table.name)] = py::make_tuple(table.columns, table.rows);
            return result;
          },
          "Table name → (columns, rows) of the folder form.")
      .def("__repr__", [](const Study& s) {
        return "Study(" + s.id() + ": " + std::to_string(s.parties().size()) + " parties, " +
               std::to_string(s.waves().size()) + " waves, " + std::to_string(s.data().respondents.size()) +
               " respondents; exact, for inside use)";
      });

  core.def(
      "study_from_tables",
      [](const py::bytes& json, const py::list& tables, const std::string& file) {
        std::vector<TextTable> read;
        for (const py::handle table : tables) read.push_back(text_table(table));
        const std::string text = json;
        const py::gil_scoped_release nogil;
        return study_from_tables(text, read, file);
      },
      py::arg("json"), py::arg("tables"), py::arg("file") = "study.json");
  core.def(
      "study_from_json",
      [](const py::bytes& json, const std::string& file) {
        const std::string text = json;
        const py::gil_scoped_release nogil;
        return study_from_json(text, file);
      },
      py::arg("json"), py::arg("file") = "study.json");
}

}  // namespace houvast::bindings
