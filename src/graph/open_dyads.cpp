#include "graph/open_dyads.hpp"

#include <cstddef>

#include "base/index.hpp"

namespace houvast::inline v0_1::detail {
namespace {

bool is_of_groups(const Network& network) {
  return network.told.kind.empty();
}

// Calls visit(a, b) for every open dyad of a network of groups.
template <class Visit>
void for_each_open(const Network& network, Visit visit) {
  const auto n = static_cast<std::int32_t>(network.size());
  for (std::int32_t a = 0; a < n; ++a) {
    for (std::int32_t b = network.directed ? 0 : a + 1; b < n; ++b) {
      if (a != b && network.open(a, b)) visit(a, b);
    }
  }
}

// Which kinds a dyad can be open from, or towards, for the silence of the other end alone.
bool hides_from(const Told& told, std::uint8_t kind) {
  return told.hides(kind, Told::kind_of(false, false));
}
bool hides_towards(const Told& told, std::uint8_t kind) {
  return told.hides(Told::kind_of(false, false), kind);
}

std::int64_t hidden_with(const KindCounts& parties, std::uint8_t kind, auto hides) {
  std::int64_t open = hides(kind) ? -1 : 0;  // not with itself
  for (std::uint8_t other = 0; other < Told::kKinds; ++other) {
    if (hides(other)) open += parties[other];
  }
  return open;
}

}  // namespace

OpenCounts open_counts(const Network& network) {
  const std::size_t n = network.ids.size();
  OpenCounts counts{std::vector<std::int64_t>(n), std::vector<std::int64_t>(n)};
  const auto add = [&](std::int32_t a, std::int32_t b) {
    ++at(counts.out, a);
    ++at(counts.in, b);
    if (network.directed) return;
    ++at(counts.out, b);
    ++at(counts.in, a);
  };
  if (is_of_groups(network)) {
    for_each_open(network, add);
    return counts;
  }
  const Told& told = network.told;
  const KindCounts parties = kinds_of(told);
  for (std::size_t i = 0; i < n; ++i) {
    const std::uint8_t kind = told.kind[i];
    counts.out[i] = hidden_with(parties, kind, [&](std::uint8_t other) { return told.hides(kind, other); });
    counts.in[i] = hidden_with(parties, kind, [&](std::uint8_t other) { return told.hides(other, kind); });
  }
  for (const auto& [a, b] : told.half_named) add(a, b);
  return counts;
}

std::vector<Told::Dyad> open_dyads_that_join(const Network& network) {
  std::vector<Told::Dyad> dyads;
  if (is_of_groups(network)) {
    for_each_open(network, [&](std::int32_t a, std::int32_t b) { dyads.emplace_back(a, b); });
    return dyads;
  }
  // Whoever a dyad can be open from is joined to one whom it can be open towards, and the other way round.
  const Told& told = network.told;
  std::int32_t from = -1, towards = -1;
  const auto n = static_cast<std::int32_t>(network.size());
  for (std::int32_t i = n; i-- > 0;) {
    const std::uint8_t kind = at(told.kind, i);
    if (hides_from(told, kind)) from = i;
    if (hides_towards(told, kind)) towards = i;
  }
  for (std::int32_t i = 0; from >= 0 && towards >= 0 && i < n; ++i) {
    const std::uint8_t kind = at(told.kind, i);
    if (i != towards && hides_from(told, kind)) dyads.emplace_back(i, towards);
    if (i != from && hides_towards(told, kind)) dyads.emplace_back(from, i);
  }
  dyads.insert(dyads.end(), told.half_named.begin(), told.half_named.end());
  return dyads;
}

std::int64_t pairs_observed_both_ways(const Network& network) {
  if (!is_of_groups(network)) return dyads_inside(network.told, kinds_of(network.told)).both_ways;
  std::int64_t pairs = 0;
  const auto n = static_cast<std::int32_t>(network.size());
  for (std::int32_t a = 0; a < n; ++a) {
    for (std::int32_t b = a + 1; b < n; ++b) pairs += network.observed(a, b) && network.observed(b, a);
  }
  return pairs;
}

}  // namespace houvast::inline v0_1::detail
