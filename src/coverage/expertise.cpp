#include "coverage/expertise.hpp"

#include <map>

#include "houvast/instrument/scale.hpp"

namespace houvast::detail {

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

std::vector<bool> within(const CoverageContext& context, std::size_t party, std::int64_t steps,
                         const std::vector<bool>& gone) {
  std::vector<bool> reached(context.parties().size());
  reached[party] = true;
  const std::vector<std::int32_t>& parties = context.network->network.parties;
  std::vector<std::int32_t> edge{*context.position[party]};
  for (std::int64_t step = 0; step < steps; ++step) {
    std::vector<std::int32_t> next;
    for (const std::int32_t place : edge) {
      for (const std::int32_t other : context.network->graph.neighbours(place)) {
        const auto index = static_cast<std::size_t>(parties[static_cast<std::size_t>(other)]);
        if (reached[index] || (!gone.empty() && gone[static_cast<std::size_t>(other)])) continue;
        reached[index] = true;
        next.push_back(other);
      }
    }
    edge = std::move(next);
  }
  return reached;
}

}  // namespace houvast::detail
