#pragma once

#include <cstddef>
#include <vector>

#include "houvast/disclosure/audit.hpp"

namespace houvast::inline v0_1::detail {

/// A statement on one question: that high answers are more frequent in one group than in another.
struct StatedDifference {
  std::size_t lower = 0;  ///< index of a group
  std::size_t higher = 0;

  friend bool operator==(const StatedDifference&, const StatedDifference&) = default;
};

/// How a test of two groups decides, by its p-value uncorrected: with at most `said`, the difference is said for
/// certain; above `unsaid`, and for certain not. In between lies a limit, which depends on the other questions.
struct DecidingLevels {
  double said = 0;
  double unsaid = 1;
};

/// One question: what is told of groups and of everybody, and which statements compare them.
struct StatedQuestion {
  std::vector<ToldGroup> groups;      ///< that are shown
  std::vector<std::size_t> compared;  ///< of these, between which a difference may be said
  std::vector<ToldGroup> hidden;      ///< of which nothing is told but how many people they have
  ToldCount whole;
  DecidingLevels levels;
  /// Where the limit of the tests lies depends much on the answers to this question. As long as as many answer high, of
  /// the same people with the same other answers, it stays where it is, whoever they are.
  bool decides_limit = false;
  std::vector<double> limits;  ///< some places of the limit, at which it is asked under which answers the same is said
};

}  // namespace houvast::inline v0_1::detail
