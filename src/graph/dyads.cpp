#include "houvast/graph/dyads.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <limits>
#include <numeric>
#include <string>
#include <utility>
#include <vector>

#include "base/index.hpp"
#include "graph/adjacent_pairs.hpp"
#include "graph/estimates.hpp"
#include "houvast/base/choice.hpp"

namespace houvast::inline v0_1::graph {
using houvast::detail::as_size;
using houvast::detail::at;
namespace {

using detail::AdjacentPairs;
using Tie = AdjacentPairs::Tie;

struct DyadCounts {
  std::int64_t mutual = 0;
  std::int64_t asymmetric = 0;
  std::int64_t null = 0;
};

// Mutual pairs are found by walking each node's sent and received ties side by side.
DyadCounts count_dyads(const Graph& graph) {
  DyadCounts counts;
  if (graph.directed()) {
    const Graph transpose = graph.transpose();
    std::int64_t returned = 0;  // arcs
    for (std::int64_t node = 0; node < graph.nodes(); ++node) {
      const std::span<const std::int32_t> out = graph.neighbours(node), in = transpose.neighbours(node);
      for (std::size_t i = 0, j = 0; i < out.size() && j < in.size();) {
        returned += out[i] == in[j];
        const bool next_out = out[i] <= in[j], next_in = in[j] <= out[i];
        i += next_out;
        j += next_in;
      }
    }
    counts.mutual = returned / 2;
    counts.asymmetric = graph.ties() - returned;
  } else {
    counts.mutual = graph.ties();
  }
  counts.null = graph.nodes() * (graph.nodes() - 1) / 2 - counts.mutual - counts.asymmetric;
  return counts;
}

enum Triad : std::uint8_t {
  k003,
  k012,
  k102,
  k021D,
  k021U,
  k021C,
  k111D,
  k111U,
  k030T,
  k030C,
  k201,
  k120D,
  k120U,
  k120C,
  k210,
  k300,
  kTriads
};
constexpr std::array<const char*, kTriads> kTriadNames = {"003",  "012",  "102", "021D", "021U", "021C", "111D", "111U",
                                                          "030T", "030C", "201", "120D", "120U", "120C", "210",  "300"};
constexpr std::array<std::int64_t, kTriads> kMutualPairs = {0, 0, 1, 0, 0, 0, 1, 1, 0, 0, 2, 1, 1, 1, 2, 3};
constexpr std::array<std::int64_t, kTriads> kOneWayPairs = {0, 1, 0, 2, 2, 2, 1, 1, 3, 3, 0, 2, 2, 2, 1, 0};

// The class of two pairs that share a node; ties as seen from that node.
Triad open_class(Tie a, Tie b) {
  if (a == Tie::kMutual && b == Tie::kMutual) return k201;
  if (a == Tie::kMutual || b == Tie::kMutual) {
    // "111D": the one-way tie comes down on the shared node; "111U": it goes up from it.
    return (a == Tie::kBackward || b == Tie::kBackward) ? k111D : k111U;
  }
  if (a != b) return k021C;
  return a == Tie::kForward ? k021D : k021U;
}

Tie turned(Tie tie) {
  if (tie == Tie::kMutual) return tie;
  return tie == Tie::kForward ? Tie::kBackward : Tie::kForward;
}

// The class of three adjacent nodes a, b, c with ties a-b, a-c, b-c as seen from the first.
Triad closed_class(Tie ab, Tie ac, Tie bc) {
  const std::array<Tie, 3> ties = {ab, bc, turned(ac)};  // once round: a to b, b to c, c to a
  std::size_t mutual = 0, forward = 0, place = 0;
  for (std::size_t i = 0; i < 3; ++i) {
    mutual += ties[i] == Tie::kMutual;
    forward += ties[i] == Tie::kForward;
    if (ties[i] == Tie::kMutual) place = i;
  }
  if (mutual == 3) return k300;
  if (mutual == 2) return k210;
  if (mutual == 0) return forward == 0 || forward == 3 ? k030C : k030T;
  // One mutual pair; the third node is joined to it by two one-way ties, the next and the one after it.
  const Tie to_third = ties[(place + 1) % 3], from_third = ties[(place + 2) % 3];
  if (to_third == from_third) return k120C;
  return from_third == Tie::kForward ? k120D : k120U;
}

using TriadCounts = std::array<WideInteger, kTriads>;

TriadCounts count_triads(const Graph& graph) {
  const AdjacentPairs pairs(graph, false);
  TriadCounts counts{};
  // Per node: pairs that it only sends to, only receives from, and mutual ones.
  std::vector<std::array<WideInteger, 3>> around(as_size(graph.nodes()));
  WideInteger mutual = 0;
  pairs.for_each([&](std::int32_t tail, std::size_t pair) {
    const Tie tie = pairs.tie(pair);
    ++at(around, tail)[tie - 1U];
    ++at(around, pairs.head(pair))[turned(tie) - 1U];
    mutual += tie == Tie::kMutual;
  });
  for (const auto& [sent, received, both] : around) {
    counts[k021D] += sent * (sent - 1) / 2;
    counts[k021U] += received * (received - 1) / 2;
    counts[k021C] += sent * received;
    counts[k111D] += both * received;
    counts[k111U] += both * sent;
    counts[k201] += both * (both - 1) / 2;
  }
  // A closed three was counted as an open one at each of its nodes.
  pairs.for_each_triangle(
      [&](std::int32_t, std::int32_t, std::int32_t, std::size_t ab, std::size_t ac, std::size_t bc) {
        const Tie tie_ab = pairs.tie(ab), tie_ac = pairs.tie(ac), tie_bc = pairs.tie(bc);
        ++counts[closed_class(tie_ab, tie_ac, tie_bc)];
        --counts[open_class(tie_ab, tie_ac)];
        --counts[open_class(turned(tie_ab), tie_bc)];
        --counts[open_class(turned(tie_ac), turned(tie_bc))];
      });
  // Every pair is in nodes - 2 threes; those not yet counted have it as their only pair.
  const WideInteger n = graph.nodes(), one_way = static_cast<WideInteger>(pairs.size()) - mutual;
  counts[k102] = mutual * (n - 2);
  counts[k012] = one_way * (n - 2);
  WideInteger others = 0;
  for (std::size_t triad = k021D; triad < kTriads; ++triad) {
    counts[k102] -= kMutualPairs[triad] * counts[triad];
    counts[k012] -= kOneWayPairs[triad] * counts[triad];
    others += counts[triad];
  }
  const WideInteger all = n * (n - 1) * (n - 2) / 6;
  counts[k003] = all - counts[k102] - counts[k012] - others;
  return counts;
}

using NodeCounts = std::array<std::int64_t, kTriads>;

// Pairs around each node, by the tie as the node sees it; and the open threes that have a node at their end.
struct Around {
  std::vector<std::array<std::int64_t, 3>> pairs;
  std::int64_t mutual = 0;
};

Around pairs_around(const AdjacentPairs& pairs) {
  Around around{std::vector<std::array<std::int64_t, 3>>(as_size(pairs.nodes())), 0};
  pairs.for_each([&](std::int32_t tail, std::size_t pair) {
    const Tie tie = pairs.tie(pair);
    ++at(around.pairs, tail)[tie - 1U];
    ++at(around.pairs, pairs.head(pair))[turned(tie) - 1U];
    around.mutual += tie == Tie::kMutual;
  });
  return around;
}

// Two pairs that share a node, closed or not: once at the node in the middle, once at each end.
void count_open(const AdjacentPairs& pairs, const Around& around, std::vector<NodeCounts>& counts) {
  constexpr std::array<Tie, 3> kTies = {Tie::kForward, Tie::kBackward, Tie::kMutual};
  for (std::size_t node = 0; node < counts.size(); ++node) {
    for (std::size_t a = 0; a < 3; ++a) {
      const std::int64_t of_a = around.pairs[node][a];
      counts[node][open_class(kTies[a], kTies[a])] += of_a * (of_a - 1) / 2;
      for (std::size_t b = a + 1; b < 3; ++b)
        counts[node][open_class(kTies[a], kTies[b])] += of_a * around.pairs[node][b];
    }
  }
  const auto at_end = [&](std::int32_t end, std::int32_t middle, Tie seen_from_middle) {
    for (std::size_t b = 0; b < 3; ++b) {
      const std::int64_t others = at(around.pairs, middle)[b] - (kTies[b] == seen_from_middle);
      at(counts, end)[open_class(seen_from_middle, kTies[b])] += others;
    }
  };
  pairs.for_each([&](std::int32_t tail, std::size_t pair) {
    at_end(pairs.head(pair), tail, pairs.tie(pair));
    at_end(tail, pairs.head(pair), turned(pairs.tie(pair)));
  });
}

std::vector<NodeCounts> count_node_triads(const Graph& graph) {
  const AdjacentPairs pairs(graph, false);
  const Around around = pairs_around(pairs);
  std::vector<NodeCounts> counts(as_size(graph.nodes()));
  count_open(pairs, around, counts);
  pairs.for_each_triangle(
      [&](std::int32_t a, std::int32_t b, std::int32_t c, std::size_t ab, std::size_t ac, std::size_t bc) {
        const Tie tie_ab = pairs.tie(ab), tie_ac = pairs.tie(ac), tie_bc = pairs.tie(bc);
        for (const std::int32_t node : {a, b, c}) {
          NodeCounts& of_node = at(counts, node);
          ++of_node[closed_class(tie_ab, tie_ac, tie_bc)];
          --of_node[open_class(tie_ab, tie_ac)];
          --of_node[open_class(turned(tie_ab), tie_bc)];
          --of_node[open_class(turned(tie_ac), turned(tie_bc))];
        }
      });
  // A pair at a node is in nodes - 2 of its threes, any other pair in one.
  const std::int64_t n = graph.nodes(), one_way = static_cast<std::int64_t>(pairs.size()) - around.mutual;
  for (std::size_t node = 0; node < counts.size(); ++node) {
    const auto& [sent, received, both] = around.pairs[node];
    NodeCounts& of_node = counts[node];
    of_node[k102] = both * (n - 3) + around.mutual;
    of_node[k012] = (sent + received) * (n - 3) + one_way;
    std::int64_t others = 0;
    for (std::size_t triad = k021D; triad < kTriads; ++triad) {
      of_node[k102] -= kMutualPairs[triad] * of_node[triad];
      of_node[k012] -= kOneWayPairs[triad] * of_node[triad];
      others += of_node[triad];
    }
    of_node[k003] = (n - 1) * (n - 2) / 2 - of_node[k102] - of_node[k012] - others;
  }
  return counts;
}

// 64 bits where they suffice, as they do up to some 3.8 million nodes.
Column::Data column_of(const TriadCounts& counts) {
  const auto is_wide = [](WideInteger count) { return count > std::numeric_limits<std::int64_t>::max(); };
  if (std::any_of(counts.begin(), counts.end(), is_wide)) return std::vector<WideInteger>(counts.begin(), counts.end());
  std::vector<std::int64_t> narrow;
  for (const WideInteger count : counts) narrow.push_back(static_cast<std::int64_t>(count));
  return narrow;
}

Table census(Claim title, std::vector<std::string> types, Column::Data counts, Claim source) {
  std::vector<Column> columns;
  columns.push_back({"type", std::move(types), {}, {"column.census_class"}});
  columns.push_back({"count", std::move(counts), {}, {"column.census_count"}});
  Provenance provenance = provenance_of(title, std::move(source));
  return Table(std::move(title), std::move(columns), std::move(provenance));
}

}  // namespace

Estimate reciprocity(const Graph& graph, std::string_view definition) {
  const DyadCounts counts = count_dyads(graph);
  const std::int64_t mutual = counts.mutual, tied = mutual + counts.asymmetric;
  std::int64_t part = 0, whole = 0;
  const char* words = "method.reciprocity_edgewise";
  const char* nothing = "reason.no_ties_there";
  if (definition == "edgewise") {
    part = 2 * mutual;
    whole = mutual + tied;
  } else if (definition == "dyadic") {
    part = mutual + counts.null;
    whole = tied + counts.null;
    words = "method.reciprocity_dyadic";
    nothing = "reason.no_pairs_there";
  } else if (definition == "dyadic_nonnull") {
    part = mutual;
    whole = tied;
    words = "method.reciprocity_nonnull";
  } else {
    refuse_choice(argument("definition"), definition, {"edgewise", "dyadic", "dyadic_nonnull"});
  }
  const Claim method{words}, source{"source.reciprocity"};
  if (!graph.directed()) {
    return undefined_estimate(method, source, whole, {"reason.undirected"});
  }
  Estimate result =
      whole == 0 ? undefined_estimate(method, source, 0, {nothing})
                 : defined_estimate(method, source, whole, static_cast<double>(part) / static_cast<double>(whole));
  result.details = {{"mutual", static_cast<double>(mutual)},
                    {"asymmetric", static_cast<double>(counts.asymmetric)},
                    {"null", static_cast<double>(counts.null)}};
  result.provenance.options["definition"] = std::string(definition);
  return result;
}

Table dyad_census(const Graph& graph) {
  const DyadCounts counts = count_dyads(graph);
  return census({"title.dyad_census"}, {"mutual", "asymmetric", "null"},
                std::vector<std::int64_t>{counts.mutual, counts.asymmetric, counts.null},
                {"source.holland_leinhardt_1970"});
}

Table triad_census(const Graph& graph) {
  return census({"title.triad_census"}, {kTriadNames.begin(), kTriadNames.end()}, column_of(count_triads(graph)),
                {"source.holland_leinhardt_1976"});
}

Table node_triad_census(const Graph& graph) {
  const std::vector<NodeCounts> counts = count_node_triads(graph);
  std::vector<Column> columns;
  std::vector<std::int64_t> nodes(counts.size());
  std::iota(nodes.begin(), nodes.end(), std::int64_t{0});
  columns.push_back({"node", std::move(nodes), {}, {"column.node"}});
  for (std::size_t triad = 0; triad < kTriads; ++triad) {
    std::vector<std::int64_t> of_class;
    for (const NodeCounts& of_node : counts) of_class.push_back(of_node[triad]);
    columns.push_back({kTriadNames[triad], std::move(of_class), {}, {"column.threes_of_node"}});
  }
  const Claim title{"title.node_triad_census"};
  return {title, std::move(columns), provenance_of(title, {"source.holland_leinhardt_1976"})};
}

}  // namespace houvast::inline v0_1::graph
