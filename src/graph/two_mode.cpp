#include "houvast/graph/two_mode.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "base/index.hpp"
#include "graph/estimates.hpp"
#include "houvast/base/choice.hpp"

namespace houvast::inline v0_1 {
using houvast::detail::as_size;
namespace {

void fill_expertise(const Study& study, const std::vector<std::int32_t>& parties, TwoMode& result) {
  std::map<std::string, std::int32_t> position;
  for (const std::int32_t index : parties) {
    for (const std::string& word : study.parties()[as_size(index)].expertise) position[word] = 0;
  }
  for (auto& [word, at] : position) {
    at = static_cast<std::int32_t>(result.items.size());
    result.items.push_back(word);
  }
  for (std::size_t p = 0; p < parties.size(); ++p) {
    std::vector<std::int32_t> items;
    for (const std::string& word : study.parties()[as_size(parties[p])].expertise) {
      items.push_back(position.at(word));
    }
    std::sort(items.begin(), items.end());
    items.erase(std::unique(items.begin(), items.end()), items.end());
    result.told.push_back(!items.empty());
    for (const std::int32_t item : items) result.incidences.push_back({static_cast<std::int32_t>(p), item, 1});
  }
}

void fill_questions(const Study& study, const std::vector<std::int32_t>& parties, TwoMode& result) {
  const std::int64_t wave = study.wave_index(result.wave);
  const WaveResponses& responses = study.responses(wave);
  const std::vector<InstrumentId>& asked = study.waves()[as_size(wave)].instruments;
  std::vector<std::int32_t> position(study.parties().size(), -1);
  for (std::size_t p = 0; p < parties.size(); ++p) {
    position[as_size(parties[p])] = static_cast<std::int32_t>(p);
  }
  result.told.assign(parties.size(), false);
  std::vector<std::int32_t> party_of_row;
  for (const std::int32_t respondent : responses.respondents()) {
    party_of_row.push_back(position[as_size(study.party_of(respondent))]);
  }
  std::map<std::pair<std::int32_t, std::int32_t>, std::int64_t> counts;
  for (std::size_t q = 0; q < study.questions().size(); ++q) {
    const QuestionRef& of = study.questions()[q];
    const bool in_wave = std::find(asked.begin(), asked.end(), of.instrument->id()) != asked.end();
    if (of.scale == nullptr || of.instrument->is_private() || !in_wave) continue;
    const auto item = static_cast<std::int32_t>(result.items.size());
    result.items.push_back(of.question->id.str());
    const std::span<const AnswerCode> codes = responses.column(static_cast<std::int64_t>(q));
    for (std::size_t row = 0; row < codes.size(); ++row) {
      const std::int32_t party = party_of_row[row];
      if (party < 0 || state_of(codes[row]) == AnswerState::kNotAsked) continue;
      result.told[as_size(party)] = true;
      if (state_of(codes[row]) == AnswerState::kAnswered) ++counts[{party, item}];
    }
  }
  for (const auto& [key, count] : counts) result.incidences.push_back({key.first, key.second, count});
}

Estimate density_of(const TwoMode& of) {
  const auto told = static_cast<std::int64_t>(std::count(of.told.begin(), of.told.end(), true));
  const std::int64_t items = std::ssize(of.items), cells = told * items, all = std::ssize(of.parties) * items;
  const Claim definition{"method.two_mode_density"};
  const Claim source{"source.with_bounds", {{"source", Claim{"source.borgatti_everett_1997"}}}};
  if (cells == 0) return undefined_estimate(definition, source, 0, {"reason.no_party_told"});
  const auto ties = static_cast<double>(of.incidences.size()), possible = static_cast<double>(all);
  Estimate density = defined_estimate(definition, source, cells, ties / static_cast<double>(cells));
  density.details = {{"incidences", ties},
                     {"parties_that_told", static_cast<double>(told)},
                     {"low", ties / possible},
                     {"high", (ties + static_cast<double>(all - cells)) / possible}};
  density.provenance.options = {{"kind", of.kind}, {"wave", of.wave.str()}};
  return density;
}

// Who stands on the other side of each node, in increasing order.
std::vector<std::vector<std::int32_t>> members_of(const TwoMode& of, bool of_items) {
  std::vector<std::vector<std::int32_t>> members(of_items ? of.items.size() : of.parties.size());
  for (const Incidence& each : of.incidences) {
    members[as_size(of_items ? each.item : each.party)].push_back(of_items ? each.party : each.item);
  }
  return members;
}

std::map<std::pair<std::int32_t, std::int32_t>, std::int64_t> shared_counts(const TwoMode& of, bool onto_items) {
  std::map<std::pair<std::int32_t, std::int32_t>, std::int64_t> shared;
  for (std::vector<std::int32_t> members : members_of(of, !onto_items)) {
    std::sort(members.begin(), members.end());
    for (std::size_t i = 0; i < members.size(); ++i) {
      for (std::size_t j = i + 1; j < members.size(); ++j) ++shared[{members[i], members[j]}];
    }
  }
  return shared;
}

Provenance provenance_of(const TwoMode& of, const char* definition, const char* source) {
  Provenance provenance = houvast::provenance_of({definition}, {source});
  provenance.options = {{"kind", of.kind}, {"wave", of.wave.str()}};
  return provenance;
}

}  // namespace

Graph TwoMode::projection(bool onto_items) const {
  std::vector<std::int64_t> sources, targets;
  std::vector<double> weights;
  for (const auto& [pair, count] : shared_counts(*this, onto_items)) {
    sources.push_back(pair.first);
    targets.push_back(pair.second);
    weights.push_back(static_cast<double>(count));
  }
  return {std::ssize(onto_items ? items : parties), sources, targets, weights, {}};
}

TwoMode two_mode(const Study& study, std::string_view kind, const std::optional<WaveId>& wave) {
  if (kind != "expertise" && kind != "questions") {
    refuse_choice({"problem.subject.kind_of_two_mode"}, kind, {"expertise", "questions"});
  }
  TwoMode result;
  result.kind = std::string(kind);
  result.wave = wave ? *wave : study.last_wave().id;
  static_cast<void>(study.wave_index(result.wave));
  std::vector<std::int32_t> parties;
  for (std::size_t p = 0; p < study.parties().size(); ++p) {
    if (!study.parties()[p].takes_part_in(result.wave)) continue;
    parties.push_back(static_cast<std::int32_t>(p));
    result.parties.push_back(study.parties()[p].id.str());
  }
  if (kind == "expertise") {
    fill_expertise(study, parties, result);
  } else {
    fill_questions(study, parties, result);
  }
  result.density = density_of(result);
  return result;
}

Table incidence_table(const TwoMode& of) {
  std::vector<std::string> party, item;
  std::vector<std::int64_t> count;
  for (const Incidence& each : of.incidences) {
    party.push_back(of.parties[as_size(each.party)]);
    item.push_back(of.items[as_size(each.item)]);
    count.push_back(each.count);
  }
  return {{"title.two_mode", {{"kind", of.kind}, {"wave", of.wave.str()}}},
          {{"party", std::move(party), {}, {"column.party_id"}},
           {"item", std::move(item), {}, {"column.two_mode_item"}},
           {"count", std::move(count), {}, {"column.incidence_count"}}},
          provenance_of(of, "method.incidence", "source.own")};
}

Table two_mode_degrees(const TwoMode& of, bool of_items) {
  std::vector<std::int64_t> degree;
  for (const auto& members : members_of(of, of_items)) degree.push_back(std::ssize(members));
  std::vector<Column> columns;
  columns.push_back({of_items ? "item" : "party", of_items ? of.items : of.parties, {}, {"column.id"}});
  columns.push_back(
      {"degree", std::move(degree), {}, {of_items ? "column.parties_with_item" : "column.items_of_party"}});
  if (!of_items) columns.push_back({"told", of.told, {}, {"column.party_told"}});
  return {{"title.two_mode_degree", {{"of", of_items ? of.kind : "parties"}, {"wave", of.wave.str()}}},
          std::move(columns),
          provenance_of(of, "method.two_mode_degree", "source.borgatti_everett_1997")};
}

Table projection_table(const TwoMode& of, bool onto_items) {
  const std::vector<std::string>& names = onto_items ? of.items : of.parties;
  std::vector<std::string> a, b;
  std::vector<std::int64_t> shared;
  for (const auto& [pair, count] : shared_counts(of, onto_items)) {
    a.push_back(names[as_size(pair.first)]);
    b.push_back(names[as_size(pair.second)]);
    shared.push_back(count);
  }
  return {{"title.projection", {{"of", onto_items ? of.kind : "parties"}, {"wave", of.wave.str()}}},
          {{"a", std::move(a), {}, {"column.id"}},
           {"b", std::move(b), {}, {"column.id"}},
           {"shared", std::move(shared), {}, {onto_items ? "column.parties_with_both" : "column.items_of_both"}}},
          provenance_of(of, "method.projection", "source.breiger_1974")};
}

}  // namespace houvast::inline v0_1
