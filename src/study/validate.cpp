#include <algorithm>
#include <chrono>
#include <cmath>
#include <map>
#include <set>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "houvast/base/choice.hpp"
#include "houvast/base/numbering.hpp"
#include "houvast/base/stop.hpp"
#include "houvast/instrument/catalogue.hpp"
#include "houvast/study.hpp"
#include "text/number_text.hpp"

namespace houvast {
namespace {

bool is_date(const std::string& text) {
  if (text.size() != 10 || text[0] == '-' || text[4] != '-' || text[7] != '-') return false;
  const auto part = [&text](std::size_t from, std::size_t size) {
    return detail::parsed_whole(std::string_view(text).substr(from, size));
  };
  const auto year = part(0, 4), month = part(5, 2), day = part(8, 2);
  if (!year || !month || !day) return false;
  return (std::chrono::year(static_cast<int>(*year)) / std::chrono::month(static_cast<unsigned>(*month)) /
          std::chrono::day(static_cast<unsigned>(*day)))
      .ok();
}

class Validator {
 public:
  explicit Validator(const StudyData& data) : data_(data) {}

  std::vector<Issue> run() {
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
    return std::move(issues_);
  }

 private:
  void add(std::string code, Claim subject, Found value, Claim expected, Where where, std::string column = "",
           std::string near = "") {
    if (!column.empty()) {
      if (where.pointer.empty()) {
        where.column = std::move(column);
      } else {
        where.pointer += "/" + column;
      }
    }
    issues_.push_back({std::move(code), std::move(subject), std::move(value), std::move(expected), std::move(where),
                       std::move(near)});
  }

  Where in_study(std::string pointer) const { return {data_.file, std::nullopt, "", std::move(pointer)}; }

  // A usable id: not empty, and free of the separators that tables use.
  void check_id(const std::string& id, Claim what, const Where& where, const char* column) {
    if (id.empty() || id.find_first_of(";{}\t\r\n") != std::string::npos) {
      add("HV-208", std::move(what), id, {"problem.expected.usable_id"}, where, column);
    }
  }

  void instruments() {
    std::set<std::string> ids;
    for (std::size_t i = 0; i < data_.instruments.size(); ++i) {
      const Instrument& instrument = data_.instruments[i];
      const Where where = in_study("/instruments/" + std::to_string(i));
      if (!ids.insert(instrument.id().str()).second) {
        add("HV-201", {"problem.subject.instrument"}, instrument.id().str(), {"problem.expected.instrument_once"},
            where);
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

  void waves() {
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

  void relations() {
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

  void must_be_wave(const WaveId& id, const Where& where, const std::string& column) {
    if (!waves_.contains(id.str())) {
      add("HV-202", {"problem.subject.wave"}, id.str(), {"problem.expected.wave_of_study"}, where, column,
          nearest(id.str(), waves_));
    }
  }

  void must_be_party(const PartyId& id, const Where& where, const char* column) {
    if (party_index_.contains(id.str())) return;
    add("HV-202", {"problem.subject.party"}, id.str(), {"problem.expected.party_of_table"}, where, column,
        nearest_party(id.str()));
  }

  // Looked up for as many unknown ids as an error tells: each goes past all parties.
  std::string nearest_party(const std::string& id) {
    const auto looked_up = nearest_party_.find(id);
    if (looked_up != nearest_party_.end()) return looked_up->second;
    if (nearest_party_.size() >= kIssuesTold) return {};
    if (party_ids_.empty()) {
      for (const Party& party : data_.parties) party_ids_.push_back(party.id.str());
    }
    return nearest_party_.emplace(id, nearest(id, party_ids_)).first->second;
  }

  // A tie that leads out of its wave would be lost without a word.
  void must_take_part(const PartyId& id, const WaveId& wave, const Where& where, const char* column) {
    const auto found = party_index_.find(id.str());
    if (found == party_index_.end() || !waves_.contains(wave.str())) return;
    if (!data_.parties[found->second].takes_part_in(wave)) {
      add("HV-209", {"problem.subject.party"}, id.str(), {"problem.expected.taking_part", {{"wave", wave.str()}}},
          where, column);
    }
  }

  void must_be_term(const Vocabulary& vocabulary, const std::string& id, const Where& where, const char* column) {
    if (id.empty() || vocabulary.term(id) != nullptr) return;
    add("HV-207", {"problem.subject.in_column", {{"column", column}}}, id,
        {"problem.expected.word_of_profile", {{"list", vocabulary.name()}}}, where, column, vocabulary.nearest_to(id));
  }

  void must_be_form(const std::string& id, const Where& where) {
    std::vector<std::string> known;
    for (const FormOfCollaboration& form : forms_of_collaboration()) {
      for (const FormOfCollaboration::Variant& variant : form.variants) {
        if (variant.id == id) return;
        known.push_back(variant.id);
      }
    }
    add("HV-207", {"problem.subject.form_of_collaboration"}, id,
        {"problem.expected.between", {{"low", "F1.1"}, {"high", "F3.3"}}}, where, "forms", nearest(id, known));
  }

  // need/age/support level, each a word of the profile or *.
  void must_be_offer(const std::string& offer, const Where& where) {
    const Vocabulary* vocabularies[] = {&data_.profile.needs, &data_.profile.ages, &data_.profile.support_levels};
    if (std::count(offer.begin(), offer.end(), '/') != 2) {
      add("HV-207", {"problem.subject.offer"}, offer, {"problem.expected.offer"}, where, "offers");
      return;
    }
    std::size_t begin = 0;
    for (const Vocabulary* vocabulary : vocabularies) {
      const std::size_t end = std::min(offer.find('/', begin), offer.size());
      const std::string word = offer.substr(begin, end - begin);
      begin = end + 1;
      if (word == "*" || vocabulary->term(word) != nullptr) continue;
      add("HV-207", {"problem.subject.offer"}, offer,
          {"problem.expected.offer_of_profile", {{"list", vocabulary->name()}}}, where, "offers",
          vocabulary->nearest_to(word));
    }
  }

  void must_be_consent(const Party& party) {
    const auto& purposes = consent_purposes();
    for (const std::string& purpose : party.consent_for) {
      if (std::find(purposes.begin(), purposes.end(), purpose) != purposes.end()) continue;
      add("HV-207", {"problem.subject.consent_purpose"}, purpose,
          {"problem.expected.one_of", {{"choices", in_a_row(purposes)}}}, party.where, "consent_for",
          nearest(purpose, purposes));
    }
    if (!party.consent_on.empty() && !is_date(party.consent_on)) {
      add("HV-206", {"problem.subject.in_column", {{"column", "consent_on"}}}, party.consent_on,
          {"problem.expected.day"}, party.where, "consent_on");
    }
  }

  void parties() {
    StopPoints looked(1024);
    for (const Party& party : data_.parties) {
      looked();
      const Where& where = party.where;
      check_id(party.id.str(), {"problem.subject.party_id"}, where, "id");
      if (!party_index_.emplace(party.id.str(), party_index_.size()).second) {
        add("HV-201", {"problem.subject.party_id"}, party.id.str(), {"problem.expected.id_once"}, where, "id");
      }
      const auto& kinds = party_kinds();
      if (std::find(kinds.begin(), kinds.end(), party.kind) == kinds.end()) {
        add("HV-207", {"problem.subject.kind"}, party.kind, {"problem.expected.kind_of_party"}, where, "kind",
            nearest(party.kind, kinds));
      }
      must_be_term(data_.profile.domains, party.domain, where, "domain");
      must_be_term(data_.profile.sectors, party.sector, where, "sector");
      must_be_term(data_.profile.levels, party.level, where, "level");
      must_be_term(data_.profile.perspectives, party.perspective, where, "perspective");
      for (const std::string& role : party.roles) must_be_term(data_.profile.roles, role, where, "roles");
      must_be_consent(party);
      for (const std::string& form : party.forms) must_be_form(form, where);
      for (const std::string& offer : party.offers) must_be_offer(offer, where);
      for (const WaveId& wave : party.waves) must_be_wave(wave, where, "waves");
      if (party.asked < 0)
        add("HV-210", {"problem.subject.in_column", {{"column", "asked"}}}, std::to_string(party.asked),
            {"problem.expected.at_least", {{"low", 0}}}, where, "asked");
    }
    for (const Party& party : data_.parties) {  // what refers to other parties, now that all are known
      for (const PartyId& id : party.knows_motives_of) must_be_party(id, party.where, "knows_motives_of");
    }
    if (data_.parties.empty())
      add("HV-210", {"problem.subject.parties"}, "", {"problem.expected.one_party"},
          data_.one_file ? in_study("/parties") : Where{"parties.csv", std::nullopt, "", ""});
  }

  // What is known of a wave while its respondents pass.
  struct Heard {
    bool is_wave = false;
    std::unordered_map<std::size_t, std::int64_t> of_party;  // respondents, per index of their party
    Numbering ids;
    std::vector<std::string_view> seen;  // per number of `ids`

    [[nodiscard]] bool is_new(std::string_view id) {
      const auto same = [&](std::int32_t number) { return seen[static_cast<std::size_t>(number)] == id; };
      const auto number = static_cast<std::size_t>(ids.number(std::hash<std::string_view>{}(id), same));
      if (number < seen.size()) return false;
      seen.push_back(id);
      return true;
    }
  };

  // Only columns of the study's own: what the format has is decided by the library.
  void split_by() {
    std::set<std::string> own;
    for (const Party& party : data_.parties) {
      for (const auto& [name, value] : party.attributes) own.insert(name);
    }
    for (std::size_t i = 0; i < data_.split_by.size(); ++i) {
      const std::string& name = data_.split_by[i];
      if (own.count(name) == 0) {
        add("HV-202", {"problem.subject.split_by"}, name, {"problem.expected.own_column"},
            in_study("/split_by/" + std::to_string(i)), "", nearest(name, own));
      }
    }
  }

  void respondents() {
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

  void answers() {
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
    std::vector<bool> seen(static_cast<std::size_t>(questions * respondents));
    StopPoints looked(1024);
    for (std::int64_t i = 0; i < answers.size(); ++i) {
      looked();
      const auto index = static_cast<std::size_t>(i);
      const std::int32_t respondent = answers.respondent[index], question = answers.question[index];
      if (respondent < 0 || respondent >= respondents || question < 0 || question >= questions) {
        add("HV-202", {"problem.subject.answer"}, "", {"problem.expected.respondent_and_question"},
            answer_place(index));
        continue;
      }
      const auto who = static_cast<std::size_t>(respondent), what = static_cast<std::size_t>(question);
      const std::string& name = questions_[what]->id.str();
      if (const auto* asked = asked_of_respondent[who]; asked != nullptr && !(*asked)[what]) {
        add("HV-209", {"problem.subject.answer_to", {{"question", name}}}, "",
            {"problem.expected.asked_question", {{"wave", data_.respondents[who].wave.str()}}}, answer_place(index));
      }
      const std::size_t cell = who * static_cast<std::size_t>(questions) + what;
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

  Where answer_place(std::size_t index) const {
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

  void ties() {
    StopPoints looked(1024);
    for (const TieReport& tie : data_.ties) {
      looked();
      must_be_wave(tie.wave, tie.where, "wave");
      must_be_party(tie.reporter, tie.where, "reporter");
      must_be_party(tie.from, tie.where, "from");
      if (!tie.to.empty()) must_be_party(tie.to, tie.where, "to");
      if (tie.to == tie.from)
        add("HV-209", {"problem.subject.tie_of_party"}, tie.from.str(), {"problem.expected.other_party"}, tie.where,
            "to");
      const auto relation = relations_.find(tie.relation);
      if (relation == relations_.end()) {
        std::vector<std::string> known;
        for (const Relation& entry : data_.relations) known.push_back(entry.id);
        add("HV-202", {"problem.subject.relation"}, tie.relation, {"problem.expected.relation_of_study"}, tie.where,
            "relation", nearest(tie.relation, known));
      } else {
        must_fit(tie, *relation->second);
      }
    }
  }

  void must_fit(const TieReport& tie, const Relation& relation) {
    if (!(tie.strength >= 0 && tie.strength <= relation.max_strength)) {
      add("HV-210", {"problem.subject.in_column", {{"column", "strength"}}}, "",
          {"problem.expected.strength", {{"most", detail::text_of(relation.max_strength)}}}, tie.where, "strength");
    }
    if (!relation.complete && tie.reporter != tie.from && tie.reporter != tie.to) {
      add("HV-209", {"problem.subject.reporter"}, tie.reporter.str(), {"problem.expected.end_of_tie"}, tie.where,
          "reporter");
    }
    const auto [a, b] = relation.directed ? std::pair(tie.from.str(), tie.to.str()) : unordered(tie.from, tie.to);
    const std::string key = tie.wave.str() + '\n' + tie.relation + '\n' + tie.reporter.str() + '\n' + a + '\n' + b;
    if (!reported_.insert(key).second) {
      add("HV-201", {"problem.subject.report_of_party"}, tie.reporter.str(), {"problem.expected.report_once"},
          tie.where, "to");
    }
  }

  // Two parties without direction: (a, b) and (b, a) are the same.
  static std::pair<std::string, std::string> unordered(const PartyId& a, const PartyId& b) {
    return std::minmax(a.str(), b.str());
  }

  void assessments() {
    StopPoints looked(1024);
    for (const Assessment& assessment : data_.assessments) {
      looked();
      must_be_wave(assessment.wave, assessment.where, "wave");
      check_id(assessment.assessor.str(), {"problem.subject.assessor_id"}, assessment.where, "assessor");
      if (!assessment.assessor_party.empty()) {
        must_be_party(assessment.assessor_party, assessment.where, "assessor_party");
      }
      must_have_object(assessment);
      must_have_stage(assessment);
      must_be_only(assessment);
    }
  }

  // What is assessed: the whole, one party, or two.
  void must_have_object(const Assessment& assessment) {
    const PartyId &a = assessment.object_a, &b = assessment.object_b;
    const Where& where = assessment.where;
    if (!a.empty()) must_be_party(a, where, "object_a");
    if (!b.empty()) must_be_party(b, where, "object_b");
    if (!a.empty() && a == b) {
      add("HV-209", argument("object_b"), b.str(), {"problem.expected.two_parties"}, where, "object_b");
    }
    if (a.empty() && !b.empty()) {
      add("HV-209", argument("object_b"), b.str(), {"problem.expected.object_a_first"}, where, "object_b");
    }
  }

  void must_have_stage(const Assessment& assessment) {
    std::vector<std::string> dimensions;
    for (std::size_t i = 0; i < questions_.size(); ++i) {
      if (!stage_question_[i]) continue;
      if (questions_[i]->id == assessment.dimension) return must_be_stage(assessment, *scales_[i]);
      dimensions.push_back(questions_[i]->id.str());
    }
    add("HV-202", {"problem.subject.dimension"}, assessment.dimension.str(), {"problem.expected.dimension_of_study"},
        assessment.where, "dimension", nearest(assessment.dimension.str(), dimensions));
  }

  void must_be_stage(const Assessment& assessment, const Scale& scale) {
    if (assessment.code < kFirstState ? assessment.code < scale.categories() : assessment.code != 255) return;
    add("HV-204", {"problem.subject.stage_of", {{"dimension", assessment.dimension.str()}}}, "",
        {"problem.expected.stage_of_scale"}, assessment.where, "stage");
  }

  void must_be_only(const Assessment& assessment) {
    const auto [a, b] = assessment.object_b.empty() ? std::pair(assessment.object_a.str(), std::string())
                                                    : unordered(assessment.object_a, assessment.object_b);
    const std::string key = assessment.wave.str() + '\n' + assessment.assessor.str() + '\n' + a + '\n' + b + '\n' +
                            assessment.dimension.str();
    if (!assessed_.insert(key).second) {
      add("HV-201", {"problem.subject.assessment_by"}, assessment.assessor.str(), {"problem.expected.one_assessment"},
          assessment.where, "dimension");
    }
  }

  void goals() {
    std::set<std::string> seen;
    for (const Goal& goal : data_.goals) {
      check_id(goal.id, {"problem.subject.goal_id"}, goal.where, "id");
      if (!seen.insert(goal.id).second)
        add("HV-201", {"problem.subject.goal_id"}, goal.id, {"problem.expected.id_once"}, goal.where, "id");
      if (goal.kind != "goal" && goal.kind != "agreement") {
        add("HV-207", {"problem.subject.kind"}, goal.kind, {"problem.expected.goal_or_agreement"}, goal.where, "kind");
      }
      if (!goal.element.empty() && !elements_.contains(goal.element.str())) {
        add("HV-202", {"problem.subject.element"}, goal.element.str(), {"problem.expected.element_of_study"},
            goal.where, "element", nearest(goal.element.str(), elements_));
      }
      if (!goal.owner.empty()) must_be_party(goal.owner, goal.where, "owner");
      if (!goal.due.empty() && !is_date(goal.due)) {
        add("HV-206", {"problem.subject.date"}, goal.due, {"problem.expected.day"}, goal.where, "due");
      }
      for (const auto& [wave, value] : goal.values) must_be_wave(WaveId(wave), goal.where, "value:" + wave);
    }
  }

  const StudyData& data_;
  std::vector<Issue> issues_;
  std::vector<const Question*> questions_;
  std::vector<const Scale*> scales_;
  std::vector<bool> stage_question_;
  std::vector<std::set<std::string>> asked_of_;  // per question: the waves that asked it
  std::unordered_set<std::string> question_ids_;
  std::set<std::string> elements_;
  std::set<std::string> waves_;
  std::unordered_map<std::string, std::size_t> party_index_;
  std::vector<std::string> party_ids_;                // made when an unknown one is first met
  std::map<std::string, std::string> nearest_party_;  // of unknown ids
  std::unordered_map<std::string, const Relation*> relations_;
  std::set<std::string> reported_;  // ties, per wave, relation and reporter
  std::set<std::string> assessed_;  // objects, per wave, assessor and dimension
};

}  // namespace

std::vector<Issue> validate(const StudyData& data) {
  return Validator(data).run();
}

}  // namespace houvast
