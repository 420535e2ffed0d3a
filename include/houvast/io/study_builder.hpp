#pragma once

#include <array>
#include <string>
#include <string_view>

#include "houvast/api.hpp"
#include "houvast/io/column_table.hpp"
#include "houvast/study.hpp"

namespace houvast::inline v0_1 {

/// Makes a study from parties, answers and ties that a program has, each named by its id.
///
/// What is wrong is told when the study is built, all at once, with its place ("/ties/3": the fourth tie) and the
/// nearest id that exists. Words of the profile may be ids or titles, as in files.
class HOUVAST_API StudyBuilder {
 public:
  /// What one respondent answered.
  class HOUVAST_API Answers {
   public:
    /// A value of the question's scale, and the text with it where the question has an open part too.
    Answers& answer(std::string_view question, int value, std::string_view text = "");
    /// No value, and why.
    Answers& answer(std::string_view question, AnswerState state, std::string_view text = "");
    /// A label of the question's scale, or the text for an open question.
    Answers& answer(std::string_view question, std::string_view label, std::string_view text = "");

   private:
    friend class StudyBuilder;
    Answers(StudyBuilder& builder, std::array<std::int32_t, 3> who) : builder_(&builder), who_(who) {}
    ColumnCoder& row(std::string_view question, std::string_view text);

    StudyBuilder* builder_;
    std::array<std::int32_t, 3> who_;  // wave, respondent, party
  };

  /// Begins a study that is known by its id and title so far.
  StudyBuilder(std::string id, LocalizedText title);
  /// @param begin what is known already: its id and title, and whatever else differs from the default
  explicit StudyBuilder(StudyData begin);

  /// An instrument of the catalogue. @throws KeyError HV-501 naming the nearest id
  StudyBuilder& instrument(std::string_view id);
  /// An instrument of one's own.
  StudyBuilder& instrument(Instrument own);
  /// A round of asking, after those that were added before. Without instruments: all of the study are asked.
  StudyBuilder& wave(Wave wave);
  /// A kind of tie that is asked about.
  StudyBuilder& relation(Relation relation);
  /// Somebody who takes part. Without a name: its id.
  StudyBuilder& party(Party party);
  /// What a party says of a tie. Without a reporter: `from` says it; without a wave: the only one.
  StudyBuilder& tie(TieReport tie);
  /// How an assessor sees one dimension of a stage instrument. Without a wave: the only one.
  /// @param stage as the instrument counts them, 1 = lowest; it takes the place of `Assessment::code`
  StudyBuilder& assessment(Assessment assessment, int stage);
  /// No stage, and why: the assessor does not know, say.
  StudyBuilder& assessment(Assessment assessment, AnswerState state);
  /// A goal or an agreement.
  StudyBuilder& goal(Goal goal);
  /// What is written in one cell of the prevention matrix; its words may be titles of the profile.
  StudyBuilder& cell(MatrixCell cell);
  /// Somebody who answers, to add answers to. @param wave empty: the only one
  Answers respondent(std::string_view id, std::string_view party, std::string_view wave = "");

  /// The study of what was added so far.
  /// @throws ValidationError HV-2xx with everything that is wrong
  /// @complexity O(what was added)
  [[nodiscard]] Study build() const;

 private:
  StudyData data_;
  std::vector<std::variant<int, AnswerState>> stages_;  // per assessment
  ColumnCoder wave_{"wave"}, respondent_{"respondent"}, party_{"party"};
  ColumnCoder question_{"question"}, answer_{"answer"}, text_{"text"};
};

}  // namespace houvast::inline v0_1
