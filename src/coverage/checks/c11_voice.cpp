#include <algorithm>

#include "coverage/context.hpp"
#include "coverage/verdict.hpp"
#include "houvast/coverage/voice.hpp"

// C11: every perspective has an equal voice. Numbers stay in the evidence; the claims carry none, so that no small
// group can be counted from them.
namespace houvast::inline v0_1::detail {
namespace {

constexpr std::int64_t kFewest = 5;  // people or parties below which a perspective's voice is not judged

class VoiceCheck {
 public:
  explicit VoiceCheck(const CoverageContext& context) : context_(context) {}

  void judge_answers(const Voice& voice) {
    note(voice, "share_of_members", voice.share_of_parties);
    note(voice, "share_of_asked", voice.share_of_asked);
    note(voice, "share_of_population", voice.share_of_population);
    note(voice, "share_of_answers", voice.share_of_answers);
    if (!context_.may_read_of(voice.perspective)) {
      withheld_.push_back(voice.perspective);
      return;
    }
    const std::int64_t people = std::max(voice.asked, voice.answered);
    judge(voice, "answers", voice.answers, people);
    judge(voice, "answers_by_parties", voice.answers_by_parties, people);
    judge(voice, "answers_by_population", voice.answers_by_population, people);
    if (people >= kFewest || voice.parties >= kFewest) return;
    too_few_.push_back(voice.perspective);
    verdict_.note("perspective", voice.perspective, "too_few", static_cast<double>(people));
  }

  // In-between positions are shown, not judged: their share has no interval but that of an estimate.
  void judge_ties(const Voice& voice) {
    note(voice, "share_of_ties", voice.share_of_ties);
    note(voice, "share_of_betweenness", voice.share_of_betweenness);
    note(voice, "betweenness_error", voice.betweenness_error);
    note(voice, "parity_betweenness", voice.betweenness.index);
    if (!context_.too_few(voice.parties)) judge(voice, "ties", voice.ties, voice.parties);
  }

  // @param asked_known whether who was asked was recorded @param rest whether all else is known
  [[nodiscard]] Verdict verdict(bool asked_known, bool rest) && {
    if (!small_.empty()) verdict_.raise(Status::kAttention);
    verdict_.claim_about("coverage.C11.small_voice", "perspective", small_);
    if (!too_few_.empty()) {
      verdict_.raise(Status::kUnknown);
      verdict_.claim_about("coverage.C11.too_few", "people", too_few_);
      verdict_.need("coverage.C11.more_people");
    }
    verdict_.not_shown("people", withheld_);
    if (asked_known && rest) return std::move(verdict_);
    verdict_.raise(Status::kUnknown);
    verdict_.claim("coverage.C11.not_all_known");
    if (!rest) verdict_.need("coverage.C11.ask");
    if (!asked_known) verdict_.need("coverage.settle.asked");
    return std::move(verdict_);
  }

 private:
  void note(const Voice& voice, const std::string& role, std::optional<double> value) {
    if (value) verdict_.note("perspective", voice.perspective, role, value);
  }

  void judge(const Voice& voice, const std::string& measure, const Parity& parity, std::int64_t n) {
    note(voice, "parity_" + measure, parity.index);
    note(voice, "parity_" + measure + "_low", parity.low);
    note(voice, "parity_" + measure + "_high", parity.high);
    if (n < kFewest || !parity.index || !(*parity.index < context_.thresholds().parity) || !parity.high ||
        !(*parity.high < 1))
      return;
    verdict_.note("perspective", voice.perspective, "small_voice", parity.index, measure);
    if (std::find(small_.begin(), small_.end(), voice.perspective) == small_.end()) small_.push_back(voice.perspective);
  }

  const CoverageContext& context_;
  std::vector<std::string> small_, too_few_, withheld_;
  Verdict verdict_;
};

}  // namespace

Verdict check_voice(const CoverageContext& context) {
  std::vector<Voice> voices = voices_of(context);
  const bool some_unknown = without_unknown(voices);
  if (voices.size() == 1 && !some_unknown) return does_not_apply("coverage.C11.one_perspective");
  VoiceCheck check(context);
  for (const Voice& voice : voices) check.judge_answers(voice);
  for (const Voice& voice : voices) check.judge_ties(voice);
  const bool rest = context.has_answers && context.network && !some_unknown;
  return std::move(check).verdict(context.study.data().asked_known, rest);
}

}  // namespace houvast::inline v0_1::detail
