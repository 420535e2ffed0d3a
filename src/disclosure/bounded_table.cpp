#include "disclosure/bounded_table.hpp"

#include <algorithm>

namespace houvast::inline v0_1::detail {
namespace {

// What a column has at least and at most in the rows of a set, by its bounds.
CountRange within(const BoundedTable& table, std::size_t column, std::size_t set) {
  CountRange inside, outside = table.rest[column];
  for (std::size_t row = 0; row < table.rows.size(); ++row) {
    CountRange& side = (set >> row & 1) == 1 ? inside : outside;
    side.low += table.rows[row][column].low;
    side.high += table.rows[row][column].high;
  }
  const CountRange& all = table.columns[column];
  return {std::max(inside.low, all.low - outside.high), std::min(inside.high, all.high - outside.low)};
}

}  // namespace

bool BoundedTable::exists_with(const std::vector<std::int64_t>& sums) const {
  // For every set of rows: what they have together fits in what the columns leave them.
  for (std::size_t set = 0; set < std::size_t{1} << rows.size(); ++set) {
    std::int64_t wanted = 0;
    for (std::size_t row = 0; row < rows.size(); ++row) {
      if ((set >> row & 1) == 1) wanted += sums[row];
    }
    CountRange room;
    for (std::size_t column = 0; column < columns.size(); ++column) {
      const CountRange here = within(*this, column, set);
      if (here.empty()) return false;
      room.low += here.low;
      room.high += here.high;
    }
    if (wanted < room.low || wanted > room.high) return false;
  }
  return true;
}

}  // namespace houvast::inline v0_1::detail
