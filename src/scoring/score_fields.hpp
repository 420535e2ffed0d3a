#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>

#include "houvast/base/fields.hpp"
#include "houvast/scoring/summary.hpp"

// The columns of tables of scores, for rows with a `const Score& score() const`.
namespace houvast::inline v0_1::detail {

template <class Row, class Member>
[[nodiscard]] auto of_score(Member member) {
  return [member](const Row& row) { return std::invoke(member, row.score()); };
}

[[nodiscard]] inline const char* kind_of(const Score& score) {
  return score.is_element ? "element" : "question";
}

/// A column per state of an answer, dont_know_share, scored
template <class Row>
[[nodiscard]] Fields<Row> state_fields() {
  Fields<Row> fields;
  for (std::size_t s = 0; s < kAnswerStates; ++s) {
    fields.emplace_back(std::string(to_string(static_cast<AnswerState>(s))), Claim{"column.answers_in_state"},
                        [s](const Row& row) { return row.score().states[s]; });
  }
  append(fields, {{"dont_know_share", {"column.dont_know_share"}, of_score<Row>(&Score::dont_know_share)},
                  {"scored", {"column.scored"}, of_score<Row>(&Score::scored)}});
  return fields;
}

/// median_low, median_high, top, top_box with its bounds
template <class Row>
[[nodiscard]] Fields<Row> top_fields() {
  return {{"median_low", {"column.median_low"}, of_score<Row>(&Score::median_low)},
          {"median_high", {"column.median_high"}, of_score<Row>(&Score::median_high)},
          {"top", {"column.top"}, of_score<Row>(&Score::top)},
          {"top_box", {"column.top_share"}, of_score<Row>(&Score::top_share)},
          {"top_box_low", {"column.wilson_low"}, end_of<Row>(of_score<Row>(&Score::top_interval), &Interval::low)},
          {"top_box_high", {"column.wilson_high"}, end_of<Row>(of_score<Row>(&Score::top_interval), &Interval::high)}};
}

/// high_share with its bounds, high_least and high_most
template <class Row>
[[nodiscard]] Fields<Row> high_fields() {
  return {{"high_share", {"column.high_share"}, of_score<Row>(&Score::high_share)},
          {"high_low", {"column.high_low"}, end_of<Row>(of_score<Row>(&Score::high_interval), &Interval::low)},
          {"high_high", {"column.high_high"}, end_of<Row>(of_score<Row>(&Score::high_interval), &Interval::high)},
          {"high_least", {"column.high_least"}, of_score<Row>(&Score::high_least)},
          {"high_most", {"column.high_most"}, of_score<Row>(&Score::high_most)}};
}

/// count_1 to count_k
template <class Row>
[[nodiscard]] Fields<Row> count_fields(std::size_t categories) {
  Fields<Row> fields;
  for (std::size_t i = 0; i < categories; ++i) {
    fields.emplace_back("count_" + std::to_string(i + 1), Claim{"column.answers_in_category", {{"number", i + 1}}},
                        [i](const Row& row) {
                          const std::vector<std::int64_t>& counts = row.score().counts;
                          return i < counts.size() ? std::optional(counts[i]) : std::nullopt;
                        });
  }
  return fields;
}

}  // namespace houvast::inline v0_1::detail
