#pragma once

#include <optional>
#include <string>
#include <vector>

#include "houvast/api.hpp"
#include "houvast/base/table.hpp"
#include "houvast/coverage/coverage.hpp"

namespace houvast::inline v0_1 {

/// What is offered in one cell of the need matrix.
struct NeedCell {
  std::string need;
  std::string age;
  std::string support_level;
  bool expected = false;               ///< the profile expects an offer here
  std::vector<std::string> providers;  ///< organisations, each once; a party that belongs to none by its own id
  std::vector<PartyId> parties;        ///< who offers it
  std::string state;  ///< "gap", "offered", "overlap"; not expected and not offered: "none"; nobody asked: "unknown"
};

/// Who offers what for whom: need × age × support level, in the profile's order, with its gaps and overlaps.
///
/// A gap is a cell that the profile expects and nobody offers; an overlap is a cell with at least `overlap` providers
/// (profile's thresholds). Parties of one organisation count once.
/// @return empty when the profile names no needs, ages or support levels
/// @throws KeyError HV-505 wave, HV-507 relation
/// @complexity O(cells × offers)
/// @source Preventiematrix (NJi); own definition
[[nodiscard]] HOUVAST_API std::vector<NeedCell> need_matrix(const Study& study, const CoverageOptions& options = {});

/// One row per cell.
[[nodiscard]] HOUVAST_API Table need_table(const Study& study, const std::vector<NeedCell>& cells, Language language);

}  // namespace houvast::inline v0_1
