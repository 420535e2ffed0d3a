#include "houvast/scoring/summary.hpp"

#include <algorithm>
#include <utility>

#include "base/index.hpp"
#include "houvast/base/stop.hpp"
#include "houvast/scoring/intervals.hpp"
#include "scoring/mean_share.hpp"
#include "scoring/study_view.hpp"

namespace houvast::inline v0_1 {
using houvast::detail::as_size;
using houvast::detail::at;
namespace {

// The value at a rank (from 0) of a distribution of counts.
double value_at(const std::vector<std::int64_t>& counts, std::int64_t rank, int min) {
  std::int64_t below = 0;
  for (std::size_t i = 0; i < counts.size(); ++i) {
    below += counts[i];
    if (rank < below) return min + static_cast<double>(i);
  }
  return min + static_cast<double>(counts.size()) - 1;
}

// The share of high answers, every question counting the same.
void derive_high(Score& score, double level) {
  namespace shares = stats::detail;
  const std::vector<std::int64_t> known = score.asked_known ? score.population : std::vector<std::int64_t>{};
  const auto population = score.asked_known ? std::optional(score.population.front()) : std::nullopt;
  const shares::MeanShare of = score.is_element ? shares::mean_share(score.high, known, score.population.size())
                                                : shares::share_of_one(score.top, score.scored, population);
  score.high_share = of.share;
  score.high_interval = shares::interval_of(of, level);
  if (!of.share || !score.asked_known) return;
  score.high_least = of.least;
  score.high_most = of.most;
}

// Everything that follows from the counts.
void derive(Score& score, const Scale& scale, double level) {
  score.top = 0;
  if (score.is_element) {
    score.scored = static_cast<std::int64_t>(score.scale_scores.size());
    for (const double value : score.scale_scores) score.top += scale.is_top(value) ? 1 : 0;
    if (score.scored > 0) {
      std::vector<double> sorted = score.scale_scores;
      std::sort(sorted.begin(), sorted.end());
      score.median_low = at(sorted, (score.scored - 1) / 2);
      score.median_high = at(sorted, score.scored / 2);
    }
  } else {
    score.scored = 0;
    for (std::size_t i = 0; i < score.counts.size(); ++i) {
      score.scored += score.counts[i];
      if (scale.is_top(scale.min() + static_cast<double>(i))) score.top += score.counts[i];
    }
    if (score.scored > 0) {
      score.median_low = value_at(score.counts, (score.scored - 1) / 2, scale.min());
      score.median_high = value_at(score.counts, score.scored / 2, scale.min());
    }
  }
  if (score.scored > 0) {
    const Estimate share = stats::wilson_interval(score.top, score.scored, level);
    score.top_share = share.value;
    score.top_interval = share.interval;
  }
  derive_high(score, level);
}

// Scores of one wave and instrument.
class InstrumentScorer {
 public:
  InstrumentScorer(const Study& study, std::int64_t wave, const Instrument& instrument,
                   const detail::PartyGroups& grouping, const ScoreOptions& options)
      : study_(study), options_(options), grouping_(grouping), instrument_(instrument), wave_(wave) {
    const WaveResponses& responses = study.responses(wave);
    for (const std::int32_t respondent : responses.respondents()) {
      group_of_row_.push_back(at(grouping.of_party, study.party_of(respondent)));
    }
    for (const Question& question : instrument.questions()) {
      if (question.rated()) rated_.push_back(&question);
    }
    asked_.resize(grouping.labels.size());
    const WaveId& id = at(study.waves(), wave).id;
    for (std::size_t p = 0; p < study.parties().size(); ++p) {
      const Party& party = study.parties()[p];
      if (party.takes_part_in(id)) at(asked_, grouping.of_party[p]) += party.asked;
    }
    count_respondents(responses);
  }

  void append_to(std::vector<Score>& result) const {
    for (const Element& element : instrument_.elements()) {
      stop_point();
      std::vector<const Question*> members;
      for (const Question* question : rated_) {
        if (question->element == element.id) members.push_back(question);
      }
      for (const Question* question : members) append_question(*question, result);
      const bool has_score = element.graded && instrument_.kind() != InstrumentKind::kStages;
      if (!members.empty() && has_score) append_element(element, members, result);
    }
  }

 private:
  [[nodiscard]] std::span<const AnswerCode> column(const Question& question) const {
    return study_.responses(wave_).column(*study_.question_index(question.id));
  }

  // A respondent returned the instrument when at least one of its questions was put to them.
  void count_respondents(const WaveResponses& responses) {
    returned_.resize(as_size(responses.rows()));
    for (const Question& question : instrument_.questions()) {
      const auto codes = column(question);
      for (std::size_t row = 0; row < codes.size(); ++row) {
        if (state_of(codes[row]) != AnswerState::kNotAsked) returned_[row] = true;
      }
    }
    respondents_.resize(grouping_.labels.size());
    for (std::size_t row = 0; row < returned_.size(); ++row) {
      if (returned_[row]) ++at(respondents_, group_of_row_[row]);
    }
  }

  // Those who were asked, but for those who returned the instrument and could not answer this question.
  void count_population(std::span<const AnswerCode> codes, std::vector<Score>& scores) const {
    for (Score& score : scores) score.population.push_back(score.asked);
    for (std::size_t row = 0; row < codes.size(); ++row) {
      const AnswerState state = state_of(codes[row]);
      const bool could = state != AnswerState::kNotAsked && state != AnswerState::kNotApplicable;
      if (returned_[row] && !could) --at(scores, group_of_row_[row]).population.back();
    }
  }

  [[nodiscard]] std::vector<Score> empty_scores(const std::string& id, bool is_element) const {
    std::vector<Score> result;
    for (std::size_t g = 0; g < grouping_.labels.size(); ++g) {
      Score score;
      score.wave = at(study_.waves(), wave_).id;
      score.instrument = instrument_.id();
      score.is_element = is_element;
      score.id = id;
      score.group = grouping_.labels[g];
      score.asked = asked_[g];
      score.asked_known = study_.data().asked_known;
      score.respondents = respondents_[g];
      result.push_back(std::move(score));
    }
    return result;
  }

  void append_question(const Question& question, std::vector<Score>& result) const {
    const Scale& scale = instrument_.scale_of(question);
    std::vector<Score> scores = empty_scores(question.id.str(), false);
    for (Score& score : scores) score.counts.assign(as_size(scale.categories()), 0);
    const auto codes = column(question);
    for (std::size_t row = 0; row < codes.size(); ++row) {
      Score& score = at(scores, group_of_row_[row]);
      ++at(score.states, state_of(codes[row]));
      if (codes[row] < kFirstState) ++score.counts[codes[row]];
    }
    count_population(codes, scores);
    for (Score& score : scores) {
      derive(score, scale, options_.level);
      result.push_back(std::move(score));
    }
  }

  void append_element(const Element& element, const std::vector<const Question*>& members,
                      std::vector<Score>& result) const {
    const ScaleId scale_id = *members.front()->scale;
    const bool one_scale =
        std::all_of(members.begin(), members.end(), [&](const Question* q) { return q->scale == scale_id; });
    if (!one_scale) return;  // scores of different scales have no common unit
    const Scale& scale = instrument_.scale(scale_id);
    std::vector<Score> scores = empty_scores(element.id.str(), true);
    std::vector<std::span<const AnswerCode>> columns;
    for (const Question* question : members) {
      columns.push_back(column(*question));
      count_population(columns.back(), scores);
    }
    StopPoints looked(4096);
    for (std::size_t row = 0; row < group_of_row_.size(); ++row) {
      looked();
      Score& score = at(scores, group_of_row_[row]);
      std::int64_t asked = 0, answered = 0;
      double sum = 0;
      for (std::size_t q = 0; q < members.size(); ++q) {
        const AnswerCode code = columns[q][row];
        const AnswerState state = state_of(code);
        ++at(score.states, state);
        if (state != AnswerState::kNotAsked && state != AnswerState::kNotApplicable) ++asked;
        score.high.push_back(-1);
        if (state != AnswerState::kAnswered) continue;
        ++answered;
        const double given = scale.min() + static_cast<double>(code);
        const double value = members[q]->reverse ? scale.reversed(given) : given;
        score.high.back() = scale.is_top(value) ? 1 : 0;
        sum += value;
      }
      if (answered > 0 && answered * options_.minimum_denominator >= asked * options_.minimum_numerator) {
        score.scale_scores.push_back(sum / static_cast<double>(answered));
      }
    }
    const std::vector<bool> asked_all = detail::groups_asked_all(study_, wave_, members, grouping_);
    for (std::size_t g = 0; g < scores.size(); ++g) {
      if (!asked_all[g]) leave_out_answers(scores[g]);
      derive(scores[g], scale, options_.level);
      result.push_back(std::move(scores[g]));
    }
  }

  // A group that was asked a part of an element has no score over it: other groups' would be over other questions.
  static void leave_out_answers(Score& element) {
    element.scale_scores.clear();
    std::fill(element.high.begin(), element.high.end(), std::int8_t{-1});
  }

  const Study& study_;
  const ScoreOptions& options_;
  const detail::PartyGroups& grouping_;
  const Instrument& instrument_;
  std::int64_t wave_;
  std::vector<std::int32_t> group_of_row_;
  std::vector<const Question*> rated_;
  std::vector<std::int64_t> asked_;
  std::vector<std::int64_t> respondents_;
  std::vector<bool> returned_;  // per row
};

const Instrument& instrument_of(const Study& study, const InstrumentId& id) {
  for (const Instrument& instrument : study.data().instruments) {
    if (instrument.id() == id) return instrument;
  }
  throw KeyError({"HV-501", {"problem.subject.instrument"}, id.str(), {"problem.expected.instrument_of_study"}});
}

}  // namespace

std::optional<double> Score::response_share() const noexcept {
  if (!asked_known || asked == 0) return std::nullopt;
  return static_cast<double>(respondents) / static_cast<double>(asked);
}

std::optional<double> Score::dont_know_share() const noexcept {
  const std::int64_t base = state(AnswerState::kAnswered) + state(AnswerState::kDontKnow) +
                            state(AnswerState::kRefused) + state(AnswerState::kSkipped);
  if (base == 0) return std::nullopt;
  return static_cast<double>(state(AnswerState::kDontKnow)) / static_cast<double>(base);
}

const Scale* scale_of(const Study& study, const Score& score) {
  const Instrument& instrument = instrument_of(study, score.instrument);
  for (const Question& question : instrument.questions()) {
    if (question.rated() && (score.is_element ? question.element.str() : question.id.str()) == score.id) {
      return score.is_element ? &instrument.scale(*question.scale) : &instrument.scale_of(question);
    }
  }
  return nullptr;
}

std::vector<Score> scores(const Study& study, const ScoreOptions& options) {
  detail::require_score_options(options);
  const detail::PartyGroups grouping = detail::group_parties(study, options.by);
  std::vector<Score> result;
  const std::int64_t only = options.wave ? study.wave_index(*options.wave) : -1;
  for (std::int64_t w = 0; w < static_cast<std::int64_t>(study.waves().size()); ++w) {
    if (options.wave && w != only) continue;
    for (const InstrumentId& id : at(study.waves(), w).instruments) {
      const Instrument& instrument = instrument_of(study, id);
      const bool scored =
          instrument.kind() == InstrumentKind::kSurvey || instrument.kind() == InstrumentKind::kReflection;
      if (!scored || (instrument.is_private() && !options.with_private)) continue;
      InstrumentScorer(study, w, instrument, grouping, options).append_to(result);
    }
  }
  return result;
}

Score merged(const Study& study, std::span<const Score> parts, std::string group, double level) {
  if (parts.empty())
    throw ValueError(
        {"HV-305", {"problem.subject.scores_to_merge"}, Claim{"problem.value.none"}, {"problem.expected.one_or_more"}});
  Score sum = parts.front();
  sum.group = std::move(group);
  for (const Score& part : parts.subspan(1)) {
    sum.asked += part.asked;
    sum.asked_known = sum.asked_known && part.asked_known;
    sum.respondents += part.respondents;
    for (std::size_t i = 0; i < sum.states.size(); ++i) sum.states[i] += part.states[i];
    for (std::size_t i = 0; i < sum.counts.size(); ++i) sum.counts[i] += part.counts[i];
    for (std::size_t i = 0; i < sum.population.size(); ++i) sum.population[i] += part.population[i];
    sum.scale_scores.insert(sum.scale_scores.end(), part.scale_scores.begin(), part.scale_scores.end());
    sum.high.insert(sum.high.end(), part.high.begin(), part.high.end());
  }
  derive(sum, *scale_of(study, sum), level);
  return sum;
}

}  // namespace houvast::inline v0_1
