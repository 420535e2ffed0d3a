#include <algorithm>
#include <string>
#include <utility>

#include "disclosure/parts.hpp"
#include "disclosure/statement_gate.hpp"

namespace houvast::inline v0_1::detail {
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

}  // namespace

Supported release_supported(const Study& study, const StatementGate& gate, std::vector<SupportedDifference> differences,
                            Release& release) {
  const Shown shown(release);
  Supported found{std::move(differences), supported_changes(study), supported_orders(study)};
  std::erase_if(found.differences, [&](const SupportedDifference& each) {
    return !shown(each.what, each.wave, &each.higher) || !shown(each.what, each.wave, &each.lower);
  });
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

}  // namespace houvast::inline v0_1::detail
