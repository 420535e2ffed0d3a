#include "disclosure/statement_choice.hpp"

#include <algorithm>

namespace houvast::inline v0_1::detail {

StatementChoice::StatementChoice(const std::vector<GroupPair>& open, Safe safe) : is_safe_(std::move(safe)) {
  for (const GroupPair& pair : open) {
    pairs_.push_back(pair);
    known_.clear();
    if (!this->safe(Said(pairs_.size()))) pairs_.pop_back();
  }
  known_.clear();
}

Said StatementChoice::chosen(const std::vector<StatedDifference>& supported) {
  Said said(pairs_.size());
  for (std::size_t i = 0; i < pairs_.size(); ++i) {
    for (const Say say : {Say::kFirstLower, Say::kSecondLower}) {
      if (std::find(supported.begin(), supported.end(), difference_of(pairs_[i], say)) == supported.end()) continue;
      said[i] = say;
      if (!safe(said)) said[i] = Say::kNothing;
    }
  }
  return said;
}

std::vector<StatedDifference> StatementChoice::differences(const Said& said) const {
  std::vector<StatedDifference> result;
  for (std::size_t i = 0; i < said.size(); ++i) {
    if (said[i] != Say::kNothing) result.push_back(difference_of(pairs_[i], said[i]));
  }
  return result;
}

bool StatementChoice::safe(const Said& said) {
  const auto found = known_.find(said);
  if (found != known_.end()) return found->second;
  const bool holds = is_safe_(pairs_, said);
  known_[said] = holds;
  return holds;
}

}  // namespace houvast::inline v0_1::detail
