#include "houvast/scoring/functioning.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <string>
#include <utility>

#include "base/index.hpp"
#include "houvast/base/fields.hpp"
#include "houvast/scoring/ordered_logit.hpp"
#include "houvast/study/names.hpp"
#include "scoring/distributions.hpp"
#include "scoring/study_view.hpp"
#include "scoring/support.hpp"

namespace houvast::inline v0_1 {
using houvast::detail::as_size;
using houvast::detail::at;
namespace {

constexpr stats::detail::Definition kFunctioning{"method.functioning", "source.functioning"};
constexpr double kLargestChance = 0.05;
constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

// A likelihood ratio.
struct Ratio {
  std::optional<double> chi2, p;
};

Ratio ratio_of(double smaller, double larger, double parameters) {
  const double chi2 = std::max(2 * (larger - smaller), 0.0);
  return {chi2, stats::detail::chi_squared_sf(chi2, parameters)};
}

struct OfPair {
  std::string group_x, group_y;
  std::int64_t n_x = 0, n_y = 0;
  Ratio both, uniform, nonuniform;
  std::optional<double> p_value, p_adjusted, log_odds, gain;
  std::optional<std::string> reason;

  [[nodiscard]] std::optional<std::string> size() const {
    if (!gain) return std::nullopt;
    if (*gain < stats::kModerateFunctioning) return "negligible";
    return *gain < stats::kLargeFunctioning ? "moderate" : "large";
  }
  [[nodiscard]] std::optional<bool> differs() const {
    if (!gain || !p_adjusted) return std::nullopt;
    return *p_adjusted < kLargestChance && *gain >= stats::kModerateFunctioning;
  }
};

template <class Row>
Fields<Row> pair_fields() {
  Fields<Row> fields{{"group_x", {"column.group_x"}, &Row::group_x},
                     {"group_y", {"column.group_y"}, &Row::group_y},
                     {"n_x", {"column.answers_of_group", {{"group", "x"}}}, &Row::n_x},
                     {"n_y", {"column.answers_of_group", {{"group", "y"}}}, &Row::n_y}};
  const auto ratio = [&](const std::string& name, const std::string& p, const char* meaning, const char* test,
                         Ratio Row::*of) {
    append(fields, {{name, {meaning}, [of](const Row& row) { return (row.*of).chi2; }}});
    append(fields, {{p, {test}, [of](const Row& row) { return (row.*of).p; }}});
  };
  ratio("chi2", "p_value", "column.functioning_chi2", "column.functioning_p", &Row::both);
  append(fields, {{"p_adjusted", {"column.p_adjusted"}, &Row::p_adjusted}});
  ratio("chi2_uniform", "p_uniform", "column.functioning_chi2_uniform", "column.functioning_p_uniform", &Row::uniform);
  ratio("chi2_nonuniform", "p_nonuniform", "column.functioning_chi2_nonuniform", "column.functioning_p_nonuniform",
        &Row::nonuniform);
  append(fields, {{"log_odds", {"column.functioning_log_odds"}, &Row::log_odds},
                  {"r2_gain", {"column.functioning_gain"}, &Row::gain},
                  {"size", {"column.functioning_size"}, [](const Row& row) { return row.size(); }},
                  {"differs", {"column.functioning_differs"}, [](const Row& row) { return row.differs(); }},
                  {"reason", {"column.why_missing"}, &Row::reason}});
  return fields;
}

// Log likelihood without any predictor.
double null_likelihood(std::span<const double> answers) {
  std::map<double, double> count;
  for (const double answer : answers) ++count[answer];
  double sum = 0;
  for (const auto& [answer, n] : count) sum += n * std::log(n / static_cast<double>(answers.size()));
  return sum;
}

double nagelkerke(double null, double fitted, double n) {
  return -std::expm1(2 * (null - fitted) / n) / -std::expm1(2 * null / n);
}

// The answers of two groups to one question, with what people are held alike by.
struct Pair {
  std::vector<double> answers, matching, is_x;

  // The first so many of: the matching score, the group, their product.
  [[nodiscard]] std::optional<stats::OrderedLogit> model(std::int64_t predictors) const {
    std::vector<double> values;
    for (std::size_t i = 0; i < answers.size(); ++i) {
      const double all[] = {matching[i], is_x[i], matching[i] * is_x[i]};
      values.insert(values.end(), all, all + predictors);
    }
    return stats::ordered_logit(answers, {values, predictors});
  }
};

void compare(const Pair& pair, OfPair& row) {
  if (std::min(row.n_x, row.n_y) < stats::kFewestFunctioning) {
    row.reason = reason_text(Claim{"reason.few_in_a_group", {{"needed", stats::kFewestFunctioning}}});
    return;
  }
  const auto alike = pair.model(1), shifted = pair.model(2), crossed = pair.model(3);
  if (!alike || !shifted || !crossed) {
    row.reason = reason_text(Claim{"reason.no_finite_fit"});
    return;
  }
  row.uniform = ratio_of(alike->log_likelihood, shifted->log_likelihood, 1);
  row.nonuniform = ratio_of(shifted->log_likelihood, crossed->log_likelihood, 1);
  row.both = ratio_of(alike->log_likelihood, crossed->log_likelihood, 2);
  row.p_value = row.both.p;
  row.log_odds = shifted->coefficients[1];
  const double null = null_likelihood(pair.answers), n = static_cast<double>(pair.answers.size());
  row.gain = nagelkerke(null, crossed->log_likelihood, n) - nagelkerke(null, alike->log_likelihood, n);
}

OfPair pair_of(std::span<const double> answers, std::span<const double> matching, std::span<const std::int32_t> codes,
               std::span<const std::string> labels, std::size_t x, std::size_t y) {
  Pair pair;
  OfPair row;
  row.group_x = labels[x];
  row.group_y = labels[y];
  for (std::size_t i = 0; i < answers.size(); ++i) {
    const bool is_x = codes[i] == static_cast<std::int32_t>(x);
    if ((!is_x && codes[i] != static_cast<std::int32_t>(y)) || std::isnan(answers[i]) || std::isnan(matching[i])) {
      continue;
    }
    ++(is_x ? row.n_x : row.n_y);
    pair.answers.push_back(answers[i]);
    pair.matching.push_back(matching[i]);
    pair.is_x.push_back(is_x ? 1 : 0);
  }
  compare(pair, row);
  return row;
}

// Calls `take` with every two groups, those without a label aside.
template <class Take>
void for_pairs(std::span<const std::string> labels, const Take& take) {
  for (std::size_t x = 0; x < labels.size(); ++x) {
    for (std::size_t y = x + 1; y < labels.size(); ++y) {
      if (labels[x] != kNoGroup && labels[y] != kNoGroup) take(x, y);
    }
  }
}

struct ItemRow : OfPair {
  ItemRow(std::int64_t of_item, OfPair of) : OfPair(std::move(of)), item(of_item) {}

  std::int64_t item = 0;
};

struct QuestionPair : detail::AboutRow, OfPair {
  QuestionPair(const WaveId& of_wave, const detail::Measure& measure, OfPair of)
      : AboutRow(of_wave, measure), OfPair(std::move(of)) {}
};

// Per row of a wave how favourable all answers to an instrument are, from 0 to 1; NaN when too few were given.
std::vector<double> favourable(const Study& study, std::int64_t wave, const std::vector<detail::Measure>& questions,
                               const ScoreOptions& options) {
  std::vector<double> sum(as_size(study.responses(wave).rows())), answered = sum;
  for (const detail::Measure& question : questions) {
    const double low = question.scale->min(), width = question.scale->max() - low;
    const std::vector<double> values = detail::items_of(study, wave, question);
    for (std::size_t row = 0; row < values.size(); ++row) {
      if (std::isnan(values[row])) continue;
      const double share = (values[row] - low) / width;
      sum[row] += question.higher_is_better() ? share : 1 - share;
      ++answered[row];
    }
  }
  const auto all = static_cast<double>(questions.size());
  for (std::size_t row = 0; row < sum.size(); ++row) {
    const bool enough =
        answered[row] > 0 && answered[row] * options.minimum_denominator >= all * options.minimum_numerator;
    sum[row] = enough ? sum[row] / answered[row] : kNaN;
  }
  return sum;
}

// The rated questions of each instrument of a wave.
std::vector<std::vector<detail::Measure>> questions_by_instrument(const Study& study, std::int64_t wave,
                                                                  bool with_private) {
  std::vector<std::vector<detail::Measure>> result;
  for (detail::Measure& measure : detail::measures_of(study, wave, with_private)) {
    if (measure.is_element || !measure.graded) continue;
    if (result.empty() || result.back().front().instrument != measure.instrument) result.emplace_back();
    result.back().push_back(std::move(measure));
  }
  return result;
}

std::vector<QuestionPair> study_pairs(const Study& study, const ScoreOptions& options) {
  detail::require_score_options(options);
  if (options.by.empty()) stats::detail::fail("HV-303", argument("by"), "", {"problem.expected.attribute_to_compare"});
  const detail::PartyGroups groups = detail::group_parties(study, options.by);
  std::vector<QuestionPair> rows;
  for (const std::int64_t wave : detail::waves_of(study, options.wave)) {
    const std::vector<std::int32_t> codes = detail::group_of_rows(study, wave, groups);
    for (const auto& questions : questions_by_instrument(study, wave, options.with_private)) {
      const std::vector<double> matching = favourable(study, wave, questions, options);
      for (const detail::Measure& question : questions) {
        std::vector<double> answers = detail::items_of(study, wave, question);
        if (!question.higher_is_better())
          std::transform(answers.begin(), answers.end(), answers.begin(), std::negate<>());
        for_pairs(groups.labels, [&](std::size_t x, std::size_t y) {
          rows.emplace_back(at(study.waves(), wave).id, question,
                            pair_of(answers, matching, codes, groups.labels, x, y));
        });
      }
    }
  }
  detail::adjust_p_values(rows);
  return rows;
}

}  // namespace

namespace stats {

Table differential_item_functioning(const Items& items, const Grouping& groups, const FunctioningOptions& options) {
  detail::require_items(items);
  detail::require_groups(groups, items.rows());
  const auto rows = as_size(items.rows()), width = as_size(items.items);
  std::vector<double> matching;
  if (options.matching) {
    detail::require_finite(*options.matching, "matching");
    detail::require_same_length(std::ssize(*options.matching), items.rows(), "matching", "items");
    matching.assign(options.matching->begin(), options.matching->end());
  } else {
    for (std::size_t row = 0; row < rows; ++row) {
      const std::vector<double> given = detail::present(items.values.subspan(row * width, width));
      matching.push_back(given.empty() ? kNaN : detail::exact_sum(given) / static_cast<double>(given.size()));
    }
  }
  std::vector<ItemRow> found;
  for (std::size_t item = 0; item < width; ++item) {
    std::vector<double> answers;
    for (std::size_t row = 0; row < rows; ++row) answers.push_back(items.values[row * width + item]);
    for_pairs(groups.labels, [&](std::size_t x, std::size_t y) {
      found.emplace_back(static_cast<std::int64_t>(item),
                         pair_of(answers, matching, groups.codes, groups.labels, x, y));
    });
  }
  houvast::detail::adjust_p_values(found);
  Fields<ItemRow> fields{{"item", {"column.item_index"}, &ItemRow::item}};
  append(fields, pair_fields<ItemRow>());
  return {{"title.functioning"}, columns_of(found, fields), detail::provenance_of(kFunctioning)};
}

}  // namespace stats

Table differential_item_functioning(const Study& study, const ScoreOptions& options) {
  Fields<QuestionPair> fields = detail::about_fields<QuestionPair>();
  append(fields, pair_fields<QuestionPair>());
  return {detail::title_by({"title.functioning_of", {{"study", study.id()}}}, options.by),
          columns_of(study_pairs(study, options), fields),
          stats::detail::provenance_of(kFunctioning, detail::option_texts(options))};
}

Claim DifferingQuestion::caveat(const std::string& by) const {
  return {"caveat.functioning",
          {{"question", Named{"question", question.str()}},
           {"group", Named{"group", by + ":" + group}},
           {"other", Named{"group", by + ":" + other}},
           {"size", size}}};
}

std::vector<DifferingQuestion> differing_questions(const Study& study, const ScoreOptions& options) {
  ScoreOptions of_wave = options;
  if (!of_wave.wave) of_wave.wave = study.last_wave().id;
  std::vector<DifferingQuestion> found;
  for (const QuestionPair& row : study_pairs(study, of_wave)) {
    if (!row.differs().value_or(false)) continue;
    found.push_back({QuestionId(row.id), row.group_x, row.group_y, *row.size()});
  }
  return found;
}

std::vector<Claim> comparison_caveats(const Study& study, const ScoreOptions& options) {
  const Namer names = names_of(study);
  std::vector<Claim> claims;
  for (const DifferingQuestion& each : differing_questions(study, options)) {
    claims.push_back(with_names_beside(each.caveat(options.by), names));
  }
  return claims;
}

}  // namespace houvast::inline v0_1
