#include "scoring/tally_check.hpp"

#include <algorithm>
#include <vector>

#include "base/index.hpp"

namespace houvast::inline v0_1::detail {
namespace {

using Number = std::uint64_t;

// What the classes of a question say: who answered, and the sum of the values and of their squares, from 0.
struct Marginal {
  Number answered = 0, values = 0;
  Number turned = 0, turned_squares = 0;  // as scores count them: a reversed question turned round
};

Marginal marginal_of(const TallyQuestion& question, std::span<const Number> cell) {
  Marginal result;
  const Number highest = question.categories - 1;
  for (Number value = 0; value <= highest; ++value) {
    const Number n = cell[question.at + as_size(value)];
    const Number turned = question.question->reverse ? highest - value : value;
    result.answered += n;
    result.values += n * value;
    result.turned += n * turned;
    result.turned_squares += n * turned * turned;
  }
  return result;
}

// What the scores of an element say: respondents, their answers, the values of these, and the squares of both.
struct Scores {
  Number respondents = 0, answers = 0, values = 0;
  Number answers_squared = 0, values_squared = 0;  // may go round 2^64: only compared
};

// The rules of one element in one cell, each in terms of what the classes of its questions say.
class ElementCheck {
 public:
  ElementCheck(const TallyFrame& frame, const TallyElement& element, std::span<const Number> cell, Number rows)
      : frame_(frame),
        element_(element),
        cell_(cell),
        rows_(rows),
        highest_(element.questions.front().categories - 1),
        below_(cell[element.scores_at + element.scores]) {
    for (const TallyQuestion& question : element.questions) marginals_.push_back(marginal_of(question, cell));
  }

  [[nodiscard]] const char* run() {
    if (!add_scores()) return "problem.value.more_scores";
    if (!scores_fit()) return "problem.value.foreign_scores";
    if (!element_.pairs) return nullptr;
    for (std::size_t i = 0; i < element_.size(); ++i) {
      for (std::size_t j = i + 1; j < element_.size(); ++j) {
        if (!pair_fits(i, j)) return "problem.value.foreign_pairs";
      }
    }
    return squares_fit() ? nullptr : "problem.value.foreign_pairs_of_scores";
  }

 private:
  bool add_scores() {
    for (std::size_t m = 1; m <= element_.size(); ++m) {
      for (std::size_t sum = 0; sum <= m * highest_; ++sum) {
        const Number n = cell_[element_.scores_at + element_.sums_at(m) + sum];
        scores_.respondents += n;
        if (scores_.respondents > rows_) return false;
        scores_.answers += n * m;
        scores_.values += n * sum;
        scores_.answers_squared += n * m * m;
        scores_.values_squared += n * sum * sum;
      }
    }
    return scores_.respondents + below_ <= rows_;
  }

  // Those below the minimum answered something, and not everything that was put to them.
  [[nodiscard]] bool scores_fit() const {
    const Number items = element_.size(), some = scores_.respondents + below_;
    Number most = 0, answered = 0, turned = 0;
    for (const Marginal& each : marginals_) {
      most = std::max(most, each.answered);
      answered += each.answered;
      turned += each.turned;
    }
    if (some < most || some > answered || scores_.answers > answered || scores_.values > turned) return false;
    const Number of_below = answered - scores_.answers;
    const bool can_be_below = static_cast<Number>(frame_.options.minimum_denominator) <
                              items * static_cast<Number>(frame_.options.minimum_numerator);
    return (below_ == 0 || can_be_below) && of_below >= below_ && of_below <= below_ * items &&
           turned - scores_.values <= of_below * highest_;
  }

  [[nodiscard]] PairSums sums(std::size_t i, std::size_t j) const {
    const Number* const at = cell_.data() + element_.pairs_at + kPairSums * element_.pair(i, j);
    return {at[0], at[1], at[2], at[3]};
  }

  // Of those who answered a question, `n` answered the other too and gave `values`; the rest gave what is left.
  [[nodiscard]] bool part_fits(const Marginal& all, Number n, Number values) const {
    return n <= all.answered && values <= all.values && values <= n * highest_ &&
           all.values - values <= (all.answered - n) * highest_;
  }

  [[nodiscard]] bool pair_fits(std::size_t i, std::size_t j) const {
    const PairSums pair = sums(i, j);
    const Number some = scores_.respondents + below_;
    return part_fits(marginals_[i], pair.n, pair.x) && part_fits(marginals_[j], pair.n, pair.y) &&
           pair.n + some >= marginals_[i].answered + marginals_[j].answered &&
           pair.xy <= highest_ * std::min(pair.x, pair.y) &&
           pair.xy + highest_ * highest_ * pair.n >= highest_ * (pair.x + pair.y);
  }

  // The sum of products over the respondents of a pair, each value as scores count it.
  [[nodiscard]] Number turned_product(std::size_t i, std::size_t j) const {
    const PairSums pair = sums(i, j);
    const bool turn_x = element_.questions[i].question->reverse, turn_y = element_.questions[j].question->reverse;
    if (turn_x && turn_y) return highest_ * highest_ * pair.n - highest_ * (pair.x + pair.y) + pair.xy;
    if (turn_x) return highest_ * pair.y - pair.xy;
    if (turn_y) return highest_ * pair.x - pair.xy;
    return pair.xy;
  }

  // (a + b + …)² = a² + b² + … + 2ab + …, summed over respondents; known when nobody is below the minimum.
  [[nodiscard]] bool squares_fit() const {
    if (below_ > 0) return true;
    Number answers = 0, values = 0;
    for (std::size_t i = 0; i < element_.size(); ++i) {
      answers += marginals_[i].answered;
      values += marginals_[i].turned_squares;
      for (std::size_t j = i + 1; j < element_.size(); ++j) {
        answers += 2 * sums(i, j).n;
        values += 2 * turned_product(i, j);
      }
    }
    return answers == scores_.answers_squared && values == scores_.values_squared;
  }

  const TallyFrame& frame_;
  const TallyElement& element_;
  std::span<const Number> cell_;
  Number rows_;
  Number highest_;
  Number below_;
  std::vector<Marginal> marginals_;
  Scores scores_;
};

Number rows_of_question(const TallyQuestion& question, std::span<const Number> cell) {
  Number rows = 0;
  for (std::size_t a = 0; a < question.classes(); ++a) rows += cell[question.at + a];
  return rows;
}

// A respondent returned the instrument when some question was put to them.
bool respondents_fit(const TallyFrame& frame, std::span<const Number> cell, Number rows) {
  Number most = 0, all = 0;
  for (const TallyElement& element : frame.elements) {
    for (const TallyQuestion& question : element.questions) {
      const Number asked = rows - cell[question.at + question.classes() - 1];
      most = std::max(most, asked);
      all += asked;
    }
  }
  return cell.front() >= most && cell.front() <= std::min(rows, all);
}

const char* contradiction_of_cell(const TallyFrame& frame, std::span<const Number> cell) {
  Number rows = 0;
  for (const TallyElement& element : frame.elements) {
    for (const TallyQuestion& question : element.questions) {
      const auto classes = cell.subspan(question.at, question.classes());
      if (*std::max_element(classes.begin(), classes.end()) > kMostRespondents)
        return "problem.value.too_many_respondents";
      const Number counted = rows_of_question(question, cell);
      if (&question == &frame.elements.front().questions.front()) rows = counted;
      if (counted != rows) return "problem.value.unequal_questions";
    }
  }
  if (rows > kMostRespondents) return "problem.value.too_many_respondents";
  if (!respondents_fit(frame, cell, rows)) return "problem.value.other_respondents";
  for (const TallyElement& element : frame.elements) {
    if (!element.scored) continue;
    for (const Number number : cell.subspan(element.scores_at, element.scores + 1)) {
      if (number > rows) return "problem.value.more_scores";
    }
    if (const char* const reason = ElementCheck(frame, element, cell, rows).run()) return reason;
  }
  return nullptr;
}

}  // namespace

std::uint64_t rows_counted(const TallyFrame& frame, std::span<const std::uint64_t> numbers) {
  Number rows = 0;
  for (std::size_t cell = 0; cell < frame.cells(); ++cell) {
    rows += rows_of_question(frame.elements.front().questions.front(), numbers.subspan(cell * frame.cell, frame.cell));
  }
  return rows;
}

const char* contradiction(const TallyFrame& frame, std::span<const std::uint64_t> numbers) {
  Number rows = 0;
  for (std::size_t cell = 0; cell < frame.cells(); ++cell) {
    const auto part = numbers.subspan(cell * frame.cell, frame.cell);
    if (const char* const reason = contradiction_of_cell(frame, part)) return reason;
    rows += rows_of_question(frame.elements.front().questions.front(), part);
    if (rows > kMostRespondents) return "problem.value.too_many_respondents";
  }
  return nullptr;
}

}  // namespace houvast::inline v0_1::detail
