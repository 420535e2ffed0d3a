#include "houvast/graph/network_view.hpp"

#include <algorithm>
#include <set>
#include <utility>
#include <variant>

#include "base/index.hpp"
#include "graph/estimates.hpp"
#include "houvast/base/error.hpp"
#include "houvast/base/fields.hpp"

namespace houvast::inline v0_1 {
using houvast::detail::at;
namespace {

Provenance provenance_of(const Network& network, const char* definition) {
  Provenance provenance = houvast::provenance_of({definition}, {"source.own"});
  provenance.options = {{"relation", network.relation},
                        {"wave", network.wave.str()},
                        {"rule", std::string(to_string(network.rule))},
                        {"minimum_strength", graph::detail::text_of(network.minimum_strength)}};
  return provenance;
}

// Some rows of a table, under a title that says that they are some.
Table some_rows(const Table& table, const std::vector<bool>& keep) {
  const auto shown = std::count(keep.begin(), keep.end(), true);
  std::vector<Column> columns;
  for (const Column& column : table.columns()) {
    Column part{column.name, {}, {}, column.meaning};
    std::visit(
        [&](const auto& values) {
          std::decay_t<decltype(values)> kept;
          for (std::size_t i = 0; i < keep.size(); ++i) {
            if (keep[i]) kept.push_back(values[i]);
          }
          part.data = std::move(kept);
        },
        column.data);
    for (std::size_t i = 0; i < keep.size() && !column.valid.empty(); ++i) {
      if (keep[i]) part.valid.push_back(column.valid[i]);
    }
    columns.push_back(std::move(part));
  }
  return {{"title.some_rows", {{"title", table.title()}, {"shown", shown}, {"all", keep.size()}}},
          std::move(columns),
          table.provenance()};
}

std::set<std::string> checked_perspectives(const Study& study, const std::vector<std::string>& words) {
  if (words.empty())
    throw ValueError(
        {"HV-302", argument("perspectives"), Claim{"problem.value.none"}, {"problem.expected.one_perspective"}});
  const Vocabulary& known = study.profile().perspectives;
  std::set<std::string> ids, of_parties;
  for (const Party& party : study.parties()) of_parties.insert(party.perspective);
  for (const std::string& word : words) {
    const std::string id = known.find(word).value_or(word);
    if (id.empty() || (known.term(id) == nullptr && !of_parties.contains(id))) {
      std::string list;
      for (const Term& term : known.terms()) list += (list.empty() ? "" : ", ") + term.id;
      throw KeyError(
          {"HV-506", {"problem.subject.perspective"}, word, {"problem.expected.one_of", {{"choices", list}}}});
    }
    ids.insert(id);
  }
  return ids;
}

}  // namespace

Table ties_table(const Network& network) {
  using Row = Network::Tie;
  const auto id_of = [&network](std::int32_t Row::*end) {
    return [&network, end](const Row& tie) { return at(network.ids, tie.*end); };
  };
  const Claim id{"column.id_at_level", {{"level", network.level}}};
  const Fields<Row> fields{{"from", id, id_of(&Row::from)},
                           {"to", id, id_of(&Row::to)},
                           {"strength", {"column.strength_after_rule"}, &Row::strength},
                           {"reports", {"column.reports_of_tie"}, &Row::reports}};
  return {{"title.ties", {{"relation", network.relation}, {"wave", network.wave.str()}}},
          columns_of(network.ties, fields),
          provenance_of(network, "method.ties")};
}

Table disagreements_table(const Network& parties) {
  using Row = Disagreement;
  const auto id_of = [&parties](std::int32_t Row::*party) {
    return [&parties, party](const Row& each) { return at(parties.ids, each.*party); };
  };
  const Fields<Row> fields{{"a", {"column.party_id"}, id_of(&Row::a)},
                           {"b", {"column.party_id"}, id_of(&Row::b)},
                           {"strength_by_a", {"column.strength_by_a"}, &Row::strength_by_a},
                           {"strength_by_b", {"column.strength_by_b"}, &Row::strength_by_b},
                           {"kind", {"column.disagreement_kind"}, [](const Row& each) {
                              return each.on_existence() ? "existence" : "strength";
                            }}};
  return {{"title.disagreements", {{"relation", parties.relation}}},
          columns_of(parties.disagreements, fields),
          provenance_of(parties, "method.disagreements")};
}

NetworkView network_view(const Study& study, const NetworkSummary& summary, const NetworkViewOptions& options) {
  if (summary.grouping) {
    throw ValueError(
        {"HV-303", argument("level"), summary.network.level, {"problem.expected.of_parties_for_perspectives"}});
  }
  const Network& network = summary.network;
  const std::set<std::string> ids = checked_perspectives(study, options.perspectives);
  NetworkView view;
  view.perspectives.assign(ids.begin(), ids.end());
  view.all_parties = network.size();
  view.all_ties = std::ssize(network.ties);
  std::vector<bool> among;
  for (const std::int32_t index : network.parties) {
    among.push_back(ids.contains(at(study.parties(), index).perspective));
  }
  const auto shown = [&](std::int32_t a, std::int32_t b) {
    const bool first = at(among, a), second = at(among, b);
    return options.both_ends ? first && second : first || second;
  };
  std::vector<bool> parties = among, ties, disagreements;
  for (const Network::Tie& tie : network.ties) {
    ties.push_back(shown(tie.from, tie.to));
    if (ties.back()) at(parties, tie.from) = at(parties, tie.to) = true;
  }
  for (const Disagreement& each : network.disagreements) disagreements.push_back(shown(each.a, each.b));
  view.parties = some_rows(network_table(study, summary), parties);
  view.ties = some_rows(ties_table(network), ties);
  view.disagreements = some_rows(disagreements_table(network), disagreements);
  return view;
}

}  // namespace houvast::inline v0_1
