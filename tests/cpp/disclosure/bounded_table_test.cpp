#include "disclosure/bounded_table.hpp"

#include <gtest/gtest.h>

#include "houvast/base/random.hpp"

namespace houvast::detail {
namespace {

// Tries every table, cell by cell.
class Every {
 public:
  Every(const BoundedTable& table, const std::vector<std::int64_t>& sums)
      : table_(table), left_(sums), columns_(table.columns.size(), 0) {}

  [[nodiscard]] bool found(std::size_t cell = 0) {
    const std::size_t columns = table_.columns.size();
    if (cell == table_.rows.size() * columns) return fits();
    const CountRange& range = table_.rows[cell / columns][cell % columns];
    for (std::int64_t count = range.low; count <= range.high; ++count) {
      left_[cell / columns] -= count;
      columns_[cell % columns] += count;
      const bool here = found(cell + 1);
      left_[cell / columns] += count;
      columns_[cell % columns] -= count;
      if (here) return true;
    }
    return false;
  }

 private:
  [[nodiscard]] bool fits() const {
    for (const std::int64_t left : left_) {
      if (left != 0) return false;
    }
    for (std::size_t c = 0; c < columns_.size(); ++c) {
      if (columns_[c] + table_.rest[c].high < table_.columns[c].low) return false;
      if (columns_[c] + table_.rest[c].low > table_.columns[c].high) return false;
    }
    return true;
  }

  const BoundedTable& table_;
  std::vector<std::int64_t> left_, columns_;
};

TEST(BoundedTable, ThereIsOneExactlyWhenTryingAllFindsOne) {
  Random random(3);
  const auto draw = [&](std::int64_t low, std::int64_t most) {
    const auto from = low + static_cast<std::int64_t>(random.below(static_cast<std::uint64_t>(most)));
    return CountRange{from, from + static_cast<std::int64_t>(random.below(3))};
  };
  int there = 0, not_there = 0;
  for (int i = 0; i < 4000 && !HasFailure(); ++i) {
    const std::size_t rows = random.below(4), columns = 1 + random.below(3);
    BoundedTable table{std::vector(rows, std::vector<CountRange>(columns)), {}, {}};
    std::vector<std::int64_t> sums;
    for (auto& row : table.rows) {
      for (CountRange& cell : row) cell = draw(0, 3);
      sums.push_back(static_cast<std::int64_t>(random.below(4 * columns)));
    }
    for (std::size_t c = 0; c < columns; ++c) {
      table.rest.push_back(draw(0, 2));
      table.columns.push_back(draw(static_cast<std::int64_t>(rows), 4));
    }
    const bool found = Every(table, sums).found();
    EXPECT_EQ(table.exists_with(sums), found) << i;
    (found ? there : not_there) += 1;
  }
  EXPECT_GT(there, 200);
  EXPECT_GT(not_there, 200);
}

}  // namespace
}  // namespace houvast::detail
