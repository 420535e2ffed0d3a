#include "houvast/io/tidy.hpp"

#include <map>

namespace houvast {

Table tidy_answers(const Study& study, Language language) {
  const StudyData& data = study.data();
  std::map<std::pair<std::int32_t, std::int32_t>, std::string_view> texts;
  for (const OpenAnswer& open : data.open_answers) texts[{open.respondent, open.question}] = open.text;

  ColumnBuilder<std::string> wave("wave", {"column.wave_id"}), respondent("respondent", {"column.respondent_id"}),
      party("party", {"column.respondent_party"}), instrument("instrument", {"column.instrument_id"}),
      element("element", {"column.element_id"}), question("question", {"column.question_id"}),
      state("state", {"column.answer_state"}), label("label", {"column.value_label"}),
      text("text", {"column.written_text"});
  ColumnBuilder<std::int64_t> value("value", {"column.answer_value"});
  for (std::size_t w = 0; w < study.waves().size(); ++w) {
    const WaveResponses& responses = study.responses(static_cast<std::int64_t>(w));
    for (std::int64_t row = 0; row < responses.rows(); ++row) {
      const std::int32_t index = responses.respondents()[static_cast<std::size_t>(row)];
      const Respondent& who = data.respondents[static_cast<std::size_t>(index)];
      for (std::size_t q = 0; q < study.questions().size(); ++q) {
        const QuestionRef& ref = study.questions()[q];
        const AnswerCode code = responses.column(static_cast<std::int64_t>(q))[static_cast<std::size_t>(row)];
        const auto written = texts.find({index, static_cast<std::int32_t>(q)});
        const bool has_text = written != texts.end();
        AnswerState happened = state_of(code);
        if (ref.scale == nullptr && has_text) happened = AnswerState::kAnswered;
        const InstrumentKind kind = ref.instrument->kind();
        const bool elsewhere = kind == InstrumentKind::kStages || kind == InstrumentKind::kDyadic;
        if (elsewhere && happened == AnswerState::kNotAsked) continue;  // asked in the tables assessments and ties
        wave.push(who.wave.str());
        respondent.push(who.id.str());
        party.push(who.party.str());
        instrument.push(ref.instrument->id().str());
        element.push(ref.question->element.str());
        question.push(ref.question->id.str());
        state.push(std::string(to_string(happened)));
        if (ref.scale != nullptr && code < kFirstState) {
          value.push(ref.scale->min() + code);
          label.push(ref.scale->labels()[code].text.get(language));
        } else {
          value.push_missing();
          label.push_missing();
        }
        if (has_text) {
          text.push(std::string(written->second));
        } else {
          text.push_missing();
        }
      }
    }
  }
  std::vector<Column> columns;
  for (auto* builder : {&wave, &respondent, &party, &instrument, &element, &question, &state})
    columns.push_back(std::move(*builder).build());
  columns.push_back(std::move(value).build());
  columns.push_back(std::move(label).build());
  columns.push_back(std::move(text).build());
  return {{"title.answers", {{"study", study.id()}}},
          std::move(columns),
          provenance_of({"method.answers"}, {"source.own"})};
}

}  // namespace houvast
