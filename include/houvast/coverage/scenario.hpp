#pragma once

#include <string>
#include <vector>

#include "houvast/api.hpp"
#include "houvast/coverage/coverage.hpp"
#include "houvast/study.hpp"

namespace houvast::inline v0_1 {

/// What would be different: who leaves, who joins, and with which ties.
struct Change {
  std::vector<PartyId> remove{};
  std::vector<Party> add{};  ///< counted as not asked, whatever `asked` says: nobody of them could answer
  /// Further reports of ties. An empty wave is the wave of the scenario, an empty relation its relation, an empty
  /// reporter the one the tie starts from.
  std::vector<TieReport> ties{};
};

/// A check whose status or evidence is different after the change.
struct FindingChange {
  std::string check;
  Status before = Status::kUnknown;
  Status after = Status::kUnknown;
  std::vector<Evidence> gone;  ///< evidence only before, in its order
  std::vector<Evidence> came;  ///< evidence only after, in its order

  friend bool operator==(const FindingChange&, const FindingChange&) = default;
};

/// The ecosystem before and after a change.
struct Scenario {
  Study study;  ///< after the change
  std::vector<Finding> before;
  std::vector<Finding> after;
  std::vector<FindingChange> changes;  ///< only the checks in which something is different, in their order
};

/// The study as it would be after a change, in all its waves.
///
/// Who leaves takes along answers, reports, ties and assessments; goals stay, without an owner. Who reported only about
/// those who leave keeps having reported: that there are no ties left is then known. The decisions and the expertise of
/// those who leave stay expected (in the profile), so that the gap they leave is found.
/// @throws KeyError HV-508 a party to remove that does not exist; ValidationError when what is added does not fit
/// @complexity O(size of the study)
/// @source own definition
[[nodiscard]] HOUVAST_API Study changed(const Study& study, const Change& change, const CoverageOptions& options = {});

/// What changes in the coverage when parties leave or join: "the kartrekker leaves", "the sports club joins".
/// @throws as `changed` and `coverage`
/// @complexity that of `changed` and of `coverage`, twice
/// @source own definition
[[nodiscard]] HOUVAST_API Scenario what_if(const Study& study, const Change& change,
                                           const CoverageOptions& options = {});

/// One row per changed check: check, title, status before and after, evidence that went and came, sentence after.
[[nodiscard]] HOUVAST_API Table scenario_table(const Scenario& scenario, Language language);

}  // namespace houvast::inline v0_1
