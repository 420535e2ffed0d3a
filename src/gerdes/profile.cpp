#include "houvast/gerdes/profile.hpp"

#include <algorithm>

#include "houvast/scoring/agreement.hpp"
#include "houvast/version.hpp"

namespace houvast {
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

std::string group_of(const Study& study, const Assessment& assessment, const std::string& by) {
  if (by.empty()) return {};
  const auto party = study.party_index(assessment.assessor_party);
  return party ? study.attribute(study.parties()[static_cast<std::size_t>(*party)], by) : std::string();
}

int stage_at(const std::vector<std::int64_t>& counts, std::int64_t rank) {
  int stage = 0;
  for (std::int64_t below = counts.front(); below <= rank; below += counts[static_cast<std::size_t>(stage)]) ++stage;
  return stage;
}

void derive(StageProfile& profile, int min) {
  for (const std::int64_t count : profile.counts) profile.n += count;
  if (profile.n == 0) return;
  profile.median_low = min + stage_at(profile.counts, (profile.n - 1) / 2);
  profile.median_high = min + stage_at(profile.counts, profile.n / 2);
  const std::int64_t most = *std::max_element(profile.counts.begin(), profile.counts.end());
  for (std::size_t i = 0; i < profile.counts.size(); ++i) {
    if (profile.counts[i] == most) profile.modes.push_back(min + static_cast<int>(i));
  }
  const Estimate consensus = stats::consensus_from_counts(profile.counts);
  if (consensus.defined()) profile.consensus = consensus.value;
}

}  // namespace

AssessedObject assessed_object_of(std::string_view name) {
  for (const AssessedObject object : {AssessedObject::kWhole, AssessedObject::kPair, AssessedObject::kPartyTies}) {
    if (to_string(object) == name) return object;
  }
  throw ValueError({"HV-303", "object", std::string(name), "whole, pair or party", {}});
}

std::string_view to_string(AssessedObject object) noexcept {
  return object == AssessedObject::kWhole ? "whole" : object == AssessedObject::kPair ? "pair" : "party";
}

std::vector<StageProfile> stage_profiles(const Study& study, const StageOptions& options) {
  if (options.wave) static_cast<void>(study.wave_index(*options.wave));
  std::vector<std::string> groups;
  for (const Assessment& assessment : study.data().assessments) {
    const std::string group = group_of(study, assessment, options.by);
    if (std::find(groups.begin(), groups.end(), group) == groups.end()) groups.push_back(group);
  }
  std::vector<StageProfile> result;
  for (const Wave& wave : study.waves()) {
    if (options.wave && wave.id != *options.wave) continue;
    for (const QuestionRef& ref : study.questions()) {
      if (ref.instrument->kind() != InstrumentKind::kStages || ref.scale == nullptr) continue;
      for (const std::string& group : groups) {
        StageProfile profile;
        profile.wave = wave.id;
        profile.dimension = ref.question->id;
        profile.group = group;
        profile.counts.assign(static_cast<std::size_t>(ref.scale->categories()), 0);
        profile.inferred_order = ref.question->ordering == "inferred";
        for (const Assessment& each : study.data().assessments) {
          if (each.wave != wave.id || each.dimension != ref.question->id || !is_about(each, options.object) ||
              group_of(study, each, options.by) != group) {
            continue;
          }
          if (each.code < kFirstState) {
            ++profile.counts[each.code];
          } else if (state_of(each.code) == AnswerState::kDontKnow) {
            ++profile.dont_know;
          } else {
            ++profile.other;
          }
        }
        derive(profile, ref.scale->min());
        if (profile.n + profile.dont_know + profile.other > 0) result.push_back(std::move(profile));
      }
    }
  }
  return result;
}

Table stage_table(const Study& study, const std::vector<StageProfile>& profiles, const StageOptions& options) {
  std::vector<std::string> wave, dimension, title, group, modes;
  std::vector<std::int64_t> n, dont_know, other;
  std::vector<bool> inferred;
  std::size_t stages = 0;
  for (const StageProfile& profile : profiles) stages = std::max(stages, profile.counts.size());
  std::vector<ColumnBuilder<std::int64_t>> counts;
  for (std::size_t i = 0; i < stages; ++i) {
    counts.emplace_back("stage_" + std::to_string(i + 1),
                        "assessors who named stage " + std::to_string(i + 1) + ", 1 = lowest");
  }
  ColumnBuilder<std::int64_t> low("median_low", "stage of the lower middle assessor");
  ColumnBuilder<std::int64_t> high("median_high", "stage of the upper middle assessor");
  ColumnBuilder<double> consensus("consensus", "Tastle & Wierman's Cns, 0 (half at each end) to 1 (all the same)");
  for (const StageProfile& profile : profiles) {
    wave.push_back(profile.wave.str());
    dimension.push_back(profile.dimension.str());
    const auto index = study.question_index(profile.dimension);
    title.push_back(index ? study.questions()[static_cast<std::size_t>(*index)].question->text.nl : "");
    group.push_back(profile.group);
    n.push_back(profile.n);
    dont_know.push_back(profile.dont_know);
    other.push_back(profile.other);
    for (std::size_t i = 0; i < counts.size(); ++i) {
      counts[i].push(i < profile.counts.size() ? std::optional(profile.counts[i]) : std::nullopt);
    }
    low.push(profile.median_low ? std::optional<std::int64_t>(*profile.median_low) : std::nullopt);
    high.push(profile.median_high ? std::optional<std::int64_t>(*profile.median_high) : std::nullopt);
    std::string text;
    for (const int mode : profile.modes) text += (text.empty() ? "" : ";") + std::to_string(mode);
    modes.push_back(std::move(text));
    consensus.push(profile.consensus);
    inferred.push_back(profile.inferred_order);
  }
  std::vector<Column> columns;
  columns.push_back({"wave", std::move(wave), {}, "wave id"});
  columns.push_back({"dimension", std::move(dimension), {}, "dimension id"});
  columns.push_back({"title", std::move(title), {}, "the dimension's Dutch name"});
  columns.push_back({"group", std::move(group), {}, "value of the attribute that results are split by"});
  columns.push_back({"n", std::move(n), {}, "assessors who named a stage"});
  for (auto& count : counts) columns.push_back(std::move(count).build());
  columns.push_back({"dont_know", std::move(dont_know), {}, "assessors who do not know"});
  columns.push_back({"other", std::move(other), {}, "refused, skipped or not applicable"});
  columns.push_back(std::move(low).build());
  columns.push_back(std::move(high).build());
  columns.push_back(
      {"modes", std::move(modes), {}, "stage that most assessors named; several when tied, separated by ;"});
  columns.push_back(std::move(consensus).build());
  columns.push_back({"inferred_order", std::move(inferred), {}, "the source does not state the order of these stages"});
  Provenance provenance{"distribution, median interval, mode and consensus of ordered stages",
                        "Gerdes, Goei, Huizinga & De Ruyter (2020); Tastle & Wierman (2007), eq. 1",
                        {{"by", options.by},
                         {"object", std::string(to_string(options.object))},
                         {"wave", options.wave ? options.wave->str() : "all"}},
                        std::nullopt,
                        kVersion};
  return {"Gerdes profile of " + study.id(), std::move(columns), std::move(provenance)};
}

}  // namespace houvast
