#include "houvast/responses/response_table.hpp"

#include <utility>

namespace houvast {

WaveResponses::WaveResponses(std::int64_t questions, std::vector<std::int32_t> respondents)
    : respondents_(std::move(respondents)),
      codes_(static_cast<std::size_t>(questions) * respondents_.size(), code_of(AnswerState::kNotAsked)) {}

std::span<const AnswerCode> WaveResponses::column(std::int64_t question) const noexcept {
  return std::span(codes_).subspan(static_cast<std::size_t>(question) * respondents_.size(), respondents_.size());
}

std::span<AnswerCode> WaveResponses::column(std::int64_t question) noexcept {
  return std::span(codes_).subspan(static_cast<std::size_t>(question) * respondents_.size(), respondents_.size());
}

}  // namespace houvast
