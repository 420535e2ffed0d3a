#include "coverage/expertise.hpp"

#include <map>
#include <utility>

#include "base/index.hpp"
#include "houvast/base/stop.hpp"
#include "houvast/instrument/scale.hpp"

namespace houvast::inline v0_1::detail {

std::vector<Expertise> expertise_of(const CoverageContext& context) {
  std::vector<Expertise> all;
  std::map<std::string, std::size_t> index;
  const auto of = [&](const std::string& word) -> Expertise& {
    const std::string id = context.profile().expertise.find(word).value_or(word);
    const auto [entry, is_new] = index.try_emplace(fold_label(id), all.size());
    if (is_new) all.push_back({id});
    return all[entry->second];
  };
  for (const Term& term : context.profile().expertise.terms()) static_cast<void>(of(term.id));
  for (std::size_t p = 0; p < context.parties().size(); ++p) {
    if (!context.takes_part[p]) continue;
    for (const std::string& word : context.parties()[p].expertise) of(word).parties.insert(p);
  }
  return all;
}

std::vector<bool> near(const CoverageContext& context, const Expertise& expertise, std::int64_t steps,
                       const std::vector<bool>& gone) {
  const Graph inward = context.network->graph.transpose();
  std::vector<bool> found(context.network->network.parties.size());
  std::vector<std::int32_t> edge, next;
  const auto find = [&](std::int32_t place, std::vector<std::int32_t>& found_now) {
    const auto at = as_size(place);
    if (found[at] || (!gone.empty() && gone[at])) return;
    found[at] = true;
    found_now.push_back(place);
  };
  for (const std::size_t holder : expertise.parties) {
    if (context.position[holder]) find(*context.position[holder], edge);
  }
  StopPoints looked(4096);
  for (std::int64_t step = 0; step < steps && !edge.empty(); ++step) {
    next.clear();
    for (const std::int32_t place : edge) {
      looked();
      for (const std::int32_t other : inward.neighbours(place)) find(other, next);
    }
    std::swap(edge, next);
  }
  return found;
}

}  // namespace houvast::inline v0_1::detail
