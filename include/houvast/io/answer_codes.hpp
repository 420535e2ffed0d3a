#pragma once

#include <optional>
#include <string_view>

#include "houvast/api.hpp"
#include "houvast/instrument/scale.hpp"
#include "houvast/responses/response_table.hpp"

namespace houvast::inline v0_1 {

/// The byte that a text in a table of answers stands for.
/// @param text a number or a label of the scale, or a label of a state ("weet niet"), without spaces around it; an
/// empty
///        one was skipped
/// @return nothing when it is none of these
[[nodiscard]] HOUVAST_API std::optional<AnswerCode> code_of_text(const Scale& scale, std::string_view text);

}  // namespace houvast::inline v0_1
