#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "houvast/conversation/agenda.hpp"
#include "houvast/coverage/coverage.hpp"
#include "houvast/disclosure/policy.hpp"
#include "houvast/gerdes/profile.hpp"
#include "houvast/graph/network_summary.hpp"
#include "houvast/scoring/summary.hpp"
#include "houvast/study.hpp"

namespace houvast {

/// A share as it may leave: rounded, or only the quarter it lies in when a small group stands behind it.
struct ReleasedShare {
  std::optional<double> value;  ///< rounded to 1 point (n >= 30) or 5 points; nothing when only the band may leave
  double low = 0;               ///< with a value: its rounded interval; without: the band
  double high = 1;

  friend bool operator==(const ReleasedShare&, const ReleasedShare&) = default;
};

/// A part of a distribution after collapsing small categories.
struct ReleasedBin {
  int from = 0;  ///< lowest value of the scale in this bin
  int to = 0;
  double share = 0;  ///< rounded

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
  std::string n_band;  ///< "10–19": number of answers
  std::optional<ReleasedShare> top;
  std::optional<ReleasedShare> dont_know;
  std::vector<ReleasedBin> distribution;  ///< empty when it may not leave
  std::optional<double> median_low;
  std::optional<double> median_high;

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
  std::string asked_band;
  std::string respondents_band;
  double share = 0;  ///< rounded
};

struct ReleasedStage {
  WaveId wave;
  QuestionId dimension;
  bool shown = false;
  bool inferred_order = false;
  std::string n_band;
  std::vector<ReleasedBin> distribution;
};

struct ReleasedFinding {
  std::string check;
  WaveId wave;           ///< the wave that was looked at
  std::string relation;  ///< the relation that was looked at; empty when the study has none
  std::vector<std::string> questions;
  LocalizedText title;
  Status status = Status::kUnknown;
  LocalizedText sentence;  ///< parties by name only with their recorded consent
  LocalizedText rule;
  LocalizedText needed;
};

struct ReleasedNetwork {
  WaveId wave;
  std::string relation;
  LocalizedText title;
  bool directed = false;
  bool shown = false;
  std::int64_t parties = 0;
  std::int64_t reported = 0;
  std::int64_t ties = 0;
  double density = 0;       ///< over observed dyads
  double density_low = 0;   ///< if every unobserved dyad has no tie
  double density_high = 0;  ///< if every unobserved dyad has one
  std::int64_t parts = 0;   ///< connected parts of two or more parties
  std::int64_t isolated = 0;
  std::int64_t cut_parties = 0;
  std::vector<LocalizedText> cut_names;  ///< in the order of positions; a description when there is no consent
};

struct ReleasedAgendaItem {
  QuestionId question;
  ElementId element;
  Reason reason = Reason::kLowest;
  ReleasedScore total;
  std::optional<ReleasedScore> lowest_group;
  std::optional<ReleasedScore> highest_group;
  std::vector<Advice> advice;
  LocalizedText opening;
};

struct ReleaseOptions {
  std::string by = "perspective";  ///< the one attribute that released scores are split by
  std::int64_t agenda_length = 5;
};

/// Everything about a study that may be shown to others under a policy. The only thing that report writers accept.
///
/// Applied: thresholds on asked and answered per item; small groups together, with further groups joined or hidden
/// until nothing below the threshold follows by subtraction from the total; bands for n; collapsed distributions; bands
/// for shares with few people on one side; percentiles from 30 answers; parties by name only with consent; no free
/// text; no instrument that is private to its author. Not yet applied: an audit over linked tables and a ledger of
/// earlier releases.
struct Release {
  std::string study_id;
  LocalizedText title;
  bool fictional = false;
  std::string source;
  std::string policy;
  std::int64_t threshold = kDisclosureFloor;
  std::string by;
  std::map<std::string, LocalizedText> group_titles;  ///< of the values of `by` that are words of the profile
  std::vector<Instrument> instruments;                ///< wordings, scales and sources; none that is private
  std::vector<Wave> waves;
  std::vector<ReleasedResponse> responses;
  std::vector<ReleasedScore> totals;
  std::vector<ReleasedScore> groups;
  std::vector<ReleasedStage> stages;
  std::vector<ReleasedNetwork> networks;
  std::vector<ReleasedFinding> findings;
  std::vector<ReleasedAgendaItem> agenda;
};

/// @throws KeyError HV-506 for an unknown attribute; ValueError HV-302 for the agenda's length
/// @complexity that of the results it is made from
/// @source Hundepool et al. (2012), Statistical Disclosure Control, ch. 5; rules: own definition
[[nodiscard]] Release release(const Study& study, const Policy& policy, const ReleaseOptions& options = {});

/// How a party may be called in a release: its name with consent, else "een partij uit …".
[[nodiscard]] std::string public_name(const Study& study, const Party& party, Language language);

}  // namespace houvast
