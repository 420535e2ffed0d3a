#include <algorithm>
#include <cmath>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/index.hpp"
#include "disclosure/parts.hpp"
#include "houvast/conversation/agenda.hpp"

// The agenda: chosen from what is told, so that a place on it, and the order of places, tell no more.
namespace houvast::inline v0_1::detail {
namespace {

constexpr double kPeople = 10000;  // of whom shares are taken; any large number does
constexpr double kBarely = 1e-6;   // what two shares of one step differ by when a difference is told

double middle(const ReleasedShare& share) {
  return (share.low + share.high) / 2;
}

std::int64_t people(double share) {
  return std::llround(share * kPeople);
}

// The score that somebody would draw who has only what is told: every share in the middle of its step. Without a
// distribution all answers are alike, so nothing divides them; and what may be of few people is not said of many.
Score as_told(Score score, const ReleasedScore& told) {
  score.states.fill(0);
  std::fill(score.counts.begin(), score.counts.end(), 0);
  const bool has_two_sides = told.top->low >= kMany && told.top->high <= 1 - kMany;
  for (std::size_t i = 0; has_two_sides && i < told.distribution.size(); ++i)
    score.counts[i] = people(middle(told.distribution[i].share));
  score.scored = people(1);
  at(score.states, AnswerState::kAnswered) = score.scored;
  if (told.dont_know && told.dont_know->low >= kMany) {
    const double unknown = middle(*told.dont_know);
    at(score.states, AnswerState::kDontKnow) = people(unknown / (1 - unknown));
  }
  score.top_share = middle(*told.top);
  score.top = people(*score.top_share);
  return score;
}

// Looks up what is told of the questions of one wave.
class Told {
 public:
  Told(const Release& release, WaveId wave) : release_(release), wave_(std::move(wave)) {}

  [[nodiscard]] const ReleasedScore* total(const std::string& id, bool is_element = false) const {
    return find(release_.totals, wave_, id, "", is_element);
  }
  [[nodiscard]] const ReleasedScore* total_in(const WaveId& wave, const std::string& id) const {
    return find(release_.totals, wave, id, "", false);
  }
  [[nodiscard]] const ReleasedScore* group(const std::string& id, const std::string& name, bool is_element) const {
    return find(release_.groups, wave_, id, name, is_element);
  }
  [[nodiscard]] const WaveId& wave() const { return wave_; }

 private:
  static const ReleasedScore* find(const std::vector<ReleasedScore>& list, const WaveId& wave, const std::string& id,
                                   const std::string& group, bool is_element) {
    const auto found = std::find_if(list.begin(), list.end(), [&](const ReleasedScore& score) {
      return score.wave == wave && score.is_element == is_element && score.id == id && score.group == group;
    });
    return found == list.end() ? nullptr : &*found;
  }

  const Release& release_;
  WaveId wave_;
};

std::vector<Score> as_told(std::vector<Score> scores, const Told& told, bool groups) {
  std::vector<Score> shown;
  for (Score& score : scores) {
    if (score.is_element) continue;
    const ReleasedScore* found = groups ? told.group(score.id, score.group, false) : told.total(score.id);
    if (found != nullptr && found->shown) shown.push_back(as_told(std::move(score), *found));
  }
  return shown;
}

void add_differences(const std::vector<SupportedDifference>& differences, const Told& told, AgendaMaterial& material) {
  for (SupportedDifference each : differences) {
    if (each.wave != told.wave() || each.what.breadth == Breadth::kInstrument) continue;
    const bool is_element = each.what.breadth == Breadth::kElement;
    each.share_lower = middle(*told.group(each.what.id, each.lower, is_element)->top);
    each.share_higher =
        std::max(middle(*told.group(each.what.id, each.higher, is_element)->top), each.share_lower + kBarely);
    material.differences.push_back(std::move(each));
  }
}

void add_changes(const std::vector<SupportedChange>& changes, const Told& told, AgendaMaterial& material) {
  for (SupportedChange each : changes) {
    if (each.to != told.wave() || each.what.breadth != Breadth::kQuestion) continue;
    each.share_from = middle(*told.total_in(each.from, each.what.id)->top);
    each.share_to = middle(*told.total(each.what.id)->top);
    if (each.share_from == each.share_to) each.share_to += kBarely;
    material.changes.push_back(std::move(each));
  }
}

AgendaMaterial material_of(const Study& study, const std::string& by, const Supported& supported, const Told& told) {
  AgendaMaterial material;
  material.totals = as_told(scores(study, {.wave = told.wave()}), told, false);
  if (!by.empty()) material.groups = as_told(scores(study, {.by = by, .wave = told.wave()}), told, true);
  add_differences(supported.differences, told, material);
  add_changes(supported.changes, told, material);
  for (const SupportedOrder& each : supported.orders) {
    if (each.wave == told.wave()) material.orders.push_back(each);
  }
  return material;
}

}  // namespace

void release_agenda(const Study& study, const Policy& policy, const ReleaseOptions& options, const Supported& supported,
                    Release& release) {
  const Told told(release, study.last_wave().id);
  const Agenda agenda(
      study, material_of(study, options.by, supported, told),
      {.length = options.agenda_length, .wave = told.wave(), .by = options.by, .minimum_group = policy.threshold()});
  std::vector<ReleasedAgendaItem> items;
  for (const AgendaItem& item : agenda.items()) {
    ReleasedAgendaItem released;
    released.question = item.question;
    released.element = item.element;
    released.reason = item.reason;
    released.total = *told.total(item.question.str());
    if (item.lowest_group && item.highest_group) {
      released.lowest_group = *told.group(item.question.str(), item.lowest_group->group, false);
      released.highest_group = *told.group(item.question.str(), item.highest_group->group, false);
    }
    released.advice = item.advice;
    released.opening = item.opening;
    items.push_back(std::move(released));
  }
  release.agenda = std::move(items);
}

}  // namespace houvast::inline v0_1::detail
