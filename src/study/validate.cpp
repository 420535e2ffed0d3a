#include <algorithm>
#include <chrono>
#include <cmath>
#include <set>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "houvast/base/numbering.hpp"
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

std::string suggestion(const std::string& value, const std::vector<std::string>& known, const std::string& what) {
  const std::string near = nearest(value, known);
  return near.empty() ? what : what + " ('" + near + "' perhaps)";
}

class Validator {
 public:
  explicit Validator(const StudyData& data) : data_(data) {}

  std::vector<Issue> run() {
    instruments();
    waves();
    relations();
    parties();
    respondents();
    answers();
    ties();
    assessments();
    goals();
    return std::move(issues_);
  }

 private:
  void add(std::string code, std::string subject, std::string value, std::string expected, Where where,
           std::string column = "") {
    if (!column.empty()) {
      if (where.pointer.empty()) {
        where.column = std::move(column);
      } else {
        where.pointer += "/" + column;
      }
    }
    issues_.push_back({std::move(code), std::move(subject), std::move(value), std::move(expected), std::move(where)});
  }

  Where in_study(std::string pointer) const { return {data_.file, std::nullopt, "", std::move(pointer)}; }

  // A usable id: not empty, and free of the separators that tables use.
  void check_id(const std::string& id, const char* what, const Where& where, const char* column) {
    if (id.empty() || id.find_first_of(";{}\t\r\n") != std::string::npos) {
      add("HV-208", std::string(what) + " id", id, "a text that is not empty, without ; { } and line breaks", where,
          column);
    }
  }

  void instruments() {
    std::set<std::string> ids;
    for (std::size_t i = 0; i < data_.instruments.size(); ++i) {
      const Instrument& instrument = data_.instruments[i];
      const Where where = in_study("/instruments/" + std::to_string(i));
      if (!ids.insert(instrument.id().str()).second) {
        add("HV-201", "instrument", instrument.id().str(), "each instrument once", where);
      }
      for (const Question& question : instrument.questions()) {
        if (!question_ids_.insert(question.id.str()).second) {
          add("HV-201", "question id", question.id.str(), "an id that no other instrument of the study uses", where);
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
      check_id(wave.id.str(), "wave", where, "id");
      if (!waves_.insert(wave.id.str()).second) add("HV-201", "wave id", wave.id.str(), "each id once", where, "id");
      if (!wave.date.empty() && !is_date(wave.date)) {
        add("HV-206", "date", wave.date, "a day that exists, as yyyy-mm-dd", where, "date");
      }
      if (i > 0 && is_date(wave.date) && is_date(data_.waves[i - 1].date) && wave.date <= data_.waves[i - 1].date) {
        add("HV-206", "date", wave.date, "a day after the wave before it", where, "date");
      }
      for (const InstrumentId& id : wave.instruments) {
        const bool known = std::any_of(data_.instruments.begin(), data_.instruments.end(),
                                       [&](const Instrument& instrument) { return instrument.id() == id; });
        if (!known) add("HV-202", "instrument", id.str(), "an instrument of the study", where, "instruments");
      }
    }
    if (data_.waves.empty()) add("HV-210", "waves", "", "at least one wave", in_study("/waves"));
  }

  void relations() {
    for (std::size_t i = 0; i < data_.relations.size(); ++i) {
      const Relation& relation = data_.relations[i];
      const Where where = in_study("/relations/" + std::to_string(i));
      check_id(relation.id, "relation", where, "id");
      if (!relations_.emplace(relation.id, &relation).second) {
        add("HV-201", "relation id", relation.id, "each id once", where, "id");
      }
      if (!(relation.max_strength > 0) || !std::isfinite(relation.max_strength)) {
        add("HV-210", "max_strength", "", "a number above 0", where, "max_strength");
      }
    }
  }

  void must_be_wave(const WaveId& id, const Where& where, const std::string& column) {
    if (!waves_.contains(id.str())) {
      add("HV-202", "wave", id.str(), suggestion(id.str(), {waves_.begin(), waves_.end()}, "a wave of study.json"),
          where, column);
    }
  }

  void must_be_party(const PartyId& id, const Where& where, const char* column) {
    if (party_index_.contains(id.str())) return;
    std::vector<std::string> known;
    known.reserve(data_.parties.size());
    for (const Party& party : data_.parties) known.push_back(party.id.str());
    add("HV-202", "party", id.str(), suggestion(id.str(), known, "an id of the parties table"), where, column);
  }

  // A tie that leads out of its wave would be lost without a word.
  void must_take_part(const PartyId& id, const WaveId& wave, const Where& where, const char* column) {
    const auto found = party_index_.find(id.str());
    if (found == party_index_.end() || !waves_.contains(wave.str())) return;
    if (!data_.parties[found->second].takes_part_in(wave)) {
      add("HV-209", "party", id.str(), "to take part in wave " + wave.str() + " (column waves)", where, column);
    }
  }

  void must_be_term(const Vocabulary& vocabulary, const std::string& id, const Where& where, const char* column) {
    if (id.empty() || vocabulary.term(id) != nullptr) return;
    const std::string near = vocabulary.nearest_to(id);
    add("HV-207", column, id,
        near.empty() ? "a word of the profile's " + vocabulary.name()
                     : "a word of the profile's " + vocabulary.name() + " ('" + near + "' perhaps)",
        where, column);
  }

  void must_be_form(const std::string& id, const Where& where) {
    std::vector<std::string> known;
    for (const FormOfCollaboration& form : forms_of_collaboration()) {
      for (const FormOfCollaboration::Variant& variant : form.variants) {
        if (variant.id == id) return;
        known.push_back(variant.id);
      }
    }
    add("HV-207", "form of collaboration", id, suggestion(id, known, "F1.1 to F3.3"), where, "forms");
  }

  // need/age/support level, each a word of the profile or *.
  void must_be_offer(const std::string& offer, const Where& where) {
    const Vocabulary* vocabularies[] = {&data_.profile.needs, &data_.profile.ages, &data_.profile.support_levels};
    if (std::count(offer.begin(), offer.end(), '/') != 2) {
      add("HV-207", "offer", offer, "need/age/support level", where, "offers");
      return;
    }
    std::size_t begin = 0;
    for (const Vocabulary* vocabulary : vocabularies) {
      const std::size_t end = std::min(offer.find('/', begin), offer.size());
      const std::string word = offer.substr(begin, end - begin);
      begin = end + 1;
      if (word == "*" || vocabulary->term(word) != nullptr) continue;
      const std::string near = vocabulary->nearest_to(word);
      add("HV-207", "offer", offer,
          "need/age/support level, each * or a word of the profile's " + vocabulary->name() +
              (near.empty() ? "" : " ('" + near + "' perhaps)"),
          where, "offers");
    }
  }

  void parties() {
    for (const Party& party : data_.parties) {
      const Where& where = party.where;
      check_id(party.id.str(), "party", where, "id");
      if (!party_index_.emplace(party.id.str(), party_index_.size()).second) {
        add("HV-201", "party id", party.id.str(), "each id once", where, "id");
      }
      const auto& kinds = party_kinds();
      if (std::find(kinds.begin(), kinds.end(), party.kind) == kinds.end()) {
        add("HV-207", "kind", party.kind,
            suggestion(party.kind, kinds, "person, discipline, government, organisation or group"), where, "kind");
      }
      must_be_term(data_.profile.domains, party.domain, where, "domain");
      must_be_term(data_.profile.sectors, party.sector, where, "sector");
      must_be_term(data_.profile.levels, party.level, where, "level");
      must_be_term(data_.profile.perspectives, party.perspective, where, "perspective");
      for (const std::string& role : party.roles) must_be_term(data_.profile.roles, role, where, "roles");
      for (const std::string& form : party.forms) must_be_form(form, where);
      for (const std::string& offer : party.offers) must_be_offer(offer, where);
      for (const WaveId& wave : party.waves) must_be_wave(wave, where, "waves");
      if (party.asked < 0) add("HV-210", "asked", std::to_string(party.asked), "0 or more", where, "asked");
    }
    for (const Party& party : data_.parties) {  // what refers to other parties, now that all are known
      for (const PartyId& id : party.knows_motives_of) must_be_party(id, party.where, "knows_motives_of");
    }
    if (data_.parties.empty())
      add("HV-210", "parties", "", "at least one party",
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

  void respondents() {
    std::map<std::string, Heard> heard;
    std::pair<const std::string, Heard>* in = nullptr;
    for (const Respondent& respondent : data_.respondents) {
      check_id(respondent.id.str(), "respondent", respondent.where, "respondent");
      if (in == nullptr || in->first != respondent.wave.str()) {
        in = &*heard.try_emplace(respondent.wave.str(), Heard{}).first;
        in->second.is_wave = waves_.contains(respondent.wave.str());
      }
      if (!in->second.is_wave) must_be_wave(respondent.wave, respondent.where, "wave");
      const auto party = party_index_.find(respondent.party.str());
      const bool is_party = party != party_index_.end();
      if (!is_party) must_be_party(respondent.party, respondent.where, "party");
      if (!in->second.is_new(respondent.id.str())) {
        add("HV-209", "respondent", respondent.id.str(), "one party per respondent and wave", respondent.where,
            "party");
        continue;
      }
      if (!is_party) continue;
      const Party& of = data_.parties[party->second];
      if (!of.takes_part_in(respondent.wave)) {
        add("HV-209", "party", of.id.str(), "to take part in wave " + respondent.wave.str() + " (column waves)",
            respondent.where, "party");
      }
      const std::int64_t answered = ++in->second.of_party[party->second];
      if (answered == of.asked + 1) {
        add("HV-209", "respondents of party", of.id.str(),
            "no more respondents than the " + std::to_string(of.asked) + " that were asked (column asked)",
            respondent.where, "party");
      }
    }
  }

  void answers() {
    const AnswerColumns& answers = data_.answers;
    const std::int64_t questions = static_cast<std::int64_t>(questions_.size());
    const std::int64_t respondents = static_cast<std::int64_t>(data_.respondents.size());
    if (answers.respondent.size() != answers.code.size() || answers.question.size() != answers.code.size()) {
      add("HV-301", "answer columns", "", "columns of one length", {answers.file, std::nullopt, "", ""});
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
    for (std::int64_t i = 0; i < answers.size(); ++i) {
      const auto index = static_cast<std::size_t>(i);
      const std::int32_t respondent = answers.respondent[index], question = answers.question[index];
      if (respondent < 0 || respondent >= respondents || question < 0 || question >= questions) {
        add("HV-202", "answer", "", "a respondent and a question of the study", answer_place(index));
        continue;
      }
      const auto who = static_cast<std::size_t>(respondent), what = static_cast<std::size_t>(question);
      const std::string& name = questions_[what]->id.str();
      if (const auto* asked = asked_of_respondent[who]; asked != nullptr && !(*asked)[what]) {
        add("HV-209", "answer to " + name, "",
            "a question of an instrument that wave " + data_.respondents[who].wave.str() + " asked (study.json, waves)",
            answer_place(index));
      }
      const std::size_t cell = who * static_cast<std::size_t>(questions) + what;
      if (seen[cell]) {
        add("HV-203", "answer of respondent", data_.respondents[who].id.str(),
            "one answer per respondent, question (" + name + ") and wave", answer_place(index));
      }
      seen[cell] = true;
      const Scale* scale = scales_[what];
      const AnswerCode code = answers.code[index];
      const bool is_value = code < kFirstState;
      if (code == 255 || (is_value && (scale == nullptr || code >= scale->categories()))) {
        const std::string range =
            scale == nullptr ? "no value: the question is open"
                             : "a value from " + std::to_string(scale->min()) + " to " + std::to_string(scale->max());
        add("HV-204", "answer to " + name, "", range, answer_place(index));
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
    std::set<std::string> seen;
    for (const TieReport& tie : data_.ties) {
      must_be_wave(tie.wave, tie.where, "wave");
      must_be_party(tie.reporter, tie.where, "reporter");
      must_be_party(tie.from, tie.where, "from");
      if (!tie.to.empty()) must_be_party(tie.to, tie.where, "to");
      if (tie.to == tie.from)
        add("HV-209", "tie of party", tie.from.str(), "another party at the other end", tie.where, "to");
      const auto relation = relations_.find(tie.relation);
      if (relation == relations_.end()) {
        std::vector<std::string> known;
        for (const Relation& entry : data_.relations) known.push_back(entry.id);
        add("HV-202", "relation", tie.relation, suggestion(tie.relation, known, "a relation of study.json"), tie.where,
            "relation");
      } else {
        const Relation& of = *relation->second;
        if (!(tie.strength >= 0 && tie.strength <= of.max_strength)) {
          add("HV-210", "strength", "", "a number from 0 (no tie) to " + detail::text_of(of.max_strength), tie.where,
              "strength");
        }
        if (!of.complete && tie.reporter != tie.from && tie.reporter != tie.to) {
          add("HV-209", "reporter", tie.reporter.str(), "one of the two ends of the tie", tie.where, "reporter");
        }
        std::string a = tie.from.str(), b = tie.to.str();
        if (!of.directed && b < a) std::swap(a, b);
        const std::string key = tie.wave.str() + '\n' + tie.relation + '\n' + tie.reporter.str() + '\n' + a + '\n' + b;
        if (!seen.insert(key).second) {
          add("HV-201", "tie report of party", tie.reporter.str(), "each tie once per reporter, relation and wave",
              tie.where, "to");
        }
      }
    }
  }

  void assessments() {
    std::set<std::string> seen;
    for (const Assessment& assessment : data_.assessments) {
      const Where& where = assessment.where;
      must_be_wave(assessment.wave, where, "wave");
      check_id(assessment.assessor.str(), "assessor", where, "assessor");
      if (!assessment.assessor_party.empty()) must_be_party(assessment.assessor_party, where, "assessor_party");
      if (!assessment.object_a.empty()) must_be_party(assessment.object_a, where, "object_a");
      if (!assessment.object_b.empty()) must_be_party(assessment.object_b, where, "object_b");
      if (!assessment.object_a.empty() && assessment.object_a == assessment.object_b) {
        add("HV-209", "object_b", assessment.object_b.str(), "two different parties for a pair", where, "object_b");
      }
      if (assessment.object_a.empty() && !assessment.object_b.empty()) {
        add("HV-209", "object_b", assessment.object_b.str(), "object_a to be filled first", where, "object_b");
      }
      std::size_t question = 0;
      while (question < questions_.size() && questions_[question]->id != assessment.dimension) ++question;
      if (question == questions_.size() || !stage_question_[question]) {
        std::vector<std::string> known;
        for (std::size_t i = 0; i < questions_.size(); ++i) {
          if (stage_question_[i]) known.push_back(questions_[i]->id.str());
        }
        add("HV-202", "dimension", assessment.dimension.str(),
            suggestion(assessment.dimension.str(), known, "a dimension of a stage instrument of the study"), where,
            "dimension");
      } else if (assessment.code == 255 ||
                 (assessment.code < kFirstState && assessment.code >= scales_[question]->categories())) {
        add("HV-204", "stage of " + assessment.dimension.str(), "", "a stage of its scale", where, "stage");
      }
      // A pair has no direction: (a, b) and (b, a) are the same object.
      std::string a = assessment.object_a.str(), b = assessment.object_b.str();
      if (!b.empty() && b < a) std::swap(a, b);
      const std::string key = assessment.wave.str() + '\n' + assessment.assessor.str() + '\n' + a + '\n' + b + '\n' +
                              assessment.dimension.str();
      if (!seen.insert(key).second) {
        add("HV-201", "assessment by", assessment.assessor.str(), "one per assessor, object, dimension and wave", where,
            "dimension");
      }
    }
  }

  void goals() {
    std::set<std::string> seen;
    for (const Goal& goal : data_.goals) {
      check_id(goal.id, "goal", goal.where, "id");
      if (!seen.insert(goal.id).second) add("HV-201", "goal id", goal.id, "each id once", goal.where, "id");
      if (goal.kind != "goal" && goal.kind != "agreement") {
        add("HV-207", "kind", goal.kind, "goal or agreement", goal.where, "kind");
      }
      if (!goal.element.empty() && !elements_.contains(goal.element.str())) {
        add("HV-202", "element", goal.element.str(),
            suggestion(goal.element.str(), {elements_.begin(), elements_.end()},
                       "an element of the study's instruments"),
            goal.where, "element");
      }
      if (!goal.owner.empty()) must_be_party(goal.owner, goal.where, "owner");
      if (!goal.due.empty() && !is_date(goal.due)) {
        add("HV-206", "date", goal.due, "a day that exists, as yyyy-mm-dd", goal.where, "due");
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
  std::unordered_map<std::string, const Relation*> relations_;
};

}  // namespace

std::vector<Issue> validate(const StudyData& data) {
  return Validator(data).run();
}

}  // namespace houvast
