#include "houvast/graph/network_bounds.hpp"

#include <algorithm>
#include <boost/pending/disjoint_sets.hpp>
#include <limits>
#include <numeric>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/index.hpp"
#include "graph/estimates.hpp"
#include "graph/open_dyads.hpp"
#include "houvast/base/error.hpp"
#include "houvast/graph/dyads.hpp"
#include "houvast/text/say.hpp"

namespace houvast::inline v0_1 {
using houvast::detail::as_size;
using houvast::detail::at;
namespace {

// Everybody's ties as the centrality counts them, and how many of the open dyads would add to them.
struct Degrees {
  std::vector<std::int64_t> seen;
  std::vector<std::int64_t> open;
  std::int64_t ends = 2;  ///< how many parties one more tie counts for
};

Degrees degrees_of(const Network& network, graph::Centrality of) {
  Degrees degrees;
  const std::size_t n = network.ids.size();
  degrees.seen.assign(n, 0);
  degrees.open.assign(n, 0);
  const bool from = of != graph::Centrality::kInDegree || !network.directed;
  const bool to = of != graph::Centrality::kOutDegree || !network.directed;
  degrees.ends = from && to ? 2 : 1;
  for (const Network::Tie& tie : network.ties) {
    if (from) ++at(degrees.seen, tie.from);
    if (to) ++at(degrees.seen, tie.to);
  }
  const detail::OpenCounts open = detail::open_counts(network);
  for (std::size_t i = 0; i < n; ++i) {
    degrees.open[i] = network.directed ? (from ? open.out[i] : 0) + (to ? open.in[i] : 0) : open.out[i];
  }
  return degrees;
}

// The least sum of differences from the most central: try every degree that could be the highest, and let the others
// come as near to it as their open dyads allow.
std::int64_t least_sum(const Degrees& degrees, std::int64_t open_dyads) {
  const auto n = std::ssize(degrees.seen);
  const std::int64_t total = std::accumulate(degrees.seen.begin(), degrees.seen.end(), std::int64_t{0});
  const std::int64_t most = *std::max_element(degrees.seen.begin(), degrees.seen.end());
  // By the degree that each could have at most: from one highest degree to the next, all that could go on get one more.
  std::vector<std::int64_t> reachable;
  std::int64_t room = 0;
  for (std::size_t i = 0; i < degrees.seen.size(); ++i) {
    room += std::min(degrees.open[i], most - degrees.seen[i]);
    if (degrees.seen[i] + degrees.open[i] > most) reachable.push_back(degrees.seen[i] + degrees.open[i]);
  }
  std::sort(reachable.begin(), reachable.end());
  std::int64_t least = n * most - total - degrees.ends * std::min(open_dyads, room / degrees.ends);
  std::size_t full = 0;
  for (std::int64_t highest = most + 1; full < reachable.size(); ++highest) {
    room += std::ssize(reachable) - static_cast<std::int64_t>(full);
    while (full < reachable.size() && reachable[full] == highest) ++full;
    least = std::min(least, n * highest - total - degrees.ends * std::min(open_dyads, room / degrees.ends));
  }
  return std::max<std::int64_t>(least, 0);
}

// The largest: one party gets all of its open dyads. Any other choice with this party as the most central has no more
// of its ties and no fewer of others'.
std::int64_t largest_sum(const Degrees& degrees) {
  const auto n = std::ssize(degrees.seen);
  const std::int64_t total = std::accumulate(degrees.seen.begin(), degrees.seen.end(), std::int64_t{0});
  std::int64_t largest = 0;
  for (std::size_t i = 0; i < degrees.seen.size(); ++i) {
    largest = std::max(largest, n * (degrees.seen[i] + degrees.open[i]) - total - degrees.ends * degrees.open[i]);
  }
  return largest;
}

bool counts_ties(graph::Centrality of) {
  return of == graph::Centrality::kDegree || of == graph::Centrality::kInDegree || of == graph::Centrality::kOutDegree;
}

// What a count of the parties is with the ties that are known, and with the open dyads that would change it as well;
// without building a graph, which takes longer than counting.
template <class Count>
NetworkBounds counted(const Network& network, Count count) {
  for (const Network::Tie& tie : network.ties) count.add(tie.from, tie.to);
  const auto known = static_cast<double>(count.left());
  for (const auto& [a, b] : detail::open_dyads_that_join(network)) count.add(a, b);
  return {static_cast<double>(count.left()), known};
}

// How many parts the parties fall apart into.
class Parts {
 public:
  explicit Parts(std::int64_t parties)
      : rank_(as_size(parties)), parent_(as_size(parties)), sets_(rank_.data(), parent_.data()), left_(parties) {
    for (std::size_t party = 0; party < rank_.size(); ++party) sets_.make_set(party);
  }
  Parts(const Parts&) = delete;  // the sets point into its own vectors
  Parts& operator=(const Parts&) = delete;
  void add(std::int32_t a, std::int32_t b) {
    const std::size_t first = sets_.find_set(as_size(a)), second = sets_.find_set(as_size(b));
    if (first == second) return;
    sets_.link(first, second);
    --left_;
  }
  [[nodiscard]] std::int64_t left() const { return left_; }

 private:
  std::vector<std::size_t> rank_, parent_;
  boost::disjoint_sets<std::size_t*, std::size_t*> sets_;
  std::int64_t left_;
};

// How many parties have no tie.
class Alone {
 public:
  explicit Alone(std::int64_t parties) : tied_(as_size(parties)), left_(parties) {}
  void add(std::int32_t a, std::int32_t b) {
    for (const std::int32_t party : {a, b}) {
      left_ -= tied_[as_size(party)] ? 0 : 1;
      tied_[as_size(party)] = true;
    }
  }
  [[nodiscard]] std::int64_t left() const { return left_; }

 private:
  std::vector<bool> tied_;
  std::int64_t left_;
};

}  // namespace

NetworkBounds component_bounds(const Network& network) {
  return counted(network, Parts(network.size()));
}

NetworkBounds isolate_bounds(const Network& network) {
  return counted(network, Alone(network.size()));
}

NetworkBounds centralization_bounds(const Network& network, graph::Centrality of) {
  if (!counts_ties(of)) {
    throw ValueError(
        {"HV-303",
         argument("centrality"),
         Claim{"problem.value.over_paths"},
         {"problem.expected.choices", {{"choices", Argument::List{"degree", "in_degree", "out_degree"}}}}});
  }
  if (network.size() < 3) {
    throw ValueError(
        {"HV-305", {"problem.subject.parties"}, std::to_string(network.size()), {"problem.expected.three_or_more"}});
  }
  const Degrees degrees = degrees_of(network, of);
  // The star depends on how many parties there are, not on their ties.
  const Graph parties(network.size(), {}, {}, {}, {.directed = network.directed});
  const double star = graph::centralization(parties, of).details.at("sum_in_star");
  return {static_cast<double>(least_sum(degrees, network.open_dyads)) / star,
          static_cast<double>(largest_sum(degrees)) / star, network.open_dyads == 0 || degrees.ends == 1, true};
}

Estimate network_centralization(const NetworkSummary& summary, graph::Centrality of,
                                const ResponseThresholds& thresholds) {
  const Network& network = summary.network;
  const NetworkResponse response = network_response(summary.of_parties(), thresholds);
  Estimate result = graph::centralization(summary.graph, of);
  result.provenance.options = {{"relation", network.relation},
                               {"wave", network.wave.str()},
                               {"rule", std::string(to_string(network.rule))},
                               {"level", network.level},
                               {"usable", graph::detail::text_of(thresholds.usable)},
                               {"with_care", graph::detail::text_of(thresholds.with_care)}};
  result.provenance.source = {"source.with_bounds", {{"source", std::move(result.provenance.source)}}};
  if (!result.defined() || network.open_dyads == 0) {
    if (counts_ties(of) && result.defined()) result.details["low"] = result.details["high"] = result.value;
    return result;
  }
  std::vector<Claim> reason;
  if (!counts_ties(of)) {
    reason = {Claim{"reason.silence_changes_paths"}};
  } else if (response.band == ResponseBand::kOnlyBounds) {
    reason = response.reason;
  } else if (network.directed && of != graph::Centrality::kInDegree) {
    reason = {Claim{"reason.silent_out_ties"}};
  }
  if (!reason.empty()) {
    result.value = std::numeric_limits<double>::quiet_NaN();
    result.reason = std::move(reason);
    result.details.erase("sum");
  }
  if (counts_ties(of)) {
    const NetworkBounds bounds = centralization_bounds(network, of);
    result.details["low"] = bounds.low;
    result.details["high"] = bounds.high;
  }
  return result;
}

Estimate network_reciprocity(const Network& network, std::string_view definition) {
  const auto n = static_cast<std::int32_t>(network.size());
  std::vector<std::int64_t> sources, targets;
  const std::int64_t pairs = network.directed ? detail::pairs_observed_both_ways(network) : 0;
  for (const Network::Tie& tie : network.ties) {
    if (network.directed && !network.observed(tie.to, tie.from)) continue;
    sources.push_back(tie.from);
    targets.push_back(tie.to);
  }
  const Graph available(n, sources, targets, {}, {.directed = network.directed});
  Estimate result = graph::reciprocity(available, definition);
  result.provenance.options.insert(
      {{"relation", network.relation}, {"wave", network.wave.str()}, {"rule", std::string(to_string(network.rule))}});
  if (!network.directed) return result;
  std::optional<Claim> reason;
  if (network.rule != TieRule::kSource && !network.complete) {
    reason = Claim{"reason.rule_of_other_side", {{"rule", std::string(to_string(network.rule))}}};
  } else if (network.level != "party" && network.open_dyads > 0) {
    reason = Claim{"reason.silent_members"};
  }
  if (reason) {
    Estimate refused =
        undefined_estimate(result.provenance.definition, result.provenance.source, 0, *std::move(reason));
    refused.provenance.options = result.provenance.options;
    return refused;
  }
  // Pairs that were not observed both ways are in the graph as empty pairs: not here.
  const std::int64_t all = network.size() * (network.size() - 1) / 2;
  const double mutual = result.details["mutual"], asymmetric = result.details["asymmetric"];
  const double none = static_cast<double>(pairs) - mutual - asymmetric;
  result.details = {{"mutual", mutual},
                    {"asymmetric", asymmetric},
                    {"null", none},
                    {"pairs", static_cast<double>(pairs)},
                    {"left_out", static_cast<double>(all - pairs)}};
  if (definition == "dyadic") {
    result.n = pairs;
    result.value = pairs == 0 ? std::numeric_limits<double>::quiet_NaN() : (mutual + none) / static_cast<double>(pairs);
    result.reason.clear();
    if (pairs == 0) result.reason = {Claim{"reason.no_told_pairs"}};
  }
  result.method = {"method.told_by_both", {{"method", std::move(result.method)}}};
  return result;
}

Estimate network_confirmation(const Network& network) {
  const Claim definition{"method.confirmation"}, source{"source.own"};
  const std::int64_t named = network.named_by_both + network.named_by_one;
  if (network.complete) {
    return undefined_estimate(definition, source, 0, {"reason.published"});
  }
  if (named == 0) {
    return undefined_estimate(definition, source, 0, {"reason.none_named"});
  }
  Estimate result = defined_estimate(definition, source, named,
                                     static_cast<double>(network.named_by_both) / static_cast<double>(named));
  result.details = {{"named_by_both", static_cast<double>(network.named_by_both)},
                    {"named_by_one", static_cast<double>(network.named_by_one)},
                    {"told_by_both", static_cast<double>(network.told_by_both)}};
  result.provenance.options = {{"relation", network.relation}, {"wave", network.wave.str()}};
  return result;
}

}  // namespace houvast::inline v0_1
