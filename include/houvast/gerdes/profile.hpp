#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "houvast/base/table.hpp"
#include "houvast/study.hpp"

namespace houvast {

/// What an assessment is about.
enum class AssessedObject : std::uint8_t { kWhole, kPair, kPartyTies };
/// "whole", "pair" or "party". @throws ValueError HV-303
[[nodiscard]] AssessedObject assessed_object_of(std::string_view name);
[[nodiscard]] std::string_view to_string(AssessedObject object) noexcept;

struct StageOptions {
  std::optional<WaveId> wave{};  ///< nothing = every wave
  std::string by{};              ///< attribute of the assessor's party; empty = everybody together
  AssessedObject object = AssessedObject::kWhole;
};

/// How assessors see one dimension. Stages are ordered, never averaged, and there is no composite of dimensions.
struct StageProfile {
  WaveId wave;
  QuestionId dimension;
  std::string group;
  std::vector<std::int64_t> counts;  ///< assessors per stage, lowest first
  std::int64_t n = 0;                ///< assessors who named a stage
  std::int64_t dont_know = 0;
  std::int64_t other = 0;           ///< refused, skipped, not applicable
  std::optional<int> median_low;    ///< stage of the lower middle assessor
  std::optional<int> median_high;   ///< stage of the upper middle assessor
  std::vector<int> modes;           ///< stage or stages that most assessors named
  std::optional<double> consensus;  ///< Tastle & Wierman's Cns, 1 = all the same, 0 = half at each end
  bool inferred_order = false;      ///< the order of the stages is not stated by the source
};

/// The profile per dimension, wave and group.
/// @throws KeyError HV-505 wave, HV-506 attribute
/// @complexity O(assessments × dimensions)
/// @source Gerdes, Goei, Huizinga & De Ruyter (2020); consensus: Tastle & Wierman (2007), eq. 1
[[nodiscard]] std::vector<StageProfile> stage_profiles(const Study& study, const StageOptions& options = {});

/// One row per dimension, wave and group.
[[nodiscard]] Table stage_table(const Study& study, const std::vector<StageProfile>& profiles,
                                const StageOptions& options);

}  // namespace houvast
