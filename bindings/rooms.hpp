#pragma once

#include <pybind11/pybind11.h>

/// One function per room; each adds its part to the module.
namespace houvast::bindings {

void register_text(pybind11::module_& core);
void register_errors(pybind11::module_& core);
void register_results(pybind11::module_& core);
void register_instrument(pybind11::module_& core);
void register_study(pybind11::module_& core);
void register_network(pybind11::module_& core);
void register_release(pybind11::module_& core);
void register_graph(pybind11::module_& core);
void register_graph_groups(pybind11::module_& core);
void register_stats(pybind11::module_& core);
void register_raters(pybind11::module_& core);
void register_columns(pybind11::module_& core);
void register_tally(pybind11::module_& core);
void register_coverage(pybind11::module_& core);
void register_what_if(pybind11::module_& core);
void register_conversation(pybind11::module_& core);
void register_scoring(pybind11::module_& core);
void register_gerdes(pybind11::module_& core);

/// What rooms have bound goes through pickle; a release does not, since only `release()` makes one.
void pickle_results(pybind11::module_& core);

/// Comes last: no error of any function added before prints the arguments that it was given.
void guard_arguments(pybind11::module_& core);

}  // namespace houvast::bindings
