#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "houvast/api.hpp"
#include "houvast/base/table.hpp"
#include "houvast/coverage/coverage.hpp"
#include "houvast/graph/new_ties.hpp"
#include "houvast/study.hpp"

/// What would be different in the network itself: who leaves, and which new ties would help. `what_if` tells what
/// changes in the coverage.
namespace houvast::inline v0_1 {

struct KnockoutOptions {
  std::optional<WaveId> wave{};  ///< nothing: the last wave
  std::string relation{};        ///< empty: the study's first relation
  /// Who leaves together: "party" (each alone), "organisation", "role", or an attribute of the parties.
  std::string by = "party";
  /// Named sets of parties that leave together, instead of `by`; empty: `by` counts.
  std::vector<std::pair<std::string, std::vector<PartyId>>> sets{};
  Language language = Language::kNl;  ///< of the column `name`
};

/// What the others lose when a party, an organisation, a role or a chosen set leaves.
///
/// A row for each, in the order of the study (no ranking). Columns: `leaving` (id), `name`, `parties` (how many leave),
/// `remaining`; `unreachable` and `unreachable_ids`: remaining parties that lose the largest remaining part of their
/// component; `components`, `largest`, `pairs_disconnected`: of what remains, direction ignored; `expertise_gone`:
/// expertise that nobody has any more; `expertise_reach_lost`: pairs of a remaining party and an expertise that were at
/// most the profile's `steps` ties apart and no longer are, ties with a direction followed outward;
/// `expertise_out_of_reach`: the expertise in those pairs. Ids are separated by ;. Unreported ties may exist where
/// parties were silent, so that what is lost may be less: provenance tells the observed and possible dyads.
/// @throws KeyError HV-505 wave, HV-506 attribute, HV-507 relation, HV-508 a party of a set that is not in the network;
///         ValueError HV-305 when nobody reported on the relation in that wave
/// @complexity O(rows × parties × (parties + ties))
/// @source own definition
[[nodiscard]] HOUVAST_API Table network_knockouts(const Study& study, const KnockoutOptions& options = {});

struct TieAdviceOptions {
  std::optional<WaveId> wave{};  ///< nothing: the last wave
  std::string relation{};        ///< empty: the study's first relation
  /// "domains": pairs of domains with a tie (or within `steps`). "parents": parties near the parties of parents and
  /// young people (the profile's family perspectives). A perspective of the profile: parties near those with it.
  /// "no_single_point": pairs of parties separated when one other leaves. "articulation_points": parties whose leaving
  /// separates others.
  std::string goal = "domains";
  bool every = false;                   ///< for a perspective: near every party that has it, not just one
  std::optional<std::int64_t> steps{};  ///< at least 1; nothing: 1 for domains, the profile's `steps` for a perspective
  std::int64_t combinations = 100000;   ///< as in graph::NewTiesOptions
  int threads = 1;                      ///< 0 = all; never changes the result
};

/// Which few new ties between parties do most for a goal, before and after each.
///
/// Only pairs that were told about and have no tie in either direction can become one: a pair about which nobody told
/// may already have it. More ties are not better by themselves: keeping a tie costs time.
/// @param count at least 1
/// @return as graph::best_new_ties, with the columns party_a, name_a, party_b, name_b for the ends
/// @throws KeyError HV-505 wave, HV-507 relation; ValueError HV-302 count or steps below 1, HV-303 unknown goal, HV-305
///         when nobody reported on the relation in that wave or nobody has the perspective
/// @complexity as graph::best_new_ties
/// @source own definition
[[nodiscard]] HOUVAST_API graph::NewTies network_new_ties(const Study& study, std::int64_t count,
                                                          const TieAdviceOptions& options = {});

}  // namespace houvast::inline v0_1
