#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <utility>

#include "disclosure/parts.hpp"
#include "scoring/tested_differences.hpp"

namespace houvast::detail {
namespace {

// Whether what is compared is shown, of everybody (no group) or of one group, in a wave.
class Shown {
 public:
  explicit Shown(const Release& release) : release_(release) {}

  [[nodiscard]] bool operator()(const Compared& what, const WaveId& wave, const std::string* group) const {
    if (what.breadth == Breadth::kInstrument) {
      return std::any_of(release_.responses.begin(), release_.responses.end(), [&](const ReleasedResponse& response) {
        return response.shown && response.wave == wave && response.instrument == what.instrument &&
               response.is_total == (group == nullptr) && (group == nullptr || response.group == *group);
      });
    }
    const std::vector<ReleasedScore>& scores = group == nullptr ? release_.totals : release_.groups;
    return std::any_of(scores.begin(), scores.end(), [&](const ReleasedScore& score) {
      return score.shown && score.wave == wave && score.instrument == what.instrument && score.id == what.id &&
             score.is_element == (what.breadth == Breadth::kElement) && (group == nullptr || score.group == *group);
    });
  }

 private:
  const Release& release_;
};

// Where a test decides for certain: this far from where the correction can put the limit, which lies between a
// question's own part of the weight and all of it. The room is for whole numbers and for random relabelling.
constexpr double kRoom = 4;

DecidingLevels deciding_levels(const TestedInstrument& tested) {
  return {.said = tested.alpha * tested.question_weight / kRoom, .unsaid = tested.alpha * kRoom};
}

// Leaves out what would tell of few, question by question.
class StatementGate {
 public:
  StatementGate(const std::vector<TestedInstrument>& tested, std::int64_t threshold)
      : tested_(tested), threshold_(threshold) {}

  // Leaves out differences on a question, and learns whether all may be said of everybody.
  void keep_tellable(const ToldAnswers& answers, std::vector<SupportedDifference>& differences) {
    const auto is_on_it = [&](const SupportedDifference& each) {
      return each.wave == answers.wave &&
             each.what == Compared{answers.instrument, Breadth::kQuestion, answers.question};
    };
    const auto stated = [&](const SupportedDifference& each) {
      return StatedDifference{index(answers, each.lower), index(answers, each.higher)};
    };
    std::vector<StatedDifference> supported;
    for (const SupportedDifference& each : differences) {
      if (is_on_it(each)) supported.push_back(stated(each));
    }
    const Tellable told = tellable(compared(answers), supported, threshold_);
    std::erase_if(differences, [&](const SupportedDifference& each) {
      return is_on_it(each) &&
             std::find(told.differences.begin(), told.differences.end(), stated(each)) == told.differences.end();
    });
    wholes_.insert({{answers.wave, answers.instrument, answers.question}, answers.told.whole});
    if (told.whole_may_be_known) may_be_known_.insert({answers.wave, answers.instrument, answers.question});
  }

  // Whether a change may be said.
  [[nodiscard]] bool may_say_change(const SupportedChange& change) const {
    if (may_say(change.what, change.from) && may_say(change.what, change.to)) return true;
    const auto from = wholes_.find({change.from, change.what.instrument, change.what.id});
    const auto to = wholes_.find({change.to, change.what.instrument, change.what.id});
    return from != wholes_.end() && to != wholes_.end() &&
           (change.up ? follows_below(from->second, to->second) : follows_below(to->second, from->second));
  }

  // Whether an order may be said; of one that follows from the figures only what follows.
  [[nodiscard]] bool may_say_order(SupportedOrder& order) const {
    if (may_say(order.what, order.wave)) return true;
    const auto one = wholes_.find({order.wave, order.what.instrument, order.what.id});
    if (one == wholes_.end()) return false;
    std::vector<ToldCount> others;
    for (const auto& [key, whole] : wholes_) {
      if (key != one->first && std::get<WaveId>(key) == order.wave &&
          std::get<InstrumentId>(key) == order.what.instrument) {
        others.push_back(whole);
      }
    }
    if (!follows_apart(one->second, others, order.high)) return false;
    order.extreme = order.extreme && std::all_of(others.begin(), others.end(), [&](const ToldCount& other) {
                      return order.high ? follows_below(other, one->second) : follows_below(one->second, other);
                    });
    return true;
  }

  // Whether anything may be said of everybody in a wave; of what takes questions together it may.
  [[nodiscard]] bool may_say(const Compared& what, const WaveId& wave) const {
    return what.breadth != Breadth::kQuestion || may_be_known_.count({wave, what.instrument, what.id}) > 0;
  }

 private:
  static std::size_t index(const ToldAnswers& answers, const std::string& label) {
    const auto found = std::find(answers.labels.begin(), answers.labels.end(), label);
    return static_cast<std::size_t>(found - answers.labels.begin());
  }

  // The question with what its test compared; nothing, when it was not tested in this wave.
  [[nodiscard]] StatedQuestion compared(const ToldAnswers& answers) const {
    StatedQuestion question = answers.told;
    const auto tested = std::find_if(tested_.begin(), tested_.end(), [&](const TestedInstrument& each) {
      return each.wave == answers.wave && each.instrument == answers.instrument;
    });
    if (tested == tested_.end()) return question;
    question.levels = deciding_levels(*tested);
    for (std::size_t g = 0; g < answers.labels.size(); ++g) {
      if (std::count(tested->groups.begin(), tested->groups.end(), answers.labels[g]) > 0) {
        question.compared.push_back(g);
      }
    }
    return question;
  }

  const std::vector<TestedInstrument>& tested_;
  std::int64_t threshold_;
  std::map<std::tuple<WaveId, InstrumentId, std::string>, ToldCount> wholes_;
  std::set<std::tuple<WaveId, InstrumentId, std::string>> may_be_known_;
};

}  // namespace

Supported release_supported(const Study& study, const ReleaseOptions& options, const std::vector<ToldAnswers>& answers,
                            Release& release) {
  const Shown shown(release);
  TestedDifferences tested;
  if (!options.by.empty()) tested = tested_differences(study, {.by = options.by});
  Supported found{std::move(tested.found), supported_changes(study), supported_orders(study)};
  std::erase_if(found.differences, [&](const SupportedDifference& each) {
    return !shown(each.what, each.wave, &each.higher) || !shown(each.what, each.wave, &each.lower);
  });
  StatementGate gate(tested.tested, release.threshold);
  for (const ToldAnswers& each : answers) gate.keep_tellable(each, found.differences);
  std::erase_if(found.changes, [&](const SupportedChange& each) {
    return !shown(each.what, each.from, nullptr) || !shown(each.what, each.to, nullptr) || !gate.may_say_change(each);
  });
  std::vector<SupportedOrder> orders;
  for (SupportedOrder& each : found.orders) {
    if (shown(each.what, each.wave, nullptr) && gate.may_say_order(each)) orders.push_back(std::move(each));
  }
  found.orders = std::move(orders);
  for (const SupportedDifference& each : found.differences) {
    release.supported.differences.push_back({each.wave, each.what, each.higher, each.lower});
  }
  for (const SupportedChange& each : found.changes) {
    release.supported.changes.push_back({each.from, each.to, each.what, each.up, each.paired});
  }
  for (const SupportedOrder& each : found.orders) {
    release.supported.orders.push_back({each.wave, each.what, each.high, each.extreme});
  }
  return found;
}

}  // namespace houvast::detail
