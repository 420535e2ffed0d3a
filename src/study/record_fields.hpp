#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <tuple>
#include <type_traits>
#include <vector>

#include "houvast/study.hpp"
#include "houvast/study/tables.hpp"

// The columns of the study format beside the members of the records that they fill. A column that is added here is
// read, written, explained and offered in workbooks; `column_of` gives its name to whoever has to speak of it.
namespace houvast::inline v0_1::detail {

struct FieldRules {
  bool required = false;                 ///< the column has to be there
  const char* of = "";                   ///< TableField::of
  Vocabulary Profile::*words = nullptr;  ///< the vocabulary that `of` names: titles are read as ids
  bool as_written = false;               ///< keeps white space at the ends of a text
  std::size_t at = 0;                    ///< which part of a member that holds several
};

template <class Record, class Value>
struct RecordField {
  const char* name;
  const char* meaning;  ///< message
  Value Record::*member;
  FieldRules rules;
};

template <class Record, class Value>
[[nodiscard]] constexpr RecordField<Record, Value> field(const char* name, const char* meaning, Value Record::*member,
                                                         FieldRules rules = {}) {
  return {name, meaning, member, rules};
}

/// One row of the long answers table.
struct AnswerRow {
  WaveId wave;
  RespondentId respondent;
  PartyId party;
  QuestionId question;
  std::string answer;
  std::string text;
};

template <class Record>
struct RecordFields;

struct NoFurtherColumns {
  static constexpr const char* kPrefix = "";
  static constexpr const char* kFurther = "";
  static constexpr CellKind kFurtherKind = CellKind::kText;
};

template <>
struct RecordFields<Party> {
  static constexpr const char* kTable = "parties";
  static constexpr const char* kPrefix = "x_";
  static constexpr const char* kFurther = "column.own_column";
  static constexpr CellKind kFurtherKind = CellKind::kText;
  static constexpr auto kAll = std::tuple{
      field("id", "column.party_code", &Party::id, {.required = true}),
      field("name", "column.party_name", &Party::name),
      field("kind", "column.party_kind", &Party::kind, {.of = "party_kinds"}),
      field("domain", "column.party_domain", &Party::domain, {.of = "domains", .words = &Profile::domains}),
      field("sector", "column.party_sector", &Party::sector, {.of = "sectors", .words = &Profile::sectors}),
      field("level", "column.party_level", &Party::level, {.of = "levels", .words = &Profile::levels}),
      field("organisation", "column.party_organisation", &Party::organisation),
      field("perspective", "column.party_perspective", &Party::perspective,
            {.of = "perspectives", .words = &Profile::perspectives}),
      field("roles", "column.party_roles", &Party::roles, {.of = "roles", .words = &Profile::roles}),
      field("mandates", "column.party_mandates", &Party::mandates, {.of = "decisions", .words = &Profile::decisions}),
      field("motives", "column.party_motives", &Party::motives),
      field("expertise", "column.party_expertise", &Party::expertise,
            {.of = "expertise", .words = &Profile::expertise}),
      field("knows_motives_of", "column.knows_motives_of", &Party::knows_motives_of, {.of = "parties"}),
      field("forms", "column.party_forms", &Party::forms),
      field("offers", "column.party_offers", &Party::offers),
      field("consent", "column.party_consent", &Party::consent),
      field("consent_for", "column.party_consent_for", &Party::consent_for, {.of = "consent_purposes"}),
      field("consent_by", "column.party_consent_by", &Party::consent_by),
      field("consent_on", "column.party_consent_on", &Party::consent_on),
      field("asked", "column.party_people_asked", &Party::asked),
      field("waves", "column.party_waves", &Party::waves, {.of = "waves"}),
  };
};

template <>
struct RecordFields<AnswerRow> : NoFurtherColumns {
  static constexpr const char* kTable = "answers";
  static constexpr auto kAll = std::tuple{
      field("wave", "column.wave_id", &AnswerRow::wave, {.of = "waves"}),
      field("respondent", "column.answer_respondent", &AnswerRow::respondent),
      field("party", "column.party_id", &AnswerRow::party, {.of = "parties"}),
      field("question", "column.question_id", &AnswerRow::question, {.required = true}),
      field("answer", "column.answer_given", &AnswerRow::answer, {.required = true}),
      field("text", "column.answer_text", &AnswerRow::text),
  };
};

template <>
struct RecordFields<TieReport> : NoFurtherColumns {
  static constexpr const char* kTable = "ties";
  static constexpr auto kAll = std::tuple{
      field("wave", "column.wave_id", &TieReport::wave, {.of = "waves"}),
      field("reporter", "column.tie_reporter", &TieReport::reporter, {.of = "parties"}),
      field("from", "column.tie_from", &TieReport::from, {.required = true, .of = "parties"}),
      field("to", "column.tie_to", &TieReport::to, {.required = true, .of = "parties"}),
      field("relation", "column.tie_relation", &TieReport::relation, {.required = true, .of = "relations"}),
      field("strength", "column.tie_strength_told", &TieReport::strength),
      field("P1", "column.P1", &TieReport::conditions, {.at = 0}),
      field("P2", "column.P2", &TieReport::conditions, {.at = 1}),
      field("P3", "column.P3", &TieReport::conditions, {.at = 2}),
      field("P4", "column.P4", &TieReport::conditions, {.at = 3}),
  };
};

template <>
struct RecordFields<Assessment> : NoFurtherColumns {
  static constexpr const char* kTable = "assessments";
  static constexpr auto kAll = std::tuple{
      field("wave", "column.wave_id", &Assessment::wave, {.of = "waves"}),
      field("assessor", "column.assessor", &Assessment::assessor, {.required = true}),
      field("assessor_party", "column.assessor_party", &Assessment::assessor_party, {.of = "parties"}),
      field("object_a", "column.object_a", &Assessment::object_a, {.of = "parties"}),
      field("object_b", "column.object_b", &Assessment::object_b, {.of = "parties"}),
      field("dimension", "column.assessed_dimension", &Assessment::dimension, {.required = true, .of = "dimensions"}),
      field("stage", "column.assessed_stage", &Assessment::code, {.required = true, .of = "stages"}),
      field("evidence", "column.assessed_evidence", &Assessment::evidence, {.as_written = true}),
  };
};

template <>
struct RecordFields<Goal> {
  static constexpr const char* kTable = "goals";
  static constexpr const char* kPrefix = "value:";
  static constexpr const char* kFurther = "column.goal_value";
  static constexpr CellKind kFurtherKind = CellKind::kNumber;
  static constexpr auto kAll = std::tuple{
      field("id", "column.goal_id", &Goal::id, {.required = true}),
      field("kind", "column.goal_kind", &Goal::kind, {.of = "goal_kinds"}),
      field("element", "column.goal_element", &Goal::element, {.of = "elements"}),
      field("title", "column.goal_title", &Goal::title, {.required = true}),
      field("owner", "column.goal_owner", &Goal::owner, {.of = "parties"}),
      field("indicator", "column.goal_indicator", &Goal::indicator),
      field("target", "column.goal_target", &Goal::target),
      field("due", "column.goal_due", &Goal::due),
      field("secured", "column.goal_secured", &Goal::secured),
  };
};

template <>
struct RecordFields<MatrixCell> : NoFurtherColumns {
  static constexpr const char* kTable = "matrix";
  static constexpr auto kAll = std::tuple{
      field("support_level", "column.matrix_support_level", &MatrixCell::support_level,
            {.required = true, .of = "support_levels", .words = &Profile::support_levels}),
      field("age", "column.matrix_age", &MatrixCell::age, {.required = true, .of = "ages", .words = &Profile::ages}),
      field("text", "column.matrix_text", &MatrixCell::text, {.required = true, .as_written = true}),
  };
};

/// Calls `visit(field)` for every field of a record type, in order.
template <class Record, class Visit>
constexpr void for_each_field(Visit visit) {
  std::apply([&visit](const auto&... each) { (visit(each), ...); }, RecordFields<Record>::kAll);
}

/// The name of the column that fills a member.
template <class Record, class Value>
[[nodiscard]] constexpr const char* column_of(Value Record::*member) {
  const char* name = nullptr;
  for_each_field<Record>([&](const auto& each) {
    if constexpr (std::is_same_v<decltype(each.member), Value Record::*>) {
      if (each.member == member && name == nullptr) name = each.name;
    }
  });
  return name;
}

template <class Value>
[[nodiscard]] constexpr CellKind kind_of() {
  if constexpr (std::is_same_v<Value, bool> || std::is_same_v<Value, std::optional<bool>> ||
                std::is_same_v<Value, std::array<std::optional<bool>, 4>>) {
    return CellKind::kFlag;
  } else if constexpr (std::is_same_v<Value, std::int64_t>) {
    return CellKind::kWhole;
  } else if constexpr (std::is_same_v<Value, double> || std::is_same_v<Value, std::optional<double>>) {
    return CellKind::kNumber;
  } else if constexpr (requires { typename Value::allocator_type; } && !std::is_same_v<Value, std::string>) {
    return CellKind::kList;
  } else {
    return CellKind::kText;
  }
}

/// The fields of a record type as data: one of study_tables().
template <class Record>
[[nodiscard]] const StudyTable& table_of() {
  static const StudyTable table = [] {
    using Fields = RecordFields<Record>;
    StudyTable made{Fields::kTable, {}, Fields::kPrefix, Fields::kFurther, Fields::kFurtherKind};
    for_each_field<Record>([&]<class Value>(const RecordField<Record, Value>& each) {
      made.fields.push_back({each.name, {each.meaning}, kind_of<Value>(), each.rules.required, each.rules.of});
    });
    return made;
  }();
  return table;
}

}  // namespace houvast::inline v0_1::detail
