#include <algorithm>
#include <string>
#include <utility>

#include "base/index.hpp"
#include "disclosure/parts.hpp"
#include "disclosure/public_names.hpp"
#include "houvast/base/choice.hpp"
#include "houvast/conversation/goals.hpp"

namespace houvast::inline v0_1 {
using houvast::detail::at;
namespace {

bool is_public_element(const Release& release, const ElementId& element) {
  return std::any_of(release.instruments.begin(), release.instruments.end(), [&](const Instrument& instrument) {
    return std::any_of(instrument.elements().begin(), instrument.elements().end(),
                       [&](const Element& each) { return each.id == element; });
  });
}

void count(ReleasedGoals& goals, const GoalProgress& progress) {
  const auto lacks = [&](const char* what) {
    return std::find(progress.lacks.begin(), progress.lacks.end(), what) != progress.lacks.end();
  };
  ++goals.total;
  switch (progress.status) {
    case GoalStatus::kReached:
      ++goals.reached;
      break;
    case GoalStatus::kOnTheWay:
      ++goals.on_the_way;
      break;
    case GoalStatus::kNotYet:
      ++goals.not_yet;
      break;
    case GoalStatus::kAway:
      ++goals.away;
      break;
    case GoalStatus::kUnknown:
      ++goals.unknown;
      break;
  }
  goals.secured += progress.secured.value_or(false);
  goals.without_owner += lacks("owner");
  goals.without_indicator += lacks("indicator");
  goals.without_target += lacks("target");
}

LocalizedText owner_name(const Study& study, const PartyId& owner, const detail::PublicNames& names) {
  const auto index = owner.empty() ? std::nullopt : study.party_index(owner);
  if (!index) return {};
  const Party& party = at(study.parties(), *index);
  LocalizedText name;
  for (const std::string& tag : languages()) {
    name.set(tag, names.name(party, "owner", *find_language(tag)));
  }
  return name;
}

}  // namespace

GoalDetail goal_detail_of(std::string_view name) {
  if (name == "counts") return GoalDetail::kCounts;
  if (name == "text") return GoalDetail::kText;
  refuse_choice(argument("goals"), name, {"counts", "text"});
}

void detail::release_goals(const Study& study, const ReleaseOptions& options, std::int64_t threshold,
                           Release& release) {
  const WaveId wave = study.last_wave().id;
  const auto of_element = [&](const ElementId& element) -> ReleasedGoals& {
    for (ReleasedGoals& goals : release.goals) {
      if (goals.element == element) return goals;
    }
    release.goals.push_back({.wave = wave, .element = element});
    return release.goals.back();
  };
  const PublicNames names(study, threshold);
  for (const GoalProgress& progress : houvast::progress(study)) {
    const Goal& goal = progress.goal;
    ReleasedGoals& goals = of_element(is_public_element(release, goal.element) ? goal.element : ElementId());
    count(goals, progress);
    if (options.goals == GoalDetail::kText) {
      goals.goals.push_back({goal.kind, goal.title, goal.indicator, owner_name(study, goal.owner, names),
                             progress.status, progress.secured, progress.start, progress.latest, goal.target});
    }
  }
  // By name; what serves no element comes last.
  std::sort(release.goals.begin(), release.goals.end(), [](const ReleasedGoals& a, const ReleasedGoals& b) {
    return std::pair(a.element.empty(), a.element.str()) < std::pair(b.element.empty(), b.element.str());
  });
}

}  // namespace houvast::inline v0_1
