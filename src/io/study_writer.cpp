#include <array>
#include <map>
#include <optional>
#include <set>

#include "houvast/base/fields.hpp"
#include "houvast/base/stop.hpp"
#include "houvast/io/study_io.hpp"
#include "io/record_table.hpp"
#include "io/study_header.hpp"
#include "study/record_fields.hpp"
#include "text/number_text.hpp"

namespace houvast {
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
    const auto question = static_cast<std::size_t>(*study_.question_index(assessment.dimension));
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

template <class Record>
TextTable table_with(const Study& study, const std::vector<Record>& records) {
  TextTable table = empty_table<Record>();
  const RowWriter writer(study);
  StopPoints looked(1024);
  for (const Record& record : records) {
    looked();
    table.rows.push_back(writer.row(record));
  }
  return table;
}

// Adds a further column to a table; `cell(record)` gives its cells.
template <class Record, class Cell>
void add_column(TextTable& table, const std::vector<Record>& records, const std::string& name, Cell cell) {
  table.columns.push_back(detail::RecordFields<Record>::kPrefix + name);
  for (std::size_t row = 0; row < records.size(); ++row) table.rows[row].push_back(cell(records[row]));
}

TextTable parties_table(const Study& study) {
  std::set<std::string> own;
  for (const Party& party : study.parties()) {
    for (const auto& [name, value] : party.attributes) own.insert(name);
  }
  TextTable table = table_with(study, study.parties());
  for (const std::string& name : own) {
    add_column(table, study.parties(), name, [&name](const Party& party) {
      const auto found = party.attributes.find(name);
      return found == party.attributes.end() ? "" : found->second;
    });
  }
  return table;
}

TextTable answers_table(const Study& study) {
  const StudyData& data = study.data();
  TextTable table = empty_table<detail::AnswerRow>();
  const RowWriter writer(study);
  std::map<std::pair<std::int32_t, std::int32_t>, std::string> texts;
  for (const OpenAnswer& open : data.open_answers) texts[{open.respondent, open.question}] = open.text;
  const auto add = [&](std::int32_t respondent, std::int32_t question, std::string answer, std::string text) {
    const Respondent& who = data.respondents[static_cast<std::size_t>(respondent)];
    const QuestionId& id = study.questions()[static_cast<std::size_t>(question)].question->id;
    table.rows.push_back(
        writer.row(detail::AnswerRow{who.wave, who.id, who.party, id, std::move(answer), std::move(text)}));
  };
  StopPoints looked(1024);
  for (std::size_t i = 0; i < data.answers.code.size(); ++i) {
    looked();
    const std::int32_t respondent = data.answers.respondent[i], question = data.answers.question[i];
    const QuestionRef& ref = study.questions()[static_cast<std::size_t>(question)];
    std::string text;
    if (const auto found = texts.find({respondent, question}); found != texts.end() && ref.scale != nullptr) {
      text = found->second;
      texts.erase(found);
    }
    add(respondent, question, answer_text(ref.scale, data.answers.code[i]), std::move(text));
  }
  for (const OpenAnswer& open : data.open_answers) {
    const auto found = texts.find({open.respondent, open.question});
    if (found == texts.end()) continue;
    const bool rated = study.questions()[static_cast<std::size_t>(open.question)].scale != nullptr;
    add(open.respondent, open.question, "", found->second);
    if (!rated) continue;
    texts.erase(found);
  }
  return table;
}

TextTable goals_table(const Study& study) {
  const std::vector<Goal>& goals = study.data().goals;
  TextTable table = table_with(study, goals);
  for (const Wave& wave : study.waves()) {
    add_column(table, goals, wave.id.str(), [&wave](const Goal& goal) {
      const auto found = goal.values.find(wave.id.str());
      return found == goal.values.end() ? "" : detail::text_of(found->second);
    });
  }
  return table;
}

}  // namespace

std::vector<TextTable> study_to_tables(const Study& study) {
  return {parties_table(study), answers_table(study), table_with(study, study.data().ties),
          table_with(study, study.data().assessments), goals_table(study)};
}

std::string study_header_json(const Study& study) {
  return detail::study_header(study.data()).dump(2) + "\n";
}

std::string study_to_json(const Study& study) {
  detail::OrderedJson document = detail::study_header(study.data());
  for (const TextTable& table : study_to_tables(study)) {
    std::set<std::string> required;
    for (const StudyTable& known : study_tables()) {
      for (const TableField& field : known.fields) {
        if (known.name == table.name && field.required) required.insert(field.name);
      }
    }
    auto& array = document[table.name] = detail::OrderedJson::array();
    StopPoints looked(1024);
    for (const auto& row : table.rows) {
      looked();
      detail::OrderedJson record = detail::OrderedJson::object();
      for (std::size_t i = 0; i < row.size(); ++i) {
        // Columns that must be there stay there, even when every cell is empty.
        if (required.contains(table.columns[i]) || !row[i].empty()) record[table.columns[i]] = row[i];
      }
      array.push_back(std::move(record));
    }
  }
  return document.dump(1) + "\n";
}

}  // namespace houvast
