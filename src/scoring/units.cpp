#include "houvast/scoring/units.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>
#include <vector>

#include "base/index.hpp"
#include "houvast/base/stop.hpp"
#include "scoring/distributions.hpp"
#include "scoring/study_view.hpp"
#include "scoring/support.hpp"

namespace houvast::inline v0_1 {
using houvast::detail::as_size;
namespace {

// One respondent of a group: its unit and its weight as given.
struct Member {
  std::size_t row = 0;
  std::size_t unit = 0;
  double weight = 1;
};

// A share with what it rests on.
struct Share {
  std::optional<double> value{};
  std::optional<double> low{}, high{};
  std::int64_t units = 0;
  std::int64_t n = 0;
  double effective_n = 0;
  std::optional<Claim> reason{};
};

void bound(Share& share, double error, std::int64_t units, double level) {
  if (units < 2) {
    share.reason = Claim{"reason.one_unit"};
  } else if (!(error > 0)) {
    share.reason = Claim{"reason.same_units"};
  } else {
    const double reach = stats::detail::t_quantile(0.5 + level / 2, static_cast<double>(units - 1)) * error;
    share.low = std::max(0.0, *share.value - reach);
    share.high = std::min(1.0, *share.value + reach);
  }
}

// Mean over units of each unit's share. `holds` says 1, 0 or nothing (does not count) of a row.
template <class Holds>
Share share_over_units(const std::vector<Member>& members, const Holds& holds, double level) {
  Share share;
  std::map<std::size_t, std::pair<std::int64_t, std::int64_t>> units;  // unit → those that hold, all
  for (const Member& member : members) {
    const std::optional<bool> held = holds(member.row);
    if (!held) continue;
    auto& [yes, all] = units[member.unit];
    yes += *held ? 1 : 0;
    ++all;
    ++share.n;
  }
  share.units = static_cast<std::int64_t>(units.size());
  if (units.empty()) {
    share.reason = Claim{"reason.nobody_answered"};
    return share;
  }
  const auto m = static_cast<double>(units.size());
  double sum = 0, inverse = 0;
  for (const auto& [unit, count] : units) {
    sum += static_cast<double>(count.first) / static_cast<double>(count.second);
    inverse += 1 / static_cast<double>(count.second);
  }
  share.value = sum / m;
  share.effective_n = m * m / inverse;  // every answer has the weight 1 / (answers of its unit)
  double squares = 0;
  for (const auto& [unit, count] : units) {
    const double off = static_cast<double>(count.first) / static_cast<double>(count.second) - *share.value;
    squares += off * off;
  }
  bound(share, units.size() < 2 ? 0 : std::sqrt(squares / (m - 1) / m), share.units, level);
  return share;
}

template <class Holds>
Share share_by_weight(const std::vector<Member>& members, const Holds& holds, double level) {
  Share share;
  double total = 0, held_weight = 0, squared = 0;
  for (const Member& member : members) {
    const std::optional<bool> held = holds(member.row);
    if (!held || !(member.weight > 0)) continue;
    ++share.n;
    total += member.weight;
    squared += member.weight * member.weight;
    held_weight += *held ? member.weight : 0;
  }
  share.units = share.n;
  if (share.n == 0) {
    share.reason = Claim{"reason.nobody_weighted"};
    return share;
  }
  share.value = held_weight / total;
  share.effective_n = total * total / squared;
  double variance = 0;
  for (const Member& member : members) {
    const std::optional<bool> held = holds(member.row);
    if (!held || !(member.weight > 0)) continue;
    const double off = member.weight * ((*held ? 1 : 0) - *share.value) / total;
    variance += off * off;
  }
  const auto n = static_cast<double>(share.n);
  bound(share, share.n < 2 ? 0 : std::sqrt(variance * n / (n - 1)), share.units, level);
  return share;
}

struct UnitRow : detail::AboutRow {
  using AboutRow::AboutRow;

  std::string group, unit;
  Share top;
  std::optional<double> dont_know, top_of_respondents;
  std::vector<std::optional<double>> categories;  // shares, of a question
};

Fields<UnitRow> unit_fields(std::size_t categories) {
  using Row = UnitRow;
  Fields<Row> fields = detail::about_fields<Row>();
  append(fields, {{"group", {"column.group_value"}, &Row::group},
                  {"unit", {"column.unit"}, &Row::unit},
                  {"units", {"column.units"}, [](const Row& row) { return row.top.units; }},
                  {"n", {"column.answers_or_scores"}, [](const Row& row) { return row.top.n; }},
                  {"effective_n",
                   {"column.effective_n"},
                   [](const Row& row) { return row.top.n > 0 ? std::optional(row.top.effective_n) : std::nullopt; }},
                  {"top_box", {"column.top_share_of_units"}, [](const Row& row) { return row.top.value; }},
                  {"top_box_low", {"column.bound_low"}, [](const Row& row) { return row.top.low; }},
                  {"top_box_high", {"column.bound_high"}, [](const Row& row) { return row.top.high; }},
                  {"dont_know_share", {"column.dont_know_share_of_units"}, &Row::dont_know}});
  for (std::size_t i = 0; i < categories; ++i) {
    fields.emplace_back("share_" + std::to_string(i + 1), Claim{"column.share_of_category", {{"number", i + 1}}},
                        [i](const Row& row) { return row.categories[i]; });
  }
  append(fields, {{"top_box_respondents", {"column.top_share_of_respondents"}, &Row::top_of_respondents},
                  {"reason", {"column.why_missing"}, [](const Row& row) { return reason_text(row.top.reason); }}});
  return fields;
}

class UnitRows {
 public:
  UnitRows(const UnitOptions& options, std::size_t categories) : options_(options), categories_(categories) {}

  void add(const WaveId& wave, const detail::Measure& measure, const std::string& group,
           const std::vector<Member>& members, const std::vector<double>& values,
           const std::vector<std::optional<bool>>& dont_know, const std::string& unit) {
    UnitRow& row = rows_.emplace_back(wave, measure);
    row.group = group;
    row.unit = unit;
    const auto is_top = [&](std::size_t at) -> std::optional<bool> {
      return std::isnan(values[at]) ? std::nullopt : std::optional(measure.scale->is_top(values[at]));
    };
    row.top = share(members, is_top);
    if (!measure.is_element) row.dont_know = share(members, [&](std::size_t at) { return dont_know[at]; }).value;
    row.categories.resize(categories_);
    for (std::size_t c = 0; c < categories_; ++c) {
      if (measure.is_element || c >= as_size(measure.scale->categories())) continue;
      const double value = measure.scale->min() + static_cast<double>(c);
      const auto chose = [&](std::size_t at) -> std::optional<bool> {
        return std::isnan(values[at]) ? std::nullopt : std::optional(values[at] == value);
      };
      row.categories[c] = share(members, chose).value;
    }
    std::vector<Member> alike = members;
    for (std::size_t i = 0; i < alike.size(); ++i) alike[i] = {members[i].row, i, 1};
    row.top_of_respondents = share_over_units(alike, is_top, options_.level).value;
  }

  [[nodiscard]] std::vector<Column> columns() const { return columns_of(rows_, unit_fields(categories_)); }

 private:
  template <class Holds>
  [[nodiscard]] Share share(const std::vector<Member>& members, const Holds& holds) const {
    return options_.weights ? share_by_weight(members, holds, options_.level)
                            : share_over_units(members, holds, options_.level);
  }

  const UnitOptions& options_;
  std::size_t categories_;
  std::vector<UnitRow> rows_;
};

// Unit of every respondent of the study.
std::vector<std::size_t> units_of(const Study& study, const std::string& unit) {
  const std::size_t respondents = study.data().respondents.size();
  std::vector<std::size_t> units(respondents);
  if (unit == "respondents") {
    for (std::size_t r = 0; r < respondents; ++r) units[r] = r;
    return units;
  }
  const std::string attribute = unit == "parties"         ? "party"
                                : unit == "organisations" ? "organisation"
                                : unit == "perspectives"  ? "perspective"
                                                          : unit;
  std::map<std::pair<bool, std::string>, std::size_t> known;
  std::vector<std::size_t> of_party;
  for (const Party& party : study.parties()) {
    const std::string value = study.attribute(party, attribute);
    const auto key = value.empty() ? std::pair(true, party.id.str()) : std::pair(false, value);
    of_party.push_back(known.emplace(key, known.size()).first->second);
  }
  for (std::size_t r = 0; r < respondents; ++r) {
    units[r] = of_party[as_size(study.party_of(static_cast<std::int32_t>(r)))];
  }
  return units;
}

void check_weights(const Study& study, std::span<const double> weights) {
  const std::size_t respondents = study.data().respondents.size();
  if (weights.size() != respondents) {
    stats::detail::fail("HV-301", argument("weights"), std::to_string(weights.size()),
                        {"problem.expected.one_per_respondent", {{"n", respondents}}});
  }
  for (std::size_t r = 0; r < weights.size(); ++r) {
    if (!std::isfinite(weights[r]) || weights[r] < 0) {
      stats::detail::fail("HV-302", {"problem.subject.weight_of_respondent", {{"respondent", r + 1}}},
                          stats::detail::text_of(weights[r]), {"problem.expected.number_at_least", {{"low", 0}}});
    }
  }
}

// Of those asked who did not find the question inapplicable: who does not know?
std::vector<std::optional<bool>> dont_knows(const Study& study, std::int64_t wave, const detail::Measure& measure) {
  const WaveResponses& responses = study.responses(wave);
  std::vector<std::optional<bool>> result(as_size(responses.rows()));
  if (measure.is_element) return result;
  const auto codes = responses.column(*study.question_index(measure.questions.front()->id));
  for (std::size_t row = 0; row < codes.size(); ++row) {
    const AnswerState state = state_of(codes[row]);
    if (state == AnswerState::kNotAsked || state == AnswerState::kNotApplicable) continue;
    result[row] = state == AnswerState::kDontKnow;
  }
  return result;
}

}  // namespace

Table unit_scores(const Study& study, const UnitOptions& options) {
  const ScoreOptions scoring{.by = options.by,
                             .wave = options.wave,
                             .minimum_numerator = options.minimum_numerator,
                             .minimum_denominator = options.minimum_denominator,
                             .level = options.level,
                             .with_private = options.with_private};
  detail::require_score_options(scoring);
  if (options.weights) check_weights(study, *options.weights);
  const std::string unit = options.weights ? "weights" : options.unit;
  const std::vector<std::size_t> units = units_of(study, options.weights ? "respondents" : options.unit);
  const detail::PartyGroups groups = detail::group_parties(study, options.by);
  const std::vector<std::int64_t> waves = detail::waves_of(study, options.wave);
  std::size_t categories = 0;
  for (const std::int64_t wave : waves) {
    for (const detail::Measure& measure : detail::measures_of(study, wave, options.with_private)) {
      categories = std::max(categories, as_size(measure.scale->categories()));
    }
  }
  UnitRows rows(options, categories);
  for (const std::int64_t wave : waves) {
    const std::vector<std::int32_t> codes = detail::group_of_rows(study, wave, groups);
    const auto respondents = study.responses(wave).respondents();
    std::vector<std::vector<Member>> members(groups.labels.size());
    for (std::size_t row = 0; row < codes.size(); ++row) {
      const auto respondent = as_size(respondents[row]);
      const double weight = options.weights ? (*options.weights)[respondent] : 1;
      members[as_size(codes[row])].push_back({row, units[respondent], weight});
    }
    for (const detail::Measure& measure : detail::measures_of(study, wave, options.with_private)) {
      const std::vector<double> values = detail::values_of(study, wave, measure, scoring);
      const std::vector<std::optional<bool>> unknown = dont_knows(study, wave, measure);
      for (std::size_t g = 0; g < groups.labels.size(); ++g) {
        stop_point();
        rows.add(study.waves()[as_size(wave)].id, measure, groups.labels[g], members[g], values, unknown, unit);
      }
    }
  }
  auto texts = detail::option_texts(scoring);
  texts["unit"] = unit;
  return {detail::title_by({"title.unit_scores", {{"study", study.id()}, {"unit", unit}}}, options.by), rows.columns(),
          stats::detail::provenance_of({options.weights ? "method.weighted_share" : "method.mean_of_units",
                                        options.weights ? "source.hajek_1971" : "source.mean_of_units"},
                                       std::move(texts))};
}

}  // namespace houvast::inline v0_1
