#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "houvast/ecosystem/network.hpp"
#include "scoring/study_view.hpp"

/// Which groups of parties are told apart in a network.
namespace houvast::inline v0_1::detail {

/// What groups of parties become in a network between groups: a node for each that stands alone, one for all others.
struct BlockNodes {
  std::vector<std::string> names;         ///< empty when no two may be told apart
  std::vector<std::int64_t> of_position;  ///< per party of the network
  std::vector<std::int64_t> parties;      ///< per node
  std::vector<std::int64_t> asked;        ///< per node, those of them that were asked
};

/// Whether somebody may wonder who was silent: not where the source settled every pair, nor where it was not recorded
/// who was asked.
[[nodiscard]] bool hides_silence(const Network& parties);

/// Groups that are large enough stand alone, and all others go together: by how many were asked. Where who was silent
/// is nobody's business that hangs on nothing that they told; else as many must have reported.
[[nodiscard]] BlockNodes block_nodes(const Network& parties, const PartyGroups& groups, std::int64_t threshold);

/// Of how many pairs among so many parties something is known at least, when so many of them reported.
[[nodiscard]] std::int64_t least_known(std::int64_t parties, std::int64_t reported, bool directed);
/// The same between two nodes, or inside one, whoever was silent.
/// @param silent the most parties that can have been silent by what is told
[[nodiscard]] std::int64_t least_known_between(const BlockNodes& nodes, std::int64_t from, std::int64_t to,
                                               std::int64_t silent, bool directed);

}  // namespace houvast::inline v0_1::detail
