#pragma once

#include "houvast/disclosure/release.hpp"

/// The parts of a release that have a file of their own; each fills in its fields.
namespace houvast::detail {

/// What supported.hpp finds, as far as the scores that it speaks of are shown; those are the scores of the release so
/// far. @return the same, with its numbers, for the agenda
struct Supported {
  std::vector<SupportedDifference> differences;
  std::vector<SupportedChange> changes;
  std::vector<SupportedOrder> orders;
};
[[nodiscard]] Supported release_supported(const Study& study, const ReleaseOptions& options, Release& release);

void release_responses(const Study& study, const Policy& policy, const ReleaseOptions& options, Release& release);
void release_scores(const Study& study, const Policy& policy, const ReleaseOptions& options, Release& release);
void release_agenda(const Study& study, const Policy& policy, const ReleaseOptions& options, const Supported& supported,
                    Release& release);
/// And hides the elements whose questions do not hang together: they are told by question.
void release_reliability(const Study& study, const Policy& policy, Release& release);
void release_stages(const Study& study, const Policy& policy, const ReleaseOptions& options, Release& release);
void release_networks(const Study& study, const Policy& policy, const ReleaseOptions& options, Release& release);
void release_findings(const Study& study, const Policy& policy, Release& release);
void release_goals(const Study& study, const ReleaseOptions& options, std::int64_t threshold, Release& release);

}  // namespace houvast::detail
