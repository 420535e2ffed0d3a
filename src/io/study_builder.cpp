#include "houvast/io/study_builder.hpp"

#include "houvast/instrument/catalogue.hpp"
#include "io/answer_reader.hpp"
#include "io/study_reader.hpp"
#include "study/record_fields.hpp"

namespace houvast::inline v0_1 {
namespace {

constexpr const char* kFile = "StudyBuilder";  // in messages, in the place of a file

// The place of what was added last, as the one-file form has it.
template <class Record>
Where last_place(const std::vector<Record>& records) {
  const char* const table = detail::RecordFields<Record>::kTable;
  return {kFile, std::nullopt, "", "/" + std::string(table) + "/" + std::to_string(records.size() - 1)};
}

template <class Record>
void append(std::vector<Record>& records, Record record) {
  records.push_back(std::move(record));
  records.back().where = last_place(records);
}

// A word of the profile by its title becomes its id; a word that is none stays, for the validation to report.
template <class Record>
struct ProfileWords {
  const Profile& profile;
  Record& record;

  void operator()(const detail::RecordField<Record, std::string>& field) const {
    put_id(field.rules.words, record.*field.member);
  }
  void operator()(const detail::RecordField<Record, std::vector<std::string>>& field) const {
    for (std::string& word : record.*field.member) put_id(field.rules.words, word);
  }
  template <class Value>
  void operator()(const detail::RecordField<Record, Value>&) const {}

 private:
  void put_id(Vocabulary Profile::*words, std::string& word) const {
    if (words != nullptr && !word.empty()) word = (profile.*words).find(word).value_or(word);
  }
};

// What may be left out is as files have it.
void complete_waves(StudyData& data) {
  for (Wave& wave : data.waves) {
    if (wave.label == LocalizedText{}) wave.label = {wave.id.str(), wave.id.str()};
    if (!wave.instruments.empty()) continue;
    for (const Instrument& each : data.instruments) wave.instruments.push_back(each.id());
  }
  if (data.waves.size() != 1) return;
  const WaveId& only = data.waves.front().id;
  for (TieReport& tie : data.ties) {
    if (tie.wave.empty()) tie.wave = only;
  }
  for (Assessment& each : data.assessments) {
    if (each.wave.empty()) each.wave = only;
  }
}

// The byte for a stage. A dimension that does not exist is reported by the study's validation.
void read_stage(Assessment& assessment, const std::variant<int, AnswerState>& given,
                const detail::QuestionLookup& questions, std::vector<Issue>& issues) {
  const auto found = questions.index.find(assessment.dimension.str());
  if (found == questions.index.end() || questions.at(found->second).scale == nullptr) return;
  const Scale& scale = *questions.at(found->second).scale;
  const auto* stage = std::get_if<int>(&given);
  const auto* state = std::get_if<AnswerState>(&given);
  if (stage != nullptr && scale.contains(*stage)) {
    assessment.code = static_cast<AnswerCode>(*stage - scale.min());
    return;
  }
  if (state != nullptr && *state != AnswerState::kAnswered) {
    assessment.code = code_of(*state);
    return;
  }
  Where where = assessment.where;
  where.pointer += "/stage";
  issues.push_back({"HV-204",
                    {"problem.subject.answer_to", {{"question", assessment.dimension.str()}}},
                    "",
                    {"problem.expected.whole_from_to", {{"low", scale.min()}, {"high", scale.max()}}},
                    where});
}

}  // namespace

ColumnCoder& StudyBuilder::Answers::row(std::string_view question, std::string_view text) {
  builder_->wave_.push_code(who_[0]);
  builder_->respondent_.push_code(who_[1]);
  builder_->party_.push_code(who_[2]);
  builder_->question_.push(question);
  builder_->text_.push(text);
  return builder_->answer_;
}

StudyBuilder::Answers& StudyBuilder::Answers::answer(std::string_view question, int value, std::string_view text) {
  row(question, text).push_number(value);
  return *this;
}

StudyBuilder::Answers& StudyBuilder::Answers::answer(std::string_view question, AnswerState state,
                                                     std::string_view text) {
  row(question, text).push(state == AnswerState::kSkipped ? std::string_view() : to_string(state));
  return *this;
}

StudyBuilder::Answers& StudyBuilder::Answers::answer(std::string_view question, std::string_view label,
                                                     std::string_view text) {
  row(question, text).push(label);
  return *this;
}

StudyBuilder::StudyBuilder(std::string id, LocalizedText title)
    : StudyBuilder([&] {
        StudyData begin;
        begin.id = std::move(id);
        begin.title = std::move(title);
        return begin;
      }()) {}

StudyBuilder::StudyBuilder(StudyData begin) : data_(std::move(begin)) {
  data_.file = kFile;
  data_.one_file = true;
}

StudyBuilder& StudyBuilder::instrument(std::string_view id) {
  return instrument(houvast::instrument(id));
}

StudyBuilder& StudyBuilder::instrument(Instrument own) {
  data_.instruments.push_back(std::move(own));
  return *this;
}

StudyBuilder& StudyBuilder::wave(Wave wave) {
  data_.waves.push_back(std::move(wave));
  return *this;
}

StudyBuilder& StudyBuilder::relation(Relation relation) {
  data_.relations.push_back(std::move(relation));
  return *this;
}

StudyBuilder& StudyBuilder::party(Party party) {
  if (party.name.empty()) party.name = party.id.str();
  append(data_.parties, std::move(party));
  return *this;
}

StudyBuilder& StudyBuilder::tie(TieReport tie) {
  if (tie.reporter.empty()) tie.reporter = tie.from;
  if (tie.to.empty()) tie.strength = 0;
  append(data_.ties, std::move(tie));
  return *this;
}

StudyBuilder& StudyBuilder::assessment(Assessment assessment, int stage) {
  append(data_.assessments, std::move(assessment));
  stages_.emplace_back(stage);
  return *this;
}

StudyBuilder& StudyBuilder::assessment(Assessment assessment, AnswerState state) {
  append(data_.assessments, std::move(assessment));
  stages_.emplace_back(state);
  return *this;
}

StudyBuilder& StudyBuilder::goal(Goal goal) {
  append(data_.goals, std::move(goal));
  return *this;
}

StudyBuilder& StudyBuilder::cell(MatrixCell cell) {
  append(data_.matrix, std::move(cell));
  return *this;
}

StudyBuilder::Answers StudyBuilder::respondent(std::string_view id, std::string_view party, std::string_view wave) {
  return {*this, {wave_.word(wave), respondent_.word(id), party_.word(party)}};
}

Study StudyBuilder::build() const {
  StudyData data = data_;
  std::vector<Issue> issues;
  complete_waves(data);
  for (Party& party : data.parties) detail::for_each_field<Party>(ProfileWords<Party>{data.profile, party});
  for (MatrixCell& cell : data.matrix) detail::for_each_field<MatrixCell>(ProfileWords<MatrixCell>{data.profile, cell});
  const detail::QuestionLookup questions(data.instruments);
  for (std::size_t i = 0; i < stages_.size(); ++i) read_stage(data.assessments[i], stages_[i], questions, issues);
  ColumnTable answers;
  answers.name = "answers";
  answers.file = kFile;
  for (const ColumnCoder& column : {wave_, respondent_, party_, question_, answer_, text_}) {
    answers.columns.push_back(ColumnCoder(column).build());
  }
  answers.rows = static_cast<std::int64_t>(answers.columns.front().codes.size());
  detail::RecordTable records(answers, "/answers", issues);
  detail::AnswerReader(data, questions, issues).read(records);
  return detail::finished(std::move(data), std::move(issues));
}

}  // namespace houvast::inline v0_1
