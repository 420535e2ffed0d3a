#include "convert.hpp"
#include "docs.hpp"
#include "houvast/io/column_table.hpp"
#include "houvast/io/study_io.hpp"
#include "houvast/io/tidy.hpp"
#include "houvast/scoring/summary.hpp"
#include "houvast/study/names.hpp"
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
      .def_property_readonly(
          "id", [](const Party& p) { return p.id.str(); }, "Id of the party.")
      .def_readonly("name", &Party::name, "What it is called.")
      .def_readonly("kind", &Party::kind, "\"person\", \"discipline\", \"government\", \"organisation\" or \"group\".")
      .def_readonly("domain", &Party::domain, "Id of a domain of the profile; \"\" when not known.")
      .def_readonly("sector", &Party::sector, "Id of a sector of the profile; \"\" when not known.")
      .def_readonly("level", &Party::level, "Id of a level of the profile; \"\" when not known.")
      .def_readonly("organisation", &Party::organisation,
                    "The organisation that it belongs to, in free words; \"\" when not known.")
      .def_readonly("perspective", &Party::perspective, "Id of a perspective of the profile; \"\" when not known.")
      .def_readonly("roles", &Party::roles,
                    "What it does for the collaboration: \"kartrekker\", \"mandaathouder\", \"verwijzer\".")
      .def_readonly("mandates", &Party::mandates, "Decisions that it can take.")
      .def_readonly("motives", &Party::motives, "Why it takes part: \"M1\" to \"M5\".")
      .def_readonly("expertise", &Party::expertise, "What it knows or can do.")
      .def_readonly("consent", &Party::consent,
                    "Whether it may be shown by name in a picture; None when it was not asked.")
      .def_readonly("consent_for", &Party::consent_for,
                    "What else it may be named for: \"picture\", \"silent\", \"only_link\", \"mandate\", "
                    "\"contacts\", \"owner\".")
      .def_readonly("consent_by", &Party::consent_by, "Who gave consent; \"\" when not told.")
      .def_readonly("consent_on", &Party::consent_on, "The day on which, as 2026-01-31; \"\" when not told.")
      .def("consents_to", &Party::consents_to, py::arg("purpose"), doc("Party.consents_to"))
      .def_readonly("asked", &Party::asked, "How many people of it were asked in each wave.")
      .def_readonly("attributes", &Party::attributes, "The user's own columns `x_…`, without the prefix.");

  py::class_<Wave>(core, "Wave", "One round of asking.")
      .def_property_readonly(
          "id", [](const Wave& w) { return w.id.str(); }, "Id of the wave.")
      .def_readonly("date", &Wave::date, "Its date, as 2026-01-31.")
      .def_readonly("label", &Wave::label, "What it is called.")
      .def("__repr__", [](const Wave& w) { return "Wave(" + w.id.str() + ")"; });

  py::class_<Study> study(core, "Study", "One collaboration, measured in one or more waves.");
  study.def(
      "tidy_answers",
      [](const Study& s, std::string_view lang) { return titled(tidy_answers(s, language_of(lang)), s); },
      py::arg("lang") = "nl", doc("Study.tidy_answers"));
  study.def_property_readonly("id", &Study::id, "Id of the study.")
      .def_property_readonly(
          "title", [](const Study& s) { return s.data().title; }, "What the study is called.")
      .def_property_readonly(
          "language", [](const Study& s) { return s.data().language; }, "Language of its own texts.")
      .def_property_readonly(
          "fictional", [](const Study& s) { return s.data().fictional; }, "Whether the people and answers are made up.")
      .def_property_readonly(
          "split_by", [](const Study& s) { return s.data().split_by; },
          "Own columns of the parties whose values may be groups in what leaves.")
      .def_property_readonly(
          "source", [](const Study& s) { return s.data().source; }, "Where the data come from.")
      .def_property_readonly(
          "asked_known", [](const Study& s) { return s.data().asked_known; },
          "Whether the parties table tells how many people were asked; if not, `asked` is at least so many.")
      .def_property_readonly("waves", &Study::waves, "The rounds of asking, in order of date.")
      .def_property_readonly("parties", &Study::parties, "Everybody who takes part, in the order of the table.")
      .def_property_readonly(
          "instruments", [](const Study& s) { return s.data().instruments; }, "What was asked.")
      .def_property_readonly(
          "relations",
          [](const Study& s) {
            std::vector<std::string> ids;
            for (const Relation& relation : s.data().relations) ids.push_back(relation.id);
            return ids;
          },
          "Ids of the relations between parties that were asked about.")
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
          py::arg("attribute"), py::arg("id"), py::arg("lang"), doc("Study.term_title"))
      .def(
          "scores",
          [](const Study& s, const SplitBy& by, const WaveName& wave, std::pair<int, int> minimum, double level,
             bool with_private, bool mean, std::uint64_t seed) {
            const ScoreOptions options{by,    wave_id(wave), minimum.first, minimum.second,
                                       level, with_private,  mean,          seed};
            const Unlocked nogil;
            return titled(scores_table(s, scores(s, options), options), s);
          },
          py::arg("by") = "", py::arg("wave") = py::none(), py::arg("minimum_answered") = std::pair(1, 2),
          py::arg("level") = 0.95, py::arg("with_private") = false, py::arg("mean") = false, py::arg("seed") = 0,
          doc("Study.scores"))
      .def("to_json", &study_to_json, py::call_guard<Unlocked>(), doc("Study.to_json"))
      .def(
          "write_json",
          [](const Study& s, const py::typing::Callable<py::object(py::bytes)>& write) {
            const Unlocked nogil;
            write_study_json(s, [&write](std::string_view part) {
              const py::gil_scoped_acquire lock;
              write(py::bytes(part.data(), part.size()));
            });
          },
          py::arg("write"), doc("Study.write_json"))
      .def("header_json", &study_header_json, doc("Study.header_json"))
      .def(
          "tables",
          [](const Study& s) {
            py::dict result;
            for (const TextTable& table : study_to_tables(s))
              result[py::str(table.name)] = py::make_tuple(table.columns, table.rows);
            return result;
          },
          doc("Study.tables"));

  py::class_<TableField>(core, "TableField", "One column of a table of the study format.")
      .def_readonly("name", &TableField::name, "Name of the column.")
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
          py::arg("lang"), doc("TableField.say"))
      .def("__repr__", [](const TableField& field) { return "TableField(" + field.name + ")"; });
  py::class_<StudyTable>(core, "StudyTable", "One table of the study format, with its columns in order.")
      .def_readonly("name", &StudyTable::name, "Name of the table.")
      .def_readonly("fields", &StudyTable::fields, "Its columns, in order.")
      .def_readonly("prefix", &StudyTable::prefix, "What further columns begin with; empty when there are none.")
      .def("field", &StudyTable::field, py::arg("column"), doc("StudyTable.field"))
      .def("__repr__", [](const StudyTable& table) { return "StudyTable(" + table.name + ")"; });
  core.def("study_tables", &study_tables, doc("study_tables"));

  core.def(
      "columns_from_texts", [](const py::dict& table) { return columns_from_texts(text_table(table)); },
      py::arg("table"), doc("columns_from_texts"));
  core.def(
      "study_from_tables",
      [](const py::bytes& json, const py::list& tables, const std::string& file) {
        std::vector<TextTable> read;
        for (const py::handle table : tables) read.push_back(text_table(table));
        const std::string text = json;
        const Unlocked nogil;
        return study_from_tables(text, read, file);
      },
      py::arg("json"), py::arg("tables"), py::arg("file") = "study.json", doc("study_from_tables"));
  core.def(
      "study_from_json",
      [](const py::bytes& json, const std::string& file) {
        const std::string text = json;
        const Unlocked nogil;
        return study_from_json(text, file);
      },
      py::arg("json"), py::arg("file") = "study.json", doc("study_from_json"));
}

}  // namespace houvast::bindings
