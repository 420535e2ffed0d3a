#include <set>

#include "houvast/io/study_io.hpp"
#include "io/record_table.hpp"
#include "io/study_header.hpp"
#include "text/number_text.hpp"

namespace houvast {
namespace {

std::string joined(const std::vector<std::string>& parts) {
  std::string text;
  for (const std::string& part : parts) text += (text.empty() ? "" : ";") + part;
  return text;
}

std::string flag_text(const std::optional<bool>& flag) {
  return !flag ? "" : *flag ? "yes" : "no";
}

TextTable parties_table(const StudyData& data) {
  std::set<std::string> own;
  for (const Party& party : data.parties) {
    for (const auto& [name, value] : party.attributes) own.insert(name);
  }
  TextTable table{
      "parties",
      "parties.csv",
      {"id", "name", "kind", "domain", "sector", "level", "organisation", "perspective", "roles", "mandates", "motives",
       "expertise", "knows_motives_of", "forms", "offers", "consent", "asked", "waves"},
      {},
      {}};
  for (const std::string& name : own) table.columns.push_back("x_" + name);
  for (const Party& party : data.parties) {
    std::vector<std::string> waves, known;
    for (const WaveId& wave : party.waves) waves.push_back(wave.str());
    for (const PartyId& id : party.knows_motives_of) known.push_back(id.str());
    std::vector<std::string> row = {party.id.str(),
                                    party.name,
                                    party.kind,
                                    party.domain,
                                    party.sector,
                                    party.level,
                                    party.organisation,
                                    party.perspective,
                                    joined(party.roles),
                                    joined(party.mandates),
                                    joined(party.motives),
                                    joined(party.expertise),
                                    joined(known),
                                    joined(party.forms),
                                    joined(party.offers),
                                    flag_text(party.consent),
                                    std::to_string(party.asked),
                                    joined(waves)};
    for (const std::string& name : own) {
      const auto found = party.attributes.find(name);
      row.push_back(found == party.attributes.end() ? "" : found->second);
    }
    table.rows.push_back(std::move(row));
  }
  return table;
}

TextTable answers_table(const Study& study) {
  const StudyData& data = study.data();
  TextTable table{"answers", "answers.csv", {"wave", "respondent", "party", "question", "answer", "text"}, {}, {}};
  std::map<std::pair<std::int32_t, std::int32_t>, std::string> texts;
  for (const OpenAnswer& open : data.open_answers) texts[{open.respondent, open.question}] = open.text;
  const auto add = [&](std::int32_t respondent, std::int32_t question, std::string answer, std::string text) {
    const Respondent& who = data.respondents[static_cast<std::size_t>(respondent)];
    table.rows.push_back({who.wave.str(), who.id.str(), who.party.str(),
                          study.questions()[static_cast<std::size_t>(question)].question->id.str(), std::move(answer),
                          std::move(text)});
  };
  for (std::size_t i = 0; i < data.answers.code.size(); ++i) {
    const std::int32_t respondent = data.answers.respondent[i], question = data.answers.question[i];
    const AnswerCode code = data.answers.code[i];
    const QuestionRef& ref = study.questions()[static_cast<std::size_t>(question)];
    std::string answer =
        code < kFirstState ? std::to_string(ref.scale->min() + code) : std::string(to_string(state_of(code)));
    std::string text;
    if (const auto found = texts.find({respondent, question}); found != texts.end() && ref.scale != nullptr) {
      text = found->second;
      texts.erase(found);
    }
    add(respondent, question, std::move(answer), std::move(text));
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

TextTable ties_table(const StudyData& data) {
  TextTable table{
      "ties", "ties.csv", {"wave", "reporter", "from", "to", "relation", "strength", "P1", "P2", "P3", "P4"}, {}, {}};
  for (const TieReport& tie : data.ties) {
    table.rows.push_back({tie.wave.str(), tie.reporter.str(), tie.from.str(), tie.to.str(), tie.relation,
                          detail::text_of(tie.strength), flag_text(tie.conditions[0]), flag_text(tie.conditions[1]),
                          flag_text(tie.conditions[2]), flag_text(tie.conditions[3])});
  }
  return table;
}

TextTable assessments_table(const Study& study) {
  TextTable table{"assessments",
                  "assessments.csv",
                  {"wave", "assessor", "assessor_party", "object_a", "object_b", "dimension", "stage", "evidence"},
                  {},
                  {}};
  for (const Assessment& each : study.data().assessments) {
    const Scale& scale = *study.questions()[static_cast<std::size_t>(*study.question_index(each.dimension))].scale;
    table.rows.push_back({each.wave.str(), each.assessor.str(), each.assessor_party.str(), each.object_a.str(),
                          each.object_b.str(), each.dimension.str(),
                          each.code < kFirstState ? std::to_string(scale.min() + each.code)
                                                  : std::string(to_string(state_of(each.code))),
                          each.evidence});
  }
  return table;
}

TextTable goals_table(const StudyData& data) {
  TextTable table{"goals",
                  "goals.csv",
                  {"id", "kind", "element", "title", "owner", "indicator", "target", "due", "secured"},
                  {},
                  {}};
  for (const Wave& wave : data.waves) table.columns.push_back("value:" + wave.id.str());
  for (const Goal& goal : data.goals) {
    std::vector<std::string> row = {goal.id,
                                    goal.kind,
                                    goal.element.str(),
                                    goal.title,
                                    goal.owner.str(),
                                    goal.indicator,
                                    goal.target ? detail::text_of(*goal.target) : "",
                                    goal.due,
                                    goal.secured ? "yes" : "no"};
    for (const Wave& wave : data.waves) {
      const auto found = goal.values.find(wave.id.str());
      row.push_back(found == goal.values.end() ? "" : detail::text_of(found->second));
    }
    table.rows.push_back(std::move(row));
  }
  return table;
}

}  // namespace

std::vector<TextTable> study_to_tables(const Study& study) {
  return {parties_table(study.data()), answers_table(study), ties_table(study.data()), assessments_table(study),
          goals_table(study.data())};
}

std::string study_header_json(const Study& study) {
  return detail::study_header(study.data()).dump(2) + "\n";
}

std::string study_to_json(const Study& study) {
  detail::OrderedJson document = detail::study_header(study.data());
  for (const TextTable& table : study_to_tables(study)) {
    auto& array = document[table.name] = detail::OrderedJson::array();
    for (const auto& row : table.rows) {
      detail::OrderedJson record = detail::OrderedJson::object();
      for (std::size_t i = 0; i < row.size(); ++i) {
        // Columns that must be there stay there, even when every cell is empty.
        const bool needed = table.columns[i] == "answer" || table.columns[i] == "to";
        if (needed || !row[i].empty()) record[table.columns[i]] = row[i];
      }
      array.push_back(std::move(record));
    }
  }
  return document.dump(1) + "\n";
}

}  // namespace houvast
