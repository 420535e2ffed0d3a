#pragma once

#include <pybind11/numpy.h>
#include <pybind11/pybind11.h>
#include <pybind11/stl.h>
#include <pybind11/typing.h>

#include <algorithm>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "base/index.hpp"
#include "houvast/base/error.hpp"
#include "houvast/base/id.hpp"
#include "unlocked.hpp"

/// Conversion between Python and the core; no arithmetic here (docs/dev/binding-contract.md).
namespace houvast::bindings {
using houvast::detail::as_size;

namespace py = pybind11;

/// Numbers, from whatever holds them: numpy with or without a mask, pandas, polars, Arrow, sequences. What is missing
/// there (a masked entry, NA, NaT, None, null) is NaN here.
class DoubleArray : public py::array_t<double, py::array::c_style | py::array::forcecast> {
 public:
  using Base = py::array_t<double, py::array::c_style | py::array::forcecast>;
  DoubleArray() = default;
  explicit DoubleArray(Base numbers) : Base(std::move(numbers)) {}

  std::vector<std::string> columns;  ///< what a frame calls its columns; else empty
  std::vector<std::string> rows;     ///< what a pandas frame calls its rows; else empty
};

using IntArray = py::array_t<std::int64_t, py::array::c_style | py::array::forcecast>;

/// The words of a type for type checkers.
template <std::size_t N>
struct TypeWords {
  char text[N];
  constexpr TypeWords(const char (&words)[N]) { std::copy_n(words, N, text); }
};

/// Any Python object, which signatures call by these words.
template <TypeWords Words>
class Called : public py::object {
 public:
  PYBIND11_OBJECT_DEFAULT(Called, py::object, holds)

 private:
  static bool holds(PyObject* /*anything*/) { return true; }
};

/// Whole numbers or a mask, from whatever holds them; read by `to_indexes` and `to_whole_numbers`.
using WholeNumbers = Called<"numpy.typing.ArrayLike | collections.abc.Set[int]">;

/// The same, or names of columns where there is a frame; read by `to_columns`.
using ColumnChoice =
    Called<"numpy.typing.ArrayLike | collections.abc.Collection[int] | collections.abc.Collection[str]">;

/// One label each, from whatever holds them; read by `to_groups`.
using Labels = Called<"numpy.typing.ArrayLike | collections.abc.Sequence[collections.abc.Hashable]">;

/// One label per node; read by `to_node_groups`.
using NodeLabels = Called<
    "numpy.typing.ArrayLike | collections.abc.Sequence[collections.abc.Hashable] | collections.abc.Mapping[int, "
    "collections.abc.Hashable]">;

/// Numbers of which the reader tells what is wrong with them.
using Numbers = Called<"numpy.typing.ArrayLike">;

/// An id, which callers may give as a number: 2025 is "2025".
struct IdText {
  std::string text;
};

/// A wave as callers name it; none is the last one, or whichever the function says.
using WaveName = std::optional<IdText>;

inline std::optional<WaveId> wave_id(const WaveName& wave) {
  return wave ? std::optional(WaveId(wave->text)) : std::nullopt;
}

/// What results are split by: an attribute, or several of which each combination is a group.
struct SplitBy {
  std::string name;                                     ///< joined by " + "
  operator const std::string&() const { return name; }  // NOLINT(google-explicit-constructor): a name as any other
};

/// What `compute` returns, computed without the interpreter's lock.
template <class Compute>
auto released(Compute compute) {
  const Unlocked release;
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
    throw ValueError({"HV-301",
                      argument(name),
                      Claim{"problem.value.dimensions", {{"n", array.ndim()}}},
                      {"problem.expected.one_dimension"}});
  }
  return {array.data(), as_size(array.size())};
}

/// The values of a one-dimensional array, to be looked at without the interpreter's lock: another thread may change,
/// resize or free the array meanwhile (docs/dev/binding-contract.md).
/// @throws ValueError HV-301 when it has another number of dimensions
template <class T, int Flags>
std::vector<T> copy_1d(const py::array_t<T, Flags>& array, const char* name) {
  const std::span<const T> values = view_1d(array, name);
  return {values.begin(), values.end()};
}

/// @throws TypeError for texts and for what is no array of numbers
DoubleArray to_numbers(const py::object& values);

inline constexpr std::int64_t kNoMask = -1;  // where truth values say nothing

/// Indexes from any sequence or set of whole numbers; 1.5 is refused and never cut off to 1.
/// @param mask_size how many truth values a mask has, one for everything that can be indexed, or kNoMask
/// @throws ValueError HV-301 shape, or a mask of another size; HV-302 something else than whole numbers, or one missing
std::vector<std::int64_t> to_indexes(const WholeNumbers& values, const char* name, std::int64_t mask_size);

/// Columns of a frame or an array of answers, from names of columns, whole numbers or a mask.
/// @throws KeyError HV-504 a name that no column has; ValueError HV-302 names where columns have none; as to_indexes
std::vector<std::int64_t> to_columns(const ColumnChoice& values, const char* name, const DoubleArray& items);

/// Whole numbers in the shape they come in, whatever their type; a fraction is refused and never cut off.
/// @throws ValueError HV-302 something else than whole numbers, or one missing
IntArray to_whole_numbers(const WholeNumbers& values, const char* name);

struct Groups {
  std::vector<std::int32_t> codes;  ///< one per item, -1 = no group (whatever is missing)
  std::vector<std::string> labels;  ///< in order of first appearance
};

/// Any sequence of labels (strings, numbers; lists, numpy, pandas, polars, Arrow) as codes 0..k-1 in order of first
/// appearance. None, NaN, NaT, NA and masked entries are no group.
/// @throws ValueError HV-301 when the length is not `expected_size` (skipped when negative), HV-302 for a mapping or
/// set
Groups to_groups(const py::object& labels, std::int64_t expected_size, const char* name = "groups");

/// The groups of respondents; a pandas series with the index of the frame of answers in another order follows it.
/// @throws ValueError as to_groups
Groups to_groups_of(const py::object& labels, const DoubleArray& items, std::int64_t rows);

/// The same for the nodes of a graph, where a mapping of node numbers to labels, or a pandas series with these as its
/// index, is one more way to give them.
/// @throws ValueError as to_groups; HV-302 a key that is no node
Groups to_node_groups(const py::object& labels, std::int64_t nodes, const char* name = "groups");

}  // namespace houvast::bindings

namespace pybind11::detail {

template <houvast::bindings::TypeWords Words>
struct handle_type_name<houvast::bindings::Called<Words>> {
  static constexpr auto name = const_name(Words.text);
};

template <>
struct type_caster<houvast::bindings::IdText> {
  PYBIND11_TYPE_CASTER(houvast::bindings::IdText, const_name("str | int"));

  bool load(handle source, bool /*convert*/) {
    const bool number = PyIndex_Check(source.ptr()) != 0 && !PyBool_Check(source.ptr());
    if (!number && !PyUnicode_Check(source.ptr())) return false;
    value.text =
        number ? std::string(str(reinterpret_steal<object>(PyNumber_Index(source.ptr())))) : source.cast<std::string>();
    return true;
  }
};

template <>
struct type_caster<houvast::bindings::SplitBy> {
  PYBIND11_TYPE_CASTER(houvast::bindings::SplitBy, const_name("str | collections.abc.Sequence[str]"));

  bool load(handle source, bool /*convert*/) {
    if (PyUnicode_Check(source.ptr())) {
      value.name = source.cast<std::string>();
      return true;
    }
    if (!PyList_Check(source.ptr()) && !PyTuple_Check(source.ptr())) return false;
    value.name.clear();
    for (const handle part : source) {
      if (!PyUnicode_Check(part.ptr())) return false;
      value.name += (value.name.empty() ? "" : " + ") + part.cast<std::string>();
    }
    return true;
  }
};

template <>
struct type_caster<houvast::bindings::DoubleArray> {
  PYBIND11_TYPE_CASTER(houvast::bindings::DoubleArray, handle_type_name<houvast::bindings::DoubleArray::Base>::name);

  bool load(handle source, bool convert) {
    if (!convert && !houvast::bindings::DoubleArray::Base::check_(source)) return false;
    try {
      value = houvast::bindings::to_numbers(reinterpret_borrow<object>(source));
    } catch (const error_already_set&) {
      return false;
    } catch (const builtin_exception&) {
      return false;
    }
    return true;
  }
};

}  // namespace pybind11::detail
