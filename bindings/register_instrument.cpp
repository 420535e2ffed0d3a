#include "convert.hpp"
#include "houvast/instrument/catalogue.hpp"
#include "rooms.hpp"

namespace houvast::bindings {
namespace {

template <class Class>
std::string id_of(const Class& item) {
  return item.id.str();
}

template <class Ids>
std::vector<std::string> texts(const Ids& ids) {
  std::vector<std::string> result;
  for (const auto& id : ids) result.push_back(id.str());
  return result;
}

}  // namespace

void register_instrument(py::module_& core) {
  py::class_<ScaleLabel>(core, "ScaleLabel", "One point of a scale and the words for it.")
      .def_readonly("value", &ScaleLabel::value)
      .def_readonly("text", &ScaleLabel::text)
      .def_readonly("aliases", &ScaleLabel::aliases);

  py::class_<Scale>(core, "Scale", "An ordinal scale with declared bounds.")
      .def_property_readonly("id", [](const Scale& s) { return s.id().str(); })
      .def_property_readonly("min", &Scale::min)
      .def_property_readonly("max", &Scale::max)
      .def_property_readonly(
          "direction",
          [](const Scale& s) { return s.direction() == ScaleDirection::kAscending ? "ascending" : "descending"; })
      .def_property_readonly("top_from", &Scale::top_from)
      .def_property_readonly("source", &Scale::source)
      .def_property_readonly("labels", &Scale::labels)
      .def("value_of", &Scale::value_of, py::arg("label"),
           "The value of a label or alias, compared whole after folding, or None.")
      .def("__repr__", [](const Scale& s) {
        return "Scale(" + s.id().str() + ", " + std::to_string(s.min()) + " to " + std::to_string(s.max()) + ")";
      });

  py::class_<Source>(core, "Source", "Where wordings come from.")
      .def_readonly("title", &Source::title)
      .def_readonly("authors", &Source::authors)
      .def_readonly("publisher", &Source::publisher)
      .def_readonly("year", &Source::year)
      .def_readonly("section", &Source::section)
      .def("citation", &Source::citation)
      .def("__repr__", [](const Source& s) { return "Source(" + s.citation() + ")"; });

  py::class_<Element>(core, "Element", "A group of questions.")
      .def_property_readonly("id", &id_of<Element>)
      .def_readonly("title", &Element::title)
      .def_property_readonly("parent",
                             [](const Element& e) { return e.parent ? std::optional(e.parent->str()) : std::nullopt; })
      .def_readonly("description", &Element::description)
      .def("__repr__", [](const Element& e) { return "Element(" + e.id.str() + ": " + e.title.nl + ")"; });

  py::class_<Stage>(core, "Stage", "A stage of a dimension, 1 = lowest.")
      .def_readonly("stage", &Stage::stage)
      .def_readonly("title", &Stage::title)
      .def_readonly("description", &Stage::description);

  py::class_<AudienceWording>(core, "AudienceWording", "A question in own words for one audience.")
      .def_readonly("text", &AudienceWording::text)
      .def_readonly("note", &AudienceWording::note)
      .def_readonly("not_for", &AudienceWording::not_for);

  py::class_<Question>(core, "Question", "A question, quoted exactly in Dutch.")
      .def_property_readonly("id", &id_of<Question>)
      .def_property_readonly("element", [](const Question& q) { return q.element.str(); })
      .def_property_readonly("form", [](const Question& q) { return std::string(to_string(q.form)); })
      .def_property_readonly("scale",
                             [](const Question& q) { return q.scale ? std::optional(q.scale->str()) : std::nullopt; })
      .def_readonly("reverse", &Question::reverse)
      .def_readonly("text", &Question::text)
      .def_readonly("closed_part", &Question::closed_part)
      .def_readonly("open_part", &Question::open_part)
      .def_readonly("ordering", &Question::ordering)
      .def_readonly("stages", &Question::stages)
      .def_readonly("audiences", &Question::audiences, "Wordings for audiences other than professionals.")
      .def(
          "wording", [](const Question& q, std::string_view audience) { return q.wording(audience); },
          py::arg("audience"), "What an audience is asked; None when it is not asked this.")
      .def("__repr__", [](const Question& q) { return "Question(" + q.id.str() + ": " + q.text.nl + ")"; });

  py::class_<Instrument>(core, "Instrument", "A questionnaire with its scales, elements, questions and source.")
      .def_static("parse", &Instrument::parse, py::arg("json"), py::arg("file") = "instrument.json",
                  "Reads an instrument of your own; the schema is in docs/reference/instrument.schema.json.")
      .def_property_readonly("id", [](const Instrument& i) { return i.id().str(); })
      .def_property_readonly("version", &Instrument::version)
      .def_property_readonly("kind", [](const Instrument& i) { return std::string(to_string(i.kind())); })
      .def_property_readonly("title", &Instrument::title)
      .def_property_readonly("description", &Instrument::description)
      .def_property_readonly("source", &Instrument::source)
      .def_property_readonly("licence", &Instrument::licence)
      .def_property_readonly("validated", &Instrument::validated)
      .def_property_readonly("private", &Instrument::is_private)
      .def_property_readonly("scales", &Instrument::scales)
      .def_property_readonly("elements", &Instrument::elements)
      .def_property_readonly("questions", &Instrument::questions)
      .def_property_readonly("json", &Instrument::json)
      .def(
          "question", [](const Instrument& i, const std::string& id) { return i.question(QuestionId(id)); },
          py::arg("id"))
      .def(
          "element", [](const Instrument& i, const std::string& id) { return i.element(ElementId(id)); }, py::arg("id"))
      .def(
          "scale", [](const Instrument& i, const std::string& id) { return i.scale(ScaleId(id)); }, py::arg("id"))
      .def(
          "scale_of", [](const Instrument& i, const std::string& id) { return i.scale_of(i.question(QuestionId(id))); },
          py::arg("question"),
          "The scale as a rated question reads it: turned round, with the top box at the other side, when reversed.")
      .def("__repr__", [](const Instrument& i) {
        return "Instrument(" + i.id().str() + " " + i.version() + ": " + std::to_string(i.elements().size()) +
               " elements, " + std::to_string(i.questions().size()) + " questions)";
      });

  py::class_<Advice>(core, "Advice", "Something a team could do, in houvast's own words.")
      .def_readonly("id", &Advice::id)
      .def_readonly("text", &Advice::text)
      .def_readonly("factors", &Advice::factors)
      .def_property_readonly("elements", [](const Advice& a) { return texts(a.elements); })
      .def_property_readonly("questions", [](const Advice& a) { return texts(a.questions); })
      .def_readonly("source_document", &Advice::source_document)
      .def_readonly("source_section", &Advice::source_section)
      .def("__repr__", [](const Advice& a) { return "Advice(" + a.id + ": " + a.text.nl + ")"; });

  core.def("instruments", &instruments, "The ids of the instruments that come with houvast.");
  core.def(
      "instrument", [](const std::string& id) { return instrument(id); }, py::arg("id"),
      "An instrument of the catalogue. Raises UnknownKeyError HV-501 naming the nearest id.");
  core.def("advice", &advice, "The advice library.");
  core.def(
      "crosswalk",
      [] {
        std::map<std::string, std::vector<std::string>> rows;
        for (const CrosswalkRow& row : crosswalk()) rows[row.element.str()] = row.refs;
        return rows;
      },
      "Element id → ids of what speaks of the same in other instruments (own definition).");
  core.def(
      "forms_of_collaboration",
      [] {
        py::list forms;
        for (const FormOfCollaboration& form : forms_of_collaboration()) {
          py::list variants;
          for (const auto& variant : form.variants) {
            variants.append(py::dict(py::arg("id") = variant.id, py::arg("sector") = variant.sector,
                                     py::arg("title") = variant.title));
          }
          forms.append(
              py::dict(py::arg("id") = form.id, py::arg("title") = form.title, py::arg("variants") = variants));
        }
        return forms;
      },
      "The forms of collaboration with their variants per sector.");
  core.def("fold_label", &fold_label, py::arg("text"), "Text as labels are compared.");
}

}  // namespace houvast::bindings
