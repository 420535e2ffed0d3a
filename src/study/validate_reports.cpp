#include <algorithm>
#include <cmath>
#include <utility>

#include "houvast/base/choice.hpp"
#include "houvast/base/stop.hpp"
#include "study/record_fields.hpp"
#include "study/validator.hpp"
#include "text/number_text.hpp"

// What parties told: ties, assessments of stages, goals, and the prevention matrix.

namespace houvast::inline v0_1::detail {

void Validator::ties() {
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

void Validator::must_fit(const TieReport& tie, const Relation& relation) {
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
    add("HV-201", {"problem.subject.report_of_party"}, tie.reporter.str(), {"problem.expected.report_once"}, tie.where,
        "to");
  }
}

std::pair<std::string, std::string> Validator::unordered(const PartyId& a, const PartyId& b) {
  return std::minmax(a.str(), b.str());
}

void Validator::assessments() {
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

void Validator::must_have_object(const Assessment& assessment) {
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

void Validator::must_have_stage(const Assessment& assessment) {
  std::vector<std::string> dimensions;
  for (std::size_t i = 0; i < questions_.size(); ++i) {
    if (!stage_question_[i]) continue;
    if (questions_[i]->id == assessment.dimension) return must_be_stage(assessment, *scales_[i]);
    dimensions.push_back(questions_[i]->id.str());
  }
  add("HV-202", {"problem.subject.dimension"}, assessment.dimension.str(), {"problem.expected.dimension_of_study"},
      assessment.where, "dimension", nearest(assessment.dimension.str(), dimensions));
}

void Validator::must_be_stage(const Assessment& assessment, const Scale& scale) {
  if (assessment.code < kFirstState ? assessment.code < scale.categories() : assessment.code != 255) return;
  add("HV-204", {"problem.subject.stage_of", {{"dimension", assessment.dimension.str()}}}, "",
      {"problem.expected.stage_of_scale"}, assessment.where, "stage");
}

void Validator::must_be_only(const Assessment& assessment) {
  const auto [a, b] = assessment.object_b.empty() ? std::pair(assessment.object_a.str(), std::string())
                                                  : unordered(assessment.object_a, assessment.object_b);
  const std::string key = assessment.wave.str() + '\n' + assessment.assessor.str() + '\n' + a + '\n' + b + '\n' +
                          assessment.dimension.str();
  if (!assessed_.insert(key).second) {
    add("HV-201", {"problem.subject.assessment_by"}, assessment.assessor.str(), {"problem.expected.one_assessment"},
        assessment.where, "dimension");
  }
}

void Validator::goals() {
  std::set<std::string> seen;
  for (const Goal& goal : data_.goals) {
    check_id(goal.id, {"problem.subject.goal_id"}, goal.where, "id");
    if (!seen.insert(goal.id).second)
      add("HV-201", {"problem.subject.goal_id"}, goal.id, {"problem.expected.id_once"}, goal.where, "id");
    if (goal.kind != "goal" && goal.kind != "agreement") {
      add("HV-207", {"problem.subject.kind"}, goal.kind, {"problem.expected.goal_or_agreement"}, goal.where, "kind");
    }
    if (!goal.element.empty() && !elements_.contains(goal.element.str())) {
      add("HV-202", {"problem.subject.element"}, goal.element.str(), {"problem.expected.element_of_study"}, goal.where,
          "element", nearest(goal.element.str(), elements_));
    }
    if (!goal.owner.empty()) must_be_party(goal.owner, goal.where, "owner");
    if (!goal.due.empty() && !is_date(goal.due)) {
      add("HV-206", {"problem.subject.date"}, goal.due, {"problem.expected.day"}, goal.where, "due");
    }
    for (const auto& [wave, value] : goal.values) must_be_wave(WaveId(wave), goal.where, "value:" + wave);
  }
}

void Validator::matrix() {
  std::set<std::pair<std::string, std::string>> seen;
  for (const MatrixCell& cell : data_.matrix) {
    must_be_term(data_.profile.support_levels, cell.support_level, cell.where, column_of(&MatrixCell::support_level));
    must_be_term(data_.profile.ages, cell.age, cell.where, column_of(&MatrixCell::age));
    if (!seen.emplace(cell.support_level, cell.age).second) {
      add("HV-201", {"problem.subject.matrix_cell"}, cell.support_level + "/" + cell.age,
          {"problem.expected.matrix_cell_once"}, cell.where, column_of(&MatrixCell::age));
    }
  }
}

}  // namespace houvast::inline v0_1::detail
