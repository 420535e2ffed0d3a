#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <string_view>
#include <utility>

#include "base/index.hpp"
#include "houvast/base/fields.hpp"
#include "houvast/base/stop.hpp"
#include "houvast/io/study_io.hpp"
#include "io/record_table.hpp"
#include "io/study_header.hpp"
#include "study/record_fields.hpp"
#include "text/number_text.hpp"

namespace houvast::inline v0_1 {
using houvast::detail::as_size;
namespace {

std::string flag_text(const std::optional<bool>& flag) {
  return !flag ? "" : *flag ? "yes" : "no";
}

// @param scale null for an open question, which has no values
std::string answer_text(const Scale* scale, AnswerCode code) {
  return code < kFirstState ? std::to_string(scale->min() + code) : std::string(to_string(state_of(code)));
}

// Writes the cells of records.
class RowWriter {
 public:
  explicit RowWriter(const Study& study) : study_(study) {}

  template <class Record>
  [[nodiscard]] std::vector<std::string> row(const Record& record) const {
    std::vector<std::string> cells;
    detail::for_each_field<Record>(
        [&](const auto& field) { cells.push_back(text(record, record.*field.member, field.rules.at)); });
    return cells;
  }

 private:
  template <class Record>
  static std::string text(const Record&, const std::string& value, std::size_t) {
    return value;
  }
  template <class Record, class Tag>
  static std::string text(const Record&, const Id<Tag>& value, std::size_t) {
    return value.str();
  }
  template <class Record, class Item>
  static std::string text(const Record&, const std::vector<Item>& value, std::size_t) {
    return listed(value);
  }
  template <class Record>
  static std::string text(const Record&, const std::optional<bool>& value, std::size_t) {
    return flag_text(value);
  }
  template <class Record>
  static std::string text(const Record&, bool value, std::size_t) {
    return flag_text(value);
  }
  template <class Record>
  static std::string text(const Record&, const std::array<std::optional<bool>, 4>& value, std::size_t at) {
    return flag_text(value[at]);
  }
  template <class Record>
  static std::string text(const Record&, const std::optional<double>& value, std::size_t) {
    return value ? detail::text_of(*value) : "";
  }
  template <class Record>
  static std::string text(const Record&, double value, std::size_t) {
    return detail::text_of(value);
  }
  template <class Record>
  static std::string text(const Record&, std::int64_t value, std::size_t) {
    return std::to_string(value);
  }
  std::string text(const Assessment& assessment, AnswerCode code, std::size_t) const {
    const auto question = as_size(*study_.question_index(assessment.dimension));
    return answer_text(study_.questions()[question].scale, code);
  }

  const Study& study_;
};

// A table without rows.
template <class Record>
TextTable empty_table() {
  const StudyTable& about = detail::table_of<Record>();
  TextTable table{about.name, about.name + ".csv", {}, {}, {}};
  for (const TableField& field : about.fields) table.columns.push_back(field.name);
  return table;
}

// The tables of a study, row by row: for each, visit(the table without rows, rows), where rows(emit) calls emit(cells).
template <class Visit>
class TableRows {
 public:
  TableRows(const Study& study, Visit visit) : study_(study), data_(study.data()), writer_(study), visit_(visit) {}

  // @param whole every table; else a matrix in which nobody wrote anything is left out
  void visit_all(bool whole) {
    parties();
    visit_(empty_table<detail::AnswerRow>(), [this](auto emit) { this->answers(emit); });
    records(data_.ties);
    records(data_.assessments);
    goals();
    if (whole || !data_.matrix.empty()) records(data_.matrix);
  }

 private:
  template <class Record>
  void records(const std::vector<Record>& records) {
    with_further(records, {}, [](const Record&, const std::string&) { return std::string(); });
  }

  // @param further names of further columns; `cell(record, name)` gives their cells
  template <class Record, class Cell>
  void with_further(const std::vector<Record>& records, const std::vector<std::string>& further, Cell cell) {
    TextTable table = empty_table<Record>();
    for (const std::string& name : further) table.columns.push_back(detail::RecordFields<Record>::kPrefix + name);
    visit_(std::move(table), [&](auto emit) {
      StopPoints looked(1024);
      for (const Record& record : records) {
        looked();
        std::vector<std::string> cells = writer_.row(record);
        for (const std::string& name : further) cells.push_back(cell(record, name));
        emit(std::move(cells));
      }
    });
  }

  void parties() {
    with_further(data_.parties, study_.own_attributes(), [](const Party& party, const std::string& name) {
      const auto found = party.attributes.find(name);
      return found == party.attributes.end() ? "" : found->second;
    });
  }

  void goals() {
    std::vector<std::string> waves;
    for (const Wave& wave : study_.waves()) waves.push_back(wave.id.str());
    with_further(data_.goals, waves, [](const Goal& goal, const std::string& wave) {
      const auto found = goal.values.find(wave);
      return found == goal.values.end() ? "" : detail::text_of(found->second);
    });
  }

  [[nodiscard]] const QuestionRef& question(std::int32_t index) const { return study_.questions()[as_size(index)]; }

  [[nodiscard]] std::vector<std::string> answer(std::int32_t respondent, std::int32_t asked, std::string answer,
                                                std::string text) const {
    const Respondent& who = data_.respondents[as_size(respondent)];
    return writer_.row(detail::AnswerRow{who.wave, who.id, who.party, question(asked).question->id, std::move(answer),
                                         std::move(text)});
  }

  // Answers on a scale, with the text beside them, then the texts that stand alone.
  template <class Emit>
  void answers(Emit emit) const {
    std::map<std::pair<std::int32_t, std::int32_t>, std::string> texts;
    for (const OpenAnswer& open : data_.open_answers) texts[{open.respondent, open.question}] = open.text;
    StopPoints looked(1024);
    for (std::size_t i = 0; i < data_.answers.code.size(); ++i) {
      looked();
      const std::int32_t respondent = data_.answers.respondent[i], asked = data_.answers.question[i];
      const Scale* const scale = question(asked).scale;
      std::string text;
      if (const auto found = texts.find({respondent, asked}); found != texts.end() && scale != nullptr) {
        text = found->second;
        texts.erase(found);
      }
      emit(answer(respondent, asked, answer_text(scale, data_.answers.code[i]), std::move(text)));
    }
    for (const OpenAnswer& open : data_.open_answers) {
      const auto found = texts.find({open.respondent, open.question});
      if (found == texts.end()) continue;
      emit(answer(open.respondent, open.question, "", found->second));
      if (question(open.question).scale != nullptr) texts.erase(found);
    }
  }

  const Study& study_;
  const StudyData& data_;
  const RowWriter writer_;
  Visit visit_;
};

// Arrays of records, written part by part as the last members of an object that is indented by one space.
class RecordArrays {
 public:
  RecordArrays(std::string begun, const WriteText& write) : text_(std::move(begun)), write_(write) {}

  void begin(const TextTable& table) {
    text_ += ",\n " + detail::quoted_json(table.name) + ": [";
    keys_.clear();
    required_.clear();
    for (const std::string& column : table.columns) {
      keys_.push_back("   " + detail::quoted_json(column) + ": ");
      required_.push_back(is_required(table.name, column));
    }
    records_ = 0;
  }

  void add(const std::vector<std::string>& cells) {
    text_ += records_++ == 0 ? "\n  {" : ",\n  {";
    bool first = true;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      // Columns that must be there stay there, even when every cell is empty.
      if (cells[i].empty() && !required_[i]) continue;
      text_ += (first ? "\n" : ",\n") + keys_[i] + detail::quoted_json(cells[i]);
      first = false;
    }
    text_ += first ? "}" : "\n  }";
    if (text_.size() >= kPart) hand_over();
  }

  void end() { text_ += records_ == 0 ? "]" : "\n ]"; }

  void finish() {
    text_ += "\n}\n";
    hand_over();
  }

 private:
  static constexpr std::size_t kPart = std::size_t{1} << 20;  // bytes that are written together

  static bool is_required(const std::string& table, const std::string& column) {
    for (const StudyTable& known : study_tables()) {
      for (const TableField& field : known.fields) {
        if (known.name == table && field.name == column) return field.required;
      }
    }
    return false;
  }

  void hand_over() {
    write_(text_);
    text_.clear();
  }

  std::string text_;
  const WriteText& write_;
  std::vector<std::string> keys_;
  std::vector<bool> required_;
  std::int64_t records_ = 0;
};

}  // namespace

std::vector<TextTable> study_to_tables(const Study& study) {
  std::vector<TextTable> tables;
  const auto keep = [&tables](TextTable table, auto rows) {
    rows([&table](std::vector<std::string> cells) { table.rows.push_back(std::move(cells)); });
    tables.push_back(std::move(table));
  };
  TableRows(study, keep).visit_all(true);
  return tables;
}

std::string study_header_json(const Study& study) {
  return detail::study_header(study.data()).indented(2) + "\n";
}

void write_study_json(const Study& study, const WriteText& write) {
  std::string header = detail::study_header(study.data()).indented(1);
  header.resize(header.size() - std::string_view("\n}").size());
  RecordArrays arrays(std::move(header), write);
  const auto add = [&arrays](const TextTable& table, auto rows) {
    arrays.begin(table);
    rows([&arrays](const std::vector<std::string>& cells) { arrays.add(cells); });
    arrays.end();
  };
  TableRows(study, add).visit_all(false);
  arrays.finish();
}

std::string study_to_json(const Study& study) {
  std::string json;
  write_study_json(study, [&json](std::string_view part) { json += part; });
  return json;
}

}  // namespace houvast::inline v0_1
