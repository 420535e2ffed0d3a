#include "gerdes/assessed.hpp"

#include <algorithm>
#include <cmath>
#include <set>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "base/index.hpp"
#include "houvast/scoring/contrast.hpp"

namespace houvast::inline v0_1::detail {
namespace {

bool is_about(const Assessment& assessment, AssessedObject object) {
  switch (object) {
    case AssessedObject::kWhole:
      return assessment.object_a.empty();
    case AssessedObject::kPair:
      return !assessment.object_b.empty();
    case AssessedObject::kPartyTies:
      return !assessment.object_a.empty() && assessment.object_b.empty();
  }
  return false;
}

}  // namespace

const Stage& Dimension::stage(int stage) const {
  const auto found = std::find_if(question->stages.begin(), question->stages.end(),
                                  [&](const Stage& each) { return each.stage == stage; });
  return found != question->stages.end() ? *found : question->stages.at(as_size(stage - scale->min()));
}

AssessedView::AssessedView(const Study& study, AssessedObject object, const std::optional<WaveId>& wave,
                           const std::string& by) {
  const PartyGroups parties = group_parties(study, by);
  groups = parties.labels;
  const auto none = std::find(groups.begin(), groups.end(), kNoGroup);
  const auto outsiders = as_size(none - groups.begin());
  if (none == groups.end()) groups.emplace_back(kNoGroup);
  std::unordered_map<std::string, std::size_t> dimension_of;
  for (const QuestionRef& ref : study.questions()) {
    if (ref.instrument->kind() != InstrumentKind::kStages || ref.scale == nullptr) continue;
    dimension_of.emplace(ref.question->id.str(), dimensions.size());
    dimensions.push_back({ref.question, ref.scale, ref.instrument});
  }
  std::vector<bool> wanted(study.waves().size());
  for (const std::int64_t w : waves_of(study, wave)) at(wanted, w) = true;
  const auto index_of = [&](const PartyId& id) { return id.empty() ? -1 : study.party_index(id).value_or(-1); };
  for (const Assessment& each : study.data().assessments) {
    Assessed row{.wave = study.wave_index(each.wave), .state = state_of(each.code)};
    if (!at(wanted, row.wave) || !is_about(each, object) || row.state == AnswerState::kNotAsked) {
      continue;
    }
    row.dimension = dimension_of.at(each.dimension.str());
    row.party = index_of(each.assessor_party);
    row.group = row.party < 0 ? outsiders : as_size(at(parties.of_party, row.party));
    row.a = index_of(each.object_a);
    row.b = index_of(each.object_b);
    if (object == AssessedObject::kPair && row.a > row.b) std::swap(row.a, row.b);
    row.assessor = &each.assessor.str();
    if (row.state == AnswerState::kAnswered) row.stage = dimensions[row.dimension].scale->min() + each.code;
    rows.push_back(row);
  }
  const auto key = [](const Assessed& row) {
    return std::tuple(row.wave, row.dimension, row.group, row.a, row.b, std::string_view(*row.assessor), row.party);
  };
  std::sort(rows.begin(), rows.end(), [&](const Assessed& x, const Assessed& y) { return key(x) < key(y); });
}

void AssessedView::keep_ordered() {
  std::erase_if(rows, [&](const Assessed& row) { return dimensions[row.dimension].types(); });
}

bool same_group(const Assessed& x, const Assessed& y) {
  return std::tie(x.wave, x.dimension, x.group) == std::tie(y.wave, y.dimension, y.group);
}

StageTally::StageTally(const Dimension& dimension, std::span<const Assessed> rows) : StageTally(dimension) {
  for (const Assessed& row : rows) add(row);
}

void StageTally::add(const Assessed& row) {
  ++at(states_, row.state);
  if (row.state == AnswerState::kAnswered) ++at(counts_, row.stage - lowest_);
}

std::optional<double> StageTally::dont_know_share() const {
  const std::int64_t asked =
      n() + dont_know() + at(states_, AnswerState::kRefused) + at(states_, AnswerState::kSkipped);
  if (asked == 0) return std::nullopt;
  return static_cast<double>(dont_know()) / static_cast<double>(asked);
}

std::int64_t StageTally::at_least(int stage) const {
  if (types_) return at(counts_, stage - lowest_);
  std::int64_t count = 0;
  for (std::size_t i = 0; i < counts_.size(); ++i) {
    if (lowest_ + static_cast<int>(i) >= stage) count += counts_[i];
  }
  return count;
}

int StageTally::stage_at(std::int64_t rank) const {
  std::size_t stage = 0;
  for (std::int64_t below = counts_.front(); below <= rank; below += counts_[stage]) ++stage;
  return lowest_ + static_cast<int>(stage);
}

std::optional<int> StageTally::median_low() const {
  return n() == 0 || types_ ? std::nullopt : std::optional(stage_at((n() - 1) / 2));
}

std::optional<int> StageTally::median_high() const {
  return n() == 0 || types_ ? std::nullopt : std::optional(stage_at(n() / 2));
}

std::int64_t assessors_of(std::span<const Assessed> rows) {
  std::set<std::string_view> people;
  for (const Assessed& row : rows) people.insert(*row.assessor);
  return static_cast<std::int64_t>(people.size());
}

StageSide side_of(const StageTally& tally) {
  return {tally.n(), tally.dont_know(), tally.median_low(), tally.median_high()};
}

std::map<std::string, std::string> option_texts(const StageOptions& options) {
  return {{"by", options.by},
          {"object", std::string(to_string(options.object))},
          {"wave", options.wave ? options.wave->str() : "all"}};
}

}  // namespace houvast::inline v0_1::detail
