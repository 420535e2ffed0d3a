#include "unlocked.hpp"

namespace houvast::bindings {
namespace {

namespace py = pybind11;

// Runs the handlers of signals that have come in, which only the main thread may do; true when one has raised.
class Signals {
 public:
  bool operator()() {
    if (elsewhere_) return false;
    const py::gil_scoped_acquire lock;
    if (PyErr_CheckSignals() != 0) return true;
    if (known_) return false;
    try {
      const py::object main = py::module_::import("threading").attr("main_thread")().attr("ident");
      elsewhere_ = main.cast<unsigned long>() != PyThread_get_thread_ident();
      known_ = true;
    } catch (py::error_already_set& raised) {  // a handler, meanwhile
      raised.restore();
      return true;
    }
    return false;
  }

 private:
  bool known_ = false, elsewhere_ = false;
};

}  // namespace

Unlocked::Unlocked() : stop_(Signals()) {}

}  // namespace houvast::bindings
