#pragma once

#include <cstdint>
#include <string>

#include "houvast/base/error.hpp"
#include "houvast/graph/graph.hpp"
#include "text/number_text.hpp"

/// What several statistics of this room have in common when they name their result or refuse their input.
namespace houvast::inline v0_1::graph::detail {

using houvast::detail::text_of;

/// @throws ValueError HV-302 when `value` is below `least`
inline void check_at_least(const Claim& subject, std::int64_t value, std::int64_t least) {
  if (value < least) {
    throw ValueError({"HV-302", subject, std::to_string(value), {"problem.expected.no_less", {{"low", least}}}});
  }
}

/// @throws ValueError HV-302 when a tie has a negative weight
inline void check_weights(const Graph& graph) {
  for (const double weight : graph.weights()) {
    if (weight < 0)
      throw ValueError({"HV-302", {"problem.subject.weight"}, text_of(weight), {"problem.expected.every_weight"}});
  }
}

}  // namespace houvast::inline v0_1::graph::detail
