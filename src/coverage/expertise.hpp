#pragma once

#include <set>
#include <string>
#include <vector>

#include "coverage/context.hpp"

namespace houvast::detail {

/// An expertise with the parties that have it; matched after folding, so that a capital makes no difference.
struct Expertise {
  std::string name;
  std::set<std::size_t> parties{};
};

/// Every expertise of the profile, then those that only parties name.
[[nodiscard]] std::vector<Expertise> expertise_of(const CoverageContext& context);

/// Which parties are within so many ties of a party, itself included; a tie with a direction is followed outward.
/// @param party index in the study, in the network @param gone positions of the network that cannot be passed or
///        reached; empty: none
[[nodiscard]] std::vector<bool> within(const CoverageContext& context, std::size_t party, std::int64_t steps,
                                       const std::vector<bool>& gone = {});

}  // namespace houvast::detail
