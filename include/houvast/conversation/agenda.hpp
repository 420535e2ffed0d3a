#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "houvast/api.hpp"
#include "houvast/base/table.hpp"
#include "houvast/coverage/coverage.hpp"
#include "houvast/instrument/catalogue.hpp"
#include "houvast/scoring/functioning.hpp"
#include "houvast/scoring/summary.hpp"
#include "houvast/scoring/supported.hpp"
#include "houvast/study.hpp"

namespace houvast::inline v0_1 {

/// The share of people from which an agenda speaks of many: who do not know, or who stand on either side.
inline constexpr double kMany = 0.2;

/// Why a question is worth talking about, in the order in which the criteria take turns; last: because you want to.
enum class Reason : std::uint8_t { kLowest, kBetween, kUnknown, kNetwork, kChanged, kDivided, kOwn };
inline constexpr std::size_t kCriteria = 6;  ///< all but kOwn
/// "lowest", "between", "unknown", "network", "changed", "divided", "own".
[[nodiscard]] HOUVAST_API std::string_view to_string(Reason reason) noexcept;

struct AgendaOptions {
  std::int64_t length = 5;         ///< wished number of questions, at least 1
  std::optional<WaveId> wave{};    ///< nothing: the last wave
  std::string by = "perspective";  ///< attribute whose groups are compared; empty: none are
  std::int64_t minimum_group = 3;  ///< fewer answers are not compared, and are not called low or divided
  std::string relation{};          ///< of the coverage checks; empty: the study's first relation
  double level = 0.95;             ///< of intervals; what may be said has a level of its own (supported.hpp)
};

/// A question that may be talked about, with everything that the study tells about it.
struct AgendaCandidate {
  QuestionId question;
  ElementId element;
  InstrumentId instrument;
  LocalizedText text;                           ///< the exact Dutch wording, and the English
  std::array<double, kCriteria> scores{};       ///< per criterion, 0 to 1; 0: does not apply
  std::array<std::int64_t, kCriteria> ranks{};  ///< per criterion from 1; 0: does not apply
  std::optional<Score> total{};                 ///< everybody's answers; nothing for a question that is not rated
  std::optional<Score> lowest_group{};          ///< of two groups that differ: the one that gives fewer high answers
  std::optional<Score> highest_group{};         ///< and the one that gives more
  std::optional<SupportedOrder> order{};        ///< that it stands below the other questions
  std::optional<SupportedDifference> difference{};  ///< the widest between two groups: here, or on its element
  std::vector<DifferingQuestion> caveats{};         ///< that the question may not mean the same to these two groups
  std::optional<SupportedChange> change{};          ///< since the wave before
  std::vector<Finding> findings{};                  ///< coverage checks that name this question and ask for attention
};

/// One question to talk about, with what put it here.
struct AgendaItem : AgendaCandidate {
  Reason reason = Reason::kLowest;
  double score = 0;        ///< of the reason
  std::vector<Claim> why;  ///< the reason with its numbers, and what is to be borne in mind; exact, for inside use; say
                           ///< it with names_of() the study
  Claim opening;           ///< a way to open the conversation
  std::vector<Advice> advice;  ///< at most three
};

/// What questions are chosen from. In a release: only what is released.
struct AgendaMaterial {
  std::vector<Score> totals{};      ///< scores of everybody in one wave
  std::vector<Score> groups{};      ///< the same split by one attribute
  std::vector<Finding> findings{};  ///< of coverage()
  std::vector<SupportedOrder> orders{};
  std::vector<SupportedDifference> differences{};
  std::vector<SupportedChange> changes{};
  std::vector<DifferingQuestion> caveats{};  ///< of differing_questions()
};

/// The questions that should open the next conversation, the same for everyone who asks; yours to edit.
class HOUVAST_API Agenda {
 public:
  /// What somebody did to it.
  struct Edit {
    enum class Kind : std::uint8_t { kOut, kIn, kMove } kind = Kind::kOut;
    QuestionId question;
    std::optional<std::int64_t> place{};
  };

  /// @throws ValueError HV-302 when length is below 1
  /// @complexity O(questions × (groups + differences + length))
  Agenda(Study study, const AgendaMaterial& material, AgendaOptions options);

  [[nodiscard]] const std::vector<AgendaItem>& items() const& noexcept { return items_; }
  [[nodiscard]] std::vector<AgendaItem> items() && noexcept { return std::move(items_); }
  [[nodiscard]] const Study& study() const noexcept { return study_; }
  [[nodiscard]] const AgendaOptions& options() const noexcept { return options_; }
  /// What was done to it, in order.
  [[nodiscard]] const std::vector<Edit>& edits() const noexcept { return edits_; }
  /// The agenda that the same edits make of this one; those that it had are forgotten.
  /// @throws KeyError HV-502 when the study has no such question
  [[nodiscard]] Agenda with_edits(std::vector<Edit> edits) const;

  /// Leaves a question out; the next in turn takes a place.
  /// @throws KeyError HV-502 a question that does not exist
  [[nodiscard]] Agenda without(const QuestionId& question) const;
  /// Puts a question on the agenda that you want to talk about, rated or not; the others stay.
  /// @param place from 1; nothing: last
  /// @throws KeyError HV-502 a question that does not exist; ValueError HV-302 no such place
  [[nodiscard]] Agenda with_question(const QuestionId& question, std::optional<std::int64_t> place = {}) const;
  /// Moves a question to another place.
  /// @param place from 1
  /// @throws KeyError HV-502 a question that is not on the agenda; ValueError HV-302 no such place
  [[nodiscard]] Agenda moved(const QuestionId& question, std::int64_t place) const;

  /// One row per question on the agenda: question, reason, numbers, why and opening in words, advice ids.
  [[nodiscard]] Table table(Language language = Language::kNl) const;
  /// One row per candidate: its score by each criterion, its rank in it, and whether it is on the agenda and why.
  [[nodiscard]] Table candidates() const;

 private:
  void choose();
  void know(const QuestionId& question);
  [[nodiscard]] Agenda edited(Edit edit) const;
  [[nodiscard]] std::optional<std::size_t> place_of(const QuestionId& question) const;
  [[nodiscard]] const AgendaCandidate* candidate(const QuestionId& question) const;
  [[nodiscard]] std::vector<AgendaItem> chosen_by_turns() const;

  Study study_;
  AgendaOptions options_;
  std::shared_ptr<const std::vector<AgendaCandidate>> candidates_;
  std::vector<Edit> edits_;
  std::vector<AgendaItem> items_;
};

/// What to talk about next: six criteria take turns, each taking its strongest question that is not yet taken.
///
/// Scores, 0 to 1: lowest = 1 - top-box share of a question below the others (supported_orders()); between = the
/// difference of two groups' top-box shares (supported_differences(); of an element it counts for the question where
/// they lie furthest apart); unknown = share of don't knows; network = 1 for a coverage finding that is missing, 0.5
/// for one that asks for attention, more findings first; changed = difference of the top-box shares since the wave
/// before (supported_changes()); divided = 1 - consensus. What chance may explain scores 0. Equal scores keep the
/// instrument's order; a score of 0 puts nothing on the agenda. For inside use: exact numbers.
/// @throws ValueError HV-302; KeyError HV-505 wave, HV-506 attribute, HV-507 relation
/// @complexity that of scores(), coverage() and the three of supported.hpp, and of choosing
/// @source own definition; Westfall & Young (1993); Tastle & Wierman (2007)
[[nodiscard]] HOUVAST_API Agenda agenda(const Study& study, const AgendaOptions& options = {});

}  // namespace houvast::inline v0_1
