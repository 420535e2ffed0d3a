#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "houvast/scoring/tally.hpp"

namespace houvast::inline v0_1::detail {

/// States other than answered.
inline constexpr std::size_t kSilentStates = kAnswerStates - 1;

/// A rated question: its answers fall in classes 0..categories-1 by value, then one class per state.
struct TallyQuestion {
  const Question* question = nullptr;
  const Scale* scale = nullptr;  ///< as the question reads it: turned round when it is reversed
  std::size_t column = 0;        ///< in the batch
  std::size_t categories = 0;    ///< of its scale
  std::size_t at = 0;            ///< where its classes begin in a cell

  [[nodiscard]] std::size_t classes() const noexcept { return categories + kSilentStates; }
};

/// Sums behind the covariance of two questions, over those who answered both. Values count from 0, not turned round.
struct PairSums {
  std::uint64_t n = 0, x = 0, y = 0, xy = 0;
};
inline constexpr std::size_t kPairSums = 4;

/// An element with its rated questions. `scored` when these share one scale, so that a mean of them has a unit.
///
/// Scores in a cell: for m = 1..k answered questions, the sums 0..m (categories - 1) with reversed questions turned
/// round; then the number of respondents below the minimum.
struct TallyElement {
  const Element* element = nullptr;
  std::vector<TallyQuestion> questions;
  bool scored = false;
  std::size_t scores_at = 0;
  std::size_t scores = 0;    ///< how many sums, without the number below the minimum
  std::size_t pairs_at = 0;  ///< PairSums of (0, 1), (0, 2), …, (1, 2), …; nothing when there are no pairs
  bool pairs = false;

  [[nodiscard]] std::size_t size() const noexcept { return questions.size(); }
  /// Where the sums over m answered questions begin, counted from scores_at. @param m at least 1
  [[nodiscard]] std::size_t sums_at(std::size_t m) const noexcept {
    return (m - 1) * m / 2 * (questions.front().categories - 1) + (m - 1);
  }
  /// Index of a pair among the pairs. @param i less than j
  [[nodiscard]] std::size_t pair(std::size_t i, std::size_t j) const noexcept {
    return i * (2 * size() - i - 1) / 2 + (j - i - 1);
  }
};

/// What a tally counts and where: a cell per wave and group, of `cell` numbers, the first being the respondents.
struct TallyFrame {
  TallyFrame(const Instrument& source, TallyOptions wanted);
  TallyFrame(const TallyFrame&) = delete;
  TallyFrame& operator=(const TallyFrame&) = delete;

  [[nodiscard]] std::size_t cells() const noexcept { return options.groups.size() * options.waves.size(); }
  [[nodiscard]] std::size_t cell_of(std::size_t wave, std::size_t group) const noexcept {
    return wave * options.groups.size() + group;
  }

  const Instrument instrument;
  const TallyOptions options;
  std::array<std::uint8_t, 32> hash{};  ///< SHA-256 of the instrument's JSON
  std::vector<TallyElement> elements;   ///< those with rated questions, in the instrument's order
  std::vector<QuestionId> columns;      ///< rated questions in the instrument's order
  std::size_t cell = 0;                 ///< numbers per cell
};

/// Counts the rows of a checked batch from `begin` to `end`.
/// @throws ValueError HV-302 a group, wave or answer code out of range
[[nodiscard]] std::vector<std::uint64_t> count_rows(const TallyFrame& frame, const TallyBatch& batch, std::size_t begin,
                                                    std::size_t end);

}  // namespace houvast::inline v0_1::detail
