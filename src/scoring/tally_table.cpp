#include <cmath>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "houvast/base/error.hpp"
#include "houvast/scoring/intervals.hpp"
#include "houvast/scoring/reliability.hpp"
#include "houvast/scoring/tally.hpp"
#include "houvast/version.hpp"
#include "scoring/answer_histogram.hpp"
#include "scoring/support.hpp"
#include "scoring/tally_frame.hpp"

namespace houvast {
namespace {

using detail::TallyElement;
using detail::TallyFrame;
using detail::TallyQuestion;
using Counts = std::vector<std::int64_t>;

std::int64_t as_signed(std::uint64_t number) {
  return static_cast<std::int64_t>(number);
}

// Collects the rows of Tally::finalize.
class Rows {
 public:
  Rows(const TallyFrame& frame, const std::vector<std::uint64_t>& numbers, double level)
      : frame_(frame), numbers_(numbers), level_(level) {
    std::size_t categories = 0;
    for (const TallyElement& element : frame.elements) {
      for (const TallyQuestion& question : element.questions) categories = std::max(categories, question.categories);
    }
    for (std::size_t i = 1; i <= categories; ++i) {
      counts_.emplace_back("count_" + std::to_string(i), Claim{"column.answers_in_category", {{"number", i}}});
    }
  }

  void add_wave(std::size_t wave) {
    for (const TallyElement& element : frame_.elements) {
      for (const TallyQuestion& question : element.questions) {
        for (std::size_t g = 0; g < frame_.options.groups.size(); ++g) add_question(wave, g, question);
      }
      for (std::size_t g = 0; element.scored && g < frame_.options.groups.size(); ++g) add_element(wave, g, element);
    }
  }

  [[nodiscard]] std::vector<Column> columns() && {
    std::vector<Column> all;
    all.push_back({"wave", std::move(wave_), {}, {"column.wave_label"}});
    all.push_back({"instrument",
                   std::vector<std::string>(kind_.size(), frame_.instrument.id().str()),
                   {},
                   {"column.instrument_id"}});
    all.push_back({"kind", std::move(kind_), {}, {"column.question_or_element"}});
    all.push_back({"id", std::move(id_), {}, {"column.question_or_element_id"}});
    all.push_back({"text", std::move(text_), {}, {"column.exact_wording"}});
    all.push_back({"group", std::move(group_), {}, {"column.group_label"}});
    all.push_back({"respondents", std::move(respondents_), {}, {"column.people_returned_tally"}});
    for (std::size_t s = 0; s < states_.size(); ++s) {
      all.push_back({std::string(to_string(static_cast<AnswerState>(s))),
                     std::move(states_[s]),
                     {},
                     {"column.answers_in_state"}});
    }
    all.push_back(std::move(dont_know_).build());
    all.push_back({"scored", std::move(scored_), {}, {"column.scored"}});
    all.push_back(std::move(below_).build());
    all.push_back(std::move(median_low_).build());
    all.push_back(std::move(median_high_).build());
    all.push_back({"top", std::move(top_), {}, {"column.top"}});
    all.push_back(std::move(share_).build());
    all.push_back(std::move(low_).build());
    all.push_back(std::move(high_).build());
    for (auto& count : counts_) all.push_back(std::move(count).build());
    return all;
  }

 private:
  [[nodiscard]] const std::uint64_t* cell(std::size_t wave, std::size_t group) const {
    return numbers_.data() + frame_.cell_of(wave, group) * frame_.cell;
  }

  static void add_states(const std::uint64_t* cell, const TallyQuestion& question, Counts& states) {
    for (std::size_t a = 0; a < question.classes(); ++a) {
      states[a < question.categories ? 0 : a - question.categories + 1] += as_signed(cell[question.at + a]);
    }
  }

  void add(std::size_t wave, std::size_t group, const char* kind, const std::string& id, const std::string& text,
           const Counts& states, const detail::AnswerHistogram& histogram, const Scale& scale) {
    wave_.push_back(frame_.options.waves[wave]);
    kind_.emplace_back(kind);
    id_.push_back(id);
    text_.push_back(text);
    group_.push_back(frame_.options.groups[group]);
    respondents_.push_back(as_signed(cell(wave, group)[0]));
    for (std::size_t s = 0; s < states.size(); ++s) states_[s].push_back(states[s]);
    const std::int64_t base = states[0] + states[1] + states[3] + states[4];
    dont_know_.push(base > 0 ? std::optional(static_cast<double>(states[1]) / static_cast<double>(base))
                             : std::nullopt);
    scored_.push_back(histogram.total());
    median_low_.push(histogram.median_low());
    median_high_.push(histogram.median_high());
    const std::int64_t top = histogram.count_if([&](double value) { return scale.is_top(value); });
    top_.push_back(top);
    const Estimate share = stats::wilson_interval(top, histogram.total(), level_);
    share_.push(share.defined() ? std::optional(share.value) : std::nullopt);
    low_.push(share.interval ? std::optional(share.interval->low) : std::nullopt);
    high_.push(share.interval ? std::optional(share.interval->high) : std::nullopt);
  }

  void add_question(std::size_t wave, std::size_t group, const TallyQuestion& question) {
    const std::uint64_t* const from = cell(wave, group) + question.at;
    Counts states(kAnswerStates);
    add_states(cell(wave, group), question, states);
    detail::AnswerHistogram histogram;
    for (std::size_t a = 0; a < question.categories; ++a) {
      histogram.add(question.scale->min() + static_cast<double>(a), as_signed(from[a]));
    }
    add(wave, group, "question", question.question->id.str(), question.question->text.get(Language::kNl), states,
        histogram, *question.scale);
    below_.push_missing();
    for (std::size_t a = 0; a < counts_.size(); ++a) {
      counts_[a].push(a < question.categories ? std::optional(as_signed(from[a])) : std::nullopt);
    }
  }

  void add_element(std::size_t wave, std::size_t group, const TallyElement& element) {
    const std::uint64_t* const from = cell(wave, group) + element.scores_at;
    Counts states(kAnswerStates);
    for (const TallyQuestion& question : element.questions) add_states(cell(wave, group), question, states);
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
    add(wave, group, "element", element.element->id.str(), element.element->title.get(Language::kNl), states, histogram,
        frame_.instrument.scale(*first.question->scale));
    below_.push(as_signed(from[element.scores]));
    for (auto& count : counts_) count.push_missing();
  }

  const TallyFrame& frame_;
  const std::vector<std::uint64_t>& numbers_;
  double level_;
  std::vector<std::string> wave_, kind_, id_, text_, group_;
  Counts respondents_, scored_, top_;
  std::vector<Counts> states_{kAnswerStates};
  ColumnBuilder<double> dont_know_{"dont_know_share", {"column.dont_know_share"}};
  ColumnBuilder<std::int64_t> below_{"below_minimum", {"column.below_minimum"}};
  ColumnBuilder<double> median_low_{"median_low", {"column.median_low"}};
  ColumnBuilder<double> median_high_{"median_high", {"column.median_high"}};
  ColumnBuilder<double> share_{"top_box", {"column.top_share"}};
  ColumnBuilder<double> low_{"top_box_low", {"column.wilson_low"}};
  ColumnBuilder<double> high_{"top_box_high", {"column.wilson_high"}};
  std::vector<ColumnBuilder<std::int64_t>> counts_;
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

}  // namespace

Table Tally::finalize(double level) const {
  Rows rows(*frame_, numbers_, level);
  for (std::size_t w = 0; w < frame_->options.waves.size(); ++w) rows.add_wave(w);
  Provenance provenance;
  provenance.definition =
      "six-state counts, median and top box with Wilson interval; a scale score is the mean of the answered items";
  provenance.source = "Wilson (1927); own definition";
  provenance.options = {{"unit", "respondents"},
                        {"minimum_answered", std::to_string(frame_->options.minimum_numerator) + "/" +
                                                 std::to_string(frame_->options.minimum_denominator)},
                        {"level", stats::detail::text_of(level)}};
  provenance.version = kVersion;
  return {"Tally of " + frame_->instrument.id().str(), std::move(rows).columns(), std::move(provenance)};
}

Table Tally::reliability(double level) const {
  if (!frame_->options.pairs) {
    throw ValueError({"HV-305", "reliability of a tally", "made without pairs", "a tally with pairs = true", {}});
  }
  std::vector<std::string> wave, id, group;
  std::vector<std::int64_t> items, n;
  ColumnBuilder<double> alpha("alpha", {"column.alpha_pairwise"}), low("alpha_low", {"column.feldt_low"}),
      high("alpha_high", {"column.feldt_high"}), standardized("standardized_alpha", {"column.standardized_alpha"});
  ColumnBuilder<std::string> reason("reason", {"column.why_no_alpha"});
  for (std::size_t w = 0; w < frame_->options.waves.size(); ++w) {
    for (const TallyElement& element : frame_->elements) {
      if (!element.pairs) continue;
      for (std::size_t g = 0; g < frame_->options.groups.size(); ++g) {
        const std::uint64_t* const cell = numbers_.data() + frame_->cell_of(w, g) * frame_->cell;
        const Estimate found = stats::cronbach_alpha(moments_of(element, cell), {.level = level});
        wave.push_back(frame_->options.waves[w]);
        id.push_back(element.element->id.str());
        group.push_back(frame_->options.groups[g]);
        items.push_back(static_cast<std::int64_t>(element.size()));
        n.push_back(found.n);
        alpha.push(found.defined() ? std::optional(found.value) : std::nullopt);
        low.push(found.interval ? std::optional(found.interval->low) : std::nullopt);
        high.push(found.interval ? std::optional(found.interval->high) : std::nullopt);
        const auto at = found.details.find("standardized");
        standardized.push(at != found.details.end() ? std::optional(at->second) : std::nullopt);
        reason.push(found.defined() ? std::nullopt : std::optional(found.reason));
      }
    }
  }
  std::vector<Column> columns;
  columns.push_back({"wave", std::move(wave), {}, {"column.wave_label"}});
  columns.push_back({"id", std::move(id), {}, {"column.element_id"}});
  columns.push_back({"group", std::move(group), {}, {"column.group_label"}});
  columns.push_back({"items", std::move(items), {}, {"column.element_questions"}});
  columns.push_back({"n", std::move(n), {}, {"column.people_with_element_answer"}});
  columns.push_back(std::move(alpha).build());
  columns.push_back(std::move(low).build());
  columns.push_back(std::move(high).build());
  columns.push_back(std::move(standardized).build());
  columns.push_back(std::move(reason).build());
  return {"Reliability of " + frame_->instrument.id().str(), std::move(columns),
          stats::detail::provenance_of({"Cronbach's alpha with Feldt's interval, pairwise missing",
                                        "Cronbach (1951); Feldt, Woodruff & Salih (1987)"},
                                       {{"level", stats::detail::text_of(level)}, {"missing", "pairwise"}})};
}

}  // namespace houvast
