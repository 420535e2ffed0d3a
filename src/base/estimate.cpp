#include "houvast/base/estimate.hpp"

#include <utility>

#include "houvast/version.hpp"

namespace houvast {

Estimate undefined_estimate(std::string definition, std::string source, std::int64_t n, std::string reason) {
  Estimate result;
  result.n = n;
  result.method = definition;
  result.reason = std::move(reason);
  result.provenance = {std::move(definition), std::move(source), {}, std::nullopt, kVersion};
  return result;
}

}  // namespace houvast
