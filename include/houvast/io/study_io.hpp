#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "houvast/api.hpp"
#include "houvast/study.hpp"

namespace houvast::inline v0_1 {

/// A table of texts as a file holds it, before its meaning is known.
struct TextTable {
  std::string name;  ///< "parties", "answers", "ties", "assessments", "goals" or "matrix"
  std::string file;  ///< file name for messages
  std::vector<std::string> columns;
  std::vector<std::vector<std::string>> rows;
  std::vector<std::int64_t> row_numbers;  ///< place of each row in the file, for messages; empty: 2, 3, …
};

/// Builds a study from its `study.json` and its tables (docs/reference/study-format.md).
/// @throws ParseError HV-1xx when a file is not what it claims to be, ValidationError with everything that is wrong:
///         file, row, column and the nearest valid value
[[nodiscard]] HOUVAST_API Study study_from_tables(std::string_view study_json, const std::vector<TextTable>& tables,
                                                  std::string_view file = "study.json");

/// Builds a study from the one-file form: `study.json` with the tables inside as arrays of records.
/// @throws as study_from_tables, with JSON pointers for places
[[nodiscard]] HOUVAST_API Study study_from_json(std::string_view json, std::string_view file = "study.json");

/// The one-file form. Reading it back gives the same study.
[[nodiscard]] HOUVAST_API std::string study_to_json(const Study& study);

/// Takes a text part by part.
using WriteText = std::function<void(std::string_view)>;

/// The one-file form, part by part: what it takes in memory does not grow with the answers.
/// @param write called with some megabytes at a time at most
HOUVAST_API void write_study_json(const Study& study, const WriteText& write);

/// `study.json` of the folder form.
[[nodiscard]] HOUVAST_API std::string study_header_json(const Study& study);

/// The tables of the folder form, answers in long form.
[[nodiscard]] HOUVAST_API std::vector<TextTable> study_to_tables(const Study& study);

}  // namespace houvast::inline v0_1
