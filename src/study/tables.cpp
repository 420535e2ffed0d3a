#include "houvast/study/tables.hpp"

#include <algorithm>

#include "houvast/text/say.hpp"
#include "study/record_fields.hpp"

namespace houvast::inline v0_1 {

std::string_view to_string(CellKind kind) noexcept {
  switch (kind) {
    case CellKind::kText:
      return "text";
    case CellKind::kList:
      return "list";
    case CellKind::kFlag:
      return "flag";
    case CellKind::kWhole:
      return "whole";
    case CellKind::kNumber:
      return "number";
  }
  return "";
}

TableField StudyTable::field(std::string_view column) const {
  const auto found =
      std::find_if(fields.begin(), fields.end(), [column](const TableField& each) { return each.name == column; });
  if (found != fields.end()) return *found;
  if (prefix.empty() || !column.starts_with(prefix)) return {std::string(column), {"column.own_column"}};
  TableField field{std::string(column), {further}, further_kind};
  if (!gaps(further, Language::kEn.tag()).empty()) {
    field.meaning.args.emplace("wave", std::string(column.substr(prefix.size())));
  }
  return field;
}

const std::vector<StudyTable>& study_tables() {
  static const std::vector<StudyTable> tables{detail::table_of<Party>(),     detail::table_of<detail::AnswerRow>(),
                                              detail::table_of<TieReport>(), detail::table_of<Assessment>(),
                                              detail::table_of<Goal>(),      detail::table_of<MatrixCell>()};
  return tables;
}

}  // namespace houvast::inline v0_1
