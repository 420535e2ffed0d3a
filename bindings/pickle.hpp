#pragma once

#include <pybind11/pybind11.h>
#include <pybind11/stl.h>

#include <cstddef>
#include <stdexcept>

/// Results can be pickled and copied: processes hand them to each other, and caches keep them.
namespace houvast::bindings {

/// Pickles a plain struct by its members, in this order.
template <class Class, class... Members>
auto pickled(Members Class::*... members) {
  namespace py = pybind11;
  return py::pickle([=](const Class& self) { return py::make_tuple(self.*members...); },
                    [=](const py::tuple& state) {
                      if (state.size() != sizeof...(Members))
                        throw std::invalid_argument("a pickle of another version");
                      Class made;
                      std::size_t place = 0;
                      ((made.*members = state[place++].template cast<Members>()), ...);
                      return made;
                    });
}

}  // namespace houvast::bindings
