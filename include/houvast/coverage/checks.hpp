#pragma once

#include <string>
#include <vector>

#include "houvast/api.hpp"
#include "houvast/ecosystem/profile.hpp"
#include "houvast/text/claim.hpp"

namespace houvast::inline v0_1 {

/// One of the questions that coverage puts to a study.
struct Check {
  std::string id;                      ///< "C1" …
  Claim title;                         ///< what is checked
  std::vector<std::string> questions;  ///< questions of the instruments, or source factors, that it makes concrete
  /// What it cannot judge without, or to whom it applies, in the order in which it is looked at: "ties", "answers",
  /// "organisations" …
  std::vector<std::string> needs{};
  std::vector<std::string> reads{};  ///< what else it looks at
  std::vector<Claim> settles{};      ///< what would settle it when something of these is not there
  Claim rule;                        ///< the rule with its thresholds

  friend bool operator==(const Check&, const Check&) = default;
};

/// Every coverage check, in order: what everything that counts, lists or explains checks reads.
/// @param thresholds those of the profile, which the rules name
/// @source HOUVAST (2023), MAO (2022), SAMEN=BETER, Ken je samenwerkingspartner; rules: own definition
///         (docs/method/coverage.md)
[[nodiscard]] HOUVAST_API std::vector<Check> checks(const Thresholds& thresholds = {});

}  // namespace houvast::inline v0_1
