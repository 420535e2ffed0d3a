#pragma once

#include <string>
#include <string_view>

#include "houvast/io/column_table.hpp"

namespace houvast::inline v0_1::detail {

/// The table in a CSV file: comma, semicolon or tab between cells, whichever the heading has most of.
/// @param bytes what the file holds @param name "parties", "answers", … @param file its name, for messages
/// @throws ParseError HV-102 when it is empty, HV-103 when it is not UTF-8, HV-116 when it is not CSV, with the row
[[nodiscard]] ColumnTable csv_table(std::string_view bytes, const std::string& name, const std::string& file);

}  // namespace houvast::inline v0_1::detail
