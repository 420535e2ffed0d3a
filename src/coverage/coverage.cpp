#include "houvast/coverage/coverage.hpp"

#include <algorithm>
#include <utility>

#include "coverage/context.hpp"
#include "houvast/base/choice.hpp"
#include "houvast/base/fields.hpp"
#include "houvast/study/names.hpp"

namespace houvast::inline v0_1 {
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
  for (const CutParty& cut : context.network->cut_parties) {
    for (const std::int32_t other : cut.cut_off) {
      if (result[context.party_at(other)] == Position::kPresent)
        result[context.party_at(other)] = Position::kBehindBroker;
    }
  }
  for (const std::int32_t alone : context.network->isolated) {
    if (result[context.party_at(alone)] == Position::kPresent) result[context.party_at(alone)] = Position::kIsolated;
  }
  return result;
}

namespace detail {

std::string fact_of(const Evidence& evidence) {
  return evidence.role + ":" + evidence.id;
}

}  // namespace detail

Table coverage_table(const Study& study, const std::vector<Finding>& findings, Language language) {
  const Listener listener{.language = std::move(language), .names = names_of(study)};
  const Fields<Finding> fields{
      {"check", {"column.check_id"}, &Finding::check},
      {"title", {"column.check_title"}, [&](const Finding& finding) { return say(finding.title, listener); }},
      {"questions", {"column.check_questions"}, [](const Finding& finding) { return listed(finding.questions); }},
      {"status", {"column.check_status"}, &Finding::status},
      {"sentence", {"column.finding_in_words"}, [&](const Finding& finding) { return say(finding.claims, listener); }},
      {"evidence",
       {"column.evidence"},
       [](const Finding& finding) { return listed(finding.evidence, &detail::fact_of); }},
      {"needed", {"column.what_would_settle"}, [&](const Finding& finding) { return say(finding.needed, listener); }}};
  return {{"title.coverage", {{"study", study.id()}}},
          columns_of(findings, fields),
          provenance_of({"method.coverage"}, {"source.houvast_2023"})};
}

}  // namespace houvast::inline v0_1
