#pragma once

#include <set>
#include <string>
#include <vector>

#include "coverage/context.hpp"

namespace houvast::inline v0_1::detail {

/// An expertise with the parties that have it; matched after folding, so that a capital makes no difference.
struct Expertise {
  std::string name;
  std::set<std::size_t> parties{};
};

/// Every expertise of the profile, then those that only parties name.
[[nodiscard]] std::vector<Expertise> expertise_of(const CoverageContext& context);

/// From which positions of the network somebody with an expertise is within so many ties, a holder's own included; a
/// tie with a direction is followed outward. Walked from all holders at once, so that it takes one pass of the network.
/// @param gone positions of the network that cannot be passed or reached; empty: none
[[nodiscard]] std::vector<bool> near(const CoverageContext& context, const Expertise& expertise, std::int64_t steps,
                                     const std::vector<bool>& gone = {});

}  // namespace houvast::inline v0_1::detail
