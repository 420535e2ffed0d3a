#include "scoring/measure_answers.hpp"

#include <algorithm>
#include <cmath>

namespace houvast::inline v0_1::detail {

MeasureAnswers MeasureAnswers::of(std::span<const std::size_t> rows) const {
  MeasureAnswers result{.questions = questions};
  for (const std::size_t row : rows) {
    for (std::size_t at = row * questions; at < (row + 1) * questions; ++at) {
      result.high.push_back(high[at]);
      result.never.push_back(never[at]);
    }
  }
  return result;
}

std::vector<std::int64_t> MeasureAnswers::population(std::int64_t asked) const {
  std::vector<std::int64_t> answered(questions), could(questions, asked);
  for (std::size_t i = 0; i < high.size(); ++i) {
    answered[i % questions] += high[i] >= 0 ? 1 : 0;
    could[i % questions] -= never[i] ? 1 : 0;
  }
  for (std::size_t q = 0; q < questions; ++q) could[q] = std::max(could[q], answered[q]);
  return could;
}

MeasureAnswers answers_to(const Study& study, std::int64_t wave, const Measure& measure) {
  const std::vector<double> given = items_of(study, wave, measure);
  const std::vector<bool> came_back = returned(study, wave, *measure.instrument);
  MeasureAnswers result{measure.questions.size(), std::vector<std::int8_t>(given.size(), -1),
                        std::vector<bool>(given.size())};
  for (std::size_t q = 0; q < result.questions; ++q) {
    const Question& question = *measure.questions[q];
    // The scale of a question is turned round already when it is reversed, that of an element is not.
    const bool turned = measure.is_element && question.reverse;
    const auto codes = study.responses(wave).column(*study.question_index(question.id));
    for (std::size_t row = 0; row < codes.size(); ++row) {
      const std::size_t at = row * result.questions + q;
      const AnswerState state = state_of(codes[row]);
      result.never[at] = came_back[row] && (state == AnswerState::kNotAsked || state == AnswerState::kNotApplicable);
      if (std::isnan(given[at])) continue;
      result.high[at] = measure.scale->is_top(turned ? measure.scale->reversed(given[at]) : given[at]) ? 1 : 0;
    }
  }
  return result;
}

}  // namespace houvast::inline v0_1::detail
