#pragma once

#include "houvast/api.hpp"
#include "houvast/base/table.hpp"
#include "houvast/base/text.hpp"
#include "houvast/study.hpp"

namespace houvast::inline v0_1 {

/// Every question that could have been answered, one row per wave, respondent and question: what happened and the
/// value. Exact, for inside use.
/// @param language of the column `label`
/// @return columns wave, respondent, party, instrument, element, question, state, value, label, text
/// @complexity O(respondents × questions)
/// @source own definition
[[nodiscard]] HOUVAST_API Table tidy_answers(const Study& study, Language language = Language::kNl);

}  // namespace houvast::inline v0_1
