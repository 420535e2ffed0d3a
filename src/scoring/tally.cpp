#include "houvast/scoring/tally.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>
#include <thread>
#include <utility>

#include "base/index.hpp"
#include "houvast/base/error.hpp"
#include "houvast/base/parallel.hpp"
#include "scoring/minimum_rule.hpp"
#include "scoring/sha256.hpp"
#include "scoring/tally_check.hpp"
#include "scoring/tally_frame.hpp"

namespace houvast::inline v0_1 {
using houvast::detail::as_size;
namespace detail {
namespace {

void check_labels(const std::vector<std::string>& labels, const Claim& subject) {
  if (labels.empty())
    throw ValueError({"HV-301", subject, Claim{"problem.value.none"}, {"problem.expected.one_label"}});
  std::set<std::string> seen;
  for (const std::string& label : labels) {
    if (!seen.insert(label).second) throw ValueError({"HV-304", subject, label, {"problem.expected.label_once"}});
  }
}

}  // namespace

TallyFrame::TallyFrame(const Instrument& source, TallyOptions wanted)
    : instrument(source), options(std::move(wanted)), hash(sha256(source.json())) {
  check_labels(options.groups, {"problem.subject.groups_of_tally"});
  check_labels(options.waves, {"problem.subject.waves_of_tally"});
  require_minimum_rule(options.minimum_numerator, options.minimum_denominator);
  cell = 1;  // the respondents
  for (const Element& element : instrument.elements()) {
    elements.emplace_back();
    elements.back().element = &element;
  }
  for (const Question& question : instrument.questions()) {
    if (!question.rated()) continue;
    const Scale& scale = instrument.scale_of(question);
    const TallyQuestion counted{&question, &scale, columns.size(), as_size(scale.categories()), cell};
    cell += counted.classes();
    columns.push_back(question.id);
    for (TallyElement& element : elements) {
      if (element.element->id == question.element) element.questions.push_back(counted);
    }
  }
  std::erase_if(elements, [](const TallyElement& element) { return element.questions.empty(); });
  if (columns.empty()) {
    throw ValueError({"HV-305",
                      {"problem.subject.instrument_to_count"},
                      instrument.id().str(),
                      {"problem.expected.rated_instrument"}});
  }
  for (TallyElement& element : elements) {
    const auto has_first_scale = [&](const TallyQuestion& q) {
      return q.question->scale == element.questions.front().question->scale;
    };
    element.scored = element.element->graded && instrument.kind() != InstrumentKind::kStages &&
                     std::all_of(element.questions.begin(), element.questions.end(), has_first_scale);
    if (!element.scored) continue;
    element.scores_at = cell;
    element.scores = element.sums_at(element.size() + 1);
    cell += element.scores + 1;
    element.pairs = options.pairs && element.size() >= 2;
    if (!element.pairs) continue;
    element.pairs_at = cell;
    cell += kPairSums * element.size() * (element.size() - 1) / 2;
  }
}

namespace {

std::int64_t length_of(const CodeColumn& column) {
  return std::visit(
      [](const auto& codes) -> std::int64_t {
        if constexpr (std::is_same_v<std::decay_t<decltype(codes)>, std::int32_t>) {
          return -1;  // as long as needed
        } else {
          return static_cast<std::int64_t>(codes.size());
        }
      },
      column);
}

void check_length(const Claim& subject, std::int64_t length, std::size_t rows) {
  if (length >= 0 && length != static_cast<std::int64_t>(rows)) {
    throw ValueError({"HV-301",
                      subject,
                      Claim{"problem.value.codes", {{"n", length}}},
                      {"problem.expected.codes_of_respondents", {{"n", rows}}}});
  }
}

// The number of respondents of a batch whose columns fit each other.
std::size_t rows_of(const TallyFrame& frame, const TallyBatch& batch) {
  const std::size_t questions = frame.columns.size();
  std::size_t rows = 0;
  if (!batch.columns.empty()) {
    if (batch.columns.size() != questions) {
      throw ValueError({"HV-301",
                        {"problem.subject.answer_columns"},
                        std::to_string(batch.columns.size()),
                        {"problem.expected.one_per_question", {{"n", questions}}}});
    }
    rows = batch.columns.front().size();
    for (std::size_t q = 0; q < questions; ++q) {
      if (batch.columns[q].size() != rows) {
        throw ValueError({"HV-301",
                          {"problem.subject.answer_column", {{"question", frame.columns[q].str()}}},
                          Claim{"problem.value.answers", {{"n", batch.columns[q].size()}}},
                          {"problem.expected.as_first_column", {{"n", rows}}}});
      }
    }
  } else {
    rows = batch.rows.size() / questions;
    if (rows * questions != batch.rows.size()) {
      throw ValueError({"HV-301",
                        argument("answers"),
                        std::to_string(batch.rows.size()),
                        {"problem.expected.whole_rows_of_questions", {{"n", questions}}}});
    }
  }
  check_length({"problem.subject.group_column"}, length_of(batch.group), rows);
  check_length({"problem.subject.wave_column"}, length_of(batch.wave), rows);
  return rows;
}

// A value read from memory exactly once.
template <class T>
T once(const T& place) {
  return *static_cast<const volatile T*>(&place);
}

// The message of what differs first; empty when nothing does.
std::string difference(const TallyFrame& a, const TallyFrame& b) {
  if (a.hash != b.hash) return "problem.expected.same_instrument";
  if (a.options.groups != b.options.groups) return "problem.expected.same_groups";
  if (a.options.waves != b.options.waves) return "problem.expected.same_waves";
  if (a.options.pairs != b.options.pairs) return "problem.expected.same_pairs";
  if (a.options.minimum_numerator != b.options.minimum_numerator ||
      a.options.minimum_denominator != b.options.minimum_denominator) {
    return "problem.expected.same_rule";
  }
  return {};
}

// Where every label stands among others.
std::vector<std::size_t> places(const std::vector<std::string>& labels, const std::vector<std::string>& among,
                                const Claim& subject) {
  std::map<std::string_view, std::size_t> place;
  for (std::size_t i = 0; i < among.size(); ++i) place.emplace(among[i], i);
  std::vector<std::size_t> result;
  for (const std::string& label : labels) {
    const auto found = place.find(label);
    if (found == place.end()) throw ValueError({"HV-302", subject, label, {"problem.expected.every_label"}});
    result.push_back(found->second);
  }
  return result;
}

constexpr AnswerCode kNothing = 255;  // no code has this value

// Who took part skipped what there is no row of; the others were not asked.
void fill_gaps(std::span<AnswerCode> column, const std::vector<bool>& present) {
  for (std::size_t r = 0; r < column.size(); ++r) {
    if (column[r] == kNothing) column[r] = code_of(present[r] ? AnswerState::kSkipped : AnswerState::kNotAsked);
  }
}

}  // namespace
}  // namespace detail

Tally::Tally(const Instrument& instrument, TallyOptions options)
    : Tally(std::make_shared<const detail::TallyFrame>(instrument, std::move(options))) {}

Tally::Tally(std::shared_ptr<const detail::TallyFrame> frame)
    : frame_(std::move(frame)), numbers_(frame_->cells() * frame_->cell) {}

const Instrument& Tally::instrument() const noexcept {
  return frame_->instrument;
}

const TallyOptions& Tally::options() const noexcept {
  return frame_->options;
}

std::vector<QuestionId> Tally::questions() const {
  return frame_->columns;
}

std::int64_t Tally::respondents() const noexcept {
  std::uint64_t sum = 0;
  for (std::size_t cell = 0; cell < frame_->cells(); ++cell) sum += numbers_[cell * frame_->cell];
  return static_cast<std::int64_t>(sum);
}

Tally Tally::counted(const TallyBatch& batch, int threads) const {
  const std::size_t rows = detail::rows_of(*frame_, batch);
  if (threads < 0)
    throw ValueError({"HV-302", argument("threads"), std::to_string(threads), {"problem.expected.threads"}});
  // Whole numbers add up the same in any order, so the parts may follow the threads.
  constexpr std::size_t kWorthAThread = 20000;
  const std::size_t wanted =
      threads == 0 ? std::max<std::size_t>(1, std::thread::hardware_concurrency()) : as_size(threads);
  const std::size_t parts = std::clamp<std::size_t>(rows / kWorthAThread, 1, wanted);
  std::vector<std::vector<std::uint64_t>> sums(parts);
  parallel_for(static_cast<std::int64_t>(parts), threads, [&](std::int64_t p) {
    const auto border = [&](std::uint64_t part) { return as_size(std::uint64_t{rows} * part / parts); };
    const auto part = as_size(p);
    sums[part] = detail::count_rows(*frame_, batch, border(part), border(part + 1));
  });
  // Not a copy of this tally: others may be adding to its numbers.
  Tally result(frame_);
  result.numbers_ = std::move(sums.front());
  for (std::size_t part = 1; part < parts; ++part) {
    for (std::size_t i = 0; i < result.numbers_.size(); ++i) result.numbers_[i] += sums[part][i];
  }
  return result;
}

void Tally::update(const TallyBatch& batch, int threads) {
  merge(counted(batch, threads));
}

void Tally::update(const LongTallyBatch& batch, int threads) {
  merge(counted(batch, threads));
}

Tally Tally::counted(const LongTallyBatch& batch, int threads) const {
  const auto fail = [](const char* code, Claim subject, std::size_t row, Claim expected) {
    throw ValueError(
        {code, std::move(subject), "", std::move(expected), {"", static_cast<std::int64_t>(row) + 1, "", ""}});
  };
  if (batch.respondents < 0) {
    throw ValueError({"HV-302",
                      argument("respondents"),
                      std::to_string(batch.respondents),
                      {"problem.expected.at_least", {{"low", 0}}}});
  }
  const std::size_t rows = batch.code.size();
  if (batch.respondent.size() != rows || batch.question.size() != rows) {
    throw ValueError(
        {"HV-301",
         {"problem.subject.long_columns"},
         Claim{"problem.value.rows_of_three",
               {{"respondents", batch.respondent.size()}, {"questions", batch.question.size()}, {"codes", rows}}},
         {"problem.expected.one_length"}});
  }
  constexpr std::int64_t kMostCodes = std::int64_t{1} << 31;  // codes are 32 bits
  if (batch.respondents > kMostCodes) {
    throw ValueError({"HV-302",
                      argument("respondents"),
                      std::to_string(batch.respondents),
                      {"problem.expected.at_most", {{"most", "2147483648"}}}});
  }
  const auto respondents = as_size(batch.respondents);
  const std::size_t questions = frame_->columns.size();
  std::vector<AnswerCode> wide(respondents * questions, detail::kNothing);
  std::vector<bool> present(respondents);
  for (std::size_t i = 0; i < rows; ++i) {
    // Read once: what is checked is what is used, even when others write to the batch.
    const std::int32_t respondent = detail::once(batch.respondent[i]), question = detail::once(batch.question[i]);
    const AnswerCode code = detail::once(batch.code[i]);
    const auto who = as_size(respondent), what = as_size(question);
    if (respondent < 0 || who >= respondents) {
      fail("HV-302", {"problem.subject.respondent_code"}, i,
           {"problem.expected.between", {{"low", 0}, {"high", batch.respondents - 1}}});
    }
    if (question < 0 || what >= questions) {
      fail("HV-302", {"problem.subject.question_code"}, i,
           {"problem.expected.between", {{"low", 0}, {"high", questions - 1}}});
    }
    if (code == detail::kNothing) fail("HV-302", {"problem.subject.answer_code"}, i, {"problem.expected.answer_code"});
    AnswerCode& place = wide[what * respondents + who];
    if (place != detail::kNothing) fail("HV-304", {"problem.subject.answer"}, i, {"problem.expected.one_answer"});
    place = code;
    if (code != code_of(AnswerState::kNotAsked)) present[who] = true;
  }
  TallyBatch columns{.group = batch.group, .wave = batch.wave};
  for (std::size_t q = 0; q < questions; ++q) {
    const std::span<AnswerCode> column = std::span(wide).subspan(q * respondents, respondents);
    detail::fill_gaps(column, present);
    columns.columns.emplace_back(column);
  }
  return counted(columns, threads);
}

void Tally::merge(const Tally& other) {
  if (const std::string what = detail::difference(*frame_, *other.frame_); !what.empty()) {
    throw ValueError({"HV-307", {"problem.subject.tally_to_merge"}, "", {what}});
  }
  if (detail::rows_counted(*frame_, numbers_) + detail::rows_counted(*frame_, other.numbers_) >
      detail::kMostRespondents) {
    throw ValueError(
        {"HV-302", {"problem.subject.respondents_of_tally"}, "", {"problem.expected.at_most", {{"most", "2^40"}}}});
  }
  for (std::size_t i = 0; i < numbers_.size(); ++i) numbers_[i] += other.numbers_[i];
}

Tally Tally::with_labels(std::vector<std::string> groups, std::vector<std::string> waves) const {
  TallyOptions wanted = options();
  wanted.groups = std::move(groups);
  wanted.waves = std::move(waves);
  Tally result(instrument(), std::move(wanted));
  const auto group = detail::places(options().groups, result.options().groups, {"problem.subject.groups_of_tally"});
  const auto wave = detail::places(options().waves, result.options().waves, {"problem.subject.waves_of_tally"});
  for (std::size_t w = 0; w < wave.size(); ++w) {
    for (std::size_t g = 0; g < group.size(); ++g) {
      std::copy_n(numbers_.data() + frame_->cell_of(w, g) * frame_->cell, frame_->cell,
                  result.numbers_.data() + result.frame_->cell_of(wave[w], group[g]) * frame_->cell);
    }
  }
  return result;
}

bool operator==(const Tally& a, const Tally& b) {
  return detail::difference(*a.frame_, *b.frame_).empty() && a.numbers_ == b.numbers_;
}

}  // namespace houvast::inline v0_1
