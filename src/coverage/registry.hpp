#pragma once

#include <string>
#include <vector>

#include "coverage/context.hpp"
#include "coverage/requirements.hpp"
#include "coverage/verdict.hpp"

namespace houvast::inline v0_1::detail {

/// A coverage check as it is declared. Its words are `coverage.title.<id>`, `coverage.rule.<id>` and
/// `coverage.ok.<id>`.
struct CheckEntry {
  std::string id;
  std::vector<std::string> questions;  ///< questions of instruments, or source factors, that it makes concrete
  std::vector<Need> needs;             ///< looked at in this order before it judges
  std::vector<Need> reads;             ///< what else it looks at, and judges the absence of by itself
  Verdict (*judge)(const CoverageContext&);
};

/// Every check, in order.
[[nodiscard]] const std::vector<CheckEntry>& registry();

}  // namespace houvast::inline v0_1::detail
