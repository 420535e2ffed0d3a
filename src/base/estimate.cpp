#include "houvast/base/estimate.hpp"

#include <limits>
#include <utility>

#include "houvast/text/say.hpp"
#include "houvast/version.hpp"

namespace houvast::inline v0_1 {

Provenance provenance_of(Claim definition, Claim source) {
  return {std::move(definition), std::move(source), {}, std::nullopt, kVersion};
}

Estimate defined_estimate(Claim definition, Claim source, std::int64_t n, double value) {
  Estimate result;
  result.value = value;
  result.n = n;
  result.method = definition;
  result.provenance = provenance_of(std::move(definition), std::move(source));
  return result;
}

Estimate undefined_estimate(Claim definition, Claim source, std::int64_t n, Claim reason) {
  Estimate result =
      defined_estimate(std::move(definition), std::move(source), n, std::numeric_limits<double>::quiet_NaN());
  result.reason = {std::move(reason)};
  return result;
}

std::optional<std::string> reason_text(const std::optional<Claim>& reason) {
  return reason ? std::optional(say(*reason, Language::kEn)) : std::nullopt;
}

std::optional<std::string> reason_text(const Estimate& estimate) {
  return estimate.defined() ? std::nullopt : std::optional(say(estimate.reason, Listener{.language = Language::kEn}));
}

}  // namespace houvast::inline v0_1
