#include "convert.hpp"
#include "docs.hpp"
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

void register_background(py::module_& core) {
  py::class_<Definition>(core, "Definition", "What a word of the sources means, in houvast's own words.")
      .def_readonly("id", &Definition::id, "Id of the definition.")
      .def_readonly("term", &Definition::term, "The word.")
      .def_readonly("also", &Definition::also, "Other words for it.")
      .def_readonly("text", &Definition::text, "What it means.")
      .def_readonly("about", &Definition::about, "Ids of questions and factors that it helps to read.")
      .def_readonly("source_document", &Definition::source_document, "Where it is said.")
      .def_readonly("source_section", &Definition::source_section, "The place in that source.");

  py::class_<PracticeCase>(core, "PracticeCase", "What helped elsewhere, retold in houvast's own words.")
      .def_readonly("id", &PracticeCase::id, "Id of the practice.")
      .def_readonly("place", &PracticeCase::place, "Where it was done.")
      .def_readonly("title", &PracticeCase::title, "What it is about.")
      .def_readonly("text", &PracticeCase::text, "What was done.")
      .def_readonly("factors", &PracticeCase::factors, "Ids of the success factors that it shows.")
      .def_property_readonly(
          "questions", [](const PracticeCase& c) { return texts(c.questions); }, "Ids of the questions that it serves.")
      .def_readonly("source_document", &PracticeCase::source_document, "Where it is told.")
      .def_readonly("source_section", &PracticeCase::source_section, "The place in that source.");

  py::class_<Reference>(core, "Reference", "A publication, tool or place to look something up.")
      .def_readonly("id", &Reference::id, "Id of the reference.")
      .def_readonly("kind", &Reference::kind, "\"publication\", \"tool\" or \"pointer\".")
      .def_readonly("citation", &Reference::citation, "The reference in full.")
      .def_readonly("url", &Reference::url, "Its address; \"\" where the sources give none.")
      .def_readonly("serves", &Reference::serves, "What it is good for.")
      .def_property_readonly(
          "questions", [](const Reference& r) { return texts(r.questions); }, "Ids of the questions that it serves.")
      .def_readonly("named_in", &Reference::named_in, "The sources that name it.");
}

}  // namespace

void register_instrument(py::module_& core) {
  register_background(core);
  py::class_<ScaleLabel>(core, "ScaleLabel", "One point of a scale and the words for it.")
      .def_readonly("value", &ScaleLabel::value, "The point of the scale.")
      .def_readonly("text", &ScaleLabel::text, "Its label.")
      .def_readonly("aliases", &ScaleLabel::aliases, "Other words for the same point.")
      .def_readonly("audiences", &ScaleLabel::audiences, "The words for it that other audiences choose from.")
      .def(
          "text_for", [](const ScaleLabel& l, std::string_view audience) { return l.text_for(audience); },
          py::arg("audience"), doc("ScaleLabel.text_for"));

  py::class_<Scale>(core, "Scale", "An ordinal scale with declared bounds.")
      .def_property_readonly(
          "id", [](const Scale& s) { return s.id().str(); }, "Id of the scale.")
      .def_property_readonly("min", &Scale::min, "Lowest value.")
      .def_property_readonly("max", &Scale::max, "Highest value.")
      .def_property_readonly(
          "direction",
          [](const Scale& s) { return s.direction() == ScaleDirection::kAscending ? "ascending" : "descending"; },
          "\"ascending\" when high values are favourable, else \"descending\".")
      .def_property_readonly("top_from", &Scale::top_from, "The top box: from this value to the favourable end.")
      .def_property_readonly("source", &Scale::source, "Where the scale comes from.")
      .def_property_readonly("labels", &Scale::labels, "One per value, in order.")
      .def("value_of", &Scale::value_of, py::arg("label"), doc("Scale.value_of"));

  py::class_<Source>(core, "Source", "Where wordings come from.")
      .def_readonly("title", &Source::title, "Title of the document.")
      .def_readonly("authors", &Source::authors, "Who wrote it.")
      .def_readonly("publisher", &Source::publisher, "Who published it.")
      .def_readonly("year", &Source::year, "When it was published.")
      .def_readonly("section", &Source::section, "The place in it.")
      .def("citation", &Source::citation, doc("Source.citation"))
      .def("__repr__", [](const Source& s) { return "Source(" + s.citation() + ")"; });

  py::class_<Element>(core, "Element", "A group of questions.")
      .def_property_readonly("id", &id_of<Element>, "Id of the element.")
      .def_readonly("title", &Element::title, "What it is called.")
      .def_property_readonly(
          "parent", [](const Element& e) { return e.parent ? std::optional(e.parent->str()) : std::nullopt; },
          "Id of the element that it is a part of, if any.")
      .def_readonly("description", &Element::description, "What it is about.")
      .def_readonly("graded", &Element::graded, "False for a profile, in which no answer is better than another.")
      .def_readonly("audiences", &Element::audiences, "What it is called for audiences other than professionals.")
      .def(
          "title_for", [](const Element& e, std::string_view audience) { return e.title_for(audience); },
          py::arg("audience"), doc("Element.title_for"));

  py::class_<Stage>(core, "Stage", "A stage of a dimension, 1 = lowest.")
      .def_readonly("stage", &Stage::stage, "Its number, 1 = lowest.")
      .def_readonly("title", &Stage::title, "What it is called.")
      .def_readonly("description", &Stage::description, "What it looks like.");

  py::class_<AudienceWording>(core, "AudienceWording", "A question in own words for one audience.")
      .def_readonly("text", &AudienceWording::text, "The wording; None when there is no fair one.")
      .def_readonly("note", &AudienceWording::note, "What was given up against the source, if anything.")
      .def_readonly("not_for", &AudienceWording::not_for,
                    "Why this audience is not asked; None when there is a wording.");

  py::class_<Question>(core, "Question", "A question, quoted exactly in Dutch.")
      .def_property_readonly("id", &id_of<Question>, "Id of the question.")
      .def_property_readonly(
          "element", [](const Question& q) { return q.element.str(); }, "Id of the element that it belongs to.")
      .def_property_readonly(
          "form", [](const Question& q) { return std::string(to_string(q.form)); },
          "\"closed\" (rated), \"open\" (text) or \"mixed\" (both).")
      .def_property_readonly(
          "scale", [](const Question& q) { return q.scale ? std::optional(q.scale->str()) : std::nullopt; },
          "Id of the scale; None when open.")
      .def_readonly("reverse", &Question::reverse, "Whether it is scored the other way round.")
      .def_readonly("text", &Question::text, "The wording.")
      .def_readonly("closed_part", &Question::closed_part, "Of a mixed question: the part that is rated.")
      .def_readonly("open_part", &Question::open_part, "Of a mixed question: the part that asks for words.")
      .def_readonly("caution", &Question::caution,
                    "What makes the wording hard to answer (an absolute word, two questions in one), if anything.")
      .def_readonly("ordering", &Question::ordering,
                    "Of stages: \"stated\" or \"inferred\" order, or \"types\" without one; else \"\".")
      .def_readonly("stages", &Question::stages, "The stages of a dimension, lowest first; else empty.")
      .def_readonly("audiences", &Question::audiences, "Wordings for audiences other than professionals.")
      .def(
          "wording", [](const Question& q, std::string_view audience) { return q.wording(audience); },
          py::arg("audience"), doc("Question.wording"));

  py::class_<Instrument>(core, "Instrument", "A questionnaire with its scales, elements, questions and source.")
      .def_static("parse", &Instrument::parse, py::arg("json"), py::arg("file") = "instrument.json",
                  doc("Instrument.parse"))
      .def_property_readonly(
          "id", [](const Instrument& i) { return i.id().str(); }, "Id of the instrument.")
      .def_property_readonly("version", &Instrument::version, "Its version.")
      .def_property_readonly(
          "kind", [](const Instrument& i) { return std::string(to_string(i.kind())); },
          "How its answers may be read: \"survey\", \"stages\", \"dyadic\", \"reflection\" or \"open\".")
      .def_property_readonly("title", &Instrument::title, "What it is called.")
      .def_property_readonly("description", &Instrument::description, "What it is for.")
      .def_property_readonly("source", &Instrument::source, "Where its wordings come from.")
      .def_property_readonly("licence", &Instrument::licence, "Under which licence its wordings may be used.")
      .def_property_readonly("validated", &Instrument::validated, "Whether its measurement was validated.")
      .def_property_readonly("private", &Instrument::is_private, "Whether answers stay with who gave them.")
      .def_property_readonly("scales", &Instrument::scales, "Its scales.")
      .def_property_readonly("elements", &Instrument::elements, "Its groups of questions.")
      .def_property_readonly("questions", &Instrument::questions, "Its questions.")
      .def_property_readonly("json", &Instrument::json, "The JSON text that it was read from.")
      .def(
          "question", [](const Instrument& i, const std::string& id) { return i.question(QuestionId(id)); },
          py::arg("id"), doc("Instrument.question"))
      .def(
          "element", [](const Instrument& i, const std::string& id) { return i.element(ElementId(id)); }, py::arg("id"),
          doc("Instrument.element"))
      .def(
          "scale", [](const Instrument& i, const std::string& id) { return i.scale(ScaleId(id)); }, py::arg("id"),
          doc("Instrument.scale"))
      .def(
          "scale_of", [](const Instrument& i, const std::string& id) { return i.scale_of(i.question(QuestionId(id))); },
          py::arg("question"), doc("Instrument.scale_of"));

  py::class_<Advice>(core, "Advice", "Something a team could do, in houvast's own words.")
      .def_readonly("id", &Advice::id, "Id of the advice.")
      .def_readonly("text", &Advice::text, "What a team could do, in words.")
      .def_readonly("factors", &Advice::factors, "Ids of the factors that it serves.")
      .def_property_readonly(
          "elements", [](const Advice& a) { return texts(a.elements); }, "Ids of the elements that it serves.")
      .def_property_readonly(
          "questions", [](const Advice& a) { return texts(a.questions); }, "Ids of the questions that it serves.")
      .def_readonly("source_document", &Advice::source_document, "Where the idea comes from.")
      .def_readonly("source_section", &Advice::source_section, "The place in that source.");

  core.def("instruments", &instruments, doc("instruments"));
  core.def(
      "instrument", [](const std::string& id) { return instrument(id); }, py::arg("id"), doc("instrument"));
  core.def("advice", &advice, doc("advice"));
  core.def(
      "crosswalk",
      [] {
        std::map<std::string, std::vector<std::string>> rows;
        for (const CrosswalkRow& row : crosswalk()) rows[row.element.str()] = row.refs;
        return rows;
      },
      doc("crosswalk"));
  core.def(
      "forms_of_collaboration",
      [] {
        py::list forms;
        for (const FormOfCollaboration& form : forms_of_collaboration()) {
          py::list variants;
          for (const auto& variant : form.variants) {
            variants.append(py::dict(py::arg("id") = variant.id, py::arg("sectors") = variant.sectors,
                                     py::arg("title") = variant.title));
          }
          forms.append(
              py::dict(py::arg("id") = form.id, py::arg("title") = form.title, py::arg("variants") = variants));
        }
        return forms;
      },
      doc("forms_of_collaboration"));
  core.def("definitions", &definitions, doc("definitions"));
  core.def("cases", &cases, doc("cases"));
  core.def("sources", &sources, doc("sources"));
  core.def("fold_label", &fold_label, py::arg("text"), doc("fold_label"));
}

}  // namespace houvast::bindings
