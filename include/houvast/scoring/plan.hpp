#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "houvast/api.hpp"
#include "houvast/base/table.hpp"
#include "houvast/scoring/supported.hpp"
#include "houvast/study.hpp"
#include "houvast/text/claim.hpp"

/// How many people must answer before something can be told: asked before a round, of its roster.
namespace houvast::inline v0_1 {

struct PlanOptions {
  std::string by = "perspective";        ///< attribute whose groups will be compared
  std::optional<WaveId> wave{};          ///< whose roster counts; nothing: the last
  double difference = 0.25;              ///< wished size: between two shares of high answers, above 0
  double share = 0.5;                    ///< halfway the two; 0.5 asks the most people
  Breadth breadth = Breadth::kQuestion;  ///< of what the difference is: of a question, an element or the instrument
  double power = 0.8;                    ///< wished chance that the difference is told when it is there
  double correlation = 0.2;              ///< between any two answers of one person, of one round or of two
  double level = 0.97;                   ///< of the tests, as SupportOptions
};

/// How many must answer before a difference between two groups, or a change of everybody, can be told.
struct PlannedComparison {
  WaveId wave;
  InstrumentId instrument;
  bool is_change = false;
  std::string group;  ///< empty for a change
  std::string other;
  std::optional<std::int64_t> asked{};  ///< people on the roster; nothing when that is not known
  std::optional<std::int64_t> asked_other{};
  std::optional<std::int64_t> needed{};  ///< who must answer (change: both times); nothing when all are not enough
  std::optional<std::int64_t> needed_other{};
  std::optional<double> smallest{};  ///< difference that can be told when everybody answers, in whole points up
};

/// How many of which group must answer.
struct Plan {
  PlanOptions options{};
  std::vector<PlannedComparison> rows{};
  std::vector<Claim> claims{};  ///< what was reckoned with, and then one sentence per row; with names
  /// Columns: wave, instrument, kind ("difference" or "change"), group, other, asked, asked_other, needed,
  /// needed_other, smallest; with titles.
  Table table{};
};

/// How many of which group must answer before a difference of the wished size can be told with the wished chance, by
/// the tests of supported_differences() and supported_changes() and their correction.
///
/// Of every two groups with five people or more on the roster: as many of both as long as the smaller has them, and
/// then more of the larger. An element counts as one of the fewest questions that an element has. The correction is
/// taken as Bonferroni's over what the test weighs, which asks a little more than the test does.
/// @throws ValueError HV-302 for a difference, share, correlation, power or level that cannot be; HV-303 without `by`;
/// KeyError HV-505, HV-506
/// @complexity O(pairs of groups × people² × log people)
/// @source own definition; the tests: Westfall & Young (1993); power of Fisher's exact test by enumeration: Casagrande,
/// Pike & Smith (1978)
[[nodiscard]] HOUVAST_API Plan plan(const Study& study, const PlanOptions& options = {});

}  // namespace houvast::inline v0_1
