#pragma once

#include <pybind11/pybind11.h>

#include "houvast/base/stop.hpp"

namespace houvast::bindings {

/// The interpreter's lock is given away while it lives, and Ctrl-C (any signal whose Python handler raises) ends what
/// is computed meanwhile with that exception (docs/dev/binding-contract.md).
class Unlocked {
 public:
  Unlocked();

 private:
  pybind11::gil_scoped_release released_;
  StopScope stop_;
};

}  // namespace houvast::bindings
