#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "houvast/api.hpp"
#include "houvast/base/error.hpp"
#include "houvast/base/id.hpp"
#include "houvast/instrument/scale.hpp"

namespace houvast::inline v0_1 {

/// One byte an answer: 0..249 = value minus the scale's minimum, above that the states without a value.
using AnswerCode = std::uint8_t;

inline constexpr AnswerCode kFirstState = 250;

/// The byte for a state other than answered.
[[nodiscard]] constexpr AnswerCode code_of(AnswerState state) noexcept {
  return static_cast<AnswerCode>(kFirstState + static_cast<int>(state) - 1);
}
/// The state that a byte holds.
[[nodiscard]] constexpr AnswerState state_of(AnswerCode code) noexcept {
  return code < kFirstState ? AnswerState::kAnswered : static_cast<AnswerState>(code - kFirstState + 1);
}

/// Somebody who answered, in one wave, for one party.
struct Respondent {
  WaveId wave;
  RespondentId id;
  PartyId party;
  Where where{};
};

/// Answers as columns; row i says that respondents[respondent[i]] answered questions[question[i]] with code[i].
struct AnswerColumns {
  std::vector<std::int32_t> respondent;
  std::vector<std::int32_t> question;
  std::vector<AnswerCode> code;
  std::vector<std::int64_t> row;  ///< row in the file, for messages; may be empty
  std::string file;
  std::string pointer;  ///< JSON pointer of the array that holds the rows; empty for a table of its own

  [[nodiscard]] std::int64_t size() const noexcept { return static_cast<std::int64_t>(code.size()); }
};

/// A text given to an open question. Never scored, never released by itself.
struct OpenAnswer {
  std::int32_t respondent = 0;
  std::int32_t question = 0;
  std::string text;
};

/// The answers of one wave as a full table, question after question: the layout the counting kernels read.
class HOUVAST_API WaveResponses {
 public:
  WaveResponses() = default;
  /// @param questions number of questions @param respondents indices into the study's respondents, one per row
  WaveResponses(std::int64_t questions, std::vector<std::int32_t> respondents);

  [[nodiscard]] std::int64_t rows() const noexcept { return static_cast<std::int64_t>(respondents_.size()); }
  [[nodiscard]] std::span<const std::int32_t> respondents() const noexcept { return respondents_; }
  /// One byte per row. @param question in [0, questions)
  [[nodiscard]] std::span<const AnswerCode> column(std::int64_t question) const noexcept;
  [[nodiscard]] std::span<AnswerCode> column(std::int64_t question) noexcept;

 private:
  std::vector<std::int32_t> respondents_;
  std::vector<AnswerCode> codes_;
};

}  // namespace houvast::inline v0_1
