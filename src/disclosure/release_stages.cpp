#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

#include "base/index.hpp"
#include "disclosure/parts.hpp"
#include "disclosure/protect.hpp"
#include "houvast/gerdes/strengthening.hpp"

namespace houvast::inline v0_1::detail {
namespace {

ReleasedShare dont_know_share(const StageProfile& profile, std::int64_t threshold) {
  const std::int64_t unknown = profile.state(AnswerState::kDontKnow);
  const std::int64_t base =
      profile.n + unknown + profile.state(AnswerState::kRefused) + profile.state(AnswerState::kSkipped);
  return step_share(unknown, base, steps_of(profile.n, threshold));
}

void add_strengthening(const Study& study, const Policy& policy, Complexity complexity, Release& release) {
  StrengtheningOptions options{.complexity = complexity, .counts = false};
  options.rule.minimum = std::max(options.rule.minimum, policy.threshold());
  for (Strengthening& row : strengthenings(study, options)) {
    ReleasedStrengthening released;
    released.wave = row.wave;
    released.dimension = row.dimension;
    released.inferred_order = row.inferred_order;
    released.wished = row.wished;
    released.wished_title = std::move(row.wished_title);
    // The status says how assessors are spread; so their distribution must be told itself.
    released.shown = std::any_of(release.stages.begin(), release.stages.end(), [&](const ReleasedStage& stage) {
      return stage.shown && stage.wave == released.wave && stage.dimension == released.dimension;
    });
    if (released.shown) {
      released.status = std::move(row.status);
      released.claims = std::move(row.claims);
      released.to_stage = row.to_stage;
      released.to_title = std::move(row.to_title);
      released.to_description = std::move(row.to_description);
    }
    release.strengthening.push_back(std::move(released));
  }
}

}  // namespace

void release_stages(const Study& study, const Policy& policy, const ReleaseOptions& options, Release& release) {
  for (const StageProfile& profile : stage_profiles(study)) {
    ReleasedStage stage{profile.wave, profile.dimension, false, profile.inferred_order, "", {}, {}};
    if (profile.n >= policy.threshold()) {
      const auto index = study.question_index(profile.dimension);
      const int min = at(study.questions(), *index).scale->min();
      stage.distribution = told_distribution(profile.counts, min, policy.threshold());
      stage.shown = !stage.distribution.empty();
      stage.n_band = stage.shown ? n_band(profile.n, policy.threshold()) : "";
      if (stage.shown) stage.dont_know = dont_know_share(profile, policy.threshold());
    }
    release.stages.push_back(std::move(stage));
  }
  if (!options.complexity) return;
  release.complexity = std::string(to_string(*options.complexity));
  add_strengthening(study, policy, *options.complexity, release);
}

}  // namespace houvast::inline v0_1::detail
