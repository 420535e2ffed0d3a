#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "houvast/api.hpp"
#include "houvast/base/table.hpp"
#include "houvast/base/text.hpp"
#include "houvast/gerdes/profile.hpp"
#include "houvast/study.hpp"
#include "houvast/text/claim.hpp"

namespace houvast::inline v0_1 {

/// When a stage counts as reached: by enough assessors, compared in integers.
struct StageRule {
  std::int64_t numerator = 2;  ///< of those who name a stage, so many …
  std::int64_t denominator = 3;
  std::int64_t minimum = 5;  ///< with fewer who name a stage it is not known
};

/// Which stages are reached by the stated share of assessors, and whether the don't knows could change that.
///
/// One row per wave, dimension, group and stage above the lowest (the lowest is reached by everyone who names a stage).
/// Types have no order and no row.
/// Columns: wave, dimension, title, group, inferred_order, stage, stage_title; n, at_least (named it or a later one),
/// share with its Wilson interval; dont_know, share_if_not and share_if_all (the share when all who do not know are put
/// below, or at, the stage); wanted ("2/3"); reached: yes, no, depends (on those who do not know) or unknown (too few).
/// @throws ValueError HV-302 rule or level; KeyError HV-505, HV-506
/// @complexity O(assessments × log assessments)
/// @source own definition; interval: Wilson (1927)
[[nodiscard]] HOUVAST_API Table gerdes_reached(const Study& study, const StageOptions& options = {},
                                               const StageRule& rule = {});

/// How complex the questions are that the collaboration is there for.
enum class Complexity : std::uint8_t { kSimple, kComposite, kComplex };
/// "simple", "composite" or "complex". @throws ValueError HV-303
[[nodiscard]] HOUVAST_API Complexity complexity_of(std::string_view name);
[[nodiscard]] HOUVAST_API std::string_view to_string(Complexity complexity) noexcept;

struct StrengtheningOptions {
  Complexity complexity = Complexity::kComplex;
  std::map<QuestionId, int> wished{};  ///< a wished stage (or type) of your own, instead of that by complexity
  StageOptions stages{};
  StageRule rule{};
  Language language = Language::kNl;
  bool counts = true;  ///< whether the reason says how many chose what; false for others than the analyst
};

/// What is wished of one dimension, and how it stands, for one wave and group.
struct Strengthening {
  WaveId wave;
  QuestionId dimension;
  LocalizedText title;
  std::string group;
  bool inferred_order = false;  ///< the source does not state the order of its stages
  std::int64_t n = 0;           ///< assessments that name a stage
  std::int64_t dont_know = 0;
  int wished = 0;
  LocalizedText wished_title;
  std::int64_t at_least = 0;     ///< assessments that name the wished stage or a later one
  Estimate share;                ///< at_least / n with its Wilson interval
  std::optional<int> reached;    ///< highest stage that the stated share reached; nothing with too few
  std::string status;            ///< strengthen, fits, lower_fits or unknown; no grade
  std::vector<Claim> claims;     ///< the status, as what is said of it
  std::optional<int> to_stage;   ///< the next stage, or the earlier one that would do
  LocalizedText to_title;        ///< its name; empty without a stage to go to
  LocalizedText to_description;  ///< what it looks like; own reading
};

/// One for each row of gerdes_strengthening(), in its order; `options.language` is not used.
/// @throws as gerdes_strengthening()
/// @complexity O(assessments × log assessments)
/// @source as gerdes_strengthening()
[[nodiscard]] HOUVAST_API std::vector<Strengthening> strengthenings(const Study& study,
                                                                    const StrengtheningOptions& options);

/// Which dimensions qualify for strengthening, and where an earlier stage would do: something to talk about, no grade.
///
/// The wished stage follows from the complexity: simple questions ask the lowest stage, composite ones the middle,
/// complex ones the highest. A dimension qualifies when fewer than the stated share are at the wished stage.
/// One row per wave that asked for the stages, dimension and group, also for groups that judged nothing: they are
/// unknown. Types have no next one, so they have a row only when one of them is wished.
/// Columns: wave, dimension, title, group, inferred_order; n, dont_know; wished, wished_title; at_least (at the wished
/// stage or a later one; of types, at the wished one), share with its Wilson interval; stage_reached (the highest stage
/// that the stated share reached); status: strengthen, fits, lower_fits (the stated share is at a later stage than the
/// questions ask) or unknown (too few, or those who do not know could change it); reason in words; to_stage, to_title,
/// to_description (the next stage, the earlier one that would do, or the wished type).
/// @throws ValueError HV-302 rule, level or a wished stage off its scale; KeyError HV-502 dimension, HV-505, HV-506
/// @complexity O(assessments × log assessments)
/// @source own definition, after SAMEN=BETER (collaboration pays for complex questions, and can harm for simple ones)
[[nodiscard]] HOUVAST_API Table gerdes_strengthening(const Study& study, const StrengtheningOptions& options);

}  // namespace houvast::inline v0_1
