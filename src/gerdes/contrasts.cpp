#include "houvast/gerdes/contrasts.hpp"

#include <set>
#include <string_view>
#include <utility>

#include "base/index.hpp"
#include "gerdes/assessed.hpp"
#include "houvast/scoring/contrast.hpp"
#include "scoring/support.hpp"

namespace houvast::inline v0_1 {
using houvast::detail::at;
namespace {

using detail::Assessed;
using Run = std::span<const Assessed>;

constexpr const char* kNoInterval = "reason.one_assessment";
constexpr const char* kRepeated = "reason.judgements_not_independent";

std::vector<double> stages_of(Run run) {
  std::vector<double> stages;
  for (const Assessed& row : run) {
    if (row.state == AnswerState::kAnswered) stages.push_back(row.stage);
  }
  return stages;
}

bool has_repeats(Run x, Run y) {
  std::set<std::string_view> people;
  for (const Run run : {x, y}) {
    for (const Assessed& row : run) {
      if (row.state == AnswerState::kAnswered && !people.insert(*row.assessor).second) return true;
    }
  }
  return false;
}

// One of the two groups.
struct GroupSide {
  GroupSide(std::string of_label, const detail::StageTally& tally)
      : label(std::move(of_label)), stages(detail::side_of(tally)), dont_know_share(tally.dont_know_share()) {}

  std::string label;
  StageSide stages;
  std::optional<double> dont_know_share;
};

struct StageContrastRow : detail::DimensionRow, detail::TestedRow {
  StageContrastRow(const detail::Dimension& about, GroupSide of_x, GroupSide of_y)
      : DimensionRow(about), x(std::move(of_x)), y(std::move(of_y)) {}

  std::string wave;
  GroupSide x, y;
  Estimate delta;
  std::optional<double> superiority;
  std::optional<std::string> reason;
};

Fields<StageContrastRow> side_fields(const std::string& name, GroupSide StageContrastRow::*side) {
  using Row = StageContrastRow;
  Fields<Row> fields{{"n_" + name,
                      {"column.assessments_of_group", {{"group", name}}},
                      [side](const Row& row) { return (row.*side).stages.n; }},
                     {"dont_know_" + name,
                      {"column.dont_know_of_group", {{"group", name}}},
                      [side](const Row& row) { return (row.*side).stages.dont_know; }},
                     {"dont_know_share_" + name, {"column.stage_dont_know_share"}, [side](const Row& row) {
                        return (row.*side).dont_know_share;
                      }}};
  append(fields, detail::median_fields<Row>("_" + name, name, [side](const Row& row) { return (row.*side).stages; }));
  return fields;
}

Fields<StageContrastRow> stage_contrast_fields() {
  using Row = StageContrastRow;
  Fields<Row> fields{{"wave", {"column.wave_id"}, &Row::wave}};
  append(fields, detail::dimension_fields<Row>());
  append(fields, {{"group_x", {"column.group_x"}, [](const Row& row) { return row.x.label; }},
                  {"group_y", {"column.group_y"}, [](const Row& row) { return row.y.label; }}});
  append(fields, detail::order_fields<Row>());
  append(fields, side_fields("x", &Row::x));
  append(fields, side_fields("y", &Row::y));
  append(fields, interval_fields<Row>("delta", {{"column.delta_of_stages"}}, &Row::delta));
  append(fields, {{"superiority", {"column.superiority"}, &Row::superiority}});
  append(fields, detail::test_fields<Row>({"column.p_mann_whitney"}));
  append(fields, {{"exact", {"column.p_exact"}, &Row::exact}, {"reason", {"column.why_missing"}, &Row::reason}});
  return fields;
}

StageContrastRow contrast_of(const detail::AssessedView& view, Run x, Run y, double level) {
  const detail::Dimension& dimension = view.dimensions[x.front().dimension];
  const auto side = [&](Run run) {
    return GroupSide(view.groups[run.front().group], detail::StageTally(dimension, run));
  };
  StageContrastRow row(dimension, side(x), side(y));
  const std::vector<double> in_x = stages_of(x), in_y = stages_of(y);
  row.delta = stats::cliffs_delta(in_x, in_y, {.level = level});
  const Estimate test = stats::mann_whitney(in_x, in_y);
  const bool repeats = has_repeats(x, y);
  if (repeats) {
    row.delta.interval.reset();
  } else {
    row.set_test(test);
  }
  if (test.defined()) row.superiority = detail::detail_of(test, "probability_superiority");
  if (!row.delta.defined()) {
    row.reason = reason_text(row.delta);
  } else if (repeats) {
    row.reason = reason_text(Claim{kRepeated});
  } else if (!row.delta.interval) {
    row.reason = reason_text(Claim{kNoInterval});
  }
  return row;
}

}  // namespace

Table gerdes_contrasts(const Study& study, const StageOptions& options) {
  stats::detail::require_level(options.level);
  if (options.by.empty()) stats::detail::fail("HV-303", argument("by"), "", {"problem.expected.attribute_to_compare"});
  detail::AssessedView view(study, options.object, options.wave, options.by);
  view.keep_ordered();
  std::vector<StageContrastRow> rows;
  const auto same_dimension = [](const Assessed& a, const Assessed& b) {
    return a.wave == b.wave && a.dimension == b.dimension;
  };
  detail::for_each_run(view.rows, same_dimension, [&](Run dimension) {
    std::vector<Run> groups;
    detail::for_each_run(dimension, detail::same_group, [&](Run run) {
      if (view.groups[run.front().group] != kNoGroup) groups.push_back(run);
    });
    for (std::size_t x = 0; x < groups.size(); ++x) {
      for (std::size_t y = x + 1; y < groups.size(); ++y) {
        rows.push_back(contrast_of(view, groups[x], groups[y], options.level));
        rows.back().wave = at(study.waves(), dimension.front().wave).id.str();
      }
    }
  });
  detail::adjust_p_values(rows);
  auto texts = detail::option_texts(options);
  texts["level"] = stats::detail::text_of(options.level);
  texts["adjusted_over"] = "rows";
  return {detail::title_by({"title.stage_contrasts", {{"study", study.id()}}}, options.by),
          columns_of(rows, stage_contrast_fields()),
          stats::detail::provenance_of({"method.stage_contrasts", "source.stage_contrasts"}, std::move(texts))};
}

}  // namespace houvast::inline v0_1
