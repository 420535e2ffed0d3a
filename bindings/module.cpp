#include "houvast/version.hpp"
#include "rooms.hpp"

PYBIND11_MODULE(_core, core) {
  using namespace houvast::bindings;
  core.doc() = "The compiled core of houvast. Use the package houvast, which explains it.";
  core.attr("__version__") = houvast::kVersion;
  core.def_submodule("graph", "Metrics of networks");
  core.def_submodule("stats", "Statistics of answers");
  register_text(core);
  register_errors(core);
  register_results(core);
  register_instrument(core);
  register_graph(core);
  register_graph_groups(core);
  register_stats(core);
  register_raters(core);
  register_study(core);
  register_network(core);
  register_columns(core);
  register_tally(core);
  register_scoring(core);
  register_gerdes(core);
  register_coverage(core);
  register_what_if(core);
  register_conversation(core);
  register_release(core);
  pickle_results(core);
  guard_arguments(core);
}
