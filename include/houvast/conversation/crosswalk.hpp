#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "houvast/api.hpp"
#include "houvast/base/estimate.hpp"
#include "houvast/base/table.hpp"
#include "houvast/study.hpp"

namespace houvast::inline v0_1 {

struct CrosswalkOptions {
  std::string by{};              ///< attribute to split by; empty = everybody together
  std::optional<WaveId> wave{};  ///< nothing: the last wave
  std::string relation{};        ///< of know-your-partner; empty: the study's first relation
  double level = 0.95;           ///< of the intervals
  bool with_private = false;     ///< also instruments whose answers belong to their author
};

/// What one question, factor, dimension or condition says about an element.
struct CrosswalkEntry {
  ElementId element;
  InstrumentId instrument;
  std::string id;     ///< question, element, dimension or condition
  std::string title;  ///< its Dutch words
  std::string group;  ///< value of the attribute; empty: everybody, or no value
  /// "high_share": share of high answers, every question counting the same; "highest_stage": share of assessors at the
  /// highest stage; "met_from_both_sides": share of the ties about which both sides told
  std::string measure;
  std::int64_t n = 0;  ///< answers, scale scores, assessors or ties
  std::optional<double> share;
  std::optional<Interval> interval;  ///< of high answers: as in scores(); else Wilson
  std::optional<double> median_low;  ///< the two middle answers, scores or stages; conditions have none
  std::optional<double> median_high;
  bool inferred_order = false;  ///< the source does not state the order of the stages
  std::optional<Claim> reason;  ///< why there is no number
};

/// What the other instruments say about each of the six elements, side by side and never as one number.
///
/// Rows: by element, then six-elements itself and what the crosswalk names, in its order; per group. An instrument that
/// was not asked, or that is private to its author, has a row with the reason. A tie counts in the group of each of its
/// two sides. Shares on different scales cannot be compared as numbers: read each with its own words.
/// @throws KeyError HV-505 wave, HV-506 attribute, HV-507 relation; ValueError HV-302 level
/// @complexity that of scores(), stage_profiles() and partner_ties()
/// @source own definition (crosswalk and measures); Wilson (1927)
[[nodiscard]] HOUVAST_API std::vector<CrosswalkEntry> crosswalk_view(const Study& study,
                                                                     const CrosswalkOptions& options = {});

/// One row per entry.
[[nodiscard]] HOUVAST_API Table crosswalk_table(const Study& study, const std::vector<CrosswalkEntry>& entries,
                                                const CrosswalkOptions& options = {});

}  // namespace houvast::inline v0_1
