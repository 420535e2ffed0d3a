#pragma once

#include <map>
#include <string>
#include <vector>

#include "houvast/instrument/scale.hpp"

namespace houvast::inline v0_1::detail {

/// Folded label → state, from answer-states.json.
[[nodiscard]] const std::map<std::string, AnswerState>& state_aliases();
/// Texts in the order of AnswerState.
[[nodiscard]] const std::vector<LocalizedText>& state_texts();

}  // namespace houvast::inline v0_1::detail
