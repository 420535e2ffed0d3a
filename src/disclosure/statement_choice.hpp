#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <utility>
#include <vector>

#include "disclosure/stated_question.hpp"

namespace houvast::inline v0_1::detail {

/// Two groups, by their indices.
using GroupPair = std::pair<std::size_t, std::size_t>;

/// What is said of a pair: nothing, or that the first or the second is the lower.
enum class Say : std::uint8_t { kNothing, kFirstLower, kSecondLower };
/// What is said of each pair.
using Said = std::vector<Say>;

/// The difference that is said of a pair, when one is.
[[nodiscard]] inline StatedDifference difference_of(const GroupPair& pair, Say say) {
  return say == Say::kSecondLower ? StatedDifference{pair.second, pair.first}
                                  : StatedDifference{pair.first, pair.second};
}

/// What may be said of pairs of groups, each in its turn.
///
/// Pairs of which silence already could tell are not compared at all. What is left out follows from what is safe and
/// from what is said before; so leaving out says nothing.
class StatementChoice {
 public:
  /// Whether a document that says exactly this of these pairs tells of nobody in particular.
  using Safe = std::function<bool(const std::vector<GroupPair>&, const Said&)>;

  StatementChoice(const std::vector<GroupPair>& open, Safe safe);

  /// Those that are compared.
  [[nodiscard]] const std::vector<GroupPair>& pairs() const { return pairs_; }
  /// What of this may be said: each in its turn, when it may be said beside those before.
  [[nodiscard]] Said chosen(const std::vector<StatedDifference>& supported);
  [[nodiscard]] std::vector<StatedDifference> differences(const Said& said) const;
  [[nodiscard]] bool safe(const Said& said);

 private:
  Safe is_safe_;
  std::vector<GroupPair> pairs_;
  std::map<Said, bool> known_;
};

}  // namespace houvast::inline v0_1::detail
