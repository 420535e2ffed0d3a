#pragma once

#include <gtest/gtest.h>

#include <functional>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include "houvast/base/error.hpp"
#include "houvast/base/table.hpp"
#include "small_study.hpp"

/// Small studies from strings of answers, and cells of the tables that come from them.
namespace houvast::testing {

/// The answers of one person: one character per question, '-' no row, '?' don't know.
struct Said {
  std::string wave, respondent, party_id, answers;
};

/// Questions E1.1, E1.2, … of the six elements, answered by people of parties with these fields.
inline Study study_said(const std::vector<std::pair<std::string, std::string>>& parties,
                        const std::vector<Said>& people) {
  std::string rows, who;
  for (const auto& [id, fields] : parties) who += (who.empty() ? "" : ", ") + party(id, fields);
  for (const Said& said : people) {
    for (std::size_t q = 0; q < said.answers.size(); ++q) {
      if (said.answers[q] == '-') continue;
      const std::string value = said.answers[q] == '?' ? "dont_know" : std::string(1, said.answers[q]);
      rows += (rows.empty() ? "" : ", ") +
              answer(said.wave, said.respondent, said.party_id, "E1." + std::to_string(q + 1), value);
    }
  }
  return small_study(who, rows);
}

inline std::int64_t row_where(const Table& table, const std::vector<std::pair<std::string, std::string>>& where) {
  for (std::int64_t row = 0; row < table.rows(); ++row) {
    bool all = true;
    for (const auto& [column, value] : where) {
      all =
          all && std::get<std::vector<std::string>>(table.column(column).data)[static_cast<std::size_t>(row)] == value;
    }
    if (all) return row;
  }
  throw std::runtime_error("no such row");
}

template <class T = double>
std::optional<T> cell_of(const Table& table, const std::string& column, std::int64_t row) {
  if (!table.column(column).is_valid(row)) return std::nullopt;
  return std::get<std::vector<T>>(table.column(column).data)[static_cast<std::size_t>(row)];
}

inline std::string code_of_error(const std::function<void()>& work) {
  try {
    work();
  } catch (const Error& error) {
    return error.code();
  }
  return "none";
}

}  // namespace houvast::testing
