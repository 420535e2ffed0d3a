#pragma once

#include <string_view>
#include <vector>

#include "text/embedded.hpp"

namespace houvast::detail {

/// The files of bindings/docs.
[[nodiscard]] const std::vector<EmbeddedFile>& embedded_docs();

}  // namespace houvast::detail

namespace houvast::bindings {

/// The docstring of a function or method, from bindings/docs: "graph.density", "Study.scores".
/// @throws std::logic_error when there is none, so that the module cannot be imported without it
[[nodiscard]] const char* doc(std::string_view name);

}  // namespace houvast::bindings
