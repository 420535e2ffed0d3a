#include "houvast/coverage/coverage.hpp"

#include <algorithm>

#include "coverage/context.hpp"
#include "houvast/version.hpp"

namespace houvast {
namespace detail {

CoverageContext::CoverageContext(const Study& of, const CoverageOptions& options)
    : study(of), wave(options.wave ? *options.wave : of.last_wave().id), relation(options.relation) {
  const std::int64_t wave_index = study.wave_index(wave);
  if (relation.empty() && !study.data().relations.empty()) relation = study.data().relations.front().id;
  if (!relation.empty()) {
    static_cast<void>(study.relation(relation));
    const bool measured = std::any_of(study.data().ties.begin(), study.data().ties.end(), [&](const TieReport& tie) {
      return tie.wave == wave && tie.relation == relation;
    });
    if (measured) network = network_summary(study, relation, wave);
  }
  const std::size_t n = parties().size();
  takes_part.assign(n, false);
  answered.assign(n, false);
  reported_ties.assign(n, false);
  position.assign(n, std::nullopt);
  for (std::size_t p = 0; p < n; ++p) takes_part[p] = parties()[p].takes_part_in(wave);
  for (const std::int32_t respondent : study.responses(wave_index).respondents()) {
    answered[static_cast<std::size_t>(study.party_of(respondent))] = true;
    has_answers = true;
  }
  for (const TieReport& tie : study.data().ties) {
    if (tie.wave != wave) continue;
    if (const auto reporter = study.party_index(tie.reporter))
      reported_ties[static_cast<std::size_t>(*reporter)] = true;
  }
  if (network) {
    for (std::size_t i = 0; i < network->network.parties.size(); ++i) {
      position[static_cast<std::size_t>(network->network.parties[i])] = static_cast<std::int32_t>(i);
      if (study.relation(relation).complete)
        reported_ties[static_cast<std::size_t>(network->network.parties[i])] = true;
    }
  }
}

bool CoverageContext::is_silent(std::size_t party) const {
  return takes_part[party] && parties()[party].asked > 0 && (has_answers || network) && !answered[party] &&
         !reported_ties[party];
}

std::int64_t CoverageContext::ties_of(std::size_t party) const {
  if (!network || !position[party]) return 0;
  const auto at = static_cast<std::size_t>(*position[party]);
  const std::int64_t in = network->in_degree[at];
  return network->network.directed ? in + network->out_degree[at] : in;
}

LocalizedText listed(const std::string& kind, const std::vector<std::string>& ids) {
  LocalizedText text;
  for (std::size_t i = 0; i < ids.size(); ++i) {
    const std::string token = "{" + kind + ":" + ids[i] + "}";
    const bool last = i > 0 && i + 1 == ids.size();
    text.nl += (i == 0 ? "" : last ? " en " : ", ") + token;
    text.en += (i == 0 ? "" : last ? " and " : ", ") + token;
  }
  return text;
}

}  // namespace detail

std::string_view to_string(Status status) noexcept {
  switch (status) {
    case Status::kOk:
      return "ok";
    case Status::kAttention:
      return "attention";
    case Status::kMissing:
      return "missing";
    case Status::kUnknown:
      return "unknown";
    case Status::kNotApplicable:
      return "not_applicable";
  }
  return "";
}

std::string_view to_string(Position position) noexcept {
  switch (position) {
    case Position::kPresent:
      return "present";
    case Position::kSilent:
      return "invited_but_silent";
    case Position::kIsolated:
      return "present_but_isolated";
    case Position::kBehindBroker:
      return "reachable_only_through_one_broker";
    case Position::kNotMeasured:
      return "ties_not_measured";
  }
  return "";
}

std::vector<Finding> coverage(const Study& study, const CoverageOptions& options) {
  const detail::CoverageContext context(study, options);
  return {detail::check_domains(context),  detail::check_levels(context),    detail::check_family(context),
          detail::check_informal(context), detail::check_connected(context), detail::check_single_failure(context)};
}

std::vector<std::optional<Position>> positions(const Study& study, const CoverageOptions& options) {
  const detail::CoverageContext context(study, options);
  std::vector<std::optional<Position>> result(study.parties().size());
  for (std::size_t p = 0; p < result.size(); ++p) {
    if (!context.takes_part[p]) continue;
    result[p] = context.is_silent(p) ? Position::kSilent
                : context.network    ? Position::kPresent
                                     : Position::kNotMeasured;
  }
  if (!context.network) return result;
  const auto party_at = [&](std::int32_t position) {
    return static_cast<std::size_t>(context.network->network.parties[static_cast<std::size_t>(position)]);
  };
  for (const CutParty& cut : context.network->cut_parties) {
    for (const std::int32_t other : cut.cut_off) {
      if (result[party_at(other)] == Position::kPresent) result[party_at(other)] = Position::kBehindBroker;
    }
  }
  for (const std::int32_t alone : context.network->isolated) {
    if (result[party_at(alone)] == Position::kPresent) result[party_at(alone)] = Position::kIsolated;
  }
  return result;
}

std::string render(const Study& study, std::string_view text, Language language,
                   const std::function<std::string(const Party&)>& party_name) {
  std::string result;
  while (!text.empty()) {
    const std::size_t open = text.find('{');
    const std::size_t close = open == std::string_view::npos ? open : text.find('}', open);
    if (close == std::string_view::npos) break;
    result += text.substr(0, open);
    const std::string_view token = text.substr(open + 1, close - open - 1);
    const std::size_t colon = token.find(':');
    const std::string_view kind = token.substr(0, colon);
    const std::string_view id = colon == std::string_view::npos ? "" : token.substr(colon + 1);
    if (kind == "party") {
      const auto index = study.party_index(PartyId(id));
      const std::string name = index ? party_name(study.parties()[static_cast<std::size_t>(*index)]) : std::string(id);
      result += name.find(',') == std::string::npos ? name : "‘" + name + "’";  // a comma would look like the next name
    } else if (kind == "domain") {
      result += study.profile().domains.title(id, language);
    } else if (kind == "level") {
      result += study.profile().levels.title(id, language);
    } else if (kind == "perspective") {
      result += study.profile().perspectives.title(id, language);
    }
    text.remove_prefix(close + 1);
  }
  result += text;
  return result;
}

Table coverage_table(const Study& study, const std::vector<Finding>& findings, Language language) {
  std::vector<std::string> check, title, questions, status, sentence, evidence, needed;
  const auto by_name = [](const Party& party) { return party.name; };
  for (const Finding& finding : findings) {
    check.push_back(finding.check);
    title.push_back(finding.title.get(language));
    std::string ids;
    for (const std::string& id : finding.questions) ids += (ids.empty() ? "" : ";") + id;
    questions.push_back(std::move(ids));
    status.emplace_back(to_string(finding.status));
    sentence.push_back(render(study, finding.sentence.get(language), language, by_name));
    std::string facts;
    for (const Evidence& fact : finding.evidence) facts += (facts.empty() ? "" : ";") + fact.role + ":" + fact.id;
    evidence.push_back(std::move(facts));
    needed.push_back(finding.needed.get(language));
  }
  std::vector<Column> columns;
  columns.push_back({"check", std::move(check), {}, "id of the check"});
  columns.push_back({"title", std::move(title), {}, "what is checked"});
  columns.push_back(
      {"questions", std::move(questions), {}, "questions or source factors it makes concrete, separated by ;"});
  columns.push_back({"status", std::move(status), {}, "ok, attention, missing, unknown or not_applicable"});
  columns.push_back({"sentence", std::move(sentence), {}, "the finding in words"});
  columns.push_back({"evidence", std::move(evidence), {}, "role:id of what it rests on, separated by ;"});
  columns.push_back({"needed", std::move(needed), {}, "what would settle an unknown"});
  return {"Coverage of " + study.id(),
          std::move(columns),
          {"coverage checks", "own definition on HOUVAST (2023)", {}, std::nullopt, kVersion}};
}

}  // namespace houvast
