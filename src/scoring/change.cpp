#include "houvast/scoring/change.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <unordered_map>
#include <utility>
#include <vector>

#include "houvast/scoring/reliability.hpp"
#include "scoring/study_view.hpp"
#include "scoring/support.hpp"

namespace houvast {
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

class ChangeRows {
 public:
  explicit ChangeRows(const ChangeOptions& options) : options_(options) {}

  void add(const Wave& from, const Wave& to, const detail::Measure& measure, const std::string& group,
           const std::vector<Person>& people, const MeasurementError& error) {
    about_.add(to.id, measure);
    from_.push_back(from.id.str());
    group_.push_back(group);
    std::vector<double> before, after, all_before, all_after, gain, came, left;
    std::int64_t panel = 0, n_came = 0, n_left = 0;
    const double sign = measure.higher_is_better() ? 1 : -1;
    for (const Person& person : people) {
      const bool stayed = person.was_there && person.is_there;
      panel += stayed ? 1 : 0;
      n_came += person.is_there && !person.was_there ? 1 : 0;
      n_left += person.was_there && !person.is_there ? 1 : 0;
      if (!std::isnan(person.before)) all_before.push_back(sign * person.before);
      if (!std::isnan(person.after)) all_after.push_back(sign * person.after);
      if (!std::isnan(person.after) && !person.was_there) came.push_back(person.after);
      if (!std::isnan(person.before) && !person.is_there) left.push_back(person.before);
      if (!stayed || std::isnan(person.before) || std::isnan(person.after)) continue;
      before.push_back(person.before);
      after.push_back(person.after);
      gain.push_back(sign * (person.after - person.before));
    }
    n_panel_.push_back(panel);
    n_came_.push_back(n_came);
    n_left_.push_back(n_left);
    n_pairs_.push_back(static_cast<std::int64_t>(gain.size()));
    add_shares(gain);
    add_tests(gain, all_before, all_after);
    add_top(*measure.scale, before, after, came, left);
    add_reliable(before, after, measure, error);
  }

  [[nodiscard]] std::vector<Column> columns() && {
    std::vector<Column> all;
    all.push_back({"from", std::move(from_), {}, {"column.earlier_wave"}});
    std::move(about_).append_to(all);
    all[1].name = "to";
    all[1].meaning = {"column.later_wave"};
    all.push_back({"group", std::move(group_), {}, {"column.group_value"}});
    all.push_back({"n_panel", std::move(n_panel_), {}, {"column.people_both_waves"}});
    all.push_back({"n_came", std::move(n_came_), {}, {"column.people_later_wave"}});
    all.push_back({"n_left", std::move(n_left_), {}, {"column.people_earlier_wave"}});
    all.push_back({"n_pairs", std::move(n_pairs_), {}, {"column.pairs_of_answers"}});
    for (ColumnBuilder<double>* share : {&better_, &same_, &worse_, &within_, &w_plus_}) {
      all.push_back(std::move(*share).build());
    }
    detail::append_p_values(all, p_values_, {"column.p_wilcoxon"});
    all.push_back(std::move(exact_).build());
    std::move(srm_).append_to(all);
    std::move(delta_).append_to(all);
    for (ColumnBuilder<double>* share :
         {&top_from_, &top_to_, &top_came_, &top_left_, &alpha_, &reliably_better_, &reliably_worse_}) {
      all.push_back(std::move(*share).build());
    }
    all.push_back(std::move(reason_).build());
    return all;
  }

 private:
  void add_shares(const std::vector<double>& gain) {
    if (gain.empty()) {
      for (ColumnBuilder<double>* share : {&better_, &same_, &worse_, &within_}) share->push_missing();
      return;
    }
    const auto n = static_cast<double>(gain.size());
    const auto up = static_cast<double>(std::count_if(gain.begin(), gain.end(), [](double g) { return g > 0; }));
    const auto down = static_cast<double>(std::count_if(gain.begin(), gain.end(), [](double g) { return g < 0; }));
    better_.push(up / n);
    same_.push((n - up - down) / n);
    worse_.push(down / n);
    within_.push((up - down) / n);
  }

  void add_tests(const std::vector<double>& gain, const std::vector<double>& all_before,
                 const std::vector<double>& all_after) {
    const Estimate test = stats::wilcoxon_signed_rank(gain, {.zero_method = options_.zeros});
    w_plus_.push(detail::value_of(test));
    p_values_.push_back(test.defined() && test.p_value ? *test.p_value : kNaN);
    const std::optional<double> exact = detail::detail_of(test, "exact");
    exact_.push(test.defined() && exact ? std::optional(*exact > 0) : std::nullopt);
    Estimate srm;
    if (options_.with_effects) {
      srm = stats::standardized_response_mean(std::vector<double>(gain.size(), 0), gain, options_.level);
      srm_.push(srm);
    } else {
      srm_.push_missing();
    }
    const Estimate delta = stats::cliffs_delta(all_after, all_before, {.level = options_.level});
    delta_.push(delta);
    reason_.push(!test.defined()    ? std::optional(test.reason)
                 : !srm.defined()   ? std::optional(srm.reason)
                 : !delta.defined() ? std::optional(delta.reason)
                                    : std::nullopt);
  }

  void add_top(const Scale& scale, const std::vector<double>& before, const std::vector<double>& after,
               const std::vector<double>& came, const std::vector<double>& left) {
    const auto share = [&](const std::vector<double>& values) -> std::optional<double> {
      if (values.empty()) return std::nullopt;
      const auto top = std::count_if(values.begin(), values.end(), [&](double v) { return scale.is_top(v); });
      return static_cast<double>(top) / static_cast<double>(values.size());
    };
    top_from_.push(share(before));
    top_to_.push(share(after));
    top_came_.push(share(came));
    top_left_.push(share(left));
  }

  void add_reliable(const std::vector<double>& before, const std::vector<double>& after, const detail::Measure& measure,
                    const MeasurementError& error) {
    alpha_.push(error.alpha);
    const bool possible = error.alpha && *error.alpha >= 0 && *error.alpha < 1 && error.sd && *error.sd > 0;
    if (!possible || before.empty()) {
      reliably_better_.push_missing();
      reliably_worse_.push_missing();
      return;
    }
    const Table table = stats::reliable_change_index(before, after,
                                                     {.reliability = *error.alpha,
                                                      .sd = error.sd,
                                                      .level = options_.level,
                                                      .higher_is_better = measure.higher_is_better()});
    const auto& outcome = std::get<std::vector<std::string>>(table.column("outcome").data);
    const auto share = [&](const char* which) {
      return static_cast<double>(std::count(outcome.begin(), outcome.end(), which)) /
             static_cast<double>(outcome.size());
    };
    reliably_better_.push(share("better"));
    reliably_worse_.push(share("worse"));
  }

  const ChangeOptions& options_;
  detail::AboutColumns about_;
  std::vector<std::string> from_, group_;
  std::vector<std::int64_t> n_panel_, n_came_, n_left_, n_pairs_;
  std::vector<double> p_values_;
  ColumnBuilder<double> better_{"share_better", {"column.share_better"}};
  ColumnBuilder<double> same_{"share_same", {"column.share_same"}};
  ColumnBuilder<double> worse_{"share_worse", {"column.share_worse"}};
  ColumnBuilder<double> within_{"delta_within", {"column.delta_within"}};
  ColumnBuilder<double> w_plus_{"w_plus", {"column.w_plus"}};
  ColumnBuilder<bool> exact_{"exact", {"column.p_exact"}};
  detail::IntervalColumns srm_{"srm", {"column.srm"}};
  detail::IntervalColumns delta_{"delta", {"column.delta_of_waves"}};
  ColumnBuilder<double> top_from_{"top_from", {"column.top_from"}};
  ColumnBuilder<double> top_to_{"top_to", {"column.top_to"}};
  ColumnBuilder<double> top_came_{"top_came", {"column.top_came"}};
  ColumnBuilder<double> top_left_{"top_left", {"column.top_left"}};
  ColumnBuilder<double> alpha_{"alpha", {"column.alpha_before"}};
  ColumnBuilder<double> reliably_better_{"reliably_better", {"column.reliably_better"}};
  ColumnBuilder<double> reliably_worse_{"reliably_worse", {"column.reliably_worse"}};
  ColumnBuilder<std::string> reason_{"reason", {"column.why_missing"}};
};

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
      later.emplace(respondents[static_cast<std::size_t>(after[row])].id.str(), row);
    }
    for (const std::int32_t respondent : study.responses(waves.first).respondents()) {
      const auto found = later.find(respondents[static_cast<std::size_t>(respondent)].id.str());
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
      Person person{.before = before[row], .was_there = was_[row], .group = before_group_[row]};
      if (partner_[row]) {
        met[*partner_[row]] = true;
        person.after = after[*partner_[row]];
        person.is_there = is_[*partner_[row]];
        if (person.is_there) person.group = after_group_[*partner_[row]];
      }
      all.push_back(person);
    }
    for (std::size_t row = 0; row < after.size(); ++row) {
      if (!met[row]) all.push_back({.after = after[row], .is_there = is_[row], .group = after_group_[row]});
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
  ChangeRows rows(options);
  for (const WavePair& pair : detail::wave_pairs(study, options.from, options.to)) {
    const Wave& from = study.waves()[static_cast<std::size_t>(pair.first)];
    const Wave& to = study.waves()[static_cast<std::size_t>(pair.second)];
    PairOfWaves both(study, pair, groups);
    for (const detail::Measure& measure : detail::measures_of(study, pair.second, options.with_private)) {
      const auto& asked = from.instruments;
      if (std::find(asked.begin(), asked.end(), measure.instrument->id()) == asked.end()) continue;
      const std::vector<Person> people = both.people(measure, scoring);
      const MeasurementError error =
          options.with_effects ? error_of(study, pair.first, measure, people) : MeasurementError{};
      std::vector<std::vector<Person>> of_group(groups.labels.size());
      for (const Person& person : people) of_group[static_cast<std::size_t>(person.group)].push_back(person);
      for (std::size_t g = 0; g < of_group.size(); ++g) {
        rows.add(from, to, measure, groups.labels[g], of_group[g], error);
      }
    }
  }
  auto texts = detail::option_texts(scoring);
  texts.erase("wave");
  texts["zeros"] = text_of(options.zeros);
  texts["adjusted_over"] = "all rows of the table";
  return {"Change in " + study.id() + (options.by.empty() ? "" : " by " + options.by), std::move(rows).columns(),
          stats::detail::provenance_of(
              {"change of the same respondents (Wilcoxon signed rank, standardised response mean, reliable change "
               "index) apart from who came and left (Cliff's delta of everybody)",
               "Wilcoxon (1945); Liang, Fossel & Larson (1990); Jacobson & Truax (1991); Cliff (1993); Benjamini & "
               "Hochberg (1995)"},
              std::move(texts))};
}

}  // namespace houvast
