#pragma once

#include <cstdint>
#include <string>

/// The rule on how many questions must be answered for a score, compared in integers.
namespace houvast::inline v0_1::detail {

/// @throws ValueError HV-302 unless 0 <= numerator <= denominator and denominator > 0
void require_minimum_rule(std::int64_t numerator, std::int64_t denominator);

/// "1/2"
[[nodiscard]] std::string minimum_rule_text(std::int64_t numerator, std::int64_t denominator);

}  // namespace houvast::inline v0_1::detail
