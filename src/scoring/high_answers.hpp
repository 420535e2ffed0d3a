#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "houvast/scoring/supported.hpp"

/// High answers as the tests of supported.hpp want them.
namespace houvast::inline v0_1::detail {

/// One person's answers, question by question: 1 high, 0 not high, -1 no answer.
using HighRow = std::span<const std::int8_t>;

/// What is rated of one instrument in one wave, and who gave a high answer.
struct HighAnswers {
  InstrumentId instrument;
  std::vector<std::string> questions;
  std::vector<std::string> elements;
  std::vector<std::size_t> element_of;  ///< of every question
  std::vector<std::string> loose;       ///< elements whose questions do not hang together
  std::vector<std::int8_t> high;        ///< rows of the wave × questions

  [[nodiscard]] HighRow row(std::size_t index) const {
    return HighRow(high).subspan(index * questions.size(), questions.size());
  }
};

/// An order of people by their answers alone. What is drawn at random begins with people in it, so that the same
/// answers give the same result, whoever gave them and in whatever order they came.
[[nodiscard]] inline bool answers_before(HighRow a, HighRow b) {
  return std::lexicographical_compare(a.begin(), a.end(), b.begin(), b.end());
}

/// Whether a person answered anything.
[[nodiscard]] bool any_answer(HighRow row);

/// The instruments of a wave that have rated questions, but for those of a profile. @throws KeyError HV-505
[[nodiscard]] std::vector<HighAnswers> high_answers(const Study& study, std::int64_t wave);

/// An instrument, and the wave in which it is looked at.
struct Asked {
  std::int64_t wave = 0;
  HighAnswers answers;
};
/// Every instrument in the wave of the options, else in its last. @throws KeyError HV-505
[[nodiscard]] std::vector<Asked> asked_last(const Study& study, const std::optional<WaveId>& wave);

/// What is compared in an instrument, each with its questions and its part of the weight; the parts are 1 together.
struct Comparisons {
  std::vector<Compared> what;
  std::vector<std::vector<std::size_t>> questions;
  std::vector<double> weight;
};
/// The breadths have the same weight, and within a breadth everything has. An element of one question, and an
/// instrument of one element, are left out: their question or element is there. So is an element whose questions do not
/// hang together: its questions are compared, and it is not one thing.
/// @param fair which questions may be compared; an element or instrument with another is left out; empty: all may
[[nodiscard]] Comparisons comparisons(const HighAnswers& answers, bool with_instrument,
                                      const std::vector<bool>& fair = {});

/// Mean over some questions of the share of high answers among some people; a question without answers does not count.
[[nodiscard]] double mean_share(std::span<const HighRow> people, std::span<const std::size_t> questions);

/// @throws ValueError HV-302
void require_support_options(const SupportOptions& options);

}  // namespace houvast::inline v0_1::detail
