#include "io/study_reader.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <utility>

#include "houvast/base/fields.hpp"
#include "houvast/base/stop.hpp"
#include "houvast/io/study_io.hpp"
#include "io/answer_reader.hpp"
#include "io/record_table.hpp"
#include "io/study_header.hpp"
#include "study/record_fields.hpp"

namespace houvast::inline v0_1 {
namespace {

using detail::RecordTable;

using detail::RecordField;

// Reads the cells of one row into a record. An empty cell leaves what the record begins with.
class RowReader {
 public:
  RowReader(RecordTable& records, const StudyData& data, std::int64_t row)
      : records_(records), data_(data), row_(row) {}

  template <class Record>
  [[nodiscard]] Record record() {
    Record record;
    record.where = records_.where(row_);
    detail::for_each_field<Record>([&](const auto& field) { read(field, record.*field.member); });
    return record;
  }

  // Calls `keep(rest of the name, column)` for every further column of the table.
  template <class Record, class Keep>
  void further(Keep keep) const {
    const std::string_view prefix = detail::RecordFields<Record>::kPrefix;
    for (const std::string& column : records_.columns()) {
      if (column.starts_with(prefix)) keep(column.substr(prefix.size()), column);
    }
  }

 private:
  // A vocabulary word by id or title; a word that is none is kept, and the study's validation reports it.
  [[nodiscard]] std::string term(const detail::FieldRules& rules, std::string word) const {
    if (rules.words == nullptr || word.empty()) return word;
    return (data_.profile.*rules.words).find(word).value_or(word);
  }

  template <class Record>
  void read(const RecordField<Record, std::string>& field, std::string& value) const {
    std::string text =
        field.rules.as_written ? records_.raw(row_, field.name) : term(field.rules, records_.text(row_, field.name));
    if (!text.empty()) value = std::move(text);
  }
  template <class Record>
  void read(const RecordField<Record, WaveId>&, WaveId& value) const {
    value = detail::wave_of(data_, records_, row_);
  }
  template <class Record, class Tag>
  void read(const RecordField<Record, Id<Tag>>& field, Id<Tag>& value) const {
    value = Id<Tag>(records_.text(row_, field.name));
  }
  template <class Record>
  void read(const RecordField<Record, std::vector<std::string>>& field, std::vector<std::string>& value) const {
    for (const std::string& word : records_.list(row_, field.name)) value.push_back(term(field.rules, word));
  }
  template <class Record, class Tag>
  void read(const RecordField<Record, std::vector<Id<Tag>>>& field, std::vector<Id<Tag>>& value) const {
    for (const std::string& id : records_.list(row_, field.name)) value.emplace_back(id);
  }
  template <class Record>
  void read(const RecordField<Record, std::optional<bool>>& field, std::optional<bool>& value) {
    value = records_.flag(row_, field.name);
  }
  template <class Record>
  void read(const RecordField<Record, bool>& field, bool& value) {
    value = records_.flag(row_, field.name).value_or(value);
  }
  template <class Record>
  void read(const RecordField<Record, std::array<std::optional<bool>, 4>>& field,
            std::array<std::optional<bool>, 4>& value) {
    value[field.rules.at] = records_.flag(row_, field.name);
  }
  template <class Record>
  void read(const RecordField<Record, std::optional<double>>& field, std::optional<double>& value) {
    value = records_.number(row_, field.name);
  }
  template <class Record>
  void read(const RecordField<Record, double>& field, double& value) {
    value = records_.number(row_, field.name).value_or(value);
  }
  template <class Record>
  void read(const RecordField<Record, std::int64_t>& field, std::int64_t& value) {
    const std::optional<double> number = records_.number(row_, field.name);
    if (!number) return;
    if (*number != std::floor(*number) || std::abs(*number) > 1e9) {
      records_.problem("HV-108", {"problem.subject.in_column", {{"column", std::string(field.name)}}}, "",
                       {"problem.expected.whole_people"}, row_, field.name);
    } else {
      value = static_cast<std::int64_t>(*number);
    }
  }
  // A stage is read when its dimension is known.
  template <class Record>
  void read(const RecordField<Record, AnswerCode>&, AnswerCode&) const {}

  RecordTable& records_;
  const StudyData& data_;
  std::int64_t row_;
};

// Turns the tables' texts into typed records; what cannot be read is reported and left out.
class TableReader {
 public:
  TableReader(StudyData& data, std::vector<Issue>& issues)
      : data_(data), issues_(issues), questions_(data.instruments) {}

  void read(const ColumnTable& table, const std::string& pointer) {
    RecordTable records(table, pointer, issues_);
    if (table.name == "parties") {
      parties(records);
    } else if (table.name == "answers") {
      detail::AnswerReader(data_, questions_, issues_).read(records);
    } else if (table.name == "ties") {
      ties(records);
    } else if (table.name == "assessments") {
      assessments(records);
    } else if (table.name == "goals") {
      goals(records);
    } else if (table.name == "matrix") {
      matrix(records);
    } else {
      issues_.push_back(
          {"HV-110",
           {"problem.subject.table"},
           table.name,
           {"problem.expected.choices",
            {{"choices", Argument::List{"parties", "answers", "ties", "assessments", "goals", "matrix"}}}},
           {table.file, std::nullopt, "", ""}});
    }
  }

 private:
  template <class Record>
  [[nodiscard]] static bool check_columns(RecordTable& records) {
    const StudyTable& table = detail::table_of<Record>();
    return records.check_columns(table.fields, [&table](const std::string& name) {
      return !table.prefix.empty() && name.starts_with(table.prefix);
    });
  }

  void parties(RecordTable& records) {
    if (!check_columns<Party>(records)) return;
    StopPoints looked(1024);
    for (std::int64_t row = 0; row < records.size(); ++row) {
      looked();
      RowReader reader(records, data_, row);
      Party party = reader.record<Party>();
      if (party.name.empty()) party.name = party.id.str();
      reader.further<Party>([&](std::string name, const std::string& column) {
        std::string value = records.text(row, column);
        if (!value.empty()) party.attributes.emplace(std::move(name), std::move(value));
      });
      data_.parties.push_back(std::move(party));
    }
  }

  void ties(RecordTable& records) {
    if (!check_columns<TieReport>(records)) return;
    StopPoints looked(1024);
    for (std::int64_t row = 0; row < records.size(); ++row) {
      looked();
      if (!records.is_whole(row)) continue;
      TieReport tie = RowReader(records, data_, row).record<TieReport>();
      if (tie.reporter.empty()) tie.reporter = tie.from;
      if (tie.to.empty()) tie.strength = 0;
      data_.ties.push_back(std::move(tie));
    }
  }

  void assessments(RecordTable& records) {
    if (!check_columns<Assessment>(records)) return;
    StopPoints looked(1024);
    for (std::int64_t row = 0; row < records.size(); ++row) {
      looked();
      if (!records.is_whole(row)) continue;
      Assessment assessment = RowReader(records, data_, row).record<Assessment>();
      const auto found = questions_.index.find(assessment.dimension.str());
      if (found != questions_.index.end() && questions_.at(found->second).scale != nullptr) {
        assessment.code =
            detail::code_of_cell(records, row, detail::column_of(&Assessment::code), questions_.at(found->second));
        if (assessment.code == detail::kInvalid) continue;
      }
      data_.assessments.push_back(std::move(assessment));
    }
  }

  void goals(RecordTable& records) {
    if (!check_columns<Goal>(records)) return;
    StopPoints looked(1024);
    for (std::int64_t row = 0; row < records.size(); ++row) {
      looked();
      if (!records.is_whole(row)) continue;
      RowReader reader(records, data_, row);
      Goal goal = reader.record<Goal>();
      reader.further<Goal>([&](std::string wave, const std::string& column) {
        if (const auto value = records.number(row, column)) goal.values.emplace(std::move(wave), *value);
      });
      data_.goals.push_back(std::move(goal));
    }
  }

  // A cell in which nothing is written, as in an empty form, is no record.
  void matrix(RecordTable& records) {
    if (!check_columns<MatrixCell>(records)) return;
    StopPoints looked(1024);
    for (std::int64_t row = 0; row < records.size(); ++row) {
      looked();
      const std::string text = records.raw(row, detail::column_of(&MatrixCell::text));
      if (text.find_first_not_of(" \t\r\n") == std::string::npos || !records.is_whole(row)) continue;
      data_.matrix.push_back(RowReader(records, data_, row).record<MatrixCell>());
    }
  }

  StudyData& data_;
  std::vector<Issue>& issues_;
  detail::QuestionLookup questions_;
};

// A value of a record as the text of a cell: several things with a semicolon between them.
std::string text_of_cell(const detail::JsonCursor& value) {
  const detail::Json& node = *value.node();
  if (node.is_string()) return node.get<std::string>();
  if (node.is_boolean()) return node.get<bool>() ? "yes" : "no";
  if (node.is_number()) return node.dump();
  if (node.is_array()) return listed(value.strings());
  if (!node.is_null()) value.problem("HV-108", {"problem.subject.value"}, "", {"problem.expected.attribute_value"});
  return "";
}

// An array of records as a table of texts.
TextTable table_of(const detail::JsonCursor& array, const std::string& name, const std::string& file) {
  TextTable table{name, file, {}, {}, {}};
  std::map<std::string, std::size_t> index;
  StopPoints looked(1024);
  for (const detail::JsonCursor& record : array.items()) {
    looked();
    std::vector<std::string> cells(table.columns.size());
    for (const auto& [key, value] : record.members()) {
      const auto [entry, is_new] = index.try_emplace(key, table.columns.size());
      if (is_new) {
        table.columns.push_back(key);
        cells.emplace_back();
      }
      cells[entry->second] = text_of_cell(value);
    }
    table.rows.push_back(std::move(cells));
  }
  for (auto& row : table.rows) row.resize(table.columns.size());
  return table;
}

// The matrix goes by row and column, as the profile has them, however it was typed.
void put_in_order(StudyData& data) {
  const auto place = [](const Vocabulary& words, const std::string& id) {
    const auto& terms = words.terms();
    return std::find_if(terms.begin(), terms.end(), [&id](const Term& term) { return term.id == id; }) - terms.begin();
  };
  const auto key = [&](const MatrixCell& cell) {
    return std::pair(place(data.profile.support_levels, cell.support_level), place(data.profile.ages, cell.age));
  };
  std::stable_sort(data.matrix.begin(), data.matrix.end(),
                   [&key](const MatrixCell& a, const MatrixCell& b) { return key(a) < key(b); });
}

}  // namespace

Study detail::finished(StudyData data, std::vector<Issue> issues) {
  put_in_order(data);
  if (issues.empty()) return Study(std::move(data));
  std::vector<Issue> further = validate(data);
  issues.insert(issues.end(), further.begin(), further.end());
  throw ValidationError(std::move(issues));
}

Study study_from_columns(std::string_view study_json, const std::vector<ColumnTable>& tables, std::string_view file) {
  const detail::ParsedJson document = detail::parse_json(study_json, file);
  detail::JsonProblems problems{std::string(file), {}};
  StudyData data;
  data.file = std::string(file);
  detail::read_study_header(detail::JsonCursor(document, problems), data, problems, false);
  TableReader reader(data, problems.issues);
  for (const StudyTable& known : study_tables()) {
    for (const ColumnTable& table : tables) {
      if (table.name == known.name) reader.read(table, "");
    }
  }
  return detail::finished(std::move(data), std::move(problems.issues));
}

Study study_from_tables(std::string_view study_json, const std::vector<TextTable>& tables, std::string_view file) {
  std::vector<ColumnTable> columns;
  for (const TextTable& table : tables) columns.push_back(columns_from_texts(table));
  return study_from_columns(study_json, columns, file);
}

Study study_from_json(std::string_view json, std::string_view file) {
  const detail::ParsedJson document = detail::parse_json(json, file);
  detail::JsonProblems problems{std::string(file), {}};
  StudyData data;
  data.file = std::string(file);
  data.one_file = true;
  const detail::JsonCursor root(document, problems);
  detail::read_study_header(root, data, problems, true);
  TableReader reader(data, problems.issues);
  for (const StudyTable& known : study_tables()) {
    if (const auto array = root.maybe(known.name)) {
      const TextTable table = table_of(*array, known.name, std::string(file));
      reader.read(columns_from_texts(table), array->pointer());
    }
  }
  return detail::finished(std::move(data), std::move(problems.issues));
}

}  // namespace houvast::inline v0_1
