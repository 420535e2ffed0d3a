#pragma once

#include "houvast/disclosure/release.hpp"

/// The parts of a release that have a file of their own; each fills in its fields.
namespace houvast::detail {

void release_reliability(const Study& study, const Policy& policy, Release& release);
void release_stages(const Study& study, const Policy& policy, const ReleaseOptions& options, Release& release);
void release_networks(const Study& study, const Policy& policy, const ReleaseOptions& options, Release& release);
void release_goals(const Study& study, const ReleaseOptions& options, Release& release);

}  // namespace houvast::detail
