#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "houvast/api.hpp"
#include "houvast/base/estimate.hpp"
#include "houvast/base/id.hpp"
#include "houvast/base/table.hpp"
#include "houvast/ecosystem/network.hpp"
#include "houvast/study.hpp"

namespace houvast::inline v0_1 {

struct NetworkChangeOptions {
  std::string relation{};         ///< empty: the study's first
  std::optional<WaveId> from{};   ///< nothing: the wave before `to`
  std::optional<WaveId> to{};     ///< nothing: the last wave
  std::optional<TieRule> rule{};  ///< as NetworkOptions, the same in both waves
  double minimum_strength = 0;    ///< as NetworkOptions, the same in both waves
};

/// What became of a pair of parties between two waves.
enum class PairChange { kKept, kNew, kLost, kNever };
/// "kept", "new", "lost" or "never".
[[nodiscard]] HOUVAST_API std::string_view to_string(PairChange change) noexcept;

/// A pair that was observed in both waves.
struct HOUVAST_API ComparedPair {
  std::int32_t a = 0;  ///< study's party indices; undirected: a comes before b
  std::int32_t b = 0;
  double before = 0;  ///< strength; 0 = no tie
  double after = 0;

  [[nodiscard]] PairChange change() const noexcept;
};

/// Why some pairs say nothing about change: never that a tie came or went.
struct NotCompared {
  std::string reason;                 ///< joined, left, silent_before, silent_after, silent_both, not_observed
  std::vector<std::int32_t> parties;  ///< study's party indices; empty for not_observed
  std::int64_t pairs = 0;             ///< each pair under the first reason that holds, in this order
};

/// One relation in two waves, over the pairs that can be compared.
struct NetworkChange {
  std::string relation;
  WaveId from;
  WaveId to;
  bool directed = true;
  std::vector<std::int32_t> parties;  ///< those in both waves, as study's party indices
  std::vector<ComparedPair> pairs;    ///< observed in both waves, in order of a, b
  std::int64_t kept = 0;
  std::int64_t fresh = 0;  ///< new ties
  std::int64_t lost = 0;
  std::int64_t never = 0;
  std::int64_t strengthened = 0;  ///< kept and stronger
  std::int64_t weakened = 0;      ///< kept and weaker
  Estimate jaccard;               ///< kept / (kept + new + lost)
  Estimate hamming;               ///< (new + lost) / pairs compared; detail `count`: new + lost
  std::vector<NotCompared> not_compared;
};

/// What stayed, came and went between two waves, over parties in both waves and pairs observed in both.
///
/// A tie that only one wave could see is no change. Parties that joined or left, and pairs about which silence reigned
/// in one of the waves, are counted apart.
/// @throws KeyError HV-505, HV-507; ValueError HV-302 when `from` is not before `to`, HV-305 when there is one wave or
///         nobody reported on the relation in one of them, HV-303 as build_network
/// @complexity O(parties² + reports)
/// @source Jaccard over ties: Snijders, van de Bunt & Steglich (2010), Social Networks 32(1), section 3.1; Hamming
///         distance: Banks & Carley (1994), Journal of Classification 11(1); what is left out: own definition
[[nodiscard]] HOUVAST_API NetworkChange network_change(const Study& study, const NetworkChangeOptions& options = {});

/// One row per compared pair with a tie in at least one wave: parties, change, strength before and after.
[[nodiscard]] HOUVAST_API Table changed_ties_table(const Study& study, const NetworkChange& change);

/// One row per pair of groups: pairs compared, kept, new, lost, never, strengthened, weakened.
/// @param by an attribute of the parties @throws KeyError HV-506
[[nodiscard]] HOUVAST_API Table churn_table(const Study& study, const NetworkChange& change,
                                            std::string_view by = "domain");

/// One row per reason: parties, how many, and pairs.
[[nodiscard]] HOUVAST_API Table not_compared_table(const Study& study, const NetworkChange& change);

}  // namespace houvast::inline v0_1
