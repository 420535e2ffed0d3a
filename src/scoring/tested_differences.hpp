#pragma once

#include <string>
#include <vector>

#include "houvast/scoring/supported.hpp"

namespace houvast::detail {

/// How an instrument was tested for differences between groups.
struct TestedInstrument {
  InstrumentId instrument;
  WaveId wave;
  std::vector<std::string> groups;  ///< that were compared, each with every other
  double alpha = 0;                 ///< of every two groups, over everything that is compared
  double question_weight = 0;       ///< of every question in it, at least
};

/// What supported_differences() finds, and how it looked.
struct TestedDifferences {
  std::vector<SupportedDifference> found;
  std::vector<TestedInstrument> tested;
};
/// @throws as supported_differences()
[[nodiscard]] TestedDifferences tested_differences(const Study& study, const SupportOptions& options);

}  // namespace houvast::detail
