#pragma once

#include <string>
#include <vector>

#include "disclosure/statement_audit.hpp"
#include "houvast/disclosure/release.hpp"

/// The parts of a release that have a file of their own; each fills in its fields.
namespace houvast::inline v0_1::detail {

class StatementGate;

/// What is told of the high answers to a question, as numbers of people.
struct ToldAnswers {
  WaveId wave;
  InstrumentId instrument;
  std::string question;
  std::string element;              ///< of which it is one
  std::vector<std::string> labels;  ///< of the groups that are shown
  StatedQuestion told;              ///< without groups to compare
};
/// @return of every question whose total is shown, in the order of the release
std::vector<ToldAnswers> release_scores(const Study& study, const Policy& policy, const ReleaseOptions& options,
                                        Release& release);

/// What supported.hpp finds, as far as the scores that it speaks of are shown, and nobody can be certain of few by what
/// is said; those are the scores of the release so far. @return the same, with its numbers, for the agenda
struct Supported {
  std::vector<SupportedDifference> differences;
  std::vector<SupportedChange> changes;
  std::vector<SupportedOrder> orders;
};
/// @param differences that may be told
[[nodiscard]] Supported release_supported(const Study& study, const StatementGate& gate,
                                          std::vector<SupportedDifference> differences, Release& release);

void release_responses(const Study& study, const Policy& policy, const ReleaseOptions& options, Release& release);
void release_agenda(const Study& study, const Policy& policy, const ReleaseOptions& options, const Supported& supported,
                    Release& release);
/// Of elements of which it tells of no few. And hides those whose questions do not hang together: they are told by
/// question.
void release_reliability(const Study& study, const Policy& policy, const StatementGate& gate, Release& release);
void release_stages(const Study& study, const Policy& policy, const ReleaseOptions& options, Release& release);
/// What parties of networks are taken together by: what is split by, or the domain. Where all parties are the same in
/// that, the first of domain and level of which two values have as many parties as the threshold; not in a ledger,
/// where a later release, in which they are not the same, would be laid beside blocks of another grouping.
[[nodiscard]] std::string blocks_by(const Study& study, const Policy& policy, const ReleaseOptions& options);
void release_networks(const Study& study, const Policy& policy, Release& release);
void release_findings(const Study& study, const Policy& policy, Release& release);
void release_goals(const Study& study, const ReleaseOptions& options, std::int64_t threshold, Release& release);

}  // namespace houvast::inline v0_1::detail
