#include "houvast/graph/multiplex.hpp"

#include <algorithm>
#include <iterator>
#include <set>
#include <utility>

#include "graph/estimates.hpp"
#include "houvast/base/error.hpp"
#include "houvast/base/fields.hpp"
#include "houvast/base/stop.hpp"
#include "houvast/graph/network_summary.hpp"

namespace houvast {
namespace {

// One relation as a table of who is tied to whom, in the form in which all relations are compared.
class Layer {
 public:
  Layer(const Network& network, bool arcs) : size_(network.ids.size()), tied_(size_ * size_) {
    observed_ = network.observed_cells;
    for (const Network::Tie& tie : network.ties) {
      tied_[network.cell(tie.from, tie.to)] = true;
      if (!arcs) tied_[network.cell(tie.to, tie.from)] = true;
    }
    if (arcs) return;
    for (std::int32_t a = 0; a < static_cast<std::int32_t>(size_); ++a) {
      stop_point();
      for (std::int32_t b = a + 1; b < static_cast<std::int32_t>(size_); ++b) {
        observed_[network.cell(a, b)] = network.observed(a, b) && network.observed(b, a);
      }
    }
  }
  [[nodiscard]] bool tied(std::int32_t a, std::int32_t b) const { return tied_[cell(a, b)]; }
  [[nodiscard]] bool observed(std::int32_t a, std::int32_t b) const { return observed_[cell(a, b)]; }

 private:
  [[nodiscard]] std::size_t cell(std::int32_t a, std::int32_t b) const {
    return static_cast<std::size_t>(a) * size_ + static_cast<std::size_t>(b);
  }
  std::size_t size_;
  std::vector<bool> tied_, observed_;
};

std::vector<std::string> measured_relations(const Study& study, const WaveId& wave) {
  std::vector<std::string> names;
  for (const Relation& relation : study.data().relations) {
    const bool measured = std::any_of(study.data().ties.begin(), study.data().ties.end(), [&](const TieReport& tie) {
      return tie.wave == wave && tie.relation == relation.id;
    });
    if (measured) names.push_back(relation.id);
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

RelationOverlap overlap_of(const std::vector<Layer>& layers, std::int32_t first, std::int32_t second, std::int32_t n,
                           bool directed) {
  const Layer& one = layers[static_cast<std::size_t>(first)];
  const Layer& other = layers[static_cast<std::size_t>(second)];
  RelationOverlap overlap{first, second, 0, 0, 0, 0, {}};
  for (std::int32_t a = 0; a < n; ++a) {
    stop_point();
    for (std::int32_t b = directed ? 0 : a + 1; b < n; ++b) {
      if (a == b || !one.observed(a, b) || !other.observed(a, b)) continue;
      ++overlap.observed;
      overlap.shared += one.tied(a, b) && other.tied(a, b);
      overlap.only_first += one.tied(a, b) && !other.tied(a, b);
      overlap.only_second += !one.tied(a, b) && other.tied(a, b);
    }
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
  for (std::int32_t a = 0; a < n; ++a) {
    stop_point();
    for (std::int32_t b = result.directed ? 0 : a + 1; b < n; ++b) {
      if (a == b) continue;
      MultiplexPair pair{a, b, {}, {}};
      for (const Layer& layer : layers) {
        pair.tied.push_back(layer.tied(a, b));
        pair.observed.push_back(layer.observed(a, b));
      }
      if (std::find(pair.tied.begin(), pair.tied.end(), true) != pair.tied.end()) result.pairs.push_back(pair);
    }
  }
  for (std::int32_t i = 0; i < static_cast<std::int32_t>(layers.size()); ++i) {
    for (std::int32_t j = i + 1; j < static_cast<std::int32_t>(layers.size()); ++j) {
      result.overlaps.push_back(overlap_of(layers, i, j, n, result.directed));
    }
  }
  return result;
}

Table multiplex_pairs_table(const Multiplex& of) {
  using Row = MultiplexPair;
  const auto id_of = [&of](std::int32_t Row::*party) {
    return [&of, party](const Row& pair) { return of.ids[static_cast<std::size_t>(pair.*party)]; };
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
    return [&of, relation](const Row& overlap) { return of.relations[static_cast<std::size_t>(overlap.*relation)]; };
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
      PartnersRow& row = rows[static_cast<std::size_t>(of_one)];
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

}  // namespace houvast
