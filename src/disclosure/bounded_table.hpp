#pragma once

#include <cstdint>
#include <vector>

#include "disclosure/count_lattice.hpp"

namespace houvast::inline v0_1::detail {

/// A table of whole numbers of which each cell, and each column together, lies between bounds.
struct BoundedTable {
  std::vector<std::vector<CountRange>> rows;  ///< row by row, column by column
  std::vector<CountRange> rest;               ///< of each column what belongs to no row
  std::vector<CountRange> columns;            ///< rows and rest together

  /// Whether there is one whose rows have these sums.
  /// @complexity O(2^rows × columns × rows)
  /// @source Gale (1957), Pacific Journal of Mathematics 7(2); Hoffman (1960), theorem on circulations
  [[nodiscard]] bool exists_with(const std::vector<std::int64_t>& sums) const;
};

}  // namespace houvast::inline v0_1::detail
