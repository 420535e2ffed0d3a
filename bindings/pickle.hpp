#pragma once

#include <pybind11/pybind11.h>
#include <pybind11/stl.h>

#include <array>
#include <cstddef>
#include <optional>
#include <stdexcept>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

#include "houvast/base/id.hpp"

/// Results can be pickled and copied: processes hand them to each other, and caches keep them.
namespace houvast::bindings {

/// The members of a struct that has no class in Python, in the order of its pickle: a tuple `all` of pointers.
template <class T>
struct Members;

/// How a value stands in a pickle: as Python's own, or as the class that Python has for it.
template <class T, class = void>
struct Packing {
  static pybind11::object pack(const T& value) { return pybind11::cast(value); }
  static T unpack(const pybind11::handle& state) { return state.cast<T>(); }
};

template <class T>
pybind11::object packed(const T& value) {
  return Packing<T>::pack(value);
}

/// The members of `self` in a tuple; pointers to members of its bases too.
template <class Class, class... Pointers>
pybind11::tuple packed_members(const Class& self, Pointers... members) {
  return pybind11::make_tuple(packed(self.*members)...);
}

template <class Class, class... Pointers>
Class with_members(const pybind11::tuple& state, Pointers... members) {
  if (state.size() != sizeof...(Pointers)) throw std::invalid_argument("a pickle of another version");
  Class made;
  std::size_t place = 0;
  ((made.*members = Packing<std::decay_t<decltype(made.*members)>>::unpack(state[place++])), ...);
  return made;
}

template <class T>
struct Packing<T, std::enable_if_t<std::is_enum_v<T>>> {
  using Number = std::underlying_type_t<T>;
  static pybind11::object pack(T value) { return pybind11::int_(static_cast<Number>(value)); }
  static T unpack(const pybind11::handle& state) { return static_cast<T>(state.cast<Number>()); }
};

template <class Tag>
struct Packing<Id<Tag>> {
  static pybind11::object pack(const Id<Tag>& id) { return pybind11::str(id.str()); }
  static Id<Tag> unpack(const pybind11::handle& state) { return Id<Tag>(state.cast<std::string>()); }
};

template <class T>
struct Packing<std::optional<T>> {
  static pybind11::object pack(const std::optional<T>& value) {
    return value ? packed(*value) : pybind11::object(pybind11::none());
  }
  static std::optional<T> unpack(const pybind11::handle& state) {
    return state.is_none() ? std::nullopt : std::optional<T>(Packing<T>::unpack(state));
  }
};

template <class T>
struct Packing<std::vector<T>, std::enable_if_t<std::is_class_v<T> || std::is_enum_v<T>>> {
  static pybind11::object pack(const std::vector<T>& values) {
    pybind11::list items;
    for (const T& value : values) items.append(packed(value));
    return items;
  }
  static std::vector<T> unpack(const pybind11::handle& state) {
    std::vector<T> values;
    for (const pybind11::handle item : state) values.push_back(Packing<T>::unpack(item));
    return values;
  }
};

template <class T>
struct Packing<T, std::void_t<decltype(Members<T>::all)>> {
  static pybind11::object pack(const T& value) {
    return std::apply([&](auto... members) { return packed_members(value, members...); }, Members<T>::all);
  }
  static T unpack(const pybind11::handle& state) {
    const auto tuple = pybind11::reinterpret_borrow<pybind11::tuple>(state);
    return std::apply([&](auto... members) { return with_members<T>(tuple, members...); }, Members<T>::all);
  }
};

/// Pickles a plain struct by its members and those of its bases, in this order.
template <class Class, class... Pointers>
auto pickled_as(Pointers... members) {
  return pybind11::pickle([=](const Class& self) { return packed_members(self, members...); },
                          [=](const pybind11::tuple& state) { return with_members<Class>(state, members...); });
}

/// Pickles a plain struct by its members, in this order.
template <class Class, class... Types>
auto pickled(Types Class::*... members) {
  return pickled_as<Class>(members...);
}

/// A class that its room has bound.
template <class Class>
pybind11::class_<Class> bound(const pybind11::module_& core, const char* name) {
  return pybind11::reinterpret_borrow<pybind11::class_<Class>>(core.attr(name));
}

}  // namespace houvast::bindings
