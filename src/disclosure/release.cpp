#include "houvast/disclosure/release.hpp"

#include <algorithm>
#include <utility>

#include "disclosure/parts.hpp"
#include "disclosure/statement_gate.hpp"
#include "houvast/base/choice.hpp"

namespace houvast::inline v0_1 {
namespace {

// What may be split by: what the format has for it, and the study's own columns that it declares.
void must_be_split_by(const Study& study, const std::string& by) {
  if (by.empty()) return;
  static_cast<void>(study.attribute(study.parties().front(), by));  // HV-506
  std::vector<std::string> allowed = {"perspective", "domain", "sector", "level"};
  const std::vector<std::string>& own = study.data().split_by;
  allowed.insert(allowed.end(), own.begin(), own.end());
  if (std::find(allowed.begin(), allowed.end(), by) != allowed.end()) return;
  throw DisclosureError(
      {"HV-405", argument("by"), by, {"problem.expected.may_split", {{"choices", in_a_row(allowed)}}}});
}

// The rounds of asking, without the instruments that are private to their author.
std::vector<Wave> waves_of(const Study& study) {
  std::vector<Wave> waves = study.waves();
  for (const Instrument& instrument : study.data().instruments) {
    if (!instrument.is_private()) continue;
    for (Wave& wave : waves) {
      wave.instruments.erase(std::remove(wave.instruments.begin(), wave.instruments.end(), instrument.id()),
                             wave.instruments.end());
    }
  }
  return waves;
}

// The words that readers need: of instruments, and of the groups.
void release_words(const Study& study, Release& release) {
  for (const Instrument& instrument : study.data().instruments) {
    if (!instrument.is_private()) release.instruments.push_back(instrument);
  }
  for (const std::string& by : {release.by, release.blocks_by}) {
    const Vocabulary* words = study.profile().vocabulary_of_attribute(by);
    if (words == nullptr) continue;
    for (const Term& term : words->terms()) release.group_titles.try_emplace(term.id, term.title);
  }
}

}  // namespace

Release release(const Study& study, const Policy& policy, const ReleaseOptions& options) {
  must_be_split_by(study, options.by);
  Release result;
  result.study_id = study.id();
  result.title = study.data().title;
  result.fictional = study.data().fictional;
  result.source = study.data().source;
  result.asked_known = study.data().asked_known;
  result.policy = policy.name();
  result.threshold = policy.threshold();
  result.in_ledger = options.in_ledger;
  result.by = options.by;
  result.waves = waves_of(study);
  result.blocks_by = detail::blocks_by(study, policy, options);
  release_words(study, result);
  detail::release_responses(study, policy, options, result);
  const auto answers = detail::release_scores(study, policy, options, result);
  detail::TestedDifferences tested;
  if (!options.by.empty()) tested = detail::tested_differences(study, {.by = options.by});
  detail::StatementGate gate(answers, tested.tested, policy.threshold());
  gate.keep_tellable_questions(tested.found);
  detail::release_reliability(study, policy, gate, result);
  gate.keep_tellable_sums(result.reliability, tested.found);
  const detail::Supported supported = detail::release_supported(study, gate, std::move(tested.found), result);
  detail::release_stages(study, policy, options, result);
  detail::release_networks(study, policy, result);
  detail::release_goals(study, options, policy.threshold(), result);
  detail::release_findings(study, policy, result);
  detail::release_agenda(study, policy, options, supported, result);
  return result;
}

}  // namespace houvast::inline v0_1
