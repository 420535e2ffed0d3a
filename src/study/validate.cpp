#include <algorithm>
#include <chrono>
#include <cmath>
#include <map>
#include <set>
#include <utility>

#include "base/index.hpp"
#include "houvast/base/choice.hpp"
#include "houvast/base/numbering.hpp"
#include "houvast/base/stop.hpp"
#include "houvast/instrument/catalogue.hpp"
#include "study/validator.hpp"
#include "text/number_text.hpp"

namespace houvast::inline v0_1::detail {

bool is_date(const std::string& text) {
  if (text.size() != 10 || text[0] == '-' || text[4] != '-' || text[7] != '-') return false;
  const auto part = [&text](std::size_t from, std::size_t size) {
    return parsed_whole(std::string_view(text).substr(from, size));
  };
  const auto year = part(0, 4), month = part(5, 2), day = part(8, 2);
  if (!year || !month || !day) return false;
  return (std::chrono::year(static_cast<int>(*year)) / std::chrono::month(static_cast<unsigned>(*month)) /
          std::chrono::day(static_cast<unsigned>(*day)))
      .ok();
}

namespace {

// What is known of a wave while its respondents pass.
struct Heard {
  bool is_wave = false;
  std::unordered_map<std::size_t, std::int64_t> of_party;  // respondents, per index of their party
  Numbering ids;
  std::vector<std::string_view> seen;  // per number of `ids`

  [[nodiscard]] bool is_new(std::string_view id) {
    const auto same = [&](std::int32_t number) { return at(seen, number) == id; };
    const auto number = as_size(ids.number(std::hash<std::string_view>{}(id), same));
    if (number < seen.size()) return false;
    seen.push_back(id);
    return true;
  }
};

}  // namespace

std::vector<Issue> Validator::run() {
  instruments();
  waves();
  relations();
  parties();
  split_by();
  respondents();
  answers();
  ties();
  assessments();
  goals();
  matrix();
  return std::move(issues_);
}

void Validator::add(std::string code, Claim subject, Found value, Claim expected, Where where, std::string column,
                    std::string near) {
  if (!column.empty()) {
    if (where.pointer.empty()) {
      where.column = std::move(column);
    } else {
      where.pointer += "/" + column;
    }
  }
  issues_.push_back(
      {std::move(code), std::move(subject), std::move(value), std::move(expected), std::move(where), std::move(near)});
}

Where Validator::in_study(std::string pointer) const {
  return {data_.file, std::nullopt, "", std::move(pointer)};
}

void Validator::check_id(const std::string& id, Claim what, const Where& where, const char* column) {
  if (id.empty() || id.find_first_of(";{}\t\r\n") != std::string::npos) {
    add("HV-208", std::move(what), id, {"problem.expected.usable_id"}, where, column);
  }
}

void Validator::instruments() {
  std::set<std::string> ids;
  for (std::size_t i = 0; i < data_.instruments.size(); ++i) {
    const Instrument& instrument = data_.instruments[i];
    const Where where = in_study("/instruments/" + std::to_string(i));
    if (!ids.insert(instrument.id().str()).second) {
      add("HV-201", {"problem.subject.instrument"}, instrument.id().str(), {"problem.expected.instrument_once"}, where);
    }
    for (const Question& question : instrument.questions()) {
      if (!question_ids_.insert(question.id.str()).second) {
        add("HV-201", {"problem.subject.question_id"}, question.id.str(), {"problem.expected.id_of_one_instrument"},
            where);
      }
      scales_.push_back(question.scale ? &instrument.scale(*question.scale) : nullptr);
      questions_.push_back(&question);
      stage_question_.push_back(instrument.kind() == InstrumentKind::kStages);
      std::set<std::string> asked;
      for (const Wave& wave : data_.waves) {
        const auto& list = wave.instruments;
        if (std::find(list.begin(), list.end(), instrument.id()) != list.end()) asked.insert(wave.id.str());
      }
      asked_of_.push_back(std::move(asked));
    }
    for (const Element& element : instrument.elements()) elements_.insert(element.id.str());
  }
}

void Validator::waves() {
  std::set<std::string> dates;
  for (std::size_t i = 0; i < data_.waves.size(); ++i) {
    const Wave& wave = data_.waves[i];
    const Where where = in_study("/waves/" + std::to_string(i));
    check_id(wave.id.str(), {"problem.subject.wave_id"}, where, "id");
    if (!waves_.insert(wave.id.str()).second)
      add("HV-201", {"problem.subject.wave_id"}, wave.id.str(), {"problem.expected.id_once"}, where, "id");
    if (!wave.date.empty() && !is_date(wave.date)) {
      add("HV-206", {"problem.subject.date"}, wave.date, {"problem.expected.day"}, where, "date");
    }
    if (i > 0 && is_date(wave.date) && is_date(data_.waves[i - 1].date) && wave.date <= data_.waves[i - 1].date) {
      add("HV-206", {"problem.subject.date"}, wave.date, {"problem.expected.later_day"}, where, "date");
    }
    for (const InstrumentId& id : wave.instruments) {
      const bool known = std::any_of(data_.instruments.begin(), data_.instruments.end(),
                                     [&](const Instrument& instrument) { return instrument.id() == id; });
      if (!known)
        add("HV-202", {"problem.subject.instrument"}, id.str(), {"problem.expected.instrument_of_study"}, where,
            "instruments");
    }
  }
  if (data_.waves.empty())
    add("HV-210", {"problem.subject.waves"}, "", {"problem.expected.one_wave"}, in_study("/waves"));
}

void Validator::relations() {
  for (std::size_t i = 0; i < data_.relations.size(); ++i) {
    const Relation& relation = data_.relations[i];
    const Where where = in_study("/relations/" + std::to_string(i));
    check_id(relation.id, {"problem.subject.relation_id"}, where, "id");
    if (!relations_.emplace(relation.id, &relation).second) {
      add("HV-201", {"problem.subject.relation_id"}, relation.id, {"problem.expected.id_once"}, where, "id");
    }
    if (!(relation.max_strength > 0) || !std::isfinite(relation.max_strength)) {
      add("HV-210", argument("max_strength"), "", {"problem.expected.above_0"}, where, "max_strength");
    }
  }
}

void Validator::must_be_wave(const WaveId& id, const Where& where, const std::string& column) {
  if (!waves_.contains(id.str())) {
    add("HV-202", {"problem.subject.wave"}, id.str(), {"problem.expected.wave_of_study"}, where, column,
        nearest(id.str(), waves_));
  }
}

void Validator::must_be_party(const PartyId& id, const Where& where, const char* column) {
  if (party_index_.contains(id.str())) return;
  add("HV-202", {"problem.subject.party"}, id.str(), {"problem.expected.party_of_table"}, where, column,
      nearest_party(id.str()));
}

std::string Validator::nearest_party(const std::string& id) {
  const auto looked_up = nearest_party_.find(id);
  if (looked_up != nearest_party_.end()) return looked_up->second;
  if (nearest_party_.size() >= kIssuesTold) return {};
  if (party_ids_.empty()) {
    for (const Party& party : data_.parties) party_ids_.push_back(party.id.str());
  }
  return nearest_party_.emplace(id, nearest(id, party_ids_)).first->second;
}

void Validator::must_take_part(const PartyId& id, const WaveId& wave, const Where& where, const char* column) {
  const auto found = party_index_.find(id.str());
  if (found == party_index_.end() || !waves_.contains(wave.str())) return;
  if (!data_.parties[found->second].takes_part_in(wave)) {
    add("HV-209", {"problem.subject.party"}, id.str(), {"problem.expected.taking_part", {{"wave", wave.str()}}}, where,
        column);
  }
}

void Validator::respondents() {
  std::map<std::string, Heard> heard;
  std::pair<const std::string, Heard>* in = nullptr;
  StopPoints looked(1024);
  for (const Respondent& respondent : data_.respondents) {
    looked();
    check_id(respondent.id.str(), {"problem.subject.respondent_id"}, respondent.where, "respondent");
    if (in == nullptr || in->first != respondent.wave.str()) {
      in = &*heard.try_emplace(respondent.wave.str(), Heard{}).first;
      in->second.is_wave = waves_.contains(respondent.wave.str());
    }
    if (!in->second.is_wave) must_be_wave(respondent.wave, respondent.where, "wave");
    const auto party = party_index_.find(respondent.party.str());
    const bool is_party = party != party_index_.end();
    if (!is_party) must_be_party(respondent.party, respondent.where, "party");
    if (!in->second.is_new(respondent.id.str())) {
      add("HV-209", {"problem.subject.respondent"}, respondent.id.str(), {"problem.expected.party_per_respondent"},
          respondent.where, "party");
      continue;
    }
    if (!is_party) continue;
    const Party& of = data_.parties[party->second];
    if (!of.takes_part_in(respondent.wave)) {
      add("HV-209", {"problem.subject.party"}, of.id.str(),
          {"problem.expected.taking_part", {{"wave", respondent.wave.str()}}}, respondent.where, "party");
    }
    const std::int64_t answered = ++in->second.of_party[party->second];
    if (answered == of.asked + 1) {
      add("HV-209", {"problem.subject.respondents_of_party"}, of.id.str(),
          {"problem.expected.no_more_than_asked", {{"asked", of.asked}}}, respondent.where, "party");
    }
  }
}

void Validator::answers() {
  const AnswerColumns& answers = data_.answers;
  const std::int64_t questions = static_cast<std::int64_t>(questions_.size());
  const std::int64_t respondents = static_cast<std::int64_t>(data_.respondents.size());
  if (answers.respondent.size() != answers.code.size() || answers.question.size() != answers.code.size()) {
    add("HV-301", {"problem.subject.answer_columns"}, "", {"problem.expected.one_length"},
        {answers.file, std::nullopt, "", ""});
    return;
  }
  // Per respondent whether its wave exists and, per question, whether that wave asked it: found once, not per answer.
  std::map<std::string, std::vector<bool>> asked_in;
  for (const Wave& wave : data_.waves) {
    auto& asked = asked_in[wave.id.str()];
    for (const auto& waves : asked_of_) asked.push_back(waves.contains(wave.id.str()));
  }
  std::vector<const std::vector<bool>*> asked_of_respondent;
  for (const Respondent& respondent : data_.respondents) {
    const auto found = asked_in.find(respondent.wave.str());
    asked_of_respondent.push_back(found == asked_in.end() ? nullptr : &found->second);
  }
  std::vector<bool> seen(as_size(questions * respondents));
  StopPoints looked(1024);
  for (std::int64_t i = 0; i < answers.size(); ++i) {
    looked();
    const auto index = as_size(i);
    const std::int32_t respondent = answers.respondent[index], question = answers.question[index];
    if (respondent < 0 || respondent >= respondents || question < 0 || question >= questions) {
      add("HV-202", {"problem.subject.answer"}, "", {"problem.expected.respondent_and_question"}, answer_place(index));
      continue;
    }
    const auto who = as_size(respondent), what = as_size(question);
    const std::string& name = questions_[what]->id.str();
    if (const auto* asked = asked_of_respondent[who]; asked != nullptr && !(*asked)[what]) {
      add("HV-209", {"problem.subject.answer_to", {{"question", name}}}, "",
          {"problem.expected.asked_question", {{"wave", data_.respondents[who].wave.str()}}}, answer_place(index));
    }
    const std::size_t cell = who * as_size(questions) + what;
    if (seen[cell]) {
      add("HV-203", {"problem.subject.answer_of_respondent"}, data_.respondents[who].id.str(),
          {"problem.expected.one_answer_per_wave", {{"question", name}}}, answer_place(index));
    }
    seen[cell] = true;
    const Scale* scale = scales_[what];
    const AnswerCode code = answers.code[index];
    const bool is_value = code < kFirstState;
    if (code == 255 || (is_value && (scale == nullptr || code >= scale->categories()))) {
      const Claim range =
          scale == nullptr ? Claim{"problem.expected.no_value"}
                           : Claim{"problem.expected.value_from_to", {{"low", scale->min()}, {"high", scale->max()}}};
      add("HV-204", {"problem.subject.answer_to", {{"question", name}}}, "", range, answer_place(index));
    }
  }
}

Where Validator::answer_place(std::size_t index) const {
  const AnswerColumns& answers = data_.answers;
  Where where{answers.file, std::nullopt, "", ""};
  if (answers.row.empty()) return where;
  if (answers.pointer.empty()) {
    where.row = answers.row[index];
  } else {
    where.pointer = answers.pointer + "/" + std::to_string(answers.row[index]);
  }
  return where;
}

}  // namespace houvast::inline v0_1::detail

namespace houvast::inline v0_1 {

std::vector<Issue> validate(const StudyData& data) {
  return detail::Validator(data).run();
}

}  // namespace houvast::inline v0_1
