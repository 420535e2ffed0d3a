#include <map>

#include "convert.hpp"
#include "docs.hpp"
#include "houvast/base/text.hpp"
#include "houvast/text/say.hpp"
#include "rooms.hpp"
#include "text_in.hpp"

namespace houvast::bindings {
namespace {

Listener listener(std::string_view lang, const std::string& audience) {
  return {.language = language_of(lang), .audience = audience};
}

template <class Value>
bool equal(const Value& a, const py::object& b) {
  return py::isinstance<Value>(b) && a == b.cast<Value>();
}

py::object to_python(const Argument& argument) {
  return std::visit(
      [](const auto& value) -> py::object {
        if constexpr (std::is_same_v<std::decay_t<decltype(value)>, Argument::List>) {
          py::list items;
          for (const Argument& item : value) items.append(to_python(item));
          return items;
        } else if constexpr (std::is_same_v<std::decay_t<decltype(value)>, std::vector<Claim>>) {
          return value.size() == 1 ? py::cast(value.front()) : py::cast(value);
        } else {
          return py::cast(value);
        }
      },
      argument.value());
}

}  // namespace

std::string sound_text(const py::handle& text) {
  return py::bytes(text.attr("encode")("utf-8", "replace"));
}

Argument to_argument(const py::handle& value) {
  if (py::isinstance<LocalizedText>(value)) return value.cast<LocalizedText>();
  if (py::isinstance<Named>(value)) return value.cast<Named>();
  if (py::isinstance<Claim>(value)) return value.cast<Claim>();
  if (py::isinstance<py::str>(value)) return sound_text(value);
  if (py::isinstance<py::bool_>(value)) return value.cast<bool>() ? "yes" : "no";
  if (PyLong_Check(value.ptr())) return value.cast<std::int64_t>();
  if (PyFloat_Check(value.ptr())) return value.cast<double>();
  if (py::isinstance<py::list>(value) || py::isinstance<py::tuple>(value)) {
    Argument::List items;
    for (const py::handle item : value) items.push_back(to_argument(item));
    return items;
  }
  throw py::type_error("an argument of a message is a whole number, a number, a text, a name, a claim or a list");
}

Claim to_claim(const std::string& id, const py::dict& args) {
  Claim claim{id, {}};
  for (const auto& [gap, value] : args) claim.args.insert_or_assign(gap.cast<std::string>(), to_argument(value));
  return claim;
}

void register_text(py::module_& core) {
  py::class_<LocalizedText>(core, "LocalizedText", "A text in Dutch, English and other languages.")
      .def(py::init<std::string, std::string, std::map<std::string, std::string>>(), py::arg("nl"), py::arg("en"),
           py::arg("others") = std::map<std::string, std::string>(), doc("LocalizedText.__init__"))
      .def_readonly("nl", &LocalizedText::nl, "The Dutch text.")
      .def_readonly("en", &LocalizedText::en, "The English text.")
      .def_readonly("others", &LocalizedText::others, "Texts in other languages, by tag.")
      .def_property_readonly("tags", &LocalizedText::tags, "Tags of the languages that have a text.")
      .def(
          "get", [](const LocalizedText& text, std::string_view lang) { return text.get(language_of(lang)); },
          py::arg("lang"), doc("LocalizedText.get"))
      .def("__str__", [](const LocalizedText& text) { return text.nl; })
      .def("__repr__",
           [](const LocalizedText& text) {
             return "LocalizedText(nl=" + std::string(py::repr(py::cast(text.nl))) +
                    ", en=" + std::string(py::repr(py::cast(text.en))) + ")";
           })
      .def("__eq__", &equal<LocalizedText>)
      .def("__hash__", [](const LocalizedText& text) { return py::hash(py::make_tuple(text.nl, text.en)); })
      .def(py::pickle([](const LocalizedText& text) { return py::make_tuple(text.nl, text.en, text.others); },
                      [](const py::tuple& state) {
                        return LocalizedText{state[0].cast<std::string>(), state[1].cast<std::string>(),
                                             state[2].cast<std::map<std::string, std::string>>()};
                      }));

  py::class_<Named>(core, "Named", "Something with a name of its own, which is looked up when it is said.")
      .def(py::init<std::string, std::string>(), py::arg("kind"), py::arg("id"), doc("Named.__init__"))
      .def_readonly("kind", &Named::kind, "What it is: \"party\", \"question\", \"wave\", …")
      .def_readonly("id", &Named::id, "Its id.")
      .def_readonly("name", &Named::name, "Its name, when that was looked up before; else empty.")
      .def("__eq__", &equal<Named>)
      .def("__hash__", [](const Named& name) { return py::hash(py::make_tuple(name.kind, name.id)); })
      .def("__repr__", [](const Named& name) { return "Named(" + name.kind + ": " + name.id + ")"; })
      .def(py::pickle(
          [](const Named& name) { return py::make_tuple(name.kind, name.id, name.name); },
          [](const py::tuple& state) {
            return Named{state[0].cast<std::string>(), state[1].cast<std::string>(), state[2].cast<LocalizedText>()};
          }));

  py::class_<Claim>(core, "Claim", "Something that houvast asserts, as data; it becomes a sentence when it is said.")
      .def(py::init(&to_claim), py::arg("id"), py::arg("args") = py::dict(), doc("Claim.__init__"))
      .def_readonly("id", &Claim::id, "Key of its message.")
      .def_property_readonly(
          "args",
          [](const Claim& claim) {
            py::dict args;
            for (const auto& [gap, argument] : claim.args) args[py::str(gap)] = to_python(argument);
            return args;
          },
          "What fills the gaps, by name.")
      .def(
          "say",
          [](const Claim& claim, std::string_view lang, const std::optional<std::string>& audience) {
            return say(claim, listener(lang, audience.value_or("")));
          },
          py::arg("lang"), py::arg("audience") = py::none(), doc("Claim.say"))
      .def("__eq__", &equal<Claim>)
      .def("__hash__", [](const Claim& claim) { return py::hash(py::str(claim.id)); })
      .def("__repr__", [](const Claim& claim) { return "Claim(" + claim.id + ")"; })
      .def("__reduce__", [](const py::object& self) {
        return py::make_tuple(py::type::of(self), py::make_tuple(self.attr("id"), self.attr("args")));
      });

  core.def("languages", &languages, doc("languages"));
  core.def(
      "language_of", [](std::string_view tag) { return language_of(tag).tag(); }, py::arg("tag"), doc("language_of"));
  core.def(
      "find_language",
      [](std::string_view tag) {
        const auto found = find_language(tag);
        return found ? found->tag() : std::string();
      },
      py::arg("tag"), doc("find_language"));
  core.def(
      "say",
      [](const std::string& key, std::string_view lang, const std::string& audience, const py::kwargs& args) {
        return say(to_claim(key, args), listener(lang, audience));
      },
      py::arg("key"), py::arg("lang"), py::arg("audience") = "", doc("say"));
  core.def(
      "say_in_pieces",
      [](const std::string& key, std::string_view lang, const std::string& audience, const py::kwargs& args) {
        std::vector<std::pair<std::string, std::string>> pieces;
        for (Piece& piece : say_in_pieces(to_claim(key, args), listener(lang, audience))) {
          pieces.emplace_back(std::move(piece.text), std::move(piece.gap));
        }
        return pieces;
      },
      py::arg("key"), py::arg("lang"), py::arg("audience") = "", doc("say_in_pieces"));
  core.def(
      "nearest",
      [](const py::str& text, const py::typing::List<py::str>& known) {
        std::vector<std::string> texts;
        for (const py::handle each : known) texts.push_back(sound_text(each));
        return nearest(sound_text(text), texts);
      },
      py::arg("text"), py::arg("known"), doc("nearest"));
  core.def("has_message", &has_message, py::arg("key"), doc("has_message"));
  core.def("messages", &messages, py::arg("lang"), doc("messages"));
  core.def("gaps", &gaps, py::arg("key"), py::arg("lang"), doc("gaps"));
  core.def(
      "right_to_left", [](std::string_view lang) { return language_of(lang).right_to_left(); }, py::arg("lang"),
      doc("right_to_left"));
}

}  // namespace houvast::bindings
