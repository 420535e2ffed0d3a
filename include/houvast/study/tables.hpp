#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "houvast/api.hpp"
#include "houvast/text/claim.hpp"

namespace houvast::inline v0_1 {

/// What the cells of a column of a study hold.
enum class CellKind : std::uint8_t { kText, kList, kFlag, kWhole, kNumber };
/// "text", "list" (parts with a semicolon between them), "flag" (yes or no), "whole", "number".
[[nodiscard]] HOUVAST_API std::string_view to_string(CellKind kind) noexcept;

/// One column of a table of the study format.
struct TableField {
  std::string name;
  Claim meaning;
  CellKind kind = CellKind::kText;
  bool required = false;  ///< whether the column has to be there
  /// What its cells name: "parties", "waves", "relations", "elements", "dimensions", "stages", "party_kinds",
  /// "goal_kinds", or a vocabulary of the profile such as "domains"; empty: nothing that is declared elsewhere.
  std::string of{};
};

/// One table of the study format.
struct HOUVAST_API StudyTable {
  std::string name;  ///< "parties", "answers", "ties", "assessments", "goals" or "matrix"
  std::vector<TableField> fields;
  std::string prefix;   ///< of further columns, "x_" or "value:"; empty: there are none
  std::string further;  ///< message that says what these mean; its gap `wave` is what follows the prefix
  CellKind further_kind = CellKind::kText;

  /// The column as the format knows it; a further one, and one that the format does not name, too.
  [[nodiscard]] TableField field(std::string_view column) const;
};

/// The tables that a study is read from and written to, with their columns in order.
///
/// Reader, writer, validator, workbook, codebook and documentation all follow this list.
[[nodiscard]] HOUVAST_API const std::vector<StudyTable>& study_tables();

}  // namespace houvast::inline v0_1
