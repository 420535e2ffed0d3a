#include <cmath>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "houvast/base/error.hpp"
#include "houvast/scoring/intervals.hpp"
#include "houvast/scoring/reliability.hpp"
#include "houvast/scoring/tally.hpp"
#include "scoring/answer_histogram.hpp"
#include "scoring/score_fields.hpp"
#include "scoring/study_view.hpp"
#include "scoring/support.hpp"
#include "scoring/tally_frame.hpp"

namespace houvast::inline v0_1 {
namespace {

using detail::TallyElement;
using detail::TallyFrame;
using detail::TallyQuestion;

std::int64_t as_signed(std::uint64_t number) {
  return static_cast<std::int64_t>(number);
}

struct TallyRow {
  [[nodiscard]] const Score& score() const { return of; }

  Score of;
  std::string wave, text;
  std::optional<std::int64_t> below_minimum;
};

Fields<TallyRow> tally_fields(std::size_t categories) {
  using Row = TallyRow;
  using detail::of_score;
  Fields<Row> fields{{"wave", {"column.wave_label"}, &Row::wave},
                     {"instrument", {"column.instrument_id"}, of_score<Row>(&Score::instrument)},
                     {"kind", {"column.question_or_element"}, of_score<Row>(detail::kind_of)},
                     {"id", {"column.question_or_element_id"}, of_score<Row>(&Score::id)},
                     {"text", {"column.exact_wording"}, &Row::text},
                     {"group", {"column.group_label"}, of_score<Row>(&Score::group)},
                     {"respondents", {"column.people_returned_tally"}, of_score<Row>(&Score::respondents)}};
  append(fields, detail::state_fields<Row>());
  append(fields, {{"below_minimum", {"column.below_minimum"}, &Row::below_minimum}});
  append(fields, detail::top_fields<Row>());
  append(fields, detail::count_fields<Row>(categories));
  return fields;
}

// Collects the rows of Tally::finalize.
class Rows {
 public:
  Rows(const TallyFrame& frame, const std::vector<std::uint64_t>& numbers, double level)
      : frame_(frame), numbers_(numbers), level_(level) {}

  void add_wave(std::size_t wave) {
    for (const TallyElement& element : frame_.elements) {
      for (const TallyQuestion& question : element.questions) {
        for (std::size_t g = 0; g < frame_.options.groups.size(); ++g) add_question(wave, g, question);
      }
      for (std::size_t g = 0; element.scored && g < frame_.options.groups.size(); ++g) add_element(wave, g, element);
    }
  }

  [[nodiscard]] std::vector<Column> columns() const {
    std::size_t categories = 0;
    for (const TallyElement& element : frame_.elements) {
      for (const TallyQuestion& question : element.questions) categories = std::max(categories, question.categories);
    }
    return columns_of(rows_, tally_fields(categories));
  }

 private:
  [[nodiscard]] const std::uint64_t* cell(std::size_t wave, std::size_t group) const {
    return numbers_.data() + frame_.cell_of(wave, group) * frame_.cell;
  }

  static void add_states(const std::uint64_t* cell, const TallyQuestion& question, Score& score) {
    for (std::size_t a = 0; a < question.classes(); ++a) {
      score.states[a < question.categories ? 0 : a - question.categories + 1] += as_signed(cell[question.at + a]);
    }
  }

  TallyRow& add(std::size_t wave, std::size_t group, const std::string& id, const std::string& text) {
    TallyRow& row = rows_.emplace_back();
    row.wave = frame_.options.waves[wave];
    row.text = text;
    row.of.instrument = frame_.instrument.id();
    row.of.id = id;
    row.of.group = frame_.options.groups[group];
    row.of.respondents = as_signed(cell(wave, group)[0]);
    return row;
  }

  void summarise(Score& score, const detail::AnswerHistogram& histogram, const Scale& scale) const {
    score.scored = histogram.total();
    score.median_low = histogram.median_low();
    score.median_high = histogram.median_high();
    score.top = histogram.count_if([&](double value) { return scale.is_top(value); });
    const Estimate share = stats::wilson_interval(score.top, histogram.total(), level_);
    if (share.defined()) score.top_share = share.value;
    score.top_interval = share.interval;
  }

  void add_question(std::size_t wave, std::size_t group, const TallyQuestion& question) {
    const std::uint64_t* const from = cell(wave, group) + question.at;
    Score& score = add(wave, group, question.question->id.str(), question.question->text.get(Language::kNl)).of;
    add_states(cell(wave, group), question, score);
    detail::AnswerHistogram histogram;
    for (std::size_t a = 0; a < question.categories; ++a) {
      histogram.add(question.scale->min() + static_cast<double>(a), as_signed(from[a]));
      score.counts.push_back(as_signed(from[a]));
    }
    summarise(score, histogram, *question.scale);
  }

  void add_element(std::size_t wave, std::size_t group, const TallyElement& element) {
    const std::uint64_t* const from = cell(wave, group) + element.scores_at;
    TallyRow& row = add(wave, group, element.element->id.str(), element.element->title.get(Language::kNl));
    row.of.is_element = true;
    for (const TallyQuestion& question : element.questions) add_states(cell(wave, group), question, row.of);
    const TallyQuestion& first = element.questions.front();
    detail::AnswerHistogram histogram;
    for (std::size_t m = 1; m <= element.size(); ++m) {
      for (std::size_t sum = 0; sum <= m * (first.categories - 1); ++sum) {
        // The sum of values and not of codes, so that the mean has the very bits of Score::scale_scores.
        const double total = static_cast<double>(m) * first.scale->min() + static_cast<double>(sum);
        histogram.add(total / static_cast<double>(m), as_signed(from[element.sums_at(m) + sum]));
      }
    }
    histogram.sort();
    summarise(row.of, histogram, frame_.instrument.scale(*first.question->scale));
    row.below_minimum = as_signed(from[element.scores]);
  }

  const TallyFrame& frame_;
  const std::vector<std::uint64_t>& numbers_;
  double level_;
  std::vector<TallyRow> rows_;
};

// Counts, means and covariances of an element's questions, reversed ones turned round.
stats::ItemMoments moments_of(const TallyElement& element, const std::uint64_t* cell) {
  const std::size_t k = element.size();
  const double nan = std::nan("");
  stats::ItemMoments moments;
  moments.items = static_cast<std::int64_t>(k);
  moments.pair_n.resize(k * k);
  moments.means.resize(k, nan);
  moments.covariance.resize(k * k, nan);
  for (std::size_t i = 0; i <= element.scores; ++i) moments.respondents += as_signed(cell[element.scores_at + i]);
  // Exact in whole numbers as long as they fit.
  const auto covariance = [nan](const detail::PairSums& s) {
    if (s.n < 2) return nan;
    constexpr double kFits = 4e18;
    const double n = static_cast<double>(s.n), x = static_cast<double>(s.x), y = static_cast<double>(s.y);
    const double xy = static_cast<double>(s.xy);
    if (xy * n > kFits || x * y > kFits) return (xy - x * y / n) / (n - 1);
    return static_cast<double>(as_signed(s.xy * s.n) - as_signed(s.x * s.y)) / n / (n - 1);
  };
  for (std::size_t i = 0; i < k; ++i) {
    const TallyQuestion& x = element.questions[i];
    detail::PairSums own;
    for (std::size_t a = 0; a < x.categories; ++a) {
      const std::uint64_t n = cell[x.at + a];
      own.n += n;
      own.x += n * a;
      own.xy += n * a * a;
    }
    own.y = own.x;
    moments.pair_n[i * k + i] = as_signed(own.n);
    moments.covariance[i * k + i] = covariance(own);
    if (own.n > 0) {
      const double mean = x.scale->min() + static_cast<double>(own.x) / static_cast<double>(own.n);
      moments.means[i] = x.question->reverse ? x.scale->reversed(mean) : mean;
    }
    for (std::size_t j = i + 1; j < k; ++j) {
      const std::uint64_t* const p = cell + element.pairs_at + detail::kPairSums * element.pair(i, j);
      const double sign = x.question->reverse != element.questions[j].question->reverse ? -1 : 1;
      moments.pair_n[i * k + j] = moments.pair_n[j * k + i] = as_signed(p[0]);
      moments.covariance[i * k + j] = moments.covariance[j * k + i] = sign * covariance({p[0], p[1], p[2], p[3]});
    }
  }
  return moments;
}

struct AlphaRow {
  std::string wave, id, group;
  std::int64_t items = 0;
  Estimate alpha;
};

Fields<AlphaRow> alpha_fields() {
  using Row = AlphaRow;
  Fields<Row> fields{{"wave", {"column.wave_label"}, &Row::wave},
                     {"id", {"column.element_id"}, &Row::id},
                     {"group", {"column.group_label"}, &Row::group},
                     {"items", {"column.element_questions"}, &Row::items},
                     {"n", {"column.people_with_element_answer"}, [](const Row& row) { return row.alpha.n; }}};
  const IntervalMeaning meaning{{"column.alpha_pairwise"}, {"column.feldt_low"}, {"column.feldt_high"}};
  append(fields, interval_fields<Row>("alpha", meaning, &Row::alpha));
  append(fields, {{"standardized_alpha",
                   {"column.standardized_alpha"},
                   [](const Row& row) { return detail::detail_of(row.alpha, "standardized"); }},
                  {"reason", {"column.why_no_alpha"}, [](const Row& row) { return reason_text(row.alpha); }}});
  return fields;
}

}  // namespace

Table Tally::finalize(double level) const {
  Rows rows(*frame_, numbers_, level);
  for (std::size_t w = 0; w < frame_->options.waves.size(); ++w) rows.add_wave(w);
  Provenance provenance = provenance_of({"method.scores", {{"mean", "no"}}}, {"source.scores", {{"mean", "no"}}});
  provenance.options = {{"unit", "respondents"},
                        {"minimum_answered", std::to_string(frame_->options.minimum_numerator) + "/" +
                                                 std::to_string(frame_->options.minimum_denominator)},
                        {"level", stats::detail::text_of(level)}};
  return {{"title.tally", {{"instrument", frame_->instrument.id().str()}}}, rows.columns(), std::move(provenance)};
}

Table Tally::reliability(double level) const {
  if (!frame_->options.pairs) {
    throw ValueError({"HV-305",
                      {"problem.subject.reliability_of_tally"},
                      Claim{"problem.value.without_pairs"},
                      {"problem.expected.tally_with_pairs"}});
  }
  std::vector<AlphaRow> rows;
  for (std::size_t w = 0; w < frame_->options.waves.size(); ++w) {
    for (const TallyElement& element : frame_->elements) {
      if (!element.pairs) continue;
      for (std::size_t g = 0; g < frame_->options.groups.size(); ++g) {
        const std::uint64_t* const cell = numbers_.data() + frame_->cell_of(w, g) * frame_->cell;
        rows.push_back({frame_->options.waves[w], element.element->id.str(), frame_->options.groups[g],
                        static_cast<std::int64_t>(element.size()),
                        stats::cronbach_alpha(moments_of(element, cell), {.level = level})});
      }
    }
  }
  return {{"title.tally_reliability", {{"instrument", frame_->instrument.id().str()}}},
          columns_of(rows, alpha_fields()),
          stats::detail::provenance_of({"method.alpha_pairwise", "source.cronbach_alpha"},
                                       {{"level", stats::detail::text_of(level)}, {"missing", "pairwise"}})};
}

}  // namespace houvast::inline v0_1
