#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "disclosure/count_lattice.hpp"
#include "disclosure/stated_question.hpp"

namespace houvast::inline v0_1::detail {

/// Some of the members of a variable, by their places.
struct Part {
  std::size_t variable = 0;
  std::size_t first = 0;
  std::size_t last = 0;
};

/// One of those who answered.
struct Insider {
  std::size_t variable = 0;
  std::size_t member = 0;
  bool counted = false;

  [[nodiscard]] bool in(const Part& part) const {
    return variable == part.variable && member >= part.first && member < part.last;
  }
};

/// A question as numbers: one variable per group that is shown, and one for all that are hidden together.
class StatedNumbers {
 public:
  explicit StatedNumbers(const StatedQuestion& question);

  [[nodiscard]] const std::vector<CountRange>& ranges() const { return ranges_; }
  [[nodiscard]] const CountRange& whole() const { return whole_; }
  [[nodiscard]] std::int64_t people() const { return people_; }
  [[nodiscard]] const std::vector<Part>& parts() const { return parts_; }
  /// Nobody first, who knows no answer.
  [[nodiscard]] const std::vector<std::optional<Insider>>& insiders() const { return insiders_; }

  [[nodiscard]] std::int64_t people_in(const Part& part) const;

  /// Whether by its figure alone the part has more than the threshold who are counted, and who are not.
  [[nodiscard]] bool never_few(const Part& part, std::int64_t threshold) const;

  /// The ranges of all variables, when the part has so many counted and this is known to the insider.
  [[nodiscard]] std::vector<CountRange> with(const Part& part, CountRange counted,
                                             const std::optional<Insider>& insider) const;

 private:
  void add(std::vector<std::int64_t> members, CountRange range);
  void add_hidden(const std::vector<ToldGroup>& hidden);

  CountRange whole_;
  std::int64_t people_;
  std::vector<std::vector<std::int64_t>> members_;
  std::vector<CountRange> ranges_;
  std::vector<Part> parts_;
  std::vector<std::optional<Insider>> insiders_{std::nullopt};
};

/// Whether nobody can be certain of few, of whatever part, from the figures and statements of one question.
/// @param sure conditions under which the same is told for certain
/// @param perhaps conditions without which it is not
/// @param whole_is_known somebody may know the exact number of everybody
[[nodiscard]] bool tells_of_no_few(const StatedNumbers& numbers, const std::vector<AtLeast>& sure,
                                   const std::vector<AtLeast>& perhaps, std::int64_t threshold, bool whole_is_known);

}  // namespace houvast::inline v0_1::detail
