#include "convert.hpp"
#include "houvast/io/column_table.hpp"
#include "houvast/io/study_io.hpp"
#include "houvast/io/tidy.hpp"
#include "houvast/scoring/summary.hpp"
#include "houvast/study/tables.hpp"
#include "houvast/text/say.hpp"
#include "rooms.hpp"

namespace houvast::bindings {
namespace {

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

  py::class_<Study> study(core, "Study", "One collaboration, measured in one or more waves.");
  study.def(
      "tidy_answers", [](const Study& s, std::string_view lang) { return tidy_answers(s, language_of(lang)); },
      py::arg("lang") = "nl", "One row per wave, respondent and question: what happened, the value and its label.");
  study.def_property_readonly("id", &Study::id)
      .def_property_readonly("title", [](const Study& s) { return s.data().title; })
      .def_property_readonly("language", [](const Study& s) { return s.data().language; })
      .def_property_readonly("fictional", [](const Study& s) { return s.data().fictional; })
      .def_property_readonly("source", [](const Study& s) { return s.data().source; })
      .def_property_readonly(
          "asked_known", [](const Study& s) { return s.data().asked_known; },
          "Whether the parties table tells how many people were asked; if not, `asked` is at least so many.")
      .def_property_readonly("waves", &Study::waves)
      .def_property_readonly("parties", &Study::parties)
      .def_property_readonly("instruments", [](const Study& s) { return s.data().instruments; })
      .def_property_readonly("relations",
                             [](const Study& s) {
                               std::vector<std::string> ids;
                               for (const Relation& relation : s.data().relations) ids.push_back(relation.id);
                               return ids;
                             })
      .def_property_readonly(
          "profile_json", [](const Study& s) { return s.profile().json; }, "What the ecosystem is made of, as JSON.")
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

  py::class_<TableField>(core, "TableField", "One column of a table of the study format.")
      .def_readonly("name", &TableField::name)
      .def_readonly("meaning", &TableField::meaning, "What it means, as data.")
      .def_property_readonly(
          "kind", [](const TableField& field) { return std::string(to_string(field.kind)); },
          "What its cells hold: text, list (parts with a semicolon between them), flag (yes or no), whole or number.")
      .def_readonly("required", &TableField::required, "Whether the column has to be there.")
      .def_readonly("of", &TableField::of,
                    "What its cells name: parties, waves, relations, elements, dimensions, stages, party_kinds, "
                    "goal_kinds, or a vocabulary of the profile such as domains; empty: nothing declared elsewhere.")
      .def(
          "say", [](const TableField& field, std::string_view lang) { return say(field.meaning, language_of(lang)); },
          py::arg("lang"), "What it means, in a language.")
      .def("__repr__", [](const TableField& field) { return "TableField(" + field.name + ")"; });
  py::class_<StudyTable>(core, "StudyTable", "One table of the study format, with its columns in order.")
      .def_readonly("name", &StudyTable::name)
      .def_readonly("fields", &StudyTable::fields)
      .def_readonly("prefix", &StudyTable::prefix, "What further columns begin with; empty when there are none.")
      .def("field", &StudyTable::field, py::arg("column"),
           "A column by name; a further one, and one that the format does not name, too.")
      .def("__repr__", [](const StudyTable& table) { return "StudyTable(" + table.name + ")"; });
  core.def("study_tables", &study_tables,
           "The tables that a study is read from and written to, with their columns in order.");

  core.def(
      "columns_from_texts", [](const py::dict& table) { return columns_from_texts(text_table(table)); },
      py::arg("table"), "The columns of a table of cells.");
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
