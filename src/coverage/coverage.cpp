#include "houvast/coverage/coverage.hpp"

#include <algorithm>
#include <utility>

#include "coverage/context.hpp"
#include "houvast/study/names.hpp"
#include "houvast/version.hpp"

namespace houvast {
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

Table coverage_table(const Study& study, const std::vector<Finding>& findings, Language language) {
  std::vector<std::string> check, title, questions, status, sentence, evidence, needed;
  const Listener listener{.language = language, .names = names_of(study)};
  for (const Finding& finding : findings) {
    check.push_back(finding.check);
    title.push_back(say(finding.title, listener));
    std::string ids;
    for (const std::string& id : finding.questions) ids += (ids.empty() ? "" : ";") + id;
    questions.push_back(std::move(ids));
    status.emplace_back(to_string(finding.status));
    sentence.push_back(say(finding.claims, listener));
    std::string facts;
    for (const Evidence& fact : finding.evidence) facts += (facts.empty() ? "" : ";") + fact.role + ":" + fact.id;
    evidence.push_back(std::move(facts));
    needed.push_back(say(finding.needed, listener));
  }
  std::vector<Column> columns;
  columns.push_back({"check", std::move(check), {}, {"column.check_id"}});
  columns.push_back({"title", std::move(title), {}, {"column.check_title"}});
  columns.push_back({"questions", std::move(questions), {}, {"column.check_questions"}});
  columns.push_back({"status", std::move(status), {}, {"column.check_status"}});
  columns.push_back({"sentence", std::move(sentence), {}, {"column.finding_in_words"}});
  columns.push_back({"evidence", std::move(evidence), {}, {"column.evidence"}});
  columns.push_back({"needed", std::move(needed), {}, {"column.what_would_settle"}});
  return {"Coverage of " + study.id(),
          std::move(columns),
          {"coverage checks", "own definition on HOUVAST (2023)", {}, std::nullopt, kVersion}};
}

}  // namespace houvast
