#include "scoring/minimum_rule.hpp"

#include "houvast/base/error.hpp"

namespace houvast::inline v0_1::detail {

void require_minimum_rule(std::int64_t numerator, std::int64_t denominator) {
  if (denominator > 0 && numerator >= 0 && numerator <= denominator) return;
  throw ValueError({"HV-302",
                    {"problem.subject.answered_share"},
                    minimum_rule_text(numerator, denominator),
                    {"problem.expected.fraction_between"}});
}

std::string minimum_rule_text(std::int64_t numerator, std::int64_t denominator) {
  return std::to_string(numerator) + "/" + std::to_string(denominator);
}

}  // namespace houvast::inline v0_1::detail
