#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>

#include "houvast/base/error.hpp"
#include "houvast/base/id.hpp"
#include "houvast/base/text.hpp"

namespace houvast::inline v0_1 {

/// A kind of tie that is asked about: contact, collaboration, referral.
struct Relation {
  std::string id;
  LocalizedText title{};
  bool directed = true;
  /// Every pair of parties was settled by the source (a published network): nobody is silent.
  bool complete = false;
  double max_strength = 1;  ///< declared upper bound; 0 means "no tie"
};

/// One party's word about one tie. Each side's report is kept; disagreement between the two is a finding.
struct TieReport {
  WaveId wave{};
  PartyId reporter{};
  PartyId from;
  PartyId to{};  ///< empty: the reporter answered and has no ties at all
  std::string relation{};
  double strength = 1;                              ///< 0 = the reporter says that there is none
  std::array<std::optional<bool>, 4> conditions{};  ///< P1–P4 of know-your-partner; nothing = not asked or not known
  Where where{};
};

/// Where those whom a report names stand in the list of parties; -1 for whom it does not name.
struct TieEnds {
  std::int32_t reporter = -1;  ///< who told of the tie
  std::int32_t from = -1;      ///< whom it comes from
  std::int32_t to = -1;        ///< whom it goes to; -1 as well when the reporter has no ties at all
};

}  // namespace houvast::inline v0_1
