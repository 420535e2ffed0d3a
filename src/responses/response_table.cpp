#include "houvast/responses/response_table.hpp"

#include <utility>

#include "base/index.hpp"

namespace houvast::inline v0_1 {
using houvast::detail::as_size;

WaveResponses::WaveResponses(std::int64_t questions, std::vector<std::int32_t> respondents)
    : respondents_(std::move(respondents)),
      codes_(as_size(questions) * respondents_.size(), code_of(AnswerState::kNotAsked)) {}

std::span<const AnswerCode> WaveResponses::column(std::int64_t question) const noexcept {
  return std::span(codes_).subspan(as_size(question) * respondents_.size(), respondents_.size());
}

std::span<AnswerCode> WaveResponses::column(std::int64_t question) noexcept {
  return std::span(codes_).subspan(as_size(question) * respondents_.size(), respondents_.size());
}

}  // namespace houvast::inline v0_1
