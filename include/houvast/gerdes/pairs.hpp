#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "houvast/api.hpp"
#include "houvast/base/table.hpp"
#include "houvast/gerdes/profile.hpp"
#include "houvast/study.hpp"

namespace houvast::inline v0_1 {

/// What one side says about one dimension: a median interval, because a side may be several people.
struct StageSide {
  std::int64_t n = 0;          ///< assessments that name a stage
  std::int64_t dont_know = 0;  ///< assessments that say don't know
  std::optional<int> low;      ///< stage of the lower middle assessment
  std::optional<int> high;     ///< stage of the upper middle assessment
};

/// Whether both sides of a pair see the same stage.
enum class SideAgreement : std::uint8_t {
  kSame,      ///< their median intervals touch
  kApart,     ///< they do not
  kOneSided,  ///< only one side names a stage
  kUnknown,   ///< neither does
};
/// "same", "apart", "one_sided", "unknown".
[[nodiscard]] HOUVAST_API std::string_view to_string(SideAgreement agreement) noexcept;

/// How the two sides of a pair see the same dimension of their own collaboration.
struct HOUVAST_API PairView {
  WaveId wave;
  std::int32_t a = 0;             ///< index in study.parties()
  std::optional<std::int32_t> b;  ///< a < b; nothing when a party's ties are assessed
  QuestionId dimension;
  StageSide by_a;    ///< people of a
  StageSide by_b;    ///< people of b; of a party's ties: everybody else
  StageSide others;  ///< people of neither; of a party's ties: nobody
  StageSide all;     ///< everybody together
  bool inferred_order = false;

  [[nodiscard]] SideAgreement agreement() const noexcept;
  /// How many stages b's median interval lies above a's: 0 when they touch, below 0 when it lies under it. Swapping
  /// what both sides say turns the sign round.
  [[nodiscard]] std::optional<int> steps() const noexcept;
};

/// Every assessed pair (or, with `kPartyTies`, every party whose ties were assessed) per wave and dimension.
///
/// A pair has no direction: an assessment of (A, B) and one of (B, A) are about the same pair.
/// @param options `wave` and `object`; the whole collaboration has no sides
/// @throws ValueError HV-303 object whole; KeyError HV-505
/// @complexity O(assessments × log assessments)
/// @source own definition
[[nodiscard]] HOUVAST_API std::vector<PairView> pair_views(const Study& study, const StageOptions& options);

/// One row per pair, wave and dimension.
///
/// Columns: wave, a, b (missing for a party's ties), dimension, title, inferred_order; of each side n, dont_know and
/// median interval; n_others; median interval of all; agreement, steps.
/// @throws ValueError HV-303 object whole; KeyError HV-505
[[nodiscard]] HOUVAST_API Table gerdes_pairs(const Study& study, const StageOptions& options);

}  // namespace houvast::inline v0_1
