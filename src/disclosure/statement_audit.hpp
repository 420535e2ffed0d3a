#pragma once

#include <cstdint>
#include <vector>

#include "disclosure/count_lattice.hpp"
#include "disclosure/stated_question.hpp"

namespace houvast::inline v0_1::detail {

/// What may be said of a question beside its figures.
struct Tellable {
  std::vector<StatedDifference> differences;
  bool whole_may_be_known = false;  ///< the exact number of everybody; so all may be said of it
  bool has_room = true;             ///< each group can have more numbers than the threshold
  bool never_few = false;           ///< whatever the numbers are, by the figures alone
  /// Conditions on the numbers, as in StatedNumbers, under which the same is said; at each of the question's limits.
  std::vector<std::vector<AtLeast>> held;
};

/// Which of the differences that tests support may be told beside the figures, and whether all may be said of
/// everybody.
///
/// A statement narrows what groups can have answered, and that there is none does. So both are taken up in what is put
/// together (isolates_few()): what is said is safe when for everything that somebody could want to know (high answers,
/// others; of a group, a part of one, all that is hidden together; with the own answer known or not) there are answers
/// that give the same document, statements included, and in which it is of nobody or of the threshold at least;
/// wherever the limit of the tests lies. They are looked for; where none are found, less is said. What may be said at
/// all follows from the figures, and what is left out from them and from what is said before; so leaving out says
/// nothing.
/// @param supported differences between groups in `compared`
/// @source own definition
[[nodiscard]] Tellable tellable(const StatedQuestion& question, const std::vector<StatedDifference>& supported,
                                std::int64_t threshold);

/// Whether it follows from what is told of the same people's high answers, at two times or to two questions, that they
/// are more frequent in one: it would be found even if as many as possible had answered the other way round. So saying
/// it tells no more than the figures; and that it is not said tells only who answered both.
[[nodiscard]] bool follows_below(const ToldCount& lower, const ToldCount& higher);

/// Whether it follows in the same way that they stand above the average of other questions, or below it.
[[nodiscard]] bool follows_apart(const ToldCount& one, const std::vector<ToldCount>& others, bool high);

}  // namespace houvast::inline v0_1::detail
