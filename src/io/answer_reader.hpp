#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/index.hpp"
#include "houvast/io/answer_codes.hpp"
#include "houvast/study.hpp"
#include "io/record_table.hpp"

namespace houvast::inline v0_1::detail {

inline constexpr AnswerCode kInvalid = 255;

/// The questions of a study's instruments, by position and by id.
struct QuestionLookup {
  explicit QuestionLookup(const std::vector<Instrument>& instruments);

  std::vector<QuestionRef> refs;
  std::map<std::string, std::int32_t> index;

  [[nodiscard]] const QuestionRef& at(std::int32_t question) const { return refs[as_size(question)]; }
};

/// The byte for a cell; kInvalid after reporting HV-204 or HV-205.
[[nodiscard]] AnswerCode code_of_cell(RecordTable& records, std::int64_t row, std::string_view column,
                                      const QuestionRef& ref);

/// The wave of a row; a study of one wave needs no such column.
[[nodiscard]] WaveId wave_of(const StudyData& data, const RecordTable& records, std::int64_t row);

/// Reads the answers table, long or wide. Each distinct word is understood once; rows are then a matter of looking up.
class AnswerReader {
 public:
  AnswerReader(StudyData& data, const QuestionLookup& questions, std::vector<Issue>& issues);

  void read(RecordTable& records);

 private:
  struct Cells;       // what the words of one column mean
  class Respondents;  // who the rows speak of
  struct EmptyCell {  // of an open question
    std::int32_t respondent, question;
    std::int64_t row;
  };

  void long_answers(RecordTable& records);
  void wide_answers(RecordTable& records);
  void expect(std::int64_t answers);
  void add(RecordTable& records, std::int64_t row, Cells& cells, std::int32_t respondent, std::int32_t question);
  void add_code(const RecordTable& records, std::int64_t row, std::int32_t respondent, std::int32_t question,
                AnswerCode code) {
    AnswerColumns& answers = data_.answers;
    answers.respondent.push_back(respondent);
    answers.question.push_back(question);
    answers.code.push_back(code);
    answers.row.push_back(records.place(row));
  }
  void add_text(RecordTable& records, std::int64_t row, const CodedColumn& column, std::int32_t respondent,
                std::int32_t question);
  void keep_who_told_nothing(const RecordTable& records);
  [[nodiscard]] std::string nearest_question(const std::string& id) const;

  StudyData& data_;
  const QuestionLookup& questions_;
  std::vector<Issue>& issues_;
  std::vector<std::size_t> scale_slot_;  // per question: its scale among the different ones
  std::size_t scales_ = 0;
  std::vector<EmptyCell> empty_;
};

}  // namespace houvast::inline v0_1::detail
