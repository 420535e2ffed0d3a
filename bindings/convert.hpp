#pragma once

#include <pybind11/numpy.h>
#include <pybind11/pybind11.h>
#include <pybind11/stl.h>

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "houvast/base/error.hpp"
#include "houvast/base/id.hpp"

/// Conversion between Python and the core; no arithmetic here (docs/dev/binding-contract.md).
namespace houvast::bindings {

namespace py = pybind11;

using DoubleArray = py::array_t<double, py::array::c_style | py::array::forcecast>;
using IntArray = py::array_t<std::int64_t, py::array::c_style | py::array::forcecast>;

/// Adds a method whose work is Python's (data frames, HTML, files): `module.function(self, ...)`, imported when called.
template <class Class>
void delegate(Class& type, const char* name, const char* module, const char* function, const char* doc) {
  type.def(
      name,
      [module, function](const py::object& self, const py::args& args, const py::kwargs& kwargs) {
        return py::module_::import(module).attr(function)(self, *args, **kwargs);
      },
      doc);
}

/// A wave as callers name it; none is the last one, or whichever the function says.
using WaveName = std::optional<std::string>;

inline std::optional<WaveId> wave_id(const WaveName& wave) {
  return wave ? std::optional(WaveId(*wave)) : std::nullopt;
}

/// What `compute` returns, computed without the interpreter's lock.
template <class Compute>
auto released(Compute compute) {
  const py::gil_scoped_release release;
  return compute();
}

/// A vector handed to numpy without a copy.
template <class T>
py::array_t<T> to_numpy(std::vector<T> values) {
  auto* owner = new std::vector<T>(std::move(values));
  const py::capsule free(owner, [](void* pointer) { delete static_cast<std::vector<T>*>(pointer); });
  return py::array_t<T>({static_cast<py::ssize_t>(owner->size())}, owner->data(), free);
}

/// A read-only view on a one-dimensional array, for as long as the interpreter's lock is held.
/// @throws ValueError HV-301 when it has another number of dimensions
template <class T, int Flags>
std::span<const T> view_1d(const py::array_t<T, Flags>& array, const char* name) {
  if (array.ndim() != 1) {
    throw ValueError({"HV-301", name, std::to_string(array.ndim()) + " dimensions", "one dimension", {}});
  }
  return {array.data(), static_cast<std::size_t>(array.size())};
}

/// The values of a one-dimensional array, to be looked at without the interpreter's lock: another thread may change,
/// resize or free the array meanwhile (docs/dev/binding-contract.md).
/// @throws ValueError HV-301 when it has another number of dimensions
template <class T, int Flags>
std::vector<T> copy_1d(const py::array_t<T, Flags>& array, const char* name) {
  const std::span<const T> values = view_1d(array, name);
  return {values.begin(), values.end()};
}

struct Groups {
  std::vector<std::int32_t> codes;  ///< one per item, -1 = no group (None or NaN)
  std::vector<std::string> labels;  ///< in order of first appearance
};

/// Any sequence of labels (strings, numbers, numpy, pandas) as codes 0..k-1 in order of first appearance.
/// @throws ValueError HV-301 when the length is not `expected_size` (skipped when negative)
Groups to_groups(const py::object& labels, std::int64_t expected_size, const char* name = "groups");

}  // namespace houvast::bindings
