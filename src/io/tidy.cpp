#include "houvast/io/tidy.hpp"

#include <map>
#include <optional>
#include <utility>

#include "base/index.hpp"

namespace houvast::inline v0_1 {
using houvast::detail::at;
namespace {

// One answer, with what is needed to tell it.
struct ToldAnswer {
  const Respondent& who;
  const QuestionRef& question;
  AnswerCode code;
  std::optional<std::string> written;

  [[nodiscard]] AnswerState state() const {
    return question.scale == nullptr && written ? AnswerState::kAnswered : state_of(code);
  }

  // Not asked among the answers, because it is asked in the tables assessments and ties.
  [[nodiscard]] bool is_elsewhere() const {
    const InstrumentKind kind = question.instrument->kind();
    return (kind == InstrumentKind::kStages || kind == InstrumentKind::kDyadic) && state() == AnswerState::kNotAsked;
  }

  [[nodiscard]] bool has_value() const { return question.scale != nullptr && code < kFirstState; }
};

// The columns, answer after answer: there are too many answers to keep a row of each.
class AnswerTable {
 public:
  explicit AnswerTable(Language language) : language_(std::move(language)) {}

  void push(const ToldAnswer& answer) {
    wave_.push(answer.who.wave.str());
    respondent_.push(answer.who.id.str());
    party_.push(answer.who.party.str());
    instrument_.push(answer.question.instrument->id().str());
    element_.push(answer.question.question->element.str());
    question_.push(answer.question.question->id.str());
    state_.push(std::string(to_string(answer.state())));
    if (answer.has_value()) {
      const Scale& scale = *answer.question.scale;
      value_.push(scale.min() + answer.code);
      label_.push(scale.labels()[answer.code].text.get(language_));
    } else {
      value_.push_missing();
      label_.push_missing();
    }
    text_.push(answer.written);
  }

  std::vector<Column> columns() && {
    std::vector<Column> columns;
    for (auto* builder : {&wave_, &respondent_, &party_, &instrument_, &element_, &question_, &state_})
      columns.push_back(std::move(*builder).build());
    columns.push_back(std::move(value_).build());
    columns.push_back(std::move(label_).build());
    columns.push_back(std::move(text_).build());
    return columns;
  }

 private:
  using Texts = ColumnBuilder<std::string>;

  Language language_;
  Texts wave_{"wave", {"column.wave_id"}}, respondent_{"respondent", {"column.respondent_id"}},
      party_{"party", {"column.respondent_party"}}, instrument_{"instrument", {"column.instrument_id"}},
      element_{"element", {"column.element_id"}}, question_{"question", {"column.question_id"}},
      state_{"state", {"column.answer_state"}};
  ColumnBuilder<std::int64_t> value_{"value", {"column.answer_value"}};
  Texts label_{"label", {"column.value_label"}}, text_{"text", {"column.written_text"}};
};

}  // namespace

Table tidy_answers(const Study& study, Language language) {
  const StudyData& data = study.data();
  std::map<std::pair<std::int32_t, std::int32_t>, std::string_view> texts;
  for (const OpenAnswer& open : data.open_answers) texts[{open.respondent, open.question}] = open.text;
  const auto written_by = [&texts](std::int32_t respondent, std::size_t question) {
    const auto found = texts.find({respondent, static_cast<std::int32_t>(question)});
    return found == texts.end() ? std::nullopt : std::optional(std::string(found->second));
  };

  AnswerTable table(std::move(language));
  for (std::size_t w = 0; w < study.waves().size(); ++w) {
    const WaveResponses& responses = study.responses(static_cast<std::int64_t>(w));
    for (std::int64_t row = 0; row < responses.rows(); ++row) {
      const std::int32_t index = at(responses.respondents(), row);
      for (std::size_t q = 0; q < study.questions().size(); ++q) {
        const ToldAnswer answer{at(data.respondents, index), study.questions()[q],
                                at(responses.column(static_cast<std::int64_t>(q)), row), written_by(index, q)};
        if (!answer.is_elsewhere()) table.push(answer);
      }
    }
  }
  return {{"title.answers", {{"study", study.id()}}},
          std::move(table).columns(),
          provenance_of({"method.answers"}, {"source.own"})};
}

}  // namespace houvast::inline v0_1
