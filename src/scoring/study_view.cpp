#include "scoring/study_view.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <utility>

#include "base/index.hpp"
#include "houvast/base/error.hpp"
#include "houvast/study/names.hpp"
#include "scoring/minimum_rule.hpp"
#include "scoring/support.hpp"

namespace houvast::inline v0_1::detail {
namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

const Instrument* instrument_of(const Study& study, const InstrumentId& id) {
  for (const Instrument& instrument : study.data().instruments) {
    if (instrument.id() == id) return &instrument;
  }
  return nullptr;
}

std::span<const AnswerCode> column_of(const Study& study, std::int64_t wave, const Question& question) {
  return study.responses(wave).column(*study.question_index(question.id));
}

}  // namespace

std::string group_title(const Study& study, const std::string& by, const std::string& group, const Language& language) {
  const Vocabulary* const vocabulary = study.profile().vocabulary_of_attribute(by);
  return vocabulary == nullptr ? group : vocabulary->title(group, language);
}

namespace {

PartyGroups group_by_one(const Study& study, const std::string& by) {
  PartyGroups groups;
  std::map<std::string, std::int32_t> index;
  const auto add = [&](const std::string& label) {
    if (index.emplace(label, static_cast<std::int32_t>(groups.labels.size())).second) groups.labels.push_back(label);
  };
  std::vector<std::string> values;
  for (const Party& party : study.parties()) values.push_back(study.attribute(party, by));
  if (const Vocabulary* vocabulary = study.profile().vocabulary_of_attribute(by)) {
    for (const Term& term : vocabulary->terms()) {
      if (std::find(values.begin(), values.end(), term.id) != values.end()) add(term.id);
    }
  }
  for (const std::string& value : values) {
    if (!value.empty()) add(value);
  }
  for (const std::string& value : values) {
    if (value.empty()) add(kNoGroup);
    groups.of_party.push_back(index.at(value.empty() ? kNoGroup : value));
  }
  return groups;
}

// Every combination that occurs, in the order of the first and then of the second; who has no value of one has none.
PartyGroups combined(const PartyGroups& first, const PartyGroups& second) {
  const auto none = [](const PartyGroups& groups, std::int32_t group) { return at(groups.labels, group) == kNoGroup; };
  using Pair = std::pair<std::int32_t, std::int32_t>;
  constexpr Pair kNone{std::numeric_limits<std::int32_t>::max(), 0};  // comes last
  std::vector<Pair> pairs;
  for (std::size_t p = 0; p < first.of_party.size(); ++p) {
    const Pair pair{first.of_party[p], second.of_party[p]};
    pairs.push_back(none(first, pair.first) || none(second, pair.second) ? kNone : pair);
  }
  std::map<Pair, std::int32_t> index;
  for (const Pair& pair : pairs) index.emplace(pair, 0);
  PartyGroups groups;
  for (auto& [pair, place] : index) {
    place = static_cast<std::int32_t>(groups.labels.size());
    groups.labels.push_back(pair == kNone ? kNoGroup
                                          : at(first.labels, pair.first) + kBothOf + at(second.labels, pair.second));
  }
  for (const Pair& pair : pairs) groups.of_party.push_back(index.at(pair));
  return groups;
}

}  // namespace

PartyGroups group_parties(const Study& study, const std::string& by) {
  if (by.empty()) return {{kNoGroup}, std::vector<std::int32_t>(study.parties().size(), 0)};
  const std::vector<std::string> attributes = attributes_of(study, by);
  PartyGroups groups = group_by_one(study, attributes.front());
  for (std::size_t i = 1; i < attributes.size(); ++i) groups = combined(groups, group_by_one(study, attributes[i]));
  return groups;
}

std::vector<Measure> measures_of(const Study& study, std::int64_t wave, bool with_private) {
  std::vector<Measure> measures;
  for (const InstrumentId& id : at(study.waves(), wave).instruments) {
    const Instrument* const instrument = instrument_of(study, id);
    if (instrument == nullptr || (instrument->is_private() && !with_private)) continue;
    if (instrument->kind() != InstrumentKind::kSurvey && instrument->kind() != InstrumentKind::kReflection) continue;
    for (const Element& element : instrument->elements()) {
      Measure whole{.instrument = instrument,
                    .is_element = true,
                    .id = element.id.str(),
                    .text = element.title.get(Language::kNl)};
      for (const Question& question : instrument->questions()) {
        if (!question.rated() || question.element != element.id) continue;
        Measure one{.instrument = instrument, .id = question.id.str(), .text = question.text.get(Language::kNl)};
        one.scale = &instrument->scale_of(question);
        one.graded = element.graded;
        one.questions = {&question};
        measures.push_back(one);
        whole.questions.push_back(&question);
      }
      const auto has_first_scale = [&](const Question* q) { return q->scale == whole.questions.front()->scale; };
      if (!element.graded || whole.questions.empty() ||
          !std::all_of(whole.questions.begin(), whole.questions.end(), has_first_scale)) {
        continue;
      }
      whole.scale = &instrument->scale(*whole.questions.front()->scale);
      measures.push_back(whole);
    }
  }
  return measures;
}

std::vector<std::int64_t> waves_of(const Study& study, const std::optional<WaveId>& wave) {
  if (wave) return {study.wave_index(*wave)};
  std::vector<std::int64_t> all;
  for (std::size_t w = 0; w < study.waves().size(); ++w) all.push_back(static_cast<std::int64_t>(w));
  return all;
}

std::vector<WavePair> wave_pairs(const Study& study, const std::optional<WaveId>& from,
                                 const std::optional<WaveId>& to) {
  if (from.has_value() != to.has_value()) {
    stats::detail::fail("HV-303", {"problem.subject.waves_to_compare"}, Claim{"problem.value.one"},
                        {"problem.expected.both_waves"});
  }
  if (from) {
    const WavePair pair{study.wave_index(*from), study.wave_index(*to)};
    if (pair.first >= pair.second) {
      stats::detail::fail("HV-302", {"problem.subject.waves_to_compare"},
                          Claim{"problem.value.range", {{"low", from->str()}, {"high", to->str()}}},
                          {"problem.expected.later_wave"});
    }
    return {pair};
  }
  const auto waves = static_cast<std::int64_t>(study.waves().size());
  if (waves < 2)
    stats::detail::fail("HV-305", {"problem.subject.waves_to_compare"}, std::to_string(waves),
                        {"problem.expected.two_waves"});
  std::vector<WavePair> pairs;
  for (std::int64_t w = 0; w + 1 < waves; ++w) pairs.emplace_back(w, w + 1);
  if (waves > 2) pairs.emplace_back(0, waves - 1);
  return pairs;
}

std::vector<double> items_of(const Study& study, std::int64_t wave, const Measure& measure) {
  const auto rows = as_size(study.responses(wave).rows());
  const std::size_t items = measure.questions.size();
  std::vector<double> values(rows * items, kNaN);
  for (std::size_t i = 0; i < items; ++i) {
    const auto codes = column_of(study, wave, *measure.questions[i]);
    for (std::size_t row = 0; row < rows; ++row) {
      if (codes[row] < kFirstState) values[row * items + i] = measure.scale->min() + static_cast<double>(codes[row]);
    }
  }
  return values;
}

std::vector<double> values_of(const Study& study, std::int64_t wave, const Measure& measure,
                              const ScoreOptions& options) {
  if (!measure.is_element) return items_of(study, wave, measure);
  const auto rows = as_size(study.responses(wave).rows());
  std::vector<double> sums(rows);
  std::vector<std::int64_t> asked(rows), answered(rows);
  for (const Question* question : measure.questions) {
    const auto codes = column_of(study, wave, *question);
    for (std::size_t row = 0; row < rows; ++row) {
      const AnswerState state = state_of(codes[row]);
      asked[row] += state != AnswerState::kNotAsked && state != AnswerState::kNotApplicable ? 1 : 0;
      if (state != AnswerState::kAnswered) continue;
      ++answered[row];
      const double value = measure.scale->min() + static_cast<double>(codes[row]);
      sums[row] += question->reverse ? measure.scale->reversed(value) : value;
    }
  }
  for (std::size_t row = 0; row < rows; ++row) {
    const bool enough =
        answered[row] > 0 && answered[row] * options.minimum_denominator >= asked[row] * options.minimum_numerator;
    sums[row] = enough ? sums[row] / static_cast<double>(answered[row]) : kNaN;
  }
  return sums;
}

std::vector<std::int32_t> group_of_rows(const Study& study, std::int64_t wave, const PartyGroups& groups) {
  std::vector<std::int32_t> codes;
  for (const std::int32_t respondent : study.responses(wave).respondents()) {
    codes.push_back(at(groups.of_party, study.party_of(respondent)));
  }
  return codes;
}

std::vector<bool> groups_asked(const Study& study, std::int64_t wave, const Question& question,
                               const PartyGroups& groups) {
  std::vector<bool> asked(groups.labels.size());
  const std::vector<std::int32_t> group_of_row = group_of_rows(study, wave, groups);
  const auto codes = column_of(study, wave, question);
  for (std::size_t row = 0; row < codes.size(); ++row) {
    if (state_of(codes[row]) != AnswerState::kNotAsked) at(asked, group_of_row[row]) = true;
  }
  return asked;
}

std::vector<bool> groups_asked_all(const Study& study, std::int64_t wave, std::span<const Question* const> questions,
                                   const PartyGroups& groups) {
  std::vector<bool> all(groups.labels.size(), true);
  for (const Question* question : questions) {
    const std::vector<bool> asked = groups_asked(study, wave, *question, groups);
    if (std::find(asked.begin(), asked.end(), true) == asked.end()) continue;
    for (std::size_t g = 0; g < all.size(); ++g) all[g] = all[g] && asked[g];
  }
  return all;
}

std::vector<bool> returned(const Study& study, std::int64_t wave, const Instrument& instrument) {
  std::vector<bool> took(as_size(study.responses(wave).rows()));
  for (const Question& question : instrument.questions()) {
    const auto codes = column_of(study, wave, question);
    for (std::size_t row = 0; row < codes.size(); ++row) {
      if (state_of(codes[row]) != AnswerState::kNotAsked) took[row] = true;
    }
  }
  return took;
}

std::vector<std::int64_t> reversed_of(const Measure& measure) {
  std::vector<std::int64_t> positions;
  for (std::size_t i = 0; i < measure.questions.size(); ++i) {
    if (measure.questions[i]->reverse) positions.push_back(static_cast<std::int64_t>(i));
  }
  return positions;
}

stats::ReliabilityOptions reliability_options(const Measure& measure, double level) {
  return {.reverse = reversed_of(measure),
          .bounds = stats::Bounds{static_cast<double>(measure.scale->min()), static_cast<double>(measure.scale->max())},
          .level = level};
}

void require_score_options(const ScoreOptions& options) {
  stats::detail::require_level(options.level);
  require_minimum_rule(options.minimum_numerator, options.minimum_denominator);
}

std::map<std::string, std::string> option_texts(const ScoreOptions& options) {
  return {{"by", options.by},
          {"wave", options.wave ? options.wave->str() : "all"},
          {"minimum_answered", minimum_rule_text(options.minimum_numerator, options.minimum_denominator)},
          {"level", stats::detail::text_of(options.level)}};
}

AboutRow::AboutRow(const WaveId& of_wave, const Measure& measure)
    : wave(of_wave.str()),
      instrument(measure.instrument->id().str()),
      kind(measure.is_element ? "element" : "question"),
      id(measure.id),
      text(measure.text) {}

void TestedRow::set_test(const Estimate& test) {
  if (!test.defined()) return;
  p_value = test.p_value;
  const std::optional<double> by_enumeration = detail_of(test, "exact");
  if (by_enumeration) exact = *by_enumeration > 0;
}

Claim title_by(Claim title, const std::string& by) {
  if (by.empty()) return title;
  return {"title.by", {{"title", std::move(title)}, {"by", by}}};
}

std::optional<double> value_of(const Estimate& estimate) {
  return estimate.defined() ? std::optional(estimate.value) : std::nullopt;
}

std::optional<double> detail_of(const Estimate& estimate, const std::string& name) {
  const auto found = estimate.details.find(name);
  return found != estimate.details.end() ? std::optional(found->second) : std::nullopt;
}

std::optional<double> number_at(const Table& table, std::string_view column, std::int64_t row) {
  const Column& numbers = table.column(column);
  if (!numbers.is_valid(row)) return std::nullopt;
  return at(std::get<std::vector<double>>(numbers.data), row);
}

std::optional<std::string> first_reason(std::initializer_list<const Estimate*> estimates) {
  for (const Estimate* estimate : estimates) {
    if (estimate != nullptr && !estimate->defined()) return reason_text(*estimate);
  }
  return std::nullopt;
}

std::optional<std::string> reason_at(const Table& table, std::int64_t row) {
  const Column& reasons = table.column("reason");
  if (!reasons.is_valid(row)) return std::nullopt;
  std::string reason = at(std::get<std::vector<std::string>>(reasons.data), row);
  return reason.empty() ? std::nullopt : std::optional(std::move(reason));
}

}  // namespace houvast::inline v0_1::detail
