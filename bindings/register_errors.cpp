#include "convert.hpp"
#include "rooms.hpp"

namespace houvast::bindings {
namespace {

// Builds houvast.errors.<name>(issues) with fields set from fields.
void raise(const char* name, const Error& error) {
  const py::module_ errors = py::module_::import("houvast.errors");
  py::list issues;
  for (const Issue& issue : error.issues()) {
    const py::object where =
        errors.attr("Where")(issue.where.file, issue.where.row, issue.where.column, issue.where.pointer);
    issues.append(errors.attr("Issue")(issue.code, issue.subject, issue.value, issue.expected, where, issue.message()));
  }
  const py::object type = errors.attr(name);
  const py::object instance = type(std::string(error.what()), issues);
  PyErr_SetObject(type.ptr(), instance.ptr());
}

}  // namespace

void register_errors(py::module_&) {
  py::register_exception_translator([](std::exception_ptr pointer) {
    try {
      if (pointer) std::rethrow_exception(pointer);
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
    }
  });
}

}  // namespace houvast::bindings
