#include "scoring/high_answers.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <map>
#include <utility>

#include "base/index.hpp"
#include "houvast/scoring/consistency.hpp"
#include "scoring/study_view.hpp"
#include "scoring/support.hpp"

namespace houvast::inline v0_1 {
using houvast::detail::as_size;

std::string_view to_string(Breadth breadth) noexcept {
  switch (breadth) {
    case Breadth::kInstrument:
      return "instrument";
    case Breadth::kElement:
      return "element";
    case Breadth::kQuestion:
      return "question";
  }
  return "";
}

namespace detail {
namespace {

// The place of a text in a list, at the end when it is new.
std::size_t place_in(std::vector<std::string>& list, const std::string& text) {
  const auto found = std::find(list.begin(), list.end(), text);
  const auto at = as_size(found - list.begin());
  if (found == list.end()) list.push_back(text);
  return at;
}

HighAnswers answers_to(const Study& study, std::int64_t wave, std::span<const Measure> questions) {
  HighAnswers result;
  result.instrument = questions.front().instrument->id();
  const std::size_t m = questions.size(), rows = as_size(study.responses(wave).rows());
  result.high.assign(rows * m, -1);
  for (std::size_t q = 0; q < m; ++q) {
    const Measure& measure = questions[q];
    result.questions.push_back(measure.id);
    result.element_of.push_back(place_in(result.elements, measure.questions.front()->element.str()));
    const std::vector<double> values = items_of(study, wave, measure);
    for (std::size_t row = 0; row < rows; ++row) {
      if (!std::isnan(values[row])) result.high[row * m + q] = measure.scale->is_top(values[row]) ? 1 : 0;
    }
  }
  return result;
}

// Whether an element is told by its questions only: what the level of alpha's interval is, is part of the rule.
bool is_loose(const Study& study, std::int64_t wave, const Measure& element) {
  const std::vector<double> items = items_of(study, wave, element);
  const auto k = static_cast<std::int64_t>(element.questions.size());
  const double level = ScoreOptions{}.level;
  return !hangs_together(stats::cronbach_alpha({items, k}, reliability_options(element, level))).value_or(true);
}

}  // namespace

bool any_answer(HighRow row) {
  return std::any_of(row.begin(), row.end(), [](std::int8_t answer) { return answer >= 0; });
}

std::vector<HighAnswers> high_answers(const Study& study, std::int64_t wave) {
  std::vector<HighAnswers> result;
  std::vector<Measure> measures = measures_of(study, wave, false), elements;
  std::copy_if(measures.begin(), measures.end(), std::back_inserter(elements),
               [](const Measure& measure) { return measure.is_element; });
  std::erase_if(measures, [](const Measure& measure) { return measure.is_element || !measure.graded; });
  for (std::size_t first = 0; first < measures.size();) {
    std::size_t end = first;
    while (end < measures.size() && measures[end].instrument == measures[first].instrument) ++end;
    HighAnswers& answers =
        result.emplace_back(answers_to(study, wave, std::span(measures).subspan(first, end - first)));
    for (const Measure& element : elements) {
      const bool is_here = element.instrument == measures[first].instrument;
      if (is_here && is_loose(study, wave, element)) answers.loose.push_back(element.id);
    }
    first = end;
  }
  return result;
}

std::vector<Asked> asked_last(const Study& study, const std::optional<WaveId>& wave) {
  std::map<InstrumentId, Asked> last;
  std::vector<InstrumentId> order;
  for (const std::int64_t w : waves_of(study, wave)) {
    for (HighAnswers& answers : high_answers(study, w)) {
      const InstrumentId id = answers.instrument;
      if (!last.contains(id)) order.push_back(id);
      last.insert_or_assign(id, Asked{w, std::move(answers)});
    }
  }
  std::vector<Asked> result;
  for (const InstrumentId& id : order) result.push_back(std::move(last.at(id)));
  return result;
}

Comparisons comparisons(const HighAnswers& answers, bool with_instrument, const std::vector<bool>& fair) {
  Comparisons result;
  const auto add = [&](Breadth breadth, std::string id, std::vector<std::size_t> questions) {
    if (!fair.empty() && std::any_of(questions.begin(), questions.end(), [&](std::size_t q) { return !fair[q]; }))
      return;
    result.what.push_back({answers.instrument, breadth, std::move(id)});
    result.questions.push_back(std::move(questions));
  };
  std::vector<std::vector<std::size_t>> of_element(answers.elements.size());
  for (std::size_t q = 0; q < answers.questions.size(); ++q) of_element[answers.element_of[q]].push_back(q);
  if (with_instrument && answers.elements.size() > 1) {
    std::vector<std::size_t> all(answers.questions.size());
    for (std::size_t q = 0; q < all.size(); ++q) all[q] = q;
    add(Breadth::kInstrument, answers.instrument.str(), std::move(all));
  }
  for (std::size_t e = 0; e < of_element.size(); ++e) {
    const bool is_loose = std::count(answers.loose.begin(), answers.loose.end(), answers.elements[e]) > 0;
    if (of_element[e].size() > 1 && !is_loose) add(Breadth::kElement, answers.elements[e], of_element[e]);
  }
  for (std::size_t q = 0; q < answers.questions.size(); ++q) add(Breadth::kQuestion, answers.questions[q], {q});
  std::map<Breadth, double> count;
  for (const Compared& what : result.what) ++count[what.breadth];
  for (const Compared& what : result.what) {
    result.weight.push_back(1 / (count[what.breadth] * static_cast<double>(count.size())));
  }
  return result;
}

double mean_share(std::span<const HighRow> people, std::span<const std::size_t> questions) {
  double sum = 0, counted = 0;
  for (const std::size_t q : questions) {
    double n = 0, high = 0;
    for (const HighRow& row : people) {
      if (row[q] < 0) continue;
      ++n;
      high += row[q];
    }
    if (n == 0) continue;
    sum += high / n;
    ++counted;
  }
  return counted > 0 ? sum / counted : 0;
}

void require_support_options(const SupportOptions& options) {
  stats::detail::require_level(options.level);
  if (options.draws < 99) {
    stats::detail::fail("HV-302", argument("draws"), std::to_string(options.draws),
                        {"problem.expected.at_least", {{"low", 99}}});
  }
}

}  // namespace detail
}  // namespace houvast::inline v0_1
