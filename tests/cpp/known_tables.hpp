#pragma once

#include <gtest/gtest.h>

#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <fstream>
#include <locale>
#include <sstream>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "houvast/base/estimate.hpp"
#include "houvast/base/table.hpp"

/// Results written out as lines, and held to the lines that a file of tests/data has. They say nothing of right and
/// wrong: what the numbers should be is told by tests against R, scipy and networkx.
namespace houvast::testing {

/// Eight digits, which every compiler and machine agrees on; 0 for what is left of a difference of equal numbers.
inline std::string known_number(double value) {
  if (std::isnan(value)) return "-";
  std::ostringstream text;
  text.imbue(std::locale::classic());
  text.precision(8);
  text << (std::abs(value) < 1e-12 ? 0.0 : value);
  return text.str();
}

inline std::string known_cell(const Column& column, std::int64_t row) {
  if (!column.is_valid(row)) return "-";
  const auto i = static_cast<std::size_t>(row);
  if (const auto* texts = std::get_if<std::vector<std::string>>(&column.data)) return (*texts)[i];
  if (const auto* numbers = std::get_if<std::vector<double>>(&column.data)) return known_number((*numbers)[i]);
  if (const auto* counts = std::get_if<std::vector<std::int64_t>>(&column.data)) return std::to_string((*counts)[i]);
  if (const auto* wide = std::get_if<std::vector<WideInteger>>(&column.data)) {
    return std::to_string(static_cast<std::int64_t>((*wide)[i]));
  }
  return std::get<std::vector<bool>>(column.data)[i] ? "yes" : "no";
}

class KnownLines {
 public:
  void add(const std::string& name, const std::string& line) { lines_.push_back(name + ": " + line); }
  void add(const std::string& name, double value) { add(name, known_number(value)); }

  template <class Value>
  void add(const std::string& name, const std::vector<Value>& values) {
    std::string line;
    for (const Value value : values) line += (line.empty() ? "" : " ") + known_number(static_cast<double>(value));
    add(name, line);
  }

  /// Everything of it but the sentences.
  void add(const std::string& name, const Estimate& estimate) {
    std::string line = known_number(estimate.value) + " n " + std::to_string(estimate.n);
    if (estimate.interval) line += " (" + known_number(estimate.interval->low) + ", ";
    if (estimate.interval) line += known_number(estimate.interval->high) + ")";
    if (estimate.p_value) line += " p " + known_number(*estimate.p_value);
    if (estimate.expected) line += " expected " + known_number(*estimate.expected);
    for (const auto& [detail, value] : estimate.details) line += " | " + detail + " " + known_number(value);
    for (const Claim& reason : estimate.reason) line += " | " + reason.id;
    add(name, line);
  }

  /// Every cell but the wording of questions, which their ids stand for.
  void add(const std::string& name, const Table& table) {
    std::string head = "== " + name + ":";
    for (const Column& column : table.columns()) head += " " + column.name;
    lines_.push_back(head);
    for (std::int64_t row = 0; row < table.rows(); ++row) {
      std::string line;
      for (const Column& column : table.columns()) {
        if (column.name != "text") line += (line.empty() ? "" : " | ") + known_cell(column, row);
      }
      lines_.push_back(line);
    }
  }

  /// That these are the lines of tests/data/<file>. Where they differ on purpose: HOUVAST_WRITE_TABLES=tests/data
  /// writes them anew.
  void expect_in(const std::string& file) const {
    if (const char* folder = std::getenv("HOUVAST_WRITE_TABLES")) {
      std::ofstream out(std::string(folder) + "/" + file);
      for (const std::string& line : lines_) out << line << '\n';
    }
    std::ifstream known(HOUVAST_TEST_DATA "/" + file);
    std::size_t at = 0;
    std::string there, name;
    while (std::getline(known, there)) {
      if (there.starts_with("==")) name = there;
      ASSERT_LT(at, lines_.size()) << there;
      EXPECT_EQ(lines_[at], there) << "line " << at + 1 << " of " << file << ", " << name;
      ++at;
    }
    EXPECT_EQ(at, lines_.size()) << file;
  }

 private:
  std::vector<std::string> lines_;
};

}  // namespace houvast::testing
