#include "houvast/conversation/goals.hpp"

#include <algorithm>
#include <cmath>
#include <tuple>
#include <utility>

#include "conversation/agenda_facts.hpp"
#include "houvast/version.hpp"

namespace houvast {
namespace {

std::string free_id(const StudyData& data) {
  for (std::int64_t n = 1;; ++n) {
    std::string id = "A" + std::to_string(n);
    const bool used =
        std::any_of(data.goals.begin(), data.goals.end(), [&](const Goal& goal) { return goal.id == id; });
    if (!used) return id;
  }
}

bool holds(const StudyData& data, const InstrumentId& id) {
  return std::any_of(data.instruments.begin(), data.instruments.end(),
                     [&](const Instrument& instrument) { return instrument.id() == id; });
}

void require_party(const Study& study, const PartyId& id) {
  if (study.party_index(id)) return;
  std::vector<std::string> ids;
  for (const Party& party : study.parties()) ids.push_back(party.id.str());
  const std::string near = nearest(id.str(), ids);
  throw KeyError({"HV-508",
                  "owner",
                  id.str(),
                  near.empty() ? "a party of the study" : "a party of the study ('" + near + "' perhaps)",
                  {}});
}

bool reaches(double value, double target, const std::string& direction) {
  return direction == "up" ? value >= target : direction == "down" ? value <= target : value == target;
}

std::vector<std::string> lacks_of(const Goal& goal) {
  std::vector<std::string> lacks;
  if (goal.element.empty()) lacks.emplace_back("element");
  if (goal.owner.empty()) lacks.emplace_back("owner");
  if (goal.indicator.empty()) lacks.emplace_back("indicator");
  if (!goal.target) lacks.emplace_back("target");
  if (goal.due.empty()) lacks.emplace_back("due");
  return lacks;
}

// The values in order of the waves up to `last`: wave and value.
std::vector<std::pair<std::string, double>> values_until(const Study& study, const Goal& goal, std::int64_t last) {
  std::vector<std::pair<std::string, double>> values;
  for (std::int64_t w = 0; w <= last; ++w) {
    const std::string& id = study.waves()[static_cast<std::size_t>(w)].id.str();
    if (const auto found = goal.values.find(id); found != goal.values.end()) values.emplace_back(id, found->second);
  }
  return values;
}

void judge(GoalProgress& progress, const std::vector<std::pair<std::string, double>>& values) {
  if (values.empty()) return;
  std::tie(progress.start_wave, progress.start) = values.front();
  std::tie(progress.latest_wave, progress.latest) = values.back();
  if (!progress.goal.target) return;
  const double target = *progress.goal.target, way = target - *progress.start;
  progress.direction = way > 0 ? "up" : way < 0 ? "down" : "keep";
  if (way != 0) progress.share = (*progress.latest - *progress.start) / way;
  const auto at = [&](double value) { return reaches(value, target, progress.direction); };
  progress.status = at(*progress.latest)  ? GoalStatus::kReached
                    : !progress.share     ? GoalStatus::kAway
                    : *progress.share > 0 ? GoalStatus::kOnTheWay
                    : *progress.share < 0 ? GoalStatus::kAway
                                          : GoalStatus::kNotYet;
  const auto first = std::find_if(values.begin(), values.end(), [&](const auto& each) { return at(each.second); });
  if (first == values.end() || first + 1 == values.end()) return;
  progress.secured = std::all_of(first, values.end(), [&](const auto& each) { return at(each.second); });
}

}  // namespace

Study agreed(const Study& study, const Agreement& agreement) {
  const auto question = detail::find_question(study, agreement.question);
  if (!question) detail::unknown_question(study, agreement.question);
  require_party(study, agreement.owner);
  if (agreement.what.find_first_not_of(" \t\r\n") == std::string::npos) {
    throw ValueError({"HV-302", "what was agreed", "", "a text", {}});
  }
  if (agreement.target && !std::isfinite(*agreement.target)) {
    throw ValueError({"HV-302", "target", "", "a finite number", {}});
  }
  StudyData data = study.data();
  Goal goal;
  goal.id = free_id(data);
  goal.kind = "agreement";
  if (holds(data, question->instrument)) goal.element = question->element;
  goal.title = agreement.what;
  goal.owner = agreement.owner;
  goal.indicator = agreement.indicator;
  goal.target = agreement.target;
  goal.due = agreement.due;
  goal.where.file = "goals.csv";
  data.goals.push_back(std::move(goal));
  return Study(std::move(data));
}

std::string_view to_string(GoalStatus status) noexcept {
  switch (status) {
    case GoalStatus::kReached:
      return "reached";
    case GoalStatus::kOnTheWay:
      return "on the way";
    case GoalStatus::kNotYet:
      return "not yet";
    case GoalStatus::kAway:
      return "away";
    case GoalStatus::kUnknown:
      return "unknown";
  }
  return "";
}

std::vector<GoalProgress> progress(const Study& study, const std::optional<WaveId>& wave) {
  const std::int64_t last = study.wave_index(wave ? *wave : study.last_wave().id);
  const std::string& date = study.waves()[static_cast<std::size_t>(last)].date;
  std::vector<GoalProgress> result;
  for (const Goal& goal : study.data().goals) {
    GoalProgress progress{.goal = goal, .lacks = lacks_of(goal)};
    judge(progress, values_until(study, goal, last));
    // Days are yyyy-mm-dd, so that their order is that of their letters.
    if (!goal.due.empty() && !date.empty()) progress.due_passed = goal.due < date;
    result.push_back(std::move(progress));
  }
  return result;
}

Table progress_table(const Study& study, const std::vector<GoalProgress>& goals, const std::optional<WaveId>& wave) {
  std::vector<std::string> id, kind, title, element, owner, indicator, direction, status, due, lacks;
  std::vector<bool> declared;
  ColumnBuilder<std::string> start_wave("start_wave", {"column.first_wave"});
  ColumnBuilder<std::string> latest_wave("latest_wave", {"column.last_wave"});
  ColumnBuilder<double> start("start", {"column.first_value"});
  ColumnBuilder<double> latest("latest", {"column.last_value"});
  ColumnBuilder<double> target("target", {"column.goal_target"});
  ColumnBuilder<double> share("share", {"column.goal_share"});
  ColumnBuilder<bool> due_passed("due_passed", {"column.goal_due_passed"});
  ColumnBuilder<bool> secured("secured", {"column.goal_secured_in_waves"});
  for (const GoalProgress& each : goals) {
    id.push_back(each.goal.id);
    kind.push_back(each.goal.kind);
    title.push_back(each.goal.title);
    element.push_back(each.goal.element.str());
    owner.push_back(each.goal.owner.str());
    indicator.push_back(each.goal.indicator);
    const auto named = [](const std::string& of) { return of.empty() ? std::nullopt : std::optional(of); };
    start_wave.push(named(each.start_wave));
    start.push(each.start);
    latest_wave.push(named(each.latest_wave));
    latest.push(each.latest);
    target.push(each.goal.target);
    direction.push_back(each.direction);
    share.push(each.share);
    status.emplace_back(to_string(each.status));
    due.push_back(each.goal.due);
    due_passed.push(each.due_passed);
    secured.push(each.secured);
    declared.push_back(each.goal.secured);
    std::string missing;
    for (const std::string& one : each.lacks) missing += (missing.empty() ? "" : ";") + one;
    lacks.push_back(std::move(missing));
  }
  std::vector<Column> columns;
  columns.push_back({"id", std::move(id), {}, {"column.goal_id"}});
  columns.push_back({"kind", std::move(kind), {}, {"column.goal_kind"}});
  columns.push_back({"title", std::move(title), {}, {"column.goal_title"}});
  columns.push_back({"element", std::move(element), {}, {"column.goal_element_if_known"}});
  columns.push_back({"owner", std::move(owner), {}, {"column.goal_owner_if_any"}});
  columns.push_back({"indicator", std::move(indicator), {}, {"column.goal_indicator_if_any"}});
  columns.push_back(std::move(start_wave).build());
  columns.push_back(std::move(start).build());
  columns.push_back(std::move(latest_wave).build());
  columns.push_back(std::move(latest).build());
  columns.push_back(std::move(target).build());
  columns.push_back({"direction", std::move(direction), {}, {"column.goal_direction"}});
  columns.push_back(std::move(share).build());
  columns.push_back({"status", std::move(status), {}, {"column.goal_status"}});
  columns.push_back({"due", std::move(due), {}, {"column.goal_due_if_any"}});
  columns.push_back(std::move(due_passed).build());
  columns.push_back(std::move(secured).build());
  columns.push_back({"declared_secured", std::move(declared), {}, {"column.goal_declared_secured"}});
  columns.push_back({"lacks", std::move(lacks), {}, {"column.goal_lacks"}});
  for (const Wave& each : study.waves()) {
    ColumnBuilder<double> values("value:" + each.id.str(), {"column.goal_value", {{"wave", each.id.str()}}});
    for (const GoalProgress& of : goals) {
      const auto found = of.goal.values.find(each.id.str());
      values.push(found == of.goal.values.end() ? std::nullopt : std::optional(found->second));
    }
    columns.push_back(std::move(values).build());
  }
  return {"Goals and agreements of " + study.id(),
          std::move(columns),
          {"progress towards goals: share of the way from the first value to the target",
           "own definition (HOUVAST E4.2, E3.5)",
           {{"wave", wave ? wave->str() : study.last_wave().id.str()}},
           std::nullopt,
           kVersion}};
}

}  // namespace houvast
