#pragma once

#include <span>
#include <vector>

#include "houvast/ecosystem/network.hpp"

namespace houvast::inline v0_1::detail {

// Looks up whom the reports name: one for every report, -1 for an empty id and for one that is of no party.
[[nodiscard]] std::vector<TieEnds> tie_ends(const std::vector<Party>& parties, const std::vector<TieReport>& ties);

// The network of reports whose parties were looked up before, which is what takes the time when there are many; one of
// `ends` for every report.
[[nodiscard]] Network build_network(const std::vector<Party>& parties, const std::vector<TieReport>& ties,
                                    std::span<const TieEnds> ends, const Relation& relation, const WaveId& wave,
                                    const NetworkOptions& options);

}  // namespace houvast::inline v0_1::detail
