#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "houvast/api.hpp"
#include "houvast/ecosystem/party.hpp"
#include "houvast/ecosystem/profile.hpp"
#include "houvast/ecosystem/tie_report.hpp"
#include "houvast/instrument/instrument.hpp"
#include "houvast/responses/response_table.hpp"

namespace houvast::inline v0_1 {

/// One round of asking.
struct Wave {
  WaveId id;
  std::string date{};  ///< ISO 8601 day, or empty
  LocalizedText label{};
  std::vector<InstrumentId> instruments{};  ///< what was asked
};

/// One assessor's judgement of one dimension of a stage instrument (Gerdes).
struct Assessment {
  WaveId wave{};
  RespondentId assessor;
  PartyId assessor_party{};  ///< may be empty: an outsider
  PartyId object_a{};        ///< empty: the whole collaboration
  PartyId object_b{};        ///< with object_a: the pair; empty: object_a's ties
  QuestionId dimension;
  AnswerCode code = 0;
  std::string evidence{};
  Where where{};
};

/// Something a team wants to reach or agreed to do, followed from wave to wave.
struct Goal {
  std::string id;
  std::string kind = "goal";  ///< "goal" or "agreement"
  ElementId element{};        ///< the element it serves; may be empty
  std::string title;
  PartyId owner{};          ///< may be empty: nobody yet
  std::string indicator{};  ///< may be empty: not measurable yet
  std::optional<double> target{};
  std::string due{};  ///< ISO day, or empty
  bool secured = false;
  std::map<std::string, double> values{};  ///< wave id → value of the indicator
  Where where{};
};

/// What people wrote in one cell of the prevention matrix: what is offered at a level of support to an age.
struct MatrixCell {
  std::string support_level;  ///< a word of the profile: the row
  std::string age;            ///< a word of the profile: the column
  std::string text{};         ///< in their own words, an offer per line
  Where where{};
};

/// Everything that was asked and answered, before it is checked.
struct HOUVAST_API StudyData {
  std::string id;
  LocalizedText title;
  std::string language = "nl";
  bool fictional = false;
  std::string source{};  ///< where the data come from
  std::string licence{};
  std::string retention{};  ///< what the study itself says about keeping the data
  /// False when the parties table tells who was heard from, not who was asked; Party::asked is then at least so many.
  bool asked_known = true;
  std::vector<std::string> split_by{};  ///< own columns of the parties whose values may be groups in what leaves
  Profile profile = default_profile();
  std::vector<Instrument> instruments{};
  std::vector<Wave> waves{};
  std::vector<Relation> relations{};
  std::vector<Party> parties{};
  std::vector<Respondent> respondents{};
  AnswerColumns answers{};
  std::vector<OpenAnswer> open_answers{};
  std::vector<TieReport> ties{};
  std::vector<Assessment> assessments{};
  std::vector<Goal> goals{};
  std::vector<MatrixCell> matrix{};
  std::string file = "study.json";  ///< for messages
  bool one_file = false;            ///< the tables stand in `file` too

  /// Every question of every instrument, in order: what AnswerColumns::question counts in.
  [[nodiscard]] std::vector<QuestionId> question_ids() const;
};

/// All that is wrong with the data; empty when it is sound.
/// Codes: HV-201 twice the same id, HV-202 an id that does not exist, HV-203 the same answer twice, HV-204 a value off
/// its scale, HV-206 an impossible date, HV-207 a word outside its vocabulary, HV-208 an unusable id, HV-209 a
/// contradiction, HV-210 a number out of range.
[[nodiscard]] HOUVAST_API std::vector<Issue> validate(const StudyData& data);

/// A question with the instrument and scale it belongs to.
struct QuestionRef {
  const Instrument* instrument = nullptr;
  const Question* question = nullptr;
  const Scale* scale = nullptr;  ///< as the question reads it (Instrument::scale_of); null when open
};

/// One collaboration, measured in one or more waves. Validated, immutable, cheap to copy.
class HOUVAST_API Study {
 public:
  /// @throws ValidationError with everything that `validate` finds
  explicit Study(StudyData data);

  [[nodiscard]] const StudyData& data() const noexcept;
  [[nodiscard]] const std::string& id() const noexcept { return data().id; }
  [[nodiscard]] const std::vector<Party>& parties() const noexcept { return data().parties; }
  [[nodiscard]] const std::vector<Wave>& waves() const noexcept { return data().waves; }
  [[nodiscard]] const Profile& profile() const noexcept { return data().profile; }
  /// All questions, in the order that answer columns count in.
  [[nodiscard]] const std::vector<QuestionRef>& questions() const noexcept;

  /// Index of a party, or nothing.
  [[nodiscard]] std::optional<std::int32_t> party_index(const PartyId& id) const;
  /// Index of a question, or nothing.
  [[nodiscard]] std::optional<std::int32_t> question_index(const QuestionId& id) const;
  /// @throws KeyError HV-505 naming the waves there are
  [[nodiscard]] std::int64_t wave_index(const WaveId& id) const;
  /// The last wave. @throws ValueError HV-305 when there is none
  [[nodiscard]] const Wave& last_wave() const;
  /// @throws KeyError HV-507 naming the relations there are
  [[nodiscard]] const Relation& relation(std::string_view id) const;

  /// The answers of a wave. @param wave in [0, waves)
  [[nodiscard]] const WaveResponses& responses(std::int64_t wave) const;
  /// The party of a respondent, as an index. @param respondent index into data().respondents
  [[nodiscard]] std::int32_t party_of(std::int32_t respondent) const;
  /// Whom the reports of ties name, as indices of parties; one for each of data().ties.
  [[nodiscard]] const std::vector<TieEnds>& tie_ends() const noexcept;

  /// What results may be split by: domain, sector, level, organisation, perspective, kind, party and the own columns.
  [[nodiscard]] std::vector<std::string> attributes() const;
  /// Names of the own columns of parties, sorted.
  [[nodiscard]] const std::vector<std::string>& own_attributes() const noexcept;
  /// A party's value of an attribute; empty when it has none.
  /// @throws KeyError HV-506 naming the nearest attribute
  [[nodiscard]] std::string attribute(const Party& party, std::string_view name) const;

 private:
  struct Impl;
  std::shared_ptr<const Impl> impl_;
};

}  // namespace houvast::inline v0_1
