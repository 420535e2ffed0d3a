#include "houvast/conversation/goals.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <tuple>
#include <utility>

#include "base/index.hpp"
#include "conversation/agenda_facts.hpp"
#include "houvast/base/choice.hpp"
#include "houvast/base/fields.hpp"
#include "houvast/version.hpp"

namespace houvast::inline v0_1 {
using houvast::detail::as_size;
using houvast::detail::at;
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
  unknown_name("HV-508", {"problem.subject.owner"}, id.str(), ids, {"problem.expected.party_of_study"});
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
    const std::string& id = study.waves()[as_size(w)].id.str();
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

Fields<GoalProgress> progress_fields(const std::vector<Wave>& waves) {
  using Row = GoalProgress;
  const auto of_goal = [](auto member) { return [member](const Row& row) { return std::invoke(member, row.goal); }; };
  const auto if_any = [](std::string Row::*text) {
    return [text](const Row& row) { return (row.*text).empty() ? std::nullopt : std::optional(row.*text); };
  };
  Fields<Row> fields{{"id", {"column.goal_id"}, of_goal(&Goal::id)},
                     {"kind", {"column.goal_kind"}, of_goal(&Goal::kind)},
                     {"title", {"column.goal_title"}, of_goal(&Goal::title)},
                     {"element", {"column.goal_element_if_known"}, of_goal(&Goal::element)},
                     {"owner", {"column.goal_owner_if_any"}, of_goal(&Goal::owner)},
                     {"indicator", {"column.goal_indicator_if_any"}, of_goal(&Goal::indicator)},
                     {"start_wave", {"column.first_wave"}, if_any(&Row::start_wave)},
                     {"start", {"column.first_value"}, &Row::start},
                     {"latest_wave", {"column.last_wave"}, if_any(&Row::latest_wave)},
                     {"latest", {"column.last_value"}, &Row::latest},
                     {"target", {"column.goal_target"}, of_goal(&Goal::target)},
                     {"direction", {"column.goal_direction"}, &Row::direction},
                     {"share", {"column.goal_share"}, &Row::share},
                     {"status", {"column.goal_status"}, &Row::status},
                     {"due", {"column.goal_due_if_any"}, of_goal(&Goal::due)},
                     {"due_passed", {"column.goal_due_passed"}, &Row::due_passed},
                     {"secured", {"column.goal_secured_in_waves"}, &Row::secured},
                     {"declared_secured", {"column.goal_declared_secured"}, of_goal(&Goal::secured)},
                     {"lacks", {"column.goal_lacks"}, [](const Row& row) { return listed(row.lacks); }}};
  for (const Wave& wave : waves) {
    fields.emplace_back("value:" + wave.id.str(), Claim{"column.goal_value", {{"wave", wave.id.str()}}},
                        [id = wave.id.str()](const Row& row) {
                          const auto found = row.goal.values.find(id);
                          return found == row.goal.values.end() ? std::nullopt : std::optional(found->second);
                        });
  }
  return fields;
}

}  // namespace

Study agreed(const Study& study, const Agreement& agreement) {
  const auto question = detail::find_question(study, agreement.question);
  if (!question) detail::unknown_question(study, agreement.question);
  require_party(study, agreement.owner);
  if (agreement.what.find_first_not_of(" \t\r\n") == std::string::npos) {
    throw ValueError({"HV-302", {"problem.subject.what_was_agreed"}, "", {"problem.expected.text"}});
  }
  if (agreement.target && !std::isfinite(*agreement.target)) {
    throw ValueError(
        {"HV-302", {"problem.subject.in_column", {{"column", "target"}}}, "", {"problem.expected.finite_number"}});
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
  const std::string& date = study.waves()[as_size(last)].date;
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
  return {{"title.goals", {{"study", study.id()}}},
          columns_of(goals, progress_fields(study.waves())),
          {{"method.goals"},
           {"source.goals"},
           {{"wave", wave ? wave->str() : study.last_wave().id.str()}},
           std::nullopt,
           kVersion}};
}

}  // namespace houvast::inline v0_1
