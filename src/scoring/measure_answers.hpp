#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "scoring/study_view.hpp"

/// The high answers of people to a measure, and how many people could have given them.
namespace houvast::inline v0_1::detail {

/// People × questions, row after row.
struct MeasureAnswers {
  std::size_t questions = 0;
  std::vector<std::int8_t> high{};  ///< 1 high, 0 not high, -1 no answer
  std::vector<bool> never{};        ///< returned the instrument and could not answer the question

  /// Those of some people.
  [[nodiscard]] MeasureAnswers of(std::span<const std::size_t> rows) const;
  /// Per question how many people could have answered it: those who were asked, but for these; at least as many as
  /// answered, since people can answer for another party than they were asked for.
  [[nodiscard]] std::vector<std::int64_t> population(std::int64_t asked) const;
};

/// The answers of everybody in a wave.
[[nodiscard]] MeasureAnswers answers_to(const Study& study, std::int64_t wave, const Measure& measure);

}  // namespace houvast::inline v0_1::detail
