#pragma once

#include <vector>

#include "houvast/coverage/coverage.hpp"
#include "houvast/study/names.hpp"

namespace houvast::bindings {

/// The findings with the names of the study beside the ids, so that Python can say them without the study.
inline std::vector<Finding> with_names_beside(std::vector<Finding> findings, const Study& study) {
  const Namer names = names_of(study);
  for (Finding& finding : findings) {
    for (Claim& claim : finding.claims) claim = houvast::with_names_beside(std::move(claim), names);
  }
  return findings;
}

}  // namespace houvast::bindings
