#include <algorithm>
#include <cmath>
#include <map>

#include "houvast/io/study_io.hpp"
#include "io/answer_reader.hpp"
#include "io/record_table.hpp"
#include "io/study_header.hpp"

namespace houvast {
namespace {

using detail::RecordTable;

constexpr std::string_view kOwnPrefix = "x_";
constexpr std::string_view kValuePrefix = "value:";

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
    } else {
      issues_.push_back({"HV-110",
                         "table",
                         table.name,
                         "parties, answers, ties, assessments or goals",
                         {table.file, std::nullopt, "", ""}});
    }
  }

 private:
  // A vocabulary word by id or title; a word that is none is kept, and the study's validation reports it.
  static std::string term(const Vocabulary& vocabulary, const std::string& word) {
    return word.empty() ? word : vocabulary.find(word).value_or(word);
  }

  void parties(RecordTable& records) {
    const bool complete = records.check_columns(
        {"id"},
        {"name", "kind", "domain", "sector", "level", "organisation", "perspective", "roles", "mandates", "motives",
         "expertise", "knows_motives_of", "forms", "offers", "consent", "asked", "waves"},
        [](const std::string& name) { return name.starts_with(kOwnPrefix); });
    if (!complete) return;
    for (std::int64_t row = 0; row < records.size(); ++row) {
      Party party;
      party.where = records.where(row);
      party.id = PartyId(records.text(row, "id"));
      party.name = records.text(row, "name");
      if (party.name.empty()) party.name = party.id.str();
      if (const std::string kind = records.text(row, "kind"); !kind.empty()) party.kind = kind;
      party.domain = term(data_.profile.domains, records.text(row, "domain"));
      party.sector = term(data_.profile.sectors, records.text(row, "sector"));
      party.level = term(data_.profile.levels, records.text(row, "level"));
      party.organisation = records.text(row, "organisation");
      party.perspective = term(data_.profile.perspectives, records.text(row, "perspective"));
      for (const std::string& role : records.list(row, "roles")) party.roles.push_back(term(data_.profile.roles, role));
      for (const std::string& decision : records.list(row, "mandates")) {
        party.mandates.push_back(term(data_.profile.decisions, decision));
      }
      party.motives = records.list(row, "motives");
      for (const std::string& word : records.list(row, "expertise")) {
        party.expertise.push_back(term(data_.profile.expertise, word));
      }
      for (const std::string& id : records.list(row, "knows_motives_of")) party.knows_motives_of.emplace_back(id);
      party.forms = records.list(row, "forms");
      party.offers = records.list(row, "offers");
      party.consent = records.flag(row, "consent");
      if (const auto asked = records.number(row, "asked")) {
        if (*asked != std::floor(*asked) || std::abs(*asked) > 1e9) {
          records.problem("HV-108", "asked", "", "a whole number of people", row, "asked");
        } else {
          party.asked = static_cast<std::int64_t>(*asked);
        }
      }
      for (const std::string& wave : records.list(row, "waves")) party.waves.emplace_back(wave);
      for (const std::string& column : records.columns()) {
        if (!column.starts_with(kOwnPrefix)) continue;
        if (std::string value = records.text(row, column); !value.empty()) {
          party.attributes.emplace(column.substr(kOwnPrefix.size()), std::move(value));
        }
      }
      data_.parties.push_back(std::move(party));
    }
  }

  void ties(RecordTable& records) {
    const bool complete =
        records.check_columns({"from", "to", "relation"}, {"wave", "reporter", "strength", "P1", "P2", "P3", "P4"},
                              [](const std::string&) { return false; });
    if (!complete) return;
    for (std::int64_t row = 0; row < records.size(); ++row) {
      if (!records.is_whole(row)) continue;
      TieReport tie;
      tie.where = records.where(row);
      tie.wave = detail::wave_of(data_, records, row);
      tie.from = PartyId(records.text(row, "from"));
      tie.to = PartyId(records.text(row, "to"));
      const std::string reporter = records.text(row, "reporter");
      tie.reporter = reporter.empty() ? tie.from : PartyId(reporter);
      tie.relation = records.text(row, "relation");
      tie.strength = records.number(row, "strength").value_or(1.0);
      if (tie.to.empty()) tie.strength = 0;
      constexpr std::string_view kConditions[] = {"P1", "P2", "P3", "P4"};
      for (std::size_t i = 0; i < tie.conditions.size(); ++i) tie.conditions[i] = records.flag(row, kConditions[i]);
      data_.ties.push_back(std::move(tie));
    }
  }

  void assessments(RecordTable& records) {
    const bool complete = records.check_columns({"assessor", "dimension", "stage"},
                                                {"wave", "assessor_party", "object_a", "object_b", "evidence"},
                                                [](const std::string&) { return false; });
    if (!complete) return;
    for (std::int64_t row = 0; row < records.size(); ++row) {
      if (!records.is_whole(row)) continue;
      Assessment assessment;
      assessment.where = records.where(row);
      assessment.wave = detail::wave_of(data_, records, row);
      assessment.assessor = RespondentId(records.text(row, "assessor"));
      assessment.assessor_party = PartyId(records.text(row, "assessor_party"));
      assessment.object_a = PartyId(records.text(row, "object_a"));
      assessment.object_b = PartyId(records.text(row, "object_b"));
      assessment.dimension = QuestionId(records.text(row, "dimension"));
      assessment.evidence = records.raw(row, "evidence");
      const auto found = questions_.index.find(assessment.dimension.str());
      if (found != questions_.index.end() && questions_.at(found->second).scale != nullptr) {
        assessment.code = detail::code_of_cell(records, row, "stage", questions_.at(found->second));
        if (assessment.code == detail::kInvalid) continue;
      }
      data_.assessments.push_back(std::move(assessment));
    }
  }

  void goals(RecordTable& records) {
    const bool complete =
        records.check_columns({"id", "title"}, {"kind", "element", "owner", "indicator", "target", "due", "secured"},
                              [](const std::string& name) { return name.starts_with(kValuePrefix); });
    if (!complete) return;
    for (std::int64_t row = 0; row < records.size(); ++row) {
      if (!records.is_whole(row)) continue;
      Goal goal;
      goal.where = records.where(row);
      goal.id = records.text(row, "id");
      if (const std::string kind = records.text(row, "kind"); !kind.empty()) goal.kind = kind;
      goal.element = ElementId(records.text(row, "element"));
      goal.title = records.text(row, "title");
      goal.owner = PartyId(records.text(row, "owner"));
      goal.indicator = records.text(row, "indicator");
      goal.target = records.number(row, "target");
      goal.due = records.text(row, "due");
      goal.secured = records.flag(row, "secured").value_or(false);
      for (const std::string& column : records.columns()) {
        if (!column.starts_with(kValuePrefix)) continue;
        if (const auto value = records.number(row, column))
          goal.values.emplace(column.substr(kValuePrefix.size()), *value);
      }
      data_.goals.push_back(std::move(goal));
    }
  }

  StudyData& data_;
  std::vector<Issue>& issues_;
  detail::QuestionLookup questions_;
};

// An array of records as a table of texts.
TextTable table_of(const detail::JsonCursor& array, const std::string& name, const std::string& file) {
  TextTable table{name, file, {}, {}, {}};
  std::map<std::string, std::size_t> index;
  for (const detail::JsonCursor& record : array.items()) {
    std::vector<std::string> cells(table.columns.size());
    for (const auto& [key, value] : record.members()) {
      const auto [entry, is_new] = index.try_emplace(key, table.columns.size());
      if (is_new) {
        table.columns.push_back(key);
        cells.emplace_back();
      }
      const detail::Json& node = *value.node();
      std::string& cell = cells[entry->second];
      if (node.is_string()) {
        cell = node.get<std::string>();
      } else if (node.is_boolean()) {
        cell = node.get<bool>() ? "yes" : "no";
      } else if (node.is_number()) {
        cell = node.dump();
      } else if (node.is_array()) {
        for (const std::string& part : value.strings()) cell += (cell.empty() ? "" : ";") + part;
      } else if (!node.is_null()) {
        value.problem("HV-108", "value", "", "a text, number, true, false, null or a list of texts");
      }
    }
    table.rows.push_back(std::move(cells));
  }
  for (auto& row : table.rows) row.resize(table.columns.size());
  return table;
}

constexpr const char* kTables[] = {"parties", "answers", "ties", "assessments", "goals"};

Study finish(StudyData data, std::vector<Issue> issues) {
  if (issues.empty()) return Study(std::move(data));
  std::vector<Issue> further = validate(data);
  issues.insert(issues.end(), further.begin(), further.end());
  throw ValidationError(std::move(issues));
}

}  // namespace

Study study_from_columns(std::string_view study_json, const std::vector<ColumnTable>& tables, std::string_view file) {
  const detail::Json document = detail::parse_json(study_json, file);
  detail::JsonProblems problems{std::string(file), {}};
  StudyData data;
  data.file = std::string(file);
  detail::read_study_header(detail::JsonCursor(document, problems), data, problems, false);
  TableReader reader(data, problems.issues);
  for (const char* name : kTables) {
    for (const ColumnTable& table : tables) {
      if (table.name == name) reader.read(table, "");
    }
  }
  return finish(std::move(data), std::move(problems.issues));
}

Study study_from_tables(std::string_view study_json, const std::vector<TextTable>& tables, std::string_view file) {
  std::vector<ColumnTable> columns;
  for (const TextTable& table : tables) columns.push_back(columns_from_texts(table));
  return study_from_columns(study_json, columns, file);
}

Study study_from_json(std::string_view json, std::string_view file) {
  const detail::Json document = detail::parse_json(json, file);
  detail::JsonProblems problems{std::string(file), {}};
  StudyData data;
  data.file = std::string(file);
  data.one_file = true;
  const detail::JsonCursor root(document, problems);
  detail::read_study_header(root, data, problems, true);
  TableReader reader(data, problems.issues);
  for (const char* name : kTables) {
    if (const auto array = root.maybe(name)) {
      const TextTable table = table_of(*array, name, std::string(file));
      reader.read(columns_from_texts(table), array->pointer());
    }
  }
  return finish(std::move(data), std::move(problems.issues));
}

}  // namespace houvast
