#pragma once

#include "base/json_reader.hpp"
#include "houvast/study.hpp"
#include "text/json_text.hpp"

namespace houvast::inline v0_1::detail {

/// Reads everything of a study that is no table into `data`; problems go to `problems`.
void read_study_header(const JsonCursor& root, StudyData& data, JsonProblems& problems, bool with_tables);

/// The header as an object.
[[nodiscard]] JsonText study_header(const StudyData& data);

}  // namespace houvast::inline v0_1::detail
