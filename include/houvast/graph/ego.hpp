#pragma once

#include <vector>

#include "houvast/api.hpp"
#include "houvast/base/table.hpp"
#include "houvast/graph/graph.hpp"

/// What each node's surroundings allow it to do.
///
/// The contacts of a node are all nodes it has a tie with, sent or received, so that somebody who only receives has
/// contacts too. The strength of a contact is a_ij + a_ji (Burt). A node without contacts, or whose contacts have no
/// strength, has no value: NaN in vectors, missing in tables. Loops play no part.
namespace houvast::inline v0_1::graph {

struct EgoOptions {
  bool weighted = true;  ///< use the weights of the ties, where there are any; false = every tie 1
};

/// Tells how little freedom each node has because its contacts are tied to each other.
///
/// Sum over contacts j of (p_ij + sum over q of p_iq p_qj)², where p_ij = (a_ij + a_ji) / sum over k of (a_ik + a_ki).
/// It can exceed 1. NaN for a node without contacts.
/// @return one value per node
/// @throws ValueError HV-302 a negative weight
/// @complexity O(nodes + ties^1.5)
/// @source Burt (1992), Structural Holes, chapter 2
[[nodiscard]] HOUVAST_API std::vector<double> constraint(const Graph& graph, const EgoOptions& options = {});

/// Tells how many contacts each node has that are not doubled by others.
///
/// Sum over contacts j of (1 - sum over q of p_iq m_jq), where m_jq = (a_jq + a_qj) / max over k of (a_jk + a_kj).
/// Without weights and direction: contacts - 2 × ties among them / contacts. NaN for a node without contacts.
/// @return one value per node, from 1 to its number of contacts (below 1 is possible when directed or weighted)
/// @throws ValueError HV-302 a negative weight
/// @complexity O(nodes + ties^1.5)
/// @source Burt (1992), Structural Holes, chapter 2
[[nodiscard]] HOUVAST_API std::vector<double> effective_size(const Graph& graph, const EgoOptions& options = {});

/// Tells how far each node's constraint comes from a single contact (0 = evenly from all, 1 = all from one).
///
/// Sum over the N contacts j of r_j ln r_j / (N ln N), where r_j = c_ij / (C / N). With one contact: 1, all constraint
/// comes from it (own rule). NaN for a node without contacts. Krackhardt's hierarchy of the whole network is another
/// thing: `krackhardt`.
/// @return one value per node, 0 to 1
/// @throws ValueError HV-302 a negative weight
/// @complexity O(nodes + ties^1.5)
/// @source Burt (1992), Structural Holes, chapter 2
[[nodiscard]] HOUVAST_API std::vector<double> hierarchy(const Graph& graph, const EgoOptions& options = {});

/// All measures of each node's surroundings in one table.
/// @return a row per node: node, contacts, contact_ties (pairs of contacts that are tied), contact_density (0 to 1,
///         missing below two contacts), effective_size, efficiency (effective size / contacts), constraint, hierarchy
/// @throws ValueError HV-302 a negative weight
/// @complexity O(nodes + ties^1.5)
/// @source Burt (1992), Structural Holes, chapter 2
[[nodiscard]] HOUVAST_API Table ego_measures(const Graph& graph, const EgoOptions& options = {});

}  // namespace houvast::inline v0_1::graph
