#pragma once

#include <string_view>

#include "houvast/api.hpp"
#include "houvast/study.hpp"

namespace houvast::inline v0_1 {

/// The study at a path (docs/reference/study-format.md), as Python's houvast.load gives it. Tables in Parquet and
/// workbooks are read by the Python package only, which saves them in either of these forms.
/// @param path UTF-8: a folder with study.json and tables in CSV, or one .json file
/// @throws ParseError HV-1xx when a file is not what it claims to be, with its name and row
/// @throws ValidationError HV-2xx with everything that is wrong: file, row, column and the nearest valid value
/// @complexity O(bytes)
[[nodiscard]] HOUVAST_API Study load(std::string_view path);

}  // namespace houvast::inline v0_1
