#include "houvast/coverage/network_what_if.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "base/index.hpp"
#include "coverage/context.hpp"
#include "coverage/expertise.hpp"
#include "houvast/base/choice.hpp"
#include "houvast/base/fields.hpp"
#include "houvast/base/stop.hpp"
#include "houvast/graph/robustness.hpp"
#include "houvast/version.hpp"

namespace houvast::inline v0_1 {
using houvast::detail::at;
namespace {

using detail::CoverageContext;
using detail::Expertise;
using Places = std::vector<std::int64_t>;  // positions in the network

// The context of a relation that was reported on.
CoverageContext measured(const Study& study, const std::optional<WaveId>& wave, const std::string& relation) {
  CoverageContext context(study, {wave, relation});
  if (context.network) return context;
  const Claim none{"problem.subject.relations_in_wave"};
  const Claim unreported{"problem.subject.reports_in_wave", {{"relation", context.relation}}};
  throw ValueError(
      {"HV-305", context.relation.empty() ? none : unreported, context.wave.str(), {"problem.expected.one_or_more"}});
}

// Parties that leave together.
struct Leaving {
  std::string id;
  std::string name;
  Places places{};
};

std::string title_of(const Profile& profile, const std::string& attribute, const std::string& id,
                     const Language& language) {
  const Vocabulary* words = attribute == "role" ? &profile.roles : profile.vocabulary_of_attribute(attribute);
  return words == nullptr ? id : words->title(id, language);
}

std::vector<Leaving> by_attribute(const CoverageContext& context, const KnockoutOptions& options) {
  std::vector<Leaving> all;
  std::map<std::string, std::size_t> index;
  for (std::int32_t place = 0; place < static_cast<std::int32_t>(context.network->network.size()); ++place) {
    const Party& party = context.at(place);
    const bool roles = options.by == "role";
    const std::vector<std::string> values =
        roles ? party.roles : std::vector{context.study.attribute(party, options.by)};
    for (const std::string& value : values) {
      if (value.empty()) continue;
      const auto [entry, is_new] = index.try_emplace(value, all.size());
      if (is_new) all.push_back({value, title_of(context.profile(), options.by, value, options.language)});
      Places& places = all[entry->second].places;
      if (places.empty() || places.back() != place) places.push_back(place);
    }
  }
  return all;
}

std::vector<Leaving> by_organisation(const CoverageContext& context) {
  std::vector<Leaving> all;
  for (const detail::OrganisationMembers& organisation : context.organisations) {
    Leaving each{organisation.id, organisation.id};
    for (const std::size_t party : organisation.parties) {
      if (context.position[party]) each.places.push_back(*context.position[party]);
    }
    const Party& first = context.parties()[organisation.parties.front()];
    if (first.id.str() == organisation.id) each.name = first.name;
    all.push_back(std::move(each));
  }
  return all;
}

std::vector<Leaving> chosen(const CoverageContext& context, const KnockoutOptions& options) {
  std::vector<Leaving> all;
  for (const auto& [name, parties] : options.sets) {
    Leaving each{name, name};
    for (const PartyId& id : parties) {
      const auto index = context.study.party_index(id);
      if (!index || !at(context.position, *index)) {
        std::vector<std::string> known;
        for (const Party& party : context.parties()) known.push_back(party.id.str());
        if (index) known.clear();  // a party of the study, but not of the wave
        unknown_name("HV-508", {"problem.subject.party"}, id.str(), known, {"problem.expected.party_of_wave"});
      }
      each.places.push_back(*at(context.position, *index));
    }
    all.push_back(std::move(each));
  }
  return all;
}

std::vector<Leaving> who_leaves(const CoverageContext& context, const KnockoutOptions& options) {
  if (!options.sets.empty()) return chosen(context, options);
  if (options.by == "organisation") return by_organisation(context);
  if (options.by != "party") return by_attribute(context, options);
  std::vector<Leaving> all;
  for (std::int32_t place = 0; place < static_cast<std::int32_t>(context.network->network.size()); ++place) {
    all.push_back({context.at(place).id.str(), context.at(place).name, {place}});
  }
  return all;
}

// What becomes of the expertise of a network when some leave.
class ExpertiseReach {
 public:
  explicit ExpertiseReach(const CoverageContext& context)
      : context_(context), all_(detail::expertise_of(context)), before_(near({})) {}

  struct Loss {
    std::vector<std::string> gone;
    std::int64_t pairs = 0;
    std::vector<std::string> out_of_reach;
  };

  [[nodiscard]] Loss without(const Places& places) const {
    std::vector<bool> gone(context_.network->network.parties.size(), false);
    for (const std::int64_t place : places) at(gone, place) = true;
    const std::vector<std::vector<bool>> after = near(gone);
    Loss loss;
    for (std::size_t e = 0; e < all_.size(); ++e) {
      const auto leaves = [&](std::size_t party) { return at(gone, *context_.position[party]); };
      const auto& holders = all_[e].parties;
      if (!holders.empty() && std::all_of(holders.begin(), holders.end(), leaves)) loss.gone.push_back(all_[e].name);
      std::int64_t pairs = 0;
      for (std::size_t place = 0; place < gone.size(); ++place) {
        pairs += !gone[place] && before_[e][place] && !after[e][place] ? 1 : 0;
      }
      loss.pairs += pairs;
      if (pairs > 0) loss.out_of_reach.push_back(all_[e].name);
    }
    return loss;
  }

 private:
  // Per expertise and position: whether somebody who has it is near.
  [[nodiscard]] std::vector<std::vector<bool>> near(const std::vector<bool>& gone) const {
    std::vector<std::vector<bool>> result;
    for (const Expertise& each : all_) {
      result.push_back(detail::near(context_, each, context_.thresholds().steps, gone));
    }
    return result;
  }

  const CoverageContext& context_;
  std::vector<Expertise> all_;
  std::vector<std::vector<bool>> before_;
};

Provenance provenance_of(const CoverageContext& context, Claim definition) {
  const Network& network = context.network->network;
  return {std::move(definition),
          {"source.own"},
          {{"relation", network.relation},
           {"wave", network.wave.str()},
           {"rule", std::string(to_string(network.rule))},
           {"observed_dyads", std::to_string(network.observed_dyads)},
           {"possible_dyads", std::to_string(network.possible_dyads)},
           {"silent", std::to_string(network.silent().size())}},
          std::nullopt,
          kVersion};
}

// Unordered pairs that were told about, both ways when directed, and have no tie.
std::vector<std::pair<std::int64_t, std::int64_t>> known_absent(const CoverageContext& context) {
  const Network& network = context.network->network;
  const auto n = static_cast<std::int32_t>(network.size());
  std::set<std::pair<std::int32_t, std::int32_t>> tied;
  for (const Network::Tie& tie : network.ties) tied.insert(std::minmax(tie.from, tie.to));
  std::vector<std::pair<std::int64_t, std::int64_t>> pairs;
  for (std::int32_t a = 0; a < n; ++a) {
    stop_point();
    for (std::int32_t b = a + 1; b < n; ++b) {
      const bool told = network.directed ? context.told(a) && context.told(b) : context.told(a) || context.told(b);
      if (told && !tied.contains({a, b})) pairs.emplace_back(a, b);
    }
  }
  return pairs;
}

std::vector<std::int32_t> domain_numbers(const CoverageContext& context) {
  std::map<std::string, std::int32_t> index;
  std::vector<std::int32_t> codes;
  for (std::int32_t place = 0; place < static_cast<std::int32_t>(context.network->network.size()); ++place) {
    const std::string& domain = context.at(place).domain;
    const auto next = static_cast<std::int32_t>(index.size());
    codes.push_back(domain.empty() ? -1 : index.try_emplace(domain, next).first->second);
  }
  return codes;
}

Places with_perspective(const CoverageContext& context, const std::string& goal) {
  const Profile& profile = context.profile();
  std::vector<std::string> perspectives = profile.family_perspectives;
  if (goal != "parents") {
    const auto found = profile.perspectives.find(goal);
    if (!found) {
      std::vector<std::string> known;
      for (const Term& term : profile.perspectives.terms()) known.push_back(term.id);
      throw ValueError({"HV-303",
                        {"problem.subject.goal"},
                        goal,
                        {"problem.expected.goal_of_ties", {{"perspectives", in_a_row(known)}}}});
    }
    perspectives = {*found};
  }
  Places places;
  for (std::int32_t place = 0; place < static_cast<std::int32_t>(context.network->network.size()); ++place) {
    const std::string& perspective = context.at(place).perspective;
    if (std::find(perspectives.begin(), perspectives.end(), perspective) != perspectives.end()) {
      places.push_back(place);
    }
  }
  if (places.empty()) {
    throw ValueError({"HV-305",
                      {"problem.subject.parties_with_perspective",
                       {{"perspective", (perspectives.empty() ? goal : in_a_row(perspectives))}}},
                      "0",
                      {"problem.expected.one_or_more"}});
  }
  return places;
}

// The network when some have left.
struct KnockoutRow {
  const Leaving* leaving = nullptr;
  std::int64_t removed = 0, remaining = 0, unreachable = 0, components = 0, largest = 0, pairs_lost = 0;
  std::vector<std::string> unreachable_ids{};
  ExpertiseReach::Loss loss{};
};

Fields<KnockoutRow> knockout_fields(std::int64_t steps) {
  using Row = KnockoutRow;
  return {{"leaving", {"column.who_leaves"}, [](const Row& row) { return row.leaving->id; }},
          {"name", {"column.its_name"}, [](const Row& row) { return row.leaving->name; }},
          {"parties", {"column.parties_leaving"}, &Row::removed},
          {"remaining", {"column.parties_remaining"}, &Row::remaining},
          {"unreachable", {"column.cut_off_left"}, &Row::unreachable},
          {"unreachable_ids", {"column.unreachable_ids"}, [](const Row& row) { return listed(row.unreachable_ids); }},
          {"components", {"column.components_left"}, &Row::components},
          {"largest", {"column.largest_left"}, &Row::largest},
          {"pairs_disconnected", {"column.pairs_lost"}, &Row::pairs_lost},
          {"expertise_gone", {"column.expertise_gone"}, [](const Row& row) { return listed(row.loss.gone); }},
          {"expertise_reach_lost",
           {"column.expertise_reach_lost", {{"steps", steps}}},
           [](const Row& row) { return row.loss.pairs; }},
          {"expertise_out_of_reach", {"column.expertise_out_of_reach"}, [](const Row& row) {
             return listed(row.loss.out_of_reach);
           }}};
}

}  // namespace

Table network_knockouts(const Study& study, const KnockoutOptions& options) {
  const CoverageContext context = measured(study, options.wave, options.relation);
  const std::vector<Leaving> all = who_leaves(context, options);
  std::vector<Places> sets;
  for (const Leaving& each : all) sets.push_back(each.places);
  const Graph& graph = context.network->graph;
  const Table parts = graph::knockout(graph, sets);
  const ExpertiseReach expertise(context);
  std::vector<KnockoutRow> rows;
  for (std::size_t i = 0; i < all.size(); ++i) {
    const auto count = [&](const char* column) { return std::get<Places>(parts.column(column).data)[i]; };
    KnockoutRow& row = rows.emplace_back(KnockoutRow{.leaving = &all[i],
                                                     .removed = count("removed"),
                                                     .remaining = graph.nodes() - count("removed"),
                                                     .unreachable = count("cut_off"),
                                                     .components = count("components"),
                                                     .largest = count("largest"),
                                                     .pairs_lost = count("pairs_lost")});
    for (const std::int64_t place : graph::cut_off(graph, all[i].places)) {
      row.unreachable_ids.push_back(context.at(static_cast<std::int32_t>(place)).id.str());
    }
    row.loss = expertise.without(all[i].places);
  }
  Provenance provenance = provenance_of(context, {"method.knockout"});
  provenance.options["by"] = options.sets.empty() ? options.by : "chosen sets";
  provenance.options["steps"] = std::to_string(context.thresholds().steps);
  return {{"title.knockout", {{"relation", context.relation}, {"wave", context.wave.str()}}},
          columns_of(rows, knockout_fields(context.thresholds().steps)),
          std::move(provenance)};
}

graph::NewTies network_new_ties(const Study& study, std::int64_t count, const TieAdviceOptions& options) {
  const CoverageContext context = measured(study, options.wave, options.relation);
  const auto candidates = known_absent(context);
  std::vector<std::int32_t> groups;
  Places targets;
  graph::NewTiesOptions search{.steps = options.steps,
                               .candidates = candidates,
                               .combinations = options.combinations,
                               .threads = options.threads};
  if (options.goal == "domains") {
    search.goal = graph::TieGoal::kGroupPairs;
    groups = domain_numbers(context);
    search.groups = groups;
  } else if (options.goal == "no_single_point") {
    search.goal = graph::TieGoal::kPairsSeparated;
  } else if (options.goal == "articulation_points") {
    search.goal = graph::TieGoal::kArticulationPoints;
  } else {
    search.goal = options.every ? graph::TieGoal::kReachEvery : graph::TieGoal::kReachAny;
    targets = with_perspective(context, options.goal);
    search.targets = targets;
    if (!search.steps) search.steps = context.thresholds().steps;
  }
  graph::NewTies result = graph::best_new_ties(context.network->graph, count, search);
  std::vector<Column> columns{result.table.column("tie")};
  for (const auto& [end, suffix] : {std::pair("source", "a"), std::pair("target", "b")}) {
    using Place = std::int64_t;
    const auto party = [&](Place place) -> const Party& { return context.at(static_cast<std::int32_t>(place)); };
    const Fields<Place> fields{
        {std::string("party_") + suffix, {"column.tie_end_id"}, [&](Place place) { return party(place).id; }},
        {std::string("name_") + suffix, {"column.its_name"}, [&](Place place) { return party(place).name; }}};
    for (Column& column : columns_of(std::get<Places>(result.table.column(end).data), fields)) {
      columns.push_back(std::move(column));
    }
  }
  columns.push_back(result.table.column("before"));
  columns.push_back(result.table.column("after"));
  Provenance provenance = provenance_of(context, result.method);
  for (const auto& [key, value] : result.table.provenance().options) provenance.options[key] = value;
  provenance.options["goal"] = options.goal;
  result.table = Table({"title.network_new_ties", {{"relation", context.relation}, {"wave", context.wave.str()}}},
                       std::move(columns), std::move(provenance));
  return result;
}

}  // namespace houvast::inline v0_1
