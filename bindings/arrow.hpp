#pragma once

#include <pybind11/pybind11.h>

#include "houvast/base/table.hpp"

namespace houvast::bindings {

/// The table as an Arrow C stream of one batch, in a capsule named "arrow_array_stream".
/// @source Arrow C data interface and PyCapsule interface
pybind11::capsule arrow_stream(const Table& table);

}  // namespace houvast::bindings
