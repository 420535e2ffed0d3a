#pragma once

#include <map>
#include <string>
#include <vector>

#include "houvast/scoring/supported.hpp"

namespace houvast::inline v0_1::detail {

/// An element, with its questions.
struct TestedElement {
  std::string id;
  std::vector<std::string> questions;
  bool compared = false;  ///< as one thing, beside its questions
};

/// How an instrument was tested for differences between groups.
struct TestedInstrument {
  InstrumentId instrument;
  WaveId wave;
  std::vector<std::string> groups;   ///< that were compared, each with every other
  double alpha = 0;                  ///< of every two groups, over everything that is compared
  std::map<Breadth, double> weight;  ///< in it, of every question, every element, and the instrument, at least
  std::vector<TestedElement> elements;
};

/// What supported_differences() finds, and how it looked.
struct TestedDifferences {
  std::vector<SupportedDifference> found;
  std::vector<TestedInstrument> tested;
};
/// @throws as supported_differences()
[[nodiscard]] TestedDifferences tested_differences(const Study& study, const SupportOptions& options);

}  // namespace houvast::inline v0_1::detail
