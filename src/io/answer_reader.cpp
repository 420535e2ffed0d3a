#include "io/answer_reader.hpp"

#include <algorithm>
#include <utility>

#include "base/index.hpp"
#include "houvast/base/numbering.hpp"
#include "houvast/base/stop.hpp"
#include "study/record_fields.hpp"
#include "text/number_text.hpp"

namespace houvast::inline v0_1::detail {
namespace {

constexpr std::string_view kTextSuffix = ":text";
constexpr const char* kQuestion = column_of(&AnswerRow::question);
constexpr const char* kParty = column_of(&AnswerRow::party);
constexpr std::int16_t kUnknown = -1, kUnreadable = -2;

}  // namespace

QuestionLookup::QuestionLookup(const std::vector<Instrument>& instruments) {
  for (const Instrument& instrument : instruments) {
    for (const Question& question : instrument.questions()) {
      index.emplace(question.id.str(), static_cast<std::int32_t>(refs.size()));
      refs.push_back({&instrument, &question, question.scale ? &instrument.scale_of(question) : nullptr});
    }
  }
}

AnswerCode code_of_cell(RecordTable& records, std::int64_t row, std::string_view column, const QuestionRef& ref) {
  const std::string cell = records.text(row, column);
  const Scale& scale = *ref.scale;
  if (const auto code = code_of_text(scale, cell)) return *code;
  const Claim subject{"problem.subject.answer_to", {{"question", ref.question->id.str()}}};
  if (parsed_number(cell)) {
    records.problem("HV-204", subject, "",
                    {"problem.expected.whole_from_to", {{"low", scale.min()}, {"high", scale.max()}}}, row, column);
    return kInvalid;
  }
  records.problem("HV-205", subject, "", {"problem.expected.label_of_scale", {{"scale", scale.id().str()}}}, row,
                  column, scale.nearest_label(cell));
  return kInvalid;
}

WaveId wave_of(const StudyData& data, const RecordTable& records, std::int64_t row) {
  const std::string text = records.text(row, column_of(&AnswerRow::wave));
  if (text.empty() && data.waves.size() == 1) return data.waves.front().id;
  return WaveId(text);
}

// The bytes that a column's words stand for, found when first met: per scale, and for open questions the state.
struct AnswerReader::Cells {
  Cells(const CodedColumn& of, std::size_t scales) : column(of), known(scales) {}

  const CodedColumn& column;
  std::vector<std::vector<std::int16_t>> known;  // per scale and word

  // The byte, or kUnreadable. @param scale null for an open question
  std::int16_t code(std::int32_t word, std::size_t slot, const Scale* scale) {
    auto& codes = known[slot];
    if (codes.empty()) codes.assign(column.words.size(), kUnknown);
    std::int16_t& code = at(codes, word);
    if (code == kUnknown) {
      const std::string text = trimmed(at(column.words, word));
      std::optional<AnswerCode> found;
      if (scale != nullptr) {
        found = code_of_text(*scale, text);
      } else if (const auto state = state_of_label(text)) {
        found = code_of(*state);
      }
      code = found ? std::int16_t{*found} : kUnreadable;
    }
    return code;
  }
};

// Rows with the same wave, respondent and party speak of the same respondent. Words become numbers once; rows compare
// numbers.
class AnswerReader::Respondents {
 public:
  Respondents(StudyData& data, const RecordTable& records)
      : data_(data),
        records_(records),
        wave_(numbered(column_of(&AnswerRow::wave))),
        respondent_(numbered(column_of(&AnswerRow::respondent))),
        party_(numbered(kParty)),
        only_wave_(data.waves.size() == 1 ? texts_.word(data.waves.front().id.str()) : CodedColumn::kEmpty) {}

  std::int32_t of(std::int64_t row) {
    const Who words{wave_.word(row), respondent_.word(row), party_.word(row)};
    if (words == last_words_) return last_ + first_;
    last_words_ = words;
    Who who{wave_.number(words.wave), respondent_.number(words.respondent), party_.number(words.party)};
    if (who.wave < 0) who.wave = only_wave_;
    if (who.party < 0) who.party = who.respondent;
    if (who.respondent < 0) who.respondent = who.party;
    const std::uint64_t hash = spread_bits(spread_bits(std::uint64_t{static_cast<std::uint32_t>(who.respondent)} << 32 |
                                                       static_cast<std::uint32_t>(who.party)) ^
                                           static_cast<std::uint32_t>(who.wave));
    last_ = numbering_.number(hash, [&](std::int32_t i) { return at(all_, i) == who; });
    if (last_ == static_cast<std::int32_t>(all_.size())) {
      all_.push_back(who);
      rows_.push_back(row);
    }
    return last_ + first_;
  }

  // Adds those that were met to the data, in the order of their first rows.
  void finish() && {
    const CodedColumn texts = std::move(texts_).build();
    const auto text = [&texts](std::int32_t number) { return number < 0 ? std::string() : at(texts.words, number); };
    data_.respondents.reserve(data_.respondents.size() + all_.size());
    for (std::size_t i = 0; i < all_.size(); ++i) {
      data_.respondents.push_back({wave_of(data_, records_, rows_[i]), RespondentId(text(all_[i].respondent)),
                                   PartyId(text(all_[i].party)), records_.where(rows_[i])});
    }
  }

 private:
  struct Numbered {
    const CodedColumn* column = nullptr;
    std::vector<std::int32_t> numbers;  // per word: its number, ends trimmed

    [[nodiscard]] std::int32_t word(std::int64_t row) const {
      return column == nullptr ? CodedColumn::kEmpty : at(column->codes, row);
    }
    [[nodiscard]] std::int32_t number(std::int32_t word) const {
      return word < 0 ? CodedColumn::kEmpty : at(numbers, word);
    }
  };
  struct Who {
    std::int32_t wave, respondent, party;
    bool operator==(const Who&) const = default;
  };

  Numbered numbered(std::string_view name) {
    Numbered result{records_.column(name), {}};
    if (result.column == nullptr) return result;
    for (const std::string& word : result.column->words) result.numbers.push_back(texts_.word(trimmed(word)));
    return result;
  }

  StudyData& data_;
  const RecordTable& records_;
  ColumnCoder texts_{""};
  Numbered wave_, respondent_, party_;
  std::int32_t only_wave_;  // what an empty cell means in a study of one wave
  std::vector<Who> all_;
  std::vector<std::int64_t> rows_;  // of each, the first
  Numbering numbering_;
  std::int32_t first_ = static_cast<std::int32_t>(data_.respondents.size());
  Who last_words_{-2, -2, -2};  // of no row
  std::int32_t last_ = -1;
};

AnswerReader::AnswerReader(StudyData& data, const QuestionLookup& questions, std::vector<Issue>& issues)
    : data_(data), questions_(questions), issues_(issues) {
  std::vector<const Scale*> seen;
  for (const QuestionRef& ref : questions.refs) {
    std::size_t slot = 0;
    while (slot < seen.size() && seen[slot] != ref.scale) ++slot;
    if (slot == seen.size()) seen.push_back(ref.scale);
    scale_slot_.push_back(slot);
  }
  scales_ = seen.size();
}

void AnswerReader::read(RecordTable& records) {
  data_.answers.file = records.file();
  data_.answers.pointer = records.pointer();
  if (!records.has(kParty) && !records.has(column_of(&AnswerRow::respondent)) && records.size() > 0) {
    issues_.push_back({"HV-112",
                       {"problem.subject.column"},
                       kParty,
                       {"problem.expected.party_or_respondent"},
                       {records.file(), std::nullopt, "", ""}});
    return;
  }
  if (records.has(kQuestion) || records.columns().empty()) {
    long_answers(records);
  } else {
    wide_answers(records);
  }
  keep_who_told_nothing(records);
}

// An empty cell of an open question needs no row of its own but where it is all that there is of somebody.
void AnswerReader::keep_who_told_nothing(const RecordTable& records) {
  std::vector<bool> told(data_.respondents.size());
  const auto note = [&told](std::int32_t respondent) { at(told, respondent) = true; };
  std::for_each(data_.answers.respondent.begin(), data_.answers.respondent.end(), note);
  for (const OpenAnswer& open : data_.open_answers) note(open.respondent);
  for (const EmptyCell& cell : std::exchange(empty_, {})) {
    if (at(told, cell.respondent)) continue;
    add_code(records, cell.row, cell.respondent, cell.question, code_of(AnswerState::kSkipped));
    note(cell.respondent);
  }
}

void AnswerReader::long_answers(RecordTable& records) {
  const bool complete = records.check_columns(table_of<AnswerRow>().fields, [](const std::string&) { return false; });
  if (!complete || records.size() == 0) return;
  const CodedColumn& asked = *records.column(kQuestion);
  const CodedColumn* text = records.column(column_of(&AnswerRow::text));
  std::vector<std::int32_t> meant;
  for (const std::string& word : asked.words) {
    const auto found = questions_.index.find(trimmed(word));
    meant.push_back(found == questions_.index.end() ? -1 : found->second);
  }
  Cells cells(*records.column(column_of(&AnswerRow::answer)), scales_);
  expect(records.size());
  Respondents respondents(data_, records);
  StopPoints looked(1024);
  for (std::int64_t row = 0; row < records.size(); ++row) {
    looked();
    if (!records.is_whole(row)) continue;
    const std::int32_t word = at(asked.codes, row);
    const std::int32_t question = word < 0 ? -1 : at(meant, word);
    if (question < 0) {
      const std::string id = records.text(row, kQuestion);
      records.problem("HV-202", {"problem.subject.question"}, id, {"problem.expected.question_of_instruments"}, row,
                      kQuestion, nearest_question(id));
      continue;
    }
    const std::int32_t respondent = respondents.of(row);
    add(records, row, cells, respondent, question);
    if (text != nullptr) add_text(records, row, *text, respondent, question);
  }
  std::move(respondents).finish();
}

void AnswerReader::wide_answers(RecordTable& records) {
  const auto question_of = [this](std::string name) {
    if (name.ends_with(kTextSuffix)) name.resize(name.size() - kTextSuffix.size());
    return questions_.index.find(name);
  };
  std::vector<TableField> who = table_of<AnswerRow>().fields;
  std::erase_if(who, [](const TableField& field) {
    return field.required || field.name == column_of(&AnswerRow::text);  // one question has a row there, here a column
  });
  const bool complete =
      records.check_columns(who, [&](const std::string& name) { return question_of(name) != questions_.index.end(); });
  if (!complete) return;
  struct Asked {
    Cells cells;
    std::int32_t question;
    bool is_text;
  };
  std::vector<Asked> asked;
  for (const std::string& name : records.columns()) {
    const auto found = question_of(name);
    if (found == questions_.index.end()) continue;
    asked.push_back({Cells(*records.column(name), scales_), found->second, name.ends_with(kTextSuffix)});
  }
  Respondents respondents(data_, records);
  expect(records.size() * static_cast<std::int64_t>(asked.size()));
  StopPoints looked(1024);
  for (std::int64_t row = 0; row < records.size(); ++row) {
    looked();
    if (!records.is_whole(row)) continue;
    const std::int32_t respondent = respondents.of(row);
    for (Asked& each : asked) {
      if (each.is_text) {
        add_text(records, row, each.cells.column, respondent, each.question);
      } else {
        add(records, row, each.cells, respondent, each.question);
      }
    }
  }
  std::move(respondents).finish();
}

// One cell with an answer. An open question holds a text or the label of a state.
void AnswerReader::add(RecordTable& records, std::int64_t row, Cells& cells, std::int32_t respondent,
                       std::int32_t question) {
  const CodedColumn& column = cells.column;
  const QuestionRef& ref = questions_.at(question);
  const std::int32_t word = at(column.codes, row);
  const auto meaning = [&] { return cells.code(word, at(scale_slot_, question), ref.scale); };
  const AnswerCode skipped = code_of(AnswerState::kSkipped);
  const std::int16_t code = word >= 0 ? meaning() : ref.scale != nullptr ? std::int16_t{skipped} : kUnreadable;
  if (code >= 0) {
    add_code(records, row, respondent, question, static_cast<AnswerCode>(code));
  } else if (ref.scale == nullptr) {
    add_text(records, row, column, respondent, question);
  } else {
    (void)code_of_cell(records, row, column.name, ref);  // says what is wrong
  }
}

void AnswerReader::expect(std::int64_t answers) {
  const auto size = as_size(answers + data_.answers.size());
  data_.answers.respondent.reserve(size);
  data_.answers.question.reserve(size);
  data_.answers.code.reserve(size);
  data_.answers.row.reserve(size);
}

void AnswerReader::add_text(RecordTable& records, std::int64_t row, const CodedColumn& column, std::int32_t respondent,
                            std::int32_t question) {
  const std::string_view text = column.at(row);
  if (text.empty() || trimmed(text).empty()) {
    if (empty_.empty() || empty_.back().respondent != respondent) empty_.push_back({respondent, question, row});
    return;
  }
  const QuestionRef& ref = questions_.at(question);
  if (ref.question->form == Form::kClosed) {
    records.problem("HV-209", {"problem.subject.text_with_question"}, ref.question->id.str(),
                    {"problem.expected.text_for_open"}, row, column.name);
    return;
  }
  data_.open_answers.push_back({respondent, question, std::string(text)});
}

std::string AnswerReader::nearest_question(const std::string& id) const {
  std::vector<std::string> known;
  for (const auto& [name, index] : questions_.index) known.push_back(name);
  return nearest(id, known);
}

}  // namespace houvast::inline v0_1::detail
