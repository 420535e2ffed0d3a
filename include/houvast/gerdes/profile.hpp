#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "houvast/api.hpp"
#include "houvast/base/table.hpp"
#include "houvast/study.hpp"

namespace houvast::inline v0_1 {

/// What an assessment is about.
enum class AssessedObject : std::uint8_t { kWhole, kPair, kPartyTies };
/// "whole", "pair" or "party". @throws ValueError HV-303
[[nodiscard]] HOUVAST_API AssessedObject assessed_object_of(std::string_view name);
[[nodiscard]] HOUVAST_API std::string_view to_string(AssessedObject object) noexcept;

struct StageOptions {
  std::optional<WaveId> wave{};  ///< nothing = every wave
  std::string by{};              ///< attribute of the assessor's party; empty = everybody together
  AssessedObject object = AssessedObject::kWhole;
  bool per_object = false;  ///< each pair, or each party's ties, on its own (profiles only)
  double level = 0.95;      ///< of the intervals
};

/// How assessors see one dimension. Stages are ordered, never averaged, and there is no composite of dimensions.
struct StageProfile {
  WaveId wave;
  QuestionId dimension;
  std::string group;
  PartyId object_a;  ///< with `per_object`: what is assessed; else empty
  PartyId object_b;
  std::vector<std::int64_t> counts;                  ///< assessments per stage, lowest first
  std::array<std::int64_t, kAnswerStates> states{};  ///< assessments per state; don't know is never a stage
  std::int64_t n = 0;                                ///< assessments that name a stage
  std::int64_t assessors = 0;                        ///< different people behind all of these assessments
  std::optional<int> median_low;                     ///< stage of the lower middle assessment
  std::optional<int> median_high;                    ///< stage of the upper middle assessment
  std::vector<int> modes;                            ///< stage or stages named most often
  std::optional<double> consensus;                   ///< Tastle & Wierman's Cns: 1 = all the same, 0 = half at each end
  bool inferred_order = false;                       ///< the order of the stages is not stated by the source

  [[nodiscard]] std::int64_t state(AnswerState which) const noexcept { return states[static_cast<std::size_t>(which)]; }
};

/// The profile per dimension, wave and group; the order in which assessments stand in the study changes nothing.
/// @throws KeyError HV-505 wave, HV-506 attribute
/// @complexity O(assessments × log assessments)
/// @source Gerdes, Goei, Huizinga & De Ruyter (2020); consensus: Tastle & Wierman (2007), eq. 1
[[nodiscard]] HOUVAST_API std::vector<StageProfile> stage_profiles(const Study& study,
                                                                   const StageOptions& options = {});

/// One row per dimension, wave and group (and object, with `per_object`).
[[nodiscard]] HOUVAST_API Table stage_table(const Study& study, const std::vector<StageProfile>& profiles,
                                            const StageOptions& options);

/// What a Kiviat figure or dot profile draws: one row per stage of each dimension, wave and group.
///
/// Columns: wave, dimension, title, group, inferred_order, axis (1 = first dimension), stage, stage_title, count, share
/// with its Wilson interval, within_median (the median interval covers this stage), n, dont_know.
/// @throws KeyError HV-505 wave, HV-506 attribute; ValueError HV-302 level
/// @complexity O(assessments × log assessments)
/// @source own definition; interval: Wilson (1927)
[[nodiscard]] HOUVAST_API Table gerdes_plot_data(const Study& study, const StageOptions& options = {});

}  // namespace houvast::inline v0_1
