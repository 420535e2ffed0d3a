#pragma once

#include <vector>

#include "disclosure/composite_sums.hpp"
#include "disclosure/stated_question.hpp"
#include "disclosure/statement_choice.hpp"

namespace houvast::inline v0_1::detail {

/// How alike people answer two questions, as a correlation: from, to.
struct Alike {
  double low = 0.2;
  double high = 0.5;
};

/// As an alpha of so many questions tells it.
/// @source Spearman (1910) and Brown (1910), solved for the correlation
[[nodiscard]] Alike alike_from(double low, double high, double questions);

/// What several questions together can be when the limit of the tests lies at one place.
struct CompositeLimit {
  double level = 0;  ///< with a p-value of at most this, uncorrected, a difference is said
  CompositeSums sums;
};

/// What may be said of an element: that high answers to its questions together are more frequent in one group.
///
/// A statement is safe when it says nothing of any single question: when there are sums as in CompositeSums with which
/// exactly what is said can be said, wherever the limit of the tests lies. Where none are found, less is said.
/// @source own definition
class CompositeAudit {
 public:
  /// @param limits of the same questions, by rising level; those with which nothing can have been answered are left out
  CompositeAudit(std::vector<CompositeLimit> limits, const Alike& alike);

  /// What of this may be said, by the order of the groups.
  [[nodiscard]] std::vector<StatedDifference> tellable(const std::vector<StatedDifference>& supported);

  /// Whether anything may be said at all of two groups that does not follow from the figures, so that silence tells.
  [[nodiscard]] bool compares() const { return !pairs_.empty(); }
  /// At each limit, sums that the groups can have when exactly what is tellable is said, and that say nothing of any
  /// single question; when there are none, all that its figures allow, as one.
  [[nodiscard]] std::vector<std::vector<ShareSums>> sums();

 private:
  [[nodiscard]] bool is_safe(const std::vector<GroupPair>& pairs, const Said& said);
  [[nodiscard]] bool follows(const StatedDifference& difference) const;

  std::vector<CompositeLimit> limits_;
  Alike alike_;
  std::vector<GroupPair> pairs_;
  Said said_;
};

/// What may be said of a whole instrument, over elements whose sums say nothing of any single question: some of theirs,
/// one of each, can give exactly what is said.
/// @param elements of each limit, the sums of every element; @param levels of each limit
[[nodiscard]] std::vector<StatedDifference> tellable_over_all(
    const std::vector<std::vector<std::vector<ShareSums>>>& elements, const CompositeSize& size,
    const std::vector<double>& levels, const Alike& alike, const std::vector<StatedDifference>& supported);

}  // namespace houvast::inline v0_1::detail
