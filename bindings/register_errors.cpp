#include <string>
#include <string_view>

#include "base/index.hpp"
#include "convert.hpp"
#include "docs.hpp"
#include "houvast/base/text.hpp"
#include "houvast/text/claim.hpp"
#include "rooms.hpp"
#include "text_in.hpp"

namespace houvast::bindings {
using houvast::detail::as_size;
namespace {

using namespace py::literals;

py::object optional(const Claim& claim) {
  return claim.id.empty() ? py::none() : py::cast(claim);
}

py::object words_of(const Found& found) {
  return found.words() == nullptr ? py::none() : py::cast(*found.words());
}

using IssueObject = Called<"houvast.errors.Issue">;

// The issue that an object of houvast.errors.Issue holds.
Issue issue_of(const py::handle& object) {
  const auto claim = [&object](const char* name) {
    const py::object held = object.attr(name);
    return held.is_none() ? Claim{} : held.cast<Claim>();
  };
  const py::object where = object.attr("where");
  const Claim found = claim("found");
  return {object.attr("code").cast<std::string>(),
          claim("about"),
          found.id.empty() ? Found(sound_text(object.attr("value"))) : Found(found),
          claim("wanted"),
          {sound_text(where.attr("file")), where.attr("row").cast<std::optional<std::int64_t>>(),
           sound_text(where.attr("column")), sound_text(where.attr("pointer"))},
          sound_text(object.attr("near"))};
}

// Builds houvast.errors.<name>(issues) with fields set from fields.
void raise(const char* name, const Error& error) {
  const py::module_ errors = py::module_::import("houvast.errors");
  const py::object make_issue = errors.attr("Issue"), make_where = errors.attr("Where");
  py::list issues;
  for (const Issue& issue : error.issues()) {
    const py::object where = make_where(issue.where.file, issue.where.row, issue.where.column, issue.where.pointer);
    issues.append(make_issue(issue.code, issue.subject, issue.value.say(Language::kEn), optional(issue.expected),
                             issue.near, where, words_of(issue.value)));
  }
  const py::object type = errors.attr(name);
  const py::object instance = type(std::string(error.what()), issues);
  PyErr_SetObject(type.ptr(), instance.ptr());
}

// pybind11 answers arguments that no overload takes with a TypeError that prints all of them, and they may be answers:
// "f(): incompatible … The following argument types are supported:\n    1. (x: int) -> int\n\nInvoked with: …". Every
// function of the module is called through `guarded`, which tells types instead.
constexpr std::string_view kSignatures = "argument types are supported:";
constexpr std::string_view kArguments = "\nInvoked with: ";

using Call = PyObject* (*)(PyObject*, PyObject* const*, std::size_t, PyObject*);

// The one function of pybind11 through which it calls all others; set when the module is made.
Call& dispatcher() {
  static Call call = nullptr;
  return call;
}

std::string trimmed(const std::string& text) {
  const std::size_t first = text.find_first_not_of(" \n"), last = text.find_last_not_of(" \n");
  return first == std::string::npos ? "" : text.substr(first, last + 1 - first);
}

void tell_types(const std::string& message, std::span<PyObject* const> arguments) {
  const std::size_t from = message.find(kSignatures) + kSignatures.size();
  const bool made = message.starts_with("__init__");
  const std::string function = made ? Py_TYPE(arguments.front())->tp_name : message.substr(0, message.find("():"));
  std::string types;
  for (PyObject* const argument : arguments.subspan(made ? 1 : 0)) {
    types += (types.empty() ? "" : ", ") + std::string(Py_TYPE(argument)->tp_name);
  }
  raise("WrongTypeError", ValueError({"HV-308",
                                      {"problem.subject.arguments_of", {{"function", function}}},
                                      types,
                                      {"problem.expected.exactly",
                                       {{"text", trimmed(message.substr(from, message.find(kArguments) - from))}}}}));
}

PyObject* guarded(PyObject* self, PyObject* const* arguments, std::size_t count, PyObject* names) {
  PyObject* const result = dispatcher()(self, arguments, count, names);
  if (result != nullptr || PyErr_ExceptionMatches(PyExc_TypeError) == 0) return result;
  py::error_already_set error;
  const std::string message = py::str(error.value());
  if (message.find(kSignatures) == std::string::npos || message.find(kArguments) == std::string::npos) {
    error.restore();
    return nullptr;
  }
  const Py_ssize_t named = names == nullptr ? 0 : PyTuple_GET_SIZE(names);
  tell_types(message, {arguments, as_size(PyVectorcall_NARGS(count) + named)});
  return nullptr;
}

PyMethodDef* definition_of(const py::handle& function) {
  return PyCFunction_Check(function.ptr()) ? reinterpret_cast<PyCFunctionObject*>(function.ptr())->m_ml : nullptr;
}

void guard(const py::handle& function) {
  PyMethodDef* const definition = definition_of(function);
  const auto call = reinterpret_cast<PyCFunction>(reinterpret_cast<void (*)()>(dispatcher()));
  if (definition == nullptr || definition->ml_meth != call) return;
  definition->ml_meth = reinterpret_cast<PyCFunction>(reinterpret_cast<void (*)()>(&guarded));
}

bool is_ours(const py::handle& item, const char* attribute) {
  return py::hasattr(item, attribute) && std::string(py::str(item.attr(attribute))).starts_with("houvast._core");
}

// The functions of a module or class, and of what is in it.
void guard_members(const py::handle& scope) {
  for (const py::handle item : py::list(scope.attr("__dict__").attr("values")())) {
    if (PyModule_Check(item.ptr())) {
      if (is_ours(item, "__name__")) guard_members(item);
    } else if (PyType_Check(item.ptr())) {
      if (is_ours(item, "__module__")) guard_members(item);
    } else if (PyInstanceMethod_Check(item.ptr())) {
      guard(PyInstanceMethod_Function(item.ptr()));
    } else if (py::hasattr(item, "fget")) {  // a property
      guard(item.attr("fget"));
      guard(item.attr("fset"));
    } else if (py::hasattr(item, "__func__")) {  // a static method
      guard(item.attr("__func__"));
    } else {
      guard(item);
    }
  }
}

}  // namespace

void register_errors(py::module_& core) {
  core.def(
      "say_issues",
      [](const py::sequence& issues, const std::string& lang) {
        std::vector<std::string> first;
        for (std::size_t i = 0; i < issues.size() && i < kIssuesTold; ++i) {
          first.push_back(sound_text(issues[i].attr("say")(lang)));
        }
        return told_together(first, issues.size(), language_of(lang));
      },
      "issues"_a, "lang"_a, doc("say_issues"));
  core.def(
      "say_issue",
      [](const IssueObject& issue, const std::string& lang) { return issue_of(issue).say(language_of(lang)); },
      "issue"_a, "lang"_a, doc("say_issue"));
  core.def(
      "expectation",
      [](const IssueObject& issue, const std::string& lang) { return issue_of(issue).expectation(language_of(lang)); },
      "issue"_a, "lang"_a, doc("expectation"));
  // NOLINTNEXTLINE(performance-unnecessary-value-param): pybind11 wants a function of a value
  py::register_exception_translator([](std::exception_ptr pointer) {
    try {
      if (pointer) std::rethrow_exception(pointer);
    } catch (const Stopped&) {
      if (PyErr_Occurred() == nullptr) PyErr_SetNone(PyExc_KeyboardInterrupt);  // else: what the handler raised
    } catch (const ParseError& error) {
      raise("ParseError", error);
    } catch (const ValidationError& error) {
      raise("ValidationError", error);
    } catch (const DisclosureError& error) {
      raise("DisclosureError", error);
    } catch (const KeyError& error) {
      raise("UnknownKeyError", error);
    } catch (const Error& error) {
      raise("InvalidValueError", error);
    } catch (const py::cast_error&) {
      raise("WrongTypeError",
            ValueError({"HV-308", {"problem.subject.argument"}, "", {"problem.expected.asked_type"}}));
    }
  });
}

void guard_arguments(py::module_& core) {
  const py::object known = core.attr("instruments");
  PyMethodDef* const definition = definition_of(known);
  if (definition == nullptr || definition->ml_flags != (METH_FASTCALL | METH_KEYWORDS)) {
    throw std::logic_error("this pybind11 calls functions in another way than bindings/register_errors.cpp knows");
  }
  dispatcher() = reinterpret_cast<Call>(reinterpret_cast<void (*)()>(definition->ml_meth));
  guard_members(core);
}

}  // namespace houvast::bindings
