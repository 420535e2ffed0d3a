#include <map>
#include <set>
#include <string_view>
#include <tuple>
#include <utility>

#include "base/index.hpp"
#include "gerdes/assessed.hpp"
#include "houvast/gerdes/contrasts.hpp"
#include "houvast/scoring/contrast.hpp"
#include "scoring/support.hpp"

namespace houvast::inline v0_1 {
using houvast::detail::at;
namespace {

using detail::Assessed;

// What one assessor said about one object and dimension in both waves; null = did not judge it.
struct Both {
  const Assessed* before = nullptr;
  const Assessed* after = nullptr;

  [[nodiscard]] const Assessed& latest() const { return after != nullptr ? *after : *before; }
};

struct StageChangeRow : detail::DimensionRow, detail::TestedRow {
  using DimensionRow::DimensionRow;

  std::string from, to, group;
  std::int64_t both = 0, joined = 0, left = 0;        // people
  std::int64_t up = 0, down = 0, came = 0, lost = 0;  // of both
  StageSide earlier, later;                           // of the pairs
  Estimate share_up;
  std::optional<std::string> reason;
};

Fields<StageChangeRow> stage_change_fields() {
  using Row = StageChangeRow;
  Fields<Row> fields{{"from", {"column.earlier_wave"}, &Row::from}, {"to", {"column.later_wave"}, &Row::to}};
  append(fields, detail::dimension_fields<Row>());
  append(fields, {{"group", {"column.group_value"}, &Row::group}});
  append(fields, detail::order_fields<Row>());
  append(fields, {{"n_both", {"column.judged_both"}, &Row::both},
                  {"n_joined", {"column.judged_later_only"}, &Row::joined},
                  {"n_left", {"column.judged_earlier_only"}, &Row::left},
                  {"n_pairs", {"column.judged_stage_twice"}, [](const Row& row) { return row.later.n; }},
                  {"up", {"column.pairs_up"}, &Row::up},
                  {"same", {"column.pairs_same_stage"}, [](const Row& row) { return row.later.n - row.up - row.down; }},
                  {"down", {"column.pairs_down"}, &Row::down}});
  append(fields, detail::median_fields<Row>("_from", "pairs_before", &Row::earlier));
  append(fields, detail::median_fields<Row>("_to", "pairs_after", &Row::later));
  append(fields, interval_fields<Row>("share_up", {{"column.share_up"}}, &Row::share_up));
  append(fields, detail::test_fields<Row>({"column.p_sign"}));
  append(fields, {{"came_to_know", {"column.came_to_know"}, &Row::came},
                  {"no_longer_know", {"column.no_longer_know"}, &Row::lost},
                  {"reason", {"column.why_missing"}, &Row::reason}});
  return fields;
}

// Who named a stage in both waves.
struct Pairs {
  explicit Pairs(const detail::Dimension& dimension) : earlier(dimension), later(dimension) {}

  void add(const Assessed& was, const Assessed& is) {
    repeats = !seen.insert(*is.assessor).second || repeats;
    earlier.add(was);
    later.add(is);
    before.push_back(was.stage);
    after.push_back(is.stage);
  }

  detail::StageTally earlier, later;
  std::vector<double> before, after;
  std::set<std::string_view> seen;
  bool repeats = false;  // somebody judged several objects
};

// Counts the people of a row; returns the pairs among them.
Pairs count_people(StageChangeRow& row, const detail::Dimension& dimension, const std::vector<Both>& people) {
  Pairs pairs(dimension);
  for (const Both& person : people) {
    if (person.before == nullptr || person.after == nullptr) {
      ++(person.after != nullptr ? row.joined : row.left);
      continue;
    }
    ++row.both;
    const AnswerState was = person.before->state, is = person.after->state;
    row.came += was == AnswerState::kDontKnow && is == AnswerState::kAnswered ? 1 : 0;
    row.lost += was == AnswerState::kAnswered && is == AnswerState::kDontKnow ? 1 : 0;
    if (was == AnswerState::kAnswered && is == AnswerState::kAnswered) pairs.add(*person.before, *person.after);
  }
  return pairs;
}

StageChangeRow stage_change_of(const detail::Dimension& dimension, const std::vector<Both>& people, double level) {
  StageChangeRow row(dimension);
  const Pairs pairs = count_people(row, dimension, people);
  const Estimate test = stats::sign_test(pairs.after, pairs.before, stats::Alternative::kTwoSided, level);
  for (std::size_t i = 0; i < pairs.after.size(); ++i) {
    row.up += pairs.after[i] > pairs.before[i] ? 1 : 0;
    row.down += pairs.after[i] < pairs.before[i] ? 1 : 0;
  }
  row.earlier = detail::side_of(pairs.earlier);
  row.later = detail::side_of(pairs.later);
  row.share_up = test;
  if (pairs.repeats) {
    row.share_up.interval.reset();
  } else {
    row.set_test(test);
  }
  if (row.later.n == 0) {
    row.reason = reason_text(Claim{"reason.no_stage_in_both_waves"});
  } else if (!test.defined()) {
    row.reason = reason_text(test);
  } else if (pairs.repeats) {
    row.reason = reason_text(Claim{"reason.not_independent"});
  }
  return row;
}

}  // namespace

Table gerdes_change(const Study& study, const StageChangeOptions& options) {
  stats::detail::require_level(options.level);
  detail::AssessedView view(study, options.object, std::nullopt, options.by);
  view.keep_ordered();
  std::vector<StageChangeRow> rows;
  for (const auto& [first, second] : detail::wave_pairs(study, options.from, options.to)) {
    std::map<std::tuple<std::size_t, std::int32_t, std::int32_t, std::string_view>, Both> said;
    for (const Assessed& row : view.rows) {
      if (row.wave != first && row.wave != second) continue;
      Both& both = said[{row.dimension, row.a, row.b, *row.assessor}];
      (row.wave == first ? both.before : both.after) = &row;
    }
    std::map<std::pair<std::size_t, std::size_t>, std::vector<Both>> of_group;
    for (const auto& [key, both] : said) of_group[{std::get<0>(key), both.latest().group}].push_back(both);
    for (const auto& [key, people] : of_group) {
      StageChangeRow& row = rows.emplace_back(stage_change_of(view.dimensions[key.first], people, options.level));
      row.from = at(study.waves(), first).id.str();
      row.to = at(study.waves(), second).id.str();
      row.group = view.groups[key.second];
    }
  }
  detail::adjust_p_values(rows);
  stats::detail::Options texts{{"by", options.by},
                               {"object", std::string(to_string(options.object))},
                               {"level", stats::detail::text_of(options.level)},
                               {"adjusted_over", "rows"}};
  return {detail::title_by({"title.stage_change", {{"study", study.id()}}}, options.by),
          columns_of(rows, stage_change_fields()),
          stats::detail::provenance_of({"method.stage_change", "source.stage_change"}, std::move(texts))};
}

}  // namespace houvast::inline v0_1
