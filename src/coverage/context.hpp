#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/index.hpp"
#include "houvast/coverage/coverage.hpp"
#include "houvast/coverage/needs.hpp"
#include "houvast/coverage/voice.hpp"
#include "houvast/graph/network_summary.hpp"

namespace houvast::inline v0_1::detail {

/// An organisation with its parties that take part in the wave.
struct OrganisationMembers {
  std::string id;                    ///< its name, or the party's id when the party is an organisation by itself
  std::vector<std::size_t> parties;  ///< at least one

  /// What stands for the organisation in a sentence: {organisation:ID of its first party}.
  [[nodiscard]] std::string spokesman(const std::vector<Party>& all) const { return all[parties.front()].id.str(); }
};

/// Pairs of parties between or within groups: how many have a tie, could be told about, and could be.
struct PairCount {
  std::int64_t ties = 0;
  std::int64_t observed = 0;
  std::int64_t possible = 0;

  void add(const PairCount& others) {
    ties += others.ties;
    observed += others.observed;
    possible += others.possible;
  }
  [[nodiscard]] PairCount without(const PairCount& some) const {
    return {ties - some.ties, observed - some.observed, possible - some.possible};
  }
  /// Ties over the pairs that were told about; 0 when there are none.
  [[nodiscard]] double density() const {
    return observed == 0 ? 0 : static_cast<double>(ties) / static_cast<double>(observed);
  }
  /// Whether enough pairs were told about to say that there are no ties.
  [[nodiscard]] bool heard(double share) const {
    return observed > 0 && static_cast<double>(observed) >= share * static_cast<double>(possible);
  }
};

/// Some parties of a network: how many, and how many of them told about their ties.
struct Crowd {
  std::int64_t all = 0;
  std::int64_t told = 0;

  void add(bool has_told) {
    ++all;
    told += has_told ? 1 : 0;
  }
  [[nodiscard]] Crowd without(const Crowd& some) const { return {all - some.all, told - some.told}; }
};

/// What every check needs, worked out once.
struct CoverageContext {
  const Study& study;
  WaveId wave;
  std::int64_t wave_index = 0;
  std::string relation;                   ///< empty when the study has none
  std::optional<NetworkSummary> network;  ///< nothing when nobody reported in this wave
  std::vector<bool> takes_part;           ///< per party
  std::vector<bool> answered;             ///< per party: at least one respondent in this wave
  std::vector<bool> reported_ties;        ///< per party: at least one tie report in this wave, of any relation
  std::vector<std::optional<std::int32_t>> position;  ///< per party: position in the network
  std::vector<OrganisationMembers> organisations;     ///< in the order of their first party
  std::vector<std::int32_t> organisation;             ///< per party: index in organisations, -1 = belongs to none

  /// Whether anything at all was asked of people in this wave (answers exist).
  bool has_answers = false;

  CoverageContext(const Study& of, const CoverageOptions& options);

  /// Whether what a perspective answered to a question may be looked at.
  [[nodiscard]] bool may_read(const std::string& perspective, const QuestionId& question) const {
    return !may_read_ || may_read_(perspective, question);
  }

  /// Whether what is found is told to others.
  [[nodiscard]] bool is_told_outside() const { return fewest_people_ > 0; }
  /// Whether nothing is judged of what so many people did.
  [[nodiscard]] bool too_few(std::int64_t people) const { return people < fewest_people_; }
  /// How many people of these parties were asked.
  [[nodiscard]] std::int64_t people_of(const std::vector<std::size_t>& of_parties) const;

  /// The share of a perspective that answered, as between what it may be told.
  [[nodiscard]] std::pair<double, double> response_of(const std::string& perspective, double share) const {
    return told_response_ ? told_response_(perspective) : std::pair(share, share);
  }

  /// Whether anything that a perspective answered may be looked at.
  [[nodiscard]] bool may_read_of(const std::string& perspective) const;

  [[nodiscard]] const Profile& profile() const { return study.profile(); }
  [[nodiscard]] const Thresholds& thresholds() const { return study.profile().thresholds; }
  [[nodiscard]] const std::vector<Party>& parties() const { return study.parties(); }
  /// Whether a party was asked and gave neither an answer nor a report; others may have been silent too when who was
  /// asked is not known.
  [[nodiscard]] bool is_silent(std::size_t party) const;
  /// Number of ties of a party in the network, both directions; 0 without a network.
  [[nodiscard]] std::int64_t ties_of(std::size_t party) const;
  /// Index of the party at a position of the network.
  [[nodiscard]] std::size_t party_at(std::int32_t place) const {
    return as_size(network->network.parties[as_size(place)]);
  }
  /// The party at a position of the network.
  [[nodiscard]] const Party& at(std::int32_t place) const { return parties()[party_at(place)]; }
  /// Ids of the parties at these positions.
  [[nodiscard]] std::vector<std::string> ids_at(const std::vector<std::int32_t>& places) const;
  /// Index of the organisation of the party at a position of the network, -1 = belongs to none.
  [[nodiscard]] std::int32_t organisation_at(std::int32_t place) const { return organisation[party_at(place)]; }
  /// A seed of its own for every study, so that the same study gives the same numbers.
  [[nodiscard]] std::uint64_t seed() const;

  /// Whether a party told about its ties: about those from it when the relation is directed.
  [[nodiscard]] bool told(std::int32_t place) const { return network->network.tells(place); }
  /// Pairs among some parties, and between some and others, both ways when the relation is directed; without ties.
  [[nodiscard]] PairCount pairs_among(const Crowd& parties) const;
  [[nodiscard]] PairCount pairs_between(const Crowd& some, const Crowd& others) const;

 private:
  std::function<bool(const std::string&, const QuestionId&)> may_read_;
  std::function<std::pair<double, double>(const std::string&)> told_response_;
  std::int64_t fewest_people_;

  void find_organisations();
};

/// How every perspective is heard, with the parties without one last.
[[nodiscard]] std::vector<Voice> voices_of(const CoverageContext& context);
/// The same with counts only.
[[nodiscard]] std::vector<Voice> heard_of(const CoverageContext& context);
/// Takes the parties without a perspective out; returns whether there were any.
bool without_unknown(std::vector<Voice>& voices);
/// A fact as "role:id".
[[nodiscard]] std::string fact_of(const Evidence& evidence);
/// The need matrix.
[[nodiscard]] std::vector<NeedCell> need_cells(const CoverageContext& context);

}  // namespace houvast::inline v0_1::detail
