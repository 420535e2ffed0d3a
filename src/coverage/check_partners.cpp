#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

#include "coverage/context.hpp"
#include "houvast/coverage/partners.hpp"
#include "houvast/version.hpp"

// Check on what partners know and agree of each other: C15.
namespace houvast {
namespace {

constexpr const char* kConditions[] = {"P1", "P2", "P3", "P4"};
constexpr const char* kSource = "Duijsters, Ken je samenwerkingspartner; states: own definition";

std::vector<PartnerTie> ties_of(const detail::CoverageContext& context) {
  if (!context.network) return {};
  std::map<std::pair<std::int32_t, std::int32_t>, PartnerTie> pairs;
  for (const Network::Tie& tie : context.network->network.ties) {
    const std::int32_t from = context.network->network.parties[static_cast<std::size_t>(tie.from)];
    const std::int32_t to = context.network->network.parties[static_cast<std::size_t>(tie.to)];
    PartnerTie& pair = pairs[std::minmax(from, to)];
    std::tie(pair.a, pair.b) = std::pair(std::min(from, to), std::max(from, to));
    pair.strength = std::max(pair.strength, tie.strength);
  }
  for (const TieReport& report : context.study.data().ties) {
    if (report.wave != context.wave || report.relation != context.relation || report.to.empty()) continue;
    const auto from = context.study.party_index(report.from), to = context.study.party_index(report.to);
    const auto found = pairs.find(std::minmax(*from, *to));
    if (found == pairs.end()) continue;
    const auto reporter = context.study.party_index(report.reporter);
    if (reporter != found->second.a && reporter != found->second.b) continue;
    auto& said = reporter == found->second.a ? found->second.by_a : found->second.by_b;
    for (std::size_t i = 0; i < said.size(); ++i) {
      if (!said[i]) said[i] = report.conditions[i];
    }
  }
  std::vector<PartnerTie> result;
  for (const auto& [key, pair] : pairs) result.push_back(pair);
  return result;
}

}  // namespace

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
  return ties_of(detail::CoverageContext(study, options));
}

Table partner_table(const Study& study, const std::vector<PartnerTie>& ties) {
  std::vector<std::string> a, b;
  std::vector<double> strength;
  for (const PartnerTie& tie : ties) {
    a.push_back(study.parties().at(static_cast<std::size_t>(tie.a)).id.str());
    b.push_back(study.parties().at(static_cast<std::size_t>(tie.b)).id.str());
    strength.push_back(tie.strength);
  }
  std::vector<Column> columns;
  columns.push_back({"a", std::move(a), {}, "party id"});
  columns.push_back({"b", std::move(b), {}, "party id of the other side"});
  columns.push_back({"strength", std::move(strength), {}, "strength of the tie"});
  for (std::size_t i = 0; i < 4; ++i) {
    const std::string name = kConditions[i];
    std::vector<std::string> state;
    ColumnBuilder<bool> by_a(name + "_by_a", "whether a says yes about b; missing when not asked or not known");
    ColumnBuilder<bool> by_b(name + "_by_b", "whether b says yes about a; missing when not asked or not known");
    for (const PartnerTie& tie : ties) {
      state.emplace_back(to_string(tie.state(i)));
      by_a.push(tie.by_a[i]);
      by_b.push(tie.by_b[i]);
    }
    columns.push_back({name, std::move(state), {}, "met, one_sided, unmet or unknown"});
    columns.push_back(std::move(by_a).build());
    columns.push_back(std::move(by_b).build());
  }
  return {"Know your partner in " + study.id(),
          std::move(columns),
          {"conditions of a working tie, per pair of parties", kSource, {}, std::nullopt, kVersion}};
}

namespace detail {

Finding check_conditions(const CoverageContext& context) {
  Finding finding;
  finding.check = "C15";
  finding.questions = {"P1", "P2", "P3", "P4"};
  finding.title = {"Partners kennen en vertrouwen elkaar, en maken afspraken",
                   "Partners know and trust each other, and make agreements"};
  const double mutual = context.thresholds().mutual, observed = context.thresholds().observed;
  finding.rule = {"Aan elke voorwaarde P1–P4 is in minstens " + percent(mutual) +
                      "% van de contacten van beide kanten voldaan; beoordeeld als van minstens " + percent(observed) +
                      "% van de contacten beide kanten dat zeiden.",
                  "Each condition P1–P4 is met by both sides in at least " + percent(mutual) +
                      "% of the ties; judged when both sides told so for at least " + percent(observed) +
                      "% of the ties."};
  if (!context.network) return ties_not_measured(std::move(finding));
  const std::vector<PartnerTie> ties = ties_of(context);
  if (ties.empty()) {
    return does_not_apply(std::move(finding), {"Er zijn geen contacten.", "There are no ties."});
  }
  std::vector<std::string> low, undecided;
  for (std::size_t i = 0; i < 4; ++i) {
    std::array<std::int64_t, 4> count{};
    for (const PartnerTie& tie : ties) ++count[static_cast<std::size_t>(tie.state(i))];
    const auto of = [&](ConditionState state) { return static_cast<double>(count[static_cast<std::size_t>(state)]); };
    for (const ConditionState state :
         {ConditionState::kMet, ConditionState::kOneSided, ConditionState::kUnmet, ConditionState::kUnknown}) {
      finding.evidence.push_back({"condition", kConditions[i], std::string(to_string(state)), of(state), ""});
    }
    const auto all = static_cast<double>(ties.size());
    const double told = all - of(ConditionState::kUnknown);
    if (told == 0 || told < observed * all) {
      undecided.emplace_back(kConditions[i]);
      finding.evidence.push_back({"condition", kConditions[i], "undecided", std::nullopt, ""});
      continue;
    }
    if (of(ConditionState::kMet) >= mutual * told) continue;
    low.emplace_back(kConditions[i]);
    finding.evidence.push_back({"condition", kConditions[i], "seldom_mutual", of(ConditionState::kMet) / told, ""});
    for (const PartnerTie& tie : ties) {
      const std::string& a = context.parties()[static_cast<std::size_t>(tie.a)].id.str();
      const std::string& b = context.parties()[static_cast<std::size_t>(tie.b)].id.str();
      if (tie.state(i) == ConditionState::kUnknown) continue;
      if (!*tie.by_a[i]) finding.evidence.push_back({"party", a, std::string("says_no_") + kConditions[i], {}, b});
      if (!*tie.by_b[i]) finding.evidence.push_back({"party", b, std::string("says_no_") + kConditions[i], {}, a});
    }
  }
  finding.status = !low.empty() ? Status::kAttention : !undecided.empty() ? Status::kUnknown : Status::kOk;
  finding.sentence =
      joined(about("condition", low,
                   {"geldt lang niet altijd van beide kanten", "gelden lang niet altijd van beide kanten",
                    "often does not hold from both sides", "often do not hold from both sides"}),
             about("condition", undecided,
                   {"is bij te weinig contacten van beide kanten gevraagd",
                    "zijn bij te weinig contacten van beide kanten gevraagd", "was asked of both sides in too few ties",
                    "were asked of both sides in too few ties"}));
  if (!undecided.empty()) {
    finding.needed = {"Vraag beide kanten van elk contact naar P1 tot en met P4 (kolommen P1–P4 van tabel ties).",
                      "Ask both sides of every tie about P1 to P4 (columns P1–P4 of table ties)."};
  }
  if (finding.sentence.nl.empty()) {
    finding.sentence = {"Partners kennen en vertrouwen elkaar en maken afspraken, meestal van beide kanten.",
                        "Partners know and trust each other and make agreements, mostly from both sides."};
  }
  return finding;
}

}  // namespace detail
}  // namespace houvast
