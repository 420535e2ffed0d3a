#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "houvast/api.hpp"
#include "houvast/conversation/agenda.hpp"
#include "houvast/conversation/goals.hpp"
#include "houvast/coverage/coverage.hpp"
#include "houvast/disclosure/policy.hpp"
#include "houvast/gerdes/profile.hpp"
#include "houvast/gerdes/strengthening.hpp"
#include "houvast/graph/network_bounds.hpp"
#include "houvast/graph/network_summary.hpp"
#include "houvast/scoring/summary.hpp"
#include "houvast/scoring/supported.hpp"
#include "houvast/study.hpp"

namespace houvast::inline v0_1 {

/// A share as it may leave: the step it lies in, from `low` up to but not including `high` (1 included).
struct ReleasedShare {
  double low = 0;
  double high = 1;

  friend bool operator==(const ReleasedShare&, const ReleasedShare&) = default;
};

/// A category of a distribution.
struct ReleasedBin {
  int value = 0;  ///< of the scale
  ReleasedShare share;

  friend bool operator==(const ReleasedBin&, const ReleasedBin&) = default;
};

/// What may be told of one group's answers to one question or element. When `shown` is false, nothing else is filled
/// in.
struct ReleasedScore {
  WaveId wave;
  InstrumentId instrument;
  bool is_element = false;
  std::string id;
  std::string group;  ///< empty: everybody; kOtherGroups: small groups taken together
  bool shown = false;
  std::string n_band;  ///< "10–19": number of answers; element: to the question with the fewest
  std::optional<ReleasedShare> top;
  std::optional<ReleasedShare> dont_know;
  std::vector<ReleasedBin> distribution;  ///< of everybody: every category of the scale; empty when it may not leave

  friend bool operator==(const ReleasedScore&, const ReleasedScore&) = default;
};

/// The name of the small groups taken together.
inline constexpr const char* kOtherGroups = "*";

/// Who was asked and who answered, per wave and group.
struct ReleasedResponse {
  WaveId wave;
  InstrumentId instrument;
  bool is_total = false;  ///< everybody; else the group with this name, which is empty for parties without a value
  std::string group;
  bool shown = false;
  std::string asked_band;                ///< empty when how many were asked is not known
  std::string respondents_band;          ///< empty when how many were asked is known: then `share` tells it
  std::optional<ReleasedShare> share{};  ///< of those asked; nothing when how many were asked is not known
};

struct ReleasedStage {
  WaveId wave;
  QuestionId dimension;
  bool shown = false;
  bool inferred_order = false;
  std::string n_band;
  std::vector<ReleasedBin> distribution;
  std::optional<ReleasedShare> dont_know;
};

/// Whether a dimension qualifies for strengthening, without any number of people. When `shown` is false, nothing else
/// is filled in but the dimension and the wished stage, which follow from the question that was asked.
struct ReleasedStrengthening {
  WaveId wave;
  QuestionId dimension;
  bool shown = false;
  bool inferred_order = false;
  int wished = 0;  ///< stage that the questions ask
  LocalizedText wished_title;
  std::string status;           ///< strengthen, fits, lower_fits or unknown
  std::vector<Claim> claims;    ///< what is said of it
  std::optional<int> to_stage;  ///< the next stage, or the earlier one that would do
  LocalizedText to_title;
  LocalizedText to_description;
};

/// How well the questions of an element go together, from 30 people.
struct ReleasedReliability {
  WaveId wave;
  InstrumentId instrument;
  std::string element;
  std::int64_t items = 0;  ///< rated questions of the element
  bool shown = false;
  std::string n_band;
  double alpha = 0;  ///< Cronbach's, with one decimal
  double low = 0;    ///< Feldt's interval, with one decimal, rounded outwards
  double high = 0;
  bool together = true;  ///< hangs_together(); if not, the element is told by its questions only
};

/// One goal or agreement in its own words; only when the release was asked for them.
struct ReleasedGoal {
  std::string kind;  ///< goal or agreement
  std::string title;
  std::string indicator;  ///< may be empty: nothing to measure it by yet
  LocalizedText owner;    ///< by name only with recorded consent; empty: nobody yet
  GoalStatus status = GoalStatus::kUnknown;
  std::optional<bool> secured;
  std::optional<double> start;
  std::optional<double> latest;
  std::optional<double> target;
};

/// What became of the goals and agreements that serve one element. They are about the collaboration and not about
/// respondents, so the counts are exact.
struct ReleasedGoals {
  WaveId wave;
  ElementId element;  ///< empty: none, or one of an instrument that is private to its author
  std::int64_t total = 0;
  std::int64_t reached = 0;
  std::int64_t on_the_way = 0;
  std::int64_t not_yet = 0;
  std::int64_t away = 0;
  std::int64_t unknown = 0;
  std::int64_t secured = 0;  ///< reached, and still so in every later wave
  std::int64_t without_owner = 0;
  std::int64_t without_indicator = 0;
  std::int64_t without_target = 0;
  std::vector<ReleasedGoal> goals{};  ///< empty unless asked for
};

struct ReleasedFinding {
  std::string check;
  WaveId wave;           ///< the wave that was looked at
  std::string relation;  ///< the relation that was looked at; empty when the study has none
  std::vector<std::string> questions;
  Claim title;
  Status status = Status::kUnknown;
  Claim rule;
  std::vector<Claim> claims;  ///< with names instead of ids; parties by name only with their recorded consent
  std::vector<Claim> needed;
};

/// Ties between two groups of parties, or inside one.
struct ReleasedBlock {
  std::string from;  ///< group; kOtherGroups: small groups taken together
  std::string to;
  bool shown = false;
  ReleasedShare density;  ///< ties / pairs that something is known about
};

struct ReleasedNetwork {
  WaveId wave;
  std::string relation;
  LocalizedText title;
  bool directed = false;
  bool shown = false;
  std::string parties_band;
  std::string ties_band;
  ReleasedShare density;   ///< over observed dyads
  ReleasedShare bounds;    ///< if no dyad has a tie that may be unobserved by what is told, and if every one has
  std::int64_t parts = 0;  ///< connected parts of two or more parties
  bool complete = false;   ///< every pair was settled by the source: nobody was silent
  ResponseBand response = ResponseBand::kOnlyBounds;
  std::string asked_band;                         ///< parties; empty when who was asked is not known
  std::string reported_band;                      ///< parties; empty where who was silent is nobody's business
  std::optional<ReleasedShare> response_share{};  ///< nothing when who was asked is not known
  std::vector<std::string> groups;    ///< of `blocks_by`, in display order; empty when no two may be told apart
  std::vector<ReleasedBlock> blocks;  ///< every two groups and every group with itself; undirected: once
};

struct ReleasedAgendaItem {
  QuestionId question;
  ElementId element;
  Reason reason = Reason::kLowest;
  ReleasedScore total;
  std::optional<ReleasedScore> lowest_group;
  std::optional<ReleasedScore> highest_group;
  std::vector<Advice> advice;
  Claim opening;  ///< a way to open the conversation
};

/// That one group gives high answers more often than another; how much more often is told by their scores, if they may
/// leave.
struct ReleasedDifference {
  WaveId wave;
  Compared what;
  std::string higher;  ///< group
  std::string lower;
};

/// That high answers became more or less frequent.
struct ReleasedChange {
  WaveId from;
  WaveId to;
  Compared what;
  bool up = false;
  bool paired = false;  ///< of the same people; else of everybody then and everybody now
};

/// That high answers are more or less frequent than to the others.
struct ReleasedOrder {
  WaveId wave;
  Compared what;
  bool high = false;
  bool extreme = false;  ///< than to every one of the others
};

/// What may be said of differences, changes and order: which way, and no number.
struct ReleasedSupport {
  std::vector<ReleasedDifference> differences;
  std::vector<ReleasedChange> changes;
  std::vector<ReleasedOrder> orders;
};

/// How much of goals and agreements may leave.
enum class GoalDetail : std::uint8_t {
  kCounts,  ///< how many, per element
  kText,    ///< also their titles, indicators, values, and owners by name with consent
};
/// "counts" or "text". @throws ValueError HV-303
[[nodiscard]] HOUVAST_API GoalDetail goal_detail_of(std::string_view name);

struct ReleaseOptions {
  /// The one attribute that released scores and networks are split by: perspective, domain, sector, level, or a column
  /// that the study declares (StudyData::split_by).
  std::string by = "perspective";
  std::int64_t agenda_length = 5;
  GoalDetail goals = GoalDetail::kCounts;
  std::optional<Complexity>
      complexity{};        ///< of the questions that the collaboration is for; nothing: no strengthening
  bool in_ledger = false;  ///< whether a ledger of releases keeps it; the document tells, whoever asks sees to it
};

/// Everything about a study that may be shown to others under a policy. The only thing that report writers accept.
///
/// Applied: thresholds on asked and answered per question; small groups together; bands for n; shares as steps;
/// every question, the response and what is stated audited over groups and everybody; reliability from 30 answers;
/// parties by name only with consent; no free text, but the words of goals when asked for; no instrument that is
/// private to its author. When who was asked is not known, the thresholds look at those known to have been asked,
/// and no response share is told. `in_ledger` tells whether it was looked at beside earlier releases (sequence.hpp).
/// A network's densities are steps, not audited together.
struct Release {
  std::string study_id;
  LocalizedText title;
  bool fictional = false;
  std::string source;
  bool asked_known = true;  ///< false: the study tells who was heard from, not how many were asked
  std::string policy;
  std::int64_t threshold = kDisclosureFloor;
  bool in_ledger = false;
  std::string by;
  std::map<std::string, LocalizedText> group_titles;  ///< of the values of `by` that are words of the profile
  std::vector<Instrument> instruments;                ///< wordings, scales and sources; none that is private
  std::vector<Wave> waves;
  std::vector<ReleasedResponse> responses;
  std::vector<ReleasedScore> totals;
  std::vector<ReleasedScore> groups;
  ReleasedSupport supported;
  std::vector<ReleasedReliability> reliability;
  std::vector<ReleasedStage> stages;
  std::string complexity;  ///< simple, composite, complex, or empty
  std::vector<ReleasedStrengthening> strengthening;
  std::string blocks_by;  ///< attribute that the parties of networks are taken together by: `by`, unless all are the
                          ///< same in that and no ledger keeps the release
  std::vector<ReleasedNetwork> networks;
  std::vector<ReleasedGoals> goals;
  std::vector<ReleasedFinding> findings;
  std::vector<ReleasedAgendaItem> agenda;
};

/// Networks are split by `by` when at least two of its groups can be told apart; without `by`, by domain.
/// @throws KeyError HV-506 for an unknown attribute; DisclosureError HV-405 for one that nothing that leaves may be
///         split by; ValueError HV-302 for the agenda's length
/// @complexity that of the results it is made from
/// @source Hundepool et al. (2012), Statistical Disclosure Control, ch. 5; rules: own definition
[[nodiscard]] HOUVAST_API Release release(const Study& study, const Policy& policy, const ReleaseOptions& options = {});

/// How a party may be called in a release: its name when it agreed to be named for this, one of consent_purposes();
/// else "een partij uit …" where at least `threshold` parties of the last wave could be meant, else "een partij".
[[nodiscard]] HOUVAST_API std::string public_name(const Study& study, const Party& party, std::string_view purpose,
                                                  std::int64_t threshold, const Language& language);

}  // namespace houvast::inline v0_1
