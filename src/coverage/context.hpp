#pragma once

#include <optional>
#include <string>
#include <vector>

#include "houvast/coverage/coverage.hpp"
#include "houvast/graph/network_summary.hpp"

namespace houvast::detail {

/// What every check needs, worked out once.
struct CoverageContext {
  const Study& study;
  WaveId wave;
  std::string relation;                   ///< empty when the study has none
  std::optional<NetworkSummary> network;  ///< nothing when nobody reported in this wave
  std::vector<bool> takes_part;           ///< per party
  std::vector<bool> answered;             ///< per party: at least one respondent in this wave
  std::vector<bool> reported_ties;        ///< per party: at least one tie report in this wave, of any relation
  std::vector<std::optional<std::int32_t>> position;  ///< per party: position in the network

  /// Whether anything at all was asked of people in this wave (answers exist).
  bool has_answers = false;

  CoverageContext(const Study& of, const CoverageOptions& options);

  [[nodiscard]] const Profile& profile() const { return study.profile(); }
  [[nodiscard]] const std::vector<Party>& parties() const { return study.parties(); }
  /// Whether a party was asked and gave neither an answer nor a report.
  [[nodiscard]] bool is_silent(std::size_t party) const;
  /// Number of ties of a party in the network, both directions; 0 without a network.
  [[nodiscard]] std::int64_t ties_of(std::size_t party) const;
};

[[nodiscard]] Finding check_domains(const CoverageContext& context);         // C1
[[nodiscard]] Finding check_levels(const CoverageContext& context);          // C2
[[nodiscard]] Finding check_family(const CoverageContext& context);          // C3
[[nodiscard]] Finding check_informal(const CoverageContext& context);        // C4
[[nodiscard]] Finding check_connected(const CoverageContext& context);       // C7
[[nodiscard]] Finding check_single_failure(const CoverageContext& context);  // C10

/// "{party:a}, {party:b} en {party:c}" in both languages.
[[nodiscard]] LocalizedText listed(const std::string& kind, const std::vector<std::string>& ids);

}  // namespace houvast::detail
