#pragma once

#include <vector>

#include "coverage/context.hpp"
#include "houvast/coverage/partners.hpp"

namespace houvast::inline v0_1::detail {

inline constexpr const char* kConditions[] = {"P1", "P2", "P3", "P4"};

/// The ties of a context with what both sides say; empty without a network.
[[nodiscard]] std::vector<PartnerTie> partner_ties_of(const CoverageContext& context);

}  // namespace houvast::inline v0_1::detail
