#pragma once

#include <gtest/gtest.h>

#include <cstdint>
#include <fstream>
#include <limits>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>
#include <unordered_map>
#include <vector>

#include "houvast/base/error.hpp"
#include "houvast/base/table.hpp"
#include "houvast/scoring/arrays.hpp"

/// The reference data of tests/data/scoring and small helpers for the scoring tests.
namespace houvast::test {

inline constexpr double kMissing = std::numeric_limits<double>::quiet_NaN();

struct LeadershipClimate {
  std::vector<double> items;  ///< 2042 × 11
  std::vector<std::int32_t> codes;
  std::vector<std::string> labels;

  [[nodiscard]] stats::Items table() const { return {items, 11}; }
  [[nodiscard]] stats::Grouping groups() const { return {codes, labels}; }
  [[nodiscard]] std::vector<double> item(std::size_t index) const {
    std::vector<double> column;
    for (std::size_t i = index; i < items.size(); i += 11) column.push_back(items[i]);
    return column;
  }
};

inline LeadershipClimate leadership_climate() {
  LeadershipClimate data;
  std::ifstream file(std::string(HOUVAST_TEST_DATA) + "/scoring/lq2002.csv");
  std::string line;
  std::getline(file, line);
  std::unordered_map<std::string, std::int32_t> known;
  while (std::getline(file, line)) {
    std::istringstream cells(line);
    std::string group, cell;
    std::getline(cells, group, ',');
    std::getline(cells, cell, ',');
    for (int item = 0; item < 11; ++item) {
      std::getline(cells, cell, ',');
      data.items.push_back(std::stod(cell));
    }
    const auto [entry, is_new] = known.try_emplace(group, static_cast<std::int32_t>(data.labels.size()));
    if (is_new) data.labels.push_back(group);
    data.codes.push_back(entry->second);
  }
  return data;
}

inline nlohmann::json reference(const char* file = "reference_values.json") {
  std::ifstream stream(std::string(HOUVAST_TEST_DATA) + "/scoring/" + file);
  return nlohmann::json::parse(stream);
}

inline const std::vector<double>& numbers(const Table& table, const char* column) {
  return std::get<std::vector<double>>(table.column(column).data);
}

inline void expect_near(const std::vector<double>& found, const std::vector<double>& expected, double tolerance) {
  ASSERT_EQ(found.size(), expected.size());
  for (std::size_t i = 0; i < found.size(); ++i) EXPECT_NEAR(found[i], expected[i], tolerance) << "at " << i;
}

/// The code that a call throws, or "" when it throws nothing.
template <class Call>
std::string code_of(const Call& call) {
  try {
    call();
  } catch (const Error& error) {
    return error.code();
  }
  return {};
}

}  // namespace houvast::test
