#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <utility>
#include <vector>

#include "disclosure/bounded_table.hpp"
#include "disclosure/count_lattice.hpp"

namespace houvast::inline v0_1::detail {

/// One question of several that a statement takes together, and what is told of it.
struct CompositePart {
  std::vector<CountRange> ranges;    ///< of each group that is shown, and of all that are hidden together
  std::vector<std::int64_t> people;  ///< of each
  CountRange whole;
  std::vector<AtLeast> held;          ///< under which the same is said of the question itself
  std::vector<std::size_t> compared;  ///< the place of each group that is compared; the same groups in every part
  bool never_few = false;             ///< whatever its numbers are, they are of nobody in particular
};

/// Shares of high answers of each group that is compared, added up over questions: from, to.
struct ShareSums {
  std::vector<double> low;
  std::vector<double> high;
};

/// How many people of each group answer, over questions, and over how many questions.
struct CompositeSize {
  std::vector<double> people;
  double questions = 0;
};

/// Sums over questions that groups can have, and that say nothing of any single question: for each group, and each
/// number of high answers to one question that its figures and statements allow, the others can make up for it, so that
/// the sums stay as they are. Looked for at some sums.
/// @source own definition
class CompositeSums {
 public:
  using Fits = std::function<bool(const ShareSums&)>;

  explicit CompositeSums(std::vector<CompositePart> parts);

  /// Whether anything can have been answered with these figures and statements.
  [[nodiscard]] bool can_be() const;
  /// Whether nothing that can have been answered to any of the questions is of somebody in particular.
  [[nodiscard]] bool never_few() const;
  /// Whether there are such sums.
  [[nodiscard]] bool is_free();
  /// Those that fit; `every` one, or one of them.
  [[nodiscard]] std::vector<ShareSums> free(const Fits& fits, bool every);
  /// What the sums are at least and at most, by the figures.
  [[nodiscard]] ShareSums all() const;
  [[nodiscard]] const CompositeSize& size() const { return size_; }

 private:
  using Sums = std::vector<std::int64_t>;
  using Boxes = std::vector<std::vector<CountRange>>;

  // Of one part: what its variables can be at once, as boxes within which the same is said of it; and the same with a
  // variable, or everybody, at the least and at the most that it can be.
  struct Ways {
    Boxes free;
    std::vector<std::pair<Boxes, CountRange>> pinned;  // with what the whole can be
    std::vector<CountRange> reached;                   // by each variable
  };
  [[nodiscard]] static Ways ways_of(const CompositePart& part);
  static void pin(const CompositePart& part, std::size_t variable, CountRange tried, Ways& ways);
  static void pin_whole(const CompositePart& part, Ways& ways);

  [[nodiscard]] std::size_t groups() const { return size_.people.size(); }
  void put(const std::vector<CountRange>& box, const CountRange& whole, std::size_t part, BoundedTable& table) const;
  [[nodiscard]] std::vector<CountRange> room() const;
  [[nodiscard]] std::vector<Sums> grid() const;
  [[nodiscard]] bool is_free_at(const Sums& sums);
  [[nodiscard]] bool stays_free(const Sums& sums) const;
  [[nodiscard]] ShareSums shares_of(const Sums& sums) const;

  std::vector<CompositePart> parts_;
  std::vector<Ways> ways_;
  CompositeSize size_;
  std::vector<Sums> grid_;
  std::map<Sums, bool> free_;
};

}  // namespace houvast::inline v0_1::detail
