#include "houvast/io/answer_codes.hpp"

#include <cmath>

#include "text/number_text.hpp"

namespace houvast::inline v0_1 {

std::optional<AnswerCode> code_of_text(const Scale& scale, std::string_view text) {
  if (text.empty()) return code_of(AnswerState::kSkipped);
  if (const auto state = state_of_label(text)) return code_of(*state);
  if (const auto number = detail::parsed_number(text)) {
    if (*number != std::floor(*number) || *number < scale.min() || *number > scale.max()) return std::nullopt;
    return static_cast<AnswerCode>(static_cast<int>(*number) - scale.min());
  }
  const auto value = scale.value_of(text);
  return value ? std::optional(static_cast<AnswerCode>(*value - scale.min())) : std::nullopt;
}

}  // namespace houvast::inline v0_1
