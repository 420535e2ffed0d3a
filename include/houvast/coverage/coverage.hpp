#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "houvast/api.hpp"
#include "houvast/base/table.hpp"
#include "houvast/study.hpp"
#include "houvast/text/claim.hpp"

namespace houvast::inline v0_1 {

/// What a check found. `unknown` is not `ok`.
enum class Status : std::uint8_t { kOk, kAttention, kMissing, kUnknown, kNotApplicable };
/// "ok", "attention", "missing", "unknown", "not_applicable".
[[nodiscard]] HOUVAST_API std::string_view to_string(Status status) noexcept;

/// One fact behind a finding: a party, a domain, a number.
struct Evidence {
  /// "party", "organisation", "domain", "sector", "level", "perspective", "decision", "expertise", "condition", "form",
  /// "cell" (need/age/support level), "count"
  std::string kind;
  std::string id;    ///< id of the thing, or name of the number
  std::string role;  ///< what it is in the finding: "absent", "silent", "isolated", "cut", "cut_off", "present" …
  std::optional<double> value{};
  std::string of{};  ///< the other thing that it is about: the party it depends on, the other domain, the decision …

  friend bool operator==(const Evidence&, const Evidence&) = default;
};

/// The outcome of one check: traceable to the question it makes concrete and to its evidence.
struct Finding {
  std::string check;                   ///< "C1" …
  std::vector<std::string> questions;  ///< questions of the instrument, or source factors
  Claim title;
  Status status = Status::kUnknown;
  std::vector<Evidence> evidence;
  Claim rule;                 ///< the rule with its thresholds
  std::vector<Claim> claims;  ///< what was found; parties, domains … by id (say it with `names_of` the study)
  std::vector<Claim> needed;  ///< what would settle an `unknown`; else empty
};

struct HOUVAST_API CoverageOptions {
  std::optional<WaveId> wave{};  ///< nothing: the last wave
  std::string relation{};        ///< empty: the study's first relation
  /// Whether a check may read what a perspective answered to a question; empty: everything. For what may leave.
  std::function<bool(const std::string& perspective, const QuestionId& question)> may_read{};
  /// Between which shares (lowest, highest) it is told that people of a perspective answered; empty: as it was. For
  /// what may leave: nothing narrower is said.
  std::function<std::pair<double, double>(const std::string& perspective)> told_response{};
  /// Of a domain or perspective with fewer people who were asked, nothing is judged that tells what they did: whether
  /// they answered and have ties. Of single parties it is told only with their consent that nothing was heard from
  /// them, so that nobody can tell from what is not said that somebody of few did answer. For what may leave; 0:
  /// everything is judged.
  std::int64_t fewest_people = 0;
  bool ties_are_told = true;    ///< else as if nobody had told about ties. For what may leave
  bool silence_is_told = true;  ///< else as if somebody had answered where nobody did. For what may leave
};

/// Where a party stands in the ecosystem.
enum class Position : std::uint8_t { kPresent, kSilent, kIsolated, kBehindBroker, kNotMeasured };
[[nodiscard]] HOUVAST_API std::string_view to_string(Position position) noexcept;

/// Runs every check of `checks()` on one wave, in order.
///
/// Checks that the profile calls not applicable are there with that status. Random numbers (C8, C11) have a seed of the
/// study's id: the same study gives the same findings.
/// @throws KeyError HV-505 wave, HV-507 relation
/// @complexity O(parties² + reports + answers) for most checks; C8 499 and C11 400 passes over ties and parties
/// @source HOUVAST (2023), MAO (2022), SAMEN=BETER, Ken je samenwerkingspartner; rules: own definition
///         (docs/method/coverage.md)
[[nodiscard]] HOUVAST_API std::vector<Finding> coverage(const Study& study, const CoverageOptions& options = {});

/// The position of every party, in the order of study.parties(); nothing for those not in the wave.
[[nodiscard]] HOUVAST_API std::vector<std::optional<Position>> positions(const Study& study,
                                                                         const CoverageOptions& options = {});

/// One row per finding: check, title, questions, status, sentence, evidence, needed.
[[nodiscard]] HOUVAST_API Table coverage_table(const Study& study, const std::vector<Finding>& findings,
                                               Language language);

}  // namespace houvast::inline v0_1
