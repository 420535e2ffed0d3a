#include "houvast/graph/multiplex.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <utility>

#include "base/index.hpp"
#include "graph/estimates.hpp"
#include "houvast/base/error.hpp"
#include "houvast/base/fields.hpp"
#include "houvast/graph/network_summary.hpp"

namespace houvast::inline v0_1 {
using houvast::detail::at;
namespace {

// One relation in the form in which all relations are compared: arcs, or pairs without a direction.
class Layer {
 public:
  Layer(const Network& network, bool arcs) : told_(network.told), arcs_(arcs) {
    for (const Network::Tie& tie : network.ties) {
      tied_.push_back(arcs ? Told::Dyad{tie.from, tie.to} : Told::Dyad(std::minmax(tie.from, tie.to)));
    }
    std::sort(tied_.begin(), tied_.end());
    tied_.erase(std::unique(tied_.begin(), tied_.end()), tied_.end());
  }
  [[nodiscard]] const std::vector<Told::Dyad>& ties() const { return tied_; }
  [[nodiscard]] bool tied(const Told::Dyad& dyad) const { return std::binary_search(tied_.begin(), tied_.end(), dyad); }
  [[nodiscard]] std::uint8_t kind(std::int32_t party) const { return at(told_.kind, party); }
  [[nodiscard]] bool observes(std::uint8_t from, std::uint8_t to) const {
    return told_.observes(from, to) && (arcs_ || told_.observes(to, from));
  }
  [[nodiscard]] bool observed(const Told::Dyad& dyad) const { return observes(kind(dyad.first), kind(dyad.second)); }

 private:
  Told told_;
  bool arcs_;
  std::vector<Told::Dyad> tied_;
};

std::vector<Told::Dyad> all_ties(const std::vector<Layer>& layers) {
  std::vector<Told::Dyad> ties;
  for (const Layer& layer : layers) ties.insert(ties.end(), layer.ties().begin(), layer.ties().end());
  std::sort(ties.begin(), ties.end());
  ties.erase(std::unique(ties.begin(), ties.end()), ties.end());
  return ties;
}

// Dyads that both relations observe, from how many parties are of each kind in the one and in the other.
std::int64_t observed_in_both(const Layer& one, const Layer& other, std::int32_t n, bool directed) {
  std::map<std::pair<std::uint8_t, std::uint8_t>, std::int64_t> parties;
  for (std::int32_t i = 0; i < n; ++i) ++parties[{one.kind(i), other.kind(i)}];
  std::int64_t dyads = 0;
  for (const auto& [a, from] : parties) {
    for (const auto& [b, to] : parties) {
      if (one.observes(a.first, b.first) && other.observes(a.second, b.second)) dyads += from * (to - (a == b ? 1 : 0));
    }
  }
  return directed ? dyads : dyads / 2;
}

std::vector<std::string> measured_relations(const Study& study, const WaveId& wave) {
  std::vector<std::string> names;
  for (const Relation& relation : study.data().relations) {
    if (reported_network(study, relation.id, wave).measured()) names.push_back(relation.id);
  }
  return names;
}

std::vector<std::string> checked_relations(const Study& study, const MultiplexOptions& options, const WaveId& wave) {
  std::vector<std::string> names = options.relations.empty() ? measured_relations(study, wave) : options.relations;
  std::set<std::string> once;
  for (const std::string& name : names) {
    if (!once.insert(name).second)
      throw ValueError({"HV-304", {"problem.subject.relation"}, name, {"problem.expected.relation_once"}});
  }
  if (names.size() < 2) {
    throw ValueError({"HV-305",
                      {"problem.subject.relations_reported", {{"wave", wave.str()}}},
                      std::to_string(names.size()),
                      {"problem.expected.two_to_compare"}});
  }
  return names;
}

RelationOverlap overlap_of(const std::vector<Layer>& layers, const std::vector<Told::Dyad>& ties, std::int32_t first,
                           std::int32_t second, std::int32_t n, bool directed) {
  const Layer& one = at(layers, first);
  const Layer& other = at(layers, second);
  RelationOverlap overlap{first, second, 0, 0, 0, 0, {}};
  overlap.observed = observed_in_both(one, other, n, directed);
  for (const Told::Dyad& dyad : ties) {
    if (!one.observed(dyad) || !other.observed(dyad)) continue;
    overlap.shared += one.tied(dyad) && other.tied(dyad);
    overlap.only_first += one.tied(dyad) && !other.tied(dyad);
    overlap.only_second += !one.tied(dyad) && other.tied(dyad);
  }
  const Claim definition{"method.relation_overlap"};
  const Claim source{"source.jaccard_1912"};
  const std::int64_t tied = overlap.shared + overlap.only_first + overlap.only_second;
  overlap.jaccard = tied == 0 ? undefined_estimate(definition, source, 0, {"reason.no_compared_ties"})
                              : defined_estimate(definition, source, tied,
                                                 static_cast<double>(overlap.shared) / static_cast<double>(tied));
  return overlap;
}

Provenance provenance_of(const Multiplex& of, const char* definition) {
  Provenance provenance = houvast::provenance_of({definition}, {"source.own"});
  provenance.options = {{"wave", of.wave.str()}, {"compared", of.directed ? "arcs" : "pairs"}};
  return provenance;
}

// With whom a party has a tie, either way.
struct PartnersRow {
  [[nodiscard]] std::int64_t in_several() const {
    return std::count_if(any.begin(), any.end(), [this](std::int32_t other) {
      return std::count_if(of_relation.begin(), of_relation.end(),
                           [other](const auto& partners) { return partners.contains(other); }) > 1;
    });
  }

  std::string party;
  std::set<std::int32_t> any;
  std::vector<std::set<std::int32_t>> of_relation;
};

Fields<PartnersRow> partners_fields(const std::vector<std::string>& relations) {
  using Row = PartnersRow;
  const auto share = [](const Row& row) {
    return row.any.empty() ? std::nullopt
                           : std::optional(static_cast<double>(row.in_several()) / static_cast<double>(row.any.size()));
  };
  Fields<Row> fields{{"party", {"column.party_id"}, &Row::party},
                     {"partners", {"column.partners_any"}, [](const Row& row) { return std::ssize(row.any); }},
                     {"multiplex", {"column.partners_several"}, &Row::in_several},
                     {"multiplex_share", {"column.multiplex_share"}, share}};
  for (std::size_t r = 0; r < relations.size(); ++r) {
    fields.emplace_back("partners_" + relations[r], Claim{"column.partners_of_relation"},
                        [r](const Row& row) { return std::ssize(row.of_relation[r]); });
  }
  return fields;
}

}  // namespace

Multiplex multiplex(const Study& study, const MultiplexOptions& options) {
  Multiplex result;
  result.wave = options.wave ? *options.wave : study.last_wave().id;
  static_cast<void>(study.wave_index(result.wave));
  result.relations = checked_relations(study, options, result.wave);
  result.directed = std::all_of(result.relations.begin(), result.relations.end(),
                                [&study](const std::string& name) { return study.relation(name).directed; });
  std::vector<Layer> layers;
  for (const std::string& name : result.relations) {
    const Network network = measured_network(study, name, result.wave, {options.rule, options.minimum_strength});
    layers.emplace_back(network, result.directed);
    result.ids = network.ids;
  }
  const auto n = static_cast<std::int32_t>(result.ids.size());
  const std::vector<Told::Dyad> ties = all_ties(layers);
  for (const Told::Dyad& dyad : ties) {
    MultiplexPair pair{dyad.first, dyad.second, {}, {}};
    for (const Layer& layer : layers) {
      pair.tied.push_back(layer.tied(dyad));
      pair.observed.push_back(layer.observed(dyad));
    }
    result.pairs.push_back(std::move(pair));
  }
  for (std::int32_t i = 0; i < static_cast<std::int32_t>(layers.size()); ++i) {
    for (std::int32_t j = i + 1; j < static_cast<std::int32_t>(layers.size()); ++j) {
      result.overlaps.push_back(overlap_of(layers, ties, i, j, n, result.directed));
    }
  }
  return result;
}

Table multiplex_pairs_table(const Multiplex& of) {
  using Row = MultiplexPair;
  const auto id_of = [&of](std::int32_t Row::*party) {
    return [&of, party](const Row& pair) { return at(of.ids, pair.*party); };
  };
  const auto relations_where = [&of](auto holds) {
    return [&of, holds](const Row& pair) {
      std::string names;
      for (std::size_t r = 0; r < of.relations.size(); ++r) {
        if (holds(pair, r)) names += (names.empty() ? "" : ", ") + of.relations[r];
      }
      return names;
    };
  };
  const Fields<Row> fields{
      {"from", {"column.party_id"}, id_of(&Row::a)},
      {"to", {"column.party_id"}, id_of(&Row::b)},
      {"n",
       {"column.relations_tied"},
       [](const Row& pair) { return std::count(pair.tied.begin(), pair.tied.end(), true); }},
      {"relations", {"column.relation_ids"}, relations_where([](const Row& pair, std::size_t r) {
         return pair.tied[r];
       })},
      {"unknown", {"column.relations_unknown"}, relations_where([](const Row& pair, std::size_t r) {
         return !pair.tied[r] && !pair.observed[r];
       })}};
  return {{"title.relations_per_pair", {{"wave", of.wave.str()}}},
          columns_of(of.pairs, fields),
          provenance_of(of, "method.relations_per_pair")};
}

Table overlap_table(const Multiplex& of) {
  using Row = RelationOverlap;
  const auto id_of = [&of](std::int32_t Row::*relation) {
    return [&of, relation](const Row& overlap) { return at(of.relations, overlap.*relation); };
  };
  const Fields<Row> fields{{"first", {"column.relation_id"}, id_of(&Row::first)},
                           {"second", {"column.relation_id"}, id_of(&Row::second)},
                           {"observed", {"column.pairs_in_both_relations"}, &Row::observed},
                           {"only_first", {"column.tied_first_relation"}, &Row::only_first},
                           {"only_second", {"column.tied_second_relation"}, &Row::only_second},
                           {"shared", {"column.tied_both_relations"}, &Row::shared},
                           {"jaccard", {"column.jaccard"}, &Row::jaccard}};
  return {{"title.relation_overlap", {{"wave", of.wave.str()}}},
          columns_of(of.overlaps, fields),
          provenance_of(of, "method.relation_overlap")};
}

Table multiplexity_table(const Multiplex& of) {
  std::vector<PartnersRow> rows;
  for (const std::string& id : of.ids)
    rows.push_back({id, {}, std::vector<std::set<std::int32_t>>(of.relations.size())});
  for (const MultiplexPair& pair : of.pairs) {
    for (const auto& [of_one, other] : {std::pair(pair.a, pair.b), std::pair(pair.b, pair.a)}) {
      PartnersRow& row = at(rows, of_one);
      row.any.insert(other);
      for (std::size_t r = 0; r < of.relations.size(); ++r) {
        if (pair.tied[r]) row.of_relation[r].insert(other);
      }
    }
  }
  return {{"title.multiplexity", {{"wave", of.wave.str()}}},
          columns_of(rows, partners_fields(of.relations)),
          provenance_of(of, "method.multiplexity")};
}

}  // namespace houvast::inline v0_1
