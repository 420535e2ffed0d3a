#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

#include "disclosure/parts.hpp"
#include "disclosure/protect.hpp"
#include "houvast/gerdes/strengthening.hpp"

namespace houvast::detail {
namespace {

ReleasedShare dont_know_share(const StageProfile& profile, std::int64_t threshold) {
  const std::int64_t unknown = profile.state(AnswerState::kDontKnow);
  const std::int64_t base =
      profile.n + unknown + profile.state(AnswerState::kRefused) + profile.state(AnswerState::kSkipped);
  return protected_share(unknown, base, std::nullopt, threshold);
}

template <class T>
decltype(auto) at(const Table& table, const char* column, std::int64_t row) {
  return std::get<std::vector<T>>(table.column(column).data)[static_cast<std::size_t>(row)];
}

void add_strengthening(const Study& study, const Policy& policy, Complexity complexity, Release& release) {
  StrengtheningOptions options{.complexity = complexity, .counts = false};
  options.rule.minimum = std::max(options.rule.minimum, policy.threshold());
  const Table nl = gerdes_strengthening(study, options);
  options.language = Language::kEn;
  const Table en = gerdes_strengthening(study, options);
  const auto text = [&](const char* column, std::int64_t row) {
    return LocalizedText{at<std::string>(nl, column, row), at<std::string>(en, column, row)};
  };
  for (std::int64_t row = 0; row < nl.rows(); ++row) {
    ReleasedStrengthening released;
    released.wave = WaveId(at<std::string>(nl, "wave", row));
    released.dimension = QuestionId(at<std::string>(nl, "dimension", row));
    released.inferred_order = at<bool>(nl, "inferred_order", row);
    released.wished = static_cast<int>(at<std::int64_t>(nl, "wished", row));
    released.wished_title = text("wished_title", row);
    // The status says how assessors are spread; so their distribution must be told itself, in two parts or more.
    released.shown = std::any_of(release.stages.begin(), release.stages.end(), [&](const ReleasedStage& stage) {
      return stage.shown && stage.distribution.size() > 1 && stage.wave == released.wave &&
             stage.dimension == released.dimension;
    });
    if (released.shown) {
      released.status = at<std::string>(nl, "status", row);
      released.sentence = text("reason", row);
      if (nl.column("to_stage").is_valid(row)) {
        released.to_stage = static_cast<int>(at<std::int64_t>(nl, "to_stage", row));
        released.to_title = text("to_title", row);
        released.to_description = text("to_description", row);
      }
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
      const int min = study.questions()[static_cast<std::size_t>(*index)].scale->min();
      stage.distribution = collapsed(profile.counts, min, 0, policy.threshold());
      stage.shown = !stage.distribution.empty();
      stage.n_band = stage.shown ? n_band(profile.n) : "";
      if (stage.shown) stage.dont_know = dont_know_share(profile, policy.threshold());
    }
    release.stages.push_back(std::move(stage));
  }
  if (!options.complexity) return;
  release.complexity = std::string(to_string(*options.complexity));
  add_strengthening(study, policy, *options.complexity, release);
}

}  // namespace houvast::detail
