#include "coverage/context.hpp"

#include <algorithm>
#include <map>

#include "base/index.hpp"
#include "coverage/members.hpp"

namespace houvast::inline v0_1::detail {

CoverageContext::CoverageContext(const Study& of, const CoverageOptions& options)
    : study(of),
      wave(options.wave ? *options.wave : of.last_wave().id),
      relation(options.relation),
      may_read_(options.may_read),
      told_response_(options.told_response),
      fewest_people_(options.fewest_people) {
  wave_index = study.wave_index(wave);
  if (relation.empty() && !study.data().relations.empty()) relation = study.data().relations.front().id;
  if (!relation.empty()) {
    Network reported = reported_network(study, relation, wave);
    if (options.ties_are_told && reported.measured()) network = summary_of(std::move(reported));
  }
  const std::size_t n = parties().size();
  takes_part.assign(n, false);
  answered.assign(n, false);
  reported_ties.assign(n, false);
  position.assign(n, std::nullopt);
  for (std::size_t p = 0; p < n; ++p) takes_part[p] = parties()[p].takes_part_in(wave);
  for (const std::int32_t respondent : study.responses(wave_index).respondents()) {
    answered[as_size(study.party_of(respondent))] = true;
    has_answers = true;
  }
  if (!options.silence_is_told)
    has_answers = has_answers || some_member(*this, [](const Party& party) { return party.asked > 0; });
  for (std::size_t i = 0; i < study.data().ties.size(); ++i) {
    const std::int32_t reporter = study.tie_ends()[i].reporter;
    if (reporter >= 0 && study.data().ties[i].wave == wave) reported_ties[as_size(reporter)] = true;
  }
  if (network) {
    for (std::size_t i = 0; i < network->network.parties.size(); ++i) {
      position[as_size(network->network.parties[i])] = static_cast<std::int32_t>(i);
      if (study.relation(relation).complete) reported_ties[as_size(network->network.parties[i])] = true;
    }
  }
  find_organisations();
}

bool CoverageContext::may_read_of(const std::string& perspective) const {
  return !may_read_ || std::any_of(study.questions().begin(), study.questions().end(),
                                   [&](const QuestionRef& each) { return may_read_(perspective, each.question->id); });
}

std::int64_t CoverageContext::people_of(const std::vector<std::size_t>& of_parties) const {
  std::int64_t people = 0;
  for (const std::size_t p : of_parties) people += parties()[p].asked;
  return people;
}

void CoverageContext::find_organisations() {
  organisation.assign(parties().size(), -1);
  std::map<std::string, std::int32_t> index;
  for (std::size_t p = 0; p < parties().size(); ++p) {
    if (!takes_part[p]) continue;
    const Party& party = parties()[p];
    const bool by_itself = party.organisation.empty() && (party.kind == "organisation" || party.kind == "government");
    if (party.organisation.empty() && !by_itself) continue;
    // Ids hold no line break, so that a party and an organisation of the same name stay apart.
    const std::string key = by_itself ? "\n" + party.id.str() : party.organisation;
    const auto [entry, is_new] = index.try_emplace(key, static_cast<std::int32_t>(organisations.size()));
    if (is_new) organisations.push_back({by_itself ? party.id.str() : party.organisation, {}});
    organisations[as_size(entry->second)].parties.push_back(p);
    organisation[p] = entry->second;
  }
}

PairCount CoverageContext::pairs_among(const Crowd& parties) const {
  if (network->network.directed) return {0, parties.told * (parties.all - 1), parties.all * (parties.all - 1)};
  const auto pairs = [](std::int64_t n) { return n * (n - 1) / 2; };
  return {0, pairs(parties.all) - pairs(parties.all - parties.told), pairs(parties.all)};
}

PairCount CoverageContext::pairs_between(const Crowd& some, const Crowd& others) const {
  const std::int64_t pairs = some.all * others.all;
  if (network->network.directed) return {0, some.told * others.all + others.told * some.all, 2 * pairs};
  return {0, pairs - (some.all - some.told) * (others.all - others.told), pairs};
}

bool CoverageContext::is_silent(std::size_t party) const {
  return takes_part[party] && parties()[party].asked > 0 && (has_answers || network) && !answered[party] &&
         !reported_ties[party];
}

std::int64_t CoverageContext::ties_of(std::size_t party) const {
  if (!network || !position[party]) return 0;
  const auto place = as_size(*position[party]);
  const std::int64_t in = network->in_degree[place];
  return network->network.directed ? in + network->out_degree[place] : in;
}

std::vector<std::string> CoverageContext::ids_at(const std::vector<std::int32_t>& places) const {
  std::vector<std::string> ids;
  for (const std::int32_t place : places) ids.push_back(at(place).id.str());
  return ids;
}

std::uint64_t CoverageContext::seed() const {
  std::uint64_t hash = 14695981039346656037ULL;  // FNV-1a
  for (const char c : study.id()) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
  return hash;
}

}  // namespace houvast::inline v0_1::detail
