#include "text/plural.hpp"

#include <stdexcept>
#include <string>

namespace houvast::inline v0_1::detail {
namespace {

bool ends_in_few(std::int64_t n) {
  const std::int64_t ten = n % 10, hundred = n % 100;
  return ten >= 2 && ten <= 4 && (hundred < 12 || hundred > 14);
}

std::string_view arabic(std::int64_t n) {
  if (n <= 2) return n == 0 ? "zero" : n == 1 ? "one" : "two";
  const std::int64_t hundred = n % 100;
  return hundred >= 3 && hundred <= 10 ? "few" : hundred >= 11 ? "many" : "other";
}

}  // namespace

std::string_view plural_category(std::string_view rule, std::int64_t number) {
  const std::int64_t n = number < 0 ? -number : number;
  if (rule == "one_other") return n == 1 ? "one" : "other";
  if (rule == "one_with_zero") return n <= 1 ? "one" : "other";
  if (rule == "none") return "other";
  if (rule == "slavic") return n % 10 == 1 && n % 100 != 11 ? "one" : ends_in_few(n) ? "few" : "many";
  if (rule == "polish") return n == 1 ? "one" : ends_in_few(n) ? "few" : "many";
  if (rule == "arabic") return arabic(n);
  throw std::logic_error("plural rule " + std::string(rule));
}

}  // namespace houvast::inline v0_1::detail
