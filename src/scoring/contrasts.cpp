#include "houvast/scoring/contrasts.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <optional>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "base/index.hpp"
#include "houvast/scoring/contrast.hpp"
#include "houvast/scoring/intervals.hpp"
#include "scoring/measure_answers.hpp"
#include "scoring/share_difference.hpp"
#include "scoring/study_view.hpp"
#include "scoring/support.hpp"

namespace houvast::inline v0_1 {
using houvast::detail::as_size;
using houvast::detail::at;
namespace {

struct ContrastRow : detail::AboutRow, detail::TestedRow {
  using AboutRow::AboutRow;

  std::string group_x, group_y;
  std::int64_t n_x = 0, n_y = 0;
  std::optional<Estimate> delta, difference, high_difference;
  std::optional<double> u, top_x, top_y, high_x, high_y;
  std::optional<std::string> reason;
};

Fields<ContrastRow> contrast_fields() {
  using Row = ContrastRow;
  Fields<Row> fields = detail::about_fields<Row>();
  append(fields, {{"group_x", {"column.group_x"}, &Row::group_x},
                  {"group_y", {"column.group_y"}, &Row::group_y},
                  {"n_x", {"column.answers_of_group", {{"group", "x"}}}, &Row::n_x},
                  {"n_y", {"column.answers_of_group", {{"group", "y"}}}, &Row::n_y},
                  {"n_smallest", {"column.n_smallest"}, [](const Row& row) { return std::min(row.n_x, row.n_y); }}});
  append(fields, interval_fields<Row>("delta", {{"column.delta_of_answers"}}, &Row::delta));
  append(fields, {{"u", {"column.mann_whitney_u"}, &Row::u}});
  append(fields, detail::test_fields<Row>({"column.p_mann_whitney"}));
  append(fields, {{"exact", {"column.p_exact"}, &Row::exact},
                  {"top_x", {"column.top_x"}, &Row::top_x},
                  {"top_y", {"column.top_y"}, &Row::top_y}});
  append(fields, interval_fields<Row>("top_difference", {{"column.top_difference"}}, &Row::difference));
  append(fields, {{"high_x", {"column.high_x"}, &Row::high_x}, {"high_y", {"column.high_y"}, &Row::high_y}});
  append(fields, interval_fields<Row>("high_difference", {{"column.high_difference_groups"}}, &Row::high_difference));
  append(fields, {{"reason", {"column.why_missing"}, &Row::reason}});
  return fields;
}

// The comparison of two groups by one measure.
void compare(ContrastRow& row, const detail::Measure& measure, const std::vector<double>& x,
             const std::vector<double>& y, double level) {
  // Who answers more favourably has the larger values: x and y for that, or the other way round.
  const auto& [favourable_x, favourable_y] = measure.higher_is_better() ? std::tie(x, y) : std::tie(y, x);
  row.n_x = std::ssize(x);
  row.n_y = std::ssize(y);
  row.delta = stats::cliffs_delta(favourable_x, favourable_y, {.level = level});
  const Estimate test = stats::mann_whitney(favourable_x, favourable_y);
  row.u = detail::value_of(test);
  row.set_test(test);
  const auto is_top = [&](double value) { return measure.scale->is_top(value); };
  row.difference = stats::proportion_difference(std::count_if(x.begin(), x.end(), is_top), row.n_x,
                                                std::count_if(y.begin(), y.end(), is_top), row.n_y, level);
  if (row.difference->defined()) {
    row.top_x = detail::detail_of(*row.difference, "share_x");
    row.top_y = detail::detail_of(*row.difference, "share_y");
  }
  row.reason = detail::first_reason({&*row.delta, &test});
}

// High answers of a group to a measure, and how many could have given them; nothing when that is not known.
struct HighOfGroup {
  detail::MeasureAnswers answers;
  std::vector<std::int64_t> population{};

  [[nodiscard]] stats::detail::HighRows rows() const { return {answers.high, population}; }
};

void compare_high(ContrastRow& row, const HighOfGroup& x, const HighOfGroup& y, double level) {
  row.high_difference = stats::detail::share_difference(x.rows(), y.rows(), x.answers.questions, level);
  row.high_x = detail::detail_of(*row.high_difference, "share_x");
  row.high_y = detail::detail_of(*row.high_difference, "share_y");
}

// Who was asked in a wave, per group; nothing when it was not recorded.
std::vector<std::int64_t> asked_in(const Study& study, const WaveId& wave, const detail::PartyGroups& groups) {
  std::vector<std::int64_t> asked;
  if (!study.data().asked_known) return asked;
  asked.resize(groups.labels.size());
  for (std::size_t p = 0; p < study.parties().size(); ++p) {
    const Party& party = study.parties()[p];
    if (party.takes_part_in(wave)) at(asked, groups.of_party[p]) += party.asked;
  }
  return asked;
}

// The high answers of every group; of one that was not asked all of an element none.
std::vector<HighOfGroup> high_of_groups(const detail::MeasureAnswers& answers, const std::vector<std::int32_t>& codes,
                                        const std::vector<bool>& asked_all, const std::vector<std::int64_t>& asked) {
  std::vector<std::vector<std::size_t>> rows(asked_all.size());
  for (std::size_t row = 0; row < codes.size(); ++row) {
    const auto group = as_size(codes[row]);
    if (asked_all[group]) rows[group].push_back(row);
  }
  std::vector<HighOfGroup> result;
  for (std::size_t g = 0; g < rows.size(); ++g) {
    HighOfGroup& of_group = result.emplace_back(HighOfGroup{answers.of(rows[g])});
    if (!asked.empty()) of_group.population = of_group.answers.population(asked[g]);
  }
  return result;
}

// What a measure found in every group: its values, and its high answers.
struct GroupsBeside {
  const detail::PartyGroups& groups;
  std::vector<std::vector<double>> values;
  std::vector<HighOfGroup> high;
};

std::vector<std::vector<double>> values_by_group(const std::vector<double>& values,
                                                 const std::vector<std::int32_t>& codes,
                                                 const std::vector<bool>& asked_all) {
  std::vector<std::vector<double>> of_group(asked_all.size());
  for (std::size_t row = 0; row < values.size(); ++row) {
    const auto group = as_size(codes[row]);
    if (!std::isnan(values[row]) && asked_all[group]) of_group[group].push_back(values[row]);
  }
  return of_group;
}

// Every two groups, in the order of their names.
void compare_groups(const GroupsBeside& found, const WaveId& wave, const detail::Measure& measure, double level,
                    std::vector<ContrastRow>& rows) {
  const std::vector<std::string>& labels = found.groups.labels;
  for (std::size_t x = 0; x < labels.size(); ++x) {
    for (std::size_t y = x + 1; y < labels.size(); ++y) {
      if (labels[x] == kNoGroup || labels[y] == kNoGroup) continue;
      ContrastRow& row = rows.emplace_back(wave, measure);
      row.group_x = labels[x];
      row.group_y = labels[y];
      compare(row, measure, found.values[x], found.values[y], level);
      compare_high(row, found.high[x], found.high[y], level);
    }
  }
}

}  // namespace

Table contrasts(const Study& study, const ScoreOptions& options) {
  detail::require_score_options(options);
  if (options.by.empty()) stats::detail::fail("HV-303", argument("by"), "", {"problem.expected.attribute_to_compare"});
  const detail::PartyGroups groups = detail::group_parties(study, options.by);
  std::vector<ContrastRow> rows;
  for (const std::int64_t wave : detail::waves_of(study, options.wave)) {
    const std::vector<std::int32_t> codes = detail::group_of_rows(study, wave, groups);
    const WaveId& id = at(study.waves(), wave).id;
    const auto asked = asked_in(study, id, groups);
    for (const detail::Measure& measure : detail::measures_of(study, wave, options.with_private)) {
      if (!measure.graded) continue;  // of a profile: no answer is better than another
      const std::vector<double> values = detail::values_of(study, wave, measure, options);
      const std::vector<bool> asked_all = detail::groups_asked_all(study, wave, measure.questions, groups);
      const GroupsBeside found{groups, values_by_group(values, codes, asked_all),
                               high_of_groups(detail::answers_to(study, wave, measure), codes, asked_all, asked)};
      compare_groups(found, id, measure, options.level, rows);
    }
  }
  detail::adjust_p_values(rows);
  auto texts = detail::option_texts(options);
  texts["unit"] = "respondents";
  texts["adjusted_over"] = "rows";
  return {detail::title_by({"title.contrasts", {{"study", study.id()}}}, options.by),
          columns_of(rows, contrast_fields()),
          stats::detail::provenance_of({"method.contrasts", "source.contrasts"}, std::move(texts))};
}

}  // namespace houvast::inline v0_1
