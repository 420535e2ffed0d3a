#include <variant>

#include "base/index.hpp"
#include "convert.hpp"
#include "docs.hpp"
#include "findings.hpp"
#include "houvast/conversation/agenda.hpp"
#include "houvast/conversation/crosswalk.hpp"
#include "houvast/conversation/goals.hpp"
#include "rooms.hpp"

namespace houvast::bindings {
namespace {

using QuestionOrItem = std::variant<std::string, AgendaItem>;

QuestionId id_of(const QuestionOrItem& question) {
  if (const auto* item = std::get_if<AgendaItem>(&question)) return item->question;
  return QuestionId(std::get<std::string>(question));
}

AgendaOptions options_of(std::int64_t length, const WaveName& wave, const SplitBy& by, std::int64_t minimum_group,
                         const std::string& relation, double level) {
  return {length, wave_id(wave), by, minimum_group, relation, level};
}

Study agree(const Study& study, const QuestionOrItem& question, const std::string& what, const std::string& owner,
            const std::string& indicator, std::optional<double> target, const std::string& due) {
  return agreed(study, {id_of(question), what, PartyId(owner), indicator, target, due});
}

// A named number per criterion: the scores, or the ranks of those that apply.
template <class Value>
py::dict per_criterion(const std::array<Value, kCriteria>& values) {
  py::dict result;
  for (std::size_t c = 0; c < kCriteria; ++c) {
    if (values[c] > 0) result[py::str(std::string(to_string(static_cast<Reason>(c))))] = values[c];
  }
  return result;
}

using Told = Called<"dict[str, str | int | float | None] | None">;

// What may be told of a group on an item: its name, number of answers and top-box share.
Told group_of(const std::optional<Score>& score) {
  if (!score) return py::none();
  py::dict result;
  result["group"] = score->group;
  result["n"] = score->scored;
  result["top_box"] = score->top_share;
  return result;
}

// The items, what is said of each with the names of the study.
std::vector<AgendaItem> items_of(const Agenda& agenda) {
  std::vector<AgendaItem> items = agenda.items();
  const Namer names = names_of(agenda.study());
  for (AgendaItem& item : items) {
    item.findings = with_names_beside(std::move(item.findings), agenda.study());
    for (Claim& claim : item.why) claim = houvast::with_names_beside(std::move(claim), names);
  }
  return items;
}

void register_agenda(py::module_& core) {
  py::class_<AgendaItem>(core, "AgendaItem", "One question to talk about, with what put it there; exact.")
      .def_property_readonly(
          "question", [](const AgendaItem& i) { return i.question.str(); }, "Id of the question.")
      .def_property_readonly(
          "element", [](const AgendaItem& i) { return i.element.str(); },
          "Id of the element that the question belongs to.")
      .def_property_readonly(
          "instrument", [](const AgendaItem& i) { return i.instrument.str(); }, "Id of the instrument.")
      .def_property_readonly(
          "text", [](const AgendaItem& i) { return i.text; }, "The exact Dutch wording, and the English.")
      .def_property_readonly(
          "reason", [](const AgendaItem& i) { return std::string(to_string(i.reason)); },
          "The criterion that put it here, \"lowest\", \"between\", \"unknown\", \"network\", \"changed\", "
          "\"divided\"; \"own\" when somebody chose it.")
      .def_readonly("score", &AgendaItem::score, "How strongly the reason applies, 0 to 1.")
      .def_property_readonly(
          "scores", [](const AgendaItem& i) { return per_criterion(i.scores); }, "Criterion → score, if above 0.")
      .def_property_readonly(
          "ranks", [](const AgendaItem& i) { return per_criterion(i.ranks); }, "Criterion → rank, 1 = strongest.")
      .def_readonly("claims", &AgendaItem::why, "The reason with its numbers, as data.")
      .def_property_readonly(
          "why", [](const AgendaItem& i) { return in_every_language(i.why); }, "The reason in words, with its numbers.")
      .def_property_readonly(
          "n", [](const AgendaItem& i) { return i.total ? i.total->scored : 0; }, "Number of answers.")
      .def_property_readonly(
          "top_box", [](const AgendaItem& i) { return i.total ? i.total->top_share : std::nullopt; },
          "Everybody's top-box share; None when there are no answers.")
      .def_property_readonly(
          "dont_know_share", [](const AgendaItem& i) { return i.total ? i.total->dont_know_share() : std::nullopt; },
          "Share of those asked who do not know, 0 to 1; None when nobody was asked.")
      .def_property_readonly(
          "lowest_group", [](const AgendaItem& i) { return group_of(i.lowest_group); },
          "Of two groups that differ, the one with fewer high answers: dict with group, n and top_box; else None.")
      .def_property_readonly(
          "highest_group", [](const AgendaItem& i) { return group_of(i.highest_group); },
          "The one with more high answers.")
      .def_property_readonly(
          "difference",
          [](const AgendaItem& i) -> Told {
            if (!i.difference) return py::none();
            py::dict result;
            result["kind"] = std::string(to_string(i.difference->what.breadth));
            result["id"] = i.difference->what.id;
            result["higher"] = i.difference->higher;
            result["lower"] = i.difference->lower;
            result["n_higher"] = i.difference->n_higher;
            result["n_lower"] = i.difference->n_lower;
            result["share_higher"] = i.difference->share_higher;
            result["share_lower"] = i.difference->share_lower;
            result["p_adjusted"] = i.difference->p_adjusted;
            return result;
          },
          "The widest difference between two groups that chance does not explain, here or on its element; else None.")
      .def_property_readonly(
          "change",
          [](const AgendaItem& i) -> Told {
            if (!i.change) return py::none();
            py::dict result;
            result["from"] = i.change->from.str();
            result["paired"] = i.change->paired;
            result["n"] = i.change->n;
            result["share_from"] = i.change->share_from;
            result["share_to"] = i.change->share_to;
            result["p_adjusted"] = i.change->p_adjusted;
            return result;
          },
          "How it changed since the wave before, when chance does not explain that; else None.")
      .def_property_readonly(
          "findings", [](const AgendaItem& i) { return i.findings; }, "Coverage findings that name the question.")
      .def_readonly("advice", &AgendaItem::advice, "At most three pieces of advice, each with its source.")
      .def_property_readonly(
          "opening", [](const AgendaItem& i) { return in_every_language({i.opening}); },
          "A way to open the conversation.")
      .def("__repr__", [](const AgendaItem& i) {
        return "AgendaItem(" + i.question.str() + ": " + std::string(to_string(i.reason)) + ")";
      });

  py::class_<Agenda> agenda(core, "Agenda",
                            "Questions to talk about next: a sequence of AgendaItem that you can edit; exact, for "
                            "inside use.");
  agenda.def("__len__", [](const Agenda& a) { return a.items().size(); })
      .def("__getitem__",
           [](const Agenda& a, py::ssize_t i) {
             const auto n = static_cast<py::ssize_t>(a.items().size());
             if (i < -n || i >= n) throw py::index_error("the agenda has " + std::to_string(n) + " questions");
             return items_of(a)[as_size(i < 0 ? i + n : i)];
           })
      .def("__getitem__",
           [](const Agenda& a, const py::slice& slice) -> py::typing::List<AgendaItem> {
             return py::list(py::cast(items_of(a))).attr("__getitem__")(slice);
           })
      .def("__iter__", [](const Agenda& a) { return py::iter(py::cast(items_of(a))); })
      .def("__contains__",
           [](const Agenda& a, const QuestionOrItem& question) {
             const QuestionId id = id_of(question);
             return std::any_of(a.items().begin(), a.items().end(),
                                [&](const AgendaItem& item) { return item.question == id; });
           })
      .def_property_readonly("study", &Agenda::study, "The study that it is about.")
      .def_property_readonly(
          "by", [](const Agenda& a) { return a.options().by; }, "The attribute whose groups are compared.")
      .def_property_readonly(
          "candidates", &Agenda::candidates,
          "One row per question that could be here: score and rank per criterion, and whether it was chosen.")
      .def(
          "table", [](const Agenda& a, std::string_view lang) { return a.table(language_of(lang)); },
          py::arg("lang") = "nl", doc("Agenda.table"))
      .def(
          "without", [](const Agenda& a, const QuestionOrItem& question) { return a.without(id_of(question)); },
          py::arg("question"), doc("Agenda.without"))
      .def(
          "with_question",
          [](const Agenda& a, const std::string& question, std::optional<std::int64_t> place) {
            return a.with_question(QuestionId(question), place);
          },
          py::arg("question"), py::arg("place") = py::none(), doc("Agenda.with_question"))
      .def(
          "moved",
          [](const Agenda& a, const QuestionOrItem& question, std::int64_t place) {
            return a.moved(id_of(question), place);
          },
          py::arg("question"), py::arg("place"), doc("Agenda.moved"))
      .def(
          "agree",
          [](const Agenda& a, const QuestionOrItem& question, const std::string& what, const std::string& owner,
             const std::string& indicator, std::optional<double> target,
             const std::string& due) { return agree(a.study(), question, what, owner, indicator, target, due); },
          py::arg("question"), py::arg("what"), py::arg("owner"), py::arg("indicator") = "",
          py::arg("target") = py::none(), py::arg("due") = "", doc("Agenda.agree"))
      .def("__repr__", [](const Agenda& a) {
        std::string text;
        for (const AgendaItem& item : a.items()) {
          text += (text.empty() ? "" : ", ") + item.question.str() + " (" + std::string(to_string(item.reason)) + ")";
        }
        return "Agenda(" + text + ")";
      });
}

}  // namespace

void register_conversation(py::module_& core) {
  register_agenda(core);
  auto study = py::reinterpret_borrow<py::class_<Study>>(core.attr("Study"));  // bound by register_study
  study.def(
      "agenda",
      [](const Study& of, std::int64_t length, const WaveName& wave, const SplitBy& by, std::int64_t minimum_group,
         const std::string& relation, double level) {
        const Unlocked nogil;
        return agenda(of, options_of(length, wave, by, minimum_group, relation, level));
      },
      py::arg("length") = 5, py::arg("wave") = py::none(), py::arg("by") = "perspective", py::arg("minimum_group") = 3,
      py::arg("relation") = "", py::arg("level") = 0.95, doc("Study.agenda"));
  study.def(
      "agenda_table",
      [](const Study& of, std::int64_t length, const WaveName& wave, const SplitBy& by, std::int64_t minimum_group,
         const std::string& relation, double level, std::string_view lang) {
        return agenda(of, options_of(length, wave, by, minimum_group, relation, level)).table(language_of(lang));
      },
      py::arg("length") = 5, py::arg("wave") = py::none(), py::arg("by") = "perspective", py::arg("minimum_group") = 3,
      py::arg("relation") = "", py::arg("level") = 0.95, py::arg("lang") = "nl", doc("Study.agenda_table"));
  study.def("agree", &agree, py::arg("question"), py::arg("what"), py::arg("owner"), py::arg("indicator") = "",
            py::arg("target") = py::none(), py::arg("due") = "", doc("Study.agree"));
  study.def(
      "progress",
      [](const Study& of, const WaveName& wave) {
        return progress_table(of, progress(of, wave_id(wave)), wave_id(wave));
      },
      py::arg("wave") = py::none(), doc("Study.progress"));
  study.def(
      "crosswalk",
      [](const Study& of, const SplitBy& by, const WaveName& wave, const std::string& relation, double level,
         bool with_private) {
        const CrosswalkOptions options{by, wave_id(wave), relation, level, with_private};
        const Unlocked nogil;
        return crosswalk_table(of, crosswalk_view(of, options), options);
      },
      py::arg("by") = "", py::arg("wave") = py::none(), py::arg("relation") = "", py::arg("level") = 0.95,
      py::arg("with_private") = false, doc("Study.crosswalk"));
}

}  // namespace houvast::bindings
