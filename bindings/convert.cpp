#include "convert.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <set>
#include <string_view>
#include <unordered_map>

#include "base/index.hpp"
#include "houvast/base/choice.hpp"

namespace houvast::bindings {
using houvast::detail::as_size;
using houvast::detail::at;
namespace {

bool has_kind(const py::array& array, std::string_view kinds) {
  return kinds.find(array.dtype().kind()) != std::string_view::npos;
}

bool is_masked_array(const py::handle& values) {
  return py::hasattr(values, "filled") && py::hasattr(values, "mask");
}

// What holds its own missing values besides numpy: pandas, polars, Arrow.
bool is_from(const py::handle& values, std::string_view package) {
  const py::object module = py::type::handle_of(values).attr("__module__");
  const std::string name = py::isinstance<py::str>(module) ? module.cast<std::string>() : std::string();
  return name == package || name.starts_with(std::string(package) + ".");
}

// None, NaN of any width, NaT, NA and a masked entry: whatever is not equal to itself.
bool is_missing(const py::handle& item) {
  if (item.is_none()) return true;
  if (PyUnicode_Check(item.ptr()) || PyLong_Check(item.ptr())) return false;
  if (PyFloat_Check(item.ptr())) return item.cast<double>() != item.cast<double>();
  if (std::string_view(Py_TYPE(item.ptr())->tp_name).ends_with("MaskedConstant")) return true;
  const py::object differs = py::reinterpret_steal<py::object>(PyObject_RichCompare(item.ptr(), item.ptr(), Py_NE));
  const int answer = differs ? PyObject_IsTrue(differs.ptr()) : -1;
  if (answer >= 0) return answer == 1;
  if (!PyErr_ExceptionMatches(PyExc_TypeError)) throw py::error_already_set();
  PyErr_Clear();  // NA knows neither yes nor no
  return true;
}

// Objects as numbers, missing ones as NaN.
py::array numbers_of_objects(const py::array& objects) {
  const py::object flat = objects.attr("ravel")();
  py::array_t<double> numbers(objects.size());
  double* out = numbers.mutable_data();
  for (const py::handle item : flat) {
    if (PyUnicode_Check(item.ptr())) throw py::type_error("numbers are expected, not texts");
    *out++ = is_missing(item) ? std::numeric_limits<double>::quiet_NaN()
                              : py::float_(py::reinterpret_borrow<py::object>(item)).cast<double>();
  }
  return numbers.reshape(std::vector<py::ssize_t>(objects.shape(), objects.shape() + objects.ndim()));
}

py::object with_gaps_as_nan(const py::object& values) {
  const py::float_ nan(std::numeric_limits<double>::quiet_NaN());
  if (is_masked_array(values)) return values.attr("astype")("float64").attr("filled")(nan);
  if (is_from(values, "pandas")) {
    return values.attr("to_numpy")(py::arg("dtype") = "float64", py::arg("na_value") = nan);
  }
  if (is_from(values, "polars")) return values.attr("to_numpy")();
  if (is_from(values, "pyarrow") && py::hasattr(values, "column_names")) {  // a table: column by column
    py::list columns;
    for (const py::handle column : values.attr("columns")) columns.append(column.attr("to_pylist")());
    return py::array(py::module_::import("numpy").attr("array")(columns, py::arg("dtype") = "O").attr("T"));
  }
  if (is_from(values, "pyarrow") && py::hasattr(values, "to_pylist")) return values.attr("to_pylist")();
  return values;
}

std::vector<std::string> texts_of(const py::handle& names) {
  std::vector<std::string> texts;
  for (const py::handle name : names) texts.push_back(py::str(name));
  return texts;
}

// What a frame calls its columns, and a pandas frame its rows when somebody named them.
void add_names(const py::object& values, DoubleArray& numbers) {
  if (numbers.ndim() != 2) return;
  const bool arrow = is_from(values, "pyarrow") && py::hasattr(values, "column_names");
  if (arrow || is_from(values, "pandas") || is_from(values, "polars")) {
    numbers.columns = texts_of(values.attr(arrow ? "column_names" : "columns"));
  }
  if (is_from(values, "pandas") && !py::hasattr(values.attr("index"), "step")) {
    numbers.rows = texts_of(values.attr("index"));
  }
}

// Whole numbers are compared as numbers; only the labels become text.
Groups groups_of_integers(const IntArray& values, const char* name) {
  Groups groups;
  std::unordered_map<std::int64_t, std::int32_t> known;
  groups.codes.reserve(as_size(values.size()));
  for (const std::int64_t value : view_1d(values, name)) {
    const auto [entry, is_new] = known.try_emplace(value, static_cast<std::int32_t>(groups.labels.size()));
    if (is_new) groups.labels.push_back(std::to_string(value));
    groups.codes.push_back(entry->second);
  }
  return groups;
}

// The label as text, without a copy for a string.
std::string_view text_of(const py::handle& item, std::string& storage) {
  if (PyUnicode_Check(item.ptr())) {
    Py_ssize_t size = 0;
    if (const char* text = PyUnicode_AsUTF8AndSize(item.ptr(), &size)) return {text, as_size(size)};
    PyErr_Clear();
    throw ValueError({"HV-308", {"problem.subject.label"}, "", {"problem.expected.unicode"}});
  }
  try {
    storage = py::str(item);
  } catch (const py::error_already_set& error) {
    if (!error.matches(PyExc_Exception)) throw;
    throw ValueError(
        {"HV-308", {"problem.subject.label"}, Py_TYPE(item.ptr())->tp_name, {"problem.expected.label_as_text"}});
  }
  return storage;
}

Groups groups_of_items(const py::object& labels) {
  Groups groups;
  struct Hash : std::hash<std::string_view> {
    using is_transparent = void;
  };
  std::unordered_map<std::string, std::int32_t, Hash, std::equal_to<>> known;
  std::string storage;
  if (!py::hasattr(labels, "__iter__")) {
    throw ValueError(
        {"HV-301", argument("groups"), Py_TYPE(labels.ptr())->tp_name, {"problem.expected.sequence_of_labels"}});
  }
  for (const py::handle item : labels) {
    if (is_missing(item)) {
      groups.codes.push_back(-1);
      continue;
    }
    const std::string_view label = text_of(item, storage);
    auto entry = known.find(label);
    if (entry == known.end()) {
      entry = known.emplace(std::string(label), static_cast<std::int32_t>(groups.labels.size())).first;
      groups.labels.emplace_back(label);
    }
    groups.codes.push_back(entry->second);
  }
  return groups;
}

bool is_mapping(const py::handle& object) {
  return py::isinstance(object, py::module_::import("collections.abc").attr("Mapping"));
}

// What has no order, or holds something else than one label each.
void require_sequence(const py::object& labels, const char* name) {
  const auto refuse = [name](const char* what) {
    throw ValueError({"HV-302", argument(name), Claim{what}, {"problem.expected.labels_in_order"}});
  };
  if (is_mapping(labels)) refuse("problem.value.mapping");
  if (PyAnySet_Check(labels.ptr())) refuse("problem.value.set");
  if (py::hasattr(labels, "columns") || (py::hasattr(labels, "ndim") && labels.attr("ndim").cast<int>() != 1)) {
    throw ValueError(
        {"HV-301", argument(name), Claim{"problem.value.not_one_dimension"}, {"problem.expected.one_dimension"}});
  }
  if (!py::hasattr(labels, "__iter__")) refuse("problem.value.something_else");
}

// Labels in node order from a mapping of node numbers; a node that is not in it has no group.
py::list labels_by_node(const py::object& labels, std::int64_t nodes, const char* name) {
  py::list result;
  for (std::int64_t node = 0; node < nodes; ++node) result.append(py::none());
  for (const py::handle key : labels) {
    std::int64_t node = -1;
    if (PyIndex_Check(key.ptr()) && !PyBool_Check(key.ptr())) node = PyNumber_AsSsize_t(key.ptr(), nullptr);
    if (node < 0 || node >= nodes) {
      throw ValueError({"HV-302",
                        argument(name),
                        Claim{"problem.value.mapping_with_key", {{"key", std::string(py::repr(key))}}},
                        {"problem.expected.nodes_as_keys", {{"last", nodes - 1}}}});
    }
    at(result, node) = labels[key];
  }
  return result;
}

// The same from a pandas series whose index numbers the nodes, each once, in whatever order.
bool numbers_nodes(const py::object& labels, std::int64_t nodes) {
  if (!is_from(labels, "pandas") || !py::hasattr(labels, "index")) return false;
  std::vector<bool> seen(as_size(nodes), false);
  std::int64_t count = 0;
  for (const py::handle key : labels.attr("index")) {
    if (PyIndex_Check(key.ptr()) == 0 || PyBool_Check(key.ptr())) return false;
    const Py_ssize_t node = PyNumber_AsSsize_t(key.ptr(), nullptr);
    if (node < 0 || node >= nodes || at(seen, node)) return false;
    at(seen, node) = true;
    ++count;
  }
  return count == nodes;
}

[[noreturn]] void refuse_indexes(const char* name, const char* what, std::int64_t mask_size) {
  const Claim numbers{"problem.expected.whole_from_0"}, mask{"problem.expected.whole_or_mask", {{"n", mask_size}}};
  throw ValueError({"HV-302", argument(name), Claim{what}, mask_size < 0 ? numbers : mask});
}

std::vector<std::int64_t> places_of(const std::vector<bool>& mask, const char* name, std::int64_t mask_size) {
  if (mask_size < 0) refuse_indexes(name, "problem.value.truth_values", mask_size);
  if (static_cast<std::int64_t>(mask.size()) != mask_size) {
    throw ValueError({"HV-301",
                      argument(name),
                      Claim{"problem.value.mask", {{"n", mask.size()}}},
                      {"problem.expected.mask_of", {{"n", mask_size}}}});
  }
  std::vector<std::int64_t> places;
  for (std::size_t place = 0; place < mask.size(); ++place) {
    if (mask[place]) places.push_back(static_cast<std::int64_t>(place));
  }
  return places;
}

bool is_truth_value(const py::handle& item) {
  return PyBool_Check(item.ptr()) || std::string_view(Py_TYPE(item.ptr())->tp_name).starts_with("numpy.bool");
}

// Whether truth values stand among numbers, where numpy would make numbers of both.
bool is_mixed(const py::object& items) {
  std::size_t truth_values = 0, all = 0;
  for (const py::handle item : items) {
    truth_values += is_truth_value(item) ? 1 : 0;
    ++all;
  }
  return truth_values > 0 && truth_values < all;
}

}  // namespace

DoubleArray to_numbers(const py::object& values) {
  py::object plain = with_gaps_as_nan(values);
  if (!py::isinstance<py::array>(plain)) {
    plain = py::array::ensure(plain);
    if (!plain) throw py::error_already_set();
  }
  py::array array = plain;
  if (has_kind(array, "O")) array = numbers_of_objects(array);
  if (!has_kind(array, "biuf")) throw py::type_error("numbers are expected");
  DoubleArray::Base numbers = DoubleArray::Base::ensure(array);
  if (!numbers) throw py::error_already_set();
  DoubleArray named(std::move(numbers));
  add_names(values, named);
  return named;
}

std::vector<std::int64_t> to_columns(const ColumnChoice& values, const char* name, const DoubleArray& items) {
  const bool one = PyUnicode_Check(values.ptr()) != 0;
  const std::int64_t count = items.ndim() == 2 ? items.shape(1) : 1;
  const auto whole = [&] { return to_indexes(py::reinterpret_borrow<WholeNumbers>(values), name, count); };
  if (!one && !py::hasattr(values, "__iter__")) return whole();
  const py::list given = one ? py::list(py::make_tuple(values)) : py::list(values);
  if (given.empty() || !PyUnicode_Check(given[0].ptr())) return whole();
  if (items.columns.empty()) {
    throw ValueError({"HV-302",
                      argument(name),
                      std::string(py::repr(given[0])),
                      {"problem.expected.whole_or_mask", {{"n", count}}}});
  }
  std::vector<std::int64_t> columns;
  for (const std::string& text : texts_of(given)) {
    const auto found = std::find(items.columns.begin(), items.columns.end(), text);
    if (found == items.columns.end()) {
      unknown_name("HV-504", {"problem.subject.column"}, text, items.columns, {"problem.expected.column_of_frame"});
    }
    columns.push_back(found - items.columns.begin());
  }
  return columns;
}

std::vector<std::int64_t> to_indexes(const WholeNumbers& values, const char* name, std::int64_t mask_size) {
  const bool is_set = PyAnySet_Check(values.ptr()) != 0;
  if (is_mapping(values) || PyUnicode_Check(values.ptr()) || !py::hasattr(values, "__iter__")) {
    refuse_indexes(name, "problem.value.something_else", mask_size);
  }
  if ((PyList_Check(values.ptr()) || PyTuple_Check(values.ptr())) && is_mixed(values)) {
    refuse_indexes(name, "problem.value.mixed", mask_size);
  }
  if (is_masked_array(values) && values.attr("mask").attr("any")().cast<bool>()) {
    refuse_indexes(name, "problem.value.masked", mask_size);
  }
  const py::array array = py::array::ensure(is_set ? py::object(py::list(values)) : py::object(values));
  if (!array) {
    PyErr_Clear();
    refuse_indexes(name, "problem.value.not_whole", mask_size);
  }
  if (array.ndim() != 1) {
    throw ValueError({"HV-301",
                      argument(name),
                      Claim{"problem.value.dimensions", {{"n", array.ndim()}}},
                      {"problem.expected.one_dimension"}});
  }
  if (array.size() == 0) return {};
  if (has_kind(array, "iu")) {
    const IntArray whole = IntArray::ensure(array);
    const auto view = view_1d(whole, name);
    return {view.begin(), view.end()};
  }
  if (has_kind(array, "b")) return places_of(py::object(array).cast<std::vector<bool>>(), name, mask_size);
  if (!has_kind(array, "O")) refuse_indexes(name, "problem.value.not_whole", mask_size);
  std::vector<std::int64_t> whole;
  std::vector<bool> mask;
  for (const py::handle item : array) {
    if (is_truth_value(item)) {
      mask.push_back(item.cast<bool>());
    } else if (PyIndex_Check(item.ptr())) {
      whole.push_back(py::int_(py::reinterpret_borrow<py::object>(item)).cast<std::int64_t>());
    } else {
      refuse_indexes(name, "problem.value.not_whole", mask_size);
    }
  }
  if (!mask.empty() && !whole.empty()) refuse_indexes(name, "problem.value.mixed", mask_size);
  return mask.empty() ? whole : places_of(mask, name, mask_size);
}

IntArray to_whole_numbers(const WholeNumbers& values, const char* name) {
  const DoubleArray numbers = to_numbers(values);
  const double* number = numbers.data();
  IntArray whole(std::vector<py::ssize_t>(numbers.shape(), numbers.shape() + numbers.ndim()));
  std::int64_t* out = whole.mutable_data();
  for (py::ssize_t i = 0; i < numbers.size(); ++i, ++number) {
    constexpr double kMost = 9e15;  // beyond, not every whole number is a double
    if (!(*number == std::floor(*number) && std::abs(*number) <= kMost)) {
      throw ValueError({"HV-302",
                        argument(name),
                        std::string(py::str(py::float_(*number))),
                        {"problem.expected.whole_and_present"}});
    }
    *out++ = static_cast<std::int64_t>(*number);
  }
  return whole;
}

Groups to_groups(const py::object& labels, std::int64_t expected_size, const char* name) {
  require_sequence(labels, name);
  const bool integers =
      py::isinstance<py::array>(labels) && !is_masked_array(labels) && has_kind(py::array(labels), "iu");
  const bool is_arrow = is_from(labels, "pyarrow") && py::hasattr(labels, "to_pylist");
  Groups groups = integers ? groups_of_integers(labels.cast<IntArray>(), name)
                           : groups_of_items(is_arrow ? labels.attr("to_pylist")() : labels);
  if (expected_size >= 0 && static_cast<std::int64_t>(groups.codes.size()) != expected_size) {
    throw ValueError({"HV-301",
                      argument(name),
                      Claim{"problem.value.labels", {{"n", groups.codes.size()}}},
                      {"problem.expected.labels_each", {{"n", expected_size}}}});
  }
  return groups;
}

Groups to_node_groups(const py::object& labels, std::int64_t nodes, const char* name) {
  if (is_mapping(labels)) return to_groups(labels_by_node(labels, nodes, name), nodes, name);
  if (numbers_nodes(labels, nodes)) return to_groups(labels.attr("sort_index")(), nodes, name);
  return to_groups(labels, nodes, name);
}

Groups to_groups_of(const py::object& labels, const DoubleArray& items, std::int64_t rows) {
  if (items.rows.empty() || !is_from(labels, "pandas") || !py::hasattr(labels, "index")) return to_groups(labels, rows);
  const std::vector<std::string> given = texts_of(labels.attr("index"));
  const std::set<std::string> known(given.begin(), given.end());
  const bool same =
      given.size() == items.rows.size() && known.size() == given.size() &&
      std::all_of(items.rows.begin(), items.rows.end(), [&](const auto& row) { return known.contains(row); });
  if (!same || given == items.rows) return to_groups(labels, rows);
  std::map<std::string, py::ssize_t> place;
  for (std::size_t i = 0; i < given.size(); ++i) place.emplace(given[i], static_cast<py::ssize_t>(i));
  py::list order;
  for (const std::string& row : items.rows) order.append(place.at(row));
  return to_groups(labels.attr("iloc")[order], rows);
}

}  // namespace houvast::bindings
