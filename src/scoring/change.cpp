#include "houvast/scoring/change.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <unordered_map>
#include <utility>
#include <vector>

#include "base/index.hpp"
#include "houvast/base/stop.hpp"
#include "houvast/scoring/reliability.hpp"
#include "scoring/high_change.hpp"
#include "scoring/study_view.hpp"
#include "scoring/support.hpp"

namespace houvast::inline v0_1 {
using houvast::detail::at;
namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
using detail::WavePair;

// One person's answers to one measure; NaN = none.
struct Person {
  double before = kNaN;
  double after = kNaN;
  bool was_there = false;
  bool is_there = false;
  std::int32_t group = 0;
  detail::RowsOfPerson rows{};
};

// How much measurement error one measure has, over the whole panel.
struct MeasurementError {
  std::optional<double> alpha{};
  std::optional<double> sd{};
};

double sd_of(const std::vector<double>& values) {
  const auto n = static_cast<double>(values.size());
  const double mean = stats::detail::exact_sum(values) / n;
  std::vector<double> squares;
  for (const double value : values) squares.push_back((value - mean) * (value - mean));
  return std::sqrt(stats::detail::exact_sum(squares) / (n - 1));
}

struct ChangeRow : detail::AboutRow, detail::TestedRow {
  using AboutRow::AboutRow;

  std::string from, group;
  std::int64_t n_panel = 0, n_came = 0, n_left = 0, n_pairs = 0;
  std::optional<double> better, same, worse, within, w_plus;
  std::optional<Estimate> srm, delta;
  std::optional<double> top_from, top_to, top_came, top_left;
  std::optional<double> high_from, high_to, high_came, high_left;
  std::optional<Estimate> high_change, high_difference;
  std::optional<double> alpha, reliably_better, reliably_worse;
  std::optional<std::string> reason;
};

Fields<ChangeRow> change_fields() {
  using Row = ChangeRow;
  Fields<Row> fields = detail::about_fields<Row>();
  fields.front() = {"to", {"column.later_wave"}, &Row::wave};
  fields.insert(fields.begin(), {"from", {"column.earlier_wave"}, &Row::from});
  append(fields, {{"group", {"column.group_value"}, &Row::group},
                  {"n_panel", {"column.people_both_waves"}, &Row::n_panel},
                  {"n_came", {"column.people_later_wave"}, &Row::n_came},
                  {"n_left", {"column.people_earlier_wave"}, &Row::n_left},
                  {"n_pairs", {"column.pairs_of_answers"}, &Row::n_pairs},
                  {"share_better", {"column.share_better"}, &Row::better},
                  {"share_same", {"column.share_same"}, &Row::same},
                  {"share_worse", {"column.share_worse"}, &Row::worse},
                  {"delta_within", {"column.delta_within"}, &Row::within},
                  {"w_plus", {"column.w_plus"}, &Row::w_plus}});
  append(fields, detail::test_fields<Row>({"column.p_wilcoxon"}));
  append(fields, {{"exact", {"column.p_exact"}, &Row::exact}});
  append(fields, interval_fields<Row>("srm", {{"column.srm"}}, &Row::srm));
  append(fields, interval_fields<Row>("delta", {{"column.delta_of_waves"}}, &Row::delta));
  append(fields, {{"top_from", {"column.top_from"}, &Row::top_from},
                  {"top_to", {"column.top_to"}, &Row::top_to},
                  {"top_came", {"column.top_came"}, &Row::top_came},
                  {"top_left", {"column.top_left"}, &Row::top_left},
                  {"high_from", {"column.high_from"}, &Row::high_from},
                  {"high_to", {"column.high_to"}, &Row::high_to}});
  append(fields, interval_fields<Row>("high_change", {{"column.high_change"}}, &Row::high_change));
  append(fields,
         {{"high_came", {"column.high_came"}, &Row::high_came}, {"high_left", {"column.high_left"}, &Row::high_left}});
  append(fields, interval_fields<Row>("high_difference", {{"column.high_difference_waves"}}, &Row::high_difference));
  append(fields, {{"alpha", {"column.alpha_before"}, &Row::alpha},
                  {"reliably_better", {"column.reliably_better"}, &Row::reliably_better},
                  {"reliably_worse", {"column.reliably_worse"}, &Row::reliably_worse},
                  {"reason", {"column.why_missing"}, &Row::reason}});
  return fields;
}

// The answers of a group to one measure, NaN left out; `gain` and `all_*` so that more is better.
struct PanelAnswers {
  PanelAnswers(const detail::Measure& measure, const std::vector<Person>& people) {
    const double sign = measure.higher_is_better() ? 1 : -1;
    for (const Person& person : people) {
      if (!std::isnan(person.before)) all_before.push_back(sign * person.before);
      if (!std::isnan(person.after)) all_after.push_back(sign * person.after);
      if (!std::isnan(person.after) && !person.was_there) came.push_back(person.after);
      if (!std::isnan(person.before) && !person.is_there) left.push_back(person.before);
      const bool stayed = person.was_there && person.is_there;
      if (!stayed || std::isnan(person.before) || std::isnan(person.after)) continue;
      before.push_back(person.before);
      after.push_back(person.after);
      gain.push_back(sign * (person.after - person.before));
    }
  }

  std::vector<double> before, after, gain;  // of the panel, in pairs
  std::vector<double> all_before, all_after, came, left;
};

void count_people(ChangeRow& row, const std::vector<Person>& people) {
  for (const Person& person : people) {
    row.n_panel += person.was_there && person.is_there ? 1 : 0;
    row.n_came += person.is_there && !person.was_there ? 1 : 0;
    row.n_left += person.was_there && !person.is_there ? 1 : 0;
  }
}

void set_shares(ChangeRow& row, const std::vector<double>& gain) {
  row.n_pairs = std::ssize(gain);
  if (gain.empty()) return;
  const auto n = static_cast<double>(gain.size());
  const auto up = static_cast<double>(std::count_if(gain.begin(), gain.end(), [](double g) { return g > 0; }));
  const auto down = static_cast<double>(std::count_if(gain.begin(), gain.end(), [](double g) { return g < 0; }));
  row.better = up / n;
  row.same = (n - up - down) / n;
  row.worse = down / n;
  row.within = (up - down) / n;
}

void set_tests(ChangeRow& row, const PanelAnswers& answers, const ChangeOptions& options) {
  const Estimate test = stats::wilcoxon_signed_rank(answers.gain, {.zero_method = options.zeros});
  row.w_plus = detail::value_of(test);
  row.set_test(test);
  if (options.with_effects) {
    row.srm =
        stats::standardized_response_mean(std::vector<double>(answers.gain.size(), 0), answers.gain, options.level);
  }
  row.delta = stats::cliffs_delta(answers.all_after, answers.all_before, {.level = options.level});
  row.reason = detail::first_reason({&test, row.srm ? &*row.srm : nullptr, &*row.delta});
}

void set_top(ChangeRow& row, const Scale& scale, const PanelAnswers& answers) {
  const auto share = [&](const std::vector<double>& values) -> std::optional<double> {
    if (values.empty()) return std::nullopt;
    const auto top = std::count_if(values.begin(), values.end(), [&](double v) { return scale.is_top(v); });
    return static_cast<double>(top) / static_cast<double>(values.size());
  };
  row.top_from = share(answers.before);
  row.top_to = share(answers.after);
  row.top_came = share(answers.came);
  row.top_left = share(answers.left);
}

void set_high(ChangeRow& row, const detail::HighChange& high, const std::vector<Person>& people,
              const std::optional<detail::AskedTwice>& asked, double level) {
  std::vector<detail::RowsOfPerson> rows;
  std::vector<std::size_t> came, left;
  for (const Person& person : people) {
    rows.push_back(person.rows);
    if (person.is_there && !person.was_there) came.push_back(*person.rows.after);
    if (person.was_there && !person.is_there) left.push_back(*person.rows.before);
  }
  row.high_came = high.after(came);
  row.high_left = high.before(left);
  row.high_change = high.of_the_same(rows, asked, level);
  row.high_from = detail::detail_of(*row.high_change, "share_from");
  row.high_to = detail::detail_of(*row.high_change, "share_to");
  row.high_difference = high.of_everybody(rows, asked, level);
}

void set_reliable(ChangeRow& row, const PanelAnswers& answers, const detail::Measure& measure,
                  const MeasurementError& error, double level) {
  row.alpha = error.alpha;
  const bool possible = error.alpha && *error.alpha >= 0 && *error.alpha < 1 && error.sd && *error.sd > 0;
  if (!possible || answers.before.empty()) return;
  const Table table = stats::reliable_change_index(
      answers.before, answers.after,
      {.reliability = *error.alpha, .sd = error.sd, .level = level, .higher_is_better = measure.higher_is_better()});
  const auto& outcome = std::get<std::vector<std::string>>(table.column("outcome").data);
  const auto share = [&](const char* which) {
    return static_cast<double>(std::count(outcome.begin(), outcome.end(), which)) / static_cast<double>(outcome.size());
  };
  row.reliably_better = share("better");
  row.reliably_worse = share("worse");
}

ChangeRow change_of(const Wave& to, const detail::Measure& measure, const std::vector<Person>& people,
                    const MeasurementError& error, const ChangeOptions& options) {
  ChangeRow row(to.id, measure);
  const PanelAnswers answers(measure, people);
  count_people(row, people);
  set_shares(row, answers.gain);
  set_tests(row, answers, options);
  set_top(row, *measure.scale, answers);
  set_reliable(row, answers, measure, error, options.level);
  return row;
}

MeasurementError error_of(const Study& study, std::int64_t wave, const detail::Measure& measure,
                          const std::vector<Person>& people) {
  MeasurementError error;
  if (!measure.is_element) return error;
  const std::vector<double> items = detail::items_of(study, wave, measure);
  const auto k = static_cast<std::int64_t>(measure.questions.size());
  const stats::Bounds bounds{static_cast<double>(measure.scale->min()), static_cast<double>(measure.scale->max())};
  error.alpha = detail::value_of(
      stats::cronbach_alpha(stats::Items{items, k}, {.reverse = detail::reversed_of(measure), .bounds = bounds}));
  std::vector<double> before;
  for (const Person& person : people) {
    if (!std::isnan(person.before) && !std::isnan(person.after)) before.push_back(person.before);
  }
  if (before.size() >= 2) error.sd = sd_of(before);
  return error;
}

class PairOfWaves {
 public:
  PairOfWaves(const Study& study, WavePair waves, const detail::PartyGroups& groups)
      : study_(study),
        waves_(waves),
        before_group_(detail::group_of_rows(study, waves.first, groups)),
        after_group_(detail::group_of_rows(study, waves.second, groups)) {
    const auto& respondents = study.data().respondents;
    std::unordered_map<std::string, std::size_t> later;
    const auto after = study.responses(waves.second).respondents();
    for (std::size_t row = 0; row < after.size(); ++row) {
      later.emplace(at(respondents, after[row]).id.str(), row);
    }
    for (const std::int32_t respondent : study.responses(waves.first).respondents()) {
      const auto found = later.find(at(respondents, respondent).id.str());
      partner_.push_back(found == later.end() ? std::nullopt : std::optional(found->second));
    }
  }

  /// Everybody of either wave: first those of the earlier one, then who came.
  [[nodiscard]] std::vector<Person> people(const detail::Measure& measure, const ScoreOptions& options) {
    const std::vector<double> before = detail::values_of(study_, waves_.first, measure, options);
    const std::vector<double> after = detail::values_of(study_, waves_.second, measure, options);
    if (instrument_ != measure.instrument) {
      instrument_ = measure.instrument;
      was_ = detail::returned(study_, waves_.first, *instrument_);
      is_ = detail::returned(study_, waves_.second, *instrument_);
    }
    std::vector<Person> all;
    std::vector<bool> met(after.size());
    for (std::size_t row = 0; row < before.size(); ++row) {
      Person person{.before = before[row], .was_there = was_[row], .group = before_group_[row], .rows = {row, {}}};
      if (partner_[row]) {
        met[*partner_[row]] = true;
        person.after = after[*partner_[row]];
        person.is_there = is_[*partner_[row]];
        person.rows.after = partner_[row];
        if (person.is_there) person.group = after_group_[*partner_[row]];
      }
      all.push_back(person);
    }
    for (std::size_t row = 0; row < after.size(); ++row) {
      if (met[row]) continue;
      all.push_back({.after = after[row], .is_there = is_[row], .group = after_group_[row], .rows = {{}, row}});
    }
    return all;
  }

 private:
  const Study& study_;
  WavePair waves_;
  std::vector<std::int32_t> before_group_, after_group_;
  std::vector<std::optional<std::size_t>> partner_;  // row in the later wave
  const Instrument* instrument_ = nullptr;           // the one that was_ and is_ tell about
  std::vector<bool> was_, is_;                       // per row: returned it
};

const char* text_of(stats::ZeroMethod zeros) {
  return zeros == stats::ZeroMethod::kWilcox ? "wilcox" : zeros == stats::ZeroMethod::kPratt ? "pratt" : "zsplit";
}

}  // namespace

Table change(const Study& study, const ChangeOptions& options) {
  const ScoreOptions scoring{.by = options.by,
                             .minimum_numerator = options.minimum_numerator,
                             .minimum_denominator = options.minimum_denominator,
                             .level = options.level,
                             .with_private = options.with_private};
  detail::require_score_options(scoring);
  const detail::PartyGroups groups = detail::group_parties(study, options.by);
  std::vector<ChangeRow> rows;
  for (const WavePair& pair : detail::wave_pairs(study, options.from, options.to)) {
    const Wave& from = at(study.waves(), pair.first);
    const Wave& to = at(study.waves(), pair.second);
    PairOfWaves both(study, pair, groups);
    const auto asked_both = detail::asked_twice(study, pair, groups);
    for (const detail::Measure& measure : detail::measures_of(study, pair.second, options.with_private)) {
      if (!measure.graded) continue;  // of a profile: no answer is better than another
      const auto& asked = from.instruments;
      if (std::find(asked.begin(), asked.end(), measure.instrument->id()) == asked.end()) continue;
      const std::vector<Person> people = both.people(measure, scoring);
      const MeasurementError error =
          options.with_effects ? error_of(study, pair.first, measure, people) : MeasurementError{};
      const detail::HighChange high(study, pair, measure);
      std::vector<std::vector<Person>> of_group(groups.labels.size());
      for (const Person& person : people) at(of_group, person.group).push_back(person);
      for (std::size_t g = 0; g < of_group.size(); ++g) {
        stop_point();
        ChangeRow& row = rows.emplace_back(change_of(to, measure, of_group[g], error, options));
        set_high(row, high, of_group[g], asked_both[g], options.level);
        row.from = from.id.str();
        row.group = groups.labels[g];
      }
    }
  }
  detail::adjust_p_values(rows);
  auto texts = detail::option_texts(scoring);
  texts.erase("wave");
  texts["zeros"] = text_of(options.zeros);
  texts["adjusted_over"] = "rows";
  return {detail::title_by({"title.change", {{"study", study.id()}}}, options.by), columns_of(rows, change_fields()),
          stats::detail::provenance_of({"method.change", "source.change"}, std::move(texts))};
}

}  // namespace houvast::inline v0_1
