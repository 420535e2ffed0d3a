#pragma once

#include <vector>

#include "houvast/study.hpp"

namespace houvast::inline v0_1::detail {

/// The study, when nothing is wrong with what was read and with the data.
/// @throws ValidationError with the issues and what `validate` finds
[[nodiscard]] Study finished(StudyData data, std::vector<Issue> issues);

}  // namespace houvast::inline v0_1::detail
