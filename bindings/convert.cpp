#include "convert.hpp"

#include <string_view>
#include <unordered_map>

namespace houvast::bindings {
namespace {

// Whole numbers are compared as numbers; only the labels become text.
Groups groups_of_integers(const IntArray& values) {
  Groups groups;
  std::unordered_map<std::int64_t, std::int32_t> known;
  groups.codes.reserve(static_cast<std::size_t>(values.size()));
  for (const std::int64_t value : view_1d(values, "groups")) {
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
    if (const char* text = PyUnicode_AsUTF8AndSize(item.ptr(), &size)) return {text, static_cast<std::size_t>(size)};
    throw py::error_already_set();
  }
  storage = py::str(item);
  return storage;
}

Groups groups_of_items(const py::object& labels) {
  Groups groups;
  struct Hash : std::hash<std::string_view> {
    using is_transparent = void;
  };
  std::unordered_map<std::string, std::int32_t, Hash, std::equal_to<>> known;
  std::string storage;
  for (const py::handle item : labels) {
    const bool is_nan = PyFloat_Check(item.ptr()) && item.cast<double>() != item.cast<double>();
    if (item.is_none() || is_nan) {
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

}  // namespace

Groups to_groups(const py::object& labels, std::int64_t expected_size, const char* name) {
  const bool integers =
      py::isinstance<py::array>(labels) && labels.attr("ndim").cast<int>() == 1 &&
      std::string_view("iu").find(labels.attr("dtype").attr("kind").cast<char>()) != std::string_view::npos;
  Groups groups = integers ? groups_of_integers(labels.cast<IntArray>()) : groups_of_items(labels);
  if (expected_size >= 0 && static_cast<std::int64_t>(groups.codes.size()) != expected_size) {
    throw ValueError({"HV-301",
                      name,
                      std::to_string(groups.codes.size()) + " labels",
                      std::to_string(expected_size) + " labels, one each",
                      {}});
  }
  return groups;
}

}  // namespace houvast::bindings
