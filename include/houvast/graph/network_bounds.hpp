#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "houvast/api.hpp"
#include "houvast/base/estimate.hpp"
#include "houvast/base/table.hpp"
#include "houvast/ecosystem/network.hpp"
#include "houvast/graph/centrality.hpp"
#include "houvast/graph/network_summary.hpp"
#include "houvast/text/claim.hpp"

namespace houvast::inline v0_1 {

/// How far the response lets the numbers of a network be read.
enum class ResponseBand { kUsable, kWithCare, kOnlyBounds };
/// "usable", "with care" or "only bounds".
[[nodiscard]] HOUVAST_API std::string_view to_string(ResponseBand band) noexcept;

/// Where the bands of response begin; a study may set its own.
struct ResponseThresholds {
  double usable = 0.8;     ///< share of the parties asked that reported, in [0, 1]
  double with_care = 0.6;  ///< idem, at most `usable`; below it only bounds are given
};

/// Who reported on a relation, of those asked.
struct NetworkResponse {
  std::int64_t asked = 0;         ///< parties; at least so many when who was asked is not known
  std::int64_t reported = 0;      ///< of those
  bool asked_known = true;        ///< Network::asked_known
  std::optional<double> share{};  ///< reported / asked; 1 for a published network; nothing when asked is not known
  ResponseBand band = ResponseBand::kOnlyBounds;
  std::vector<Claim> reason{};  ///< why this band, with the numbers
};

/// Whether enough parties reported to read the numbers of the network.
///
/// When who was asked is not known, there is no share and the band is at most "with care": parties outside the list are
/// not seen, and no bound takes them into account.
/// @param parties a network of parties: of groups it would hide that some are partly silent
/// @throws ValueError HV-302 thresholds that are not 0 <= with_care <= usable <= 1
/// @source own definition of the bands. That missing parties change the numbers, and more so the more are missing:
///         Kossinets (2006), Social Networks 28(3); Huisman (2009), Journal of Social Structure 10; Smith & Moody
///         (2013), Social Networks 35(4)
[[nodiscard]] HOUVAST_API NetworkResponse network_response(const Network& parties,
                                                           const ResponseThresholds& thresholds = {});

/// The least and the most that a number can be, whatever holds for the dyads that nobody told about (open dyads).
struct NetworkBounds {
  double low = 0;
  double high = 0;
  bool low_exact = true;   ///< some way to fill the open dyads gives `low`; else the true least is at or above it
  bool high_exact = true;  ///< idem
};

/// Bounds of the number of connected parts: with every open dyad a tie, and with none; both exact.
/// @complexity O(parties²)
/// @source own definition: a tie more never makes more parts
[[nodiscard]] HOUVAST_API NetworkBounds component_bounds(const Network& network);

/// Bounds of the number of parties without any tie: with every open dyad a tie, and with none; both exact.
/// @complexity O(parties²)
/// @source own definition
[[nodiscard]] HOUVAST_API NetworkBounds isolate_bounds(const Network& network);

/// Bounds of degree centralization.
///
/// High: the open dyads of one party are ties and no others, for the party that gives most; exact. Low: open dyads
/// raise the others up to the most central party; exact for in- and out-degree, and for degree a bound that does not
/// ask whether these ties fit together.
/// @param of kDegree, kInDegree or kOutDegree
/// @throws ValueError HV-303 another centrality, HV-305 fewer than three parties
/// @complexity O(parties²)
/// @source own definition, of Freeman (1978), Social Networks 1(3), eq. 3 to 5
[[nodiscard]] HOUVAST_API NetworkBounds centralization_bounds(const Network& network, graph::Centrality of);

/// How far the network turns around one party, with bounds under silence.
///
/// There is a value when silence hides nothing, or when the response is usable or with care and the silent do not count
/// as parties with few ties: so not for out-degree, for degree of a directed relation, and for centralities over paths.
/// @return details `low` and `high` for degree, in- and out-degree; undefined with the reason
/// @throws ValueError HV-302 thresholds
/// @complexity that of the centrality, O(parties²) for the bounds
/// @source Freeman (1978), Social Networks 1(3); bounds and refusals: own definition, in-degree being the least
///         sensitive to missing parties after Costenbader & Valente (2003), Social Networks 25(4)
[[nodiscard]] HOUVAST_API Estimate network_centralization(const NetworkSummary& summary, graph::Centrality of,
                                                          const ResponseThresholds& thresholds = {});

/// How often ties are returned, over pairs of which both sides gave their own word.
///
/// Undefined for a relation without direction, and for the rules `either` and `both`: there a tie from A can be the
/// word of B, and returned ties would then be made, not found. Undefined too for groups with silent members.
/// @param definition "edgewise", "dyadic" or "dyadic_nonnull", as graph::reciprocity
/// @return n as graph::reciprocity; details mutual, asymmetric, null, pairs (observed both ways), left_out (pairs)
/// @throws ValueError HV-303 unknown definition
/// @complexity O(parties²)
/// @source Wasserman & Faust (1994), ch. 13; restriction: Huisman (2009), Journal of Social Structure 10, available
///         cases
[[nodiscard]] HOUVAST_API Estimate network_reciprocity(const Network& network,
                                                       std::string_view definition = "edgewise");

/// How often a tie that one side names is named by the other side too, over dyads that both sides told about.
/// @return n = dyads named by at least one; details named_by_both, named_by_one, told_by_both; undefined when there is
///         none, or when the network was published
/// @source own definition
[[nodiscard]] HOUVAST_API Estimate network_confirmation(const Network& network);

/// One row per number: value, low, high, whether the bounds are exact, n, definition, reason when there is no value.
/// @complexity O(parties²)
[[nodiscard]] HOUVAST_API Table network_metrics(const NetworkSummary& summary,
                                                const ResponseThresholds& thresholds = {});

}  // namespace houvast::inline v0_1
