#include "houvast/coverage/partners.hpp"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

#include "base/index.hpp"
#include "coverage/context.hpp"
#include "coverage/partner_ties.hpp"
#include "houvast/base/fields.hpp"
#include "houvast/gerdes/pairs.hpp"
#include "houvast/instrument/catalogue.hpp"
#include "houvast/version.hpp"

// What partners know and agree of each other, per pair and per pair of domains.
namespace houvast::inline v0_1 {
using houvast::detail::as_size;
using houvast::detail::at;
namespace {

constexpr const char* kSource = "source.duijsters";

using PairOfParties = std::pair<std::int32_t, std::int32_t>;

// What both sides report of a tie; who reported something and does not name the other says that there is none.
void add_strengths(const detail::CoverageContext& context, PartnerTie& pair) {
  const auto reported = [&](std::int32_t party) {
    const auto place = at(context.position, party);
    return place && at(context.network->network.reported, *place);
  };
  if (!pair.strength_by_a && reported(pair.a)) pair.strength_by_a = 0;
  if (!pair.strength_by_b && reported(pair.b)) pair.strength_by_b = 0;
}

void add_stages(const detail::CoverageContext& context, std::map<PairOfParties, PartnerTie>& pairs) {
  for (const PairView& view : pair_views(context.study, {.wave = context.wave, .object = AssessedObject::kPair})) {
    const auto found = pairs.find({view.a, *view.b});
    if (found == pairs.end()) continue;
    const SideAgreement agreement = view.agreement();
    found->second.stages_same += agreement == SideAgreement::kSame ? 1 : 0;
    found->second.stages_apart += agreement == SideAgreement::kApart ? 1 : 0;
    found->second.stages_one_sided += agreement == SideAgreement::kOneSided ? 1 : 0;
  }
}

}  // namespace

namespace detail {

std::vector<PartnerTie> partner_ties_of(const CoverageContext& context) {
  if (!context.network) return {};
  std::map<PairOfParties, PartnerTie> pairs;
  for (const Network::Tie& tie : context.network->network.ties) {
    const std::int32_t from = at(context.network->network.parties, tie.from);
    const std::int32_t to = at(context.network->network.parties, tie.to);
    PartnerTie& pair = pairs[std::minmax(from, to)];
    std::tie(pair.a, pair.b) = std::pair(std::min(from, to), std::max(from, to));
    pair.strength = std::max(pair.strength, tie.strength);
  }
  for (std::size_t i = 0; i < context.study.data().ties.size(); ++i) {
    const TieReport& report = context.study.data().ties[i];
    if (report.wave != context.wave || report.relation != context.relation || report.to.empty()) continue;
    const auto& [reporter, from, to] = context.study.tie_ends()[i];
    const auto found = pairs.find(std::minmax(from, to));
    if (found == pairs.end()) continue;
    if (reporter != found->second.a && reporter != found->second.b) continue;
    const bool is_a = reporter == found->second.a;
    auto& said = is_a ? found->second.by_a : found->second.by_b;
    auto& strength = is_a ? found->second.strength_by_a : found->second.strength_by_b;
    strength = std::max(strength.value_or(0), report.strength);
    for (std::size_t c = 0; c < said.size(); ++c) {
      if (!said[c]) said[c] = report.conditions[c];
    }
  }
  add_stages(context, pairs);
  std::vector<PartnerTie> result;
  for (auto& [key, pair] : pairs) {
    add_strengths(context, pair);
    result.push_back(pair);
  }
  return result;
}

}  // namespace detail

std::string_view to_string(ConditionState state) noexcept {
  switch (state) {
    case ConditionState::kMet:
      return "met";
    case ConditionState::kOneSided:
      return "one_sided";
    case ConditionState::kUnmet:
      return "unmet";
    case ConditionState::kUnknown:
      return "unknown";
  }
  return "";
}

ConditionState PartnerTie::state(std::size_t condition) const {
  const std::optional<bool> first = by_a.at(condition), second = by_b.at(condition);
  if (!first || !second) return ConditionState::kUnknown;
  if (*first != *second) return ConditionState::kOneSided;
  return *first ? ConditionState::kMet : ConditionState::kUnmet;
}

std::vector<PartnerTie> partner_ties(const Study& study, const CoverageOptions& options) {
  return detail::partner_ties_of(detail::CoverageContext(study, options));
}

Table partner_table(const Study& study, const std::vector<PartnerTie>& ties) {
  using Row = PartnerTie;
  const auto id_of = [&study](std::int32_t Row::*party) {
    return [&study, party](const Row& tie) { return study.parties().at(as_size(tie.*party)).id; };
  };
  Fields<Row> fields{{"a", {"column.party_id"}, id_of(&Row::a)},
                     {"b", {"column.other_party_id"}, id_of(&Row::b)},
                     {"strength", {"column.tie_strength"}, &Row::strength},
                     {"strength_by_a", {"column.strength_by_a_if_told"}, &Row::strength_by_a},
                     {"strength_by_b", {"column.strength_by_b_if_told"}, &Row::strength_by_b}};
  for (std::size_t i = 0; i < 4; ++i) {
    const std::string name = detail::kConditions[i];
    append(fields, {{name, {"column.condition_state"}, [i](const Row& tie) { return tie.state(i); }},
                    {name + "_by_a", {"column.yes_by_a"}, [i](const Row& tie) { return tie.by_a[i]; }},
                    {name + "_by_b", {"column.yes_by_b"}, [i](const Row& tie) { return tie.by_b[i]; }}});
  }
  append(fields, {{"gerdes_same", {"column.dimensions_same"}, &Row::stages_same},
                  {"gerdes_apart", {"column.dimensions_apart"}, &Row::stages_apart},
                  {"gerdes_one_sided", {"column.dimensions_one_sided"}, &Row::stages_one_sided}});
  return {{"title.partners", {{"study", study.id()}}},
          columns_of(ties, fields),
          provenance_of({"method.partners"}, {kSource})};
}

namespace {

// The counts of one condition between two domains.
struct Counts {
  std::int64_t ties = 0;
  std::array<std::int64_t, 4> states{};
  std::int64_t one_told = 0;

  [[nodiscard]] std::int64_t of(ConditionState state) const { return at(states, state); }
};

// A condition between two domains.
struct DomainRow {
  std::string domain_a, domain_b;
  std::size_t condition = 0;
  Counts counts;
};

Fields<DomainRow> domain_fields() {
  using Row = DomainRow;
  const auto in_state = [](ConditionState state) { return [state](const Row& row) { return row.counts.of(state); }; };
  return {{"domain_a", {"column.domain_id"}, &Row::domain_a},
          {"domain_b", {"column.other_domain_id"}, &Row::domain_b},
          {"condition", {"column.condition_id"}, [](const Row& row) { return detail::kConditions[row.condition]; }},
          {"title",
           {"column.condition_wording"},
           [&source = instrument("know-your-partner")](const Row& row) {
             return source.question(QuestionId(detail::kConditions[row.condition])).text.nl;
           }},
          {"ties", {"column.ties_between"}, [](const Row& row) { return row.counts.ties; }},
          {"told",
           {"column.ties_told"},
           [](const Row& row) { return row.counts.ties - row.counts.of(ConditionState::kUnknown); }},
          {"met", {"column.both_yes"}, in_state(ConditionState::kMet)},
          {"one_sided", {"column.yes_and_no"}, in_state(ConditionState::kOneSided)},
          {"unmet", {"column.both_no"}, in_state(ConditionState::kUnmet)},
          {"unknown", {"column.one_or_both_silent"}, in_state(ConditionState::kUnknown)},
          {"one_told", {"column.one_said"}, [](const Row& row) { return row.counts.one_told; }}};
}

// The domains that take part, in the order of the profile; parties without one come last.
std::vector<std::string> domains_of(const detail::CoverageContext& context) {
  std::vector<std::string> present, ordered;
  for (std::size_t p = 0; p < context.parties().size(); ++p) {
    if (context.takes_part[p]) present.push_back(context.parties()[p].domain);
  }
  const auto add = [&](const std::string& id) {
    const bool takes_part = std::find(present.begin(), present.end(), id) != present.end();
    if (takes_part && std::find(ordered.begin(), ordered.end(), id) == ordered.end()) ordered.push_back(id);
  };
  for (const Term& term : context.profile().domains.terms()) add(term.id);
  for (const std::string& id : present) {
    if (!id.empty()) add(id);
  }
  add("");
  return ordered;
}

}  // namespace

Table partners_by_domain(const Study& study, const CoverageOptions& options) {
  const detail::CoverageContext context(study, options);
  const std::vector<std::string> domains = domains_of(context);
  std::map<std::string, std::size_t> place;
  for (std::size_t d = 0; d < domains.size(); ++d) place.emplace(domains[d], d);
  std::map<std::pair<std::size_t, std::size_t>, std::array<Counts, 4>> counts;
  for (std::size_t a = 0; context.network && a < domains.size(); ++a) {
    for (std::size_t b = a; b < domains.size(); ++b) counts[{a, b}] = {};
  }
  for (const PartnerTie& tie : detail::partner_ties_of(context)) {
    const auto domain_at = [&](std::int32_t party) { return place.at(at(study.parties(), party).domain); };
    std::array<Counts, 4>& of = counts[std::minmax(domain_at(tie.a), domain_at(tie.b))];
    for (std::size_t i = 0; i < of.size(); ++i) {
      ++of[i].ties;
      ++at(of[i].states, tie.state(i));
      of[i].one_told += tie.by_a[i].has_value() != tie.by_b[i].has_value() ? 1 : 0;
    }
  }
  std::vector<DomainRow> rows;
  for (const auto& [pair, of] : counts) {
    for (std::size_t i = 0; i < of.size(); ++i) rows.push_back({domains[pair.first], domains[pair.second], i, of[i]});
  }
  return {{"title.partner_domains", {{"study", study.id()}}},
          columns_of(rows, domain_fields()),
          {{"method.partner_domains"},
           {kSource},
           {{"wave", context.wave.str()}, {"relation", context.relation}},
           std::nullopt,
           kVersion}};
}

}  // namespace houvast::inline v0_1
